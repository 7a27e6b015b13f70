"""From any kind of file to any other: what goes in, what comes out, what is told."""

import gzip
from pathlib import Path

import pytest
from tests.formats.termlists.harbour import HARBOUR

from termaccord import Glossary as Opened
from termaccord.formats import tbx, tmx
from termaccord.formats.termlists import structured
from termaccord.model import (
    Concept,
    Degree,
    Glossary,
    Inline,
    LanguageSection,
    Memory,
    Subject,
    Term,
    TranslationUnit,
    UsageError,
    Variant,
)
from termaccord.project.conversion.api import Conversion, convert
from termaccord.project.conversion.targets import Target

CODE = Inline("alone", "ph", "<br/>", (("x", "1"),))
UNITS = (
    TranslationUnit("u1", (Variant("en", ("lock keeper",)), Variant("ru", ("шлюзовой",)))),
    TranslationUnit(
        "u2",
        (Variant("en", ("The lock", CODE, " is closed.")), Variant("ru", ("Шлюз", CODE, " закрыт."))),
        (("creationdate", "20240301T000000Z"),),
        (("x-outlet", "tide"),),
        ("A sign.",),
    ),
    TranslationUnit("u3", (Variant("en", ("pier",)), Variant("de", ("Pier",)))),
)
CATALOG = """
msgid ""
msgstr "Language: ru\\nContent-Type: text/plain; charset=UTF-8\\n"

msgid "weir"
msgstr "плотина"

#, fuzzy
msgid "pier"
msgstr "пирс"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "harbour.tbx").write_bytes(tbx.serialize(HARBOUR))
    (tmp_path / "signs.tmx").write_bytes(tmx.serialize(Memory(UNITS, "en")))
    (tmp_path / "app.po").write_text(CATALOG, "utf-8")
    return tmp_path


def lost(done: Conversion) -> dict[str, int]:
    return {f"{degree.value} {subject.value}": n for (subject, degree), n in sorted(done.lost.counts.items())}


@pytest.mark.parametrize("target", [target for target in Target if not target.value.startswith("tmx")])
def test_a_glossary_goes_into_every_kind_and_comes_back_as_a_termbase(folder: Path, target: Target) -> None:
    out = folder / f"out-{target.value}"
    there = convert(folder / "harbour.tbx", out, to=target.value)
    languages = {"source_language": "en", "target_language": "ru"}
    back = convert(out, folder / "back.tbx", **languages if target is Target.OMEGAT else {})

    assert there.files[0].concepts == 3
    assert not back.findings
    seen = tbx.parse((folder / "back.tbx").read_bytes(), "back.tbx").value
    texts = {term.text for concept in seen.concepts for s in concept.languages for term in s.terms}
    assert texts == {
        "Harbour Board",
        "HB",
        "Port Panel",
        "Портовый совет",
        "lock",
        "шлюз",
        "камера шлюза",
        "замок",
    }


def test_our_json_loses_nothing(folder: Path) -> None:
    done = convert(folder / "harbour.tbx", folder / "harbour.json")

    assert done.lost.total == 0
    assert structured.parse((folder / "harbour.json").read_bytes(), "").clean() == HARBOUR


def test_a_glossary_gives_a_memory_of_preferred_terms(folder: Path) -> None:
    done = convert(folder / "harbour.tbx", folder / "harbour.tmx")

    memory = tmx.parse((folder / "harbour.tmx").read_bytes(), "").clean()
    assert [[variant.text for variant in unit.variants] for unit in memory.units] == [
        ["Harbour Board", "Портовый совет"],
        ["lock", "шлюз"],
        ["lock", "замок"],
    ]
    assert lost(done)["gone term"] == 3


def test_a_memory_is_written_again_without_a_loss(folder: Path) -> None:
    done = convert(folder / "signs.tmx", folder / "again.tmx")

    assert done.lost.total == 0
    assert (folder / "again.tmx").read_bytes() == (folder / "signs.tmx").read_bytes()


def test_a_packed_memory_is_read_as_it_comes(folder: Path) -> None:
    (folder / "signs.tmx.gz").write_bytes(gzip.compress((folder / "signs.tmx").read_bytes()))
    convert(folder / "signs.tmx.gz", folder / "again.tmx")

    assert (folder / "again.tmx").read_bytes() == (folder / "signs.tmx").read_bytes()


def test_a_packed_memory_that_breaks_off_is_told_and_read_so_far(folder: Path) -> None:
    data = tmx.serialize(Memory(UNITS * 4000, "en"))
    (folder / "cut.tmx.gz").write_bytes(gzip.compress(data)[:-4000])

    done = convert(folder / "cut.tmx.gz", folder / "again.tmx")

    assert done.files[0].units > 0
    assert {finding.code for finding in done.findings} & {"F230", "F001"}


def test_level_1_loses_inline_codes_and_counts_them(folder: Path) -> None:
    done = convert(folder / "signs.tmx", folder / "plain.tmx", to="tmx-level1")

    assert lost(done) == {"gone inline code": 2}


def test_of_a_pair_the_other_languages_are_lost_aloud(folder: Path) -> None:
    done = convert(folder / "signs.tmx", folder / "ru-en.tmx", source_language="ru", target_language="en")

    memory = tmx.parse((folder / "ru-en.tmx").read_bytes(), "").clean()
    assert [unit.variants[0].language for unit in memory.units] == ["ru", "ru"]
    assert lost(done)["gone unit"] == 1


def test_a_unit_that_may_be_a_term_becomes_a_concept_and_a_sentence_does_not(folder: Path) -> None:
    done = convert(folder / "signs.tmx", folder / "terms.tbx")

    glossary = tbx.parse((folder / "terms.tbx").read_bytes(), "").clean()
    assert [concept.id for concept in glossary.concepts] == ["u1", "u3"]
    assert [(loss.subject, loss.id) for loss in done.lost.kept] == [(Subject.UNIT, "u2")]


def test_a_table_takes_every_unit(folder: Path) -> None:
    done = convert(folder / "signs.tmx", folder / "units.csv")

    assert done.files[0].concepts == 3
    assert lost(done)["gone inline code"] == 2


def test_what_is_not_translated_for_certain_stays_out_of_a_memory_and_is_told(folder: Path) -> None:
    done = convert(folder / "app.po", folder / "app.tmx")

    assert [(loss.subject, loss.text) for loss in done.lost.kept] == [(Subject.UNIT, "pier")]
    assert done.files[0].units == 1


def test_the_ending_of_the_input_does_not_matter(folder: Path) -> None:
    (folder / "harbour.tbx").rename(folder / "harbour.xml")
    convert(folder / "harbour.xml", folder / "harbour.utx")

    assert (folder / "harbour.utx").read_bytes().startswith(b"#UTX 1.11; en/ru;")


def test_several_files_become_one_and_an_id_that_both_have_is_told(folder: Path) -> None:
    sections = (LanguageSection("en", (Term("quay"),)), LanguageSection("ru", (Term("набережная"),)))
    other = Glossary((HARBOUR.concepts[1], Concept("c-board", sections)))
    (folder / "other.tbx").write_bytes(tbx.serialize(other))

    done = convert(folder / "harbour.tbx", folder / "other.tbx", folder / "all.json")

    glossary = structured.parse((folder / "all.json").read_bytes(), "").clean()
    assert [concept.id for concept in glossary.concepts] == ["c-board", "c-lock", "c-door-lock", "c-board-2"]
    assert [(loss.subject, loss.degree, loss.became) for loss in done.lost.kept] == [
        (Subject.ID, Degree.CHANGED, "c-board-2")
    ]


def test_of_several_files_the_first_gives_the_header_and_the_others_lose_theirs_aloud(folder: Path) -> None:
    named = Glossary((Concept("c-9", (LanguageSection("en", (Term("quay"),)),)),), "Quays")
    (folder / "named.tbx").write_bytes(tbx.serialize(named))
    (folder / "more.tmx").write_bytes(tmx.serialize(Memory(UNITS[:1], "ru", notes=("Made by hand.",))))

    lists = convert(folder / "harbour.tbx", folder / "named.tbx", folder / "all.json")
    memories = convert(folder / "signs.tmx", folder / "more.tmx", folder / "all.tmx")

    assert [(loss.subject, loss.text) for loss in lists.lost.kept] == [(Subject.HEADER, "title: Quays")]
    assert [(loss.subject, loss.text) for loss in memories.lost.kept] == [
        (Subject.HEADER, "srclang: ru"),
        (Subject.NOTE, "Made by hand."),
    ]


def test_of_a_folder_the_accepted_termbases_are_taken_or_its_memories(folder: Path) -> None:
    (folder / "harbour.proposed.tbx").write_bytes(tbx.serialize(HARBOUR))
    (folder / "README.md").write_text("# Words\n", "utf-8")

    assert convert(folder, folder / "out.json").files[0].concepts == 3
    assert convert(folder, folder / "out2.tmx").files[0].units == 3


def test_each_file_becomes_one_of_its_own_in_a_folder(folder: Path) -> None:
    (folder / "out").mkdir()

    done = convert(folder / "harbour.tbx", folder / "app.po", folder / "out", to="csv")

    assert [file.path and file.path.name for file in done.files] == ["harbour.csv", "app.csv"]


def test_a_tool_gets_its_files_beside_the_name_given(folder: Path) -> None:
    done = convert(folder / "harbour.tbx", folder / "terms.tbx", tool="omegat")

    assert done.languages == ("en", "ru")
    assert all(file.path and file.path.is_file() and file.note for file in done.files)
    assert {loss.tool for loss in done.lost.kept} <= {"", "omegat"}


def test_a_tool_gets_a_memory_in_both_directions(folder: Path) -> None:
    done = convert(
        folder / "signs.tmx", f"{folder}/", tool="weblate", source_language="en", target_language="ru"
    )

    assert sorted(file.path.name for file in done.files if file.path) == [
        "signs.en-ru.tmx",
        "signs.ru-en.tmx",
    ]


@pytest.mark.parametrize(
    ("inputs", "out", "said"),
    [
        (("nothing.tbx",), "x.tbx", "no such file"),
        (("harbour.tbx",), "harbour.tbx", "onto itself"),
        (("harbour.tbx",), "signs.tmx", "exists already"),
        (("harbour.tbx",), "x.doc", "--to"),
        (("harbour.tbx",), "new/", "--to or --for"),
        (("harbour.tbx", "signs.tmx"), "x.json", "one after the other"),
        (("words.tbx",), "x.json", "<TAGTABLE>"),
        (("pairs.txt",), "x.json", "--source-language"),
        (("three.tbx",), "x.utx", "--source-language"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    folder: Path, inputs: tuple[str, ...], out: str, said: str
) -> None:
    (folder / "words.tbx").write_text("<TAGTABLE/>", "utf-8")
    (folder / "pairs.txt").write_text("weir\tплотина\n", "utf-8")
    sections = tuple(LanguageSection(tag, (Term(tag),)) for tag in ("en", "ru", "de"))
    (folder / "three.tbx").write_bytes(tbx.serialize(Glossary((Concept("c1", sections),))))
    target = f"{folder}/{out}"

    with pytest.raises(UsageError, match=said):
        convert(*(folder / name for name in inputs), target)


def test_what_exists_is_replaced_only_by_force(folder: Path) -> None:
    (folder / "out.json").write_text("mine", "utf-8")

    with pytest.raises(UsageError):
        convert(folder / "harbour.tbx", folder / "out.json")
    assert (folder / "out.json").read_text("utf-8") == "mine"
    convert(folder / "harbour.tbx", folder / "out.json", force=True)
    assert (folder / "out.json").read_text("utf-8") != "mine"


def test_a_broken_file_is_converted_so_far_and_one_of_which_nothing_is_left_is_not_written(
    folder: Path,
) -> None:
    data = (folder / "harbour.tbx").read_bytes()
    (folder / "half.tbx").write_bytes(data[: data.index(b"c-lock")])
    (folder / "none.tbx").write_bytes(b"<martif>")

    half = convert(folder / "half.tbx", folder / "half.json")
    none = convert(folder / "none.tbx", folder / "none.json")

    assert (half.files[0].concepts, half.findings[-1].code) == (1, "F001")
    assert not none.files
    assert not (folder / "none.json").exists()


def test_the_same_input_gives_the_same_bytes(folder: Path) -> None:
    for target in Target:
        first, second = folder / f"1-{target.value}", folder / f"2-{target.value}"
        convert(folder / "harbour.tbx", first, to=target.value)
        convert(folder / "harbour.tbx", second, to=target.value)
        assert first.read_bytes() == second.read_bytes(), target


def test_an_open_glossary_is_written_to_any_kind_of_file(folder: Path) -> None:
    with Opened.open(folder / "harbour.tbx") as glossary:
        losses = glossary.write(folder / "harbour.json")
        with pytest.raises(ValueError, match="translations"):
            glossary.write(folder / "harbour.tmx")

    assert losses == ()
    assert structured.parse((folder / "harbour.json").read_bytes(), "").clean().concepts == HARBOUR.concepts


def test_columns_are_named_where_a_table_does_not_name_them(folder: Path) -> None:
    (folder / "bare.csv").write_text("weir;плотина;low\n", "utf-8")

    done = convert(folder / "bare.csv", folder / "bare.tbx", columns=["en,ru,note"])

    assert done.files[0].terms == 2


def test_a_packed_file_that_grows_without_end_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "big.tbx.gz").write_bytes(gzip.compress(tbx.serialize(HARBOUR)))
    monkeypatch.setattr("termaccord.project.conversion.intake.LARGEST", 1000)

    with pytest.raises(UsageError, match="not read"):
        convert(folder / "big.tbx.gz", folder / "big.json")
