"""How a Russian name is built: which of its words agree with the head, which follow it as they stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from termaccord.text.analyser import Analysis, Word
from termaccord.text.tokens import TokenKind

_JOINTS = frozenset({"и", "или", ","})
_DASHES = frozenset("-–—")
_NAME_KINDS = frozenset({"given", "surname", "patronymic"})
_AGREEMENT = 12.0
"""How much likelier a reading is that makes one word more agree: by chance that happens once in so many."""
# Nouns that take the name of a place in their own case: Rosenthal, Handbook of Spelling and Style, § 197.
_PLACES = frozenset(
    ("город", "город-герой", "село", "деревня", "посёлок", "станица", "хутор", "река", "столица", "аул")
)
# Behind these a genitive is somebody else: «сына Ивана Петрова».
_KIN = frozenset(
    ("сын", "дочь", "брат", "сестра", "отец", "мать", "муж", "жена", "вдова", "внук", "друг", "потомок")
)


@dataclass(frozen=True, slots=True)
class Plan:
    """One way to read a phrase: indices of words, each list in the order of the text."""

    modifiers: tuple[int, ...]
    head: int
    appositions: tuple[int, ...] = ()
    """Names in the head's case: a surname behind a given name, a person behind a title."""
    second: tuple[int, ...] = ()
    """Modifiers and noun of a second head behind «и»."""
    same_gender: bool = False
    """Whether the appositions share the head's gender: a surname behind a given name."""
    weight: float = 1.0

    @property
    def tail(self) -> int:
        """Index of the first word that may stay as it is."""
        return max((self.head, *self.second)) + 1


def capital(word: Word) -> bool:
    """A word in the fashion of a name, no abbreviation in capitals."""
    return word.kind is TokenKind.WORD and word.text[:1].isupper() and not word.text[1:].isupper()


def adjectives(word: Word) -> tuple[Analysis, ...]:
    return tuple(a for a in word.analyses if a.part_of_speech in {"ADJ", "DET"} and a.case)


def nouns(word: Word) -> tuple[Analysis, ...]:
    return tuple(a for a in word.analyses if a.part_of_speech in {"NOUN", "PROPN"} and a.case)


def name_like(word: Word) -> bool:
    """Whether a word may name a person: the dictionary says so, or knows no better."""
    return capital(word) and any(a.name in _NAME_KINDS or not a.known for a in word.analyses)


def plans(words: Sequence[Word]) -> Iterator[Plan]:
    """All readings of a phrase worth a thought; an agreeing word more is worth more than what it costs."""
    modifiers: list[int] = []
    index = 0
    while index < len(words):
        word = words[index]
        if nouns(word):
            yield from _with_head(words, tuple(modifiers), index)
        if not adjectives(word):
            break
        modifiers.append(index)
        index = _behind_joint(words, index + 1)
    if modifiers:
        yield Plan(tuple(modifiers[:-1]), modifiers[-1], weight=0.05 * _AGREEMENT ** (len(modifiers) - 1))


def _behind_joint(words: Sequence[Word], index: int) -> int:
    """Over «и» or an adverb between adjectives."""
    while index + 1 < len(words) and adjectives(words[index + 1]) and not adjectives(words[index]):
        if words[index].text.lower() not in _JOINTS and not _adverb(words[index]):
            break
        index += 1
    return index


def _adverb(word: Word) -> bool:
    return any(a.part_of_speech == "ADV" for a in word.analyses)


def _with_head(words: Sequence[Word], modifiers: tuple[int, ...], head: int) -> Iterator[Plan]:
    weight = _AGREEMENT ** len(modifiers)
    yield Plan(modifiers, head, weight=weight)
    named = name_like(words[head])
    if run := _run_behind(words, head):
        lemmas = {a.lemma for a in nouns(words[head])}
        if named or lemmas & _PLACES:
            yield Plan(modifiers, head, run, weight=weight * _AGREEMENT ** len(run), same_gender=named)
    for apposition, bonus in _person_behind_title(words, head):
        yield Plan(modifiers, head, apposition, weight=weight * bonus)
    if apposed := _behind_dash(words, head):
        yield Plan(modifiers, head, apposed, weight=weight * _AGREEMENT)
    if second := _second(words, head):
        yield Plan(modifiers, head, second=second, weight=weight * _AGREEMENT)


def _person_behind_title(words: Sequence[Word], head: int) -> Iterator[tuple[tuple[int, ...], float]]:
    titles = [a for a in nouns(words[head]) if a.animate and a.number == "sg" and a.known]
    if titles and not any(a.lemma in _KIN or a.name in _NAME_KINDS for a in titles):
        yield from _person_at_end(words, head)


def _run_behind(words: Sequence[Word], head: int) -> tuple[int, ...]:
    """The capitalised words that follow at once; initials between them do not count."""
    run: list[int] = []
    for index in range(head + 1, len(words)):
        if _initial(words, index) or (words[index].text == "." and _initial(words, index - 1)):
            continue
        if not capital(words[index]):
            break
        run.append(index)
    return tuple(run)


def _initial(words: Sequence[Word], index: int) -> bool:
    word = words[index]
    if len(word.text) > 1 and word.text.endswith(".") and word.text[0].isupper():
        return True
    behind = words[index + 1].text if index + 1 < len(words) else ""
    return len(word.text) == 1 and word.text.isupper() and behind == "."


def _person_at_end(words: Sequence[Word], head: int) -> Iterator[tuple[tuple[int, ...], float]]:
    """«президента республики Ивана Петрова»: a name at the end stands in the case of the title."""
    run: list[int] = []
    for index in range(len(words) - 1, max(head, len(words) - 8), -1):
        if _initial(words, index) or words[index].text == ".":
            continue
        if not capital(words[index]):
            break
        run.insert(0, index)
        if name_like(words[index]):
            yield tuple(run), _personal(words, run)


def _personal(words: Sequence[Word], run: Sequence[int]) -> float:
    """How much a run of capitals looks like a person: given name first, then surname."""
    given = any(a.name == "given" for a in words[run[0]].analyses)
    surname = any(a.name in {"surname", "patronymic"} for a in words[run[-1]].analyses)
    weight = _AGREEMENT ** len(run) * (1.0 if given else 0.3) * (1.0 if surname or len(run) == 1 else 0.6)
    if len(run) > 2 and not any(a.name == "patronymic" for a in words[run[1]].analyses):
        weight *= 0.01
    return weight * (0.02 if _bears_a_name(words[run[0] - 1]) and not given else 1.0)


def _bears_a_name(word: Word) -> bool:
    """«Института Петрова»: a capitalised common noun takes a surname in the genitive."""
    return capital(word) and any(a.known and not a.name and not a.animate for a in nouns(word)[:1])


def _behind_dash(words: Sequence[Word], head: int) -> tuple[int, ...]:
    """«государства – члены»: a noun behind a dash stands in the same case."""
    dash = head + 2 < len(words) and words[head + 1].text in _DASHES
    return (head + 2,) if dash and nouns(words[head + 2]) and not capital(words[head + 2]) else ()


def _second(words: Sequence[Word], head: int) -> tuple[int, ...]:
    """«Мира и порядка»: a second head right behind the conjunction."""
    if head + 2 >= len(words) or words[head + 1].text.lower() not in {"и", "или"}:
        return ()
    index = head + 2
    while index < len(words) and adjectives(words[index]) and not nouns(words[index]):
        index += 1
    if index < len(words) and nouns(words[index]):
        return tuple(range(head + 2, index + 1))
    return ()
