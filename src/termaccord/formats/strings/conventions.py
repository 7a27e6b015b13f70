"""
Which file of strings translates which, and into what language: every platform has its way of naming them.

Sources: Android developers' guide, “Providing resources”; Apple, “Bundle Programming Guide”; the documentation of Java's
``ResourceBundle`` and of .NET's satellite assemblies; MDN on WebExtensions; Flutter's and Rails's guides to internationalisation.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from termaccord.formats.localisation.languages import tag

_USUAL = ("en", "en-US", "en_US", "en-GB", "en_GB")
"""English is what most programs are translated from."""
_ANDROID = re.compile(
    r"values(?:-(?:b\+(?P<bcp>[\w+]+)|(?P<language>[a-z]{2,3})(?:-r(?P<region>[A-Z]{2}))?))?"
)
_ENDED = re.compile(r"(?P<base>.+?)[_.-](?P<tag>[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)")
_TREES = frozenset({"json", "yml", "yaml"})
_ENDINGS = frozenset({"xml", "strings", "stringsdict", "properties", "resx", "arb", *_TREES})


@dataclass(frozen=True, slots=True)
class Named:
    """What the path of a file of strings says."""

    language: str
    """BCP 47; empty where it is the file that others are translated from."""
    originals: tuple[str, ...]
    """Where the file may be that this one translates, likeliest first; none where this is such a file."""


def kind(name: str) -> str:
    """The ending of a path if files of strings have it; of XML only those in Android's folders count."""
    path = _path(name)
    ending = path.suffix.lower().removeprefix(".")
    if ending not in _ENDINGS or (ending == "xml" and not _ANDROID.fullmatch(path.parent.name)):
        return ""
    return ending


def named(name: str) -> Named | None:
    """
    What the path of a file says about it; None where it follows no convention.

    >>> named("res/values-pt-rBR/strings.xml")
    Named(language='pt-BR', originals=('res/values/strings.xml',))
    >>> named("app/messages_ru.properties").originals[0]
    'app/messages.properties'
    """
    path = _path(name)
    ending = kind(name)
    if not ending:
        return None
    if ending == "xml":
        return _android(path)
    if path.parent.suffix == ".lproj":
        return _apple(path)
    return _ended(path, ending) or _folder(path, ending) or _original(ending)


def _android(path: PurePosixPath) -> Named | None:
    found = _ANDROID.fullmatch(path.parent.name)
    if found is None:
        return None
    written = (found["bcp"] or "").replace("+", "-") or "-".join(
        filter(None, (found["language"], found["region"]))
    )
    original = (str(path.parent.parent / "values" / path.name),)
    return Named(tag(written), original if written else ())


def _apple(path: PurePosixPath) -> Named | None:
    language = path.parent.name.removesuffix(".lproj")
    if language == "Base":
        return Named("", ())
    folders = ("Base", "en", "en-US", "en-GB", "English")
    originals = tuple(
        str(path.parent.parent / f"{one}.lproj" / path.name) for one in folders if one != language
    )
    english = language.partition("-")[0].lower() in {"en", "english"}
    return Named(tag(language), originals[:1] if english else originals)


def _ended(path: PurePosixPath, ending: str) -> Named | None:
    """The language at the end of the name, or all of it: ``messages_ru``, ``app.ru``, ``ru``."""
    if ending in _TREES and (language := _language(path.stem)):
        usual = tuple(one for one in _USUAL if one != path.stem)
        return Named(language, () if _english(language) else _beside(path, usual))
    found = _ENDED.fullmatch(path.stem)
    language = _language(found["tag"]) if found else ""
    if found is None or not language:
        return None
    base, sign = found["base"], path.stem[len(found["base"])]
    plain = () if ending in {"arb", *_TREES} else (base,)
    usual = () if _english(language) else tuple(f"{base}{sign}{one}" for one in _USUAL)
    return Named(language, _beside(path, (*plain, *usual)))


def _folder(path: PurePosixPath, ending: str) -> Named | None:
    """The language as the name of the folder: ``locales/ru/common.json``."""
    if ending not in _TREES | {"properties", "strings", "arb"}:
        return None
    parts = path.parts
    for at in range(len(parts) - 2, max(len(parts) - 5, -1), -1):
        if language := _language(parts[at]):
            usual = () if _english(language) else _USUAL
            originals = (PurePosixPath(*parts[:at], one, *parts[at + 1 :]) for one in usual)
            return Named(language, tuple(map(str, originals)))
    return None


def _original(ending: str) -> Named | None:
    """A file that names no language is an original where its kind is only for strings."""
    return None if ending in _TREES | {"xml"} else Named("", ())


def _beside(path: PurePosixPath, stems: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(str(path.with_name(stem + path.suffix)) for stem in stems)


def _language(written: str) -> str:
    """The language that a part of a path names; words that only look like one name none."""
    primary = re.split(r"[-_]", written)[0]
    return tag(written) if len(primary) == 2 or (len(primary) == 3 and written != primary) else ""


def _english(language: str) -> bool:
    return language.partition("-")[0] == "en"


def _path(name: str) -> PurePosixPath:
    return PurePosixPath(name.replace("\\", "/"))


def translations(names: Iterator[str]) -> dict[str, str]:
    """Of some paths those that translate another of them, each with that other."""
    known = dict.fromkeys(names)
    found = {}
    for name in known:
        told = named(name)
        original = next((one for one in told.originals if one in known), None) if told else None
        if original:
            found[name] = original
    return found
