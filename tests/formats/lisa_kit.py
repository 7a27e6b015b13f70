"""The files of LISA's compliance kit for TMX, and what they are expected to say."""

import html
import re
from pathlib import Path

from lxml import etree

KIT = Path(__file__).parents[2] / "../shared/formats/samples/lisa-tmx-kit"
_RTF = re.compile(
    r"\\u(-?\d+) ?\?|\\'([0-9a-f]{2})|\\([a-z]+)(-?\d+)? ?|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
_SIGNS = {"tab": "\t", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "endash": "–", "emdash": "—"}
_HIDDEN = frozenset({"fonttbl", "colortbl", "pict", "stylesheet", "info", "generator"})


def rtf_lines(data: bytes) -> list[str]:
    """The paragraphs of an RTF file with text in them (Rich Text Format 1.9)."""
    text: list[str] = []
    depth = 0
    hidden = 0
    for found in _RTF.finditer(data.decode("ascii", "replace").rstrip("\0")):
        number, byte, word, _, sign, brace, plain = found.groups()
        depth += {"{": 1, "}": -1}.get(brace, 0)
        hidden = 0 if depth < hidden else hidden
        if word in _HIDDEN and not hidden:
            hidden = depth
        if hidden:
            continue
        if number or byte:
            text.append(chr(int(number) % 65536) if number else bytes.fromhex(byte).decode("cp1252"))
        elif word:
            text.append("\n" if word == "par" else _SIGNS.get(word, ""))
        else:
            text.append(sign or plain or "")
    return [line for line in "".join(text).replace("\0", "").split("\n") if line.strip()]


def txt_lines(data: bytes) -> list[str]:
    """The lines of a plain text, in whatever encoding the kit has it."""
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    return [line for line in data.decode(encoding).splitlines() if line.strip()]


def html_lines(data: bytes) -> list[str]:
    """The paragraphs of a page with their tags, entities resolved."""
    found = re.findall(r"<p>(.*?)</p>", data.decode("cp1252"), re.DOTALL)
    return [html.unescape(paragraph) for paragraph in found]


def expected(case: str, language: str = "") -> list[str]:
    """The text that a tool must show after reading a file of the kit, line by line."""
    stem = KIT / f"ImportTest{case}{f'_{language}' if language else ''}"
    for ending, lines in ((".txt", txt_lines), (".htm", html_lines), (".rtf", rtf_lines)):
        file = stem.with_name(stem.name + ending)
        if file.exists():
            return lines(file.read_bytes())
    raise FileNotFoundError(stem)


def segments(root: etree._Element, *, codes: bool = True) -> list[list[tuple[str, object]]]:
    """The units of a file: languages in lower case, segments with their codes, numbers as they count up in the unit."""
    units = []
    for tu in root.iter("tu"):
        numbers: dict[tuple[str, str], str] = {}
        found = []
        for tuv in sorted(tu.iter("tuv"), key=language):
            seg = tuv.find("seg")
            assert seg is not None
            found.append((language(tuv), shape(seg, numbers) if codes else "".join(seg.itertext())))
        units.append(found)
    return units


def language(tuv: etree._Element) -> str:
    return str(tuv.get("{http://www.w3.org/XML/1998/namespace}lang")).lower()


def shape(element: etree._Element, numbers: dict[tuple[str, str], str]) -> list[object]:
    parts: list[object] = [element.text or ""]
    for child in element:
        named = [
            (name, numbers.setdefault((name, value), str(len(numbers))) if name in {"i", "x"} else value)
            for name, value in sorted(child.attrib.items())
        ]
        parts += [child.tag, named, shape(child, numbers), child.tail or ""]
    return parts
