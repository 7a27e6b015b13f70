import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termaccord.text.citation import citation
from termaccord.text.occurrences import Finder

PAIRS = Path(__file__).parents[2] / "../shared/eval/seeds/pairs.jsonl"


def found(terms: list[str], text: str, language: str = "ru") -> list[str]:
    return [f.surface for f in Finder([(term, term) for term in terms], language).find(text)]


@pytest.mark.parametrize(
    ("term", "text", "surface"),
    [
        (
            "Совет коллективной безопасности",
            "сессию Совета коллективной безопасности",
            "Совета коллективной безопасности",
        ),
        ("Вооружённые силы", "о вооруженных силах Лиги", "вооруженных силах"),
        ("Аркадий Пескарёв", "с Аркадием Пескаревым", "Аркадием Пескаревым"),
        ("Рагнар Хольмстейн", "письмо Рагнару Хольмстейну", "Рагнару Хольмстейну"),
        ("штаб-квартира", "в штаб-квартире", "штаб-квартире"),
        ("генерал-лейтенант", "двум генерал-лейтенантам", "генерал-лейтенантам"),
        ("государство-член", "государствами – членами", "государствами – членами"),
        ("27-й слёт", "после 27-го слёта", "27-го слёта"),
        ("операция «Белый волк»", "об операции “Белый волк”", "операции “Белый волк”"),
        ("План на 2026–2030 годы", "Плану на 2026-2030 годы", "Плану на 2026-2030 годы"),
        ("МИД", "в МИДе", "МИДе"),
        ("горный отряд", "три горных отряда", "горных отряда"),
        ("Карвельский слёт", "на Карвельском слёте", "Карвельском слёте"),
        ("Объединённый штаб", "ОБЪЕДИНЁННЫЙ ШТАБ", "ОБЪЕДИНЁННЫЙ ШТАБ"),
        ("Совет старейшин", "Совета\u00a0старейшин", "Совета\u00a0старейшин"),
        (
            "президент Тарвуна Рагнар Хольмстейн",
            "к президенту Тарвуна Рагнару Хольмстейну",
            "президенту Тарвуна Рагнару Хольмстейну",
        ),
        ("министр Анна Луговая", "министра Анну Луговую", "министра Анну Луговую"),
    ],
)
def test_a_term_is_found_in_any_form_of_its_inflecting_words(term: str, text: str, surface: str) -> None:
    assert found([term], text) == [surface]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("Совет коллективной безопасности", "совет коллективным безопасностям"),
        ("Совет коллективной безопасности", "совет, коллективной безопасности"),
        ("Совет коллективной безопасности", "Это дал совет. Коллективной безопасности мало."),
        ("Вооружённые силы", "вооружённая сила"),
        ("Белый волк", "белого волку"),
        ("Поиск", "поиск пропавших"),
        ("горный отряд", "горным отряда"),
        ("Поиск", "Поиск пропавших идёт."),
        ("Поиск", "Ночь. Поиск пропавших идёт."),
        ("США", "сша"),
        ("кластер", "кластеризация"),
        ("порт", "портовый"),
    ],
)
def test_what_only_looks_like_a_term_is_left_alone(term: str, text: str) -> None:
    assert found([term], text) == []


@pytest.mark.parametrize(
    ("term", "text", "surface"),
    [
        ("Search", "during Search the crews", "Search"),
        ("exercise", "two exercises", "exercises"),
        ("head of state", "the heads of state", "heads of state"),
        ("counter-terrorism unit", "a counter terrorism unit", "counter terrorism unit"),
        ("Elders’ Council", "the Elders' Council", "Elders' Council"),
        ("Alliance", "the Alliance’s fleet", "Alliance"),
        ("Clear Sky", "“Clear Sky-2024”", "Clear Sky"),
        ("U.S. Army", "the U.S. Army", "U.S. Army"),
    ],
)
def test_english_terms_are_found(term: str, text: str, surface: str) -> None:
    assert found([term], text, "en") == [surface]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("Search", "They search."),
        ("Search", "Search parties left."),
        ("IT", "it works"),
        ("Clear Sky", "under a clear sky"),
        ("state head", "state, head"),
    ],
)
def test_english_words_that_are_no_terms_stay_silent(term: str, text: str) -> None:
    assert found([term], text, "en") == []


def test_an_ordinary_word_in_quotes_is_a_name_even_where_a_sentence_begins() -> None:
    assert found(["Поиск"], "«Поиск» начался.") == ["Поиск"]


def test_the_longest_term_wins_unless_nested_ones_are_asked_for() -> None:
    finder = Finder([(1, "Совет"), (2, "Совет старейшин"), (3, "старейшина")], "ru")
    text = "решение Совета старейшин"

    assert [f.key for f in finder.find(text)] == [2]
    assert [f.key for f in finder.find(text, nested=True)] == [1, 2, 3]


def test_a_place_that_two_entries_spell_alike_is_reported_for_each() -> None:
    assert [f.key for f in Finder([(1, "порт"), (2, "порт")], "ru").find("из порта")] == [1, 2]


def test_the_year_of_an_edition_is_told() -> None:
    finder = Finder([(1, "Снегопад"), (2, "Метель-2024")], "ru")
    text = "учения «Снегопад-2025», «Снегопад – 2023» и «Метель-2024»"

    assert [(f.surface, f.year) for f in finder.find(text)] == [
        ("Снегопад", "2025"),
        ("Снегопад", "2023"),
        ("Метель-2024", ""),
    ]


def test_a_term_in_quotes_is_found_with_its_quotes_and_year() -> None:
    assert found(["«Снегопад»"], "на «Снегопаде-2025» и «Снегопаде»") == ["«Снегопаде-2025»", "«Снегопаде»"]


def test_other_languages_are_matched_by_lemma() -> None:
    assert found(["Übung"], "zwei große Übungen", "de") == ["Übungen"]
    assert found(["安全保障"], "集団安全保障条約", "ja") == ["安全保障"]


def test_a_term_without_letters_is_never_found() -> None:
    assert found(["«»", ""], "«»") == []


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("Совет тарейшинпов-«» .2024\n"), max_size=80))
def test_occurrences_do_not_overlap_and_quote_the_text(text: str) -> None:
    end = 0
    for f in Finder([(1, "Совет"), (2, "Совет старейшин"), (3, "пора")], "ru").find(text):
        assert f.span.start >= end
        assert f.surface == f.span.of(text)
        end = f.span.end


@pytest.mark.skipif(not PAIRS.exists(), reason="the folder ../shared with the evaluation pairs is absent")
@pytest.mark.parametrize("language", ["en", "ru"])
def test_marked_terms_of_the_evaluation_pairs_are_found(language: str) -> None:
    records = [json.loads(line) for line in PAIRS.read_text("utf-8").splitlines()]
    marked = [(r, t) for r in records for t in r["terms"] if t.get(language)]
    finder = Finder(
        {(t["concept_id"], citation(t[language]["text"], language)): None for _, t in marked}, language
    )
    places = {(r["id"], t[language]["start"], t[language]["length"]) for r, t in marked}
    bare = {(i, r[language][s : s + n].strip('«»"“”')) for i, s, n in places for r in records if r["id"] == i}
    hits = {(r["id"], f.surface) for r in records for f in finder.find(r[language])}

    right = sum((i, s.strip('«»"')) in bare or any(i == j and s in b for j, b in bare) for i, s in hits)
    assert right / len(hits) >= 0.97
    assert sum((i, b) in hits or any(i == j and s in b for j, s in hits) for i, b in bare) / len(bare) >= 0.97
