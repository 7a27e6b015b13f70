"""Words looked up in a project's memory, with what its glossary knows of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import numpy as np

from termaccord.model import Glossary
from termaccord.model.concordance import Concordance
from termaccord.project.memory.asking import glossary_of
from termaccord.project.memory.opening import OpenedMemory
from termaccord.project.settings import Settings, user_cache
from termaccord.store.concordance import asking
from termaccord.store.concordance.asking import Wish
from termaccord.store.concordance.counterparts import Terms
from termaccord.text.analyser import primary_language
from termaccord.text.embed import LANGUAGES, Floats

__all__ = ["concordance", "terms_of"]

_REMEMBERED = 20_000
"""Words whose vectors are kept: 40 MB."""


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
    terms = _terms(opened.settings) if opened.settings else {}
    return asking.concordance(opened.store, words, Wish(language, limit, exact, terms, _VECTORS))


def _terms(settings: Settings) -> Terms:
    """What the project's glossary says now; it is read again only when a file of it has changed."""
    folder = settings.root / settings.glossary
    stamps = [
        (path.name, path.stat().st_mtime_ns, path.stat().st_size) for path in sorted(folder.glob("*.tbx"))
    ]
    return _terms_as_of(folder, tuple(stamps), _Of(settings))


@dataclass(frozen=True, slots=True)
class _Of:
    """Settings that are no part of what an answer is remembered by."""

    settings: Settings = field(hash=False, compare=False)


@lru_cache(maxsize=4)
def _terms_as_of(_folder: Path, _stamps: tuple[tuple[str, int, int], ...], of: _Of) -> Terms:
    return terms_of(glossary_of(of.settings))


def terms_of(glossary: Glossary) -> Terms:
    """The terms of a glossary by primary language, each with its concept's id."""
    found: dict[str, list[tuple[str, str]]] = {}
    for concept in glossary.concepts:
        for section in concept.languages:
            entries = found.setdefault(primary_language(section.language), [])
            entries += [(concept.id, term.text) for term in section.terms]
    return {language: tuple(entries) for language, entries in found.items()}


class _Vectors:
    """The project's model, loaded when it is first asked; it remembers the words of its last questions."""

    languages = LANGUAGES

    def __init__(self) -> None:
        self._known: dict[str, Floats] = {}

    def __call__(self, texts: Sequence[str], /) -> Floats:
        from termaccord.project.work import embedder  # noqa: PLC0415  # loads alignment and extraction too

        if len(self._known) > _REMEMBERED:
            self._known.clear()
        missing = [text for text in dict.fromkeys(texts) if text not in self._known]
        if missing:
            self._known |= dict(zip(missing, embedder(user_cache())(missing), strict=True))
        return np.stack([self._known[text] for text in texts])


_VECTORS = _Vectors()
