"""What a reader hands on: an article's text with what its file or page tells about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """The words of an article, paragraphs divided by blank lines where the source has any, and what is told of it.

    ``published`` is an ISO date. Nothing is told that the source does not state.
    """

    text: str
    title: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None
