"""Units that say what another one says, or otherwise, however far apart they stand."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from termaccord.lint.rule import Rule, Store
from termaccord.lint.rules.memory.inconsistent_translation import INCONSISTENT_TRANSLATION
from termaccord.lint.rules.memory.shared_translation import SHARED_TRANSLATION
from termaccord.lint.segments import key
from termaccord.model import Inline, TranslationUnit, Variant, say
from termaccord.model.memory import confidence_of, last_change, tells_context
from termaccord.project.memory.cleaning.comparing import directions
from termaccord.project.memory.cleaning.kinds import Action, Flaw
from termaccord.project.memory.cleaning.sides import Numbered
from termaccord.project.memory.cleaning.wording import flaw
from termaccord.text.normalise import normalise

_RULES: tuple[tuple[str, Rule], ...] = (
    ("conflicts", INCONSISTENT_TRANSLATION),
    ("shared", SHARED_TRANSLATION),
)


@dataclass(slots=True)
class Repeats:
    """What has to be looked at again: 16 bytes of each unit and of each of its sides."""

    _numbers: "array[int]" = field(default_factory=lambda: array("Q"))
    _whole: "array[int]" = field(default_factory=lambda: array("Q"))
    _sides: "array[int]" = field(default_factory=lambda: array("Q"))
    _owners: "array[int]" = field(default_factory=lambda: array("Q"))

    def add(self, units: Iterable[Numbered]) -> None:
        """Take the next units of the file, in order."""
        for unit in units:
            self._numbers.append(unit.number)
            self._whole.append(_hash(repr(_identity(unit.unit))))
            for variant in unit.unit.variants:
                self._sides.append(_hash(f"{variant.language}\0{key(variant.text)}"))
                self._owners.append(unit.number)

    def suspects(self) -> frozenset[int]:
        """The numbers of units that may repeat or contradict another one."""
        whole = Counter(self._whole)
        sides = Counter(self._sides)
        same = {n for n, value in zip(self._numbers, self._whole, strict=True) if whole[value] > 1}
        return frozenset(same | {n for n, v in zip(self._owners, self._sides, strict=True) if sides[v] > 1})


def repeated(units: Sequence[Numbered], kinds: frozenset[str]) -> Iterator[Flaw]:
    """Flaws of the suspects of a file, which are given in its order."""
    dropped: set[int] = set()
    if "duplicates" in kinds:
        for found in _duplicates(units):
            dropped.add(found.number)
            yield found
    left = [unit for unit in units if unit.number not in dropped]
    by_number = {unit.number: unit for unit in left}
    for (source, target), pairs in directions(left).items():
        store = Store(tuple(pair for _, pair in pairs), source, target)
        sides = {int(pair.target.unit): one for one, pair in pairs}
        for kind, rule in _RULES:
            for mark in rule.check(store) if kind in kinds else ():
                if mark.text is not None:
                    unit = by_number[int(mark.text.unit)]
                    yield replace(
                        flaw(unit, kind, mark.message, action=Action.TELL), sides=sides[unit.number]
                    )


def _duplicates(units: Sequence[Numbered]) -> Iterator[Flaw]:
    groups: dict[object, list[Numbered]] = {}
    for unit in units:
        groups.setdefault(_identity(unit.unit), []).append(unit)
    for group in groups.values():
        best = max(group, key=_worth)
        for unit in group:
            if unit is not best:
                message = say("the same unit stands in line {line}", line=best.line)
                yield replace(flaw(unit, "duplicates", message), related=(best.place,))


def _worth(unit: Numbered) -> tuple[float, str, int]:
    """The best of units that say the same is greatest: the surest, then the last changed, then the first."""
    return confidence_of(unit.unit) or 0.0, last_change(unit.unit), -unit.number


def _identity(unit: TranslationUnit) -> object:
    """What must be the same for two units to be one: texts and codes by language, and the context."""
    sides = sorted((v.language.lower(), _content(v), _context(v.properties)) for v in unit.variants)
    return tuple(sides), _context(unit.properties)


def _content(variant: Variant) -> tuple[str, ...]:
    return tuple(
        part.code or part.tag if isinstance(part, Inline) else " ".join(normalise(part).text.split())
        for part in variant.content
    )


def _context(properties: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((n, v) for n, v in properties if tells_context(n))


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest())
