"""Names of persons and places: whether two are one name in two spellings, and which scheme each follows."""

from collections.abc import Iterable

from termaccord.lint.conflicts.forms import Difference, Form, alike
from termaccord.text.cues import cues_for
from termaccord.text.normalise import fold
from termaccord.text.transliterate import similar, transliterations

SOUNDS = 0.85
"""Likeness to the source from which a name is the same in other letters."""
LEAST = 0.7
"""Likeness of the parts of two spellings of one name that differ most."""


def person_difference(left: Form, right: Form) -> Difference:
    """
    How two names of a person differ.

    A surname, a given name or initials alone shorten the full name; the same letters are one name.
    """
    one, other = parts(left), parts(right)
    if one == other or (cues_for(left.language).prepositions and _inflected(one, other)):
        return Difference.NONE
    if set(one) <= set(other) or set(other) <= set(one):
        return Difference.SHORT
    if cues_for(left.language).prepositions and _ends_with(one, other):
        return Difference.SHORT
    if _initials(one, other) or _initials(other, one):
        return Difference.SHORT
    return Difference.WORDS


def _inflected(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names differ in endings only, in a language with cases."""
    return len(one) == len(other) and all(
        alike(a, b) >= max(2, max(len(a), len(b)) - 3) for a, b in zip(one, other, strict=True)
    )


def _ends_with(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the shorter name is the end of the longer one in another case: of Berners-Lee, Tim Berners-Lee."""
    short, long = sorted((_halves(one), _halves(other)), key=len)
    return len(short) < len(long) and _inflected(short, long[-len(short) :])


def _halves(name: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(half for part in name for half in part.split("-"))


def parts(name: Form) -> tuple[str, ...]:
    """The parts of a name without titles and ranks, folded."""
    cues = cues_for(name.language)
    words = [fold(w).strip(".'’") for w in name.text.replace(".", ". ").split()]
    kept = tuple(w for w in words if w and w not in cues.titles and w not in cues.ranks)
    return kept or tuple(words)


def _initials(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether the last part is the same and the others are the first letters: Y. Tolkunov."""
    if len(short) < 2 or len(full) < 2 or short[-1] != full[-1]:
        return False
    return all(len(s) == 1 and f.startswith(s) for s, f in zip(short[:-1], full[:-1], strict=False))


def respelt(left: Form, right: Form) -> bool:
    """Whether two names may be spellings of one: part by part they sound alike; no digit is misspelt."""
    one, other = parts(left), parts(right)
    if _digits(left.text) != _digits(right.text):
        return False
    size = min(len(one), len(other))
    if not size or any(
        _longer(a, b) or _longer(b, a) for a, b in zip(one[-size:], other[-size:], strict=True)
    ):
        return False
    return all(similar(a, b) >= LEAST for a, b in zip(one[-size:], other[-size:], strict=True))


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def _longer(long: str, short: str) -> bool:
    """Whether a word is another with something behind it: a country's name and the adjective made of it."""
    return len(long) > len(short) and long.startswith(short) and len(short) > 3


def schemes(name: str, sources: Iterable[Form]) -> tuple[str, ...]:
    """The transliteration schemes that lead from a source name to exactly this one."""
    wanted = _letters(name)
    found: dict[str, None] = {}
    for source in sources:
        for scheme, written in transliterations(source.text, source.language).items():
            if _letters(written) == wanted:
                found[scheme] = None
    return tuple(found)


def _letters(text: str) -> str:
    return "".join(c for c in fold(text) if c.isalpha() or c == " ")


def written_as(name: Form, sources: Iterable[Form]) -> bool:
    """Whether a name is its source in other letters, or nearly so, rather than a translation."""
    return any(
        schemes(name.text, (s,)) or _sounding(name.text, s.text)
        for s in sources
        if s.language != name.language
    )


def _sounding(name: str, source: str) -> bool:
    return similar(name, source) >= SOUNDS
