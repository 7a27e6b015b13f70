"""Queries that are a slip of the fingers away from a term: short words with one error, or all typed in another layout."""

import unicodedata
from collections.abc import Iterable, Iterator

from termaccord.model import say
from termaccord.store.lookup import by_key
from termaccord.store.lookup.base import Base, Entry, Found, Query
from termaccord.store.lookup.keys import Kind, read, spelling
from termaccord.text.letters.keyboards import retyped

_SHORT = range(3, 8)
"""Letters of a word too short to be found by groups of letters."""
_MISSPELT = 0.9
_INITIALS = 0.75
_RETYPED = 0.88
_SURE = 0.9
_MOST = 200
_AT_ONCE = 500
_ALPHABETS = {
    "CYRILLIC": "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    "LATIN": "abcdefghijklmnopqrstuvwxyz",
}


def found(base: Base, query: Query) -> Iterator[Found]:
    """Terms that one wrong key, or the wrong layout of all keys, has made the query of."""
    yield from _retyped(base, query)
    word = spelling(query.text)
    if len(word) in _SHORT and len(query.text.split()) == 1:
        yield from _mistyped(base, query, word)


def _retyped(base: Base, query: Query) -> Iterator[Found]:
    for text in dict.fromkeys(retyped(query.text)):
        meant = Query(text, tuple(read(text, one.language) for one in query.readings))
        for one in by_key.found(base, meant):
            if one.score > _SURE:
                how = say(
                    "“{query}” is “{term}” typed in another keyboard layout",
                    query=query.text,
                    term=one.entry.text,
                )
                yield Found(one.entry, _RETYPED * one.score, how)


def _mistyped(base: Base, query: Query, word: str) -> Iterator[Found]:
    near = sorted(neighbours(word))
    likeness = 1 - 1 / len(word)
    for entry in _under(base, query, Kind.SPELLING, near):
        how = say("“{query}” is “{term}” misspelt", query=query.text, term=entry.text)
        yield Found(entry, _MISSPELT * likeness, how)
    if sum(letter.isupper() for letter in query.text) < 2:
        return  # nobody means an abbreviation
    for entry in _under(base, query, Kind.INITIALS, near):
        how = say("“{query}”, misspelt, could stand for “{term}”", query=query.text, term=entry.text)
        yield Found(entry, _INITIALS * likeness, how)


def _under(base: Base, query: Query, kind: Kind, names: list[str]) -> Iterable[Entry]:
    """The terms under any of these keys, of the languages that the query may be of."""
    numbers: list[int] = []
    for start in range(0, len(names), _AT_ONCE):
        part = names[start : start + _AT_ONCE]
        marks = ",".join("?" * len(part))
        sql = f"SELECT term FROM key WHERE kind = ? AND key IN ({marks}) ORDER BY term"  # noqa: S608  # only marks
        numbers += [number for (number,) in base.connection.execute(sql, (int(kind), *part)).fetchmany(_MOST)]
    return (entry for entry in base.entries(numbers) if query.reading(entry.primary))


def neighbours(word: str) -> set[str]:
    """
    Every word with one letter less, more, changed, or changed places with the next (Damerau 1964).

    >>> sorted(neighbours("ab") & {"a", "ba", "abc", "xb", "ab"})
    ['a', 'abc', 'ba', 'xb']
    """
    alphabet = _alphabet(word)
    found = set[str]()
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        found |= {before + letter + after for letter in alphabet}
        if after:
            found |= {before + letter + after[1:] for letter in alphabet} | {before + after[1:]}
        if len(after) > 1:
            found.add(before + after[1] + after[0] + after[2:])
    return found - {word}


def _alphabet(word: str) -> str:
    """The letters of the scripts that a word is written in."""
    scripts = {unicodedata.name(letter, "").split(" ", maxsplit=1)[0] for letter in word if letter.isalpha()}
    return "".join(_ALPHABETS[script] for script in sorted(scripts & _ALPHABETS.keys()))
