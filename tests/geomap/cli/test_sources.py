"""Articles of every kind in one call: each is told by what it holds, a bad one costs a line and no other."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.documents import column, docx, paragraph, pdf
from tests.support.web import Answer, Web

pytestmark = [pytest.mark.usefixtures("rooms"), pytest.mark.allow_hosts(["127.0.0.1"])]

Run = Callable[..., Any]

WORDS = "The weather in the north of the country will be fair."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.html").write_text(f"<html><body><p>{WORDS}</p></body></html>")
    (tmp_path / "paper.pdf").write_bytes(pdf(column(WORDS)))
    (tmp_path / "word.docx").write_bytes(docx(paragraph(WORDS)))
    (tmp_path / "note.md").write_text(f"# Fair\n\n{WORDS}\n")
    (tmp_path / "mail.eml").write_text(f"From: a@example.org\nDate: 12 Mar 2024\nSubject: Fair\n\n{WORDS}\n")
    (tmp_path / "wrong.txt").write_bytes(pdf(column(WORDS)))
    return tmp_path


def test_every_kind_of_file_becomes_the_same_words(run: Run) -> None:
    names = ["page.html", "paper.pdf", "word.docx", "note.md", "mail.eml", "wrong.txt"]
    outcome = run("extract", *names)
    assert (outcome.status, outcome.err) == (0, "")
    articles = [json.loads(line)["article"] for line in outcome.out.splitlines()]
    assert [article["text"] for article in articles] == [f"{WORDS}\n"] * 6
    assert [article["id"] for article in articles] == ["page", "paper", "word", "note", "mail", "wrong"]
    assert [article["title"] for article in articles] == [None, None, None, "Fair", "Fair", None]
    assert [article["published"] for article in articles] == [None, None, None, None, "2024-03-12", None]


def test_an_address_is_drawn(run: Run, web: Web, folder: Path) -> None:
    web.answers["/fair-weather"] = Answer((folder / "page.html").read_bytes())
    outcome = run(f"{web.address}/fair-weather")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.splitlines()[-1] == "output/fair-weather.html"
    assert web.asked == ["/fair-weather"]


def test_standard_input_may_be_a_document(run: Run, folder: Path) -> None:
    outcome = run("extract", "-", stdin=(folder / "word.docx").read_bytes())
    assert json.loads(outcome.out)["article"]["text"] == f"{WORDS}\n"


def test_bad_articles_cost_one_line_each_and_no_other(run: Run, web: Web, folder: Path) -> None:
    whole = (folder / "paper.pdf").read_bytes()
    (folder / "cut.pdf").write_bytes(whole[:200])
    (folder / "cut.docx").write_bytes((folder / "word.docx").read_bytes()[:99])
    (folder / "scan.pdf").write_bytes(pdf([]))
    (folder / "menu.html").write_text("<html><nav><a href='/'>Home</a></nav></html>")
    (folder / "noise.html").write_bytes(bytes(range(256)))
    (folder / "inner").mkdir()
    bad = ["cut.pdf", "cut.docx", "scan.pdf", "menu.html", "noise.html", "inner", f"{web.address}/none", "ftp://a/b"]
    outcome = run("extract", "page.html", *bad, "mail.eml")
    assert outcome.status == 1
    assert [json.loads(line)["article"]["id"] for line in outcome.out.splitlines()] == ["page", "mail"]
    assert outcome.err.splitlines() == [
        "geomap: error: cut.pdf: is a damaged PDF; save or download it again",
        "geomap: error: cut.docx: is a damaged Word file; save or download it again",
        "geomap: error: scan.pdf: holds no text; it may be a scan: let a text recognition (OCR) read it and give the "
        "result",
        "geomap: error: menu.html: holds no article that can be told from the rest of the page; save its text",
        "geomap: error: noise.html: is not text but binary data; save the article as UTF-8 text",
        "geomap: error: inner: is a folder; give the articles in it, for example inner/*.txt",
        f"geomap: error: {web.address}/none: the server has no such page (HTTP status 404); save the page with a "
        "browser and give the file",
        "geomap: error: ftp://a/b: only http and https addresses are read, no ftp",
    ]
