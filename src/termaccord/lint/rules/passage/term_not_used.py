"""The source has a term of the glossary, and the target none of its accepted renderings."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from termaccord.lint.renderings.counterparts import Counterpart, Counterparts, place
from termaccord.lint.renderings.names import only_name
from termaccord.lint.renderings.presence import (
    Present,
    alternatives,
    clipped,
    content,
    initials,
    lemmas,
    likeness,
    phrase,
    presence,
)
from termaccord.lint.rule import Case, Mark, Passage, Rule, Scope, Use
from termaccord.lint.standing import in_longer_name, in_longer_word, of_another_country
from termaccord.lint.terms import accepted, groups, preferred_of
from termaccord.model import Category, Severity, Span, say
from termaccord.text.cues import cues_for
from termaccord.text.normalise import fold

_CONFIDENT = 0.5
"""Of a bead, below which source and target may not translate each other."""
_NEAR = 0.4
"""Share of a rendering's words that make a stretch of the target a variant of it."""


@dataclass(frozen=True, slots=True)
class _Miss:
    """A term of the source without its rendering."""

    use: Use
    said: str
    wanted: tuple[str, ...]


def check(passage: Passage) -> Iterator[Mark]:
    """Judge a passage on its own."""
    yield from (mark for miss in _misses(passage) if (mark := _judged(miss, passage, ())))


def together(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Mark]]:
    """Judge passages by what they say elsewhere in the place of the same term."""
    missing = [(passage, miss) for passage in passages for miss in _misses(passage)]
    by_term: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage, miss in missing:
        by_term[_key(miss, passage)].append(passage)
    counted = Counterparts(passages if missing else ())
    known = {key: counted.of(key[0], _language(key), there) for key, there in by_term.items()}
    for passage, miss in missing:
        mark = _judged(miss, passage, known[_key(miss, passage)])
        if mark:
            yield passage, mark


def _judged(miss: _Miss, passage: Passage, known: Sequence[Counterpart]) -> Mark | None:
    found = _seen(miss, passage, known)
    if found is None or passage.source is None:
        return found
    return replace(found, related=(passage.source.place(miss.use.span),))


def _seen(miss: _Miss, passage: Passage, known: Sequence[Counterpart]) -> Mark | None:
    """What stands there, by the surest sign first."""
    near = _nearest(miss, passage)
    if near is not None and not near.pure:
        return _instead(miss, passage, near.span)
    found = _found(miss, passage)
    if found is not None:
        return _instead(miss, passage, found)
    if near is not None:
        return _shortened(miss, passage, near)
    return _replaced(miss, passage, known) or _unknown(miss, passage)


def _key(miss: _Miss, passage: Passage) -> tuple[str, str]:
    """A term by its words, so that concepts that share them are counted together, and the languages."""
    source = passage.source.language if passage.source else ""
    return fold(miss.use.term.text), f"{source} {passage.target.language}"


def _language(key: tuple[str, str]) -> str:
    return key[1].partition(" ")[0]


def _misses(passage: Passage) -> Iterator[_Miss]:
    source, target = passage.source, passage.target
    if source is None or passage.confidence < _CONFIDENT:
        return
    named = {use.concept.id for use in target.uses}
    for uses in groups(source.uses):
        if uses[0].instead or any(use.concept.id in named for use in uses):
            continue
        if in_longer_word(uses[0].span, source.text):
            continue
        if in_longer_name(uses[0], source) or of_another_country(uses[0], source):
            continue
        said = uses[0].span.of(source.text)
        wanted = tuple(_renderings(uses, target.language))
        if not wanted or _copies(wanted, uses) or _there(wanted, passage):
            continue
        if not _there(tuple(_related(uses[0], passage)), passage):
            yield _Miss(uses[0], said, wanted)


def _renderings(uses: Sequence[Use], language: str) -> Iterator[str]:
    """Of all concepts that the words of the source may mean, every accepted term in every reading."""
    for use in uses:
        for term in accepted(use.concept, language):
            yield from alternatives(term.text)


def _related(use: Use, passage: Passage) -> Iterator[str]:
    """The renderings of terms with the same root: whoever is infected has been infected."""
    if passage.source is not None:
        for concept in passage.relatives(use.term, passage.source.language):
            for term in accepted(concept, passage.target.language):
                yield from alternatives(term.text)


def _copies(wanted: Sequence[str], uses: Sequence[Use]) -> bool:
    """Whether the glossary only repeats the source: that is no decision how to write it in another script."""
    return all(any(fold(w) == fold(use.term.text) for use in uses) for w in wanted)


def _there(wanted: Sequence[str], passage: Passage) -> bool:
    """Whether one of the renderings is there after all: derived, turned round, abbreviated, or next door."""
    text, language = passage.target.text, passage.target.language
    around = [other for other in (passage.before, passage.after) if other]
    return any(
        presence(rendering, text, language).share == 1
        or initials(rendering, text, language)
        or clipped(rendering, text, language)
        or any(presence(rendering, other, language).exact for other in around)
        for rendering in wanted
    )


def _nearest(miss: _Miss, passage: Passage) -> Present | None:
    """A stretch of the target that has some words of a rendering, and no term of its own."""
    text, language = passage.target.text, passage.target.language
    several = [w for w in miss.wanted if len(content(w, language)) > 1]
    near = max(
        ((presence(w, text, language), w) for w in several), key=lambda row: row[0].share, default=None
    )
    if near is None or near[0].share < _NEAR:
        return None
    span = phrase(near[0], near[1], text, language)
    if any(use.span.contains(span) for use in passage.target.uses):
        return None
    return replace(near[0], span=span, pure=near[0].pure and span == near[0].span)


def _found(miss: _Miss, passage: Passage) -> Span | None:
    """The name that extraction has found for this one, unless it is the accepted one made shorter."""
    if passage.source is None:
        return None
    span = passage.discovered(miss.use.span, passage.source, passage.target)
    if span is None:
        return None
    language, words = passage.target.language, span.of(passage.target.text)
    return None if any(_made_shorter(w, words, language) for w in miss.wanted) else span


def _made_shorter(rendering: str, words: str, language: str) -> bool:
    """Whether words have nothing that a rendering has not, but for what points back: of the Organisation."""
    cues = cues_for(language)
    wanted = content(rendering, language)
    return all(
        any(likeness(one, word, language) for one in wanted)
        or any(lemma in cues.anaphors or cues.category(lemma) is Category.BODY for lemma in lemmas(word))
        for word in content(words, language)
    )


def _shortened(miss: _Miss, passage: Passage, near: Present) -> Mark | None:
    """A short form, which in a text that goes on is as good, and in a unit that stands alone perhaps is not."""
    if not passage.paired:
        return None
    better = preferred_of(miss.use.concept, passage.target.language)
    message = say(
        "“{said}” is “{better}” in the glossary; here it is only “{instead}”",
        said=miss.said,
        better=better,
        instead=near.span.of(passage.target.text),
    )
    return Mark(near.span, message, better, miss.use.concept.id, severity=Severity.INFO)


def _replaced(miss: _Miss, passage: Passage, known: Sequence[Counterpart]) -> Mark | None:
    """A word of the target that elsewhere, too, stands where the rendering should."""
    span = place(known, passage.source, passage.target) if passage.source else None
    return _instead(miss, passage, span) if span else None


def _instead(miss: _Miss, passage: Passage, span: Span) -> Mark:
    better = preferred_of(miss.use.concept, passage.target.language)
    message = say(
        "“{said}” is “{better}” in the glossary; here it is “{instead}”",
        said=miss.said,
        better=better,
        instead=span.of(passage.target.text),
    )
    return Mark(span, message, better, miss.use.concept.id)


def _unknown(miss: _Miss, passage: Passage) -> Mark | None:
    """Nothing is known to stand there: it may as well have been left out, so only a name in a paired unit counts."""
    if passage.source is None or not miss.use.term.text[:1].isupper():
        return None
    if not cues_for(passage.source.language).capitals:
        return None
    name = only_name(passage.source, passage.target, miss.use)
    if name is not None:
        return _instead(miss, passage, name)
    if not passage.paired:
        return None
    better = preferred_of(miss.use.concept, passage.target.language)
    message = say(
        "“{said}” is “{better}” in the glossary, which is not in this passage", said=miss.said, better=better
    )
    whole = Span(0, len(passage.target.text))
    return Mark(whole, message, better, miss.use.concept.id, severity=Severity.INFO)


TERM_NOT_USED = Rule(
    code="T02",
    name="term-not-used",
    scope=Scope.PASSAGE,
    severity=Severity.WARNING,
    summary=say("a term of the source is not rendered as the glossary says"),
    reason=say("One thing keeps one name from text to text only if every translator uses the agreed one."),
    source="ISO 17100:2015, 5.3.1, on consistent terminology",
    check=check,
    together=together,
    cases=(
        Case(
            "The harbour office counts the ferries.",
            "⟦Контора порта⟧ считает паромы.",
            "harbour office = портовая служба",
        ),
        Case(
            "The harbour office counts the ferries.",
            "Портовая служба считает паромы.",
            "harbour office = портовая служба",
        ),
        # The rendering as an adjective, and in another order.
        Case("The pilot boat left.", "Лоцманский катер отошёл.", "pilot = лоцман"),
        Case("The lock gates are shut.", "Затворы всех шлюзов закрыты.", "lock gate = шлюзовой затвор"),
        # Inside a longer term, which is rendered.
        Case("The sea pilot came.", "Пришёл морской лоцман.", "pilot = пилот\nsea pilot = морской лоцман"),
        # The abbreviation of the rendering.
        Case("The Harbour Board met.", "Собрался СГ.", "Harbour Board = Совет гавани"),
        # Another meaning of the same word.
        Case("There is a charge for the berth.", "За причал берут плату.", "charge = заряд\ncharge = плата"),
        # A part of a name that the glossary does not have.
        Case(
            "The National Pilot Service replied.", "Национальная служба проводки ответила.", "pilot = лоцман"
        ),
        # A name that nothing else in the two sentences can be.
        Case(
            "In October the Tern Watch drill begins.",
            "В октябре начинаются учения «⟦Морской дозор⟧».",
            "Tern Watch = Дозор крачек",
        ),
        # A language whose nouns all have capitals.
        Case("The pilot boat left.", "Die Lotsenboote liefen aus.", "pilot boat = Lotsenboot", ("en", "de")),
        Case("The pilot came.", "Ein Lotsenboot kam.", "pilot = Lotse", ("en", "de")),
        # Something else entirely, or nothing: who knows.
        Case("The crew thanked the pilot.", "Экипаж сказал спасибо.", "pilot = лоцман"),
    ),
)
