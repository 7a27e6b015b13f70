"""Words looked up in a project's memory, with what its glossary knows of them."""

from collections.abc import Sequence

from termaccord.model import Glossary
from termaccord.model.concordance import Concordance
from termaccord.project.memory.asking import glossary_of
from termaccord.project.memory.opening import OpenedMemory
from termaccord.project.settings import user_cache
from termaccord.project.work import embedder
from termaccord.store.concordance import asking
from termaccord.store.concordance.asking import Wish
from termaccord.store.concordance.counterparts import Terms
from termaccord.text.analyser import primary_language
from termaccord.text.embed import Floats

__all__ = ["Wish", "concordance", "terms_of"]


def concordance(
    opened: OpenedMemory, words: str, *, language: str = "", limit: int = 10, exact: bool = False
) -> Concordance:
    """
    Units of a memory in which words stand, with what renders them in the other languages.

    Parameters
    ----------
    opened
        The memory, see `opening.open_memory`.
    words
        In any form and order; words in quotes stand side by side, and a star ends the beginning of a word.
    language
        Of the words; without it, the one in which the memory has most of them.
    limit
        How many hits at most.
    exact
        Whether only these very forms are meant.

    """
    terms = terms_of(glossary_of(opened.settings)) if opened.settings else {}
    return asking.concordance(opened.store, words, Wish(language, limit, exact, terms, _vectors))


def _vectors(texts: Sequence[str]) -> Floats:
    """The project's model, loaded when it is asked."""
    return embedder(user_cache())(texts)


def terms_of(glossary: Glossary) -> Terms:
    """The terms of a glossary by primary language, each with its concept's id."""
    found: dict[str, list[tuple[str, str]]] = {}
    for concept in glossary.concepts:
        for section in concept.languages:
            entries = found.setdefault(primary_language(section.language), [])
            entries += [(concept.id, term.text) for term in section.terms]
    return {language: tuple(entries) for language, entries in found.items()}
