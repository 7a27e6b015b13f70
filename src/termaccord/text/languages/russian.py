"""Russian: readings and forms by pymorphy3 (Korobov 2015) over the OpenCorpora dictionary."""

from dataclasses import replace
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

from termaccord.text.analyser import Analyser, Analysis

_PARTS = {
    "NOUN": "NOUN", "ADJF": "ADJ", "ADJS": "ADJ", "COMP": "ADJ", "VERB": "VERB", "INFN": "VERB", "PRTF": "ADJ",
    "PRTS": "VERB", "GRND": "VERB", "NUMR": "NUM", "ADVB": "ADV", "NPRO": "PRON", "PRED": "ADV", "PREP": "ADP",
    "CONJ": "CCONJ", "PRCL": "PART", "INTJ": "X", "NUMB": "NUM", "intg": "NUM", "real": "NUM",
}  # fmt: skip
_CASES = {
    "nomn": "nom", "gent": "gen", "datv": "dat", "accs": "acc", "ablt": "ins", "loct": "loc", "voct": "nom",
    "gen1": "gen", "gen2": "gen", "acc2": "acc", "loc1": "loc", "loc2": "loc",
}  # fmt: skip
_NUMBERS = {"sing": "sg", "plur": "pl"}
_GENDERS = {"masc": "m", "femn": "f", "neut": "n"}
_NAMES = {"Name": "given", "Surn": "surname", "Patr": "patronymic", "Geox": "place", "Orgn": "organisation"}
_GRAMMEMES = {
    "nom": "nomn", "gen": "gent", "dat": "datv", "acc": "accs", "ins": "ablt", "loc": "loct",
    "sg": "sing", "pl": "plur", "m": "masc", "f": "femn", "n": "neut", "animate": "anim", "inanimate": "inan",
}  # fmt: skip


@cache
def _morph() -> Any:
    library: Any = import_module("pymorphy3")  # the dictionary is loaded on first use
    return library.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=1 << 17)
def analyses(form: str) -> tuple[Analysis, ...]:
    """All readings of a form, likeliest first; equal readings are merged and their scores added."""
    merged: dict[tuple[object, ...], Analysis] = {}
    for parse in _morph().parse(form):
        reading = _reading(parse)
        key = (
            reading.lemma,
            reading.part_of_speech,
            reading.case,
            reading.number,
            reading.gender,
            reading.animate,
            reading.name,
        )
        held = merged.get(key)
        merged[key] = _scored(held, reading.score) if held else reading
    return tuple(sorted(merged.values(), key=lambda a: -a.score))


def _scored(held: Analysis, score: float) -> Analysis:
    return replace(held, score=held.score + score)


def _reading(parse: Any) -> Analysis:
    tag = parse.tag
    name = next((_NAMES[g] for g in ("Surn", "Name", "Patr", "Geox", "Orgn") if g in tag), "")
    part = _PARTS.get(str(tag.POS), "X")
    if part == "NOUN" and name:
        part = "PROPN"
    if "Apro" in tag:
        part = "DET"
    return Analysis(
        lemma=_lemma(parse),
        part_of_speech=part,
        case=_CASES.get(str(tag.case), ""),
        number=_NUMBERS.get(str(tag.number), ""),
        gender=_GENDERS.get(str(tag.gender), ""),
        animate={"anim": True, "inan": False}.get(str(tag.animacy)),
        name=name,
        score=float(parse.score),
        tag=str(tag),
        known=bool(parse.is_known),
    )


def _lemma(parse: Any) -> str:
    """The normal form; a participle keeps its own, for «вооружённые силы» are no verb."""
    if parse.tag.POS != "PRTF":
        return str(parse.normal_form)
    base = parse.inflect({"nomn", "masc", "sing"})
    return str(base.word if base else parse.normal_form)


def inflect(form: str, reading: Analysis, wanted: frozenset[str]) -> str | None:
    """The form with other features, its capitals kept; None where the dictionary has no such form."""
    found = _inflected(form, reading.tag, reading.lemma, wanted)
    return None if found is None else like(form, found)


@lru_cache(maxsize=1 << 15)
def _inflected(form: str, tag: str, lemma: str, wanted: frozenset[str]) -> str | None:
    for parse in _morph().parse(form):
        if str(parse.tag) == tag and _lemma(parse) == lemma:
            other = parse.inflect(frozenset(_GRAMMEMES[w] for w in wanted))
            return None if other is None else str(other.word)
    return None


def like(model: str, form: str) -> str:
    """A form with the capitals of another, part by part at hyphens."""
    parts, models = form.split("-"), model.split("-")
    if len(parts) != len(models):
        models = [model] * len(parts)
    return "-".join(_cased(part, sample) for part, sample in zip(parts, models, strict=True))


def _cased(form: str, model: str) -> str:
    if len(model) > 1 and model.isupper():
        return form.upper()
    if model[:1].isupper():
        return form[:1].upper() + form[1:]
    return form


# Abbreviations with a full stop: GOST R 7.0.12-2011, appendix A, and the Academy's spelling dictionary.
ABBREVIATIONS = frozenset(
    [
        "г",
        "гг",
        "в",
        "вв",
        "н",
        "э",
        "р",
        "х",
        "т",
        "д",
        "п",
        "с",
        "стр",
        "ст",
        "гл",
        "рис",
        "табл",
        "илл",
        "прим",
        "см",
        "ср",
        "ред",
        "изд",
        "тыс",
        "млн",
        "млрд",
        "трлн",
        "руб",
        "коп",
        "долл",
        "чел",
        "ул",
        "пр",
        "просп",
        "пер",
        "пл",
        "наб",
        "бул",
        "б-р",
        "ш",
        "д",
        "кв",
        "корп",
        "стр",
        "обл",
        "р-н",
        "пос",
        "дер",
        "с",
        "сел",
        "им",
        "акад",
        "проф",
        "доц",
        "канд",
        "докт",
        "ген",
        "полк",
        "подполк",
        "майор",
        "кап",
        "лейт",
        "серж",
        "ген-м",
        "ген-л",
        "ген-п",
        "адм",
        "инж",
        "асп",
        "зам",
        "зав",
        "нач",
        "пом",
        "отв",
        "секр",
        "тов",
        "гр",
        "г-н",
        "г-жа",
        "г-на",
        "г-ну",
        "г-ном",
        "г-не",
        "г-же",
        "г-жу",
        "гос",
        "нац",
        "межд",
        "напр",
        "др",
        "пр",
        "проч",
        "т.е",
        "т.д",
        "т.п",
        "т.к",
        "т.н",
        "т.ч",
        "и.о",
        "в.о",
        "н.э",
        "до.н.э",
        "м",
        "км",
        "см",
        "мм",
        "га",
        "кг",
        "гр",
        "мин",
        "сек",
        "час",
        "ок",
        "прибл",
        "соотв",
        "букв",
        "сокр",
        "сост",
        "авт",
        "пер",
        "англ",
        "нем",
        "фр",
        "лат",
        "греч",
        "рус",
        "укр",
        "бел",
        "каз",
        "кирг",
        "тадж",
        "арм",
        "абз",
        "разд",
        "подп",
        "ч",
        "ок",
        "св",
        "прп",
        "мч",
        "еп",
        "архиеп",
        "митр",
        "прот",
        "о-в",
        "о-ва",
        "оз",
        "р",
        "хр",
        "янв",
        "фев",
        "февр",
        "апр",
        "авг",
        "сен",
        "сент",
        "окт",
        "ноя",
        "нояб",
        "дек",
        "пн",
        "вт",
        "чт",
        "пт",
        "сб",
        "вс",
        "внутр",
        "экз",
        "шт",
        "ед",
        "мн",
        "жен",
        "муж",
    ]
)
FUNCTION_WORDS = frozenset(
    [
        "а",
        "без",
        "более",
        "бы",
        "был",
        "была",
        "были",
        "было",
        "быть",
        "в",
        "вам",
        "вас",
        "весь",
        "во",
        "вот",
        "все",
        "всего",
        "всех",
        "вы",
        "где",
        "да",
        "даже",
        "для",
        "до",
        "его",
        "ее",
        "её",
        "ей",
        "ему",
        "если",
        "есть",
        "еще",
        "ещё",
        "ею",
        "же",
        "за",
        "здесь",
        "и",
        "из",
        "или",
        "им",
        "ими",
        "их",
        "к",
        "как",
        "какая",
        "какой",
        "ко",
        "когда",
        "кто",
        "ли",
        "либо",
        "между",
        "меня",
        "мне",
        "много",
        "может",
        "можно",
        "мой",
        "мы",
        "на",
        "над",
        "надо",
        "наш",
        "не",
        "него",
        "нее",
        "неё",
        "ней",
        "нет",
        "ни",
        "них",
        "но",
        "ну",
        "о",
        "об",
        "однако",
        "он",
        "она",
        "они",
        "оно",
        "от",
        "ото",
        "очень",
        "по",
        "под",
        "после",
        "потом",
        "потому",
        "почти",
        "при",
        "про",
        "раз",
        "с",
        "сам",
        "свой",
        "себе",
        "себя",
        "со",
        "так",
        "также",
        "такой",
        "там",
        "те",
        "тем",
        "то",
        "того",
        "тоже",
        "той",
        "только",
        "том",
        "ты",
        "у",
        "уже",
        "хотя",
        "чего",
        "чей",
        "чем",
        "что",
        "чтобы",
        "чья",
        "эта",
        "эти",
        "это",
        "этого",
        "этой",
        "этом",
        "этот",
        "я",
        "который",
        "которая",
        "которое",
        "которые",
    ]
)

RUSSIAN = Analyser("ru", analyses, inflect, ABBREVIATIONS, FUNCTION_WORDS)
