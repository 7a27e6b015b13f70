"""What the words beside a name without a head say that it names: an exercise, a programme, a motto."""

from termaccord.extract.names.plain.apposition import NONE, Label, kind
from termaccord.extract.names.plain.words import bound
from termaccord.extract.names.sentence import Sentence
from termaccord.model import Category


def behind(sentence: Sentence, stop: int) -> tuple[Category | None, str, int]:
    """The Silver Birch *programme*, Channel *anti-drug operation*; third: where name and label end together."""
    for i in range(stop, min(len(sentence), stop + 3)):
        if not sentence.word(i) or sentence.capital(i) or sentence.tight(i) or bound(sentence, i):
            break
        if (found := sentence.label(i)) and not _noun_follows(sentence, i + 1):
            return found, f"{sentence.lemma(i)} behind", i + 1
    return None, "", 0


def _noun_follows(sentence: Sentence, i: int) -> bool:
    """Training *ground*: the label is not the head."""
    if not sentence.word(i) or bound(sentence, i) or sentence.capital(i):
        return False
    first = sentence.words[i].analyses[0]
    return first.part_of_speech == "NOUN" and sentence.lemma(i) == sentence.form(i)


def before(sentence: Sentence, first: int) -> Label:
    """*Exercise* Low Ebb, a *programme* called Bright Spark."""
    for i in (first - 1, first - 2, first - 3):
        if not sentence.word(i):
            break
        found = sentence.label(i) or kind(sentence, i)
        if found and (i == first - 1 or names(sentence, first - 1)):
            return found, f"{sentence.lemma(i)} before"
    return NONE


def names(sentence: Sentence, i: int) -> bool:
    """Whether word i introduces a name: called, known as."""
    if sentence.form(i) in {"as", "als"}:
        i -= 1
    return sentence.word(i) and bool(sentence.lemmas(i) & sentence.cues.naming)
