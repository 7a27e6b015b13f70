"""Abbreviations and the full forms they are introduced with, in either order."""

from collections.abc import Iterator

from termaccord.extract.names.cased.phrases import core
from termaccord.extract.names.sentence import FAIR, STRONG, Found, Sentence, is_abbreviation
from termaccord.model import Category
from termaccord.text.languages.cues import among
from termaccord.text.normalise import fold

LONGEST = 14
"""Words in the longest full form that is looked for."""
ROMAN = among("ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx xxi")


def find(index: int, sentence: Sentence) -> Iterator[Found]:
    """Every word written as an abbreviation, with its full form where brackets define it."""
    if sentence.heading and sum(w.text.isupper() for w in sentence.words) * 2 > len(sentence):
        return
    for i in range(len(sentence)):
        if _plain(sentence, i):
            full = expansion(sentence, i)
            cue, weight = ("defined", STRONG) if full else ("abbreviation", FAIR)
            yield Found(index, i, i + 1, None, cue, weight, head=i, abbreviation=True, expansion=full)
            if _plain(sentence, i + 1):
                yield Found(
                    index, i, i + 2, Category.BODY, "two abbreviations", FAIR, head=i, abbreviation=True
                )
            if full:
                yield _full(index, sentence, full)


def _full(index: int, sentence: Sentence, full: tuple[int, int]) -> Found:
    """The full form, with the lemmas of its declined part in a language with cases."""
    head = _head(sentence, full)
    inner = core(sentence, full[0]) if sentence.cues.prepositions else None
    lemmas = dict(inner.lemmas) if inner and inner.stop <= full[1] else {}
    head = inner.head if inner and lemmas else head
    return Found(index, *full, sentence.head(head), "defined", STRONG, head=head, lemmas=lemmas)


def _plain(sentence: Sentence, i: int) -> bool:
    return (
        sentence.upper(i)
        and sentence.words[i].text.isalnum()
        and sentence.form(i) not in ROMAN
        and sentence.form(i) not in sentence.cues.common
        and not (len(sentence.form(i)) == 2 and sentence.form(i + 1) == ".")
    )


def _head(sentence: Sentence, full: tuple[int, int]) -> int:
    """The head noun: the last before a word that joins, else the last of all; with cases the first."""
    order = list(range(*full))
    if not sentence.cues.prepositions:
        joint = next((i for i in order[1:] if sentence.form(i) in sentence.cues.joiners), full[1])
        order = [*range(joint - 1, full[0] - 1, -1), *range(full[1] - 1, joint, -1)]
    return next((i for i in order if sentence.word(i) and sentence.head(i)), full[1] - 1)


def expansion(sentence: Sentence, i: int) -> tuple[int, int] | None:
    """
    The full form that an abbreviation at word i stands in brackets behind of, or that stands behind it.

    Initials must agree (Schwartz and Hearst 2003, on words instead of characters, and in both directions).
    """
    short = sentence.words[i].text
    if not is_abbreviation(short):
        return None
    if sentence.form(i - 1) == "(" and sentence.form(i + 1) in {")", ",", ";"}:
        return _ending_at(sentence, _skip_quote(sentence, i - 2), fold(short))
    if sentence.form(i + 1) == "(" or (sentence.form(i + 1) in {"—", "–"} and not sentence.tight(i + 1)):
        return _starting_at(sentence, i + 2, fold(short))
    return None


def _skip_quote(sentence: Sentence, i: int) -> int:
    return i - 1 if sentence.form(i) in {"»", "”", '"', "’"} else i


def _ending_at(sentence: Sentence, last: int, short: str) -> tuple[int, int] | None:
    for first in range(last, max(-1, last - LONGEST), -1):
        if not sentence.word(first) and sentence.form(first) not in {",", "«", "“"}:
            break
        if sentence.word(first) and _matches(sentence, first, last + 1, short):
            return first, last + 1
    return None


def _starting_at(sentence: Sentence, first: int, short: str) -> tuple[int, int] | None:
    if not sentence.word(first):
        return None
    for stop in range(first + 1, min(len(sentence), first + LONGEST) + 1):
        if not sentence.word(stop - 1):
            break
        behind = sentence.form(stop)
        if behind in {")", ",", ".", ""} and _matches(sentence, first, stop, short):
            return first, stop
    return None


def _matches(sentence: Sentence, first: int, stop: int, short: str) -> bool:
    """Whether the initials of the words give the abbreviation: small words may be left out, compounds give two."""
    chunks = [_initials(sentence, i) for i in range(first, stop) if sentence.word(i)]
    small = [_small(sentence, i) for i in range(first, stop) if sentence.word(i)]
    if not chunks or small[0] or sum(not s for s in small) < 2:
        return False
    return _fits(chunks, small, short)


def _fits(chunks: list[tuple[str, ...]], small: list[bool], short: str) -> bool:
    """All of `short` is used up, every word of meaning gives its initial or, at most once, none."""
    states = {(0, 0)}
    for options, optional in zip(chunks, small, strict=True):
        after = set()
        for used, skipped in states:
            after |= {(used + len(o), skipped) for o in options if short.startswith(o, used)}
            if optional:
                after.add((used, skipped))
            elif skipped < 1 and len(short) > 3 and used > 0:
                after.add((used, skipped + 1))
        states = after
    return any(used == len(short) for used, _ in states)


def _initials(sentence: Sentence, i: int) -> tuple[str, ...]:
    form = sentence.form(i)
    parts = [p for p in form.replace("‑", "-").split("-") if p]
    options = {form[:1], "".join(p[0] for p in parts)}
    if sentence.upper(i):
        options.add(form)
    return tuple(sorted(options))


def _small(sentence: Sentence, i: int) -> bool:
    cues = sentence.cues
    form = sentence.form(i)
    return form in cues.joiners or form in cues.conjunctions or form in cues.articles or len(form) <= 2
