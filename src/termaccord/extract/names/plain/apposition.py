"""What an apposition or a noun right before a name without a head says that it names."""

from termaccord.extract.names.sentence import Sentence
from termaccord.model import Category

Label = tuple[Category | None, str]
NONE: Label = (None, "")
REACH = 6
"""Words in which the noun of an apposition stands."""


def kind(sentence: Sentence, i: int) -> Category | None:
    """What a noun beside a name says of it: a label, or an event that is put on under a name of its own."""
    if not sentence.word(i) or sentence.capital(i):
        return None
    return sentence.label(i) or (Category.EVENT if sentence.form(i) in sentence.cues.staged else None)


def apposed(sentence: Sentence, stop: int) -> Label:
    """Low Ebb, a staff *game* for controllers; Salt and Amber, its main *exhibition*."""
    cues = sentence.cues
    if sentence.form(stop) != "," or sentence.form(stop + 1) not in cues.articles | cues.possessives:
        return NONE
    for i in range(stop + 2, min(len(sentence), stop + REACH)):
        if not sentence.word(i) or sentence.form(i) in cues.joiners:
            break
        if found := kind(sentence, i):
            return found, f"{sentence.lemma(i)} in apposition"
    return NONE


def singular(sentence: Sentence, i: int) -> bool:
    """Whether word i is a noun that says what one thing is: the *exhibition* Salt and Amber, not operations."""
    return kind(sentence, i) is not None and sentence.lemma(i) == sentence.form(i)
