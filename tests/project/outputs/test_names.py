from hypothesis import given
from hypothesis import strategies as st

from termaccord.model import Alignment, Document
from termaccord.project.outputs.names import memory_names, same_name


def alignment(source: str, target: str, outlet: str = "", language: str = "en") -> Alignment:
    return Alignment(
        Document(source, "ru", "", path=f"{source}.txt"),
        Document(target, language, "", path=f"{target}.txt", outlet=outlet),
        (),
    )


def test_a_file_is_named_after_text_and_outlet() -> None:
    assert memory_names([alignment("ru/ferry", "en-gull/ferry", "gull")]) == ["ferry.gull"]


def test_without_an_outlet_the_language_stands_in_its_place() -> None:
    pairs = [alignment("ru/ferry", "en/ferry"), alignment("ru/ferry", "de/ferry", language="de")]

    assert memory_names(pairs) == ["ferry.en", "ferry.de"]


def test_an_outlet_with_several_languages_gets_files_with_the_languages() -> None:
    pairs = [
        alignment("ru/ferry", "en/ferry", "gull"),
        alignment("ru/ferry", "de/ferry", "gull", "de"),
        alignment("ru/ferry", "en-tern/ferry", "tern"),
    ]

    assert memory_names(pairs) == ["ferry.ru.gull.en", "ferry.ru.gull.de", "ferry.tern"]


def test_several_translations_by_one_outlet_are_named_after_both_documents() -> None:
    pairs = [alignment("ru/ferry", "en/first", "gull"), alignment("ru/ferry", "en/second", "gull")]

    assert memory_names(pairs) == ["ru-ferry.en-first", "ru-ferry.en-second"]


def test_small_and_capital_letters_are_no_difference() -> None:
    pairs = [alignment("ru/Ferry", "a", "gull"), alignment("ru/ferry", "b", "Gull")]

    assert len({same_name(name) for name in memory_names(pairs)}) == 2


def test_an_outlet_may_have_any_name() -> None:
    assert memory_names([alignment("ru/ferry", "en/ferry", "The Gull / Evening: ed.")]) == [
        "ferry.The-Gull-Evening-ed"
    ]


words = st.sampled_from(["a", "A", "b", "a.b", "a/b", "a-b", "é", "e\u0301", "a.2", ""])


@given(st.lists(st.tuples(words, words, words, st.sampled_from(["en", "de"])), max_size=8))
def test_no_two_files_have_the_same_name(rows: list[tuple[str, str, str, str]]) -> None:
    names = memory_names([alignment(f"x/{s}", t, o, language) for s, t, o, language in rows])

    assert len({same_name(name) for name in names}) == len(rows)
    assert not any(set(name) & set('/\\:*?"<>| ') for name in names)
