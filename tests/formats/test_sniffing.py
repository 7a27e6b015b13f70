"""What a file is shows by what stands in it."""

import io
import zipfile
from pathlib import Path

import pytest
from tests.formats.termlists.harbour import HARBOUR

from termaccord.formats import tables, tbx, tmx
from termaccord.formats.sniffing import Kind, sniff
from termaccord.formats.termlists import multiterm, omegat, po, skos, structured, utx
from termaccord.model import Memory, TranslationUnit, Variant

MEMORY = Memory((TranslationUnit("1", (Variant("en", ("weir",)), Variant("ru", ("плотина",)))),), "en")
SAMPLES = Path(__file__).parents[2] / "../shared/formats/samples"


def archive(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr(name, "<x/>")
    return out.getvalue()


OURS = {
    Kind.TBX: tbx.serialize(HARBOUR),
    Kind.TMX: tmx.serialize(MEMORY),
    Kind.MULTITERM: multiterm.written(HARBOUR).data,
    Kind.UTX: utx.written(HARBOUR).data,
    Kind.PO: po.written(HARBOUR).data,
    Kind.JSON: structured.written(HARBOUR).data,
    Kind.JSON_MEMORY: structured.written_memory(MEMORY).data,
    Kind.SKOS: skos.written(HARBOUR).data,
    Kind.XLSX: tables.serialize(HARBOUR.concepts, "xlsx"),
    Kind.TSV: tables.serialize(HARBOUR.concepts, "tsv"),
    Kind.OMEGAT: omegat.written(HARBOUR).data,
}


@pytest.mark.parametrize("kind", OURS)
@pytest.mark.parametrize("name", ["thing.txt", "thing", "<stdin>"])
def test_what_we_write_is_known_under_any_name(kind: Kind, name: str) -> None:
    assert sniff(OURS[kind], name) is kind


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"<TAGTABLE/>", "words.tbx", Kind.UNKNOWN),
        (
            b'<?xml version="1.0" encoding="utf-16"?>'.decode().encode("utf-16")
            + "<mtf/>".encode("utf-16-le"),
            "e.xml",
            Kind.MULTITERM,
        ),
        (
            b'<?xml version="1.0"?><!-- a remark --><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4">',
            "m.xml",
            Kind.TMX,
        ),
        (b'<t:tbx xmlns:t="urn:iso:std:iso:30042:ed-2">', "x", Kind.TBX),
        (b'<xliff version="2.0">', "strings.xml", Kind.XLIFF),
        (b"<TBX dialect='TBX-Min'/>", "min.tbx", Kind.TBX),
        (b"\xef\xbb\xbf#UTX-S 1.00; en/ru;\n", "old.txt", Kind.UTX),
        ("weir\tплотина\npier\tпирс\ta comment\n".encode(), "glossary.utf8", Kind.OMEGAT),
        ("source\tоригинал\nweir\tплотина\n".encode(), "glossary.txt", Kind.TSV),
        ("weir\tплотина\nsource\tоригинал\n".encode(), "glossary.txt", Kind.OMEGAT),
        (b"en;ru\nweir;x\n", "words.txt", Kind.CSV),
        (b'[{"en": "weir"}]', "rows.json", Kind.JSON_TABLE),
        (b'{"greeting": "hello"}', "nothing.txt", Kind.UNKNOWN),
        (b"Dear all,\n\tthe harbour is closed.\nYours\n", "letter.txt", Kind.UNKNOWN),
        (b"PK\x03\x04 broken", "x.xlsx", Kind.UNKNOWN),
        (archive("word/document.xml"), "x.xlsx", Kind.UNKNOWN),
        (archive("xl/workbook.xml"), "x.zip", Kind.XLSX),
        (b"", "empty.tbx", Kind.UNKNOWN),
        (b'# remarks only\nmsgid ""\nmsgstr ""\n', "noname", Kind.PO),
    ],
)
def test_a_file_is_what_it_holds(data: bytes, name: str, kind: Kind) -> None:
    assert sniff(data, name) is kind


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the folder of shared samples is absent")
@pytest.mark.parametrize(
    ("folder", "kind"), [("ltac", Kind.TBX), ("tbx-basic-v4", Kind.TBX), ("probes", Kind.TMX)]
)
def test_every_sample_is_known(folder: str, kind: Kind) -> None:
    files = [path for path in sorted((SAMPLES / folder).iterdir()) if path.suffix in {".tbx", ".tmx"}]

    assert files
    assert {sniff(path.read_bytes(), path.name) for path in files} == {kind}
