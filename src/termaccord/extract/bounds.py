"""What is too long to be read as a sentence, so that no text takes more time than its length is worth."""

from collections.abc import Iterator, Sequence

from termaccord.model import Finding, Place, TranslationUnit, say

LONGEST = 5000
"""
Characters of the longest passage in which names and terms are looked for.

Every word of a passage is held against every word of its translation, which grows with the square of the length;
sentences, and the segments of translation tools, stay far below.
"""


def is_readable(text: str) -> bool:
    """Whether a passage is short enough."""
    return len(text) <= LONGEST


def too_long(units: Sequence[TranslationUnit], path: str) -> Iterator[Finding]:
    """One finding for all segments of a file that no sentence can be."""
    long = [unit for unit in units if not all(is_readable(variant.text) for variant in unit.variants)]
    if long:
        message = say(
            "{path} has segments of more than {most} characters, {number} in all, "
            "in which no names and terms are looked for; cut them into sentences",
            path=path,
            most=LONGEST,
            number=len(long),
        )
        line = next((variant.line for variant in long[0].variants if variant.line), None)
        yield Finding("P014", message, Place(path, long[0].id, line=line))
