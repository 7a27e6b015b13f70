import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.text.notation import lines, partition

from termaccord.text.analyse import analyser_for
from termaccord.text.sentences import VOTES, paragraphs, sentences

CORPORA = Path(__file__).parents[2] / "../shared/eval/corpora"
LANGUAGES = ("ru", "en", "de", "es", "fr")
CASES = [(language, line) for language in LANGUAGES for line in lines(f"sentences.{language}.txt")]
FAILURES = [(language, line) for language in LANGUAGES for line in lines(f"known_failures.{language}.txt")]


def split(text: str, language: str) -> list[str]:
    return [span.of(text) for span in sentences(text, analyser_for(language))]


@pytest.mark.parametrize(("language", "line"), CASES)
def test_a_text_divides_into_its_sentences(language: str, line: str) -> None:
    expected = partition(line)

    assert split(" ".join(expected), language) == expected


@pytest.mark.xfail(strict=True, reason="needs more than the words around the stop")
@pytest.mark.parametrize(("language", "line"), FAILURES)
def test_known_failure(language: str, line: str) -> None:
    expected = partition(line)

    assert split(" ".join(expected), language) == expected


def test_an_empty_line_ends_a_sentence() -> None:
    assert split("Заголовок без точки\n\nТекст идёт", "ru") == ["Заголовок без точки", "Текст идёт"]


def test_a_line_that_is_a_heading_stands_alone() -> None:
    text = "Итоги года\nПорт принял девяносто судов и отправил их обратно без единой задержки."

    assert split(text, "ru") == text.split("\n")


def test_wrapped_lines_stay_one_paragraph() -> None:
    text = "The harbour was closed for a night and\nthe ships waited outside until the fog\nlifted."

    assert split(text, "en") == [text]


def test_scripts_without_spaces_have_their_own_stops() -> None:
    assert split("今日は晴れ。明日は雨。", "ja") == ["今日は晴れ。", "明日は雨。"]


def test_every_vote_has_a_reason_to_be_there() -> None:
    assert len(set(VOTES)) == len(VOTES)


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from('Аб в.!?…»«"(1)-—\n\tT. '), max_size=60), st.sampled_from(LANGUAGES))
def test_nothing_is_lost_and_nothing_overlaps(text: str, language: str) -> None:
    end = 0
    for span in sentences(text, analyser_for(language)):
        assert not text[end : span.start].strip()
        assert span.of(text) == span.of(text).strip() != ""
        end = span.end
    assert not text[end:].strip()


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("ab.\n \r"), max_size=40))
def test_paragraphs_hold_everything_but_white_space(text: str) -> None:
    covered = "".join(span.of(text) for span in paragraphs(text))

    assert "".join(covered.split()) == "".join(text.split())


@pytest.mark.skipif(not CORPORA.exists(), reason="the folder ../shared with the evaluation corpora is absent")
def test_the_sentences_of_the_evaluation_corpora_come_out_exactly() -> None:
    for gold in sorted(CORPORA.glob("*/gold-alignment.json")):
        for pair in json.loads(gold.read_text("utf-8")):
            for side in ("source", "target"):
                text = (gold.parent / pair[side]).read_text("utf-8")
                assert split(text, pair[side][:2]) == pair[f"{side}_sentences"]
