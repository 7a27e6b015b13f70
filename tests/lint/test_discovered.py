"""What extraction has found to stand for a name."""

from termaccord.lint.renderings.discovered import Discovered
from termaccord.lint.rule import Text
from termaccord.model import Category, Occurrence, ProposedConcept, ProposedTerm, Span

SOURCE = Text("Совет маяков заседал.", "ru", "ru/a.txt", start=100)
TARGET = Text("The Board of Lights sat, and the BL voted.", "en", "en/a.txt", start=40)


def term(language: str, text: str, file: str, start: int, *, short: bool = False) -> ProposedTerm:
    place = Occurrence(file, Span(start, start + len(text)), text)
    return ProposedTerm(language, text, short, 0.9, (place,))


def found(*terms: ProposedTerm) -> str:
    stretch = Discovered([ProposedConcept("c-1", Category.BODY, 0.9, terms)])(Span(0, 12), SOURCE, TARGET)
    return stretch.of(TARGET.text) if stretch else ""


def test_the_same_name_of_the_target_is_found() -> None:
    there = term("en", "Board of Lights", "en/a.txt", 44)

    assert found(term("ru", "Совет маяков", "ru/a.txt", 100), there) == "Board of Lights"


def test_a_name_elsewhere_in_the_document_is_not_in_this_passage() -> None:
    there = term("en", "Board of Lights", "en/a.txt", 400)

    assert found(term("ru", "Совет маяков", "ru/a.txt", 100), there) == ""


def test_an_abbreviation_tells_nothing() -> None:
    assert (
        found(term("ru", "Совет маяков", "ru/a.txt", 100), term("en", "BL", "en/a.txt", 73, short=True)) == ""
    )


def test_a_name_that_only_touches_the_stretch_is_another() -> None:
    there = term("en", "Board of Lights", "en/a.txt", 44)

    assert found(term("ru", "маяков", "ru/a.txt", 106), there) == ""
