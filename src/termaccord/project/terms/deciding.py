"""Proposals are accepted into the glossary or turned down for good."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from termaccord.formats import rejections, tbx
from termaccord.model import (
    Category,
    Concept,
    Description,
    Glossary,
    LanguageSection,
    Message,
    Rejection,
    Status,
    Term,
    say,
)
from termaccord.project.errors import UsageError
from termaccord.project.terms.changes import (
    ABBREVIATIONS,
    Changed,
    category_of,
    counted,
    prefer,
)
from termaccord.project.terms.editing import categorise, define
from termaccord.project.terms.journal import Hand
from termaccord.project.terms.naming import name_of, section_of, term_at
from termaccord.project.terms.rejected import accepted_path, rejected_path
from termaccord.project.terms.saving import Done, Rewrite, rewritten, without
from termaccord.project.terms.shelf import Book, Entry, Shelf, folded, folded_names, names, shown

COUNTS = ("score", "occurrences", "documents")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a person says of a proposal as he accepts it."""

    category: Category | None = None
    definitions: tuple[tuple[str, str], ...] = ()
    """Language, which may be empty, and text."""
    preferred: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    """Names that are turned down."""
    into: str = ""
    """Id of the accepted concept whose names these are, too."""


@dataclass(slots=True)
class Decisions:
    """What is decided in one go about proposals of one shelf."""

    shelf: Shelf
    hand: Hand
    _concepts: dict[Path, dict[str, Concept]] = field(default_factory=dict)
    _gone: dict[Path, list[str]] = field(default_factory=dict)
    _rejected: dict[Path, list[Rejection]] = field(default_factory=dict)
    _said: dict[str, list[Message]] = field(default_factory=dict)

    def accept(self, entry: Entry, terms: Terms | None = None) -> None:
        """
        Take a proposal into the glossary.

        Raises
        ------
        UsageError
            When one of its names belongs to another accepted concept already.

        """
        terms = terms or Terms()
        path = accepted_path(entry.book.path)
        concept = self._pruned(entry, terms)
        held = self._held(path, terms.into or concept.id)
        if terms.into and held is None:
            raise UsageError(say("{path} has no concept {id} to merge into", path=shown(path), id=terms.into))
        if held is not None:
            new, said = _merged(held, concept, self.hand, self._corpus())
        else:
            self._check_names(path, concept)
            new, said = accepted_form(concept, self.hand, self._corpus()), ()
        hand = replace(self.hand, quiet=held is None)  # what is new has its transaction
        changed = _as_wished(Changed(new), terms, hand)
        self._concepts.setdefault(path, {})[new.id] = changed.concept
        self._gone.setdefault(entry.book.path, []).append(entry.concept.id)
        first = say("“{name}” is accepted as {id}", name=name_of(new), id=new.id)
        self._said.setdefault(shown(path), []).extend(
            (*said, *changed.said) if held is not None else (first,)
        )

    def accept_as(self, entry: Entry, concept: Concept) -> None:
        """
        Take a concept into the glossary that a person has made of a proposal; names that he left out are turned down.

        Raises
        ------
        UsageError
            When one of its names belongs to another accepted concept already.

        """
        path = accepted_path(entry.book.path)
        self._check_names(path, concept)
        kept = folded_names(concept)
        gone = [name for name in names(entry.concept) if folded(*name) not in kept]
        if gone:
            self._turn_down(entry, gone, "")
        self._concepts.setdefault(path, {})[concept.id] = concept
        self._gone.setdefault(entry.book.path, []).append(entry.concept.id)
        said = say("“{name}” is accepted as {id}", name=name_of(concept), id=concept.id)
        self._said.setdefault(shown(path), []).append(said)

    def reject(self, entry: Entry, why: str = "") -> None:
        """Turn a proposal down; of what is proposed for an accepted concept only the names that it lacks."""
        held = self._held(accepted_path(entry.book.path), entry.concept.id)
        known = folded_names(held) if held else frozenset()
        gone = [name for name in names(entry.concept) if folded(*name) not in known]
        self._turn_down(entry, gone, why)
        self._gone.setdefault(entry.book.path, []).append(entry.concept.id)

    def done(self, with_proposals: bool = True) -> Done:
        """
        The files as they are to be, accepted ones first: whatever happens then, nothing is lost.

        Without proposals their file is left alone; what is decided does not show in it any more, see `Shelf.proposed`.
        """
        rewrites = [self._accepted(path, list(new.values())) for path, new in self._concepts.items()]
        rewrites += [_turned_down(path, new) for path, new in self._rejected.items()]
        for book in self.shelf.books if with_proposals else ():
            if book.path in self._gone:
                rewrites.append(without(book, self._gone[book.path]))
        return Done(tuple(rewrites), tuple((file, tuple(said)) for file, said in self._said.items() if said))

    # -- inside -----------------------------------------------------------------------------------------------

    def _accepted(self, path: Path, new: Sequence[Concept]) -> Rewrite:
        book = self._book(path)
        if book is not None:
            return rewritten(book, new)
        ordered = tuple(sorted(new, key=lambda concept: concept.id))
        return Rewrite(path, None, tbx.serialize(Glossary(ordered)))

    def _book(self, path: Path) -> Book | None:
        return next((book for book in self.shelf.books if book.path == path), None)

    def _held(self, path: Path, id_: str) -> Concept | None:
        """The accepted concept of an id, as it is after what has been decided before."""
        book = self._book(path)
        return self._concepts.get(path, {}).get(id_) or (book.concept(id_) if book else None)

    def _pruned(self, entry: Entry, terms: Terms) -> Concept:
        """The proposal without the names that are turned down."""
        concept = entry.concept
        places = [term_at(concept, text) for text in terms.without]
        gone = [(concept.languages[s].language, concept.languages[s].terms[t].text) for s, t in places]
        left = tuple(
            replace(s, terms=kept)
            for s in concept.languages
            if (kept := tuple(t for t in s.terms if (s.language, t.text) not in gone))
        )
        if not left:
            raise UsageError(say("no name of {id} is left to accept; reject it instead", id=concept.id))
        if gone:
            self._turn_down(replace(entry, concept=replace(concept, id=terms.into or concept.id)), gone, "")
        return replace(concept, languages=left)

    def _turn_down(self, entry: Entry, gone: Iterable[tuple[str, str]], why: str) -> None:
        path = rejected_path(entry.book.path)
        one = Rejection(entry.concept.id, tuple(gone), why, self.hand.by, self.hand.day.isoformat())
        self._rejected.setdefault(path, []).append(one)
        texts = "; ".join(text for _, text in one.names)
        self._said.setdefault(shown(path), []).append(say("not to be proposed again: {names}", names=texts))

    def _check_names(self, path: Path, concept: Concept) -> None:
        """A name that means something else already is told, for two concepts with one name confuse everybody."""
        book = self._book(path)
        others = {c.id: c for c in book.glossary.concepts} if book else {}
        others |= self._concepts.get(path, {})
        mine = {folded(*name): name[1] for name in names(concept)}
        for other in others.values():
            shared = next((mine[key] for n in names(other) if (key := folded(*n)) in mine), None)
            if shared is not None:
                raise UsageError(
                    say(
                        "“{name}” of {id} is a name of {other} in {path}; merge them with --into {other}, "
                        "or leave the name out with --without",
                        name=shared,
                        id=concept.id,
                        other=other.id,
                        path=shown(path),
                    )
                )

    def _corpus(self) -> str:
        return self.shelf.settings.corpus if self.shelf.settings else ""


def _turned_down(path: Path, new: Sequence[Rejection]) -> Rewrite:
    before = path.read_bytes() if path.is_file() else None
    return Rewrite(path, before, rejections.added(before or b"", new))


def accepted_form(concept: Concept, hand: Hand, corpus: str = "") -> Concept:
    """
    A proposal as an accepted concept: statuses and kinds of names instead of scores and counts, and a transaction.

    The first full name and the first abbreviation of each language are preferred, the others admitted.
    """
    speech = "" if category_of(concept) == Category.MOTTO else "noun"
    sections = tuple(
        replace(s, terms=tuple(_accepted_terms(s.terms, speech, corpus))) for s in concept.languages
    )
    extra = tuple(c for c in concept.extra if not _is_count(c.text))
    return replace(concept, languages=sections, extra=hand.noted(extra, "origination"))


def _accepted_terms(
    terms: Iterable[Term], speech: str, corpus: str, preferred: bool = True
) -> Iterator[Term]:
    seen = set[bool]()
    for term in terms:
        short = term.term_type in ABBREVIATIONS
        first = preferred and short not in seen
        seen.add(short)
        kind = ("acronym" if term.text.isupper() else "abbreviation") if short else "fullForm"
        yield replace(
            term,
            status=Status.PREFERRED if first else Status.ADMITTED,
            part_of_speech=term.part_of_speech or speech,
            term_type=kind if first or short else "variant",
            contexts=tuple(_rooted(c, corpus) for c in term.contexts),
            extra=tuple(c for c in term.extra if not _is_count(c.text)),
        )


def _rooted(context: Description, corpus: str) -> Description:
    """A context whose source is a path from the project folder, as a reader of the glossary looks for it."""
    return replace(context, source=f"{corpus}/{context.source}") if corpus and context.source else context


def _is_count(text: str) -> bool:
    return any(text.startswith(f"{name}: ") for name in COUNTS)


def _merged(held: Concept, concept: Concept, hand: Hand, corpus: str) -> tuple[Concept, tuple[Message, ...]]:
    """An accepted concept with the names that it lacks, each admitted where there is a preferred one."""
    known = {folded(*name) for name in names(held)}
    said = []
    for section in concept.languages:
        fresh = [t for t in section.terms if folded(section.language, t.text) not in known]
        number = section_of(held, section.language)
        own = held.languages[number] if number is not None else LanguageSection(section.language, ())
        speech = next((t.part_of_speech for s in (own, *held.languages) for t in s.terms), "")
        terms = tuple(
            replace(t, extra=hand.noted(t.extra, "origination"))
            for t in _accepted_terms(fresh, speech, corpus, preferred=not own.terms)
        )
        said += [
            say("“{term}” is a new term ({language})", term=t.text, language=own.language) for t in terms
        ]
        own = replace(own, terms=own.terms + terms)
        sections = list(held.languages)
        if number is not None:
            sections[number] = own
        elif terms:
            sections.append(own)
        held = replace(held, languages=tuple(sections))
    return held, tuple(said)


def _as_wished(changed: Changed, terms: Terms, hand: Hand) -> Changed:
    """With the category, definitions and preferred names that the person names; the hand is noted already."""
    if terms.category is not None:
        category = terms.category
        changed = changed.then(lambda c: categorise(c, category, hand))
    for language, text in terms.definitions:
        changed = changed.then(partial(define, text=text, hand=hand, language=language))
    for text in terms.preferred:
        changed = changed.then(partial(prefer, term=text, hand=hand))
    return changed


def score_of(concept: Concept) -> float:
    """How sure extraction was of a proposal."""
    return counted(concept, "score") or 0.0
