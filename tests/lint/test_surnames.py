"""A rejected spelling of a surname is told where the surname stands alone, and nobody else's is."""

import re

import pytest

from termaccord.lint.cases import glossary
from termaccord.lint.engine import Material, lint
from termaccord.lint.rules.passage.rejected_term import REJECTED_TERM
from termaccord.lint.rules.passage.term_not_used import TERM_NOT_USED
from termaccord.model import Alignment, Bead, Document, Finding, Segment, Span

ENGLISH = "person: Санжар Белдыков = *Sanzhar Beldykov; †Sanzhar Beldikov"
RUSSIAN = "person: Sanzhar Beldykov = *Санжар Белдыков; †Санжар Белдиков"
BOTH = "person: *Санжар Белдыков; †Санжар Белдиков = *Sanzhar Beldykov; †Sanzhar Beldikov"


def document(text: str, language: str, name: str = "text.txt", original: str = "") -> Document:
    spans = [Span(*m.span()) for m in re.finditer(r"[^\n]+", text)]
    segments = tuple(Segment(s, s.of(text)) for s in spans)
    return Document(name, language, text, (), segments, name, translation_of=original)


def found(text: str, lines: str, language: str) -> tuple[Finding, ...]:
    pair = ("ru", "en") if language == "en" else ("en", language)
    material = Material((document(text, language),), glossary=glossary(lines, pair))
    return lint(material, (REJECTED_TERM,))


def mended(text: str, lines: str, language: str) -> str:
    edits = [e for f in found(text, lines, language) for e in f.edits if e.safe and e.place.span]
    for edit in sorted(edits, key=lambda e: -e.place.span.start if e.place.span else 0):
        span = edit.place.span
        assert span is not None
        text = text[: span.start] + edit.replacement + text[span.end :]
    return text


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Mr. Beldikov smiled.", "Mr. Beldykov smiled."),
        ("It was Beldikov's idea.", "It was Beldykov's idea."),
        ("Yesterday Beldikov left.", "Yesterday Beldykov left."),
        ("The mill is run by S. Beldikov.", "The mill is run by S. Beldykov."),
        ("Deputy Director General Beldikov agreed.", "Deputy Director General Beldykov agreed."),
        ("Then Sanzhar T. Beldikov spoke.", "Then Sanzhar T. Beldykov spoke."),
        ("BELDIKOV: NO COMMENT", "BELDYKOV: NO COMMENT"),
        ("They met in Almaty. Beldikov was late.", "They met in Almaty. Beldykov was late."),
        ("Sanzhar Beldikov came. Beldikov sat.", "Sanzhar Beldykov came. Beldykov sat."),
    ],
)
def test_an_english_surname_is_mended(text: str, right: str) -> None:
    assert mended(text, ENGLISH, "en") == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Слово дали Белдикову.", "Слово дали Белдыкову."),
        ("Встреча с господином Белдиковым прошла.", "Встреча с господином Белдыковым прошла."),
        ("По мнению Белдикова, всё готово.", "По мнению Белдыкова, всё готово."),
        ("Белдиков С. Т. подписал приказ.", "Белдыков С. Т. подписал приказ."),
        ("Приказ подписал С.Т. Белдиков.", "Приказ подписал С.Т. Белдыков."),
        ("Директор завода Белдиков уехал.", "Директор завода Белдыков уехал."),
        ("Вчера Белдиков уехал.", "Вчера Белдыков уехал."),
        ("Сообщил Белдиков и уехал.", "Сообщил Белдыков и уехал."),
        ("Письмо Белдикову Санжару вручили.", "Письмо Белдыкову Санжару вручили."),
    ],
)
def test_a_russian_surname_is_mended_in_its_case(text: str, right: str) -> None:
    assert mended(text, RUSSIAN, "ru") == right


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Beldykov smiled.",
        "Marat Beldikov smiled.",
        "M. Beldikov smiled.",
        "Mr. Marat Beldikov smiled. Beldikov then sat.",
        "The Beldikovs came.",
        "The Beldikov Foundation met.",
        "Anna Beldikov-Stern came.",
        "a beldikov of barley",
        "Yesterday Marat\nBeldikov smiled.",
    ],
)
def test_somebody_else_or_something_else_is_left_alone(text: str) -> None:
    assert found(text, ENGLISH, "en") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Марат Белдиков уехал.",
        "Уехал М. Белдиков.",
        "Марату Белдикову дали слово. Белдиков ответил.",
        "Белдикова сказала своё слово.",
        "Спросили госпожу Белдикову.",
        "Без Белдиковой не начинали.",
        "Белдиковы переехали.",
        "Слово дали Белдыкову.",
        "Белдиков-Штерн уехал.",
    ],
)
def test_in_russian_neither_a_namesake_nor_his_family_is_marked(text: str) -> None:
    assert found(text, RUSSIAN, "ru") == ()


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        # An accepted second spelling.
        (f"{ENGLISH}; +Sanzhar T. Beldikov", "Mr. Beldikov smiled."),
        # The surname of another concept.
        (f"{ENGLISH}\nФонд = Beldikov Fund", "Mr. Beldikov smiled."),
        # The surname is accepted, only the given name is not.
        ("person: Санжар Белдыков = *Sanzhar Beldykov; †Sandzhar Beldykov", "Mr. Beldykov smiled."),
        # Another surname altogether.
        ("person: Санжар Белдыков = *Sanzhar Beldykov; †Sanzhar Ormonov", "Mr. Ormonov smiled."),
        # No person.
        (ENGLISH.removeprefix("person: "), "Mr. Beldikov smiled."),
        # A word of the language, and nobody of that name in the text.
        ("person: Джон Бэкер = *John Beaker; †John Baker", "Mr. Baker smiled."),
        # A word of the language that begins a sentence.
        ("person: Джон Бэкер = *John Beaker; †John Baker", "John Beaker is in. Baker is a trade."),
    ],
)
def test_the_glossary_or_the_language_may_forbid_to_tell(lines: str, text: str) -> None:
    assert found(text, lines, "en") == ()


def test_a_surname_that_is_a_word_is_told_where_the_person_is_named_in_the_text() -> None:
    text = "John Beaker came.\nWe asked Baker himself."

    assert mended(text, "person: Джон Бэкер = *John Beaker; †John Baker", "en").endswith(
        "asked Beaker himself."
    )


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Слово дали Айдыну Пилюгину.", "Слово дали Айдину Пилюгину."),
        (
            "Айдин Иванович Пилюгин открыл совет.\nАйдына Ивановича поблагодарили.",
            "Айдин Иванович Пилюгин открыл совет.\nАйдина Ивановича поблагодарили.",
        ),
        ("Айдына Ивановича поблагодарили.", "Айдына Ивановича поблагодарили."),
    ],
)
def test_a_given_name_with_a_patronymic_or_a_surname_is_mended(text: str, right: str) -> None:
    lines = "person: Aidin Pilyugin = *Айдин Иванович Пилюгин; †Айдын Иванович Пилюгин"

    assert mended(text, lines, "ru") == right


def test_a_rejected_surname_of_the_source_asks_nothing_of_the_translation() -> None:
    source, target = document("Белдиков уехал.", "ru", "ru"), document("Beldykov left.", "en", "en", "ru")
    pair = Alignment(source, target, (Bead(range(1), range(1), 1.0),))
    material = Material((source, target), (pair,), glossary=glossary(BOTH, ("ru", "en")))

    assert [f.text for f in lint(material, (REJECTED_TERM, TERM_NOT_USED))] == ["Белдиков"]
