"""
Names in languages whose capitals mark them and whose words have no cases, such as English.

A name is built of runs of capitalised words (atoms) that small words join,
and of what stands around them in lower case: a head noun behind, years, a label.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from termaccord.extract.names import neighbours
from termaccord.extract.names.sentence import (
    DASHES,
    FAIR,
    STRONG,
    WEAK,
    Found,
    Lexicon,
    Sentence,
    opens,
)
from termaccord.model import Category

PAPERS = frozenset({Category.DOCUMENT, Category.PROGRAMME, Category.EVENT})
LABELLED = frozenset({Category.OPERATION, Category.EXERCISE, Category.PROGRAMME, Category.MOTTO})


@dataclass(frozen=True, slots=True)
class Atom:
    """Capitalised words without a gap."""

    first: int
    stop: int
    category: Category | None
    """By the last word, the head of an English compound."""


def atoms(sentence: Sentence, words: Lexicon) -> list[Atom]:
    """Runs of capitalised words, split behind offices so that “President Ann Lee” is two."""
    found: list[Atom] = []
    i = 0
    while i < len(sentence):
        if not _names(sentence, i, words):
            i += 1
            continue
        stop = i + 1
        while _names(sentence, stop, words) and not _gap(sentence, stop):
            stop += 1
        found += [atom for atom in _split(sentence, i, stop) if sentence.cues.capitals or _says_more(sentence, atom, words)]
        i = stop
    return apart(sentence, found)


def _says_more(sentence: Sentence, atom: Atom, words: Lexicon) -> bool:
    """Where every noun has a capital: a head noun, an adjective with a capital, an abbreviation, words that nobody knows."""
    inside = range(atom.first, atom.stop)
    if atom.category or any(sentence.upper(i) for i in inside):
        return True
    if any(words.lower[sentence.form(i)] for i in inside if i + 1 < atom.stop and not opens(sentence, i)):
        return True
    return not any(a.known for i in inside for a in sentence.words[i].analyses)


def _gap(sentence: Sentence, i: int) -> bool:
    return sentence.tight(i) and sentence.words[i].text.startswith(("'", "’"))


def _names(sentence: Sentence, i: int, words: Lexicon) -> bool:
    """Whether the capital of word i speaks for a name."""
    if not sentence.capital(i) or sentence.words[i].text.startswith(("'", "’")):
        return False
    form = sentence.form(i)
    if form in sentence.cues.time or sentence.lemma(i) in sentence.cues.time or len(form) == 1:
        return False
    if _function(sentence, i):
        return False
    return not opens(sentence, i) or _opening_name(sentence, i, words)


def _function(sentence: Sentence, i: int) -> bool:
    cues = sentence.cues
    form = sentence.form(i)
    if (
        form in cues.joiners
        or form in cues.articles
        or form in cues.conjunctions
        or form in cues.where
        or form in cues.vague
    ):
        return not sentence.upper(i)
    first = sentence.words[i].analyses[0]
    return first.part_of_speech in {"PRON", "DET", "ADP", "CCONJ", "ADV", "PART"} and not sentence.upper(i)


def _opening_name(sentence: Sentence, i: int, words: Lexicon) -> bool:
    """The first word of a sentence counts when it is a name elsewhere, or opens a run of capitals."""
    form = sentence.form(i)
    if sentence.upper(i) or words.name_like(form):
        return True
    known = any(a.known for a in sentence.words[i].analyses)
    follows = sentence.capital(i + 1) and not _function(sentence, i + 1) and not _gap(sentence, i + 1)
    if follows and form not in sentence.cues.time:
        return not _verbal(sentence, i) or words.capital[form] > 0
    edition = sentence.form(i + 1) in DASHES and sentence.tight(i + 1) and sentence.year(i + 2)
    headed = sentence.head(i) not in {None, Category.POSITION} and not form.endswith("ing")
    joined = (
        headed
        and sentence.form(i + 1) in sentence.cues.joiners
        and (sentence.capital(i + 2) or sentence.capital(i + 3))
    )
    return edition or joined or (not known and words.lower[form] == 0 and len(form) > 3)


def _verbal(sentence: Sentence, i: int) -> bool:
    readings = sentence.words[i].analyses
    plain = [a for a in readings if a.part_of_speech != "PROPN"]
    return bool(plain) and plain[0].part_of_speech in {"VERB", "ADV", "ADP"}


def _split(sentence: Sentence, first: int, stop: int) -> Iterator[Atom]:
    """[CSTO Secretary General][Imangali Tasmagambetov]: behind the last office that something follows."""
    cut = _cut(sentence, first, stop)
    if cut is None:
        yield Atom(first, stop, category_of(sentence, first, stop))
        return
    yield Atom(first, cut, Category.POSITION)
    yield Atom(cut, stop, category_of(sentence, cut, stop))


def apart(sentence: Sentence, found: list[Atom]) -> list[Atom]:
    """President of [Russia][Ann Lee]: the holder of an office stands behind the office's complement."""
    answer: list[Atom] = []
    for i, atom in enumerate(found):
        before = found[i - 1] if i else None
        size = atom.stop - atom.first
        if (
            before
            and before.category is Category.POSITION
            and sentence.form(before.stop) in sentence.cues.genitive
            and size >= 3
        ):
            cut = _behind_complement(sentence, atom)
            answer += [
                Atom(atom.first, cut, category_of(sentence, atom.first, cut)),
                Atom(cut, atom.stop, category_of(sentence, cut, atom.stop)),
            ]
        else:
            answer.append(atom)
    return answer


def _behind_complement(sentence: Sentence, atom: Atom) -> int:
    """Behind the last head noun or the longest country; else the last two words are the person."""
    for stop in range(atom.stop - 1, atom.first, -1):
        if (
            sentence.head(stop - 1)
            or " ".join(sentence.forms[atom.first : stop]) in sentence.cues.territories()
        ):
            return stop
    return atom.stop - 2


def _cut(sentence: Sentence, first: int, stop: int) -> int | None:
    if sentence.head(stop - 1) not in {None, Category.POSITION}:
        return None
    for i in range(stop - 2, first - 1, -1):
        if (
            office(sentence, i)
            or sentence.form(i) in sentence.cues.titles
            or (sentence.form(i) == "general" and i > first)
        ):
            return i + 1 if not office(sentence, stop - 1) else None
    return None


def office(sentence: Sentence, i: int) -> bool:
    """Whether word i names an office or a rank."""
    if not sentence.word(i):
        return False
    form = sentence.form(i)
    return sentence.head(i) is Category.POSITION or form in sentence.cues.ranks


def category_of(sentence: Sentence, first: int, stop: int) -> Category | None:
    """Of a compound: by its last word; “Operation Clear Fairway” by its first."""
    last = stop - 1
    if (
        stop - first > 1
        and (label := sentence.label(first))
        and sentence.head(last) in {None, Category.PLACE, Category.POSITION}
    ):
        return label
    if sentence.form(last) == "general" and stop - first > 1 and office(sentence, last - 1):
        return Category.POSITION
    if office(sentence, last) and sentence.head(last) in {None, Category.POSITION}:
        return Category.POSITION
    if stop - first > 1 and (label := sentence.label(last)):
        return label
    return sentence.head(last)


@dataclass(frozen=True, slots=True)
class Name:
    """Atoms joined into one name, years included."""

    first: int
    stop: int
    category: Category | None
    head: int
    parts: tuple[Atom, ...]


def names(sentence: Sentence, found: Sequence[Atom], alone: Counter[str]) -> Iterator[Name]:
    """Join atoms from left to right; `alone` counts the names that stand without a complement elsewhere."""
    i = 0
    while i < len(found):
        parts = [found[i]]
        while i + 1 < len(found) and _joined(sentence, parts, found[i + 1], alone):
            parts.append(found[i + 1])
            i += 1
        i += 1
        stop = _years(sentence, parts)
        leader = _leader(sentence, parts)
        yield Name(parts[0].first, stop, leader.category, leader.stop - 1, tuple(parts))


def _leader(sentence: Sentence, parts: Sequence[Atom]) -> Atom:
    """The part with the head: the first, but the last of a coordination (Ship Towing and Salvage *Convention*)."""
    coordinated = len(parts) > 1 and sentence.form(parts[0].stop) in sentence.cues.conjunctions
    return parts[1] if coordinated and parts[0].category is None else parts[0]


def _joined(sentence: Sentence, parts: list[Atom], after: Atom, alone: Counter[str]) -> bool:
    """Whether the words between two atoms belong to a name."""
    before = parts[-1]
    gap = [sentence.form(i) for i in range(before.stop, after.first)]
    articles = sentence.cues.articles
    if (
        not gap
        or len(gap) > 2
        or (len(gap) == 2 and (gap[1] not in articles or gap[0] not in sentence.cues.joiners))
    ):
        return False
    if gap[0] in sentence.cues.conjunctions:
        return len(gap) == 1 and _coordinated(sentence, parts, after)
    allowed = sentence.cues.joiners.get(gap[0])
    if allowed is None:
        return False
    category = _phrase_head(sentence, parts)
    if gap[0] in sentence.cues.genitive and category is None:
        the = sentence.form(parts[0].first - 1) in articles
        return len(gap) == 1 and the and not opens(sentence, parts[0].first) and after.category is None
    if category not in allowed:
        return False
    return gap[0] in sentence.cues.genitive or (_open_complement(sentence, after) and not alone[_key(sentence, parts)])


def _phrase_head(sentence: Sentence, parts: list[Atom]) -> Category | None:
    """The nearest part that takes a complement: in “Council of Ministers for Trade” either will do."""
    return parts[-1].category or parts[0].category


def _key(sentence: Sentence, parts: list[Atom]) -> str:
    return " ".join(sentence.forms[parts[0].first : parts[-1].stop])


def _open_complement(sentence: Sentence, after: Atom) -> bool:
    """A complement behind “for” or “on” is no name of its own: no abbreviation, no label, no person behind an office."""
    if sentence.upper(after.first) and after.stop - after.first == 1:
        return False
    return sentence.label(after.first) is None


def _coordinated(sentence: Sentence, parts: list[Atom], after: Atom) -> bool:
    """Convention on Towage *and* Salvage; not Tarnia and Velida, not the Council and the Board."""
    before = parts[-1]
    if len(parts) > 1:
        return before.category in {None, Category.EVENT} and after.category is None and _short(after)
    if before.category is None and after.category in {
        Category.BODY,
        Category.DOCUMENT,
        Category.PROGRAMME,
        Category.EVENT,
    }:
        return _short(before) and not sentence.upper(before.first) and after.stop - after.first > 1
    return False


def _short(atom: Atom) -> bool:
    return atom.stop - atom.first <= 2


def _years(sentence: Sentence, parts: Sequence[Atom]) -> int:
    """Where the name ends when its edition or its years are taken in: Relay-2025, for 2026–2030, of 2025, to 2030."""
    stop = parts[-1].stop
    if (
        sentence.form(stop) in DASHES
        and sentence.tight(stop)
        and sentence.number(stop + 1)
        and sentence.tight(stop + 1)
    ):
        return stop + 2
    categories = {p.category for p in parts}
    if not categories & PAPERS:
        return stop
    return years_behind(sentence, stop)


def years_behind(sentence: Sentence, stop: int) -> int:
    """The end of years that belong to a document's name which ends at `stop`."""
    start = stop + 1 if sentence.form(stop) in sentence.cues.until else stop
    if not sentence.year(start):
        return stop
    if sentence.form(start + 1) in DASHES and sentence.year(start + 2):
        return start + 3
    return start + 1


def find(index: int, sentence: Sentence, words: Lexicon, alone: Counter[str]) -> Iterator[Found]:
    """Names of a sentence with what stands around them."""
    if sentence.heading:
        return
    found = atoms(sentence, words)
    for name in names(sentence, found, alone):
        yield from _answers(index, sentence, name)


def count_alone(sentence: Sentence, words: Lexicon, alone: Counter[str]) -> None:
    """Count names that no small word and capital follow: these are whole by themselves."""
    if sentence.heading:
        return
    found = atoms(sentence, words)
    starts = {a.first for a in found}
    for atom in found:
        behind = sentence.form(atom.stop)
        joins = behind in sentence.cues.joiners and {atom.stop + 1, atom.stop + 2} & starts
        if not joins and atom.category:
            alone[" ".join(sentence.forms[atom.first : atom.stop])] += 1


def _answers(index: int, sentence: Sentence, name: Name) -> Iterator[Found]:
    weight = STRONG if name.category and (name.stop - name.first > 1) else FAIR
    edition = sentence.form(name.stop - 2) in DASHES and sentence.number(name.stop - 1)
    label, cue, reach = _label(sentence, name)
    category = name.category
    if all(sentence.form(i) in sentence.cues.titles for i in range(name.first, name.stop)):
        return
    if edition and category is None:
        yield Found(
            index, name.first, name.stop, label or Category.EXERCISE, cue or "edition", STRONG, head=name.head
        )
    elif category in LABELLED and sentence.label(name.first) and name.stop - name.first > 1:
        yield Found(index, name.first, name.stop, category, "label inside", FAIR, head=name.head)
        yield Found(index, name.first + 1, name.stop, category, "label before", STRONG, head=name.head)
    else:
        single_abbreviation = name.stop - name.first == 1 and sentence.upper(name.first)
        if not single_abbreviation:
            cue_here = "head noun" if category else (cue or "capitals")
            yield Found(index, name.first, name.stop, category or label, cue_here, weight, head=name.head)
            if not category and not label:
                yield from _voted(index, sentence, name)
    if reach and not sentence.upper(name.first):
        yield Found(index, name.first, reach, label, "label behind", WEAK, head=reach - 1)
    yield from _shorter(index, sentence, name)
    yield from _longer(index, sentence, name)


def _voted(index: int, sentence: Sentence, name: Name) -> Iterator[Found]:
    for vote, why, strength in neighbours.votes(sentence, name.first, name.stop):
        person = vote is Category.PERSON and name.stop - name.first > 1
        yield Found(index, name.first, name.stop, vote, why, strength, head=name.head, person=person)


def _label(sentence: Sentence, name: Name) -> tuple[Category | None, str, int]:
    """What a name without a head is, by the word beside it; third: the end of name and label behind it."""
    if name.category:
        return None, "", 0
    for i in range(name.stop, min(len(sentence), name.stop + 3)):
        if not sentence.word(i) or sentence.capital(i) or _function(sentence, i):
            break
        if found := sentence.label(i):
            return found, f"{sentence.lemma(i)} behind", i + 1
    for i in (name.first - 1, name.first - 2):
        if sentence.word(i) and not sentence.capital(i) and (found := sentence.label(i)):
            between = name.first - 1 - i
            if (
                between == 0
                or sentence.lemma(name.first - 1) in sentence.cues.naming
                or sentence.form(name.first - 1) == "as"
            ):
                return found, f"{sentence.lemma(i)} before", 0
    if found := _known_as(sentence, name):
        return found, "known as", 0
    return *_apposed(sentence, name), 0


def _known_as(sentence: Sentence, name: Name) -> Category | None:
    """A mentoring programme known as Steady Hand."""
    i = name.first - 1
    if sentence.form(i) == "as":
        i -= 1
    if (
        sentence.lemma(i) not in sentence.cues.naming and not sentence.lemmas(i) & sentence.cues.naming
        if i >= 0
        else True
    ):
        return None
    return next(
        (c for j in range(i - 1, max(-1, i - 4), -1) if sentence.word(j) and (c := sentence.label(j))), None
    )


def _apposed(sentence: Sentence, name: Name) -> tuple[Category | None, str]:
    """Ebb Tide, a staff game for controllers."""
    i = name.stop
    if sentence.form(i) != "," or sentence.form(i + 1) not in sentence.cues.articles:
        return None, ""
    for j in range(i + 2, min(len(sentence), i + 6)):
        if not sentence.word(j):
            break
        if found := sentence.label(j):
            return found, f"{sentence.lemma(j)} in apposition"
    return None, ""


def _shorter(index: int, sentence: Sentence, name: Name) -> Iterator[Found]:
    """The office without whom it serves; the parts of a long name that are names themselves."""
    head = name.parts[0]
    if name.category is Category.POSITION:
        first = office_start(sentence, head.first, head.stop)
        if (first, head.stop) != (name.first, name.stop):
            yield Found(index, first, head.stop, Category.POSITION, "office", FAIR, head=head.stop - 1)
    for part in name.parts[1:]:
        if part.stop - part.first >= 2 and part.category in {
            Category.BODY,
            Category.DOCUMENT,
            Category.EVENT,
        }:
            yield Found(
                index, part.first, part.stop, part.category, "part of a name", WEAK, head=part.stop - 1
            )


def office_start(sentence: Sentence, first: int, stop: int) -> int:
    """Where the office itself begins: CSTO | First Deputy Secretary General."""
    i = stop - 1
    if sentence.form(i) == "general" and i > first:
        i -= 1
    while i > first and (sentence.form(i - 1) in sentence.cues.modifiers or office(sentence, i - 1)):
        i -= 1
    return i


def _longer(index: int, sentence: Sentence, name: Name) -> Iterator[Found]:
    """A name that lower-case words complete: Tavinsk summit, CSTO collective security strategy for 2030."""
    if name.category in {Category.POSITION, Category.PLACE} or sentence.number(name.stop - 1):
        return
    stop = _modifiers(sentence, name.stop)
    last = stop - 1
    head = sentence.head(last) if stop > name.stop else None
    if head in {Category.EVENT, Category.DOCUMENT, Category.BODY, Category.PROGRAMME}:
        end = years_behind(sentence, stop) if head in PAPERS else stop
        weight = FAIR if head in PAPERS and name.stop - name.first <= 2 else WEAK
        if not (name.category is None and sentence.label(last) in LABELLED):
            yield Found(index, name.first, end, head, "name and head noun", weight, head=last)


def _modifiers(sentence: Sentence, i: int) -> int:
    """The end of a stretch of lower-case adjectives and nouns that begins at word i and ends in a head noun."""
    best = i
    for j in range(i, min(len(sentence), i + 4)):
        if not sentence.word(j) or sentence.capital(j) or sentence.function(j) or _function(sentence, j):
            break
        if sentence.head(j) or sentence.label(j):
            best = j + 1
    return best
