"""YAML with lines: every fault is named where it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from geomap.corrections.located import parse, read
from geomap.errors import CorrectionError


def test_values_keep_their_lines_and_dates_stay_words() -> None:
    found = parse("a.yml", "places:\n  - move: Goma\n    to: [1.5, -2]\nday: 2022-02-24\nyes: no\n")
    assert found.value == {
        "places": [{"move": "Goma", "to": [1.5, -2]}],
        "day": "2022-02-24",
        "yes": False,
    }
    assert [found.lines[at] for at in (("places",), ("places", 0), ("places", 0, "to"), ("day",))] == [1, 2, 3, 4]
    assert str(found.error(("places", 0, "reason"), "is missing")) == "a.yml, line 2: is missing"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: [", "a.yml, line 1: is no YAML: "),
        ("a: 1\nb: 2\na: 3", "a.yml, line 3: 'a' stands here twice"),
        ("[1, 2]: 3", "a.yml, line 1: a key is to be a word"),
        ("a: !!python/object/apply:os.system [id]", "a.yml, line 1: "),
        ("a: &x [1]\nb: *x", "a.yml, line 1: anchors are not understood"),
        ("a: 1\n--- \nb: 2", "a.yml, line 2: is no YAML"),
        ("a: \x00", "a.yml, line 1: is no YAML"),
        ("[" * 5000, "a.yml"),
    ],
)
def test_faults(text: str, message: str) -> None:
    with pytest.raises(CorrectionError) as caught:
        parse("a.yml", text)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def test_an_empty_file_says_nothing() -> None:
    assert parse("a.yml", "").value is None
    assert parse("a.yml", "# only words\n").value is None


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(CorrectionError, match=r"none\.yml: cannot be read: No such file or directory$"):
        read(tmp_path / "none.yml")
    (tmp_path / "latin.yml").write_bytes(b"a: \xe9\xe9")
    with pytest.raises(CorrectionError, match=r"latin\.yml: is not UTF-8 \(byte 3\); save it as UTF-8$"):
        read(tmp_path / "latin.yml")
    (tmp_path / "big.yml").write_bytes(b"#" * 1_000_001)
    with pytest.raises(CorrectionError, match=r"big\.yml: holds 1,000,001 bytes; corrections of one article take less"):
        read(tmp_path / "big.yml")
