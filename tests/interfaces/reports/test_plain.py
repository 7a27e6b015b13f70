"""Findings as people read them in a terminal."""

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console

from termaccord.interfaces.reports import Manner, print_report
from termaccord.interfaces.reports.drawing import window
from termaccord.interfaces.reports.quotes import Quote, shown
from termaccord.model import Document, Finding, Place, Severity, Span
from termaccord.project.lint import Report
from termaccord.text.analyse import segment

Golden = Callable[[str, str], None]


def printed(report: Report, manner: Manner | None = None, **console: object) -> str:
    page = io.StringIO()
    print_report(Console(file=page, soft_wrap=True, highlight=False, **console), report, manner or Manner())  # type: ignore[arg-type]
    return page.getvalue()


def alone(text: str, words: str, language: str = "en") -> Report:
    """A report of one finding, about the given words of a text."""
    document = segment(Document("a.txt", language, text, path="a.txt"))
    span = Span(text.index(words), text.index(words) + len(words))
    place = Place("a.txt", "", span, *document.position(span.start))
    finding = Finding("X00", "look here", place, Severity.WARNING, rule="trial", text=words)
    return Report((finding,), (), (document,))


def carets(said: str) -> tuple[str, str]:
    """The quoted line and the line below it, from the first column of the text."""
    lines = said.splitlines()
    below = next(i for i, line in enumerate(lines) if "^" in line)
    start = lines[below].index("| ") + 2
    return lines[below - 1][start:], lines[below][start:]


def test_a_report_as_text(report: Report, golden: Golden) -> None:
    golden("report.txt", printed(report))


def test_a_report_that_explains_itself(report: Report, golden: Golden) -> None:
    golden("explained.txt", printed(report, Manner(explain=True)))


def test_a_report_in_russian(report: Report, golden: Golden, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "ru")

    golden("report.ru.txt", printed(report, Manner(explain=True)))


def test_findings_counted_by_rule(report: Report, golden: Golden) -> None:
    golden("statistics.txt", printed(report, Manner(statistics=True)))


def test_who_wants_quiet_gets_findings_only(report: Report) -> None:
    assert printed(report).startswith(printed(report, Manner(quiet=True)))
    assert "affected" not in printed(report, Manner(quiet=True))


def test_nothing_found_is_said_in_one_line(report: Report) -> None:
    assert printed(replace(report, findings=())) == "4 files checked; all consistent.\n"


def test_only_a_terminal_gets_colours(report: Report) -> None:
    assert "\x1b[" in printed(report, force_terminal=True, color_system="standard", width=80)
    assert "\x1b[" not in printed(report)


@pytest.mark.parametrize("width", [40, 60, 80, 140])
def test_quoted_lines_fit_the_terminal(report: Report, width: int) -> None:
    said = printed(report, force_terminal=True, no_color=True, color_system=None, width=width)

    assert [x for x in said.splitlines() if (" | " in x or "^" in x) and cell_len(x) > width] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They met in Ozyorsk today.", "Ozyorsk"),
        ("Собрались в Озёрске вчера.", "Озёрске"),
        ("Собрались в Озе\u0308рске вчера.", "Озе\u0308рске"),
        ("会议在北京举行。", "北京"),
        ("A\tB\tOzyorsk", "Ozyorsk"),
        ("👩‍🚀 flew over Ozyorsk 👍", "Ozyorsk"),
        ("Lead. " * 60 + "Ozyorsk" + " tail." * 60, "Ozyorsk"),
        ("Озёрск " * 60 + "Ладный" + " порт" * 60, "Ладный"),
    ],
)
def test_the_words_meant_are_underlined_whatever_their_letters(text: str, words: str) -> None:
    line, below = carets(printed(alone(text, words)))

    indent = cell_len(line[: line.index(words)])
    assert below[: indent + cell_len(words)] == " " * indent + "^" * cell_len(words)


def test_words_that_run_over_the_line_are_underlined_to_its_end() -> None:
    line, below = carets(printed(alone("The Council of\nRiver Ports met.", "Council of\nRiver Ports")))

    assert line == "The Council of"
    assert below.startswith("    ^^^^^^^^^^ ")


def test_text_from_a_document_cannot_steer_the_terminal() -> None:
    said = printed(alone("It was \x1b[31mOzyorsk\x07\u202e today.", "\x1b[31mOzyorsk\x07\u202e"))

    assert not set(said) & {"\x1b", "\x07", "\u202e"}


def test_square_brackets_are_no_markup() -> None:
    assert "The [bold]Council[/bold] met" in printed(alone("The [bold]Council[/bold] met.", "Council"))


@pytest.mark.parametrize("room", range(1, 60))
def test_a_window_is_never_wider_than_its_room(room: int) -> None:
    seen = window(Quote("Сегодня 会议在北京 and then the ", "Harbour Board", " opened its session."), room)

    assert cell_len(seen.before + seen.words + seen.after) <= room


def test_lines_of_all_kinds_become_one() -> None:
    assert shown("a\nb\r\nc\u2028d\te") == "a b c d e"


def test_the_order_of_files_is_of_no_consequence(report: Report) -> None:
    turned = replace(report, documents=report.documents[::-1], concepts=report.concepts[::-1])

    assert printed(turned) == printed(report)
