"""The record that a language fills with its cues for names, and how its lists of words are written down."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from babel import Locale, UnknownLocaleError

from termaccord.model import Category
from termaccord.text.normalise import fold

EMPTY: frozenset[str] = frozenset()
NO_PLACES = frozenset({"UN", "EU", "EZ", "ZZ", "QO", "XA", "XB"})
"""Codes of CLDR that name bodies or nothing."""


@dataclass(frozen=True, slots=True)
class Cues:
    """
    General knowledge of a language about the words beside and inside of names.

    All words are lower-case lemmas, folded; none is taken from a text that we are measured on.
    """

    language: str
    heads: Mapping[str, Category] = field(default_factory=dict)
    """A noun that says what the phrase it heads names: committee, treaty, director."""
    endings: Mapping[str, Category] = field(default_factory=dict)
    """Endings of head nouns that no list can hold: 80-летие."""
    labels: Mapping[str, Category] = field(default_factory=dict)
    """A noun beside a name that is no part of it: the Silver Birch *programme*, *операция* «Канал»."""
    titles: frozenset[str] = EMPTY
    """What stands before a person's name and is no office: Mr, Dr, господин; ranks."""
    ranks: frozenset[str] = EMPTY
    """Military and academic ranks: titles that are positions too."""
    modifiers: frozenset[str] = EMPTY
    """What makes another office of an office: deputy, first, acting."""
    speech: frozenset[str] = EMPTY
    """Verbs whose subject is a person."""
    naming: frozenset[str] = EMPTY
    """Participles that introduce a name: called, dubbed."""
    joiners: Mapping[str, frozenset[Category]] = field(default_factory=dict)
    """A function word inside a name, and what the name before it must be headed by."""
    articles: frozenset[str] = EMPTY
    conjunctions: frozenset[str] = EMPTY
    where: frozenset[str] = EMPTY
    """Prepositions before a place."""
    time: frozenset[str] = EMPTY
    """Months, days and other capitalised words of the calendar: never a part of a name's end."""
    vague: frozenset[str] = EMPTY
    """Adjectives and ordinals that belong to the sentence, not to the name: former, new, next."""
    until: frozenset[str] = EMPTY
    """Prepositions between a document's name and its years."""
    year: frozenset[str] = EMPTY
    """The word “year” where the language says it: 2025 года."""
    governs: Mapping[str, str] = field(default_factory=dict)
    """Case of a verbal noun's complement where it is not the genitive: содействие кому."""
    prepositions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Cases that a preposition inside a name asks for."""
    binds: frozenset[tuple[str, str]] = frozenset()
    """A noun and the preposition that it asks for inside a complement: борьба с."""
    anaphors: frozenset[str] = EMPTY
    """Nouns that, alone and in lower case, point back to something named before: the organisation, the country."""
    before_verb: frozenset[str] = EMPTY
    """Words behind which a bare form is a verb: to, will, we."""
    given: frozenset[str] = EMPTY
    """Common given names, for languages whose dictionary does not know names."""
    kin: frozenset[str] = EMPTY
    """Nouns for people that a name in the genitive may follow, but no offices: resident, son, participant."""
    occupations: frozenset[str] = EMPTY
    """What people do without holding an office: pilot, engineer; it shows a person's name, but is no term."""
    agents: tuple[str, ...] = ()
    """Endings of nouns for those who do something: astronom*er*, phys*icist*."""
    dedication: str = ""
    """The word between an institution and the person it is named for: имени."""
    becoming: frozenset[str] = EMPTY
    """Verb forms between a person and an office: is, becomes, was elected."""
    offices: tuple[str, ...] = ()
    """Offices of several words that no head noun shows: head of state."""
    plural: frozenset[str] = EMPTY
    """Head nouns that name one thing in the plural: forces, talks."""
    genitive: frozenset[str] = EMPTY
    """Those joiners that only say “of”."""
    infinitive: frozenset[str] = EMPTY
    """What joins a title to its verb: Programme *to* Strengthen."""
    common: frozenset[str] = EMPTY
    """Abbreviations that are ordinary words by now: TV, GDP."""
    demonyms: tuple[str, ...] = ()
    """Endings of adjectives made of names of places: Haldener, Ambrelese."""
    gerund: str = ""
    """Ending of a verb that a title may have behind a preposition: Programme for Equip*ping* the Forces."""
    inside: frozenset[str] = EMPTY
    """Small words that join only further on inside of a document's title: with, in, among."""
    serving: frozenset[str] = EMPTY
    """Prepositions between an office and whom it serves, besides the genitive."""
    editions: frozenset[str] = EMPTY
    """What an ordinal counts behind the comma of a document’s name: edition, revision."""
    signs: frozenset[str] = EMPTY
    """What stands before the number of a document: no, №."""
    ordinals: frozenset[str] = EMPTY
    """First, second, third: vague before what there are several of, a part of the name before two capitals."""
    possessives: frozenset[str] = EMPTY
    """What stands in an article's place: its, their."""
    honours: frozenset[str] = EMPTY
    """What follows a possessive in a form of address: Your Majesty."""
    staged: frozenset[str] = EMPTY
    """Events that are put on under a name of their own: the exhibition Salt and Amber."""
    bearers: frozenset[str] = EMPTY
    """Things that words are written on for all to see: poster, banner."""
    displays: frozenset[str] = EMPTY
    """What such things do with the words: say, proclaim."""
    compounds: bool = False
    """Whether a word has the category of its last part: Flusskommission."""
    title_case: bool = False
    """Whether titles are written With Capitals Throughout."""
    capitals: bool = True
    """Whether a capital in mid-sentence speaks for a name; not where every noun has one."""

    def _of_pair(self, lemma: str) -> Category | None:
        """What two nouns joined by a hyphen name: музей-заповедник is a museum, дом-музей is one too."""
        if "-" not in lemma or not self.prepositions:
            return None
        first, _, last = lemma.partition("-")
        return self.heads.get(first) or self.heads.get(last)

    def category(self, lemma: str) -> Category | None:
        """What a noun with this folded lemma names as the head of a phrase."""
        found = self.heads.get(lemma) or self._of_pair(lemma)
        if found or not self.endings:
            return found
        return next(
            (c for ending, c in self.endings.items() if lemma.endswith(ending) and lemma != ending), None
        )

    def territories(self) -> frozenset[str]:
        """Names of countries and regions in this language, folded (CLDR, by way of Babel)."""
        return _territories(self.language)


@cache
def _territories(language: str) -> frozenset[str]:
    try:
        names = Locale.parse(language).territories
        return frozenset(fold(name) for code, name in names.items() if code not in NO_PLACES)
    except (UnknownLocaleError, ValueError):
        return EMPTY


def table(lists: Mapping[Category, str]) -> dict[str, Category]:
    """Words between spaces, an underscore for a space inside one; the first category that lists a word keeps it."""
    found: dict[str, Category] = {}
    for category, words in lists.items():
        for word in words.split():
            found.setdefault(word.replace("_", " "), category)
    return found


def among(words: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in words.split())
