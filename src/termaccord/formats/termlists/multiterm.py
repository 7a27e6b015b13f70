"""
MultiTerm XML, the exchange format of Trados MultiTerm: concepts, languages, terms, and fields of any name.

After the schema MTF in the documentation of MultiTerm's programming interface.
"""

from collections.abc import Iterable, Iterator
from io import BytesIO

from babel import Locale, UnknownLocaleError

from termaccord.formats.localisation.languages import tag
from termaccord.formats.markup.layout import Element, lines
from termaccord.formats.markup.text import ILLEGAL, legal
from termaccord.formats.markup.tree import Node, TreeReader
from termaccord.formats.reading import Reading
from termaccord.formats.sheets.headers import Role, column
from termaccord.formats.termbase.statuses import status_of
from termaccord.formats.termlists.compare import losses
from termaccord.formats.termlists.written import Written
from termaccord.model import (
    Concept,
    DataCategory,
    Description,
    Finding,
    Glossary,
    LanguageSection,
    Place,
    Severity,
    Subject,
    Term,
    say,
)

NAME = "MultiTerm XML"
ID = "Concept ID"
DEFINITION, CONTEXT, NOTE, SOURCE = "Definition", "Context", "Note", "Source"
SUBJECT, STATUS, SPEECH, TYPE = "Subject field", "Status", "Part of speech", "Term type"
MIDNIGHT = "T00:00:00"


def written(glossary: Glossary) -> Written:
    """
    Write a glossary as MultiTerm XML and tell what is lost.

    Entries are numbered, as MultiTerm wants them; the concept's own id is a field of the entry.
    """
    concepts = tuple(_concept(concept, number) for number, concept in enumerate(glossary.concepts, 1))
    text = "\n".join(lines(Element("mtf", (), concepts)))
    if ILLEGAL.search(text):
        text = legal(text)
    data = f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()
    reasons = {Subject.MARKUP: say("MultiTerm XML holds plain texts")}
    return Written(data, losses(glossary, parse(data, "").value, NAME, reasons=reasons))


def _concept(concept: Concept, number: int) -> Element:
    fields = [_field(ID, concept.id)] if concept.id and concept.id != str(number) else []
    fields += [_field(SUBJECT, concept.subject_field)] if concept.subject_field else []
    fields += [*_described(DEFINITION, concept.definition)]
    children = (
        Element("concept", (), (), (str(number),)),
        *fields,
        *_categories(concept.extra),
        *(_section(section) for section in concept.languages if section.terms),
    )
    return Element("conceptGrp", (), children)


def _section(section: LanguageSection) -> Element:
    named = (("type", english_name(section.language)), ("lang", section.language.upper()))
    children = (
        Element("language", named),
        *_described(DEFINITION, section.definition),
        *_categories(section.extra),
        *(_term(term) for term in section.terms),
    )
    return Element("languageGrp", (), children)


def _term(term: Term) -> Element:
    status = term.status.value if term.status else term.status_as_written
    said = ((STATUS, status), (SPEECH, term.part_of_speech), (TYPE, term.term_type))
    children = (
        Element("term", (), (), (term.text,)),
        *(_field(name, text) for name, text in said if text),
        *(element for context in term.contexts for element in _described(CONTEXT, context)),
        *_categories(term.extra),
    )
    return Element("termGrp", (), children)


def _field(name: str, text: str, *inside: Element) -> Element:
    said = Element("descrip", (("type", name),), (), (text,) if text else ())
    return Element("descripGrp", (), (said, *inside))


def _described(name: str, description: Description | None) -> Iterator[Element]:
    if description is not None:
        inside = (_field(SOURCE, description.source),) if description.source else ()
        yield _field(name, description.text, *inside)


def _categories(extra: Iterable[DataCategory]) -> Iterator[Element]:
    for category in extra:
        if category.kind == "note":
            yield _field(NOTE, category.text)
        elif category.kind == "transacGrp":
            yield from _transaction(category)
        elif category.text:
            yield _field(category.type or category.kind, category.text)
        else:
            yield from _categories(category.children)


def _transaction(group: DataCategory) -> Iterator[Element]:
    said = {child.kind: child.text for child in group.children}
    if said.get("transac") in {"origination", "modification"}:
        done = Element(
            "transac",
            (("type", said["transac"]),),
            (),
            tuple(filter(None, (said.get("transacNote", ""),))),
        )
        date = said.get("date", "")
        when = f"{date}{MIDNIGHT}" if len(date) == len("2000-01-01") else date
        yield Element("transacGrp", (), (done, Element("date", (), (), (when,) if when else ())))


def english_name(language: str) -> str:
    """
    What a language is called in the definition of a MultiTerm termbase.

    >>> english_name("ru"), english_name("en-GB")
    ('Russian', 'English (United Kingdom)')
    """
    try:
        return Locale.parse(language, sep="-").get_display_name("en") or language
    except (UnknownLocaleError, ValueError):
        return language


# -- in ---------------------------------------------------------------------------------------------------------


def parse(data: bytes, name: str) -> Reading[Glossary]:
    """Read MultiTerm XML; fields are known by their names in English or Russian, others are kept under theirs."""
    reader = TreeReader(BytesIO(data), name, frozenset({"conceptGrp"}))
    findings: list[Finding] = []
    concepts: list[Concept] = []
    for item in reader.branches():
        if isinstance(item, Finding):
            findings.append(item)
        else:
            concepts.append(_read_concept(item, name, findings))
    if not concepts and not findings:
        message = say("{file} holds no entry; MultiTerm XML has a <conceptGrp> for each", file=name)
        findings.append(Finding("F310", message, Place(name, line=1), Severity.ERROR))
    return Reading(Glossary(tuple(concepts)), tuple(findings))


def _read_concept(group: Node, name: str, findings: list[Finding]) -> Concept:
    number = group.find("concept")
    fields = _Fields(group)
    sections = []
    for inner in group.children:
        if inner.name == "languageGrp":
            section = _read_section(inner)
            if not section.terms:
                message = say("a language group without a term is left out")
                findings.append(Finding("F311", message, Place(name, fields.id, line=inner.line)))
            else:
                sections.append(section)
    identity = fields.id or (number.text.strip() if number else "")
    return Concept(identity, tuple(sections), fields.subject, fields.definition, tuple(fields.rest))


def _read_section(group: Node) -> LanguageSection:
    named = group.find("language")
    code = (named.attributes.get("lang", "") or named.type) if named else ""
    fields = _Fields(group, with_id=False, with_subject=False)
    terms = tuple(
        _read_term(inner) for inner in group.children if inner.name == "termGrp" and inner.find("term")
    )
    return LanguageSection(tag(code) or code or "und", terms, fields.definition, tuple(fields.rest))


def _read_term(group: Node) -> Term:
    word = group.find("term")
    fields = _Fields(group, with_id=False, with_subject=False, of_term=True)
    status = status_of(fields.status)
    return Term(
        word.text.strip() if word else "",
        status,
        fields.speech,
        fields.type,
        tuple(fields.contexts),
        tuple(fields.rest),
        status_as_written="" if status and status.value == fields.status else fields.status,
    )


class _Fields:
    """What the fields of one level say."""

    def __init__(
        self, group: Node, *, with_id: bool = True, with_subject: bool = True, of_term: bool = False
    ) -> None:
        self.id = self.subject = self.status = self.speech = self.type = ""
        self.definition: Description | None = None
        self.contexts: list[Description] = []
        self.rest: list[DataCategory] = []
        self._with_id, self._with_subject, self._of_term = with_id, with_subject, of_term
        for inner in group.children:
            if inner.name == "transacGrp":
                self.rest.append(_read_transaction(inner))
            elif inner.name == "descripGrp":
                self._read(inner)
            elif inner.name == "system":
                self.rest.append(DataCategory("admin", f"system {inner.type}".strip(), inner.text.strip()))

    def _read(self, group: Node) -> None:
        said = group.find("descrip")
        if said is None:
            return
        text, name = said.text.strip(), said.type
        role = column(name).role
        others = [child for child in group.children if child is not said]
        if role in {Role.DEFINITION, Role.CONTEXT}:
            self._describe(role, text, others, name)
        elif not others and self._taken(role, name, text):
            return
        elif role is Role.NOTE and not others:
            self.rest.append(DataCategory("note", text=text))
        else:
            self.rest.append(_grouped(DataCategory("descrip", name, text), others))

    def _taken(self, role: Role, name: str, text: str) -> bool:
        """Whether a field is one of the model's and still free."""
        free = {
            "id": name == ID and self._with_id,
            "subject": role is Role.SUBJECT and self._with_subject,
            "status": role is Role.STATUS and self._of_term,
            "speech": role is Role.PART_OF_SPEECH and self._of_term,
            "type": role is Role.TERM_TYPE and self._of_term,
        }
        for attribute, fits in free.items():
            if fits and not getattr(self, attribute):
                setattr(self, attribute, text)
                return True
        return False

    def _describe(self, role: Role, text: str, others: list[Node], name: str) -> None:
        inner = [node for other in others if (node := other.find("descrip")) is not None]
        source = inner[0].text.strip() if inner and inner[0].type.casefold() == SOURCE.casefold() else ""
        more = tuple(_grouped_nodes([other for other in others if not source or other is not others[0]]))
        described = Description(text, source, extra=more)
        if role is Role.CONTEXT and self._of_term:
            self.contexts.append(described)
        elif role is Role.DEFINITION and self.definition is None and not self._of_term:
            self.definition = described
        else:
            self.rest.append(_grouped(DataCategory("descrip", name, text), others))


def _grouped(head: DataCategory, others: list[Node]) -> DataCategory:
    inside = tuple(_grouped_nodes(others))
    return DataCategory("descripGrp", children=(head, *inside)) if inside else head


def _grouped_nodes(nodes: list[Node]) -> Iterator[DataCategory]:
    for node in nodes:
        if node.name == "transacGrp":
            yield _read_transaction(node)
            continue
        said = node.find("descrip") if node.name == "descripGrp" else None
        if said is not None and said.type.casefold() == SOURCE.casefold():
            yield DataCategory("admin", "source", said.text.strip())
        elif said is not None:
            yield DataCategory("descrip", said.type, said.text.strip())


def _read_transaction(group: Node) -> DataCategory:
    done, date = group.find("transac"), group.find("date")
    parts = [DataCategory("transac", "transactionType", done.type if done else "")]
    if date is not None and date.text.strip():
        parts.append(DataCategory("date", "", date.text.strip().removesuffix(MIDNIGHT)))
    if done is not None and done.text.strip():
        parts.append(DataCategory("transacNote", "responsibility", done.text.strip()))
    return DataCategory("transacGrp", children=tuple(parts))
