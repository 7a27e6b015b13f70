"""Who changed a concept, and when."""

import datetime as dt
import getpass
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from termaccord.model import Concept, DataCategory, Term

Kind = Literal["origination", "modification"]


@dataclass(frozen=True, slots=True)
class Hand:
    """Whose hand a change is from, and the day in UTC."""

    by: str
    day: dt.date
    quiet: bool = False
    """Whether no transaction is written."""

    def transaction(self, kind: Kind) -> DataCategory:
        """The transaction as ISO 30042 writes it: what was done, who is responsible, when."""
        children = (
            DataCategory("transac", "transactionType", kind),
            *([DataCategory("transacNote", "responsibility", self.by)] if self.by else []),
            DataCategory("date", "", self.day.isoformat()),
        )
        return DataCategory("transacGrp", children=children)

    def noted(self, extra: tuple[DataCategory, ...], kind: Kind = "modification") -> tuple[DataCategory, ...]:
        """What is said of a term or a concept, with this transaction; one of the same person and day is enough."""
        held = (self.transaction(kind), self.transaction("origination"))
        return extra if self.quiet or any(one in extra for one in held) else (*extra, held[0])


def hand(by: str = "", folder: Path | None = None, now: dt.datetime | None = None) -> Hand:
    """
    Who changes something now.

    Parameters
    ----------
    by
        The name to write; else the one that git knows in `folder`, else the login name.
    folder
        The project's, whose git settings count.
    now
        For tests; else the clock, or SOURCE_DATE_EPOCH where it is set (reproducible-builds.org).

    """
    return Hand(" ".join(by.split()) or _from_git(folder) or _login(), _today(now))


def _today(now: dt.datetime | None) -> dt.date:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if now is None and epoch.isdigit():
        now = dt.datetime.fromtimestamp(int(epoch), dt.UTC)
    return (now or dt.datetime.now(dt.UTC)).astimezone(dt.UTC).date()


def _from_git(folder: Path | None) -> str:
    try:
        answer = subprocess.run(
            ["git", "config", "user.name"],  # noqa: S607  # the user's own git, wherever it is
            cwd=folder,
            capture_output=True,
            check=False,
            timeout=5,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return " ".join(answer.stdout.decode("utf-8", "replace").split())


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def history(said: Concept | Term) -> list[tuple[str, str, str]]:
    """The transactions of a concept or a term: what, who, when."""
    return [
        (_of(group, "transac"), _of(group, "transacNote"), _of(group, "date"))
        for group in said.extra
        if group.kind == "transacGrp"
    ]


def _of(group: DataCategory, kind: str) -> str:
    return next((child.text for child in group.children if child.kind == kind), "")
