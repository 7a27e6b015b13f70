import csv
import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Call = Callable[..., Result]


def concept_with(answer: dict, text: str) -> dict:
    return next(c for c in answer["concepts"] if any(t["text"] == text for t in c["terms"]))


def test_a_corpus_gives_names_with_their_renderings(project: Path, termaccord: Call) -> None:
    answer = json.loads(termaccord("extract", "corpus", "--format", "json").stdout)

    body = concept_with(answer, "Совет речных портов")
    assert body["category"] == "body"
    assert {"Council of River Ports", "СРП", "CRP"} <= {t["text"] for t in body["terms"]}


def test_an_inflected_mention_counts_for_the_citation_form(project: Path, termaccord: Call) -> None:
    answer = json.loads(termaccord("extract", "corpus", "--format", "json").stdout)

    term = next(
        t for t in concept_with(answer, "Совет речных портов")["terms"] if t["text"] == "Совет речных портов"
    )
    assert [o["text"] for o in term["occurrences"]] == ["Совет речных портов", "Совета речных портов"]


def test_every_occurrence_stands_where_it_says(project: Path, termaccord: Call) -> None:
    answer = json.loads(termaccord("extract", "corpus", "--format", "json").stdout)

    for concept in answer["concepts"]:
        for term in concept["terms"]:
            for place in term["occurrences"]:
                text = (project / "corpus" / place["document"]).read_text("utf-8")
                assert text[place["start"] : place["end"]] == place["text"]


def test_one_language_alone_gives_names_too(project: Path, termaccord: Call) -> None:
    answer = json.loads(termaccord("extract", "corpus/en-gull/ports.txt", "--format", "json").stdout)

    assert concept_with(answer, "Council of River Ports")["category"] == "body"


def test_concepts_come_best_first(project: Path, termaccord: Call) -> None:
    scores = [
        c["score"] for c in json.loads(termaccord("extract", "corpus", "--format", "json").stdout)["concepts"]
    ]

    assert scores == sorted(scores, reverse=True)


def test_a_person_reads_names_and_counts(project: Path, termaccord: Call) -> None:
    said = termaccord("extract", "corpus", "--limit", "1").stdout

    assert "×" in said
    assert "1 concept" in said


def test_a_tsv_opens_in_a_spreadsheet(project: Path, termaccord: Call) -> None:
    rows = list(
        csv.reader(
            termaccord("extract", "corpus", "--format", "tsv").stdout.splitlines(keepends=True),
            delimiter="\t",
        )
    )

    assert any("Совет речных портов" in row and "Council of River Ports" in row for row in rows)


def test_standard_input_is_a_document(project: Path, termaccord: Call) -> None:
    stdin = (project / "corpus/en-gull/ports.txt").read_bytes()

    answer = json.loads(
        termaccord("extract", "-", "--language", "en", "--format", "json", stdin=stdin).stdout
    )

    assert concept_with(answer, "Council of River Ports")


def test_a_bilingual_file_needs_no_aligning(project: Path, termaccord: Call) -> None:
    termaccord(
        "align", "corpus/ru/ports.txt", "corpus/en-gull/ports.txt", "--format", "tmx", "-o", "ports.tmx"
    )

    answer = json.loads(termaccord("extract", "ports.tmx", "--format", "json").stdout)

    places = concept_with(answer, "Совет речных портов")["terms"][0]["occurrences"]
    assert all(place["document"] == "ports.tmx" and place["unit"] for place in places)
