"""Words in tables: harmless for spreadsheets, numbers left as numbers."""

from __future__ import annotations

import csv

import pytest

from geomap.export.cells import Value, cell, clean, lines


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+44 20", "'+44 20"),
        ("-troops", "'-troops"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),
        ("2,000", "2,000"),
        ("a=b", "a=b"),
        ("", ""),
        (None, ""),
        (True, "true"),
        (-1.68, "-1.68"),
        (3000.0, "3000"),
        (29.0, "29"),
        (1_500_000.0, "1500000"),
        (42, "42"),
    ],
)
def test_cell(value: Value, written: str) -> None:
    assert cell(value) == written


def test_clean_leaves_words_and_takes_what_is_none() -> None:
    assert clean("a\x00b\ufffec\nd\u202ee\u2066f") == "abc def"
    assert clean("قوات\u202e روسية") == "قوات روسية"


def test_lines_are_read_back_by_any_reader() -> None:
    text = lines([("a", 'say "no"', "x,y"), ("=b", None, 1.5)])
    assert text == 'a,"say ""no""","x,y"\r\n\'=b,,1.5\r\n'
    assert list(csv.reader(text.splitlines())) == [["a", 'say "no"', "x,y"], ["'=b", "", "1.5"]]
