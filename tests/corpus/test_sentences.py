"""The sentences we find in our own corpus are those of the gold."""

from dataclasses import replace

from tests.corpus_gold import Entry, documents, marked

from termaccord.formats import documents as documents_format
from termaccord.model import BlockKind
from termaccord.text.analyse import segment

LEAST = 0.995


def found(entry: Entry) -> list[str]:
    document = documents_format.parse(entry.text.encode(), entry.path, entry.language).value
    return [one.text for one in segment(replace(document, language=entry.language)).segments]


def test_nearly_every_sentence_is_found_whole() -> None:
    missed = [
        (entry.id, s) for entry in documents() for s in set(marked(entry).sentences) - set(found(entry))
    ]
    total = sum(len(marked(entry).sentences) for entry in documents())

    assert 1 - len(missed) / total >= LEAST, missed


def test_a_headline_that_ends_in_guillemets_is_no_crumb_trail() -> None:
    text = "Анонс учений «Снежный барс» и «Долина»\n\nВ марте на полигоне у озера пройдут сразу два учения."

    blocks = documents_format.parse(text.encode(), "one.txt", "ru").value.blocks

    assert [block.kind for block in blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH]
