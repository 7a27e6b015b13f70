"""The gold says what stands in the texts, and says it of every sentence."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.corpus_gold import (
    CORPUS,
    FORMS,
    GOLD,
    Entry,
    beads,
    concepts,
    documents,
    export,
    findings,
    fold,
    marked,
    parse_marked,
    places_of_finding,
    places_of_trap,
    traps,
)

from termaccord.model import Category

SHARED = Path(__file__).parents[2] / "../shared"
CATEGORIES = {category.value for category in Category}
RUN = 8
"""So many words in a row from another text would be a copy."""
OWN = 5
"""Of which so many are no part of a name: titles and mottos are facts and may be shared."""

every_document = pytest.mark.parametrize("entry", documents(), ids=lambda entry: entry.id)
translations = [entry for entry in documents() if entry.translation_of]
originals = [entry for entry in documents() if entry.language in {"ru", "de"}]


def source_of(entry: Entry) -> Entry:
    return next(other for other in documents() if other.id == entry.translation_of)


def test_marks_are_taken_out_of_a_text_and_their_places_kept() -> None:
    read = parse_marked("Сегодня {csto:a|ОДКБ} растёт.\nОна {!n|12} лет.\n\nИ {?t:b|канал}.\n")

    assert read.text == "Сегодня ОДКБ растёт. Она 12 лет.\n\nИ канал.\n"
    assert [read.text[mark.start : mark.end] for mark in read.marks] == ["ОДКБ", "12", "канал"]
    assert read.sentences == ("Сегодня ОДКБ растёт.", "Она 12 лет.", "И канал.")


@every_document
def test_the_marked_text_is_the_text_of_the_corpus(entry: Entry) -> None:
    assert marked(entry).text == entry.text


@every_document
def test_every_marked_surface_stands_at_its_offset(entry: Entry) -> None:
    wrong = [m for m in marked(entry).marks if entry.text[m.start : m.end] != m.surface]

    assert wrong == []


@every_document
def test_every_mark_stands_for_something(entry: Entry) -> None:
    known = {
        "": concepts().keys(),
        "!": {row["id"] for row in findings()},
        "?": {row["id"] for row in traps()},
    }
    tails = {"": FORMS.keys(), "!": {""}, "?": {"a", "b"}}
    marks = marked(entry).marks

    assert [m for m in marks if m.id not in known[m.sort] or m.tail not in tails[m.sort]] == []


@every_document
def test_a_mark_holds_no_quotation_mark_article_or_space_at_its_ends(entry: Entry) -> None:
    # A title that begins with an article inside its quotation marks keeps it.
    quoted = {"document", "event"}
    wrong = [
        m.surface
        for m in marked(entry).marks
        if m.surface != m.surface.strip(" «»“”‘’\"',.")
        or (
            re.match(r"(?i)(?:the|an?) ", m.surface)
            and not (m.id in concepts() and concepts()[m.id]["category"] in quoted)
            and m.id != "motto26"
        )
    ]

    assert wrong == []


@every_document
def test_a_text_is_plain_and_tidy(entry: Entry) -> None:
    text = entry.text

    assert unicodedata.is_normalized("NFC", text)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert not re.search(r"[{}|\r\t\u00a0]|<\d|  | \n|\n\n\n", text)


@pytest.mark.parametrize("entry", translations, ids=lambda entry: entry.id)
def test_beads_hold_every_sentence_of_both_sides_once(entry: Entry) -> None:
    sources = [number for bead in beads(entry) for number in bead[0]]
    targets = [number for bead in beads(entry) for number in bead[1]]

    assert sources == list(range(len(marked(source_of(entry)).sentences)))
    assert sorted(targets) == list(range(len(marked(entry).sentences)))


def test_the_beads_are_of_many_kinds() -> None:
    kinds = Counter((len(s), len(t)) for entry in translations for s, t in beads(entry))

    assert {(1, 0), (0, 1), (1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1)} <= kinds.keys()


def test_some_paragraphs_are_moved() -> None:
    moved = [
        entry.id
        for entry in translations
        if (targets := [t for _, side in beads(entry) for t in side]) != sorted(targets)
    ]

    assert len(moved) >= 3


def test_every_file_of_the_corpus_is_named_in_the_manifest() -> None:
    assert {path.relative_to(CORPUS).as_posix() for path in CORPUS.glob("*/*.txt")} == {
        entry.path for entry in documents()
    }
    assert {path.relative_to(GOLD) for path in GOLD.glob("*/*.marked")} == {
        entry.gold.relative_to(GOLD) for entry in documents()
    }


def test_originals_have_their_length_and_their_translations() -> None:
    russian = [entry for entry in originals if entry.language == "ru"]
    counts = {entry.id: len(marked(entry).sentences) for entry in russian}
    rendered = Counter(entry.translation_of for entry in translations)

    assert len(russian) >= 8
    assert all(20 <= count <= 30 for count in counts.values()), counts
    assert all(rendered[entry.id] >= 2 for entry in russian)
    assert sum(len(marked(entry).sentences) for entry in documents()) >= 900


def test_no_sentence_is_written_twice_in_one_document() -> None:
    doubled = [
        (entry.id, sentence)
        for entry in documents()
        for sentence, count in Counter(marked(entry).sentences).items()
        if count > 1
    ]

    assert doubled == []


def test_every_concept_is_described_and_stands_in_the_texts() -> None:
    used = {mark.id for entry in documents() for mark in marked(entry).marks if not mark.sort}
    wrong = [
        row["id"]
        for row in concepts().values()
        if row["category"] not in CATEGORIES or not row["en"] or bool(row.get("ru")) == bool(row.get("de"))
    ]

    assert wrong == []
    assert used == concepts().keys()


@pytest.mark.parametrize("finding", findings(), ids=lambda row: row["id"])
def test_a_finding_has_places_that_differ(finding: dict[str, Any]) -> None:
    surfaces = {fold(place.surface) for place in places_of_finding(finding)}

    assert len(surfaces) >= (1 if finding["kind"] == "untranslated-term" else 2)
    assert finding["severity"] in {"high", "medium", "low"}
    assert finding["why"].endswith(".")
    if "forms" in finding:
        assert surfaces == {fold(form) for form in finding["forms"]}
        assert finding["preferred"] in finding["forms"]


@pytest.mark.parametrize("trap", traps(), ids=lambda row: row["id"])
def test_a_trap_has_two_sides_in_the_texts(trap: dict[str, Any]) -> None:
    sides = {side: places_of_trap(trap, side) for side in ("a", "b")}

    assert all(sides.values())
    assert not {(p.document, p.start) for p in sides["a"]} & {
        (p.document, p.start) for p in sides["b"] if trap["a"] == trap["b"]
    }


def test_no_trap_is_a_finding() -> None:
    reported = [(f["id"], set(f.get("forms", ()))) for f in findings()]
    clashes = [
        (trap["id"], name) for trap in traps() for name, forms in reported if {trap["a"], trap["b"]} <= forms
    ]

    assert clashes == []


@pytest.mark.parametrize("language", ["ru", "de"])
def test_the_exported_folder_says_the_same(language: str, tmp_path: Path) -> None:
    export(tmp_path, language)

    listed = json.loads((tmp_path / "corpus.json").read_text("utf-8"))["documents"]
    terms = json.loads((tmp_path / "gold-terms.json").read_text("utf-8"))
    texts = {row["id"]: (tmp_path / row["path"]).read_text("utf-8") for row in listed}
    places = [occurrence for term in terms for occurrence in term["occurrences"]]
    assert len(places) > 50
    assert [p for p in places if not texts[p["doc"]].startswith(p["surface"], p["offset"])] == []
    assert {t["translation_of"] for t in listed if t["translation_of"]} <= texts.keys()


# ---- nothing is copied


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def runs(text: str) -> Iterator[tuple[str, ...]]:
    listed = words(text)
    return (tuple(listed[i : i + RUN]) for i in range(len(listed) - RUN + 1))


def own_runs(entry: Entry) -> Iterator[tuple[str, ...]]:
    named = [False] * (len(entry.text) + 1)
    for mark in marked(entry).marks:
        named[mark.start : mark.end] = [True] * len(mark.surface)
    found = [(match.group().casefold(), named[match.start()]) for match in re.finditer(r"\w+", entry.text)]
    for i in range(len(found) - RUN + 1):
        window = found[i : i + RUN]
        if sum(not name for _, name in window) >= OWN:
            yield tuple(word for word, _ in window)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the folder ../shared with the other texts is absent")
def test_no_run_of_words_comes_from_the_texts_we_were_given() -> None:
    given = [*(SHARED / "seeds").glob("*.txt"), *(SHARED / "eval/corpora").rglob("*.txt")]
    theirs = {run for path in given for run in runs(path.read_text("utf-8"))}

    copied = [(entry.id, " ".join(run)) for entry in documents() for run in own_runs(entry) if run in theirs]

    assert copied == []
