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
        ("Штаб паромной переправы", "Штабом паромной переправы", "Штабом паромной переправы"),
        ("заместитель смотрителя", "двум заместителям смотрителя", "заместителям смотрителя"),
        ("беспилотное судно", "на беспилотных судах", "беспилотных судах"),
        ("ребёнок", "у детей", "детей"),
        ("дети-сироты", "детям-сиротам", "детям-сиротам"),
        ("Ледовые сборы", "на Ледовых сборах", "Ледовых сборах"),
        ("Северо-Западный порт", "в Северо–Западном порту", "Северо–Западном порту"),
        ("Пётр Ильич Дубов", "Петру Ильичу Дубову", "Петру Ильичу Дубову"),
        ("Ринат Мостов", "с Ринатом Мостовым", "Ринатом Мостовым"),
        ("Гурам Чхеидзе", "у Гурама Чхеидзе", "Гурама Чхеидзе"),
        ("город Тальва", "в городе Тальве", "городе Тальве"),
        ("XII съезд", "на XII съезде", "XII съезде"),
        ("12-й съезд", "на 12-м съезде", "12-м съезде"),
        ("три маяка", "у трёх маяков", "трёх маяков"),
        ("80-летие порта", "к 80-летию порта", "80-летию порта"),
        ("План на 2031–2035 годы", "Плану на 2031—2035 гг. следуют", "Плану на 2031—2035 гг."),
        ("таможня и порт", "таможней и портом", "таможней и портом"),
        ("Гаврань", "Гаврань встретила их.", "Гаврань"),
        ("«Тихий причал»", "на «Тихом причале»", "«Тихом причале»"),
        ("ГИМС", "с ГИМСом", "ГИМСом"),
        ("Высший совет", "у Высшего совета", "Высшего совета"),
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
        ("Высший совет", "высокого совета"),
        ("новый порядок", "новейшего порядка"),
        ("«Тихий причал»", "у тихого причала"),
        ("«Тихий причал»", "Тихого причала не нашли."),
        ("«Якорь»", "подняли якорь"),
        ("Мир", "о мире"),
        ("год", "в 2031 г."),
        ("Союз маяков", "союзом маяка"),
        ("Штаб паромной переправы", "штабом паромных переправ"),
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
        ("harbour pilot", "HARBOUR PILOTS", "HARBOUR PILOTS"),
        ("harbour pilot", "a harbour-pilot’s boat", "harbour-pilot"),
        ("attorney general", "two attorneys general", "attorneys general"),
        ("mother-in-law", "mothers-in-law", "mothers-in-law"),
        ("memorandum of understanding", "memoranda of understanding", "memoranda of understanding"),
        ("NGO", "many NGOs", "NGOs"),
        ("member states", "each member state", "member state"),
        ("wharf", "the wharves", "wharves"),
        ("fireman", "firemen", "firemen"),
        ("Operation Channel", "Operation Channel's end", "Operation Channel"),
        ("“Channel”", "in Channel", "Channel"),
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
        ("Channel", "the channels"),
        ("Channel", "the channel"),
        ("Operation Channel", "operation channel"),
        ("landing", "They land."),
        ("land", "a landing"),
        ("leave", "They left."),
        ("life jacket", "lives jackets"),
        ("NGO", "ngos"),
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


@pytest.mark.parametrize(
    ("language", "term", "text", "surface"),
    [
        ("de", "Übung", "zwei große Übungen", "Übungen"),
        ("de", "Haus", "Häuser standen dort.", "Häuser"),
        ("de", "autonomes Schiff", "mit autonomen Schiffen", "autonomen Schiffen"),
        ("de", "Vereinte Häfen", "der Vereinten Häfen", "Vereinten Häfen"),
        ("fr", "autorité portuaire", "les autorités portuaires", "autorités portuaires"),
        ("fr", "droit de la mer", "les droits de la mer", "droits de la mer"),
        ("es", "buque autónomo", "los buques autónomos", "buques autónomos"),
        ("ja", "安全保障", "集団安全保障条約", "安全保障"),
    ],
)
def test_other_languages_are_matched_by_lemma(language: str, term: str, text: str, surface: str) -> None:
    assert found([term], text, language) == [surface]


@pytest.mark.xfail(strict=True, reason="one spelling of English is not the other")
def test_known_failure_the_other_spelling_is_found() -> None:
    assert found(["data centre"], "two data centers", "en") == ["data centers"]


@pytest.mark.xfail(strict=True, reason="a capital where a sentence begins says nothing")
def test_known_failure_a_name_of_one_ordinary_word_begins_a_sentence() -> None:
    assert found(["Channel"], "Channel, the third drill, is over.", "en") == ["Channel"]


@pytest.mark.xfail(strict=True, reason="the name of a woman does not decline in a consonant")
def test_known_failure_a_form_of_the_other_gender() -> None:
    assert found(["Софи Мерль"], "у Софи Мерля") == []


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


def bare(start: int, surface: str) -> tuple[int, int]:
    """A place without the quotation marks around it."""
    left = surface.lstrip('«“„"')
    start += len(surface) - len(left)
    return start, start + len(left.rstrip('»”“"'))


@pytest.mark.skipif(not PAIRS.exists(), reason="the folder ../shared with the evaluation pairs is absent")
@pytest.mark.parametrize("language", ["en", "ru"])
def test_marked_terms_of_the_evaluation_pairs_are_found(language: str) -> None:
    records = [json.loads(line) for line in PAIRS.read_text("utf-8").splitlines()]
    marked = [(r["id"], t[language]) for r in records for t in r["terms"] if t.get(language)]
    terms = dict.fromkeys(citation(t["text"], language) for _, t in marked)
    finder = Finder(((term, term) for term in terms), language)
    gold = {(i, *bare(t["start"], t["text"])) for i, t in marked}
    hits = {(r["id"], *bare(f.span.start, f.surface)) for r in records for f in finder.find(r[language])}

    assert len(gold & hits) >= 0.97 * len(hits)
    assert len(gold & hits) >= 0.97 * len(gold)
