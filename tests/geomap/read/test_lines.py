"""One article a line: a bad line costs one article and is named by its number."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geomap.errors import UnreadableArticle
from geomap.model import Article
from geomap.read import lines, read_lines

WORDS = "The troops of the brigade left Gao on Monday."


def write(tmp_path: Path, *rows: bytes) -> Path:
    path = tmp_path / "articles.jsonl"
    path.write_bytes(b"\n".join(rows) + b"\n")
    return path


def test_known_fields_are_taken_and_others_passed_over(tmp_path: Path) -> None:
    row = {
        "id": "Gao/1",
        "text": WORDS,
        "title": "Out of Gao",
        "published": "2022-02-04",
        "url": "https://example.org/gao",
        "source": "The Paper",
        "section": "World",
    }
    (line,) = read_lines(write(tmp_path, json.dumps(row).encode()), published="2020-01-01")
    assert line == lines.Line(
        1,
        Article(
            id="Gao/1",
            title="Out of Gao",
            url="https://example.org/gao",
            source="The Paper",
            published="2022-02-04",
            language="en",
            text=WORDS,
        ),
        None,
    )


def test_good_lines_are_read_in_order_around_bad_ones(tmp_path: Path) -> None:
    good = json.dumps({"id": "a", "text": WORDS}).encode()
    path = write(tmp_path, b"\xef\xbb\xbf" + good, b"", b"{", good.replace(b'"a"', b'"b"'), b" ")
    read = list(read_lines(path, published="2020-01-01"))
    assert [(line.number, line.article.id if line.article else None) for line in read] == [
        (1, "a"),
        (3, None),
        (4, "b"),
    ]
    assert [line.article.published for line in read if line.article] == ["2020-01-01", "2020-01-01"]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (b"{", "is no JSON (Expecting property name enclosed in double quotes); each line holds one object"),
        pytest.param(b"[" * 100_000, "is no JSON (nested too deeply); each line holds one object", id="deep"),
        (b'["a"]', 'is no JSON object; write {"id": …, "text": …}'),
        (b'{"id": "a"}', 'has no "text"; each line needs "id" and "text"'),
        (b'{"text": "The troops"}', 'has no "id"; each line needs "id" and "text"'),
        (b'{"id": "a", "text": null}', 'has no "text"; each line needs "id" and "text"'),
        (b'{"id": 1, "text": "The troops"}', '"id" is not a string'),
        (b'{"id": " ", "text": "The troops"}', '"id" is empty'),
        (b'{"id": "a", "text": "\\n"}', '"text" is empty'),
        (b'{"id": "a", "text": ["The troops"]}', '"text" is not a string'),
        (b'{"id": "a", "text": "The troops", "title": 7}', '"title" is not a string'),
        (
            b'{"id": "a", "text": "The \\ud800 troops"}',
            '"text" holds half a surrogate pair; write the character itself',
        ),
        (b'{"id": "a", "text": "The troops\\u0000"}', "is not text but binary data; save the article as UTF-8 text"),
        (
            b'{"id": "a", "text": "The troops", "published": "Friday"}',
            "published: 'Friday' is no date; write it as YYYY-MM-DD, for example 2022-02-04",
        ),
        (b'{"id": "a", "text": "caf\xe9"}', "is not UTF-8 at byte 24; save the file as UTF-8"),
        (
            '{"id": "a", "text": "Россия направила 30 тысяч военных в Белоруссию"}'.encode(),
            "seems to be in Russian (ru); geomap reads English, give it a translation",
        ),
        pytest.param(
            b'{"id": "a", "text": "' + b"the troops " * 909_091 + b'"}',
            "is longer than 10 MB; give one article, not an archive",
            id="long",
        ),
    ],
)
def test_a_bad_line_is_an_error_with_its_number(tmp_path: Path, row: bytes, message: str) -> None:
    path = write(tmp_path, json.dumps({"id": "a", "text": WORDS}).encode(), row)
    first, second = read_lines(path)
    assert first.article is not None
    assert second.article is None
    assert str(second.error) == f"{path}, line 2: {message}"


def test_a_line_without_end_is_skipped_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "_LINE_LIMIT", 100)
    good = json.dumps({"id": "a", "text": WORDS}).encode()
    first, second = read_lines(write(tmp_path, b"x" * 1000, good))
    assert str(first.error).endswith(", line 1: is longer than 0 MB; one line holds one article")
    assert (second.number, second.error) == (2, None)


def test_a_missing_file_ends_it(tmp_path: Path) -> None:
    with pytest.raises(UnreadableArticle) as caught:
        list(read_lines(tmp_path / "none.jsonl"))
    assert str(caught.value) == f"{tmp_path / 'none.jsonl'}: there is no such file; check the path"
