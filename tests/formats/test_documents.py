"""Plain text, Markdown and HTML to documents."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.office_files import docx, odt, p

from termaccord.formats import documents
from termaccord.formats.reading import Reading
from termaccord.model import BlockKind, Document, Severity, Span


def read(text: str, name: str = "a.txt", language: str = "") -> Document:
    return documents.parse(text.encode(), name, language).value


def shown(document: Document, *kinds: BlockKind) -> list[str]:
    """The texts of the blocks, of these kinds where any are named."""
    return [b.span.of(document.text) for b in document.blocks if not kinds or b.kind in kinds]


def codes(reading: Reading[Document]) -> list[str]:
    return [finding.code for finding in reading.findings]


# -- plain text -------------------------------------------------------------------------------------------


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\r\n\t ")))
@settings(max_examples=150, deadline=None)
def test_a_text_is_the_file_itself_and_its_blocks_stand_in_order(text: str) -> None:
    document = read(text)
    ends = [0, *(block.span.end for block in document.blocks)]

    assert document.text == text.removeprefix("\ufeff")
    assert all(
        end <= block.span.start < block.span.end for end, block in zip(ends, document.blocks, strict=False)
    )


def test_offsets_count_the_characters_of_a_file_with_windows_line_ends() -> None:
    document = read("Первый абзац.\r\n\r\nВторой абзац.\r\n")

    assert [block.span for block in document.blocks] == [Span(0, 13), Span(17, 30)]


def test_every_line_is_a_paragraph_where_lines_are_long() -> None:
    first = (
        "The harbour masters of seven ports met in the old custom house and spoke for two days about tides."
    )
    second = (
        "They agreed on a plan. The next meeting takes place in spring, when the ice on the river has gone."
    )

    assert shown(read(f"{first}\n{second}\n")) == [first, second]


WRAPPED = """\
The harbour masters of seven ports met in the old
custom house and spoke for two days about tides,
pilots and the price of rope.

They agreed on a plan, which the youngest of them
had written on the train. The next meeting takes
place in spring.
"""


def test_wrapped_lines_are_one_paragraph() -> None:
    assert [text.count("\n") for text in shown(read(WRAPPED))] == [2, 2]


def test_an_indented_line_begins_a_paragraph_in_wrapped_text() -> None:
    document = read(WRAPPED.replace("\n\n", "\n   "))

    assert [text.split()[0] for text in shown(document)] == ["The", "They"]


def test_a_sentence_that_plainly_goes_on_is_joined_even_where_lines_are_not_wrapped() -> None:
    text = "Совет администраций портов утвердил план учений и передал его в Мшанск,\nгде его ждали лоцманы."

    assert len(read(text).blocks) == 1


CHAT = (
    "the pier",
    "the old quay beyond the custom house",
    "us",
    "the mole in the bay",
    "the buoy that the council laid",
)


def test_lines_of_a_chat_are_not_joined_where_nobody_writes_capitals() -> None:
    lines = [f"the tide is coming in at {port} and nobody has told the pilot" for port in CHAT]

    assert shown(read("\n".join(lines))) == lines


def test_a_list_of_short_lines_stays_a_list() -> None:
    assert shown(read("anchor\nbollard\nwindlass\n")) == ["anchor", "bollard", "windlass"]


def test_the_bullet_of_an_item_is_not_its_text_but_its_number_is() -> None:
    document = read(
        "Ports taking part:\n\n• Mshansk, with four tugs.\n• Ternova, with two.\n1. First drill.\n"
    )

    assert shown(document, BlockKind.LIST_ITEM) == [
        "Mshansk, with four tugs.",
        "Ternova, with two.",
        "1. First drill.",
    ]


def test_a_short_line_above_a_paragraph_is_its_heading() -> None:
    document = read(
        "II. The Spring Drill\n\nSeven ports sent their tugs to the mouth of the river, and nobody was hurt.\n"
    )

    assert shown(document, BlockKind.HEADING) == ["II. The Spring Drill"]


def test_a_rule_is_no_text() -> None:
    assert shown(read("The drill has ended.\n\n* * *\n\nThe tugs are back.\n")) == [
        "The drill has ended.",
        "The tugs are back.",
    ]


# -- furniture --------------------------------------------------------------------------------------------

ARTICLE = (
    "The harbour masters of seven ports met in the old custom house on Monday and spoke about tides.\n\n"
    "They agreed on a plan, which the youngest of them had written on the train, and went home.\n"
)


@pytest.mark.parametrize(
    "furniture",
    [
        "Skip to main content",
        "Версия для слабовидящих",
        "3 hours ago",
        "7 min read",
        "Home / News / Ports",
        "We use cookies to make this site better.",
        "Продолжая пользоваться сайтом, вы соглашаетесь с обработкой файлов cookie.",
        "© 2031 Harbour Gazette. All rights reserved.",
        "Menu\nHome\nOur ports\nContacts",
        "Zum Hauptinhalt springen",
        "Search",
        "Published in sections: News, Transcripts",
        "Publication date: May 14, 2031, 10:20",
        "Updated 14 May 2031",
        "Text version",
        "We and our 312 partners store and access information on your device.",
        "Опубликовано в разделах: Новости, Порты",
        "Дата публикации: 14 мая 2031 года",
        "Обновлено: 14.05.2031 10:20",
        "Подписывайтесь на наш канал в Telegram",
        "Мы и наши партнёры обрабатываем файлы cookie, чтобы показывать рекламу.",
        "Alle Cookies akzeptieren",
        "Veröffentlicht am 14. Mai 2031",
        "Wir und unsere 312 Partner speichern Cookies auf Ihrem Gerät.",
        "Publié le 14 mai 2031",
        "Nous et nos partenaires utilisons des cookies.",
        "Retour en haut",
        "Publicado el 14 de mayo de 2031",
        "Síguenos en Telegram",
        "Volver arriba",
    ],
)
def test_what_belongs_to_the_page_is_boilerplate(furniture: str) -> None:
    document = read(f"{furniture}\n\n{ARTICLE}")

    assert "\n".join(shown(document, BlockKind.BOILERPLATE)) == furniture


@pytest.mark.parametrize(
    "text",
    [
        "Harbour Summit",
        "March 3, 2031, Mshansk",
        "Official site of the Port Council",
        "Dear colleagues,",
        "The search goes on.",
        "Search and rescue / drill",
        "President of the Council: Friends, colleagues,",
        "The council discussed whether cookies on the websites of ports should be allowed.",
        "We and our partners are ready for any weather.",
        "Published posthumously in 2031",
        "Publication of the harbour code",
        "Мы и наши партнёры готовы к любой погоде.",
        "Опубликовано постановление совета",
        "Регистрация участников",
        "Wir und unsere Partner sind auf jedes Wetter vorbereitet.",
        "Nous avons échangé avec nos partenaires des informations sur la marée.",
        "Publié par le conseil du port",
        "Nosotros y nuestros socios estamos listos.",
    ],
)
def test_what_is_only_short_is_text(text: str) -> None:
    document = read(f"{text}\n\n{ARTICLE}\n\n{text}")

    assert shown(document, BlockKind.BOILERPLATE) == []


def test_short_lines_that_no_menu_has_are_text() -> None:
    assert (
        shown(read(f"Seven ports\nFourteen tugs\nThree hundred sailors\n\n{ARTICLE}"), BlockKind.BOILERPLATE)
        == []
    )


def test_short_lines_above_and_below_a_text_are_a_menu() -> None:
    menu = "Our tugs\nOur pilots\nOur people"

    assert shown(read(f"{menu}\n\n{ARTICLE}\n\n{menu}"), BlockKind.BOILERPLATE) == menu.split("\n") * 2


def test_a_word_of_menus_inside_a_text_is_text() -> None:
    first, second = ARTICLE.split("\n\n")

    assert shown(read(f"{first}\n\nSearch\n\n{second}"), BlockKind.BOILERPLATE) == []


def test_a_list_of_interface_strings_is_its_own_text() -> None:
    assert shown(read("Log in\nSearch\nRead more\nBack to top\n"), BlockKind.BOILERPLATE) == []


def test_a_line_about_a_picture_is_a_caption() -> None:
    document = read(f"{ARTICLE}\nФото: пресс-служба порта\n\n{ARTICLE}")

    assert shown(document, BlockKind.CAPTION) == ["Фото: пресс-служба порта"]


# -- Markdown ---------------------------------------------------------------------------------------------

MARKDOWN = """\
---
title: Ports
---
# The *Spring* Drill &amp; after

Seven **ports** sent [their tugs (all)](https://example.org/a_(b) "t") to
the mouth \\* of the river.

- one tug
- two tugs

| port | tugs |
|------|------|
| Ternova | 2 |

```sh
make tide
```

<p>And <b>so</b> on.</p>
"""


def test_markdown_is_read_as_its_reader_sees_it() -> None:
    document = read(MARKDOWN, "a.md")
    kinds = [(block.kind.value, block.span.of(document.text)) for block in document.blocks]

    assert kinds[1:] == [
        ("heading", "The Spring Drill & after"),
        ("paragraph", "Seven ports sent their tugs (all) to the mouth * of the river."),
        ("list-item", "one tug"),
        ("list-item", "two tugs"),
        ("cell", "port"),
        ("cell", "tugs"),
        ("cell", "Ternova"),
        ("cell", "2"),
        ("code", "make tide"),
        ("paragraph", "And so on."),
    ]


@pytest.mark.parametrize(
    ("word", "place"), [("Spring", (4, 8)), ("tugs (all)", (6, 29)), ("river", (7, 21)), ("so", (20, 11))]
)
def test_a_word_of_markdown_is_found_in_the_file(word: str, place: tuple[int, int]) -> None:
    document = read(MARKDOWN, "a.md")

    assert document.position(document.text.index(word)) == place


@pytest.mark.parametrize(
    ("source", "kind", "text"),
    [
        ("The port[^1] of Mshansk met.\n", "paragraph", "The port of Mshansk met."),
        ("[^a]: A *port* in the north.\n", "paragraph", "A port in the north."),
        ("- [x] Send the tugs.\n", "list-item", "Send the tugs."),
        ("[x] marks the spot.\n", "paragraph", "[x] marks the spot."),
        ("The list[1] of ports[^ ends.\n", "paragraph", "The list[1] of ports[^ ends."),
        ("![Pilots on the *pier*](a.jpg)\n", "caption", "Pilots on the pier"),
        ("The Har**bour Coun**cil of Mshan<b>sk</b>.\n", "paragraph", "The Harbour Council of Mshansk."),
    ],
)
def test_signs_of_markdown_are_no_text(source: str, kind: str, text: str) -> None:
    document = read(source, "a.md")

    assert [(block.kind.value, block.span.of(document.text)) for block in document.blocks] == [(kind, text)]


# -- HTML -------------------------------------------------------------------------------------------------

HTML = """\
<!DOCTYPE html><html><head><title>Ports</title><style>p {color: red}</style></head><body>
<nav><a href="/">Home</a> <a href="/n">News</a></nav>
<h1>The   Spring
Drill</h1>
<p>Seven&nbsp;ports sent <b>their</b>  tugs,<br>all &lt;14&gt; of them<script>if (a < b) {}</script>.
<p hidden>Nobody sees this.
<ul><li>one<li>two</ul>
<table><tr><td>Ternova<td>2</table>
<pre>make
  tide</pre>
<div class="cookie-banner"><p>Choose.</p></div>
<footer>Port Council</footer>
</body></html>
"""


def test_html_is_read_as_its_reader_sees_it() -> None:
    document = read(HTML, "a.html")
    kinds = [(block.kind.value, block.span.of(document.text)) for block in document.blocks]

    assert kinds == [
        ("boilerplate", "Home News"),
        ("heading", "The Spring Drill"),
        ("paragraph", "Seven\u00a0ports sent their tugs,\nall <14> of them."),
        ("list-item", "one"),
        ("list-item", "two"),
        ("cell", "Ternova"),
        ("cell", "2"),
        ("code", "make\n  tide"),
        ("boilerplate", "Choose."),
        ("boilerplate", "Port Council"),
    ]


@pytest.mark.parametrize(
    ("word", "place"), [("Drill", (4, 1)), ("their", (5, 29)), ("14", (5, 57)), ("tide", (10, 3))]
)
def test_a_word_of_html_is_found_in_the_file(word: str, place: tuple[int, int]) -> None:
    document = read(HTML, "a.html")

    assert document.position(document.text.index(word)) == place


@pytest.mark.parametrize("name", ["a.html", "a.md"])
@given(st.text(alphabet=st.sampled_from("ab <>&;/!-\"'=p\n#*`[]()|")))
@settings(max_examples=150, deadline=None)
def test_what_is_said_to_stand_in_the_file_stands_there(name: str, text: str) -> None:
    document = read(text, name)

    for origin in document.origins:
        if origin.text.of(document.text) != "&" and len(origin.text) == len(origin.file):
            assert origin.text.of(document.text) == origin.file.of(text)
    assert all(block.span.of(document.text).strip() for block in document.blocks)


def test_three_links_in_a_row_are_a_menu_and_two_are_not() -> None:
    links = "<p><a href='x'>Mshansk port</a></p>"
    text = f"<p>{ARTICLE}</p>"

    assert len(shown(read(links * 3 + text, "a.html"), BlockKind.BOILERPLATE)) == 3
    assert shown(read(links * 2 + text, "a.html"), BlockKind.BOILERPLATE) == []


def test_a_footer_inside_an_article_is_text() -> None:
    html = f"<article><p>{ARTICLE}</p><footer><p>Written by the harbour master.</p></footer></article>"

    assert shown(read(html, "a.html"), BlockKind.BOILERPLATE) == []


@pytest.mark.parametrize("title", ["Terms of use", "Privacy policy", "Регистрация", "Advertisement"])
def test_a_heading_above_prose_is_text_whatever_it_says(title: str) -> None:
    for name, source in (
        ("a.html", f"<h1>{title}</h1><h2>{title}</h2><p>{ARTICLE}"),
        ("a.md", f"# {title}\n\n{ARTICLE}"),
    ):
        assert shown(read(source, name), BlockKind.BOILERPLATE) == []


def test_words_of_menus_that_a_table_explains_are_text() -> None:
    source = f"{ARTICLE}\n\n| button | what it does |\n|---|---|\n| Log in | opens the port |\n| Search | finds a tug |\n"

    assert shown(read(source, "a.md"), BlockKind.BOILERPLATE) == []


def test_a_heading_without_a_text_of_its_own_is_boilerplate() -> None:
    html = f"<h1>Ports</h1><p>{ARTICLE}</p><h3>Related articles</h3><ul><li><a>Tugs</a></ul>"

    assert shown(read(html, "a.html"), BlockKind.BOILERPLATE) == ["Related articles", "Tugs"]


PARAGRAPHS = st.lists(
    st.lists(
        st.sampled_from(
            ["Порт", "Мшанск", "«Тихая", "вода»", "tide", "the", "Harbour", "&", "Co.", "<9>", "2031"]
        ),
        min_size=14,
        max_size=30,
    ),
    min_size=1,
    max_size=5,
)


@given(PARAGRAPHS)
@settings(max_examples=40, deadline=None)
def test_a_text_is_the_same_in_every_kind_of_file(words: list[list[str]]) -> None:
    paragraphs = [" ".join(paragraph) for paragraph in words]
    safe = [one.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for one in paragraphs]
    files: dict[str, bytes] = {
        "a.txt": "\n\n".join(paragraphs).encode("utf-16"),
        "a.md": "\n\n".join(safe).encode(),
        "a.html": "".join(f"<p>{one}" for one in safe).encode("cp1251"),
        "a.docx": docx("".join(map(p, safe))),
        "a.odt": odt("".join(f"<text:p>{one}</text:p>" for one in safe)),
    }
    files["a.html"] = b"<meta charset=windows-1251>" + files["a.html"]
    for name, data in files.items():
        document = documents.parse(data, name).value

        assert shown(document) == paragraphs, name


# -- what is wrong with a file ----------------------------------------------------------------------------

SENTENCE = "Совет портовых администраций собрался в Мшанске. Он утвердил план учений «Яркая искра». "


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_encoding(encoding: str) -> None:
    reading = documents.parse(SENTENCE.encode(encoding), "a.txt")

    assert (reading.value.text, reading.findings) == (SENTENCE, ())


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "iso8859-5", "utf-16-le", "utf-16-be"])
def test_another_encoding_is_told_where_it_shows(encoding: str) -> None:
    text = (
        SENTENCE if encoding.startswith(("cp1251", "utf")) else SENTENCE.replace("«", '"').replace("»", '"')
    )
    reading = documents.parse(text.encode(encoding), "a.txt")

    assert reading.value.text == text
    assert codes(reading) == ["F102"]
    assert encoding in reading.findings[0].message


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Zażółć gęślą jaźń, rzekł kapitan portu.", "iso8859-2"),
        ("Η σύνοδος του συμβουλίου των λιμένων.", "iso8859-7"),
        ("港口管理协会周一在港口举行会议。", "gbk"),
        ("港湾協会は月曜日に会議を開いた。", "shift_jis"),
        ("Порт", "cp1251"),
    ],
)
def test_an_encoding_that_does_not_show_is_refused(text: str, encoding: str) -> None:
    reading = documents.parse((text * (1 if encoding == "cp1251" else 20)).encode(encoding), "a.txt")

    assert (codes(reading), reading.value.text) == (["F101"], "")
    assert reading.findings[0].severity is Severity.ERROR


@pytest.mark.parametrize(
    "head", ['<meta charset="windows-1251">', "<meta content='text/html; charset=windows-1251'>"]
)
def test_a_page_may_name_its_encoding(head: str) -> None:
    reading = documents.parse(f"{head}<p>Порт</p>".encode("cp1251"), "a.html")

    assert (reading.value.text, reading.findings) == ("Порт", ())


def test_western_letters_are_told_by_the_words_they_stand_in() -> None:
    reading = documents.parse("Der Präsident lobte die Größe der Übung.".encode("cp1252"), "a.txt")

    assert "Größe" in reading.value.text


def test_a_damaged_text_is_read_all_the_same() -> None:
    reading = documents.parse((SENTENCE * 3).encode()[:-3], "a.txt")

    assert codes(reading) == ["F107"]
    assert reading.value.text.startswith(SENTENCE)


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)) * 50, b"ship\0\0\0\0" * 50, b"%PDF-1.7 ...", b"{\\rtf1 ships}", b"\x89PNG\r\n\x1a\n"],
)
def test_what_is_no_text_is_refused_in_one_sentence(data: bytes) -> None:
    reading = documents.parse(data, "a.txt")

    assert (codes(reading), reading.value.blocks) == (["F103"], ())


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.docx", "a.odt"])
def test_an_empty_file_is_told(name: str) -> None:
    assert codes(documents.parse(b"", name)) == ["F106"]


def test_a_language_in_another_script_than_said_is_told() -> None:
    assert codes(documents.parse(SENTENCE.encode(), "a.txt", "en")) == ["F105"]
    assert codes(documents.parse(("港口管理协会周一在港口举行会议。" * 5).encode(), "a.txt", "ru")) == [
        "F105"
    ]


@pytest.mark.parametrize(
    ("text", "language"), [(SENTENCE, "ru"), (SENTENCE, ""), (SENTENCE, "tlh"), ("ABC.", "ru")]
)
def test_a_language_in_its_own_script_is_not(text: str, language: str) -> None:
    assert codes(documents.parse(text.encode(), "a.txt", language)) == []


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_line_of_megabytes_is_one_paragraph_and_told(name: str) -> None:
    reading = documents.parse(("The tide comes in. " * 100_000).encode(), name)

    assert (len(reading.value.blocks), codes(reading)) == (1, ["F104"])


@pytest.mark.parametrize("hostile", ["<a ", "<!--", '<a ="', "<div>", "&", "<b>x</i>", "* * *"])
def test_hostile_markup_takes_linear_time(hostile: str) -> None:
    reading = documents.parse(hostile.encode() * 60_000, "a.html")

    assert all(finding.severity is not Severity.ERROR for finding in reading.findings)
