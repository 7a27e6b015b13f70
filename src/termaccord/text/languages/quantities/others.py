"""French, Spanish and Ukrainian amounts in words: cardinals as CLDR spells them, scales, percent, centuries."""

import re
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from termaccord.text.analyser import word_list
from termaccord.text.languages.numerals import NUMERALS
from termaccord.text.languages.quantities.words import QuantityWords, forms, measures

_METRIC: Mapping[str, tuple[tuple[str, str], ...]] = {
    "metre": (("1", "m"), ("1000", "km"), ("1/100", "cm"), ("1/1000", "mm")),
    "gram": (("1", "g"), ("1000", "kg"), ("1000000", "t"), ("1/1000", "mg")),
    "litre": (("1", "l"),),
    "hectare": (("1", "ha"),),
}


def _loose(table: Mapping[str, str]) -> Mapping[str, Fraction]:
    return MappingProxyType(
        {form: Fraction(value) for value, words in table.items() for form in words.split()}
    )


FRENCH = QuantityWords(
    cardinals=NUMERALS["fr"],
    scales=MappingProxyType(
        forms(
            {
                100: "cent cents centaine centaines", 1000: "mille millier milliers", 10**6: "million millions",
                10**9: "milliard milliards", 12: "douzaine douzaines", 10: "dizaine dizaines",
            }
        )
    ),
    ordinals=MappingProxyType(
        forms({2: "deuxième second seconde", 3: "troisième", 4: "quatrième", 5: "cinquième", 6: "sixième", 7: "septième",
               8: "huitième", 9: "neuvième", 10: "dixième"})
    ),
    loose=_loose({"1": "un une premier première", "2": "deux double", "1/2": "demi demie moitié",
                  "1/3": "tiers", "1/4": "quart"}),
    joiners=frozenset({"et"}),
    year_before=frozenset({"en", "de", "depuis", "année"}),
    centuries=frozenset({"siècle", "siècles"}),
    ordinal=re.compile(r"(?:er|ère|re|e|ème|nd|nde)(?!\w)"),
    percent=re.compile(r" pour ?cent\b"),
    hours=frozenset({"heures", "heure", "h"}),
    units=MappingProxyType(
        measures(_METRIC)
        | measures(
            {
                "second": [("60", "minute minutes"), ("3600", "heure heures"), ("86400", "jour jours"),
                           ("604800", "semaine semaines")],
                "month": [("1", "mois"), ("12", "an ans année années"),
                          ("120", "décennie décennies"), ("1200", "siècle siècles")],
            }
        )
    ),
)  # fmt: skip

SPANISH = QuantityWords(
    cardinals=NUMERALS["es"],
    scales=MappingProxyType(
        forms(
            {
                100: "cien ciento cientos centenar centenares", 1000: "mil miles millar millares", 10**6: "millón millones",
                12: "docena docenas", 10: "decena decenas",
            }
        )
    ),
    ordinals=MappingProxyType(
        forms({2: "segundo segunda", 3: "tercero tercera tercer", 4: "cuarto cuarta", 5: "quinto quinta", 6: "sexto sexta",
               7: "séptimo séptima", 8: "octavo octava", 9: "noveno novena", 10: "décimo décima"})
    ),
    loose=_loose({"1": "un una uno primer primero primera", "2": "doble ambos ambas", "1/2": "medio media mitad",
                  "1/3": "tercio"}),
    joiners=frozenset({"y"}),
    in_dates=frozenset({"de", "del"}),
    year_before=frozenset({"en", "de", "desde", "año", "del"}),
    centuries=frozenset({"siglo", "siglos"}),
    ordinal=re.compile(r"\.?[ºª°]"),
    percent=re.compile(r" por ciento\b"),
    hours=frozenset({"horas", "hora"}),
    units=MappingProxyType(
        measures(_METRIC)
        | measures(
            {
                "second": [("60", "minuto minutos"), ("3600", "hora horas"), ("86400", "día días"),
                           ("604800", "semana semanas")],
                "month": [("1", "mes meses"), ("12", "año años"), ("120", "década décadas"), ("1200", "siglo siglos")],
            }
        )
    ),
)  # fmt: skip

UKRAINIAN = QuantityWords(
    cardinals=NUMERALS["uk"],
    scales=MappingProxyType(
        forms(
            {
                100: "сто ста сотня сотні сотень", 1000: "тисяча тисячі тисяч тисячу тис",
                10**6: "мільйон мільйона мільйонів мільйони млн",
                10**9: "мільярд мільярда мільярдів мільярди млрд", 10: "десяток десятка десятків",
            }
        )
    ),
    loose=_loose({"1": "один одна одне одного одну перший перша перше першого першу", "2": "обидва обидві двічі пара вдвічі",
                  "3": "тричі втричі", "1/2": "половина половини половину", "1/3": "третина третини", "1/4": "чверть чверті"}),
    year_behind=word_list("рік року році роки років р рр роком роках"),
    centuries=word_list("століття ст століттям столітті"),
    ordinal=re.compile(r"[-‐‑–](?:й|я|е|го|му|ю|ї|і|х|ма|ти)(?!\w)"),
    decade=re.compile(r"[-‐‑–](?:ті|х|тих)(?!\w)"),
    percent=re.compile(r"[ -]?(?:відсот|процент)\w*"),
    hours=word_list("година години годин годині год"),
    units=MappingProxyType(
        measures(_METRIC)
        | measures(
            {
                "second": [("60", "хвилина хвилини хвилин"), ("3600", "година години годин"),
                           ("86400", "день дня днів доба доби діб"),
                           ("604800", "тиждень тижня тижнів тижні")],
                "month": [("1", "місяць місяця місяців місяці"), ("12", "рік року років роки"),
                          ("120", "десятиліття"), ("1200", "століття")],
            }
        )
    ),
)  # fmt: skip
