"""Random glossaries as wide as TBX-Basic is: references, persons, markup, scripts, statuses, header and back matter."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from hypothesis import strategies as st

from termaccord.formats.termbase.dialects import LOCATIONS, TERM_TYPES, Dialect
from termaccord.model import (
    Concept,
    DataCategory,
    Description,
    Glossary,
    LanguageSection,
    MarkedText,
    Markup,
    Status,
    Term,
)

LANGUAGES = [
    "en",
    "en-US",
    "ru",
    "ru-RU",
    "ar",
    "he-IL",
    "fa",
    "sr-Cyrl-RS",
    "zh-Hant-TW",
    "de-CH-1996",
    "mn",
    "x-dock",
]
WORDS = [
    *(
        "pier",
        "R&D <quay>",
        '"gate"',
        "понто́н",
        "Ёлкинский шлюз №3",
        "浮き桟橋",
        "a\u00a0pier",
        "👩\u200d✈️ pilot",
    ),
    *(
        "رصيف عائم",
        "רציף 7 \u200f(צף)",
        "]]>",
        "&amp;",
        "«кран»",
        "it's",
        "\U0001f6a2",
        "e\u0301cluse",
        "x\u2028y",
    ),
]
IDS = ["pier", "шлюз-2", "_3", "a.b-c", "ölkai"]
PERSONS = ["p-ferryman", "p-pilot"]
HIGHLIGHTS = ["bold", "italics", "subscript", "superscript", "math", "hotkey", "entailedTerm"]
STATUSES: list[tuple[Status | None, str]] = [
    (None, ""),
    *((status, "") for status in Status),
    (Status.SUPERSEDED, "obsolete"),
    (Status.PREFERRED, "standardizedTerm-admn-sts"),
    (Status.ADMITTED, "legalTerm-admn-sts"),
]


@dataclass(frozen=True, slots=True)
class Limits:
    """What of TBX-Basic a dialect says as the 2008 edition does."""

    markup: bool = True
    bare_sources: bool = True
    """Whether a source may stand by itself at a concept or a language section."""
    speechless: bool = True
    """Whether a term may say no part of speech."""
    transactions: tuple[str, ...] = ("origination", "modification")


LIMITS = {
    Dialect.BASIC_2008: Limits(),
    Dialect.DEFAULT_2008: Limits(),
    Dialect.BASIC_DCA: Limits(),
    Dialect.BASIC_DCT: Limits(markup=False),
    Dialect.BASIC_V4: Limits(bare_sources=False, speechless=False),
    Dialect.DUAL: Limits(bare_sources=False, transactions=("modification",)),
}


def glossaries(limits: Limits, least: int = 1) -> st.SearchStrategy[Glossary]:
    """
    Any glossary that TBX-Basic of 2008 can say, within the limits of another dialect.

    Made from one number each: to draw every part by itself takes a hundred times as long, and nothing is shrunk.
    """
    return st.integers(0, 1 << 40).map(lambda seed: Maker(limits, Random(seed)).glossary(least))  # noqa: S311


class Maker:
    """Makes one glossary."""

    def __init__(self, limits: Limits, random: Random) -> None:
        self._limits = limits
        self._random = random
        self._ids: list[str] = []
        self._terms = 0

    def glossary(self, least: int) -> Glossary:
        self._ids = self._random.sample(IDS, self._random.randint(least, 3))
        concepts = tuple(self._concept(id_) for id_ in self._ids)
        title = self._words() if self._maybe() else ""
        return Glossary(concepts, title, self._random.choice(LANGUAGES), self._header())

    # -- levels -----------------------------------------------------------------------------------------------

    def _concept(self, id_: str) -> Concept:
        general = self._general(self._limits.bare_sources)
        return Concept(
            id_,
            tuple(self._section() for _ in range(self._random.randint(1, 3))),
            self._words() if self._maybe() else "",
            self._description() if self._maybe() else None,
            self._some([*general, self._reference, self._link, self._picture], 4),
        )

    def _section(self) -> LanguageSection:
        return LanguageSection(
            self._random.choice(LANGUAGES),
            tuple(self._term() for _ in range(self._random.randint(1, 3))),
            self._description() if self._maybe() else None,
            self._some(self._general(self._limits.bare_sources)),
        )

    def _term(self) -> Term:
        status, raw = self._random.choice(STATUSES)
        marked = self._marked(("hi",)) if self._maybe() else ()
        self._terms += 1
        about_words = self._some([self._about_words])
        rest = self._some([*self._general(True), self._reference, self._link, self._subset], 3)
        return Term(
            flat(marked) or self._words(),
            status,
            self._random.choice(
                ["noun", "verb", "properNoun", "nounPhrase", *[""] * self._limits.speechless]
            ),
            self._random.choice(["", "appellation", *sorted(TERM_TYPES)]),
            tuple(self._description() for _ in range(self._random.randint(0, 2))),
            about_words + rest,
            f"t-{self._terms}" if self._maybe() else "",
            raw,
            real(marked),
        )

    # -- what they say ----------------------------------------------------------------------------------------

    def _general(self, sources: bool) -> list[Callable[[], DataCategory]]:
        return [self._note, self._transaction, *[self._source] * sources]

    def _some(self, makers: list[Callable[[], DataCategory]], most: int = 2) -> tuple[DataCategory, ...]:
        return tuple(self._random.choice(makers)() for _ in range(self._random.randint(0, most)))

    def _description(self) -> Description:
        marked = self._marked(("hi", "foreign"))
        return Description(flat(marked), self._text() if self._maybe() else "", real(marked))

    def _note(self) -> DataCategory:
        marked = self._marked(("hi", "foreign"))
        return DataCategory("note", "", flat(marked), (), (), real(marked))

    def _source(self) -> DataCategory:
        return DataCategory("admin", "source", self._text())

    def _subset(self) -> DataCategory:
        return DataCategory("admin", self._random.choice(["customerSubset", "projectSubset"]), self._words())

    def _about_words(self) -> DataCategory:
        values = {
            "grammaticalGender": "neuter",
            "geographicalUsage": self._words(),
            "termLocation": self._random.choice(sorted(LOCATIONS)),
        }
        type_ = self._random.choice(sorted(values))
        return DataCategory("termNote", type_, values[type_])

    def _reference(self) -> DataCategory:
        target = self._random.choice(self._ids)
        return DataCategory("ref", "crossReference", self._words(), (("target", target),))

    def _link(self) -> DataCategory:
        target = self._random.choice(["https://example.org/a", "http://example.org:8080/p/q.html#part"])
        return DataCategory("xref", "externalCrossReference", self._words(), (("target", target),))

    def _picture(self) -> DataCategory:
        return DataCategory("xref", "xGraphic", self._words(), (("target", "https://example.org/quay.png"),))

    def _transaction(self) -> DataCategory:
        done = self._random.choice(self._limits.transactions)
        parts = [DataCategory("transac", "transactionType", done)]
        if self._maybe():
            parts.append(DataCategory("date", "", "2026-02-28"))
        if self._maybe():
            who = (("target", self._random.choice(PERSONS)),) if self._maybe() else ()
            parts.append(DataCategory("transacNote", "responsibility", self._words(), who))
        return DataCategory("transacGrp", children=tuple(parts))

    def _header(self) -> tuple[DataCategory, ...]:
        kinds = [kind for kind in ("publicationStmt", "sourceDesc") if self._maybe()]
        parts = [DataCategory(kind, children=self._paragraphs()) for kind in kinds]
        if self._maybe():
            change = DataCategory("change", children=self._paragraphs())
            parts.append(DataCategory("revisionDesc", children=(change,)))
        persons = tuple(
            DataCategory("refObject", "", "", (("id", id_),), (DataCategory("item", "fn", self._words()),))
            for id_ in PERSONS
        )
        return (*parts, DataCategory("refObjectList", "respPerson", "", (), persons))

    def _paragraphs(self) -> tuple[DataCategory, ...]:
        return tuple(DataCategory("p", "", self._text()) for _ in range(self._random.randint(1, 2)))

    # -- texts ------------------------------------------------------------------------------------------------

    def _maybe(self) -> bool:
        return self._random.random() < 0.5

    def _words(self) -> str:
        """Words on one line, now and then with any characters that XML has."""
        chosen = self._random.choices(WORDS, k=self._random.randint(1, 3))
        if self._random.random() < 0.2:
            chosen.append("".join(chr(self._random.randint(0xE000, 0xFFFD)) for _ in range(3)))
            chosen.append("".join(chr(self._random.randint(0x21, 0x2FFF)) for _ in range(3)))
        return " ".join(" ".join(chosen).split())

    def _text(self) -> str:
        return "\n".join(self._words() for _ in range(self._random.randint(1, 2)))

    def _marked(self, tags: tuple[str, ...]) -> MarkedText:
        if not self._limits.markup or self._maybe():
            return (self._words() if tags == ("hi",) else self._text(),)
        tag = self._random.choice(tags)
        attribute = ("type", HIGHLIGHTS) if tag == "hi" else ("xml:lang", LANGUAGES)
        said = ((attribute[0], self._random.choice(attribute[1])),)
        return (self._words(), Markup(tag, (self._words(),), said), self._words())


def flat(marked: MarkedText) -> str:
    return "".join(part if isinstance(part, str) else flat(part.content) for part in marked)


def real(marked: MarkedText) -> MarkedText:
    """The markup of a text; none where it is plain."""
    return marked if len(marked) > 1 else ()
