"""The way of a glossary or a memory from one kind of file to another."""
