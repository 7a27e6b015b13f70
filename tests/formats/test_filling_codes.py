"""Inline codes of any shape: a filled XLIFF file has those of its own source, in their pairs, or none and is for review."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termaccord.formats import bilingual
from termaccord.formats.bilingual import State
from termaccord.formats.filling import Fill, Standing, fill
from termaccord.model import Content, Inline

FIRST = ("g", "x", "ph", "bpt", "mrk", "bx")
SECOND = ("pc", "ph", "sc", "mrk", "cp")
TEXT = st.sampled_from(["Паром", " & ", "<", "]]>", "", "a\nb", "&#13;", "7"])
XML = {
    "Паром": "Паром",
    " & ": " &amp; ",
    "<": "<![CDATA[<]]>",
    "]]>": "]]&gt;",
    "": "<!-- none -->",
    "a\nb": "a\nb",
    "&#13;": "&#13;",
    "7": "&#55;",
}


def element(name: str, number: int, inside: str) -> str:
    """An inline element of XLIFF with what it needs to be one."""
    match name:
        case "g" | "pc" | "mrk":
            kind = ' mtype="x-t"' if name == "mrk" else ""
            return (
                f"<{name} id='{number}'{kind}>{inside}</{name}>"
                if inside or number % 2
                else f'<{name} id="{number}" />'
            )
        case "bpt":
            return f'<bpt id="{number}">&lt;b></bpt>{inside}<ept id="{number}">&lt;/b></ept>'
        case "bx":
            return f'<bx id="{number}" rid="{number}"/>{inside}<ex id="{number}b" rid="{number}"/>'
        case "sc":
            return f'<sc id="{number}"/>{inside}<ec startRef="{number}"/>'
        case "cp":
            return f'<cp hex="000{number % 8 + 1}"/>{inside}'
        case _:
            return f"<{name} id='{number}'/>{inside}"


@st.composite
def sources(draw: st.DrawFn, names: tuple[str, ...]) -> str:
    """What stands in a source: texts and elements inside each other."""
    parts = ["Начало "]
    for number in range(draw(st.integers(0, 4))):
        inside = XML[draw(TEXT)]
        if parts and draw(st.booleans()):
            inside += parts.pop()
        parts += [element(draw(st.sampled_from(names)), number, inside), XML[draw(TEXT)]]
    return "".join(parts)


def file(source: str, second: bool) -> bytes:
    if second:
        return (
            '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="ru"><file id="f">'
            f'<unit id="1"><segment><source>{source}</source></segment></unit></file></xliff>'
        ).encode()
    return (
        '<xliff version="1.2"><file original="a" source-language="en" target-language="ru"><body><trans-unit id="1">'
        f"<source>{source}</source></trans-unit></body></file></xliff>"
    ).encode()


def contents(data: bytes) -> tuple[list[Content], State]:
    (unit,) = bilingual.parse(data, "a.xlf").value
    return [variant.content for variant in unit.unit.variants], unit.state


def codes(content: Content) -> list[tuple[str, str]]:
    return [(part.role, part.code) for part in content if isinstance(part, Inline)]


def words(content: Content) -> str:
    return "".join([part for part in content if isinstance(part, str)])


@pytest.mark.parametrize("second", [False, True])
@settings(max_examples=70, deadline=None)
@given(data=st.data())
def test_a_translation_with_the_codes_of_its_source_gets_them_all(second: bool, data: st.DataObject) -> None:
    before = file(data.draw(sources(SECOND if second else FIRST)), second)
    ((source,), _state) = contents(before)

    filled = fill(before, "a.xlf", [Fill("1", source)])

    assert filled.findings == ()
    (after, target), state = contents(filled.data)
    assert (after, target, state) == (source, source, State.TRANSLATED)


@pytest.mark.parametrize("second", [False, True])
@settings(max_examples=70, deadline=None)
@given(data=st.data())
def test_a_translation_with_any_codes_never_breaks_a_file(second: bool, data: st.DataObject) -> None:
    before = file(data.draw(sources(SECOND if second else FIRST)), second)
    ((source,), _state) = contents(before)
    shuffled = data.draw(st.permutations([*source, "Конец"]))
    target = tuple(shuffled[: data.draw(st.integers(1, len(shuffled)))])
    if not any(character.isprintable() and not character.isspace() for character in words(target)):
        return  # what says nothing is no translation

    filled = fill(before, "a.xlf", [Fill("1", target, source=source)])

    (made,) = filled.made
    (after, read), state = contents(filled.data)
    assert after == source
    assert words(read) == words(target)
    assert sorted(codes(read)) == ([] if made.bare else sorted(codes(source)))
    assert (state is State.FUZZY) is (made.standing is Standing.FUZZY) is made.bare
