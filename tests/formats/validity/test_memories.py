"""A TMX file is judged as the published document types judge it, and by what they cannot say."""

import zipfile
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from lxml import etree
from tests.formats.validity.tmx_mutants import LANG, mutant

from termaccord.formats import tmx
from termaccord.formats.validity.memories import Examination, Verdict, findings_of
from termaccord.model import Finding, Inline, Memory, Severity, TranslationUnit, UserEncoding, Variant

ROOT = Path(__file__).parents[3]
SHARED = ROOT / "../shared/formats"
TYPES = SHARED / "schemas/tmx/src/com/maxprograms/tmxvalidation"
OMEGAT = Path("/usr/share/omegat/OmegaT.jar")
VERSIONS = ("1.1", "1.2", "1.3", "1.4")
needs_shared = pytest.mark.skipif(not TYPES.exists(), reason="the folder ../shared/formats is absent")


def judged(data: bytes) -> tuple[list[Finding], Verdict]:
    examination = Examination(BytesIO(data), "m.tmx")
    return list(examination.findings()), examination.verdict


# -- beside the published document types ----------------------------------------------------------------------


def published(root: etree._Element) -> dict[str, bool]:
    """
    What the document types say.

    libxml2 takes ``lang`` for the required ``xml:lang``; the document types of 1.3 and 1.4 do not.
    """
    lacking = any(LANG not in variant.attrib for variant in root.iter("tuv"))
    return {
        version: etree.DTD(str(TYPES / f"tmx1{version[-1]}.dtd")).validate(root)
        and not (lacking and version >= "1.3")
        for version in VERSIONS
    }


def ours(root: etree._Element, verdict: Verdict) -> dict[str, bool]:
    """What we say, without what document types do not: that of 1.1 and 1.2 takes any number as its version."""
    number = root.get("version")
    return {
        version: version in verdict.versions and (version < "1.3" or number in {version, None})
        for version in VERSIONS
    }


def rich_memory() -> Memory:
    flow = (Inline("open", "sub", "", (("type", "alt"),)), "a buoy", Inline("close", "sub"))
    image = Inline("alone", "ph", "<img alt=''>", (("x", "1"),), ("<img alt='", *flow, "'>"))
    bold = (
        Inline("open", "bpt", "<b>", (("i", "1"), ("x", "2"))),
        Inline("close", "ept", "</b>", (("i", "1"),)),
    )
    half = Inline("alone", "it", "<i>", (("pos", "begin"),))
    marked = (Inline("open", "hi", "", (("type", "x"),)), "ferry", Inline("close", "hi"))
    english = Variant("en", ("See ", image, bold[0], "the", bold[1], *marked, half), (("usagecount", "3"),))
    russian = Variant("ru", ("См. ", image), (), (("p", "q"),), ("note",), (("note", 0, "xml:lang", "en"),))
    unit = TranslationUnit("1", (english, russian), (("segtype", "block"),), (("x-a", "b"),), ("n",))
    plain = TranslationUnit("", (Variant("en", ("quay",)), Variant("ru", ("причал",))))
    private = UserEncoding((("name", "Quay"), ("base", "B")), ((("unicode", "#xF8FF"), ("ent", "e")),))
    return Memory((unit, plain), "en", (), (("p", "q"),), ("n",), (), (private,))


@needs_shared
def test_mutants_of_our_memory_are_refused_exactly_where_the_document_types_refuse_them() -> None:
    data = tmx.serialize(rich_memory())
    refused = 0
    for seed in range(400):
        changed = mutant(data, seed)
        root = etree.fromstring(changed)
        findings, verdict = judged(changed)
        claimed = root.get("version")
        told = any("F240" <= finding.code <= "F247" for finding in findings)
        refused += told

        assert ours(root, verdict) == published(root), (seed, [str(f.message) for f in findings])
        if claimed in VERSIONS:
            assert told != published(root)[claimed], (seed, [str(f.message) for f in findings])

    assert 200 < refused < 400


@needs_shared
@pytest.mark.skipif(not OMEGAT.exists(), reason="OmegaT is not installed")
def test_mutants_are_accepted_exactly_where_the_schema_of_omegat_accepts_them(tmp_path: Path) -> None:
    schema = omegat_schema(tmp_path)
    data = tmx.serialize(rich_memory())
    for seed in range(400, 800):
        root = etree.fromstring(mutant(data, seed))
        root.set("version", Random(seed).choice(["1.4", "1.4", "1.4", "1.4b", "1.3"]))  # noqa: S311
        changed = etree.tostring(root)

        assert judged(changed)[1].omegat == schema.validate(etree.fromstring(changed)), seed


def omegat_schema(folder: Path) -> etree.XMLSchema:
    with zipfile.ZipFile(OMEGAT) as jar:
        for name in ("tmx14.xsd", "xml.xsd"):
            (folder / name).write_bytes(jar.read(f"schemas/{name}"))
    return etree.XMLSchema(
        etree.parse(folder / "tmx14.xsd", etree.XMLParser(load_dtd=False, no_network=True))
    )


@needs_shared
def test_every_sample_is_judged_as_the_document_types_judge_it() -> None:
    files = sorted((SHARED / "samples").rglob("*.tmx"))
    assert len(files) > 40
    for file in files:
        data = file.read_bytes()
        try:
            root = etree.fromstring(data, etree.XMLParser(resolve_entities=True, no_network=True))
        except etree.XMLSyntaxError:
            assert not judged(data)[1].versions, file
            continue
        assert ours(root, judged(data)[1]) == published(root), file


@needs_shared
def test_the_compliance_kit_breaks_nothing() -> None:
    for file in sorted((SHARED / "samples/lisa-tmx-kit").glob("*.tmx")):
        findings, verdict = judged(file.read_bytes())

        assert verdict.valid, file
        assert verdict.omegat, file
        assert verdict.level == (2 if "Test2" in file.name else 1)
        assert not [f for f in findings if f.severity is Severity.ERROR]


def test_the_memories_of_the_project_are_faultless() -> None:
    for file in sorted((ROOT / "tmx").glob("*.tmx")):
        findings, verdict = judged(file.read_bytes())

        assert (verdict.valid, verdict.omegat, findings) == (True, True, []), file


# -- what document types cannot say ---------------------------------------------------------------------------

HEAD = (
    '<tmx version="1.4">\n<header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" '
    'adminlang="en" srclang="en" datatype="xml"/>\n<body>\n'
)
TAIL = "\n</body></tmx>"


def unit(english: str = "quay", russian: str = "причал", attributes: str = "", more: str = "") -> str:
    return (
        f'<tu{attributes}>{more}<tuv xml:lang="en"><seg>{english}</seg></tuv>\n'
        f'<tuv xml:lang="ru"><seg>{russian}</seg></tuv></tu>'
    )


def told(body: str, head: str = HEAD) -> list[tuple[str, str, int | None]]:
    findings, _ = judged((head + body + TAIL).encode())
    return [(f.code, f.severity.value, f.place.line) for f in findings]


CODE = '<bpt i="1">&lt;b></bpt>'
END = '<ept i="1">&lt;/b></ept>'


@pytest.mark.parametrize(
    ("body", "code", "severity", "line"),
    [
        (unit().replace('"ru"', '"ru_RU"'), "F251", "error", 5),
        (unit().replace('"ru"', '"Russian language"'), "F251", "error", 5),
        (unit().replace('"ru"', '"rus"'), "F271", "warning", 5),
        (unit(attributes=' srclang="de"'), "F252", "error", 4),
        (unit().replace('"en"', '"en-GB"'), "F275", "warning", 4),
        (unit(attributes=' usagecount="often"'), "F253", "error", 4),
        (unit(attributes=' changedate="yesterday"'), "F254", "error", 4),
        (unit(attributes=' changedate="20260231T000000Z"'), "F254", "error", 4),
        (unit(attributes=' changedate="2026-01-31T10:00:00Z"'), "F272", "warning", 4),
        (unit(CODE + "a"), "F260", "error", 4),
        (unit("a\n" + END), "F260", "error", 5),
        (unit(CODE + CODE + "a" + END), "F261", "error", 4),
        (unit('<ph x="1"/>\n<ph x="1"/>', '<ph x="1"/>'), "F262", "warning", 4),
        (unit('a <ph x="1"/>'), "F263", "warning", 4),
        (unit(" "), "F280", "warning", 4),
        (unit(" quay"), "F281", "warning", 4),
        (unit("quay\x85\x90"), "F282", "warning", 4),
        (unit("<ut>x</ut>quay"), "F283", "warning", 4),
        (unit(more='<prop type="file">a</prop>'), "F279", "warning", 4),
        (unit().replace('"ru"', '"en"'), "F273", "warning", 4),
        ('<tu><tuv xml:lang="en"><seg>a</seg></tuv></tu>', "F274", "warning", 4),
        (unit("R&D"), "F007", "error", 4),
        (unit("a&#1;"), "F006", "error", 4),
        (unit("a&b;"), "F008", "error", 4),
        (unit() + "stray", "F246", "error", 5),
        (unit(more="<tuv xml:lang='en'><seg>a</seg></tuv><note>n</note>"), "F241", "error", 4),
    ],
)
def test_each_fault_is_told_at_its_line(body: str, code: str, severity: str, line: int) -> None:
    assert (code, severity, line) in told(body)


def test_a_faultless_memory_is_silent() -> None:
    body = unit(CODE + "quay" + END, attributes=' tuid="1" changedate="20260131T100000Z" usagecount="12"')

    assert told(unit() + body + unit('a <it pos="begin" x="1"/>', 'a <it pos="begin" x="1"/>')) == []


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ('srclang="en"', 'srclang="*all*"', "F276"),
        ('srclang="en"', 'srclang="Englisch!"', "F251"),
        ('segtype="sentence"', 'segtype="paragraph"', "F278"),
        ('segtype="sentence"', 'segtype="word"', "F245"),
        ('adminlang="en"', "", "F243"),
        ('version="1.4"', 'version="1.4b"', "F247"),
        ('version="1.4"', "", "F247"),
        ('<tmx version="1.4">', '<!DOCTYPE memory SYSTEM "tmx14.dtd"><tmx version="1.4">', "F248"),
    ],
)
def test_faults_of_the_header_are_told(before: str, after: str, code: str) -> None:
    assert code in [found[0] for found in told(unit(), HEAD.replace(before, after))]


def test_omegat_reads_codes_as_text_only_where_there_are_codes() -> None:
    head = HEAD.replace('creationtool="t"', 'creationtool="OmegaT"')

    assert told(unit(), head) == []
    assert [found[0] for found in told(unit("<ph>x</ph>quay"), head)] == ["F277"]


def test_a_file_that_is_no_memory_and_one_that_breaks_off_satisfy_nothing() -> None:
    for data in (b"<html/>", (HEAD + "<tu>").encode(), b"", b"Dear all,"):
        findings, verdict = judged(data)

        assert (verdict.versions, verdict.omegat, verdict.valid) == ((), False, False)
        assert findings[-1].severity is Severity.ERROR


def test_what_says_the_same_of_thousands_of_places_is_told_a_hundred_times_and_counted() -> None:
    body = "\n".join([unit(attributes=' colour="red"')] * 1000)

    findings, verdict = judged((HEAD + body + TAIL).encode())

    assert len(findings) == 101
    assert "900" in findings[-1].message
    assert (verdict.errors, verdict.units) == (1000, 1000)


def test_findings_come_before_the_file_has_ended() -> None:
    findings = findings_of(Endless(HEAD.encode(), unit(attributes=' colour="red"').encode()), "m.tmx")  # type: ignore[arg-type]

    assert next(findings).code == "F244"


class Endless:
    def __init__(self, start: bytes, more: bytes) -> None:
        self._next = start
        self._more = more

    def read(self, size: int = -1) -> bytes:
        piece, self._next = self._next, self._more * (max(size, 1) // len(self._more) + 1)
        return piece
