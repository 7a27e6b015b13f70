"""Where something stands, as a person is told."""

from termaccord.interfaces.translation import _
from termaccord.model import Place


def where(place: Place) -> str:
    """path:line:column, as far as known; the page and the paragraph of a file that has no lines."""
    if place.paragraph:
        return _in_paragraph(place)
    parts = [place.file, place.line, place.column if place.line else None]
    return ":".join(str(part) for part in parts if part)


def _in_paragraph(place: Place) -> str:
    known = {"file": place.file, "page": place.page, "number": place.paragraph}
    if place.page:
        return _("{file} (page {page}, paragraph {number})").format(**known)
    return _("{file} (paragraph {number})").format(**known)
