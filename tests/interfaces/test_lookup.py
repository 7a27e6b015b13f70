"""`termaccord lookup` as people and scripts call it."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result
from rich.console import Console
from rich.text import Text

from termaccord.formats import tbx
from termaccord.interfaces.flowing import flow
from termaccord.interfaces.matches import print_matches
from termaccord.model import (
    Concept,
    DataCategory,
    Description,
    Glossary,
    LanguageSection,
    Status,
    Term,
    UsageError,
)
from termaccord.project.terms.looking import Answer, Hit, Related
from termaccord.store.termbase import Match

Call = Callable[..., Result]


def category(name: str) -> tuple[DataCategory, ...]:
    return (DataCategory("note", text=f"category: {name}"),)


ACCEPTED = Glossary(
    (
        Concept(
            "c-ports",
            (
                LanguageSection(
                    "en",
                    (
                        Term("Council of River Ports", Status.PREFERRED),
                        Term("CRP", Status.PREFERRED, term_type="acronym"),
                        Term("River Ports Board", Status.DEPRECATED),
                    ),
                ),
                LanguageSection(
                    "ru",
                    (
                        Term(
                            "Совет речных портов",
                            Status.PREFERRED,
                            contexts=(Description("Совет речных портов собрался в мае.", "ru/ports.txt"),),
                        ),
                        Term("СРП", Status.PREFERRED, term_type="acronym"),
                    ),
                ),
            ),
            definition=Description("Body of all river ports."),
            extra=category("body"),
        ),
        Concept(
            "c-sea",
            (
                LanguageSection("en", (Term("Council of Sea Ports"),)),
                LanguageSection("ru", (Term("Совет морских портов"),)),
            ),
            extra=category("body"),
        ),
    )
)
PROPOSED = Glossary(
    (
        Concept(
            "c-quiet",
            (LanguageSection("en", (Term("Quiet Water"),)), LanguageSection("ru", (Term("Тихая вода"),))),
            extra=category("exercise"),
        ),
        Concept("c-alone", (LanguageSection("ru", (Term("работа спасателей"),)),)),
    )
)


@pytest.fixture
def ports(project: Path) -> Path:
    (project / "glossary").mkdir()
    (project / "glossary/ports.tbx").write_bytes(tbx.serialize(ACCEPTED))
    (project / "glossary/ports.proposed.tbx").write_bytes(tbx.serialize(PROPOSED))
    return project


def answer(termaccord: Call, *arguments: str, stdin: bytes | None = None) -> dict:
    return json.loads(termaccord("lookup", *arguments, "--format", "json", stdin=stdin).stdout)


@pytest.mark.usefixtures("ports")
def test_an_answer_tells_all_that_the_glossary_knows(termaccord: Call) -> None:
    found = answer(termaccord, "Советом", "речных", "портов")
    first = found["matches"][0]

    assert found["query"] == "Советом речных портов"
    assert (first["concept"], first["category"], first["nearest"], first["proposed"]) == (
        "c-ports",
        "body",
        False,
        False,
    )
    assert [t["text"] for t in first["terms"]] == [
        "Council of River Ports",
        "CRP",
        "River Ports Board",
        "Совет речных портов",
        "СРП",
    ]
    assert first["contexts"] == [
        {"text": "Совет речных портов собрался в мае.", "document": "ru/ports.txt", "language": "ru"}
    ]
    assert first["definitions"] == [{"language": None, "text": "Body of all river ports."}]
    assert [(r["concept"], r["terms"][0]["text"]) for r in first["related"]] == [
        ("c-sea", "Council of Sea Ports")
    ]


@pytest.mark.usefixtures("ports")
def test_a_rejected_term_says_what_to_use(termaccord: Call) -> None:
    said = termaccord("lookup", "River Ports Board").stdout

    assert "River Ports Board  deprecated  use “Council of River Ports”" in said
    assert "see also: Council of Sea Ports = Совет морских портов" in said


@pytest.mark.usefixtures("ports")
def test_a_proposal_says_that_it_is_one(termaccord: Call) -> None:
    said = termaccord("lookup", "тихой водой").stdout

    assert said.startswith("c-quiet  exercise  proposed  ")


@pytest.mark.usefixtures("ports")
def test_what_is_less_likely_is_a_line_each(termaccord: Call) -> None:
    said = termaccord("lookup", "совет речной порт").stdout

    assert said.startswith("c-ports  body  ")
    assert "c-sea" not in said or "  Council of Sea Ports = Совет морских портов  c-sea" in said


@pytest.mark.usefixtures("ports")
def test_the_terms_of_a_text_are_listed_with_their_renderings(termaccord: Call) -> None:
    found = answer(termaccord, "--in-text", "corpus/ru/ports.txt")
    text = Path("corpus/ru/ports.txt").read_text("utf-8")

    assert (found["document"], found["language"]) == ("corpus/ru/ports.txt", "ru")
    assert [
        (t["text"], len(t["occurrences"]), [r["text"] for r in t["renderings"]]) for t in found["terms"]
    ] == [
        ("Совет речных портов", 2, ["Council of River Ports", "CRP"]),
        ("СРП", 2, ["CRP", "Council of River Ports"]),
        ("Тихая вода", 2, ["Quiet Water"]),
    ]
    places = [place for term in found["terms"] for place in term["occurrences"]]
    assert all(text[p["start"] : p["end"]] == p["text"] for p in places)
    assert (places[0]["line"], places[0]["column"]) == (1, 1)


@pytest.mark.usefixtures("ports")
def test_a_text_may_come_on_standard_input(termaccord: Call) -> None:
    found = answer(termaccord, "--in-text", "-", "--language", "en", stdin=b"The River Ports Board met.")

    assert [(t["text"], t["status"], t["instead"]) for t in found["terms"]] == [
        ("River Ports Board", "deprecated", ["Council of River Ports", "CRP"])
    ]


@pytest.mark.usefixtures("ports")
def test_only_the_renderings_of_one_language_may_be_wanted(termaccord: Call) -> None:
    found = answer(termaccord, "--in-text", "corpus/ru/ports.txt", "--target", "en-GB")

    assert {r["language"] for t in found["terms"] for r in t["renderings"]} == {"en"}


@pytest.mark.usefixtures("ports")
@pytest.mark.parametrize(
    "given",
    [
        ("порт", "--language", "de"),
        ("--in-text", "corpus/ru/ports.txt", "--language", "de"),
        ("--in-text", "corpus/ru/ports.txt", "--target", "de"),
    ],
)
def test_a_language_that_the_glossary_lacks_is_one_sentence(termaccord: Call, given: tuple[str, ...]) -> None:
    with pytest.raises(UsageError, match="the glossary has no terms in de; its languages are: en, ru"):
        raise termaccord("lookup", *given).exception or AssertionError


def test_the_source_of_a_bilingual_file_is_a_text_too(ports: Path, termaccord: Call) -> None:
    (ports / "ui.ru.po").write_text(
        'msgid ""\nmsgstr "Language: ru\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "The Council of River Ports met."\nmsgstr "Совет собрался."\n',
        "utf-8",
    )
    (term,) = answer(termaccord, "--in-text", "ui.ru.po")["terms"]
    (place,) = term["occurrences"]

    assert (term["text"], [r["text"] for r in term["renderings"]]) == (
        "Council of River Ports",
        ["Совет речных портов", "СРП"],
    )
    assert (place["start"], place["end"], place["line"]) == (4, 26, 4)
    assert place["unit"]


def test_what_is_not_translated_yet_is_a_text_too(ports: Path, termaccord: Call) -> None:
    (ports / "ui.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "The Council of River Ports met."\nmsgstr ""\n',
        "utf-8",
    )
    (term,) = answer(termaccord, "--in-text", "ui.po")["terms"]

    assert [(o["line"], o["column"], o["text"]) for o in term["occurrences"]] == [
        (4, 12, "Council of River Ports")
    ]


def test_a_language_of_a_memory_may_be_chosen(ports: Path, termaccord: Call) -> None:
    (ports / "ports.tmx").write_text(
        '<tmx version="1.4"><header srclang="ru"/><body><tu><tuv xml:lang="ru"><seg>Совет речных портов.</seg>'
        '</tuv><tuv xml:lang="en"><seg>The Council of River Ports.</seg></tuv></tu></body></tmx>',
        "utf-8",
    )

    said = [answer(termaccord, "--in-text", "ports.tmx", *tag)["terms"] for tag in ((), ("--language", "en"))]

    assert [term["text"] for (term,) in said] == ["Совет речных портов", "Council of River Ports"]


@pytest.mark.usefixtures("ports")
def test_a_folder_is_no_text(termaccord: Call) -> None:
    with pytest.raises(UsageError, match="corpus is a folder"):
        raise termaccord("lookup", "--in-text", "corpus").exception or AssertionError


def test_what_cannot_be_read_holds_no_terms_to_speak_of(ports: Path, termaccord: Call) -> None:
    (ports / "ship.txt").write_bytes(b"\x00\x01\x02" * 99)

    assert termaccord("lookup", "--in-text", "ship.txt").stdout == ""


@pytest.mark.usefixtures("ports")
def test_the_table_fits_a_narrow_terminal(termaccord: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = termaccord("lookup", "--in-text", "corpus/ru/ports.txt").stdout.splitlines()

    assert lines[0].split() == ["place", "term", "rendering", "times"]
    assert lines[1].split()[0] == "1:1"
    assert max(map(len, lines)) <= 80


@pytest.mark.usefixtures("ports")
def test_a_text_without_terms_says_so(termaccord: Call) -> None:
    said = termaccord("lookup", "--in-text", "-", "--language", "en", stdin=b"Nothing of ours.").stdout

    assert said == "No term of the glossary stands in <stdin>.\n"


@pytest.mark.usefixtures("ports")
@pytest.mark.parametrize("given", [(), ("",), (" ",), ("порт", "--in-text", "corpus/ru/ports.txt")])
def test_a_query_or_a_text_must_be_given(termaccord: Call, given: tuple[str, ...]) -> None:
    with pytest.raises(click.UsageError) as error:
        raise termaccord("lookup", *given).exception or AssertionError

    assert "give either QUERY or --in-text FILE" in str(error.value)


@pytest.mark.usefixtures("ports")
@pytest.mark.parametrize("given", [("--in-text", "absent.txt"), ("порт", "--glossary", "absent.tbx")])
def test_what_does_not_exist_is_one_sentence(termaccord: Call, given: tuple[str, ...]) -> None:
    assert isinstance(termaccord("lookup", *given).exception, UsageError)


@pytest.mark.usefixtures("ports")
def test_renderings_are_chosen_in_a_text_only(termaccord: Call) -> None:
    with pytest.raises(click.UsageError) as error:
        raise termaccord("lookup", "порт", "--target", "en").exception or AssertionError

    assert "--target goes with --in-text only" in error.value.message


def test_a_long_line_goes_on_below_its_beginning_on_a_terminal_and_stays_one_elsewhere() -> None:
    said = {}
    for terminal in (True, False):
        page = Console(file=io.StringIO(), force_terminal=terminal, no_color=True, width=30, soft_wrap=True)
        flow(page, "  en    ", Text("Council of River Ports and Harbours"))
        said[terminal] = page.file.getvalue()

    assert said[True] == "  en    Council of River Ports\n        and Harbours\n"
    assert said[False] == "  en    Council of River Ports and Harbours\n"


def test_an_abbreviation_that_is_easily_confused_is_shown() -> None:
    names = (Term("Crisis Room", Status.PREFERRED), Term("CR", Status.PREFERRED, term_type="acronym"))
    concept = Concept("c-room", (LanguageSection("en", names),))
    page = Console(file=io.StringIO(), width=80, soft_wrap=True)
    match = Match("c-ports", 1.0, "so", "CRP", "en", "ports.tbx")
    beside = tuple(Related(concept, term, referred=False) for term in ("CR", "Crisis Room"))

    print_matches(page, "CRP", Answer((Hit(ACCEPTED.concepts[0], match, beside),)))

    said = [line.strip() for line in page.file.getvalue().splitlines() if "see also" in line]
    assert said == ["see also: Crisis Room (CR)", "see also: Crisis Room"]
