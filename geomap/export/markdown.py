"""A report as a section of Markdown: picture, alternative text, table of records with their sources.

For Markdown as CommonMark, GitHub, Pandoc and Quarto read it. Words of an article stand in it as words: what any of
these would act on is written as an entity or behind a backslash.
"""

from __future__ import annotations

from collections.abc import Iterable

from geomap.export.cells import clean
from geomap.export.rows import Row, rows
from geomap.model import Event, EventType, PlaceMention, Report
from geomap.scene import wording

_ENTITIES = frozenset("&<>`{}|$@")
"""Written as entities: a backslash stops neither knitr, which runs ``r …`` wherever it stands between back-ticks, nor
Quarto's ``{{< … >}}``, nor a table's ``|``, nor citations and mentions after ``@``."""
_ESCAPED = frozenset("\\*_#[]~^")
_QUOTE = 600
_HEADER = ("Who", "How many", "Force or event", "What is done", "From", "Where", "When", "Is it so?", "Who says so")


def escaped(text: str) -> str:
    """Return the text as it may stand anywhere in a line of Markdown."""
    text = clean(text)
    text = "".join(f"&#{ord(c)};" if c in _ENTITIES else f"\\{c}" if c in _ESCAPED else c for c in text)
    return text.replace("www.", "www\\.").replace("://", "\\://")  # GitHub makes links of them


def markdown(report: Report, picture: str, alternative: str, credits_line: str = "") -> str:
    """Return the section. ``picture`` is the address of the map (a path beside it, or ``data:``), ``alternative`` what
    it shows in words; ``credits_line`` is printed below it."""
    article = report.article
    title = escaped(article.title or article.id)
    about = [escaped(part) for part in (article.source, wording.date(article.published), article.url) if part]
    parts = [f"## {title}", f"![{escaped(alternative)}](<{_address(picture)}>)"]
    if about:
        parts.append("Article: " + ", ".join(about))
    found = rows(report)
    if found:
        parts.append(_table(found))
        parts.append("### What was read")
        parts += _evidence(found, report)
    else:
        parts.append("No forces and no fighting were read in this article.")
    if credits_line:
        parts.append(f"*{escaped(credits_line)}*")
    return "\n\n".join(parts) + "\n"


def _address(picture: str) -> str:
    """Return an address as it may stand between angle brackets."""
    return picture.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C").replace("\n", "%0A")


def _table(found: Iterable[Row]) -> str:
    lines = ["| # | " + " | ".join(_HEADER) + " |", "|--:|" + "---|" * len(_HEADER)]
    for number, row in enumerate(found, start=1):
        lines.append(f"| {number} | " + " | ".join(_cells(row)) + " |")
    return "\n".join(lines)


def _cells(row: Row) -> tuple[str, ...]:
    fields = row.fields
    event = row.record if isinstance(row.record, Event) else None
    state = wording.state(row.record.status, hedged=row.record.hedged)
    if fields.corrected:
        state += ", corrected by hand"
    what = wording.EVENT_WORDS[event.type] if event is not None else fields.force or ""
    done = wording.casualties(event.casualties) if event is not None else fields.action
    with_whom = "to" if event is None else "with" if event.type is EventType.AGREEMENT else "against"
    against = f" {with_whom} {fields.target}" if fields.target else ""
    number = "" if event is not None else wording.number(getattr(row.record, "quantity", None))
    cells = (
        fields.actor or "not named",
        f"{number} (part of {fields.part_of})" if fields.part_of and number else number,
        what,
        f"{done}{against}".strip(),
        _places(row.origin),
        _places(row.location) + (" (one number for all)" if fields.shared_by > 1 and number else ""),
        wording.time(row.record.time),
        state,
        fields.says_who or "the article",
    )
    return tuple(escaped(wording.shorten(cell, 200)) for cell in cells)


def _places(found: Iterable[PlaceMention]) -> str:
    return ", ".join(mention.resolved.name if mention.resolved else f"{mention.text} (not found)" for mention in found)


def _evidence(found: Iterable[Row], report: Report) -> list[str]:
    """Return the words that records were read from, each passage once after the numbers of its records."""
    text = report.article.text
    passages: dict[str, list[int]] = {}
    for number, row in enumerate(found, start=1):
        quotes = (escaped(wording.shorten(clean(text[a:b]), _QUOTE)) for a, b in row.record.evidence)
        reasons = f" (corrected by hand: {escaped(row.fields.corrected)})" if row.fields.corrected else ""
        passages.setdefault(" … ".join(quotes) + reasons, []).append(number)
    return [f"**{', '.join(map(str, numbers))}** – {words}" for words, numbers in passages.items()]
