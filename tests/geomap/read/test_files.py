"""Files and standard input → articles, and every file that is none."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

import geomap
from geomap.errors import UnreadableArticle
from geomap.model import Article
from geomap.read import read, read_text

WORDS = "The troops of the brigade left Gao on Monday.\r\nThey are in Niamey.\n"


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


def test_the_public_function_is_not_hidden_by_the_package_of_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
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
        ("page.html", b"<p>Troops", "HTML files cannot be read yet; save the article as a .txt file"),
        ("paper.PDF", b"%PDF-1.7", "PDF files cannot be read yet; save the article as a .txt file"),
        ("word.docx", b"PK\x03\x04", "Word files cannot be read yet; save the article as a .txt file"),
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


def test_ten_megabytes_are_not_too_long(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"the troops" * 1_000_000)
    assert len(read(path).text) == 10_000_000


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("missing.txt", "missing.txt: there is no such file; check the path"),
        (".", ".: is a folder; give the articles in it, for example *.txt"),
        ("a.txt/b.txt", "a.txt/b.txt: cannot be read: Not a directory"),
        ("a\0b.txt", "a\0b.txt: cannot be read: embedded null byte"),
        (
            "https://example.org/a",
            "https://example.org/a: addresses cannot be read yet; save the article as a .txt file and give that",
        ),
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
