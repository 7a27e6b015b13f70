"""Pages of news sites: what is the text and what stands around it."""

import pytest

from termaccord.formats import documents
from termaccord.model import BlockKind, Document

FIRST = (
    "<p>The harbour masters of seven ports met in the old custom house on Monday and spoke about tides.</p>"
)
SECOND = "<p>They agreed on a plan, which the youngest of them had written on the train, and went home.</p>"
ARTICLE = f"<h1>Seven ports</h1>{FIRST}{SECOND}"


def read(html: str) -> Document:
    return documents.parse(html.encode(), "a.html").value


def shown(html: str, kind: BlockKind | None = None) -> list[str]:
    document = read(html)
    return [b.span.of(document.text) for b in document.blocks if kind in {None, b.kind}]


def furniture(html: str) -> list[str]:
    return shown(html, BlockKind.BOILERPLATE)


@pytest.mark.parametrize(
    "html",
    [
        '<div id="cookie-consent"><p>We and our 312 partners store information on your device, as you may choose.</p></div>',
        '<div class="gdpr"><h2>Your choices</h2></div>',
        '<div role="dialog"><p>Would you like to know about tides before all the others do? Tell us.</p></div>',
        '<section class="comments"><p>fisher77: It was high time they met, one cannot see the buoys at all.</p></section>',
        '<div id="disqus_thread"><p>fisher77: It was high time they met, nobody can see the buoys.</p></div>',
        '<div class="related-posts"><a href="x">The ferry is back</a></div>',
        '<div class="newsletter-signup"><p>Get the tides of the day every morning.</p></div>',
        '<div class="post-tags"><a href="x">tides</a> <a href="y">ports</a></div>',
        '<header class="site-header"><p>The paper of rivers and ports</p></header>',
        "<aside><p>The weather on the coast will be fair, and the wind will turn to the west.</p></aside>",
        "<p><a href='a'>Tides</a> | <a href='b'>Ports</a> | <a href='c'>Tugs</a></p>",
        "<p>Related articles</p><ul><li><a href='a'>The ferry is back</a></li></ul>",
        "<div class='left-menu'><p>Ports</p><p>Tugs</p></div>",
        "<div class='page-footer'><p>Port Council of Mshansk, Pier Street 4</p></div>",
        "<form><label>Your letter to us</label></form>",
    ],
)
def test_what_stands_around_a_text_is_boilerplate(html: str) -> None:
    assert furniture(ARTICLE + html) == shown(html)


@pytest.mark.parametrize(
    "opening",
    [
        '<body class="has-menu sidebar-right">',
        '<div class="content navigation-wide">',
        '<div class="no-sidebar">',
        '<div class="menu-page">',
        '<div id="footer-fixed">',
        '<div class="cookies-accepted">',
        '<div class="sharing">',
        '<div id="menu">',
        '<form id="aspnetForm">',
        '<header role="banner">',
        "<aside>",
    ],
)
def test_what_holds_the_text_is_none_however_it_is_called(opening: str) -> None:
    for article in (ARTICLE, FIRST + SECOND):
        if "cookies" not in opening or article is ARTICLE:
            assert furniture(f"{opening}{article}") == []


@pytest.mark.parametrize(
    "html",
    [
        "<article><aside class='quote'><p>The tide was never so high before.</p></aside></article>",
        "<article><header><p>By the youngest of the harbour masters</p></header></article>",
        "<p>These papers were signed:</p><ul><li><a>On tides</a><li><a>On tugs</a><li><a>On ropes</a></ul>",
        "<article><ul><li><a>Treaty on tides</a><li><a>Treaty on tugs</a><li><a>Treaty on ropes</a></ul></article>",
        "<p>Ask the <a>port of Mshansk</a> or the <a>port of Ternova</a> about <a>tides</a>.</p>",
        "<figure><img alt='x'><figcaption>The masters on the pier</figcaption></figure>",
        "<p class='lead'>All of them came by train.</p>",
    ],
)
def test_what_belongs_to_a_text_is_not_lost(html: str) -> None:
    assert furniture(ARTICLE + html + FIRST) == []


def test_comments_may_be_longer_than_the_text() -> None:
    comments = "<p>It was high time they met, one cannot see the buoys at all when it rains.</p>" * 9

    assert len(furniture(f'{ARTICLE}<div id="comments">{comments}</div>')) == 9


def test_names_stay_whole_across_markup() -> None:
    html = (
        "<p>The <b>Harb</b>our <a href='x'>Coun</a>cil of Mshan<wbr>sk &laquo;Tide&nbsp;<i>9</i>&raquo; met."
    )

    assert shown(html) == ["The Harbour Council of Mshansk «Tide\u00a09» met."]


def test_what_a_browser_does_not_show_is_no_text() -> None:
    unseen = (
        "<noscript>Turn it on.</noscript><template><p>None.</p></template><p aria-hidden='true'>None.</p>"
        "<p style='display : none'>None.</p><svg><text>None.</text></svg><!-- None. --><p hidden>None.</p>"
    )

    assert shown(ARTICLE + unseen) == shown(ARTICLE)
