"""The documentation tells what the program does: commands, JSON fields, links."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from tests.formats.office_files import docx, p

from termaccord.formats import bilingual, documents
from termaccord.interfaces.cli.main import COMMANDS, main
from termaccord.lint.rules import RULES

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
RUSSIAN = (
    "Совет речных портов (СРП) собрался в Озёрске 12 мая 2025 года. Совет речных портов открыл заседание.\n"
)
ENGLISH = "The Council of River Ports (CRP) met in Ozyorsk on 12 May 2025. The {} opened its session.\n"
ORIGINAL = 'translation_of = "ru/ports"'
MEMORY = """<?xml version="1.0"?>
<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en"
 srclang="ru" datatype="plaintext"/><body>
<tu tuid="one"><tuv xml:lang="ru"><seg>Совет речных портов собрался в Озёрске.</seg></tuv>
<tuv xml:lang="en"><seg>The Council of River Ports met in Ozyorsk.</seg></tuv></tu>
<tu tuid="two"><tuv xml:lang="ru"><seg>Совет речных портов открыл заседание.</seg></tuv>
<tuv xml:lang="en"><seg>The Council of River Ports opened its session.</seg></tuv></tu>
<tu tuid="three"><tuv xml:lang="ru"><seg>В порт пришли 12 судов.</seg></tuv>
<tuv xml:lang="en"><seg>21 ships came into port.</seg></tuv></tu></body></tmx>
"""


def links(page: Path) -> Iterator[str]:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(<?([^)>\s]+)", text):
        if not re.match(r"[a-z]+:|#", target):
            yield target.partition("#")[0]


def commands(page: Path) -> Iterator[str]:
    """What follows the word termaccord at the beginning of a line of a shell block."""
    for block in re.findall(
        r"```(?:sh|shell|bash|console|text)?\n(.*?)```", page.read_text("utf-8"), re.DOTALL
    ):
        yield from re.findall(r"^(?:\$ )?(?:\S*/)?termaccord ([a-z]+)", block, re.MULTILINE)


def calls(page: Path) -> Iterator[tuple[list[str], list[str]]]:
    """The words behind the program's name and the options that are shown, in blocks of any kind and in running text."""
    text = page.read_text("utf-8")
    for said in re.findall(r"(?:^[ -]*|\$ |run: |`)termaccord ([a-z]+[^`\n]*)", text, re.MULTILINE):
        words = said.split()
        if words[0] in COMMANDS:
            yield words, re.findall(r"(?<!\S)--[a-z][a-z-]*", said)


def called(words: list[str]) -> click.Command:
    """The command that is meant: of a group, the one whose name stands behind the group's."""
    context, command, names = click.Context(main), main.get_command(click.Context(main), words[0]), words[1:]
    while isinstance(command, click.Group) and names and command.get_command(context, names[0]):
        command, names = command.get_command(context, names[0]), names[1:]
    assert command is not None
    return command


def keys(answer: object) -> Iterator[str]:
    if isinstance(answer, dict):
        for key, value in answer.items():
            yield key
            yield from keys(value)
    elif isinstance(answer, list):
        for value in answer:
            yield from keys(value)


def named_fields(command: str) -> set[str]:
    """The fields that the section of `command` in docs/json.md names; `a.b` names both."""
    sections = re.split(r"^## ", (ROOT / "docs/json.md").read_text("utf-8"), flags=re.MULTILINE)
    section = next(s for s in sections if s.startswith(f"`termaccord {command} --format json`"))
    body = section.partition("\n")[2]
    names = {part for name in re.findall(r"`([a-z_.]+)`", body) for part in name.split(".")}
    return names - {"corpus", "toml"}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    files = {
        "termaccord.toml": 'subject = "ports"\n',
        "corpus/ru/ports.txt": RUSSIAN,
        "corpus/en-gull/ports.txt": ENGLISH.format("Council of River Ports"),
        "corpus/en-crow/ports.txt": ENGLISH.replace("Council of River Ports", "River Harbour Board").format(
            "Board"
        ),
        "memory.tmx": MEMORY,
        "corpus/corpus.toml": "".join(
            f'[[document]]\nid = "{name}"\npath = "{name}.{ending}"\nlanguage = "{name[:2]}"\n{more}\n'
            for name, ending, more in (
                ("ru/ports", "txt", ""),
                ("en-gull/ports", "txt", ORIGINAL),
                ("en-crow/ports", "txt", ORIGINAL),
                ("en-owl/ports", "docx", ORIGINAL),
            )
        ),
    }
    owl = docx("".join(map(p, files["corpus/en-crow/ports.txt"].splitlines())), header1=p("The Owl"))
    (tmp_path / "corpus/en-owl").mkdir(parents=True)
    (tmp_path / "corpus/en-owl/ports.docx").write_bytes(owl)
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


CALLS = {
    "align": (("align", "corpus/ru/ports.txt", "corpus/en-gull/ports.txt"),),
    "extract": (("extract", "corpus"), ("extract", "memory.tmx")),
    "lookup": (
        ("build",),
        ("lookup", "Council of River Ports"),
        ("lookup", "--in-text", "corpus/ru/ports.txt"),
        ("lookup", "--in-text", "corpus/en-owl/ports.docx"),
        ("lookup", "--in-text", "memory.tmx"),
    ),
    "build": (("build",),),
    "lint": (("lint", "corpus"), ("lint", "memory.tmx")),
    "rules": (("rules",),),
    "validate": (("validate", "memory.tmx"),),
    "convert": (("convert", "memory.tmx", "terms.tbx"),),
}


@pytest.mark.parametrize("command", CALLS)
def test_every_field_that_is_promised_is_there(project: Path, command: str) -> None:
    found: set[str] = set()
    for call in CALLS[command]:
        result = CliRunner().invoke(main, [*call, "--format", "json"], standalone_mode=False)
        found |= set(keys(json.loads(result.stdout)))

    assert named_fields(command) - found == set()


def test_every_json_format_is_described() -> None:
    context = click.Context(main)
    speaking = set()
    for name in COMMANDS:
        command = main.get_command(context, name)
        assert command is not None
        if any(p.name == "form" and "json" in getattr(p.type, "choices", ()) for p in command.params):
            speaking.add(name)

    assert speaking == set(CALLS)


def test_the_page_of_commands_is_fresh_and_names_every_command() -> None:
    check = subprocess.run(
        [sys.executable, ROOT / "tools/docs.py", "--check"], capture_output=True, check=False
    )
    page = (ROOT / "docs/cli.md").read_text("utf-8")

    assert [name for name in COMMANDS if f"## `termaccord {name}`" not in page] == []
    assert check.stdout.decode() == ""


def test_every_rule_has_its_page() -> None:
    page = (ROOT / "docs/rules.md").read_text("utf-8")

    assert [rule.code for rule in RULES if f"### {rule.code} {rule.name}\n" not in page] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    assert [target for target in links(page) if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_shown_commands_exist(page: Path) -> None:
    assert set(commands(page)) - set(COMMANDS) == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_shown_options_exist(page: Path) -> None:
    wrong = []
    for words, options in calls(page):
        params = called(words).params
        known = {flag for p in params for flag in (*p.opts, *p.secondary_opts)} | {"--help"}
        wrong += [(words, option) for option in options if option not in known]

    assert wrong == []


def test_pre_commit_hooks_call_what_exists_for_files_that_are_read() -> None:
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    endings = {f".{e}" for e in re.findall(r"[a-z]+", " ".join(re.findall(r"files: \\\.\((.*?)\)\$", hooks)))}
    settings = {".toml", ".tbx", ".tmx"}

    assert set(re.findall(r"entry: termaccord (\w+)", hooks)) == {"lint"}
    read = {e for e in endings if e in documents.ENDINGS or bilingual.reads(f"a{e}")}
    assert endings - read - settings - {".htm"} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_shown_make_targets_exist(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    shown = re.findall(r"(?:`|^|&& )make ([a-z]+)(?=`|\s|$)", page.read_text("utf-8"), re.MULTILINE)

    assert set(shown) - targets == set()
