"""Names between quotation marks, told from speech and from irony."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from termaccord.extract.names.cased.phrases import core
from termaccord.extract.names.sentence import DASHES, FAIR, STRONG, Found, Sentence
from termaccord.model import Category
from termaccord.text.tokens import TokenKind

PAIRS = {"«": "»", "“": "”", "„": "“”", "‘": "’", '"': '"', "‹": "›"}
PAPERS = frozenset({Category.DOCUMENT, Category.EVENT})
SAID = PAPERS | {Category.MOTTO}
"""What may open with a number: 80 Years of Victory."""
ONE_WAY = frozenset("«“„")
LONGEST_NAME = 9
LONGEST_MOTTO = 20
REACH = 5
"""How many words before a quotation may separate it from its label."""


SMALL = frozenset({"ADP", "DET", "CCONJ", "PART"})
AFAR = "motto in the sentence"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks."""

    first: int
    stop: int
    mark: int
    """Index of the closing mark."""


def quotations(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Ranges of words between quotation marks, marks left out; one left open runs to the end of its sentence."""
    open_marks: list[tuple[int, str]] = []
    for i, word in enumerate(sentence.words):
        if open_marks and word.text in PAIRS[open_marks[-1][1]] and not _apostrophe(sentence, i):
            first = open_marks.pop()[0] + 1
            if first < i:
                yield first, i
        elif word.text in PAIRS and not _dangling(sentence, i):
            open_marks.append((i, word.text))
    if len(open_marks) == 1 and open_marks[0][1] in ONE_WAY and sentence.form(len(sentence) - 1) == ".":
        yield open_marks[0][0] + 1, len(sentence)


def _apostrophe(sentence: Sentence, i: int) -> bool:
    return sentence.words[i].text == "’" and sentence.tight(i + 1) and sentence.word(i + 1)


def _dangling(sentence: Sentence, i: int) -> bool:
    """An inch mark, or a closing mark whose partner stands in another sentence."""
    return not sentence.tight(i + 1)


def find(index: int, sentence: Sentence) -> Iterator[Found]:
    """Names in quotation marks, and mottos without."""
    yield from _quoted(index, sentence)
    yield from unquoted(index, sentence)


def _quoted(index: int, sentence: Sentence) -> Iterator[Found]:
    """Names in quotation marks, with the year that belongs to them."""
    for first, stop in quotations(sentence):
        quotation = _trim(sentence, first, stop)
        if quotation.first < quotation.stop and (found := _answer(index, sentence, quotation)):
            yield found
            yield from _with_head(index, sentence, quotation)


def _with_head(index: int, sentence: Sentence, quotation: Quotation) -> Iterator[Found]:
    """Сигнальный пост «Ольха»: an adjective and the noun of a body right before the quoted name belong to it."""
    mark = quotation.first - 1
    if not sentence.cues.prepositions or quotation.stop != quotation.mark or sentence.form(mark) not in PAIRS:
        return
    head = core(sentence, mark - 2)
    own = (
        head
        and head.head == mark - 1
        and head.stop == mark
        and head.lemmas.get(head.first) not in sentence.cues.vague
    )
    if head and own and sentence.cues.category(head.lemmas[head.head]) is Category.BODY:
        yield Found(
            index, head.first, quotation.mark + 1, Category.BODY, "head before a quoted name", STRONG,
            head=head.head, lemmas=dict(head.lemmas),
        )  # fmt: skip


def _answer(index: int, sentence: Sentence, quotation: Quotation) -> Found | None:
    first, stop = quotation.first, quotation.stop
    label, cue = _label(sentence, first, quotation.mark)
    numbered = sentence.number(first) and (label in SAID or (sentence.cues.title_case and stop - first > 3))
    if not sentence.capital(first) and not numbered:
        return None
    if label is Category.MOTTO and 1 < stop - first <= LONGEST_MOTTO:
        spoken = cue == AFAR and (_speech(sentence, quotation) or not _titled(sentence, first, stop, None))
        return None if spoken else Found(index, first, stop, label, cue, STRONG, quoted=True)
    longest = LONGEST_MOTTO if label in PAPERS else LONGEST_NAME
    if stop - first > longest or not _titled(sentence, first, stop, label) or _speech(sentence, quotation):
        return None
    edition = _edition(sentence, first, stop)
    named = label or (Category.EXERCISE if edition else None) or _period(sentence, first, stop)
    category = named or _motto_like(sentence, first, stop)
    weight = STRONG if label or edition else FAIR
    return _declined(sentence, Found(index, first, stop, category, cue or "quoted", weight, quoted=True))


def unquoted(index: int, sentence: Sentence) -> Iterator[Found]:
    """Its motto will be Common Goal, Shared Responsibility: title case from the verb to the end of the sentence."""
    if not sentence.cues.title_case:
        return
    for i in range(len(sentence) - 3):
        if not (sentence.word(i) and sentence.label(i) is Category.MOTTO):
            continue
        first = next((j for j in range(i + 1, min(i + 5, len(sentence))) if sentence.capital(j)), None)
        between = sentence.forms[i + 1 : first] if first else ()
        if first and between and set(between) & {"is", "was", "be", ":", "reads", "read", "being"}:
            stop = len(sentence) - (sentence.form(len(sentence) - 1) in {".", "!", "”", '"'})
            if 2 < stop - first <= LONGEST_MOTTO and _titled(sentence, first, stop, None):
                yield Found(index, first, stop, Category.MOTTO, "motto before", STRONG, quoted=True)


def _declined(sentence: Sentence, found: Found) -> Found:
    """With the lemmas of the part that declines, in a language with cases."""
    if not sentence.cues.prepositions:
        return found
    inner = core(sentence, found.first)
    if inner is None or inner.stop > found.stop:
        return found
    return replace(found, head=inner.head, lemmas=dict(inner.lemmas))


def _trim(sentence: Sentence, first: int, stop: int) -> Quotation:
    """Drop marks at the ends; a year behind the closing mark («Канал»-2025) comes in."""
    closing = stop
    while stop > first and sentence.words[stop - 1].kind is TokenKind.PUNCTUATION:
        stop -= 1
    while first < stop and sentence.words[first].kind is TokenKind.PUNCTUATION:
        first += 1
    after = closing + 1
    if (
        sentence.form(after) in DASHES
        and sentence.tight(after)
        and sentence.year(after + 1)
        and sentence.tight(after + 1)
    ):
        stop = after + 2
    return Quotation(first, stop, closing)


def _titled(sentence: Sentence, first: int, stop: int, label: Category | None) -> bool:
    """A name opens with a capital; without a label all its words do, where the language writes titles so."""
    if not sentence.capital(first) and not sentence.number(first):
        return False
    if any(sentence.words[i].text in ".!?…;" for i in range(first, stop)):
        return False
    if label or not sentence.cues.title_case:
        return True
    inner = [i for i in range(first, stop) if sentence.word(i) and not _small(sentence, i)]
    return bool(inner) and all(sentence.capital(i) for i in inner)


def _small(sentence: Sentence, i: int) -> bool:
    """What title case leaves small: articles, prepositions, conjunctions; no verbs and pronouns, except for “is”."""
    part = sentence.words[i].analyses[0].part_of_speech
    return sentence.function(i) and (part in SMALL or sentence.form(i) == "is")


def _speech(sentence: Sentence, quotation: Quotation) -> bool:
    """Somebody's words: a mark of the end inside, or a comma and a dash behind."""
    mark = quotation.mark
    before = sentence.form(mark - 1) if mark - 1 >= quotation.stop else ""
    inside = before in {".", ","} and sentence.cues.title_case and quotation.stop - quotation.first > 1
    if inside and _titled(sentence, quotation.first, quotation.stop, None):
        return False  # American printers put the comma inside
    if (before and before in ".,!?…") or _clause(sentence, quotation):
        return True
    return sentence.form(mark + 1) == "," and sentence.form(mark + 2) in DASHES


def _clause(sentence: Sentence, quotation: Quotation) -> bool:
    """A long quotation with a verb, in a language whose dictionary tells verbs."""
    if not sentence.cues.prepositions or quotation.stop - quotation.first <= 4:
        return False
    inside = [i for i in range(quotation.first, quotation.stop) if sentence.word(i)]
    return any(sentence.words[i].analyses[0].part_of_speech == "VERB" for i in inside)


def _edition(sentence: Sentence, first: int, stop: int) -> bool:
    """Low Ebb-2031, but not the years of a plan: 2031–2035."""
    dashed = stop - first >= 3 and sentence.year(stop - 1) and sentence.form(stop - 2) in DASHES
    return dashed and not sentence.year(stop - 3)


def _period(sentence: Sentence, first: int, stop: int) -> Category | None:
    """What has years to run and a head noun before them is a paper: Grain Strategy 2031–2035."""
    if not (sentence.year(stop - 1) and sentence.year(stop - 3) and sentence.form(stop - 2) in DASHES):
        return None
    heads = (sentence.head(i) for i in range(first, stop - 3) if sentence.word(i))
    return Category.DOCUMENT if Category.DOCUMENT in heads else None


def _motto_like(sentence: Sentence, first: int, stop: int) -> Category | None:
    """A whole clause in title case with a pause in it says something rather than names something."""
    pause = any(sentence.form(i) in {",", ":", "—", "–"} for i in range(first + 1, stop - 1))
    return Category.MOTTO if pause and stop - first >= 4 else None


def _label(sentence: Sentence, first: int, closing: int) -> tuple[Category | None, str]:
    """The nearest noun before the quotation, or right behind it, that says what is quoted."""
    for i in range(first - 2, max(-1, first - 2 - REACH), -1):
        if sentence.form(i) in {".", ";"}:
            break
        found = sentence.label(i) if sentence.word(i) else None
        found = found or (_paper(sentence, i) if _right_before(sentence, i, first) else None)
        if found:
            return found, f"{sentence.lemma(i)} before"
    for i in range(closing + 1, min(len(sentence), closing + 4)):
        if sentence.word(i) and (found := sentence.label(i)):
            return found, f"{sentence.lemma(i)} behind"
    if any(
        sentence.word(i) and sentence.label(i) is Category.MOTTO
        for i in range(len(sentence))
        if not first <= i < closing
    ):
        return Category.MOTTO, AFAR
    if closing - first > 3 and _displayed(sentence, first, closing):
        return Category.MOTTO, AFAR
    return _apposed(sentence, closing)


def _displayed(sentence: Sentence, first: int, closing: int) -> bool:
    """The posters say “…”: what is written up for all to see."""
    around = [i for i in range(len(sentence)) if sentence.word(i) and not first <= i < closing]
    bearer = any(sentence.lemmas(i) & sentence.cues.bearers for i in around)
    return bearer and any(sentence.lemmas(i) & sentence.cues.displays for i in around)


def _right_before(sentence: Sentence, i: int, first: int) -> bool:
    """The treaty “…”, a resolution on “…”."""
    if i == first - 2:
        return True
    joint = sentence.cues.joiners.get(sentence.form(first - 2), frozenset())
    return i == first - 3 and sentence.word(i) and sentence.head(i) in joint


def _paper(sentence: Sentence, i: int) -> Category | None:
    if sentence.lemma(i) in sentence.cues.staged:
        return Category.EVENT
    head = sentence.head(i) if sentence.word(i) else None
    return head if head in {Category.DOCUMENT, Category.EVENT, Category.BODY} else None


def _apposed(sentence: Sentence, closing: int) -> tuple[Category | None, str]:
    """«Отлив», штабная игра для диспетчеров."""
    if sentence.form(closing + 1) in {",", "("}:
        for i in range(closing + 2, min(len(sentence), closing + 6)):
            if sentence.word(i) and (found := sentence.label(i)):
                return found, f"{sentence.lemma(i)} in apposition"
    return None, ""
