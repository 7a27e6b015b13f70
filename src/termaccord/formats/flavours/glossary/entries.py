"""The entries that a tool shall read, made of the concepts of a glossary."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from termaccord.formats.flavours.flavour import Wish
from termaccord.formats.flavours.glossary.languages import Spoken, code, others, spoken
from termaccord.formats.flavours.glossary.pairing import Pair, form, pairs, together
from termaccord.formats.flavours.glossary.shape import Entry, GlossaryFlavour, Grouping, Rejected
from termaccord.formats.flavours.glossary.tidying import Ids
from termaccord.model import Concept, Glossary, LanguageSection, Term


class Entries:
    """Makes the entries of one file or of both directions; an id is given once."""

    def __init__(self, flavour: GlossaryFlavour, wish: Wish) -> None:
        self._flavour = flavour
        self._wish = wish
        self._ids = Ids()

    def good(self, glossary: Glossary) -> tuple[Entry, ...]:
        """What the tool may offer, in the order of the glossary; rejected terms only where it marks them."""
        return tuple(entry for concept in glossary.concepts for entry in self._entries(concept))

    def rejected(self, glossary: Glossary) -> tuple[Entry, ...]:
        """What the tool shall warn of: each rejected rendering with the term that it renders."""
        return tuple(entry for concept in glossary.concepts for entry in self._warnings(concept))

    def _entries(self, concept: Concept) -> Iterator[Entry]:
        source, target = self._spoken(concept)
        if self._flavour.grouping is Grouping.CONCEPTS:
            yield from self._whole(concept, source, target)
            return
        found = pairs(source.good, target.good)
        groups = together(found) if self._flavour.grouping is Grouping.FORMS else tuple((p,) for p in found)
        for number, group in enumerate(groups):
            beside = self._beside(group, source, target, first=number == 0)
            sections = (
                _section(source, (*_once(p[0] for p in group), *beside[0])),
                _section(target, (*_once(p[1] for p in group), *beside[1])),
            )
            yield Entry(self._ids.give(concept.id), concept, sections)

    def _spoken(self, concept: Concept) -> tuple[Spoken, Spoken]:
        wish = self._wish
        return (
            spoken(concept, wish.source, code(wish.source, wish)),
            spoken(concept, wish.target, code(wish.target, wish)),
        )

    def _beside(
        self, group: Sequence[Pair], source: Spoken, target: Spoken, *, first: bool
    ) -> tuple[list[Term], list[Term]]:
        """Rejected terms that belong to the forms of a group; those that belong to no group stand in the first."""
        if self._flavour.rejected is not Rejected.BESIDE:
            return [], []
        here = {form(term) for pair in group for term in pair}
        anywhere = {form(term) for term in (*source.good, *target.good)}

        def chosen(terms: tuple[Term, ...]) -> list[Term]:
            return [t for t in terms if form(t) in here or (first and form(t) not in anywhere)]

        return chosen(source.rejected), chosen(target.rejected)

    def _whole(self, concept: Concept, source: Spoken, target: Spoken) -> Iterator[Entry]:
        sections = [_section(s, s.good + s.rejected) for s in (source, target)]
        if self._flavour.every_language:
            asked = dict.fromkeys(section.language for section in others(concept, self._wish))
            more = [spoken(_only(concept, language), language, language) for language in asked]
            sections += [_section(s, s.good + s.rejected) for s in more]
        filled = tuple(section for section in sections if section.terms)
        if filled:
            yield Entry(self._ids.give(concept.id), concept, filled)

    def _warnings(self, concept: Concept) -> Iterator[Entry]:
        source, target = self._spoken(concept)
        for bad in target.rejected:
            usual = [good for good in source.good if form(good) is form(bad)] or list(source.good)
            if usual:
                sections = (_section(source, (usual[0],)), _section(target, (bad,)))
                yield Entry(self._ids.give(concept.id), concept, sections)


def _only(concept: Concept, language: str) -> Concept:
    return replace(concept, languages=tuple(s for s in concept.languages if s.language == language))


def _section(said: Spoken, terms: tuple[Term, ...]) -> LanguageSection:
    return replace(said.section, terms=terms)


def _once(terms: Iterator[Term]) -> tuple[Term, ...]:
    return tuple({term.text: term for term in terms}.values())
