"""Pages: the article and nothing around it, with what the page tells of it."""

from __future__ import annotations

import pytest

from geomap.errors import UnreadableArticle
from geomap.read.draft import Draft
from geomap.read.html import read_page

MENUS = '<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>'
AGENCY = f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>UN peacekeepers leave Gao | The Paper</title>
<meta property="og:title" content="UN peacekeepers leave Gao"><meta property="og:site_name" content="The Paper">
<meta property="article:published_time" content="2023-11-07T10:15:00+00:00">
<link rel="canonical" href="https://paper.example.org/world/gao"><script>var tracked = "5,000 tanks";</script></head>
<body><header>{MENUS}</header><div class="cookie-banner">We use cookies. <button>Accept all</button></div>
<main><article><h1>UN peacekeepers leave Gao</h1><p class="byline">By Jane Doe</p><p>7 November 2023</p>
<figure><img src="a.jpg"><figcaption>Soldiers in Kidal in 2020. Photo: AP</figcaption></figure>
<p><span class="dateline">BAMAKO, Nov 7 (Reuters) -</span> United Nations peacekeepers have left Gao, the mission said
on <a href="/tuesday">Tuesday</a>.</p>
<p>Some 3,000 troops are still in Mali.<br><br>They are to leave by Dec. 31.</p>
<div class="ad-slot">ADVERTISEMENT</div>
<h2>A hard road</h2>
<p>The convoy of 848 vehicles<sup>[1]</sup> took 51 hours to drive 350 km from Kidal.</p>
<p><strong>READ MORE: <a href="/2">Wagner fighters seen in Kidal</a></strong></p>
<ul><li>Tessalit was left on Oct. 21.</li><li>Aguelhok was left on Oct. 23.</li></ul>
<table><caption>Strength</caption><tr><th>Base</th><th>Troops</th></tr><tr><td>Gao</td><td>2,000</td></tr></table>
<blockquote><p>“It was a hard road,” said Mohamed Toure, a driver.</p></blockquote>
<div class="related"><h3>Related</h3><ul><li><a href="/3">Niger expels troops</a></li></ul></div>
</article></main><aside><h3>Most read</h3><p>Israel strikes Gaza, killing 20 people in the night.</p></aside>
<div class="comments"><p>Bob: They should have sent 10,000 soldiers!</p></div>
<footer><p>© 2023 The Paper. All rights reserved.</p></footer></body></html>"""


def test_an_article_is_parted_from_its_page() -> None:
    assert read_page(AGENCY.encode(), name="a.html") == Draft(
        "BAMAKO, Nov 7 (Reuters) - United Nations peacekeepers have left Gao, the mission said on Tuesday.\n\n"
        "Some 3,000 troops are still in Mali.\n\n"
        "They are to leave by Dec. 31.\n\n"
        "A hard road\n\n"
        "The convoy of 848 vehicles took 51 hours to drive 350 km from Kidal.\n\n"
        "Tessalit was left on Oct. 21.\n\n"
        "Aguelhok was left on Oct. 23.\n\n"
        "Base\tTroops\nGao\t2,000\n\n"
        "“It was a hard road,” said Mohamed Toure, a driver.\n",
        title="UN peacekeepers leave Gao",
        published="2023-11-07",
        source="The Paper",
        url="https://paper.example.org/world/gao",
    )


def post(heading: str, *paragraphs: str) -> str:
    return f"<article><time>14.05 GMT</time><h2>{heading}</h2>{''.join(f'<p>{p}</p>' for p in paragraphs)}</article>"


def test_the_posts_of_a_live_blog_are_one_article() -> None:
    first = (
        "Three people were killed when rockets hit a market in Kharkiv, the governor said on Wednesday.",
        "Eleven others were wounded, among them two children, and the search under the rubble goes on.",
    )
    second = ("Poland is to send 14 MiG-29 jets to Ukraine, its president said in Warsaw beside his guest.",)
    page = f"""<html><head><title>War live</title></head><body>{MENUS}<main><h1>War live: market hit in Kharkiv</h1>
    <div class="liveblog">{post("Market hit", *first)}{post("Poland sends jets", *second)}</div></main></body></html>"""
    draft = read_page(page.encode(), name="a.html")
    assert draft.title == "War live: market hit in Kharkiv"
    assert draft.text.split("\n\n") == ["Market hit", *first, "Poland sends jets", f"{second[0]}\n"]


def test_a_page_may_be_short() -> None:
    page = b"<p>Russia sent 300 soldiers to Chad.</p>"
    assert read_page(page, name="a.html") == Draft("Russia sent 300 soldiers to Chad.\n")


BLOG = f"""<html><head><title>Sahel Notes » Blog Archive » Togo reinforces the north</title></head><body>
<div id="header"><a href="/">Sahel Notes</a></div>{MENUS}<div class="post"><h2 class="entry-title">Togo reinforces
the north</h2><span class="date">11 February 2023</span><div class="entry-content">DAPAONG – Togo has
sent 1,200 more soldiers to the Savanes region.<br><br>They join the 700 that are there.<p>A state of emergency is in
force since June.</p></div><div class="entry-utility">Posted in <a href="/togo">Togo</a></div></div>
<div id="comments"><ol><li>Kodjo says: too few!</li></ol></div></body></html>"""


def test_a_short_post_is_not_taken_from_all_around() -> None:
    draft = read_page(BLOG.encode(), name="a.html")
    assert draft.published == "2023-02-11"
    assert draft.text == (
        "DAPAONG – Togo has sent 1,200 more soldiers to the Savanes region.\n\nThey join the 700 that are there.\n\n"
        "A state of emergency is in force since June.\n"
    )


LINKED_DATA = '{"@type": "NewsArticle", "datePublished": "2024-03-12"}'


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        ('<meta name="date" content="2024-03-12">', "", "2024-03-12"),
        (f'<script type="application/ld+json">{LINKED_DATA}</script>', "", "2024-03-12"),
        ("", "<p>Published: 12 March 2024</p>", "2024-03-12"),
        ("", "<time datetime='2024-03-12'>yesterday</time>", "2024-03-12"),
        ('<meta name="date" content="2999-01-01">', "", None),
        ('<meta name="date" content="soon">', "", None),
        ("", "", None),
    ],
)  # fmt: skip
def test_dates_of_pages(head: str, body: str, published: str | None) -> None:
    words = "<p>The convoy of 848 vehicles left Gao with the last soldiers of the brigade, officials said.</p>" * 2
    page = f"<html><head>{head}</head><body><article>{body}{words}<p>It was night.</p></article></body></html>"
    assert read_page(page.encode(), name="a.html").published == published


@pytest.mark.parametrize(
    ("canonical", "url"),
    [
        ("https://paper.example.org/gao", "https://paper.example.org/gao"),
        ("https://other.example.org/gao", "https://paper.example.org/gao?utm=1"),
        ("javascript:alert(1)", "https://paper.example.org/gao?utm=1"),
    ],
)
def test_the_address_is_one_of_the_same_server(canonical: str, url: str) -> None:
    page = AGENCY.replace("https://paper.example.org/world/gao", canonical)
    assert read_page(page.encode(), name="a", url="https://paper.example.org/gao?utm=1").url == url


NO_ARTICLE = "holds no article that can be told from the rest of the page; save its text"
NOTICE = "shows a notice on cookies, consent or subscription and no article; save the article's text"
CONSENT = """<h1>Before you continue</h1><p>We and our 842 partners use cookies and similar technologies to store and
access personal data on your device, to measure ads and content.</p><p>By clicking “Accept all” you agree to this. You
can change your mind at any time in our privacy policy.</p><form><button>Accept all</button></form>"""


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("", NO_ARTICLE),
        ("<!-- nothing -->", NO_ARTICLE),
        (MENUS, NO_ARTICLE),
        ("<script>document.write('soldiers')</script>", NO_ARTICLE),
        ("<div>" * 100_000 + "<p>The soldiers have left Gao.</p>", NO_ARTICLE),
        (CONSENT, NOTICE),
        ("<p>Please enable JavaScript and disable your ad blocker to read on.</p>", NOTICE),
        ("<p>This article is for subscribers. Log in or subscribe to read it.</p>", NOTICE),
    ],
    ids=["empty", "comment", "menus", "script", "deep", "consent", "javascript", "paywall"],
)
def test_pages_without_an_article_cost_one_clear_line(body: str, message: str) -> None:
    with pytest.raises(UnreadableArticle) as caught:
        read_page(f"<html><body>{body}</body></html>".encode(), name="a.html")
    assert str(caught.value) == f"a.html: {message}"


def test_an_article_about_cookies_is_an_article() -> None:
    words = "The court said that cookies need consent. " + "The judges spoke for hours of the law. " * 40
    page = f"<html><body><article><p>{words}</p></article></body></html>"
    assert read_page(page.encode(), name="a.html").text == f"{words.strip()}\n"


def test_characters_that_no_markup_may_hold_cost_no_page() -> None:
    page = b"<p>The soldiers\x01 of the&#1;&#x1F;&#31;&#10;brigade have left\xef\xbf\xbf Gao.</p>"
    assert read_page(page, name="a.html").text == "The soldiers of the brigade have left Gao.\n"


def test_markup_in_the_words_is_only_words() -> None:
    page = "<p>The soldiers of &lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }} have left Gao.</p>"
    assert read_page(page.encode(), name="a.html").text == (
        "The soldiers of <script>alert(1)</script> {{ 7*7 }} have left Gao.\n"
    )
