"""Termbases as the field writes them: vendors' dialects, invalid producers, odd encodings; nothing of them is lost."""

from pathlib import Path

import pytest
from lxml import etree
from tests.formats.oracles import SHARED, needs_shared

from termaccord.formats import tbx
from termaccord.formats.tbx import Dialect
from termaccord.model import Concept, Description, Glossary, Markup, Status, Term

CONTAINERS = {"termEntry", "conceptEntry"}
SECTIONS = {"langSet", "langSec"}
TERMS = {"tig", "ntig", "termSec"}


def read(text: str | bytes) -> tuple[Glossary, list[str]]:
    data = text.encode() if isinstance(text, str) else text
    reading = tbx.parse(data, "g.tbx")
    return reading.value, [finding.code for finding in reading.findings]


def in_2008(entries: str) -> str:
    header = "<martifHeader><fileDesc><sourceDesc><p>us</p></sourceDesc></fileDesc></martifHeader>"
    return f'<martif type="TBX" xml:lang="en">{header}<text><body>{entries}</body></text></martif>'


def in_2019(entries: str, head: str = 'xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic"') -> str:
    header = "<tbxHeader><fileDesc><sourceDesc><p>us</p></sourceDesc></fileDesc></tbxHeader>"
    return f'<tbx {head} style="dca" xml:lang="en">{header}<text><body>{entries}</body></text></tbx>'


def entry(term: str, beside: str = "", language: str = "en") -> str:
    inside = f'<langSet xml:lang="{language}">{beside}<tig>{term}</tig></langSet>'
    return f'<termEntry id="c1">{inside}</termEntry>'


def entry_2019(term: str, beside: str = "") -> str:
    return f'<conceptEntry id="c1"><langSec xml:lang="en">{beside}<termSec>{term}</termSec></langSec></conceptEntry>'


def first(glossary: Glossary) -> Term:
    return glossary.concepts[0].languages[0].terms[0]


def concept(glossary: Glossary) -> Concept:
    return glossary.concepts[0]


# -- other dialects -------------------------------------------------------------------------------------------

MIN_2013 = """<?xml version="1.0" encoding="UTF-8"?>
<TBX dialect="TBX-Min">
  <header>
    <id>harbour words</id>
    <languages source="en" target="ru"/>
    <creator>N. Ferryman</creator>
  </header>
  <body>
    <termEntry id="c1">
      <subjectField>harbours</subjectField>
      <langSet xml:lang="en">
        <tig>
          <term>quay</term>
          <noteGrp><note><noteKey>see</noteKey><noteValue>pier</noteValue></note></noteGrp>
          <termStatus>notRecommended</termStatus>
          <customer>Dock Office</customer>
          <partOfSpeech>noun</partOfSpeech>
        </tig>
      </langSet>
    </termEntry>
  </body>
</TBX>
"""


def test_tbx_min_of_2013_is_read_whole() -> None:
    glossary, codes = read(MIN_2013)

    assert codes == []
    assert glossary.title == "harbour words"
    assert concept(glossary).subject_field == "harbours"
    term = first(glossary)
    assert (term.text, term.status, term.part_of_speech) == ("quay", Status.DEPRECATED, "noun")
    assert [(c.kind, c.type, c.text) for c in term.extra] == [
        ("note", "", "see: pier"),
        ("admin", "customerSubset", "Dock Office"),
    ]
    written = tbx.serialize(glossary)
    assert "<p>languages: source=en target=ru</p>" in written.decode()
    assert b'<admin type="customerSubset">Dock Office</admin>' in written


@pytest.mark.parametrize("namespace", ["http://www.tbxinfo.net/ns/dct/min", "urn:any", ""])
def test_a_category_as_a_tag_is_read_whatever_its_namespace_and_prefix(namespace: str) -> None:
    inside = (
        f"<term>quay</term><m:partOfSpeech xmlns:m='{namespace}'>noun</m:partOfSpeech>"
        if namespace
        else ("<term>quay</term><partOfSpeech>noun</partOfSpeech>")
    )

    assert first(read(in_2019(entry_2019(inside)))[0]).part_of_speech == "noun"


def test_a_category_of_another_module_keeps_its_kind() -> None:
    inside = (
        "<term>quay</term><l:grammaticalNumber xmlns:l='urn:l'>plural</l:grammaticalNumber>"
        "<q:mood metaType='termNote' xmlns:q='urn:q'>calm</q:mood>"
    )

    extra = first(read(in_2019(entry_2019(inside)))[0]).extra

    assert [(c.kind, c.type, c.text) for c in extra] == [
        ("termNote", "grammaticalNumber", "plural"),
        ("termNote", "mood", "calm"),
    ]


def test_values_in_attributes_and_entailed_terms_are_read_as_iso_sts_writes_them() -> None:
    terms = '<tig id="t1"><term>quay</term><partOfSpeech value="noun"/><normativeAuthorization value="deprecatedTerm"/></tig>'
    definition = '<definition>wall of a <entailedTerm target="c2">harbour</entailedTerm></definition>'
    text = f'<termEntry id="c1"><langSet xml:lang="en">{definition}{terms}</langSet></termEntry>'

    glossary, _ = read(in_2008(text))

    assert (first(glossary).status, first(glossary).part_of_speech) == (Status.DEPRECATED, "noun")
    described = concept(glossary).languages[0].definition
    assert described is not None
    assert described.text == "wall of a harbour"
    assert described.marked[1] == Markup("hi", ("harbour",), (("type", "entailedTerm"), ("target", "c2")))


def test_term_groups_and_their_components_come_out_again() -> None:
    group = (
        "<ntig id='t1'><termGrp><term>dry dock</term>"
        "<termNoteGrp><termNote type='register'>technical</termNote><note>of old</note></termNoteGrp>"
        "<termCompList type='termElement'><termCompGrp><termComp>dry</termComp>"
        "<termNote type='partOfSpeech'>adjective</termNote></termCompGrp><termComp>dock</termComp></termCompList>"
        "</termGrp><descrip type='context'>In the dry dock.</descrip></ntig>"
    )
    glossary, codes = read(
        in_2008(f"<termEntry id='c1'><langSet xml:lang='en'>{group}</langSet></termEntry>")
    )

    data = tbx.serialize(glossary, Dialect.DEFAULT_2008)

    assert codes == []
    assert data.count(b"<termNoteGrp>") == data.count(b"<termCompList ") == data.count(b"<termCompGrp>") == 1
    assert tbx.parse(data, "g.tbx").value.concepts == glossary.concepts


# -- invalid producers ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (in_2008(entry("<term>quay</term>")).replace("martifHeader", "noHeader"), "F102"),
        (in_2008(entry("<term>quay</term>")).replace('id="c1"', 'id="1"'), "F103"),
        (in_2008(entry("<term>quay</term>", language="ru_RU")), "F104"),
        (in_2019(entry("<term>quay</term>")), "F111"),
        (in_2019(entry_2019("<term>quay</term>"), 'type="TBX-Basic"'), "F101"),
        (in_2008(entry_2019("<term>quay</term>")), "F111"),
        (in_2008(entry("<term>quay</term><descrip>untyped</descrip>")), "F108"),
        (in_2008(entry("<term>quay</term><termNote type='Part of Speech'>noun</termNote>")), "F113"),
        (in_2008(entry('<term lang="x">quay</term>')), "F110"),
    ],
)
def test_each_deviation_is_told_and_the_term_is_read(text: str, code: str) -> None:
    glossary, codes = read(text)

    assert code in codes
    assert first(glossary).text == "quay"


def test_text_before_the_header_is_read_and_told() -> None:
    text = in_2019(entry_2019("<term>quay</term>"))
    start, end = text.index("<tbxHeader"), text.index("<text")
    turned = text[:start] + text[end:].replace("</tbx>", "\n" + text[start:end] + "</tbx>")

    glossary, codes = read(turned)

    assert (first(glossary).text, codes) == ("quay", ["F102"])


def test_a_type_that_is_only_spelt_otherwise_is_the_standard_one() -> None:
    glossary, codes = read(
        in_2008(
            '<termEntry id="c1"><descrip type="Subject Field">sea</descrip>' + entry("<term>a</term>")[18:]
        )
    )

    assert (concept(glossary).subject_field, codes) == ("sea", ["F113"])


def test_a_definition_at_a_term_of_2019_is_that_of_the_language_section() -> None:
    group = '<descripGrp><descrip type="definition">A wall.</descrip><descrip type="context">On it.</descrip></descripGrp>'

    glossary, codes = read(in_2019(entry_2019(f"<term>quay</term>{group}")))

    section = concept(glossary).languages[0]
    assert codes == ["F114", "F112"]
    assert section.definition == Description("A wall.")
    assert "On it." in tbx.serialize(glossary).decode()


def test_a_definition_at_a_term_of_2008_stays_there_as_that_edition_allows() -> None:
    glossary, codes = read(in_2008(entry('<term>quay</term><descrip type="definition">A wall.</descrip>')))

    assert codes == []
    assert [c.text for c in first(glossary).extra] == ["A wall."]


def test_attributes_that_nobody_knows_come_out_in_notes() -> None:
    text = in_2008(
        entry('<term>quay</term><note from="translator">so they say</note>').replace(
            'id="c1"', 'id="c1" weblate-flags="forbidden"'
        )
    )

    written = tbx.serialize(read(text)[0]).decode()

    assert "<note>weblate-flags: forbidden</note>" in written
    assert "<note>so they say</note>" in written
    assert "<note>from: translator</note>" in written


def test_the_id_of_a_term_may_stand_at_its_word() -> None:
    assert first(read(in_2008(entry('<term id="t7">quay</term>')))[0]).id == "t7"


@pytest.mark.parametrize(
    ("root", "word"), [("mtf", "MultiTerm"), ("tmx", "memory"), ("TAGTABLE", "OpenTM2"), ("note", "<note>")]
)
def test_a_file_that_is_no_termbase_is_told_by_what_it_is(root: str, word: str) -> None:
    (finding,) = tbx.parse(f"<{root}><conceptGrp/></{root}>".encode(), "g.tbx").findings

    assert finding.code == "F100"
    assert word in finding.message


# -- encodings ------------------------------------------------------------------------------------------------

RUSSIAN = in_2008(
    "".join(entry(f"<term>{word}</term>", language="ru") for word in ("причал", "шлюз", "плавучий кран"))
)


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16", ""),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", ""),
        ("cp1251", "windows-1251"),
    ],
)
def test_an_encoding_is_read_as_it_is_declared_or_marked(encoding: str, declared: str) -> None:
    start = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""

    glossary, codes = read((start + RUSSIAN).encode(encoding))

    assert [c.languages[0].terms[0].text for c in glossary.concepts] == ["причал", "шлюз", "плавучий кран"]
    assert "F003" not in codes


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("utf-8", "windows-1251"), ("cp1251", "UTF-8"), ("utf-8", "UTF-16"), ("koi8-r", "")],
)
def test_a_wrong_declaration_is_seen_through(encoding: str, declared: str) -> None:
    start = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""

    glossary, _ = read((start + RUSSIAN).encode(encoding))

    assert [c.languages[0].terms[0].text for c in glossary.concepts] == ["причал", "шлюз", "плавучий кран"]


def test_a_wrong_declaration_is_told() -> None:
    assert "F003" in read(('<?xml version="1.0" encoding="UTF-8"?>' + RUSSIAN).encode("cp1251"))[1]


# -- statuses -------------------------------------------------------------------------------------------------

SPELLINGS = {
    "administrativeStatus": {
        Status.PREFERRED: "preferredTerm-admn-sts preferredTermAdmnSts preferredTerm preferred standardizedTerm-admn-sts",
        Status.ADMITTED: "admittedTerm-admn-sts admittedTermAdmnSts admitted legalTerm-admn-sts regulatedTerm-admn-sts",
        Status.DEPRECATED: "deprecatedTerm-admn-sts deprecatedtermadmnsts deprecatedterm-admn-sts deprecated",
        Status.SUPERSEDED: "supersededTerm-admn-sts superseded obsolete",
        Status.FORBIDDEN: "forbidden",
    },
    "usageStatus": {
        Status.PREFERRED: "preferred",
        Status.ADMITTED: "admitted",
        Status.DEPRECATED: "deprecated",
    },
    "normativeAuthorization": {
        Status.PREFERRED: "preferredTerm standardizedTerm",
        Status.ADMITTED: "admittedTerm legalTerm regulatedTerm",
        Status.DEPRECATED: "deprecatedTerm",
        Status.SUPERSEDED: "supersededTerm",
    },
    "across_ISO_picklist_Usage": {Status.FORBIDDEN: "do_not_use"},
    "across_ISO_picklist_Verwendung": {Status.FORBIDDEN: "Unwort"},
    "across_userdef_picklist_Verwendung": {Status.FORBIDDEN: "Unwort"},
    "across_userdef_picklist_Verwendung_/_Usage": {Status.FORBIDDEN: "Verboten_/_Forbidden"},
    "Status": {
        Status.PREFERRED: "Preferred",
        Status.DEPRECATED: "Not_recommended",
        Status.FORBIDDEN: "Запрещено",
    },
}


@pytest.mark.parametrize(
    ("category", "status", "word"),
    [
        (category, status, word.replace("_", " "))
        for category, statuses in SPELLINGS.items()
        for status, words in statuses.items()
        for word in words.split()
    ],
)
def test_each_spelling_of_a_status_means_one_and_comes_out_as_it_was(
    category: str, status: Status, word: str
) -> None:
    text = in_2008(entry(f'<term>quay</term><termNote type="{category}">{word}</termNote>'))

    glossary, _ = read(text)

    assert first(glossary).status is status
    same = Dialect.BASIC_V4 if category == "usageStatus" else Dialect.DEFAULT_2008
    assert f">{word}</termNote>" in tbx.serialize(glossary, same).decode()


@pytest.mark.parametrize(
    ("category", "word"),
    [("processStatus", "preferred"), ("administrativeStatus", "to be checked"), ("Usage", "in the north")],
)
def test_what_is_no_status_is_none(category: str, word: str) -> None:
    text = in_2008(entry(f'<term>quay</term><termNote type="{category}">{word}</termNote>'))

    assert first(read(text)[0]).status is None


# -- every sample ---------------------------------------------------------------------------------------------

SAMPLES = [p for p in sorted(SHARED.rglob("*")) if p.suffix.lower() == ".tbx"] if SHARED.is_dir() else []


def well_formed(data: bytes) -> etree._Element | None:
    try:
        return etree.fromstring(
            data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        )
    except etree.XMLSyntaxError:
        return None


def counted(root: etree._Element) -> tuple[int, int, int]:
    """Concepts, language sections and terms by the names of elements alone."""
    names = [etree.QName(element).localname for element in root.iter("*")]
    return (
        sum(name in CONTAINERS for name in names),
        sum(name in SECTIONS for name in names),
        sum(name in TERMS for name in names),
    )


@needs_shared
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_sample_gives_as_many_concepts_languages_and_terms_as_it_holds(path: Path) -> None:
    data = path.read_bytes()
    root = well_formed(data)
    reading = tbx.parse(data, path.name)
    concepts = reading.value.concepts

    if root is None:
        assert "F001" in [finding.code for finding in reading.findings]
    else:
        sections = [section for one in concepts for section in one.languages]
        assert (len(concepts), len(sections), sum(len(s.terms) for s in sections)) == counted(root)
        texts = {" ".join("".join(one.itertext()).split()) for one in root.iter("{*}term")}
        assert {term.text for section in sections for term in section.terms} <= {*texts, ""}
        written = etree.fromstring(tbx.serialize(reading.value, Dialect.DEFAULT_2008))
        said = "\n".join(" ".join("".join(one.itertext()).split()) for one in written.iter("term", "note"))
        assert [text for text in sorted(texts) if text not in said] == []
