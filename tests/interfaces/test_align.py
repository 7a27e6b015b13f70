import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from lxml import etree

from termaccord.project.errors import UsageError

Call = Callable[..., Result]
PAIR = ("corpus/ru/ports.txt", "corpus/en-gull/ports.txt")


def test_json_puts_every_segment_in_exactly_one_bead(project: Path, termaccord: Call) -> None:
    answer = json.loads(termaccord("align", *PAIR, "--format", "json").stdout)

    for side in ("source", "target"):
        beads = [i for bead in answer["beads"] for i in bead[side]]
        assert beads == list(range(len(answer[side]["segments"])))
    assert answer["source"]["language"] == "ru"
    assert answer["target"]["language"] == "en"


def test_offsets_point_into_the_file(project: Path, termaccord: Call) -> None:
    answer = json.loads(termaccord("align", *PAIR, "--format", "json").stdout)

    text = (project / PAIR[0]).read_text("utf-8")
    assert all(text[s["start"] : s["end"]] == s["text"] for s in answer["source"]["segments"])


def test_five_sentences_that_say_the_same_align_one_to_one(project: Path, termaccord: Call) -> None:
    assert termaccord("align", *PAIR, "--format", "beads").stdout.split() == [
        f"[{i}]:[{i}]" for i in range(5)
    ]


def test_a_line_is_a_segment_on_request(project: Path, termaccord: Call) -> None:
    (project / "a.ru.txt").write_text("Раз. Два.\nТри.\n", "utf-8")
    (project / "a.en.txt").write_text("One. Two.\nThree.\n", "utf-8")

    answer = json.loads(termaccord("align", "a.ru.txt", "a.en.txt", "--sentences", "--format", "json").stdout)

    assert [s["text"] for s in answer["source"]["segments"]] == ["Раз. Два.", "Три."]


def test_a_tmx_holds_both_languages(project: Path, termaccord: Call) -> None:
    result = termaccord("align", *PAIR, "--format", "tmx", "-o", "out.tmx")

    memory = etree.parse(project / "out.tmx").getroot()
    assert result.exit_code == 0
    assert [v.get("{http://www.w3.org/XML/1998/namespace}lang") for v in memory.iter("tuv")][:2] == [
        "ru",
        "en",
    ]


def test_the_page_shows_both_texts_and_is_whole(project: Path, termaccord: Call) -> None:
    page = termaccord("align", *PAIR, "--format", "html").stdout

    assert "Совет речных портов" in page
    assert page.rstrip().endswith("</html>")
    assert "http" not in page
    assert "<script" not in page


def test_the_page_names_languages_in_the_readers_language(
    project: Path, termaccord: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "ru")

    page = termaccord("align", *PAIR, "--format", "html").stdout

    assert '<html lang="ru">' in page
    assert "русский" in page
    assert "английский" in page
    assert '<td lang="en">' in page


def test_the_page_leads_to_what_has_no_counterpart(project: Path, termaccord: Call) -> None:
    (project / "a.ru.txt").write_text("Мост закрыли на ремонт до осени.\nПопугай любит <кашу>.\n", "utf-8")
    (project / "a.en.txt").write_text("The bridge has been closed for repairs until autumn.\n", "utf-8")

    page = termaccord("align", "a.ru.txt", "a.en.txt", "--sentences", "--format", "html").stdout

    assert 'Without counterpart: <a href="#b2">2</a>' in page
    assert '<tr id="b2" class="gone">' in page
    assert "&lt;кашу&gt;" in page


def test_one_side_may_come_from_standard_input(project: Path, termaccord: Call) -> None:
    stdin = (project / PAIR[0]).read_bytes()

    result = termaccord("align", "-", PAIR[1], "--source-language", "ru", "--format", "beads", stdin=stdin)

    assert result.stdout.startswith("[0]:[0]")


def test_both_sides_from_standard_input_are_refused(project: Path, termaccord: Call) -> None:
    assert isinstance(termaccord("align", "-", "-").exception, UsageError)


@pytest.mark.parametrize("missing", [0, 1])
def test_a_missing_file_is_one_sentence(project: Path, termaccord: Call, missing: int) -> None:
    pair = list(PAIR)
    pair[missing] = "none.txt"

    assert str(termaccord("align", *pair).exception) == "no such file: none.txt"


def test_an_empty_text_aligns_to_omissions(project: Path, termaccord: Call) -> None:
    (project / "b.en.txt").write_text("", "utf-8")

    result = termaccord("align", PAIR[0], "b.en.txt", "--format", "beads")

    assert result.exit_code in {0, 2}
    assert "Traceback" not in result.output
