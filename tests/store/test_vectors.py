"""Vectors on disk: whole or not at all."""

import multiprocessing
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from termaccord.store.vectors import MANY, open_vectors


def name(number: int) -> bytes:
    return number.to_bytes(16, "big")


def row(number: int, width: int = 5) -> NDArray[np.float16]:
    return np.full(width, number, np.float16)


def test_what_was_filed_is_found_by_the_next_process(tmp_path: Path) -> None:
    open_vectors(tmp_path).update({name(n): row(n) for n in range(10)})

    again = open_vectors(tmp_path)

    assert len(again) == 10
    assert all((again.get(name(n)) == row(n)).all() for n in range(10))  # type: ignore[union-attr]
    assert again.get(name(11)) is None


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert len(open_vectors(tmp_path / "nowhere")) == 0
    assert not (tmp_path / "nowhere").exists()


def test_what_was_just_filed_is_found(tmp_path: Path) -> None:
    vectors = open_vectors(tmp_path)

    vectors.update({name(1): row(7)})

    assert (vectors.get(name(1)) == row(7)).all()  # type: ignore[union-attr]


def test_small_files_are_made_into_one(tmp_path: Path) -> None:
    for n in range(MANY + 6):
        open_vectors(tmp_path).update({name(n): row(n), name(1000 + n): row(n, width=3)})

    vectors = open_vectors(tmp_path)

    assert len(vectors) == 2 * (MANY + 6)
    assert len(list(tmp_path.iterdir())) < MANY
    assert (vectors.get(name(1004)) == row(4, width=3)).all()  # type: ignore[union-attr]


def test_a_torn_file_is_thrown_away_and_the_others_kept(tmp_path: Path) -> None:
    open_vectors(tmp_path).update({name(1): row(1)})
    (torn,) = tmp_path.iterdir()
    open_vectors(tmp_path).update({name(2): row(2)})
    torn.write_bytes(torn.read_bytes()[:-3])
    (tmp_path / "0123.vectors").write_bytes(b"")
    (tmp_path / "4567.vectors").write_bytes(b"this is no such file")

    vectors = open_vectors(tmp_path)

    assert vectors.get(name(1)) is None
    assert (vectors.get(name(2)) == row(2)).all()  # type: ignore[union-attr]
    assert len(list(tmp_path.iterdir())) == 1


def test_an_unfinished_file_is_not_read(tmp_path: Path) -> None:
    open_vectors(tmp_path).update({name(1): row(1)})
    (whole,) = tmp_path.iterdir()
    whole.rename(whole.with_suffix(".99.unfinished"))

    assert len(open_vectors(tmp_path)) == 0


def test_the_oldest_give_way(tmp_path: Path) -> None:
    for n in range(4):
        open_vectors(tmp_path).update({name(n * 100 + k): row(k, width=500) for k in range(20)})

    vectors = open_vectors(tmp_path, limit=50_000)

    assert len(vectors) == 40
    assert sum(f.stat().st_size for f in tmp_path.iterdir()) <= 50_000


def test_a_disk_that_cannot_be_written_is_only_no_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    vectors = open_vectors(tmp_path / "file")

    vectors.update({name(1): row(1)})

    assert vectors.get(name(1)) is not None


def fill(task: tuple[Path, int]) -> None:
    folder, first = task
    for n in range(first, first + 20):
        open_vectors(folder).update({name(n): row(n)})


def test_many_processes_may_write_at_once(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        pool.map(fill, [(tmp_path, 0), (tmp_path, 10)])

    vectors = open_vectors(tmp_path)

    assert all((vectors.get(name(n)) == row(n)).all() for n in range(30))  # type: ignore[union-attr]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.dictionaries(st.binary(min_size=16, max_size=16), st.integers(0, 99), max_size=5), max_size=6)
)
def test_the_folder_holds_what_was_filed(tmp_path_factory: object, batches: list[dict[bytes, int]]) -> None:
    folder = tmp_path_factory.mktemp("vectors")  # type: ignore[attr-defined]
    for batch in batches:
        open_vectors(folder).update({k: row(v) for k, v in batch.items()})

    vectors = open_vectors(folder)

    filed = {k for batch in batches for k in batch}
    assert len(vectors) == len(filed)
    assert all(float(vectors.get(k)[0]) in {b[k] for b in batches if k in b} for k in filed)  # type: ignore[index]
