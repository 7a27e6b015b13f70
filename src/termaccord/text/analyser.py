"""What a language must bring."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from termaccord.model import Span
from termaccord.text.tokens import TokenKind


@dataclass(frozen=True, slots=True)
class Analysis:
    """One reading of a word form: its lemma and grammar. A form may have several."""

    lemma: str
    part_of_speech: str = ""
    """Universal POS: NOUN PROPN ADJ VERB ADV NUM PRON DET ADP CCONJ PART X; empty where unknown."""
    case: str = ""
    """nom gen dat acc ins loc; empty where the language has none."""
    number: str = ""
    """sg or pl."""
    gender: str = ""
    """m f n."""
    animate: bool | None = None
    name: str = ""
    """given, surname, patronymic, place, organisation; empty for an ordinary word."""
    score: float = 1.0
    """Share of this reading among the form's readings."""
    tag: str = ""
    """The dictionary's own tag, for generation."""
    known: bool = True
    """Whether a dictionary holds the form; False where the reading is guessed from its ending."""


@dataclass(frozen=True, slots=True)
class Word:
    """A token with all its readings; marks and numbers have none."""

    span: Span
    text: str
    kind: TokenKind
    analyses: tuple[Analysis, ...] = ()

    @property
    def lemma(self) -> str:
        """Of the likeliest reading."""
        return self.analyses[0].lemma if self.analyses else self.text


def _no_forms(_form: str, _reading: Analysis) -> tuple[tuple[str, Analysis], ...]:
    return ()


def _one_spelling(word: str) -> str:
    return word


def _nothing_agrees(_words: Sequence[Word]) -> tuple[tuple[int, ...], ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Analyser:
    """A language: how its words are read and made."""

    language: str
    analyses: Callable[[str], tuple[Analysis, ...]]
    """All readings of a word form, likeliest first; never empty."""
    inflect: Callable[[str, Analysis, frozenset[str]], str | None]
    """(word, its reading, wanted features such as {"nom", "sg"}) to the form; None where it cannot be made."""
    abbreviations: frozenset[str] = field(default_factory=frozenset)
    """Lower-case words that end in a full stop without ending a sentence, without that stop."""
    function_words: frozenset[str] = field(default_factory=frozenset)
    """Lower-case forms that carry no meaning of their own."""
    final: frozenset[str] = field(default_factory=frozenset)
    """Abbreviations that end a sentence as easily as not: etc., т. д."""
    units: frozenset[str] = field(default_factory=frozenset)
    """Abbreviations that stand behind a number and there end a sentence as easily as not: г., млн, km."""
    numbered: frozenset[str] = field(default_factory=frozenset)
    """Words that are abbreviations only before a number: “No. 5”, but not “He said no.”"""
    shortened: tuple[tuple[str, str], ...] = ()
    """Words that may stand shortened behind a number, without the stop: годы, гг."""
    capital_nouns: bool = False
    """Whether all nouns have capitals, so that these tell no names."""
    forms: Callable[[str, Analysis], tuple[tuple[str, Analysis], ...]] = _no_forms
    """(word, its reading) to all forms of that word in lower case; empty where the language cannot make them."""
    agreeing: Callable[[Sequence[Word]], tuple[tuple[int, ...], ...]] = _nothing_agrees
    """A name in citation form to the groups of its words that inflect together; the rest never changes."""
    suffixes: frozenset[str] = field(default_factory=frozenset)
    """Endings by which words of one root differ: those of word formation and those of the citation forms."""
    prefixes: frozenset[str] = field(default_factory=frozenset)
    """What words of one root may have in front: non-, anti-, при-."""
    spelled: Callable[[str], str] = _one_spelling
    """A lower-case word to one of the spellings that varieties of the language have for it: harbour, harbor."""
    aspects: frozenset[str] = field(default_factory=frozenset)
    """Prefixes of verbs for the same deed: вы- and по- of вымыть and помыть."""
    fleeting: str = ""
    """Vowels that come and go before the last consonant of a root: кашель, кашлять."""
    alternations: tuple[tuple[str, str], ...] = ()
    """Ends of roots that are the same: (фиц, фекц) of инфицировать and инфекция."""


def primary_language(tag: str) -> str:
    """The primary language of a BCP 47 tag, in lower case: ru of ru-RU, zh of zh_Hans."""
    return tag.replace("_", "-").partition("-")[0].lower()


def word_list(text: str) -> frozenset[str]:
    """The words of a text, as languages list them."""
    return frozenset(text.split())
