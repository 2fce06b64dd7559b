"""What a document is, is told by what it holds; its name only decides what that leaves open."""

from __future__ import annotations

import codecs

import pytest

from geomap.errors import UnreadableArticle
from geomap.read.kinds import Kind, kind_of
from tests.support.documents import column, docx, paragraph, pdf

MAIL = b"From: A <a@example.org>\r\nDate: Tue, 12 Mar 2024 10:00:00 +0000\r\nSubject: Gao\r\n\r\nA convoy left.\r\n"


@pytest.mark.parametrize(
    ("data", "suffix", "kind"),
    [
        (b"A convoy left Gao.", ".txt", Kind.TEXT),
        (b"A convoy left Gao.", "", Kind.TEXT),
        (b"A convoy left Gao.", ".md", Kind.MARKDOWN),
        (b"A convoy left Gao.", ".html", Kind.TEXT),
        (b"A convoy left <b>Gao</b>.", ".html", Kind.HTML),
        (b"A convoy left <b>Gao</b>.", ".txt", Kind.TEXT),
        (b"  \n<!DOCTYPE html><html>", ".txt", Kind.HTML),
        (b"<!-- saved -->\n<html lang=en>", "", Kind.HTML),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x">', ".txt", Kind.HTML),
        (codecs.BOM_UTF8 + b"<p>A convoy", "", Kind.HTML),
        (codecs.BOM_UTF16_LE + "<html><p>A convoy".encode("utf-16-le"), ".txt", Kind.HTML),
        (b"<300 soldiers", ".txt", Kind.TEXT),
        (pdf(column("A convoy left.")), ".html", Kind.PDF),
        (b"\n\n" + pdf(column("A convoy left.")), ".txt", Kind.PDF),
        (docx(paragraph("A convoy left.")), ".txt", Kind.WORD),
        (b"PK\x03\x04", ".docx", Kind.WORD),
        (MAIL, ".txt", Kind.MAIL),
        (MAIL.replace(b"\r\n", b"\n"), "", Kind.MAIL),
        (b"Subject: Gao\n\nA convoy left.", ".eml", Kind.MAIL),
        (b"---\ntitle: Gao\ndate: 2024-03-12\n---\nA convoy left.", "", Kind.MARKDOWN),
        # Words that only look like headers or front matter.
        (b"Date: Tuesday\nPlace: Gao\n\nA convoy left.", ".txt", Kind.TEXT),
        (b"From: Gao to Niamey, 848 vehicles drove.\nTo: nobody's surprise.", ".txt", Kind.TEXT),
        (b"---\nA convoy left.\n---", "", Kind.TEXT),
        (b"", "", Kind.TEXT),
    ],
)
def test_kinds(data: bytes, suffix: str, kind: Kind) -> None:
    assert kind_of(data, name="a", suffix=suffix) is kind


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"{\\rtf1\\ansi", "rich text (RTF)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Outlook file"),
        (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"PK\x03\x04mimetypeapplication/epub+zip", "an e-book (EPUB)"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument file"),
        (b"PK\x03\x04xl/workbook.xml", "an Excel file"),
        (b"PK\x03\x04a.txt", "a zip archive"),
    ],
)
def test_formats_that_are_not_read_are_named(data: bytes, what: str) -> None:
    with pytest.raises(UnreadableArticle) as caught:
        kind_of(data, name="a.txt", suffix=".txt")
    assert str(caught.value) == f"a.txt: is {what}, which geomap does not read; save it as text, PDF or .docx"
