"""`memory match` as the shell calls it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from termaccord.model import UsageError

Call = Callable[..., Result]
TMX = """<tmx version="1.4"><header creationtool="a" creationtoolversion="1" segtype="sentence" o-tmf="a" adminlang="en"
 srclang="en" datatype="plaintext"/><body>
<tu tuid="q1"><tuv xml:lang="en"><seg>The quay is wet.</seg></tuv><tuv xml:lang="ru"><seg>Причал мокрый.</seg></tuv></tu>
<tu tuid="q2"><tuv xml:lang="en"><seg>Lower 12 boats.</seg></tuv><tuv xml:lang="ru"><seg>Спустите 12 лодок.</seg></tuv></tu>
<tu tuid="q3"><tuv xml:lang="en"><seg>The ferry leaves.</seg></tuv><tuv xml:lang="ru"><seg>Паром уходит.</seg></tuv></tu>
</body></tmx>
"""


@pytest.fixture
def memory(project: Path) -> Path:
    """A project whose memory knows three segments."""
    (project / "tmx").mkdir()
    (project / "tmx" / "a.tmx").write_text(TMX, "utf-8")
    return project


def test_a_match_says_its_score_what_differs_and_where_it_is_from(memory: Path, termaccord: Call) -> None:
    said = termaccord("memory", "match", "Lower 3 boats.").stdout

    assert said == (
        " 99  fuzzy  repaired\n"
        "     Lower [-12-]{+3+} boats.\n"
        "     Спустите 3 лодки.\n"
        "     characters 100 %, words 100 %\n"
        "     −1  numbers or codes carried over: 1\n"
        "     12 лодок → 3 лодки\n"
        "     tmx/a.tmx · q2\n"
    )


def test_the_other_direction_is_asked_by_writing_the_other_language(memory: Path, termaccord: Call) -> None:
    said = termaccord("memory", "match", "Паром уходит.", "--format", "json").stdout

    (match,) = json.loads(said)["matches"]
    assert (match["score"], match["kind"], match["target"]) == (100, "exact", "The ferry leaves.")


def test_several_segments_give_a_list(memory: Path, termaccord: Call) -> None:
    said = termaccord("memory", "match", "The ferry leaves.", "Nothing at all", "--format", "json").stdout

    assert [(one["query"], len(one["matches"])) for one in json.loads(said)] == [
        ("The ferry leaves.", 1),
        ("Nothing at all", 0),
    ]


def test_the_segments_of_a_file_are_each_others_context(memory: Path, termaccord: Call) -> None:
    (memory / "b.txt").write_text("The quay is wet.\nLower 12 boats.\nThe ferry stays.\n", "utf-8")

    said = termaccord(
        "memory", "match", "--in", "b.txt", "--lines", "--source-language", "en", "--format", "json"
    ).stdout

    found = json.loads(said)
    assert [(one["path"], one["number"]) for one in found] == [("b.txt", n) for n in (1, 2, 3)]
    assert [one["matches"][0]["score"] for one in found] == [102, 101, 76]


def test_a_po_file_is_looked_up_by_its_own_languages(memory: Path, termaccord: Call) -> None:
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: ru\\n"\n'
    (memory / "a.po").write_text(head + '\nmsgid "The ferry leaves."\nmsgstr ""\n', "utf-8")

    said = termaccord("memory", "match", "--in", "a.po", "--format", "json").stdout

    assert [match["target"] for one in json.loads(said) for match in one["matches"]] == ["Паром уходит."]


def test_lines_of_standard_input_are_segments(memory: Path, termaccord: Call) -> None:
    said = termaccord("memory", "match", "-", "--format", "json", stdin=b"The quay is wet.\n\n").stdout

    assert [len(one["matches"]) for one in json.loads(said)] == [1, 0]


def test_the_context_of_one_segment_can_be_told(memory: Path, termaccord: Call) -> None:
    said = termaccord(
        "memory", "match", "The quay is wet.", "--context-after", "lower 7 boats.", "--format", "json"
    ).stdout

    assert json.loads(said)["matches"][0]["score"] == 101


def test_a_project_decides_what_is_shown_and_what_it_costs(memory: Path, termaccord: Call) -> None:
    (memory / "termaccord.toml").write_text(
        '[memory]\nleast = 60\n[memory.penalties]\ncase = 4\n[memory.origins]\n"tmx/*" = 10\n', "utf-8"
    )

    said = termaccord("memory", "match", "the ferry leaves.", "--format", "json").stdout

    (match,) = json.loads(said)["matches"]
    assert [(p["reason"], p["points"]) for p in match["penalties"]] == [("case", 4), ("origin", 10)]
    assert match["score"] == 86


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "give either segments or --in FILE"),
        (("a", "--in", "b.txt"), "give either segments or --in FILE"),
        (("--in", "nowhere.txt"), "no such file or folder: nowhere.txt"),
        (("12",), "cannot tell the language of “12”; name it with --source-language"),
    ],
)
def test_what_cannot_be_asked_is_one_sentence(
    memory: Path, termaccord: Call, arguments: tuple[str, ...], sentence: str
) -> None:
    failed = termaccord("memory", "match", *arguments).exception

    assert isinstance(failed, UsageError)
    assert str(failed) == sentence


def test_an_empty_memory_says_how_to_fill_it(project: Path, termaccord: Call) -> None:
    failed = termaccord("memory", "match", "The quay is wet.").exception

    assert str(failed) == "the memory holds nothing yet; “termaccord memory import” fills it"
