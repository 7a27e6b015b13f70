"""The plural of English words: the forms in which a glossary's noun stands in a text."""

import re
from functools import lru_cache

from termaccord.text.analyser import Analysis
from termaccord.text.languages.english import CLOSED
from termaccord.text.languages.lemmas import lemma

# Quirk et al., A Comprehensive Grammar of the English Language (1985), §§ 5.79-5.101; the first that fits is taken.
_REGULAR = (
    (re.compile(r"(?<=[^aeiou])y$"), ("ies",)),
    (re.compile(r"(?<=[sxz])$|(?<=[cs]h)$"), ("es",)),
    (re.compile(r"(?<=[^aeiou]o)$"), ("s", "es")),
    (re.compile(r"$"), ("s",)),
)
_IRREGULAR = (
    (
        re.compile(r"(?<=cal|hal|lea|loa|sel|wol)f$|(?<=shea|shel|thie|scar|dwar)f$|(?<=whar)f$|(?<=el)f$"),
        "ves",
    ),
    (re.compile(r"(?<=kni)fe$|(?<=li|wi)fe$"), "ves"),
    (re.compile(r"(?<=m)an$"), "en"),
    (re.compile(r"(?<=f)oo(?=t$)|(?<=t)oo(?=th$)|(?<=g)oo(?=se$)"), "ee"),
    (re.compile(r"(?<=[ml])ouse$"), "ice"),
    (re.compile(r"(?<=child)$"), "ren"),
    (re.compile(r"(?<=[a-z]{2})is$"), "es"),
)
_FOREIGN = (("on", "a"), ("um", "a"), ("us", "i"), ("ix", "ices"), ("ex", "ices"), ("a", "ae"))
"""Latin and Greek plurals: only where the lemma list knows them."""
_ANY = Analysis("")


@lru_cache(maxsize=1 << 16)
def forms(form: str, _reading: Analysis) -> tuple[tuple[str, Analysis], ...]:
    """
    A word with its plural, and with its singular if it is a plural.

    A term is a noun before it is a form of a verb: “landing” is no form of “land”.
    """
    low = form.lower()
    first, preposition, rest = low.partition("-")
    if preposition and rest.partition("-")[0] in CLOSED:
        return tuple((f"{other}-{rest}", _ANY) for other, _ in forms(first, _reading))
    base = lemma(low, "en")
    plural = base != low and low in plurals(base)
    made = {low, base, *plurals(base)} if plural else {low, *plurals(low)}
    return tuple((other, _ANY) for other in sorted(made))


@lru_cache(maxsize=1 << 16)
def plurals(low: str) -> tuple[str, ...]:
    """
    The plurals that a lower-case word has or may have.

    >>> plurals("party"), plurals("volcano"), plurals("fireman"), plurals("criterion")
    (('parties',), ('volcanos', 'volcanoes'), ('firemans', 'firemen'), ('criterions', 'criteria'))
    """
    made: list[str] = []
    for ending, replacements in _REGULAR:
        if ending.search(low):
            made += [ending.sub(replacement, low, count=1) for replacement in replacements]
            break
    made += [ending.sub(other, low, count=1) for ending, other in _IRREGULAR if ending.search(low)]
    foreign = [low.removesuffix(ending) + other for ending, other in _FOREIGN if low.endswith(ending)]
    return (*made, *(other for other in foreign if lemma(other, "en") == low))
