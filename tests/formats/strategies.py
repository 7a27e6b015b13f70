"""Random glossaries and memories, as hypothesis strategies."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, count

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
    UserEncoding,
    Variant,
)
from termaccord.model.memory import Detail, Pairs

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


SEGMENTS = st.text(LEGAL | st.sampled_from("<>&\"' \n\r\t\u00a0\u2028\u3000ЁёЙ"), max_size=25)
"""White space of every kind, line ends included, at every place."""


@st.composite
def contents(draw: st.DrawFn) -> tuple[str | Inline, ...]:
    """What TMX level 2 allows in a segment, flows in codes in flows included; each pair has a number of its own."""
    return flow(draw, 2, count(draw(st.integers(0, 3))))


def flow(draw: st.DrawFn, depth: int, numbers: Iterator[int]) -> tuple[str | Inline, ...]:
    parts: list[str | Inline] = []
    for _ in range(draw(st.integers(0, depth + 1))):
        parts.append(draw(SEGMENTS))
        match draw(st.sampled_from(["pair", "alone", "it", "hi", "ut", "none"])):
            case "pair":
                attributes = (("i", str(next(numbers))), *draw(pairs(["x", "type"])))
                parts.append(code(draw, "open", "bpt", attributes, depth, numbers))
                parts += flow(draw, 0, numbers) if depth else (draw(SEGMENTS),)
                parts.append(code(draw, "close", "ept", attributes[:1], depth, numbers))
            case "alone":
                parts.append(code(draw, "alone", "ph", draw(pairs(["x", "assoc", "type"])), depth, numbers))
            case "it":
                position = ("pos", draw(st.sampled_from(["begin", "end"])))
                attributes = (position, *draw(pairs(["x", "type"])))
                parts.append(code(draw, "alone", "it", attributes, depth, numbers))
            case "ut":
                parts.append(code(draw, "alone", "ut", draw(pairs(["x"])), depth, numbers))
            case "hi":
                inside = flow(draw, depth - 1, numbers) if depth else ()
                opening = Inline("open", "hi", "", draw(pairs(["x", "type"])))
                parts += [opening, *inside, Inline("close", "hi")]
    return merged([*parts, draw(SEGMENTS)])


def code(
    draw: st.DrawFn,
    role: str,
    tag: str,
    attributes: tuple[tuple[str, str], ...],
    depth: int,
    numbers: Iterator[int],
) -> Inline:
    native = draw(SEGMENTS)
    if not depth or draw(st.booleans()):
        return Inline(role, tag, native, attributes)
    inner = [
        Inline("open", "sub", "", draw(pairs(["datatype", "type"]))),
        *flow(draw, depth - 1, numbers),
        Inline("close", "sub"),
    ]
    inside = merged([native, *inner, after := draw(SEGMENTS)])
    return Inline(role, tag, native + after, attributes, inside)


ATTRIBUTES = pairs(
    ["creationdate", "creationid", "changedate", "usagecount", "datatype", "o-tmf", "o-encoding", "changeid"]
)
PROPERTIES = st.lists(
    st.tuples(st.sampled_from(["x-outlet", "x-score", "domain"]), SEGMENTS), max_size=3
).map(tuple)
NOTES = st.lists(SEGMENTS, max_size=2).map(tuple)
DETAIL = st.tuples(st.sampled_from(["xml:lang", "o-encoding"]), st.sampled_from(["en", "ru", "koi8-r"]))


@st.composite
def details(draw: st.DrawFn, properties: Pairs, notes: tuple[str, ...]) -> tuple[Detail, ...]:
    """Attributes of some of the notes and properties, in the order of the file that is written of them."""
    found: list[Detail] = []
    for kind, number in (("note", len(notes)), ("prop", len(properties))):
        for index in range(number):
            some = draw(st.lists(DETAIL, unique_by=lambda detail: detail[0], max_size=2))
            found += [(kind, index, name, value) for name, value in some]
    return tuple(found)


@st.composite
def variants(draw: st.DrawFn) -> Variant:
    properties, notes = draw(PROPERTIES), draw(NOTES)
    more = draw(details(properties, notes))
    return Variant(draw(LANGUAGES), draw(contents()), draw(ATTRIBUTES), properties, notes, more)


@st.composite
def units(draw: st.DrawFn) -> TranslationUnit:
    properties, notes = draw(PROPERTIES), draw(NOTES)
    segments = tuple(draw(st.lists(variants(), min_size=1, max_size=3)))
    more = draw(details(properties, notes))
    return TranslationUnit(draw(WILD), segments, draw(ATTRIBUTES), properties, notes, more)


HEADER = (
    ("creationtool", "pen"),
    ("creationtoolversion", "2"),
    ("segtype", "sentence"),
    ("o-tmf", "paper"),
    ("adminlang", "en"),
    ("datatype", "plaintext"),
)
MAPS = pairs(["code", "ent", "subst"]).map(lambda rest: (("unicode", "#xF8FF"), *rest))
ENCODINGS = st.builds(
    UserEncoding,
    st.just((("name", "Quay"),)) | st.just((("name", "Quay"), ("base", "Harbour"))),
    st.lists(MAPS, min_size=1, max_size=2).map(tuple),
)


@st.composite
def memories(draw: st.DrawFn) -> Memory:
    properties, notes = draw(PROPERTIES), draw(NOTES)
    return Memory(
        tuple(draw(st.lists(units(), max_size=3))),
        draw(LANGUAGES | st.just("*all*")),
        (*HEADER, *draw(pairs(["creationdate", "changeid", "o-encoding"]))),
        properties,
        notes,
        draw(details(properties, notes)),
        tuple(draw(st.lists(ENCODINGS, max_size=2))),
    )


MEMORIES = memories()

# -- glossaries ------------------------------------------------------------------------------------------------


def squeezed(text: str) -> str:
    return " ".join(text.split())


WORDS = WILD.map(squeezed).filter(bool)
TEXTS = st.lists(WORDS, min_size=1, max_size=2).map("\n".join)
"""What comes back as it was: no white space at the ends, no indentation."""
MARKED = st.tuples(
    WORDS, st.builds(Markup, st.just("hi"), st.tuples(WORDS), st.just((("type", "bold"),))), WORDS
)


def described(marked: tuple[str | Markup, ...]) -> Description:
    text = "".join(part if isinstance(part, str) else str(part.content[0]) for part in marked)
    return Description(text, "", marked)


def category(kind: str, type_: str, texts: st.SearchStrategy[str] = TEXTS) -> st.SearchStrategy[DataCategory]:
    return st.builds(DataCategory, st.just(kind), st.just(type_), texts)


def xref(type_: str) -> st.SearchStrategy[DataCategory]:
    target = st.sampled_from(["https://example.org/a", "https://example.org/b.png"])
    return st.builds(
        DataCategory, st.just("xref"), st.just(type_), WORDS, st.tuples(st.tuples(st.just("target"), target))
    )


NOTE = category("note", "")


def transaction(kind: str, who: str) -> DataCategory:
    done = DataCategory("transac", "transactionType", kind)
    by = DataCategory("transacNote", "responsibility", who)
    return DataCategory("transacGrp", children=(done, DataCategory("date", "", "2026-11-21"), by))


TRANSACTION = st.builds(transaction, st.sampled_from(["origination", "modification"]), WORDS)
DESCRIPTIONS = st.builds(Description, TEXTS, st.just("") | TEXTS) | MARKED.map(described)
STATUSES = st.sampled_from([None, *Status])
SPEECH = st.sampled_from(["", "noun", "verb", "properNoun", "nounPhrase"])
TYPES = st.sampled_from(["", "fullForm", "acronym", "appellation"])


def many(one: st.SearchStrategy[DataCategory], most: int = 2) -> st.SearchStrategy[tuple[DataCategory, ...]]:
    return st.lists(one, max_size=most).map(tuple)


def chained(parts: tuple[tuple[DataCategory, ...], ...]) -> tuple[DataCategory, ...]:
    return tuple(chain.from_iterable(parts))


TERM_NOTES = category("termNote", "geographicalUsage") | category(
    "termNote", "grammaticalGender", st.sampled_from(["masculine", "neuter"])
)
TERMS = st.builds(
    Term,
    WORDS,
    STATUSES,
    SPEECH,
    TYPES,
    st.lists(DESCRIPTIONS, max_size=2).map(tuple),
    st.tuples(many(TERM_NOTES), many(NOTE | TRANSACTION | xref("externalCrossReference"))).map(chained),
)
SECTIONS = st.builds(
    LanguageSection,
    LANGUAGES,
    st.lists(TERMS, min_size=1, max_size=3).map(tuple),
    st.none() | DESCRIPTIONS,
    many(NOTE | TRANSACTION),
)
CONCEPTS = st.builds(
    Concept,
    st.just(""),
    st.lists(SECTIONS, min_size=1, max_size=3).map(tuple),
    st.just("") | WORDS,
    st.none() | DESCRIPTIONS,
    many(NOTE | TRANSACTION | xref("xGraphic")),
)


def numbered(glossary: Glossary) -> Glossary:
    concepts = tuple(replace(concept, id=f"c-{i}") for i, concept in enumerate(glossary.concepts))
    return replace(glossary, concepts=concepts)


GLOSSARIES = st.builds(
    Glossary, st.lists(CONCEPTS, min_size=1, max_size=2).map(tuple), st.just("") | WORDS, LANGUAGES
).map(numbered)
"""What TBX-Basic of 2008 can say."""

ATTRIBUTES_OF_ANY_KIND = st.lists(
    st.tuples(
        st.sampled_from(["id", "xml:lang", "target", "datatype", "from"]),
        WILD | st.sampled_from(["a1", "a2"]),
    ),
    max_size=2,
    unique_by=lambda pair: pair[0],
).map(tuple)
KINDS = st.sampled_from(
    [
        "descrip",
        "admin",
        "note",
        "xref",
        "ref",
        "termNote",
        "transac",
        "transacNote",
        "date",
        "item",
        "stranger",
    ]
)
GROUPS = st.sampled_from(["descripGrp", "adminGrp", "transacGrp", "termNoteGrp", "termCompList"])
ANY_TYPE = st.sampled_from(
    [
        *(
            "",
            "definition",
            "context",
            "source",
            "transactionType",
            "subjectField",
            "partOfSpeech",
            "crossReference",
        ),
        *("xGraphic", "status", "responsibility", "customerSubset"),
    ]
)
LEAVES = st.builds(DataCategory, KINDS, ANY_TYPE, WILD, ATTRIBUTES_OF_ANY_KIND)


def grouped(parts: st.SearchStrategy[DataCategory]) -> st.SearchStrategy[DataCategory]:
    return st.builds(DataCategory, GROUPS, ANY_TYPE, st.just(""), ATTRIBUTES_OF_ANY_KIND, many(parts, 3))


ODD = LEAVES | grouped(LEAVES) | grouped(grouped(LEAVES))


def odd_glossaries(least: int) -> st.SearchStrategy[Glossary]:
    """Anything that the types allow, with at least so many concepts, sections and terms at their places."""
    written = st.sampled_from(["", "obsolete"])
    terms = st.builds(Term, WILD, STATUSES, WILD, WILD, st.just(()), many(ODD), WILD, written)
    sections = st.builds(
        LanguageSection,
        LANGUAGES,
        st.lists(terms, min_size=least, max_size=2).map(tuple),
        st.none() | DESCRIPTIONS,
        many(ODD),
    )
    languages = st.lists(sections, min_size=least, max_size=2).map(tuple)
    concepts = st.builds(Concept, WILD | st.sampled_from(["a1", "a2"]), languages, WILD, st.none(), many(ODD))
    return st.builds(
        Glossary, st.lists(concepts, min_size=least, max_size=2).map(tuple), WILD, LANGUAGES, many(ODD)
    )
