"""British and American spellings stand in one document."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from termaccord.lint.evidence.spelled import Word, words
from termaccord.lint.rule import Case, Change, Mark, Page, Rule, Scope, Text
from termaccord.model import Rendering, Severity, say
from termaccord.text.analyser import primary_language
from termaccord.text.languages.writing.english import Variety, respelled

_ONE_DOCUMENT = str(say("“{word}” beside “{other}”: two spellings in one document; “{better}” would match"))
_ONE_OUTLET = str(say("“{word}” beside “{other}”: two spellings in one outlet; “{better}” would match"))


def check(page: Page) -> Iterator[Mark]:
    if not _english(page):
        return
    found = [w for text in page.texts for w in words(text)]
    ordinary = [w for w in found if not w.name]
    fits = _HOUSES.get(page.style.lower())
    if fits:
        yield from _against_style(ordinary, fits, page.style)
        return
    mixed, severity = _mixed(ordinary)
    if mixed:
        yield _mark(*_sides(mixed, ordinary), severity, _ONE_DOCUMENT)
    for same in _names(found):
        yield _mark(*_sides(same, ordinary), Severity.INFO, _ONE_DOCUMENT)


def together(pages: Sequence[Page]) -> Iterator[tuple[Page, Mark]]:
    """Each document alone; then the documents of an outlet that are each of one spelling, but not of the same."""
    outlets: dict[str, list[Page]] = {}
    for page in pages:
        marks = list(check(page))
        yield from ((page, mark) for mark in marks)
        if page.outlet and not page.style and _english(page) and not marks:
            outlets.setdefault(page.outlet, []).append(page)
    for of_outlet in outlets.values():
        found = [w for page in of_outlet for text in page.texts for w in words(text) if not w.name]
        mixed, _ = _mixed(found)
        if mixed:
            wrong, right = _sides(mixed, found)
            yield of_outlet[0], _mark(wrong, right, Severity.INFO, _ONE_OUTLET)


def _english(page: Page) -> bool:
    return primary_language(page.language) == "en"


def _sides(mixed: Sequence[Word], among: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """Which words do not follow the preferred variety, and which do."""
    preferred = _preferred(mixed, among)
    return _parted(mixed, lambda w: _british(w) is (preferred is Variety.BRITISH))


def _names(found: Sequence[Word]) -> Iterator[list[Word]]:
    """Words of one name that is spelled both ways: Ministry of Defence, Ministry of Defense."""
    same: dict[tuple[str, str], list[Word]] = {}
    for word in found:
        if word.name:
            same.setdefault((word.entry.word, word.name), []).append(word)
    yield from (group for group in same.values() if len({w.entry.variety for w in group}) > 1)


def _parted(words: Sequence[Word], fits: Callable[[Word], bool]) -> tuple[list[Word], list[Word]]:
    return [w for w in words if not fits(w)], [w for w in words if fits(w)]


def _british(word: Word) -> bool:
    return word.entry.variety is Variety.BRITISH


def _oxford(word: Word) -> bool:
    return word.entry.variety is Variety.EITHER if word.entry.kind == "-ise" else _british(word)


def _american(word: Word) -> bool:
    return not _british(word)


_HOUSES: Mapping[str, Callable[[Word], bool]] = {
    **dict.fromkeys(("en-gb", "en-au", "en-nz", "en-ie", "en-za", "en-in"), _british),
    **dict.fromkeys(("en-gb-oxford", "en-gb-oxendict"), _oxford),
    "en-us": _american,
}
"""Which words fit a house style."""


def _mixed(words: Sequence[Word]) -> tuple[list[Word], Severity]:
    """Words of the classes that are spelled both ways; where there is none, British beside American ones."""
    kinds: dict[str, set[Variety]] = {}
    for word in words:
        kinds.setdefault(word.entry.kind, set()).add(word.entry.variety)
    both = {kind for kind, varieties in kinds.items() if len(varieties) > 1}
    if both:
        mixed = [w for w in words if w.entry.kind in both]
        free = {w.entry.variety for w in mixed if not w.kept}
        return mixed, Severity.WARNING if len(free) > 1 else Severity.INFO
    sure = [w for w in words if w.entry.variety is not Variety.EITHER and not w.kept]
    american, british = _parted(sure, _british)
    few = min(len(american), len(british))
    return (sure, Severity.WARNING if few > 1 else Severity.INFO) if few else ([], Severity.INFO)


def _preferred(mixed: Sequence[Word], words: Sequence[Word]) -> Variety:
    """What most of the mixed words follow; where they are even, what the whole text does, then British."""
    here = sum(1 if _british(w) else -1 for w in mixed if not w.kept)
    overall = sum(_WEIGHTS[w.entry.variety] for w in words)
    return Variety.AMERICAN if (here or overall) < 0 else Variety.BRITISH


_WEIGHTS = {Variety.BRITISH: 1, Variety.AMERICAN: -1, Variety.EITHER: 0}


def _mark(wrong: Sequence[Word], right: Sequence[Word], severity: Severity, template: str) -> Mark:
    first = next((w for w in wrong if not w.kept), wrong[0])
    better = _other(first)
    message = say(template, word=first.written, other=_commonest(right), better=better)
    why = say("most words of this kind here are spelled like “{other}”", other=_commonest(right))
    return Mark(
        first.span,
        message,
        preferred=better,
        why=why,
        severity=severity,
        text=first.text,
        changes=_changes(wrong, first.text),
        variants=(*_variants(right, "preferred"), *_variants(wrong, "")),
    )


def _against_style(words: Sequence[Word], fits: Callable[[Word], bool], style: str) -> Iterator[Mark]:
    """Words that the house style of the outlet spells otherwise, mixed or not."""
    wrong, right = _parted([w for w in words if not w.kept], fits)
    if not wrong:
        return
    first = wrong[0]
    better = _other(first)
    message = say(
        "“{word}” is not in the house style {style}, which has “{better}”",
        word=first.written,
        style=style,
        better=better,
    )
    variants = (*_variants(right, "preferred"), *_variants(wrong, ""))
    changes = _changes(wrong, first.text)
    yield Mark(first.span, message, preferred=better, text=first.text, changes=changes, variants=variants)


def _other(word: Word) -> str:
    """The word as the other side of the ocean spells it."""
    return respelled(word.written, Variety.AMERICAN if _british(word) else Variety.BRITISH)


def _changes(wrong: Sequence[Word], text: Text) -> tuple[Change, ...]:
    """What would mend the words of one text."""
    own = [w for w in wrong if w.text is text and not w.kept]
    return tuple(Change(w.span, _other(w)) for w in own if _other(w) != w.written)


def _commonest(words: Sequence[Word]) -> str:
    counts = Counter(w.written for w in words)
    return min(counts, key=lambda written: (-counts[written], written))


def _variants(words: Sequence[Word], status: str) -> Iterator[Rendering]:
    places: dict[str, list[Word]] = {}
    for word in words:
        places.setdefault(word.written.lower(), []).append(word)
    for same in places.values():
        yield Rendering(same[0].written, tuple(w.text.place(w.span) for w in same), status)


MIXED_SPELLING = Rule(
    code="L01",
    name="mixed-spelling",
    scope=Scope.DOCUMENT,
    severity=Severity.WARNING,
    summary=say("British and American spellings are mixed in one document"),
    reason=say("A reader takes it for the work of two hands, and a search finds only half."),
    source="New Hart's Rules (2014), 3.1; Chicago Manual of Style (17th ed.), 7.3",
    check=check,
    together=together,
    cases=(
        Case(target="The ⟦harmonisation⟧ of fares and the ⟦modernization⟧ of stops.", languages=("ru", "en")),
        Case(target="A ⟦neighbour⟧ chose the ⟦color⟧.", languages=("ru", "en")),
        Case(target="The ⟦centre⟧ of the ⟦harbor⟧.", languages=("ru", "en")),
        Case(target="“We ⟦organised⟧ it,” he said of the ⟦modernization⟧.", languages=("ru", "en")),
        Case(target="The colour of the organization.", languages=("ru", "en")),
        Case(
            target="They advertise an exercise of the right size and organise a prize.",
            languages=("ru", "en"),
        ),
        Case(target="The World Health Organization organised it.", languages=("ru", "en")),
        Case(target="Die Organisation und die Modernization.", languages=("ru", "de")),
    ),
)
