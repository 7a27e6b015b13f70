"""Turtle, the textual form of RDF: only what vocabularies are written in, without a library."""
