"""Bad input is one clear sentence, the rest is processed, and the exit status is 2."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from termaccord.model import Span, TranslationUnit, Variant
from termaccord.project import corpus as corpora
from termaccord.store.memory.store import MemoryStore

Call = Callable[..., Result]


def complaints(path: Path) -> list[str]:
    return [str(f.message) for f in corpora.open_paths([str(path)], "en").findings]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("binary.txt", bytes(range(256)) * 40),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("broken.txt", "Текст".encode() + b"\xff\xfe\xff" + "дальше".encode()),
    ],
)
def test_an_unusable_text_is_one_sentence_and_the_rest_is_read(
    project: Path, termaccord: Call, name: str, data: bytes
) -> None:
    (project / "corpus" / name).write_bytes(data)
    with (project / "corpus/corpus.toml").open("a") as manifest:
        manifest.write(f'\n[[document]]\nid = "odd"\npath = "{name}"\nlanguage = "ru"\n')

    result = termaccord("extract", "corpus", "--format", "json")

    assert "Traceback" not in result.output
    said = [line for line in result.stderr.splitlines() if name in line]
    assert len(said) == 1
    assert "Совет речных портов" in result.stdout


def test_a_file_that_may_not_be_read_does_not_stop_the_others(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "open.txt").write_text("The Council of River Ports met again. " * 5, "utf-8")
    (project / "shut.txt").write_text("Nobody reads this.", "utf-8")
    read_bytes = Path.read_bytes

    def guarded(path: Path) -> bytes:
        if path.name == "shut.txt":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", guarded)
    corpus = corpora.open_paths(["open.txt", "shut.txt"], "en")

    assert [d.name for d in corpus.documents] == ["open.txt"]
    assert [(f.code, str(f.message)) for f in corpus.findings] == [
        ("P012", "cannot read shut.txt: Permission denied")
    ]


def test_an_assumed_encoding_is_said(project: Path) -> None:
    (project / "old.txt").write_bytes(("Совет речных портов собрался в Озёрске. " * 5).encode("cp1251"))

    corpus = corpora.open_paths(["old.txt"], "ru")

    assert "Озёрске" in corpus.documents[0].text
    assert any("1251" in str(f.message) for f in corpus.findings)


def test_a_manifest_with_troubles_leaves_the_rest_standing(project: Path, termaccord: Call) -> None:
    with (project / "corpus/corpus.toml").open("a") as manifest:
        manifest.write('\n[[document]]\nid = "ru/ports"\npath = "ru/ports.txt"\n')
        manifest.write('\n[[document]]\nid = "gone"\npath = "ru/gone.txt"\n')
        manifest.write('\n[[document]]\nid = "odd"\npath = "ru/ports.txt"\nlanguage = "klingon"\n')
        manifest.write('\n[[document]]\nid = "x"\npath = "ru/ports.txt"\ntranslation_of = "nobody"\n')

    result = termaccord("extract", "corpus", "--format", "json")

    assert result.return_value == 2
    assert [line.split()[1] for line in result.stderr.splitlines()] == ["P003", "P005", "P004", "P006"]
    assert json.loads(result.stdout)["concepts"]


def test_a_line_of_five_megabytes_is_read(project: Path) -> None:
    text = "The Council of River Ports met again and again without a stop " * 80_000
    (project / "long.txt").write_text(text, "utf-8")

    corpus = corpora.open_paths(["long.txt"], "en")

    assert corpus.documents[0].text == text
    assert corpus.documents[0].segments[-1].span.end <= len(text)


def test_thirty_thousand_sentences_are_segmented(project: Path) -> None:
    (project / "many.txt").write_text(
        "\n\n".join(f"Sentence number {i} stands here." for i in range(30_000)), "utf-8"
    )

    assert len(corpora.open_paths(["many.txt"], "en").documents[0].segments) == 30_000


@pytest.mark.parametrize(
    "text", ["ᚠᛇᚻ᛫ᛒᛦᚦ᛫ᚠᚱᚩᚠᚢᚱ᛫ᚠᛁᚱᚪ᛫ᚷᛖᚻᚹᛦᛚᚳᚢᛗ", "会议在北京举行。大家都同意。", "𐌰𐌱𐌲 𐌳𐌴𐌵."]
)
def test_a_script_nobody_expected_is_read(project: Path, text: str) -> None:
    (project / "odd.txt").write_text(text, "utf-8")

    segments = corpora.open_paths(["odd.txt"], "en").documents[0].segments

    assert "".join(s.text for s in segments).replace(" ", "") == text.replace(" ", "")
    assert segments[0].span.start == Span(0, 0).start


def test_a_text_whose_language_nobody_can_tell_asks_for_it(project: Path) -> None:
    (project / "odd.txt").write_text("12345 67890", "utf-8")

    assert any("--language" in str(f.message) for f in corpora.open_paths(["odd.txt"]).findings)


def test_a_damaged_memory_is_one_sentence(tmp_path: Path) -> None:
    with MemoryStore.open(tmp_path / "memory") as store:
        store.add(
            "mill.tmx",
            (
                TranslationUnit(
                    "", (Variant("en", (f"gate {n} of the mill",)), Variant("ru", (f"ворота {n}",)))
                )
                for n in range(3000)
            ),
        )
    file = tmp_path / "memory/units.sqlite3"
    file.write_bytes(file.read_bytes()[:40_000] + b"\xff" * 100_000)

    asked = [
        "memory",
        "match",
        "gate of the mill",
        "--source-language",
        "en",
        "--target-language",
        "ru",
        "--memory",
        "memory",
    ]
    done = subprocess.run(
        [sys.executable, "-m", "termaccord", *asked],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "Traceback" not in done.stderr
