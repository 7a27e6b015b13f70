"""Words are found in any form and order, on either side, and what renders them is marked where that is sure."""

from collections.abc import Sequence
from functools import cache

import pytest

from termaccord.model import TranslationUnit, Variant
from termaccord.model.concordance import Concordance
from termaccord.store.concordance.asking import Wish, concordance
from termaccord.store.concordance.finding import places
from termaccord.store.concordance.query import query_of, sought
from termaccord.store.memory.store import MemoryStore

PAIRS = (
    ("The harbour master closed the lower lock.", "Начальник порта закрыл нижний шлюз."),
    ("The lower lock opens at dawn.", "Нижний шлюз открывается на рассвете."),
    ("The upper lock opens at noon.", "Верхний шлюз открывается в полдень."),
    ("The keepers of both locks live on the quay.", "Смотрители обоих шлюзов живут на набережной."),
    ("A heron lives on the quay.", "На набережной живёт цапля."),
    ("The harbour master feeds the heron.", "Начальник порта кормит цаплю."),
    ("The upper village floods in spring.", "Верхнее село заливает весной."),
    ("The lower village is dry.", "Нижнее село сухое."),
    (
        "The lock on the gate of the harbour was rusty in 1931.",
        "В 1931 году замок на воротах порта заржавел.",
    ),
    ("The harbour was rebuilt in 1958.", "Порт перестроили в 1958 году."),
)


@cache
def memory(pairs: Sequence[tuple[str, str]] = PAIRS, tail: int = 0) -> MemoryStore:
    return fresh(pairs, tail)


def fresh(pairs: Sequence[tuple[str, str]] = PAIRS, tail: int = 0) -> MemoryStore:
    """Enough units for an index, and `tail` that are not in it yet."""
    store = MemoryStore.open(None)
    filler = [(f"Crate {word} is green.", f"Ящик {word} зелёный.") for word in map(spelled, range(600))]
    store.add("filler", [unit(*pair) for pair in filler])
    store.add("text", [unit(*pair) for pair in pairs[: len(pairs) - tail]])
    if tail:
        store.index("en")
        store.index("ru")
        store.add("later", [unit(*pair) for pair in pairs[len(pairs) - tail :]])
    return store


def spelled(number: int) -> str:
    return "".join("abcdefghij"[int(figure)] for figure in f"{number:04d}") + "x"


def unit(source: str, target: str) -> TranslationUnit:
    return TranslationUnit("", (Variant("en", (source,)), Variant("ru", (target,))))


def texts(found: Concordance) -> set[str]:
    return {hit.text for hit in found.hits}


def marked(found: Concordance) -> set[tuple[str, tuple[str, ...]]]:
    return {
        (hit.text, tuple(span.of(side.text) for span in side.spans))
        for hit in found.hits
        for side in hit.counterparts
    }


@pytest.mark.parametrize("tail", [0, 4])
@pytest.mark.parametrize(
    ("query", "many"),
    [
        ("шлюз", 4),
        ("шлюзами", 4),
        ("lock", 5),
        ("LOCKS", 5),
        ("lock upper", 1),
        ("шлюз верхняя", 1),
        ("село", 2),
        ("live", 2),
        ("harb*", 4),
        ('"harbour master"', 2),
        ('"master harbour"', 0),
        ("1931", 1),
        ("1932", 0),
        ("замки", 1),
        ("корабль", 0),
    ],
)
def test_words_are_found_in_any_form_and_order(query: str, many: int, tail: int) -> None:
    found = concordance(memory(tail=tail), query)

    assert (len(found.hits), found.total) == (many, many)


def test_only_the_very_form_is_found_where_that_is_asked() -> None:
    assert texts(concordance(memory(), "шлюз", Wish(exact=True))) == {PAIRS[n][1] for n in (0, 1, 2)}


def test_words_that_stand_nearer_come_first() -> None:
    found = concordance(memory(), "lock harbour")

    assert [hit.text for hit in found.hits] == [PAIRS[0][0], PAIRS[8][0]]


def test_the_words_are_marked_where_they_stand() -> None:
    hit = concordance(memory(), "шлюз смотритель").hits[0]

    assert [span.of(hit.text) for span in hit.spans] == ["Смотрители", "шлюзов"]


def test_what_renders_a_word_is_marked_as_the_memory_teaches_it() -> None:
    found = concordance(memory(), "шлюз")

    assert marked(found) >= {(PAIRS[1][1], ("lock",)), (PAIRS[2][1], ("lock",)), (PAIRS[3][1], ("locks",))}
    assert [(one.text, one.language) for one in found.renderings] == [("lock", "en")]


def test_a_word_with_two_renderings_has_both_counted() -> None:
    found = concordance(
        memory(), "lock", Wish(terms={"en": (("1", "lock"),), "ru": (("1", "шлюз"), ("1", "замок"))})
    )

    assert {(one.text, one.count) for one in found.renderings} >= {("замок", 1)}
    assert {side.evidence for hit in found.hits for side in hit.counterparts} == {"glossary"}


def test_what_stands_once_and_sounds_like_nothing_is_not_marked() -> None:
    assert marked(concordance(memory(), "rusty")) == {(PAIRS[8][0], ())}


def test_a_name_is_known_by_its_sound() -> None:
    pairs = (*PAIRS, ("Boris Zheludyov bought the mill.", "Мельницу купил Борис Желудёв."))

    assert marked(concordance(memory(pairs), "Желудёва")) == {(pairs[-1][1], ("Zheludyov",))}


def test_units_that_say_the_same_are_shown_once() -> None:
    store = fresh()
    store.add("again", [unit(*PAIRS[4])])
    found = concordance(store, "цапля на набережной")

    assert [(hit.text, hit.others) for hit in found.hits] == [(PAIRS[4][1], 1)]
    assert found.total == 2


def test_what_is_deleted_is_found_no_more() -> None:
    store = fresh()
    store.delete([hit.stored.number for hit in concordance(store, "цапля").hits])

    assert concordance(store, "цапля") == Concordance("цапля", ())


def test_a_query_without_words_finds_nothing() -> None:
    assert concordance(memory(), " ?! ").hits == ()


def test_more_than_is_examined_is_counted_all_the_same() -> None:
    store = memory()
    query = query_of("green crate")
    index = store.index("en")
    words = sought(query, index, "en")

    assert places(index, words, [1, 1], 50).total == places(index, words, [1, 1]).total == 600
