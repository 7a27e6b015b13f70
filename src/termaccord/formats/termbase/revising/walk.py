"""Two states of a glossary, level by level, become changes of the file that holds the first."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from termaccord.formats.markup.layout import Element
from termaccord.formats.termbase.categories import CategoryReader
from termaccord.formats.termbase.revising.levels import At, Finder, Said, is_of_words, missing, said
from termaccord.formats.termbase.revising.located import Located, Outline, parts, sections, terms
from termaccord.formats.termbase.revising.pairing import anchors, keys, partners, section_keys
from termaccord.formats.termbase.revising.pieces import Pieces
from termaccord.formats.termbase.revising.splicing import Splicing
from termaccord.formats.termbase.texts import flat
from termaccord.formats.termbase.writing import about_words
from termaccord.model import Concept, Glossary, LanguageSection, Term


class UnfoundError(Exception):
    """What should be changed does not stand in the file as the reader understood it."""


class Walk:
    """One file on its way from one state to another."""

    def __init__(self, outline: Outline, old: Glossary, new: Glossary) -> None:
        self._outline, self._old, self._new = outline, old, new
        self._pieces = Pieces(new, outline.root, outline.source)
        self._splicing = Splicing(outline)

    def data(self) -> bytes:
        """
        The changed file.

        Raises
        ------
        UnfoundError
            When something that should change cannot be found.

        """
        entries = self._outline.entries
        before = dict(zip(keys(c.id for c in self._old.concepts), self._old.concepts, strict=True))
        places = dict(zip(before, entries, strict=True))
        after = dict(zip(keys(c.id for c in self._new.concepts), self._new.concepts, strict=True))
        body = self._outline.body
        for key, place in places.items():
            if key not in after:
                self._splicing.remove(place)
            elif after[key] != before[key]:
                self._concept(place, before[key], after[key])
        for key, anchor in anchors(list(after), places):
            element = self._pieces.concept(after[key])
            if body is None:
                raise UnfoundError
            self._add(anchor, entries, body, element)
        return self._splicing.data()

    def _add(
        self, anchor: Located | None, siblings: Sequence[Located], parent: Located, new: Element
    ) -> None:
        """Put an element behind its elder sibling, before the first one, or into an empty parent."""
        if anchor is not None:
            self._splicing.after(anchor, parent, [new])
        elif siblings:
            self._splicing.before(siblings[0], parent, [new])
        else:
            self._splicing.fill(parent, [new])

    # -- concepts, sections, terms ----------------------------------------------------------------------------

    def _concept(self, place: Located, old: Concept, new: Concept) -> None:
        self._level(At(place, "C", old, new, tuple(c for c in place.children if c.kind != "langSet")))
        found = sections(place)
        olds, news = section_keys(old.languages, new.languages)
        before = dict(zip(olds, old.languages, strict=True))
        places = dict(zip(before, found, strict=True))
        after = dict(zip(news, new.languages, strict=True))
        for key, section in places.items():
            if key not in after:
                self._splicing.remove(section)
            elif after[key] != before[key]:
                self._section(section, before[key], after[key])
        for key, anchor in anchors(list(after), places):
            self._add(anchor, found, place, self._pieces.section(after[key]))

    def _section(self, place: Located, old: LanguageSection, new: LanguageSection) -> None:
        self._level(At(place, "L", old, new, tuple(c for c in place.children if c.kind != "tig")))
        found = terms(place)
        pairs = partners(old.terms, new.terms)
        places = {index: found[other] for index, other in pairs.items()}
        for index, term in enumerate(found):
            if index not in pairs.values():
                self._splicing.remove(term)
        for index, other in pairs.items():
            if old.terms[other] != new.terms[index]:
                self._term(found[other], old.terms[other], new.terms[index])
        for index, anchor in anchors(list(range(len(new.terms))), places):
            element = self._pieces.term(new.terms[index])
            grouped = any(term.name == "ntig" for term in found)
            self._add(anchor, found, place, _grouped(element) if grouped else element)

    def _term(self, place: Located, old: Term, new: Term) -> None:
        inside = parts(place)
        words = next((one for one in inside if one.kind == "term"), None)
        if words is None:
            raise UnfoundError
        if (old.text, old.marked) != (new.text, new.marked):
            self._splicing.refill(words, self._pieces.words(new))
        self._level(At(place, "T", old, new, tuple(one for one in inside if one is not words), words))

    # -- what a level says ------------------------------------------------------------------------------------

    def _level(self, at: At) -> None:
        """Change what a concept, a section or a term says of itself."""
        olds, news = said(at.old), said(at.new)
        finder = Finder(at.inside)
        places = [(one, finder.find(one)) for one in olds]
        gone, come = missing(olds, news), missing(news, olds)
        for one in come:
            elements = self._elements(one, at)
            partner = next((other for other in gone if _alike(one, other)), None)
            if partner is not None:
                gone.remove(partner)
                self._replace(at, _taken(places, partner), elements)
            else:
                elder = _before(one, news, places)
                self._insert(at, elements, elder, None if elder else _behind(one, at, news, places))
        for one in gone:
            found = _taken(places, one)
            if not found:
                raise UnfoundError
            for place in found:
                self._splicing.remove(place)

    def _elements(self, one: Said, at: At) -> tuple[Element, ...]:
        if one.slot == "status" and isinstance(at.new, Term):
            return self._pieces.status(at.new)
        if one.slot in {"partOfSpeech", "termType"}:
            return self._pieces.noted(one.slot, one.category.text)
        return self._pieces.said(one.category, at.letter)

    def _replace(self, at: At, places: Sequence[Located], elements: Sequence[Element]) -> None:
        same = bool(places and elements) and places[0].name == elements[0].name.rpartition(":")[2]
        if same:
            self._exchange(places[0], at.place, elements[0])
        for place in places[same:]:
            self._splicing.remove(place)
        self._insert(at, elements[same:])

    def _exchange(self, place: Located, parent: Located, element: Element) -> None:
        """Give an element another content; where only texts differ, only texts are changed."""
        if not element.children and not place.children:
            self._splicing.refill(place, element)
        elif [c.name.rpartition(":")[2] for c in element.children] == [c.name for c in place.children]:
            for child, inner in zip(place.children, element.children, strict=True):
                if CategoryReader("").category(child.parsed).text != flat(inner.text):
                    self._splicing.refill(child, inner)
        else:
            self._splicing.exchange(place, parent, [element])

    def _insert(
        self,
        at: At,
        elements: Sequence[Element],
        elder: Located | None = None,
        younger: Located | None = None,
    ) -> None:
        for element in elements:
            if younger is not None and not about_words(element):
                self._splicing.before(younger, at.place, [element])
                continue
            anchor = at.anchor(elder, about_words(element))
            if anchor is None:
                self._add(None, at.place.children, at.place, element)
            else:
                self._splicing.after(anchor, at.place, [element])


def _grouped(tig: Element) -> Element:
    """A term section in the form that puts the term and what is said of its words into a group."""
    if tig.name.rpartition(":")[2] != "tig":
        return tig
    head = tuple(one for one in tig.children if one.name == "term" or about_words(one))
    beside = tuple(one for one in tig.children if one not in head)
    return replace(tig, name="ntig", children=(Element("termGrp", (), head), *beside))


def _alike(one: Said, other: Said) -> bool:
    """Whether one can take the other's place."""
    about = (one.slot, one.category.kind, one.category.type)
    if about != (other.slot, other.category.kind, other.category.type):
        return bool(one.slot) and one.slot == other.slot
    label, _, _ = one.category.text.partition(": ")
    return one.category.kind != "note" or other.category.text.startswith(f"{label}: ")


def _taken(places: list[tuple[Said, list[Located]]], one: Said) -> list[Located]:
    index = next(i for i, (other, _) in enumerate(places) if other == one)
    return places.pop(index)[1]


def _before(one: Said, news: Sequence[Said], places: Iterable[tuple[Said, list[Located]]]) -> Located | None:
    """The element of what is said before, if it stays."""
    if one.slot:
        return None
    known = {id_: found[0] for (other, found) in places if found for id_ in [other]}
    for other in reversed(news[: news.index(one)]):
        if not other.slot and other in known:
            return known[other]
    return None


def _behind(
    one: Said, at: At, news: Sequence[Said], places: Iterable[tuple[Said, list[Located]]]
) -> Located | None:
    """The first element of what is said after, if it stays and says nothing of the words."""
    if one.slot or one.category not in at.new.extra:
        return None
    known = [(other, found[0]) for other, found in places if found and not other.slot]
    later = (place for other in news[news.index(one) + 1 :] for own, place in known if own == other)
    return next((place for place in later if not is_of_words(place)), None)
