"""Parallel texts in; a TBX glossary, a TMX memory and every inconsistent rendering out."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from termaccord.model import (
        Alignment,
        Bead,
        Category,
        Concept,
        Document,
        Finding,
        LanguageSection,
        ProposedConcept,
        ProposedTerm,
        Span,
        Status,
        Term,
        TranslationUnit,
        UsageError,
        Variant,
    )
    from termaccord.project.conversion.api import convert
    from termaccord.project.memory.api import Memory
    from termaccord.project.terms.api import Glossary

    __version__: str

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
    "UsageError",
    "Variant",
    "__version__",
    "convert",
]

_HOMES = {
    "Glossary": "termaccord.project.terms.api",
    "Memory": "termaccord.project.memory.api",
    "convert": "termaccord.project.conversion.api",
}
"""Where a name lives that is no noun of `termaccord.model`."""


def __getattr__(name: str) -> Any:
    """Load a name when it is first asked for, so that importing the package costs nothing."""
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415  # takes longer than all the rest

        found: Any = version("termaccord")
    elif name in __all__:
        found = getattr(import_module(_HOMES.get(name, "termaccord.model")), name)
    else:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
