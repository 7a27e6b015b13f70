"""The terms of a concept in the languages that are asked for: tidy, good and rejected ones apart, preferred first."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from termaccord.formats.flavours.flavour import Wish
from termaccord.formats.flavours.glossary.tidying import tidy
from termaccord.model import Concept, LanguageSection, Status, Term

REJECTED = frozenset({Status.DEPRECATED, Status.SUPERSEDED, Status.FORBIDDEN})


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a concept is called in one language."""

    section: LanguageSection
    """Under the code of the tool, without its terms."""
    good: tuple[Term, ...] = ()
    rejected: tuple[Term, ...] = ()


@lru_cache(maxsize=1024)
def primary(language: str) -> str:
    """
    The language without region and script.

    >>> primary("pt_BR"), primary("RU")
    ('pt', 'ru')
    """
    return language.replace("_", "-").partition("-")[0].lower()


@lru_cache(maxsize=4096)
def means(language: str, asked: str) -> bool:
    """
    Whether terms in a language are asked for: a bare language stands for its regions, and the other way round.

    >>> means("en-GB", "en"), means("en", "en-GB"), means("en-US", "en-GB")
    (True, True, False)
    """
    one, other = language.replace("_", "-").lower(), asked.replace("_", "-").lower()
    return primary(one) == primary(other) and (one == other or "-" not in one or "-" not in other)


def code(asked: str, wish: Wish) -> str:
    """How the tool calls a language: as the user says, else the bare language."""
    usual = asked if primary(wish.source) == primary(wish.target) else primary(asked)
    said = wish.codes.get(asked) or wish.codes.get(primary(asked)) or usual
    return said.replace("_", "-")


def spoken(concept: Concept, asked: str, called: str) -> Spoken:
    """The terms of all sections that a language means, as one."""
    sections = [section for section in concept.languages if means(section.language, asked)]
    terms = [term for section in sections for term in _tidied(section)]
    bad = {term.text for term in terms if term.status in REJECTED}
    good = sorted(
        (term for term in terms if term.text not in bad), key=lambda t: t.status is not Status.PREFERRED
    )
    rejected = [term for term in terms if term.status in REJECTED]
    merged = LanguageSection(called, ())
    for section in sections:
        merged = replace(
            merged,
            definition=merged.definition or section.definition,
            extra=merged.extra + section.extra,
        )
    return Spoken(merged, _once(good), _once(rejected))


def others(concept: Concept, wish: Wish) -> Iterator[LanguageSection]:
    """Sections in languages that are not asked for."""
    for section in concept.languages:
        if not means(section.language, wish.source) and not means(section.language, wish.target):
            yield section


def _tidied(section: LanguageSection) -> Iterator[Term]:
    for term in section.terms:
        text = tidy(term.text)
        if text:
            yield replace(term, text=text, marked=())


def _once(terms: list[Term]) -> tuple[Term, ...]:
    """The first of each text."""
    kept: dict[str, Term] = {}
    for term in terms:
        kept.setdefault(term.text, term)
    return tuple(kept.values())
