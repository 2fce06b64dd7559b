"""Finds datelines: the place, in front of the first sentence, that a report was filed from.

"KIEV: NATO expressed …", "MONS, Belgium (Agencies) — …", "BOGOTÁ/CARACAS — …", "BODØ, 1 March 2024. …"
or "GAO, Mali, Jan 28 —".
"""

from __future__ import annotations

import re

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
_LONGEST = 90
"""Characters that a dateline takes at most, its date and agency included."""

_LINES = 5
"""Lines of text in which a dateline may stand: headline, kicker, date, byline, first paragraph."""


def find_datelines(text: str) -> tuple[Span, ...]:
    """Return the spans of dateline places: "MONS, Belgium" is one, "BOGOTÁ/CARACAS" are two; empty if there is none."""
    position = 0
    lines = 0
    for line in text.splitlines(keepends=True):
        start = position
        position += len(line)
        body = line.strip()
        if not body:
            continue
        lines += 1
        if lines > _LINES:
            break
        start += len(line) - len(line.lstrip())
        # A dateline opens a sentence; an upper-case line of its own is a heading.
        end = min(start + len(body), start + _LONGEST + 2)
        match = _DATELINE.match(text, start, end) or _DATELINE_MIXED.match(text, start, end)
        if match is None or match.end() >= start + len(body) or match.end() - start > _LONGEST:
            continue
        if len(match["first"]) < 3:
            continue
        spans = [(match.start("first"), match.end("within"))]
        more = match["more"] if "more" in match.re.groupindex else ""
        at = match.start("more") if more else 0
        for part in (more or "").split("/")[1:]:
            at += 1
            spans.append((at, at + len(part)))
            at += len(part)
        return tuple(spans)
    return ()
