"""MultiTerm XML: as MultiTerm exports it, and as it wants it."""

import pytest
from lxml import etree
from tests.formats.termlists.harbour import HARBOUR

from termaccord.formats.termlists import multiterm
from termaccord.model import Status, Subject

EXPORT = """<?xml version="1.0" encoding="{coding}"?>
<mtf><conceptGrp><concept>17</concept><system type="entryClass">1</system>
<transacGrp><transac type="origination">super</transac><date>2011-04-05T12:30:00</date></transacGrp>
<descripGrp><descrip type="Subject">Rivers</descrip></descripGrp>
<descripGrp><descrip type="Определение">Стенка поперёк реки.</descrip>
<descripGrp><descrip type="Source">Field book</descrip></descripGrp></descripGrp>
<descripGrp><descrip type="Warehouse">7</descrip></descripGrp>
<languageGrp><language type="English" lang="EN-GB"/><termGrp><term>weir</term>
<descripGrp><descrip type="Status">Not recommended</descrip></descripGrp>
<descripGrp><descrip type="Example">The weir <xref Tlink="English:gate">gate</xref> holds.</descrip></descripGrp>
</termGrp></languageGrp>
<languageGrp><language type="Russian" lang="RU"/><termGrp><term>плотина</term></termGrp></languageGrp>
</conceptGrp></mtf>"""


@pytest.mark.parametrize("coding", ["utf-8", "utf-16"])
def test_an_export_is_read_by_the_names_of_its_fields(coding: str) -> None:
    glossary = multiterm.parse(EXPORT.format(coding=coding).encode(coding), "export.xml").clean()

    (concept,) = glossary.concepts
    english, russian = concept.languages
    assert (concept.id, concept.subject_field) == ("17", "Rivers")
    assert concept.definition is not None
    assert (concept.definition.text, concept.definition.source) == ("Стенка поперёк реки.", "Field book")
    assert [category.type or category.kind for category in concept.extra] == [
        "system entryClass",
        "transacGrp",
        "Warehouse",
    ]
    assert (english.language, russian.language) == ("en-GB", "ru")
    assert english.terms[0].status is Status.DEPRECATED
    assert english.terms[0].status_as_written == "Not recommended"
    assert english.terms[0].contexts[0].text == "The weir gate holds."


def test_what_is_written_follows_the_order_of_the_schema() -> None:
    root = etree.fromstring(multiterm.written(HARBOUR).data)

    board = root.find("conceptGrp")
    assert board is not None
    assert [child.tag for child in board] == [
        "concept",
        "descripGrp",
        "descripGrp",
        "descripGrp",
        "descripGrp",
        "transacGrp",
        "languageGrp",
        "languageGrp",
    ]
    assert [e.attrib for e in root.iterfind(".//language")][:2] == [
        {"type": "English", "lang": "EN"},
        {"type": "Russian", "lang": "RU"},
    ]
    assert root.findtext(".//date") == "2024-03-01T00:00:00"


def test_only_the_title_is_lost_of_a_glossary() -> None:
    assert [loss.subject for loss in multiterm.written(HARBOUR).losses] == [Subject.HEADER]


def test_a_file_without_entries_is_told() -> None:
    assert multiterm.parse(b"<mtf/>", "empty.xml").findings[0].code == "F310"
