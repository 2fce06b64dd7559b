"""Words from articles do nothing to a terminal."""

from __future__ import annotations

import sys

import pytest

from geomap.cli.terminal import layout, printable


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07x", "x"),
        ("\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1b[2J\x1b[Hclear", "clear"),
        ("\x1bcreset", "reset"),
        ("\x9b31mC1 control", "31mC1 control"),
        ("\x1b]0;never ended", ""),
        ("bell\x07 back\x08space\x7f", "bell backspace"),
        ("two\nlines\r\nand\ttabs\u2028more", "two lines and tabs more"),
        ("\u202ereversed\u202c \u2066isolated\u2069", "reversed isolated"),
        ("half \ud800 a pair", "half  a pair"),
        ("Київ, 北京, حلب, [bold] :smile:", "Київ, 北京, حلب, [bold] :smile:"),
    ],
)
def test_what_a_terminal_obeys_is_taken_out(text: str, plain: str) -> None:
    assert printable(text) == plain


def test_columns_are_aligned_by_what_a_terminal_shows() -> None:
    assert layout(
        ("a", "number", "b"), [("北京", "1,000", "x"), ("e\u0301", "≈2", "\x1b[1my")], right=frozenset({1})
    ) == ("a     number  b\n北京   1,000  x\ne\u0301         ≈2  y\n")


def test_a_terminal_gets_a_table_in_which_brackets_are_no_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "60")
    table = layout(("who", "where"), [("[red]Russia[/red]", ":cat: Gomel")])
    assert "[red]Russia[/red]" in table
    assert ":cat: Gomel" in table
