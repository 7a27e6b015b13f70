"""Markup that a translation loses: what needs inline codes or units, beside the cases of the rule."""

from termaccord.lint.rule import Passage, Text
from termaccord.lint.rules.passage.markup_lost import MARKUP_LOST
from termaccord.model import Content, Inline


def messages(source: Text, target: Text) -> list[str]:
    return [str(m.message) for m in MARKUP_LOST.check(Passage(target, source, paired=True))]


def coded(language: str, *content: str | Inline) -> Text:
    whole: Content = content
    return Text("".join(c for c in content if isinstance(c, str)), language, content=whole)


def code(name: str) -> Inline:
    return Inline("alone", "ph", "", (("x", name),))


def test_inline_codes_are_counted_by_what_names_them() -> None:
    source = coded("en", "Press ", code("1"), " or ", code("2"))

    assert messages(source, coded("ru", "Нажмите ", code("2"), " или ", code("1"))) == []
    assert messages(source, coded("ru", "Нажмите ", code("2"))) == ["inline code 1 of the source is missing"]
    assert messages(source, coded("ru", "Да", code("1"), code("2"), code("3"))) == [
        "inline code 3 is not in the source"
    ]


def test_the_form_for_one_thing_may_do_without_its_number() -> None:
    source, unit = Text("%d files", "en", unit="%d files[0]"), "%d files[0]"

    assert messages(source, Text("eine Datei", "de", unit=unit)) == []
    assert messages(source, Text("файлы", "ru", unit=unit)) == ["“%d” of the source is missing"]
    assert messages(Text("one file", "en", unit=unit), Text("%d файл", "ru", unit=unit)) == []
    assert messages(Text("%d files", "en"), Text("eine Datei", "de")) == ["“%d” of the source is missing"]


def test_an_untranslated_unit_has_lost_nothing() -> None:
    assert messages(Text("%d files", "en"), Text("", "ru")) == []


def test_a_lost_address_is_remarked() -> None:
    source = Text("See https://example.org/help or write to help@example.org.", "en")

    assert (
        messages(source, Text("Смотрите https://example.org/help или пишите на help@example.org.", "ru"))
        == []
    )
    assert (
        messages(source, Text("Смотрите https://example.org/ru или пишите на help@example.org.", "ru")) == []
    )
    assert len(messages(source, Text("Смотрите справку.", "ru"))) == 2
