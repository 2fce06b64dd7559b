"""Lists: items, and the line above them that names what they have in common as a heading does."""

from __future__ import annotations

import re

from geomap.model import Span
from geomap.records.context import Mentions

_ITEM_SPACED = re.compile(r"\s*[•*·\-–—]\s")
_LONGEST_HEADING = 60
_LONGEST_SECTION = 6
"""Lines above a paragraph among which the heading of its section is looked for."""


def is_item(m: Mentions, position: int) -> bool:
    """Return whether the line that a character stands in begins as an item of a list does."""
    start = m.doc.text.rfind("\n", 0, position) + 1
    return _ITEM_SPACED.match(m.doc.text[start : position + 3]) is not None


def line_above(m: Mentions, position: int) -> Span:
    """Climb over the list's other items to the line above; an empty span where that is no heading."""
    lines = m.doc.text[:position].split("\n")
    offset = len(m.doc.text[:position]) - len(lines[-1])
    for line in reversed(lines[:-1]):
        offset -= len(line) + 1
        body = line.strip()
        if not body or _ITEM_SPACED.match(body):
            continue
        if len(body) > _LONGEST_HEADING or body.endswith("."):
            break
        return (offset, offset + len(line))
    return (position, position)


def section_above(m: Mentions, position: int) -> Span:
    """Return the nearest line above that is a heading, however many paragraphs stand between; else an empty span."""
    start = m.doc.text.rfind("\n", 0, position)
    for _ in range(_LONGEST_SECTION):
        if start <= 0:
            break
        above = m.doc.text.rfind("\n", 0, start)
        line = m.doc.text[above + 1 : start]
        body = line.strip()
        if (
            body
            and len(body) <= _LONGEST_HEADING
            and not body.endswith((".", ",", ";"))
            and not _ITEM_SPACED.match(body)
        ):
            return (above + 1, start)
        start = above
    return (position, position)
