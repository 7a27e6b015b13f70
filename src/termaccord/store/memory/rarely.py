"""Python's search for cycles, put off while records by the million are made that hold none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def rarely_collecting() -> Iterator[None]:
    """Look for cycles once in a hundred thousand new objects; afterwards as often as before."""
    before = gc.get_threshold()
    gc.set_threshold(max(before[0], 100_000) if before[0] else 0, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)
