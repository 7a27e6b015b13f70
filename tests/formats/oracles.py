"""The published schemas as judges, where the folder that holds them is present."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from lxml import etree, isoschematron

SHARED = Path(__file__).parents[2] / "../shared/formats"
SCHEMAS = SHARED / "schemas"
BASIC_2008 = SCHEMAS / "tbx2/TBX-Spec/TBX-Basic/Validation"
DEFAULT_2008 = SCHEMAS / "tbx2/TBX-Spec/TBX-Default/Validation"
MIN_2013 = SCHEMAS / "tbx2/TBX-Spec/TBX-Min/Validation/schema/TBX-Min.rng"
CORE_2019 = SCHEMAS / "tbx3/TBX_Core_RNG/TBXcoreStructV03.rng"
TBX3 = SCHEMAS / "tbx3"
V4 = SCHEMAS / "tbx-basic-v4"
needs_shared = pytest.mark.skipif(not SCHEMAS.exists(), reason="the folder ../shared/formats is absent")

NS_2019 = "urn:iso:std:iso:30042:ed-2"
SCH = "http://purl.oclc.org/dsdl/schematron"
RNG = "{http://relaxng.org/ns/structure/1.0}"
MODULES = {
    "http://www.tbxinfo.net/ns/min": TBX3 / "TBX_min_module/Min.rng",
    "http://www.tbxinfo.net/ns/basic": TBX3 / "TBX_basic_module/Basic.rng",
}
DCT_MIN = (TBX3 / "TBX-Min_dialect/DCT/TBX-Min_DCT.sch", TBX3 / "TBX_min_module/Min.sch")
DCT_BASIC = (
    TBX3 / "TBX-Basic_dialect/DCT/TBX-Basic_DCT.sch",
    TBX3 / "TBX_basic_module/Basic.sch",
    TBX3 / "TBX_min_module/Min.sch",
)
Judge = Callable[[etree._ElementTree], list[str]]


def complaints(data: bytes, dialect: str) -> list[str]:
    """What the schemas of a dialect say against a file."""
    parser = etree.XMLParser(load_dtd=False, no_network=True, resolve_entities=False)
    document = etree.fromstring(data, parser).getroottree()
    return [found for judge in judges(dialect) for found in judge(document)]


@cache
def judges(dialect: str) -> tuple[Judge, ...]:
    """One of ``tbx-2008 tbx-basic-2008 tbx-min-2013 tbx-2019 tbx-core tbx-{min,basic}-{dca,dct} tbx-basic-v4 tbx-dual``."""
    match dialect:
        case "tbx-2008":
            return by_dtd(DEFAULT_2008 / "TBXcoreStructV02.dtd"), relaxed(
                DEFAULT_2008 / "TBXcoreStructV02.rng"
            )
        case "tbx-basic-2008":
            grammar = BASIC_2008 / "TBXBasicRNGV02.rng"
            dtd = by_dtd(BASIC_2008 / "TBXBasiccoreStructV02.dtd")
            return dtd, relaxed(grammar), embedded(grammar), by_xcs(BASIC_2008 / "TBXBasicXCSV02.xcs")
        case "tbx-min-2013":
            return (relaxed(MIN_2013),)
        case "tbx-2019":
            return (relaxed(CORE_2019),)
        case "tbx-core":
            return without_categories(CORE_2019), xslt_schematron(
                TBX3 / "TBX-Core_dialect/Schemas/TBX-Core.sch"
            )
        case "tbx-min-dca":
            return relaxed(CORE_2019), xslt_schematron(TBX3 / "TBX-Min_dialect/DCA/TBX-Min_DCA.sch")
        case "tbx-basic-dca":
            return relaxed(CORE_2019), xslt_schematron(TBX3 / "TBX-Basic_dialect/DCA/TBX-Basic_DCA.sch")
        case "tbx-min-dct":
            return relaxed(CORE_2019), by_modules(1), *(xslt_schematron(one) for one in DCT_MIN)
        case "tbx-basic-dct":
            return relaxed(CORE_2019), by_modules(2), *(xslt_schematron(one) for one in DCT_BASIC)
        case "tbx-basic-v4":
            return relaxed(V4 / "core_schema.rng"), schematron(V4 / "basic_schema.sch")
        case "tbx-dual":
            return (*judges("tbx-basic-v4"), *judges("tbx-basic-dca"))
    raise ValueError(dialect)


def by_dtd(path: Path) -> Judge:
    def judge(document: etree._ElementTree) -> list[str]:
        dtd = etree.DTD(str(path))  # a used one remembers the ids of the last document
        if dtd.validate(document):
            return []
        return [str(entry) for entry in dtd.error_log] or ["not valid by the DTD"]

    return judge


def relaxed(path: Path) -> Judge:
    return with_grammar(etree.parse(str(path)))


def with_grammar(tree: etree._ElementTree) -> Judge:
    schema = etree.RelaxNG(tree)

    def judge(document: etree._ElementTree) -> list[str]:
        return (
            [] if schema.validate(document) else [str(entry) for entry in schema.error_log] or ["not valid"]
        )

    return judge


def without_categories(path: Path) -> Judge:
    """The core structure with empty lists of data categories, as the integrated schema of TBX-Core has them."""
    tree = etree.parse(str(path))
    for name in (
        "admin",
        "adminNote",
        "descrip",
        "descripNote",
        "ref",
        "termNote",
        "transac",
        "transacNote",
        "xref",
    ):
        for type_ in tree.iterfind(f".//{RNG}element[@name='{name}']/{RNG}attribute[@name='type']"):
            type_[:] = [etree.Element(f"{RNG}empty")]
    return with_grammar(tree)


def schematron(path: Path) -> Judge:
    """A Schematron that says it wants XPath 2 and does not; remarks with the role info are no errors."""
    tree = etree.parse(str(path))
    tree.getroot().attrib.pop("queryBinding", None)
    for remark in tree.xpath("//*[@role='info']"):
        remark.getparent().remove(remark)
    return of_tree(tree)


def of_tree(tree: etree._ElementTree) -> Judge:
    schema = isoschematron.Schematron(tree, error_finder=isoschematron.Schematron.ASSERTS_AND_REPORTS)

    def judge(document: etree._ElementTree) -> list[str]:
        return [] if schema.validate(document) else [str(entry) for entry in schema.error_log]

    return judge


def embedded(path: Path) -> Judge:
    """The rules of the older Schematron that stand inside a Relax NG schema."""
    schema = etree.Element(f"{{{SCH}}}schema")
    for pattern in etree.parse(str(path)).iterfind(".//{http://www.ascc.net/xml/schematron}pattern"):
        new = etree.SubElement(schema, f"{{{SCH}}}pattern", id=pattern.get("name"))
        for rule in pattern:
            copied = etree.SubElement(new, f"{{{SCH}}}rule", context=rule.get("context"))
            for test in rule:
                etree.SubElement(copied, f"{{{SCH}}}assert", test=test.get("test")).text = test.text
    return of_tree(schema.getroottree())


def by_xcs(path: Path) -> Judge:
    """The constraints of ISO 30042:2008: which data categories, their values, and the levels of descriptions."""
    specs = {
        (spec.tag.removesuffix("Spec"), spec.get("name")): spec
        for spec in etree.parse(str(path)).getroot().iterfind("datCatSet/*")
    }
    kinds = {kind for kind, _ in specs}

    def against(element: etree._Element) -> str:
        if element.tag not in kinds:
            return ""
        spec = specs.get((element.tag, element.get("type")))
        if spec is None:
            return f"no such category: {element.tag} {element.get('type')}"
        contents = spec.find("contents")
        if (
            contents.get("datatype") == "picklist"
            and "".join(element.itertext()) not in contents.text.split()
        ):
            return f"{element.get('type')}: {element.text}"
        parent = element.getparent()
        above = parent.getparent() if parent.tag == "descripGrp" else parent
        levels = spec.findtext("levels")
        allowed = set(levels.replace("term ", "tig ").split()) if levels else {above.tag}
        allowed |= {"tig", "ntig", "termGrp"} if "term" in allowed else set()
        return "" if above.tag in allowed else f"{element.get('type')} in {above.tag}"

    return lambda document: [found for element in document.iter("*") if (found := against(element))]


def by_modules(count: int) -> Judge:
    """What the NVDL of a DCT dialect asks for: each module's elements valid by that module, and no other namespaces."""
    schemas = {
        namespace: etree.RelaxNG(standing_alone(path)) for namespace, path in list(MODULES.items())[:count]
    }

    def alone(element: etree._Element) -> list[str]:
        schema = schemas.get(etree.QName(element).namespace or "")
        if schema is None:
            return [f"no module has {element.tag}"]
        if schema.validate(etree.fromstring(etree.tostring(element, with_tail=False))):
            return []
        return [str(entry) for entry in schema.error_log] or [f"{element.tag} is not valid by its module"]

    def judge(document: etree._ElementTree) -> list[str]:
        inside = f"self::*[namespace-uri() != '{NS_2019}'][not(parent::*) or namespace-uri(..) = '{NS_2019}']"
        return [found for element in document.xpath(f"//{inside[6:]}") for found in alone(element)]

    return judge


def standing_alone(path: Path) -> etree._ElementTree:
    """A module’s schema for elements by themselves, whose references point out of them; they are judged elsewhere."""
    tree = etree.parse(str(path))
    for data in tree.iterfind(f".//{RNG}data[@type='IDREF']"):
        data.set("type", "NCName")
    return tree


# -- Schematron with XPath 2, by Saxon -----------------------------------------------------------------------------


@cache
def xslt_schematron(path: Path) -> Judge:
    """ISO Schematron with the query binding xslt2: in each pattern the first rule that fits a node speaks."""
    saxonche = pytest.importorskip("saxonche")
    processor = _processor(saxonche)
    sheet = compiled(etree.parse(str(path)))
    executable = processor.new_xslt30_processor().compile_stylesheet(stylesheet_text=sheet)

    def judge(document: etree._ElementTree) -> list[str]:
        node = processor.parse_xml(xml_text=etree.tostring(document.getroot(), encoding="unicode"))
        said = executable.transform_to_string(xdm_node=node) or ""
        return [line for line in said.split("\n") if line]

    return judge


@cache
def _processor(saxonche: object) -> object:
    return saxonche.PySaxonProcessor(license=False)  # type: ignore[attr-defined]


def compiled(schema: etree._ElementTree) -> str:
    """The XSLT that prints a line for each assertion that fails and each report that holds."""
    xsl = "{http://www.w3.org/1999/XSL/Transform}"
    root = schema.getroot()
    prefixes = {ns.get("prefix"): ns.get("uri") for ns in root.iterfind(f"{{{SCH}}}ns")}
    sheet = etree.Element(f"{xsl}stylesheet", version="3.0", nsmap={"xsl": xsl[1:-1], **prefixes})
    etree.SubElement(sheet, f"{xsl}output", method="text")
    start = etree.SubElement(sheet, f"{xsl}template", match="/")
    for number, pattern in enumerate(root.iterfind(f"{{{SCH}}}pattern")):
        mode = f"m{number}"
        etree.SubElement(start, f"{xsl}apply-templates", select=".//* | .//@*", mode=mode)
        etree.SubElement(sheet, f"{xsl}template", match="node() | @*", mode=mode, priority="-9")
        rules = pattern.findall(f"{{{SCH}}}rule")
        for place, rule in enumerate(rules):
            template = etree.SubElement(
                sheet,
                f"{xsl}template",
                match=rule.get("context"),
                mode=mode,
                priority=str(len(rules) - place),
            )
            for test in rule:
                if not isinstance(test.tag, str):
                    continue
                wrong = test.get("test") if test.tag == f"{{{SCH}}}report" else f"not({test.get('test')})"
                words = " ".join("".join(test.itertext()).split()) or "(no message)"
                found = etree.SubElement(template, f"{xsl}if", test=wrong)
                etree.SubElement(found, f"{xsl}text").text = f"{words}\n"
    return etree.tostring(sheet, encoding="unicode")
