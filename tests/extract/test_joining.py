"""Names and counted vocabulary of a memory brought together."""

from hypothesis import given, settings
from hypothesis import strategies as st

from termaccord.extract.bilingual.bitext import in_units, twins
from termaccord.extract.candidates import Candidate, Mention
from termaccord.extract.vocabulary.joining import joined
from termaccord.extract.vocabulary.memory import Vocable
from termaccord.model import (
    Category,
    Occurrence,
    ProposedConcept,
    ProposedTerm,
    Span,
    TranslationUnit,
    Variant,
)


def candidate(language: str, text: str, *starts: int, category: Category = Category.CONCEPT) -> Candidate:
    mentions = tuple(Mention(language, Span(start, start + len(text)), text) for start in starts)
    return Candidate(language, text, category, 0.8, mentions, key=text.lower())


GUILD = candidate("en", "Kiln Guild", 0, 40, category=Category.BODY)
COUNTED = Vocable(0.7, candidate("en", "Kiln Guild", 0, 40), (candidate("ru", "Печная гильдия", 5, 60),))


def test_a_name_takes_the_counted_renderings_and_keeps_its_category() -> None:
    name = (GUILD, candidate("ru", "Печная гильдия", 5))

    (members, _), *rest = joined([(name, 0.9)], [COUNTED], "en")

    assert not rest
    assert {m.category for m in members} == {Category.BODY}
    assert [len(m.mentions) for m in members if m.language == "ru"] == [2]


def test_counted_renderings_are_believed_where_a_name_has_others() -> None:
    name = (GUILD, candidate("ru", "Стекольный цех", 200))

    concepts = joined([(name, 0.9)], [COUNTED], "en")

    assert [[m.text for m in members] for members, _ in concepts] == [["Kiln Guild", "Печная гильдия"]]


def test_a_plain_word_without_a_rendering_is_left_out() -> None:
    assert joined([((candidate("en", "Clay", 3),), 0.9)], [], "en") == []


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(texts, texts), max_size=5))
def test_places_in_the_stacked_file_are_places_in_its_units(pairs: list[tuple[str, str]]) -> None:
    units = [
        TranslationUnit(f"u{i}", (Variant("en", (left,)), Variant("ru", (right,))))
        for i, (left, right) in enumerate(pairs)
    ]
    twin = twins(units, "en", "ru", "a.po")

    for document, side in zip(twin.documents, (0, 1), strict=True):
        places = tuple(Occurrence(document.name, s.span, s.text) for s in document.segments if s.text)
        term = ProposedTerm(document.language, "x", occurrences=places)
        home = {d.name: twin for d in twin.documents}
        back = in_units(ProposedConcept("c", Category.CONCEPT, 1.0, (term,)), home).terms[0].occurrences
        assert [o.text for o in back] == [pair[side] for pair in pairs if pair[side]]
        assert all(o.span == Span(0, len(o.text)) and o.document == "a.po" for o in back)
        assert [o.unit for o in back] == [f"u{i}" for i, pair in enumerate(pairs) if pair[side]]
