"""The citation form of an English name: no article before it, no possessive behind it."""

from collections.abc import Sequence

from termaccord.text.analyser import Word
from termaccord.text.languages.english import inflect

_ARTICLES = frozenset(("the", "a", "an"))
_POSSESSIVE = frozenset(("'s", "’s", "ʼs", "'", "’"))
# Adjectives that follow their noun in titles: Quirk et al. (1985), §§ 5.102, 7.21.
_POSTPOSED = frozenset(
    ("general", "elect", "designate", "martial", "laureate", "emeritus", "royal", "plenipotentiary")
)
_BREAKS = frozenset('«“"‘(,:–—')


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


def head(words: Sequence[Word]) -> int:
    """The last word before a preposition or a name in quotes; -1 where there is no word."""
    found = -1
    for index, word in enumerate(words):
        closed = word.analyses and word.analyses[0].part_of_speech == "ADP"
        if found >= 0 and (closed or word.text[0] in _BREAKS):
            break
        if word.analyses and not closed and word.text not in _POSSESSIVE:
            found = index
    return found


def agreeing(words: Sequence[Word]) -> tuple[tuple[int, ...], ...]:
    """Only the head of an English name has a plural; before an adjective behind it either word may have one."""
    index = head(words)
    if index > 0 and words[index].text.lower() in _POSTPOSED and words[index - 1].analyses:
        return ((index - 1,), (index,))
    return ((index,),) if index >= 0 else ()


def _singular(words: Sequence[Word], texts: list[str]) -> None:
    index = head(words)
    if index < 0 or not texts[index].islower():
        return
    for reading in words[index].analyses:
        if reading.part_of_speech == "NOUN" and reading.number == "pl":
            texts[index] = inflect(texts[index], reading, frozenset({"sg"})) or texts[index]
            return
