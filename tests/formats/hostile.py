"""Files that are made to hurt: every kind of XML that is read, with every attack that XML knows."""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tests.formats.office_files import docx, odt, p, packed

Wrap = Callable[[str, str, str], bytes]
"""Makes a file of a document type, what stands in its middle, and attributes of an element there."""


def plain(name: str, before: str, after: str) -> Wrap:
    def wrap(doctype: str, inside: str, attributes: str) -> bytes:
        root = before.replace("<>", f"<{name}{attributes}>").replace("ROOT", doctype)
        return f"<?xml version='1.0'?>\n{root}{inside}{after}".encode()

    return wrap


HEADER = (
    '<header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" '
    'srclang="en" datatype="xml"/>'
)
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TABLE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def workbook(doctype: str, inside: str, attributes: str) -> bytes:
    kinds = "http://schemas.openxmlformats.org/package/2006/content-types"
    types = "".join(
        f'<Override PartName="/{part}" ContentType="{TABLE}.{kind}+xml"/>'
        for part, kind in (
            ("xl/workbook.xml", "sheet.main"),
            ("xl/worksheets/sheet1.xml", "worksheet"),
            ("xl/sharedStrings.xml", "sharedStrings"),
        )
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = "http://schemas.openxmlformats.org/package/2006/relationships"

    def relations(*found: tuple[str, str]) -> str:
        rows = "".join(
            f'<Relationship Id="r{n}" Type="{office}/{kind}" Target="{target}"/>'
            for n, (kind, target) in enumerate(found)
        )
        return f'<Relationships xmlns="{links}">{rows}</Relationships>'

    cells = '<c r="A1" t="inlineStr"><is><t>en</t></is></c><c r="B1" t="inlineStr"><is><t>ru</t></is></c>'
    row = f'<c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr"{attributes}><is><t>причал</t></is></c>'
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{kinds}">'
            f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f"{types}</Types>",
            "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
            "xl/_rels/workbook.xml.rels": relations(
                ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")
            ),
            "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{office}"><sheets>'
            f'<sheet name="a" sheetId="1" r:id="r0"/></sheets></workbook>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{SHEET}"><sheetData>'
            f'<row r="1">{cells}</row><row r="2">{row}</row></sheetData></worksheet>',
            "xl/sharedStrings.xml": f"<?xml version='1.0'?>\n{doctype.replace('ROOT', 'sst')}"
            f'<sst xmlns="{SHEET}"><si><t>{inside}</t></si></sst>',
        }
    )


def docx_of(doctype: str, inside: str, attributes: str) -> bytes:
    data = p("QUAY").replace("<w:t>", f"<w:t{attributes}>")
    return repacked(docx(data), "word/document.xml", doctype, inside)


def odt_of(doctype: str, inside: str, attributes: str) -> bytes:
    return repacked(odt(f"<text:p{attributes}>QUAY</text:p>"), "content.xml", doctype, inside)


def repacked(data: bytes, part: str, doctype: str, inside: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = doctype.encode() + parts[part].replace(b"QUAY", inside.encode())
    return packed(parts)


OFFICE: Mapping[str, Wrap] = {"d.docx": docx_of, "d.odt": odt_of}
KINDS: Mapping[str, Wrap] = {
    **OFFICE,
    "m.tmx": plain(
        "seg",
        f'ROOT<tmx version="1.4">{HEADER}<body><tu><tuv xml:lang="ru"><seg>да</seg></tuv><tuv xml:lang="en"><>',
        "</seg></tuv></tu></body></tmx>",
    ),
    "g.tbx": plain(
        "term",
        'ROOT<martif type="TBX" xml:lang="en"><text><body><termEntry id="a"><langSet xml:lang="en"><tig><>',
        "</term></tig></langSet></termEntry></body></text></martif>",
    ),
    "dca.tbx": plain(
        "term",
        'ROOT<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>'
        '<conceptEntry id="a"><langSec xml:lang="en"><termSec><>',
        "</term></termSec></langSec></conceptEntry></body></text></tbx>",
    ),
    "f.xlf": plain(
        "source",
        'ROOT<xliff version="1.2"><file original="a" source-language="en" target-language="ru" datatype="x"><body>'
        '<trans-unit id="1"><>',
        "</source><target>да</target></trans-unit></body></file></xliff>",
    ),
    "f.xliff": plain(
        "source",
        'ROOT<xliff version="2.0" srcLang="en" trgLang="ru" xmlns="urn:oasis:names:tc:xliff:document:2.0">'
        '<file id="a"><unit id="1"><segment><>',
        "</source><target>да</target></segment></unit></file></xliff>",
    ),
    "f.sdlxliff": plain(
        "source",
        'ROOT<xliff version="1.2"><file original="a" source-language="en" target-language="ru" datatype="x"><body>'
        '<trans-unit id="1"><>',
        '</source><seg-source><mrk mtype="seg" mid="1">a</mrk></seg-source>'
        '<target><mrk mtype="seg" mid="1">да</mrk></target></trans-unit></body></file></xliff>',
    ),
    "f.ts": plain(
        "source",
        'ROOT<TS version="2.1" language="ru" sourcelanguage="en"><context><name>c</name><message><>',
        "</source><translation>да</translation></message></context></TS>",
    ),
    "f.qph": plain(
        "source",
        'ROOT<QPH language="ru" sourcelanguage="en"><phrase><>',
        "</source><target>да</target></phrase></QPH>",
    ),
    "values-ru/strings.xml": plain(
        "string", 'ROOT<resources><string name="b">да</string><>', "</string></resources>"
    ),
    "ru.lproj/a.stringsdict": plain(
        "string", 'ROOT<plist version="1.0"><dict><key>a</key><>', "</string></dict></plist>"
    ),
    "a.ru.resx": plain("value", 'ROOT<root><data name="a"><>', "</value></data></root>"),
    "g.xml": plain(
        "term",
        'ROOT<mtf><conceptGrp><concept>1</concept><languageGrp><language type="English" lang="EN"/><termGrp><>',
        "</term></termGrp></languageGrp></conceptGrp></mtf>",
    ),
    "g.xlsx": workbook,
}
ROOTS = {
    "m.tmx": "tmx",
    "g.tbx": "martif",
    "dca.tbx": "tbx",
    "f.ts": "TS",
    "f.qph": "QPH",
    "g.xml": "mtf",
    **dict.fromkeys(["f.xlf", "f.xliff", "f.sdlxliff"], "xliff"),
    "values-ru/strings.xml": "resources",
    "ru.lproj/a.stringsdict": "plist",
    "a.ru.resx": "root",
    "d.docx": "w:document",
    "d.odt": "office:document-content",
    "g.xlsx": "sst",
}


@dataclass(frozen=True, slots=True)
class Attack:
    doctype: str = ""
    inside: str = "quay"
    attributes: str = ""
    harmless: bool = False
    """Whether a reader may read on, as long as it neither fetches nor grows."""


def laughs(levels: int = 12) -> str:
    lines = ["<!ENTITY l0 'lol'>"]
    lines += [f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, levels)]
    return "".join(lines)


def attacks(url: str, megabytes: int = 20) -> Iterator[tuple[str, Attack]]:
    """Every attack by its name; `url` is never to be asked for anything."""
    yield "external entity", Attack(f'<!DOCTYPE ROOT [<!ENTITY x SYSTEM "{url}">]>', "[&x;]", harmless=True)
    yield (
        "file entity",
        Attack('<!DOCTYPE ROOT [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "[&x;]", harmless=True),
    )
    yield "external document type", Attack(f'<!DOCTYPE ROOT SYSTEM "{url}">', harmless=True)
    yield "public document type", Attack(f'<!DOCTYPE ROOT PUBLIC "-//x" "{url}">', "[&x;]", harmless=True)
    yield "parameter entity", Attack(f'<!DOCTYPE ROOT [<!ENTITY % x SYSTEM "{url}"> %x;]>', harmless=True)
    yield "billion laughs", Attack(f"<!DOCTYPE ROOT [{laughs()}]>", "&l11;")
    yield "laughs in attributes", Attack(f"<!DOCTYPE ROOT [{laughs()}]>", attributes=' x="&l11;"')
    yield "quadratic blowup", Attack(f"<!DOCTYPE ROOT [<!ENTITY a '{'a' * 50_000}'>]>", "&a;" * 20_000)
    yield "recursive entity", Attack("<!DOCTYPE ROOT [<!ENTITY a '&b;'><!ENTITY b '&a;'>]>", "&a;")
    yield (
        "parameter laughs",
        Attack(
            "<!DOCTYPE ROOT [<!ENTITY % a 'AAAAAAAAAA'>"
            + "".join(f"<!ENTITY % {chr(98 + n)} '{f'%{chr(97 + n)};' * 10}'>" for n in range(8))
            + "<!ENTITY x '%i;'>]>",
            "&x;",
            harmless=True,
        ),
    )
    yield "deep nesting", Attack(inside="<a>" * 100_000 + "</a>" * 100_000)
    yield "one huge text", Attack(inside="lorem " * (megabytes * 170_000))
    yield "one huge attribute", Attack(attributes=f' x="{"y" * (megabytes << 20)}"')
    yield "a million attributes", Attack(attributes="".join(f' a{n}="1"' for n in range(1_000_000)))
    yield "one huge comment", Attack(inside=f"<!--{'c' * (megabytes << 20)}-->quay")
    yield "one huge name", Attack(inside=f"<{'n' * (megabytes << 20)}/>quay")
