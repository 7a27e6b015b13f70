"""`from termaccord import Glossary`: what the command line answers, as objects."""

import subprocess
import sys
from pathlib import Path

import pytest

import termaccord
from termaccord import Concept, Glossary, LanguageSection, Status, Term, UsageError
from termaccord.formats import tbx
from termaccord.model import Glossary as Record


def record(*concepts: Concept) -> bytes:
    return tbx.serialize(Record(concepts))


WATCH = Concept(
    "c-watch",
    (
        LanguageSection(
            "en",
            (Term("Harbour Watch Council", Status.PREFERRED), Term("Port Guard Council", Status.DEPRECATED)),
        ),
        LanguageSection("ru", (Term("Совет портовой вахты", Status.PREFERRED),)),
    ),
)
LAMP = Concept(
    "c-lamp", (LanguageSection("en", (Term("lantern"),)), LanguageSection("ru", (Term("фонарь"),)))
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "ports.tbx").write_bytes(record(WATCH, LAMP))
    return tmp_path


def test_a_term_is_looked_up(folder: Path) -> None:
    with Glossary.open(folder / "ports.tbx") as glossary:
        hit = glossary.lookup("Советом портовой вахты")[0]

    assert (hit.concept, hit.term, hit.language) == (WATCH, "Совет портовой вахты", "ru")
    assert hit.how == "“Советом портовой вахты” is a form of “Совет портовой вахты”"


def test_terms_are_found_in_a_text_with_what_to_write(folder: Path) -> None:
    glossary = Glossary.open(folder / "ports.tbx")
    watch, lamp = glossary.find("The Port Guard Council lit two lanterns,\none lantern each.", "en-GB")

    assert (watch.term.text, watch.instead) == ("Port Guard Council", ("Harbour Watch Council",))
    assert [r.text for r in watch.renderings] == ["Совет портовой вахты"]
    assert [(o.text, o.line, o.column) for o in lamp.occurrences] == [("lanterns", 1, 32), ("lantern", 2, 5)]


def test_it_is_a_collection_of_concepts(folder: Path) -> None:
    glossary = Glossary.open("ports.tbx")

    assert (len(glossary), list(glossary)) == (2, [WATCH, LAMP])
    assert glossary.concept("c-lamp") == LAMP
    assert "c-lamp" in glossary
    assert "lantern" not in glossary
    with pytest.raises(KeyError):
        glossary.concept("c-owl")


def test_the_first_glossary_hides_its_namesakes_in_the_others(folder: Path) -> None:
    other = Concept("c-lamp", (*LAMP.languages, LanguageSection("de", (Term("Laterne"),))))
    (folder / "other.tbx").write_bytes(record(other))

    assert Glossary.open("ports.tbx", "other.tbx").concept("c-lamp") == LAMP
    assert Glossary.open("other.tbx", "ports.tbx").concept("c-lamp") == other


def test_a_file_is_parsed_only_when_it_has_changed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = []
    honest = tbx.parse
    monkeypatch.setattr(tbx, "parse", lambda *given: parsed.append(1) or honest(*given))
    for _ in range(2):
        Glossary.open("ports.tbx").close()
    (folder / "ports.tbx").write_bytes(record(LAMP))
    changed = Glossary.open("ports.tbx")

    assert len(parsed) == 2
    assert list(changed) == [LAMP]


def test_what_was_wrong_with_a_file_is_told_each_time(folder: Path) -> None:
    (folder / "broken.tbx").write_bytes(record(WATCH).replace(b'xml:lang="ru"', b""))
    first = Glossary.open("broken.tbx").findings
    second = Glossary.open("broken.tbx").findings

    assert first
    assert first == second


def test_without_a_glossary_in_the_project_a_path_must_be_given(folder: Path) -> None:
    (folder / "termaccord.toml").write_text("")
    with pytest.raises(UsageError):
        Glossary.open()
    with pytest.raises(UsageError):
        Glossary.open(folder / "absent.tbx")


def test_every_public_name_can_be_had() -> None:
    assert all(getattr(termaccord, name) is not None for name in termaccord.__all__)
    assert set(termaccord.__all__) <= set(dir(termaccord))
    with pytest.raises(AttributeError):
        _ = termaccord.nothing  # type: ignore[attr-defined]


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import sys, termaccord; print(*(m for m in ('lxml', 'numpy', 'pymorphy3', 'click') if m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == ""
