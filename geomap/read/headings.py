"""What stands before an article's text: headline, byline, date. The text itself begins with its dateline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.read.dates import date_in_text

_LEADING = 6  # paragraphs among which they may stand
_BYLINE = re.compile(
    r"(?:[Bb]y|BY)\s+[^.!?]{2,100}$|(?:Updated|Published|Posted|Share|Listen|Print)\b[^.!?]{0,80}$"
    r"|[^.!?]{3,80}\b(?:correspondent|editor|reporter|staff|writer|bureau|agencies)$",
    re.IGNORECASE,
)
_FEW_WORDS = 8  # of a line between headline and date that is neither: "From: Ministry of Defence"
_ENDS = (".", "!", "?", "”", '"', "-", "–", "—")  # with which a sentence or a dateline ends, and no label
_OPEN = (".", ":", "-", "–", "—")  # with which no line of a date ends, and a dateline may
_LONGEST_DATE = 60  # characters of such a line
_NOT_SPOKEN = re.compile(r"[^\w]+")


def part_heading(paragraphs: Sequence[str], title: str | None) -> tuple[list[str], list[str]]:
    """Part the paragraphs before the text from those of the text; the latter keep one at least."""
    count = 0
    for number, paragraph in enumerate(paragraphs[: min(_LEADING, len(paragraphs) - 1)], start=1):
        if same_words(paragraph, title) or _BYLINE.match(paragraph) or _is_date(paragraph):
            count = number
        elif len(paragraph.split()) > _FEW_WORDS or paragraph.endswith(_ENDS):
            break
    return list(paragraphs[:count]), list(paragraphs[count:])


def same_words(one: str, other: str | None) -> bool:
    """Whether two texts are the same but for case and signs."""
    return other is not None and _spoken(one) == _spoken(other)


def joined(paragraphs: Sequence[str]) -> str:
    """Return a text with its paragraphs divided by blank lines."""
    return "\n\n".join(paragraphs) + "\n"


def _spoken(text: str) -> str:
    return _NOT_SPOKEN.sub(" ", text).casefold().strip()


def _is_date(paragraph: str) -> bool:
    return len(paragraph) <= _LONGEST_DATE and not paragraph.endswith(_OPEN) and date_in_text(paragraph) is not None
