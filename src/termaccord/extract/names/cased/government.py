"""What a head governs in languages with cases: genitives, prepositions, years, appositions, coordinations."""

from dataclasses import replace

from termaccord.extract.names.cased.phrases import Phrase, core, noun
from termaccord.extract.names.sentence import DASHES, Sentence
from termaccord.model import Category
from termaccord.text.normalise import fold

LONGEST = 16
"""Words in the longest phrase."""
ENDS = frozenset(".,;:!?)»”")
NAMING = frozenset({"given", "surname", "patronymic"})


def phrase(sentence: Sentence, i: int, wanted: str = "") -> Phrase | None:
    """A noun phrase from word i on, with everything its head governs."""
    found = core(sentence, i, wanted)
    if found is None:
        return found
    return _extended(sentence, found)


def _extended(sentence: Sentence, found: Phrase) -> Phrase:
    category = sentence.cues.category(found.lemmas[found.head])
    while found.stop - found.first < LONGEST:
        grown = _complement(sentence, found, category)
        if grown is None:
            return found
        found = grown
    return found


def _complement(sentence: Sentence, found: Phrase, category: Category | None) -> Phrase | None:
    """The phrase with one more complement, or None where nothing more belongs to it."""
    at = found.stop
    for attempt in (_year, _number, _government, _apposition, _abbreviation, _prepositional, _coordination):
        end = attempt(sentence, found, category)
        if end:
            kind = attempt.__name__.lstrip("_")
            return replace(found, stop=end, complements=(*found.complements, (at, kind)))
    return None


def _year(sentence: Sentence, found: Phrase, category: Category | None) -> int:
    """2025 года; на 2026–2030 годы; до 2030 года."""
    if category not in {Category.DOCUMENT, Category.EVENT, Category.PROGRAMME, Category.CONCEPT}:
        return 0
    at = found.stop
    start = at + 1 if sentence.form(at) in sentence.cues.until else at
    if not sentence.year(start):
        return 0
    end = start + 3 if sentence.form(start + 1) in DASHES and sentence.year(start + 2) else start + 1
    if sentence.word(end) and sentence.lemma(end) in sentence.cues.year:
        return end + 1
    return end if start > at else 0


def _number(sentence: Sentence, found: Phrase, category: Category | None) -> int:
    """Школа № 12; Телефон доверия 303: a number that counts nothing behind itself."""
    at = found.stop
    sign = sentence.form(at) == "№"
    i = at + 1 if sign else at
    if (
        not sentence.number(i)
        or sentence.year(i)
        or not sentence.capital(found.first)
        or not sentence.forms[i].isdigit()
    ):
        return 0
    if category is Category.DOCUMENT and sign and not found.complements:
        return i + 1
    if category in {Category.DOCUMENT, Category.POSITION, Category.PLACE} or (
        sentence.tight(i + 1) and sentence.form(i + 1) not in ENDS
    ):
        return 0
    counted = sentence.word(i + 1) and sentence.words[i + 1].analyses[0].part_of_speech in {
        "NOUN",
        "ADJ",
        "PROPN",
    }
    return 0 if counted and not sign else i + 1


def _government(sentence: Sentence, found: Phrase, category: Category | None) -> int:
    """A genitive, or the case that the last noun asks for."""
    at = found.stop
    served = category is Category.POSITION and any(sentence.capital(c) for c, _ in found.complements)
    if served and sentence.capital(at):
        return 0  # президент Казахстана | Касым-Жомарт Токаев
    if found.complements and found.complements[-1][1] == "abbreviation":
        return 0
    if not sentence.word(at) or sentence.upper(at) or sentence.form(at) in sentence.cues.joiners:
        return 0
    if sentence.cues.dedication and sentence.form(at - 1) == sentence.cues.dedication:
        return _capitals(sentence, at)
    for case in _asked(sentence, found):
        inner = core(sentence, at, case)
        if (
            inner
            and not _foreign(sentence, inner, named=sentence.capital(found.first))
            and not _finite(sentence, inner)
        ):
            return inner.stop
    return 0


def _capitals(sentence: Sentence, i: int) -> int:
    """Премия имени *Варвары Лучезарной*: the end of the capitals, or 0."""
    stop = i
    while sentence.capital(stop) or (sentence.form(stop) == "." and _initial(sentence, stop)):
        stop += 1
    return stop if stop > i else 0


def _initial(sentence: Sentence, mark: int) -> bool:
    """Whether a full stop stands behind one letter."""
    return sentence.tight(mark) and len(sentence.form(mark - 1)) == 1 and sentence.word(mark - 1)


def _finite(sentence: Sentence, inner: Phrase) -> bool:
    """A lone word that is as likely a verb: саммита | прибыли."""
    alone = inner.first == inner.head and not sentence.capital(inner.first)
    return alone and any(
        (a.part_of_speech == "VERB" or a.tag.startswith("ADJS")) and a.score >= 0.05
        for a in sentence.words[inner.head].analyses
    )


def _apposition(sentence: Sentence, found: Phrase, _category: Category | None) -> int:
    """государств *— членов* Союза: a dash between two genitives in the plural."""
    return _dash_genitive(sentence, found.stop) if found.complements else 0


def _dash_genitive(sentence: Sentence, at: int) -> int:
    """The end of a dash and a lone genitive plural in lower case, or 0."""
    if sentence.form(at) not in DASHES or sentence.tight(at):
        return 0
    inner = core(sentence, at + 1, "gen")
    alone = inner and ("gen", "pl") in inner.cases and inner.first == inner.head
    return inner.stop if inner and alone and not sentence.capital(inner.first) else 0


def _last_lemma(sentence: Sentence, i: int) -> str:
    readings = sentence.words[i].analyses if sentence.word(i) else ()
    return next((fold(a.lemma) for a in readings if noun(a)), "")


def _asked(sentence: Sentence, found: Phrase) -> tuple[str, ...]:
    """Cases that the nouns so far ask for: the last one first, then a verbal noun before it that still wants its object."""
    governs = sentence.cues.governs
    last = governs.get(_last_lemma(sentence, found.stop - 1), "gen")
    earlier = [
        governs[lemma]
        for i in range(found.head, found.stop - 1)
        if (lemma := _last_lemma(sentence, i)) in governs
    ]
    return tuple(dict.fromkeys((last, "gen", *earlier)))


def _foreign(sentence: Sentence, inner: Phrase, *, named: bool) -> bool:
    """A complement that is a person, an anaphor (устав *организации*), a pronoun or somebody's time."""
    if person_like(sentence, inner.first):
        return True
    lemma = inner.lemmas[inner.head]
    if _vague(sentence, inner, named=named) or lemma in sentence.cues.time or lemma in sentence.cues.year:
        return True
    alone = inner.first == inner.head and not sentence.capital(inner.head)
    anaphor = alone and lemma in sentence.cues.anaphors
    return anaphor and not phrase_follows(sentence, inner.stop) and not _dash_genitive(sentence, inner.stop)


def pronominal(sentence: Sentence, i: int) -> bool:
    """Whether an adjective is a pronoun: this, every, our."""
    readings = sentence.words[i].analyses
    return any(a.part_of_speech == "DET" or "Apro" in a.tag for a in readings)


def phrase_follows(sentence: Sentence, i: int) -> bool:
    """Whether the noun before word i has a complement of its own."""
    return sentence.upper(i) or bool(sentence.word(i) and sentence.capital(i) and core(sentence, i, "gen"))


def person_like(sentence: Sentence, i: int) -> bool:
    """
    Whether word i begins or continues a person's name.

    A word that the dictionary does not know counts only as the first of exactly two:
    endings alone make surnames of most names of places.
    """
    if not sentence.capital(i) or sentence.upper(i):
        return False
    if sum(a.score for a in sentence.words[i].analyses if a.known and a.name in NAMING) >= 0.2:
        return True
    pair = _name_by_ending(sentence, i) and _name_by_ending(sentence, i + 1)
    return pair and not sentence.capital(i + 2)


def _name_by_ending(sentence: Sentence, i: int) -> bool:
    return sentence.capital(i) and any(a.name in NAMING for a in sentence.words[i].analyses)


def _abbreviation(sentence: Sentence, found: Phrase, category: Category | None) -> int:
    """Секретариат ОДКБ."""
    return found.stop + 1 if category and sentence.upper(found.stop) else 0


def _prepositional(sentence: Sentence, found: Phrase, category: Category | None) -> int:
    """Совет *по пограничной безопасности*; inside a complement also борьба *с терроризмом*."""
    preposition = sentence.form(found.stop)
    allowed = sentence.cues.joiners.get(preposition)
    if allowed is None:
        return 0
    last = _last_lemma(sentence, found.stop - 1)
    if found.complements and found.complements[-1][1] == "number":
        last = found.lemmas[found.head]
    own = sentence.capital(found.stop - 1) and sentence.cues.category(last) in allowed - {Category.BODY}
    inside = (last, preposition) in sentence.cues.binds or (own and found.stop - 1 > found.head)
    if category not in allowed and not inside:
        return 0
    if category is Category.CONCEPT and sentence.upper(found.stop + 1):
        return found.stop + 2
    cases = sentence.cues.prepositions.get(preposition, ())
    numbered = any(kind == "number" for _, kind in found.complements)
    for case in (*cases, "acc") if numbered and inside else cases:  # Правила № 2 о выходе в шторм
        inner = core(sentence, found.stop + 1, case)
        if (
            inner
            and inner.lemmas[inner.head] not in sentence.cues.time
            and not person_like(sentence, inner.first)
            and not _vague(sentence, inner, named=sentence.capital(found.first))
        ):
            return inner.stop
    return 0


def _vague(sentence: Sentence, inner: Phrase, *, named: bool) -> bool:
    """New, this, on duty: only a pronoun does not belong where a capital begins (Союз *молодых* пекарей)."""
    if inner.lemmas.get(inner.first, "") not in sentence.cues.vague:
        return False
    return not named or pronominal(sentence, inner.first)


def _coordination(sentence: Sentence, found: Phrase, category: Category | None) -> int:
    """безопасности *и торговли*: the same case as the complement before, and no name or body of its own."""
    if not found.complements or not category or found.complements[-1][1] in {"year", "abbreviation"}:
        return 0
    at = found.stop
    mark = sentence.form(at)
    if mark not in sentence.cues.conjunctions and not (mark == "," and _list_goes_on(sentence, at)):
        return 0
    for case in sorted(_cases_before(sentence, found)):
        inner = core(sentence, at + 1, case)
        if (
            inner
            and not sentence.capital(inner.first)
            and not _vague(sentence, inner, named=sentence.capital(found.first))
        ):
            plain = sentence.head(inner.head) in {None, Category.PLACE, Category.CONCEPT}
            return inner.stop if plain and not _beside_head(sentence, found, inner) else 0
    return 0


def _beside_head(sentence: Sentence, found: Phrase, inner: Phrase) -> bool:
    """Whether a coordinated noun may as well stand beside the head itself: (утвердили) хартию и поправки."""
    cases = {case for case, _ in found.cases}
    if "gen" in cases or inner.first != inner.head:
        return False
    return any(noun(a) and a.case in cases and a.score >= 0.2 for a in sentence.words[inner.head].analyses)


def _list_goes_on(sentence: Sentence, at: int) -> bool:
    """торговли, транспорта *и* связи: a comma counts when a conjunction follows within two words."""
    return any(sentence.form(i) in sentence.cues.conjunctions for i in (at + 2, at + 3))


def _cases_before(sentence: Sentence, found: Phrase) -> set[str]:
    """The case of the complement that a coordination continues."""
    start, kind = found.complements[-1]
    if kind == "coordination" and len(found.complements) > 1:
        return _cases_before(sentence, replace(found, complements=found.complements[:-1]))
    if kind == "prepositional":
        return set(sentence.cues.prepositions.get(sentence.form(start), ()))
    last = next((c for c in reversed(found.complements) if c[1] == "prepositional"), None)
    return {"gen"} | (set(sentence.cues.prepositions.get(sentence.form(last[0]), ())) if last else set())
