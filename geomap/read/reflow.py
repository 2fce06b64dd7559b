"""Lines that were broken to fit a page or a window → paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SHORT, _HALF = 0.8, 0.6
"""Shares of the usual width below which a line ends a paragraph: with a full stop, and before a capital."""

_ENDS = re.compile(r"[.!?:…][\"”’')\]]*$")
_BULLET = re.compile(r"(?:[•▪‣·●○*]|[-–—] |\(?\d{1,2}[.)] |\(?[a-z]\) )")
_BROKEN = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

_COMPOUNDS = frozenset(
    {
        "long",
        "short",
        "medium",
        "mid",
        "air",
        "anti",
        "self",
        "non",
        "multi",
        "semi",
        "so",
        "well",
        "high",
        "low",
        "far",
    }
    | {"half", "cross", "counter", "co", "ex", "pre", "post", "pro", "re", "all", "ground", "surface", "sea", "ship"}
    | {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty", "thirty", "forty", "fifty"}
    | {"one", "first", "second", "third", "war", "battle", "combat", "nuclear", "cease", "peace", "state", "army"}
    | {"north", "south", "east", "west", "hard", "heavy", "light", "newly", "old", "new", "fire", "machine", "far"}
)
"""First parts whose hyphen stays where a line breaks behind it: "long-/range"."""


def reflow(lines: Sequence[str]) -> list[str]:
    """Return paragraphs. A blank line parts two of them, and so do bullets and lines that end short of the margin."""
    width = _width(lines)
    hyphened = {word.lower() for line in lines for word in _WORD.findall(line) if "-" in word.strip("-")}
    paragraphs: list[list[str]] = []
    last = ""
    for line in (" ".join(line.split()) for line in lines):
        if line and (not last or _parts(last, line, width)):
            paragraphs.append([line])
        elif line:
            _append(paragraphs[-1], line, hyphened)
        last = line
    return [" ".join(pieces) for pieces in paragraphs]


def _width(lines: Sequence[str]) -> int:
    """Return the usual width of a full line, in characters: nine in ten lines are no longer."""
    lengths = sorted(len(line) for line in lines if line.strip())
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _parts(last: str, line: str, width: int) -> bool:
    if _BULLET.match(line) is not None:
        return True
    if _ENDS.search(last) is not None:
        return len(last) < _SHORT * width and not line[0].islower()
    capital = line[0].isupper() or line[0].isdigit() or line[0] in "\"“‘'("
    return len(last) < _HALF * width and capital and not last.endswith((",", "-"))


def _append(pieces: list[str], line: str, hyphened: set[str]) -> None:
    """Add a line to a paragraph; a word that was broken at its end becomes whole again."""
    broken = _BROKEN.search(pieces[-1])
    if broken is None or not line[0].isalpha():
        pieces.append(line)
        return
    first, _, rest = line.partition(" ")
    second = _WORD.match(first)
    whole = f"{broken[1]}-{second[0]}".lower() if second is not None else ""
    kept = line[0].isupper() or broken[1].lower() in _COMPOUNDS or whole in hyphened
    pieces[-1] = f"{pieces[-1] if kept else pieces[-1][:-1]}{first}"
    if rest:
        pieces.append(rest)
