"""A report on three short texts and a PO file, made by hand so that no rule is needed."""

import re

import pytest

from termaccord.interfaces.reports import evidence, plain, sarif
from termaccord.lint.engine import Bilingual
from termaccord.lint.rule import Mark, Rule, Scope
from termaccord.model import (
    Category,
    Concept,
    Document,
    Edit,
    Finding,
    Glossary,
    LanguageSection,
    Occurrence,
    Place,
    ProposedConcept,
    ProposedTerm,
    Rendering,
    Severity,
    Span,
    Status,
    Term,
    TranslationUnit,
    Variant,
    say,
)
from termaccord.project.lint import Report
from termaccord.text.analyse import segment

ORIGINAL = """Совет речных портов собрался в Озёрске. Девиз совета: «Общая вода».

Учения «Тихая вода-2025» начнутся 12 мая. Совет речных портов их откроет.
"""
GULL = """The Council of River Ports met in Ozyorsk. The council's motto is “Shared Water”.

The Quiet Water-2025 exercise begins on 12 May. The Council of River Ports will open it, as it has opened every exercise \
since the first one, whatever the weather, the season & the state of the locks.
"""
CROW = """The River Harbour Board met in Ozyorsk. The board's motto is “<b>Water</b> in Common”.

Quiet Water-2025 begins on 12 May. It is the Council of Ports that will open it.
"""
UNITS = (
    ("welcome", 4, "Девиз: «Общая вода».", "Motto: “Water for All”."),
    ("count", 8, "Приехали 12 экипажей.", "21 crews arrived."),
)


def document(path: str, language: str, text: str, outlet: str = "") -> Document:
    original = "ru/ports.txt" if outlet else ""
    return segment(Document(path, language, text, path=path, outlet=outlet, translation_of=original))


DOCUMENTS = {
    "ru/ports.txt": document("ru/ports.txt", "ru", ORIGINAL),
    "en-gull/ports.txt": document("en-gull/ports.txt", "en", GULL, "gull"),
    "en-crow/ports.txt": document("en-crow/ports.txt", "en", CROW, "crow"),
}


def places(path: str, words: str) -> tuple[Place, ...]:
    """Everywhere that the words stand in a document."""
    text = DOCUMENTS[path]
    spans = [Span(*m.span()) for m in re.finditer(re.escape(words), text.text)]
    return tuple(Place(path, "", s, *text.position(s.start)) for s in spans)


def in_unit(unit: str, words: str) -> Place:
    line, target = next((line, target) for name, line, _source, target in UNITS if name == unit)
    start = target.index(words)
    return Place("site.po", unit, Span(start, start + len(words)), line, None, "en")


def name_in_three_forms() -> Finding:
    gull, crow, short = (
        places("en-gull/ports.txt", "Council of River Ports"),
        places("en-crow/ports.txt", "River Harbour Board"),
        places("en-crow/ports.txt", "Council of Ports"),
    )
    preferred = "Council of River Ports"
    return Finding(
        "C10",
        say("“{name}” has {count} renderings", name="Совет речных портов", count=3),
        crow[0],
        Severity.ERROR,
        (),
        tuple(Edit(p, preferred) for p in (*crow, *short)),
        "inconsistent-rendering",
        "c-council",
        "River Harbour Board",
        preferred,
        (
            Rendering(preferred, gull, "preferred"),
            Rendering("River Harbour Board", crow),
            Rendering("Council of Ports", short, "", say("shortened")),
        ),
        say("All translate “{name}”; the first is most frequent.", name="Совет речных портов"),
    )


def motto_in_three_forms() -> Finding:
    gull = places("en-gull/ports.txt", "Shared Water")
    crow = places("en-crow/ports.txt", "<b>Water</b> in Common")
    board = in_unit("welcome", "Water for All")
    return Finding(
        "C12",
        say("the motto “{motto}” has {count} renderings", motto="Общая вода", count=3),
        crow[0],
        Severity.WARNING,
        rule="motto-rendering",
        concept="c-water",
        text="<b>Water</b> in Common",
        preferred="Shared Water",
        variants=(
            Rendering("Shared Water", gull, "preferred"),
            Rendering("<b>Water</b> in Common", crow, "deprecated"),
            Rendering("Water for All", (board,)),
        ),
        why=say("All stand where the motto is named."),
    )


def deprecated_term() -> Finding:
    place = places("en-gull/ports.txt", "locks")[0]
    message = say("“{used}” is deprecated; the preferred term is “{better}”", used="locks", better="sluices")
    edits = (Edit(place, "sluices", safe=True),)
    return Finding(
        "T01", message, place, Severity.ERROR, (), edits, "rejected-term", "c-lock", "locks", "sluices"
    )


def changed_number() -> Finding:
    place = in_unit("count", "21")
    source = Place("site.po", "count", Span(9, 11), 8, None, "ru")
    message = say("{number} of the source is missing here", number="12")
    return Finding("N01", message, place, Severity.INFO, (source,), (), "number-changed", "", "21", "12")


def concepts() -> tuple[ProposedConcept, ...]:
    def term(language: str, text: str, *paths: str) -> ProposedTerm:
        found = (Occurrence(path, p.span, text) for path in paths for p in places(path, text) if p.span)
        return ProposedTerm(language, text, occurrences=tuple(found))

    council = (
        term("ru", "Совет речных портов", "ru/ports.txt"),
        term("en", "Council of River Ports", "en-gull/ports.txt"),
        term("en", "River Harbour Board", "en-crow/ports.txt"),
        term("en", "Council of Ports", "en-crow/ports.txt"),
    )
    exercise = (
        term("ru", "Тихая вода-2025", "ru/ports.txt"),
        term("en", "Quiet Water-2025", "en-gull/ports.txt", "en-crow/ports.txt"),
    )
    return (
        ProposedConcept("c-council", Category.BODY, 0.9, council),
        ProposedConcept("c-quiet", Category.EXERCISE, 0.9, exercise),
    )


def bilingual() -> Bilingual:
    units = tuple(
        TranslationUnit(name, (Variant("ru", (source,)), Variant("en", (target,))))
        for name, _line, source, target in UNITS
    )
    return Bilingual("site.po", units, "ru", ("en",), tuple(line for _name, line, _source, _target in UNITS))


def glossary() -> Glossary:
    english = (Term("sluice", Status.PREFERRED), Term("lock", Status.DEPRECATED))
    sections = (LanguageSection("en", english), LanguageSection("ru", (Term("шлюз"),)))
    return Glossary((Concept("c-lock", sections),))


def never(_view: object) -> tuple[Mark, ...]:
    return ()


RULES = tuple(
    Rule(code, name, scope, severity, say(summary), say("Readers stumble."), "A style guide", never)
    for code, name, scope, severity, summary in (
        ("C10", "inconsistent-rendering", Scope.CORPUS, Severity.ERROR, "a name has several renderings"),
        ("T01", "rejected-term", Scope.PASSAGE, Severity.ERROR, "a rejected term is used"),
    )
)
"""Rules whose wording nobody changes; findings of other rules have no entry."""


@pytest.fixture(autouse=True)
def few_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence, "RULES", RULES)
    monkeypatch.setattr(plain, "RULES", RULES)
    monkeypatch.setattr(sarif, "RULES", RULES)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture
def report() -> Report:
    """Two conflicts, a rejected term, a changed number, and a file that could not be read."""
    return Report(
        findings=(name_in_three_forms(), deprecated_term(), motto_in_three_forms(), changed_number()),
        trouble=(Finding("F100", say("not a ZIP file"), Place("broken.docx"), Severity.ERROR),),
        documents=tuple(DOCUMENTS.values()),
        bilingual=("site.po",),
        units=(bilingual(),),
        concepts=concepts(),
        glossary=glossary(),
    )
