"""Which finding tells of a place where two would say the same."""

from collections.abc import Iterable

from termaccord.lint.silence import Hidden, within
from termaccord.lint.silence import without as without_places
from termaccord.lint.terms import Terms
from termaccord.model import Finding, Place, Severity

DECIDED = frozenset({"T01", "T02"})
"""The glossary has decided: at their places no rule need say that renderings compete."""
CONFLICT = "C"
"""What the codes of rules begin with that compare renderings across documents."""
SAME = {"R03": "T01"}
"""A rule that says of a memory what another says of any text."""


def once(findings: Iterable[Finding], terms: Terms) -> tuple[Finding, ...]:
    """The findings without what another one tells at the same place, or what the glossary accepts side by side."""
    held = tuple(findings)
    decided = _covering(f for f in held if f.code in DECIDED and f.severity is not Severity.INFO)
    others = {code: _covering(f for f in held if f.code == other) for code, other in SAME.items()}
    kept = (f for f in held if f.code not in others or not others[f.code](f.place))
    left = (without_places(f, decided) if f.code.startswith(CONFLICT) else f for f in kept)
    return tuple(f for f in left if f is not None and not _accepted(f, terms))


def _accepted(finding: Finding, terms: Terms) -> bool:
    """Whether all forms of a conflict are accepted terms of one concept."""
    if not finding.code.startswith(CONFLICT) or not finding.variants:
        return False
    return bool(frozenset.intersection(*(terms.accepting(v.text) for v in finding.variants)))


def _covering(findings: Iterable[Finding]) -> Hidden:
    by_file: dict[tuple[str, str], list[Place]] = {}
    for finding in findings:
        by_file.setdefault((finding.place.file, finding.place.unit), []).append(finding.place)

    def covered(place: Place) -> bool:
        return any(within(place, area) for area in by_file.get((place.file, place.unit), ()))

    return covered
