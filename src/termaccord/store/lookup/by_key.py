"""Queries that lead straight to a term: its spelling, its lemmas, its initials, its sound."""

from collections.abc import Iterator

from termaccord.model import say
from termaccord.store.lookup.base import Base, Entry, Found, Query
from termaccord.store.lookup.keys import Kind, Reading, keys, read, spelling
from termaccord.text.transliterate import similar

_MOST = 200
"""Terms of one key that are looked at."""
_ALIKE_IN_SOUND = 0.8
_ALIKE_IN_SCRIPT = 0.86
"""In the same letters two words must be more alike to be two spellings of a name."""
_ABBREVIATION_LENGTHS = range(2, 11)
_ALONE = {Kind.SPELLING: 0.95, Kind.LEMMAS: 0.94, Kind.ANY_ORDER: 0.9}
"""Of a part that can stand for the whole: without brackets, or one of two names."""
_SMALL_INITIALS = 0.6
"""Small letters are more likely a word than an abbreviation."""
_HOW_SURE = {Kind.LEMMAS: 0.97, Kind.ANY_ORDER: 0.92, Kind.INITIALS: 0.8}


_SQL = "SELECT term FROM key WHERE kind = ? AND key = ? ORDER BY term"


def languages(base: Base, text: str) -> tuple[str, ...]:
    """The languages in which a text is a term as it stands; others need not be asked, and some take long to load."""
    numbers = base.connection.execute(_SQL, (int(Kind.SPELLING), spelling(text))).fetchmany(_MOST)
    return tuple(sorted({entry.primary for entry in base.entries(number for (number,) in numbers)}))


def found(base: Base, query: Query) -> Iterator[Found]:
    """Every term that has a key in common with the query."""
    for reading in query.readings:
        for kind, key in sorted(_wanted(query.text, reading)):
            numbers = [number for (number,) in base.connection.execute(_SQL, (kind, key)).fetchmany(_MOST)]
            for entry in base.entries(numbers):
                if query.reading(entry.primary) and (one := _judged(query, reading, Kind(kind), entry)):
                    yield one


def _wanted(text: str, reading: Reading) -> set[tuple[int, str]]:
    """The query's keys; a short word is also what an abbreviation of longer names would be."""
    found = {key for key in keys(text, reading) if key[0] != Kind.INITIALS}
    if len(reading.written) == 1 and len(text) in _ABBREVIATION_LENGTHS:
        found.add((int(Kind.INITIALS), spelling(text)))
    return found


def _judged(query: Query, reading: Reading, kind: Kind, entry: Entry) -> Found | None:
    if kind is Kind.SPELLING:
        return Found(entry, *_spelt(query.text, entry))
    if kind is Kind.SOUND:
        return _sounding(query, reading, entry)
    if kind is not Kind.INITIALS and entry.primary != reading.language:
        return None  # another language's lemma that happens to be spelt the same
    names = {"query": query.text, "term": entry.text}
    if kind in _ALONE and len(entry.lemmas.split()) != len(reading.lemmas):
        return Found(
            entry, _ALONE[kind], say("“{query}” is a part of “{term}” that can stand alone", **names)
        )
    if kind is Kind.LEMMAS:
        how = say("“{query}” is a form of “{term}”", **names)
    elif kind is Kind.ANY_ORDER:
        how = say("“{query}” is “{term}” with its words in another order", **names)
    else:
        how = say("“{query}” could stand for “{term}”", **names)
        if sum(letter.isupper() for letter in query.text) < 2:
            return Found(entry, _SMALL_INITIALS, how)
    return Found(entry, _HOW_SURE[kind], how)


def _spelt(query: str, entry: Entry) -> tuple[float, str]:
    if spelling(query) != spelling(entry.text):
        how = say("“{query}” is a part of “{term}” that can stand alone", query=query, term=entry.text)
        return _ALONE[Kind.SPELLING], how
    if query != entry.text:
        how = say("“{query}” is “{term}” but for capitals, dashes or quotes", query=query, term=entry.text)
        return 0.99, how
    if entry.abbreviates:
        return 1.0, say("“{term}” is short for “{full}”", term=entry.text, full=entry.abbreviates)
    return 1.0, say("“{term}” is the term itself", term=entry.text)


def _sounding(query: Query, reading: Reading, entry: Entry) -> Found | None:
    """Names that sound alike, mostly in other letters; consonants in common do not prove it."""
    if entry.text.isupper():
        return None  # the letters of an abbreviation are not spoken
    there = read(entry.text, entry.primary)
    if len(there.lemmas) != len(reading.lemmas):
        return None
    likeness = [
        max(similar(ours, theirs) for ours in one for theirs in other)
        for one, other in zip(_forms(reading), _forms(there), strict=True)
    ]
    same_script = query.text.isascii() == entry.text.isascii()
    if not likeness or min(likeness) < (_ALIKE_IN_SCRIPT if same_script else _ALIKE_IN_SOUND):
        return None
    how = say("“{query}” sounds like “{term}”", query=query.text, term=entry.text)
    return Found(entry, 0.9 * sum(likeness) / len(likeness), how)


def _forms(reading: Reading) -> list[tuple[str, ...]]:
    """Of each word how it stands there and its lemmas."""
    return [(form, *lemmas) for form, lemmas in zip(reading.written, reading.lemmas, strict=True)]
