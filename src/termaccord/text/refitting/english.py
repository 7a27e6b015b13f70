"""English: number of the head, article before a sound, possessive behind an s."""

import re
from dataclasses import replace
from itertools import pairwise

from termaccord.model import Span
from termaccord.text.analyse import Word, words
from termaccord.text.languages.english_citation import head
from termaccord.text.languages.english_forms import plurals
from termaccord.text.languages.lemmas import known, lemma
from termaccord.text.refitting.slot import Fitted, Slot

_ARTICLE = re.compile(r"\b(an?)([ \u00a0]+[\"“‘«(]?)$", re.IGNORECASE)
_OWN_ARTICLE = re.compile(r"(?:the|an?)[ \u00a0]+(?=\S)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"^(?:['’]s\b|['’](?!\w))")
# Letters by whose names an abbreviation is read, and words whose spelling hides their sound:
# Chicago Manual of Style (17th ed., 7.33), Garner's Modern English Usage (4th ed.), "a, A. Choice between a and an".
_VOWEL_NAMES = frozenset("AEFHILMNORSX")
_SILENT_H = re.compile(r"(?:hour|honest|honou?r|heir)", re.IGNORECASE)
_CONSONANT = re.compile(
    r"(?:uni(?!n|den|dea|m[pm]|mag|ll|ss|r)|u[bt][iae]|us[aeiu]|ur(?:a[nl]|e[at]|i[nc])|u[kg][aeru]|eu|ewe|ew|one(?!i)|once|ouija|uvu|ufo)",
    re.IGNORECASE,
)
_SPOKEN_NUMBER = re.compile(r"(?:8|11(?!\d)|11(?=,\d{3}\b)|18(?!\d)|18(?=,\d{3}\b))")
_PRONOUNCED = 4
"""Letters of an abbreviation that may be read as a word."""


def trimmed(slot: Slot) -> Slot:
    """The place without an article that the cited term does not have: it stays."""
    match = _OWN_ARTICLE.match(slot.found)
    if match is None or _OWN_ARTICLE.match(slot.cited):
        return slot
    return replace(slot, span=Span(slot.span.start + match.end(), slot.span.end))


def fit(slot: Slot, preferred: str) -> Fitted | None:
    """The preferred term in the number of what it replaces; None where that is more or less than the cited term."""
    shouted = slot.found.isupper() and not slot.cited.isupper()
    found, cited = words(slot.found.lower() if shouted else slot.found, "en"), words(slot.cited, "en")
    if _length(slot.found) != _length(slot.cited):
        return None
    new = words(preferred, "en")
    was, meant, own = (_number(phrase) for phrase in (found, cited, new))
    if was == "pl" and meant == "sg":
        if own == "sg":
            made = plural(preferred, new)
            return Fitted(made[0], made[1]) if made else None
        return Fitted(preferred, safe=own == "pl")
    return Fitted(preferred, safe=was == own and was == meant)


def _length(text: str) -> int:
    return len(re.findall(r"[^\W_]+", text))


def _number(phrase: tuple[Word, ...]) -> str:
    """Of the head; empty where there is none to tell it."""
    index = head(phrase)
    if index < 0:
        return ""
    word = phrase[index]
    low = word.text.lower()
    base = lemma(low, "en")
    if word.text.isupper() and len(word.text) > 1:
        return "sg"
    return "pl" if base != low and low in plurals(base) else "sg"


def plural(text: str, phrase: tuple[Word, ...]) -> tuple[str, bool] | None:
    """The phrase with its head in the plural, and whether the lemma list knows that plural."""
    word = phrase[head(phrase)]
    low = word.text.lower()
    made = plurals(low)
    if not made or not word.text[-1:].isalpha():
        return None
    sure = [form for form in made if known(form, "en") and lemma(form, "en") == low]
    form = sure[0] if sure else made[0]
    if word.text.isupper():
        form = f"{word.text}s"
    elif word.text[0].isupper():
        form = form[0].upper() + form[1:]
    return text[: word.span.start] + form + text[word.span.end :], len(sure) == 1


def before(slot: Slot, new: str) -> tuple[int, str]:
    """How many code points before the place change too, and to what: the article follows the sound."""
    match = _ARTICLE.search(slot.before)
    if match is None:
        return 0, ""
    article = "an" if vowel_sound(new) else "a"
    if match[1].lower() == article:
        return 0, ""
    shouted = len(match[1]) > 1 and match[1].isupper()
    cased = article.upper() if shouted else match[1][0] + article[1:]
    return len(match[0]), cased + match[2]


def after(slot: Slot, new: str) -> tuple[int, str]:
    """How many code points behind the place change too, and to what: the possessive of a plural has no s."""
    match = _POSSESSIVE.match(slot.after)
    if match is None:
        return 0, ""
    mark = match[0][0]
    plural = new[-1:].lower() == "s" and _number(words(new, "en")) == "pl"
    owner = match[0] if slot.found[-1:].lower() == "s" and len(match[0]) > 1 else f"{mark}s"
    wanted = mark if plural else owner
    # A lone apostrophe behind a word without s is a quotation mark.
    closing = len(match[0]) == 1 and slot.found[-1:].lower() != "s"
    return (0, "") if closing or wanted == match[0] else (len(match[0]), wanted)


def vowel_sound(phrase: str) -> bool:
    """
    Whether a phrase is spoken with a vowel first.

    >>> [vowel_sound(w) for w in ("hour", "university", "FBI agent", "UN body", "NATO member", "umbrella")]
    [True, False, True, False, False, True]
    """
    first = next((w for w in re.findall(r"[\w.]+", phrase)), "")
    if first[:1].isdigit():
        return _SPOKEN_NUMBER.match(first) is not None
    letters = first.replace(".", "")
    if len(letters) > 1 and letters.isupper() and not _as_word(letters):
        return letters[0] in _VOWEL_NAMES
    if letters.isupper() and letters[0] == "U":
        return False  # UNESCO and UNICEF begin as the letter does
    if len(letters) == 1:
        return letters.upper() in _VOWEL_NAMES
    if _SILENT_H.match(first):
        return True
    return first[:1].lower() in "aeiou" and _CONSONANT.match(first) is None


def _as_word(letters: str) -> bool:
    """Whether an abbreviation is read as a word: long enough, its vowels and consonants well mixed."""
    if len(letters) < _PRONOUNCED:
        return False
    kinds = [letter in "AEIOU" for letter in letters]
    clusters = sum(a == b for a, b in pairwise(kinds))
    return any(kinds) and kinds[:2] != [False, False] and clusters <= len(letters) // 3
