"""Runs of capitalised words, the material of names in languages without cases."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from termaccord.extract.names.lexicon import Lexicon
from termaccord.extract.names.plain import apposition
from termaccord.extract.names.plain.phrased import phrased
from termaccord.extract.names.plain.words import bound, counted, known, plural
from termaccord.extract.names.sentence import DASHES, Sentence, opens
from termaccord.model import Category


@dataclass(frozen=True, slots=True)
class Atom:
    """Capitalised words without a gap."""

    first: int
    stop: int
    category: Category | None
    """By the last word, the head of a compound."""
    weak: bool = False
    """Whether its capital says nothing by itself: it can only continue a name."""

    def __len__(self) -> int:
        return self.stop - self.first


def atoms(sentence: Sentence, words: Lexicon) -> list[Atom]:
    """Runs of capitalised words, split behind offices so that “President Ann Lee” is two."""
    found: list[Atom] = []
    i = 0
    while i < len(sentence):
        if not names(sentence, i, words):
            i += 1
            continue
        stop = i + 1
        while names(sentence, stop, words) and not sentence.tight(stop):
            stop += 1
        found += [
            a if sentence.cues.capitals or _says_more(sentence, a, words) else replace(a, weak=True)
            for a in _split(sentence, i, stop)
        ]
        i = stop
    return _apart(sentence, _phrased(sentence, found))


def _phrased(sentence: Sentence, found: Sequence[Atom]) -> list[Atom]:
    """With names that are made like sentences in place of the runs they consist of."""
    whole = [Atom(first, stop, _of_phrase(sentence, first, stop)) for first, stop in phrased(sentence)]
    apart = [a for a in found if all(a.stop <= w.first or w.stop <= a.first for w in whole)]
    return sorted([*apart, *whole], key=lambda a: a.first)


def _of_phrase(sentence: Sentence, first: int, stop: int) -> Category | None:
    """By a label in front alone: the head of Garden in a Basket says nothing."""
    return sentence.label(first) if stop - first > 2 else None


def names(sentence: Sentence, i: int, words: Lexicon) -> bool:
    """Whether the capital of word i speaks for a name."""
    if not sentence.capital(i) or sentence.words[i].text.startswith(("'", "’")):
        return False
    form = sentence.form(i)
    if form in sentence.cues.time or sentence.lemma(i) in sentence.cues.time or len(form) == 1:
        return False
    if bound(sentence, i):
        return False
    return not opens(sentence, i) or _opening_name(sentence, i, words)


def _opening_name(sentence: Sentence, i: int, words: Lexicon) -> bool:
    """The first word of a sentence counts when it is a name elsewhere, or opens a run of capitals."""
    form = sentence.form(i)
    if sentence.upper(i) or words.name_like(form, alone=not sentence.capital(i + 1)):
        return True
    if _introduced(sentence, i):
        return True
    if sentence.capital(i + 1) and not bound(sentence, i + 1) and not sentence.tight(i + 1):
        return form not in sentence.cues.time and (not _verbal(sentence, i) or words.capital[form] > 0)
    if (
        sentence.form(i + 1) in sentence.cues.conjunctions
        and sentence.capital(i + 2)
        and sentence.capital(i + 3)
    ):
        return not _verbal(sentence, i)  # Moss and Lichen Days
    edition = sentence.form(i + 1) in DASHES and sentence.tight(i + 1) and sentence.year(i + 2)
    return (
        edition
        or _heads_name(sentence, i)
        or (not known(sentence, i) and words.lower[form] == 0 and len(form) > 3)
    )


def _introduced(sentence: Sentence, i: int) -> bool:
    """Maria Vetlova; Whisper, a practice alarm; Salt and Amber, an exhibition; Helpline 404."""
    given = sentence.form(i) in sentence.cues.given and sentence.capital(i + 1)
    pair = sentence.form(i + 1) in sentence.cues.conjunctions and sentence.capital(i + 2)
    stop = i + 3 if pair else i + 1
    return given or apposition.apposed(sentence, stop)[0] is not None or counted(sentence, i + 1)


def _heads_name(sentence: Sentence, i: int) -> bool:
    """Council of Ministers …, Chief of the Joint Staff …; not Pilots of …, According to …."""
    head = sentence.head(i)
    if (
        head is None
        or sentence.form(i).endswith("ing")
        or (head is Category.POSITION and plural(sentence, i))
    ):
        return False
    joined = sentence.form(i + 1) in sentence.cues.joiners
    return joined and (
        sentence.capital(i + 2)
        or (sentence.form(i + 2) in sentence.cues.articles and sentence.capital(i + 3))
    )


def _verbal(sentence: Sentence, i: int) -> bool:
    plain = [a for a in sentence.words[i].analyses if a.part_of_speech != "PROPN"]
    return bool(plain) and plain[0].part_of_speech in {"VERB", "ADV", "ADP"}


def _says_more(sentence: Sentence, atom: Atom, words: Lexicon) -> bool:
    """Where every noun has a capital: a head noun, an adjective with one, an abbreviation, words that nobody knows."""
    inside = range(atom.first, atom.stop)
    if atom.category or any(sentence.upper(i) for i in inside):
        return True
    if sentence.form(atom.first) in sentence.cues.given and len(atom) > 1:
        return True
    if any(words.lower[sentence.form(i)] for i in inside if i + 1 < atom.stop and not opens(sentence, i)):
        return True
    return not any(known(sentence, i) for i in inside)


def _split(sentence: Sentence, first: int, stop: int) -> Iterator[Atom]:
    """[CSTO Secretary General][Imangali Tasmagambetov]: behind the last office that something follows."""
    cut = _cut(sentence, first, stop)
    begins = _office_behind_person(sentence, first, stop)
    if begins:
        yield Atom(first, begins, None)
        yield Atom(begins, stop, Category.POSITION)
    elif cut is None:
        yield Atom(first, stop, category_of(sentence, first, stop))
    else:
        yield Atom(first, cut, Category.POSITION)
        yield Atom(cut, stop, category_of(sentence, cut, stop))


def _office_behind_person(sentence: Sentence, first: int, stop: int) -> int:
    """Appointed [Taalatbek Masadykov][Secretary General]: where the office begins, or 0."""
    if not office(sentence, stop - 1) and sentence.form(stop - 1) != "general":
        return 0
    begins = office_start(sentence, first, stop)
    strange = all(not known(sentence, i) and not sentence.upper(i) for i in range(first, begins))
    return begins if begins - first >= 2 and strange else 0


def office_start(sentence: Sentence, first: int, stop: int) -> int:
    """Where the office itself begins: CSTO | First Deputy Secretary General."""
    i = stop - 1
    if sentence.form(i) == "general" and i > first:
        i -= 1
    while i > first and (sentence.form(i - 1) in sentence.cues.modifiers or office(sentence, i - 1)):
        i -= 1
    return i


def _cut(sentence: Sentence, first: int, stop: int) -> int | None:
    if sentence.head(stop - 1) not in {None, Category.POSITION} or office(sentence, stop - 1):
        return None
    for i in range(stop - 2, first - 1, -1):
        titled = sentence.form(i) in sentence.cues.titles or (sentence.form(i) == "general" and i > first)
        if titled or (office(sentence, i) and not plural(sentence, i)):
            return i + 1
    return None


def office(sentence: Sentence, i: int) -> bool:
    """Whether word i names an office or a rank."""
    if not sentence.word(i):
        return False
    cues = sentence.cues
    chief = sentence.form(i) in cues.occupations and sentence.form(i - 1) in cues.modifiers
    return sentence.head(i) is Category.POSITION or sentence.form(i) in cues.ranks or chief


def category_of(sentence: Sentence, first: int, stop: int) -> Category | None:
    """Of a compound: by its last word; “Operation Broad Meadow” by its first."""
    last = stop - 1
    head = sentence.head(last)
    if (
        stop - first > 1
        and (label := sentence.label(first))
        and head in {None, Category.PLACE, Category.POSITION}
    ):
        return label
    if sentence.form(last) == "general" and stop - first > 1 and office(sentence, last - 1):
        return Category.POSITION
    if office(sentence, last) and head in {None, Category.POSITION}:
        return Category.POSITION
    if (
        stop - first > 1
        and sentence.form(last) not in sentence.cues.heads
        and (label := sentence.label(last))
    ):
        return label
    return head


def _apart(sentence: Sentence, found: list[Atom]) -> list[Atom]:
    """President of [Russia][Ann Lee]: the holder of an office stands behind the office's complement."""
    answer: list[Atom] = []
    for i, atom in enumerate(found):
        before = found[i - 1] if i else None
        behind = (before and _complement_of_office(sentence, before, atom)) or _serves(sentence, atom)
        if len(atom) >= 3 and atom.category is None and behind:
            cut = _behind_complement(sentence, atom)
            answer.append(Atom(atom.first, cut, category_of(sentence, atom.first, cut)))
            if cut < atom.stop:
                answer.append(Atom(cut, atom.stop, category_of(sentence, cut, atom.stop)))
        else:
            answer.append(atom)
    return answer


def _serves(sentence: Sentence, atom: Atom) -> bool:
    """Deputy chair of the [League][Oleg Vikhrov]: the same behind an office in lower case."""
    i = atom.first - 1
    if sentence.form(i) in sentence.cues.articles:
        i -= 1
    if sentence.form(i) not in sentence.cues.genitive or not sentence.word(i - 1):
        return False
    if sentence.head(i - 1) is Category.PLACE:  # President of the Republic of Belarus | Ann Lee
        return _serves(sentence, Atom(i - 1, i, Category.PLACE))
    return sentence.head(i - 1) is Category.POSITION and not plural(sentence, i - 1)


def _complement_of_office(sentence: Sentence, before: Atom, atom: Atom) -> bool:
    if before.category is not Category.POSITION or sentence.form(before.stop) not in sentence.cues.genitive:
        return False
    return atom.category is None and not plural(sentence, before.stop - 1) and atom.first - before.stop <= 2


def _behind_complement(sentence: Sentence, atom: Atom) -> int:
    """Behind the last head noun or the longest country; else the last two words are the person."""
    for stop in range(atom.stop, atom.first, -1):
        if (
            sentence.head(stop - 1)
            or " ".join(sentence.forms[atom.first : stop]) in sentence.cues.territories()
        ):
            return stop
    return atom.stop - 2
