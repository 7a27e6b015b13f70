"""Every localisation file under some paths filled from a memory."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from termaccord.formats.filling import fills
from termaccord.model import Finding, Place, Severity, UsageError, say
from termaccord.project import corpus
from termaccord.project.files import read
from termaccord.project.localised import beside
from termaccord.project.memory.asking import languages_of, matcher
from termaccord.project.memory.opening import OpenedMemory
from termaccord.project.memory.reckoning.counting import Step
from termaccord.project.memory.reckoning.filling import Pretranslated, Wish, pretranslate
from termaccord.text.analyser import primary_language


def fillable(paths: Sequence[str], original: str = "") -> tuple[Path, ...]:
    """
    The files that are meant; of a folder those that can be filled, but not the originals of others.

    Raises
    ------
    UsageError
        When there is no such path, or nothing that can be filled, or no such `original`.

    """
    beside.demand(original)
    found: list[Path] = []
    for given in paths:
        path = Path(given)
        if not path.exists():
            raise UsageError(say("no such file or folder: {path}", path=given))
        found += (
            [path] if path.is_file() else [file for file in corpus.files_in(path) if fills(file.as_posix())]
        )
    if not found:
        raise UsageError(say("there is no file in {paths} that can be filled", paths=", ".join(paths)))
    return tuple(dict.fromkeys(beside.without_originals(found, original)))


def pretranslate_files(
    paths: Sequence[Path],
    memory: OpenedMemory,
    languages: tuple[str, str],
    wish: Wish,
    step: Step = lambda _what, _done, _all: None,
    original: str = "",
) -> Iterator[Pretranslated]:
    """
    Fill files one by one; one that cannot be read or filled gives an error and does not stop the others.

    Parameters
    ----------
    paths
        Of files that can be filled.
    memory
        What is asked.
    languages
        Source and target that the user has named; empty ones are told by the files, or by the memory.
    wish
        What is filled, and how.
    step
        Is told how far the work is: (what, done, in all).
    original
        The file that files of strings translate; empty: the one that their names tell.

    """
    finder = matcher(memory.store, memory.settings)
    for path in paths:
        name = str(path)
        try:
            data, translated = read(path), beside.brought(path, original)
        except UsageError as error:
            finding = Finding("P012", error.message, Place(name), Severity.ERROR)
            yield Pretranslated(name, b"", changed=False, findings=(finding,))
            continue
        chooser = _chooser(name, memory, languages)
        yield pretranslate(data, name, finder, chooser, wish, step, original=translated)


def _chooser(
    name: str, memory: OpenedMemory, languages: tuple[str, str]
) -> Callable[[str, tuple[str, str]], tuple[str, str]]:
    """What decides between which languages the segments of a file are looked up."""
    held = languages_of(memory.store, *languages)

    def choose(text: str, told: tuple[str, str]) -> tuple[str, str]:
        for own, wanted in zip(told, languages, strict=True):
            if own and wanted and primary_language(own) != primary_language(wanted):
                raise UsageError(
                    say(
                        "{file} is in {language}, not in {wanted}, and is left out",
                        file=name,
                        language=own,
                        wanted=wanted,
                    )
                )
        if lacking := held.lacking():
            raise UsageError(lacking)
        return held.chosen(text, told)

    return choose
