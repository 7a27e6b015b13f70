"""Names in title case that are made like sentences: Operation Below the Ridge, Clean Up Your Hive, Miller at the Gate."""

from collections.abc import Iterator

from termaccord.extract.names.plain.words import bound, known, numbering, plural
from termaccord.extract.names.quoted import quotations
from termaccord.extract.names.sentence import DASHES, Sentence, opens
from termaccord.model import Category

Range = tuple[int, int]
LONGEST = 9
"""Words in the longest such name."""
LONGEST_PART = 3
"""Capitals on either side of a preposition."""


def phrased(sentence: Sentence) -> list[Range]:
    """Ranges of names with function words inside, which capitals and small words alone would cut."""
    if not sentence.cues.title_case or sentence.heading:
        return []
    quoted = {i for first, stop in quotations(sentence) for i in range(first, stop)}
    found: list[Range] = []
    for first, stop in sorted([*_by_capital(sentence), *_by_preposition(sentence)]):
        apart = not found or first >= found[-1][1]
        if apart and stop - first <= LONGEST and not quoted & set(range(first, stop)):
            found.append((first, stop))
    return found


def _by_capital(sentence: Sentence) -> Iterator[Range]:
    """Around a function word that has a capital in mid-sentence, which only a title gives it."""
    i = 1
    while i < len(sentence):
        if not _raised(sentence, i):
            i += 1
            continue
        first = i
        while _leads(sentence, first - 1) and not sentence.tight(first):
            first -= 1
        stop = _end(sentence, i + 1, free=_article_raised(sentence, i))
        if any(sentence.capital(j) and not bound(sentence, j) for j in range(first, stop)):
            yield first, stop
        i = stop


def _raised(sentence: Sentence, i: int) -> bool:
    """A capitalised preposition, pronoun or adverb where the sentence asks for no capital."""
    form = sentence.form(i)
    if _article_raised(sentence, i):
        return True
    if not sentence.capital(i) or sentence.upper(i) or len(form) < 2 or opens(sentence, i):
        return False
    if numbering(sentence, i) > i:
        return False
    if "'" in form or "’" in form or form in sentence.cues.articles or sentence.form(i - 1) in DASHES:
        return False
    if sentence.tight(i) or sentence.form(i + 1) in sentence.cues.titles | sentence.cues.honours:
        return False
    return bound(sentence, i) and (sentence.word(i - 1) or sentence.form(i - 1) == ",")


def _article_raised(sentence: Sentence, i: int) -> bool:
    """The charity evening *A* Loaf for Two; not Vitamin A, not The Hague."""
    plain = sentence.form(i) in {"a", "an"} and sentence.capital(i) and not opens(sentence, i)
    return plain and sentence.word(i - 1) and not sentence.capital(i - 1) and _part(sentence, i + 1)


def _part(sentence: Sentence, i: int) -> bool:
    """A capital that may stand in a title: no month, no office that a name stands behind."""
    return sentence.capital(i) and sentence.form(i) not in sentence.cues.time and not opens(sentence, i)


def _leads(sentence: Sentence, i: int) -> bool:
    """The same, or the first word of a sentence: *Keep* It Dry."""
    return _part(sentence, i) or (
        i == 0 and sentence.capital(i) and sentence.form(i) not in sentence.cues.time
    )


def _end(sentence: Sentence, i: int, *, free: bool) -> int:
    """Where a title goes on to: through capitals; through an article; through a preposition before a verb or pronoun."""
    settled = False
    while True:
        if _part(sentence, i) and not sentence.tight(i):
            settled = settled or not bound(sentence, i)
            i += 1
        elif (_article(sentence, i) and not settled) or (
            _small(sentence, i) and _active(sentence, i + 1, free=free)
        ):
            i += 1
        else:
            return i


def _article(sentence: Sentence, i: int) -> bool:
    return sentence.form(i) in sentence.cues.articles and _part(sentence, i + 1)


def _small(sentence: Sentence, i: int) -> bool:
    return sentence.word(i) and not sentence.capital(i) and sentence.function(i)


def _active(sentence: Sentence, i: int, *, free: bool) -> bool:
    """Keep It by *Showing* It; behind an article with a capital any other word with one."""
    if free:
        return _part(sentence, i)
    verbal = bool(sentence.cues.gerund) and sentence.form(i).endswith(sentence.cues.gerund)
    return (
        _part(sentence, i) and (verbal or bound(sentence, i)) and sentence.form(i) not in sentence.cues.heads
    )


def _by_preposition(sentence: Sentence) -> Iterator[Range]:
    """Around a preposition between plain nouns with capitals: Lantern in a Barrel, Bread on Wheels."""
    small = (
        sentence.cues.where | sentence.cues.inside | sentence.cues.joiners.keys()
    ) - sentence.cues.genitive
    for i in range(1, len(sentence) - 1):
        if sentence.form(i) not in small or sentence.capital(i):
            continue
        article = sentence.form(i + 1) in sentence.cues.articles
        begin = i + 2 if article else i + 1
        first, stop = i, begin
        while stop - begin < LONGEST_PART and _common(sentence, stop):
            stop += 1
        while i - first < LONGEST_PART and _common(sentence, first - 1):
            first -= 1
        whole = first < i and stop > begin and not sentence.capital(stop) and not sentence.capital(first - 1)
        if whole and _bare(sentence, first) and _coined(sentence, (first, i), stop, article=article):
            yield first, stop


def _common(sentence: Sentence, i: int) -> bool:
    """A word with a capital that is an ordinary noun or adjective otherwise."""
    if not sentence.capital(i) or sentence.upper(i) or bound(sentence, i) or not known(sentence, i):
        return False
    form = sentence.form(i)
    named = form in sentence.cues.time or form in sentence.cues.given or form in sentence.cues.territories()
    plain = any(a.part_of_speech in {"NOUN", "ADJ"} and a.known for a in sentence.words[i].analyses)
    return plain and not named


def _coined(sentence: Sentence, before: Range, stop: int, *, article: bool) -> bool:
    """Not Speakers for the Craft Committee: no body or paper behind, no plural that the sentence opens with."""
    if sentence.head(stop - 1) not in {None, Category.PLACE} and sentence.form(before[1] + 1) not in {
        "a",
        "an",
    }:
        return False
    return not opens(sentence, before[0]) or (article and not plural(sentence, before[1] - 1))


def _bare(sentence: Sentence, first: int) -> bool:
    """Whether no article, possessive or number stands before a noun in the singular: it can only be a name."""
    before = first - 1
    if sentence.form(before) in sentence.cues.articles | sentence.cues.possessives or sentence.number(before):
        return False
    return not sentence.form(before).startswith(("'", "’"))
