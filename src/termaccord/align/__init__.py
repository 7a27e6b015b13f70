"""Segments to beads: which sentences of two documents say the same."""
