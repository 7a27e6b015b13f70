"""Glossary terms in texts: one finder a language, terms of all concepts and statuses."""

import hashlib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from termaccord.lint.persons.surnames import Surnames
from termaccord.lint.rule import REJECTED, Text, Use
from termaccord.lint.standing import meant
from termaccord.model import Concept, Document, Glossary, Span, Status, Term
from termaccord.text.analyser import primary_language
from termaccord.text.kinship import kin
from termaccord.text.normalise import fold
from termaccord.text.occurrences import Finder, finder_of

_GAP = "\n\n"
"""Between texts that are searched in one go; no term reaches across."""


_BEGINNING = 4
"""Letters that words of one root share."""
_LONGEST_ABBREVIATION = 8
"""Letters."""


class Terms:
    """Finds the terms of a glossary in texts of any of its languages."""

    def __init__(self, glossary: Glossary | None) -> None:
        self._entries: dict[str, list[tuple[tuple[Concept, Term], str]]] = {}
        for concept in glossary.concepts if glossary else ():
            for section in concept.languages:
                base = primary_language(section.language)
                self._entries.setdefault(base, []).extend(((concept, t), t.text) for t in section.terms)
        self._finders: dict[str, Finder[int]] = {}
        self._documents: dict[str, Text] = {}
        self._surnames: dict[str, Surnames] = {}
        self._searched: dict[tuple[str, bytes], list[Use]] = {}
        self._by_beginning: dict[str, dict[str, list[tuple[Concept, str]]]] = {}

    def knows(self, language: str) -> bool:
        return primary_language(language) in self._entries

    def relatives(self, term: Term, language: str) -> tuple[Concept, ...]:
        """The concepts with a term of one word that has the root of this one."""
        base, word = primary_language(language), fold(term.text)
        if not word.isalpha() or base not in self._entries:
            return ()
        if base not in self._by_beginning:
            index = self._by_beginning.setdefault(base, defaultdict(list))
            for (concept, _), text in self._entries[base]:
                if text.isalpha():
                    index[fold(text)[:_BEGINNING]].append((concept, fold(text)))
        near = self._by_beginning[base].get(word[:_BEGINNING], ())
        return tuple(concept for concept, other in near if kin(word, other, base))

    def accepting(self, name: str) -> frozenset[str]:
        """Ids of the concepts of which these words, with or without a year, are an accepted term in some language."""
        found: set[str] = set()
        for language in self._entries:
            uses = self._uses(name, language)
            whole = (u for u in uses if len(u.span) + len(u.year) + 1 >= len(name.strip()))
            found |= {u.concept.id for u in whole if u.term.status not in REJECTED}
        return frozenset(found)

    def in_document(self, document: Document) -> Text:
        """A whole document with its terms, which several views share."""
        if document.name not in self._documents:
            text = Text(document.text, document.language, document.path or document.name, document=document)
            self._documents[document.name] = self.within([text])[0]
        return self._documents[document.name]

    def within(self, texts: Sequence[Text]) -> tuple[Text, ...]:
        """The texts, all of one language, with the terms that stand in them."""
        if not texts or not self.knows(texts[0].language):
            return tuple(texts)
        uses = self._uses(_GAP.join(t.text for t in texts), texts[0].language)
        starts = [use.span.start for use in uses]
        found: list[Text] = []
        at = 0
        for text in texts:
            end = at + len(text.text)
            own = uses[bisect_left(starts, at) : bisect_left(starts, end)]
            found.append(replace(text, uses=tuple(replace(u, span=u.span.shifted(-at)) for u in own)))
            at = end + len(_GAP)
        return tuple(found)

    def _uses(self, text: str, language: str) -> list[Use]:
        """The terms of a text; one that was searched before, for rules of another scope, is known by its digest."""
        base = primary_language(language)
        entries = self._entries[base]
        if base not in self._finders:
            self._finders[base] = finder_of(tuple(term for _, term in entries), base)
            self._surnames[base] = Surnames([entry for entry, _ in entries], base)
        key = (base, hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest())
        if key not in self._searched:
            found = [Use(f.span, *entries[f.key][0], f.year) for f in self._finders[base].find(text)]
            named = list(meant(found, text))
            parts = self._surnames[base].uses(text, named)
            self._searched[key] = sorted((*named, *parts), key=_start)
        return self._searched[key]


def part(text: Text, span: Span) -> Text:
    """A stretch of a text with the terms that stand in it."""
    first = bisect_left(text.uses, span.start, key=_start)
    own = text.uses[first : bisect_left(text.uses, span.end, first, key=_start)]
    uses = tuple(replace(u, span=u.span.shifted(-span.start)) for u in own if u.span.end <= span.end)
    return replace(text, text=span.of(text.text), start=text.start + span.start, uses=uses)


def _start(use: Use) -> int:
    return use.span.start


def groups(uses: Sequence[Use]) -> Iterator[tuple[Use, ...]]:
    """Uses that share a place together: words that may mean several concepts."""
    for _, together in groupby(uses, key=lambda use: use.span):
        yield tuple(together)


def accepted(concept: Concept, language: str) -> tuple[Term, ...]:
    """The terms a text in this language may use, the preferred ones first."""
    terms = [t for t in terms_of(concept, language) if t.status not in REJECTED]
    return tuple(sorted(terms, key=lambda t: t.status is not Status.PREFERRED))


def terms_of(concept: Concept, language: str) -> tuple[Term, ...]:
    """All terms in a language, whatever its region."""
    base = primary_language(language)
    return tuple(t for s in concept.languages if primary_language(s.language) == base for t in s.terms)


def preferred_of(concept: Concept, language: str, instead: Term | None = None) -> str:
    """
    The preferred term, else the first that is not rejected and no abbreviation; empty where there is none.

    Instead of an abbreviation it is an abbreviation, instead of a short form an accepted form as short.
    """
    terms = accepted(concept, language)
    short = [t for t in terms if abbreviated(t)]
    full = [t for t in terms if not abbreviated(t)]
    if instead is not None and abbreviated(instead) and short:
        return short[0].text
    if instead is not None and full and not abbreviated(instead):
        length = len(instead.text.split())
        as_long = [t for t in full if len(t.text.split()) == length < len(full[0].text.split())]
        full = as_long or full
    chosen: Iterable[Term] = full if instead else [t for t in terms if t.status is Status.PREFERRED] or full
    return next((t.text for t in (*chosen, *terms)), "")


def abbreviated(term: Term) -> bool:
    """Whether the glossary calls a term an abbreviation, or says nothing of a word in capitals."""
    if term.term_type:
        return term.term_type in {"abbreviation", "acronym", "initialism"}
    return _in_capitals(term.text)


@lru_cache(maxsize=1 << 16)
def _in_capitals(text: str) -> bool:
    letters = "".join(c for c in text if c.isalpha())
    return 1 < len(letters) <= _LONGEST_ABBREVIATION and letters.isupper()
