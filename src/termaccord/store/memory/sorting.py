"""Compared forms of a language's segments in order of length and code points, as the blocks of an index want them."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from termaccord.store.memory.records import FIELD, RECORD, text_in
from termaccord.text.fuzzy.comparable import comparable

_PREFIX = 9
"""Figures of a length."""
_OFTEN = 5000
"""Rows between two words about how far the work is."""

_FUNCTION = "user-defined function"
"""What SQLite says when one fails, and no more."""

Watch = Callable[[int, int], None]
"""How far the work is: (done, in all)."""


def in_order(
    connection: sqlite3.Connection, tags: Sequence[str], after: int, total: int, watch: Watch | None = None
) -> Iterator[tuple[int, str]]:
    """
    Numbers and compared forms of the units behind number `after`, of which there are `total`.

    Each is read first and then given out, so that there is twice as much to be done.

    Raises
    ------
    KeyboardInterrupt
        Where SQLite would only say that a function has failed.

    """
    watch = watch or _nobody
    reader = _Reader(frozenset(tags), total * len(tags), watch)
    connection.create_function("form", 2, reader, deterministic=True)
    # A unit may have as many segments in a language as there are regions. SQLite sorts on the disk what is large.
    # Where the language stands first, as the source does, the rest of a row need not be handed over.
    first = f"CASE WHEN substr(content, 1, {len(tags[0]) + 1}) = ?2 THEN substr(content, 1, instr(content, ?3)) ELSE content END"
    one = "SELECT number, form({}, {}) AS f FROM unit WHERE number > ?1"
    parts = [first if len(tags) == 1 else "content"] * len(tags)
    query = " UNION ALL ".join(one.format(part, place) for place, part in enumerate(parts))
    given = (after, tags[0] + FIELD, RECORD) if len(tags) == 1 else (after,)
    try:
        done = 0
        for number, form in connection.execute(f"{query} ORDER BY f, number", given):
            if form:
                if done % _OFTEN == 0:
                    watch(reader.total + min(done, reader.total), 2 * reader.total)
                done += 1
                yield number, form[_PREFIX:]
    except sqlite3.OperationalError as error:
        if _FUNCTION not in str(error):
            raise
        # Ctrl-C may strike before the function's first line, where it cannot be caught.
        raise reader.failure or KeyboardInterrupt from error


class _Reader:
    """Makes the compared form of one of a unit's segments in a language, behind its length."""

    def __init__(self, tags: frozenset[str], total: int, watch: Watch) -> None:
        self.total = total
        self.failure: BaseException | None = None
        """What has stopped it; SQLite keeps that to itself."""
        self._text = text_in(tags)
        self._watch = watch
        self._done = 0

    def __call__(self, content: str, place: int) -> str | None:
        try:
            if self._done % _OFTEN == 0:
                self._watch(min(self._done, self.total), 2 * self.total)
            self._done += 1
            text = self._text(content, place)
            form = comparable(text) if text else None
            return f"{_figures(len(form))}{form}" if form else None
        except BaseException as failure:
            self.failure = failure
            raise


@lru_cache(4096)
def _figures(length: int) -> str:
    return f"{length:0{_PREFIX}d}"


def _nobody(_done: int, _all: int) -> None:
    """Nobody wants to know."""
