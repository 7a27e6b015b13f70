"""
Which of many numbers may have come before, in memory that does not grow.

Bloom, Space/time trade-offs in hash coding with allowable errors (Communications of the ACM 13, 1970).
"""

from collections.abc import Sequence

import numpy as np

_BITS = 25
"""Two to this many bits: 4 MB. Of five million numbers one in twenty is asked for needlessly, of a million none in a thousand."""
_PLACES = (0, 20, 39)
"""Where in a number, which is a hash, its places among the bits are read."""


class Perhaps:
    """Knows for sure of most numbers that they are new."""

    def __init__(self) -> None:
        self._bits = np.zeros(1 << (_BITS - 3), np.uint8)

    def met(self, numbers: Sequence[int]) -> list[int]:
        """Those that may have been given before; all of them are known from now on. Numbers are signed, of 64 bits."""
        hashes = np.array(numbers, np.int64).view(np.uint64)
        doubtful = np.ones(len(hashes), np.bool_)
        places = []
        for start in _PLACES:
            place = (hashes >> np.uint64(start)) & np.uint64((1 << _BITS) - 1)
            byte, bit = place >> np.uint64(3), (np.uint64(1) << (place & np.uint64(7))).astype(np.uint8)
            doubtful &= (self._bits[byte] & bit) != 0
            places.append((byte, bit))
        for byte, bit in places:
            np.bitwise_or.at(self._bits, byte, bit)
        return [number for number, doubt in zip(numbers, doubtful.tolist(), strict=True) if doubt]
