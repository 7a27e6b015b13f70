"""An outside glossary goes into ours, concept by concept; nothing of ours is overwritten without being asked."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from termaccord.model import Concept, LanguageSection, Status, say
from termaccord.project.terms.journal import Hand
from termaccord.project.terms.merging.index import STRONG, Held, Index, all_keys, keys_of
from termaccord.project.terms.merging.joining import Joining, fresh_term
from termaccord.project.terms.merging.matching import Match, match
from termaccord.project.terms.merging.naming import is_named, own_id
from termaccord.project.terms.merging.outcome import Conflict, Matter, Outcome, Policy, Prefer, Verdict
from termaccord.project.terms.merging.said import wanted
from termaccord.project.terms.naming import name_of
from termaccord.text.analyser import primary_language


@dataclass(slots=True)
class Merge:
    """A merge under way."""

    index: Index
    policy: Policy
    hand: Hand
    target: int = 0
    """Number of the file that new concepts come into."""
    taken: frozenset[str] = frozenset()
    """Ids that others have, such as proposals."""
    outcomes: list[Outcome] = field(default_factory=list)

    def take(self, file: str, concepts: Iterable[Concept]) -> None:
        """
        Merge the concepts of a file; one that is the same as an earlier one of the file goes into that.

        What contradicts ours is asked again as long as others add to ours, since these may settle it:
        so the file may come in any order, and brings nothing more the second time.
        """
        start = len(self.outcomes)
        for concept in concepts:
            if any(section.terms for section in concept.languages):
                self.outcomes.append(self._taken(file, concept))
        changes = -1
        while changes != self.index.changes:
            changes = self.index.changes
            for place in range(start, len(self.outcomes)):
                before = self.outcomes[place]
                if before.verdict is not Verdict.NEW and before.conflicts:
                    self.outcomes[place] = _with(before, self._taken(file, before.theirs))

    def _taken(self, file: str, theirs: Concept) -> Outcome:
        found = match(theirs, self.index, named=is_named(theirs))
        if found is None:
            return self._new(file, theirs)
        ours = self.index.held[found.number].concept
        if self.policy.new_only:
            return Outcome(file, theirs, Verdict.LEFT_OUT, ours.id, name_of(ours))
        if found.matter is None:
            return self._join(file, theirs, found, ())
        conflict = self._against(theirs, ours, found)
        takes = self.policy.prefer is Prefer.THEIRS and found.matter is not Matter.SEVERAL
        if takes and found.matter in {Matter.HOMONYM, Matter.ID}:
            made = self._new(file, theirs)
            return replace(made, conflicts=(conflict,))
        if found.matter is Matter.RENDERING and (takes or self.policy.add):
            insists = takes and not self.index.held[found.number].fresh
            said = _insisting(theirs, self.index.held[found.number]) if insists else theirs
            return self._join(file, said, found, (conflict,))
        return Outcome(file, theirs, Verdict.CONFLICT, ours.id, name_of(ours), (), (conflict,))

    def _new(self, file: str, theirs: Concept) -> Outcome:
        taken = self.taken | self.index.ids.keys() if theirs.id in self.taken else self.index.ids
        made = fresh_concept(replace(theirs, id=own_id(theirs, taken)), self.policy, self.hand)
        self.index.add(made, self.target, fresh=True)
        said = say("“{name}” is new as {id}", name=name_of(made), id=made.id)
        return Outcome(file, theirs, Verdict.NEW, made.id, name_of(made), (said,))

    def _join(self, file: str, theirs: Concept, found: Match, before: tuple[Conflict, ...]) -> Outcome:
        held = self.index.held[found.number]
        hand = replace(self.hand, quiet=True) if held.fresh else self.hand
        themselves = held.fresh and self.policy.prefer is Prefer.THEIRS
        policy = replace(self.policy, prefer=Prefer.NOBODY) if themselves else self.policy
        joining = Joining(held.concept, policy, hand, held.claims)
        joining.take(theirs)
        changed = joining.concept != held.concept
        name = name_of(held.concept)
        if changed:
            self.index.put(found.number, joining.concept)
        conflicts = (*before, *joining.conflicts)
        verdict = Verdict.ADDED if changed else Verdict.SAME
        if any(one.open for one in conflicts) and not changed:
            verdict = Verdict.CONFLICT
        return Outcome(file, theirs, verdict, held.concept.id, name, tuple(joining.said), conflicts)

    def _against(self, theirs: Concept, ours: Concept, found: Match) -> Conflict:
        """What speaks against a concept's being ours, both sides of it."""
        decided, both = self.policy.prefer, False
        if found.matter is Matter.SEVERAL:
            others = "; ".join(self.index.held[n].concept.id for n in (found.number, *found.others))
            decided = Prefer.OURS if decided is Prefer.OURS else Prefer.NOBODY
            return Conflict(Matter.SEVERAL, others, name_of(theirs), decided=decided)
        if found.matter is Matter.HOMONYM:
            mine, other = (f"{name_of(o)} ({o.subject_field})" for o in (ours, theirs))
            return Conflict(Matter.HOMONYM, mine, other, decided=decided)
        if found.matter is Matter.ID:
            return Conflict(
                Matter.ID, f"{ours.id}: {name_of(ours)}", f"{theirs.id}: {name_of(theirs)}", decided=decided
            )
        both = self.policy.add and decided is Prefer.NOBODY
        language, shared = _apart(theirs, ours)
        mine, other = (_names(one, language) for one in (ours, theirs))
        return Conflict(Matter.RENDERING, mine, other, language, shared, decided, both)


def _with(before: Outcome, after: Outcome) -> Outcome:
    """What becomes of a concept that was asked twice."""
    said = (*before.said, *after.said)
    added = Verdict.ADDED in {before.verdict, after.verdict}
    return replace(after, said=said, verdict=Verdict.ADDED if added else after.verdict)


def fresh_concept(theirs: Concept, policy: Policy, hand: Hand) -> Concept:
    """An outside concept as one of ours: with its own history, and a transaction that says who has brought it."""
    sections = tuple(
        replace(
            s, terms=tuple(fresh_term(t, policy, replace(hand, quiet=True)) for t in s.terms), attributes=()
        )
        for s in theirs.languages
        if s.terms
    )
    extra = tuple(one for one in theirs.extra if wanted(one) or one.kind == "transacGrp")
    return replace(theirs, languages=sections, attributes=(), extra=hand.noted(extra, "origination"))


def _insisting(theirs: Concept, ours: Held) -> Concept:
    """
    Their concept with a preferred term in each language in which we have another, as if they had said so.

    Where another concept of theirs has said what is preferred, that stands.
    """
    held = {primary_language(s.language): s for s in ours.concept.languages}
    said = {
        primary_language(language)
        for (what, language, _), value in ours.claims.items()
        if (what, value) == ("status", Status.PREFERRED)
    }
    sections = []
    for section in theirs.languages:
        own = held.get(primary_language(section.language))
        primary = primary_language(section.language)
        apart = own is not None and not _share(section, own) and primary not in said
        if apart and not any(t.status is Status.PREFERRED for t in section.terms):
            first, *rest = section.terms
            if first.status is None:
                section = replace(section, terms=(replace(first, status=Status.PREFERRED), *rest))  # noqa: PLW2901
        sections.append(section)
    return replace(theirs, languages=tuple(sections))


def _share(one: LanguageSection, other: LanguageSection) -> bool:
    """Whether two sections of a language have a term in common."""
    mine, theirs = (
        {key for t in s.terms for key in keys_of(t.text, s.language) if key[1] in STRONG}
        for s in (one, other)
    )
    return bool(mine & theirs)


def _apart(theirs: Concept, ours: Concept) -> tuple[str, str]:
    """A language in which two concepts have no term in common, and a term that they have in another."""
    language, shared = "", ""
    for section in theirs.languages:
        for own in ours.languages:
            if primary_language(own.language) != primary_language(section.language):
                continue
            if _share(section, own):
                keys = {key for key in all_keys(ours) if key[1] in STRONG}
                common = (t.text for t in section.terms if keys & keys_of(t.text, section.language))
                shared = shared or next(common, "")
            else:
                language = language or own.language
    return language, shared


def _names(concept: Concept, language: str) -> str:
    """The names of a concept in a language."""
    primary = primary_language(language)
    return "; ".join(
        t.text for s in concept.languages if primary_language(s.language) == primary for t in s.terms
    )
