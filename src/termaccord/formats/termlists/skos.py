"""
SKOS in Turtle: concepts with labels, for thesauri, libraries and the semantic web (W3C, SKOS Reference, 2009).

Written and read without a library: what we write is a dozen kinds of statements in one order, so that the same
glossary gives the same bytes, and an RDF library is larger than all of this program.
"""

from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import quote, unquote

from termaccord.formats.reading import Reading
from termaccord.formats.termlists.compare import losses
from termaccord.formats.termlists.sides import REJECTED
from termaccord.formats.termlists.turtle.reading import RDF, Literal, Subject, TurtleError, triples
from termaccord.formats.termlists.written import Written
from termaccord.formats.visible.decoding import decode
from termaccord.model import (
    Concept,
    DataCategory,
    Description,
    Finding,
    Glossary,
    LanguageSection,
    Place,
    Severity,
    Status,
    Term,
    say,
)
from termaccord.model import Subject as Lost

NAME = "SKOS"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCT = "http://purl.org/dc/terms/"
OWN = "urn:termaccord:concept:"
SCHEME = "urn:termaccord:glossary"
LABELS = (("prefLabel", Status.PREFERRED), ("altLabel", Status.ADMITTED), ("hiddenLabel", Status.DEPRECATED))
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
About = dict[str, list[Subject | Literal]]


def written(glossary: Glossary) -> Written:
    """
    Write a glossary as a SKOS concept scheme and tell what is lost.

    The first usable term of a language is its preferred label, the others are alternative ones;
    a rejected term is a hidden label, found by searches and shown to nobody.
    """
    scheme = [f"<{SCHEME}> a skos:ConceptScheme"]
    if glossary.title:
        scheme.append(f"dct:title {_literal(glossary.title)}")
    blocks = [
        f"@prefix dct: <{DCT}> .\n@prefix skos: <{SKOS}> .",
        _block(scheme),
        *(_block([*_statements(concept)]) for concept in glossary.concepts),
    ]
    data = ("\n\n".join(blocks) + "\n").encode("utf-8", "replace")
    reasons = {
        Lost.STATUS: say("SKOS tells one preferred label of a language from alternative and hidden ones"),
        Lost.CONTEXT: say("examples in SKOS belong to a concept, not to a term, and have no source"),
    }
    return Written(data, losses(glossary, parse(data, "").value, NAME, reasons=reasons))


def _block(statements: list[str]) -> str:
    return " ;\n    ".join(statements) + " ."


def _statements(concept: Concept) -> Iterator[str]:
    yield f"<{OWN}{quote(concept.id, safe='')}> a skos:Concept"
    yield f"skos:inScheme <{SCHEME}>"
    if concept.subject_field:
        yield f"dct:subject {_literal(concept.subject_field)}"
    if concept.definition:
        yield f"skos:definition {_literal(concept.definition.text)}"
    yield from (f"skos:note {_literal(one.text)}" for one in concept.extra if one.kind == "note")
    preferred: set[str] = set()
    for section in concept.languages:
        for term in section.terms:
            which = _label(term, section.language in preferred)
            if which == "prefLabel":
                preferred.add(section.language)
            yield f"skos:{which} {_literal(term.text, section.language)}"
        if section.definition:
            yield f"skos:definition {_literal(section.definition.text, section.language)}"
        for term in section.terms:
            yield from (f"skos:example {_literal(c.text, section.language)}" for c in term.contexts)
            yield from (
                f"skos:note {_literal(one.text, section.language)}"
                for one in term.extra
                if one.kind == "note"
            )


def _label(term: Term, taken: bool) -> str:
    if term.status in REJECTED:
        return "hiddenLabel"
    return "altLabel" if taken or term.status is Status.ADMITTED else "prefLabel"


def _literal(text: str, language: str = "") -> str:
    escaped = "".join(_ESCAPES.get(c, c) if c >= " " or c in _ESCAPES else f"\\u{ord(c):04X}" for c in text)
    return f'"{escaped}"@{language}' if language else f'"{escaped}"'


# -- in ---------------------------------------------------------------------------------------------------------


def parse(data: bytes, name: str) -> Reading[Glossary]:
    """Read the concepts of a Turtle document with their labels; what else it says of them becomes notes."""
    decoded = decode(data, name)
    findings = list(decoded.findings)
    about: dict[str, About] = defaultdict(lambda: defaultdict(list))
    try:
        for subject, predicate, said, _line in triples(decoded.value):
            about[subject][predicate].append(said)
    except TurtleError as error:
        message = say(
            "{file} is no Turtle from line {line} on, at “{text}”; what stands before it has been read",
            file=name,
            line=error.line,
            text=str(error),
        )
        findings.append(Finding("F312", message, Place(name, line=error.line), Severity.ERROR))
    concepts = tuple(_concept(iri, said, about) for iri, said in about.items() if _is_concept(said))
    if not concepts and not findings:
        message = say("{file} holds no skos:Concept", file=name)
        findings.append(Finding("F313", message, Place(name, line=1), Severity.ERROR))
    schemes = [said for said in about.values() if f"{SKOS}ConceptScheme" in said.get(f"{RDF}type", [])]
    titles = [one.text for said in schemes for one in said.get(f"{DCT}title", []) if isinstance(one, Literal)]
    return Reading(Glossary(concepts, titles[0] if titles else ""), tuple(findings))


def _is_concept(said: About) -> bool:
    return f"{SKOS}Concept" in said.get(f"{RDF}type", []) or f"{SKOS}prefLabel" in said


def _concept(iri: str, said: About, about: dict[str, About]) -> Concept:
    definitions = _texts(said, f"{SKOS}definition", about)
    terms: dict[str, list[Term]] = {}
    for predicate, found in said.items():
        for label, status in LABELS:
            if predicate == f"{SKOS}{label}":
                for one in found:
                    if isinstance(one, Literal):
                        terms.setdefault(one.language or "und", []).append(Term(one.text, status))
    own = {one.language: Description(one.text) for one in reversed(definitions)}
    sections = tuple(
        _section(language, found, own.get(language), said, about) for language, found in terms.items()
    )
    subjects = [one.text for one in _texts(said, f"{DCT}subject", about)]
    notes = [
        DataCategory("note", text=one.text) for one in _texts(said, f"{SKOS}note", about) if not one.language
    ]
    return Concept(
        unquote(iri.removeprefix(OWN)),
        sections,
        subjects[0] if subjects else "",
        own.get(""),
        (*notes, *_others(said, about, terms)),
    )


def _section(
    language: str, terms: list[Term], definition: Description | None, said: About, about: dict[str, About]
) -> LanguageSection:
    """The labels of a language; its examples and notes belong to all of them, and stand at the section."""
    terms = sorted(terms, key=lambda term: [status for _label, status in LABELS].index(term.status))  # type: ignore[arg-type]
    extra = [
        DataCategory(kind, type_, one.text)
        for predicate, kind, type_ in (("example", "descrip", "example"), ("note", "note", ""))
        for one in _texts(said, f"{SKOS}{predicate}", about)
        if one.language == language
    ]
    return LanguageSection(language, tuple(terms), definition, tuple(extra))


def _texts(said: About, predicate: str, about: dict[str, About]) -> list[Literal]:
    """The texts of a statement, those of a node that holds them as its value included."""
    found: list[Literal] = []
    for one in said.get(predicate, []):
        if isinstance(one, Literal):
            found.append(one)
        elif one in about:
            found += [value for value in about[one].get(f"{RDF}value", []) if isinstance(value, Literal)]
    return found


_KNOWN = frozenset(
    {f"{SKOS}{name}" for name in ("prefLabel", "altLabel", "hiddenLabel", "definition", "example", "note")}
    | {f"{SKOS}inScheme", f"{SKOS}topConceptOf", f"{RDF}type", f"{DCT}subject"}
)


def _others(said: About, about: dict[str, About], terms: dict[str, list[Term]]) -> Iterator[DataCategory]:
    """Everything else that is said of a concept, by the last part of the statement's name."""
    for predicate, found in said.items():
        if predicate in _KNOWN:
            continue
        name = predicate.rpartition("#")[2].rpartition("/")[2]
        for one in _texts(said, predicate, about):
            yield DataCategory("descrip", name, one.text)
        for iri in (one for one in found if isinstance(one, str)):
            if iri not in about:
                yield DataCategory("xref", name, iri)
            elif not iri.startswith("_:"):
                yield DataCategory("ref", name, unquote(iri.removeprefix(OWN)))
    for language in sorted(
        {t.language for p in ("example", "note") for t in _texts(said, f"{SKOS}{p}", about)}
    ):
        if language and language not in terms:
            yield from (
                DataCategory("note", text=one.text)
                for p in ("example", "note")
                for one in _texts(said, f"{SKOS}{p}", about)
                if one.language == language
            )
