"""LibreOffice without a window: it makes documents of other documents, and text of them."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from tests.cat.programs import need, run

PACKAGES = "libreoffice-writer-nogui"
FILTERS = {"docx": "docx:MS Word 2007 XML", "odt": "odt:writer8", "txt": "txt:Text (encoded):UTF8"}
TEXT = "--infilter=Text (encoded):UTF8"
PAGE = "--infilter=HTML (StarWriter)"


def converted(source: Path, ending: str, *options: str) -> Path:
    """The document in another format, in a folder of its own beside it."""
    need("soffice", package=PACKAGES)
    folder = source.parent / f"saved_as_{ending}"
    profile = f"-env:UserInstallation=file://{_profile()}"
    command = ["soffice", profile, "--headless", *options, "--convert-to", FILTERS[ending]]
    run([*command, "--outdir", folder, source], source.parent)
    return folder / f"{source.stem}.{ending}"


def shown(document: Path) -> list[str]:
    """The lines of a document as LibreOffice shows them, empty ones apart."""
    text = converted(document, "txt").read_text("utf-8-sig")
    return [line.strip() for line in text.splitlines() if line.strip()]


@cache
def _profile() -> Path:
    """Of these tests alone: two that share one wait for each other."""
    return Path(mkdtemp(prefix="termaccord-office-"))
