"""What the tests show to other programs: the project's own glossary and memory, and what is made of them."""

from dataclasses import dataclass
from pathlib import Path

from termaccord.align.units import NAMES
from termaccord.formats import tbx, tmx
from termaccord.model import Glossary

ROOT = Path(__file__).parents[2]
GLOSSARY = ROOT / "glossary/csto.tbx"


@dataclass(frozen=True, slots=True)
class CommittedMemory:
    """A file of tmx/ and what it means."""

    path: Path
    source: str
    target: str
    pairs: tuple[tuple[str, str], ...]
    single: tuple[str, ...]
    """Sources of one sentence, which a tool that cuts a text into sentences asks for as they are."""

    @property
    def outlet(self) -> str:
        return self.path.name.split(".")[1]

    @property
    def data(self) -> bytes:
        return self.path.read_bytes()


def committed() -> list[CommittedMemory]:
    """Every file of tmx/."""
    return [_memory(path) for path in sorted(ROOT.glob("tmx/*.tmx"))]


def _memory(path: Path) -> CommittedMemory:
    units = tmx.parse(path.read_bytes(), path.name).clean().units
    source, target = (units[0].variants[side].language for side in (0, 1))
    pairs = tuple((u.variants[0].text, u.variants[1].text) for u in units)
    single = tuple(u.variants[0].text for u in units if dict(u.properties)[NAMES.beads].startswith("1-"))
    return CommittedMemory(path, source, target, pairs, single)


def directions(memories: list[CommittedMemory]) -> list[tuple[str, str]]:
    """The pairs of languages, each once."""
    return list(dict.fromkeys((m.source, m.target) for m in memories))


def glossary(data: bytes) -> Glossary:
    """A glossary as we read it."""
    return tbx.parse(data, "glossary.tbx").clean()


def crossed(meant: Glossary, source: str, target: str) -> list[tuple[str, str]]:
    """Every term of one language with every term of the other in the same concept, as OmegaT lists a glossary."""
    return sorted(
        (one.text, other.text)
        for concept in meant.concepts
        for here in concept.languages
        for there in concept.languages
        if (here.language, there.language) == (source, target)
        for one in here.terms
        for other in there.terms
    )
