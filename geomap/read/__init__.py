"""From a source of text to an :class:`~geomap.model.Article`: the only room that touches what a user gives.

``read`` takes a path, an address or standard input, ``read_text`` words that are already in memory, ``read_lines`` a
file with one JSON article a line. All three refuse with :class:`~geomap.errors.UnreadableArticle` or
:class:`~geomap.errors.UnsupportedLanguage`, whose message is one line that names the source. Nothing but the decoding
touches plain text: a byte-order mark goes, line ends stay as they are. Of pages, PDFs, Word files, Markdown and e-mails
the words of the article are taken, its paragraphs divided by blank lines. An address is fetched; nothing else here
touches the network.

What is imported from inside the functions is heavy (pydantic); the command line imports this package at every start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from geomap.model import Article
    from geomap.read.lines import Line

__all__ = ["read", "read_lines", "read_text"]


def read(path: str | Path, *, published: str | None = None) -> Article:
    """Return the article in the file at ``path``, at an http(s) address, or on standard input for ``"-"``.

    The file may be text, Markdown, a web page, a PDF, a Word file or an e-mail. ``published`` is the ISO date of
    publication; without it, what the file or its first lines state for certain is taken. Raises ``UnreadableArticle``,
    ``UnsupportedLanguage``, and ``ValueError`` for a date that is none.
    """
    from geomap.read.files import read_source

    return read_source(path, published=published)


def read_text(
    text: str,
    *,
    article_id: str | None = None,
    title: str | None = None,
    published: str | None = None,
    url: str | None = None,
    source: str | None = None,
) -> Article:
    """Return an article of ``text``; without ``article_id`` its id is a slug of the first words.

    Raises as :func:`read` does.
    """
    from geomap.read.build import build_article
    from geomap.read.draft import Draft

    draft = Draft(text, title=title, source=source, url=url)
    return build_article(draft, name="the text", article_id=article_id, published=published)


def read_lines(path: str | Path, *, published: str | None = None) -> Iterator[Line]:
    """Yield one :class:`~geomap.read.lines.Line` for each article of a JSONL file (``"-"`` is standard input).

    A line that holds no readable article yields its error and ends nothing. ``published`` is the date of the
    articles that state none. Raises ``UnreadableArticle`` when the file itself cannot be read.
    """
    from geomap.read.lines import iterate

    return iterate(path, published=published)
