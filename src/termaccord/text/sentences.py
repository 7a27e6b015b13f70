"""Text to sentences: every possible boundary is put to an ordered list of small votes, and the first answer counts."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from termaccord.model import Span
from termaccord.text.analyser import Analyser

_OPENING = "«“„\"'‘([{<"
_CLOSING = "»”“\"'’)]}>"
_DASHES = "-–—"
_STOP = re.compile(
    rf"(?P<stop>[.!?…]+|[。！？｡।॥؟۔])(?P<closing>(?:[ \u00a0\u202f](?=[»]))?[{re.escape(_CLOSING)}]*)"
    rf"(?P<note>(?:\[\d+\])*)(?P<space>\s*)"
)
_WINDOW = 60


class Vote(Enum):
    SPLIT = "split"
    JOIN = "join"
    ABSTAIN = "abstain"


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where a sentence may end: a stop, what closes behind it, and the text on both sides."""

    before: str
    """The sentence so far, up to the stop."""
    stop: str
    closing: str
    space: str
    after: str
    """The beginning of what follows."""
    analyser: Analyser

    @property
    def word_before(self) -> str:
        """The last word with its inner dots, lower case: т.е, u.s, генерал."""
        found = re.search(r"[\w.’'-]*\w$", self.before)
        return found.group().lower() if found else ""

    @property
    def last_word(self) -> str:
        """The last run of letters or digits as it stands."""
        found = re.search(r"[^\W_]+$", self.before)
        return found.group() if found else ""

    @property
    def next_word(self) -> str:
        """The word behind, without quotes, brackets and dashes before it."""
        found = re.match(rf"[\s{re.escape(_OPENING + _DASHES)}¿¡]*([^\W_]+)", self.after)
        return found.group(1) if found else ""

    @property
    def lower_after(self) -> bool:
        return self.next_word[:1].islower()


def at_the_end(gap: Gap) -> Vote:
    return Vote.SPLIT if not gap.after.strip() else Vote.ABSTAIN


def script_without_spaces(gap: Gap) -> Vote:
    return Vote.SPLIT if gap.stop in "。！？｡।॥؟۔" else Vote.ABSTAIN


def missing_space(gap: Gap) -> Vote:
    """«…конец.Начало» is a slip; «example.Com» and «3.5» are none."""
    if gap.space:
        return Vote.ABSTAIN
    words = re.search(r"[^\W\d_]{3,}$", gap.before) and re.match(r"[^\W\d_]+", gap.after)
    if gap.closing or not words or re.search(r"[/@]\S*$", gap.before):
        return Vote.JOIN
    capital = gap.last_word[-1:].islower() and gap.after[0].isupper() and gap.after[1:2].islower()
    spaced = re.match(r"[^\W\d_]+[\s,]", gap.after)
    return Vote.SPLIT if capital and spaced else Vote.JOIN


def nothing_but_marks_after(gap: Gap) -> Vote:
    """A comma or a colon behind the stop: the sentence goes on."""
    return Vote.JOIN if gap.after[:1] in set(",;:%)]}»”") else Vote.ABSTAIN


def lower_case_after(gap: Gap) -> Vote:
    if not gap.lower_after:
        return Vote.ABSTAIN
    return Vote.JOIN


def list_number_before(gap: Gap) -> Vote:
    """«1. Text», «а) …», «IV. Text»: a number alone belongs to what follows."""
    alone = re.fullmatch(r"[(]?(?:\d{1,3}(?:\.\d{1,3})*|[ivxIVX]{1,5}|[^\W\d_])", gap.before.strip())
    return Vote.JOIN if alone and gap.stop == "." and not gap.closing else Vote.ABSTAIN


def title_in_quotes(gap: Gap) -> Vote:
    """«Что? Где? Когда?»: a stop inside a short quotation that is not a sentence of its own."""
    if gap.closing or gap.stop[0] not in "!?":
        return Vote.ABSTAIN
    quoted = re.search(r"[«“„](?:[^»”\s]+\s?){1,4}$", gap.before)
    if quoted and gap.before[: quoted.start()].strip() and re.match(r"[^.»”]{1,30}[!?]?[»”]", gap.after):
        return Vote.JOIN
    return Vote.ABSTAIN


def inside_abbreviation(gap: Gap) -> Vote:
    """«т. Е.», „z. B.“, “EE. UU.”: what stands on both sides is one abbreviation."""
    return (
        Vote.JOIN
        if f"{gap.last_word}.{gap.next_word}".lower() in gap.analyser.abbreviations
        else Vote.ABSTAIN
    )


def new_beginning(gap: Gap) -> Vote:
    """A function word with a capital begins a sentence, whatever stands before: «в 1998 г. Его возглавил…»."""
    word = gap.next_word
    if not word[:1].isupper() or word.lower() not in gap.analyser.function_words:
        return Vote.ABSTAIN
    initial = len(word) == 1 and re.match(rf"\W*{word}\.", gap.after)
    lone = len(gap.last_word) == 1 and gap.before.rstrip().endswith(f" {gap.last_word}")
    article = gap.analyser.language == "en" and lone and len(word) == 1
    return Vote.ABSTAIN if initial or article else Vote.SPLIT


def initials_before(gap: Gap) -> Vote:
    """«В. В. Путин», «J. Smith»: a capital alone, and a capital behind."""
    if gap.stop != "." or gap.closing:
        return Vote.ABSTAIN
    alone = re.search(r"(?:^|[\s(«“„\"'.-])([^\W\d_])$", gap.before)
    if not alone or not alone.group(1).isupper() or not gap.next_word[:1].isupper():
        return Vote.ABSTAIN
    return Vote.JOIN


def dotted_before(gap: Gap) -> Vote:
    """“U.S. Army” goes on; before a function word it has ended already."""
    dotted = re.search(r"(?:^|[\s(«“„\"'])(?:[^\W\d_]\.)+[^\W\d_]$", gap.before)
    followed = gap.next_word[:1].isupper() and gap.word_before in gap.analyser.final
    return Vote.JOIN if dotted and followed and gap.last_word.isupper() else Vote.ABSTAIN


def number_behind_abbreviation(gap: Gap) -> Vote:
    """«стр. 5», “No. 5”, «12 час. 30 мин.»: but a year ends, «в 1998 г. 25 стран…»."""
    if gap.stop != "." or gap.closing or not gap.next_word[:1].isdigit():
        return Vote.ABSTAIN
    ends = gap.word_before in gap.analyser.final or re.search(r"\d{4}\s?(?:г|гг)$", gap.before)
    abbreviation = gap.word_before in gap.analyser.abbreviations | gap.analyser.numbered
    return Vote.JOIN if abbreviation and not ends else Vote.ABSTAIN


def unit_behind_number(gap: Gap) -> Vote:
    """«в 2025 г. Москва…» ends, «г. Москва» goes on."""
    found = re.search(r"(?:\d|\b[XVIХ]+)\s?(?:[^\W\d_]{3,4}\.?\s)?([^\W\d_]+)$", gap.before)
    unit = found is not None and found.group(1).lower() in gap.analyser.units
    return Vote.SPLIT if unit and gap.stop == "." else Vote.ABSTAIN


def abbreviation_before(gap: Gap) -> Vote:
    if gap.stop != "." or gap.closing:
        return Vote.ABSTAIN
    spaced = re.search(r"([^\W\d_])\.\s([^\W\d_]+)$", gap.before)
    whole = f"{spaced.group(1)}.{spaced.group(2)}".lower() if spaced else gap.word_before
    for word in (whole, gap.word_before):
        if word in gap.analyser.final:
            return Vote.JOIN if gap.next_word.lower() in gap.analyser.final else Vote.ABSTAIN
        if word in gap.analyser.abbreviations and word not in gap.analyser.numbered:
            return Vote.JOIN
    return Vote.ABSTAIN


def ordinal_before(gap: Gap) -> Vote:
    """German «am 27. November»: a number with a stop before a noun."""
    ordinal = re.search(r"(?:^|\s)\d{1,2}$", gap.before)
    return Vote.JOIN if gap.analyser.language == "de" and ordinal and gap.stop == "." else Vote.ABSTAIN


def something_begins(gap: Gap) -> Vote:
    return Vote.SPLIT if gap.after.strip() else Vote.ABSTAIN


VOTES: tuple[Callable[[Gap], Vote], ...] = (
    at_the_end,
    script_without_spaces,
    missing_space,
    nothing_but_marks_after,
    lower_case_after,
    list_number_before,
    title_in_quotes,
    inside_abbreviation,
    new_beginning,
    number_behind_abbreviation,
    dotted_before,
    initials_before,
    unit_behind_number,
    abbreviation_before,
    ordinal_before,
    something_begins,
)


def sentences(text: str, analyser: Analyser) -> tuple[Span, ...]:
    """
    The sentences of a text in order, without the white space around them; nothing but white space is left out.

    An empty line always ends a sentence.
    """
    return tuple(
        span.shifted(paragraph.start)
        for paragraph in paragraphs(text)
        for span in _in_paragraph(paragraph.of(text), analyser)
    )


def _in_paragraph(text: str, analyser: Analyser) -> Iterator[Span]:
    start = 0
    for match in _STOP.finditer(text):
        end = match.end("note")
        if match.end() == len(text) or _plain(text, start, match, analyser):
            yield _trimmed(text, start, end)
            start = match.end()
            continue
        before = text[max(start, match.start() - _WINDOW * 4) : match.start()]
        after = text[match.end() : match.end() + _WINDOW]
        gap = Gap(before, match["stop"], match["closing"].strip(), match["space"], after, analyser)
        if decide(gap) is Vote.SPLIT:
            yield _trimmed(text, start, end)
            start = match.end()
    if text[start:].strip():
        yield _trimmed(text, start, len(text))


def _plain(text: str, start: int, match: re.Match[str], analyser: Analyser) -> bool:
    """Whether a whole word, a lone stop, a space and a capital stand there: all votes would let it end."""
    stop, behind = match.start(), match.end()
    if text[stop] != "." or not text[stop + 1].isspace() or not text[behind].isupper():
        return False
    before = text.rfind(" ", start, stop)
    word = text[before + 1 : stop]
    if before <= start or len(word) == 1 or not word.isalpha() or word.lower() in _stopped(analyser):
        return False
    return text[before - 1] != "." and not text[before - 1].isspace()


@cache
def _stopped(analyser: Analyser) -> frozenset[str]:
    """All words of abbreviations."""
    known = analyser.abbreviations | analyser.final | analyser.units | analyser.numbered
    return frozenset(part for word in known for part in re.split(r"[\s.-]", word)) | known


def decide(gap: Gap) -> Vote:
    """The first vote that is no abstention."""
    return next((v for vote in VOTES if (v := vote(gap)) is not Vote.ABSTAIN), Vote.JOIN)


def _trimmed(text: str, start: int, end: int) -> Span:
    stretch = text[start:end]
    return Span(start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip()))


def paragraphs(text: str) -> tuple[Span, ...]:
    """Stretches between empty lines, trimmed; line ends divide too, unless they only wrap long lines."""
    found: list[Span] = []
    start = 0
    for gap in (*_EMPTY_LINE.finditer(text), None):
        stretch = _trimmed(text, start, gap.start() if gap else len(text))
        found.extend(span.shifted(stretch.start) for span in _lines(stretch.of(text)))
        start = gap.end() if gap else 0
    return tuple(span for span in found if span.end > span.start)


_EMPTY_LINE = re.compile(r"\n\s*\n|\r\s*\r|\u2029")
_WRAPPED = 120
"""No line is wrapped later than this."""


def _lines(text: str) -> Iterator[Span]:
    lines = text.split("\n")
    if len(lines) == 1 or _wrapped(lines):
        yield Span(0, len(text))
        return
    start = 0
    for line in lines:
        yield _trimmed(text, start, start + len(line))
        start += len(line) + 1


def _wrapped(lines: list[str]) -> bool:
    """Lines of nearly one length of which some end inside a sentence."""
    longest = max(map(len, lines))
    full = all(len(line) >= longest * 0.7 for line in lines[:-1])
    runs_on = any(not re.search(rf"[.!?…:;][{re.escape(_CLOSING)}]*\s*$", line) for line in lines[:-1])
    return longest <= _WRAPPED and full and runs_on
