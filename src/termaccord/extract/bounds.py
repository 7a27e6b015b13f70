"""What is too long to be read as a sentence, so that no text takes more time than its length is worth."""

LONGEST = 5000
"""
Characters of the longest passage in which names and terms are looked for.

Every word of a passage is held against every word of its translation, which grows with the square of the length;
sentences, and the segments of translation tools, stay far below.
"""


def is_readable(text: str) -> bool:
    """Whether a passage is short enough."""
    return len(text) <= LONGEST
