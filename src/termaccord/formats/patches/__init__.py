"""Changing words of a file and nothing else: where each format keeps its text, and how text is written there."""
