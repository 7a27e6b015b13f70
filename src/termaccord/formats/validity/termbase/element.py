"""An element of a termbase while it is open."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from termaccord.formats.validity.termbase.grammar import FOREIGN

LONGEST_VALUE = 200
"""Characters of an element's text that are kept: no value of a picklist and no date is longer."""


@dataclass(slots=True, eq=False)
class Element:
    """What is known of an open element; every judge sees the same."""

    name: str
    """The local name; of an element of another namespace `~~`."""
    label: str
    """As the file writes it."""
    namespace: str
    attributes: dict[str, str]
    line: int
    parent: "Element | None"
    namespaces: Mapping[str, str]
    """Prefix to namespace."""
    concept: str = ""
    """The id of the concept that it stands in."""
    said: str = ""
    """The beginning of its text, markup left out."""
    marked: bool = False
    """Whether it holds elements."""
    repeated: int = 0
    """The line in which its id has stood before; 0 where it is the first."""
    codes: list["Element"] = field(default_factory=list)
    """Its inline codes `sc` and `ec`, in order."""

    @property
    def foreign(self) -> bool:
        """Whether it belongs to another namespace than the root."""
        return self.name == FOREIGN

    @property
    def local(self) -> str:
        """The name without prefix."""
        return self.label.rpartition(":")[2]

    @property
    def type(self) -> str | None:
        """The data category of an element in style dca."""
        return self.attributes.get("type")

    def above(self, steps: int = 1) -> str:
        """The name of the parent, or of an element further up; empty above the root."""
        found = self.parent
        for _ in range(steps - 1):
            found = found.parent if found else None
        return found.name if found else ""

    def add(self, text: str) -> None:
        """Keep the beginning of its text."""
        room = LONGEST_VALUE - len(self.said)
        if room > 0:
            self.said += text[:room]
