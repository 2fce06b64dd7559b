"""The lines of a PDF's page, with a blank one where the page leaves a gap or changes the size of its letters."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdf import PageObject

_GAP = 1.3  # times the usual distance of two lines, from which a gap parts paragraphs
_SIZE = 1.1  # times the smaller size of letters, from which the larger is that of a heading
_HEADLINE = 1.3  # times the size of most letters, from which those of a headline are
_TOP = 12  # lines among which a headline stands
_FEWEST, _MOST = 3, 30  # words of a headline
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\0": ""})


@dataclass(slots=True)
class PrintedLine:
    """Words on one height of the page: ``y`` and ``size`` are those of its first letters, in points."""

    y: float
    size: float
    text: str


@dataclass(slots=True)
class _Collector:
    """Takes the pieces of a page's text in the order in which they are drawn."""

    lines: list[PrintedLine] = field(default_factory=list)
    open: bool = False

    def take(self, text: str, user: Sequence[float], letters: Sequence[float], _font: object, size: float) -> None:
        """Add a piece; ``user`` and ``letters`` are the matrices that place it (PDF 32000-1, 9.4.4)."""
        size *= (letters[3] or 1) * (user[3] or 1)
        height = letters[4] * user[1] + letters[5] * user[3] + user[5]
        for number, words in enumerate(text.split("\n")):
            if number:
                self.open = False
            if not words.strip() and not self.open:
                continue
            if self.open:
                self.lines[-1].text += words
            else:
                self.lines.append(PrintedLine(height, size, words))
                self.open = True


def printed_lines(page: PageObject) -> list[PrintedLine]:
    """Return the lines of the page in the order in which it draws them."""
    collector = _Collector()
    page.extract_text(visitor_text=collector.take)
    for line in collector.lines:
        line.text = " ".join(line.text.translate(_LIGATURES).split())
    return collector.lines


def with_gaps(lines: Sequence[PrintedLine]) -> list[str]:
    """Return the words of the lines, with a blank line at each gap and each change of size."""
    steps = sorted(one.y - other.y for one, other in pairwise(lines) if one.y > other.y)
    usual = steps[len(steps) // 4] if steps else 0.0  # where paragraphs are short, half of all steps are gaps
    found: list[str] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before is not None and (before.y - line.y > _GAP * usual or _resized(before.size, line.size)):
            found.append("")
        found.append(line.text)
    return found


def headline_of(lines: Sequence[PrintedLine]) -> str | None:
    """Return the words in the largest letters above the text of a page, where they are much larger than those of it."""
    sizes = sorted(abs(line.size) for line in lines for _ in line.text)
    top = [line for line in lines[:_TOP] if line.text]
    if not top:
        return None
    largest = max(abs(line.size) for line in top)
    words = " ".join(line.text for line in top if abs(line.size) == largest)
    large = largest >= _HEADLINE * sizes[len(sizes) // 2]
    return words if large and _FEWEST <= len(words.split()) <= _MOST else None


def _resized(one: float, other: float) -> bool:
    small, large = sorted((abs(one), abs(other)))
    return large > _SIZE * small
