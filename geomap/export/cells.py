"""Words of an article as they may stand in a table, a geographic file or a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from geomap.scene import wording

Value = str | int | float | bool | None
"""What a field of an exported record holds."""

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula, in full width too, as East Asian versions do."""


def clean(text: str) -> str:
    """Return the text on one line, without controls, changes of direction and what XML forbids."""
    return wording.plain(_FORBIDDEN.sub("", text))


def optional(text: str | None) -> str | None:
    """Return the cleaned text, ``None`` for none."""
    return clean(text) if text is not None else None


def cell(value: Value) -> str:
    """Return a value as a cell of a CSV that spreadsheets open without running anything.

    A text that a spreadsheet would take for a formula gets an apostrophe before it, its own sign for "this is text".
    Leaving the sign out would lose the words, and quoting the cell does not help: the quotes are CSV's and are gone
    before the cell is looked at. Numbers are written as they are, so that a latitude of -1.68 stays one.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def lines(rows: Iterable[Sequence[Value]]) -> str:
    """Return rows as CSV (RFC 4180, lines ended by CR and LF)."""
    out = io.StringIO()
    writer = csv.writer(out)
    for row in rows:
        writer.writerow([cell(value) for value in row])
    return out.getvalue()
