"""Reads the examples in rule files: ⟦marks⟧, «cluster = кластер; †скопление», texts of several outlets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from termaccord.lint.rule import (
    ALL,
    Case,
    Collection,
    Page,
    Pair,
    Passage,
    Rule,
    Scope,
    Silence,
    Store,
    Termbase,
    Text,
)
from termaccord.lint.terms import Terms
from termaccord.model import (
    Alignment,
    Bead,
    Category,
    Concept,
    DataCategory,
    Document,
    Glossary,
    LanguageSection,
    Occurrence,
    Place,
    ProposedConcept,
    ProposedTerm,
    Segment,
    Span,
    Status,
    Suppression,
    Term,
)
from termaccord.text.occurrences import Finder

_SIGNS = {"*": Status.PREFERRED, "+": Status.ADMITTED, "†": Status.DEPRECATED, "‡": Status.FORBIDDEN}
_TEXT = re.compile(r"(?P<language>[a-z]{2})(?: (?P<outlet>[\w-]+))?: ")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a case says must be marked and what its rule marks, as (text, words)."""

    expected: tuple[tuple[str, str], ...]
    marked: tuple[tuple[str, str], ...]


def run(rule: Rule, case: Case) -> Outcome:
    """Try a rule on one of its cases; the words of all variants of a conflict count as marked."""
    view, texts = _view(rule, case)
    expected = sorted(
        (name, words) for name, text in texts.items() for words in re.findall(r"⟦(.*?)⟧", text, re.DOTALL)
    )
    bare = {name: unmarked(text) for name, text in texts.items()}
    marked: set[tuple[str, Span, str]] = set()
    for mark in rule.check(view):
        target = view.target if isinstance(view, Passage) else None
        text = mark.text or target
        if mark.variants:
            marked |= {(p.unit or p.file, p.span, "") for v in mark.variants for p in v.places if p.span}
        elif text is not None:
            marked.add((text.unit or text.file, mark.span.shifted(text.start), ""))
        else:
            marked.add((mark.place.unit if mark.place else "", mark.span, mark.quoted))
    found = sorted((name, quoted or span.of(bare.get(name, ""))) for name, span, quoted in marked)
    return Outcome(tuple(expected), tuple(found))


def unmarked(text: str) -> str:
    """A text without its ⟦ ⟧."""
    return text.replace("⟦", "").replace("⟧", "")


def glossary(lines: str, languages: tuple[str, str]) -> Glossary:
    """
    A glossary in the notation of the cases: one concept a line, terms between semicolons.

    † is deprecated, ‡ forbidden, * preferred, + admitted; a term without a sign has no status.
    A category may stand in front: «person: Ada Quill = Ада Квилл».

    >>> [t.text for t in glossary("cluster = кластер; †скопление", ("en", "ru")).concepts[0].languages[1].terms]
    ['кластер', 'скопление']
    """
    concepts = []
    for number, line in enumerate((x for x in lines.splitlines() if x.strip()), 1):
        category, _, named = line.strip().partition(": ")
        said = category in set(Category)
        sides = [part.strip() for part in (named if said else line).split(" = ")]
        sections = tuple(
            LanguageSection(language, tuple(_term(t.strip()) for t in side.split(";") if t.strip()))
            for language, side in zip(languages, sides, strict=False)
            if side
        )
        extra = (DataCategory("note", text=f"category: {category}"),) if said else ()
        concepts.append(Concept(f"c-{number}", sections, extra=extra))
    return Glossary(tuple(concepts))


def _term(written: str) -> Term:
    status = _SIGNS.get(written[0])
    text = written[1:] if status else written
    short = re.fullmatch(r"[^\W\d_a-zа-я]{2,8}", text) is not None
    return Term(text, status, term_type="abbreviation" if short else "")


def _view(rule: Rule, case: Case) -> tuple[object, dict[str, str]]:
    known = glossary(unmarked(case.glossary), case.languages)
    terms = Terms(known)
    if rule.scope is Scope.CORPUS:
        return _collection(case, known), {_name(t)[0]: _name(t)[2] for t in case.texts}
    if rule.scope is Scope.GLOSSARY:
        marked = {f"c-{i}": line for i, line in enumerate(case.glossary.splitlines(), 1)}
        return Termbase(known, "glossary.tbx"), marked
    if rule.scope is Scope.MEMORY:
        return _store(case, terms), {f"{i}": t.partition(" = ")[2] for i, t in enumerate(case.texts, 1)}
    if rule.scope is Scope.SUPPRESSION:
        return _silence(case), {"": case.source}
    target = terms.within([_text(case.target, case.languages[1])])[0]
    if rule.scope is Scope.DOCUMENT:
        return Page((target,), case.languages[1], "outlet"), {"target": case.target}
    source = terms.within([_text(case.source, case.languages[0])])[0] if case.source else None
    return Passage(target, source), {"target": case.target}


def _silence(case: Case) -> Silence:
    """A comment, and the codes of the rules that speak where it covers."""
    comment = unmarked(case.source)
    names = tuple(comment.replace(",", " ").split()[1:])
    idle = tuple(n for n in names or (ALL,) if n not in case.target and not (n == ALL and case.target))
    return Silence(Suppression(names, Place("comment"), Place("comment")), idle=idle)


def _text(marked: str, language: str) -> Text:
    text = unmarked(marked)
    return Text(text, language, "target", document=Document("target", language, text, path="target"))


def _store(case: Case, terms: Terms) -> Store:
    """Units written «source = target»."""
    pairs = []
    for number, row in enumerate(case.texts, 1):
        one, _, other = unmarked(row).partition(" = ")
        source = terms.within([Text(one, case.languages[0], "memory.tmx", f"{number}")])[0]
        target = terms.within([Text(other, case.languages[1], "memory.tmx", f"{number}")])[0]
        pairs.append(Pair(source, target))
    return Store(tuple(pairs), *case.languages)


def _name(text: str) -> tuple[str, str, str]:
    """Name, language and words of a text written «en courier: …»."""
    head = _TEXT.match(text)
    if head is None:
        raise ValueError(text)
    outlet = head["outlet"] or ""
    return (
        f"{head['language']}-{outlet}" if outlet else head["language"],
        head["language"],
        text[head.end() :],
    )


def _collection(case: Case, known: Glossary) -> Collection:
    documents: dict[str, Document] = {}
    original = ""
    for text in case.texts:
        name, language, marked = _name(text)
        words = unmarked(marked)
        outlet = name.partition("-")[2]
        document = Document(
            name,
            language,
            words,
            (),
            (Segment(Span(0, len(words)), words),),
            name,
            outlet,
            translation_of=original if outlet and original else "",
        )
        documents[name] = document
        original = original or ("" if outlet else name)
    alignments = tuple(
        Alignment(documents[d.translation_of], d, (Bead(range(1), range(1), 1.0),))
        for d in documents.values()
        if d.translation_of
    )
    concepts = tuple(_proposed(case.concepts, documents))
    return Collection(documents, concepts, alignments, known if known.concepts else None)


def _proposed(lines: str, documents: dict[str, Document]) -> Iterator[ProposedConcept]:
    """Concepts written «category: terms of the first language = terms of the second»."""
    languages = list(dict.fromkeys(d.language for d in documents.values()))
    for number, line in enumerate((x for x in lines.splitlines() if x.strip()), 1):
        category, _, rest = line.strip().partition(": ")
        terms = []
        for language, side in zip(languages, rest.split(" = "), strict=False):
            for text in (t.strip() for t in side.split(";") if t.strip()):
                found = tuple(_occurrences(text, language, documents))
                abbreviation = re.fullmatch(r"[A-ZА-ЯЁ]{2,8}", text) is not None
                terms.append(ProposedTerm(language, text, abbreviation, 0.9, found))
        yield ProposedConcept(f"c-{number}", Category(category), 0.9, tuple(terms))


def _occurrences(term: str, language: str, documents: dict[str, Document]) -> Iterator[Occurrence]:
    finder = Finder([(0, term)], language)
    for document in documents.values():
        if document.language == language:
            for found in finder.find(document.text):
                yield Occurrence(document.path, found.span, found.surface)
