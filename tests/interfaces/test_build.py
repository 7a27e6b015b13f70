import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result

from termaccord.formats import tbx, tmx
from termaccord.model import Concept, DataCategory, Glossary, LanguageSection, Memory, Status, Term

Call = Callable[..., Result]
GLOSSARY = "glossary/ports.proposed.tbx"
MEMORY = "tmx/ports.gull.tmx"


def outputs(root: Path) -> dict[str, bytes]:
    return {name: (root / name).read_bytes() for name in (GLOSSARY, MEMORY)}


def test_a_build_writes_the_memory_and_the_proposed_glossary(project: Path, termaccord: Call) -> None:
    result = termaccord("build")

    units = tmx.parse((project / MEMORY).read_bytes(), MEMORY).clean().units
    terms = {
        t.text
        for c in tbx.parse((project / GLOSSARY).read_bytes(), GLOSSARY).clean().concepts
        for s in c.languages
        for t in s.terms
    }
    assert result.return_value == 0
    assert [v.text[:20] for v in units[0].variants] == ["Совет речных портов ", "The Council of River"]
    assert {"Совет речных портов", "Council of River Ports", "Тихая вода-2025", "Quiet Water-2025"} <= terms


def test_the_summary_counts_what_was_done(project: Path, termaccord: Call) -> None:
    summary = json.loads(termaccord("build", "--format", "json").stdout)["summary"]

    assert summary["documents"] == {"en": 1, "ru": 1}
    assert summary["beads"] == {"1-1": 5}
    assert summary["units"] == 5
    assert summary["coverage"] == 1


def test_a_second_build_has_nothing_to_do(project: Path, termaccord: Call) -> None:
    termaccord("build")

    answer = json.loads(termaccord("build", "--format", "json").stdout)

    assert not answer["fresh"]
    assert answer["changed"] == []


def test_a_changed_text_is_built_anew(project: Path, termaccord: Call) -> None:
    termaccord("build")
    path = project / "corpus/en-gull/ports.txt"
    path.write_text(path.read_text("utf-8").replace("Seven ports", "Nine ports"), "utf-8")

    assert json.loads(termaccord("build", "--format", "json").stdout)["changed"] == [MEMORY]


def test_a_check_fails_until_the_files_are_what_the_corpus_gives(project: Path, termaccord: Call) -> None:
    before = termaccord("build", "--check")
    termaccord("build")
    after = termaccord("build", "--check")

    assert (before.return_value, after.return_value) == (1, 0)


def test_a_quiet_check_says_which_files_differ(project: Path, termaccord: Call) -> None:
    result = termaccord("build", "--check", "--quiet")

    assert result.stdout == ""
    assert "glossary/ports.proposed.tbx, tmx/ports.gull.tmx" in " ".join(result.stderr.split())


def test_a_check_writes_nothing(project: Path, termaccord: Call) -> None:
    termaccord("build", "--check")

    assert not (project / "tmx").exists()


def test_a_file_changed_by_hand_is_noticed(project: Path, termaccord: Call) -> None:
    termaccord("build")
    (project / MEMORY).write_bytes((project / MEMORY).read_bytes().replace(b"River", b"RIVER"))

    assert termaccord("build", "--check").return_value == 1


def test_an_accepted_concept_keeps_its_id_and_its_file(project: Path, termaccord: Call) -> None:
    note = DataCategory("note", text="category: body")
    sections = (
        LanguageSection("ru", (Term("Совет речных портов", Status.PREFERRED),)),
        LanguageSection("en", (Term("Council of River Ports", Status.PREFERRED),)),
    )
    accepted = tbx.serialize(Glossary((Concept("river-council", sections, extra=(note,)),)))
    path = project / "glossary/ports.tbx"
    path.parent.mkdir()
    path.write_bytes(accepted)

    answer = json.loads(termaccord("build", "--format", "json").stdout)

    assert path.read_bytes() == accepted
    assert answer["summary"]["recognised"] == 1
    assert b'id="river-council"' in (project / GLOSSARY).read_bytes()


def test_what_people_have_decided_is_not_proposed_again(project: Path, termaccord: Call) -> None:
    termaccord("build")
    before = names_in(project / GLOSSARY)
    termaccord("terms", "accept", "Совет речных портов")
    termaccord("terms", "reject", "Тихая вода-2025", "--note", "no exercise of ours")
    decided = names_in(project / GLOSSARY)

    answer = json.loads(termaccord("build", "--format", "json").stdout)

    assert {"Совет речных портов", "Quiet Water-2025"} <= before - decided
    assert names_in(project / GLOSSARY) == decided
    assert GLOSSARY not in answer["changed"]


def test_a_line_that_is_no_rejection_is_told(project: Path, termaccord: Call) -> None:
    (project / "glossary").mkdir()
    (project / "glossary/ports.rejected.tsv").write_text("what is this\n", "utf-8")

    assert "ports.rejected.tsv:1" in "".join(termaccord("build").stderr.split())


def names_in(path: Path) -> set[str]:
    concepts = tbx.parse(path.read_bytes(), path.name).clean().concepts
    return {t.text for c in concepts for s in c.languages for t in s.terms}


def test_a_broken_text_does_not_stop_the_rest(project: Path, termaccord: Call) -> None:
    (project / "corpus/ru/broken.txt").write_bytes(b"\0\1\2\3" * 500)
    with (project / "corpus/corpus.toml").open("a") as manifest:
        manifest.write('\n[[document]]\nid = "broken"\npath = "ru/broken.txt"\nlanguage = "ru"\n')

    result = termaccord("build")

    assert result.return_value == 2
    assert (project / MEMORY).is_file()


def test_a_memory_whose_text_is_gone_is_named(project: Path, termaccord: Call) -> None:
    (project / "tmx").mkdir()
    (project / "tmx/old.tmx").write_text("")

    assert "old.tmx" in termaccord("build").stderr


def earlier(project: Path, creator: str = "termaccord", target: str = "en-gull/ports") -> Path:
    """A memory as earlier versions wrote it: all outlets of a text together."""
    path = project / "tmx/ports.tmx"
    units = tmx.parse((project / MEMORY).read_bytes(), MEMORY).clean().units
    properties = (("x-termaccord-source", "ru/ports"), ("x-termaccord-target", target))
    data = tmx.serialize(Memory(tuple(replace(unit, properties=properties) for unit in units), "ru"))
    path.write_bytes(data.replace(b'creationtool="termaccord"', f'creationtool="{creator}"'.encode()))
    return path


def test_a_memory_of_an_earlier_version_is_replaced(project: Path, termaccord: Call) -> None:
    termaccord("build")
    old = earlier(project)

    check = termaccord("build", "--check", "--force")
    there = old.is_file()
    build = json.loads(termaccord("build", "--force", "--format", "json").stdout)

    assert (check.return_value, there, old.is_file()) == (1, True, False)
    assert "tmx/ports.tmx" in " ".join(check.stdout.split())
    assert (build["changed"], build["removed"]) == ([], ["tmx/ports.tmx"])
    assert termaccord("build", "--check", "--force").return_value == 0


@pytest.mark.parametrize(
    ("creator", "target"), [("somebody", "en-gull/ports"), ("termaccord", "en-tern/ports")]
)
def test_a_memory_that_is_not_replaced_by_others_is_named_and_left(
    project: Path, termaccord: Call, creator: str, target: str
) -> None:
    termaccord("build")
    old = earlier(project, creator, target)

    result = termaccord("build", "--force")

    assert "ports.tmx" in result.stderr
    assert old.is_file()


def test_a_file_that_this_project_has_built_goes_when_its_name_changes(
    project: Path, termaccord: Call
) -> None:
    termaccord("build")
    manifest = project / "corpus/corpus.toml"
    manifest.write_text(manifest.read_text("utf-8").replace('"gull"', '"tern"'), "utf-8")

    answer = json.loads(termaccord("build", "--format", "json").stdout)

    assert MEMORY in answer["removed"]
    assert [path.name for path in (project / "tmx").iterdir()] == ["ports.tern.tmx"]


def test_an_export_that_lies_among_the_memories_is_left(project: Path, termaccord: Call) -> None:
    termaccord("build")
    shutil.copy(project / MEMORY, project / "tmx/mine.tmx")

    result = termaccord("build", "--force")

    assert "mine.tmx" in result.stderr
    assert (project / "tmx/mine.tmx").is_file()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_same_texts_give_the_same_bytes(project: Path, tmp_path: Path, jobs: str) -> None:
    results = []
    for seed in ("0", "4711"):
        folder = tmp_path / f"copy-{seed}-{jobs}"
        shutil.copytree(project, folder, ignore=shutil.ignore_patterns("copy-*", ".termaccord"))
        command = [sys.executable, "-m", "termaccord", "build", "--jobs", jobs, "--quiet", str(folder)]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
        results.append(outputs(folder))

    assert results[0] == results[1]


def test_a_folder_that_is_no_project_is_one_sentence(tmp_path: Path, termaccord: Call) -> None:
    assert "termaccord.toml" in str(termaccord("build", str(tmp_path)).exception)
