"""A JSONL file, one article a line: ``{"id", "text"}`` and, if known, ``title``, ``published``, ``url``, ``source``.

The file is read as a stream, so that its length does not matter; one bad line costs one article.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from geomap.errors import GeomapError, UnreadableArticle
from geomap.model import Article
from geomap.read.build import build_article
from geomap.read.draft import Draft
from geomap.read.files import open_source
from geomap.read.limits import TEXT_LIMIT
from geomap.read.standard import STANDARD_INPUT, standard_input

_LINE_LIMIT = 6 * TEXT_LIMIT + 1_000_000
"""Longest line in bytes: JSON may write each byte of a text as six (``\\u0041``); the other fields need some room."""

_OPTIONAL = ("title", "published", "url", "source")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file, counted from 1: its article, or the error that it gave; never both."""

    number: int
    article: Article | None
    error: GeomapError | None


def iterate(path: str | Path, *, published: str | None = None) -> Iterator[Line]:
    """Yield the lines in order, blank ones left out; see :func:`geomap.read.read_lines`."""
    with ExitStack() as stack:
        if str(path) == "-":
            name, file = STANDARD_INPUT, standard_input()
        else:
            name, file = str(path), stack.enter_context(open_source(Path(path)))
        for number, line in enumerate(_bounded_lines(file, name), start=1):
            where = f"{name}, line {number}"
            if line is not None and not line.strip():
                continue
            try:
                yield Line(number, _article(line, where, published), None)
            except GeomapError as error:
                yield Line(number, None, error)


def _bounded_lines(file: BinaryIO, name: str) -> Iterator[bytes | None]:
    """Yield each line without a byte-order mark, ``None`` for one above the limit, which is skipped unread."""
    try:
        first = True
        while line := file.readline(_LINE_LIMIT):
            if first:
                line, first = line.removeprefix(codecs.BOM_UTF8), False
            if len(line) < _LINE_LIMIT:
                yield line
                continue
            while line and not line.endswith(b"\n"):
                line = file.readline(_LINE_LIMIT)
            yield None
    except OSError as error:
        raise UnreadableArticle(f"{name}: cannot be read: {error.strerror}") from error


def _article(line: bytes | None, where: str, published: str | None) -> Article:
    if line is None:
        raise UnreadableArticle(f"{where}: is longer than {_LINE_LIMIT // 1_000_000} MB; one line holds one article")
    try:
        value = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise UnreadableArticle(f"{where}: is not UTF-8 at byte {error.start}; save the file as UTF-8") from None
    except json.JSONDecodeError as error:
        raise UnreadableArticle(f"{where}: is no JSON ({error.msg}); each line holds one object") from None
    except RecursionError:
        raise UnreadableArticle(f"{where}: is no JSON (nested too deeply); each line holds one object") from None
    except ValueError as error:  # a number of thousands of digits
        raise UnreadableArticle(f"{where}: is no JSON ({error}); each line holds one object") from None
    if not isinstance(value, dict):
        raise UnreadableArticle(f'{where}: is no JSON object; write {{"id": …, "text": …}}')
    fields = {key: _string(value, key, where, required=key in {"id", "text"}) for key in ("id", "text", *_OPTIONAL)}
    try:
        return build_article(
            Draft(fields["text"] or "", title=fields["title"], source=fields["source"], url=fields["url"]),
            name=where,
            article_id=fields["id"],
            published=fields["published"] or published,
        )
    except ValueError as error:
        raise UnreadableArticle(f"{where}: published: {error}") from None


def _string(value: dict[str, object], key: str, where: str, *, required: bool) -> str | None:
    text = value.get(key)
    if text is None and not required:
        return None
    if text is None:
        raise UnreadableArticle(f'{where}: has no "{key}"; each line needs "id" and "text"')
    if not isinstance(text, str):
        raise UnreadableArticle(f'{where}: "{key}" is not a string')
    if required and not text.strip():
        raise UnreadableArticle(f'{where}: "{key}" is empty')
    if not _encodable(text):
        raise UnreadableArticle(f'{where}: "{key}" holds half a surrogate pair; write the character itself')
    return text


def _encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
