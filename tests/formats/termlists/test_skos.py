"""SKOS in Turtle: what we write, and what others do."""

import pytest
from tests.formats.termlists.harbour import HARBOUR

from termaccord.formats.termlists import skos
from termaccord.formats.termlists.turtle.reading import RDF, Literal, TurtleError, triples
from termaccord.model import Status, Subject

WRITTEN = """\
@prefix dct: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

<urn:termaccord:glossary> a skos:ConceptScheme ;
    dct:title "Harbour words" .

<urn:termaccord:concept:c-board> a skos:Concept ;
    skos:inScheme <urn:termaccord:glossary> ;
    dct:subject "ports" ;
    skos:definition "A body that runs a harbour." ;
    skos:note "Founded late." ;
    skos:prefLabel "Harbour Board"@en ;
    skos:altLabel "HB"@en ;
    skos:hiddenLabel "Port Panel"@en ;
    skos:example "The Harbour Board met."@en ;
    skos:prefLabel "Портовый совет"@ru ;
    skos:note "On signs since spring."@ru .
"""
FOREIGN = """
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
@base <http://example.org/rivers/> .
# a thesaurus
<weir> a skos:Concept ; skos:prefLabel "weir"@en , 'плотина'@ru ; skos:notation "W1" ;
  skos:broader <dam> ; skos:scopeNote [ <http://www.w3.org/1999/02/22-rdf-syntax-ns#value> \"\"\"Not
a dam.\"\"\"@en ] ; skos:related <http://elsewhere.example/gate> .
<dam> a skos:Concept; skos:prefLabel "dam"@en;.
"""


def test_a_glossary_is_written_statement_by_statement() -> None:
    made = skos.written(HARBOUR)

    assert made.data.decode().startswith(WRITTEN)
    assert Subject.PART_OF_SPEECH in {loss.subject for loss in made.losses}


def test_labels_come_back_as_terms_with_their_rank() -> None:
    board = skos.parse(WRITTEN.encode(), "harbour.ttl").clean().concepts[0]

    assert board.id == "c-board"
    assert [(term.text, term.status) for term in board.languages[0].terms] == [
        ("Harbour Board", Status.PREFERRED),
        ("HB", Status.ADMITTED),
        ("Port Panel", Status.DEPRECATED),
    ]


def test_a_thesaurus_of_others_is_read_with_all_that_it_says() -> None:
    weir, dam = skos.parse(FOREIGN.encode(), "rivers.ttl").clean().concepts

    assert weir.id == "http://example.org/rivers/weir"
    assert [s.language for s in weir.languages] == ["en", "ru"]
    assert {(c.kind, c.type, c.text) for c in weir.extra} == {
        ("descrip", "notation", "W1"),
        ("ref", "broader", "http://example.org/rivers/dam"),
        ("descrip", "scopeNote", "Not\na dam."),
        ("xref", "related", "http://elsewhere.example/gate"),
    }
    assert dam.languages[0].terms[0].text == "dam"


def test_a_break_is_told_with_its_line_and_what_stands_before_it_is_read() -> None:
    reading = skos.parse((WRITTEN + "\n<broken\n").encode(), "harbour.ttl")

    assert [concept.id for concept in reading.value.concepts] == ["c-board"]
    assert reading.findings[0].place.line == WRITTEN.count("\n") + 2


def test_turtle_is_read_in_all_its_forms() -> None:
    text = r"""
    @prefix : <http://x/> . @prefix p.q: <http://y#> .
    :a :b "\u0416\t", 'it"s', 1, 2.5, -1e3, true ; p.q:c ( :d "e"^^p.q:t ) .
    _:n a [ :inner [] ] . [ :only 1 ] .
    """

    found = list(triples(text))

    assert [o for s, _p, o, _line in found if s == "http://x/a"][:3] == [
        Literal("Ж\t"),
        Literal('it"s'),
        Literal("1", "", "http://www.w3.org/2001/XMLSchema#decimal"),
    ]
    assert (f"{RDF}nil") in [o for _s, p, o, _line in found if p == f"{RDF}rest"]
    assert ("_:n", f"{RDF}type") in [(s, p) for s, p, _o, _line in found]


@pytest.mark.parametrize(
    "text", ["a b c .", "<a> <b> .", "<a> <b> 'open", "<a> <b> ( 1", "@prefix x <y> .", "[" * 99]
)
def test_what_is_no_turtle_is_refused_with_a_line(text: str) -> None:
    with pytest.raises(TurtleError) as refusal:
        list(triples(text))

    assert refusal.value.line == 1
