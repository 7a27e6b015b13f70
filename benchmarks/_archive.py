"""
An archive of any size: editions of the texts of corpus/ under other names, the same on every run.

Each edition tells all texts again, with their translations. Bodies, abbreviations, exercises, persons, places, years
and figures are other ones, alike in all languages of an edition; half of its names are new, the others stood in an earlier one.
Paragraphs are left out and change places.
Usage: python benchmarks/_archive.py FOLDER DOCUMENTS
"""

import random
import re
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1] / "corpus"
Name = tuple[str, ...]
"""A word as the original writes it, then as its translations do; only the stem, so that it keeps its endings."""

SYLLABLES = ("ба ba", "ве ve", "го go", "ди di", "за za", "ко ko", "ла la", "ми mi", "но no", "пу pu", "ра ra", "со so",
    "ту tu", "фа fa", "чо cho", "ше she", "ним nim", "бар bar", "лен len", "кас kas", "тур tur", "мол mol")  # fmt: skip
ENDS = ("рт rt", "лк lk", "мб mb", "нт nt", "рд rd", "р r", "т t", "н n", "л l", "м m")
LETTERS = ("АA", "БB", "ВV", "ДD", "ЗZ", "КK", "МM", "НN", "ОO", "ПP", "РR", "СS", "ТT", "ФF")

PROPER = (
    "Тасмагамбет Tasmagambet", "Масадык Masadyk Masadik", "Жапар Japar", "Токае Tokaye", "Рахмон Rahmon Rakhmon",
    "Лукаше Lukashe", "Кыдыр Kydyr", "Верещаг Vereshchag Vereschag", "Назри Nazri", "Юлдаше Yuldashe",
    "Щербин Shcherbin Scherbin", "Лозовс Lozovs", "Ордабае Ordabae Ordabaye", "Абдырахман Abdyrakhman",
    "Оразбае Orazbae Orazbaye", "Салим Salim", "Петрише Petrishe", "Дзюб Dzyub Dziub", "Орозбек Orozbek", "Пути Puti",
    "Бишкек Bishkek", "Витебск Vitebsk", "Бохтар Bokhtar", "Вахш Vakhsh", "Брест Brest", "Минск Minsk", "Москв Moscow",
    "Лосвид Losvid", "Харбмайдон Harbmaidon Kharbmaidon", "Иссык-Кул Issyk-Kul", "Душанб Dushanb", "Астан Astan",
    "Wiesach Wiesach", "Altenfurt Altenfurt", "Hollweg Hollweg", "Brandst Brandst", "Burgstett Burgstett", "Ostrows Ostrows",
)  # fmt: skip
"""Persons and places: their names are coined of syllables."""
EXERCISES = ("Канал Channel Kanal", "Барьер Barrier Barier", "Рубеж Frontier Rubezh", "Эшелон Echelon Eshelon",
    "Поиск Search Poisk", "Кобальт Cobalt Kobalt", "Нелегал Illegal Nelegal", "Буран Buran Buran")  # fmt: skip
CODEWORDS = ("Гранит Granite Granit", "Заслон Screen Zaslon", "Горизонт Horizon Gorizont", "Маяк Beacon Mayak",
    "Север North Sever", "Восток East Vostok", "Парус Sail Parus", "Шторм Gale Shtorm", "Мост Bridge Most", "Сокол Falcon Sokol",
    "Ястреб Hawk Yastreb", "Изумруд Emerald Izumrud", "Вулкан Volcano Vulkan",
    "Океан Ocean Okean", "Меридиан Meridian Meridian",
    "Компас Compass Kompas", "Фарватер Fairway Farvater", "Кристалл Crystal Kristall",
    "Ветер Wind Veter", "Форпост Outpost Forpost")  # fmt: skip
HEADS = ("Совет Council", "Комитет Committee", "Департамент Department")
BODIES = (*HEADS, "Институт Institute", "Фонд Fund", "Союз Union", "Трибунал Tribunal", "Альянс Alliance",
    "Консорциум Consortium", "Парламент Parliament")  # fmt: skip
KINDS = ("Коллективн Collective", "Национальн National", "Региональн Regional", "Промышленн Industrial", "Культурн Cultural",
    "Свободн Free", "Транспортн Transport", "Городн Urban", "Народн Popular", "Водн Water")  # fmt: skip
AIMS = ("Безопасност Security", "Занятост Employment", "Грамотност Literacy", "Собственност Property",
    "Ответственност Responsibility", "Деятельност Activity")  # fmt: skip
SHORT = (
    "ОДКБ CSTO",
    "СКБ CSC",
    "КСОР CRRF CORF",
    "СНГ CIS",
    "ШОС SCO",
    "ПРОКСИ PROXY",
    "СМИД CFM",
    "СМО CDM",
)

NEW = 0.5
"""Share of names that no earlier edition had."""
NEW_WORLD = 0.3
"""Chance that an edition is about another organization than the one before."""
LEFT_OUT = 0.1
"""Share of paragraphs."""
MOVED = 0.3
"""Share of documents two paragraphs of which change places."""
NUMBER = re.compile(r"(?<![\d.,:-])\d{2,4}(?![\d.,:]\d)")


def names(lines: Sequence[str]) -> list[Name]:
    return [tuple(line.split()) for line in lines]


def coined(rng: random.Random) -> Name:
    """A stem of syllables, in the original and in a translation."""
    parts = [*rng.choices(names(SYLLABLES), k=rng.randint(1, 3)), rng.choice(names(ENDS))]
    return tuple("".join(part[side] for part in parts).capitalize() for side in (0, 1))


def letters(rng: random.Random, length: int) -> Name:
    chosen = rng.choices(LETTERS, k=length)
    return tuple("".join(pair[side] for pair in chosen) for side in (0, 1))


def codeword(rng: random.Random) -> Name:
    return coined(rng) if rng.random() < NEW else rng.choice(names(CODEWORDS))


class Naming:
    """Names for the slots of the corpus, edition after edition."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._earlier: dict[Name, list[Name]] = {}
        self._world: dict[Name, Name] = {}

    def edition(self) -> dict[Name, Name]:
        """For every slot its name in the next edition."""
        if not self._world or self._rng.random() < NEW_WORLD:
            self._world = dict(self._organization())
        persons = {slot: self._named(slot, coined) for slot in names(PROPER)}
        exercises = {slot: self._named(slot, codeword) for slot in names(EXERCISES)}
        return self._world | persons | exercises

    def _named(self, slot: Name, coin: Callable[[random.Random], Name]) -> Name:
        earlier = self._earlier.setdefault(slot, [])
        if earlier and self._rng.random() >= NEW:
            return self._rng.choice(earlier)
        earlier.append(coin(self._rng))
        return earlier[-1]

    def _organization(self) -> Iterator[tuple[Name, Name]]:
        yield from zip(names(HEADS), self._rng.sample(names(BODIES), len(HEADS)), strict=True)
        yield names(KINDS)[0], self._rng.choice(names(KINDS))
        yield names(AIMS)[0], self._rng.choice(names(AIMS))
        yield from ((slot, letters(self._rng, len(slot[0]))) for slot in names(SHORT))


def forms(slot: Name, name: Name) -> Iterator[tuple[str, str]]:
    """
    What is written for what: each form of the slot with the like form of the name.

    A translator's second form stays different from his first.
    """
    for place, form in enumerate(slot):
        new = name[place] if place < len(name) else f"{name[-1]}a"
        yield form, new
        yield form.lower(), new.lower()


class Edition:
    """Rewrites texts under other names."""

    def __init__(self, chosen: dict[Name, Name], rng: random.Random) -> None:
        self._forms = {old: new for slot, name in chosen.items() for old, new in forms(slot, name)}
        longest = sorted(self._forms, key=lambda old: (-len(old), old))
        self._pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})")
        self._years = rng.randint(0, 20)
        self._shift = rng.randint(0, 8)

    def told(self, text: str) -> str:
        renamed = self._pattern.sub(lambda found: self._forms[found[0]], text)
        return NUMBER.sub(self._number, renamed)

    def _number(self, found: re.Match[str]) -> str:
        value = int(found[0])
        if len(found[0]) == 4:  # a year
            return str(value - self._years) if 1900 < value < 2100 else str(value + self._shift)
        return str(max(10, value - self._shift)) if value < 32 else str(value + self._shift)


def shortened(text: str, rng: random.Random) -> str:
    """The text without some paragraphs, and with two in each other's place."""
    first, *others = text.rstrip("\n").split("\n\n")
    kept = [first, *(p for p in others if rng.random() >= LEFT_OUT)]
    if len(kept) > 2 and rng.random() < MOVED:
        at = rng.randrange(1, len(kept) - 1)
        kept[at], kept[at + 1] = kept[at + 1], kept[at]
    return "\n\n".join(kept) + "\n"


def write(folder: Path, documents: int, seed: int = 1) -> None:
    """Write the archive with its corpus.toml."""
    rng = random.Random(seed)  # noqa: S311  # repeatable on purpose
    listed = tomllib.loads((ROOT / "corpus.toml").read_text("utf-8"))["document"]
    naming = Naming(rng)
    entries: list[str] = []
    number = 0
    while len(entries) < documents:
        number += 1
        edition = Edition(naming.edition(), rng)
        for entry in listed[: documents - len(entries)]:
            text = edition.told((ROOT / entry["path"]).read_text("utf-8"))
            path = folder / entry["language"] / f"{number:04}" / entry["path"].replace("/", "-")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(shortened(text, rng), "utf-8")
            entries.append(listing(entry, path.relative_to(folder).as_posix(), number))
    (folder / "corpus.toml").write_text("\n".join(entries), "utf-8")


def listing(entry: dict[str, Any], path: str, number: int) -> str:
    """The entry of one document."""
    lines = [
        "[[document]]",
        f'id = "{number:04}/{entry["id"]}"',
        f'path = "{path}"',
        f'language = "{entry["language"]}"',
        f'outlet = "{entry["outlet"]}"',
    ]
    if "translation_of" in entry:
        lines.append(f'translation_of = "{number:04}/{entry["translation_of"]}"')
    if "date" in entry:
        lines.append(f"date = {entry['date']}")
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
