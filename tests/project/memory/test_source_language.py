"""A unit that says what it was translated from is taken for pairs of that language only."""

from pathlib import Path

import pytest

from termaccord.project.memory.importing import FileReport, Request, import_files
from termaccord.store.memory.store import MemoryStore

HEAD = (
    '<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" '
    'adminlang="en" srclang="de" datatype="xml"/><body>'
)
VARIANTS = (("de", "Fähre"), ("en", "ferry"), ("ru", "паром"))


def imported(folder: Path, own: str, *languages: str) -> FileReport:
    body = "".join(f'<tuv xml:lang="{tag}"><seg>{text}</seg></tuv>' for tag, text in VARIANTS)
    file = folder / "m.tmx"
    file.write_text(f"{HEAD}<tu {own}>{body}</tu></body></tmx>", "utf-8")
    (report,) = import_files(
        MemoryStore.open(None), Request((str(file),), languages=languages), lambda *_: None
    )
    return report


def test_a_unit_translated_from_a_third_language_is_left_out_and_counted(tmp_path: Path) -> None:
    report = imported(tmp_path, 'srclang="de-AT"', "en", "ru")

    assert (report.added, {str(k): n for k, n in report.dropped.items()}) == (0, {"language": 1})
    assert "de-AT" in report.findings[0].message


@pytest.mark.parametrize(
    ("own", "languages"),
    [
        ("", ("en", "ru")),  # only the file names a source
        ('srclang="en"', ("en", "ru")),
        ('srclang="ru"', ("en", "ru")),
        ('srclang="en-GB"', ("en", "ru")),
        ('srclang="*all*"', ("en", "ru")),
        ('srclang="de"', ("de", "ru")),
        ('srclang="de"', ()),
    ],
)
def test_other_units_are_taken(tmp_path: Path, own: str, languages: tuple[str, ...]) -> None:
    assert imported(tmp_path, own, *languages).added == 1
