"""What would mend a finding is attached to it."""

from termaccord.lint.cases import glossary
from termaccord.lint.engine import Bilingual, Material, lint
from termaccord.lint.mending import Mender
from termaccord.lint.rule import Collection, Mark, Text
from termaccord.lint.rules.passage.rejected_term import REJECTED_TERM
from termaccord.model import (
    Document,
    Edit,
    Place,
    Rendering,
    Segment,
    Span,
    TranslationUnit,
    Variant,
)

TERMS = "berth = *причал; †пристань"


def document(text: str, language: str = "ru", path: str = "ru/a.txt") -> Document:
    return Document(path, language, text, (), (Segment(Span(0, len(text)), text),), path)


def edits(material: Material) -> list[tuple[str, bool]]:
    return [(e.replacement, e.safe) for f in lint(material, (REJECTED_TERM,)) for e in f.edits]


def test_a_rejected_term_is_mended_in_the_form_it_stands_in() -> None:
    text = document("Корабли стояли у пристани.")

    assert edits(Material((text,), glossary=glossary(TERMS, ("en", "ru")))) == [("причала", False)]


def test_a_rejected_term_in_a_unit_is_mended_in_its_variant() -> None:
    unit = TranslationUnit("one", (Variant("en", ("Two berths.",)), Variant("ru", ("К пристаням",))))
    file = Bilingual("a.po", (unit,), "en", ("ru",))

    (finding,) = lint(Material(bilingual=(file,), glossary=glossary(TERMS, ("en", "ru"))), (REJECTED_TERM,))

    assert [(e.place.file, e.place.unit, e.place.language) for e in finding.edits] == [("a.po", "one", "ru")]


GULL = document("A Harbour Guard boat. The harbour saw the Harbour Guard.", "en", "en-gull/a.txt")


def conflict(preferred: str, *places: Place) -> Mark:
    variants = (
        Rendering(preferred, (Place("en-crow/a.txt", span=Span(0, 5)),)),
        Rendering("Harbour Guard", places),
    )
    return Mark(Span(0, 0), "", preferred, variants=variants)


def place(start: int, end: int) -> Place:
    return Place("en-gull/a.txt", "", Span(start, end), 1, start + 1)


def mended(terms: str, preferred: str, code: str = "C10") -> tuple[Edit, ...]:
    known = glossary(terms, ("ru", "en")) if terms else None
    collection = Collection({"en-gull/a.txt": GULL}, (), glossary=known)
    return Mender(collection).edits(code, conflict(preferred, place(2, 15), place(42, 55)))


def test_every_place_of_a_form_that_is_not_preferred_is_mended() -> None:
    found = mended("", "Offshore Watch")

    assert [e.replacement for e in found] == ["An Offshore Watch", "Offshore Watch"]
    assert [(e.place.span, e.place.column) for e in found] == [(Span(0, 15), 1), (Span(42, 55), 43)]


def test_only_a_glossary_makes_the_mending_of_a_conflict_safe() -> None:
    assert [e.safe for e in mended("", "Harbour Watch")] == [False, False]
    assert [e.safe for e in mended("дозор = *Harbour Watch; †Harbour Guard", "Harbour Watch")] == [True, True]
    assert [e.safe for e in mended("дозор = Harbour Watch", "Harbour Watch")] == [True, True]


def test_a_form_that_the_glossary_admits_is_not_safely_replaced() -> None:
    terms = "дозор = *Harbour Watch; +Harbour Guard"

    assert [e.safe for e in mended(terms, "Harbour Watch")] == [False, False]


def test_findings_of_other_rules_are_left_as_they_are() -> None:
    assert mended("", "Harbour Watch", "L01") == ()


def test_a_conflict_in_a_unit_is_mended_in_its_language() -> None:
    units = {("a.po", "en\0one"): Text("The Harbour Guard", "en", "a.po", "one")}
    where = Place("a.po", "one", Span(4, 17), language="en")

    found = Mender(Collection({}, (), places=units)).edits("C10", conflict("Harbour Watch", where))

    assert [(e.place.unit, e.replacement) for e in found] == [("one", "Harbour Watch")]


def test_a_surname_alone_is_mended_by_a_surname() -> None:
    text = document("Asel Vetrowa spoke. Vetrowa left.", "en", "en-gull/a.txt")
    forms = (
        Rendering("Asel Vetrova", (Place("b.txt"),)),
        Rendering("Asel Vetrowa", (place(0, 12),)),
        Rendering("Vetrowa", (place(20, 27),)),
    )
    mark = Mark(Span(0, 0), "", "Asel Vetrova", variants=forms)

    found = Mender(Collection({"en-gull/a.txt": text}, ())).edits("C11", mark)

    assert [e.replacement for e in found] == ["Asel Vetrova", "Vetrova"]
