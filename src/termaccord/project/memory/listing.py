"""The segments of files that are looked up, each with those beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from termaccord.model import Content
from termaccord.project.corpus import STANDARD_INPUT
from termaccord.project.files import read
from termaccord.project.memory.asking import Asked, Languages
from termaccord.project.memory.sources import open_sources


def segments_of(
    path: str, wish: Languages, stdin: bytes | None = None, *, lines: bool = False
) -> Iterator[Asked]:
    """
    The segments of a file in order, each with those beside it.

    Parameters
    ----------
    path
        A document or a bilingual file, `-` for standard input.
    wish
        The languages that are wanted.
    stdin
        The bytes of standard input.
    lines
        Whether the file holds one segment a line.

    Raises
    ------
    UsageError
        When there is no such file, or nothing can be read there.

    """
    if lines:
        data = stdin if path == STANDARD_INPUT and stdin is not None else read(Path(path))
        yield from _beside(path, _lines(data), wish.pair)
        return
    found = open_sources([path], wish.source, wish.target, stdin)
    for text in found.texts:
        languages = text.language or wish.source, text.target_language or wish.target
        yield from _beside(text.path, [segment.content for segment in text.segments], languages)


def _lines(data: bytes) -> list[str]:
    return [line for line in data.decode("utf-8-sig", errors="replace").splitlines() if line.strip()]


def _beside(path: str, segments: Sequence[str | Content], languages: tuple[str, str]) -> Iterator[Asked]:
    asked = [Asked(segment, path, number, languages=languages) for number, segment in enumerate(segments, 1)]
    texts = ["", *(one.text for one in asked), ""]
    for one, previous, following in zip(asked, texts, texts[2:], strict=False):
        yield replace(one, previous=previous, following=following)
