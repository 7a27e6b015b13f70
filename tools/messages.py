"""
Collect the interface's sentences into the catalogs; `--check` fails when one is missing, stale or untranslated.

A new language begins with an empty folder beside `locale/ru`.
The catalogs hold no dates and no line numbers: the same sentences give the same bytes.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import click
import polib
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.plurals import get_plural

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "termaccord"
LOCALES = SOURCE / "interfaces" / "locale"
KEYWORDS = {"_": None, "say": None, "plural": (1, 2), "two": (1, 2), "ngettext": (1, 2)}
DOMAINS = {"termaccord": SOURCE, "click": Path(click.__file__).parent}
"""Each catalog with the folder whose sentences it translates."""


def collected(folder: Path) -> Catalog:
    """Every sentence with the files that say it."""
    catalog = Catalog()
    found = extract_from_dir(
        str(folder), [("**.py", "python")], {"**.py": {}}, keywords=KEYWORDS, comment_tags=("NOTE",)
    )
    for file, _line, message, comments, context in sorted(found, key=lambda f: (f[0], f[1])):
        catalog.add(message, None, [(file, None)], auto_comments=comments, context=context)
    return catalog


def updated(before: polib.POFile, template: Catalog, language: str) -> polib.POFile:
    """The catalog for `template`, with the translations that `before` has."""
    known = {(e.msgid, e.msgid_plural): e for e in before}
    after = polib.POFile(wrapwidth=0)
    after.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": get_plural(language).plural_forms,
    }
    for message in sorted(
        (m for m in template if m.id), key=lambda m: m.id if m.pluralizable else (m.id, "")
    ):
        one, many = message.id if message.pluralizable else (message.id, "")
        entry = polib.POEntry(
            msgid=one,
            msgid_plural=many,
            comment="\n".join(message.auto_comments),
            occurrences=[(file, "") for file in sorted({file for file, _line in message.locations})],
            flags=sorted(message.flags),
        )
        old = known.get((one, many))
        if many:
            forms = get_plural(language).num_plurals
            entry.msgstr_plural = {i: old.msgstr_plural.get(i, "") if old else "" for i in range(forms)}
        else:
            entry.msgstr = old.msgstr if old else ""
        after.append(entry)
    return after


def catalogs() -> Iterator[tuple[Path, str, polib.POFile]]:
    """Each catalog's file, what it holds, and what it should hold."""
    for domain, folder in DOMAINS.items():
        template = collected(folder)
        for locale in sorted(f for f in LOCALES.iterdir() if f.is_dir()):
            path = locale / "LC_MESSAGES" / f"{domain}.po"
            before = path.read_text("utf-8") if path.is_file() else ""
            yield path, before, updated(polib.pofile(before), template, locale.name)


def check() -> list[str]:
    """What is wrong with the catalogs, a sentence each."""
    wrong = []
    for path, before, after in catalogs():
        name = path.relative_to(ROOT)
        wrong += [f"{name}: not translated: {entry.msgid}" for entry in after if not entry.translated()]
        if before != str(after):
            wrong.append(f"{name} is stale; run “make messages”")
    return wrong


def write() -> None:
    for path, _before, after in catalogs():
        path.parent.mkdir(exist_ok=True)
        path.write_text(str(after), "utf-8")


if __name__ == "__main__":
    if "--check" not in sys.argv:
        write()
    found = check()
    print(*found, sep="\n", end="\n" if found else "")
    sys.exit(bool(found) and "--check" in sys.argv)
