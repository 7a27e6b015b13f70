"""The published schemas as judges, where the folder that holds them is present."""

from functools import cache
from pathlib import Path

import pytest
from lxml import etree, isoschematron

SHARED = Path(__file__).parents[2] / "../shared/formats"
SCHEMAS = SHARED / "schemas"
BASIC_2008 = SCHEMAS / "tbx2/TBX-Spec/TBX-Basic/Validation"
DEFAULT_2008 = SCHEMAS / "tbx2/TBX-Spec/TBX-Default/Validation"
CORE_2019 = SCHEMAS / "tbx3/TBX_Core_RNG/TBXcoreStructV03.rng"
V4 = SCHEMAS / "tbx-basic-v4"
needs_shared = pytest.mark.skipif(not SCHEMAS.exists(), reason="the folder ../shared/formats is absent")


def complaints(data: bytes, dialect: str) -> list[str]:
    """What the schemas of a dialect say against a file."""
    document = etree.fromstring(data, etree.XMLParser(load_dtd=False, no_network=True))
    found: list[str] = []
    for judge in judges(dialect):
        if isinstance(judge, Path):
            dtd = etree.DTD(str(judge))  # a used one remembers the ids of the last document
            found += (
                [] if dtd.validate(document) else [str(e) for e in dtd.error_log] or ["not valid by the DTD"]
            )
        elif not judge.validate(document):
            found += [str(entry) for entry in judge.error_log]
    return found


@cache
def judges(dialect: str) -> tuple[Path | etree.RelaxNG | isoschematron.Schematron, ...]:
    if dialect == "tbx-basic-2008":
        return BASIC_2008 / "TBXBasiccoreStructV02.dtd", relaxed(BASIC_2008 / "TBXBasicRNGV02.rng")
    if dialect == "tbx-2008":
        return DEFAULT_2008 / "TBXcoreStructV02.dtd", relaxed(DEFAULT_2008 / "TBXcoreStructV02.rng")
    if dialect == "tbx-basic-v4":
        return relaxed(V4 / "core_schema.rng"), schematron(V4 / "basic_schema.sch")
    if dialect == "tbx-dual":
        return (*judges("tbx-basic-v4"), *judges("tbx-basic-dca"))
    return (relaxed(CORE_2019),)


def relaxed(path: Path) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(str(path)))


def schematron(path: Path) -> isoschematron.Schematron:
    """A Schematron that says it wants XPath 2 and does not; remarks with the role info are no errors."""
    tree = etree.parse(str(path))
    tree.getroot().attrib.pop("queryBinding", None)
    for remark in tree.xpath("//*[@role='info']"):
        remark.getparent().remove(remark)
    return isoschematron.Schematron(tree, error_finder=isoschematron.Schematron.ASSERTS_AND_REPORTS)
