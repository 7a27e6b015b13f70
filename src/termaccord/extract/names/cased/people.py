"""Persons: by names that the dictionary knows, by what stands before them, by a surname that returns alone."""

from collections.abc import Iterator

from termaccord.extract.names.sentence import FAIR, STRONG, Found, Sentence, opens
from termaccord.model import Category
from termaccord.text.analyser import Analysis
from termaccord.text.normalise import fold

NAMING = frozenset({"given", "surname", "patronymic"})


def titled(sentence: Sentence, i: int) -> bool:
    """Whether a person's name begins at word i, behind an office or a comma."""
    if sentence.form(i) == ",":
        i += 1
    return sentence.capital(i) and not sentence.upper(i) and (_named(sentence, i) or sentence.capital(i + 1))


def _named(sentence: Sentence, i: int) -> bool:
    return sentence.word(i) and any(a.name in NAMING and a.score >= 0.1 for a in sentence.words[i].analyses)


def initial(sentence: Sentence, i: int) -> bool:
    """В. or В.В. before or behind a surname."""
    text = sentence.words[i].text if 0 <= i < len(sentence) else ""
    return (len(text) == 1 and text.isupper() and sentence.form(i + 1) == ".") or (
        2 <= len(text) <= 5 and "." in text and text[0].isupper()
    )


def find(index: int, sentence: Sentence) -> Iterator[Found]:
    """Two to four capitalised words of which the dictionary, an office before or a patronymic says that they are a person."""
    i = 0
    while i < len(sentence):
        stop = _end(sentence, i)
        first = _start(sentence, i, stop)
        if stop - first >= 2 and (cue := _cue(sentence, first, stop)):
            lemmas = agreed(sentence, first, stop)
            weight = STRONG if cue != "two surnames" else FAIR
            yield Found(
                index, first, stop, Category.PERSON, cue, weight, head=first, person=True, lemmas=lemmas
            )
            i = stop
        else:
            i += 1


def _start(sentence: Sentence, first: int, stop: int) -> int:
    """Behind a place that the run began with: [капитан порта] Глинск | Евгений Рябов."""
    given = [i for i in range(first, stop) if "given" in _kinds(sentence, i)]
    if given and given[0] > first and stop - given[0] >= 2:
        return given[0]
    while stop - first > 2 and not _one_case(sentence, first, stop):
        first += 1
    if stop - first > 2 and not given and office(sentence, first - 1):
        return first + 1 if not initial(sentence, first) else first
    return first


def office(sentence: Sentence, i: int) -> bool:
    """Whether word i can name an office."""
    return sentence.word(i) and any(
        sentence.cues.heads.get(lemma) is Category.POSITION for lemma in sentence.lemmas(i)
    )


def _one_case(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether all words can be read in one case."""
    cases = [
        {a.case for a in sentence.words[i].analyses if a.case}
        for i in range(first, stop)
        if sentence.word(i) and len(sentence.form(i)) > 1
    ]
    return not cases or bool(set.intersection(*cases))


def _end(sentence: Sentence, i: int) -> int:
    """The end of a run of capitalised words and initials that can be one person's name."""
    stop = i
    while stop < min(len(sentence), i + 6):
        if initial(sentence, stop):
            stop += 2 if sentence.form(stop + 1) == "." else 1
        elif sentence.capital(stop) and not _barred(sentence, stop) and stop - i < 4:
            stop += 1
        else:
            break
    return stop


def _barred(sentence: Sentence, i: int) -> bool:
    """An abbreviation, a word that joins, a head noun: no part of a person's name."""
    return sentence.upper(i) or sentence.form(i) in sentence.cues.prepositions or not _nominal(sentence, i)


def _nominal(sentence: Sentence, i: int) -> bool:
    """A word that can be a name: not an ordinary word of the language, unless names can be spelt like it."""
    readings = sentence.words[i].analyses
    if sentence.form(i) in sentence.cues.heads or sentence.lemma(i) in sentence.cues.heads:
        return False
    if any(a.name in NAMING for a in readings):
        return True
    known = [a for a in readings if a.known]
    if known and not any(a.part_of_speech in {"NOUN", "PROPN"} for a in known):
        return False
    return not known or not opens(sentence, i)


def _cue(sentence: Sentence, first: int, stop: int) -> str:
    """Why these words are a person, or nothing."""
    kinds = [
        _kinds(sentence, i) for i in range(first, stop) if sentence.word(i) and len(sentence.form(i)) > 1
    ]
    unknown = [
        i
        for i in range(first, stop)
        if sentence.word(i) and not any(a.known for a in sentence.words[i].analyses)
    ]
    if any("patronymic" in k for k in kinds):
        return "patronymic"
    two = len(kinds) == 2 and not opens(sentence, first)
    if kinds and "given" in kinds[0] and (two or len(kinds) == 1 or "surname" in kinds[-1] or unknown):
        return "given name"
    if _behind_office(sentence, first) and (first in unknown or stop - 1 in unknown or (kinds and kinds[-1])):
        return "title before"
    if (
        any(initial(sentence, i) for i in range(first, stop))
        and kinds
        and ("surname" in kinds[-1] or unknown)
    ):
        return "initials"
    if (
        len(kinds) >= 2
        and "surname" in kinds[-1]
        and (len(unknown) >= 1 or "surname" in kinds[0] or "given" in kinds[-2])
    ):
        return "two surnames"
    return ""


def _kinds(sentence: Sentence, i: int) -> frozenset[str]:
    """Kinds of name that the word can be; a given name only where the dictionary has it, a surname by its ending too."""
    return frozenset(
        a.name
        for a in sentence.words[i].analyses
        if a.name in NAMING and a.score >= 0.05 and (a.known or a.name == "surname")
    )


def _behind_office(sentence: Sentence, first: int) -> bool:
    """An office or title within the words before, with nothing but its own complement between."""
    for i in range(first - 1, max(-1, first - 5), -1):
        if not sentence.word(i):
            return False
        lemmas = sentence.lemmas(i)
        if lemmas & sentence.cues.titles or lemmas & sentence.cues.ranks:
            return i == first - 1
        if lemmas & sentence.cues.occupations or any(
            sentence.cues.heads.get(lemma) is Category.POSITION for lemma in lemmas
        ):
            return True
        if any(a.part_of_speech in {"VERB", "ADP", "CCONJ"} for a in sentence.words[i].analyses[:1]):
            return False
    return False


def agreed(sentence: Sentence, first: int, stop: int) -> dict[int, str]:
    """Lemmas of a person's names under one case and one gender; a form as it stands where nothing agrees."""
    indexes = [
        i
        for i in range(first, stop)
        if sentence.word(i) and len(sentence.form(i)) > 1 and "." not in sentence.form(i)
    ]
    options = {i: [a for a in sentence.words[i].analyses if a.case and a.number != "pl"] for i in indexes}
    best: dict[int, str] = {}
    score = -1.0
    for case in ("nom", "gen", "dat", "acc", "ins", "loc"):
        for gender in ("m", "f"):
            chosen = {i: _pick(found, case, gender) for i, found in options.items()}
            weight = sum(_worth(reading) for reading in chosen.values())
            if weight > score:
                score = weight
                best = {i: fold(r.lemma) if r else sentence.form(i) for i, r in chosen.items()}
    return best


def _pick(readings: list[Analysis], case: str, gender: str) -> Analysis | None:
    fitting = [a for a in readings if a.case == case and a.gender in {gender, ""}]
    return max(fitting, key=_worth) if fitting else None


def _worth(reading: Analysis | None) -> float:
    """Name readings count for more than what else a form may be."""
    if reading is None:
        return 0.0
    return reading.score + (1.0 if reading.name in NAMING else 0.0) + (0.2 if reading.animate else 0.0)
