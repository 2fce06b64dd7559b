"""Files and standard input → articles, and every file that is none."""

from __future__ import annotations

import io
import logging
import os
import sys
from pathlib import Path
from threading import Thread

import pytest

import geomap
from geomap.errors import UnreadableArticle, UnsupportedLanguage
from geomap.model import Article
from geomap.read import files, read, read_text
from tests.support.documents import column, docx, paragraph, pdf

WORDS = "The troops of the brigade left Gao on Monday.\r\nThey are in Niamey.\n"


FRENCH = "La France a envoyé 300 soldats au Tchad lundi, selon le ministère, et ils sont arrivés à la frontière."
NO_ARTICLE = "holds no article that can be told from the rest of the page; save its text"
SAVE = "which geomap does not read; save it as text, PDF or .docx"


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_a_file_becomes_an_article_with_its_text_untouched(tmp_path: Path) -> None:
    path = tmp_path / "Gao Pull-Out (2022).txt"
    path.write_bytes(b"\xef\xbb\xbf" + WORDS.encode())
    assert read(path, published="2022-02-04") == Article(
        id="gao-pull-out-2022", published="2022-02-04", language="en", text=WORDS
    )


def test_standard_input_is_named_by_its_first_words(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, WORDS.encode())
    assert read("-") == Article(id="the-troops-of-the-brigade-left", language="en", text=WORDS)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", f"<html><body><p>{FRENCH}</p></body></html>".encode()),
        ("a.pdf", pdf(column(*FRENCH.split(", ")))),
        ("a.docx", docx(paragraph(FRENCH))),
        ("a.md", f"# Tchad\n\n{FRENCH}\n".encode()),
        ("a.eml", f"From: a@example.org\nDate: Tue, 12 Mar 2024 10:00:00 +0000\nSubject: x\n\n{FRENCH}\n".encode()),
        ("a.txt", FRENCH.encode()),
    ],
)
def test_another_language_is_refused_in_every_kind_of_file(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnsupportedLanguage) as caught:
        read(tmp_path / name)
    message = "seems to be in French (fr); geomap reads English, give it a translation"
    assert str(caught.value) == f"{tmp_path / name}: {message}"


def test_standard_input_tells_its_kind_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, pdf(column("MALI, March 12, 2024 (AP) -", "The troops of the brigade", "left Gao.")))
    article = read("-")
    assert (article.id, article.published) == ("mali-march-12-2024-ap", "2024-03-12")
    assert article.text == "MALI, March 12, 2024 (AP) - The troops of the brigade left Gao.\n"


def test_what_the_user_says_of_the_date_counts_most(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\ndate: 2024-03-12\n---\nKYIV, Feb. 24, 2022 (Reuters) - {WORDS}")
    assert read(path).published == "2024-03-12"
    assert read(path, published="2024-03-13").published == "2024-03-13"


def test_the_public_function_is_not_hidden_by_the_package_of_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(WORDS, newline="")
    assert geomap.read(path).text == WORDS


@pytest.mark.parametrize(
    ("stem", "article_id"),
    [("...", "article"), ("Київ 2022", "київ-2022"), ("..%2f..%2fetc", "2f-2fetc"), ("x" * 200, "x" * 100)],
)
def test_ids_are_safe_in_file_names(tmp_path: Path, stem: str, article_id: str) -> None:
    path = tmp_path / f"{stem}.txt"
    path.write_text(WORDS)
    assert read(path).id == article_id


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("empty.txt", b"", "is empty; give an article with some text"),
        ("blank.txt", b" \r\n\t\xe2\x80\x83\n", "is empty; give an article with some text"),
        ("mark.txt", b"\xef\xbb\xbf", "is empty; give an article with some text"),
        ("binary.txt", b"\x00\x01\x02", "is not text but binary data; save the article as UTF-8 text"),
        ("control.txt", b"\x01\x02troops\x03", "is not text but binary data; save the article as UTF-8 text"),
        (
            "page.html",
            b"<html><nav><a href=/>Home</a></nav></html>",
            "holds no article that can be told from the rest of the page; save its text",
        ),
        ("paper.PDF", b"%PDF-1.7", "is a damaged PDF; save or download it again"),
        ("word.docx", b"PK\x03\x04", "is a damaged Word file; save or download it again"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", f"is an old Word or Outlook file, {SAVE}"),
        pytest.param(
            "long.pdf",
            b"%PDF-1.7" + b"x" * 20_000_000,
            "is larger than 20 MB; give one article, not an archive",
            id="pdf",
        ),
        pytest.param(
            "long.txt",
            b"the troops " * 909_091,
            "is longer than 10 MB; give one article, not an archive",
            id="long.txt",
        ),
    ],
)
def test_bad_files_cost_one_clear_line(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableArticle) as caught:
        read(path)
    assert str(caught.value) == f"{path}: {message}"


def test_ten_megabytes_are_not_too_long_but_take_a_while(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"the troops" * 1_000_000)
    with caplog.at_level(logging.WARNING, logger="geomap"):
        assert len(read(path).text) == 10_000_000
    assert caplog.messages == [
        f"{path}: is as long as a book; reading takes about a minute for each million characters"
    ]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("missing.txt", "missing.txt: there is no such file; check the path"),
        (".", ".: is a folder; give the articles in it, for example *.txt"),
        ("a.txt/b.txt", "a.txt/b.txt: cannot be read: Not a directory"),
        ("a\0b.txt", "a\0b.txt: cannot be read: embedded null byte"),
        ("file:///etc/passwd", "file:///etc/passwd: only http and https addresses are read, no file"),
        ("ftp://example.org/a", "ftp://example.org/a: only http and https addresses are read, no ftp"),
        ("https:///a", "https:///a: is no address of a page; check it"),
        ("http://[::1/a", "http://[::1/a: is no address of a page; check it"),
    ],
)
def test_bad_paths_cost_one_clear_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(WORDS)
    with pytest.raises(UnreadableArticle) as caught:
        read(path)
    assert str(caught.value) == message


def test_a_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = Thread(target=path.write_text, args=(WORDS,), kwargs={"newline": ""})
    writer.start()
    assert read(path).text == WORDS
    writer.join()


def test_a_pipe_that_nobody_writes_to_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_PIPE_WAIT_S", 0.05)
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(UnreadableArticle) as caught:
        read(path)
    assert str(caught.value) == f"{path}: is a pipe that nobody writes to; give a file"


def test_an_endless_input_is_given_up_at_the_limit() -> None:
    with pytest.raises(UnreadableArticle) as caught:
        read("/dev/zero")
    assert str(caught.value) == "/dev/zero: is longer than 10 MB; give one article, not an archive"


def test_escape_sequences_are_text_like_any_other() -> None:
    hostile = "The troops \x1b[31mof\x1b[0m the {{ 7*7 }} <script> brigade left.\n"
    assert read_text(hostile).text == hostile


@pytest.mark.parametrize(
    ("published", "day"),
    [("2022-02-04", "2022-02-04"), ("20220204", "2022-02-04"), ("2022-02-04T23:10:00Z", "2022-02-04")],
)
def test_dates_of_publication_are_days(published: str, day: str) -> None:
    assert read_text(WORDS, published=published).published == day


@pytest.mark.parametrize("published", ["2022-02-30", "Friday", "04/02/2022", ""])
def test_what_is_no_date_is_refused(published: str) -> None:
    with pytest.raises(ValueError, match=r"is no date; write it as YYYY-MM-DD, for example 2022-02-04"):
        read_text(WORDS, published=published)
