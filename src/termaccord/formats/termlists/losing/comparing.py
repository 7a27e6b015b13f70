"""Two trees of statements, branch by branch: what one says and the other does not."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from termaccord.formats.termlists.losing.matching import folded
from termaccord.formats.termlists.losing.saying import SINGLE, Said, walk
from termaccord.formats.termlists.losing.telling import Teller
from termaccord.model import Degree, Subject

Pairs = list[tuple[int, int]]


@dataclass(slots=True)
class Comparison:
    """One concept, or one header, against what was read back of it."""

    tell: Teller
    id: str = ""
    missing: list[Said] = field(default_factory=list)
    added: list[Said] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    """Texts that stand where they belong: what they hold by chance is no place for something else."""

    def compare(self, meant: Said, seen: Said) -> None:
        """Hold one against the other, and tell what is not there."""
        self._inside(meant, seen)
        pool = [said for said in self.added if said.text and said.text not in self.known]
        for said in self.missing:
            self._resolve(said, pool)

    def _inside(self, meant: Said, seen: Said) -> None:
        pairs = _pairs(meant.inside, seen.inside)
        ours, theirs = {i for i, _ in pairs}, {j for _, j in pairs}
        for j, other in enumerate(seen.inside):
            if j not in theirs:
                self.added += walk(other)
        found = dict(pairs)
        for i, said in enumerate(meant.inside):
            if i not in ours:
                self.missing.append(said)
                continue
            other = seen.inside[found[i]]
            if other.text != said.text:
                self._tell(said, Degree.CHANGED, other.text)
            else:
                self.known.add(said.text)
            if said != other:
                self._inside(said, other)
            else:
                self.known.update(inner.text for inner in walk(said))
        self._order(meant, [found[i] for i in sorted(found)], seen)

    def _order(self, meant: Said, positions: list[int], seen: Said) -> None:
        if any(later < earlier for earlier, later in pairwise(positions)):
            now = "; ".join(seen.inside[j].text or seen.inside[j].label for j in sorted(positions))
            was = "; ".join(seen.inside[j].text or seen.inside[j].label for j in positions)
            self.tell.tell(Subject.ORDER, Degree.CHANGED, was, now, concept=self.id, language=meant.language)

    def _resolve(self, said: Said, pool: list[Said]) -> None:
        if said.inside and not said.text and said.subject is not Subject.TERM:
            for inner in said.inside:  # a group that says nothing by itself
                self._resolve(inner, pool)
            return
        if said.instead:
            self._tell(said, Degree.CHANGED, said.instead)
            return
        place = _language_place(said, pool) if said.subject is Subject.LANGUAGE else _place(said, pool)
        if place is None:
            self._tell(said, Degree.GONE, "")
            return
        self._tell(said, Degree.MOVED, place)
        for inner in said.inside:
            self._resolve(inner, pool)

    def _tell(self, said: Said, degree: Degree, became: str) -> None:
        text = said.text if degree is Degree.CHANGED else said.shown or said.text
        if said.label and said.subject is not Subject.NOTE:
            text = f"{said.label}: {text}" if text else said.label
        self.tell.tell(said.subject, degree, text, became, concept=self.id, language=said.language)


def _pairs(meant: tuple[Said, ...], seen: tuple[Said, ...]) -> Pairs:
    """Which statement of one side is which of the other, the surest first."""
    free = dict.fromkeys(range(len(seen)))
    waiting = list(range(len(meant)))
    pairs: Pairs = []
    for alike in (_equal, _same_text, _same_words, _only_one):
        left: list[int] = []
        for i in waiting:
            j = next((j for j in free if meant[i].kind == seen[j].kind and alike(meant[i], seen[j])), None)
            if j is None:
                left.append(i)
            else:
                del free[j]
                pairs.append((i, j))
        waiting = left
        if not waiting or not free:
            break
    return pairs


def _equal(one: Said, other: Said) -> bool:
    return one == other


def _same_text(one: Said, other: Said) -> bool:
    return one.text == other.text


def _same_words(one: Said, other: Said) -> bool:
    if one.subject is Subject.LANGUAGE:
        return _primary(one.text) == _primary(other.text)
    return folded(one.text) == folded(other.text)


def _only_one(one: Said, other: Said) -> bool:
    return one.subject in SINGLE and one.subject is other.subject


def _primary(language: str) -> str:
    return re.split("[-_]", language, maxsplit=1)[0].lower()


def _language_place(said: Said, pool: list[Said]) -> str | None:
    """Where all terms of a language stand, if they stand anywhere."""
    terms = [inner for inner in said.inside if inner.subject is Subject.TERM]
    places = [_place(term, pool) for term in terms]
    found = [place for place in places if place is not None]
    return "; ".join(dict.fromkeys(found)) if terms and len(found) == len(terms) else None


def _place(said: Said, pool: Iterable[Said]) -> str | None:
    """The text that holds a statement which is not where it belongs."""
    if not said.text:
        return None
    name = said.label.rpartition(" ")[2] or said.subject.value
    exact = {said.text, f"{name}: {said.text}"}
    within = re.compile(rf"(?<!\w){re.escape(said.text)}(?!\w)")
    held = None
    for other in pool:
        if other.text in exact:
            return other.text
        if held is None and within.search(other.text):
            held = other.text
    return held
