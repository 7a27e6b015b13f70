"""What is wrong with a TMX file, as it is found: told up to a bound, and counted."""

from collections import Counter
from collections.abc import Iterator

from termaccord.formats.validity.memory.grammar import EVERY
from termaccord.model import Finding, Message, Place, Severity, say

FEW = 100
"""Findings that say the same of different places; further ones are only counted, so that a memory of a gigabyte
with one habit does not fill the disk."""


class Ledger:
    """The findings of one file, and which grammars it has not broken yet."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.grammar = ""
        """The version that the file is held against; empty before its root has been seen."""
        self.satisfied = set(EVERY)
        self.errors = 0
        self.warnings = 0
        self._new: list[Finding] = []
        self._told: Counter[str] = Counter()
        self._once: set[str] = set()

    def broken(self, grammars: frozenset[str], code: str, message: Message, line: int) -> None:
        """Something that these grammars do not allow; told if the file is held against one of them."""
        self.satisfied -= grammars
        if self.grammar in grammars:
            self.error(code, message, line)

    def error(self, code: str, message: Message, line: int) -> None:
        """Something that breaks the standard."""
        self.errors += 1
        self._tell(Finding(code, message, Place(self.name, line=line), Severity.ERROR))

    def warning(self, code: str, message: Message, line: int) -> None:
        """Something that some tools refuse, or read otherwise."""
        self.warnings += 1
        self._tell(Finding(code, message, Place(self.name, line=line)))

    def once(self, code: str, message: Message, line: int) -> None:
        """A warning that is told of the first place only."""
        if message not in self._once:
            self._once.add(message)
            self.warning(code, message, line)

    def heard(self, finding: Finding) -> None:
        """Take what the reader of XML has found."""
        if finding.severity is Severity.ERROR:
            self.errors += 1
        else:
            self.warnings += 1
        self._tell(finding)

    def _tell(self, finding: Finding) -> None:
        key = f"{finding.code} {getattr(finding.message, 'template', finding.message)}"
        self._told[key] += 1
        if self._told[key] <= FEW:
            self._new.append(finding)

    def news(self) -> Iterator[Finding]:
        """What has been found since the last time."""
        found, self._new = self._new, []
        return iter(found)

    def rest(self) -> Iterator[Finding]:
        """What was counted only."""
        for key, count in sorted(self._told.items()):
            if count > FEW:
                code = key.partition(" ")[0]
                message = say(
                    "{count} more places in {file} have the fault {code}; mend those above first",
                    count=count - FEW,
                    file=self.name,
                    code=code,
                )
                yield Finding(code, message, Place(self.name), Severity.INFO)
