"""Terms looked up in any form."""

import json
import random
from collections import defaultdict
from pathlib import Path

import pytest

from termaccord.model import Concept, Glossary, LanguageSection, Message, Term
from termaccord.store.termbase import Match, Termbase

PAIRS = Path(__file__).parents[2] / "../shared/eval/seeds/pairs.jsonl"


def concept(name: str, **languages: tuple[str, ...]) -> Concept:
    return Concept(
        name,
        tuple(
            LanguageSection(
                language, tuple(Term(t, term_type="acronym" if t.isupper() else "") for t in terms)
            )
            for language, terms in languages.items()
        ),
    )


GLOSSARY = Glossary(
    (
        concept("watch", en=("Harbour Watch Council", "HWC"), ru=("Совет портовой вахты", "СПВ")),
        concept("chart", en=("Chart Committee",), ru=("Картографический комитет при Совете портовой вахты",)),
        concept("spark", en=("Bright Spark",), ru=("Яркая искра",)),
        concept("drill", en=("Dawn Frontier",), ru=("Рубеж зари",)),
        concept("person", en=("Evgenii Zheludev",), ru=("Евгений Желудёв",)),
        concept("piracy", en=("counter-piracy strategy",), ru=("стратегия противодействия пиратству",)),
        concept("pilot", en=("pilot",), ru=("лоцман",)),
        concept("pilots", en=("pilotage district",), ru=("лоцманский округ",)),
    ),
)


@pytest.fixture(scope="module")
def termbase() -> Termbase:
    return Termbase.open(None, [("ports", GLOSSARY)])


def first(found: tuple[Match, ...]) -> str | None:
    return found[0].concept_id if found else None


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("Harbour Watch Council", "watch"),
        ("harbour watch council", "watch"),
        ("Совета портовой вахты", "watch"),
        ("Советом Портовой Вахты", "watch"),
        ("портовой вахты совет", "watch"),
        ("СПВ", "watch"),
        ("hwc", "watch"),
        ("«Яркой искре»", "spark"),
        ("Яркую   искру", "spark"),
        ("bright-spark", "spark"),
        ("Yarkaya iskra", "spark"),
        ("Рубежа зари", "drill"),
        ("Rubezh zari", "drill"),
        ("Yevgeny Zheludyov", "person"),
        ("Евгению Желудеву", "person"),
        ("Zheludev", "person"),
        ("Counter piracy strategies", "piracy"),
        ("counterpiracy strategy", "piracy"),
        ("стратегии противодействия пиратству", "piracy"),
        ("лоцманами", "pilot"),
        ("pilots", "pilot"),
        ("Картографического комитета", "chart"),
        ("картографический", "chart"),
        ("Совет портавой вахты", "watch"),
        ("Совтеа портовой вахты", "watch"),
        ("картогрфическому комитету", "chart"),
        ("Harbor Wach Council", "watch"),
        ("лоцмон", "pilot"),
        ("Яркая искра-2031", "spark"),
    ],
)
def test_a_term_is_found_in_any_form(termbase: Termbase, query: str, meant: str) -> None:
    assert first(termbase.lookup(query)) == meant


@pytest.mark.parametrize(
    ("query", "how"),
    [
        ("Bright Spark", "“Bright Spark” is the term itself"),
        ("HWC", "“HWC” is short for “Harbour Watch Council”"),
        ("bright spark", "“bright spark” is “Bright Spark” but for capitals, dashes or quotes"),
        ("Яркой искрой", "“Яркой искрой” is a form of “Яркая искра”"),
        ("искра яркая", "“искра яркая” is “Яркая искра” with its words in another order"),
        ("Yarkaya iskra", "“Yarkaya iskra” sounds like “Яркая искра”"),
        (
            "картографический",
            "“картографический” is part of “Картографический комитет при Совете портовой вахты”",
        ),
        ("Harbour Wacth Council", "“Harbour Wacth Council” is “Harbour Watch Council” misspelt"),
    ],
)
def test_an_answer_says_how_it_was_found(termbase: Termbase, query: str, how: str) -> None:
    found = termbase.lookup(query)[0]

    assert found.how == how
    assert isinstance(found.how, Message)


def test_a_whole_name_comes_before_a_name_that_holds_it(termbase: Termbase) -> None:
    found = termbase.lookup("Совет портовой вахты")

    assert [match.concept_id for match in found][:2] == ["watch", "chart"]
    assert found[0].score > found[1].score


def test_initials_lead_to_a_name_that_has_no_abbreviation() -> None:
    termbase = Termbase.open(None, [("ports", Glossary((concept("watch", ru=("Совет портовой вахты",)),)))])

    assert [(m.concept_id, m.how) for m in termbase.lookup("СПВ")] == [
        ("watch", "“СПВ” could stand for “Совет портовой вахты”"),
    ]


def test_the_language_of_a_query_may_be_said(termbase: Termbase) -> None:
    assert [match.language for match in termbase.lookup("pilot", "en")] == ["en"]
    assert all(match.language == "ru" for match in termbase.lookup("pilot", "ru-RU"))


def test_what_is_called_nothing_like_it_is_only_the_nearest(termbase: Termbase) -> None:
    (only,) = termbase.lookup("Chart Commission of the Sea Kings")[:1]
    nothing = termbase.lookup("жжжжж")

    assert only.concept_id == "chart"
    assert nothing == ()


@pytest.mark.parametrize(
    "query", ["", "  ", "«»", "—", "\x00", "a" * 10_000, "'; DROP TABLE term; --", "\ud800"]
)
def test_any_query_has_an_answer(termbase: Termbase, query: str) -> None:
    assert all(0 <= match.score < 0.9 for match in termbase.lookup(query))


def test_the_number_of_answers_is_bounded(termbase: Termbase) -> None:
    assert len(termbase.lookup("Совет портовой вахты", limit=1)) == 1
    assert termbase.lookup("Совет", limit=0) == ()


def test_an_empty_glossary_has_no_answers() -> None:
    assert Termbase.open(None, []).lookup("pilot") == ()


# -- the index on disk ------------------------------------------------------------------------------------


def test_an_index_is_kept_and_made_anew_only_when_the_glossary_changes(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "terms.sqlite3"
    Termbase.open(path, [("ports", GLOSSARY)]).close()
    made = path.stat().st_ino
    Termbase.open(path, [("ports", GLOSSARY)]).close()
    kept = path.stat().st_ino
    changed = Termbase.open(path, [("ports", Glossary(GLOSSARY.concepts[1:]))])

    assert made == kept
    assert first(changed.lookup("HWC")) != "watch"


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" + b"\xff" * 500])
def test_a_damaged_index_is_made_anew(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "terms.sqlite3"
    path.write_bytes(content)

    assert first(Termbase.open(path, [("ports", GLOSSARY)]).lookup("лоцманом")) == "pilot"


def test_a_reader_keeps_its_index_while_another_makes_it_anew(tmp_path: Path) -> None:
    path = tmp_path / "terms.sqlite3"
    reader = Termbase.open(path, [("ports", GLOSSARY)])
    Termbase.open(path, [("ports", Glossary(GLOSSARY.concepts[1:]))]).close()

    assert first(reader.lookup("HWC")) == "watch"


def test_where_the_disk_cannot_be_written_the_index_is_kept_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    termbase = Termbase.open(tmp_path / "file" / "terms.sqlite3", [("ports", GLOSSARY)])

    assert first(termbase.lookup("HWC")) == "watch"
    assert [finding.code for finding in termbase.findings] == ["S101"]


def test_nothing_is_left_behind_when_the_making_breaks_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("termaccord.store.lookup.filling._learn", fail)
    with pytest.raises(KeyboardInterrupt):
        Termbase.open(tmp_path / "terms.sqlite3", [("ports", GLOSSARY)])

    assert list(tmp_path.iterdir()) == []


# -- how well and how fast --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def seeds() -> tuple[Termbase, list[tuple[str, str]]]:
    if not PAIRS.exists():
        pytest.skip("the folder ../shared/eval is absent")
    terms: dict[str, dict[str, set[str]]] = defaultdict(lambda: {"en": set(), "ru": set()})
    surfaces = []
    for line in PAIRS.read_text("utf-8").splitlines():
        for term in json.loads(line)["terms"]:
            terms[term["concept_id"]]["en"].add(term["en"]["text"])
            terms[term["concept_id"]]["ru"].add(term["ru"]["base_form"])
            surfaces.append((term["ru"]["text"], term["concept_id"]))
    concepts = tuple(
        concept(name, **{language: tuple(sorted(texts)) for language, texts in sides.items()})
        for name, sides in sorted(terms.items())
    )
    return Termbase.open(None, [("seeds", Glossary(concepts))]), surfaces


def test_inflected_names_lead_to_their_concepts(seeds: tuple[Termbase, list[tuple[str, str]]]) -> None:
    termbase, surfaces = seeds
    right = sum(first(termbase.lookup(surface, "ru")) == meant for surface, meant in surfaces)

    assert right >= 0.97 * len(surfaces)


def test_a_typing_error_rarely_hides_a_name(seeds: tuple[Termbase, list[tuple[str, str]]]) -> None:
    termbase, surfaces = seeds
    randomly = random.Random(7)  # noqa: S311  # errors, not secrets
    right = sum(
        first(termbase.lookup(mistyped(surface, randomly), "ru")) == meant for surface, meant in surfaces * 3
    )

    assert right >= 0.9 * len(surfaces) * 3


def mistyped(text: str, randomly: random.Random) -> str:
    """Text with one letter left out, put in, replaced or swapped with the next."""
    at = randomly.choice([n for n, letter in enumerate(text) if letter.isalpha()])
    letter = randomly.choice("абвгдежзийклмнопрстуфхцчшщыьэюя")
    before, after = text[:at], text[at + 1 :]
    return randomly.choice(
        [
            before + after,
            before + letter + text[at:],
            before + letter + after,
            before + after[:1] + text[at] + after[1:],
        ]
    )
