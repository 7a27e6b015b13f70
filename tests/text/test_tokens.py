import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termaccord.text.tokens import TokenKind, tokens


def texts(text: str) -> list[str]:
    return [token.text for token in tokens(text)]


@pytest.mark.parametrize(
    "word",
    [
        "генерал-лейтенант",
        "counter-terrorism",
        "Касым-Жомарт",
        "Ростов-на-Дону",
        "O'Brien",
        "д’Артаньян",
        "U.S.",
        "т.е.",
        "30-летие",
        "COVID",
        "за́мок",
        "со\u00adвет",
        "हिन्दी",
        "https://example.org/a?b=1",
        "press@example.org",
    ],
)
def test_what_readers_take_for_one_word_is_one_token(word: str) -> None:
    assert texts(f"({word})") == ["(", word, ")"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«Снегопад-2024»", ["«", "Снегопад", "-", "2024", "»"]),
        ("2026–2030", ["2026", "–", "2030"]),
        ("1,5 т", ["1,5", "т"]),
        ("12 300 чел.", ["12 300", "чел", "."]),
        ("№ 5", ["№", "5"]),
        ("CSTO's", ["CSTO", "'s"]),
        ("CSTO’s plan", ["CSTO", "’s", "plan"]),
        ("В. В. Перов", ["В", ".", "В", ".", "Перов"]),
        ("'quoted'", ["'", "quoted", "'"]),
        ("и/или", ["и", "/", "или"]),
        ("MiG-29", ["MiG", "-", "29"]),
        ("漢字です", ["漢", "字", "で", "す"]),
        ("ไทย", ["ไ", "ท", "ย"]),
    ],
)
def test_a_text_divides_where_readers_divide_it(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("слово", TokenKind.WORD),
        ("12-й", TokenKind.NUMBER),
        ("5th", TokenKind.NUMBER),
        ("27.11.2025", TokenKind.NUMBER),
        ("½", TokenKind.NUMBER),
        ("»", TokenKind.PUNCTUATION),
        ("—", TokenKind.PUNCTUATION),
        ("%", TokenKind.SYMBOL),
        ("№", TokenKind.SYMBOL),
        ("👍", TokenKind.SYMBOL),
    ],
)
def test_each_token_has_its_kind(text: str, kind: TokenKind) -> None:
    assert [token.kind for token in tokens(text)] == [kind]


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80))
def test_tokens_cover_everything_but_white_space_once_and_in_order(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert token.text == token.span.of(text)
        assert not text[end : token.span.start].strip()
        end = token.span.end
    assert not text[end:].strip()
