import os
import stat
from pathlib import Path

import pytest

from termaccord.project.errors import UsageError
from termaccord.project.files import read, write


def test_a_file_is_written_whole_and_its_folder_made(tmp_path: Path) -> None:
    assert write(tmp_path / "a/b.txt", b"one")

    assert (tmp_path / "a/b.txt").read_bytes() == b"one"
    assert [p.name for p in (tmp_path / "a").iterdir()] == ["b.txt"]


def test_a_file_that_says_the_same_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path / "b.txt", b"one")
    before = (tmp_path / "b.txt").stat().st_mtime_ns

    assert not write(tmp_path / "b.txt", b"one")
    assert (tmp_path / "b.txt").stat().st_mtime_ns == before


def test_a_folder_in_the_way_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "b.txt").mkdir()

    with pytest.raises(UsageError, match="cannot write"):
        write(tmp_path / "b.txt", b"one")
    assert [p.name for p in tmp_path.iterdir()] == ["b.txt"]


def test_a_pipe_or_a_device_is_written_into_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)

    write(pipe, b"one")

    assert os.read(reader, 10) == b"one"
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    os.close(reader)


def test_what_a_link_points_to_is_written_and_the_link_stays(tmp_path: Path) -> None:
    write(tmp_path / "a/b.txt", b"one")
    (tmp_path / "link").symlink_to("a/b.txt")

    write(tmp_path / "link", b"two")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a/b.txt").read_bytes() == b"two"


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        read(tmp_path / "none.txt")
