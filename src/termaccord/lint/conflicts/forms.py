"""A name reduced to what a reader would call the same name: without articles, capitals, dashes and house spelling."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from termaccord.model import Occurrence, ProposedTerm
from termaccord.text.analyse import analyser_for
from termaccord.text.cues import cues_for
from termaccord.text.languages.spelling_english import american
from termaccord.text.normalise import fold
from termaccord.text.tokens import TokenKind, tokens


@dataclass(frozen=True, slots=True)
class Form:
    """One name of a concept in one language with its places."""

    text: str
    language: str
    abbreviation: bool
    words: tuple[str, ...]
    """Lemmas of the words of meaning in order, in one spelling."""
    small: tuple[str, ...]
    """Joiners between them, without articles."""
    numbers: tuple[str, ...]
    surface: tuple[str, ...]
    """The words of meaning as they are written, folded."""
    occurrences: tuple[Occurrence, ...]

    @property
    def documents(self) -> frozenset[str]:
        return frozenset(o.document for o in self.occurrences)

    @property
    def count(self) -> int:
        return len(self.occurrences)


class Difference(StrEnum):
    """How two names of one thing differ, from the least to the greatest."""

    NONE = "none"
    """Capitals, articles, hyphens, quotation marks, house spelling: one name."""
    NUMBER = "number"
    """Singular and plural."""
    JOINER = "joiner"
    """Another preposition."""
    OWNER = "owner"
    """With and without the organisation it belongs to."""
    SHORT = "short"
    """One has all the words of the other, and fewer."""
    TURNED = "turned"
    """One has all the words of the other, in another order, and fewer."""
    ORDER = "order"
    """The same words in another order."""
    WORDS = "words"
    """Other words."""


def form(term: ProposedTerm) -> Form:
    """Read a term."""
    words: list[str] = []
    small: list[str] = []
    surface: list[str] = []
    numbers: list[str] = []
    for token in tokens(term.text):
        if token.kind is TokenKind.NUMBER:
            numbers.append(token.text)
        elif token.kind is TokenKind.WORD:
            for part in fold(token.text).replace("‑", "-").split("-"):
                _sort(part, term.language, words, small, surface)
    return Form(
        term.text,
        term.language,
        term.abbreviation,
        tuple(words),
        tuple(small),
        tuple(numbers),
        tuple(surface),
        term.occurrences,
    )


def _sort(part: str, language: str, words: list[str], small: list[str], surface: list[str]) -> None:
    cues = cues_for(language)
    if not part or part in cues.articles or part in {"'s", "’s"}:
        return
    if part in cues.conjunctions or part in cues.joiners or part in analyser_for(language).function_words:
        small.append(part)
        return
    words.append(lemma(part, language))
    surface.append(american(part) if language.startswith("en") else part)


@lru_cache(maxsize=1 << 15)
def lemma(word: str, language: str) -> str:
    """The lemma of a noun reading, or of the likeliest; in English the singular in American spelling."""
    readings = analyser_for(language).analyses(word)
    noun = next((a for a in readings if a.part_of_speech == "NOUN"), readings[0])
    if not language.startswith("en"):
        return fold(noun.lemma)
    plural = next((a for a in readings if a.part_of_speech == "NOUN" and a.number == "pl"), None)
    return american(fold(plural.lemma) if plural else word)


def difference(left: Form, right: Form, owners: frozenset[str]) -> Difference:
    """How two names differ; `owners` are words by which an organisation claims what is its own."""
    if left.words == right.words or "".join(left.words) == "".join(right.words):
        if "".join(left.surface) != "".join(right.surface):
            return Difference.NUMBER
        return Difference.NONE if left.small == right.small else Difference.JOINER
    bare, other = sorted((without(left.words, owners), without(right.words, owners)), key=len)
    if bare == other or "".join(bare) == "".join(other):
        return Difference.OWNER
    if sorted(bare) == sorted(other):
        return Difference.ORDER
    if set(bare) <= set(other):
        return Difference.SHORT if _inside(bare, other) else Difference.TURNED
    return Difference.WORDS


def _inside(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether words stand in another name in the same order."""
    rest = iter(long)
    return all(word in rest for word in short)


def without(words: Sequence[str], owners: frozenset[str]) -> tuple[str, ...]:
    """The words that no organisation's name lends; all of them where nothing would be left."""
    return tuple(w for w in words if w not in owners) or tuple(words)


def forms(terms: Iterable[ProposedTerm]) -> tuple[Form, ...]:
    """Terms with places, read."""
    return tuple(form(t) for t in terms if t.occurrences)


def head(form: Form) -> str:
    """
    The lemma of the word that says what a name names.

    It is the first that a cue list knows where adjectives agree with it, as in Russian;
    elsewhere the last before a preposition.
    """
    cues = cues_for(form.language)
    if cues.prepositions:
        return next((w for w in form.words if cues.category(w)), form.words[0] if form.words else "")
    found = ""
    for token in tokens(form.text):
        word = fold(token.text)
        if found and word in form.small and word not in cues.conjunctions:
            break
        if token.kind is TokenKind.WORD and word not in _little(form):
            found = lemma(word.rpartition("-")[2], form.language)
    return found


def proper(form: Form) -> bool:
    """Whether a name is written as one: with a capital on most of its words of meaning."""
    words = [w for w in form.text.replace("-", " ").split() if fold(w) not in _little(form)]
    return bool(words) and 2 * sum(w[:1].isupper() or w[:1].isdigit() for w in words) > len(words)


def titled(form: Form) -> bool:
    """Whether a name of two words and more has a capital on each, in a language that writes names so."""
    words = [w for w in form.text.replace("-", " ").split() if fold(w) not in _little(form)]
    own = [w for w in words if w[:1].isupper() and not w.isupper()]
    return cues_for(form.language).title_case and len(own) > 1 and len(own) == len(words)


def _little(form: Form) -> frozenset[str]:
    cues = cues_for(form.language)
    return cues.articles | cues.conjunctions | frozenset(cues.joiners) | frozenset(form.small)


def near(left: Form, right: Form) -> bool:
    """Whether two names have the same words in any order, up to what is derived from one root: Haldia, Haldian."""
    if len(left.words) != len(right.words):
        return False
    rest = list(right.words)
    for word in left.words:
        match = next((w for w in rest if kindred(word, w)), None)
        if match is None:
            return False
        rest.remove(match)
    return True


def kindred(one: str, other: str) -> bool:
    """Whether two words begin alike for the greater part: they may be derived from each other."""
    return one == other or alike(one, other) >= max(4, 0.6 * max(len(one), len(other)))


def alike(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))
