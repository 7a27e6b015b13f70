"""Which runs of capitals make one name, and what years belong to it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from termaccord.extract.names.plain import apposition
from termaccord.extract.names.plain.atoms import Atom
from termaccord.extract.names.plain.words import counted, numbering, plural
from termaccord.extract.names.sentence import DASHES, Sentence, opens
from termaccord.model import Category

PAPERS = frozenset({Category.DOCUMENT, Category.PROGRAMME, Category.EVENT})
WRITTEN = frozenset({Category.DOCUMENT, Category.PROGRAMME})
HEADED = frozenset({Category.BODY, Category.DOCUMENT, Category.PROGRAMME, Category.EVENT})
ORDINAL = "th"
"""How ordinals beyond the third end."""


@dataclass(frozen=True, slots=True)
class Name:
    """Atoms joined into one name, years included."""

    first: int
    stop: int
    category: Category | None
    head: int
    parts: tuple[Atom, ...]

    def __len__(self) -> int:
        return self.stop - self.first


def joined(sentence: Sentence, found: Sequence[Atom], alone: Counter[str]) -> Iterator[Name]:
    """Join atoms from left to right; `alone` counts the names that stand without a complement elsewhere."""
    i = 0
    while i < len(found):
        parts = [found[i]]
        while i + 1 < len(found) and _belongs(sentence, parts, found[i + 1], found[i + 2 : i + 3], alone):
            parts.append(found[i + 1])
            i += 1
        i += 1
        leader = _leader(sentence, parts)
        if parts[0].weak:
            continue
        yield Name(parts[0].first, _years(sentence, parts), leader.category, leader.stop - 1, tuple(parts))


def _leader(sentence: Sentence, parts: Sequence[Atom]) -> Atom:
    """The part with the head: the first, but the last of a coordination (Sheep Grazing and Shearing *Convention*)."""
    gap = sentence.forms[parts[0].stop : parts[1].first] if len(parts) > 1 else ()
    coordinated = bool(gap) and (gap[-1] in sentence.cues.conjunctions or gap == ("'",) or gap[0] in DASHES)
    return parts[1] if coordinated and parts[0].category is None else parts[0]


def _belongs(
    sentence: Sentence, parts: list[Atom], after: Atom, next_: Sequence[Atom], alone: Counter[str]
) -> bool:
    """Whether the words between two atoms belong to a name."""
    before = parts[-1]
    behind = _number_behind(sentence, parts)
    gap = sentence.forms[behind : after.first]
    if not gap or len(gap) > 2:
        return False
    if behind > before.stop:
        return gap[0] in sentence.cues.joiners and _by_joiner(sentence, parts, after, gap, Counter())
    if gap == (",",) and parts[0].category is Category.DOCUMENT and revision(sentence, after.first - 1):
        return len(after) == 2
    if len(gap) == 2 and gap[0] in DASHES and gap[1] in sentence.cues.conjunctions:
        return sentence.tight(before.stop) and after.category is not None  # Melde- und Lagezentrum
    if gap[0] in DASHES:
        return (
            len(gap) == 1
            and sentence.tight(before.stop)
            and sentence.tight(after.first)
            and before.category is None
        )
    if gap[0] in sentence.cues.conjunctions:
        return len(gap) == 1 and (_coordinated(sentence, parts, after) or _one_name(sentence, parts, after))
    if gap == ("'",):
        return sentence.tight(before.stop) and before.category is None and after.category in HEADED
    if gap == (",",):
        return len(parts) > 1 and after.category is None and _list_ends(sentence, after, next_)
    if gap[0] in sentence.cues.articles and len(gap) == 1:
        return _infinitive(sentence, parts)
    if len(gap) == 2 and not _between(sentence, gap[1]):
        return False
    return _by_joiner(sentence, parts, after, gap, alone)


def _number_behind(sentence: Sentence, parts: Sequence[Atom]) -> int:
    """Where a document's number ends, else where the name so far does: Instruction *No. 7* | on Grazing."""
    stop = parts[-1].stop
    numbered = len(parts) == 1 and parts[0].category is Category.DOCUMENT
    return numbering(sentence, stop) if numbered else stop


def revision(sentence: Sentence, comma: int) -> bool:
    """Whether an ordinal and what it counts stand behind a comma with capitals: Pilot Code, *Third Edition*."""
    ordinal = sentence.capital(comma + 1) and sentence.form(comma + 1).endswith(ORDINAL)
    noun = sentence.capital(comma + 2) and sentence.form(comma + 2) in sentence.cues.editions
    return noun and (ordinal or sentence.form(comma + 1) in sentence.cues.ordinals)


def _between(sentence: Sentence, form: str) -> bool:
    """An article, or a lower-case adjective where a title keeps those small (über gegenseitige Hilfe)."""
    return form in sentence.cues.articles or (
        not sentence.cues.capitals and form not in sentence.cues.joiners
    )


def _by_joiner(
    sentence: Sentence, parts: list[Atom], after: Atom, gap: Sequence[str], alone: Counter[str]
) -> bool:
    allowed = sentence.cues.joiners.get(gap[0])
    if parts[0].category in WRITTEN and len(parts) > 1 and gap[0] in sentence.cues.inside:
        return _open_complement(sentence, after)
    if allowed is None:
        return False
    category = parts[-1].category or parts[0].category
    if gap[0] in sentence.cues.genitive:
        return _genitive(sentence, parts, after, gap, category)
    if gap[0] in sentence.cues.infinitive and category in WRITTEN:
        return (
            len(gap) == 1 and after.category in {None, Category.PLACE} and _open_complement(sentence, after)
        )
    if category not in allowed:
        return False
    whole = (
        parts[-1].stop - parts[0].first > 1
        and alone[" ".join(sentence.forms[parts[0].first : parts[-1].stop])]
    )
    return _open_complement(sentence, after) and not whole


def _genitive(
    sentence: Sentence, parts: list[Atom], after: Atom, gap: Sequence[str], category: Category | None
) -> bool:
    """Council of Ministers; the Gulf of Hald; not Ann Lee of Halden, not Outcomes of the Council."""
    if category is not None:
        return category in sentence.cues.joiners[gap[0]]
    the = sentence.form(parts[0].first - 1) in sentence.cues.articles
    return len(gap) == 1 and the and not opens(sentence, parts[0].first) and after.category is None


def _infinitive(sentence: Sentence, parts: Sequence[Atom]) -> bool:
    """Programme to Equip *the* Forces: an article stands inside of a title only behind its verb."""
    if len(parts) < 2 or parts[0].category not in WRITTEN:
        return False
    verb = parts[-1].first
    gerund = (
        len(parts[-1]) == 1 and sentence.form(verb).endswith(sentence.cues.gerund)
        if sentence.cues.gerund
        else False
    )
    return sentence.form(verb - 1) in sentence.cues.infinitive or gerund


def _open_complement(sentence: Sentence, after: Atom) -> bool:
    """A complement behind “for” or “on” is no name of its own: no abbreviation alone, nothing with a label."""
    if sentence.upper(after.first) and len(after) == 1:
        return False
    verbal = bool(sentence.cues.gerund) and sentence.form(after.first).endswith(sentence.cues.gerund)
    return verbal or sentence.label(after.first) is None or len(after) == 1


def _coordinated(sentence: Sentence, parts: list[Atom], after: Atom) -> bool:
    """Convention on Grazing *and* Shearing; not Halden and Ambrel, not the Council and the Board."""
    before = parts[-1]
    if len(parts) > 1:
        plain = before.category in {None, Category.EVENT, Category.PLACE} or plural(sentence, before.stop - 1)
        return plain and (after.category is None or plural(sentence, after.stop - 1)) and len(after) <= 2
    if before.category is None and after.category in HEADED:
        return len(before) <= 2 and not sentence.upper(before.first) and len(after) > 1
    return False


def _one_name(sentence: Sentence, parts: Sequence[Atom], after: Atom) -> bool:
    """The exhibition Salt *and* Amber; Salt *and* Amber, its main exhibition: a noun in the singular tells that it is one."""
    if len(parts) > 1 or parts[0].category or after.category or len(parts[0]) > 2 or len(after) > 2:
        return False
    before = parts[0].first - 1
    return apposition.singular(sentence, before) or bool(apposition.apposed(sentence, after.stop)[0])


def _list_ends(sentence: Sentence, after: Atom, next_: Sequence[Atom]) -> bool:
    """Committee on Trade, Transport *and* Tourism: a comma counts when a conjunction follows."""
    return bool(next_) and sentence.forms[after.stop : next_[0].first] in {
        (c,) for c in sentence.cues.conjunctions
    }


def _years(sentence: Sentence, parts: Sequence[Atom]) -> int:
    """Where the name ends when its edition or its years are taken in: Relay-2025, for 2026–2030, of 2025, to 2030."""
    stop = parts[-1].stop
    if edition(sentence, stop):
        return stop + 2
    if len(parts) == 1 and parts[0].category is Category.DOCUMENT and numbering(sentence, stop) > stop:
        return numbering(sentence, stop)
    if counted(sentence, stop):
        return stop + 1
    return years_behind(sentence, stop) if {p.category for p in parts} & PAPERS else stop


def edition(sentence: Sentence, stop: int) -> bool:
    """Whether a hyphen and a number stand right behind a name that ends at `stop`."""
    dash = sentence.form(stop) in DASHES and sentence.tight(stop)
    return dash and sentence.number(stop + 1) and sentence.tight(stop + 1)


def years_behind(sentence: Sentence, stop: int) -> int:
    """The end of years that belong to a document's name which ends at `stop`."""
    start = stop + 1 if sentence.form(stop) in sentence.cues.until else stop
    if not sentence.year(start):
        return stop
    if sentence.form(start + 1) in DASHES and sentence.year(start + 2):
        return start + 3
    return start + 1


def count_alone(sentence: Sentence, found: Sequence[Atom], alone: Counter[str]) -> None:
    """Count names that no small word and capital follow: these are whole by themselves."""
    starts = {a.first for a in found}
    for atom in found:
        behind = sentence.form(atom.stop)
        joins = behind in sentence.cues.joiners and {atom.stop + 1, atom.stop + 2} & starts
        if not joins and atom.category:
            alone[" ".join(sentence.forms[atom.first : atom.stop])] += 1
