"""One thing is told once."""

from termaccord.lint.cases import glossary
from termaccord.lint.terms import Terms
from termaccord.lint.told import once
from termaccord.model import Finding, Place, Rendering, Severity, Span

KNOWN = glossary("гавань = *Harbour Board; +Port Council; †Quay Board", ("ru", "en"))


def place(start: int, end: int, file: str = "a.txt") -> Place:
    return Place(file, "", Span(start, end), 1, start + 1)


def conflict(**forms: Place) -> Finding:
    variants = tuple(Rendering(name.replace("_", " "), (where,)) for name, where in forms.items())
    return Finding(
        "C10", "several names", variants[1].places[0], variants=variants, preferred=variants[0].text
    )


def rejected(where: Place, severity: Severity = Severity.ERROR) -> Finding:
    return Finding("T01", "rejected", where, severity)


def codes(*findings: Finding) -> list[str]:
    return [f.code for f in once(findings, Terms(KNOWN))]


def test_a_conflict_with_a_rejected_term_is_told_by_the_glossary_alone() -> None:
    found = codes(conflict(Harbour_Board=place(0, 13), Quay_Board=place(20, 30)), rejected(place(20, 30)))

    assert found == ["T01"]


def test_a_third_form_that_the_glossary_does_not_know_is_still_told() -> None:
    forms = conflict(Harbour_Board=place(0, 13), Quay_Board=place(20, 30), Pier_Office=place(40, 51))

    found = once((forms, rejected(place(20, 30))), Terms(KNOWN))

    assert [[v.text for v in f.variants] for f in found if f.code == "C10"] == [
        ["Harbour Board", "Pier Office"]
    ]


def test_a_rejected_term_elsewhere_leaves_a_conflict_as_it_is() -> None:
    found = codes(
        conflict(Harbour_Board=place(0, 13), Quay_Board=place(20, 30)), rejected(place(20, 30, "b.txt"))
    )

    assert found == ["C10", "T01"]


def test_what_is_only_a_remark_hides_no_conflict() -> None:
    found = codes(
        conflict(Harbour_Board=place(0, 13), Quay_Board=place(20, 30)),
        rejected(place(20, 30), Severity.INFO),
    )

    assert found == ["C10", "T01"]


def test_forms_that_the_glossary_accepts_are_no_conflict() -> None:
    assert codes(conflict(Harbour_Board=place(0, 13), Port_Council=place(20, 32))) == []


def test_a_unit_of_a_memory_is_told_as_text_and_not_again_as_memory() -> None:
    found = codes(rejected(place(3, 9)), Finding("R03", "would bring it back", place(3, 9)))

    assert found == ["T01"]
