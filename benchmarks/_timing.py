"""Processor time of a piece of work, here or in a process of its own."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


def clocked(work: Callable[[], T]) -> tuple[float, float, T]:
    """Milliseconds of this thread's processor time and by the clock, and the result."""
    wall, processor = time.perf_counter(), time.thread_time()
    result = work()
    return 1000 * (time.thread_time() - processor), 1000 * (time.perf_counter() - wall), result


@dataclass(frozen=True, slots=True)
class Ran:
    """What a process has used."""

    seconds: float
    """Of processor time, its start included."""
    megabytes: float
    """At its peak."""
    wall: float


def ran(command: Sequence[str]) -> Ran:
    """Run a command, throw its output away."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in {0, 1}, f"{command} failed"
    return Ran(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, time.perf_counter() - start)


def python(code: str, *arguments: str) -> Ran:
    """Run some lines of Python with this interpreter."""
    return ran([sys.executable, "-c", code, *arguments])


def median(runs: Sequence[Ran]) -> Ran:
    """The middle of each figure."""
    return Ran(*(statistics.median(getattr(run, name) for run in runs) for name in Ran.__slots__))
