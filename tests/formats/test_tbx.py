"""TBX: every edition is read, every dialect is written valid, and nothing is lost in silence."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from tests.formats.oracles import SHARED, complaints, needs_shared
from tests.formats.strategies import GLOSSARIES
from translate.storage import factory

from termaccord.formats import tbx
from termaccord.formats.tbx import Dialect
from termaccord.model import (
    Concept,
    DataCategory,
    Description,
    Finding,
    Glossary,
    LanguageSection,
    Markup,
    Severity,
    Status,
    Term,
)

QUICK = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))


def martif(entries: str, before: str = "", head: str = 'type="TBX-Basic" xml:lang="en"') -> bytes:
    header = "<martifHeader><fileDesc><sourceDesc><p>us</p></sourceDesc></fileDesc></martifHeader>"
    text = f"<text><body>{entries}</body></text>"
    return f'<?xml version="1.0"?>\n{before}<martif {head}>\n{header}\n{text}</martif>'.encode()


def entry(inside: str, language: str = "en", attributes: str = 'id="c1"') -> str:
    return f'<termEntry {attributes}><langSet xml:lang="{language}"><tig>{inside}</tig></langSet></termEntry>'


def term_of(data: bytes) -> Term:
    return tbx.parse(data, "g.tbx").value.concepts[0].languages[0].terms[0]


def codes(data: bytes) -> list[str]:
    return [finding.code for finding in tbx.parse(data, "g.tbx").findings]


def glossary(*terms: Term) -> Glossary:
    return Glossary((Concept("c1", (LanguageSection("en", terms),)),))


# -- round trips ----------------------------------------------------------------------------------------------


@QUICK
@given(GLOSSARIES)
def test_any_glossary_of_the_basic_kind_comes_back_as_it_was_written(random: Glossary) -> None:
    data = tbx.serialize(random)

    reading = tbx.parse(data, "g.tbx")

    assert reading.value == random
    assert reading.findings == ()
    assert tbx.serialize(reading.value) == data


# -- statuses and other picklists -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("category", "written", "status", "kept"),
    [
        ("administrativeStatus", "preferredTerm-admn-sts", Status.PREFERRED, ""),
        ("administrativeStatus", "standardizedTerm-admn-sts", Status.PREFERRED, "standardizedTerm-admn-sts"),
        ("administrativeStatus", "deprecatedTermAdmnSts", Status.DEPRECATED, "deprecatedTermAdmnSts"),
        ("administrativeStatus", "obsolete", Status.SUPERSEDED, "obsolete"),
        ("administrativeStatus", "forbidden", Status.FORBIDDEN, ""),
        ("usageStatus", "admitted", Status.ADMITTED, ""),
        ("normativeAuthorization", "preferredTerm", Status.PREFERRED, ""),
        ("administrativeStatus", "under-review", None, ""),
    ],
)
def test_each_spelling_of_a_status_means_one_status(
    category: str, written: str, status: Status, kept: str
) -> None:
    found = term_of(martif(entry(f'<term>a</term><termNote type="{category}">{written}</termNote>')))

    assert (found.status, found.status_as_written) == (status, kept)


def test_a_status_that_nobody_knows_is_kept_and_told() -> None:
    data = martif(entry('<term>a</term><termNote type="administrativeStatus">under-review</termNote>'))

    reading = tbx.parse(data, "g.tbx")

    assert "F109" in [f.code for f in reading.findings]
    assert b"<note>termNote administrativeStatus: under-review</note>" in tbx.serialize(reading.value)


@pytest.mark.parametrize("dialect", list(Dialect))
@pytest.mark.parametrize("status", list(Status))
def test_every_status_survives_every_dialect(status: Status, dialect: Dialect) -> None:
    data = tbx.serialize(glossary(Term("a", status, "noun")), dialect)

    assert term_of(data).status is status


def test_a_changed_status_wins_over_the_word_that_was_written() -> None:
    term = Term("a", Status.DEPRECATED, status_as_written="standardizedTerm-admn-sts")

    assert term_of(tbx.serialize(glossary(term))).status is Status.DEPRECATED


def test_a_part_of_speech_outside_the_picklist_stands_in_a_note_and_is_read_back() -> None:
    data = tbx.serialize(glossary(Term("a", part_of_speech="nounPhrase")))

    assert b"<note>partOfSpeech: nounPhrase</note>" in data
    assert term_of(data).part_of_speech == "nounPhrase"


def test_what_a_dialect_has_no_place_for_becomes_a_note_and_a_finding() -> None:
    term = Term("a", extra=(DataCategory("termNote", "animacy", "inanimate"),))

    written = tbx.written(glossary(term), name="g.tbx")

    assert b"<note>animacy: inanimate</note>" in written.value
    assert [(f.code, f.severity) for f in written.findings] == [("F123", Severity.INFO)]
    assert b'<termNote type="animacy">inanimate' in tbx.serialize(glossary(term), Dialect.DEFAULT_2008)


# -- texts ----------------------------------------------------------------------------------------------------


def test_a_wrapped_text_is_one_line_and_paragraphs_stay_apart() -> None:
    note = "<note>wrapped\n        text\n\n        and a paragraph</note>"

    assert term_of(martif(entry(f"<term>\n  two  words\n </term>{note}"))).text == "two words"
    assert term_of(martif(entry(f"<term>a</term>{note}"))).extra[0].text == "wrapped text\n\nand a paragraph"


def test_markup_in_a_text_is_kept() -> None:
    data = martif(entry('<term>H<hi type="subscript">2</hi>O</term>'))

    assert term_of(data).text == "H2O"
    assert term_of(data).marked[1] == Markup("hi", ("2",), (("type", "subscript"),))
    assert b'<term>H<hi type="subscript">2</hi>O</term>' in tbx.serialize(tbx.parse(data, "g").value)


def test_a_text_that_was_changed_wins_over_its_old_markup() -> None:
    term = Term("CO2", marked=("H", Markup("hi", ("2",)), "O"))

    assert b"<term>CO2</term>" in tbx.serialize(glossary(term))


def test_a_character_that_xml_forbids_is_replaced_and_told() -> None:
    written = tbx.written(glossary(Term("a\x0bb")))

    assert term_of(written.value).text == "a\ufffdb"
    assert "F121" in [f.code for f in written.findings]


def test_a_definition_carries_its_source() -> None:
    definition = Description("a room that floats", "Harbour Book, p. 4")
    written = tbx.serialize(Glossary((Concept("c1", (LanguageSection("en", (Term("ark"),), definition),)),)))

    assert tbx.parse(written, "g.tbx").value.concepts[0].languages[0].definition == definition


# -- ids ------------------------------------------------------------------------------------------------------


def test_ids_become_xml_names_that_stand_once_and_references_follow() -> None:
    see = DataCategory("ref", "crossReference", "other", (("target", "2"),))
    terms = LanguageSection("en", (Term("a", extra=(see,)),))
    both = Glossary(
        (Concept("1", (terms,)), Concept("2", (terms,)), Concept("2", (terms,)), Concept("", (terms,)))
    )

    data = tbx.serialize(both)

    assert [c.id for c in tbx.parse(data, "g.tbx").value.concepts] == ["c1", "c2", "c2-2", "c"]
    assert b'<ref type="crossReference" target="c2">other</ref>' in data


def test_a_reference_to_nothing_is_said_in_a_note() -> None:
    see = DataCategory("ref", "crossReference", "other", (("target", "nowhere"),))

    assert b"<note>target: nowhere</note>" in tbx.serialize(glossary(Term("a", extra=(see,))))


# -- reading what the field produces --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<TAGTABLE/>", "F100"),
        (b"", "F001"),
        (martif(entry("<term>a</term>"), head='xmlns="urn:x" type="TBX" xml:lang="en"'), "F101"),
        (b'<martif type="TBX"><text><body/></text></martif>', "F102"),
        (martif(entry("<term>a</term>", attributes="")), "F103"),
        (martif(entry("<term>a</term>", attributes='id="1"')), "F103"),
        (martif(entry("<term>a</term>") * 2), "F103"),
        (martif(entry("<term>a</term>", "ru_RU")), "F104"),
        (martif(entry("<term>a</term>", "")), "F104"),
        (martif(entry("<term> </term>")), "F105"),
        (
            martif(entry("<term>a</term>").replace("</termEntry>", "<descrip>late</descrip></termEntry>")),
            "F106",
        ),
        (martif(entry("<term>a<b>c</b></term>")), "F107"),
        (martif(entry("<term>a</term><descrip>untyped</descrip>")), "F108"),
    ],
)
def test_each_deviation_is_told(data: bytes, code: str) -> None:
    assert code in codes(data)


def test_a_faultless_file_is_silent() -> None:
    assert codes(martif(entry('<term>a</term><termNote type="partOfSpeech">noun</termNote>'))) == []


def test_what_stands_after_the_languages_is_read_all_the_same() -> None:
    data = martif(
        entry("<term>a</term>").replace(
            "</termEntry>", '<descrip type="subjectField">sea</descrip></termEntry>'
        )
    )

    assert tbx.parse(data, "g.tbx").value.concepts[0].subject_field == "sea"


def test_a_file_that_breaks_gives_the_concepts_before_the_break() -> None:
    data = martif(entry("<term>a</term>") + "\n" + entry("<term>b</term>", attributes='id="c2"'))

    reading = tbx.parse(data[: data.index(b"b</term>")], "g.tbx")

    assert [c.id for c in reading.value.concepts] == ["c1"]
    assert [(f.code, f.place.line) for f in reading.findings] == [("F001", 5)]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1254", "cp1251"])
def test_other_encodings_are_read(encoding: str) -> None:
    label = encoding.removesuffix("-sig")
    text = martif(entry("<term>naïve</term>" if "1254" in encoding else "<term>ёлка</term>")).decode()
    data = text.replace('version="1.0"', f'version="1.0" encoding="{label}"').encode(encoding)

    assert term_of(data).text in {"naïve", "ёлка"}


def test_a_category_as_a_tag_is_read_like_one_as_an_attribute() -> None:
    inside = "<term>a</term><min:partOfSpeech>noun</min:partOfSpeech><basic:termType>acronym</basic:termType>"

    found = term_of(martif(entry(inside)))

    assert (found.part_of_speech, found.term_type, found.extra) == ("noun", "acronym", ())


def test_a_term_group_is_read_like_a_term() -> None:
    data = martif(entry("<termGrp><term>a</term><termNote type='partOfSpeech'>noun</termNote></termGrp>"))

    assert term_of(data.replace(b"tig>", b"ntig>")).part_of_speech == "noun"


def test_hostile_entities_are_refused() -> None:
    laughs = '<!DOCTYPE martif [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'

    assert codes(martif(entry("<term>&b;</term>"), laughs))[0] == "F005"


def test_deep_nesting_is_refused() -> None:
    assert "F004" in codes(martif(entry("<term>" + "<hi>" * 5000)))


# -- other people's files and programs ------------------------------------------------------------------------

COUNTS = {
    "ltac/basic_good.tbx": (45, 113),
    "ltac/basic_bad.tbx": (45, 113),
    "ltac/min_good.tbx": (45, 113),
    "ltac/min_bad.tbx": (45, 113),
    "ltac/core_structure_good.tbx": (45, 113),
    "ltac/core_structure_bad.tbx": (45, 113),
    "real-ru/lokalize_stellaris_terms.tbx": (24, 54),
    "real-ru/weblate_glossary_ru_EXCERPT.tbx": (13, 26),
    "reference/pontoon_template_v2_ru.tbx": (1, 2),
    "reference/pontoon_template_v3_ru.tbx": (1, 2),
    "reference/proto_v2_basic_ru.tbx": (1, 4),
    "reference/proto_v3_dual_ru.tbx": (1, 4),
    "reference/proto_v4_ru.tbx": (1, 4),
    "tbx-basic-v4/TBX-Basic-sample-valid.tbx": (1, 1),
    "not-a-termbase/OTMUTF8.TBX": (0, 0),
}


@needs_shared
@pytest.mark.parametrize(("name", "counts"), COUNTS.items())
def test_every_sample_is_read_with_all_its_terms(name: str, counts: tuple[int, int]) -> None:
    value = tbx.parse((SHARED / "samples" / name).read_bytes(), name).value

    assert (len(value.concepts), sum(len(s.terms) for c in value.concepts for s in c.languages)) == counts


@needs_shared
@pytest.mark.parametrize("dialect", list(Dialect))
def test_every_sample_is_written_valid_in_every_dialect(dialect: Dialect) -> None:
    for path in sorted((SHARED / "samples").rglob("*.tbx")):
        value = tbx.parse(path.read_bytes(), path.name).value
        if value.concepts:
            assert complaints(tbx.serialize(value, dialect), dialect.value) == [], path.name


@needs_shared
def test_every_element_of_the_astronomy_sample_comes_out_again() -> None:
    data = (SHARED / "samples/ltac/basic_good.tbx").read_bytes()

    again = tbx.serialize(tbx.parse(data, "in").value, Dialect.BASIC_DCA)

    for tag in (
        b"<transacGrp",
        b"<note",
        b"<xref",
        b"<descripGrp",
        b"<admin",
        b"<termSec",
        b"<transacNote",
        b"<item",
    ):
        assert again.count(tag) == data.count(tag), tag


def test_translate_toolkit_reads_our_glossary() -> None:
    languages = (LanguageSection("en", (Term("a & b"),)), LanguageSection("ru", (Term("а и б"),)))
    stream = BytesIO(tbx.serialize(Glossary((Concept("c1", languages),))))
    stream.name = "g.tbx"  # type: ignore[attr-defined]

    unit = factory.getobject(stream).units[0]

    assert (unit.source, unit.target) == ("a & b", "а и б")


def test_findings_say_where() -> None:
    reading = tbx.parse(martif("\n\n" + entry("<term> </term>")), "sea.tbx")

    assert [(f.place.file, f.place.unit, f.place.line) for f in reading.findings] == [("sea.tbx", "c1", 6)]
    assert all(isinstance(f, Finding) for f in reading.findings)


def test_our_own_file_comes_back_byte_for_byte() -> None:
    data = (Path(__file__).parent / "cases/harbour.tbx").read_bytes()

    reading = tbx.parse(data, "harbour.tbx")

    assert reading.findings == ()
    assert reading.value.concepts[0].languages[0].terms[1].status is Status.FORBIDDEN
    assert tbx.serialize(reading.value) == data


def test_accepting_a_term_changes_one_line() -> None:
    data = (Path(__file__).parent / "cases/harbour.tbx").read_bytes()
    value = tbx.parse(data, "harbour.tbx").value
    concept = value.concepts[0]
    english, russian = concept.languages
    accepted = replace(russian, terms=(replace(russian.terms[0], status=Status.PREFERRED),))

    changed = tbx.serialize(replace(value, concepts=(replace(concept, languages=(english, accepted)),)))

    assert len(set(changed.splitlines(keepends=True)) - set(data.splitlines(keepends=True))) == 0
    assert len(changed.splitlines()) == len(data.splitlines()) + 1


def test_a_note_never_carries_a_target() -> None:
    note = DataCategory("note", "", "see there", (("target", "c1"),))

    assert b"<note>see there</note>" in tbx.serialize(glossary(Term("a", extra=(note,))))
