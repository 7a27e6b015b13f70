"""Persons whom a text names by a part of their name: who is meant, and how the glossary spells that part."""
