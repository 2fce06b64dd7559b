"""Bytes → text: nothing but the decoding changes, and what cannot be decoded is said in one line."""

from __future__ import annotations

import codecs
import logging

import pytest

from geomap.errors import UnreadableArticle
from geomap.read.decode import decode

TEXT = "NATO’s troops — “about 2,000” — reached Kyiv,\r\nnear Zürich and Łódź.\rKyїv\n"
ENGLISH = "Over Russia’s troop deployment — “over the last days” — in Zürich, a café was hit and soldiers left. "


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"),
    ],
    ids=["utf-8", "utf-8-mark", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"],
)
def test_unicode_is_kept_with_its_line_ends_and_without_its_mark(data: bytes) -> None:
    assert decode(data, name="a.txt") == TEXT


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_old_encodings_of_english_are_told_apart(encoding: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="geomap"):
        assert decode(ENGLISH.encode(encoding), name="a.txt") == ENGLISH
    assert caplog.messages == [f"a.txt: is not UTF-8, read as {encoding}; check its quotation marks and accents"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"GIF89a\0\1\2", "a.txt: is not text but binary data; save the article as UTF-8 text"),
        ("Troops".encode("utf-16-le"), "a.txt: is not text but binary data; save the article as UTF-8 text"),
        (b"%PDF-1.7\n", "a.txt: is a PDF, not plain text; save the article as UTF-8 text"),
        (
            b"PK\x03\x04\x14",
            "a.txt: is a zip archive or an office document, not plain text; save the article as UTF-8 text",
        ),
        (b"{\\rtf1\\ansi ...}", "a.txt: is rich text (RTF), not plain text; save the article as UTF-8 text"),
        # Cut in the middle of a letter: read as cp1252 it would pass, and garble every quotation mark.
        (
            "“Troops” reached Zürich, Łódź".encode()[:-1],
            "a.txt: is damaged UTF-8 at byte 35; save it again as UTF-8 text",
        ),
        (codecs.BOM_UTF16_LE + b"T\0r\0o", "a.txt: is damaged UTF-16-LE at byte 4; save it again"),
        (
            "Россия направила 30 тысяч военных в Белоруссию".encode("cp1251"),
            "a.txt: is in an encoding that cannot be told; save it as UTF-8 text",
        ),
        (bytes(range(128, 256)) * 4, "a.txt: is in an encoding that cannot be told; save it as UTF-8 text"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableArticle) as caught:
        decode(data, name="a.txt")
    assert str(caught.value) == message
