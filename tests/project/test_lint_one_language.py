"""Texts of one language, held against each other without an original."""

from pathlib import Path

import pytest

from termaccord.project.lint import Request, lint


def codes(folder: Path, texts: tuple[str, ...], language: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    for number, text in enumerate(texts):
        (folder / f"{number}.{language}.txt").write_text(text + "\n", "utf-8")
    names = tuple(f"{number}.{language}.txt" for number in range(len(texts)))
    return [f.code for f in lint(Request(names, with_glossary=False)).findings]


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        (
            "en",
            (
                "The bakers met on Monday. The motto of the guild is “One Oven, One Loaf”. They left late.",
                "The bakers met in May. The motto of the guild is “One Oven, One Crust”. They left early.",
            ),
        ),
        (
            "ru",
            (
                "Пекари собрались в понедельник. Девиз гильдии — «Одна печь — один хлеб». Все разошлись поздно.",
                "В мае пекари собрались снова. Под девизом «Одна печь — одна корка» прошёл праздник улицы.",
            ),
        ),
    ],
)
def test_two_wordings_of_a_motto_need_no_original(
    language: str, texts: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert codes(tmp_path, texts, language, monkeypatch) == ["C12"]


def test_two_mottos_in_one_text_are_two_mottos(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = (
        "The motto of the bakers is “One Oven, One Loaf”. The motto of the brewers is “One Kettle, One Beer”.",
        "The brewers repeated their motto, “One Kettle, One Beer”, and the bakers their motto, “One Oven, One Loaf”.",
    )

    assert codes(tmp_path, texts, "en", monkeypatch) == []
