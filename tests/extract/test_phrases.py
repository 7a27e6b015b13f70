"""Which stretches have the shape of a term."""

import pytest

from termaccord.extract.bilingual.lines import read
from termaccord.extract.bilingual.phrases import names, shapes
from termaccord.model import Span


def shaped(text: str, phrase: str, language: str, *, words: bool = False) -> bool:
    line = read(text, language)
    start = text.index(phrase)
    stretch = line.within(Span(start, start + len(phrase)))
    return bool(shapes(line, 8, words=words)[stretch.start, len(stretch) - 1])


@pytest.mark.parametrize(
    ("text", "phrase", "language"),
    [
        ("The keeper of the old lighthouse slept.", "old lighthouse", "en"),
        ("The keeper of the old lighthouse slept.", "keeper of the old lighthouse", "en"),
        ("Смотритель старого маяка спал.", "Смотритель старого маяка", "ru"),
        ("Им вручили «Синюю чайку» весной.", "Синюю чайку", "ru"),
        ("The WHO answered.", "WHO", "en"),
        ("Der alte Leuchtturm stand leer.", "Leuchtturm", "de"),
    ],
)
def test_noun_phrases_are_shaped_like_terms(text: str, phrase: str, language: str) -> None:
    assert shaped(text, phrase, language)


@pytest.mark.parametrize(
    ("text", "phrase", "language"),
    [
        ("The keeper of the old lighthouse slept.", "of the old lighthouse", "en"),
        ("The keeper of the old lighthouse slept.", "keeper of the", "en"),
        ("Пришли гости, лодки стояли у берега.", "гости, лодки", "ru"),
        ("Смотритель каменного маяка спал.", "Смотритель каменного", "ru"),
        ("Мы видели маяк и бухту.", "видели маяк", "ru"),
        ("He read it quickly.", "quickly", "en"),
    ],
)
def test_loose_ends_are_not(text: str, phrase: str, language: str) -> None:
    assert not shaped(text, phrase, language)


def test_a_lone_adjective_counts_only_where_words_are_asked_for() -> None:
    text = "Заразный больной лежал отдельно."

    assert not shaped(text, "отдельно", "ru")
    assert shaped(text, "Заразный", "ru", words=True)


def test_a_verb_at_the_start_names_nothing() -> None:
    line = read("It was planned for October.", "en")

    assert not names(line, line.within(Span(7, 26)))
    assert names(line, line.within(Span(19, 26)))
