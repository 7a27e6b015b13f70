"""Hostile files are refused in a sentence or read in bounds, and nothing that they name is fetched."""

import http.server
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from tests.formats.hostile import KINDS, ROOTS, Attack, attacks
from tests.formats.office_files import docx, odt, p, packed

from termaccord.formats import bilingual, documents, tables, tbx, tmx
from termaccord.formats.reading import Reading
from termaccord.formats.strings import files
from termaccord.formats.termlists import multiterm
from termaccord.formats.validity.memories import Examination
from termaccord.model import Severity

URL = "http://127.0.0.1:9/never"
SMALL = {name: attack for name, attack in attacks(URL, 0) if not name.startswith(("one huge", "a million"))}
HUGE = {name: attack for name, attack in attacks(URL, 9) if name.startswith(("one huge", "a million"))}
READ_ON = {("deep nesting", "g.xlsx")}
"""Attacks that are no harm to a reader: this one looks at no element that it does not know."""


def read(data: bytes, name: str) -> Reading[object]:
    if name.endswith(".tmx"):
        memory = tmx.parse(data, name)
        return Reading(memory.value.units, memory.findings)
    if name.endswith(".tbx"):
        glossary = tbx.parse(data, name)
        return Reading(glossary.value.concepts, glossary.findings)
    if name == "g.xml":
        glossary = multiterm.parse(data, name)
        return Reading(glossary.value.concepts, glossary.findings)
    if name.endswith(".xlsx"):
        glossary = tables.parse(data, name)
        return Reading(glossary.value.concepts, glossary.findings)
    if files.reads(name):
        strings = files.parse(data, name)
        return Reading(strings.value, strings.findings)
    if bilingual.reads(name):
        units = bilingual.parse(data, name)
        return Reading(units.value, units.findings)
    document = documents.parse(data, name)
    return Reading(document.value.text, document.findings)


def made(name: str, attack: Attack) -> bytes:
    return KINDS[name](attack.doctype.replace("ROOT", ROOTS[name]), attack.inside, attack.attributes)


def errors(reading: Reading[object]) -> list[str]:
    return [str(one.message) for one in reading.findings if one.severity is Severity.ERROR]


@pytest.mark.parametrize("kind", KINDS)
def test_a_harmless_file_of_each_kind_is_read(kind: str) -> None:
    reading = read(made(kind, Attack()), kind)

    assert errors(reading) == []
    assert reading.value


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", SMALL)
def test_an_attack_is_refused_in_one_sentence_or_does_nothing(kind: str, name: str) -> None:
    attack = SMALL[name]

    reading = read(made(kind, attack), kind)

    if not attack.harmless and (name, kind) not in READ_ON:
        assert len(errors(reading)) == 1
    assert len(repr(reading.value)) < 100_000
    assert "root:" not in repr(reading.value)
    assert all("\n" not in str(one.message) for one in reading.findings)


@pytest.mark.parametrize("kind", ["m.tmx", "g.tbx", "f.xlf", "values-ru/strings.xml", "d.docx", "g.xlsx"])
@pytest.mark.parametrize("name", HUGE)
def test_what_is_huge_is_refused(kind: str, name: str) -> None:
    reading = read(made(kind, HUGE[name]), kind)

    assert len(errors(reading)) == 1 or (name, kind) in {("one huge text", "m.tmx"), *BOUNDED}


BOUNDED = {("one huge text", "g.tbx"), ("one huge text", "d.docx")}
"""Nine megabytes are much for a segment, but within the bounds of these readers."""


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """A server that counts who asks it for anything."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b'<!ENTITY y "plunder">')

        def log_message(self, *_: object) -> None:
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as found:
        thread = threading.Thread(target=found.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{found.server_port}/x.dtd", asked
        found.shutdown()


def test_nothing_is_fetched_whatever_a_file_asks_for(server: tuple[str, list[str]]) -> None:
    url, asked = server
    outside = [attack for name, attack in attacks(url, 0) if url in attack.doctype]
    assert len(outside) == 4

    for kind in KINDS:
        for attack in outside:
            reading = read(made(kind, attack), kind)
            assert "plunder" not in repr(reading.value)
    for attack in outside:
        list(Examination(BytesIO(made("m.tmx", attack)), "m.tmx").findings())

    assert asked == []


# -- encodings ------------------------------------------------------------------------------------------------

NO_ENCODINGS = [
    "utf-7",
    "zlib",
    "rot13",
    "hex",
    "bz2",
    "base64",
    "idna",
    "punycode",
    "unicode_escape",
    "undefined",
]
XML = ["m.tmx", "g.tbx", "f.xlf", "f.ts", "f.qph", "values-ru/strings.xml", "g.xml"]


@pytest.mark.parametrize("encoding", [*NO_ENCODINGS, "martian"])
@pytest.mark.parametrize("kind", XML)
def test_an_encoding_that_is_none_is_told_and_does_no_harm(kind: str, encoding: str) -> None:
    data = made(kind, Attack()).replace(
        b"<?xml version='1.0'?>", f'<?xml version="1.0" encoding="{encoding}"?>'.encode()
    )

    reading = read(data, kind)

    assert any(encoding in str(one.message) or one.severity is Severity.ERROR for one in reading.findings)


@pytest.mark.parametrize("kind", XML)
def test_null_bytes_are_told(kind: str) -> None:
    data = made(kind, Attack()).replace(b"quay", b"qu\0ay")

    assert read(data, kind).findings


@pytest.mark.parametrize("kind", XML)
def test_a_file_cut_off_anywhere_is_told(kind: str) -> None:
    data = made(kind, Attack())
    for end in range(1, len(data) - 1, 7):
        assert errors(read(data[:end], kind)), end


@pytest.mark.parametrize("kind", ["f.qph", "f.ts"])
def test_entities_in_another_encoding_are_seen_too(kind: str) -> None:
    attack = SMALL["file entity"]
    data = (
        made(kind, attack)
        .decode()
        .replace("<?xml version='1.0'?>", "<?xml version='1.0' encoding='utf-16'?>")
    )

    reading = read(data.encode("utf-16"), kind)

    assert reading.findings
    assert "root:" not in repr(reading.value)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("locales/ru.json", b'{"a": "' + b"x" * (3 << 20) + b'"}'),
        ("ru.lproj/a.strings", b'"a" = "' + b"x" * (3 << 20) + b'";'),
        ("a_ru.properties", b"a=" + b"x" * (3 << 20)),
        ("locales/ru.json", b'{"a":' * 100_000 + b"1" + b"}" * 100_000),
    ],
)
def test_a_huge_or_deep_string_of_a_program_is_refused(name: str, data: bytes) -> None:
    assert len(errors(read(data, name))) == 1


# -- bombs ----------------------------------------------------------------------------------------------------


def bomb(megabytes: int) -> str:
    return " " * (megabytes << 20)


@pytest.mark.parametrize("name", ["d.docx", "d.odt", "g.xlsx"])
def test_a_zip_bomb_is_refused_before_it_goes_off(name: str) -> None:
    data = {
        "d.docx": lambda: docx(p("a") + bomb(140)),
        "d.odt": lambda: odt(bomb(140)),
        "g.xlsx": lambda: packed({"xl/workbook.xml": bomb(140), "[Content_Types].xml": "<Types/>"}),
    }[name]()
    assert len(data) < 1 << 20

    assert len(errors(read(data, name))) == 1


class Flood:
    """A stream of one element that does not end before so many megabytes."""

    def __init__(self, start: bytes, end: bytes, megabytes: int) -> None:
        self._parts = iter([start, *[b"lorem ipsum " * 87_381] * megabytes, end])
        self._kept = b""
        self.given = 0

    def read(self, size: int = -1) -> bytes:
        while len(self._kept) < max(size, 1) and (piece := next(self._parts, b"")):
            self._kept += piece
        out, self._kept = self._kept[:size], self._kept[size:]
        self.given += len(out)
        return out


MEASURE = """
import json, resource, sys
from tests.formats.test_hostile import Flood, around
from termaccord.formats import tmx
from termaccord.formats.validity.memories import Examination
from termaccord.model import Finding
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
found = []
for reader in (tmx.units, lambda stream, name: Examination(stream, name).findings()):
    stream = Flood(*around(), int(sys.argv[1]))
    codes = [one.code for one in reader(stream, "m.tmx") if isinstance(one, Finding)]
    found.append([codes, stream.given >> 20])
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"found": found, "grown": (after - before) >> 10}))
"""


def around() -> tuple[bytes, bytes]:
    start, end = made("m.tmx", Attack()).split(b"quay")
    return start, end


def measured(megabytes: int) -> dict[str, object]:
    root = Path(__file__).parents[2]
    child = subprocess.run(
        [sys.executable, "-c", MEASURE, str(megabytes)], capture_output=True, text=True, check=True, cwd=root
    )
    found: dict[str, object] = json.loads(child.stdout)
    return found


def test_an_element_of_sixty_megabytes_takes_no_more_memory_than_its_bound() -> None:
    found = measured(60)

    assert [codes[-1] for codes, _ in found["found"]] == ["F004", "F004"]  # type: ignore[attr-defined]
    assert all(megabytes < 40 for _, megabytes in found["found"])  # type: ignore[attr-defined]
    assert found["grown"] < 100  # type: ignore[operator]
