"""English: lemmas by simplemma, parts of speech from closed classes and suffixes."""

import re
from functools import lru_cache

from termaccord.text.analyser import Analyser, Analysis, word_list
from termaccord.text.languages.lemmas import known, lemma

# Abbreviations: the Chicago Manual of Style (17th ed., chapter 10) and New Hart's Rules (2014, chapter 10).
ABBREVIATIONS = word_list(
    """
    a.m p.m mr mrs ms dr prof st sr jr messrs mme mlle rev hon gen lt col maj capt cmdr cdr adm sgt cpl pvt brig
    gov govs sen sens rep reps gens drs profs pres amb sec vs etc eg ie e.g i.e cf viz al ca approx est fig figs no nos
    vol vols pp p ch sect par art ed eds trans dept univ inst assn bros co corp inc ltd plc jan feb mar apr jun jul
    aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ave blvd rd mt ft u.s u.k u.n
    u.s.s.r ph.d m.d b.a m.a d.c v maj.-gen lt.-gen lt.-col
    """
)
FINAL = word_list(
    "etc inc ltd co corp jr sr bros plc llc u.s u.k u.n d.c ph.d m.d b.a m.a u.s.s.r e.u blvd ave rd esq"
)
UNITS = word_list("ft in lb lbs oz km cm mm kg hr hrs min mins sec secs mi yd yds")
NUMBERED = word_list("no nos art fig figs sec ch par p pp vol vols sat sun mar jun mon wed fri eq ed")
_CLOSED = {
    "DET": "the a an this that these those each every some any no all both either neither another such its his her "
    "their our my your whose which what",
    "ADP": "of in on at by for with from to into onto over under between among against during before after since "
    "until through across along around behind beyond within without upon about above below near per via amid "
    "despite towards toward throughout as off",
    "CCONJ": "and or but nor so yet if because although though while whereas unless than whether when where",
    "PRON": "i you he she it we they me him us them himself herself itself themselves who whom one there anyone "
    "everyone someone nobody nothing something anything everything mine yours hers ours theirs",
    "VERB": "is are was were be been being am has have had having do does did done will would shall should can "
    "could may might must",
    "PART": "not 's ’s to",
    "ADV": "also too very just only even still already never always often then now here there again soon once "
    "however therefore thus moreover meanwhile rather quite almost nearly ago later earlier yesterday today tomorrow",
    "NUM": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion",
}
CLOSED = {word: part for part, words in reversed(_CLOSED.items()) for word in words.split()}
FUNCTION_WORDS = frozenset(word for word, part in CLOSED.items() if part != "NUM")

_SUFFIXES = (
    (
        "NOUN",
        re.compile(
            r"(tion|sion|ment|ness|ity|ship|ance|ence|ism|ist|hood|dom|age|ery|eer|ure|logy|cy)s?$|ies$"
        ),
    ),
    (
        "ADJ",
        re.compile(r"(al|ive|ous|ful|less|able|ible|ic|ary|ish|ese|ian|esque|ate|proof|wide|led|based)$"),
    ),
    ("ADV", re.compile(r"[a-z]{2}ly$")),
    ("VERB", re.compile(r"(ise|ize|ify|ised|ized|ified|ising|izing|ifying)s?$")),
)


@lru_cache(maxsize=1 << 16)
def analyses(form: str) -> tuple[Analysis, ...]:
    """Readings by closed class, capital, lemma and suffix; a guess that serves candidate patterns, no tagger."""
    low = form.lower().replace("’", "'")
    if low in CLOSED:
        return (Analysis(low, CLOSED[low]),)
    base = lemma(low, "en")
    capital = form[:1].isupper()
    found = known(low, "en")
    readings = [Analysis(base, part, number=number, known=found) for part, number in _parts(low, base)]
    if capital:
        readings.insert(
            0, Analysis(low if not found else base, "PROPN", number=_number(low, base), known=found)
        )
    return tuple(readings)


def _parts(low: str, base: str) -> list[tuple[str, str]]:
    by_suffix = [part for part, pattern in _SUFFIXES if pattern.search(low)]
    if low.endswith(("ed", "ing")) and base != low:
        return (
            [("VERB", ""), ("ADJ", ""), ("NOUN", "sg")]
            if low.endswith("ing")
            else [("VERB", ""), ("ADJ", "")]
        )
    if low.endswith("s") and base != low:
        return [("NOUN", "pl"), ("VERB", "sg")]
    if by_suffix:
        return [(part, "sg" if part == "NOUN" else "") for part in by_suffix]
    return [("NOUN", _number(low, base)), ("ADJ", ""), ("VERB", "")]


def _number(low: str, base: str) -> str:
    return "pl" if base != low and not low.endswith(("ed", "ing")) else "sg"


def inflect(form: str, reading: Analysis, wanted: frozenset[str]) -> str | None:
    """Singular from plural; nothing else is asked of English names."""
    if "sg" not in wanted:
        return None
    if reading.number != "pl":
        return form
    return form[:1] + reading.lemma[1:] if form[:1].isupper() else reading.lemma


ENGLISH = Analyser(
    "en",
    analyses,
    inflect,
    ABBREVIATIONS | FINAL | UNITS | NUMBERED,
    FUNCTION_WORDS,
    final=FINAL,
    units=UNITS,
    numbered=NUMBERED,
)
