"""Names and terms that stand in documents of one language, with every place where they are mentioned."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from termaccord.extract.names.grouping import Group, group, spans
from termaccord.extract.names.recognise import recognise
from termaccord.extract.names.relations import settle
from termaccord.extract.names.sentence import Found, Sentence, opens, sentences
from termaccord.extract.names.strays import strays
from termaccord.model import Category, Document, Span
from termaccord.text.analyse import Reader, words
from termaccord.text.citation import citation
from termaccord.text.normalise import fold

ORDINARY = frozenset({Category.POSITION, Category.CONCEPT})
"""What is written in lower case unless a sentence begins with it."""
FORMS = 8
"""Of so many forms of a name the citation form is told."""


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


def candidates(documents: Sequence[Document], known: Reader = words) -> tuple[Candidate, ...]:
    """
    Find the candidates of all documents, which are segmented and may be of several languages.

    `known` reads the words of a text.
    Candidates come in falling order of score, then by language and key.
    """
    languages = sorted({d.language for d in documents})
    read = {
        language: sentences([d for d in documents if d.language == language], known) for language in languages
    }
    left = strays(read)
    found = [c for language in languages for c in _of_language(language, read[language], left[language])]
    return tuple(sorted(found, key=lambda c: (-c.score, c.language, c.key)))


def _of_language(language: str, read: Sequence[Sentence], left: frozenset[str]) -> Iterator[Candidate]:
    found = settle(group(recognise(read, left), read))
    surnames = _surnames(found, read)
    texts = {g.key: _citation(g, read, language, surnames.get(g.key, ())) for g in found}
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


def _surnames(found: Sequence[Group], read: Sequence[Sentence]) -> Mapping[str, Sequence[str]]:
    """Forms of the surname alone by the key of the full name: they show what that leaves open, such as the gender."""
    alone = [g for g in found if g.category is Category.PERSON and g.expansion]
    return {g.expansion: [read[p.sentence].written(p.first, p.stop) for p in g.places] for g in alone}


def _short(found: Group, texts: Mapping[str, str]) -> str:
    """A lone surname is cited as its bearer’s full name has it: there the given name shows the gender."""
    full = texts.get(found.expansion, "")
    return full.split()[-1] if full and found.category is Category.PERSON else texts[found.key]


def _citation(found: Group, read: Sequence[Sentence], language: str, alone: Sequence[str]) -> str:
    """The form in which a glossary cites the name, told from all its forms together."""
    places, forced = _telling(found, read)
    written = Counter(read[p.sentence].written(p.first, p.stop) for p in places)
    best = max(sorted(written), key=lambda form: written[form])
    attested = [form for form in sorted(written) if fold(form) == found.key]
    if _fixed(found, read) or attested == [best]:
        text = best
    elif attested and read[0].cues.prepositions:
        text = max(attested, key=lambda form: written[form])
    else:
        place = next(p for p in places if read[p.sentence].written(p.first, p.stop) == best)
        given = best.rpartition(" ")[0]
        together = written + Counter(f"{given} {surname}" for surname in alone)
        text = _cited(found, place, read[place.sentence], language, together)
    quoted = any(f.quoted for f in found.finds)
    plain = forced and not quoted and not found.years
    ordinary = plain and found.category in ORDINARY and text[1:] == text[1:].lower()
    text = " ".join(text.split())
    return text[:1].lower() + text[1:] if ordinary else text


def _telling(found: Group, read: Sequence[Sentence]) -> tuple[list[Found], bool]:
    """Places where the first letter is the name's own, if there are any; second: that there are none."""
    plain = [p for p in found.places if not read[p.sentence].heading]
    own = [p for p in plain if not opens(read[p.sentence], p.first)]
    return own or plain or list(found.places), not own


def _cited(found: Group, place: Found, sentence: Sentence, language: str, written: Counter[str]) -> str:
    return citation(
        sentence.words[place.first : place.stop],
        language,
        number="sg" if _countable(found, sentence, place) else "keep",
        before=sentence.words[place.first - 1].text if sentence.word(place.first - 1) else "",
        forms=sorted(written, key=lambda form: (-written[form], form))[:FORMS],
    )


def _fixed(found: Group, read: Sequence[Sentence]) -> bool:
    """Abbreviations and mottos stay as they are; what is quoted keeps its article."""
    quoted = any(f.quoted for f in found.finds) and not read[0].cues.prepositions
    return found.abbreviation or found.category is Category.MOTTO or quoted


def _countable(found: Group, sentence: Sentence, place: Found) -> bool:
    """Whether the name is written like an ordinary noun, of which there may be several."""
    low = not any(sentence.capital(i) for i in range(place.first, place.stop) if i > 0)
    return (
        low
        and found.head not in sentence.cues.plural
        and sentence.form(place.head) not in sentence.cues.plural
    )
