"""The citation form of a name: how a glossary writes what a text inflects."""

from collections.abc import Callable, Sequence
from typing import Literal

from termaccord.text.analyse import Word, analyser_for, words
from termaccord.text.languages import english_citation
from termaccord.text.languages.russian import citation as russian_citation
from termaccord.text.normalise import fold

Number = Literal["keep", "sg"]
_Texts = tuple[str, ...]
_QUOTES = {"«": "»", "“": "”", "„": "“", '"': '"', "‘": "’", "'": "'"}
_UNSEEN = 1e-3
"""Weight of a citation form that another form of the name does not allow."""


def citation(
    phrase: str | Sequence[Word],
    language: str,
    *,
    number: Number = "keep",
    before: str = "",
    forms: Sequence[str] = (),
) -> str:
    """
    A name in the form in which a glossary cites it, with the capitals of the text.

    Russian: the head and what agrees with it in the nominative, the rest as it stands.
    English: without article and possessive ending.
    Quotation marks around the whole name are dropped.

    Parameters
    ----------
    phrase
        The name as it stands in a text, or its words.
    language
        BCP 47.
    number
        Whether a plural stays one; plural-only names always do.
        A name that stands in both numbers is cited in the singular.
    before
        The word before the name, where known: a preposition tells the case.
    forms
        Other forms in which the same name stands: together they tell what one alone leaves open.

    >>> citation("Совета коллективной безопасности", "ru")
    'Совет коллективной безопасности'

    """
    primary = analyser_for(language).language
    best, allowed = _best(phrase, primary, number, before, forms)
    if not allowed and number == "keep":
        single, allowed = _best(phrase, primary, "sg", before, forms)
        best = single if allowed else best
    return _with_yo(best, forms)


def _best(
    phrase: str | Sequence[Word], primary: str, number: Number, before: str, forms: Sequence[str]
) -> tuple[str, bool]:
    """The form that all mentions together make likeliest, and whether each of them allows it."""
    weights = _weighed(phrase, primary, number, before)
    allowed = dict.fromkeys(weights, True)
    for form in forms:
        others = {fold(text): weight for text, weight in _weighed(form, primary, number, "").items()}
        weights = {text: w * (others.get(fold(text), 0.0) + _UNSEEN) for text, w in weights.items()}
        allowed = {text: known and fold(text) in others for text, known in allowed.items()}
    best = max(weights, key=lambda text: (weights[text], text))
    return best, allowed[best]


def _weighed(phrase: str | Sequence[Word], primary: str, number: Number, before: str) -> dict[str, float]:
    found = _bare(words(phrase, primary) if isinstance(phrase, str) else tuple(phrase))
    if not found:
        return {phrase if isinstance(phrase, str) else "": 1.0}
    weighed: dict[str, float] = {}
    for texts, weight in _DOORS.get(primary, _as_it_stands)(found, number, before).items():
        text = _joined(found, texts)
        weighed[text] = weighed.get(text, 0.0) + weight
    return weighed


def _as_it_stands(found: Sequence[Word], _number: str, _before: str) -> dict[_Texts, float]:
    return {tuple(word.text for word in found): 1.0}


_DOORS: dict[str, Callable[[Sequence[Word], str, str], dict[_Texts, float]]] = {
    "en": english_citation.citations,
    "ru": russian_citation.citations,
}


def _bare(found: Sequence[Word]) -> Sequence[Word]:
    """Without quotation marks that enclose the whole."""
    while len(found) > 2 and _QUOTES.get(found[0].text) == found[-1].text:
        inside = found[1:-1]
        if any(word.text in {found[0].text, found[-1].text} for word in inside):
            break
        found = inside
    return found


def _joined(found: Sequence[Word], texts: _Texts) -> str:
    """The words put together again with the spaces between them."""
    parts: list[str] = []
    end = found[0].span.start
    for word, text in zip(found, texts, strict=True):
        parts.append(" " if word.span.start > end and text and any(parts) else "")
        parts.append(text)
        end = word.span.end
    return "".join(parts)


def _with_yo(text: str, forms: Sequence[str]) -> str:
    """A word that another form spells with ё is spelled so; the beginnings must agree."""
    for form in forms:
        for i, letter in enumerate(form):
            if letter == "ё" and text[i : i + 1] == "е" and fold(form[:i]) == fold(text[:i]):
                text = f"{text[:i]}ё{text[i + 1 :]}"
    return text
