"""Syntax: each module turns bytes into nouns and back, ``parse(bytes) -> Reading`` and ``serialize(record) -> bytes``."""
