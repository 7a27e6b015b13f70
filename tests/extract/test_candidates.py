"""Names and terms of one language: what is found, what it is called, what stays silent."""

import pytest

from termaccord.extract.candidates import Candidate, candidates
from termaccord.model import Category, Document
from termaccord.text.analyse import segment


def found(text: str, language: str) -> tuple[Candidate, ...]:
    return candidates([segment(Document("text", language, text))])


def named(text: str, language: str) -> dict[str, str]:
    """Citation form to category."""
    return {c.text: str(c.category) for c in found(text, language)}


ENGLISH = [
    ("The Council of Orchard Keepers met on Monday.", "body", "Council of Orchard Keepers"),
    ("The Council on River Transport met on Monday.", "body", "Council on River Transport"),
    ("The Fisheries and Forestry Committee will decide.", "body", "Fisheries and Forestry Committee"),
    ("The Committee on Mines, Quarries and Tunnels will decide.", "body", "Committee on Mines, Quarries and Tunnels"),
    ("The Night Bakers Union (NBU) objected.", "body", "Night Bakers Union"),
    ("The Night Bakers Union (NBU) objected.", "body", "NBU"),
    ("They signed the Convention on Mountain Rescue of 1987.", "document", "Convention on Mountain Rescue of 1987"),
    ("The Clean Wells Strategy for 2031–2035 was approved.", "document", "Clean Wells Strategy for 2031–2035"),
    ("The Wool Trade and Dyeing Agreement expired.", "document", "Wool Trade and Dyeing Agreement"),
    ("They adopted the Ambrel declaration.", "document", "Ambrel declaration"),
    ("The Programme to Restore Coastal Lighthouses begins.", "programme", "Programme to Restore Coastal Lighthouses"),
    ("Schools joined the Warm Hearth programme.", "programme", "Warm Hearth"),
    ("Crews returned from Silver Anchor-2031 on Friday.", "exercise", "Silver Anchor-2031"),
    ("Crews returned from the Silver Anchor drill.", "exercise", "Silver Anchor"),
    ("It was rehearsed in Low Water, a staff game for pilots.", "exercise", "Low Water"),
    ("The police ended Operation Quiet Harvest.", "operation", "Quiet Harvest"),
    ("A regular session of the Council of Orchard Keepers opened.", "event", "regular session of the Council of Orchard Keepers"),
    ("Guests of the Ambrel summit arrived.", "event", "Ambrel summit"),
    ("The motto was “Many Bridges, One River”.", "motto", "Many Bridges, One River"),
    ("Its motto will be Many Bridges, One River.", "motto", "Many Bridges, One River"),
    ("Chief forester Ruvim Tasholdin spoke first.", "person", "Ruvim Tasholdin"),
    ("Asked about it, Ruvim Tasholdin, the chief forester, smiled.", "position", "chief forester"),
    ("President of Ambrelia Ruvim Tasholdin spoke first.", "person", "Ruvim Tasholdin"),
    ("President of Ambrelia Ruvim Tasholdin spoke first.", "position", "President of Ambrelia"),
    ("They appointed Ruvim Tasholdin Secretary General in May.", "person", "Ruvim Tasholdin"),
    ("OFA Secretary General Ruvim Tasholdin spoke first.", "position", "Secretary General"),
    ("She is the head of the training directorate.", "position", "head of the training directorate"),
    ("The Ambrel–Halden Railway Agreement expired.", "document", "Ambrel–Halden Railway Agreement"),
    ("A banner reading “Bake It by Sharing It” hung there.", "motto", "Bake It by Sharing It"),
    ("Under Operation White Flour and White Flour II nothing burned.", "operation", "White Flour II"),
    ("It was read by the Chief Baker.", "position", "Chief Baker"),
    ("Doctor Ruvim Tasholdin, the head physician, smiled.", "person", "Ruvim Tasholdin"),
    ("The Golden Loaf prize went to a child.", "programme", "Golden Loaf"),
]  # fmt: skip

RUSSIAN = [
    ("На заседании Совета садовых хозяйств выступили трое.", "body", "Совет садовых хозяйств"),
    ("Об этом сообщили в Комитете по горному спасению.", "body", "Комитет по горному спасению"),
    ("Слово дали Комитету по делам молодёжи, спорта и туризма.", "body", "Комитет по делам молодёжи, спорта и туризма"),
    ("Съезд Союза ночных пекарей (СНП) открыт.", "body", "Союз ночных пекарей"),
    ("Съезд Союза ночных пекарей (СНП) открыт.", "body", "СНП"),
    ("Они следуют Конвенции о горном спасении 1987 года.", "document", "Конвенция о горном спасении 1987 года"),
    ("Утвердили Стратегию чистых колодцев на 2031–2035 годы.", "document", "Стратегия чистых колодцев на 2031–2035 годы"),
    ("Её дополняет Стратегия противодействия браконьерству до 2040 года.", "document",
     "Стратегия противодействия браконьерству до 2040 года"),
    ("Школы вступили в программу «Тёплый очаг».", "programme", "Тёплый очаг"),
    ("Экипажи вернулись с «Серебряного якоря-2031».", "exercise", "Серебряный якорь-2031"),
    ("На учениях «Серебряный якорь» отличились двое.", "exercise", "Серебряный якорь"),
    ("Завершена операция «Тихая жатва».", "operation", "Тихая жатва"),
    ("Год прошёл под девизом «Мостов много — река одна».", "motto", "Мостов много — река одна"),
    ("Гости Амбрельского саммита прибыли утром.", "event", "Амбрельский саммит"),
    ("Первым выступил главный лесничий Рувим Ташолдин.", "person", "Рувим Ташолдин"),
    ("Первым выступил главный лесничий Рувим Ташолдин.", "position", "главный лесничий"),
    ("Его вручили заместителю главного лесничего Марфе Ильиничне Крутовой.", "position", "заместитель главного лесничего"),
    ("Спор решил бакенщик Песчаной Косы.", "position", "бакенщик"),
    ("Документ подписали главы государств — участников Садового союза.", "body", "Садовый союз"),
    ("Директора подписали Вторую Амбрельскую хартию.", "document", "Вторая Амбрельская хартия"),
    ("Первая Амбрельская хартия запрещала продажу.", "document", "Первая Амбрельская хартия"),
    ("Первая Амбрельская хартия запрещала продажу.", "document", "Амбрельская хартия"),
    ("В Школе № 12 учатся сто детей.", "body", "Школа № 12"),
    ("Люди звонили на Телефон доверия 303.", "concept", "Телефон доверия 303"),
    ("Там прошёл Всемирный конгресс дежурных аптекарей.", "event", "Всемирный конгресс дежурных аптекарей"),
    ("Секретариат Организации Договора о горном спасении молчит.", "body",
     "Секретариат Организации Договора о горном спасении"),
    ("Об этом рассказала аналитик штаба Жылдыз Кыдырова. Вопросы Кыдыровой пришлют.", "person", "Жылдыз Кыдырова"),
    ("Гости ждали в Музее-усадьбе Семи Мостов.", "body", "Музей-усадьба Семи Мостов"),
    ("В Музее Семи Мостов тихо.", "body", "Музей Семи Мостов"),
    ("Благотворительный вечер «Хлеб на двоих» собрал сто гостей.", "event", "Хлеб на двоих"),
]  # fmt: skip

GERMAN = [
    ("Der Rat der Obstbauern (RDO) tagte am Montag.", "body", "Rat der Obstbauern"),
    ("Sie beschlossen das Abkommen über gegenseitige Hilfe bei Lawinen.", "document",
     "Abkommen über gegenseitige Hilfe bei Lawinen"),
    ("Das Jahr stand unter dem Motto „Viele Brücken, ein Fluss“.", "motto", "Viele Brücken, ein Fluss"),
    ("Die Übung „Silberanker“ endete am Freitag.", "exercise", "Silberanker"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "category", "name"), ENGLISH, ids=[case[2] for case in ENGLISH])
def test_an_english_name_is_found_with_its_category(text: str, category: str, name: str) -> None:
    assert named(text, "en").get(name) == category


@pytest.mark.parametrize(("text", "category", "name"), RUSSIAN, ids=[case[2] for case in RUSSIAN])
def test_a_russian_name_is_found_in_its_citation_form(text: str, category: str, name: str) -> None:
    assert named(text, "ru").get(name) == category


@pytest.mark.parametrize(("text", "category", "name"), GERMAN, ids=[case[2] for case in GERMAN])
def test_a_german_name_is_found_though_every_noun_has_a_capital(text: str, category: str, name: str) -> None:
    assert named(text, "de").get(name) == category


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Every morning the bakers open early and sell warm bread.", "en"),
        ("According to them, nothing had changed since the spring.", "en"),
        ("“We open early,” she said, “and nobody complains.”", "en"),
        ("Each of the two had a view of his own.", "en"),
        ("Каждое утро пекарни открываются рано.", "ru"),
        ("«Мы открываемся рано, и никто не жалуется», — сказала она.", "ru"),
        ("Прежние порядки всем надоели.", "ru"),
        ("Jeden Morgen öffnen die Bäckereien früh und verkaufen warmes Brot.", "de"),
    ],
)
def test_ordinary_prose_names_nothing(text: str, language: str) -> None:
    assert named(text, language) == {}


def test_mentions_in_all_cases_are_one_candidate() -> None:
    text = (
        "Совет садовых хозяйств собрался. Совету садовых хозяйств помогли. О Совете садовых хозяйств забыли."
    )

    (council,) = (c for c in found(text, "ru") if c.category is Category.BODY)

    assert [m.text.split()[0] for m in council.mentions] == ["Совет", "Совету", "Совете"]


def test_a_mention_is_exactly_what_stands_at_its_span() -> None:
    text = "Первым выступил Рувим Ташолдин.\n\nНа «Серебряном якоре-2031» его ждали."

    assert all(m.span.of(text) == m.text for c in found(text, "ru") for m in c.mentions)


def test_yearly_editions_are_candidates_of_their_own() -> None:
    text = "После «Серебряного якоря-2030» прошёл «Серебряный якорь-2031»."

    assert {c.years for c in found(text, "ru") if c.category is Category.EXERCISE} == {("2030",), ("2031",)}


def test_an_abbreviation_knows_its_full_form() -> None:
    everything = {c.text: c for c in found("The Night Bakers Union (NBU) objected. The NBU left.", "en")}

    assert everything["NBU"].abbreviation
    assert everything["NBU"].expansion == everything["Night Bakers Union"].key


def test_a_surname_alone_belongs_to_the_one_who_was_introduced() -> None:
    everything = {
        c.text: c for c in found("Chief forester Ruvim Tasholdin spoke. Later Tasholdin left.", "en")
    }

    assert everything["Tasholdin"].category is Category.PERSON
    assert everything["Tasholdin"].expansion == everything["Ruvim Tasholdin"].key


def test_a_surname_of_two_people_belongs_to_neither() -> None:
    text = "Chief forester Ruvim Tasholdin and pilot Ada Tasholdin spoke. Later Tasholdin left."

    assert {c.text: c.expansion for c in found(text, "en")}["Tasholdin"] == ""


def test_a_word_that_names_an_exercise_may_also_be_an_ordinary_word() -> None:
    text = "The morning dew was thick. Crews remembered the Morning Dew drill, and the morning dew went on."

    (drill,) = (c for c in found(text, "en") if c.category is Category.EXERCISE and c.text == "Morning Dew")

    assert [m.text for m in drill.mentions] == ["Morning Dew"]


def test_a_generic_body_in_lower_case_must_return() -> None:
    once = named("A new weather station was opened.", "en")
    often = named(
        "A weather station was opened. Weather stations cost money. Two weather stations closed.", "en"
    )

    assert ("weather station" in once, often.get("weather station")) == (False, "body")


def test_a_motto_is_not_taken_apart() -> None:
    assert named("The motto was “Many Bridges, One River”.", "en") == {"Many Bridges, One River": "motto"}


def test_a_name_written_in_a_script_of_another_language_is_kept() -> None:
    assert "КСБ" in named("Engineers of the КСБ arrived.", "en")


def test_documents_without_sentences_give_nothing() -> None:
    assert candidates([Document("empty", "en", "")]) == ()
    assert candidates([]) == ()


@pytest.mark.parametrize("language", ["fi", "ja", "xx", "ar"])
def test_a_language_without_cues_gives_names_by_form(language: str) -> None:
    assert "NBU" in named("Abc def “Xyz” NBU ghi.", language)


def test_the_order_of_documents_does_not_change_what_is_found() -> None:
    texts = ["The Council of Orchard Keepers met.", "Later the Council of Orchard Keepers left Ambrel."]
    documents = [segment(Document(str(i), "en", t)) for i, t in enumerate(texts)]

    there = {(c.key, c.category) for c in candidates(documents)}
    back = {(c.key, c.category) for c in candidates(documents[::-1])}

    assert there == back
