"""Queries that mean what a term means, in other words or another language: by the vectors of a sentence encoder."""

from collections.abc import Callable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from termaccord.model import say
from termaccord.store.lookup.base import Base, Found, Query
from termaccord.store.vectors import Vectors
from termaccord.text.analyse import analyser_for
from termaccord.text.embed import Embed
from termaccord.text.tokens import TokenKind, scan

LEAST = 0.55
"""Cosine below which two texts have little to do with each other; of a thousand terms hardly one comes so near by chance."""
_WITHIN = 0.12
"""Cosine below the nearest of what is still told."""
_MOST = 3
LARGEST = 20_000
"""Terms beyond which reading the meaning of all of them would keep the asker waiting too long."""
_AT_ONCE = 4096
_HOW_SURE = 0.6
Tell = Callable[[int, int], None]
"""(terms done, terms in all)."""


def _nobody(_done: int, _all: int) -> None:
    """Tell nobody."""


class Meaning:
    """
    The vectors of an index's terms, made when they are first asked for.

    The model is loaded only then; vectors are kept under the hash of their text, so that only new terms cost anything.
    """

    def __init__(self, load: Callable[[], Embed], folder: Path | None = None, tell: Tell = _nobody) -> None:
        """Take what loads the model, where vectors are kept (None: nowhere), and who is told how far they are."""
        self._load = load
        self._folder = folder
        self._tell = tell
        self._numbers: list[int] = []
        self._rows: NDArray[np.float16] | None = None

    def found(self, base: Base, query: Query) -> Iterator[Found]:
        """The terms that come nearest in meaning, unless the query is no word of any language or there are too many."""
        if base.size > LARGEST or not any(_known(query.text, reading.language) for reading in query.readings):
            return
        cosines = self._cosines(base, query.text)
        order = np.argsort(-cosines, kind="stable")[: _MOST * 4].tolist() if len(cosines) else []
        near = [at for at in order if cosines[at] >= max(LEAST, float(cosines[order[0]]) - _WITHIN)]
        entries = base.entries(self._numbers[at] for at in near)
        for at, entry in zip(near, entries, strict=True):
            how = say("“{query}” means something like “{term}”", query=query.text, term=entry.text)
            yield Found(entry, _HOW_SURE * float(cosines[at]), how)

    def _cosines(self, base: Base, text: str) -> NDArray[np.float32]:
        embed = self._load()
        if self._rows is None:
            self._rows = self._vectors(base, embed)
        query = np.asarray(embed([text])[0], np.float32)
        parts = range(0, len(self._rows), _AT_ONCE)
        found = [self._rows[start : start + _AT_ONCE].astype(np.float32) @ query for start in parts]
        return np.concatenate(found) if found else np.empty(0, np.float32)

    def _vectors(self, base: Base, embed: Embed) -> NDArray[np.float16]:
        sql = "SELECT id, text FROM term WHERE abbreviates = '' ORDER BY id"
        terms = [(number, text) for number, text in base.connection.execute(sql) if not text.isupper()]
        self._numbers = [number for number, _text in terms]
        texts = [text for _number, text in terms]
        model = str(getattr(embed, "model", "")) if self._folder else ""
        store = Vectors(self._folder) if model and self._folder else None
        keys = [blake2b(f"{model}\0{text}".encode(), digest_size=16).digest() for text in texts]
        held = {key: row for key in keys if store is not None and (row := store.get(key)) is not None}
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in held}
        fresh = self._encoded(embed, list(missing.values()))
        new = dict(zip(missing, fresh, strict=True))
        if store is not None and new:
            store.update(new)
        held |= new
        return np.stack([held[key] for key in keys]) if keys else np.empty((0, 0), np.float16)

    def _encoded(self, embed: Embed, texts: Sequence[str]) -> Iterator[NDArray[np.float16]]:
        for start in range(0, len(texts), _AT_ONCE):
            self._tell(start, len(texts))
            yield from np.asarray(embed(texts[start : start + _AT_ONCE]), np.float16)
        if texts:
            self._tell(len(texts), len(texts))


def _known(text: str, language: str) -> bool:
    """Whether a dictionary of the language holds a word of the text; the model finds some meaning in any letters."""
    analyses = analyser_for(language).analyses
    function_words = analyser_for(language).function_words
    return any(
        any(reading.known for reading in analyses(form))
        for _start, _end, form, kind in scan(text)
        if kind is TokenKind.WORD and form.lower() not in function_words
    )
