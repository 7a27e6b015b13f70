"""Python's collector of reference cycles rests while records by the million are made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def resting() -> Iterator[None]:
    """
    Keep the collector from looking through all records again and again; it goes on afterwards if it was going before.

    Nothing here refers to itself in a circle, so nothing is left lying about;
    a quarter of the time of an extraction went into looking.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()
