"""TBX out, in any of our dialects: canonical, valid, and with a note for whatever the dialect has no element for."""

from collections.abc import Iterable
from dataclasses import replace

from termaccord.formats.markup.layout import Element, lines
from termaccord.formats.markup.text import ILLEGAL, legal
from termaccord.formats.reading import Reading
from termaccord.formats.termbase.dialects import SPECS, Dialect
from termaccord.formats.termbase.fitting import Fitted, Fitting, Level
from termaccord.formats.termbase.header import back, header
from termaccord.formats.termbase.names import Names
from termaccord.formats.termbase.statuses import NEAREST, status_of
from termaccord.formats.termbase.texts import LANGUAGE, folded, trimmed
from termaccord.formats.termbase.vocabulary import KINDS, MODULES, NAMES_2019, NAMESPACE_2019
from termaccord.model import (
    Concept,
    DataCategory,
    Description,
    Finding,
    Glossary,
    LanguageSection,
    Place,
    Severity,
    Term,
    say,
)

DOCTYPES = {
    Dialect.BASIC_2008: '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">\n',
    Dialect.DEFAULT_2008: '<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">\n',
}


class TbxWriter:
    """Writes one glossary in one dialect."""

    def __init__(
        self, glossary: Glossary, dialect: Dialect, name: str, without: frozenset[str] = frozenset()
    ) -> None:
        self._glossary = glossary
        self._dialect = dialect
        self._spec = SPECS[dialect]
        self._name = name
        self._without = without
        self._names = Names(glossary, without)
        self._fitting = Fitting(self._spec, self._names)
        self._findings: list[Finding] = []
        self._renamed = NAMES_2019 if self._spec.edition == 2019 else {}

    def written(self) -> Reading[bytes]:
        """The file, and a finding for everything that is not in it as it was."""
        concepts = [self._concept(concept) for concept in self._glossary.concepts if self._writable(concept)]
        if not concepts:
            message = say("the glossary holds no concept; a TBX file without one is not valid")
            self._tell("F120", message, "", Severity.WARNING)
        body = Element("body", (), tuple(concepts))
        body_parts = (body,) if concepts or self._spec.edition == 2008 else ()
        text = Element(
            "text", (), (*body_parts, *back(self._glossary, self._spec, self._fitting, self._names))
        )
        children = (header(self._glossary, self._dialect, self._fitting), text)
        root = Element(self._called("martif"), self._root_attributes(), children)
        start = '<?xml version="1.0" encoding="UTF-8"?>\n' + DOCTYPES.get(self._dialect, "")
        data = start + "\n".join(lines(root)) + "\n"
        if ILLEGAL.search(data):
            message = say("the glossary holds characters that XML forbids; “\ufffd” is written")
            self._tell("F121", message, "", Severity.WARNING)
            data = legal(data)
        if self._names.dangling:  # what a reference names has become a note without an id: write without it
            return TbxWriter(
                self._glossary, self._dialect, self._name, self._without | self._names.dangling
            ).written()
        return Reading(data.encode(), tuple(self._findings))

    def _root_attributes(self) -> tuple[tuple[str, str], ...]:
        language = ("xml:lang", self._language(self._glossary.language))
        if self._spec.edition == 2008:
            return (("type", self._spec.root), language)
        style = ("style", "dct" if self._spec.by_tag else "dca")
        spaces = [("xmlns", NAMESPACE_2019)]
        modules = {"min": MODULES["min"]} if self._dialect is Dialect.MIN_DCT else MODULES
        spaces += [(f"xmlns:{prefix}", uri) for prefix, uri in modules.items()] if self._spec.by_tag else []
        return (("type", self._spec.root), style, language, *spaces)

    def _called(self, name: str) -> str:
        return self._renamed.get(name, name)

    # -- entries ----------------------------------------------------------------------------------------------

    def _writable(self, concept: Concept) -> bool:
        full = any(section.terms for section in concept.languages)
        if not full:
            message = say("the concept “{id}” has no term and is not written", id=concept.id)
            self._tell("F122", message, concept.id, Severity.ERROR)
        return full

    def _concept(self, concept: Concept) -> Element:
        identity = ("id", self._names.give(concept.id))
        said: list[DataCategory] = []
        if concept.subject_field.strip() and not _among(
            concept.extra, "descrip", "subjectField", concept.subject_field
        ):
            said.append(DataCategory("descrip", "subjectField", concept.subject_field))
        said += described(concept.definition, "definition")
        fitted = self._fit_all([*said, *concept.extra, *_strays(concept.attributes)], "C", concept.id)
        sections = tuple(
            self._section(s, concept.id) for s in concept.languages if self._has_terms(s, concept.id)
        )
        self._tell_unmarked(concept.id)
        return Element(self._called("termEntry"), (identity,), fitted + sections)

    def _has_terms(self, section: LanguageSection, concept: str) -> bool:
        if not section.terms:
            message = say(
                "the language section {language} of “{id}” has no term and is not written",
                language=section.language,
                id=concept,
            )
            self._tell("F122", message, concept, Severity.ERROR)
        return bool(section.terms)

    def _section(self, section: LanguageSection, concept: str) -> Element:
        kept = [pair for pair in section.attributes if pair[0] == "id" and self._spec.edition == 2008]
        strays = tuple(pair for pair in section.attributes if pair not in kept)
        named = tuple((name, self._names.give(value)) for name, value in kept)
        attributes = (*named, ("xml:lang", self._language(section.language)))
        said = [*described(section.definition, "definition"), *section.extra, *_strays(strays)]
        fitted = self._fit_all(said, "L", concept)
        terms = tuple(self._term(term, concept) for term in section.terms)
        return Element(self._called("langSet"), attributes, fitted + terms)

    def _term(self, term: Term, concept: str) -> Element:
        identity = (("id", self._names.give(term.id)),) if term.id else ()
        word = DataCategory("term", "", term.text, (), (), term.marked)
        head = Element("term", (), (), self._fitting.text(word, squeezed=True))
        contexts = [c for context in term.contexts for c in described(context, "context")]
        notes, others = self._term_notes(term), self._fit_each((*contexts, *term.extra), "T")
        # What is said of the words by notes comes last: so it stays where it is when the file is written again.
        fitted = replace(notes, notes=()) + others + Fitted(notes=notes.notes)
        self._tell_displaced(fitted, concept)
        elements = sorted(fitted.elements, key=_rank)
        words = tuple(element for element in elements if about_words(element))
        beside = tuple(element for element in elements if not about_words(element)) + _notes(fitted)
        if any(element.name in {"termNoteGrp", "termCompList"} for element in words):
            return Element("ntig", identity, (Element("termGrp", (), (head, *words)), *beside))
        return Element(self._called("tig"), identity, (head, *words, *beside))

    def _term_notes(self, term: Term) -> Fitted:
        speech, kind = "", ""
        if not _among(term.extra, "termNote", "partOfSpeech", term.part_of_speech):
            speech = term.part_of_speech.strip() or ("other" if self._spec.part_of_speech_required else "")
        if not _among(term.extra, "termNote", "termType", term.term_type):
            kind = term.term_type
        return (
            self._fitting.value("partOfSpeech", speech)
            + self._fitting.value("termType", kind)
            + self._status(term)
        )

    def _status(self, term: Term) -> Fitted:
        if term.status is None:
            return Fitted()
        category = self._spec.status_category
        raw = term.status_as_written if status_of(term.status_as_written) is term.status else ""
        if self._spec.levels is None and raw:
            return Fitted((self._fitting.element("termNote", category, (), (raw,)),))
        written, said = self._spec.statuses.get(term.status), raw
        if written is None:
            said = raw or term.status.value
            written = self._spec.statuses.get(NEAREST.get(term.status, term.status))
        if written is None:
            return Fitted((), (f"{category}: {said}",), (category,))
        element = self._fitting.element("termNote", category, (), (written,))
        return Fitted((element,), (f"{category}: {said}",) if said else (), (category,) if said else ())

    # -- what stands beside -----------------------------------------------------------------------------------

    def _fit_each(self, categories: Iterable[DataCategory], level: Level) -> Fitted:
        return sum((self._fitting.fit(category, level) for category in categories), Fitted())

    def _fit_all(self, categories: Iterable[DataCategory], level: Level, concept: str) -> tuple[Element, ...]:
        fitted = self._fit_each(categories, level)
        self._tell_displaced(fitted, concept)
        return tuple(sorted(fitted.elements, key=_rank)) + _notes(fitted)

    def _tell_displaced(self, fitted: Fitted, concept: str) -> None:
        for field in dict.fromkeys(fitted.displaced):
            message = say(
                "{dialect} has no place for “{field}” here; a note says it",
                dialect=self._dialect.value,
                field=field,
            )
            self._tell("F123", message, concept, Severity.INFO)

    def _tell_unmarked(self, concept: str) -> None:
        for field in dict.fromkeys(self._fitting.marking.unmarked):
            message = say(
                "{dialect} has no place for the markup in “{field}”; its text is written without",
                dialect=self._dialect.value,
                field=field,
            )
            self._tell("F128", message, concept, Severity.INFO)
        self._fitting.marking.unmarked.clear()

    def _language(self, written: str) -> str:
        if LANGUAGE.fullmatch(written):
            return written
        message = say("“{language}” is no language tag; “und” is written", language=written)
        self._tell("F124", message, "", Severity.ERROR)
        return "und"

    def _tell(self, code: str, message: str, concept: str, severity: Severity) -> None:
        self._findings.append(Finding(code, message, Place(self._name, concept), severity))


def _strays(attributes: tuple[tuple[str, str], ...]) -> list[DataCategory]:
    """Attributes that TBX does not know, as notes."""
    return [DataCategory("note", "", f"{name}: {value}") for name, value in attributes]


def _notes(fitted: Fitted) -> tuple[Element, ...]:
    return tuple(Element("note", (), (), trimmed((folded(note),))) for note in fitted.notes)


def about_words(element: Element) -> bool:
    """Whether an element stands right after the term: a note on the word itself."""
    local = element.name.rpartition(":")[2]
    return element.name in {"termNote", "termNoteGrp", "termCompList"} or (
        local != element.name and KINDS.get(local) == "termNote"
    )


RANKS = (
    "partOfSpeech",
    "termType",
    "administrativeStatus",
    "usageStatus",
    "subjectField",
    "definition",
    "context",
)


def _rank(element: Element) -> int:
    """Where an element stands among its kind: first what a reader looks for first, the rest in the order given."""
    inner = element.children[0] if element.name == "descripGrp" and element.children else element
    said = dict(inner.attributes).get("type", inner.name.rpartition(":")[2])
    return RANKS.index(said) if said in RANKS else len(RANKS)


def _among(extra: tuple[DataCategory, ...], kind: str, type_: str, text: str) -> bool:
    """Whether the same is said among the other categories, with more detail."""
    return any((c.kind, c.type, c.text) == (kind, type_, text) and (c.attributes or c.marked) for c in extra)


def described(description: Description | None, type_: str) -> list[DataCategory]:
    """A definition or context as the data category that it was read from."""
    if description is None:
        return []
    plain = DataCategory("descrip", type_, description.text, description.attributes, (), description.marked)
    source = (DataCategory("admin", "source", description.source),) if description.source else ()
    if not source and not description.extra:
        return [plain]
    return [DataCategory("descripGrp", "", "", (), (plain, *source, *description.extra))]
