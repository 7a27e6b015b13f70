"""A termbase file is changed in as few bytes as the change needs, whatever its edition, encoding and layout."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, Verbosity, given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.formats.oracles import SHARED, needs_shared
from tests.formats.strategies import GLOSSARIES

from termaccord.formats import tbx
from termaccord.formats.markup.source import PIECE
from termaccord.formats.tbx import Dialect
from termaccord.model import (
    Concept,
    DataCategory,
    Description,
    Glossary,
    LanguageSection,
    Status,
    Term,
)

# A failure shows what differs; to draw the whole example takes minutes.
QUICK = settings(
    max_examples=10,
    verbosity=Verbosity.quiet,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
TRANSACTION = DataCategory(
    "transacGrp",
    children=(
        DataCategory("transac", "transactionType", "modification"),
        DataCategory("transacNote", "responsibility", "N. Ferryman"),
        DataCategory("date", "", "2025-05-12"),
    ),
)
ORIGIN = (DataCategory("transac", "transactionType", "origination"), *TRANSACTION.children[1:])
WORDS = st.sampled_from(["lock", "шлюз", "R&D <yard>", "“gate”", "Ёлкино"])


# -- changes of the model -----------------------------------------------------------------------------------------


def of_term(concept: Concept, change: dict[str, object], s: int = 0, t: int = 0) -> Concept:
    section = concept.languages[s]
    terms = (*section.terms[:t], replace(section.terms[t], **change), *section.terms[t + 1 :])
    return of_section(concept, {"terms": terms}, s)


def of_section(concept: Concept, change: dict[str, object], s: int = 0) -> Concept:
    sections = concept.languages
    return replace(concept, languages=(*sections[:s], replace(sections[s], **change), *sections[s + 1 :]))


@st.composite
def changed(draw: st.DrawFn, concept: Concept) -> Concept:
    s = draw(st.integers(0, len(concept.languages) - 1))
    section = concept.languages[s]
    t = draw(st.integers(0, len(section.terms) - 1))
    term = section.terms[t]
    word = draw(WORDS)
    note = DataCategory("note", "", f"see {word}")
    match draw(st.integers(0, 11)):
        case 0:
            return of_term(concept, {"status": draw(st.sampled_from(Status)), "status_as_written": ""}, s, t)
        case 1:
            return of_term(concept, {"extra": (*term.extra, note, TRANSACTION)}, s, t)
        case 2:
            return of_term(concept, {"text": word, "marked": ()}, s, t)
        case 3:
            new = Term(word, Status.ADMITTED, "noun", extra=(TRANSACTION,))
            return of_section(concept, {"terms": (*section.terms, new)}, s)
        case 4 if len(section.terms) > 1:
            return of_section(concept, {"terms": (*section.terms[:t], *section.terms[t + 1 :])}, s)
        case 5:
            new_section = LanguageSection("mn", (Term(word, Status.PREFERRED),))
            return replace(concept, languages=(*concept.languages, new_section))
        case 6:
            return replace(concept, definition=Description(f"A {word}."))
        case 7:
            return of_section(concept, {"definition": Description(f"{word}, kurz", "a book")}, s)
        case 8:
            return replace(concept, extra=(*concept.extra, note, TRANSACTION))
        case 9:
            return replace(concept, subject_field=f"about {word}")
        case 10 if len(concept.languages) > 1:
            return replace(concept, languages=concept.languages[:s] + concept.languages[s + 1 :])
        case 11 if term.extra:
            return of_term(concept, {"extra": term.extra[1:]}, s, t)
    return of_term(concept, {"part_of_speech": "noun", "term_type": "variant"}, s, t)


@st.composite
def edits(draw: st.DrawFn) -> tuple[Glossary, Glossary]:
    """A glossary, and the same with a few changes."""
    old = draw(GLOSSARIES.filter(lambda g: g.concepts))
    concepts = list(old.concepts)
    index = draw(st.integers(0, len(concepts) - 1))
    concepts[index] = draw(changed(concepts[index]))
    match draw(st.integers(0, 3)):
        case 0:
            fresh = Concept(
                "c-new-one", (LanguageSection("en", (Term("weir", Status.PREFERRED),)),), "rivers"
            )
            concepts.insert(draw(st.integers(0, len(concepts))), fresh)
        case 1 if len(concepts) > 1:
            del concepts[draw(st.integers(0, len(concepts) - 1))]
    return old, replace(old, concepts=tuple(concepts))


# -- our own files ------------------------------------------------------------------------------------------------


@QUICK
@given(edits())
@pytest.mark.parametrize("dialect", list(Dialect))
def test_a_canonical_file_is_changed_into_the_canonical_file_of_the_change(
    dialect: Dialect, pair: tuple[Glossary, Glossary]
) -> None:
    old, new = (tbx.parse(tbx.serialize(one, dialect), "g.tbx").value for one in pair)

    revised = tbx.revise(tbx.serialize(old, dialect), "g.tbx", new)

    assert revised.findings == ()
    assert revised.value == tbx.serialize(new, dialect)


# -- files of others ----------------------------------------------------------------------------------------------


def with_carriage_returns(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


def with_comments(text: str) -> bytes:
    return (
        text.replace("<tig>", "<!-- seen --><tig>").replace("</termEntry>", "<?here?></termEntry>").encode()
    )


def with_tabs(text: str) -> bytes:
    return re.sub(r"^( +)", lambda found: "\t" * len(found[1]), text, flags=re.MULTILINE).encode()


def without_line_breaks(text: str) -> bytes:
    return re.sub(r">\n *<", "><", text).encode()


def in_utf_16(text: str) -> bytes:
    return text.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")


def in_turkish(text: str) -> bytes:
    declared = text.replace('encoding="UTF-8"', "encoding='windows-1254'").replace("\n", "\r\n")
    return declared.encode("cp1254", "xmlcharrefreplace")


def in_groups(text: str) -> bytes:
    """With ntig, as the full edition has it."""
    grouped = re.sub(
        r"<tig(.*?)>\n( *)(<term>.*?</term>)((?:\n *<termNote .*?</termNote>)*)",
        r"<ntig\1>\n\2<termGrp>\3\4</termGrp>",
        text,
    )
    return grouped.replace("</tig>", "</ntig>").encode()


LAYOUTS = [
    with_carriage_returns,
    with_comments,
    with_tabs,
    without_line_breaks,
    in_utf_16,
    in_turkish,
    in_groups,
]


@QUICK
@given(edits())
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda f: f.__name__)
def test_a_file_of_another_layout_says_what_was_wanted(
    layout: object, pair: tuple[Glossary, Glossary]
) -> None:
    assert callable(layout)
    old, new = pair
    data = layout(tbx.serialize(old).decode())
    wanted = tbx.parse(layout(tbx.serialize(new).decode()), "g.tbx").value

    revised = tbx.revise(data, "g.tbx", wanted)

    assert revised.findings == ()
    assert tbx.parse(revised.value, "g.tbx").value == wanted


FILE = """<?xml version='1.0'?>
<!-- Kept by hand -->
<martif type='TBX' xml:lang='en'>\t
<martifHeader><fileDesc><sourceDesc><p>us</p></sourceDesc></fileDesc></martifHeader>
<text><body>
   <!-- about water -->
   <termEntry   id = "weir" >
      <odd:thing xmlns:odd="urn:odd" who='&lt;x&gt;'>kept</odd:thing>
      <langSet xml:lang="en"><!-- first -->
         <tig>
            <term>weir &amp; dam</term>   <!-- sic -->
            <termNote type="administrativeStatus" >preferred</termNote>
         </tig>
         <tig><term><![CDATA[R&D]]></term></tig>
      </langSet>
      <langSet lang="ru"><ntig><termGrp><term>плотина</term></termGrp></ntig></langSet>
   </termEntry>
   <termEntry id="bare"><langSet xml:lang="en"><tig><term>x</term></tig></langSet></termEntry>
</body></text></martif>
"""


def revised(change: object, text: str = FILE) -> str:
    assert callable(change)
    data = text.encode()
    old = tbx.parse(data, "g.tbx").value
    reading = tbx.revise(data, "g.tbx", change(old))
    assert [f.message for f in reading.findings] == []
    return reading.value.decode()


def first(change: object) -> object:
    assert callable(change)
    return lambda g: replace(g, concepts=(change(g.concepts[0]), *g.concepts[1:]))


def test_a_status_is_changed_in_its_element_alone() -> None:
    new = revised(first(lambda c: of_term(c, {"status": Status.DEPRECATED, "status_as_written": ""})))

    assert new == FILE.replace(">preferred<", ">deprecatedTerm-admn-sts<")


def test_a_status_that_was_not_said_comes_right_behind_the_term() -> None:
    new = revised(first(lambda c: of_term(c, {"status": Status.ADMITTED}, 0, 1)))

    added = '<termNote type="administrativeStatus">admittedTerm-admn-sts</termNote>'
    assert new == FILE.replace("R&D]]></term>", f"R&D]]></term>{added}")


def test_a_note_comes_last_and_is_indented_as_its_neighbours() -> None:
    note = DataCategory("note", "", "of wood")

    new = revised(first(lambda c: of_term(c, {"extra": (note,)})))

    assert new == FILE.replace(
        ">preferred</termNote>\n", ">preferred</termNote>\n            <note>of wood</note>\n"
    )


def test_a_term_of_a_section_with_groups_comes_in_a_group() -> None:
    new = revised(
        first(lambda c: of_section(c, {"terms": (*c.languages[1].terms, Term("дамба", Status.ADMITTED))}, 1))
    )

    assert "<ntig><termGrp><term>дамба</term><termNote" in new
    assert tbx.parse(new.encode(), "g.tbx").value.concepts[0].languages[1].terms[1].text == "дамба"


def test_a_text_is_changed_without_its_comment() -> None:
    new = revised(first(lambda c: of_term(c, {"text": "lock < gate"})))

    assert new == FILE.replace("weir &amp; dam", "lock &lt; gate")


def test_a_concept_goes_with_its_line() -> None:
    new = revised(lambda g: replace(g, concepts=g.concepts[:1]))

    assert new == "\n".join(line for line in FILE.split("\n") if 'id="bare"' not in line)


def test_a_file_without_concepts_takes_one() -> None:
    text = re.sub(r"<body>.*</body>", "<body/>", FILE, flags=re.DOTALL)
    fresh = Concept("c1", (LanguageSection("en", (Term("sluice"),)),))

    new = revised(lambda g: replace(g, concepts=(fresh,)), text)

    assert '<body><termEntry id="c1"><langSet xml:lang="en"><tig><term>sluice</term></tig></langSet>' in new


def test_nothing_wanted_is_nothing_changed() -> None:
    assert revised(lambda g: g) == FILE


TAGGED = """<?xml version="1.0" encoding="utf-8"?>
<tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:b="http://www.tbxinfo.net/ns/basic">
 <tbxHeader><fileDesc><sourceDesc><p>us</p></sourceDesc></fileDesc></tbxHeader>
 <text><body>
  <conceptEntry id="c1">
   <langSec xml:lang="en">
    <termSec>
     <term>quay</term>
    </termSec>
   </langSec>
  </conceptEntry>
 </body></text>
</tbx>
"""


def test_prefixes_are_those_of_the_file_and_declared_where_it_has_none() -> None:
    new = revised(
        first(lambda c: replace(of_term(c, {"status": Status.PREFERRED}), definition=Description("A wall."))),
        TAGGED,
    )

    assert '\n     <min:administrativeStatus xmlns:min="http://www.tbxinfo.net/ns/min">preferredTerm-' in new
    assert "\n   <b:definition>A wall.</b:definition>\n   <langSec" in new


def test_a_term_of_the_2019_edition_is_a_term_section() -> None:
    new = revised(first(lambda c: of_section(c, {"terms": (*c.languages[0].terms, Term("pier"))})), TAGGED)

    assert "</termSec>\n    <termSec>\n     <term>pier</term>\n    </termSec>\n   </langSec>" in new


def test_where_a_file_is_read_in_pieces_makes_no_difference() -> None:
    text = FILE.replace("<term>x</term>", "<term>x</term><note>of\n\t\tstone</note>")
    place = text.encode().index(b"\t\tstone") + 1
    padded = text.replace("<!-- about water -->", f"<!-- about {'w' * (PIECE - place + 5)} -->")

    assert padded.encode()[PIECE - 1 : PIECE + 1] == b"\t\t"
    assert tbx.parse(padded.encode(), "g.tbx").value == tbx.parse(text.encode(), "g.tbx").value


VERSION_4 = """<?xml version="1.0" encoding="utf-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
\t<tbxHeader><fileDesc><sourceDesc><p>us</p></sourceDesc></fileDesc></tbxHeader>
\t<text><body>
\t\t<conceptEntry id="c1">
\t\t\t<langSec xml:lang="en">
\t\t\t\t<termSec>
\t\t\t\t\t<term>quay</term>
\t\t\t\t\t<termNote type="partOfSpeech">noun</termNote>
\t\t\t\t\t<termNote type="usageStatus">admitted</termNote>
\t\t\t\t</termSec>
\t\t\t</langSec>
\t\t</conceptEntry>
\t</body></text>
</tbx>
"""


def test_a_file_of_version_4_stays_one() -> None:
    new = revised(first(lambda c: of_term(c, {"status": Status.PREFERRED})), VERSION_4)

    assert new == VERSION_4.replace(">admitted<", ">preferred<")


def test_a_new_term_in_a_file_of_version_4_says_its_part_of_speech_and_its_origin_as_that_does() -> None:
    pier = Term("pier", Status.PREFERRED, "noun", extra=(replace(TRANSACTION, children=ORIGIN),))

    new = revised(first(lambda c: of_section(c, {"terms": (*c.languages[0].terms, pier)})), VERSION_4)

    assert '<termNote type="usageStatus">preferred</termNote>' in new
    assert '<transac type="transactionType">creation</transac>' in new


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("TBX-Min", '<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>'),
        ("TBX-Core", "<note>administrativeStatus: preferred</note>"),
    ],
)
def test_a_smaller_dialect_says_a_status_in_its_own_way(kind: str, said: str) -> None:
    text = re.sub(r"\n\t*<termNote.*", "", VERSION_4).replace("TBX-Basic", kind)

    new = revised(first(lambda c: of_term(c, {"status": Status.PREFERRED})), text)

    assert new == text.replace("</term>", f"</term>\n\t\t\t\t\t{said}")


# -- what is refused ----------------------------------------------------------------------------------------------


def test_a_broken_file_is_left_alone() -> None:
    data = FILE.encode()[:-40]

    reading = tbx.revise(data, "g.tbx", Glossary(()))

    assert reading.value == data
    assert [f.code for f in reading.findings] == ["F165"]


def test_bytes_that_are_no_text_are_left_alone() -> None:
    data = FILE.encode().replace("плотина".encode(), b"\xff\xfe\xfd")
    wanted = replace(tbx.parse(data, "g.tbx").value, concepts=())

    reading = tbx.revise(data, "g.tbx", wanted)

    assert reading.value == data
    assert [f.code for f in reading.findings] == ["F165"]


def test_another_order_of_terms_is_no_small_change() -> None:
    data = FILE.encode()
    old = tbx.parse(data, "g.tbx").value
    turned = of_section(old.concepts[0], {"terms": old.concepts[0].languages[0].terms[::-1]})

    reading = tbx.revise(data, "g.tbx", replace(old, concepts=(turned, *old.concepts[1:])))

    assert reading.value == data
    assert [f.code for f in reading.findings] == ["F165"]


def test_tbx_min_of_2013_is_left_alone_and_says_what_to_do() -> None:
    entry = "<termEntry id='c1'><langSet xml:lang='en'><tig><term>quay</term></tig></langSet></termEntry>"
    data = f"<TBX dialect='TBX-Min'><header><id>x</id></header><body>{entry}</body></TBX>".encode()
    old = tbx.parse(data, "g.tbx").value

    reading = tbx.revise(data, "g.tbx", first(lambda c: of_term(c, {"text": "pier"}))(old))

    assert reading.value == data
    assert [f.code for f in reading.findings] == ["F165"]
    assert "convert it" in reading.findings[0].message


# -- files of the field -------------------------------------------------------------------------------------------


def well_formed(data: bytes) -> bool:
    try:
        etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return False
    return True


@needs_shared
@pytest.mark.parametrize(
    "path",
    [path for path in sorted(SHARED.rglob("*.tbx")) if path.stat().st_size <= 500_000]
    if SHARED.is_dir()
    else [],
    ids=lambda p: p.name,
)
def test_a_file_of_the_field_takes_a_status_and_a_note_and_keeps_its_other_lines(path: Path) -> None:
    data = path.read_bytes()
    old = tbx.parse(data, "g.tbx").value
    wanted = old
    if old.concepts:
        note = DataCategory("note", "", "seen")
        concept = of_term(old.concepts[0], {"status": Status.ADMITTED, "status_as_written": ""})
        wanted = replace(old, concepts=(replace(concept, extra=(*concept.extra, note)), *old.concepts[1:]))

    revised = tbx.revise(data, "g.tbx", wanted)

    if not old.concepts or not well_formed(data):
        assert revised.value == data
    else:
        assert not revised.findings
        before, after = data.splitlines(), set(revised.value.splitlines())
        assert len([line for line in before if line not in after]) <= 2
