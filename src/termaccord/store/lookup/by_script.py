"""Queries in the letters of another script, a part of a name and with errors: written back, then looked for by words."""

from collections.abc import Iterator
from dataclasses import replace

from termaccord.model import say
from termaccord.store.lookup import by_words
from termaccord.store.lookup.base import Base, Found, Query
from termaccord.store.lookup.keys import Reading, read
from termaccord.text.languages.writing.scripts import script
from termaccord.text.letters.cyrillise import cyrillised
from termaccord.text.transliterate import transliterations

_WRITTEN_BACK = 0.85
_LEAST = 0.45
"""Below it the words have hardly more in common than any two."""
_SCHEMES = ("press", "bgn", "icao")


def found(base: Base, query: Query) -> Iterator[Found]:
    """Terms that hold all words of the query, once these are written in the term's script."""
    readings = tuple(other for reading in query.readings for other in _written_back(query, reading))
    if not readings:
        return
    meant = Query(query.text, readings)
    for one in (*by_words.found(base, meant, mend=False), *by_words.found(base, meant, mend=True)):
        if one.whole and one.score >= _LEAST:
            how = say(
                "“{query}” is “{term}”, or a part of it, in other letters",
                query=query.text,
                term=one.entry.text,
            )
            yield replace(one, score=_WRITTEN_BACK * one.score, how=how)


def _written_back(query: Query, reading: Reading) -> Iterator[Reading]:
    """The query as a language reads it that is written in another script than the query."""
    written = script(reading.language)
    if written == "Cyrl" and reading.language == "ru" and query.text.isascii():
        yield read(" ".join(map(cyrillised, query.text.split())), reading.language)
    elif written == "Latn" and (russian := query.reading("ru")) and not query.text.isascii():
        latin = [transliterations(" ".join(words), "ru") for words in (russian.plain, russian.written)]
        texts = dict.fromkeys(
            names[scheme] for names in latin for scheme in _SCHEMES if names[scheme].isascii()
        )
        yield from (read(text, reading.language) for text in texts)
