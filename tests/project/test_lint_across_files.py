"""What no tool sees that checks one file at a time: a name rendered in two ways in different sentences of different files."""

from pathlib import Path

import pytest

from termaccord.model import Finding
from termaccord.project.lint import Request, lint

FIRST = (
    ("Девиз регаты — «Ветер любит смелых».", "The motto of the regatta is “The Wind Loves the Bold”."),
    ("Объединённые спасательные силы (ОСС) вышли в море.", "The Joint Rescue Forces (JRF) put to sea."),
    ("Капитаны остались довольны.", "The captains were pleased."),
)
SECOND = (
    (
        "Капитаны повторяли девиз «Ветер любит смелых».",
        "Captains repeated the motto “Winds Favour the Brave”.",
    ),
    (
        "Вечером вернулись Объединённые спасательные силы.",
        "In the evening the United Salvage Forces came back.",
    ),
    ("Капитаны остались довольны.", "The skippers were content."),
)
HEADER = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"X-Source-Language: ru\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def po(pairs: tuple[tuple[str, str], ...]) -> str:
    return HEADER + "".join(f'\nmsgid "{source}"\nmsgstr "{target}"\n' for source, target in pairs)


def xliff(pairs: tuple[tuple[str, str], ...]) -> str:
    units = "".join(
        f'<trans-unit id="u{i}"><source>{source}</source><target>{target}</target></trans-unit>'
        for i, (source, target) in enumerate(pairs)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
        f'<file original="regatta" source-language="ru" target-language="en" datatype="plaintext"><body>{units}</body>'
        "</file></xliff>"
    )


def findings(folder: Path, paths: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch) -> dict[str, Finding]:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    report = lint(Request(tuple(p.name for p in paths), with_glossary=False))
    return {f.code: f for f in report.findings}


@pytest.mark.parametrize(("ending", "write"), [("po", po), ("xlf", xliff)])
def test_a_motto_and_a_force_are_held_against_each_other_across_files(
    ending: str, write: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(write)
    paths = (tmp_path / f"one.{ending}", tmp_path / f"two.{ending}")
    for path, pairs in zip(paths, (FIRST, SECOND), strict=True):
        path.write_text(write(pairs), "utf-8")

    found = findings(tmp_path, paths, monkeypatch)

    assert {v.text for v in found["C12"].variants} == {"The Wind Loves the Bold", "Winds Favour the Brave"}
    assert {v.text for v in found["C10"].variants} == {"Joint Rescue Forces", "United Salvage Forces"}
    for code in ("C10", "C12"):
        files = [{p.file for p in v.places} for v in found[code].variants]
        assert sorted(files, key=sorted) == [{f"one.{ending}"}, {f"two.{ending}"}]


def test_ordinary_words_in_two_renderings_stay_silent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, pairs in (("one.po", FIRST[2:]), ("two.po", SECOND[2:])):
        (tmp_path / name).write_text(po(pairs), "utf-8")

    assert not any(
        code.startswith("C")
        for code in findings(tmp_path, (tmp_path / "one.po", tmp_path / "two.po"), monkeypatch)
    )
