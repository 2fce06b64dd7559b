"""Markdown → an article: front matter tells of it, markup goes, paragraphs stay."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from geomap.read.dates import date_in_text, day_of
from geomap.read.draft import Draft
from geomap.read.headings import joined, part_heading

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\A\s*---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FRONT_LIMIT = 20_000  # characters; what is longer is no front matter
_KEYS = {
    "title": ("title", "headline"),
    "published": ("date", "published", "publication_date", "pubdate", "datePublished"),
    "source": ("source", "publication", "publisher", "site"),
    "url": ("url", "link", "canonical", "permalink", "original"),
}
_ROW_CLOSE = "tr_close"


def read_markdown(text: str) -> Draft:
    """Return the article of a Markdown text; links are their words, code, pictures and raw HTML go."""
    from markdown_it import MarkdownIt

    front, body = _front_matter(text)
    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    paragraphs, heading = _paragraphs(tokens)
    title = front.get("title") or heading
    leading, paragraphs = part_heading(paragraphs, title) if paragraphs else ([], [])
    return Draft(
        joined(paragraphs) if paragraphs else "",
        title,
        day_of(front.get("published")) or date_in_text("\n".join(leading)),
        front.get("source"),
        front.get("url"),
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """Part the fields that are known from the text; what is no front matter stays in the text."""
    match = _FRONT.match(text[:_FRONT_LIMIT])
    if match is None:
        return {}, text
    import yaml

    try:
        stated = yaml.safe_load(match[1])
    except (yaml.YAMLError, ValueError, RecursionError):  # ValueError: a date of 30 February
        stated = None
    if not isinstance(stated, dict):
        return {}, text
    found = {}
    for field, keys in _KEYS.items():
        value = next((stated[key] for key in keys if stated.get(key)), None)
        if isinstance(value, str | date):
            found[field] = " ".join(str(value).split())
    return found, text[match.end() :]


def _paragraphs(tokens: Sequence[Token]) -> tuple[list[str], str | None]:
    """Return the paragraphs, and the words of a heading of the first order if the text opens with one."""
    found: list[str] = []
    cells: list[str] = []
    rows: list[str] = []
    heading: str | None = None
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "inline":
            words = _words(token)
            cells.append(" ".join(words))
            if before is not None and before.type == "heading_open" and before.tag == "h1" and not found:
                heading = " ".join(words)
        elif token.type in {"paragraph_close", "heading_close"}:
            found.extend(filter(None, cells))
            cells = []
        elif token.type == _ROW_CLOSE:
            rows.append("\t".join(filter(None, cells)))
            cells = []
        elif token.type == "table_close":
            found.extend(filter(None, ["\n".join(filter(None, rows))]))
            rows = []
    return found, heading


def _words(token: Token) -> list[str]:
    """Return the words of one piece of running text; lines that were wrapped become one."""
    parts = []
    for child in token.children or ():
        if child.type in {"text", "code_inline"}:
            parts.append(child.content)
        elif child.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
    return "".join(parts).split()
