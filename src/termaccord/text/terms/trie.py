"""The terms of a glossary as a trie over the words that they are made of."""

import re
from collections.abc import Iterable

from termaccord.text.analyse import analyser_for
from termaccord.text.normalise import fold
from termaccord.text.terms.patterns import shapes
from termaccord.text.terms.shapes import Forms, Shape

Hits = tuple[tuple[int, str], ...]
"""Of a word of a text: the numbers of the words of terms that it may be, and the form as which it is one."""
Path = tuple[int, tuple[str, ...]]
"""A node, and the forms that led to it."""
_ENDINGS = ("а", "у", "ом", "е", "ы", "и", "ов", "ам", "ами", "ах", "s")
_ENDING = re.compile(rf"([А-ЯЁ]{{2,}})(?:{'|'.join(_ENDINGS[:-1])})|([A-Z]{{2,}})s")
"""An abbreviation with an ending: МИДа, NGOs."""
_NODES = 1 << 32
_ROOT = 0


class Trie:
    """
    Which sequences of words are terms.

    A word stands for all forms that it may take, agreement or not; what stands still is seen when a term is found.
    """

    def __init__(self, language: str) -> None:
        self.language = analyser_for(language).language
        self.edges: dict[int, int] = {}
        """Node and number of a word, as one number, to the next node."""
        self.terms: dict[int, list[int]] = {}
        """Of a node: the terms that end there."""
        self.inner: set[int] = set()
        """Nodes from which terms go on."""
        self.forms: dict[str, list[int]] = {}
        """Folded forms, or lemmas behind “~”, to the numbers of words."""
        self.endings: dict[str, list[int]] = {}
        """Folded abbreviations with an ending, likewise; only a look at its capitals tells a word from them."""
        self.by_lemma = False
        """Whether the words of a text must be lemmatised."""
        self._numbers: dict[str, tuple[int, ...]] = {}
        self._known: dict[frozenset[str], int] = {}

    def add(self, index: int, term: str) -> bool:
        """Take a term in citation form under a number of its own; False where it has neither letter nor digit."""
        node = _ROOT
        for word, shape in shapes(term, self.language):
            for number in self._numbers.get(word) or self._numbered(word, shape):
                if node != _ROOT:
                    self.inner.add(node)
                node = self.edges.setdefault(node * _NODES + number, len(self.edges) + 1)
        if node != _ROOT:
            self.terms.setdefault(node, []).append(index)
        return node != _ROOT

    def _numbered(self, word: str, shape: Shape) -> tuple[int, ...]:
        numbers = tuple(self._number(forms) for forms in shape.inflected)
        if word.isupper() and len(numbers) == 1 and len(word) > 1:
            for ending in _ENDINGS:
                self.endings.setdefault(fold(word) + ending, []).append(numbers[0])
        self.by_lemma |= bool(shape.lemma)
        self._numbers[word] = numbers
        return numbers

    def _number(self, forms: Forms) -> int:
        """Words that have the same forms share a number."""
        key = frozenset(forms)
        number = self._known.get(key)
        if number is None:
            number = self._known[key] = len(self._known)
            for form in forms:
                self.forms.setdefault(form, []).append(number)
        return number

    def hits(self, surface: str) -> Hits:
        """The words of terms that a word of a text may be."""
        form = fold(surface)
        found = [(number, form) for number in self.forms.get(form, ())]
        if self.by_lemma:
            readings = analyser_for(self.language).analyses(surface)
            for lemma in sorted({"~" + fold(reading.lemma) for reading in readings}):
                found += [(number, lemma) for number in self.forms.get(lemma, ())]
        if match := _ENDING.fullmatch(surface):
            form = fold(match[1] or match[2])
            found += [(number, form) for number in self.forms.get(form, ())]
        return tuple(found)

    def begins(self, hits: Hits) -> tuple[Path, ...]:
        """Where a first word leads."""
        edges = self.edges
        return tuple((node, (form,)) for number, form in hits if (node := edges.get(number)) is not None)

    def steps(self, paths: Iterable[Path], hits: Hits) -> tuple[Path, ...]:
        """Where the next word leads."""
        edges = self.edges
        return tuple(
            (node, (*forms, form))
            for before, forms in paths
            for number, form in hits
            if (node := edges.get(before * _NODES + number)) is not None
        )

    def only(self, form: str) -> int:
        """The number of the only word that a form belongs to; -1 where there are several."""
        numbers = {*self.forms.get(form, ()), *self.endings.get(form, ())}
        return numbers.pop() if len(numbers) == 1 else -1

    def alone(self) -> set[int]:
        """The numbers of words that are terms by themselves."""
        return {key for key, node in self.edges.items() if key < _NODES and node in self.terms}

    def pairs(self) -> list[tuple[int, int]]:
        """The numbers of the first two words of terms."""
        first = {node: key for key, node in self.edges.items() if key < _NODES}
        split = (divmod(key, _NODES) for key in self.edges if key >= _NODES)
        return [(first[node], second) for node, second in split if node in first]
