"""The fuzzy index of one language: blocks in a folder, which of them count, and keeping up with the store."""

import contextlib
import json
import os
import secrets
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from termaccord.store.memory import search
from termaccord.store.memory.block import FORMAT, Array, Block, UnreadableError, packed
from termaccord.store.memory.building import blocks, word_key
from termaccord.store.memory.records import texts
from termaccord.store.memory.schema import CACHE, LAST_UNIT
from termaccord.store.memory.sorting import Watch, in_order
from termaccord.text.analyser import primary_language
from termaccord.text.fuzzy.comparable import comparable, compared_words

TAIL = 500
"""Units that may wait outside the blocks; they are compared one by one."""
_SHARE = 0.25
"""Blocks are made anew when more units than this share stand in later ones."""

_SORTED_AT_ONCE = 1000
"""Kilobytes that SQLite sorts in memory before it takes the disk."""
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """Units whose segments have the same compared form, and how alike it is to what was asked for."""

    likeness: float
    """From 0 to 1."""
    compared: str
    numbers: tuple[int, ...]


@dataclass(slots=True)
class Index:
    """The index of a language. Made by the store, and asked through it."""

    connection: sqlite3.Connection
    folder: Path | None
    """None keeps it in memory."""
    language: str
    """Without region."""
    store: str
    """The store's own mark, so that blocks of another one are not believed."""
    version: str = ""
    """Another one whenever other blocks count."""
    covered: int = 0
    """The units up to this number stand in the blocks."""
    first: int = 0
    """The units up to this number stood in the blocks when they were last made anew."""
    swept: int = 0
    """Of what is gone, so much was gone then."""
    files: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    gone: frozenset[int] = frozenset()
    tail: list[tuple[int, str]] = field(default_factory=list)

    def refresh(self, watch: Watch | None = None) -> None:
        """See what has changed in the store since; put into blocks what is too much to be compared one by one."""
        self.connection.execute("BEGIN")  # one state of the store throughout, whatever others write meanwhile
        try:
            self._read()
            tags = self._tags()
            waiting = self._number("SELECT count(*) FROM unit WHERE number > ?", self.covered) if tags else 0
            if waiting > TAIL or (tags and self._worn(waiting)):
                self._grow(tags, waiting, watch)
            gone = self.connection.execute("SELECT unit FROM gone WHERE place > ?", (self.swept,))
            self.gone = frozenset(number for (number,) in gone)
            self.tail = list(self._rows(tags, self.covered))
        finally:
            self.connection.execute("COMMIT")

    def _number(self, query: str, *values: int) -> int:
        return int(self.connection.execute(query, values).fetchone()[0] or 0)

    def _worn(self, waiting: int) -> bool:
        """Whether too much has come or gone since the blocks were made, so that they are made anew."""
        late = self._number(
            "SELECT count(*) FROM unit WHERE number > ? AND number <= ?", self.first, self.covered
        )
        gone = self._number("SELECT count(*) FROM gone WHERE place > ?", self.swept)
        most = _SHARE * self._number("SELECT count(*) FROM unit")
        return bool(self.blocks) and (gone > max(most, TAIL) or (waiting > TAIL and late + waiting > most))

    def _tags(self) -> list[str]:
        tags = self.connection.execute("SELECT tag FROM language ORDER BY tag")
        return [tag for (tag,) in tags if primary_language(tag) == self.language]

    def _rows(self, tags: list[str], after: int) -> Iterator[tuple[int, str]]:
        """Unit numbers and compared forms, by number."""
        query = "SELECT number, content FROM unit WHERE number > ? ORDER BY number"
        for number, content in self.connection.execute(query, (after,)):
            for tag, text in texts(content):
                if tag in tags and (form := comparable(text)):
                    yield number, form

    # -- the blocks on the disk -----------------------------------------------------------------------------------

    @property
    def _manifest(self) -> Path | None:
        return self.folder / f"{self.language}.json" if self.folder else None

    def _read(self) -> None:
        """Open the blocks that the manifest names, if it is another one than before."""
        manifest = self._manifest
        if manifest is None:
            return
        for _try in range(_TRIES):
            try:
                held = json.loads(manifest.read_bytes())
                if (held["format"], held["store"]) != (FORMAT, self.store) or held["version"] == self.version:
                    return
                if held["covered"] > self._number(LAST_UNIT):
                    return  # made by a process that sees more than this one does yet
                opened = [Block.open(manifest.parent / name) for name in held["blocks"]]
                numbers = (int(held["covered"]), int(held["first"]), int(held["swept"]))
            except FileNotFoundError:
                continue  # another process has just put other blocks in their place, or they are lost
            except (OSError, ValueError, KeyError, TypeError, UnreadableError):
                return  # damaged: made anew
            self.version, self.files, self.blocks = held["version"], held["blocks"], opened
            self.covered, self.first, self.swept = numbers
            return

    def _grow(self, tags: list[str], waiting: int, watch: Watch | None) -> None:
        """Make blocks of the units that wait, or all anew."""
        anew = not self.blocks or self._worn(waiting)
        total = self._number("SELECT count(*) FROM unit") if anew else waiting
        last = self._number(LAST_UNIT)
        self.connection.execute(f"PRAGMA cache_size = {-_SORTED_AT_ONCE}")
        self.connection.execute("PRAGMA shrink_memory")
        rows = in_order(self.connection, tags, 0 if anew else self.covered, total, watch)
        made = [self._kept(arrays) for arrays in blocks(rows)]
        self.connection.execute(f"PRAGMA cache_size = {-CACHE}")
        if anew:
            self.files, self.blocks, self.first = [], [], last
            self.swept = self._number("SELECT max(place) FROM gone")
        self.files = [*self.files, *(name for name, _block in made)]
        self.blocks = [*self.blocks, *(block for _name, block in made)]
        self.covered, self.version = last, secrets.token_hex(8)
        self._install()

    def _kept(self, arrays: dict[str, Array]) -> tuple[str, Block]:
        """A block, in a file of its own where there is a folder."""
        if self.folder is None:
            return "", Block.of(arrays)
        name = f"{self.language}-{secrets.token_hex(6)}.block"
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / name
        with path.open("wb") as file:
            file.writelines(packed(arrays))
        return name, Block.open(path)

    def _install(self) -> None:
        """Let the new blocks count, in one step; then the old ones may go."""
        manifest = self._manifest
        if manifest is None:
            return
        old = _named(manifest)
        held = {
            "format": FORMAT,
            "store": self.store,
            "version": self.version,
            "covered": self.covered,
            "first": self.first,
            "swept": self.swept,
            "blocks": self.files,
        }
        beside = manifest.with_name(f"{manifest.name}.{os.getpid()}")
        beside.write_text(json.dumps(held, indent=1) + "\n", "utf-8")
        beside.replace(manifest)
        kept = set(self.files)
        yesterday = time.time() - 86_400
        for path in manifest.parent.glob(f"{self.language}-*.block"):
            # What nobody names may be another process's that is not yet done; a reader elsewhere may hold a file open.
            with contextlib.suppress(OSError):
                if path.name not in kept and (path.name in old or path.stat().st_mtime < yesterday):
                    path.unlink()

    # -- asking ---------------------------------------------------------------------------------------------------

    def nearest(self, compared: str, least: float, limit: int, *, words: bool = False) -> list[Candidate]:
        """What is most alike to a compared form, best first."""
        ask = search.by_words if words else search.by_characters
        wanted = limit + len(self.gone)  # what is gone may stand before what is there
        hits = ask(self.blocks, compared, least, wanted)
        found = [
            Candidate(hit.likeness, self.blocks[hit.block].form(hit.form), self._there(hit.block, hit.form))
            for hit in hits
        ]
        found += self._in_tail(compared, least, words=words)
        merged: dict[str, Candidate] = {}
        for one in found:
            held = merged.get(one.compared)
            merged[one.compared] = (
                Candidate(one.likeness, one.compared, (*held.numbers, *one.numbers)) if held else one
            )
        there = [one for one in merged.values() if one.numbers]
        return sorted(there, key=lambda one: (-one.likeness, one.numbers))[:limit]

    def same(self, compared: str) -> list[int]:
        """Units with exactly this compared form."""
        found = [n for block, form in search.same(self.blocks, compared) for n in self._there(block, form)]
        return sorted({*found, *(number for number, form in self.tail if form == compared)})

    def _there(self, block: int, form: int) -> tuple[int, ...]:
        return tuple(n for n in self.blocks[block].numbers(form) if n not in self.gone)

    def _in_tail(self, compared: str, least: float, *, words: bool) -> Iterator[Candidate]:
        query = compared_words(compared) if words else compared
        for number, form in self.tail:
            likeness = Levenshtein.normalized_similarity(
                query, compared_words(form) if words else form, score_cutoff=least
            )
            if likeness >= least:
                yield Candidate(likeness, form, (number,))

    # -- words ----------------------------------------------------------------------------------------------------

    def vocabulary(self) -> set[str]:
        """Every word of the compared forms."""
        known = {word for _number, form in self.tail for word in compared_words(form)}
        for block in self.blocks:
            known.update(block.vocabulary.tobytes().decode().split("\n"))
        return known - {""}

    def with_word(self, word: str) -> list[int]:
        """Units whose segment holds a word of the vocabulary, rising."""
        key = word_key(word)
        found = [number for number, form in self.tail if word in compared_words(form)]
        for block in self.blocks:
            at = int(block.word_keys.searchsorted(key))
            if at < len(block.word_keys) and int(block.word_keys[at]) == key:
                forms = block.words[block.word_starts[at] : block.word_starts[at + 1]].tolist()
                found += [n for form in forms for n in block.numbers(form)]
        return sorted({n for n in found if n not in self.gone})


def _named(manifest: Path) -> frozenset[str]:
    """The blocks that a manifest names, whatever its format."""
    try:
        return frozenset(json.loads(manifest.read_bytes())["blocks"])
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()
