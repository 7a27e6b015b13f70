"""What was meant against what a tool shows: every pair, status and fact of a glossary is seen or stands in the losses."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from termaccord.formats.flavours.flavour import Wish
from termaccord.formats.flavours.glossary.facts import Fact, facts, facts_in
from termaccord.formats.flavours.glossary.languages import REJECTED, means, others, spoken
from termaccord.formats.flavours.glossary.pairing import form, pairs
from termaccord.formats.flavours.glossary.shape import GlossaryFlavour, Rejected, Shown
from termaccord.formats.flavours.glossary.tidying import tidy
from termaccord.model import Concept, Degree, Glossary, Loss, Markup, Status, Subject, Term, say


class Seen:
    """What a tool shows of all its files, the source as the user asked for it."""

    def __init__(self) -> None:
        self.good: set[tuple[str, str]] = set()
        self.forbidden: dict[str, str] = {}
        """Terms that the tool warns of, and the file of their own that they stand in; empty: beside the good ones."""
        self._lines: dict[str, set[str]] = defaultdict(set)

    def take(self, shown: Iterable[Shown], apart: str = "") -> None:
        """What the tool shows of one more file; `apart` is the name of a file of rejected terms."""
        for one in shown:
            if one.forbidden:
                self.forbidden.setdefault(one.forbidden, apart)
            else:
                self.good.add((one.source, one.target))
            for term in (one.source, one.target):
                if term:
                    self._lines[term] |= one.lines

    def beside(self, term: str) -> set[str]:
        """Everything that stands beside a term."""
        return self._lines.get(term, set())

    def knows(self, term: str) -> bool:
        """Whether the tool shows a term at all."""
        return term in self._lines

    def alone(self, term: str) -> bool:
        """Whether the tool shows a term without a rendering."""
        return (term, "") in self.good or ("", term) in self.good


class Comparison:
    """Compares concept by concept."""

    def __init__(self, flavour: GlossaryFlavour, wish: Wish, seen: Seen) -> None:
        self._flavour = flavour
        self._wish = wish
        self._seen = seen

    def losses(self, glossary: Glossary) -> tuple[Loss, ...]:
        """In the order of the glossary."""
        return tuple(loss for concept in glossary.concepts for loss in self._concept(concept))

    def _concept(self, concept: Concept) -> Iterator[Loss]:
        if not self._flavour.every_language:
            yield from self._other_languages(concept)
        asked = (self._wish.source, self._wish.target)
        source, target = (spoken(concept, language, language) for language in asked)
        meant = [(s.text, t.text) for s, t in pairs(source.good, target.good)]
        terms = {tidy(t.text) for s in concept.languages if self._asked(s.language) for t in s.terms}
        if not self._offered(meant, terms):
            text = "; ".join(_names(concept))
            yield self._gone(Subject.CONCEPT, concept, self._why_concept(), text=text)
            return
        yield from self._pairs(concept, meant)
        for said, language in ((source, asked[0]), (target, asked[1])):
            yield from self._rejected(concept, said.rejected, language)
            yield from self._statuses(concept, said.good, language)
        yield from self._texts(concept)
        yield from self._facts(concept, terms)

    def _offered(self, meant: list[tuple[str, str]], terms: set[str]) -> bool:
        """Whether anything of a concept reaches the translator."""
        if any(pair in self._seen.good for pair in meant):
            return True
        beside = self._flavour.rejected is Rejected.BESIDE
        return not meant and any(
            self._seen.alone(term) or (beside and term in self._seen.forbidden) for term in terms
        )

    # -- terms ------------------------------------------------------------------------------------------------

    def _other_languages(self, concept: Concept) -> Iterator[Loss]:
        for section in others(concept, self._wish):
            text = "; ".join(tidy(term.text) for term in section.terms)
            yield self._gone(
                Subject.LANGUAGE,
                concept,
                say(
                    "{tool} takes a file for one pair of languages; ask for the other pair too",
                    tool=self._name,
                ),
                section.language,
                text,
            )

    def _why_concept(self) -> str:
        return say(
            "no term of it that may be used stands in both languages, and {tool} shows pairs", tool=self._name
        )

    def _pairs(self, concept: Concept, meant: list[tuple[str, str]]) -> Iterator[Loss]:
        for pair in meant:
            if pair not in self._seen.good:
                why = say("{tool} does not offer the one for the other", tool=self._name)
                yield self._gone(Subject.TERM, concept, why, text=" = ".join(pair))

    def _rejected(self, concept: Concept, terms: tuple[Term, ...], language: str) -> Iterator[Loss]:
        for term in terms:
            file = self._seen.forbidden.get(term.text)
            if file is None:
                why = say(
                    "{tool} would offer a rejected term like a good one, so it is left out", tool=self._name
                )
                yield self._gone(Subject.TERM, concept, why, language, term.text)
            elif file:
                why = say(
                    "{tool} shall warn of a rejected term and not offer it, so it stands in a file of its own",
                    tool=self._name,
                )
                yield Loss(Subject.TERM, Degree.MOVED, why, concept.id, language, term.text, file, self._tool)
            if file is not None and term.status is not None and not self._told(term.text, term.status):
                why = say("{tool} says only that it is forbidden", tool=self._name)
                yield Loss(
                    Subject.STATUS,
                    Degree.CHANGED,
                    why,
                    concept.id,
                    language,
                    f"{term.text}: {term.status.value}",
                    Status.FORBIDDEN.value,
                    self._tool,
                )

    def _told(self, text: str, status: Status) -> bool:
        return status is Status.FORBIDDEN or status.value in self._seen.beside(text)

    def _statuses(self, concept: Concept, terms: tuple[Term, ...], language: str) -> Iterator[Loss]:
        """Of good terms: one that is preferred and has no rival of its form leaves nothing to choose."""
        for term in terms:
            rivals = [other for other in terms if form(other) is form(term)]
            preferred = term.status is Status.PREFERRED
            if term.status is None or (preferred and len(rivals) == 1):
                continue
            by_order = self._flavour.ordered and len(rivals) > 1 and (term is rivals[0]) == preferred
            if not by_order and term.status.value not in self._seen.beside(term.text):
                why = say("{tool} does not tell which of several terms is preferred", tool=self._name)
                yield self._gone(Subject.STATUS, concept, why, language, f"{term.text}: {term.status.value}")

    def _texts(self, concept: Concept) -> Iterator[Loss]:
        """Terms that had to be written in another way."""
        for section in concept.languages:
            if not self._asked(section.language):
                continue
            for term in section.terms:
                text = tidy(term.text)
                if not text:
                    why = say("the term holds no character that can be seen; give it a text or delete it")
                    yield self._gone(Subject.TERM, concept, why, section.language, term.text)
                    continue
                if any(isinstance(part, Markup) for part in term.marked):
                    why = say("{tool} shows the text without its markup", tool=self._name)
                    yield self._gone(Subject.MARKUP, concept, why, section.language, text)
                if text != term.text:
                    why = say(
                        "with white space or characters in that form {tool} finds nothing", tool=self._name
                    )
                    yield Loss(
                        Subject.TERM,
                        Degree.CHANGED,
                        why,
                        concept.id,
                        section.language,
                        term.text,
                        text,
                        self._tool,
                    )

    # -- facts ------------------------------------------------------------------------------------------------

    def _facts(self, concept: Concept, terms: set[str]) -> Iterator[Loss]:
        everywhere = {line for text in sorted(terms) for line in self._seen.beside(text)}
        found = list(facts(concept))
        found += [f for s in concept.languages if self._asked(s.language) for f in facts_in(s)]
        for fact in dict.fromkeys(found):
            lines = self._seen.beside(fact.term) if fact.term else everywhere
            if fact.text not in lines and not self._unseen_term(fact):
                why = say("{tool} does not show it", tool=self._name)
                text = f"{fact.term}: {fact.text}" if fact.term else fact.text
                yield self._gone(fact.subject, concept, why, fact.language, text)
            elif fact.marked and not self._flavour.whole:
                why = say("{tool} shows the text without its markup", tool=self._name)
                yield self._gone(Subject.MARKUP, concept, why, fact.language, fact.text)

    def _unseen_term(self, fact: Fact) -> bool:
        """What is said of a term that is gone is not told again."""
        return bool(fact.term) and not self._seen.knows(fact.term)

    def _asked(self, language: str) -> bool:
        return (
            self._flavour.every_language
            or means(language, self._wish.source)
            or means(language, self._wish.target)
        )

    @property
    def _name(self) -> str:
        return self._flavour.name

    @property
    def _tool(self) -> str:
        return self._flavour.tool.value

    def _gone(self, subject: Subject, concept: Concept, why: str, language: str = "", text: str = "") -> Loss:
        return Loss(subject, Degree.GONE, why, concept.id, language, text, "", self._tool)


def _names(concept: Concept) -> list[str]:
    """The terms of a concept, the good ones."""
    return [
        tidy(term.text)
        for section in concept.languages
        for term in section.terms
        if term.status not in REJECTED
    ]
