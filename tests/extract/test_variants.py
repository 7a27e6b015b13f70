"""Names of one thing in one language come together; names of two things never do."""

import pytest

from termaccord.extract.candidates import candidates
from termaccord.extract.variants import groups
from termaccord.model import Document
from termaccord.text.analyse import segment


def together(language: str, *texts: str) -> list[set[str]]:
    """The groups as sets of citation forms."""
    found = candidates([segment(Document(f"text-{i}", language, t)) for i, t in enumerate(texts)])
    return [{found[i].text for i in group} for group in groups(found)]


def one_thing(language: str, first: str, second: str, *texts: str) -> bool:
    return any({first, second} <= group for group in together(language, *texts))


SAME = [
    ("Night Bakers Union", "NBU", "The Night Bakers Union (NBU) objected. The NBU left."),
    ("Ruvim Tasholdin", "Tasholdin", "Chief forester Ruvim Tasholdin spoke. Then Tasholdin left."),
    ("Operation Quiet Harvest", "Quiet Harvest", "The police ended Operation Quiet Harvest. After Quiet Harvest they left."),
    ("Rescue Organisation of Tarn", "Rescue Organization of Tarn",
     "The Rescue Organisation of Tarn met. The Rescue Organization of Tarn agreed."),
    ("Convention on Mountain Rescue", "Mountain Rescue Convention",
     "They signed the Convention on Mountain Rescue. The Mountain Rescue Convention binds all."),
    ("Counter-Poaching Office", "Counterpoaching Office",
     "The Counter-Poaching Office opened. The Counterpoaching Office closed."),
    ("Anti-Poaching Strategy of the NBU Member Towns for 2031–2035", "NBU Anti-Poaching Strategy for 2031–2035",
     "The Anti-Poaching Strategy of the NBU Member Towns for 2031–2035 and the NBU Anti-Poaching Strategy for 2031–2035."),
]  # fmt: skip

OTHER = [
    ("Silver Anchor-2030", "Silver Anchor-2031", "After Silver Anchor-2030 came Silver Anchor-2031."),
    ("Clean Wells Strategy for 2026–2030", "Clean Wells Strategy for 2031–2035",
     "The Clean Wells Strategy for 2026–2030 ends. The Clean Wells Strategy for 2031–2035 begins."),
    ("Council of Trade Masters", "Council of Road Masters",
     "The Council of Trade Masters met. The Council of Road Masters met too."),
    ("harbour warden", "deputy harbour warden",
     "The harbour warden, Ada Tasholdin, and the deputy harbour warden, Ruvim Kestrin, spoke."),
    ("Ada Tasholdin", "Ruvim Tasholdin", "Pilot Ada Tasholdin and forester Ruvim Tasholdin spoke."),
    ("Alexander Tasholdin", "Alexandra Tasholdina",
     "Pilot Alexander Tasholdin and forester Alexandra Tasholdina spoke."),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "text"), SAME, ids=[case[1] for case in SAME])
def test_two_names_of_one_thing_come_together(first: str, second: str, text: str) -> None:
    assert one_thing("en", first, second, text)


@pytest.mark.parametrize(("first", "second", "text"), OTHER, ids=[case[1] for case in OTHER])
def test_two_things_with_similar_names_stay_apart(first: str, second: str, text: str) -> None:
    assert not one_thing("en", first, second, text)


def test_a_person_in_two_spellings_is_one() -> None:
    assert one_thing(
        "en", "Yevgeny Shchukarev", "Evgenii Schukarev",
        "Captain Yevgeny Shchukarev spoke.", "Captain Evgenii Schukarev spoke.",
    )  # fmt: skip


def test_wordings_of_a_motto_in_different_texts_are_one() -> None:
    assert one_thing(
        "en", "Many Bridges, One River", "One River and Many Bridges",
        "The motto was “Many Bridges, One River”.", "The motto was “One River and Many Bridges”.",
    )  # fmt: skip


def test_two_mottos_of_one_text_are_two() -> None:
    text = "The motto was “Many Bridges, One River”. The older motto was “One River and Many Roads”."

    assert not one_thing("en", "Many Bridges, One River", "One River and Many Roads", text)


def test_a_body_with_and_without_its_owner_is_one_only_while_there_is_one_owner() -> None:
    one = "The Night Bakers Union (NBU) met. The NBU Secretariat wrote. The Secretariat waited."
    two = one + " The Old Millers Guild (OMG) met. The OMG Secretariat wrote."

    assert one_thing("en", "NBU Secretariat", "Secretariat", one)
    assert not one_thing("en", "OMG Secretariat", "NBU Secretariat", two)


def test_a_russian_abbreviation_joins_its_full_form() -> None:
    assert one_thing(
        "ru", "Союз ночных пекарей", "СНП", "Съезд Союза ночных пекарей (СНП) открыт. СНП ждёт гостей."
    )


def test_names_of_two_languages_are_not_compared() -> None:
    english = segment(Document("a", "en", "The NBU met."))
    german = segment(Document("b", "de", "Die NBU tagte."))

    assert groups(candidates([english, german])) == ()


def test_groups_are_sorted_and_disjoint() -> None:
    texts = " ".join(case[2] for case in SAME)
    found = candidates([segment(Document("text", "en", texts))])

    members = [i for group in groups(found) for i in group]

    assert len(members) == len(set(members))
    assert list(groups(found)) == sorted(groups(found))
