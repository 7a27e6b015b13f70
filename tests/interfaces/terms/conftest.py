"""A project with proposals and an accepted concept."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from termaccord.formats import tbx
from termaccord.interfaces.cli.main import main
from termaccord.model import (
    Concept,
    DataCategory,
    Description,
    Glossary,
    LanguageSection,
    Status,
    Term,
)


def note(text: str) -> DataCategory:
    return DataCategory("note", "", text)


def proposed(id_: str, score: float, category: str, **names: str) -> Concept:
    """A proposal as a build writes it; several names of a language stand with semicolons between."""
    sections = tuple(
        LanguageSection(
            language,
            tuple(
                Term(
                    text.strip("~"),
                    term_type="abbreviation" if "~" in text else "",
                    contexts=(Description(f"Here stands {text.strip('~')}.", f"{language}/a.txt"),),
                    extra=(note("score: 0.50"), note("occurrences: 2"), note("documents: 1")),
                )
                for text in written.split("; ")
            ),
        )
        for language, written in names.items()
    )
    extra = (note(f"category: {category}"), note(f"score: {score:.2f}"))
    return Concept(id_, sections, "rivers", extra=extra)


PROPOSED = Glossary(
    (
        proposed(
            "c-harbour-board",
            0.9,
            "body",
            ru="Совет гаваней; СГ~",
            en="Harbour Board; Board of Harbours; HB~",
        ),
        proposed("c-mist", 0.4, "concept", ru="туман", en="mist"),
        proposed("c-quiet-water", 0.7, "exercise", ru="Тихая вода", en="Quiet Water"),
    )
)
ACCEPTED = Glossary(
    (
        Concept(
            "c-river-council",
            (
                LanguageSection(
                    "en",
                    (
                        Term("River Council", Status.PREFERRED, "noun", "fullForm"),
                        Term("Council of Rivers", Status.ADMITTED, "noun", "variant"),
                        Term("RC", Status.PREFERRED, "noun", "acronym"),
                    ),
                ),
                LanguageSection("ru", (Term("Речной совет", Status.PREFERRED, "noun", "fullForm"),)),
            ),
            "rivers",
            extra=(note("category: body"),),
        ),
    ),
    title="Rivers",
)


@pytest.fixture
def rivers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project folder, which is the current one."""
    (tmp_path / "glossary").mkdir()
    (tmp_path / "termaccord.toml").write_text('subject = "rivers"\n', "utf-8")
    (tmp_path / "glossary/rivers.tbx").write_bytes(tbx.serialize(ACCEPTED))
    (tmp_path / "glossary/rivers.proposed.tbx").write_bytes(tbx.serialize(PROPOSED))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1747051200")
    return tmp_path


@pytest.fixture
def terms() -> Callable[..., Result]:
    """Call `termaccord terms`."""

    def call(*arguments: str, stdin: str | None = None) -> Result:
        return CliRunner().invoke(main, ("terms", *arguments), input=stdin, standalone_mode=False)

    return call
