"""A concept in the making, out of the rows that speak of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from termaccord.formats.sheets.understanding.alternatives import alternatives
from termaccord.formats.sheets.understanding.said import Said, Sorted, listed
from termaccord.formats.sheets.words import PARTS_OF_SPEECH, TERM_TYPES, Role
from termaccord.model import Concept, DataCategory, Description, LanguageSection, Term

_OF_TERMS = frozenset({Role.STATUS, Role.FLAG, Role.PART_OF_SPEECH, Role.TERM_TYPE})
"""What a row says without saying of which term: it is said of all."""
_OF_FIRST = frozenset({Role.CONTEXT, Role.CONTEXT_SOURCE})


@dataclass(slots=True)
class _Section:
    terms: list[Term] = field(default_factory=list)
    definition: Description | None = None
    extra: list[DataCategory] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """A concept to which rows are added."""

    id: str
    exact: bool = False
    """Whether each cell is one term, and each row says only what is new: so are our own tables."""
    subject: str = ""
    definition: Description | None = None
    extra: list[DataCategory] = field(default_factory=list)
    sections: dict[str, _Section] = field(default_factory=dict)

    def add(self, said: Sorted) -> None:
        """Add what a row says."""
        if not self.exact:
            _hand_out(said)
        for (language, _), about in said.terms.items():
            section = self.sections.setdefault(language, _Section())
            for term in terms(about, exact=self.exact):
                self._take(section.terms, term)
        self._describe(said.concept)
        for language, about in said.languages.items():
            section = self.sections.setdefault(language, _Section())
            definition = about.description(Role.DEFINITION, Role.DEFINITION_SOURCE)
            section.definition = section.definition or definition
            section.extra += self._new(section.extra, about.extra())

    def _describe(self, said: Said) -> None:
        subjects = list(dict.fromkeys(said.all(Role.SUBJECT)))  # memoQ has a subject and a domain
        self.subject = self.subject or ", ".join(subjects)
        definition = said.description(Role.DEFINITION, Role.DEFINITION_SOURCE)
        if self.definition and definition and self.definition.text != definition.text:
            self.extra += self._new(self.extra, [DataCategory("note", text=definition.text)])
        self.definition = self.definition or definition
        self.extra += self._new(self.extra, said.extra())

    def _new(self, held: list[DataCategory], more: Iterable[DataCategory]) -> list[DataCategory]:
        """What is not said already: tables of others repeat in each row what is said of the concept."""
        return [one for one in more if self.exact or one not in held]

    def _take(self, held: list[Term], term: Term) -> None:
        at = next((n for n, one in enumerate(held) if one.text == term.text), None)
        if at is None or self.exact:
            held.append(term)
        else:
            held[at] = _joined(held[at], term)

    def concept(self) -> Concept:
        sections = tuple(
            LanguageSection(language, tuple(one.terms), one.definition, tuple(one.extra))
            for language, one in self.sections.items()
            if one.terms or one.definition or one.extra
        )
        return Concept(self.id, sections, self.subject, self.definition, tuple(self.extra))


def _hand_out(said: Sorted) -> None:
    """Give to the terms of a row what it says without saying of which."""
    own = [about for about in said.terms.values() if about.of(Role.TERM)]
    for column, text in list(said.concept.cells.items()) if own else ():
        if column.role in _OF_TERMS or column.category[0] == "termNote" or column.category[1] == "term info":
            wanting = [about for about in own if not about.of(column.role) or column.role is Role.CATEGORY]
        elif column.role in _OF_FIRST:
            wanting = own[:1]
        else:
            continue
        del said.concept.cells[column]
        for about in wanting:
            about.cells[column] = text


def terms(about: Said, *, exact: bool) -> list[Term]:
    """The terms of a slot: what is said of it is said of the terms in its own cell."""
    own = about.of(Role.TERM)
    texts = ([own] if own else []) if exact else alternatives(own)
    status, word = about.status()
    speech, kind = about.of(Role.PART_OF_SPEECH), about.of(Role.TERM_TYPE)
    found = [
        Term(
            text,
            status,
            speech if exact else listed(speech, PARTS_OF_SPEECH),
            kind if exact else listed(kind, TERM_TYPES),
            about.descriptions(Role.CONTEXT, Role.CONTEXT_SOURCE),
            about.extra(),
            about.of(Role.TERM_ID) if len(texts) == 1 else "",
            word,
        )
        for text in texts
    ]
    for role, kind in ((Role.ABBREVIATION, "abbreviation"), (Role.VARIANTS, "")):
        others = [text for cell in about.all(role) for text in alternatives(cell)]
        found += [Term(text, term_type=kind) for text in others]
    return found if exact else _once(found)


def _once(found: list[Term]) -> list[Term]:
    kept: dict[str, Term] = {}
    for one in found:
        kept.setdefault(one.text, one)
    return list(kept.values())


def _joined(old: Term, new: Term) -> Term:
    """One term of which two rows speak."""
    return replace(
        old,
        status=old.status or new.status,
        part_of_speech=old.part_of_speech or new.part_of_speech,
        term_type=old.term_type or new.term_type,
        contexts=tuple(dict.fromkeys((*old.contexts, *new.contexts))),
        extra=tuple(dict.fromkeys((*old.extra, *new.extra))),
        status_as_written=old.status_as_written or new.status_as_written,
    )
