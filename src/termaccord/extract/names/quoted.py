"""Names between quotation marks, told from speech and from irony."""

from collections.abc import Iterator

from termaccord.extract.names.sentence import DASHES, FAIR, STRONG, Found, Sentence
from termaccord.model import Category
from termaccord.text.tokens import TokenKind

PAIRS = {"«": "»", "“": "”", "„": "“”", "‘": "’", '"': '"', "‹": "›"}
LONGEST_NAME = 9
LONGEST_MOTTO = 20
REACH = 5
"""How many words before a quotation may separate it from its label."""


def quotations(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Ranges of words between quotation marks, marks left out, outermost and innermost."""
    open_marks: list[tuple[int, str]] = []
    for i, word in enumerate(sentence.words):
        if open_marks and word.text in PAIRS[open_marks[-1][1]] and not _apostrophe(sentence, i):
            first = open_marks.pop()[0] + 1
            if first < i:
                yield first, i
        elif word.text in PAIRS and not _dangling(sentence, i):
            open_marks.append((i, word.text))


def _apostrophe(sentence: Sentence, i: int) -> bool:
    return sentence.words[i].text == "’" and sentence.tight(i + 1) and sentence.word(i + 1)


def _dangling(sentence: Sentence, i: int) -> bool:
    """An inch mark, or a closing mark whose partner stands in another sentence."""
    return not sentence.tight(i + 1)


def find(index: int, sentence: Sentence) -> Iterator[Found]:
    """Names in quotation marks, with the year that belongs to them."""
    for first, stop in quotations(sentence):
        first, stop, inner = _trim(sentence, first, stop)
        if first >= stop:
            continue
        label, cue = _label(sentence, first, inner)
        long = stop - first > LONGEST_NAME
        if label is Category.MOTTO and stop - first <= LONGEST_MOTTO and stop - first > 1:
            yield Found(index, first, stop, label, cue, STRONG, quoted=True)
        elif long or not _titled(sentence, first, stop, label) or _speech(sentence, stop, inner):
            continue
        else:
            edition = _edition(sentence, first, stop)
            category = label or (Category.EXERCISE if edition else None) or _motto_like(sentence, first, stop)
            weight = STRONG if label or edition else FAIR
            yield Found(index, first, stop, category, cue if label else "quoted", weight, quoted=True)


def _trim(sentence: Sentence, first: int, stop: int) -> tuple[int, int, int]:
    """Drop marks at the ends; a year behind the closing mark («Канал»-2025) comes in. Third: index of that mark."""
    closing = stop
    while stop > first and sentence.words[stop - 1].kind is TokenKind.PUNCTUATION:
        stop -= 1
    while first < stop and sentence.words[first].kind is TokenKind.PUNCTUATION:
        first += 1
    after = closing + 1
    if sentence.form(after) in DASHES and sentence.tight(after) and sentence.year(after + 1) and sentence.tight(after + 1):
        stop = after + 2
    return first, stop, closing


def _titled(sentence: Sentence, first: int, stop: int, label: Category | None) -> bool:
    """A name opens with a capital; without a label all its words do, where the language writes titles so."""
    if not sentence.capital(first) and not sentence.number(first):
        return False
    if any(sentence.words[i].text in ".!?…;" for i in range(first, stop)):
        return False
    if label or sentence.cues.language != "en":
        return True
    functions = sentence.cues.joiners.keys() | sentence.cues.articles | sentence.cues.conjunctions | {"in", "at", "from", "is"}
    inner = [i for i in range(first, stop) if sentence.word(i) and sentence.form(i) not in functions]
    return all(sentence.capital(i) for i in inner)


def _speech(sentence: Sentence, stop: int, closing: int) -> bool:
    """Somebody's words: a mark of the end inside, or a comma and a dash behind."""
    before = sentence.form(closing - 1) if closing - 1 >= stop else ""
    if before and before in ".,!?…":
        return True
    return sentence.form(closing + 1) == "," and sentence.form(closing + 2) in DASHES


def _edition(sentence: Sentence, first: int, stop: int) -> bool:
    return stop - first >= 3 and sentence.year(stop - 1) and sentence.form(stop - 2) in DASHES


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
        found = found or (_paper(sentence, i) if first - 2 - i <= 3 else None)
        if found:
            return found, f"{sentence.lemma(i)} before"
    for i in range(closing + 1, min(len(sentence), closing + 4)):
        if sentence.word(i) and (found := sentence.label(i)):
            return found, f"{sentence.lemma(i)} behind"
    return _apposed(sentence, closing)


def _paper(sentence: Sentence, i: int) -> Category | None:
    head = sentence.head(i) if sentence.word(i) else None
    return head if head in {Category.DOCUMENT, Category.EVENT, Category.BODY} else None


def _apposed(sentence: Sentence, closing: int) -> tuple[Category | None, str]:
    """«Отлив», штабная игра для диспетчеров."""
    if sentence.form(closing + 1) in {",", "("}:
        for i in range(closing + 2, min(len(sentence), closing + 6)):
            if sentence.word(i) and (found := sentence.label(i)):
                return found, f"{sentence.lemma(i)} in apposition"
    return None, ""


