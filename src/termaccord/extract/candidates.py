"""Names and terms that stand in documents of one language, with every place where they are mentioned."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from termaccord.extract.names.grouping import Group, group, spans
from termaccord.extract.names.recognise import recognise
from termaccord.extract.names.relations import settle
from termaccord.extract.names.sentence import Sentence, sentences
from termaccord.model import Category, Document, Span
from termaccord.text.citation import citation


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a candidate stands."""

    document: str
    """`Document.name`."""
    span: Span
    text: str
    """The words as they stand there, inflected."""
    unit: str = ""
    """Id of the translation unit, for a bilingual file."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name or term of one language."""

    language: str
    text: str
    """Citation form."""
    category: Category
    score: float
    """Termhood from 0 to 1."""
    mentions: tuple[Mention, ...]
    """In order of document and place."""
    abbreviation: bool = False
    cues: tuple[str, ...] = ()
    """Why it was taken: “quoted”, “head noun”, “title before name” …"""
    key: str = ""
    """What mentions were grouped by: folded lemmas, years kept."""
    expansion: str = ""
    """For an abbreviation or a short form: key of the full form."""
    years: tuple[str, ...] = ()
    """Years and editions in the name: its slots."""


def candidates(documents: Sequence[Document]) -> tuple[Candidate, ...]:
    """
    Find the candidates of all documents, which are segmented and may be of several languages.

    Candidates come in falling order of score, then by language and key.
    """
    languages = sorted({d.language for d in documents})
    found = [c for language in languages for c in _of_language(language, documents)]
    return tuple(sorted(found, key=lambda c: (-c.score, c.language, c.key)))


def _of_language(language: str, documents: Sequence[Document]) -> Iterator[Candidate]:
    read = sentences([d for d in documents if d.language == language])
    for found in settle(group(recognise(read), read)):
        mentions = tuple(Mention(*place) for place in spans(found, read))
        yield Candidate(
            language,
            _citation(found, read, language),
            found.category,
            found.score,
            mentions,
            found.abbreviation,
            found.cues,
            found.key,
            found.expansion,
            found.years,
        )


def _citation(found: Group, read: Sequence[Sentence], language: str) -> str:
    """The commonest citation form among the places; the shortest, then the first, of equals."""
    forms = Counter(
        citation(read[p.sentence].words[p.first : p.stop], language)
        for p in found.places
        if not read[p.sentence].heading
    ) or Counter(citation(read[p.sentence].words[p.first : p.stop], language) for p in found.places)
    return max(sorted(forms), key=lambda form: (forms[form], -len(form)))
