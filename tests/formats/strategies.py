"""Random glossaries and memories, as hypothesis strategies."""

from dataclasses import replace
from itertools import chain

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
