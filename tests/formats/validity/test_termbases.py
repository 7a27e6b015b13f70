"""Termbases are judged as the published schemas judge them, natively; where not, the difference has a name."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.formats.mutants import mutant
from tests.formats.oracles import SHARED, complaints, needs_shared
from tests.formats.strategies import GLOSSARIES

from termaccord.formats import tbx
from termaccord.formats.validity.termbase.dialects import RULES, Standard
from termaccord.formats.validity.termbase.sayings import RULE_NAMES
from termaccord.formats.validity.termbases import Verdict, examined
from termaccord.model import Glossary, Severity

FILES = Path(__file__).parent / "files"
PUBLISHED = [standard for standard in Standard if standard is not Standard.MIN_2025]
"""The dialects that have a published schema."""
MUTANTS = 200
"""Of each dialect; ten thousand of each were tried while the rules were written."""
BEYOND = {
    "dialect-name": "the schemas of Version 4 do not look at the type that the root names",
    "empty-value": "Version 4 compares text nodes, and an element without text has none",
    "grouped-speech": "a slip of a letter (“partofSpeech”) in Version 4 disables the rule",
    "level-by-tag": "slips in the rules of the module Basic: “grammaticalUsage”, “contains(., Grp)”",
    "marked-value": "a value with markup in it equals, as text, a value without",
    "no-term": "Version 4 writes “one or more of: any number of …”, which nothing fulfils too",
    "transaction-type": "of two rules for the same element only the first is ever tried",
    "unlisted-type": "the rules for types forget the elements of which the dialect has none",
    "web-target": "the rule for targets is never tried where an element has a type",
}
"""What we refuse by the standard's text though the published schema lets it pass, and why it does."""
FORGIVEN = {
    # An expression that matches everything, so that every type in the body is taken for a data category.
    "markup with a type in style dct": re.compile("DCA style elements are not permitted in DCT style TBX"),
    # “parent::termSec” and “parent::conceptEntry” without prefix match nothing.
    "data categories of the module Min in groups": re.compile(
        "termNote elements must not occur outside the termSec level|Customer Subset may only appear at"
    ),
}
"""What the published schema refuses by mistake, and we do not."""


def judged(data: bytes, against: Standard | None = None) -> Verdict:
    return examined(io.BytesIO(data), "bees.tbx", against)


def grave(verdict: Verdict) -> list[str]:
    """Our errors, without those that go beyond the schemas."""
    errors = [one for one in verdict.complaints if one.severity is Severity.ERROR]
    assert {one.beyond for one in errors} <= {"", *BEYOND}
    return [f"{one.line}: {one.message}" for one in errors if not one.beyond]


def theirs(data: bytes, standard: Standard) -> tuple[bool, bool]:
    """Whether the published schemas accept a file, and whether they do when their mistakes are forgiven."""
    found = complaints(data, standard.value)
    by_tag = standard in {Standard.MIN_DCT, Standard.BASIC_DCT}
    left = [one for one in found if not (by_tag and any(slip.search(one) for slip in FORGIVEN.values()))]
    return not found, not left


def agrees(data: bytes, standard: Standard) -> str:
    """Empty where we say of a file what the schemas say; else both sides."""
    verdict = judged(data, standard)
    errors = grave(verdict)
    accepted, nearly = theirs(data, standard)
    refused = bool(errors) or any(one.severity is Severity.ERROR for one in verdict.complaints)
    if (not accepted and refused) or (nearly and not errors):
        return ""
    return f"ours: {errors[:3]}; theirs: {complaints(data, standard.value)[:3]}"


# -- our own files ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("standard", Standard)
def test_a_file_that_is_what_it_claims_to_be_is_valid(standard: Standard) -> None:
    verdict = judged((FILES / f"{standard}.tbx").read_bytes())

    assert (verdict.claims, verdict.valid, verdict.findings) == (standard, True, ())


@needs_shared
@pytest.mark.parametrize("standard", PUBLISHED)
def test_the_published_schemas_accept_the_same_files(standard: Standard) -> None:
    assert complaints((FILES / f"{standard}.tbx").read_bytes(), standard.value) == []


@needs_shared
@pytest.mark.parametrize("standard", PUBLISHED)
def test_a_file_with_something_changed_is_judged_as_its_schemas_judge_it(standard: Standard) -> None:
    seed = (FILES / f"{standard}.tbx").read_bytes()

    changed = ((number, mutant(seed, number)) for number in range(MUTANTS))
    assert [f"{number}: {said}" for number, data in changed if (said := agrees(data, standard))] == []


WRITTEN = [dialect for dialect in tbx.Dialect if dialect.value in set(Standard)]


@needs_shared
@pytest.mark.parametrize("dialect", WRITTEN)
@settings(max_examples=10, derandomize=True, suppress_health_check=list(HealthCheck), deadline=None)
@given(glossary=GLOSSARIES, number=st.integers(0, 10_000))
def test_what_our_writer_writes_is_judged_alike_changed_or_not(
    dialect: tbx.Dialect, glossary: Glossary, number: int
) -> None:
    data, standard = tbx.serialize(glossary, dialect), Standard(dialect.value)

    assert grave(judged(data, standard)) == []
    assert agrees(mutant(data, number), standard) == ""


@settings(max_examples=10, derandomize=True, suppress_health_check=list(HealthCheck), deadline=None)
@given(glossary=GLOSSARIES)
def test_a_file_for_both_publishers_satisfies_both(glossary: Glossary) -> None:
    satisfied = judged(tbx.serialize(glossary, tbx.Dialect.DUAL)).satisfies

    assert {Standard.BASIC_DCA, Standard.BASIC_V4} <= set(satisfied)


# -- the samples -----------------------------------------------------------------------------------------------


def samples() -> list[Path]:
    return (
        sorted(path for path in SHARED.rglob("*") if path.suffix.lower() == ".tbx") if SHARED.exists() else []
    )


def well_formed(data: bytes) -> bool:
    try:
        etree.fromstring(data)
    except etree.XMLSyntaxError:
        return False
    return True


@needs_shared
@pytest.mark.parametrize("path", samples(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_sample_is_judged_as_the_published_schemas_of_every_dialect_judge_it(path: Path) -> None:
    data = path.read_bytes()

    if not well_formed(data) or judged(data).claims is None:
        assert (judged(data).readable, judged(data).satisfies) == (False, ())
        return
    assert {standard.value: said for standard in PUBLISHED if (said := agrees(data, standard))} == {}


@needs_shared
@pytest.mark.parametrize("path", samples(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_sample_is_valid_for_what_it_claims_as_its_own_schemas_say(path: Path) -> None:
    data = path.read_bytes()
    verdict = judged(data)
    if verdict.claims is None or verdict.claims is Standard.MIN_2025 or not verdict.readable:
        return

    assert verdict.valid == (complaints(data, verdict.claims.value) == [])


@needs_shared
@pytest.mark.parametrize(
    ("name", "valid"),
    [
        ("samples/ltac/basic_good.tbx", True),
        ("samples/ltac/basic_bad.tbx", False),
        ("samples/ltac/core_structure_good.tbx", True),
        ("samples/ltac/core_structure_bad.tbx", False),
        ("samples/ltac/min_good.tbx", True),
        ("samples/ltac/min_bad.tbx", False),
        ("samples/ltac/poorly_formed_xml.tbx", False),
        ("schemas/tbx-basic-2009/TBX-basic-samples.tbx", True),
        ("schemas/tbx-basic-2009/tbx_basic_sample_badattribute.tbx", False),
        ("schemas/tbx-basic-2009/tbx_basic_sample_badelement.tbx", False),
        ("schemas/tbx-basic-2009/tbx_basic_sample_badelementcontent.tbx", False),
        ("schemas/tbx-basic-2009/tbx_basic_sample_badelementorder.tbx", False),
        ("schemas/tbx-basic-2009/tbx_basic_sample_notwellformed.tbx", False),
    ],
)
def test_a_publishers_good_files_are_accepted_and_its_bad_ones_refused(name: str, valid: bool) -> None:
    assert judged((SHARED / name).read_bytes()).valid is valid


@needs_shared
def test_of_a_foreign_file_the_root_is_told() -> None:
    verdict = judged((SHARED / "samples/not-a-termbase/OTMUTF8.TBX").read_bytes())

    assert not verdict.readable
    assert [(one.code, "<TAGTABLE>" in one.message) for one in verdict.findings] == [("F100", True)]


# -- where we differ, by rule ----------------------------------------------------------------------------------


def changed(standard: Standard, *replacements: tuple[str, str]) -> bytes:
    text = (FILES / f"{standard}.tbx").read_text("utf-8")
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new, 1)
    return text.encode()


SPEECH = '<termNote type="partOfSpeech">noun</termNote>'
DIFFERENCES = [
    ("dialect-name", changed(Standard.BASIC_V4, ("TBX-Basic", "TBX-Guild")), Standard.BASIC_V4),
    ("empty-value", changed(Standard.BASIC_V4, (">fullForm<", "><")), Standard.BASIC_V4),
    (
        "grouped-speech",
        changed(Standard.BASIC_V4, (SPEECH, f"<termNoteGrp>{SPEECH}</termNoteGrp>")),
        Standard.BASIC_V4,
    ),
    (
        "level-by-tag",
        changed(
            Standard.BASIC_DCT,
            ("<termSec", '<basic:crossReference target="swarm">s</basic:crossReference><termSec'),
        ),
        Standard.BASIC_DCT,
    ),
    ("marked-value", changed(Standard.BASIC_DCA, (">fullForm<", "><hi>fullForm</hi><")), Standard.BASIC_DCA),
    (
        "no-term",
        changed(
            Standard.BASIC_V4, ('<langSec xml:lang="ru">', '<langSec xml:lang="de"/><langSec xml:lang="ru">')
        ),
        Standard.BASIC_V4,
    ),
    ("transaction-type", changed(Standard.BASIC_DCA, (">modification<", ">creation<")), Standard.BASIC_DCA),
    (
        "unlisted-type",
        changed(Standard.MIN_DCA, ("<note ", '<ref type="own">s</ref><note ')),
        Standard.MIN_DCA,
    ),
    (
        "web-target",
        changed(Standard.BASIC_DCA, ("https://example.org/hive.png", "ftp://example.org")),
        Standard.BASIC_DCA,
    ),
]


@pytest.mark.parametrize(("name", "data", "standard"), DIFFERENCES, ids=lambda value: str(value)[:20])
def test_the_standards_text_is_followed_where_a_schema_forgets_it(
    name: str, data: bytes, standard: Standard
) -> None:
    verdict = judged(data, standard)

    assert [one.beyond for one in verdict.complaints if one.severity is Severity.ERROR] == [name]
    assert not verdict.valid


@needs_shared
@pytest.mark.parametrize(("name", "data", "standard"), DIFFERENCES, ids=lambda value: str(value)[:20])
def test_these_the_published_schemas_let_pass(name: str, data: bytes, standard: Standard) -> None:
    assert complaints(data, standard.value) == []


def test_every_difference_is_shown_and_documented() -> None:
    page = (Path(__file__).parents[3] / "docs/validate.md").read_text("utf-8")

    assert {name for name, _, _ in DIFFERENCES} == set(BEYOND)
    assert [name for name in BEYOND if f"`{name}`" not in page] == []
    assert [f"{code} {name}" for code, name in RULE_NAMES.items() if f"`{code}` {name}" not in page] == []


@pytest.mark.parametrize(
    "data",
    [
        changed(Standard.BASIC_DCT, ("<hi>", '<hi type="bold">')),
        changed(
            Standard.MIN_DCT,
            (
                "<min:partOfSpeech>noun</min:partOfSpeech>",
                "<termNoteGrp><min:partOfSpeech>noun</min:partOfSpeech></termNoteGrp>",
            ),
        ),
    ],
)
def test_what_a_schema_refuses_by_a_slip_is_accepted(data: bytes) -> None:
    assert judged(data).valid


# -- what is said ----------------------------------------------------------------------------------------------


def lines(verdict: Verdict) -> Iterator[tuple[int | None, str]]:
    for one in verdict.findings:
        yield one.place.line, one.code


CASES = [
    (
        "a note of the term after a note",
        '<note>ok</note><termNote type="partOfSpeech">noun</termNote>',
        1,
        "F312",
    ),
    ("an unknown element", "<note>ok</note>\n<comment>no</comment>", 2, "F311"),
    ("an element in the wrong place", "<note>ok</note>\n<date>2026-11-21</date>", 2, "F311"),
    ("text between elements", "<note>ok</note>\n\n loose\n", 3, "F322"),
    ("an unknown attribute", '<note>ok</note>\n<note from="me">no</note>', 2, "F315"),
    ("a missing attribute", "<note>ok</note>\n<xref>no</xref>", 2, "F314"),
    ("a reference to nothing", '<ref type="crossReference"\n target="gone">x</ref>', 1, "F318"),
    ("an unknown category", '\n\n<descrip type="colour">red</descrip>', 3, "F319"),
    ("a category at the wrong level", '\n<descrip type="definition">no</descrip>', 2, "F320"),
    (
        "a value off the list",
        '<note/>\n<transacGrp>\n<transac type="transactionType">x</transac></transacGrp>',
        3,
        "F321",
    ),
    (
        "a day of no calendar",
        '<transacGrp><transac type="transactionType">origination</transac>\n<date>21.11.2026</date></transacGrp>',
        2,
        "F321",
    ),
    ("an id a second time", '\n<note id="t1">no</note>', 2, "F317"),
    ("an id that is no name", '\n<note id="1">no</note>', 2, "F316"),
]


@pytest.mark.parametrize(("what", "added", "line", "code"), CASES, ids=[case[0] for case in CASES])
def test_a_finding_has_the_line_of_what_is_wrong(what: str, added: str, line: int, code: str) -> None:
    before, after = (FILES / "tbx-basic-2008.tbx").read_text("utf-8").split("</tig>", 1)

    first = before.count("\n") + 1
    assert (first + line - 1, code) in lines(judged(f"{before}{added}</tig>{after}".encode()))


def test_a_missing_element_has_the_line_of_the_one_that_lacks_it() -> None:
    data = changed(Standard.BASIC_2008, ("<term>swarm</term>", ""))
    at = data.split(b'<termEntry id="swarm">')[0].count(b"\n") + 1

    assert list(lines(judged(data))) == [(at, "F313")]


def test_findings_name_their_concept() -> None:
    data = changed(Standard.BASIC_2008, (">neuter<", ">neutral<"))

    assert [(one.place.unit, one.rule) for one in judged(data).findings] == [("hive", "category-value")]


def test_of_two_dialects_with_one_name_the_words_decide() -> None:
    wrong = (">fullForm<", ">longForm<")

    assert judged(changed(Standard.BASIC_V4, wrong)).claims is Standard.BASIC_V4
    assert judged(changed(Standard.BASIC_DCA, wrong)).claims is Standard.BASIC_DCA
    assert judged(changed(Standard.MIN_2025, (">preferred<", ">liked<"))).claims is Standard.MIN_2025


def test_a_file_can_be_held_against_another_dialect_than_its_own() -> None:
    verdict = judged((FILES / "tbx-2008.tbx").read_bytes(), Standard.BASIC_2008)

    assert (verdict.claims, verdict.valid) == (Standard.CORE_2008, False)
    assert Standard.CORE_2008 in verdict.satisfies


def test_a_file_of_another_edition_is_told_to_be_converted() -> None:
    verdict = judged((FILES / "tbx-2008.tbx").read_bytes(), Standard.BASIC_V4)

    assert [one.code for one in verdict.findings] == ["F310"]


def test_a_wrong_namespace_is_told_once_and_the_rest_is_judged() -> None:
    data = changed(Standard.BASIC_DCA, (' xmlns="urn:iso:std:iso:30042:ed-2"', ""), (">fullForm<", ">full<"))

    assert [one.code for one in judged(data).findings] == ["F310", "F321"]


def test_version_4_only_warns_of_a_term_without_part_of_speech() -> None:
    verdict = judged(changed(Standard.BASIC_V4, ('<termNote type="partOfSpeech">properNoun</termNote>', "")))

    assert verdict.valid
    assert [(one.code, one.severity) for one in verdict.findings] == [("F325", Severity.WARNING)]


def test_what_our_reader_mends_is_no_xml() -> None:
    verdict = judged(changed(Standard.BASIC_2008, ("Handbook", "Hand & book")))

    assert (verdict.readable, [one.code for one in verdict.findings]) == (False, ["F007"])


def test_a_thousand_faults_of_one_kind_are_counted_after_the_first() -> None:
    data = changed(Standard.BASIC_2008, ("</back>", "</back>")).replace(
        b"<note>See above.</note>", b'<note from="x">n</note>' * 1000
    )
    findings = judged(data).findings

    assert len(findings) == 101
    assert findings[-1].message.startswith("900 more places")


def test_however_long_a_value_is_a_sentence_stays_a_sentence() -> None:
    data = changed(
        Standard.BASIC_2008,
        ("menuItem", "x" * 5_000_000),
        ('"geographicalUsage"', f'"{"y" * 2_000_000}"'),
        (">neuter<", f">{'z' * 1_000_000}<"),
        ('id="t1"', f'id="{" " * 10}{"1" * 1_000_000}"'),
    )

    findings = judged(data).findings
    assert [one.code for one in findings] == ["F316", "F319", "F321"]
    assert max(len(one.message) for one in findings) < 400


@pytest.mark.parametrize("standard", Standard)
def test_a_judge_that_stops_at_the_first_fault_gives_the_same_verdict(standard: Standard) -> None:
    seed = (FILES / f"{standard}.tbx").read_bytes()
    for number in range(60):
        data = mutant(seed, number)
        alone = judged(data, standard)
        others = judged(
            data, next(one for one in RULES if RULES[one].grammar().root == RULES[standard].grammar().root)
        )
        assert (standard in alone.satisfies) == (standard in others.satisfies)
