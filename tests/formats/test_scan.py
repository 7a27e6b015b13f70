"""XML as it is written: what the scan sees is what a parser reads, and it stands where the scan says."""

from xml.parsers import expat

from hypothesis import given, settings
from hypothesis import strategies as st

from termaccord.formats.markup.scan import Tag, entities, scan, tags

NAMES = st.sampled_from(["a", "b", "x:c", "w-t", "д"])
VALUES = st.sampled_from(["", "1", "a > b", "it&apos;s", "&#65;&amp;", "д/"])
ATTRIBUTES = st.dictionaries(st.sampled_from(["n", "x:m", "xml:lang"]), VALUES, max_size=2)
TEXTS = st.sampled_from(
    [
        "",
        "one",
        " ",
        "\r\n",
        "R&amp;D",
        "&lt;b&gt;",
        "&#x431;&#10;",
        "]]",
        "two\nlines",
        "&co;",
        "\"'/",
        "a > b",
        "𐌰",
    ]
)
OTHERS = st.sampled_from(
    [
        "<!-- <a> & -->",
        "<?pi <b> ?>",
        "<![CDATA[<a> & ]] > &amp;]]>",
        "<![CDATA[]]>",
        "<![CDATA[\r\n]]>",
        "<a/>",
        "<b n='/>'/>",
    ]
)


def element(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    def written(name: str, attributes: dict[str, str], content: list[str], quote: str) -> str:
        space = "" if quote == "'" else " "
        said = "".join(f" {key}{space}={quote}{value}{quote}" for key, value in attributes.items())
        return f"<{name}{said} >{''.join(content)}</{name}\n>"

    return st.builds(written, NAMES, ATTRIBUTES, st.lists(inside, max_size=4), st.sampled_from("\"'"))


DOCUMENTS = st.recursive(TEXTS | OTHERS, element, max_leaves=12).map(
    lambda inside: (
        '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY co "and company"><!-- ]> -->]>\n'
        f"<r xmlns:x='urn:x'>{inside}</r>\n<!-- end -->"
    )
)


@given(DOCUMENTS)
@settings(max_examples=200, deadline=None)
def test_the_scan_reads_what_a_parser_reads(source: str) -> None:
    seen = list(scan(source))
    elements: list[tuple[str, dict[str, str]]] = []
    texts: list[str] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, attributes: elements.append(
        (name.rpartition(":")[2], attributes)
    )
    parser.CharacterDataHandler = texts.append
    parser.Parse(source.encode(), True)
    opened = [token for token in seen if isinstance(token, Tag) and token.opens]
    written = "".join(token.text for token in seen if not isinstance(token, Tag))

    assert [(tag.name, tag.attributes) for tag in opened] == elements
    assert written.strip() == "".join(texts).strip()  # the parser passes over what stands outside of the root


@given(DOCUMENTS)
@settings(max_examples=200, deadline=None)
def test_what_the_scan_sees_stands_where_it_says(source: str) -> None:
    depth = 0
    end = 0
    for token in scan(source):
        start = token.start
        assert start >= end
        if isinstance(token, Tag):
            end = token.end
            assert (source[start], source[end - 1]) == ("<", ">")
            depth += token.opens - token.closes
            continue
        end = start + token.length
        if token.length == len(token.text):
            assert source[start:end].replace("\r", "\n") == token.text
    assert depth == 0
    assert [tag for tag in scan(source) if isinstance(tag, Tag)] == list(tags(source))
    assert entities(source) == {"co": "and company"}
