"""Menus and notices: left out of everything, and told."""

from pathlib import Path

from tests.formats.office_files import docx, p

from termaccord.project.corpus import open_paths
from termaccord.project.summary import Boilerplate, boilerplate

TEXT = "The harbour masters of seven ports met in the old custom house on Monday and spoke about tides.\n"


def test_each_wording_is_counted_once_with_its_first_place(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Font  size:\n\n{TEXT}\nBack to the section\n\nbottom of page\n")
    (tmp_path / "b.html").write_text(f"<nav>Font size:</nav><p>{TEXT}</p>")
    corpus = open_paths([str(tmp_path)], "en")
    found = boilerplate(corpus.documents)
    first = (tmp_path / "a.txt").as_posix()

    assert found == (
        Boilerplate("Font size:", 2, first, 1, None),
        Boilerplate("Back to the section", 1, first, 5, None),
        Boilerplate("bottom of page", 1, first, 7, None),
    )
    assert [s.text for d in corpus.documents for s in d.segments] == [TEXT.strip()] * 2


def test_in_an_office_text_it_is_a_paragraph(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(docx(p(TEXT), header1=p("Port Council")))
    found = boilerplate(open_paths([str(tmp_path)], "en").documents)

    assert [(one.text, one.line, one.paragraph) for one in found] == [("Port Council", None, 2)]
