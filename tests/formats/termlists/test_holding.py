"""What a kind of file can hold comes back from it whole."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.formats.strategies import WORDS

from termaccord.formats.termlists import multiterm, omegat, po, skos, utx
from termaccord.formats.termlists.written import Written
from termaccord.model import Concept, DataCategory, Description, Glossary, LanguageSection, Status, Term

TEXTS = WORDS.filter(lambda text: " | " not in text and text.strip("-—") and ": " not in text)
SPEECH = st.sampled_from(["", "noun", "verb"])
NOTES = st.lists(TEXTS.map(lambda text: DataCategory("note", text=text)), max_size=2, unique=True).map(tuple)
DESCRIPTIONS = st.none() | TEXTS.map(Description)


def terms(
    statuses: tuple[Status | None, ...], speech: st.SearchStrategy[str]
) -> st.SearchStrategy[tuple[Term, ...]]:
    """A preferred term and others, the usable before the rejected."""
    texts = st.lists(TEXTS, min_size=len(statuses), max_size=len(statuses), unique=True)
    return st.tuples(texts, st.lists(speech, min_size=3, max_size=3)).map(
        lambda drawn: tuple(Term(*parts) for parts in zip(drawn[0], statuses, drawn[1], strict=False))
    )


def glossaries(
    statuses: tuple[Status | None, ...], speech: st.SearchStrategy[str] = SPEECH
) -> st.SearchStrategy[Glossary]:
    sections = st.tuples(
        st.builds(LanguageSection, st.just("en"), terms(statuses, speech), DESCRIPTIONS),
        st.builds(LanguageSection, st.just("ru"), terms(statuses, speech), DESCRIPTIONS),
    )
    concepts = st.builds(Concept, st.just("c-1"), sections, st.just("") | TEXTS, DESCRIPTIONS, NOTES)
    return concepts.map(lambda concept: Glossary((concept,)))


WITH_FORBIDDEN = (Status.PREFERRED, Status.ADMITTED, Status.FORBIDDEN)
WITH_DEPRECATED = (Status.PREFERRED, Status.ADMITTED, Status.DEPRECATED)
HOLDS: dict[str, tuple[Callable[[Glossary], Written], st.SearchStrategy[Glossary]]] = {
    "utx": (utx.written, glossaries(WITH_FORBIDDEN)),
    "po": (po.written, glossaries(WITH_DEPRECATED)),
    "multiterm": (multiterm.written, glossaries(WITH_DEPRECATED)),
    "skos": (skos.written, glossaries(WITH_DEPRECATED, st.just(""))),
}


@pytest.mark.parametrize("name", HOLDS)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_it_can_hold_comes_back(name: str, data: st.DataObject) -> None:
    written, strategy = HOLDS[name]

    assert written(data.draw(strategy)).losses == ()


@settings(max_examples=25, deadline=None)
@given(source=TEXTS, target=TEXTS, note=TEXTS)
def test_a_line_of_omegat_holds_two_terms_and_a_comment(source: str, target: str, note: str) -> None:
    sections = (LanguageSection("en", (Term(source),)), LanguageSection("ru", (Term(target),)))
    concept = Concept("row-1", sections, extra=(DataCategory("note", text=note),))

    made = omegat.written(Glossary((concept,)))

    assert made.losses == ()
    assert omegat.parse(made.data, "", "en", "ru").value.concepts == (concept,)
