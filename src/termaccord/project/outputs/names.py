"""What the files of the memory are called: the text and who translated it, and more only where two would be the same."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath

from termaccord.model import Alignment

_UNFIT = re.compile(r'[\s/\\:*?"<>|\x00-\x1f\x7f]+')
"""What some disk does not take in a file's name."""


def memory_names(alignments: Sequence[Alignment]) -> list[str]:
    """
    A name for each alignment's file, without ending: `TEXT.OUTLET`, with the language where no outlet is known.

    Where two would have the same name, letters' case aside, both also have their languages; where that does not help,
    the names of both documents; and at last a number.
    """
    names = [_short(a) for a in alignments]
    for longer in (_with_languages, _with_documents):
        names = _told_apart(alignments, names, longer)
    return _numbered(names)


def text_names(alignments: Sequence[Alignment]) -> list[str]:
    """The name of the text alone, as files of the memory were called that held all its translations."""
    stems = {a.source.name: _stem(a) for a in alignments}
    shared = {stem for stem, count in Counter(stems.values()).items() if count > 1}
    return [
        f"{stems[a.source.name]}.{a.source.language}"
        if stems[a.source.name] in shared
        else stems[a.source.name]
        for a in alignments
    ]


def same_name(name: str) -> str:
    """The same for names that a disk takes for one: some make no difference of case, or of how é is put together."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _told_apart(
    alignments: Sequence[Alignment], names: list[str], longer: Callable[[Alignment], str]
) -> list[str]:
    counts = Counter(map(same_name, names))
    return [
        longer(alignment) if counts[same_name(name)] > 1 else name
        for alignment, name in zip(alignments, names, strict=True)
    ]


def _numbered(names: list[str]) -> list[str]:
    taken = {same_name(name) for name, count in Counter(names).items() if count == 1}
    seen: set[str] = set()
    answer = []
    for name in names:
        free, number = name, 1
        while same_name(free) in seen or (number > 1 and same_name(free) in taken):
            number += 1
            free = f"{name}.{number}"
        seen.add(same_name(free))
        answer.append(free)
    return answer


def _short(alignment: Alignment) -> str:
    return f"{_stem(alignment)}.{_fit(alignment.target.outlet) or alignment.target.language}"


def _with_languages(alignment: Alignment) -> str:
    source, target = alignment.source, alignment.target
    parts = (_stem(alignment), source.language, _fit(target.outlet), target.language)
    return ".".join(part for part in parts if part)


def _with_documents(alignment: Alignment) -> str:
    return f"{_fit(alignment.source.name)}.{_fit(alignment.target.name)}"


def _stem(alignment: Alignment) -> str:
    return PurePosixPath(alignment.source.path).stem


def _fit(name: str) -> str:
    """A name that every disk takes, as a part of a file's name."""
    return _UNFIT.sub("-", unicodedata.normalize("NFC", name)).strip("-. ")
