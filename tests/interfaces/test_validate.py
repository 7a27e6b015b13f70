"""`termaccord validate`, as people and scripts use it."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from termaccord.interfaces.cli.main import main
from termaccord.model import UsageError

FILES = Path(__file__).parents[1] / "formats/validity/files"
BAD = """<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX-Basic" xml:lang="en">
  <martifHeader>
    <fileDesc><sourceDesc><p>Collected by hand.</p></sourceDesc></fileDesc>
  </martifHeader>
  <text>
    <body>
      <termEntry id="hive">
        <langSet xml:lang="en">
          <tig>
            <term>bee hive</term>
            <note>common</note>
            <termNote type="partOfSpeech">noun</termNote>
            <termNote type="grammaticalGender">neutral</termNote>
          </tig>
          <descrip type="definition">A house for bees.</descrip>
        </langSet>
        <langSet xml:lang="ru">
          <tig/>
        </langSet>
      </termEntry>
      <termEntry id="hive">
        <descrip type="colour">red</descrip>
        <ref type="crossReference" target="skep">skep</ref>
        loose words
        <langSet>
          <tig><term id="no name">swarm</term></tig>
        </langSet>
      </termEntry>
    </body>
  </text>
</martif>
"""
MEMORY = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="pen" creationtoolversion="1" segtype="sentence" o-tmf="paper" adminlang="en"
 srclang="en" datatype="plaintext"/><body><tu><tuv xml:lang="en"><seg>hive</seg></tuv>
<tuv xml:lang="ru"><seg>улей</seg></tuv></tu></body></tmx>
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.tbx").write_text(BAD, "utf-8")
    (tmp_path / "good.tbx").write_bytes((FILES / "tbx-basic-2008.tbx").read_bytes())
    (tmp_path / "good.tmx").write_text(MEMORY, "utf-8")
    return tmp_path


def run(*arguments: str, language: str = "en", stdin: str = "") -> Result:
    runner = CliRunner(env={"LANGUAGE": language})
    return runner.invoke(main, ["validate", *arguments], input=stdin, standalone_mode=False)


def test_a_bad_file_is_told_line_by_line(golden: Callable[[str, str], None]) -> None:
    result = run("bad.tbx")

    golden("validate-bad.txt", result.stdout)
    assert result.return_value == 1


def test_a_bad_file_is_told_in_russian(golden: Callable[[str, str], None]) -> None:
    golden("validate-bad.ru.txt", run("bad.tbx", language="ru").stdout)


def test_a_valid_file_says_what_it_is_and_what_else_it_satisfies() -> None:
    result = run("good.tbx")

    assert result.stdout == "good.tbx: valid TBX-Basic 2008\n  it satisfies TBX 2008\n"
    assert result.return_value == 0


def test_several_files_are_counted() -> None:
    result = run("good.tbx", "good.tmx")

    assert result.stdout.endswith("2 files, 2 valid.\n")
    assert "good.tmx: valid TMX 1.4\n" in result.stdout


def test_of_valid_files_quiet_says_nothing() -> None:
    assert run("good.tbx", "good.tmx", "--quiet").stdout == ""


def test_a_termbase_can_be_held_against_a_dialect_that_it_does_not_claim() -> None:
    result = run("good.tbx", "--as", "tbx-basic-v4")

    assert "F310" in result.stdout
    assert "it claims to be TBX-Basic 2008" in result.stdout
    assert result.return_value == 1


def test_a_dialect_of_tbx_is_not_asked_of_a_memory() -> None:
    result = run("good.tmx", "--as", "tbx-2008")

    assert isinstance(result.exception, UsageError)
    assert "good.tmx is TMX" in str(result.exception.message)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("broken.tbx", BAD.split("</tig>", 1)[0].encode(), "breaks off"),
        ("markup.tbx", b"<?xml version='1.0'?><TAGTABLE/>", "<TAGTABLE>"),
        ("empty.tbx", b"", "empty.tbx"),
        ("words.tbx", b"a glossary, they said", "words.tbx"),
        ("picture.tbx", b"\x89PNG\r\n\x1a\n\0\0", "picture.tbx"),
    ],
)
def test_what_is_no_termbase_is_told_in_a_sentence(folder: Path, name: str, data: bytes, said: str) -> None:
    (folder / name).write_bytes(data)

    result = run(name)

    assert said in result.stdout
    assert result.return_value == 2


def test_a_packed_file_is_judged_and_a_damaged_one_is_told(folder: Path) -> None:
    packed = gzip.compress((folder / "good.tbx").read_bytes())
    (folder / "good.tbx.gz").write_bytes(packed)
    (folder / "torn.tbx.gz").write_bytes(packed[:-20])

    result = run("torn.tbx.gz", "good.tbx.gz")

    assert "good.tbx.gz: valid TBX-Basic 2008" in result.stdout
    assert "torn.tbx.gz cannot be read to its end" in result.stdout
    assert result.return_value == 2


def test_the_rest_is_judged_beside_a_file_that_cannot_be_read(folder: Path) -> None:
    (folder / "markup.tbx").write_bytes(b"<TAGTABLE/>")

    result = run(".")

    assert [line.split(":")[0] for line in result.stdout.splitlines() if not line.startswith(" ")] == [
        *("bad.tbx", "good.tbx", "good.tmx", "markup.tbx"),
        "4 files, 2 valid.",
    ]
    assert result.return_value == 2


def test_json_says_of_each_file_what_it_is() -> None:
    answer = json.loads(run("bad.tbx", "good.tbx", "good.tmx", "--format", "json").stdout)

    assert [(one["path"], one["valid"], one["satisfies"]) for one in answer["files"]] == [
        ("bad.tbx", False, []),
        ("good.tbx", True, ["tbx-2008", "tbx-basic-2008"]),
        ("good.tmx", True, ["tmx-1.4"]),
    ]
    assert answer["summary"] == {"files": 3, "valid": 2, "unreadable": 0}
    assert (answer["findings"][0]["code"], answer["findings"][0]["line"]) == ("F312", 13)


def test_code_scanning_and_review_pages_get_their_forms() -> None:
    sarif = json.loads(run("bad.tbx", "--format", "sarif").stdout)
    github = run("bad.tbx", "--format", "github").stdout

    assert [one["ruleId"] for one in sarif["runs"][0]["results"]][:1] == ["F312"]
    assert github.startswith("::error file=bad.tbx,line=13,title=F312 element-order::")


def test_standard_input_is_judged_too() -> None:
    result = run("-", stdin=BAD)

    assert "F312" in result.stdout
    assert result.return_value == 1
