"""What a memory loses on its way through a file."""

from collections import Counter
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from tests.formats.strategies import MEMORIES

from termaccord.formats import tmx
from termaccord.formats.termlists.crossing import concepts, names_something
from termaccord.formats.termlists.losing.telling import Teller
from termaccord.formats.termlists.losing.units import head_losses, unit_losses
from termaccord.model import Degree, Inline, Loss, Memory, Subject, TranslationUnit, Variant


def found_between(meant: Memory, seen: Memory) -> tuple[Loss, ...]:
    tell = Teller("a file")
    head_losses(meant, seen, tell)
    for one, other in zip(meant.units, seen.units, strict=True):
        unit_losses(one, other, tell)
    return tell.losses


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(memory=MEMORIES)
def test_level_2_keeps_all_and_level_1_loses_each_code_once(memory: Memory) -> None:
    whole, plain = (tmx.parse(tmx.serialize(memory, level), "m.tmx").value for level in (2, 1))

    codes = sum(isinstance(part, Inline) for u in memory.units for v in u.variants for part in v.content)
    kinds = Counter((loss.subject, loss.degree) for loss in found_between(memory, plain))

    assert found_between(memory, whole) == ()
    assert kinds[Subject.CODE, Degree.GONE] == codes
    assert {subject for subject, _degree in kinds} <= {Subject.CODE}


def test_each_part_of_a_unit_is_told_by_itself() -> None:
    unit = TranslationUnit(
        "u1",
        (
            Variant("en", ("weir",), (("changeid", "VL"),)),
            Variant("ru", ("плотина",)),
            Variant("de", ("Wehr",)),
        ),
        (("creationdate", "20240301T000000Z"),),
        (("x-outlet", "tide"),),
        ("Not a dam.",),
    )
    bare = TranslationUnit("u1", (Variant("en", ("Weir",)), Variant("ru", ("плотина",))))

    found = found_between(Memory((unit,)), Memory((bare,)))

    assert [(loss.subject, loss.degree, loss.text, loss.language) for loss in found] == [
        (Subject.SEGMENT, Degree.CHANGED, "weir", "en"),
        (Subject.ATTRIBUTE, Degree.GONE, "creationdate: 20240301T000000Z", ""),
        (Subject.PROPERTY, Degree.GONE, "x-outlet: tide", ""),
        (Subject.NOTE, Degree.GONE, "Not a dam.", ""),
        (Subject.ATTRIBUTE, Degree.GONE, "changeid: VL", "en"),
        (Subject.LANGUAGE, Degree.GONE, "de: Wehr", "de"),
    ]


def test_a_code_that_stands_elsewhere_is_told() -> None:
    code = Inline("alone", "ph", "<br/>")
    unit = TranslationUnit("u1", (Variant("en", ("a ", code, "weir")),))
    other = replace(unit, variants=(Variant("en", ("a weir", code)),))

    assert [loss.subject for loss in found_between(Memory((unit,)), Memory((other,)))] == [Subject.SEGMENT]


def test_a_unit_that_becomes_a_concept_tells_what_a_concept_cannot_hold() -> None:
    unit = TranslationUnit(
        "u1",
        (Variant("en", ("weir", Inline("alone", "ph", "<br/>"))),),
        (("usagecount", "3"),),
        (),
        ("Low.",),
    )
    tell = Teller("")

    (concept,) = concepts((unit,), tell, short=True)

    assert concept.languages[0].terms[0].text == "weir"
    assert [category.text for category in concept.extra] == ["Low."]
    assert [(loss.subject, loss.text) for loss in tell.losses] == [
        (Subject.CODE, "<br/>"),
        (Subject.ATTRIBUTE, "usagecount: 3"),
    ]


def test_names_are_told_from_sentences() -> None:
    assert all(map(names_something, ("weir", "St. Petersburg", "etc.", "Совет речных портов")))
    assert not any(map(names_something, ("", "The weir is closed today.", "one\ntwo", "a b c d e f g h i")))
