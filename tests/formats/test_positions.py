"""Words of units are found in their file."""

import pytest

from termaccord.formats import bilingual, tmx
from termaccord.formats.addresses import addressed
from termaccord.formats.positions import located, positioned
from termaccord.model import Edit, Finding, Place, Rendering, Span

PO = """\
msgid ""
msgstr "Language: ru\\n"

#: quay.c:4
msgid "ferry"
msgid_plural "ferries"
msgstr[0] "паром"
msgstr[1] ""
"белые "
"\\"паромы\\""
"""
XLIFF = """\
<xliff version="1.2"><file original="a" source-language="en" target-language="ru" datatype="x"><body>
<trans-unit id="1"><source>The ferry</source>
  <target>Белый <g id="1">&quot;паром&quot;</g>
    отошёл</target></trans-unit></body></file></xliff>
"""
TMX = """\
<tmx version="1.4"><header creationtool="a" creationtoolversion="1" segtype="sentence" o-tmf="a" adminlang="en"
srclang="en" datatype="plaintext"/><body>
<tu><tuv xml:lang="en"><seg>The ferry</seg></tuv><tuv xml:lang="ru"><seg>Белый <ph>x</ph>паром</seg></tuv></tu>
</body></tmx>
"""
CSV = 'en,ru\r\n"The ""ferry""","Белый\nпаром"\r\n'


def place(text: str, name: str, word: str, language: str) -> Place:
    data = text.encode()
    units = (
        tmx.parse(data, name).value.units
        if name.endswith(".tmx")
        else tuple(unit.unit for unit in bilingual.parse(data, name).value)
    )
    unit, said = next(
        (unit, variant.text)
        for unit in addressed(units)
        for variant in unit.variants
        if variant.language == language and word in variant.text
    )
    start = said.index(word)
    wanted = Place(name, unit.id, Span(start, start + len(word)), language=language)
    (found,) = located(data, name, [wanted])
    assert (found.file, found.unit, found.span) == (wanted.file, wanted.unit, wanted.span)
    return found


@pytest.mark.parametrize(
    ("text", "name", "language", "word", "line"),
    [
        (PO, "a.po", "ru", "паромы", 10),
        (PO, "a.po", "ru", "белые", 9),
        (PO, "a.po", "en", "ferry", 5),
        (PO, "a.po", "en", "ferries", 6),
        (XLIFF, "a.xlf", "en", "ferry", 2),
        (XLIFF, "a.xlf", "ru", "паром", 3),
        (XLIFF, "a.xlf", "ru", "отошёл", 4),
        (TMX, "a.tmx", "en", "ferry", 3),
        (TMX, "a.tmx", "ru", "паром", 3),
        (CSV, "a.csv", "en", "ferry", 2),
        (CSV, "a.csv", "ru", "паром", 3),
    ],
)
def test_a_word_of_a_unit_is_found(text: str, name: str, language: str, word: str, line: int) -> None:
    found = place(text, name, word, language)

    source = text.replace("\r\n", "\n").split("\n")[line - 1]
    assert found.line == line
    assert source[(found.column or 0) - 1 :].startswith(word)


@pytest.mark.parametrize(
    "unknown",
    [
        Place("a.po"),
        Place("a.po", "ferry[0]"),
        Place("a.po", "boat", Span(0, 1)),
        Place("a.po", span=Span(0, 1)),
    ],
)
def test_what_is_no_word_of_a_unit_stays_as_it_is(unknown: Place) -> None:
    assert located(PO.encode(), "a.po", [unknown]) == (unknown,)


def test_in_a_file_that_cannot_be_read_whole_places_stay_as_they_are() -> None:
    unknown = Place("a.xlf", "1", Span(0, 5), 3, language="ru")

    assert located(XLIFF[:-20].encode(), "a.xlf", [unknown]) == (unknown,)


def test_all_places_of_a_finding_get_line_and_column() -> None:
    catalog = 'msgid ""\nmsgstr "Language: ru\\n"\n\nmsgid "ferry"\nmsgstr ""\n"белый "\n"паром"\n'
    place, text = (
        Place("a.po", "ferry", Span(6, 11), 5, language="ru"),
        Place("a.txt", span=Span(0, 3), line=1),
    )
    conflict = Finding(
        "C10",
        "",
        place,
        related=(text,),
        edits=(Edit(place, "катер"),),
        variants=(Rendering("паром", (text, place)),),
    )

    (found,) = positioned([conflict], {"a.po": catalog.encode(), "a.txt": None}.get)

    there = Place("a.po", "ferry", Span(6, 11), 7, 2, language="ru")
    assert (found.place, found.edits[0].place, found.variants[0].places) == (there, there, (text, there))
    assert found.related == (text,)


def test_a_file_is_asked_for_only_where_something_was_found_in_its_units() -> None:
    asked: list[str] = []
    findings = [
        Finding("C10", "", Place("a.txt", span=Span(0, 3))),
        Finding("C10", "", Place("a.po", "ferry")),
    ]

    assert positioned(findings, asked.append) == tuple(findings)
    assert asked == ["a.po"]


def test_a_file_that_is_too_large_keeps_the_lines_of_its_segments() -> None:
    finding = Finding("C10", "", Place("a.po", "ferry", Span(6, 11), 5, language="ru"))

    assert positioned([finding], lambda _: bytes((16 << 20) + 1)) == (finding,)
