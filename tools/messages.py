"""Collect the interface's sentences into the catalogs, with Babel; `--check` fails when one is missing or untranslated."""

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "termaccord"
LOCALES = SOURCE / "interfaces" / "locale"
KEYWORDS = {"_": None, "say": None, "plural": (1, 2)}


def collected() -> Catalog:
    """The template: every sentence with the files that say it."""
    catalog = Catalog(project="termaccord", charset="utf-8")
    found = extract_from_dir(
        str(SOURCE), [("**.py", "python")], {"**.py": {}}, keywords=KEYWORDS, comment_tags=("NOTE",)
    )
    for file, _line, message, comments, context in sorted(found, key=lambda f: (f[0], f[1])):
        catalog.add(message, None, [(file, None)], auto_comments=comments, context=context)
    return catalog


def main() -> int:
    template = collected()
    failed = False
    for path in sorted(LOCALES.glob("*/LC_MESSAGES/termaccord.po")):
        with path.open("rb") as file:
            catalog = read_po(file, locale=path.parents[1].name)
        before = {m.id for m in catalog if m.id}
        catalog.update(template, no_fuzzy_matching=True)
        wanting = sorted(
            str(m.id)
            for m in catalog
            if m.id and (not m.string or (isinstance(m.string, tuple) and not all(m.string)))
        )
        fresh = before == {m.id for m in catalog if m.id}
        for message in wanting:
            print(f"{path.relative_to(ROOT)}: not translated: {message}")
        if "--check" in sys.argv:
            failed |= bool(wanting) or not fresh
            continue
        catalog.obsolete.clear()
        with path.open("wb") as file:
            write_po(file, catalog, width=0, sort_output=True, omit_header=False, include_lineno=False)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
