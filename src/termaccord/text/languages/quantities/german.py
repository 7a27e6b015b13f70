"""German amounts, dates and times in words; after the Duden grammar (10th ed. 2022)."""

import re
from collections.abc import Iterator
from fractions import Fraction
from types import MappingProxyType

from termaccord.text.languages.quantities.words import QuantityWords, forms, measures

_UNITS = {
    1: "ein", 2: "zwei", 3: "drei", 4: "vier", 5: "fünf", 6: "sechs", 7: "sieben", 8: "acht", 9: "neun", 10: "zehn", 11: "elf",
    12: "zwölf", 13: "dreizehn", 14: "vierzehn", 15: "fünfzehn", 16: "sechzehn", 17: "siebzehn", 18: "achtzehn", 19: "neunzehn",
}  # fmt: skip
_TENS = {
    20: "zwanzig", 30: "dreißig", 40: "vierzig", 50: "fünfzig", 60: "sechzig", 70: "siebzig", 80: "achtzig", 90: "neunzig",
}  # fmt: skip
_ENDINGS = ("e", "en", "er", "es", "em")


def _below_hundred() -> Iterator[tuple[str, int]]:
    yield from ((word, value) for value, word in _UNITS.items())
    for tens, word in _TENS.items():
        yield word, tens
        yield from ((f"{_UNITS[unit]}und{word}", tens + unit) for unit in range(1, 10))


def _below_thousand() -> Iterator[tuple[str, int]]:
    below = [*_below_hundred()]
    yield from below
    for hundreds in range(1, 10):
        for head in {_UNITS[hundreds] + "hundert", *(["hundert"] if hundreds == 1 else [])}:
            yield head, hundreds * 100
            yield from ((head + word, hundreds * 100 + value) for word, value in below)


_CARDINALS = dict(_below_thousand())
_THOUSANDS = {_UNITS[n] + "tausend": n * 1000 for n in range(2, 13)} | {"eintausend": 1000}
_IRREGULAR = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}
_ORDINALS = {
    (_IRREGULAR.get(value) or word + ("t" if value < 20 else "st")) + ending: value
    for word, value in _CARDINALS.items()
    if value <= 100
    for ending in _ENDINGS
}
_LOOSE = {
    "1": "ein eine einen einem einer eines eins einmal erste ersten erster erstes erstem",
    "2": "beide beiden beider beides beidem zweimal doppelt doppelte doppelten doppelter paar zweitens",
    "3": "dreimal dreifach dreifache dreifachen",
    "1/2": "halb halbe halben halber halbes hälfte",
    "1/3": "drittel",
    "1/4": "viertel",
}

GERMAN = QuantityWords(
    cardinals=MappingProxyType(_CARDINALS | _THOUSANDS | {"zwo": 2}),
    scales=MappingProxyType(
        forms(
            {
                12: "dutzend dutzende dutzenden", 100: "hunderte hunderten", 1000: "tausend tausende tausenden tsd",
                10**6: "million millionen mio", 10**9: "milliarde milliarden mrd", 10**12: "billion billionen bio",
            }
        )
    ),
    ordinals=MappingProxyType(_ORDINALS),
    denominators=MappingProxyType(forms({3: "drittel dritteln", 4: "viertel vierteln", 5: "fünftel", 10: "zehntel"})),
    loose=MappingProxyType({form: Fraction(value) for value, words in _LOOSE.items() for form in words.split()}),
    mixed=MappingProxyType(dict.fromkeys(("anderthalb", "eineinhalb"), Fraction(3, 2))),
    half_before=frozenset({"halbe"}),
    articles=frozenset({"ein", "eine", "einer"}),
    doubtful_months=frozenset({"Mai"}),
    before_month=frozenset({"im", "ende", "anfang", "mitte", "seit", "bis", "vom", "zum"}),
    year_before=frozenset({"seit", "bis", "jahr", "jahre", "von", "im"}),
    decade=re.compile(r"er(?!\w)"),
    centuries=frozenset({"jahrhundert", "jahrhunderts", "jahrhunderte", "jh"}),
    ordinal=re.compile(r"\.(?= [^\W\d_])"),
    percent=re.compile(r"[ -]?[Pp]rozent\w*"),
    hours=frozenset({"uhr"}),
    units=MappingProxyType(
        measures(
            {
                "second": [("1", "sekunde sekunden"), ("60", "minute minuten min"), ("3600", "stunde stunden std"),
                           ("86400", "tag tage tagen"),
                           ("604800", "woche wochen")],
                "month": [("1", "monat monate monaten"), ("12", "jahr jahre jahren"), ("120", "jahrzehnt jahrzehnte jahrzehnten"),
                          ("1200", "jahrhundert jahrhunderte jahrhunderten")],
                "metre": [("1", "meter metern m"), ("1000", "kilometer kilometern km"), ("1/100", "zentimeter zentimetern cm"),
                          ("1/1000", "millimeter mm")],
                "gram": [("1", "gramm g"), ("1000", "kilogramm kilo kg"), ("1000000", "tonne tonnen t")],
                "degree": [("1", "grad")],
                "litre": [("1", "liter litern l")],
                "hectare": [("1", "hektar ha")],
            }
        )
    ),
)  # fmt: skip
