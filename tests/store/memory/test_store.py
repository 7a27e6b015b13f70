"""The memory's store: what goes in comes out, and what is like it is found."""

import gc
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from termaccord.model import Inline, TranslationUnit, UsageError, Variant
from termaccord.store.memory import index as indexes
from termaccord.store.memory.block import Block
from termaccord.store.memory.building import blocks, word_key
from termaccord.store.memory.perhaps import Perhaps
from termaccord.store.memory.records import row, text_in
from termaccord.store.memory.store import FILE, Added, MemoryStore
from termaccord.text.fuzzy.comparable import comparable, compared_words

WORDS = tuple(
    "the miller opens closes upper lower gate of old new weir on every Monday Tuesday before noon".split(" ")  # noqa: SIM905  # easier to read
)


def unit(source: str, target: str = "", name: str = "") -> TranslationUnit:
    return TranslationUnit(name, (Variant("en", (source,)), Variant("ru", (target or f"({source})",))))


@pytest.fixture
def store() -> Iterator[MemoryStore]:
    with MemoryStore.open(None) as opened:
        yield opened


@pytest.fixture
def quick_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks for the smallest memories."""
    monkeypatch.setattr(indexes, "TAIL", 3)


CODES = st.builds(
    Inline,
    st.just("alone"),
    st.sampled_from(["ph", "it", "ut"]),
    st.text(max_size=3),
    st.lists(st.tuples(st.sampled_from(["x", "type"]), st.text(max_size=3)), max_size=2).map(tuple),
)
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)


def joined(parts: list[str | Inline]) -> tuple[str | Inline, ...]:
    """As a parser gives it: no two strings side by side, none empty."""
    found: list[str | Inline] = []
    for part in parts:
        if isinstance(part, str) and found and isinstance(found[-1], str):
            found[-1] += part
        elif part != "":
            found.append(part)
    return tuple(found)


PAIRS = st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple)
CONTENT = st.lists(st.one_of(TEXT, CODES), max_size=4).map(joined)
VARIANTS = st.builds(
    Variant,
    st.sampled_from(["en", "ru", "de-AT"]),
    CONTENT,
    PAIRS,
    PAIRS,
    st.lists(TEXT, max_size=2).map(tuple),
)
UNITS = st.builds(
    TranslationUnit,
    TEXT,
    st.lists(VARIANTS, max_size=3).map(tuple),
    PAIRS,
    PAIRS,
    st.lists(TEXT, max_size=2).map(tuple),
)


@given(UNITS)
@settings(max_examples=80)
def test_a_unit_comes_out_as_it_went_in(given_unit: TranslationUnit) -> None:
    with MemoryStore.open(None) as store:
        store.add("mill.tmx", [given_unit])

        assert [one.unit for one in store.stream()] == [given_unit]


def test_units_come_in_order_of_their_origins_and_places(store: MemoryStore) -> None:
    store.add("weir.tmx", [unit("third"), unit("fourth")])
    store.add("mill.tmx", [unit("first"), unit("second")])

    assert [one.unit.variants[0].text for one in store.stream()] == ["first", "second", "third", "fourth"]


def test_neighbours_are_those_of_the_text(store: MemoryStore) -> None:
    store.add("mill.tmx", [unit("first"), unit("second"), unit("third")])
    middle = list(store.stream())[1]
    before, behind = store.neighbours(middle)

    assert (before and before.unit, behind and behind.unit) == (unit("first"), unit("third"))


def test_an_origin_holds_a_unit_once(store: MemoryStore) -> None:
    told: list[tuple[str, int | None]] = []
    again = replace(unit("gate"), id="gate again")
    units = [unit("gate"), unit("weir"), again]
    added = store.add("mill.tmx", units, duplicate=lambda *one: told.append(one))

    assert (added, told) == (Added(2, 0, 1, 0), [("gate again", None)])


def test_a_unit_that_came_batches_ago_is_known_again(store: MemoryStore) -> None:
    many = [unit(f"gate {number}") for number in range(4500)]
    told: list[tuple[str, int | None]] = []
    added = store.add("mill.tmx", [*many, many[7], unit("weir")], duplicate=lambda *one: told.append(one))

    assert (added, len(told)) == (Added(4501, 0, 1, 0), 1)


def test_two_that_import_the_same_at_once_leave_each_unit_once(tmp_path: Path) -> None:
    with MemoryStore.open(tmp_path) as one, MemoryStore.open(tmp_path) as other:

        class Meanwhile(list[TranslationUnit]):
            def __iter__(self) -> Iterator[TranslationUnit]:
                other.add("mill.tmx", [unit("gate")])
                return super().__iter__()

        one.add("mill.tmx", Meanwhile([unit("gate"), unit("weir")]), replace=True)

        assert [stored.unit for stored in one.stream()] == [unit("gate"), unit("weir")]


def test_the_same_words_in_another_context_are_another_unit(store: MemoryStore) -> None:
    elsewhere = TranslationUnit("", unit("gate").variants, properties=(("x-context-pre", "weir"),))

    assert store.add("mill.tmx", [unit("gate"), elsewhere]).added == 2


def test_importing_again_changes_only_what_has_changed(store: MemoryStore) -> None:
    store.add("mill.tmx", [unit("gate"), unit("weir"), unit("lock")])
    kept = {one.unit.variants[0].text: one.number for one in store.stream()}

    added = store.add("mill.tmx", [unit("sluice"), unit("lock"), unit("gate")], replace=True)

    now = {one.unit.variants[0].text: one.number for one in store.stream()}
    assert added == Added(1, 2, 0, 1)
    assert list(now) == ["sluice", "lock", "gate"]
    assert {now["lock"], now["gate"]} == {kept["lock"], kept["gate"]}


def test_an_import_that_breaks_off_leaves_no_stamp(store: MemoryStore) -> None:
    def breaking() -> Iterator[TranslationUnit]:
        yield unit("gate")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.add("mill.tmx", breaking(), stamp="1")

    assert store.origins() == {"mill.tmx": ""}
    store.add("mill.tmx", [unit("gate")], stamp="1")
    assert store.origins() == {"mill.tmx": "1"}


def test_what_is_taken_out_is_not_found(store: MemoryStore, quick_blocks: None) -> None:
    store.add("mill.tmx", [unit(f"the {word} gate of the mill") for word in WORDS])
    (first, *_rest) = store.nearest("the weir gate of the mill", "en")
    assert store.units(first.numbers)[0].unit == unit("the weir gate of the mill")

    store.delete(first.numbers)

    assert all(one.likeness < 1 for one in store.nearest("the weir gate of the mill", "en"))
    assert store.same("the weir gate of the mill", "en") == []


def test_an_origin_can_be_forgotten(store: MemoryStore) -> None:
    store.add("mill.tmx", [unit("gate")])
    store.add("weir.tmx", [unit("lock")])

    assert (store.forget("mill.tmx"), store.origins(), len(store)) == (1, {"weir.tmx": ""}, 1)


SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)


@given(st.lists(SENTENCES, min_size=4, max_size=40), SENTENCES, st.sampled_from(["characters", "words"]))
@settings(max_examples=120, deadline=None)
def test_what_is_found_is_what_comparing_with_all_finds(sentences: list[str], query: str, by: str) -> None:
    with pytest.MonkeyPatch.context() as patch, MemoryStore.open(None) as store:
        patch.setattr(indexes, "TAIL", 0)
        store.add("mill.tmx", map(unit, sentences))
        asked = comparable(query)
        found = [one.likeness for one in store.nearest(asked, "en", 0.6, 5, by)]  # type: ignore[arg-type]

    split = compared_words if by == "words" else str
    forms = {comparable(sentence) for sentence in sentences}
    every = sorted(
        (Levenshtein.normalized_similarity(split(asked), split(form)) for form in forms), reverse=True
    )
    assert found == pytest.approx([likeness for likeness in every if likeness >= 0.6][:5])


def test_a_region_does_not_matter(store: MemoryStore) -> None:
    store.add(
        "mill.tmx", [TranslationUnit("", (Variant("en-GB", ("the gate",)), Variant("ru", ("ворота",))))]
    )

    assert [one.likeness for one in store.nearest("the gate", "en-US")] == [1.0]


def test_what_differs_in_figures_only_is_the_same(store: MemoryStore) -> None:
    store.add("mill.tmx", [unit("Gate 12 opens at 9.30")])

    assert len(store.same(comparable("Gate 7 opens at 18.05"), "en")) == 1


def test_a_word_knows_its_units(store: MemoryStore, quick_blocks: None) -> None:
    store.add(
        "mill.tmx",
        [unit("the upper gate"), unit("a lower gate"), unit("the weir"), unit("the lock"), unit("Gates")],
    )
    index = store.index("en")

    assert {"gate", "gates", "weir"} < index.vocabulary()
    assert [one.unit.variants[0].text for one in store.units(index.with_word("gate"))] == [
        "the upper gate",
        "a lower gate",
    ]


# -- on the disk ----------------------------------------------------------------------------------------------


def filled(folder: Path, many: int = 40) -> MemoryStore:
    store = MemoryStore.open(folder)
    store.add(
        "mill.tmx", (unit(f"the {a} {b} of the mill") for a in WORDS for b in WORDS[: many // 10]), stamp="1"
    )
    return store


def test_a_store_is_there_again(tmp_path: Path, quick_blocks: None) -> None:
    with filled(tmp_path) as store:
        found = store.nearest("the old miller of the mill", "en")

    with MemoryStore.open(tmp_path) as again:
        assert again.nearest("the old miller of the mill", "en") == found
        assert again.index("en").tail == []


def test_one_process_sees_what_another_commits(tmp_path: Path) -> None:
    with filled(tmp_path) as writer, MemoryStore.open(tmp_path) as reader:
        assert reader.same("a new sluice", "en") == []

        writer.add("weir.tmx", [unit("a new sluice")])

        assert len(reader.same("a new sluice", "en")) == 1


@pytest.mark.parametrize("damage", ["cut", "gone", "nonsense", "manifest"])
def test_a_damaged_index_is_made_anew(tmp_path: Path, quick_blocks: None, damage: str) -> None:
    with filled(tmp_path) as store:
        found = store.nearest("the old miller of the mill", "en")
    (block,) = (tmp_path / "index").glob("*.block")
    if damage == "cut":
        block.write_bytes(block.read_bytes()[:-100])
    elif damage == "gone":
        block.unlink()
    elif damage == "nonsense":
        block.write_bytes(b"\xff" * 5000)
    else:
        (tmp_path / "index" / "en.json").write_text("{")

    with MemoryStore.open(tmp_path) as again:
        assert again.nearest("the old miller of the mill", "en") == found


def test_blocks_of_another_store_are_not_believed(tmp_path: Path, quick_blocks: None) -> None:
    with filled(tmp_path) as store:
        store.index("en")
    (tmp_path / FILE).unlink()

    with MemoryStore.open(tmp_path) as other:
        other.add("weir.tmx", [unit("the old miller of the mill"), *map(unit, WORDS)])

        assert [one.likeness for one in other.nearest("the old miller of the mill", "en")] == [1.0]


def test_later_units_wait_then_get_blocks_and_at_last_all_are_made_anew(
    tmp_path: Path, quick_blocks: None
) -> None:
    with filled(tmp_path) as store:
        first = list(store.index("en").files)
        store.add("weir.tmx", map(unit, ["one lock", "two locks"]))
        assert len(store.index("en").tail) == 2

        store.add("weir.tmx", map(unit, ["three locks", "four locks"]))
        assert (store.index("en").tail, store.index("en").files[:1], len(store.index("en").files)) == (
            [],
            first,
            2,
        )

        store.add("weir.tmx", (unit(f"{word} {number} locks") for number, word in enumerate(WORDS * 3)))
        assert len(store.index("en").files) == 1
        assert len(list((tmp_path / "index").glob("*.block"))) == 1


def test_a_store_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    filled(tmp_path).close()
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("PRAGMA user_version = 99")

    with pytest.raises(UsageError, match="later termaccord"):
        MemoryStore.open(tmp_path)


@pytest.mark.parametrize(
    "content",
    [b"no database at all, but long enough to look like one" * 99, b"SQLite format 3\0" + b"\xff" * 4000],
)
def test_another_file_is_left_alone(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)

    with pytest.raises(UsageError, match="damaged or no memory"):
        MemoryStore.open(tmp_path)
    assert (tmp_path / FILE).read_bytes() == content


def test_anothers_database_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("CREATE TABLE mill (wheel)")

    with pytest.raises(UsageError, match="damaged or no memory"):
        MemoryStore.open(tmp_path)


# -- words ----------------------------------------------------------------------------------------------------


@given(
    st.lists(
        st.text(st.sampled_from("ab ж7_-'\ue001山川😀\u0301"), min_size=1, max_size=9)
        .map(comparable)
        .filter(bool),
        min_size=1,
    )
)
def test_all_words_at_once_are_the_words_of_each(texts: list[str]) -> None:
    forms = sorted(set(texts), key=lambda text: (len(text), text))
    (arrays,) = blocks(enumerate(forms))
    made = Block.of(arrays)
    spelled = made.vocabulary.tobytes().decode().split("\n")

    for number, form in enumerate(forms):
        letters = made.phrases[made.phrase_starts[number] : made.phrase_starts[number + 1]].tolist()
        assert [spelled[one - 1] for one in letters] == compared_words(form)
    assert made.word_keys.tolist() == [word_key(word) for word in spelled[:-1]]


def test_what_is_gone_is_forgotten_when_blocks_are_made_anew(store: MemoryStore, quick_blocks: None) -> None:
    store.add("mill.tmx", [unit(f"the {a} {b} of the mill") for a in WORDS for b in WORDS[:4]])
    numbers = [one.number for one in store.stream()]
    store.index("en")

    store.delete(numbers[:4])
    assert len(store.index("en").gone) == 4

    store.delete(numbers[4:30])
    assert (len(store.index("en").gone), store.index("en").with_word("mill")) == (0, numbers[30:])


@pytest.mark.usefixtures("quick_blocks")
def test_making_an_index_is_told_and_can_be_interrupted(store: MemoryStore) -> None:
    told: list[tuple[int, int]] = []
    store.add("a", [unit(f"gate {letter}") for letter in "abcdefgh"])

    def stop(_done: int, _all: int) -> None:
        raise KeyboardInterrupt

    store.watch = stop
    with pytest.raises(KeyboardInterrupt):
        store.same("gate c", "en")
    store.watch = lambda done, total: told.append((done, total))

    assert store.same("gate c", "en") == [3]
    assert told == [(0, 16), (8, 16)]


@given(UNITS, st.sets(st.sampled_from(["en", "ru", "de-AT", "de"]), min_size=1), st.integers(0, 3))
def test_a_text_is_found_in_a_row_as_in_the_unit(
    given_unit: TranslationUnit, tags: set[str], place: int
) -> None:
    found = [variant.text for variant in given_unit.variants if variant.language in tags]

    assert text_in(tags)(row(given_unit).content, place) == (found[place] if place < len(found) else None)


def test_pythons_collector_is_left_as_it_was(store: MemoryStore) -> None:
    before = gc.get_threshold()

    store.add("mill.tmx", [unit("gate")])
    store.index("en")

    assert gc.get_threshold() == before


@given(st.lists(st.lists(st.integers(-(2**63), 2**63 - 1), max_size=60), max_size=8))
def test_what_has_come_before_is_never_taken_for_new(batches: list[list[int]]) -> None:
    perhaps, before = Perhaps(), set()
    for batch in batches:
        assert before & set(batch) <= set(perhaps.met(batch))
        before |= set(batch)


def test_what_is_new_is_hardly_ever_doubted() -> None:
    perhaps = Perhaps()
    numbers = [row(unit(f"gate {number}")).identity for number in range(20_000)]

    assert len(perhaps.met(numbers[:10_000]) + perhaps.met(numbers[10_000:])) < 10
