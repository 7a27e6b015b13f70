"""Memories for tools: a file each direction, one rendering a segment, and every pair seen or told."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from tests.formats.oracles import SHARED, needs_shared
from tests.formats.strategies import MEMORIES
from translate.storage.tmx import tmxfile
from translate.storage.wordfast import WordfastTMFile

from termaccord.formats import tmx
from termaccord.formats.flavours.flavour import StreamedFile, Tool, Units
from termaccord.formats.flavours.glossary.languages import means
from termaccord.formats.flavours.memories import memory_for
from termaccord.formats.flavours.memory.cleaning import cleaned, text_of
from termaccord.formats.flavours.memory.reading import sees
from termaccord.formats.flavours.memory.shape import FLAVOURS
from termaccord.model import Degree, Inline, Loss, Memory, Subject, TranslationUnit, UsageError, Variant

EVERY = pytest.mark.parametrize("tool", list(FLAVOURS), ids=str)
CODES = (Inline("open", "bpt", "<b>", (("i", "1"),)), "tide", Inline("close", "ept", "</b>", (("i", "1"),)))


def unit(
    identity: str, english: str, russian: str, *properties: tuple[str, str], day: str = ""
) -> TranslationUnit:
    changed = (("changedate", f"{day}T000000Z"),) if day else ()
    return TranslationUnit(
        identity, (Variant("en", (english,)), Variant("ru", (russian,))), changed, tuple(properties)
    )


def always(units: tuple[TranslationUnit, ...]) -> Units:
    def again() -> Iterator[TranslationUnit]:
        return iter(units)

    return again


def two_languages(memory: Memory) -> Memory:
    """The same with units in English and Russian, at times with a second rendering."""
    tags = ("en", "ru", "ru-RU")
    return replace(
        memory,
        units=tuple(
            replace(
                given_unit,
                variants=tuple(
                    replace(v, language=t) for v, t in zip(given_unit.variants, tags, strict=False)
                ),
            )
            for given_unit in memory.units
        ),
    )


class Making:
    """The files of a memory, and what was told."""

    def __init__(self, tool: Tool, *units: TranslationUnit, head: Memory | None = None) -> None:
        self.tool = tool
        self.streams: dict[str, BytesIO] = {}
        self.losses: list[Loss] = []
        self.files: tuple[StreamedFile, ...] = memory_for(
            tool, always(units), "tides", "en", "ru", self.opened, self.losses.append, head=head
        )

    def opened(self, name: str) -> BytesIO:
        return self.streams.setdefault(name, BytesIO())

    def read(self, name: str) -> list[tuple[str, str]]:
        source, target = ("ru", "en") if ".ru-en" in name else ("en", "ru")
        return list(sees(BytesIO(self.streams[name].getvalue()), FLAVOURS[self.tool], source, target))

    def main(self) -> list[tuple[str, str]]:
        return self.read(self.files[0].name)

    def told(self, subject: Subject, degree: Degree) -> list[str]:
        return [loss.text for loss in self.losses if (loss.subject, loss.degree) == (subject, degree)]


@EVERY
def test_each_direction_has_a_file(tool: Tool) -> None:
    made = Making(tool, unit("1", "High tide.", "Прилив."))

    ending = FLAVOURS[tool].ending
    assert [file.name for file in made.files] == [f"tides.en-ru{ending}", f"tides.ru-en{ending}"]
    assert made.main() == [("High tide.", "Прилив.")]
    assert made.read(f"tides.ru-en{ending}") == [("Прилив.", "High tide.")]
    assert made.losses == []


def test_multiterm_has_no_memories() -> None:
    with pytest.raises(UsageError, match="ask for the files of trados"):
        Making(Tool.MULTITERM)


@EVERY
def test_of_several_renderings_the_surest_stays_and_the_others_stand_apart(tool: Tool) -> None:
    made = Making(
        tool,
        unit("1", "Tide.", "Вода.", ("x-termaccord-confidence", "0.4")),
        unit("2", "Tide.", "Прилив.", ("x-termaccord-confidence", "0.9"), day="20250101"),
        unit("3", "Tide.", "Приливы.", ("x-termaccord-confidence", "0.9"), day="20260101"),
    )

    assert made.main() == [("Tide.", "Приливы.")]
    assert made.read(made.files[1].name) == [("Tide.", "Вода."), ("Tide.", "Прилив.")]
    assert made.files[1].name == f"tides.en-ru.alternatives{FLAVOURS[tool].ending}"
    moved = [(loss.id, loss.became) for loss in made.losses if loss.subject is Subject.UNIT]
    assert moved == [("1", made.files[1].name), ("2", made.files[1].name)]


@EVERY
def test_a_pair_stands_once(tool: Tool) -> None:
    made = Making(tool, unit("1", "Tide.", "Прилив."), unit("2", "Tide.", "Прилив."))

    assert [file.units for file in made.files] == [1, 1]
    assert made.told(Subject.UNIT, Degree.MOVED) == ["Прилив."]


@EVERY
def test_a_segment_is_written_in_one_line_and_composed(tool: Tool) -> None:
    made = Making(tool, unit("1", " High\n    tide\x01 ", "Буи\u0306"))

    assert made.main() == [("High tide", "Буй")]
    assert made.told(Subject.SEGMENT, Degree.CHANGED) == [" High\n    tide\x01 ", "Буи\u0306"]


def test_tabulators_and_runs_of_blanks_are_the_texts_own() -> None:
    assert cleaned(("a\tb  c",), 2) == ("a\tb  c",)


@EVERY
def test_what_has_no_rendering_is_told(tool: Tool) -> None:
    alone = TranslationUnit("2", (Variant("en", ("Ebb.",)), Variant("de", ("Ebbe.",))))
    made = Making(tool, unit("1", "Tide.", "  "), alone)

    assert [file.units for file in made.files] == [0, 0]
    assert [loss.id for loss in made.losses if loss.degree is Degree.GONE] == ["1", "2"]


def test_what_was_translated_from_a_third_language_is_no_pair() -> None:
    french = replace(unit("1", "Tide.", "Прилив."), attributes=(("srclang", "fr"),))
    russian = replace(unit("2", "Ebb.", "Отлив."), attributes=(("srclang", "ru"),))
    made = Making(Tool.OMEGAT, french, russian)

    assert made.main() == [("Ebb.", "Отлив.")]
    assert [(loss.id, str(loss.why)) for loss in made.losses] == [
        ("1", "both its segments are translations from a third language")
    ]


@pytest.mark.parametrize("tool", [Tool.WEBLATE, Tool.VIRTAAL, Tool.LOKALIZE, Tool.WORDFAST], ids=str)
def test_code_is_left_out_where_it_would_be_taken_for_text(tool: Tool) -> None:
    marked = TranslationUnit("1", (Variant("en", ("High ", *CODES)), Variant("ru", ("Прилив",))))
    made = Making(tool, marked)

    assert made.main() == [("High tide", "Прилив")]
    assert made.told(Subject.CODE, Degree.GONE) == ["<b> </b>"]


@pytest.mark.parametrize("tool", [Tool.OMEGAT, Tool.TRADOS, Tool.MEMOQ, Tool.PHRASE], ids=str)
def test_code_is_kept_where_it_is_understood(tool: Tool) -> None:
    marked = TranslationUnit("1", (Variant("en", ("High ", *CODES)), Variant("ru", ("Прилив",))))
    made = Making(tool, marked)

    assert b"<bpt" in made.streams[made.files[0].name].getvalue()
    assert made.losses == []


@pytest.mark.parametrize(("tool", "longest"), [(Tool.TRADOS, 2000), (Tool.WORDFAST, 8000)])
def test_a_segment_that_is_too_long_is_left_out_and_told(tool: Tool, longest: int) -> None:
    made = Making(tool, unit("1", "t" * longest, "Ура."), unit("2", "t" * (longest + 1), "Ура!"))

    assert made.files[0].units == 1
    assert [loss.id for loss in made.losses] == ["2"]


def test_a_property_that_omegat_misreads_gets_another_name() -> None:
    made = Making(Tool.OMEGAT, unit("1", "Tide.", "Прилив.", ("file", "a.txt"), ("client", "Harbour")))

    data = made.streams["tides.en-ru.tmx"].getvalue()
    assert b'<prop type="x-termaccord-file">a.txt</prop>' in data
    assert b'<prop type="client">Harbour</prop>' in data
    assert [(loss.text, loss.became) for loss in made.losses] == [("file", "x-termaccord-file")]


def test_properties_that_the_tool_does_not_read_are_told_once() -> None:
    made = Making(
        Tool.WEBLATE,
        unit("1", "Tide.", "Прилив.", ("client", "A")),
        unit("2", "Ebb.", "Отлив.", ("client", "B")),
    )

    assert made.told(Subject.PROPERTY, Degree.GONE) == ["client"]


def test_the_header_is_ours_and_the_old_one_is_told() -> None:
    head = Memory((), "*all*", (("creationtool", "OmegaT"), ("segtype", "paragraph")), notes=("A note",))
    made = Making(Tool.OMEGAT, unit("1", "Tide.", "Прилив."), head=head)

    read = tmx.parse(made.streams["tides.en-ru.tmx"].getvalue(), "").value
    assert read.source_language == "en"
    assert dict(read.header)["creationtool"] == "termaccord"
    assert dict(read.header)["segtype"] == "sentence"
    assert read.notes == ("A note",)
    assert made.told(Subject.HEADER, Degree.GONE) == ["creationtool: OmegaT", "segtype: paragraph"]


def test_a_language_is_called_as_the_project_calls_it() -> None:
    losses: list[Loss] = []
    out = BytesIO()
    memory_for(
        Tool.TRADOS,
        always((unit("1", "Tide.", "Прилив."),)),
        "tides",
        "en",
        "ru",
        lambda name: out if ".en-ru" in name else BytesIO(),
        losses.append,
        {"en": "en-GB", "ru": "ru-RU"},
    )

    read = tmx.parse(out.getvalue(), "").value
    assert [v.language for v in read.units[0].variants] == ["en-GB", "ru-RU"]
    assert read.source_language == "en-GB"


def test_units_of_a_second_direction_take_another_choice() -> None:
    made = Making(Tool.WEBLATE, unit("1", "Tide.", "Прилив."), unit("2", "High water.", "Прилив."))

    assert [(file.name, file.units) for file in made.files] == [
        ("tides.en-ru.tmx", 2),
        ("tides.ru-en.tmx", 1),
        ("tides.ru-en.alternatives.tmx", 1),
    ]
    assert [loss.became for loss in made.losses] == ["tides.ru-en.alternatives.tmx"]


# -- the tools themselves -------------------------------------------------------------------------------------

PAIRS = (
    unit("1", "High & <low> tide.", "Прилив & <отлив>.", day="20260301"),
    unit("2", "“Ebb” — the sailors&' and…", "«Отлив» — &' и…"),
)


@pytest.mark.parametrize("tool", [Tool.WEBLATE, Tool.VIRTAAL], ids=str)
def test_translate_toolkit_reads_what_we_say_it_reads(tool: Tool) -> None:
    made = Making(tool, *PAIRS)

    store = tmxfile.parsestring(made.streams["tides.en-ru.tmx"].getvalue())
    assert [(u.source, u.target) for u in store.units] == made.main()


def test_translate_toolkit_reads_wordfasts_memory_as_we_say_wordfast_does() -> None:
    made = Making(Tool.WORDFAST, *PAIRS)

    store = WordfastTMFile(BytesIO(made.streams["tides.en-ru.txt"].getvalue()))
    assert [(u.source, u.target) for u in store.units] == made.main()
    assert store.header.header["tucount"] == "%TU=00000002"
    assert (store.header.sourcelang, store.header.targetlang) == ("en", "ru")


# -- anything -------------------------------------------------------------------------------------------------


@EVERY
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(memory=MEMORIES.map(two_languages))
def test_every_pair_is_in_a_file_or_told(tool: Tool, memory: Memory) -> None:
    made = Making(tool, *memory.units)

    seen = [pair for file in made.files if ".en-ru" in file.name for pair in made.read(file.name)]
    told = [loss for loss in made.losses if loss.subject is Subject.UNIT]
    meant = [
        (read(tool, s), read(tool, t))
        for u in memory.units
        for s in u.variants
        if means(s.language, "en")
        for t in u.variants
        if means(t.language, "ru")
    ]
    gone = [pair for pair in meant if not all(side.strip() for side in pair)]
    assert set(seen) | set(gone) == set(meant)
    assert len(told) >= len(meant) - len(set(seen))
    assert not [loss for loss in made.losses if "read back" in loss.why]


def read(tool: Tool, variant: Variant) -> str:
    text = text_of(cleaned(variant.content, FLAVOURS[tool].level))
    return text.replace("\t", " ") if tool is Tool.WORDFAST else text


@needs_shared
@pytest.mark.parametrize("tool", [Tool.OMEGAT, Tool.WEBLATE, Tool.WORDFAST], ids=str)
def test_a_real_memory_is_seen_whole(tool: Tool) -> None:
    path = next(Path(SHARED / "samples/real-ru/tico-19").rglob("*.tmx"))
    units = tmx.parse(path.read_bytes(), path.name).value.units
    made = Making(tool, *units)

    moved = {loss.id for loss in made.losses if loss.subject is Subject.UNIT}
    assert sum(file.units for file in made.files if ".en-ru" in file.name) >= len(units) - len(moved)
    assert not [loss for loss in made.losses if "read back" in loss.why]
