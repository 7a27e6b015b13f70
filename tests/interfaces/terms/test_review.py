"""Going through the proposals: best first, every decision at once in the files, and one that can be taken back."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from termaccord.formats import tbx
from termaccord.interfaces.terms.review import KEYS, RUSSIAN, key_of

Call = Callable[..., Result]


def ids(name: str) -> list[str]:
    path = Path("glossary") / name
    return [c.id for c in tbx.parse(path.read_bytes(), name).value.concepts]


def answer(terms: Call, letters: str, *options: str) -> Result:
    return terms("review", "--answers", "-", *options, stdin="\n".join(letters.split(",")) + "\n")


def test_proposals_come_best_first_and_decisions_go_where_they_belong(rivers: Path, terms: Call) -> None:
    said = answer(terms, "a,r  too plain,s").stdout

    assert [line.split()[1] for line in said.splitlines() if line[:2] in {"1/", "2/", "3/"}] == [
        "c-harbour-board",
        "c-quiet-water",
        "c-mist",
    ]
    assert ids("rivers.tbx") == ["c-harbour-board", "c-river-council"]
    assert ids("rivers.proposed.tbx") == ["c-mist"]
    assert "\ttoo plain\t" in (rivers / "glossary/rivers.rejected.tsv").read_text("utf-8")
    assert said.splitlines()[-1] == "1 accepted, 1 rejected, 1 skipped; 1 left."


def test_what_was_skipped_comes_last_next_time(rivers: Path, terms: Call) -> None:
    answer(terms, "s,q")

    said = answer(terms, "q").stdout

    assert "1/3  c-quiet-water" in said


def test_decisions_are_taken_back_one_after_the_other(rivers: Path, terms: Call) -> None:
    before = {p.name: p.read_bytes() for p in Path("glossary").iterdir()}

    said = answer(terms, "a,r,s,u,u,u,u,q").stdout

    assert {p.name: p.read_bytes() for p in Path("glossary").iterdir()} == before
    assert "nothing has been decided yet" in said
    assert said.splitlines()[-1] == "0 accepted, 0 rejected, 0 skipped; 3 left."


def test_what_the_next_ones_hold_is_said_and_learns_from_rejections(rivers: Path, terms: Call) -> None:
    first, second = (
        line for line in answer(terms, "r,q").stdout.splitlines() if line.startswith("Of the next")
    )

    assert first == "Of the next 3, about 1 is expected to be wrong (0–3)."
    assert second.startswith("Of the next 2, about 1 ")


def test_a_refused_decision_is_told_and_the_proposal_stays(rivers: Path, terms: Call) -> None:
    path = Path("glossary/rivers.proposed.tbx")
    path.write_bytes(path.read_bytes().replace("Тихая вода".encode(), "Речной совет".encode()))

    said = answer(terms, "a,a,r,q").stdout

    assert "is a name of c-river-council" in said
    assert "c-quiet-water" in (rivers / "glossary/rivers.rejected.tsv").read_text("utf-8")


def test_an_edited_proposal_is_accepted_as_it_was_saved(
    rivers: Path, terms: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(
        "EDITOR", "sed -i -e /Board.of.Harbours/,+1d -e s/^definition:/'definition: Who decides.'/"
    )

    answer(terms, "e,q")

    concept = tbx.parse(Path("glossary/rivers.tbx").read_bytes(), "g").value.concepts[0]
    assert concept.definition is not None
    assert [t.text for t in concept.languages[1].terms] == ["Harbour Board", "HB"]
    assert "Board of Harbours" in (rivers / "glossary/rivers.rejected.tsv").read_text("utf-8")


@pytest.mark.parametrize("editor", ["true", "sed -i d"])
def test_an_editor_that_is_left_without_saving_or_with_nothing_decides_nothing(
    rivers: Path, terms: Call, monkeypatch: pytest.MonkeyPatch, editor: str
) -> None:
    before = {p.name: p.read_bytes() for p in Path("glossary").iterdir()}
    monkeypatch.setenv("EDITOR", editor)

    said = answer(terms, "e,q").stdout

    assert {p.name: p.read_bytes() for p in Path("glossary").iterdir()} == before
    assert "Nothing was saved, and nothing is decided." in said


def test_an_editor_that_is_not_there_ends_no_review(
    rivers: Path, terms: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "no-such-editor")

    assert answer(terms, "e,a,q").stdout.splitlines()[-1] == "1 accepted, 0 rejected, 0 skipped; 2 left."


def test_answers_in_a_strange_encoding_are_strange_keys(rivers: Path, terms: Call) -> None:
    (rivers / "keys").write_bytes(b"\xff\xfe\na\nq\n")

    said = terms("review", "--answers", "keys").stdout

    assert said.splitlines()[-1] == "1 accepted, 0 rejected, 0 skipped; 2 left."


def test_where_nothing_waits_it_says_so(rivers: Path, terms: Call) -> None:
    said = answer(terms, "a", "--language", "fi").stdout

    assert said == "No proposal waits for a decision.\n"


def test_what_a_review_remembers_is_not_for_git(rivers: Path, terms: Call) -> None:
    answer(terms, "s,q")

    assert (rivers / ".termaccord/.gitignore").read_text() == "*\n"


def test_more_sentences_come_from_the_memory_with_their_translation(rivers: Path, terms: Call) -> None:
    (rivers / "tmx").mkdir()
    (rivers / "tmx/a.tmx").write_text(
        '<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" '
        'adminlang="en" srclang="ru" datatype="plaintext"/><body><tu tuid="1">'
        '<tuv xml:lang="ru"><seg>О Совете гаваней говорят.</seg></tuv>'
        '<tuv xml:lang="en"><seg>They talk of it.</seg></tuv></tu></body></tmx>',
        "utf-8",
    )

    said = answer(terms, "d,q").stdout

    assert "О Совете гаваней говорят." in said
    assert "They talk of it." in said


def test_without_a_terminal_and_answers_it_says_so(rivers: Path, terms: Call) -> None:
    assert "--answers FILE" in str(terms("review").exception)


def test_only_a_category_is_gone_through_if_wanted(rivers: Path, terms: Call) -> None:
    assert "1/1  c-quiet-water" in answer(terms, "q", "--category", "exercise").stdout


def test_a_damaged_note_of_skipped_ones_does_not_matter(rivers: Path, terms: Call) -> None:
    (rivers / ".termaccord").mkdir()
    (rivers / ".termaccord/review.json").write_text('{"skipped": 3}', "utf-8")

    assert "1/3  c-harbour-board" in answer(terms, "q").stdout


def test_both_keyboards_have_every_key() -> None:
    assert {key_of(key) for key in RUSSIAN} == KEYS
    assert {key_of(key.upper()) for key in KEYS} == KEYS
    assert key_of("x") == ""


def test_what_was_decided_is_kept_with_its_score(rivers: Path, terms: Call) -> None:
    answer(terms, "a,r,q")

    kept = json.loads((rivers / ".termaccord/review.json").read_text("utf-8"))
    assert kept["decided"] == [["c-harbour-board", 0.9, False], ["c-quiet-water", 0.7, True]]
