"""Whole titles that are told by the names they render."""

from tests.extract.parallel_texts import beads, concept_of, document, names

from termaccord.extract.bilingual.lines import read
from termaccord.extract.bilingual.titles import stretches
from termaccord.extract.propose import propose
from termaccord.model import Category, ProposedConcept
from termaccord.text.cues import cues_for
from termaccord.text.embed import load

RUSSIAN = (
    "В марте открылась выставка «Мёд и полынь».",
    "Пасечники начали операцию «Ниже снега».",
    "Школам помогает программа «Улей в корзине».",
    "Совет старейшин Верхней Лады поблагодарил пасечников.",
)
ENGLISH = (
    "In March people praised Honey and Wormwood.",
    "Beekeepers have begun Below the Snow.",
    "Schools are helped by Hive in a Basket.",
    "The Council of Elders of Upper Lada thanked the beekeepers.",
)
LATER = ("Nobody expected Hive in a Basket to reach the coast.", "Honey was dear, and Snow fell early.")


def found() -> tuple[ProposedConcept, ...]:
    source, target = document("ru/hive", "ru", RUSSIAN), document("en/hive", "en", ENGLISH, "ru/hive")
    return propose((source, target, document("en/later", "en", LATER)), [beads(source, target)], load())


def test_a_quoted_name_has_a_whole_title_for_its_rendering() -> None:
    concepts = found()

    assert names(concept_of(concepts, "Мёд и полынь"), "en") == {"Honey and Wormwood"}
    assert names(concept_of(concepts, "Below the Snow"), "ru")
    assert names(concept_of(concepts, "Улей в корзине"), "en") == {"Hive in a Basket"}
    assert concept_of(concepts, "Hive in a Basket").category is Category.PROGRAMME


def test_a_title_is_found_in_texts_that_translate_nothing() -> None:
    title = next(t for t in concept_of(found(), "Hive in a Basket").terms if t.language == "en")

    assert {o.document for o in title.occurrences} == {"en/hive.txt", "en/later.txt"}


def test_words_of_a_title_elsewhere_are_not_the_title() -> None:
    terms = [t for c in found() for t in c.terms if t.text in {"Honey and Wormwood", "Below the Snow"}]

    assert all(o.document == "en/hive.txt" for t in terms for o in t.occurrences)


def test_a_part_of_a_known_name_is_no_title() -> None:
    texts = {t.text for c in found() for t in c.terms}

    assert "Council" not in texts
    assert "Elders" not in texts


def _stretches(text: str) -> set[str]:
    line = read(text, "en")
    return {line.span(words).of(text) for words in stretches(line, cues_for("en"))}


def test_a_stretch_is_a_whole_run_of_capitals() -> None:
    assert _stretches("They called Operation Over the Hill from Lada House.") >= {
        "Over the Hill",
        "Operation Over the Hill",
        "Over the Hill from Lada House",
    }
    assert not _stretches("They called Operation Over the Hill.") & {"Hill from", "Over the", "the Hill"}
    assert _stretches("we play To the Last Hive 7 today") >= {"To the Last Hive 7"}


def test_a_headline_has_no_stretches() -> None:
    assert _stretches("Beekeepers Begin Work Below Deep Snow Today") == set()
    assert _stretches("nothing here has a capital") == set()
