"""What a review remembers from one time to the next; without it nothing is lost but the order."""

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from termaccord.project.files import keep_unversioned, write
from termaccord.project.terms.reviewing.expected import Verdict

NAME = "review.json"


@dataclass(slots=True)
class Remembered:
    """How often each proposal was skipped, and what was decided about others of which score."""

    path: Path | None
    skipped: Counter[str] = field(default_factory=Counter)
    decided: list[Verdict] = field(default_factory=list)

    def keep(self) -> None:
        """Write it down; nothing where there is no project to keep it in."""
        if self.path is not None:
            plain = {
                "skipped": dict(sorted(self.skipped.items())),
                "decided": [[one.concept, one.score, one.wrong] for one in self.decided],
            }
            keep_unversioned(self.path.parent)
            write(self.path, (json.dumps(plain, ensure_ascii=False) + "\n").encode())


def recall(folder: Path | None) -> Remembered:
    """What was remembered; nothing where it cannot be read."""
    path = folder / NAME if folder else None
    empty = Remembered(path)
    if path is None or not path.is_file():
        return empty
    try:
        plain = json.loads(path.read_bytes())
        skipped = Counter({str(k): int(v) for k, v in plain["skipped"].items()})
        decided = [Verdict(str(c), float(s), bool(w)) for c, s, w in plain["decided"]]
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return empty
    return Remembered(path, skipped, decided)
