"""A sentence as the recognisers of names read it, and what they answer."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from termaccord.extract.bounds import is_readable
from termaccord.model import BlockKind, Category, Document, Span
from termaccord.text.analyse import Reader, Word, analyser_for, words
from termaccord.text.cues import cues_for
from termaccord.text.languages.cues import Cues
from termaccord.text.normalise import folded
from termaccord.text.tokens import TokenKind

DASHES = frozenset("-‐‑–—−")
MORE_FUNCTION = frozenset({"how", "why"})
STRONG = 0.85
FAIR = 0.5
HINT = 0.3
WEAK = 0.2


@dataclass(frozen=True, slots=True)
class Sentence:
    """One segment with its words; all indexes below are indexes into `words`."""

    document: str
    start: int
    """Where the segment begins in its document."""
    text: str
    words: tuple[Word, ...]
    forms: tuple[str, ...]
    """Folded forms."""
    cues: Cues
    spoken: tuple[bool, ...] = ()
    """Which of them are words rather than marks and numbers."""
    closed: frozenset[str] = frozenset()
    """Function words of the language."""
    block: tuple[str, int] = ("", 0)
    """Which block of which document: names of one paragraph are of one kind more often than not."""
    heading: bool = False
    """Whether capitals say nothing here: a heading in title case, a line in capitals."""

    def __len__(self) -> int:
        return len(self.words)

    def word(self, i: int) -> bool:
        return 0 <= i < len(self.spoken) and self.spoken[i]

    def capital(self, i: int) -> bool:
        return self.word(i) and self.words[i].text[0].isupper()

    def upper(self, i: int) -> bool:
        """Whether the word is written in capitals like an abbreviation: CSTO, ОДКБ, C4I."""
        return self.word(i) and is_abbreviation(self.words[i].text)

    def number(self, i: int) -> bool:
        return 0 <= i < len(self.words) and self.words[i].kind is TokenKind.NUMBER

    def year(self, i: int) -> bool:
        return (
            self.number(i)
            and len(self.forms[i]) == 4
            and self.forms[i].isdigit()
            and self.forms[i][0] in "12"
        )

    def form(self, i: int) -> str:
        """The folded form, empty outside of the sentence."""
        return self.forms[i] if 0 <= i < len(self.forms) else ""

    def lemma(self, i: int) -> str:
        return folded(self.words[i].lemma) if self.word(i) else self.form(i)

    def lemmas(self, i: int) -> frozenset[str]:
        """Lemmas of all readings, and the form itself."""
        return frozenset([*(folded(a.lemma) for a in self.words[i].analyses), self.forms[i]])

    def tight(self, i: int) -> bool:
        """Whether word i stands right behind word i-1."""
        return 0 < i < len(self.words) and self.words[i].span.start == self.words[i - 1].span.end

    def span(self, first: int, stop: int) -> Span:
        """In the document."""
        return Span(self.start + self.words[first].span.start, self.start + self.words[stop - 1].span.end)

    def written(self, first: int, stop: int) -> str:
        return self.text[self.words[first].span.start : self.words[stop - 1].span.end]

    def function(self, i: int) -> bool:
        """Whether word i carries no meaning of its own."""
        if not self.word(i):
            return False
        form = self.forms[i]
        cues = self.cues
        if form in cues.articles or form in cues.conjunctions or form in cues.joiners or form in cues.where:
            return True
        return form in self.closed or self.words[i].text.startswith(("'", "’"))

    def genitive_or_joiner(self, i: int) -> bool:
        """Whether word i can lead from a head to its complement."""
        return self.form(i) in self.cues.joiners

    def head(self, i: int) -> Category | None:
        """What a phrase headed by word i names."""
        heads = self.cues.heads
        verbal = bool(self.cues.gerund) and self.forms[i].endswith(self.cues.gerund)
        for lemma in (self.forms[i],) if verbal else (self.forms[i], self.lemma(i), *sorted(self.lemmas(i))):
            if found := self.cues.category(lemma):
                return found
        return _by_last_part(heads, self.forms[i], self.lemma(i)) if self.cues.compounds else None

    def label(self, i: int) -> Category | None:
        """What a name beside word i names."""
        labels = self.cues.labels
        if pair := labels.get(f"{self.lemma(i - 1)} {self.lemma(i)}" if self.word(i - 1) else ""):
            return pair
        plain = next((labels[form] for form in (self.forms[i], self.lemma(i)) if form in labels), None)
        return plain or (_by_last_part(labels, self.forms[i], self.lemma(i)) if self.cues.compounds else None)


SHORTEST_PART = 3


def _by_last_part(heads: Mapping[str, Category], *forms: str) -> Category | None:
    """The category of the longest head noun that a compound ends in."""
    for form in forms:
        for start in range(SHORTEST_PART, len(form) - SHORTEST_PART):
            if form[start:] in heads:
                return heads[form[start:]]
    return None


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of a sentence that may be a name."""

    sentence: int
    """Index into the sentences."""
    first: int
    stop: int
    category: Category | None
    cue: str
    weight: float
    head: int = -1
    """Index of the head word where it is known."""
    quoted: bool = False
    abbreviation: bool = False
    person: bool = False
    expansion: tuple[int, int] | None = None
    """For an abbreviation in brackets: the range of its full form."""
    lemmas: Mapping[int, str] = field(default_factory=dict, hash=False, compare=False)
    """Folded lemmas of the words that decline with the head, by index."""
    stands_for: str = ""
    """For a short form: the key of the full name."""
    text: str = ""
    """The document it stands in."""

    def inside(self, other: "Found") -> bool:
        return self.sentence == other.sentence and other.first <= self.first and self.stop <= other.stop


def sentences(documents: Sequence[Document], known: Reader = words) -> tuple[Sentence, ...]:
    """All segments of documents of one language that are short enough to be sentences."""
    return tuple(s for d in documents for s in _sentences(d, known))


def _sentences(document: Document, known: Reader) -> Iterator[Sentence]:
    cues = cues_for(document.language)
    closed = _closed(document.language)
    alone = Counter(s.block for s in document.segments)
    for segment in document.segments:
        found = known(segment.text, document.language) if is_readable(segment.text) else ()
        if not found:
            continue
        kind = (
            document.blocks[segment.block].kind
            if segment.block < len(document.blocks)
            else BlockKind.PARAGRAPH
        )
        yield Sentence(
            document.name,
            segment.span.start,
            segment.text,
            found,
            tuple(folded(w.text) for w in found),
            cues,
            tuple(w.kind is TokenKind.WORD for w in found),
            closed,
            (document.name, segment.block),
            _loud(found, kind, alone[segment.block] == 1),
        )


@cache
def _closed(language: str) -> frozenset[str]:
    return analyser_for(language).function_words | MORE_FUNCTION


def _loud(found: Sequence[Word], kind: BlockKind, alone: bool) -> bool:
    """Whether nearly all long words have a capital, so that none of them says anything."""
    long = [w.text for w in found if w.kind is TokenKind.WORD and len(w.text) > 3]
    high = sum(w[0].isupper() for w in long)
    if len(long) >= 3 and all(w.isupper() for w in long):
        return True
    headed = kind is BlockKind.HEADING or (
        alone and found[-1].text not in {".", "!", "?", "…", ":", ";", "”", "»"}
    )
    return headed and len(long) >= 3 and high >= 0.8 * len(long)


OPENERS = frozenset("“„«‘\"'([:—–•*")


def opens(sentence: Sentence, i: int) -> bool:
    """Whether word i has its capital from the place it stands in."""
    if i == 0:
        return True
    before = sentence.words[i - 1].text
    if (before in OPENERS and not sentence.tight(i - 1)) or before in {".", "!", "?", "…", ":", ";"}:
        return True
    return all(w.kind is not TokenKind.WORD for w in sentence.words[:i])


@lru_cache(maxsize=1 << 16)
def is_abbreviation(text: str) -> bool:
    """
    Whether a word is written as an abbreviation: capitals only, or capitals and digits.

    >>> [is_abbreviation(w) for w in ("CSTO", "ОДКБ", "G20", "I", "Oslo", "UNRCCA", "АСЕАН")]
    [True, True, True, False, False, True, True]
    """
    letters = [c for c in text if c.isalpha()]
    return (
        2 <= len(text) <= 10
        and len(letters) >= 1
        and all(c.isupper() for c in letters)
        and not text.isdigit()
    )
