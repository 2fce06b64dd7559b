from __future__ import annotations

import io

import pytest

from gazetteer import BadData
from gazetteer.userdata.lines import MAX_LINE, Lines, tabbed
from gazetteer.userdata.records import BadLine


def test_lines_are_counted_and_the_mark_of_utf_8_goes() -> None:
    lines = Lines(io.BytesIO(b"\xef\xbb\xbfone\r\ntwo\n\nlast"), "a.txt")
    assert [(line, lines.number, lines.offset) for line in lines] == [
        (b"one\r\n", 1, 8),
        (b"two\n", 2, 12),
        (b"\n", 3, 13),
        (b"last", 4, 17),
    ]


def test_going_on_behind_what_was_read() -> None:
    text = b"one\ntwo\nthree\n"
    first = Lines(io.BytesIO(text), "a.txt")
    next(first), next(first)
    again = Lines(io.BytesIO(text), "a.txt")
    assert again.skip(first.number, first.offset, first.digest())
    assert (list(again), again.number) == ([b"three\n"], 3)


@pytest.mark.parametrize("text", [b"One\ntwo\nthree\n", b"one\n"])
def test_another_or_a_shorter_beginning_is_noticed(text: bytes) -> None:
    first = Lines(io.BytesIO(b"one\ntwo\nthree\n"), "a.txt")
    next(first), next(first)
    assert not Lines(io.BytesIO(text), "a.txt").skip(first.number, first.offset, first.digest())


def test_a_line_without_end_is_refused() -> None:
    lines = Lines(io.BytesIO(b"one\n" + b"x" * (MAX_LINE + 5)), "a.txt")
    next(lines)
    with pytest.raises(BadData) as caught:
        next(lines)
    assert str(caught.value) == "a.txt, line 2: is longer than 1,000,000 bytes; is it a list of places?"


def test_columns() -> None:
    found = list(tabbed(Lines(io.BytesIO(b"a\tb\r\n \t \n\na\nA\xff\tb\nc\td"), "a.txt"), (2,)))
    assert [(number, record if isinstance(record, list) else str(record)) for number, record in found] == [
        (1, ["a", "b"]),
        (4, "has 1 tab-separated columns, not 2"),
        (5, "is not in UTF-8"),
        (6, ["c", "d"]),
    ]
    assert isinstance(found[1][1], BadLine)
