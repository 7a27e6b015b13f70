"""A conflict as a rule answers it: every name with all its places, why they are one thing, which is preferred."""

from collections.abc import Mapping, Sequence

from termaccord.lint.conflicts.conflict import Conflict
from termaccord.lint.conflicts.parties import Party
from termaccord.lint.conflicts.preference import Choice, choose
from termaccord.lint.rule import Collection, Mark
from termaccord.model import Message, Occurrence, Place, Rendering, Severity, Span, say


def mark(
    conflict: Conflict,
    collection: Collection,
    template: str,
    severity: Severity,
    notes: Mapping[str, str] | None = None,
) -> Mark:
    """
    Say a conflict.

    `template` takes {names} and {preferred}; `notes` says what is peculiar to a name.
    The mark stands at the first place of a name that is not preferred.
    """
    choice = choose(conflict.parties, conflict.sources, collection)
    others = sorted(
        (p for p in conflict.parties if p is not choice.party), key=lambda p: (-len(p.occurrences), p.text)
    )
    ranked = [choice.party, *others]
    variants = tuple(_rendering(p, choice.party, conflict.language, collection, notes or {}) for p in ranked)
    first = min(((o, p) for p in others for o in p.occurrences), key=lambda pair: pair[0])[0]
    return Mark(
        Span(0, 0),
        say(template, names=_names(ranked), preferred=choice.party.text),
        choice.party.text,
        conflict.concept.id,
        _why(conflict, choice),
        severity,
        place=_place(first, conflict.language, collection),
        quoted=first.text,
        variants=variants,
    )


def _rendering(
    party: Party, preferred: Party, language: str, collection: Collection, notes: Mapping[str, str]
) -> Rendering:
    places = tuple(_place(o, language, collection) for o in party.occurrences)
    return Rendering(party.text, places, "preferred" if party is preferred else "", notes.get(party.text, ""))


def _place(occurrence: Occurrence, language: str, collection: Collection) -> Place:
    return collection.place_of(occurrence.document, occurrence.unit, language, occurrence.span)


def _names(parties: Sequence[Party]) -> str:
    return ", ".join(f"“{p.text}” ({len(p.occurrences)})" for p in parties)


def _why(conflict: Conflict, choice: Choice) -> Message:
    shown = {"evidence": evidence(conflict), "preferred": choice.party.text, "reason": choice.reason}
    if conflict.elsewhere is None:
        return say("{evidence} “{preferred}” is proposed because {reason}.", **shown)
    return say(
        "{evidence} In another language it is always “{elsewhere}”. “{preferred}” is proposed because {reason}.",
        elsewhere=conflict.elsewhere.text,
        **shown,
    )


def evidence(conflict: Conflict) -> Message:
    """Why these are names of one thing."""
    source = conflict.sources[0].text if conflict.sources else ""
    if source and conflict.aligned:
        return say("All stand opposite “{source}” in aligned sentences.", source=source)
    if source and any(conflict.opposite):
        far = ", ".join(
            f"“{p.text}”" for p, n in zip(conflict.parties, conflict.opposite, strict=True) if not n
        )
        return say(
            "Others stand opposite “{source}” in aligned sentences; {names} means the same in a text that is not aligned.",
            source=source,
            names=far,
        )
    if conflict.shared:
        return say("Texts introduce the abbreviation {short} with each of them.", short=conflict.shared)
    return say("They are the same kind of thing, and their words or letters are nearly the same.")
