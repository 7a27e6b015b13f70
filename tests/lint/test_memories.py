"""Memories as wholes: several files, properties, plural forms, order."""

from hypothesis import given, settings
from hypothesis import strategies as st

from termaccord.lint.engine import Bilingual, Material, lint
from termaccord.lint.rules import RULES
from termaccord.model import Finding, Severity, TranslationUnit, Variant

R_RULES = tuple(rule for rule in RULES if rule.code.startswith("R"))


def file(name: str, *rows: str, properties: tuple[tuple[str, str], ...] = (), ids: str = "") -> Bilingual:
    units = []
    for number, row in enumerate(rows, 1):
        one, _, other = row.partition(" = ")
        sides = (Variant("en", (one,)), Variant("ru", (other,)))
        units.append(TranslationUnit(ids[number - 1 :] or f"{number}", sides, properties=properties))
    return Bilingual(name, tuple(units), "en", ("ru",))


def found(*files: Bilingual) -> tuple[Finding, ...]:
    return lint(Material(bilingual=files), R_RULES)


def test_one_segment_with_two_translations_is_told_across_files_with_both_places() -> None:
    one = file("a.tmx", "Close all the lock gates. = Закройте все створки шлюза.")
    two = file("b.tmx", "Close all the lock gates. = Заприте ворота камеры.")

    findings = found(two, one)

    assert [f.code for f in findings] == ["R01"]
    assert {p.file for v in findings[0].variants for p in v.places} == {"a.tmx", "b.tmx"}


def test_translations_made_for_different_outlets_may_differ() -> None:
    row = "Close all the lock gates. = "
    one = file("a.tmx", row + "Закройте все створки шлюза.", properties=(("x-outlet", "pilot"),))
    two = file("b.tmx", row + "Заприте ворота камеры.", properties=(("x-outlet", "buoy"),))

    assert found(one, two) == ()


def test_a_label_in_another_gender_is_a_remark() -> None:
    severities = [f.severity for f in found(file("a.tmx", "Closed = Закрыт", "Closed = Закрыта"))]

    assert severities == [Severity.INFO]


def test_plural_forms_of_one_message_are_no_conflict() -> None:
    rows = ("%d gates of the upper lock = %d створки шлюза", "%d gates of the upper lock = %d камер наверху")
    units = file("a.po", *rows).units
    plural = (units[0], TranslationUnit("gates[1]", units[1].variants))

    assert found(Bilingual("a.po", plural, "en", ("ru",))) == ()


def test_names_and_codes_may_stay_as_they_are() -> None:
    assert (
        found(file("a.tmx", "Anna Lotsman = Anna Lotsman", "GL-7 v2.1 = GL-7 v2.1", "{0} %s = {0} %s")) == ()
    )


def test_a_title_in_quotation_marks_may_stay_in_its_language() -> None:
    row = "See “The Laws of the Harbour and of the Lock” there. = См. там же «The Laws of the Harbour and of the Lock»."

    assert found(file("a.tmx", row)) == ()


SENTENCES = st.sampled_from(
    [
        "Close the lock gates at noon. = Закройте створки шлюза в полдень.",
        "Close the lock gates at noon. = Заприте камеру к обеду.",
        "Bring warm clothes and a torch. = Закройте створки шлюза в полдень.",
        "Wait. = ",
        "Keep the hatch shut at sea. = Keep the hatch shut at sea.",
    ]
)


@settings(max_examples=25, deadline=None)
@given(st.lists(SENTENCES, min_size=1, max_size=6))
def test_what_is_found_does_not_depend_on_the_order_of_the_files(rows: list[str]) -> None:
    files = [file(f"{n}.tmx", row) for n, row in enumerate(rows)]

    assert found(*files) == found(*reversed(files))
