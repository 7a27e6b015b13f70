import pytest

from termaccord.model import Block, BlockKind, Document, Span
from termaccord.text.analyse import analyser_for, detect_language, segment, words


def test_a_russian_word_has_all_its_readings() -> None:
    cases = {(a.lemma, a.case, a.number) for a in words("сессии", "ru")[0].analyses}

    assert {("сессия", "gen", "sg"), ("сессия", "dat", "sg"), ("сессия", "nom", "pl")} <= cases


@pytest.mark.parametrize(
    ("form", "lemma", "part"),
    [
        ("вооружённых", "вооружённый", "ADJ"),
        ("снегу", "снег", "NOUN"),
        ("Жапарову", "жапаров", "PROPN"),
        ("Хольмстейну", "хольмстейн", "PROPN"),
        ("города-порта", "город-порт", "NOUN"),
        ("12-го", "12-й", "ADJ"),
    ],
)
def test_russian_words_have_their_lemma(form: str, lemma: str, part: str) -> None:
    assert (lemma, part) in {(a.lemma, a.part_of_speech) for a in words(form, "ru")[0].analyses}


def test_scores_of_a_word_add_up_to_one() -> None:
    for form in ("сессии", "Жапарову", "Хольмстейну", "Касым-Жомарту"):
        assert sum(a.score for a in analyser_for("ru").analyses(form)) == pytest.approx(1.0, abs=0.02)


def test_a_soft_hyphen_does_not_hide_a_word() -> None:
    assert words("со\u00adвета", "ru")[0].lemma == "совет"


@pytest.mark.parametrize(
    ("form", "language", "lemma"),
    [
        ("exercises", "en", "exercise"),
        ("Ministers", "en", "minister"),
        ("naciones", "es", "nación"),
        ("Häuser", "de", "haus"),
        ("foo", "x-klingon", "foo"),
        ("Слово", "tg", "слово"),
    ],
)
def test_other_languages_have_lemmas(form: str, language: str, lemma: str) -> None:
    assert words(form, language)[0].lemma.lower() == lemma


@pytest.mark.parametrize(
    ("form", "part"),
    [
        ("of", "ADP"),
        ("cooperation", "NOUN"),
        ("collective", "ADJ"),
        ("quickly", "ADV"),
        ("Harrow", "PROPN"),
        ("'s", "PART"),
    ],
)
def test_english_parts_of_speech_are_guessed(form: str, part: str) -> None:
    assert analyser_for("en-GB").analyses(form)[0].part_of_speech == part


def test_marks_and_numbers_have_no_readings() -> None:
    assert [w.analyses for w in words("5 %", "ru")] == [(), ()]


def test_any_tag_has_an_analyser() -> None:
    assert analyser_for("ru-RU") is analyser_for("ru")
    assert analyser_for("zh-Hans-CN").language == "zh"
    assert analyser_for("").analyses("Word")[0].lemma == "word"


def test_a_document_is_segmented_within_its_prose() -> None:
    text = "Меню\nПервое. Второе.\nx = 1. y"
    blocks = (
        Block(Span(0, 4), BlockKind.BOILERPLATE),
        Block(Span(5, 20)),
        Block(Span(21, 29), BlockKind.CODE),
    )
    found = segment(Document("d", "ru", text, blocks))

    assert [(s.text, s.block) for s in found.segments] == [("Первое.", 1), ("Второе.", 1)]
    assert all(s.span.of(text) == s.text for s in found.segments)


def test_a_document_without_blocks_gets_its_paragraphs() -> None:
    found = segment(Document("d", "en", "One. Two.\n\nThree."))

    assert [(s.text, s.block) for s in found.segments] == [("One.", 0), ("Two.", 0), ("Three.", 1)]
    assert len(found.blocks) == 2


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Главы государств собрались в столице.", "ru"),
        ("Учения завершены", "ru"),
        ("The heads of state met in the capital.", "en"),
        ("Die Staatschefs trafen sich in der Hauptstadt.", "de"),
        ("Los jefes de Estado se reunieron en la capital.", "es"),
        ("Les chefs d’État se sont réunis dans la capitale.", "fr"),
        ("Президент зустрівся з міністрами під час саміту в Києві.", "uk"),
        ("首脳が首都で会談した。", "ja"),
        ("12345 — 67", None),
        ("", None),
    ],
)
def test_the_language_of_a_text_is_told_by_script_and_small_words(text: str, language: str | None) -> None:
    assert detect_language(text) == language
