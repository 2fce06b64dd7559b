"""The one place where an :class:`~geomap.model.Article` is made, whatever the text came from, and the checks on it."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime

from geomap.errors import UnreadableArticle
from geomap.model import Article
from geomap.read.detect import require_english

LIMIT = 10_000_000
"""Longest article in bytes of UTF-8: 10 MB, several hundred times the longest news feature."""

_SLUG_LENGTH = 100  # characters; leaves room for a suffix within the 255 bytes that file systems allow a name
_SLUG_WORDS = 6
_CONTROL_SHARE = 0.01  # text has none; formats that only look like text have many


def build_article(
    text: str,
    *,
    name: str,
    article_id: str | None = None,
    title: str | None = None,
    published: str | None = None,
    url: str | None = None,
    source: str | None = None,
) -> Article:
    """Return the article; ``name`` says in errors what was read ("a.txt", "standard input").

    Raises ``UnreadableArticle`` for text that is empty, too long or no text, ``UnsupportedLanguage`` for text that is
    not English, ``ValueError`` for a ``published`` that is no ISO date.
    """
    require_text(text, name=name)
    return Article(
        id=article_id or slug(" ".join(text.split(maxsplit=_SLUG_WORDS)[:_SLUG_WORDS])),
        title=title,
        url=url,
        source=source,
        published=None if published is None else iso_date(published),
        language=require_english(text, name=name),
        text=text,
    )


def require_text(text: str, *, name: str) -> None:
    """Raise ``UnreadableArticle`` unless ``text`` is words within the limit."""
    if not text.strip():
        raise UnreadableArticle(f"{name}: is empty; give an article with some text")
    if len(text.encode("utf-8", "surrogatepass")) > LIMIT:
        raise too_long(name)
    surrogate = next((i for i, character in enumerate(text) if "\ud800" <= character <= "\udfff"), None)
    if surrogate is not None:
        raise UnreadableArticle(f"{name}: holds half a surrogate pair at character {surrogate}; save it as UTF-8 text")
    controls = sum(text.count(character) for character in _CONTROLS)
    if "\0" in text or controls > _CONTROL_SHARE * len(text):
        raise UnreadableArticle(f"{name}: is not text but binary data; save the article as UTF-8 text")


_CONTROLS = tuple(chr(code) for code in range(32) if chr(code) not in "\t\n\v\f\r\x1b")


def too_long(name: str) -> UnreadableArticle:
    """Return the error for an article above :data:`LIMIT`."""
    return UnreadableArticle(f"{name}: is longer than {LIMIT // 1_000_000} MB; give one article, not an archive")


def slug(words: str) -> str:
    """Return ``words`` as an id that is safe in a file name: lower-case letters and digits of any script, dashes."""
    folded = unicodedata.normalize("NFKC", words).casefold()
    return re.sub(r"[\W_]+", "-", folded).strip("-")[:_SLUG_LENGTH].rstrip("-") or "article"


def iso_date(value: str) -> str:
    """Return the day of an ISO 8601 date or date and time as ``YYYY-MM-DD``; ``ValueError`` for anything else."""
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(value).date().isoformat()
    except ValueError:
        raise ValueError(f"{value!r} is no date; write it as YYYY-MM-DD, for example 2022-02-04") from None
