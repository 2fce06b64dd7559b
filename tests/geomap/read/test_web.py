"""Addresses: what a server sends, and all that it may do instead."""

from __future__ import annotations

import gzip
import socket
import sys

import pytest

from geomap import __version__
from geomap.errors import UnreachableArticle, UnreadableArticle
from geomap.model import Article
from geomap.read import read
from geomap.read.web import _next
from tests.support.documents import column, docx, paragraph, pdf
from tests.support.web import Answer, Web

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

PAGE = "<html><body><p>The soldiers of Zürich’s brigade have left the town.</p></body></html>"
TEXT = "The soldiers of Zürich’s brigade have left the town.\n"
SAVE = "save the page with a browser and give the file"
LATER = f"try again later, or {SAVE}"
PICTURE = "which holds no article; give the address of the article's page"
NO_ARTICLE = "holds no article that can be told from the rest of the page; save its text"


def moved(to: str, status: int = 302) -> Answer:
    return Answer(status=status, headers={"Location": to})


def served(kind: str, body: bytes, **headers: str) -> Answer:
    return Answer(body, headers={"Content-Type": kind, **headers})


def test_a_page_becomes_an_article(web: Web) -> None:
    web.answers["/world/2024/gao-pull-out.html"] = Answer(PAGE.encode())
    address = f"{web.address}/world/2024/gao-pull-out.html?utm=1#top"
    server = web.address.removeprefix("http://")  # the page tells no other publication
    assert read(address) == Article(
        id="gao-pull-out", url=address.removesuffix("#top"), source=server, language="en", text=TEXT
    )
    assert web.asked == ["/world/2024/gao-pull-out.html?utm=1"]
    (headers,) = web.headers
    assert headers["User-Agent"] == f"geomap/{__version__} (reads one article for its user)"


@pytest.mark.parametrize(
    ("path", "article_id"),
    [("/gao", "gao"), ("/", "127-0-0-1"), ("/12345", "127-0-0-1-12345"), ("/a/index.html", "127-0-0-1-a-index-html")],
)
def test_an_article_is_named_by_its_address(web: Web, path: str, article_id: str) -> None:
    web.answers[path] = Answer(PAGE.encode())
    assert read(web.address + path).id == article_id


@pytest.mark.parametrize(
    "answer",
    [
        served("text/html; charset=utf-8", PAGE.encode()),
        served("text/html; charset=iso-8859-1", PAGE.encode()),
        served("text/html; charset=iso-8859-1", PAGE.encode("cp1252")),
        served("text/html; charset=utf-8", PAGE.encode("cp1252")),
        served('text/html; charset="windows-1252"', PAGE.encode("cp1252")),
        served("text/html", gzip.compress(PAGE.encode()), **{"Content-Encoding": "gzip"}),
        served("application/octet-stream", PAGE.encode()),
        served("text/html", pdf(column("The soldiers of Zürich’s brigade have left the", "town."))),
        served("text/plain", docx(paragraph(TEXT.strip()))),
        served("text/plain; charset=windows-1252", TEXT.encode("cp1252")),
        Answer(PAGE.encode(), headers={}),
    ],
    ids=[
        "utf-8",
        "wrongly-latin",
        "latin",
        "wrongly-utf-8",
        "quoted",
        "gzip",
        "bytes",
        "pdf",
        "docx",
        "text",
        "untold",
    ],
)
def test_what_is_sent_is_told_by_what_it_holds(web: Web, answer: Answer) -> None:
    web.answers["/a"] = answer
    assert read(f"{web.address}/a").text == TEXT


def test_redirects_are_followed_without_cookies(web: Web) -> None:
    web.answers |= {"/a": moved("/b", 301), "/b": moved(f"{web.address}/c/d", 307), "/c/d": moved("e f", 308)}
    web.answers["/c/e%20f"] = Answer(PAGE.encode())
    assert read(f"{web.address}/a").url == f"{web.address}/c/e%20f"
    assert [headers for headers in web.headers if "Cookie" in headers] == []


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (Answer(status=404), f"the server has no such page (HTTP status 404); {SAVE}"),
        (Answer(status=403), f"the server does not let programs read it (HTTP status 403); {SAVE}"),
        (Answer(status=500), f"the server has an error (HTTP status 500); {SAVE}"),
        (Answer(status=418), f"the server refuses it (HTTP status 418); {SAVE}"),
        (Answer(status=204), f"the server refuses it (HTTP status 204); {SAVE}"),
        (moved("/a"), f"is sent on more than 5 times; {SAVE}"),
        (Answer(status=302, headers={}), f"is sent on to nowhere; {SAVE}"),
        (Answer(PAGE.encode(), cut=True), f"the server breaks off or sends what is no answer; {LATER}"),
        (
            served("text/html", PAGE.encode(), **{"Content-Encoding": "gzip"}),
            f"the server sends damaged data; {SAVE}",
        ),
        (Answer(silent=True), f"the server does not answer within 0.05 s; {LATER}"),
    ],
    ids=["404", "403", "500", "418", "204", "loop", "nowhere", "cut", "no-gzip", "silent"],
)  # fmt: skip
def test_failures_cost_one_clear_line(web: Web, monkeypatch: pytest.MonkeyPatch, answer: Answer, message: str) -> None:
    if answer.silent:
        monkeypatch.setattr(sys.modules["geomap.read.web"], "READ_S", 0.05)
    web.answers["/a"] = answer
    with pytest.raises(UnreachableArticle) as caught:
        read(f"{web.address}/a")
    assert str(caught.value) == f"{web.address}/a: {message}"


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (moved("file:///etc/passwd"), "only http and https addresses are read, no file"),
        (moved("http://[::1"), "is no address of a page; check it"),
        (served("image/png", b"\x89PNG\r\n\x1a\n"), f"is image/png, {PICTURE}"),
        (served("text/html", b""), "is empty; give an article with some text"),
        (served("text/html", b"<html></html>"), NO_ARTICLE),
        (served("text/html", bytes(range(256))), "is not text but binary data; save the article as UTF-8 text"),
        (served("text/html", b" " * 20_000_001), "is larger than 20 MB; give one article, not an archive"),
        (
            served("text/html", gzip.compress(b" " * 20_000_001), **{"Content-Encoding": "gzip"}),
            "is larger than 20 MB; give one article, not an archive",
        ),
    ],
    ids=["file", "no-address", "picture", "empty", "no-article", "noise", "large", "bomb"],
)  # fmt: skip
def test_what_is_no_article_costs_one_clear_line(web: Web, answer: Answer, message: str) -> None:
    web.answers["/a"] = answer
    with pytest.raises(UnreadableArticle) as caught:
        read(f"{web.address}/a")
    assert str(caught.value) == f"{web.address}/a: {message}"


def test_nobody_listens(socket_enabled: None) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/a"
    with pytest.raises(UnreachableArticle) as caught:
        read(address)
    assert str(caught.value) == f"{address}: the server cannot be reached; check the address and the network"


@pytest.mark.parametrize(
    ("url", "location", "refused"),
    [
        ("https://paper.example.org/a", "http://localhost:8080/", True),
        ("https://paper.example.org/a", "http://127.0.0.1/", True),
        ("https://paper.example.org/a", "http://[::1]/", True),
        ("https://paper.example.org/a", "http://169.254.169.254/latest", True),
        ("https://paper.example.org/a", "http://router/", True),
        ("https://paper.example.org/a", "http://printer.local/", True),
        ("https://paper.example.org/a", "http://other.example.org/", False),
        ("http://localhost/a", "http://127.0.0.1/", False),
    ],
)
def test_no_server_sends_a_reader_into_his_own_network(url: str, location: str, *, refused: bool) -> None:
    if not refused:
        assert _next(url, url, location) == location
        return
    with pytest.raises(UnreachableArticle) as caught:
        _next(url, url, location)
    assert str(caught.value) == f"{url}: is sent on into your own network, which is refused"


def test_a_proxy_is_gone_through_where_the_user_has_one(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", web.address)
    monkeypatch.setenv("no_proxy", "other.example.org")
    web.answers["http://paper.example.org/a"] = Answer(PAGE.encode())
    assert read("http://paper.example.org/a").text == TEXT
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    web.answers["/a"] = Answer(PAGE.encode())
    assert read(f"{web.address}/a").text == TEXT
    assert web.asked == ["http://paper.example.org/a", "/a"]


def test_a_slow_body_is_given_up(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["geomap.read.web"], "TOTAL_S", -1.0)
    web.answers["/a"] = Answer(PAGE.encode())
    with pytest.raises(UnreachableArticle) as caught:
        read(f"{web.address}/a")
    assert str(caught.value) == f"{web.address}/a: takes longer than -1 s; {SAVE}"
