"""The text of a page's article: its paragraphs as the tree has them, and pages that hold no article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_PARAGRAPHS = frozenset({"p", "head", "item", "fw", "ab", "code"})
_INSIDE = frozenset({"list", "quote", "table", "div", "body", "main"})
_BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "td", "pre", "dd")
_AROUND = frozenset({"header", "footer", "nav", "aside", "form", "script", "style", "head", "button", "noscript"})
_BLANKS = re.compile(r"[ \t\r\f\v\n\u00a0]+")
_FILED = re.compile(r"(?:posted in|filed under|tagged|tags:|categories:|topics:)[^.!?]{0,100}$", re.IGNORECASE)
_SENTENCE = re.compile(r"[A-Za-z][^.!?]*\s[^.!?]*\s[^.!?]*[.!?…][\"”’')]*(?:\s|$)")
_CONSENT = re.compile(
    r"\b(?:cookies?|consent|privacy policy|personal data|partners|accept all|reject all|javascript|captcha|robot"
    r"|ad ?-?blocker|subscribe|subscription|subscribers|log ?in|sign in|register|access denied|enable)\b",
    re.IGNORECASE,
)
_NOTICE = 250  # words; longer texts that speak of cookies are articles about them


def paragraphs_of(body: _Element) -> list[str]:
    """Return the paragraphs of an article that was found, in reading order; rows of a table share one, line by line."""
    return [paragraph for paragraph in _walk(body) if paragraph and _FILED.match(paragraph) is None]


def _walk(element: _Element) -> Iterator[str]:
    """Yield paragraphs; the stack is the tree's own depth, which its parser bounds."""
    if element.tag == "table":
        yield "\n".join(filter(None, (_row(row) for row in element.iter("row"))))
        return
    holds = any(child.tag in _PARAGRAPHS or child.tag in _INSIDE for child in element)
    if element.tag in _PARAGRAPHS and not holds:
        yield from _lines(element)
        return
    yield _blank(element.text)
    for child in element:
        if child.tag in _PARAGRAPHS or child.tag in _INSIDE:
            yield from _walk(child)
        elif isinstance(child.tag, str):
            yield from _lines(child)
        yield _blank(child.tail)


def _lines(element: _Element) -> Iterator[str]:
    """Yield the words of one paragraph, more than one where line breaks part it."""
    parts: list[str] = [element.text or ""]
    for inner in element.iterdescendants():
        if inner.tag == "lb":
            parts.append("\0")
        parts.extend((inner.text or "", inner.tail or ""))
    yield from (_blank(line) for line in "".join(parts).split("\0"))


def _row(row: _Element) -> str:
    return "\t".join(filter(None, (_blank("".join(cell.itertext())) for cell in row.iter("cell"))))


def _blank(text: str | None) -> str:
    return _BLANKS.sub(" ", text or "").strip()


def plain_paragraphs(tree: _Element) -> list[str]:
    """Return the paragraphs of a page that is too short for an article to be told from the rest by its length.

    None where no sentence is among them.
    """
    found = []
    for block in tree.iter(*_BLOCKS):
        if any(inner.tag in _BLOCKS for inner in block.iterdescendants()):
            continue
        if not any(outer.tag in _AROUND for outer in block.iterancestors()):
            found.append(_blank("".join(block.itertext())))
    found = list(filter(None, found))
    return found if any(_SENTENCE.match(paragraph) for paragraph in found) else []


def wants_consent(paragraphs: list[str]) -> bool:
    """Whether a page shows a notice in the place of its article."""
    if sum(len(paragraph.split()) for paragraph in paragraphs) > _NOTICE:
        return False
    return 2 * sum(_CONSENT.search(paragraph) is not None for paragraph in paragraphs) > len(paragraphs)
