"""
English amounts, dates and times in words.

After the Chicago Manual of Style (17th ed., chapter 9) and New Hart's Rules (2014, chapter 11).
"""

import re
from fractions import Fraction
from types import MappingProxyType

from termaccord.text.analyser import word_list
from termaccord.text.languages.quantities.words import QuantityWords, forms, measures

_TENS = {20: "twent", 30: "thirt", 40: "fort", 50: "fift", 60: "sixt", 70: "sevent", 80: "eight", 90: "ninet"}
_CARDINALS = forms(
    {
        1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten",
        11: "eleven", 12: "twelve", 13: "thirteen", 14: "fourteen", 15: "fifteen", 16: "sixteen", 17: "seventeen",
        18: "eighteen", 19: "nineteen",
    }
)  # fmt: skip
_ORDINALS = forms(
    {
        1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth",
        9: "ninth", 10: "tenth",
        11: "eleventh", 12: "twelfth", 13: "thirteenth", 14: "fourteenth", 15: "fifteenth", 16: "sixteenth",
        17: "seventeenth", 18: "eighteenth", 19: "nineteenth", 100: "hundredth", 1000: "thousandth",
    }
)  # fmt: skip
_LOOSE = {
    "1": "one once single sole first firstly",
    "2": "both twice double doubled doubles doubling couple pair pairs dual twofold twin second secondly "
    "bilateral biennial biannual",
    "3": "thrice triple tripled treble trebled threefold trio trilateral",
    "4": "quadruple quadrupled fourfold quartet",
    "1/2": "half halves halved semi",
    "1/4": "quarter",
    "1/3": "third",
}

ENGLISH = QuantityWords(
    cardinals=MappingProxyType(_CARDINALS | {stem + "y": value for value, stem in _TENS.items()}),
    scales=MappingProxyType(
        forms(
            {
                12: "dozen dozens", 100: "hundred hundreds", 1000: "thousand thousands",
                10**6: "million millions mn mln mio", 10**9: "billion billions bn bln", 10**12: "trillion trillions tn trn",
            }
        )
    ),
    ordinals=MappingProxyType(_ORDINALS | {stem + "ieth": value for value, stem in _TENS.items()}),
    denominators=MappingProxyType(
        {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
        | {form + s: value for form, value in _ORDINALS.items() for s in ("", "s") if value > 2}
    ),
    loose=MappingProxyType({form: Fraction(value) for value, words in _LOOSE.items() for form in words.split()}),
    and_half=re.compile(r"[ -]and[ -]a[ -]half\b"),
    half_before=frozenset({"half"}),
    joiners=frozenset({"and"}),
    articles=frozenset({"a", "an"}),
    months=MappingProxyType({"Sept": 9}),
    doubtful_months=frozenset({"May", "March"}),
    before_month=word_list(
        "in of last this next since until till by early late mid between from and during through to "
        "before after every each previous following coming"
    ),
    in_dates=frozenset({"of", "the", "day"}),
    year_before=word_list("in since until till by from during of between year for to before after through mid late early"),
    year_behind=frozenset(),
    decade=re.compile(r"['’]?s\b"),
    decades=MappingProxyType({stem + "ies": value for value, stem in _TENS.items()}),
    centuries=frozenset({"century", "centuries"}),
    ordinal=re.compile(r"[ -]?(?:st|nd|rd|th)\b"),
    percent=re.compile(r"[ \u00a0-]?(?:per[ \u00a0]?cent|pct|p\.p\.)(?:age)?\b"),
    noon=MappingProxyType({"am": 0, "pm": 12}),
    hours=frozenset({"o'clock", "o’clock", "hours", "hrs"}),
    units=MappingProxyType(
        measures(
            {
                "second": [("1", "second seconds sec"), ("60", "minute minutes min mins"), ("3600", "hour hours hr hrs hourly"),
                           ("86400", "day days daily"),
                           ("604800", "week weeks weekly"), ("1209600", "fortnight fortnights")],
                "month": [("1", "month months monthly"), ("12", "year years yearly yr yrs"), ("120", "decade decades"),
                          ("1200", "century centuries")],
                "metre": [("1", "metre metres meter meters m"), ("1000", "kilometre kilometres kilometer kilometers km kms"),
                          ("1/100", "centimetre centimetres centimeter centimeters cm"),
                          ("1/1000", "millimetre millimetres millimeter millimeters mm")],
                "metre~": [("1609", "mile miles mph mi"), ("1852", "knot knots nmi"), ("0.3048", "foot feet ft"),
                           ("0.9144", "yard yards"), ("0.0254", "inch inches")],
                "gram": [("1", "gram grams gramme grammes g"),
                         ("1000", "kilogram kilograms kilogramme kilogrammes kilo kilos kg"),
                         ("1000000", "tonne tonnes"), ("1/1000", "milligram milligrams mg")],
                "gram~": [("453.6", "pound pounds lb lbs"), ("28.35", "ounce ounces oz"), ("1000000", "ton tons")],
                "litre": [("1", "litre litres liter liters l")],
                "litre~": [("3.785", "gallon gallons"), ("0.568", "pint pints"), ("159", "barrel barrels")],
                "degree": [("1", "degree degrees fever temperature")],
                "hectare": [("1", "hectare hectares ha")],
                "hectare~": [("0.4047", "acre acres")],
            }
        )
    ),
)  # fmt: skip
