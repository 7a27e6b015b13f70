"""The citation form of an English name: no article before it, no possessive behind it."""

from collections.abc import Sequence

from termaccord.text.languages.english import inflect
from termaccord.text.words import Word

_ARTICLES = frozenset(("the", "a", "an"))
_POSSESSIVE = frozenset(("'s", "’s", "ʼs", "'", "’"))


def citations(words: Sequence[Word], number: str, _before: str) -> dict[tuple[str, ...], float]:
    """The one citation form, word by word; a word that is dropped is empty."""
    texts = [word.text for word in words]
    if len(texts) > 1 and texts[0].lower() in _ARTICLES:
        texts[0] = ""
    if len(texts) > 1 and texts[-1] in _POSSESSIVE:
        texts[-1] = ""
    if number == "sg":
        _singular(words, texts)
    return {tuple(texts): 1.0}


def _singular(words: Sequence[Word], texts: list[str]) -> None:
    """The head of a common noun phrase: the last word before a preposition."""
    head = -1
    for index, word in enumerate(words):
        if word.analyses and word.analyses[0].part_of_speech == "ADP" and head >= 0:
            break
        if texts[index] and word.analyses:
            head = index
    if head < 0 or not texts[head].islower():
        return
    for reading in words[head].analyses:
        if reading.part_of_speech == "NOUN" and reading.number == "pl":
            texts[head] = inflect(texts[head], reading, frozenset({"sg"})) or texts[head]
            return
