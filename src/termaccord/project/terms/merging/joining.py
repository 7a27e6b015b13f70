"""One outside concept goes into one of ours: what it adds, and where it contradicts."""

from collections.abc import Iterable, MutableMapping
from dataclasses import replace

from termaccord.model import Concept, DataCategory, Description, LanguageSection, Message, Status, Term, say
from termaccord.project.terms.changes import ABBREVIATIONS, status_name, with_section
from termaccord.project.terms.journal import Hand
from termaccord.project.terms.merging.index import STRONG, keys_of
from termaccord.project.terms.merging.outcome import Conflict, Matter, Policy, Prefer
from termaccord.project.terms.merging.said import alike, excludes, flat, is_status, shown, status_word, wanted
from termaccord.project.terms.naming import section_of
from termaccord.text.normalise import fold

Claim = tuple[str, str, str]
"""What something is said of: the field, the language and the term."""


class Joining:
    """The way of an outside concept into one of ours."""

    def __init__(
        self, ours: Concept, policy: Policy, hand: Hand, claims: MutableMapping[Claim, str] | None = None
    ) -> None:
        """Begin with the concept as we have it; claims are what others have said of it in this import."""
        self.concept = ours
        self.said: list[Message] = []
        self.conflicts: list[Conflict] = []
        self._policy = policy
        self._hand = hand
        self._claims = {} if claims is None else claims

    def take(self, theirs: Concept) -> None:
        """Take over what is new, and tell what contradicts."""
        for section in theirs.languages:
            self._section(section)
        before = self.concept
        self.concept = replace(
            self.concept,
            subject_field=self._field(
                self.concept.subject_field, theirs.subject_field, "", say("subject field")
            ),
            definition=self._definition(self.concept.definition, theirs.definition, ""),
            extra=self._extra(self.concept.extra, theirs.extra, "", ""),
        )
        if self.concept != before:
            self.concept = replace(self.concept, extra=self._hand.noted(self.concept.extra))

    # -- languages ------------------------------------------------------------------------------------------------

    def _section(self, theirs: LanguageSection) -> None:
        number = section_of(self.concept, theirs.language)
        if number is None:
            if theirs.terms:
                self._whole_section(theirs)
            return
        for term in theirs.terms:
            self._term(number, term)
        held = self.concept.languages[number]
        changed = replace(
            held,
            definition=self._definition(held.definition, theirs.definition, held.language),
            extra=self._extra(held.extra, theirs.extra, held.language, ""),
        )
        if changed != held:
            self.concept = with_section(self.concept, number, changed)
            self.concept = replace(self.concept, extra=self._hand.noted(self.concept.extra))

    def _whole_section(self, theirs: LanguageSection) -> None:
        terms = tuple(fresh_term(term, self._policy, self._hand) for term in theirs.terms)
        for term in theirs.terms:
            self._claim(theirs.language, term)
        new = replace(theirs, terms=terms)
        self.concept = replace(self.concept, languages=(*self.concept.languages, new))
        self.said += [
            say("“{term}” is a new term ({language})", term=t.text, language=theirs.language) for t in terms
        ]

    def _term(self, number: int, theirs: Term) -> None:
        section = self.concept.languages[number]
        at = same_term(section, theirs)
        if at is None:
            self._new_term(number, theirs)
            return
        held = section.terms[at]
        changed = replace(
            held,
            part_of_speech=self._field(
                held.part_of_speech, theirs.part_of_speech, section.language, say("part of speech"), held.text
            ),
            term_type=self._field(
                held.term_type, theirs.term_type, section.language, say("kind of name"), held.text
            ),
            contexts=self._contexts(held, theirs),
            extra=self._extra(held.extra, theirs.extra, section.language, held.text),
        )
        if changed != held:
            self._put(number, at, changed)
        self._status(number, at, theirs)

    def _put(self, number: int, at: int, term: Term) -> None:
        section = self.concept.languages[number]
        term = replace(term, extra=self._hand.noted(term.extra))
        terms = (*section.terms[:at], term, *section.terms[at + 1 :])
        self.concept = with_section(self.concept, number, replace(section, terms=terms))

    # -- status ---------------------------------------------------------------------------------------------------

    def _status(self, number: int, at: int, theirs: Term) -> None:
        section = self.concept.languages[number]
        held = section.terms[at]
        if theirs.status is None:
            return
        slot = ("status", section.language, held.text)
        rival = self._rival(number, at, theirs)
        own = status_word(held)
        if theirs.status is held.status or not (own or rival):
            self._claims.setdefault(slot, theirs.status)
            if held.status is None:
                self._restate(number, at, theirs.status)
            return
        matter = Matter.PREFERRED if rival and own else Matter.STATUS
        ours = rival if matter is Matter.PREFERRED else own or rival
        their = held.text if matter is Matter.PREFERRED else theirs.status.value
        conflict = Conflict(matter, ours, their, section.language, held.text)
        if self._yields(conflict, slot, theirs.status, rival):
            self._demote(number, at, theirs)
            self._restate(number, at, theirs.status)

    def _rival(self, number: int, at: int | None, theirs: Term) -> str:
        """The term that we prefer where they prefer this one; an abbreviation only gives way to its like."""
        if theirs.status is not Status.PREFERRED:
            return ""
        short = theirs.term_type in ABBREVIATIONS
        for place, one in enumerate(self.concept.languages[number].terms):
            alike = (one.term_type in ABBREVIATIONS) is short
            if place != at and one.status is Status.PREFERRED and alike:
                return one.text
        return ""

    def _demote(self, number: int, at: int | None, theirs: Term) -> None:
        """Let our preferred term give way."""
        rival = self._rival(number, at, theirs)
        for place, one in enumerate(self.concept.languages[number].terms):
            if rival and one.text == rival and one.status is Status.PREFERRED:
                self._restate(number, place, Status.ADMITTED)

    def _restate(self, number: int, at: int, status: Status) -> None:
        section = self.concept.languages[number]
        held = section.terms[at]
        extra = tuple(one for one in held.extra if not is_status(one))
        self._put(number, at, replace(held, status=status, status_as_written="", extra=extra))
        message = say(
            "“{term}” is now {status} ({language})",
            term=held.text,
            status=status_name(status),
            language=section.language,
        )
        self.said.append(message)

    def _new_term(self, number: int, theirs: Term) -> None:
        section = self.concept.languages[number]
        term = fresh_term(theirs, self._policy, self._hand)
        if rival := self._rival(number, None, term):
            both = self._policy.add or self._policy.prefer is Prefer.OURS
            found = Conflict(Matter.PREFERRED, rival, term.text, section.language, term.text)
            slot = ("status", section.language, term.text)
            if self._yields(replace(found, both=self._policy.add), slot, Status.PREFERRED, rival):
                self._demote(number, None, term)
            elif both:
                term = replace(term, status=Status.ADMITTED)
            else:
                return
        elif term.status is None and any(t.status is Status.PREFERRED for t in section.terms):
            term = replace(term, status=Status.ADMITTED)
        self._claim(section.language, replace(theirs, status=theirs.status and term.status))
        section = self.concept.languages[number]
        self.concept = with_section(self.concept, number, replace(section, terms=(*section.terms, term)))
        self.said.append(
            say("“{term}” is a new term ({language})", term=term.text, language=section.language)
        )

    # -- fields ---------------------------------------------------------------------------------------------------

    def _field(self, ours: str, theirs: str, language: str, name: Message, term: str = "") -> str:
        slot = (str(name), language, term)
        if not theirs:
            return ours
        if not ours or fold(ours) == fold(theirs):
            self._claims.setdefault(slot, fold(theirs))
        if fold(ours) == fold(theirs):
            return ours
        if not ours:
            self.said.append(say("{field}: {value}", field=name, value=theirs))
            return theirs
        conflict = Conflict(Matter.FIELD, f"{name}: {ours}", f"{name}: {theirs}", language, term)
        return theirs if self._yields(conflict, slot, fold(theirs)) else ours

    def _definition(
        self, ours: Description | None, theirs: Description | None, language: str
    ) -> Description | None:
        if theirs is None:
            return ours
        slot, text = ("definition", language, ""), flat(theirs.text)
        if ours is None or flat(ours.text) == text:
            self._claims.setdefault(slot, text)
        if ours is None:
            self.said.append(say("a definition is added"))
            return theirs
        if flat(ours.text) == text:
            return ours
        conflict = Conflict(Matter.DEFINITION, ours.text, theirs.text, language)
        return theirs if self._yields(conflict, slot, text) else ours

    def _contexts(self, ours: Term, theirs: Term) -> tuple[Description, ...]:
        known = {flat(one.text) for one in ours.contexts}
        more = tuple(one for one in theirs.contexts if flat(one.text) not in known)
        if more:
            self.said.append(say("“{term}” has got a context", term=ours.text))
        return (*ours.contexts, *more)

    def _extra(
        self, ours: tuple[DataCategory, ...], theirs: Iterable[DataCategory], language: str, term: str
    ) -> tuple[DataCategory, ...]:
        """Our data categories and theirs that say something new, before the transactions."""
        found = list(ours)
        for one in theirs:
            slot, text = (f"{one.kind} {one.type}", language, term), flat(one.text)
            if one in found or not wanted(one) or any(alike(one, held) for held in found):
                self._claims.setdefault(slot, text)
                continue
            rival = next((held for held in found if excludes(held, one)), None)
            if rival is not None:
                conflict = Conflict(Matter.FIELD, shown(rival), shown(one), language, term)
                if self._yields(conflict, slot, text):
                    found[found.index(rival)] = one
                continue
            self._claims.setdefault(slot, text)
            at = next((n for n, held in enumerate(found) if held.kind == "transacGrp"), len(found))
            found.insert(at, one)
            self.said.append(say("{field}: {value}", field=one.type or one.kind, value=one.text))
        return tuple(found)

    def _claim(self, language: str, term: Term) -> None:
        """Note what they say of a term that is new."""
        said = {("status", language, term.text): str(term.status or "")}
        said[str(say("part of speech")), language, term.text] = fold(term.part_of_speech)
        said[str(say("kind of name")), language, term.text] = fold(term.term_type)
        said |= {(f"{one.kind} {one.type}", language, term.text): flat(one.text) for one in term.extra}
        for slot, value in said.items():
            if value:
                self._claims.setdefault(slot, value)

    def _yields(self, conflict: Conflict, slot: Claim, value: str, rival: str = "") -> bool:
        """
        Whether what we have gives way; the contradiction is noted either way.

        What another concept of this import has said of the same does not, even where theirs is right:
        then they contradict themselves, and that is for a person.
        """
        decided = self._policy.prefer
        if decided is Prefer.THEIRS:
            claimed = rival and self._claims.get((slot[0], slot[1], rival)) == Status.PREFERRED
            if claimed or self._claims.setdefault(slot, value) != value:
                decided = Prefer.NOBODY
        self.conflicts.append(replace(conflict, decided=decided))
        return decided is Prefer.THEIRS


def same_term(section: LanguageSection, theirs: Term) -> int | None:
    """The number of the term of ours that is theirs: as written, folded, then in dictionary form."""
    folded = fold(theirs.text)
    for place, one in enumerate(section.terms):
        if one.text == theirs.text:
            return place
    for place, one in enumerate(section.terms):
        if fold(one.text) == folded:
            return place
    keys = {key for key in keys_of(theirs.text, section.language) if key[1] in STRONG}
    for place, one in enumerate(section.terms):
        if keys & keys_of(one.text, section.language):
            return place
    return None


def fresh_term(theirs: Term, policy: Policy, hand: Hand) -> Term:
    """A term of theirs as one of ours, with a transaction."""
    extra = tuple(one for one in theirs.extra if wanted(one) or one.kind == "transacGrp")
    status = theirs.status or policy.status
    return replace(theirs, status=status, status_as_written="", id="", extra=hand.noted(extra, "origination"))
