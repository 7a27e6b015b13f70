"""Where a text asks rules to keep silent, and whether there was anything to silence."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from termaccord.lint.choice import specificity
from termaccord.lint.rule import ALL, Rule, Silence
from termaccord.model import Finding, Place, Suppression

Hidden = Callable[[Place], bool]
FEWEST = 2
"""Forms that a conflict needs."""


def silenced(
    findings: Iterable[Finding],
    suppressions: Sequence[Suppression],
    rules: Sequence[Rule],
    every: Sequence[Rule],
) -> tuple[tuple[Finding, ...], tuple[Silence, ...]]:
    """
    The findings that no suppression covers, and what each suppression has come to.

    One comment may suppress in several places, as in the plural forms of a message; it is idle if it is in all of them.
    A conflict goes when its own place is covered, and when fewer than two forms have a place left.
    `rules` are those that have run, `every` is those that there are.
    """
    if not suppressions:
        return tuple(findings), ()
    ledger = _Ledger(suppressions, {rule.code: rule for rule in every})
    kept = []
    for finding in findings:
        covered = ledger.covers(finding.code)
        if covered(finding.place):
            continue
        left = without(finding, covered)
        if left is not None:
            kept.append(left)
    used: dict[tuple[Place, tuple[str, ...]], set[str]] = {}
    for suppression, names in zip(suppressions, ledger.used, strict=True):
        used.setdefault((suppression.place, suppression.codes), set()).update(names)
    silences = {(s.place, s.codes): s for s in reversed(suppressions)}
    return tuple(kept), tuple(_silence(silences[key], names, rules, every) for key, names in used.items())


class _Ledger:
    """Which names in which suppressions have silenced something."""

    def __init__(self, suppressions: Sequence[Suppression], rules: dict[str, Rule]) -> None:
        self.used: list[set[str]] = [set() for _ in suppressions]
        self._rules = rules
        self._by_file: dict[str, list[tuple[int, Suppression]]] = {}
        for index, suppression in enumerate(suppressions):
            self._by_file.setdefault(suppression.covers.file, []).append((index, suppression))

    def covers(self, code: str) -> Hidden:
        rule = self._rules.get(code)

        def covered(place: Place) -> bool:
            found = False
            for index, suppression in self._by_file.get(place.file, ()):
                names = _meant(suppression, rule)
                if names and within(place, suppression.covers):
                    self.used[index] |= names
                    found = True
            return found

        return covered


def _meant(suppression: Suppression, rule: Rule | None) -> set[str]:
    if rule is None:
        return set()
    return {name for name in suppression.codes or (ALL,) if specificity(name, rule) >= 0}


def within(place: Place, area: Place) -> bool:
    """Whether a place is in an area: the same file; the unit and the stretch only where the area has one."""
    if place.file != area.file or area.unit not in {"", place.unit}:
        return False
    if area.span is None:
        return True
    return place.span is not None and place.span.start < area.span.end and area.span.start < place.span.end


def without(finding: Finding, hidden: Hidden) -> Finding | None:
    """
    A finding without the places that are hidden; None when too little is left of it.

    A conflict whose own place is hidden stands at the next place of a form that is not preferred.
    """
    if not finding.variants:
        return None if hidden(finding.place) else finding
    variants = tuple(
        replace(v, places=places)
        for v in finding.variants
        if (places := tuple(p for p in v.places if not hidden(p)))
    )
    edits = tuple(e for e in finding.edits if not hidden(e.place))
    if variants == finding.variants:
        return replace(finding, edits=edits) if edits != finding.edits else finding
    others = [v for v in variants if v.text != finding.preferred]
    if len(variants) < FEWEST or not others:
        return None
    moved = replace(finding, variants=variants, edits=edits)
    if any(finding.place in v.places for v in others):
        return moved
    return replace(moved, place=others[0].places[0], text=others[0].text)


def _silence(
    suppression: Suppression, used: set[str], rules: Sequence[Rule], every: Sequence[Rule]
) -> Silence:
    names = suppression.codes or (ALL,)
    meant = {name: [rule for rule in every if specificity(name, rule) >= 0] for name in names}
    unknown = tuple(name for name in names if not meant[name])
    idle = tuple(
        name
        for name in names
        if name not in used and meant[name] and all(r in rules or not r.default for r in meant[name])
    )
    return Silence(suppression, unknown, idle)
