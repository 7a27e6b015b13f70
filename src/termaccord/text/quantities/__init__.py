"""Amounts, dates and times: where they stand in a text, and which of two texts do not agree."""
