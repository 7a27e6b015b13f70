"""One name that is not always whole: shortened where nobody has introduced it, or with its owner in another place."""

from collections.abc import Iterable, Sequence

from termaccord.lint.conflicts.forms import Difference, Form, difference, form, head, without
from termaccord.lint.conflicts.parties import Party
from termaccord.model import Category, ProposedConcept

LEAST = 2
"""Words of meaning from which a short form is a name rather than a reference: the Council, the Union."""


def abridged(party: Party, owners: frozenset[str], known: Sequence[frozenset[str]]) -> tuple[Party, ...]:
    """
    A name, and its short forms in texts that never give it whole.

    What is left out must not be just the organisation that it belongs to; `known` are the words of their names.
    """
    full = party.forms[0]
    short = [f for f in party.forms[1:] if _cut(f, full, party, owners, known)]
    if not short:
        return (party,)
    rest = tuple(f for f in party.forms if f not in short)
    return Party(rest), Party(tuple(short))


def _cut(
    short: Form, full: Form, party: Party, owners: frozenset[str], known: Sequence[frozenset[str]]
) -> bool:
    if difference(short, full, owners) not in {Difference.SHORT, Difference.TURNED}:
        return False
    left_out = set(full.words) - set(short.words) - owners
    owner = any(left_out <= words and not set(full.words) <= words for words in known)
    if owner or len(without(short.words, owners)) < LEAST or head(full) not in short.words:
        return False
    longer = {d for f in party.forms if len(f.words) > len(short.words) for d in f.documents}
    return not short.documents <= longer


def moved(party: Party) -> tuple[Party, ...]:
    """A name with its owner before it and behind it: the OFA Secretary, the Secretary of the OFA."""
    groups: dict[tuple[str, ...], list[Form]] = {}
    for name in party.forms:
        groups.setdefault(name.words, []).append(name)
    turned = [words for words in groups if any(w != words and sorted(w) == sorted(words) for w in groups)]
    return tuple(Party(tuple(groups[words])) for words in turned) if turned else (party,)


def organisations(concepts: Iterable[ProposedConcept]) -> tuple[frozenset[str], ...]:
    """The words of every full name that has an abbreviation."""
    bodies = (c for c in concepts if c.category is Category.BODY and any(t.abbreviation for t in c.terms))
    names = {frozenset(form(t).words) for c in bodies for t in c.terms if not t.abbreviation}
    return tuple(sorted(names, key=sorted))
