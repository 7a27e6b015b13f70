"""Where the terms of a glossary stand in a text, in whatever form they are inflected."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from termaccord.model import Span
from termaccord.text.analyse import Word, words
from termaccord.text.normalise import fold
from termaccord.text.tokens import TokenKind

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Found(Generic[K]):
    """A term's place in a text."""

    span: Span
    key: K
    surface: str


class Finder(Generic[K]):
    """Finds many terms at once; build it once a glossary and language."""

    def __init__(self, entries: Iterable[tuple[K, str]], language: str) -> None:
        self.language = language
        self._by_first: dict[str, list[tuple[tuple[frozenset[str], ...], K]]] = {}
        for key, text in entries:
            pattern = tuple(frozenset(_lemmas(w)) for w in _content(words(text, language)))
            for lemma in sorted(pattern[0]) if pattern else ():
                self._by_first.setdefault(lemma, []).append((pattern, key))

    def find(self, text: str) -> tuple[Found[K], ...]:
        """Longest first from the left, without overlaps."""
        content = _content(words(text, self.language))
        lemmas = [frozenset(_lemmas(w)) for w in content]
        found: list[Found[K]] = []
        at = 0
        while at < len(content):
            best: tuple[int, K] | None = None
            for lemma in sorted(lemmas[at]):
                for pattern, key in self._by_first.get(lemma, ()):
                    size = len(pattern)
                    here = lemmas[at : at + size]
                    if (best is None or size > best[0]) and len(here) == size:
                        if all(a & b for a, b in zip(pattern, here, strict=True)):
                            best = (size, key)
            if best is None:
                at += 1
                continue
            span = Span(content[at].span.start, content[at + best[0] - 1].span.end)
            found.append(Found(span, best[1], span.of(text)))
            at += best[0]
        return tuple(found)


def _content(found: Iterable[Word]) -> list[Word]:
    return [w for w in found if w.kind in {TokenKind.WORD, TokenKind.NUMBER} and w.text not in {"'s", "’s"}]


def _lemmas(word: Word) -> set[str]:
    return {fold(a.lemma) for a in word.analyses} or {fold(word.text)}
