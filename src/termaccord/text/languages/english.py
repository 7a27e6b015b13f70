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

_ADJECTIVES = word_list(
    """
    new old good bad great big small large high low long short young early late last next first second third
    other same own main major minor key full free open close public private common joint special recent current
    former future past present whole single double strong weak hard easy clear deep wide broad narrow rapid quick
    slow safe secure true false real fair equal similar different important relevant modern ancient northern
    southern eastern western north south east west central upper lower inner outer red white black blue green grey
    brown yellow dark light bright warm cold hot cool dry wet rich poor heavy rough smooth soft sharp steep quiet
    loud silent calm fast ready able due likely foreign domestic urban rural naval federal senior junior chief
    deputy acting interim mutual illicit overt covert remote complex simple pure raw fresh firm steady swift brave
    """
)
"""Frequent adjectives that no suffix betrays."""
_PLURALS = word_list("men women children people feet teeth geese mice oxen media data criteria phenomena")
"""Irregular plurals that end in no s; other irregular forms are verbs."""
# Suffixes of word formation: Quirk et al., A Comprehensive Grammar of the English Language (1985), appendix I.
_SUFFIXES = (
    (
        "NOUN",
        re.compile(r"\w{2}(tion|sion|ment|ness|ity|ship|ance|ence|ism|ist|hood|dom|age|ery|eer|logy|cy)$"),
    ),
    ("ADJ", re.compile(r"\w{2}(al|ive|ous|ful|less|able|ible|ic|ary|ish|ese|ian|esque|proof|wide)$")),
    ("ADV", re.compile(r"\w{3}ly$")),
    ("VERB", re.compile(r"\w{2}(ise|ize|ify)$")),
)
# Inflection and word formation, the same appendix.
ENDINGS = word_list(
    """
    s es ed er ers or ors est ing ings ion ions tion ation ations ition ise ize ised ized ising izing isation ization
    ify ified ification ment ments ness ity ty al ial ical ally ic ics ive ative ous ious ful less able ible ant ent
    ance ence ancy ency ship hood ism ist ists ly y e ee ess ery ary ory ate ated ating
    """
)
PREFIXES = word_list("non un anti pre post self counter")
_SHARES = {1: (1.0,), 2: (0.7, 0.3), 3: (0.6, 0.25, 0.15), 4: (0.5, 0.25, 0.15, 0.1)}


@lru_cache(maxsize=1 << 16)
def analyses(form: str) -> tuple[Analysis, ...]:
    """
    Readings by closed class, capital, lemma and suffix, likeliest first.

    A guess that serves candidate patterns, no tagger: the scores only keep the order.
    """
    low = form.lower().replace("’", "'")
    if low in CLOSED:
        return (Analysis(low, CLOSED[low]),)
    base, found = lemma(low, "en"), known(low, "en")
    parts = _parts(low, base)
    if form[:1].isupper():
        parts = [("PROPN", "pl" if parts[0][1] == "pl" else "sg"), *parts][:4]
    shares = _SHARES[len(parts)]
    return tuple(
        Analysis(
            low if part == "PROPN" and not found else base, part, number=number, score=share, known=found
        )
        for (part, number), share in zip(parts, shares, strict=True)
    )


def _parts(low: str, base: str) -> list[tuple[str, str]]:
    """Parts of speech with number, likeliest first."""
    if low in _ADJECTIVES or (base in _ADJECTIVES and low.endswith(("er", "est"))):
        return [("ADJ", ""), ("NOUN", "sg")]
    if low in _PLURALS:
        return [("NOUN", "pl")]
    if low.endswith("ing") and low != base:
        return [("VERB", ""), ("NOUN", "sg"), ("ADJ", "")]
    if low.endswith("ed") and low != base:
        return [("VERB", ""), ("ADJ", "")]
    if low.endswith("s") and low != base:
        return [("NOUN", "pl"), ("VERB", "sg")]
    if low != base:
        return [("VERB", ""), ("ADJ", ""), ("NOUN", "sg")]
    return _by_suffix(low)


def _by_suffix(low: str) -> list[tuple[str, str]]:
    part = next((part for part, pattern in _SUFFIXES if pattern.search(low)), "")
    if part == "NOUN":
        return [("NOUN", "sg")]
    if part in {"ADV", "VERB"}:
        return [(part, "")]
    if part == "ADJ":
        return [("ADJ", ""), ("NOUN", "sg")]
    return [("NOUN", "sg"), ("ADJ", ""), ("VERB", "")]


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
    suffixes=ENDINGS,
    prefixes=PREFIXES,
)
