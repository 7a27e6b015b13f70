"""Whether a surname in a text is that of the person meant, told by the words beside it."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum

from termaccord.lint.standing import in_longer_word, ordinary
from termaccord.model import Span
from termaccord.text.analyse import analyser_for, words
from termaccord.text.analyser import Analysis, Word
from termaccord.text.cues import cues_for
from termaccord.text.normalise import fold
from termaccord.text.terms.fitting import begins_sentence

_REACH = 120
"""Code points around a place in which the rest of a name would show."""
_BEHIND = re.compile(r"[ \u00a0]+([^\W\d_][\w'’‐‑-]*\.?)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.[-‐‑]?){1,3}")
_PIECE = re.compile(r"(?:[^\W\d_]\.[-‐‑]?){1,3}|[^\s.,;:!?()«»“”„\"]+\.?")
_ENDING = 3
"""Letters that a case may put behind a given name."""


class Bearer(Enum):
    """Whose name it is."""

    ALONE = "alone"
    """Nobody's given name stands beside it."""
    OWN = "own"
    """That of the person meant, whose given name or initial stands beside it."""
    OTHER = "other"
    """That of somebody with another given name."""
    UNCLEAR = "unclear"


def bearer(span: Span, text: str, cited: str, given: frozenset[str], language: str) -> Bearer:
    """
    Who is meant by a part of a name at a place.

    `cited` is the part in citation form, `given` are the folded given names of the person.
    """
    if in_longer_word(span, text) or not _of_the_person(span, text, cited, language):
        return Bearer.UNCLEAR
    following = _BEHIND.match(text[span.end : span.end + _REACH])
    if following and following[1][:1].isupper():
        initials = _INITIALS.fullmatch(following[1])
        if _own(following[1], given, language) or (initials and _first(following[1], given)):
            return Bearer.OWN
        shouted = span.of(text).isupper() and not ordinary(following[1].strip("."), language)
        return Bearer.OTHER if initials else Bearer.ALONE if shouted else Bearer.UNCLEAR
    return _before(span, text, given, language)


def _before(span: Span, text: str, given: frozenset[str], language: str) -> Bearer:
    """What the capitalised words in front say, from the nearest outwards."""
    found = Bearer.ALONE
    for start, piece, wrapped in _pieces(span, text):
        if wrapped and _name_like(piece, start, text, language) and not _own(piece, given, language):
            return Bearer.UNCLEAR  # a line may end inside of a name, and so may a heading above
        if _INITIALS.fullmatch(piece):
            found = Bearer.OWN if _first(piece, given) else Bearer.OTHER
        elif _own(piece, given, language):
            return Bearer.OWN
        elif not piece[:1].isupper() or not _name_like(piece, start, text, language):
            return found
        elif _patronymic(piece, language) and found is Bearer.ALONE:
            found = Bearer.OTHER
        else:
            return Bearer.OTHER
    return found


def _pieces(span: Span, text: str) -> Iterator[tuple[int, str, bool]]:
    """The words before a place, nearest first, as long as only spaces stand between, and whether a line ends behind each."""
    start = max(0, span.start - _REACH)
    at = span.start
    for match in reversed(list(_PIECE.finditer(text, start, span.start))):
        between = text[match.end() : at]
        wrapped = between.strip(" \u00a0") == "\n"
        if (between.strip(" \u00a0") and not wrapped) or not (between or _INITIALS.fullmatch(match[0])):
            return
        yield match.start(), match[0], wrapped
        at = match.start()


def _name_like(piece: str, start: int, text: str, language: str) -> bool:
    """Whether a capitalised word may be somebody's given name: no title, office, country, abbreviation or end of a sentence."""
    word = re.sub(r"['’]s?$", "", piece.rstrip("."))
    cues, analyser = cues_for(language), analyser_for(language)
    if word != piece or (len(word) > 1 and word.isupper() and not text.isupper()):
        return False
    if word.lower() in analyser.function_words:
        return False
    if begins_sentence(text, start) and _verb(word, language):
        return False
    titles = cues.titles | cues.ranks | cues.modifiers | cues.occupations | cues.kin | cues.territories()
    lemmas = {fold(a.lemma) for a in _readings(word, language)} | {fold(word)}
    parts = {part for lemma in lemmas for part in (lemma, *re.split(r"[-‐‑]", lemma))}
    return not parts & titles and not any(cues.category(part) for part in parts)


def _verb(word: str, language: str) -> bool:
    """Whether a word that begins a sentence is one that cannot be a name: «Сообщил Петров»."""
    readings = _readings(word, language)
    return bool(cues_for(language).prepositions) and all(
        a.known and not a.name and a.part_of_speech != "PROPN" for a in readings
    )


def _own(piece: str, given: frozenset[str], language: str) -> bool:
    """Whether a word is a given name of the person, in any case that the language has."""
    low = fold(piece)
    if low in given:
        return True
    if not cues_for(language).prepositions:
        return False
    stems = (g[:-1] if g[-1:] in "аяйь" else g for g in given if len(g) > _ENDING)
    return any(low.startswith(stem) and len(low) - len(stem) <= _ENDING for stem in stems)


def _first(initials: str, given: frozenset[str]) -> bool:
    """Whether the first of some initials is that of a given name; which of them comes first does not matter here."""
    return fold(initials[:1]) in {g[:1] for g in given}


def _patronymic(word: str, language: str) -> bool:
    return any(a.name == "patronymic" for a in _readings(word, language))


def _of_the_person(span: Span, text: str, cited: str, language: str) -> bool:
    """
    Whether the form is one that the cited name has: not the family, and not a woman by a man's name.

    Of «Масадикова» what stands beside it decides: a woman has a verb in the feminine or a title before her name.
    """
    surface = span.of(text)
    if not cues_for(language).prepositions:
        return fold(surface) == fold(cited)
    last, model = surface.rsplit(maxsplit=1)[-1], cited.rsplit(maxsplit=1)[-1]
    own = [a for a in _readings(model, language) if a.number == "sg" and a.case == "nom"]
    lemmas, genders = {a.lemma for a in own}, {a.gender for a in own}
    found = [a for a in _readings(last, language) if a.lemma in lemmas]
    if fold(last) == fold(model) or not found:
        return True
    single = [a for a in found if a.number == "sg"]
    fitting = any(a.gender in genders or not a.gender or "" in genders for a in single)
    others = [a for a in single if a.gender and a.gender not in genders and "" not in genders]
    return fitting and not _of_a_woman(span, text, others, language)


def _readings(word: str, language: str) -> list[Analysis]:
    return [a for w in words(word, language) for a in w.analyses]


def _of_a_woman(span: Span, text: str, readings: Sequence[Analysis], language: str) -> bool:
    """Whether one of the readings goes with a noun for a woman before the place or a verb behind it."""
    before = words(text[max(0, span.start - _REACH) : span.start], language)[-1:]
    behind = words(text[span.end : span.end + _REACH], language)[:1]
    titled = any(_feminine(a) for w in before for a in w.analyses)
    subject = any(a.case == "nom" for a in readings) and any(_feminine_verb(w) for w in behind)
    return bool(readings) and (titled or subject)


def _feminine(reading: Analysis) -> bool:
    return reading.part_of_speech == "NOUN" and reading.gender == "f" and bool(reading.animate)


def _feminine_verb(word: Word) -> bool:
    return any(a.part_of_speech == "VERB" and a.gender == "f" for a in word.analyses)
