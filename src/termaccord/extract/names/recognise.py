"""Which recognisers read a sentence, and in what order."""

from collections import Counter
from collections.abc import Iterator, Sequence

from termaccord.extract.names import abbreviations, capitals, inflected, people, quoted, recurrent
from termaccord.extract.names.sentence import Found, Sentence, lexicon
from termaccord.model import Category


def recognise(sentences: Sequence[Sentence]) -> list[Found]:
    """Everything that may be a name in sentences of one language, in order of place."""
    found = list(_all(sentences))
    mottos = [f for f in found if f.category is Category.MOTTO]
    inside = {(m.sentence, i) for m in mottos for i in range(m.first, m.stop)}
    return [f for f in found if f.category is Category.MOTTO or (f.sentence, f.first) not in inside]


def _all(sentences: Sequence[Sentence]) -> Iterator[Found]:
    words = lexicon(sentences)
    alone: Counter[str] = Counter()
    for sentence in sentences:
        capitals.count_alone(sentence, words, alone)
    if not sentences[0].cues.prepositions if sentences else False:
        yield from recurrent.find(sentences)
    for index, sentence in enumerate(sentences):
        yield from quoted.find(index, sentence)
        yield from abbreviations.find(index, sentence)
        if sentence.cues.prepositions:
            yield from people.find(index, sentence)
            yield from inflected.find(index, sentence, words)
        else:
            yield from capitals.find(index, sentence, words, alone)
