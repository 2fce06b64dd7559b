"""Finds datelines: the place, in front of the first sentence, that a report was filed from.

"KIEV: NATO expressed …", "MONS, Belgium (Agencies) — …", "BOGOTÁ/CARACAS — …", "BODØ, 1 March 2024. …"
or "GAO, Mali, Jan 28 —".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from geomap.model import Span

_UPPER = r"[A-ZÀ-ÖØ-ÞŁŚŻŠŽČĆĐİ]"
_PLACE = rf"{_UPPER}(?:[A-ZÀ-ÖØ-ÞŁŚŻŠŽČĆĐİ'’.\-]|(?<=[A-Z])c(?=[A-Z]))+(?: (?:[A-ZÀ-ÖØ-ÞŁŚŻŠŽČĆĐİ'’.\-]|de|al|el|la)+)*"
_MIXED = r"[A-Z][\w'’.\-]+(?: [A-Z][\w'’.\-]+){0,3}"
_WITHIN = r"(?:, (?:the )?[A-Z][\w.'’\-]+(?: (?:of|the|and|[A-Z][\w.'’\-]+)){0,4})?"
_DATE = r"(?:,? (?:\d{1,2} [A-Z][a-z]+\.?|[A-Z][a-z]{2,8}\.? \d{1,2})(?:,? \d{4})?)?"
_AGENCY = r"(?: \([^)\n]{2,40}\))?"
_END = r" ?(?:—|–|--|:| - |\. (?=[A-Z]))"
_DATELINE = re.compile(
    rf"(?P<first>{_PLACE})(?P<within>{_WITHIN})(?P<more>(?:/{_PLACE})*){_DATE}{_AGENCY}(?P<end>{_END})"
)
_DATELINE_MIXED = re.compile(
    rf"(?P<first>{_MIXED})(?P<within>{_WITHIN}){_DATE} \([^)\n]{{2,40}}\)(?P<end> ?(?:—|–|--|:| - ))"
)
_HEADLINE_END = re.compile(r"[.!?][\"”]? +(?=[A-ZÀ-ÖØ-Þ]{3})")
_HEADLINE = 160
"""Characters that a headline takes at most."""

_PART = re.compile(r"[^/]+")
_LONGEST = 90
"""Characters that a dateline takes at most, its date and agency included."""

_SHORTEST = 3
"""Letters that the first place of a dateline has at least."""

_LINES = 5
"""Lines of text in which a dateline may stand: headline, kicker, date, byline, first paragraph."""


def find_datelines(text: str) -> tuple[Span, ...]:
    """Return the spans of dateline places: "MONS, Belgium" is one, "BOGOTÁ/CARACAS" are two; empty if there is none."""
    match = _find(text)
    return _places(match) if match is not None else ()


def dateline_span(text: str) -> Span:
    """Return the whole dateline, its date and agency included; an empty span if there is none."""
    match = _find(text)
    return match.span() if match is not None else (0, 0)


def _find(text: str) -> re.Match[str] | None:
    for start, end in _first_lines(text):
        for opening in _openings(text, start, end):
            match = _dateline(text, opening, end)
            if match is not None:
                return match
    return None


def _openings(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where a dateline may begin in a line: at its start, and behind a headline that feeds run on with it."""
    yield start
    for match in _HEADLINE_END.finditer(text, start, min(end, start + _HEADLINE)):
        yield match.end()


def _first_lines(text: str) -> Iterator[Span]:
    """Yield the lines of text in which a dateline may stand, without the blanks around them."""
    position = lines = 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        if body:
            start = position + len(line) - len(line.lstrip())
            yield start, start + len(body)
            lines += 1
        if lines == _LINES:
            return
        position += len(line)


def _dateline(text: str, start: int, end: int) -> re.Match[str] | None:
    """Match the dateline that opens a line; an upper-case line of its own is a heading."""
    reach = min(end, start + _LONGEST + 2)
    match = _DATELINE.match(text, start, reach) or _DATELINE_MIXED.match(text, start, reach)
    if match is None or match.end() >= end or match.end() - start > _LONGEST:
        return None
    return match if len(match["first"]) >= _SHORTEST else None


def _places(match: re.Match[str]) -> tuple[Span, ...]:
    """Return the first place with what it lies in, then each that a slash adds."""
    spans = [(match.start("first"), match.end("within"))]
    if "more" in match.re.groupindex:
        offset = match.start("more")
        spans.extend((offset + part.start(), offset + part.end()) for part in _PART.finditer(match["more"]))
    return tuple(spans)
