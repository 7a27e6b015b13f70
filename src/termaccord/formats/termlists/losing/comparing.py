"""Two trees of statements, branch by branch: what one says and the other does not."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from termaccord.formats.termlists.losing.matching import folded
from termaccord.formats.termlists.losing.pool import Pool
from termaccord.formats.termlists.losing.saying import SINGLE, Said, walk
from termaccord.formats.termlists.losing.telling import Teller
from termaccord.model import Degree, Subject

WHOLE = frozenset({Subject.TERM, Subject.CODE})
"""What is something even where its text is empty."""
Pairs = list[tuple[int, int]]


@dataclass(slots=True)
class Comparison:
    """One concept, or one header, against what was read back of it."""

    tell: Teller
    id: str = ""
    missing: list[tuple[Said, str]] = field(default_factory=list)
    """What is not there, and the term of which it is said."""
    added: list[Said] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    """Texts that stand where they belong: what they hold by chance is no place for something else."""

    def compare(self, meant: Said, seen: Said) -> None:
        """Hold one against the other, and tell what is not there."""
        self._inside(meant, seen)
        pool = Pool([said.text for said in self.added if said.text and said.text not in self.known])
        for said, term in self.missing:
            self._resolve(said, pool, term)

    def _inside(self, meant: Said, seen: Said, term: str = "") -> None:
        term = meant.text if meant.subject is Subject.TERM else term
        pairs = _pairs(meant.inside, seen.inside)
        ours, theirs = {i for i, _ in pairs}, {j for _, j in pairs}
        for j, other in enumerate(seen.inside):
            if j not in theirs:
                self.added += walk(other)
        found = dict(pairs)
        for i, said in enumerate(meant.inside):
            if i not in ours:
                self.missing.append((said, term))
                continue
            other = seen.inside[found[i]]
            if other.text != said.text:
                self._tell(said, Degree.CHANGED, other.text, term)
            else:
                self.known.add(said.text)
            if said != other:
                self._inside(said, other, term)
            else:
                self.known.update(inner.text for inner in walk(said))
        self._order(meant, [found[i] for i in sorted(found)], seen)

    def _order(self, meant: Said, positions: list[int], seen: Said) -> None:
        """Tell once of those that stand side by side in another order, sort by sort."""
        if all(earlier < later for earlier, later in pairwise(positions)):
            return
        for sort in dict.fromkeys(_sort(seen.inside[j]) for j in positions):
            ours = [j for j in positions if _sort(seen.inside[j]) is sort]
            if ours != sorted(ours) and sort is not Subject.ATTRIBUTE:  # XML knows no order of attributes
                was, now = (
                    "; ".join(map(_name, (seen.inside[j] for j in js))) for js in (ours, sorted(ours))
                )
                self.tell.tell(
                    Subject.ORDER, Degree.CHANGED, was, now, concept=self.id, language=meant.language
                )

    def _resolve(self, said: Said, pool: Pool, term: str) -> None:
        if said.inside and not said.text and said.subject not in WHOLE:
            for inner in said.inside:  # a group that says nothing by itself
                self._resolve(inner, pool, term)
            return
        if said.instead:
            self._tell(said, Degree.CHANGED, said.instead, term)
            return
        place = pool.of_language(said) if said.subject is Subject.LANGUAGE else pool.place(said)
        if place is None:
            self._tell(said, Degree.GONE, "", term)
            return
        self._tell(said, Degree.MOVED, place, term)
        term = said.text if said.subject is Subject.TERM else term
        for inner in said.inside:
            self._resolve(inner, pool, term)

    def _tell(self, said: Said, degree: Degree, became: str, term: str) -> None:
        text = said.text if degree is Degree.CHANGED else said.shown or said.text
        if said.label and said.subject is not Subject.NOTE:
            text = f"{said.label}: {text}" if text else said.label
        self.tell.tell(said.subject, degree, text, became, concept=self.id, language=said.language, term=term)


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


def _sort(said: Said) -> Subject:
    return Subject.DATA_CATEGORY if said.subject is Subject.NOTE else said.subject


def _name(said: Said) -> str:
    return said.text or said.label


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
