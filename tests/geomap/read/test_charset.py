"""The encoding of pages: what the bytes are, then what the server says, then what the page says."""

from __future__ import annotations

import codecs
import logging

import pytest

from geomap.errors import UnreadableArticle
from geomap.read.charset import decode_page

TEXT = "<p>Zürich’s “brigade” left.</p>"


def declaring(charset: str) -> str:
    return f'<meta charset="{charset}">{TEXT}'


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (TEXT.encode(), None),
        (TEXT.encode(), "iso-8859-1"),  # the server is wrong: no other text is valid UTF-8 by chance
        (TEXT.encode("cp1252"), "iso-8859-1"),  # as browsers read it
        (TEXT.encode("cp1252"), "utf-8"),  # wrong, and neither is there another word: guessed
        (TEXT.encode("mac_roman"), "macintosh"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "windows-1252"),
        (TEXT.encode("cp1252"), "no-such-encoding"),
        (TEXT.encode("cp1252"), "base64"),
        (TEXT.encode("cp1252"), "utf-7"),
    ],
)
def test_pages_are_decoded(data: bytes, charset: str | None) -> None:
    assert decode_page(data, name="a.html", charset=charset) == TEXT


def test_what_the_page_declares_counts_where_the_server_says_nothing() -> None:
    page = declaring("iso-8859-1")
    assert decode_page(page.encode("cp1252"), name="a.html") == page


def test_damaged_letters_cost_no_page(caplog: pytest.LogCaptureFixture) -> None:
    data = TEXT.encode() + b"<p>caf\xe9"
    with caplog.at_level(logging.WARNING, logger="geomap"):
        assert decode_page(data, name="a.html") == TEXT + "<p>caf\ufffd"
    assert caplog.messages == ["a.html: has 1 damaged characters; check what was read around them"]


def test_binary_data_are_no_page() -> None:
    with pytest.raises(UnreadableArticle) as caught:
        decode_page(bytes(range(256)), name="a.html", charset="utf-8")
    assert str(caught.value) == "a.html: is not text but binary data; save the article as UTF-8 text"
