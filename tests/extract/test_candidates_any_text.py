"""Whatever the text, extraction answers, and every mention is what stands at its place."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termaccord.extract.candidates import candidates
from termaccord.extract.variants import groups
from termaccord.model import Document
from termaccord.text.analyse import segment

PIECES = st.sampled_from(
    re.split(
        " ",
        "Council Совет of по the на 2031 – - — ( ) « » “ ” ' ’s . , : ; NBU СНП Operation операция motto девиз Mr г. and и "
        "Ruvim Рувима Tasholdin Ташолдину deputy заместитель harbour порта 日本 ß №5 1,5 https://a.b Übung der für",
    )
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=25), st.sampled_from(["en", "ru", "de", "fi"]))
def test_any_jumble_of_cues_is_survived(pieces: list[str], language: str) -> None:
    document = segment(Document("text", language, " ".join(pieces)))

    found = candidates([document])

    assert all(m.span.of(document.text) == m.text for c in found for m in c.mentions)
    assert all(c.text and 0 < c.score <= 1 and c.mentions for c in found)
    assert len({(c.language, c.key) for c in found}) == len(found)
    assert all(len(group) > 1 for group in groups(found))


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=60), st.sampled_from(["en", "ru", "de", "ja"]))
def test_any_string_is_survived(text: str, language: str) -> None:
    document = segment(Document("text", language, text))

    assert all(m.span.of(text) == m.text for c in candidates([document]) for m in c.mentions)


KNOWN_FAILURES = [
    ("en", "A joint formation for radiation, chemical and biological protection arrived.",
     "joint formation for radiation, chemical and biological protection", "coordinated adjectives before one noun"),
    ("ru", "Гости собрались на праздник урожая и хлеба.", "праздник урожая и хлеба", "a lower-case name that stands once"),
    ("de", "Das Warnsystem Wiesach ging in Betrieb.", "Warnsystem Wiesach", "no head noun says what a system names"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "name", "why"), KNOWN_FAILURES, ids=[case[2] for case in KNOWN_FAILURES]
)
def test_known_failure(language: str, text: str, name: str, why: str, request: pytest.FixtureRequest) -> None:
    request.node.add_marker(pytest.mark.xfail(strict=True, reason=why))

    assert name in {c.text for c in candidates([segment(Document("text", language, text))])}
