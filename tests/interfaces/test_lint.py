"""`termaccord lint`, end to end."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from lxml import etree

from termaccord.interfaces.reports import FORMATS

Call = Callable[..., Result]
GLOSSARY = """<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX-Basic" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>t</p></sourceDesc></fileDesc></martifHeader>
<text><body><termEntry id="c-council">
<langSet xml:lang="ru"><tig><term>Совет речных портов</term></tig></langSet>
<langSet xml:lang="en">
<tig><term>Council of River Ports</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
<tig><term>River Harbour Board</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
</langSet></termEntry></body></text></martif>
"""
CROW = """The River Harbour Board met in Ozyorsk. The River Harbour Board praised the work of the rescuers.
"""


@pytest.fixture
def crow(project: Path) -> Path:
    """The project with a glossary and a text that uses what the glossary rejects."""
    (project / "glossary").mkdir()
    (project / "glossary" / "ports.tbx").write_text(GLOSSARY, "utf-8")
    (project / "corpus" / "en-crow").mkdir()
    (project / "corpus" / "en-crow" / "ports.txt").write_text(CROW, "utf-8")
    with (project / "corpus" / "corpus.toml").open("a", encoding="utf-8") as manifest:
        manifest.write(
            '\n[[document]]\nid = "en-crow/ports"\npath = "en-crow/ports.txt"\nlanguage = "en"\noutlet = "crow"\n'
            'translation_of = "ru/ports"\n'
        )
    return project


def test_a_finding_is_shown_where_it_is(crow: Path, termaccord: Call) -> None:
    said = termaccord("lint", "corpus", "--select", "T01").stdout.splitlines()

    assert said[0].startswith("corpus/en-crow/ports.txt:1:5: T01 “River Harbour Board” is deprecated")
    assert said[2].startswith("1 | The River Harbour Board met in Ozyorsk.")
    assert said[3] == "  |     ^^^^^^^^^^^^^^^^^^^ error: rejected-term"
    assert said[-1].startswith("2 errors; files affected: 1 of 3.")


def test_findings_fail_a_check_and_their_absence_does_not(crow: Path, termaccord: Call) -> None:
    assert termaccord("lint", "corpus", "--select", "T01").return_value == 1
    assert termaccord("lint", "corpus", "--select", "T01", "--fail-on", "never").return_value == 0
    assert termaccord("lint", "corpus/en-gull", "--select", "T01").return_value == 0


def test_quiet_says_findings_only(crow: Path, termaccord: Call) -> None:
    assert "files affected" not in termaccord("lint", "corpus", "--select", "T01", "--quiet").stdout
    assert termaccord("lint", "corpus/en-gull", "--select", "T01", "--quiet").stdout == ""


def test_standard_input_is_read_in_the_language_given(crow: Path, termaccord: Call) -> None:
    said = termaccord("lint", "-", "--language", "en", "--select", "T01", stdin=CROW).stdout

    assert said.startswith("<stdin>:1:5: T01 ")


@pytest.mark.parametrize("form", ["text", *FORMATS])
def test_a_report_is_written_to_a_file(crow: Path, termaccord: Call, form: str) -> None:
    call = ("lint", "corpus", "--select", "T01", "--format", form)
    answer = termaccord(*call, "-o", "report")

    assert (answer.return_value, answer.stdout) == (1, "")
    assert (crow / "report").read_text("utf-8") == termaccord(*call).stdout


def test_json_names_documents_as_the_corpus_does(crow: Path, termaccord: Call) -> None:
    answer = json.loads(termaccord("lint", "corpus", "--select", "T01", "--format", "json").stdout)

    assert {f["path"] for f in answer["findings"]} == {"en-crow/ports.txt"}
    assert [CROW[f["start"] : f["end"]] for f in answer["findings"]] == ["River Harbour Board"] * 2
    assert answer["summary"] == {"error": 2, "warning": 0, "info": 0, "documents": 3}


def test_code_scanning_is_led_to_files_that_exist(crow: Path, termaccord: Call) -> None:
    log = json.loads(termaccord("lint", "corpus", "--select", "T01", "--format", "sarif").stdout)
    places = [r["locations"][0]["physicalLocation"] for r in log["runs"][0]["results"]]

    assert {p["artifactLocation"]["uri"] for p in places} == {"corpus/en-crow/ports.txt"}
    assert [p["region"]["startColumn"] for p in places] == [5, 45]


def test_failures_in_junit_are_what_fails_the_check(crow: Path, termaccord: Call) -> None:
    def failures(*options: str) -> str | None:
        answer = termaccord("lint", "corpus", "--select", "T01", "--format", "junit", *options)
        return etree.fromstring(answer.stdout.encode()).get("failures")

    assert (failures(), failures("--fail-on", "never")) == ("2", "0")


def test_what_cannot_be_read_does_not_keep_the_rest_from_being_checked(crow: Path, termaccord: Call) -> None:
    (crow / "broken.docx").write_bytes(b"PK no zip")

    answer = termaccord("lint", "corpus", "broken.docx", "--select", "T01")

    assert answer.return_value == 2
    assert "T01" in answer.stdout
    assert "broken.docx" in answer.stderr


def test_the_evidence_names_the_concept_that_decided(crow: Path, termaccord: Call) -> None:
    said = termaccord("lint", "corpus", "--select", "T01", "--explain").stdout

    assert "= lemmas: river harbour board" in said
    assert "= concept: c-council of the glossary:" in said


def test_a_russian_reader_reads_russian(
    crow: Path, termaccord: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "ru")

    said = termaccord("lint", "corpus", "--select", "T01").stdout

    assert "ошибка: rejected-term" in said
    assert "2 ошибки; затронуто файлов: 1 из 3." in said


def test_two_runs_write_the_same_bytes_whatever_the_seed_of_hashes(crow: Path) -> None:
    def run(seed: str) -> bytes:
        call = [
            sys.executable,
            "-m",
            "termaccord",
            "lint",
            "corpus",
            "--format",
            "html",
            "--fail-on",
            "never",
        ]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        return subprocess.run(call, env=environment, capture_output=True, check=True).stdout

    assert run("1") == run("2")


@pytest.mark.parametrize("form", ["text", "html"])
def test_the_order_in_which_files_are_named_does_not_matter(crow: Path, termaccord: Call, form: str) -> None:
    files = sorted(str(p.relative_to(crow)) for p in crow.glob("corpus/*/ports.txt"))

    turned = termaccord("lint", *reversed(files), "--format", form)

    assert turned.stdout == termaccord("lint", *files, "--format", form).stdout != ""
