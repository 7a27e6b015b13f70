"""Texts in other letters than they were meant in: another alphabet, another keyboard layout."""
