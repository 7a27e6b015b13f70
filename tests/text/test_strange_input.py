"""Text that nobody writes but files hold: it is read like any other, however long."""

import pytest

from termaccord.model import Document
from termaccord.text.analyse import segment, words

SHAPES = {
    "dots": "." * 20_000,
    "dotted letters": "а.б." * 10_000,
    "a word of a thousand parts": "а-" * 1_000 + "б",
    "a word without end": "слово" * 4_000,
    "quotes that never close": "«" * 20_000,
    "initials": "А. Б. " * 5_000,
    "faces": "😀" * 20_000,
    "marks on marks": "e" + "\u0301" * 20_000,
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("language", ["ru", "en", "de"])
def test_strange_text_is_read_whole(shape: str, language: str) -> None:
    text = SHAPES[shape]

    found = words(text, language)
    segments = segment(Document("odd", language, text)).segments

    assert "".join(w.text for w in found).replace(" ", "") == text.replace(" ", "")
    assert all(s.span.of(text) == s.text for s in segments)


def test_an_address_is_one_token_and_dots_before_it_are_not_its_own() -> None:
    assert [w.text for w in words("пишите: press.office@example.org", "ru")][-1] == "press.office@example.org"
