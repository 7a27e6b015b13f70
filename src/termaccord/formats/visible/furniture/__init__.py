"""Wording of pages that is no part of their texts, a file for each language."""
