"""Names and terms that stand in documents of one language, with every place where they are mentioned."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from termaccord.extract.names.grouping import Group, group, spans
from termaccord.extract.names.recognise import recognise
from termaccord.extract.names.relations import settle
from termaccord.extract.names.sentence import Found, Sentence, sentences
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
    found = settle(group(recognise(read), read))
    texts = {g.key: _citation(g, read, language) for g in found}
    for each in found:
        yield Candidate(
            language,
            _short(each, texts),
            each.category,
            each.score,
            tuple(Mention(*place) for place in spans(each, read)),
            each.abbreviation,
            each.cues,
            each.key,
            each.expansion,
            each.years,
        )


def _short(found: Group, texts: Mapping[str, str]) -> str:
    """A lone surname is cited as its bearer’s full name has it: there the given name shows the gender."""
    full = texts.get(found.expansion, "")
    return full.split()[-1] if full and found.category is Category.PERSON else texts[found.key]


def _citation(found: Group, read: Sequence[Sentence], language: str) -> str:
    """The citation form that most places give; of equals one that a text has, the shortest, the first."""
    plain = [p for p in found.places if not read[p.sentence].heading] or found.places
    written = {read[p.sentence].written(p.first, p.stop) for p in plain}
    forms = Counter(_cited(read[p.sentence], p, language) for p in plain)
    return max(sorted(forms), key=lambda form: (forms[form], form in written, -len(form)))


def _cited(sentence: Sentence, found: Found, language: str) -> str:
    """Abbreviations and mottos stay as they are; what is quoted keeps its article."""
    motto = found.category is Category.MOTTO
    fixed = found.abbreviation or motto or (found.quoted and not sentence.cues.prepositions)
    if fixed:
        return sentence.written(found.first, found.stop)
    return citation(sentence.words[found.first : found.stop], language)
