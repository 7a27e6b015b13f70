"""
Which variety of English a spelling belongs to, where varieties differ.

Word lists after the Oxford English Dictionary, New Hart's Rules (2014, chapter 3)
and the Chicago Manual of Style (17th ed., 7.3).
A spelling that both sides of the ocean use for something tells nothing and stands in no list: meter, check, tire, practice.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import product

from termaccord.text.analyser import word_list
from termaccord.text.languages.lemmas import lemma
from termaccord.text.languages.spelling_english import EXCEPTIONS


class Variety(StrEnum):
    BRITISH = "british"
    AMERICAN = "american"
    EITHER = "either"
    """-ize: American, and British where the Oxford University Press sets the style."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """What a spelling tells: its class, such as “-our”, its variety and the word itself whatever its spelling."""

    kind: str
    variety: Variety
    word: str


_OUR = word_list(
    "arb ard arm behavi cand clam col demean dol endeav enam ferv fav flav harb hon hum lab misdemean neighb od parl ranc "
    "rig rum savi sav splend succ tum val vap vig"
)
_OUR_ENDINGS = (
    *(
        "",
        "s",
        "ed",
        "ing",
        "er",
        "ers",
        "ful",
        "fully",
        "less",
        "able",
        "ably",
        "ite",
        "ites",
        "hood",
        "hoods",
        "ly",
        "y",
    ),
    *("ies", "al", "ally", "ation", "ist", "ists", "edly"),
)
_BOTH = frozenset({"vigor", "tumoral", "coloration", "humoral", "humorist", "humorists"})
_RE = word_list(
    "cent theat fib lit calib sab spect somb lust meag och goit "
    "sepulch kilomet centimet millimet epicent amphitheat reconnoit"
)
_RE_ENDINGS = {"re": "er", "res": "ers", "red": "ered"}
_DOUBLED = word_list(
    "travel cancel label model fuel signal level counsel channel total dial marvel jewel panel tunnel quarrel pencil revel "
    "shovel shrivel swivel initial equal unravel rival spiral pedal duel chisel funnel grovel drivel snivel tassel yodel towel"
)
_DOUBLED_ENDINGS = ("ed", "ing", "er", "ers", "or", "ors", "ings")
_PAIRS = {
    "-ce": "defence:defense defences:defenses offence:offense offences:offenses pretence:pretense pretences:pretenses "
    "defenceless:defenseless",
    "-ogue": "catalogue:catalog catalogues:catalogs catalogued:cataloged cataloguing:cataloging",
    "-mme": "programme:program programmes:programs",
    "ae, oe": "anaemia:anemia anaemic:anemic anaesthesia:anesthesia anaesthetic:anesthetic anaesthetist:anesthetist "
    "haemorrhage:hemorrhage haemoglobin:hemoglobin haematology:hematology leukaemia:leukemia paediatric:pediatric "
    "paediatrics:pediatrics paediatrician:pediatrician paediatricians:pediatricians gynaecology:gynecology "
    "gynaecological:gynecological orthopaedic:orthopedic orthopaedics:orthopedics oesophagus:esophagus oestrogen:estrogen "
    "diarrhoea:diarrhea oedema:edema ischaemia:ischemia septicaemia:septicemia "
    "manoeuvre:maneuver manoeuvres:maneuvers manoeuvred:maneuvered manoeuvring:maneuvering",
    "-l, -ll": "fulfil:fulfill fulfils:fulfills fulfilment:fulfillment enrol:enroll enrols:enrolls enrolment:enrollment "
    "instalment:installment instalments:installments skilful:skillful skilfully:skillfully wilful:willful wilfully:willfully "
    "distil:distill distils:distills instil:instill instils:instills woollen:woolen marvellous:marvelous jewellery:jewelry "
    "councillor:councilor councillors:councilors",
    "other": "aluminium:aluminum plough:plow ploughs:plows ploughed:plowed ploughing:plowing sceptic:skeptic sceptics:skeptics "
    "sceptical:skeptical scepticism:skepticism grey:gray greys:grays greyish:grayish mould:mold moulds:molds mouldy:moldy "
    "moulded:molded moustache:mustache pyjamas:pajamas cosy:cozy tyre: tyres: kerb: kerbs: cheque: cheques: metre: metres: "
    "draughty:drafty draughtsman:draftsman smoulder:smolder smouldering:smoldering",
}


def _table() -> dict[str, Spelling]:
    found: dict[str, Spelling] = {}

    def add(kind: str, british: str, american: str) -> None:
        found[british] = Spelling(kind, Variety.BRITISH, british)
        if american and american not in _BOTH:
            found[american] = Spelling(kind, Variety.AMERICAN, british)

    for stem, ending in product(sorted(_OUR), _OUR_ENDINGS):
        if stem + "or" + ending not in _BOTH:
            add("-our", stem + "our" + ending, stem + "or" + ending)
    for stem, (british, american) in product(sorted(_RE), _RE_ENDINGS.items()):
        add("-re", stem + british, stem + american)
    for stem, ending in product(sorted(_DOUBLED), _DOUBLED_ENDINGS):
        add("-l, -ll", stem + "l" + ending, stem + ending)
    for kind, pairs in _PAIRS.items():
        for pair in pairs.split():
            add(kind, *pair.split(":"))
    return found


_KNOWN = _table()
_ISE = re.compile(r"(?P<stem>\w{3,})i(?P<letter>[sz])(?P<end>e|es|ed|ing|er|ers|able|ation|ations|ational)$")
_YSE = re.compile(
    r"(?P<stem>anal|paral|catal|dial|electrol|hydrol|breathal)y(?P<letter>[sz])(?P<end>e|ed|ing|er|ers)$"
)
_ALWAYS_S = EXCEPTIONS | word_list(
    "practise anise marquise valise tortoise porpoise turquoise mayonnaise malaise chaise cerise demise bise frise moonrise "
    "sunrise uprise mortise reprise misprise emprise vise remise treatise"
)
_WISE = re.compile(r"(?:wise|rise|vise|guise|oise|aise|uise|mise|prise|cise)$")
_TAKES_Z = re.compile(r"(?:mise|cise|rise)$")
_ALWAYS_Z = word_list(
    "size prize seize capsize maize assize baize resize downsize oversize undersize outsize upsize misprize reseize apprize "
    "bulldoze supersize rightsize"
)
_COMPOUNDED = tuple(sorted(word for word in _ALWAYS_S if len(word) > 6))
"""These keep their s behind a prefix too: immunocompromised."""
_SHORTEST = 3


@lru_cache(maxsize=1 << 14)
def spelling(word: str) -> Spelling | None:
    """
    What the spelling of a lower-case word tells; None where all write it so.

    >>> [s and (s.kind, str(s.variety)) for s in map(spelling, ("colour", "organized", "exercise", "centers", "paper"))]
    [('-our', 'british'), ('-ise', 'either'), None, ('-re', 'american'), None]
    """
    if word in _KNOWN:
        return _KNOWN[word]
    match = _YSE.fullmatch(word)
    if match:
        variety = Variety.BRITISH if match["letter"] == "s" else Variety.AMERICAN
        return Spelling("-yse", variety, f"{match['stem']}ys{match['end']}")
    match = _ISE.fullmatch(word)
    if match and _alternates(word, match):
        variety = Variety.BRITISH if match["letter"] == "s" else Variety.EITHER
        return Spelling("-ise", variety, f"{match['stem']}is{match['end']}")
    return None


def _alternates(word: str, match: re.Match[str]) -> bool:
    """Whether a verb in -ise may be written with z and the other way round."""
    stem, end = match["stem"], match["end"]
    verb = stem + "ise"
    if (
        stem + "ize" in _ALWAYS_Z
        or verb in _ALWAYS_S
        or verb.endswith(_COMPOUNDED)
        or (_fixed(verb) and end not in {"ation", "ations"})
    ):
        return False
    if end in {"ation", "ations", "ational"}:
        return verb != "improvise"
    if end in {"er", "ers", "es"} and match["letter"] == "s":
        return lemma(word, "en") not in {word, stem + "is"} or end != "es"
    return len(stem) >= _SHORTEST


def _fixed(verb: str) -> bool:
    """Compounds of wise, rise, vise and their like keep their s; -icise, -omise and -orise are verbs that alternate."""
    return _WISE.search(verb) is not None and not re.search(
        r"(?:[aeo]rise|[aeilo]cise|[aeinot]mise|[tg]rise)$", verb
    )


_AMERICAN = {entry.word: word for word, entry in _KNOWN.items() if entry.variety is Variety.AMERICAN}


def respelled(word: str, variety: Variety) -> str:
    """
    A word in the spelling of a variety, its first letter as it stood; -ize counts as American here.

    >>> respelled("Modernization", Variety.BRITISH), respelled("colour", Variety.AMERICAN)
    ('Modernisation', 'color')
    """
    entry = spelling(word.lower())
    if entry is None:
        return word
    other = entry.word if variety is Variety.BRITISH else _american(entry)
    return other[:1].upper() + other[1:] if word[:1].isupper() else other


def _american(entry: Spelling) -> str:
    if entry.kind == "-ise":
        return re.sub(r"is(?=(?:e|es|ed|ing|er|ers|able|ation|ations|ational)$)", "iz", entry.word)
    if entry.kind == "-yse":
        return re.sub(r"ys(?=(?:e|ed|ing|er|ers)$)", "yz", entry.word)
    return _AMERICAN.get(entry.word, entry.word)
