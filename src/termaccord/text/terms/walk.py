"""The way through the words of terms, remembered: every step is worked out once for each spelling."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from termaccord.text.terms.fitting import agree
from termaccord.text.terms.patterns import Pattern, pattern
from termaccord.text.terms.trie import Path, Trie

_MOST = 1 << 18
"""Spellings that are remembered before all are forgotten."""


@dataclass(slots=True)
class State:
    """Where some words of a text have led."""

    paths: tuple[Path, ...]
    sure: tuple[int, ...]
    """Terms that end here, whatever the text around."""
    unsure: tuple[int, ...]
    """Terms that end here if capitals and punctuation are right."""
    inner: bool
    """Whether terms go on from here."""
    following: dict[str, "State | None"] = field(default_factory=dict)


class Walk:
    """Steps from word to word of a text; how a term inflects is found out when its words are first met."""

    def __init__(self, trie: Trie, terms: Sequence[str]) -> None:
        self._trie = trie
        self._terms = terms
        self.patterns: dict[int, Pattern] = {}
        self._states: dict[tuple[Path, ...], State] = {}
        self.beginnings: dict[str, State | None] = {}
        """The states that lone words lead to, as far as they have been asked for."""

    def begin(self, surface: str) -> State | None:
        """The state behind a word with which a term may begin."""
        if len(self.beginnings) > _MOST:
            self.beginnings.clear()
            self._states.clear()
        state = self.beginnings[surface] = self._state(self._trie.begins(self._trie.hits(surface)))
        return state

    def follow(self, state: State, surface: str) -> State | None:
        """The state behind the next word."""
        reached = self._state(self._trie.steps(state.paths, self._trie.hits(surface)))
        state.following[surface] = reached
        return reached

    def pattern(self, term: int) -> Pattern:
        made = self.patterns.get(term)
        if made is None:
            made = self.patterns[term] = pattern(self._terms[term], self._trie.language)
        return made

    def _state(self, paths: tuple[Path, ...]) -> State | None:
        if not paths:
            return None
        state = self._states.get(paths)
        if state is None:
            ends = [(t, forms) for node, forms in paths for t in self._trie.terms.get(node, ())]
            fitting = sorted({term for term, forms in ends if self._fits(self.pattern(term), forms)})
            simple = [self.pattern(term).simple for term in fitting]
            sure = tuple(t for t, alone in zip(fitting, simple, strict=True) if alone)
            unsure = tuple(t for t, alone in zip(fitting, simple, strict=True) if not alone)
            inner = tuple(path for path in paths if path[0] in self._trie.inner)
            state = self._states[paths] = State(inner, sure, unsure, bool(inner))
        return state if state.inner or state.sure or state.unsure else None

    def _fits(self, term: Pattern, forms: Sequence[str]) -> bool:
        masks = [slot.get(form, 0) for slot, form in zip(term.slots, forms, strict=True)]
        return 0 not in masks and (term.simple or agree(term, masks))
