"""Words from articles on a terminal: made harmless, and laid out in columns."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Sequence

# Escape sequences first (colours, cursor, titles, links), then whatever control is left of them or stands alone.
_ESCAPES = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_].*?(?:\x07|\x1b\\|$)|\x1b[ -/]*[0-~]", re.DOTALL)
_SPACES = re.compile(r"\s+")
_HARMFUL = {"Cc", "Cs"}  # controls and halves of surrogate pairs
_DIRECTION = frozenset(
    "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)  # can hide what is said


def printable(text: str) -> str:
    """Return ``text`` on one line without anything that a terminal obeys: escapes, controls, changes of direction."""
    text = _SPACES.sub(" ", _ESCAPES.sub("", text))
    return "".join(c for c in text if unicodedata.category(c) not in _HARMFUL and c not in _DIRECTION).strip()


def layout(headings: Sequence[str], rows: Sequence[Sequence[str]], *, right: frozenset[int] = frozenset()) -> str:
    """Return a table: ruled and wrapped to its width where standard output is a terminal, else plain aligned text.

    ``right`` holds the columns that are aligned to the right.
    """
    safe = [[printable(cell) for cell in row] for row in rows]
    if sys.stdout is not None and sys.stdout.isatty():
        return _ruled(headings, safe, right)
    table = [list(headings), *safe]
    widths = [max(_width(row[column]) for row in table) for column in range(len(headings))]
    lines = ("  ".join(_padded(cell, widths[i], right=i in right) for i, cell in enumerate(row)) for row in table)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _ruled(headings: Sequence[str], rows: Sequence[Sequence[str]], right: frozenset[int]) -> str:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column, heading in enumerate(headings):
        table.add_column(heading, justify="right" if column in right else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))  # Text: square brackets are no markup
    console = Console(highlight=False, emoji=False, markup=False)
    with console.capture() as capture:
        console.print(table)
    return capture.get()


def _padded(cell: str, width: int, *, right: bool) -> str:
    gap = " " * (width - _width(cell))
    return gap + cell if right else cell + gap


def _width(text: str) -> int:
    """Return the columns that a terminal gives to ``text`` (Unicode TR 11: wide ones two, combining ones none)."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in {"W", "F"} else 1 for c in text
    )
