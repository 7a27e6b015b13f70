"""The life of a concept on the command line: every change is a small difference of one file."""

import difflib
import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from tests.formats.oracles import complaints, needs_shared

from termaccord.formats import tbx
from termaccord.model import Concept, Status, Term

Call = Callable[..., Result]
FILE = "glossary/rivers.tbx"
WAITING = "glossary/rivers.proposed.tbx"
REJECTED = "glossary/rivers.rejected.tsv"


def concepts(path: str = FILE) -> dict[str, Concept]:
    return {c.id: c for c in tbx.parse(Path(path).read_bytes(), path).clean().concepts}


def named(concept: Concept) -> dict[str, Term]:
    return {t.text: t for s in concept.languages for t in s.terms}


def statuses(id_: str = "c-river-council") -> dict[str, Status | None]:
    return {text: term.status for text, term in named(concepts()[id_]).items()}


def lines_changed(before: str) -> tuple[int, int]:
    """How many lines went and how many came."""
    found = list(difflib.ndiff(before.splitlines(), Path(FILE).read_text("utf-8").splitlines()))
    return sum(line.startswith("- ") for line in found), sum(line.startswith("+ ") for line in found)


# -- any dialect --------------------------------------------------------------------------------------------------


@needs_shared
@pytest.mark.parametrize("dialect", list(tbx.Dialect))
def test_a_proposal_that_is_accepted_into_a_file_of_any_dialect_leaves_it_valid_in_it(
    rivers: Path, terms: Call, dialect: tbx.Dialect
) -> None:
    glossary = tbx.parse(Path(FILE).read_bytes(), FILE).value
    before = tbx.serialize(glossary, dialect)
    Path(FILE).write_bytes(before)

    assert terms("accept", "c-harbour-board", "--by", "N. Ferryman").exit_code == 0

    after = Path(FILE).read_bytes()
    assert {"c-river-council", "c-harbour-board"} <= set(concepts())
    assert complaints(after, dialect.value) == []
    gone = set(before.splitlines()) - set(after.splitlines())
    assert not gone


# -- looking ------------------------------------------------------------------------------------------------------


def test_a_list_begins_with_what_is_accepted_and_goes_on_with_the_surest_proposals(
    rivers: Path, terms: Call
) -> None:
    answer = json.loads(terms("list", "--format", "json").stdout)

    assert [(c["id"], c["state"]) for c in answer["concepts"]] == [
        ("c-river-council", "accepted"),
        ("c-harbour-board", "proposed"),
        ("c-quiet-water", "proposed"),
        ("c-mist", "proposed"),
    ]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--accepted",), ["c-river-council"]),
        (("--proposed", "--category", "exercise"), ["c-quiet-water"]),
        (("--status", "admitted"), ["c-river-council"]),
        (("--language", "de"), []),
        (("--subject", "rivers", "--accepted"), ["c-river-council"]),
        (("--subject", "forests"), []),
        (("water",), ["c-quiet-water"]),
        (("Речного", "совета"), ["c-river-council"]),
    ],
)
def test_a_list_shows_what_is_wanted(
    rivers: Path, terms: Call, options: tuple[str, ...], expected: list[str]
) -> None:
    answer = json.loads(terms("list", *options, "--format", "json").stdout)

    assert [c["id"] for c in answer["concepts"]] == expected


def test_a_list_for_spreadsheets_has_a_line_for_each_term(rivers: Path, terms: Call) -> None:
    rows = [line.split("\t") for line in terms("list", "--accepted", "--format", "tsv").stdout.splitlines()]

    assert rows[0][:2] == ["id", "state"]
    assert [row[5] for row in rows[1:]] == ["River Council", "Council of Rivers", "RC", "Речной совет"]


def test_a_list_in_text_names_the_concepts(rivers: Path, terms: Call) -> None:
    said = terms("list").stdout

    assert "c-river-council" in said
    assert said.splitlines()[-1] == "4 concepts"


@pytest.mark.parametrize(
    "reference", ["c-river-council", "c-riv", "River Council", "речной  СОВЕТ", "Речным советом", "RC"]
)
def test_a_concept_is_meant_by_its_id_a_beginning_of_it_or_a_name_in_any_form(
    rivers: Path, terms: Call, reference: str
) -> None:
    assert json.loads(terms("show", reference, "--format", "json").stdout)["id"] == "c-river-council"


def test_showing_a_concept_says_everything_and_where_it_stands(rivers: Path, terms: Call) -> None:
    terms("prefer", "RC", "Council of Rivers", "--by", "N. Ferryman")

    said = terms("show", "RC").stdout

    for part in (f"{FILE}:", "subject: rivers", "Council of Rivers", "2025-05-12  changed  N. Ferryman"):
        assert part in said


def test_what_means_several_concepts_is_told_with_the_choices(rivers: Path, terms: Call) -> None:
    said = str(terms("show", "совет").exception)

    assert "means 2 concepts" in said
    assert "c-harbour-board (Совет гаваней)" in said


def test_what_means_nothing_is_one_sentence(rivers: Path, terms: Call) -> None:
    assert "no concept is meant by “zebra”" in str(terms("show", "zebra").exception)


# -- preferring, deprecating, forbidding --------------------------------------------------------------------------


def test_the_former_preferred_term_becomes_admitted(rivers: Path, terms: Call) -> None:
    before = Path(FILE).read_text("utf-8")

    said = terms("prefer", "c-river", "council of rivers", "--by", "N. Ferryman").stdout

    assert statuses() == {
        "River Council": Status.ADMITTED,
        "Council of Rivers": Status.PREFERRED,
        "RC": Status.PREFERRED,
        "Речной совет": Status.PREFERRED,
    }
    assert said == (
        f"{FILE}: “Council of Rivers” is now preferred (en); “River Council” is now admitted (en)\n"
    )
    assert lines_changed(before) == (2, 12)


def test_who_and_when_stand_with_the_term(rivers: Path, terms: Call) -> None:
    terms("forbid", "RC", "Council of Rivers", "--by", "N.  Ferryman")

    term = named(concepts()["c-river-council"])["Council of Rivers"]
    said = [[(c.type or c.kind, c.text) for c in g.children] for g in term.extra if g.kind == "transacGrp"]

    assert term.status is Status.FORBIDDEN
    assert said == [
        [("transactionType", "modification"), ("responsibility", "N. Ferryman"), ("date", "2025-05-12")]
    ]


def test_what_is_said_already_is_not_written(rivers: Path, terms: Call) -> None:
    before = Path(FILE).read_bytes()

    said = terms("prefer", "RC", "River Council").stdout

    assert Path(FILE).read_bytes() == before
    assert said.startswith("Nothing has changed")


def test_the_only_preferred_term_is_not_deprecated_without_another(rivers: Path, terms: Call) -> None:
    before = Path(FILE).read_bytes()

    refused = terms("deprecate", "RC", "Речной совет")
    terms("deprecate", "RC", "Речной совет", "--use", "Совет рек", "--note", "nobody says so")

    assert "--use" in str(refused.exception)
    assert Path(FILE).read_bytes() != before
    assert statuses()["Речной совет"] is Status.DEPRECATED
    assert statuses()["Совет рек"] is Status.PREFERRED
    assert any(c.text == "nobody says so" for c in named(concepts()["c-river-council"])["Речной совет"].extra)


def test_a_term_that_is_not_there_is_told_with_those_that_are(rivers: Path, terms: Call) -> None:
    assert "River Council; Council of Rivers" in str(terms("prefer", "RC", "Lake Council").exception)


def test_a_trial_prints_a_difference_that_git_applies(rivers: Path, terms: Call) -> None:
    before = Path(FILE).read_bytes()

    difference = terms("prefer", "RC", "Council of Rivers", "--diff").stdout

    assert Path(FILE).read_bytes() == before
    environment = {**os.environ, "GIT_CEILING_DIRECTORIES": str(rivers.parent)}
    subprocess.run(["git", "apply", "-"], input=difference.encode(), check=True, env=environment)
    assert statuses()["Council of Rivers"] is Status.PREFERRED


def test_a_file_outside_of_any_project_is_changed_too(rivers: Path, terms: Call, tmp_path: Path) -> None:
    other = tmp_path / "other.tbx"
    other.write_bytes(Path(FILE).read_bytes().replace(b"\n", b"\r\n"))

    terms("prefer", "River Council", "Council of Rivers", "--glossary", str(other))

    assert b"\r\n" in other.read_bytes()
    assert b"\n" not in other.read_bytes().replace(b"\r\n", b"")
    assert other.read_bytes().count(b"transacGrp>") == 4


# -- accepting and rejecting --------------------------------------------------------------------------------------


def test_an_accepted_proposal_moves_with_a_status_for_every_term(rivers: Path, terms: Call) -> None:
    terms("accept", "c-harbour", "--definition", "en=Who runs the harbours.", "--as", "position")

    assert statuses("c-harbour-board") == {
        "Совет гаваней": Status.PREFERRED,
        "СГ": Status.PREFERRED,
        "Harbour Board": Status.PREFERRED,
        "Board of Harbours": Status.ADMITTED,
        "HB": Status.PREFERRED,
    }
    concept = concepts()["c-harbour-board"]
    assert [c.text for c in concept.extra if c.kind == "note"] == ["category: position"]
    assert named(concept)["HB"].term_type == "acronym"
    assert named(concept)["HB"].contexts[0].source == "corpus/en/a.txt"
    assert concept.languages[1].definition is not None
    assert list(concepts(WAITING)) == ["c-mist", "c-quiet-water"]
    assert list(concepts()) == ["c-harbour-board", "c-river-council"]


def test_a_first_accepted_proposal_makes_the_glossary(rivers: Path, terms: Call) -> None:
    Path(FILE).unlink()

    terms("accept", "c-mist", "c-quiet")

    assert list(concepts()) == ["c-mist", "c-quiet-water"]


def test_a_name_that_means_something_else_already_is_refused_and_can_be_merged(
    rivers: Path, terms: Call
) -> None:
    data = Path(WAITING).read_bytes().replace(b"Board of Harbours", b"River Council")
    Path(WAITING).write_bytes(data)
    before = Path(FILE).read_bytes()

    refused = terms("accept", "c-harbour")
    unchanged = Path(FILE).read_bytes() == before
    terms("accept", "c-harbour", "--into", "c-river-council")

    assert "--into c-river-council" in str(refused.exception)
    assert unchanged
    assert statuses()["Harbour Board"] is Status.ADMITTED
    assert statuses()["River Council"] is Status.PREFERRED
    assert list(concepts()) == ["c-river-council"]


def test_a_name_left_out_is_remembered_as_turned_down(rivers: Path, terms: Call) -> None:
    terms("accept", "c-harbour", "--without", "board of harbours", "--prefer", "HB")

    assert "Board of Harbours" not in statuses("c-harbour-board")
    assert "c-harbour-board\ten\tBoard of Harbours" in Path(REJECTED).read_text("utf-8")


def test_what_is_rejected_is_remembered_and_not_asked_for_again(rivers: Path, terms: Call) -> None:
    waiting = Path(WAITING).read_bytes()

    terms("reject", "туман", "--note", "weather", "--by", "N. Ferryman")
    Path(WAITING).write_bytes(waiting)  # as a build would that knew of nothing

    answer = json.loads(terms("list", "--proposed", "--format", "json").stdout)
    assert [c["id"] for c in answer["concepts"]] == ["c-harbour-board", "c-quiet-water"]
    assert "c-mist\tru\tтуман\tweather\tN. Ferryman\t2025-05-12" in Path(REJECTED).read_text("utf-8")
    assert "was turned down" in str(terms("accept", "c-mist").exception)


def test_accepting_can_be_tried(rivers: Path, terms: Call) -> None:
    before = {path: path.read_bytes() for path in Path("glossary").iterdir()}

    difference = terms("accept", "c-mist", "--dry-run").stdout

    assert {path: path.read_bytes() for path in Path("glossary").iterdir()} == before
    assert difference.count("\n--- ") + difference.startswith("--- ") == 2


def test_what_is_accepted_is_neither_accepted_again_nor_rejected(rivers: Path, terms: Call) -> None:
    assert "is accepted already" in str(terms("reject", "c-river-council").exception)
    assert "only proposed" in str(terms("prefer", "c-mist", "mist").exception)


# -- editing ------------------------------------------------------------------------------------------------------


def test_terms_definitions_and_notes_are_changed_by_options(rivers: Path, terms: Call) -> None:
    arguments = ("--term", "de=Flussrat", "--rename", "RC", "RivCo", "--definition", "Those who decide.")

    terms(
        "edit",
        "RC",
        *arguments,
        "--remove-term",
        "Council of Rivers",
        "--note",
        "since 1921",
        "--category",
        "event",
    )

    concept = concepts()["c-river-council"]
    assert set(statuses()) == {"River Council", "RivCo", "Речной совет", "Flussrat"}
    assert concept.definition is not None
    assert concept.definition.text == "Those who decide."
    assert [c.text for c in concept.extra if c.kind == "note"] == ["category: event", "since 1921"]


def test_an_editor_gets_a_few_lines_and_its_changes_are_taken(
    rivers: Path, terms: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Path(FILE).read_text("utf-8")
    monkeypatch.setenv(
        "EDITOR", "sed -i -e s/admitted:/deprecated:/ -e s/^definition:.*/'definition: A body.'/"
    )

    terms("edit", "RC")

    concept = concepts()["c-river-council"]
    assert statuses()["Council of Rivers"] is Status.DEPRECATED
    assert concept.definition is not None
    assert concept.definition.text == "A body."
    assert lines_changed(before)[0] == 1


def test_an_editor_that_changes_nothing_changes_nothing(
    rivers: Path, terms: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Path(FILE).read_bytes()
    monkeypatch.setenv("EDITOR", "touch")

    terms("edit", "RC")

    assert Path(FILE).read_bytes() == before


def test_lines_that_cannot_be_understood_are_told(
    rivers: Path, terms: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "sed -i s/preferred:/preffered:/")

    assert "cannot be understood: “preffered: River Council”" in str(terms("edit", "RC").exception)


# -- what is said of it -------------------------------------------------------------------------------------------


def test_a_new_abbreviation_takes_the_place_of_an_abbreviation_only(rivers: Path, terms: Call) -> None:
    said = terms("deprecate", "c-river-council", "RC", "--use", "RVC").stdout

    assert said == (
        "glossary/rivers.tbx: “RVC” is a new term (en); “RVC” is now preferred (en); “RC” is now deprecated (en)\n"
    )
    assert statuses()["River Council"] is Status.PREFERRED
    assert named(concepts()["c-river-council"])["RVC"].term_type == "acronym"
    assert Path(FILE).read_text("utf-8").count(">origination<") == 1
    assert Path(FILE).read_text("utf-8").count(">modification<") == 1


def test_definitions_are_told_by_language(rivers: Path, terms: Call) -> None:
    given = ("--definition", "en=A body.", "--definition", "ru=Орган.", "--definition", "All.")
    said = terms("edit", "RC", *given).stdout
    gone = terms("edit", "RC", "--definition", "en=").stdout

    id_ = "c-river-council"
    assert said == f"{FILE}: {id_} is defined in en; {id_} is defined in ru; {id_} is defined\n"
    assert gone == f"{FILE}: the definition of {id_} is gone\n"


def test_a_name_that_another_concept_has_is_told(rivers: Path, terms: Call) -> None:
    terms("accept", "c-quiet-water")

    assert "“River Council” is a name of c-river-council, too" in (
        terms("edit", "c-quiet-water", "--term", "en=River Council").stdout
    )


@pytest.mark.parametrize("reference", ["", " "])
def test_no_id_is_no_concept(rivers: Path, terms: Call, reference: str) -> None:
    terms("reject", "c-mist")

    assert "ID is empty" in str(terms("show", reference).exception)
    assert "no concept is meant by “c-”" in str(terms("show", "c-").exception)
