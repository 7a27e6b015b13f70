"""Capitals and quotation marks of a term, after what stood in its place."""

import re
from collections import Counter

from termaccord.text.cues import cues_for
from termaccord.text.refitting.slot import Slot

_PAIRS = ("«»", "“”", "„“", '""', "‘’")
_OPENING = frozenset(pair[0] for pair in _PAIRS)
_CLOSING = frozenset(pair[1] for pair in _PAIRS)
_SENTENCE_START = re.compile(r"(?:^|[.!?…:]\s+|\n\s*)[\"«“„‘(\[—–-]*\s*$")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_WINDOW = 4000
"""Code points on either side whose quotation marks count."""


def capitals(slot: Slot, new: str, language: str) -> str:
    """
    The new words with the capitals of the old: all of them, those of a title, or that of a beginning.

    What the glossary itself writes with a capital keeps it.
    """
    found, cited = slot.found, slot.cited
    if _shouted(found) and (not slot.sure or not _shouted(cited)) and not _abbreviation(found):
        return new.upper()
    if _titled(found, cited) and cues_for(language).title_case:
        return _as_title(new, language)
    if _lowered(found, cited) and not new[:2].isupper():
        return new[:1].lower() + new[1:]
    raised = found[:1].isupper() and (cited[:1].islower() or _begins(slot))
    return new[:1].upper() + new[1:] if raised else new


def _lowered(found: str, cited: str) -> bool:
    """Whether a text writes an office small that is large in the glossary: “the chief of the Harbour Guard”."""
    mine, theirs = _WORD.findall(found), _WORD.findall(cited)
    if not mine or not theirs or mine[0] != theirs[0].lower() or theirs[0].islower():
        return False
    return any(word[0].isupper() for word in mine[1:])


def _begins(slot: Slot) -> bool:
    """Whether a sentence begins here."""
    return _SENTENCE_START.search(slot.before[-20:]) is not None


def _shouted(text: str) -> bool:
    return text.isupper() and sum(map(str.isalpha, text)) > 1


def _abbreviation(text: str) -> bool:
    return len(_WORD.findall(text)) == 1 and len(text) <= 6


def _titled(found: str, cited: str) -> bool:
    """Whether several words that a glossary writes small are written large."""
    pairs = zip(_WORD.findall(found), _WORD.findall(cited), strict=False)
    raised = [a for a, b in pairs if a[0].isupper() and b[0].islower()]
    return len(raised) > 1


def _as_title(text: str, language: str) -> str:
    """Capitals but for the short words that join (Chicago Manual of Style, 17th ed., 8.159)."""
    cues = cues_for(language)
    small = {*cues.articles, *cues.conjunctions, *cues.joiners, *cues.inside}

    def raised(match: re.Match[str]) -> str:
        word = match[0]
        if match.start() and word in small:
            return word
        return word[:1].upper() + word[1:]

    return _WORD.sub(raised, text)


def bare(slot: Slot, preferred: str) -> str:
    """The new words without quotation marks of their own where the text has those around the place already."""
    around = slot.before[-1:] in _OPENING and slot.after[:1] in _CLOSING
    return preferred[1:-1] if around and _enclosed(preferred) else preferred


def _enclosed(text: str) -> bool:
    return len(text) > 2 and text[0] in _OPENING and text[-1] in _CLOSING


def quoted(slot: Slot, new: str) -> str:
    """The new words with the quotation marks that the text uses."""
    if not any(mark in new for mark in _OPENING - {"‘"}):
        return new
    pair = _style(slot)
    if not pair:
        return new
    made: list[str] = []
    for i, mark in enumerate(new):
        if mark not in _OPENING | _CLOSING or mark in "‘’":
            made.append(mark)
            continue
        opens = i == 0 or new[i - 1] in " (—–-" if mark in '"“' else mark in _OPENING
        made.append(pair[0 if opens else 1])
    return "".join(made)


def _style(slot: Slot) -> str:
    """The quotation marks of the old words, else the commonest around; empty where there are none."""
    for text in (slot.found, slot.before[-_WINDOW:] + slot.after[:_WINDOW]):
        counted: Counter[str] = Counter()
        for pair in _PAIRS[:4]:
            opening = text.count(pair[0])
            if pair == "“”" and text.count("„"):
                continue
            counted[pair] += min(opening, text.count(pair[1])) if pair != '""' else opening // 2
        best, times = counted.most_common(1)[0]
        if times:
            return best
    return ""
