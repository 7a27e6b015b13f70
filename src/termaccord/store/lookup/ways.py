"""In which order the ways are tried, and how their answers are ranked."""

from collections.abc import Iterable
from dataclasses import replace

from termaccord.store.lookup import by_key, by_letters, by_script, by_slip, by_words
from termaccord.store.lookup.base import Base, Found, Match, Query
from termaccord.store.lookup.by_meaning import Meaning
from termaccord.store.lookup.keys import read
from termaccord.text.analyser import primary_language

_SURE = 0.9
"""From this score on, or where a name holds all its words, nobody asks whether the query is misspelt."""
_LIKELY = 0.6
"""From this score on nobody asks for parts of names in other letters."""
_LEAST = 0.35
"""Below it a word in common is chance."""


def lookup(
    base: Base, text: str, language: str | None, limit: int, meaning: Meaning | None = None
) -> tuple[Match, ...]:
    """Concepts that a query may mean, likeliest first; else what comes nearest."""
    text = text.strip().encode(errors="replace").decode()  # half a surrogate pair is no character
    languages = (primary_language(language),) if language else by_key.languages(base, text) or base.languages
    query = Query(text, tuple(read(text, one) for one in languages))
    if not text or not base.size or limit < 1:
        return ()
    found = [*by_key.found(base, query), *by_words.found(base, query, mend=False)]
    if not any(one.whole or one.score >= _SURE for one in found):
        found += by_slip.found(base, query)
        found += by_words.found(base, query, mend=True)
        found += by_letters.found(base, query)
    if max((one.score for one in found), default=0.0) < _LIKELY:
        found += by_script.found(base, query)
    found = [one for one in found if one.score >= _LEAST]
    if not found and meaning is not None:
        found += meaning.found(base, query)
    if found:
        return tuple(_match(base, one) for one in _ranked(base, found)[:limit])
    return tuple(replace(_match(base, one), nearest=True) for one in by_letters.nearest(base, query))


def _ranked(base: Base, found: Iterable[Found]) -> list[Found]:
    """The best of each concept, best first."""
    concepts: dict[int, Found] = {}
    for one in sorted(found, key=lambda f: _order(base, f)):
        concepts.setdefault(one.entry.concept, one)
    return list(concepts.values())


def _order(base: Base, found: Found) -> tuple[float, bool, int, int, int]:
    """
    The better fit; of equals what is accepted, then what is preferred, then the shorter term, then the first.

    Fits that differ by less than a hundredth are equal.
    """
    entry = found.entry
    proposed = entry.glossary in base.proposed
    return -round(found.score, 2), proposed, entry.standing, len(entry.text), entry.number


def _match(base: Base, found: Found) -> Match:
    entry = found.entry
    row = base.connection.execute("SELECT id FROM concept WHERE number = ?", (entry.concept,)).fetchone()
    return Match(
        row[0],
        round(found.score, 4),
        found.how,
        entry.text,
        entry.language,
        base.names[entry.glossary],
        proposed=entry.glossary in base.proposed,
        number=entry.concept,
    )
