"""An invented world in three versions, aligned sentence by sentence."""

from collections.abc import Sequence

from termaccord.model import (
    Alignment,
    Bead,
    Document,
    ProposedConcept,
    Segment,
    Span,
    TranslationUnit,
    Variant,
)

RUSSIAN = (
    "Пасечный союз Верхней Лады (ПСВЛ) собрался в Медовом Логе.",
    "В четверг участники подписали Соглашение о защите опылителей.",
    "За погрузкой ульев следил Комитет по кочевым пасекам, а споры разбирал Комитет по горным лугам.",
    "На рассвете начались учения «Дымарь-2031», к которым готовились с весны.",
    "Во время «Дымаря-2028» шёл дождь.",
    "Игнат Рябчиков напомнил девиз союза: «Пчела спешить не любит».",
    "Решения Комитета по кочевым пасекам опубликует ПСВЛ.",
    "Соглашение о защите опылителей вступит в силу летом.",
)
HERALD = (
    "The Upper Lada Beekeeping Union (ULBU) met in Medovy Log.",
    "On Thursday the participants signed the Pollinator Protection Agreement.",
    "The Committee on Migratory Apiaries watched hives being loaded, the Committee on Mountain Meadows settled rows.",
    "At dawn the Smoker-2031 exercise began, for which they had prepared since spring.",
    "It rained during Smoker-2028.",
    "Ignat Ryabchikov recalled the motto of the union: “The Bee Dislikes Haste”.",
    "Decisions of the Committee on Migratory Apiaries will be published by the ULBU.",
    "The Pollinator Protection Agreement will enter into force in summer.",
)
COURIER = (
    "The Upper Lada Beekeeping Union (ULBU) gathered in Medovy Log.",
    "Participants put their names to the Agreement on the Protection of Pollinators on Thursday.",
    "The Migratory Apiary Committee saw to the loading of hives and the Mountain Meadow Committee to quarrels.",
    "Prepared for since spring, the Dymar-2031 exercise started at dawn.",
    "There was rain during Dymar-2028.",
    "“The Bee Dislikes Haste” is the union’s motto, Ignat Riabchikov said.",
    "The ULBU will publish what the Migratory Apiary Committee decides.",
    "In summer the Agreement on the Protection of Pollinators takes effect.",
)


def document(name: str, language: str, sentences: Sequence[str], original: str = "") -> Document:
    segments, at = [], 0
    for sentence in sentences:
        segments.append(Segment(Span(at, at + len(sentence)), sentence))
        at += len(sentence) + 1
    return Document(
        name,
        language,
        " ".join(sentences),
        segments=tuple(segments),
        path=f"{name}.txt",
        translation_of=original,
    )


def beads(source: Document, target: Document) -> Alignment:
    pairs = range(len(source.segments))
    return Alignment(source, target, tuple(Bead(range(i, i + 1), range(i, i + 1), 0.9) for i in pairs))


SOURCE = document("ru/union", "ru", RUSSIAN)
TARGETS = (
    document("en-herald/union", "en", HERALD, "ru/union"),
    document("en-courier/union", "en", COURIER, "ru/union"),
)
ARTICLE = document(
    "en-almanac/year",
    "en",
    (
        "It was a good year for honey.",
        "The Nomadic Apiary Committee moved four hundred hives.",
        "The Beekeeping Supplies Committee ran out of smoke.",
    ),
)
"""Translates nothing; tells of the same bodies under other names, and of one more."""
DOCUMENTS = (SOURCE, *TARGETS)
ALIGNMENTS = tuple(beads(SOURCE, target) for target in TARGETS)


def names(concept: ProposedConcept, language: str) -> set[str]:
    return {term.text for term in concept.terms if term.language == language}


def concept_of(concepts: Sequence[ProposedConcept], text: str) -> ProposedConcept:
    return next(c for c in concepts if any(term.text == text for term in c.terms))


def unit(number: int, english: str, russian: str) -> TranslationUnit:
    return TranslationUnit(f"u{number}", (Variant("en-GB", (english,)), Variant("ru", (russian,))))
