"""Parallel texts in; a TBX glossary, a TMX memory and every inconsistent rendering out."""
