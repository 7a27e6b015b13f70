"""The OpenCorpora dictionary through pymorphy3 (Korobov 2015): its readings and paradigms in our words."""

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

from termaccord.text.analyser import Analysis

_PARTS = {
    "NOUN": "NOUN", "ADJF": "ADJ", "ADJS": "ADJ", "COMP": "ADJ", "VERB": "VERB", "INFN": "VERB",
    "PRTF": "ADJ", "PRTS": "VERB", "GRND": "VERB", "NUMR": "NUM", "ADVB": "ADV", "NPRO": "PRON",
    "PRED": "ADV", "PREP": "ADP", "CONJ": "CCONJ", "PRCL": "PART", "INTJ": "X",
}  # fmt: skip
_CASES = {
    "nomn": "nom", "gent": "gen", "datv": "dat", "accs": "acc", "ablt": "ins", "loct": "loc", "voct": "nom",
    "gen1": "gen", "gen2": "gen", "acc2": "acc", "loc1": "loc", "loc2": "loc",
}  # fmt: skip
_NUMBERS = {"sing": "sg", "plur": "pl"}
_GENDERS = {"masc": "m", "femn": "f", "neut": "n"}
_NAMES = {
    "Surn": "surname",
    "Name": "given",
    "Patr": "patronymic",
    "Geox": "place",
    "Orgn": "organisation",
}


@dataclass(frozen=True, slots=True)
class _Tag:
    """What a tag of the dictionary says."""

    part: str
    """Of speech, with the degree: «высший» is no form of «высокий», though the paradigm is one."""
    part_of_speech: str
    name: str
    features: Analysis
    """Case, number, gender and animacy only."""


@cache
def morph() -> Any:
    """The dictionary, loaded on first use."""
    library: Any = import_module("pymorphy3")
    return library.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=1 << 12)
def parses(form: str) -> tuple[Any, ...]:
    """Readings as pymorphy3 has them, likeliest first."""
    return tuple(morph().parse(form))


def in_our_words(parse: Any) -> Analysis:
    """A reading of pymorphy3 as ours."""
    tag = _told(parse.tag)
    features = tag.features
    return Analysis(
        lemma(parse),
        tag.part_of_speech,
        features.case,
        features.number,
        features.gender,
        features.animate,
        tag.name,
        float(parse.score),
        str(parse.tag),
        _listed(parse) or bool(parse.is_known),
    )


def _listed(parse: Any) -> bool:
    """Whether the dictionary holds the form as it is; the question is quicker than pymorphy's own."""
    method, *behind = parse.methods_stack
    return not behind and len(method) == 4 and type(method[0]).__name__ == "DictionaryAnalyzer"


def lemma(parse: Any) -> str:
    """The normal form; a participle keeps its own, for «вооружённые силы» are no verb."""
    if _told(parse.tag).part != "PRTF":
        return str(parse.normal_form)
    base = parse.inflect({"nomn", "masc", "sing"})
    return str(base.word if base else parse.normal_form)


_tags: dict[str, _Tag] = {}


def _told(tag: Any) -> _Tag:
    """What a tag says, found out once for each."""
    text = str(tag)
    told = _tags.get(text)
    if told is None:
        told = _tags[text] = _read(tag)
    return told


def _read(tag: Any) -> _Tag:
    part = str(tag.POS)
    degree = " superlative" if "Supr" in tag else ""
    name = next((_NAMES[g] for g in _NAMES if g in tag), "")
    part_of_speech = _PARTS.get(part, "X")
    if part_of_speech == "NOUN" and name:
        part_of_speech = "PROPN"
    if "Apro" in tag:
        part_of_speech = "DET"
    features = Analysis(
        "",
        case=_CASES.get(str(tag.case), ""),
        number=_NUMBERS.get(str(tag.number), ""),
        gender=_GENDERS.get(str(tag.gender), ""),
        animate={"anim": True, "inan": False}.get(str(tag.animacy)),
    )
    return _Tag(part + degree, part_of_speech, name, features)


def lexeme(parse: Any) -> tuple[tuple[str, Analysis], ...]:
    """All forms of a word with their features; a participle's are those of the participle alone."""
    part = _told(parse.tag).part
    if not _listed(parse):
        kin = ((str(other.word), _told(other.tag)) for other in parse.lexeme)
        return tuple((form, tag.features) for form, tag in kin if tag.part == part)
    _, form, paradigm, index = parse.methods_stack[0]
    rows = _paradigm(paradigm)
    prefix, ending, _ = rows[index]
    stem = form[len(prefix) : len(form) - len(ending)]
    return tuple((before + stem + behind, tag.features) for before, behind, tag in rows if tag.part == part)


@cache
def _paradigm(number: int) -> tuple[tuple[str, str, _Tag], ...]:
    """What stands before and behind the stem in each form."""
    rows = morph().dictionary.build_paradigm_info(number)
    return tuple((before, behind, _told(tag)) for before, tag, behind in rows)
