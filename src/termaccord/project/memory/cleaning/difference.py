"""What cleaning changes in a file, as a unified diff made of the changes themselves: no file is too large for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from termaccord.project.memory.cleaning.clean import Cleaned
from termaccord.project.memory.cleaning.rewriting import Splice, spliced

CONTEXT = 3
"""Lines before and behind a change."""
_NO_END = b"\n\\ No newline at end of file\n"


@dataclass(frozen=True, slots=True)
class _Change:
    """Whole lines of the file, from the beginning of one to the beginning of another, and the splices in them."""

    start: int
    end: int
    splices: tuple[Splice, ...]


def difference(file: Cleaned) -> bytes:
    """
    A unified diff (POSIX, diff -u) in the file's own bytes; empty where nothing changes.

    Of a file in UTF-16 the diff is in UTF-8.
    """
    if not file.splices:
        return b""
    name = file.path.as_posix().encode()
    data = file.file.data
    out = [b"--- " + name + b"\n", b"+++ " + name + b"\n"]
    line, at, shift = 1, 0, 0
    for hunk in _hunks(data, _changes(data, file.splices)):
        start, end = _before(data, hunk[0].start), _behind(data, hunk[-1].end)
        line += data.count(b"\n", at, start)
        at = start
        body, old, new = _body(data, start, end, hunk)
        out += [_range(b"@@ -", line, old), _range(b" +", line + shift, new), b" @@\n", *body]
        shift += new - old
    return b"".join(out)


def _range(sign: bytes, line: int, count: int) -> bytes:
    first = line if count else line - 1
    return sign + (f"{first},{count}" if count != 1 else f"{first}").encode()


def _changes(data: bytes, splices: Sequence[Splice]) -> Iterator[_Change]:
    """The splices with the lines that they touch; those that share a line are one."""
    held: list[Splice] = []
    start = end = 0
    for splice in splices:
        first, last = data.rfind(b"\n", 0, splice.start) + 1, _line_end(data, splice.end)
        if held and first < end:
            held.append(splice)
            end = max(end, last)
            continue
        if held:
            yield _Change(start, end, tuple(held))
        held, start, end = [splice], first, last
    if held:
        yield _Change(start, end, tuple(held))


def _line_end(data: bytes, at: int) -> int:
    """Behind the line that ends at or behind `at`; where `at` begins a line, it is that place."""
    if at and data[at - 1 : at] == b"\n":
        return at
    end = data.find(b"\n", at)
    return len(data) if end < 0 else end + 1


def _hunks(data: bytes, changes: Iterator[_Change]) -> Iterator[list[_Change]]:
    """Changes whose contexts meet are shown together."""
    hunk: list[_Change] = []
    for change in changes:
        if hunk and _before(data, change.start) > _behind(data, hunk[-1].end):
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk


def _before(data: bytes, at: int) -> int:
    """Where the lines of context before a change begin."""
    for _ in range(CONTEXT):
        if at:
            at = data.rfind(b"\n", 0, at - 1) + 1
    return at


def _behind(data: bytes, at: int) -> int:
    for _ in range(CONTEXT):
        if at < len(data):
            end = data.find(b"\n", at)
            at = len(data) if end < 0 else end + 1
    return at


def _body(data: bytes, start: int, end: int, hunk: Sequence[_Change]) -> tuple[list[bytes], int, int]:
    """The lines of a hunk, and how many there are of the old and of the new file."""
    out: list[bytes] = []
    old = new = 0
    at = start
    for change in hunk:
        same = _signed(b" ", data[at : change.start])
        gone = _signed(b"-", data[change.start : change.end])
        shifted = [Splice(s.start - change.start, s.end - change.start, s.new) for s in change.splices]
        come = _signed(b"+", spliced(data[change.start : change.end], shifted))
        out += [*same, *gone, *come]
        old, new, at = old + len(same) + len(gone), new + len(same) + len(come), change.end
    rest = _signed(b" ", data[at:end])
    return [*out, *rest], old + len(rest), new + len(rest)


def _signed(sign: bytes, text: bytes) -> list[bytes]:
    lines = text.split(b"\n")
    whole = [sign + line + b"\n" for line in lines[:-1]]
    return [*whole, sign + lines[-1] + _NO_END] if lines[-1] else whole
