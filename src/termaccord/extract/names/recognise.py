"""Which recognisers read a sentence, and in what order."""

from collections import Counter
from collections.abc import Iterator, Sequence

from termaccord.extract.names import abbreviations, capitals, inflected, people, quoted
from termaccord.extract.names.sentence import Found, Sentence, lexicon


def recognise(sentences: Sequence[Sentence]) -> list[Found]:
    """Everything that may be a name in sentences of one language, in order of place."""
    return list(_all(sentences))


def _all(sentences: Sequence[Sentence]) -> Iterator[Found]:
    words = lexicon(sentences)
    alone: Counter[str] = Counter()
    for sentence in sentences:
        capitals.count_alone(sentence, words, alone)
    for index, sentence in enumerate(sentences):
        yield from quoted.find(index, sentence)
        yield from abbreviations.find(index, sentence)
        if sentence.cues.prepositions:
            yield from people.find(index, sentence)
            yield from inflected.find(index, sentence, words)
        else:
            yield from capitals.find(index, sentence, words, alone)
