"""Names that are paired because nothing else is left, and short forms beside their full ones."""

from tests.extract.parallel_texts import beads, concept_of, document, names

from termaccord.extract.propose import propose
from termaccord.model import ProposedConcept
from termaccord.text.embed import load


def found(russian: tuple[str, ...], english: tuple[str, ...]) -> tuple[ProposedConcept, ...]:
    source, target = document("ru/bees", "ru", russian), document("en/bees", "en", english, "ru/bees")
    return propose((source, target), [beads(source, target)], load())


def test_the_only_exercise_renders_the_only_exercise() -> None:
    concepts = found(
        ("Пасечники начали учения «Косолапый» на рассвете.", "Все устали."),
        ("Beekeepers began Exercise Midnight Burglar at dawn.", "Everybody was tired."),
    )

    assert names(concept_of(concepts, "Косолапый"), "en") == {"Midnight Burglar"}


def test_of_two_exercises_nothing_is_told() -> None:
    concepts = found(
        ("Пасечники начали учения «Косолапый», а лесники — учения «Рогатый».",),
        ("Beekeepers began Exercise Midnight Burglar and foresters Exercise Silent Orchard.",),
    )

    assert all(len({t.language for t in c.terms}) == 1 for c in concepts if "Exercise" in c.terms[0].text)
    assert names(concept_of(concepts, "Midnight Burglar"), "ru") == set()


def test_a_name_with_another_year_is_not_what_is_left() -> None:
    concepts = found(
        ("Пасечники начали учения «Косолапый-2031» на рассвете.",),
        ("Beekeepers began Exercise Burglar 2029 at dawn.",),
    )

    assert all(len({t.language for t in c.terms}) == 1 for c in concepts if "2031" in c.terms[0].text)


def test_a_short_form_in_both_languages_leaves_the_full_forms_together() -> None:
    concepts = found(
        (
            "Верхнеладский медово-восковой консорциум (ВМВК) собрался утром.",
            "Консорциум продал весь воск.",
            "Решение Консорциума удивило пасечников.",
        ),
        (
            "The Upper Lada Honey and Wax Consortium (ULHWC) met in the morning.",
            "The Consortium sold all its wax.",
            "The decision of the Consortium surprised beekeepers.",
        ),
    )
    english = names(concept_of(concepts, "ВМВК"), "en")

    assert {"Upper Lada Honey and Wax Consortium", "ULHWC", "Consortium"} <= english


def test_offices_of_two_bodies_stay_two() -> None:
    concepts = found(
        (
            "Заместитель Генерального секретаря ПСВЛ Иван Седов прибыл.",
            "Заместитель Генерального секретаря МВК Пётр Громов уехал.",
        ),
        (
            "ULBU Deputy Secretary General Ivan Sedov arrived.",
            "HWC Deputy Secretary-General Pyotr Gromov left.",
        ),
    )

    assert not any(
        {"ULBU Deputy Secretary General", "HWC Deputy Secretary-General"} <= names(c, "en") for c in concepts
    )
