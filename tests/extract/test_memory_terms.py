"""Terms straight from a bilingual file."""

from functools import cache

from tests.extract.parallel_texts import concept_of, names, unit

from termaccord.extract.propose import propose_units
from termaccord.model import ProposedConcept
from termaccord.text.embed import load

UNITS = (
    unit(
        1,
        "Close the air valve before you empty the kiln.",
        "Закройте воздушный клапан, прежде чем опорожнять печь.",
    ),
    unit(2, "The air valve must never be oiled.", "Смазывать воздушный клапан нельзя."),
    unit(3, "Check the glaze for cracks.", "Проверьте, нет ли на глазури трещин."),
    unit(4, "A thick glaze dries slowly.", "Толстая глазурь сохнет медленно."),
    unit(5, "Let the kiln cool overnight.", "Дайте печи остыть за ночь."),
    unit(
        6,
        "Cracks in the glaze show that the kiln was opened early.",
        "Трещины в глазури значат, что печь открыли рано.",
    ),
    unit(7, "Order a new air valve from Kvarts.", "Закажите новый воздушный клапан у «Кварца»."),
    unit(8, "Dust on the glaze is wiped off with a soft brush.", "Пыль с глазури снимают мягкой кистью."),
    unit(9, "A soft brush lasts two years.", "Мягкая кисть служит два года."),
)


@cache
def proposed() -> tuple[ProposedConcept, ...]:
    return propose_units(UNITS, "en", "ru", load(), name="kiln.tmx")


def first_rendering(english: str) -> str:
    concept = concept_of(proposed(), english)
    return next(t.text for t in concept.terms if t.language == "ru")


def test_what_recurs_and_is_rendered_alike_is_a_term() -> None:
    assert first_rendering("air valve") == "воздушный клапан"
    assert first_rendering("kiln") == "печь"
    assert first_rendering("glaze") == "глазурь"


def test_citation_forms_agree_with_their_head() -> None:
    assert first_rendering("soft brush") == "мягкая кисть"


def test_what_stands_once_and_is_no_name_is_left_out() -> None:
    assert not any("oiled" in name for c in proposed() for name in names(c, "en"))


def test_occurrences_name_the_file_and_the_unit() -> None:
    texts = {u.id: {v.language.split("-")[0]: v.text for v in u.variants} for u in UNITS}
    places = [(t.language, o) for c in proposed() for t in c.terms for o in t.occurrences]

    assert places
    assert {o.document for _, o in places} == {"kiln.tmx"}
    assert all(o.span.of(texts[o.unit][language]) == o.text for language, o in places)


def test_units_without_one_of_the_languages_are_passed_over() -> None:
    assert propose_units(UNITS[:2], "en", "de", load()) == ()
