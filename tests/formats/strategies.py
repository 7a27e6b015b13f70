"""Random glossaries and memories, as hypothesis strategies."""

from hypothesis import strategies as st

from termaccord.model import (
    Concept,
    DataCategory,
    Description,
    Glossary,
    Inline,
    LanguageSection,
    Markup,
    Memory,
    Status,
    Term,
    TranslationUnit,
    Variant,
)

LEGAL = st.characters(
    codec="utf-8",
    exclude_categories=["Cs", "Cc"],
    exclude_characters="\ufffe\uffff",
    include_characters="\t\n",
)
WILD = st.text(LEGAL | st.sampled_from("<>&\"' \n\tЁёй«»—"), max_size=25)
LANGUAGES = st.sampled_from(["en", "ru", "en-GB", "sr-Cyrl-RS", "de", "zh-Hans"])

# -- memories --------------------------------------------------------------------------------------------------


def pairs(names: list[str]) -> st.SearchStrategy[tuple[tuple[str, str], ...]]:
    return st.lists(st.sampled_from(names), unique=True, max_size=3).flatmap(
        lambda chosen: st.tuples(*[st.tuples(st.just(name), WILD) for name in chosen])
    )


def merged(parts: list[str | Inline]) -> tuple[str | Inline, ...]:
    out: list[str | Inline] = []
    for part in parts:
        if isinstance(part, str) and out and isinstance(out[-1], str):
            out[-1] += part
        elif part != "":
            out.append(part)
    return tuple(out)


@st.composite
def contents(draw: st.DrawFn, depth: int = 2) -> tuple[str | Inline, ...]:
    """What TMX level 2 allows in a segment."""
    parts: list[str | Inline] = []
    for number in range(draw(st.integers(0, 3))):
        parts.append(draw(WILD))
        match draw(st.sampled_from(["pair", "alone", "it", "hi", "ut", "none"])):
            case "pair":
                attributes = (("i", str(number + 1)), *draw(pairs(["x", "type"])))
                parts += [code(draw, "open", "bpt", attributes, depth), draw(WILD)]
                parts.append(code(draw, "close", "ept", attributes[:1], depth))
            case "alone":
                parts.append(code(draw, "alone", "ph", draw(pairs(["x", "assoc", "type"])), depth))
            case "it":
                position = ("pos", draw(st.sampled_from(["begin", "end"])))
                parts.append(code(draw, "alone", "it", (position, *draw(pairs(["x", "type"]))), depth))
            case "ut":
                parts.append(code(draw, "alone", "ut", draw(pairs(["x"])), depth))
            case "hi":
                inside = draw(contents(0)) if depth else ()
                parts += [
                    Inline("open", "hi", "", draw(pairs(["x", "type"]))),
                    *inside,
                    Inline("close", "hi"),
                ]
    return merged([*parts, draw(WILD)])


def code(draw: st.DrawFn, role: str, tag: str, attributes: tuple[tuple[str, str], ...], depth: int) -> Inline:
    native = draw(WILD)
    if not depth or draw(st.booleans()):
        return Inline(role, tag, native, attributes)
    flow = [
        Inline("open", "sub", "", draw(pairs(["datatype", "type"]))),
        *draw(contents(0)),
        Inline("close", "sub"),
    ]
    inside = merged([native, *flow, after := draw(WILD)])
    return Inline(role, tag, native + after, attributes, inside)


ATTRIBUTES = pairs(["creationdate", "creationid", "changedate", "usagecount", "datatype", "o-tmf"])
PROPERTIES = st.lists(st.tuples(st.sampled_from(["x-outlet", "x-score", "domain"]), WILD), max_size=2).map(
    tuple
)
NOTES = st.lists(WILD, max_size=2).map(tuple)
VARIANTS = st.builds(Variant, LANGUAGES, contents(), ATTRIBUTES, PROPERTIES, NOTES)
UNITS = st.builds(
    TranslationUnit,
    WILD,
    st.lists(VARIANTS, min_size=1, max_size=3).map(tuple),
    ATTRIBUTES,
    PROPERTIES,
    NOTES,
)
HEADER = (
    ("creationtool", "pen"),
    ("creationtoolversion", "2"),
    ("segtype", "sentence"),
    ("o-tmf", "paper"),
    ("adminlang", "en"),
    ("datatype", "plaintext"),
)
MEMORIES = st.builds(
    Memory,
    st.lists(UNITS, max_size=3).map(tuple),
    LANGUAGES | st.just("*all*"),
    st.just(HEADER),
    PROPERTIES,
    NOTES,
)
