"""What stands in a segment for something else: variables, markup, entities; a translator carries it over."""

import re

_PLACEABLE = re.compile(
    r"""
    %\(\w+\)[#0+-]?\d*(?:\.\d+)?[a-zA-Z]            # %(name)s, of Python and gettext
  | %(?:\d+\$)?[#0+-]?\d*(?:\.\d+)?(?:l{0,2}[dioux]|[sfFeEgGcCpaAr@X])(?![^\W\d_])  # %s and %1$s, of C
  | \$\{[^{}]*\} | \{\{[^{}]*\}\} | \{[\w.:!-]*\}   # ${name}, {{ name }}, {0}
  | </?[A-Za-z][^<>]*>                              # <b>, </a>
  | &(?:[A-Za-z]\w*|\#\d+|\#x[0-9A-Fa-f]+);         # &amp;
    """,
    re.VERBOSE,
)


def masked(text: str) -> str:
    """
    The text with spaces in place of its placeables; every offset stays what it was.

    >>> masked("Enter a number of at least {limit} for <b>%(field)s</b>.")
    'Enter a number of at least         for                 .'
    """
    return _PLACEABLE.sub(lambda match: " " * len(match[0]), text) if any(c in text for c in "%{<&") else text
