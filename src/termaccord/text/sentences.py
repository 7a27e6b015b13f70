"""Text to sentences: every possible boundary is put to an ordered list of small votes, and the first answer counts."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

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


def initials_before(gap: Gap) -> Vote:
    """«В. В. Путин», «J. Smith»: a capital alone, and a capital behind."""
    if gap.stop != "." or gap.closing:
        return Vote.ABSTAIN
    alone = re.search(r"(?:^|[\s(«“„\"'.-])([^\W\d_])$", gap.before)
    if not alone or not alone.group(1).isupper() or not gap.next_word[:1].isupper():
        return Vote.ABSTAIN
    if alone.group(1) == "I" and gap.analyser.language == "en":
        return Vote.SPLIT
    return Vote.JOIN


ENDS_TOO = frozenset(
    [
        "г",
        "гг",
        "в",
        "вв",
        "т.д",
        "т.п",
        "др",
        "пр",
        "руб",
        "коп",
        "чел",
        "млн",
        "млрд",
        "тыс",
        "долл",
        "н.э",
        "экз",
        "ед",
        "шт",
        "мин",
        "сек",
        "час",
        "га",
        "км",
        "м",
        "см",
        "кг",
        "etc",
        "inc",
        "ltd",
        "co",
        "corp",
        "jr",
        "sr",
        "u.s",
        "u.k",
        "u.n",
        "d.c",
        "a.m",
        "p.m",
        "ph.d",
        "bros",
        "plc",
        "ave",
        "blvd",
        "rd",
        "usw",
        "etc",
        "v.chr",
        "n.chr",
    ]
)
"""Abbreviations that end a sentence as easily as not."""


def abbreviation_before(gap: Gap) -> Vote:
    if gap.stop != "." or gap.closing:
        return Vote.ABSTAIN
    word = re.sub(r"\s", "", gap.word_before)
    spaced = re.search(r"([^\W\d_])\.\s([^\W\d_]+)$", gap.before)
    whole = f"{spaced.group(1)}.{spaced.group(2)}".lower() if spaced else word
    for candidate in (whole, word):
        if candidate in ENDS_TOO:
            return _ends_or_goes_on(gap, candidate)
        if candidate in gap.analyser.abbreviations:
            return Vote.JOIN
    return Vote.ABSTAIN


def _ends_or_goes_on(gap: Gap, word: str) -> Vote:
    """Before a capital: «в 2025 г. Москва…» ends, «г. Москва» goes on."""
    if word in {"г", "в", "гг", "вв", "м"}:
        return Vote.SPLIT if re.search(r"[\dXVI]\s?\w{1,2}$", gap.before) else Vote.JOIN
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
    initials_before,
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
        gap = Gap(
            before=text[max(start, match.start() - _WINDOW * 4) : match.start()],
            stop=match["stop"],
            closing=match["closing"].strip(),
            space=match["space"],
            after=text[match.end() : match.end() + _WINDOW],
            analyser=analyser,
        )
        if decide(gap) is Vote.SPLIT:
            yield _trimmed(text, start, end)
            start = match.end()
    if text[start:].strip():
        yield _trimmed(text, start, len(text))


def decide(gap: Gap) -> Vote:
    """The first vote that is no abstention."""
    return next((v for vote in VOTES if (v := vote(gap)) is not Vote.ABSTAIN), Vote.JOIN)


def _trimmed(text: str, start: int, end: int) -> Span:
    stretch = text[start:end]
    return Span(start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip()))


def paragraphs(text: str) -> tuple[Span, ...]:
    """Stretches between empty lines, trimmed."""
    found: list[Span] = []
    start = 0
    for gap in re.finditer(r"\n\s*\n|\r\s*\r|\u2029", text):
        found.append(_trimmed(text, start, gap.start()))
        start = gap.end()
    found.append(_trimmed(text, start, len(text)))
    return tuple(span for span in found if span.end > span.start)
