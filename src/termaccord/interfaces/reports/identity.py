"""By what a finding is known again in the next run, wherever the text has moved to."""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from termaccord.model import Finding


def key(finding: Finding) -> str:
    """
    The same for the same rule, thing and renderings, however the lines have moved.

    A conflict is known by its concept and its forms, in whatever files they stand;
    anything else by its file, its unit and its words.
    """
    if finding.variants:
        parts = [finding.code, finding.concept, *sorted(v.text for v in finding.variants)]
    else:
        place = finding.place
        parts = [finding.code, place.file, place.unit, finding.concept, finding.text, finding.preferred]
        parts += [] if finding.text else [str(finding.message)]
    return sha256("\0".join(parts).encode()).hexdigest()


def keys(findings: Sequence[Finding]) -> tuple[str, ...]:
    """The key of each finding; the second with the same key is numbered, so that none is taken for another."""
    seen: Counter[str] = Counter()
    found = []
    for finding in findings:
        known = key(finding)
        seen[known] += 1
        again = seen[known]
        found.append(known if again == 1 else sha256(f"{known}\0{again}".encode()).hexdigest())
    return tuple(found)
