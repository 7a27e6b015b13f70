"""TMX: units read without a parser's events are what a parser would have read."""

import tracemalloc
from collections.abc import Iterator
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termaccord.formats.exchange import plain
from termaccord.formats.exchange.reading import TmxReader
from termaccord.formats.markup import intake
from termaccord.model import Finding, TranslationUnit

HEAD = (
    '<tmx version="1.4">\n<header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" '
    'adminlang="en" srclang="en" datatype="xml"/>\n<body>'
)
PAIR = '<tuv xml:lang="en"><seg>{}</seg></tuv>\n<tuv xml:lang="ru"><seg>{}</seg></tuv>'
PLAIN = f'<tu tuid="a{{}}" creationdate="20260101T000000Z"><prop type="x">y &amp; z</prop>\n{PAIR}</tu>'


def unit(english: str, russian: str, head: str = "<tu>", end: str = "</tu>") -> str:
    return head + PAIR.format(english, russian) + end


PIECES = (
    PLAIN.format(1, "the sluice", "шлюз"),
    "\n  " + unit("R&amp;D &lt;b&gt;", "«да» &quot;нет&quot;", end="\r\n</tu>\r\n"),
    unit("two&#10;lines", "a&nbsp;b &whatever; c", "<tu >"),
    unit("one", "один", "<tu tuid='single'>"),
    unit('a <ph x="1">&lt;br/&gt;</ph> b', "б"),
    unit("<![CDATA[</tu><tu>]]>", "б"),
    unit("never ]]> so", "б"),
    unit("", " "),
    unit("x", "у", "<tu><!-- </tu> -->") + "<!-- " + unit("y", "у") + " -->",
    unit("gap", "щель", end="</tu ><?pi </tu>?>"),
    unit("twice", "дважды", '<tu changeid="1" changeid="2">'),
    unit("unknown", "чужой", '<tu colour="red">'),
    '<tu><tuv xml:lang="ru_RU" changedate="20260101T000000Z"><note>n</note><seg>да</seg></tuv></tu>',
    '<tu usagecount="2" tuid=""><note xml:lang="en">a\nb</note><tuv xml:lang="de"><seg>\n\nja</seg></tuv></tu>',
    '<tu><tuv lang="en"><seg>old</seg></tuv><tuv><seg>none</seg></tuv></tu>',
    '<tu>stray text<tuv xml:lang="en"><seg>a</seg><seg>b</seg></tuv></tu>',
    unit("a&b", "в" * 90),
    unit("bell \x07", "знак \ufffe"),
    "<tu></tu>",
)


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patched:
        patched.setattr(intake, "PIECE", 64)
        patched.setattr(plain, "PIECE", 256)
        yield


def read(data: bytes, *, quickly: bool) -> tuple[list[object], list[int | None]]:
    reader = TmxReader(BytesIO(data), "m.tmx")
    reader._plain._possible = quickly  # the parser alone
    items = list(reader.items())
    lines = [v.line for item in items if isinstance(item, TranslationUnit) for v in item.variants]
    units = [item for item in items if isinstance(item, TranslationUnit)]
    findings = [item for item in items if isinstance(item, Finding)]
    if any(
        finding.code == "F001" for finding in findings
    ):  # what is mended ahead of a break may be behind it
        findings = [finding for finding in findings if finding.code not in {"F006", "F007"}]
    # Pieces end elsewhere, so that findings may stand in another order.
    return [*units, *sorted(findings, key=str)], lines


@given(
    st.lists(st.sampled_from(PIECES), max_size=12), st.integers(0, 120), st.sampled_from(["utf-8", "utf-16"])
)
@settings(max_examples=150, deadline=None)
def test_a_parser_reads_the_same_units_findings_and_lines(pieces: list[str], cut: int, encoding: str) -> None:
    text = HEAD + "".join(pieces) + "</body></tmx>"
    data = text[: len(text) - cut].rstrip("\r").encode(encoding)

    assert read(data, quickly=True) == read(data, quickly=False)


def test_a_document_type_with_attributes_of_its_own_is_left_to_the_parser() -> None:
    subset = '<!DOCTYPE tmx [<!ATTLIST tu usagecount CDATA "7">]>'

    units, _ = read((subset + HEAD + unit("a", "б") * 3 + "</body></tmx>").encode(), quickly=True)

    assert [getattr(one, "attributes", None) for one in units] == [(("usagecount", "7"),)] * 3


def test_most_units_never_reach_the_parser() -> None:
    data = (HEAD + PLAIN.format(1, "the sluice", "шлюз") * 200 + "</body></tmx>").encode()
    reader = TmxReader(BytesIO(data), "m.tmx")

    assert sum(isinstance(item, TranslationUnit) for item in reader.items()) == 200
    assert reader._source.fed < len(data) / 10


def test_the_place_of_a_break_is_told_behind_units_that_the_parser_has_not_seen() -> None:
    plain_unit = PLAIN.format(1, "the sluice", "шлюз")
    for text, line, column in (
        (HEAD + plain_unit * 3 + "\n\n  <tu></tuv>", 11, 9),
        ((HEAD + plain_unit * 3).replace("\n", " ") + "<tu></tuv>", 1, None),
    ):
        reader = TmxReader(BytesIO(text.encode()), "m.tmx")

        found = [item for item in reader.items() if isinstance(item, Finding)][-1]

        assert (found.place.line, found.place.column) == (line, column or len(text) - 3)


def test_one_line_of_any_length_takes_no_more_memory_than_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    data = (
        (HEAD + PLAIN.format(1, "the sluice", "шлюз") * 12_000 + "</body></tmx>").replace("\n", " ").encode()
    )
    stream = BytesIO(data)
    tracemalloc.start()

    count = sum(isinstance(item, TranslationUnit) for item in TmxReader(stream, "m.tmx").items())
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert count == 12_000
    assert peak < len(data) / 2
