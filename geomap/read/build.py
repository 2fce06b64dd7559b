"""The one place where an :class:`~geomap.model.Article` is made, whatever the text came from, and the checks on it."""

from __future__ import annotations

import logging
import re
import unicodedata
from datetime import date, datetime

from geomap.errors import UnreadableArticle
from geomap.model import Article
from geomap.read.dates import date_in_text
from geomap.read.detect import require_english
from geomap.read.draft import Draft
from geomap.read.limits import TEXT_LIMIT, too_long

_log = logging.getLogger(__name__)

_SLUG_LENGTH = 100  # characters; leaves room for a suffix within the 255 bytes that file systems allow a name
_SLUG_WORDS = 6
_LONG = 1_000_000  # characters from which a user is told why nothing happens
_CONTROL_SHARE = 0.01  # text has none; formats that only look like text have many


def build_article(draft: Draft, *, name: str, article_id: str | None = None, published: str | None = None) -> Article:
    """Return the article; ``name`` says in errors what was read ("a.txt", "standard input").

    ``published`` is what the user says, which counts before what the draft tells, and that before the text's first
    lines. Raises ``UnreadableArticle`` for text that is empty, too long or no text, ``UnsupportedLanguage`` for text
    that is not English, ``ValueError`` for a date of publication that is no ISO date.
    """
    text = draft.text
    require_text(text, name=name)
    stated = published if published is not None else draft.published
    return Article(
        id=article_id or slug(" ".join(text.split(maxsplit=_SLUG_WORDS)[:_SLUG_WORDS])),
        title=draft.title,
        url=draft.url,
        source=draft.source,
        published=date_in_text(text) if stated is None else iso_date(stated),
        language=require_english(text, name=name),
        text=text,
    )


def require_text(text: str, *, name: str) -> None:
    """Raise ``UnreadableArticle`` unless ``text`` is words within the limit."""
    if not text.strip():
        raise UnreadableArticle(f"{name}: is empty; give an article with some text")
    if len(text.encode("utf-8", "surrogatepass")) > TEXT_LIMIT:
        raise too_long(name)
    surrogate = next((i for i, character in enumerate(text) if "\ud800" <= character <= "\udfff"), None)
    if surrogate is not None:
        raise UnreadableArticle(f"{name}: holds half a surrogate pair at character {surrogate}; save it as UTF-8 text")
    if len(text) > _LONG:
        _log.warning("%s: is as long as a book; reading takes about a minute for each million characters", name)
    controls = sum(text.count(character) for character in _CONTROLS)
    if "\0" in text or controls > _CONTROL_SHARE * len(text):
        raise UnreadableArticle(f"{name}: is not text but binary data; save the article as UTF-8 text")


_CONTROLS = tuple(chr(code) for code in range(32) if chr(code) not in "\t\n\v\f\r\x1b")


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
