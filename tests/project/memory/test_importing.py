"""Files go into a memory unit by unit; whatever is dropped or changed is counted and told with its line."""

import gzip
import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from termaccord.formats import tmx
from termaccord.model import Memory, StoredUnit, TranslationUnit, UsageError, Variant
from termaccord.project.memory.exporting import Exported, Wanted, export
from termaccord.project.memory.importing import FileReport, Request, import_again, import_files
from termaccord.project.memory.intake.screening import LONGEST
from termaccord.project.memory.intake.tally import FEW
from termaccord.project.memory.opening import open_memory
from termaccord.store.memory.store import MemoryStore

HEAD = (
    '<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" '
    'adminlang="en" srclang="en" datatype="xml"/><body>\n'
)
TAIL = "</body></tmx>\n"


def silent(_what: str, _done: int, _all: int) -> None:
    """Take progress."""


def unit(english: str, russian: str) -> str:
    return f'<tu><tuv xml:lang="en"><seg>{english}</seg></tuv><tuv xml:lang="ru"><seg>{russian}</seg></tuv></tu>\n'


def pairs(count: int) -> str:
    return "".join(unit(f"gate {n} is shut", f"ворота {n} закрыты") for n in range(count))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[MemoryStore]:
    with MemoryStore.open(tmp_path / "memory") as opened:
        yield opened


def imported(store: MemoryStore, path: Path, text: str | bytes | None = None, **how: object) -> FileReport:
    if text is not None:
        path.write_bytes(text if isinstance(text, bytes) else (HEAD + text + TAIL).encode())
    return import_files(store, Request((str(path),), **how), silent)[0]  # type: ignore[arg-type]


def texts(store: MemoryStore) -> list[tuple[str, ...]]:
    return [tuple(variant.text for variant in stored.unit.variants) for stored in store.stream()]


# -- what goes in ---------------------------------------------------------------------------------------------


def test_a_file_goes_in_and_says_nothing(store: MemoryStore, tmp_path: Path) -> None:
    report = imported(store, tmp_path / "a.tmx", pairs(3))

    assert (report.read, report.added, report.findings, report.broken) == (3, 3, (), False)
    assert texts(store)[0] == ("gate 0 is shut", "ворота 0 закрыты")


def test_a_file_that_has_changed_replaces_only_what_has_changed(store: MemoryStore, tmp_path: Path) -> None:
    imported(store, tmp_path / "a.tmx", pairs(5))
    before = {stored.unit.variants[0].text: stored.number for stored in store.stream()}

    report = imported(store, tmp_path / "a.tmx", unit("new", "новое") + pairs(3))

    after = {stored.unit.variants[0].text: stored.number for stored in store.stream()}
    assert (report.added, report.unchanged, report.removed) == (1, 3, 2)
    assert list(after) == ["new", "gate 0 is shut", "gate 1 is shut", "gate 2 is shut"]
    assert all(before[text] == number for text, number in after.items() if text in before)


def test_two_files_of_one_name_stay_apart(store: MemoryStore, tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    imported(store, tmp_path / "one/a.tmx", unit("one", "один"))
    imported(store, tmp_path / "two/a.tmx", unit("two", "два"))

    assert len(store) == 2
    request = Request((str(tmp_path / "one/a.tmx"), str(tmp_path / "two/a.tmx")), origin="mine")
    with pytest.raises(UsageError, match="--origin"):
        import_files(store, request, silent)


def test_an_origin_is_what_the_user_calls_it(store: MemoryStore, tmp_path: Path) -> None:
    imported(store, tmp_path / "a.tmx", pairs(1), origin="harbour")

    assert list(store.origins()) == ["harbour/a.tmx"]


def test_a_packed_file_is_read(store: MemoryStore, tmp_path: Path) -> None:
    report = imported(store, tmp_path / "a.tmx.gz", gzip.compress((HEAD + pairs(9) + TAIL).encode()))

    assert (report.added, report.broken) == (9, False)


def test_a_packed_file_that_breaks_off_is_read_up_to_the_break(store: MemoryStore, tmp_path: Path) -> None:
    lines = "".join(unit(os.urandom(40).hex(), "ряд") for _ in range(4000))
    packed = gzip.compress((HEAD + lines + TAIL).encode())

    report = imported(store, tmp_path / "a.tmx.gz", packed[: len(packed) // 2])

    assert report.broken
    assert 1000 < len(store) < 3000


PO = """msgid ""
msgstr "Language: ru\\nContent-Type: text/plain; charset=UTF-8\\n"

msgid "the weir"
msgstr "плотина"

msgid "the lock"
msgstr ""
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.tsv", "en\tru\nthe weir\tплотина\nthe lock\t\n"),
        ("a.csv", "en,ru\nthe weir,плотина\nthe lock,\n"),
        (
            "ru.po",
            PO,
        ),
    ],
)
def test_other_files_go_in_and_what_they_have_not_translated_is_counted(
    store: MemoryStore, tmp_path: Path, name: str, text: str
) -> None:
    report = imported(store, tmp_path / name, text.encode())

    assert texts(store) == [("the weir", "плотина")]
    assert (report.read, report.added, dict(report.dropped)) == (2, 1, {"untranslated": 1})


def test_a_file_without_languages_takes_those_that_the_user_names(store: MemoryStore, tmp_path: Path) -> None:
    imported(store, tmp_path / "a.tsv", b"1\t2\n3\t4\n", source_language="de", target_language="nl")

    assert store.languages() == ("de", "nl")


# -- what is dropped and changed ------------------------------------------------------------------------------

ODD = {
    "language": unit("a", "б").replace('"ru"', '"russian"'),
    "empty": unit("nothing", " "),
    "long": unit("x" * (LONGEST + 1), "длинно"),
    "one-language": '<tu><tuv xml:lang="en"><seg>alone</seg></tuv></tu>\n',
    "duplicate": unit("gate 1 is shut", "ворота 1 закрыты"),
    "format": "<tu></tu>\n",
}


@pytest.mark.parametrize("reason", ODD)
def test_every_unit_that_is_dropped_is_told_with_its_line(
    store: MemoryStore, tmp_path: Path, reason: str
) -> None:
    report = imported(store, tmp_path / "a.tmx", pairs(4) + ODD[reason])

    assert dict(report.dropped) == {reason: 1}
    assert [finding.place.line for finding in report.findings][-1:] == [6]
    assert report.read == report.added + report.unchanged + sum(report.dropped.values())


def test_a_segment_in_no_language_is_left_out_and_its_unit_kept(store: MemoryStore, tmp_path: Path) -> None:
    third = unit("a", "б").replace("</tu>", "<tuv><seg>?</seg></tuv></tu>")

    report = imported(store, tmp_path / "a.tmx", third)

    assert texts(store) == [("a", "б")]
    assert report.changed["language"] == 1  # type: ignore[index]


def test_code_that_has_lost_its_other_half_is_kept_alone_and_told(store: MemoryStore, tmp_path: Path) -> None:
    report = imported(store, tmp_path / "a.tmx", unit('<bpt i="1">&lt;b&gt;</bpt>bold', "жирно"))

    assert dict(report.changed) == {"tags": 1}
    assert [getattr(part, "tag", part) for part in next(store.stream()).unit.variants[0].content] == [
        "it",
        "bold",
    ]


def test_only_wanted_languages_are_taken(store: MemoryStore, tmp_path: Path) -> None:
    third = unit("a", "б").replace("</tu>", '<tuv xml:lang="de-AT"><seg>c</seg></tuv></tu>')

    report = imported(store, tmp_path / "a.tmx", third, languages=("de", "en", "fr"))

    assert texts(store) == [("a", "c")]
    assert report.findings[-1].message == "no segment is in fr; the file has de-AT, en, ru"


def test_findings_of_one_kind_are_counted_and_only_the_first_are_kept(
    store: MemoryStore, tmp_path: Path
) -> None:
    told: list[object] = []
    path = tmp_path / "a.tmx"
    path.write_text(HEAD + unit("nothing", "") * 50 + TAIL, "utf-8")

    report = import_files(store, Request((str(path),)), silent, tell=told.append)[0]

    assert (dict(report.dropped), len(report.findings), len(told)) == ({"empty": 50}, FEW, 50)


# -- broken files ---------------------------------------------------------------------------------------------


def test_what_stands_before_a_break_is_imported_and_the_break_is_told(
    store: MemoryStore, tmp_path: Path
) -> None:
    broken = (HEAD + pairs(100) + TAIL)[:9000]

    report = imported(store, tmp_path / "a.tmx", broken.encode())

    assert report.broken
    assert len(store) == report.added == broken.count("</tu>") > 50
    assert [(f.code, f.place.line) for f in report.findings] == [("F001", broken.count("\n") + 1)]


def test_a_file_that_breaks_off_takes_nothing_away(store: MemoryStore, tmp_path: Path) -> None:
    whole = (HEAD + pairs(100) + TAIL).encode()
    imported(store, tmp_path / "a.tmx", whole)

    report = imported(store, tmp_path / "a.tmx", whole[: len(whole) // 2])

    assert (report.broken, report.removed, len(store)) == (True, 0, 100)
    assert imported(store, tmp_path / "a.tmx", whole).unchanged == 100


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "F001"),
        (b"\x00\x01binary", "F002"),
        (b"a,b\n1,2\n", "F002"),
        (b"<html><body/></html>", "F200"),
        (b'<!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + HEAD.encode(), "F005"),
        (HEAD.encode() + b"<tu><tuv>" + b"<seg><ph>" * 9000, "F004"),
        (HEAD.encode() + b'<tu tuid="' + b"x" * 12_000_000 + b'">', "F004"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_error(
    store: MemoryStore, tmp_path: Path, data: bytes, code: str
) -> None:
    report = imported(store, tmp_path / "a.tmx", data)

    assert report.broken
    assert code in [finding.code for finding in report.findings]
    assert len(store) == 0


def test_nothing_outside_the_file_is_fetched(store: MemoryStore, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the lock's key", "utf-8")
    outside = (
        f'<!DOCTYPE tmx [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY % p SYSTEM "{secret.as_uri()}"> %p;]>'
    )

    imported(store, tmp_path / "a.tmx", (outside + HEAD + unit("[&x;]", "да") + TAIL).encode())

    assert all("key" not in text for pair in texts(store) for text in pair)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251"])
def test_every_usual_encoding_goes_in(store: MemoryStore, tmp_path: Path, encoding: str) -> None:
    label = {"utf-8-sig": "utf-8", "cp1251": "windows-1251"}.get(encoding, "utf-16")
    text = f'<?xml version="1.0" encoding="{label}"?>' + HEAD + pairs(20) + TAIL

    report = imported(store, tmp_path / "a.tmx", text.encode(encoding))

    assert (report.added, report.findings) == (20, ())
    assert texts(store)[7] == ("gate 7 is shut", "ворота 7 закрыты")


def test_one_file_that_may_not_be_read_does_not_stop_the_others(store: MemoryStore, tmp_path: Path) -> None:
    good = tmp_path / "good.tmx"
    good.write_text(HEAD + pairs(2) + TAIL, "utf-8")
    odd = tmp_path / "picture.png"
    odd.write_bytes(b"\x89PNG")

    reports = import_files(store, Request((str(tmp_path / "none.tmx"), str(odd), str(good))), silent)

    assert [report.broken for report in reports] == [True, True, False]
    assert len(store) == 2


# -- again ----------------------------------------------------------------------------------------------------


def test_what_has_changed_is_imported_again(store: MemoryStore, tmp_path: Path) -> None:
    imported(store, tmp_path / "a.tmx", pairs(2))
    imported(store, tmp_path / "b.tmx", pairs(3), languages=("ru", "en"))
    (tmp_path / "b.tmx").write_text(HEAD + pairs(1) + TAIL, "utf-8")

    reports = import_again(store, silent)

    assert [(Path(report.path).name, report.removed) for report in reports] == [("b.tmx", 2)]


def test_a_store_that_was_lost_is_filled_again(tmp_path: Path) -> None:
    folder = tmp_path / "memory"
    with MemoryStore.open(folder) as first:
        imported(first, tmp_path / "a.tmx", pairs(4))
    for path in folder.glob("units*"):
        path.unlink()

    with MemoryStore.open(folder) as second:
        import_again(second, silent)

        assert len(second) == 4


# -- a project's own files ------------------------------------------------------------------------------------


def own(project: Path, name: str, count: int) -> Path:
    path = project / "tmx" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(HEAD + pairs(count) + TAIL, "utf-8")
    return path


def test_a_projects_own_files_are_part_of_its_memory(tmp_path: Path) -> None:
    (tmp_path / "termaccord.toml").touch()
    own(tmp_path, "a.tmx", 3)
    own(tmp_path, "b.tmx", 2)
    counts = []
    for change in (
        lambda: None,
        lambda: own(tmp_path, "a.tmx", 1),
        lambda: os.utime(tmp_path / "tmx/a.tmx", ns=(1, 1)),
        (tmp_path / "tmx/b.tmx").unlink,
    ):
        change()
        with open_memory(start=tmp_path) as opened:
            counts.append((len(opened.store), list(opened.store.origins())))

    both = ["tmx/a.tmx", "tmx/b.tmx"]
    assert counts == [(5, both), (3, both), (3, both), (1, ["tmx/a.tmx"])]


def test_a_memory_of_its_own_knows_no_project(tmp_path: Path) -> None:
    (tmp_path / "termaccord.toml").touch()
    own(tmp_path, "a.tmx", 3)

    with open_memory(tmp_path / "elsewhere", start=tmp_path) as opened:
        assert len(opened.store) == 0


# -- export ---------------------------------------------------------------------------------------------------


def exported(store: MemoryStore, level: int = 2, **wanted: object) -> tuple[Memory, Exported]:
    out = BytesIO()
    done = export(store, out, Wanted(**wanted), silent, level)  # type: ignore[arg-type]
    reading = tmx.parse(out.getvalue(), "out.tmx")
    assert reading.findings == ()
    return reading.value, done


def test_what_was_imported_comes_out_as_it_was(store: MemoryStore, tmp_path: Path) -> None:
    text = pairs(3) + unit('a <ph x="1">&lt;br/&gt;</ph> b', "а &amp; б").replace(
        "<tu>", '<tu tuid="7" changedate="20260102T000000Z"><note>n</note><prop type="p">v</prop>'
    )
    imported(store, tmp_path / "a.tmx", text)
    original = tmx.parse((tmp_path / "a.tmx").read_bytes(), "a.tmx").value

    memory, done = exported(store)

    assert memory.units == original.units
    assert (done.units, dict(done.left_out)) == (4, {})


def test_two_exports_are_the_same_bytes(store: MemoryStore, tmp_path: Path) -> None:
    imported(store, tmp_path / "b.tmx", pairs(30))
    imported(store, tmp_path / "a.tmx", pairs(40))
    outs = [BytesIO(), BytesIO()]
    for out in outs:
        export(store, out, Wanted(), silent)

    assert outs[0].getvalue() == outs[1].getvalue()


def dated(number: int, date: str, confidence: str = "") -> TranslationUnit:
    sure = (("x-termaccord-confidence", confidence),) if confidence else ()
    sides = (Variant("en-GB", (f"boat {number}",)), Variant("ru", (f"лодка {number}",)))
    return TranslationUnit("", sides, (("changedate", date),) if date else (), sure)


@pytest.fixture
def mixed(store: MemoryStore) -> MemoryStore:
    store.add("client/a.tmx", [dated(1, "20250101T000000Z", "0.5"), dated(2, "20260101T000000Z", "0.9")])
    store.add("own.tmx", [dated(3, ""), TranslationUnit("", (Variant("en", ("x",)), Variant("de", ("y",))))])
    return store


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, ["boat 1", "boat 2", "boat 3", "x"]),
        ({"languages": ("ru", "en")}, ["лодка 1", "лодка 2", "лодка 3"]),
        ({"origins": ("client",)}, ["boat 1", "boat 2"]),
        ({"origins": ("*.tmx",)}, ["boat 1", "boat 2", "boat 3", "x"]),
        ({"since": "20251231T000000Z"}, ["boat 2"]),
        ({"until": "20251231T000000Z"}, ["boat 1"]),
        ({"confidence": 0.8}, ["boat 2", "boat 3", "x"]),
    ],
)
def test_a_part_is_exported(mixed: MemoryStore, wanted: dict[str, object], expected: list[str]) -> None:
    memory, done = exported(mixed, **wanted)

    assert [unit.variants[0].text for unit in memory.units] == expected
    assert done.units + sum(done.left_out.values()) in {4, 2}


def test_what_the_memory_has_not_is_told(mixed: MemoryStore) -> None:
    with pytest.raises(UsageError, match="client/a"):
        exported(mixed, origins=("nobody",))
    with pytest.raises(UsageError, match="en-GB"):
        exported(mixed, languages=("fr",))


def test_level_one_has_no_inline_code(store: MemoryStore, tmp_path: Path) -> None:
    imported(store, tmp_path / "a.tmx", unit('a <ph x="1">&lt;br/&gt;</ph>b', "б"))

    memory, _ = exported(store, 1)

    assert memory.units[0].variants[0].content == ("a b",)


def test_a_stored_unit_keeps_the_place_of_its_file(store: MemoryStore, tmp_path: Path) -> None:
    imported(store, tmp_path / "a.tmx", pairs(3))

    found: list[StoredUnit] = list(store.stream())

    assert [stored.place for stored in found] == [0, 1, 2]


# -- what must not be lost ------------------------------------------------------------------------------------


def test_a_language_that_the_file_does_not_have_takes_nothing_out(store: MemoryStore, tmp_path: Path) -> None:
    imported(store, tmp_path / "a.tmx", pairs(3))

    report = imported(store, tmp_path / "a.tmx", languages=("fr",))

    assert (len(store), report.removed, report.broken) == (3, 0, True)
    assert "those of the file are en, ru" in str(report.findings[-1].message)


def test_what_matched_no_language_is_not_remembered(store: MemoryStore, tmp_path: Path) -> None:
    imported(store, tmp_path / "a.tmx", pairs(3))
    imported(store, tmp_path / "a.tmx", languages=("fr",))

    assert [(report.broken, report.unchanged) for report in import_again(store, silent)] == [(False, 3)]


def test_a_table_without_languages_says_how_to_name_them(store: MemoryStore, tmp_path: Path) -> None:
    report = imported(store, tmp_path / "a.tsv", "gate\tворота\n".encode())

    assert report.broken
    assert "--source-language" in str(report.findings[-1].message)


def test_a_table_that_breaks_off_takes_nothing_out(store: MemoryStore, tmp_path: Path) -> None:
    imported(store, tmp_path / "a.csv", "en,ru\ngate,ворота\nlock,шлюз\n".encode())

    report = imported(store, tmp_path / "a.csv", 'en,ru\ngate,ворота\nlock,"шлюз\n'.encode())

    assert (report.broken, report.removed, len(store)) == (True, 0, 2)


def test_a_packed_file_that_breaks_off_gives_what_stands_before_the_break(
    store: MemoryStore, tmp_path: Path
) -> None:
    packed = gzip.compress(
        (HEAD + "".join(unit(f"gate {n * 7919}", f"ворота {n}") for n in range(50))).encode()
    )

    report = imported(store, tmp_path / "a.tmx.gz", packed[: len(packed) * 2 // 3])

    assert report.broken
    assert 10 < len(store) < 50
    assert {finding.code for finding in report.findings} == {"F001", "F230"}


def test_an_import_that_is_interrupted_can_be_completed(store: MemoryStore, tmp_path: Path) -> None:
    def stop(_what: str, done: int, _all: int) -> None:
        if done:
            raise KeyboardInterrupt

    path = tmp_path / "a.tmx"
    path.write_text(HEAD + pairs(1500) + TAIL, "utf-8")
    with pytest.raises(KeyboardInterrupt):
        import_files(store, Request((str(path),)), stop)

    import_again(store, silent)

    assert len(store) == 1500
