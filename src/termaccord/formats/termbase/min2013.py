"""TBX-Min of 2013: what its header says, as the header of the other editions."""

from termaccord.formats.markup.tree import Node
from termaccord.model import DataCategory

ROOT = "TBX"


def title_and_rest(header: Node) -> tuple[str, tuple[DataCategory, ...]]:
    """
    The title of a glossary, and everything else that its header says as paragraphs “name: value”.

    The description is the title where there is one, else the id, as the format has no element for a title.
    """
    said = {child.name: " ".join(child.text.split()) for child in header.children}
    languages = header.find("languages")
    if languages is not None:
        said["languages"] = " ".join(f"{name}={value}" for name, value in languages.attributes.items())
    title = said.pop("description", "") or said.pop("id", "")
    paragraphs = tuple(DataCategory("p", "", f"{name}: {value}") for name, value in said.items() if value)
    return title, (DataCategory("sourceDesc", children=paragraphs),) if paragraphs else ()


def noted(note: Node) -> str:
    """A note that has a key and a value, as “key: value”."""
    parts = (note.find("noteKey"), note.find("noteValue"))
    return ": ".join(text for part in parts if part and (text := " ".join(part.text.split())))
