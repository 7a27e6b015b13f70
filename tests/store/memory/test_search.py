"""The index finds among many forms what comparing with each of them finds."""

import random
from collections.abc import Sequence
from functools import cache

import pytest
from rapidfuzz.distance import Levenshtein

from termaccord.store.memory import building, search
from termaccord.store.memory.block import Block
from termaccord.text.fuzzy.comparable import compared_words

TEXT = (
    "the keeper of a weir opens and closes every sluice before high water while barges wait below in line "
    "for their turn at upper lock gate until evening bell rings twice смотритель плотины открывает шлюз до паводка"
)
WORDS = TEXT.split()


def seeded(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311  # the same on every run


@cache
def forms() -> list[str]:
    chosen = seeded(4)
    made = {" ".join(chosen.choices(WORDS, k=chosen.randint(3, 12))) for _ in range(4000)}
    return sorted(made, key=lambda form: (len(form), form))


def edited(form: str, edits: int, chosen: random.Random) -> str:
    for _ in range(edits):
        place = chosen.randrange(len(form))
        form = form[:place] + chosen.choice(("", "x", form[place] + "o")) + form[place + 1 :]
    return form


@pytest.fixture(params=[1 << 13, 1 << 21], ids=["many blocks", "one block"])
def blocks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> list[Block]:
    monkeypatch.setattr(building, "_LETTERS", request.param)
    monkeypatch.setattr(building, "_LETTERS_AT_ONCE", 1 << 12)
    monkeypatch.setattr(search, "_FEW", 0)
    return [Block.of(arrays) for arrays in building.blocks(enumerate(forms()))]


def best(query: str | Sequence[str], held: Sequence[str | Sequence[str]]) -> list[float]:
    every = sorted((Levenshtein.normalized_similarity(query, form) for form in held), reverse=True)
    return [likeness for likeness in every[:5] if likeness >= 0.7]


def test_edits_all_over_a_segment_hide_it_from_no_search_by_characters(blocks: list[Block]) -> None:
    chosen = seeded(5)
    for form in chosen.sample([form for form in forms() if len(form) > 30], 15):
        query = edited(form, len(form) // 6, chosen)

        found = [hit.likeness for hit in search.by_characters(blocks, query, 0.7, 5)]

        assert found == pytest.approx(best(query, forms()))


def test_no_search_by_words_misses_anything(blocks: list[Block]) -> None:
    chosen = seeded(6)
    split = [compared_words(form) for form in forms()]
    for words in chosen.sample(split, 15):
        changed = [chosen.choice(WORDS) if chosen.random() < 0.2 else word for word in words]

        found = [hit.likeness for hit in search.by_words(blocks, " ".join(changed), 0.7, 5)]

        assert found == pytest.approx(best(changed, split))


def test_words_that_stand_several_times_count_as_often(blocks: list[Block]) -> None:
    split = [compared_words(form) for form in forms()]
    for query in ("the the the weir", "water water lock lock lock gate", "шлюз шлюз шлюз"):
        found = [hit.likeness for hit in search.by_words(blocks, query, 0.5, 5)]

        every = sorted(
            (Levenshtein.normalized_similarity(query.split(), form) for form in split), reverse=True
        )
        assert found == pytest.approx([likeness for likeness in every[:5] if likeness >= 0.5])


def test_a_hit_names_the_form_that_is_so_alike(blocks: list[Block]) -> None:
    for query in forms()[500::700]:
        (hit, *_rest) = search.by_characters(blocks, query, 0.7, 5)

        assert (hit.likeness, blocks[hit.block].form(hit.form)) == (1.0, query)


def test_short_forms_that_share_no_group_of_letters_are_found_where_few_are_short() -> None:
    held = ["gale", "gate", "lock", "weir"]
    one = [Block.of(arrays) for arrays in building.blocks(enumerate(held))]

    found = [
        (hit.likeness, one[hit.block].form(hit.form)) for hit in search.by_characters(one, "gave", 0.7, 5)
    ]

    assert found == [(0.75, "gale"), (0.75, "gate")]
