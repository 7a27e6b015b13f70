"""Whatever a kind of file does not say of a glossary stands in its losses."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.formats.strategies import GLOSSARIES, odd_glossaries

from termaccord.formats import tables, tbx, tmx
from termaccord.formats.reading import Reading
from termaccord.formats.tbx import Dialect
from termaccord.formats.termlists import crossing, multiterm, omegat, po, skos, structured, utx
from termaccord.formats.termlists.compare import losses
from termaccord.formats.termlists.losing.telling import Teller
from termaccord.formats.termlists.written import Written
from termaccord.model import (
    Concept,
    DataCategory,
    Degree,
    Description,
    Glossary,
    LanguageSection,
    Loss,
    Memory,
    Status,
    Subject,
    Term,
)

T = TypeVar("T")
Way = Callable[[Glossary, str, str], tuple[Glossary, tuple[Loss, ...]]]


@dataclass(frozen=True)
class Said:
    """A single statement of a glossary: what of, and what."""

    concept: str
    language: str
    term: str
    what: str
    text: str

    @property
    def wherever(self) -> tuple[str, str, str, str]:
        return self.language, self.term, self.what, self.text


def categories(found: tuple[DataCategory, ...], where: Callable[[str, str], Said]) -> Iterator[Said]:
    for category in found:
        name = f"{category.kind} {category.type}".strip()
        yield from [where(name, category.text)] if category.text else []
        yield from (where(f"{name} @{key}", value) for key, value in category.attributes if value)
        yield from categories(category.children, where)


def described(
    description: Description | None, what: str, where: Callable[[str, str], Said]
) -> Iterator[Said]:
    if description:
        yield from [where(what, description.text)] if description.text else []
        yield from [where(f"{what} source", description.source)] if description.source else []
        yield from categories(description.extra, where)


def statements(glossary: Glossary) -> Iterator[Said]:
    """All that a glossary says, one by one; no part of the program takes part in this."""
    for concept in glossary.concepts:

        def of_concept(what: str, text: str, concept: Concept = concept) -> Said:
            return Said(concept.id, "", "", what, text)

        yield from [of_concept("subject field", concept.subject_field)] if concept.subject_field else []
        yield from described(concept.definition, "definition", of_concept)
        yield from categories(concept.extra, of_concept)
        for section in concept.languages:
            yield from of_section(concept, section)


def of_section(concept: Concept, section: LanguageSection) -> Iterator[Said]:
    def of_language(what: str, text: str) -> Said:
        return Said(concept.id, section.language, "", what, text)

    yield from described(section.definition, "definition", of_language)
    yield from categories(section.extra, of_language)
    for term in section.terms:
        yield of_language("term", term.text)
        yield from of_term(concept, section, term)


def of_term(concept: Concept, section: LanguageSection, term: Term) -> Iterator[Said]:
    def here(what: str, text: str) -> Said:
        return Said(concept.id, section.language, term.text, what, text)

    values = {
        "status": term.status.value if term.status else "",
        "spelling": term.status_as_written if term.status else "",
        "part of speech": term.part_of_speech,
        "term type": term.term_type,
        "id": term.id,
    }
    for what, text in values.items():
        yield from [here(what, text)] if text else []
    for context in term.contexts:
        yield from described(context, "context", here)
    yield from categories(term.extra, here)


def told(said: Said, found: tuple[Loss, ...]) -> bool:
    """Whether a loss is of this statement, or of what it is a part of."""
    for loss in found:
        if loss.id != said.concept:
            continue
        if loss.subject is Subject.CONCEPT and loss.degree is Degree.GONE:
            return True
        whole = loss.degree is Degree.GONE or loss.subject in {Subject.TERM, Subject.LANGUAGE}
        if loss.language == said.language and whole and loss.subject is Subject.LANGUAGE:
            return True
        if loss.language == said.language and loss.subject is Subject.TERM and loss.text == said.term:
            return True
        if loss.language == said.language and (loss.text.endswith(said.text) or said.text in loss.text):
            return True
        under = loss.degree is Degree.GONE and loss.subject in {
            Subject.DEFINITION,
            Subject.CONTEXT,
            Subject.NOTE,
            Subject.DATA_CATEGORY,
        }
        if loss.language == said.language and under:
            return True
    return False


def silent(meant: Glossary, seen: Glossary, found: tuple[Loss, ...]) -> list[Said]:
    """What is neither in the file nor in the losses."""
    # A list may give concepts other ids; where it does not, each says its own.
    same = Counter(statements(seen))
    left = [said for said in statements(meant) if not taken(said, same)]
    there = Counter(said.wherever for said in same.elements())
    return [said for said in left if not taken(said.wherever, there) and not told(said, found)]


def taken(one: T, of: Counter[T]) -> bool:
    of[one] -= 1
    return of[one] >= 0


def list_of(written: Callable[..., Written], parse: Callable[..., Reading[Glossary]], paired: bool) -> Way:
    def way(glossary: Glossary, source: str, target: str) -> tuple[Glossary, tuple[Loss, ...]]:
        made = written(glossary, source, target) if paired else written(glossary)
        languages = (source, target) if parse is omegat.parse else ()
        return parse(made.data, "list", *languages).value, made.losses

    return way


def termbase(dialect: Dialect) -> Way:
    def way(glossary: Glossary, _source: str, _target: str) -> tuple[Glossary, tuple[Loss, ...]]:
        seen = tbx.parse(tbx.serialize(glossary, dialect), "terms.tbx").value
        return seen, losses(glossary, seen, dialect.value)

    return way


def table(kind: str) -> Way:
    def way(glossary: Glossary, _source: str, _target: str) -> tuple[Glossary, tuple[Loss, ...]]:
        seen = tables.parse(tables.serialize(glossary.concepts, kind), f"terms.{kind}").value
        return seen, losses(glossary, seen, kind)

    return way


def memory(glossary: Glossary, source: str, target: str) -> tuple[Glossary, tuple[Loss, ...]]:
    units = tuple(crossing.units(glossary.concepts, source, target))
    back = tmx.parse(tmx.serialize(Memory(units, source)), "terms.tmx").value
    seen = Glossary(tuple(crossing.glossary_seen(back, Teller("", hear=lambda _loss: None))))
    return seen, losses(glossary, seen, "TMX")


WAYS: dict[str, Way] = {
    "utx": list_of(utx.written, utx.parse, paired=True),
    "omegat": list_of(omegat.written, omegat.parse, paired=True),
    "po": list_of(po.written, po.parse, paired=True),
    "multiterm": list_of(multiterm.written, multiterm.parse, paired=False),
    "skos": list_of(skos.written, skos.parse, paired=False),
    "json": list_of(structured.written, structured.parse, paired=False),
    "csv": table("csv"),
    "xlsx": table("xlsx"),
    "tmx": memory,
    **{dialect.value: termbase(dialect) for dialect in Dialect},
}


def pair_of(glossary: Glossary) -> tuple[str, str]:
    found = [s.language for concept in glossary.concepts for s in concept.languages if s.terms]
    first = found[0] if found else "en"
    return first, next((tag for tag in found if not tag.startswith(first[:2])), "fi")


@pytest.mark.parametrize("name", WAYS)
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(glossary=GLOSSARIES)
def test_nothing_is_lost_in_silence(name: str, glossary: Glossary) -> None:
    source, target = pair_of(glossary)
    glossary = with_both(glossary, source, target)

    seen, found = WAYS[name](glossary, source, target)

    assert silent(glossary, seen, found) == []


@pytest.mark.parametrize("name", ["json", "multiterm", "skos", "utx", "tbx-basic-2008", "tbx-2008"])
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(glossary=odd_glossaries(1))
def test_nothing_is_lost_in_silence_of_the_oddest_glossary(name: str, glossary: Glossary) -> None:
    source, target = pair_of(glossary)
    glossary = with_both(numbered(glossary), source, target)

    seen, found = WAYS[name](glossary, source, target)

    assert silent(glossary, seen, found) == []


def with_both(glossary: Glossary, source: str, target: str) -> Glossary:
    """A concept more, so that both languages have a term."""
    sections = (LanguageSection(source, (Term("harbour"),)), LanguageSection(target, (Term("satama"),)))
    return replace(glossary, concepts=(*glossary.concepts, Concept("both", sections)))


def numbered(glossary: Glossary) -> Glossary:
    concepts = (replace(concept, id=f"n{number}") for number, concept in enumerate(glossary.concepts))
    return replace(glossary, concepts=tuple(concepts))


@settings(max_examples=30, deadline=None)
@given(glossary=GLOSSARIES, data=st.data())
def test_what_is_taken_out_of_a_glossary_is_told_and_nothing_else(
    glossary: Glossary, data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(glossary.concepts) - 1))
    concept = glossary.concepts[index]
    poorer = replace(concept, extra=(), definition=None, subject_field="")
    seen = replace(glossary, concepts=(*glossary.concepts[:index], poorer, *glossary.concepts[index + 1 :]))

    found = losses(glossary, seen)

    assert {loss.id for loss in found} <= {concept.id}
    assert bool(found) is (poorer != concept)


@settings(max_examples=20, deadline=None)
@given(glossary=GLOSSARIES)
def test_a_glossary_loses_nothing_against_itself_and_what_is_added_is_no_loss(glossary: Glossary) -> None:
    first = glossary.concepts[0]
    richer = replace(first, extra=(*first.extra, DataCategory("note", text="added by nobody in particular")))

    assert losses(glossary, glossary) == ()
    assert losses(glossary, replace(glossary, concepts=(richer, *glossary.concepts[1:]))) == ()


def test_one_loss_is_told_with_its_place_and_what_it_became() -> None:
    meant = Glossary((Concept("c1", (section("en", Term("lock keeper", Status.SUPERSEDED)),)),))
    seen = Glossary((Concept("c1", (section("en", Term("lock keeper", Status.DEPRECATED)),)),))

    (loss,) = losses(meant, seen, "a list")

    assert (loss.subject, loss.degree, loss.id, loss.language) == (
        Subject.STATUS,
        Degree.CHANGED,
        "c1",
        "en",
    )
    assert (loss.text, loss.became, str(loss.why)) == (
        "superseded",
        "deprecated",
        "a list writes this in another form",
    )


def test_a_concept_is_found_by_its_terms_where_it_has_another_id() -> None:
    meant = Glossary((Concept("c1", (section("en", Term("weir")), section("ru", Term("плотина")))),))
    seen = Glossary((Concept("row-1", (section("en", Term("weir")), section("ru", Term("плотина")))),))

    assert [(loss.subject, loss.became) for loss in losses(meant, seen)] == [(Subject.ID, "row-1")]


def test_a_concept_that_became_several_entries_is_one_loss() -> None:
    meant = Glossary(
        (Concept("c1", (section("en", Term("weir"), Term("low dam")), section("ru", Term("плотина")))),)
    )
    seen = Glossary(
        (
            Concept("c1", (section("en", Term("weir")), section("ru", Term("плотина")))),
            Concept("row-2", (section("en", Term("low dam")), section("ru", Term("плотина")))),
        )
    )

    (loss,) = losses(meant, seen)

    assert (loss.subject, loss.degree, loss.became) == (Subject.CONCEPT, Degree.CHANGED, "c1; row-2")


def test_what_stands_in_a_note_has_been_moved() -> None:
    meant = Glossary((Concept("c1", (section("en", Term("weir", part_of_speech="noun")),)),))
    note = DataCategory("note", text="partOfSpeech: noun")
    seen = Glossary((Concept("c1", (section("en", Term("weir", extra=(note,))),)),))

    (loss,) = losses(meant, seen)

    assert (loss.degree, loss.text, loss.became) == (Degree.MOVED, "noun", "partOfSpeech: noun")


def test_of_a_concept_that_is_gone_nothing_else_is_told() -> None:
    meant = Glossary((Concept("c1", (section("en", Term("weir", Status.PREFERRED)),), "rivers"),))

    assert [(loss.subject, loss.text) for loss in losses(meant, Glossary(()))] == [(Subject.CONCEPT, "weir")]


def section(language: str, *terms: Term) -> LanguageSection:
    return LanguageSection(language, terms)
