"""Parallel texts in; a TBX glossary, a TMX memory and every inconsistent rendering out."""

from importlib.metadata import version

from termaccord.model import (
    Alignment,
    Bead,
    Category,
    Concept,
    Document,
    Finding,
    Glossary,
    LanguageSection,
    Memory,
    ProposedConcept,
    ProposedTerm,
    Span,
    Status,
    Term,
    TranslationUnit,
    Variant,
)

__version__ = version("termaccord")

__all__ = [
    "Alignment",
    "Bead",
    "Category",
    "Concept",
    "Document",
    "Finding",
    "Glossary",
    "LanguageSection",
    "Memory",
    "ProposedConcept",
    "ProposedTerm",
    "Span",
    "Status",
    "Term",
    "TranslationUnit",
    "Variant",
    "__version__",
]
