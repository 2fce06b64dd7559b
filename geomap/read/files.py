"""A file, an address or standard input → an article."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import BinaryIO

from geomap.errors import UnreadableArticle
from geomap.model import Article
from geomap.read.build import build_article, slug
from geomap.read.convert import to_draft
from geomap.read.kinds import Kind, kind_of
from geomap.read.limits import FILE_LIMIT, TEXT_LIMIT, too_large, too_long
from geomap.read.standard import STANDARD_INPUT, standard_input

_PIPE_WAIT_S = 10.0  # for somebody to write to a named pipe


def read_source(source: str | Path, *, published: str | None = None) -> Article:
    """Return the article at a path or an http(s) address, or on standard input (``"-"``).

    Its id is a slug of the file's stem, of the last part of the address, or of the first words. Raises
    ``UnreadableArticle``, ``UnsupportedLanguage``, and ``ValueError`` for a ``published`` that is no date.
    """
    name = str(source)
    if name == "-":
        draft = to_draft(bounded(standard_input(), STANDARD_INPUT), name=STANDARD_INPUT)
        return build_article(draft, name=STANDARD_INPUT, published=published)
    if isinstance(source, str) and "://" in name:
        from geomap.read.web import article_id, fetch, is_address

        if is_address(name):
            sent = fetch(name)
            draft = to_draft(sent.data, name=name, suffix=sent.suffix, charset=sent.charset, url=sent.url)
            return build_article(draft, name=name, article_id=article_id(sent.url), published=published)
    path = Path(source)
    with open_source(path) as file:
        data = bounded(file, name, path.suffix)
    draft = to_draft(data, name=name, suffix=path.suffix)
    return build_article(draft, name=name, article_id=slug(path.stem), published=published)


def open_source(path: Path) -> BinaryIO:
    """Open a file for reading; ``UnreadableArticle`` says in one line why it cannot be."""
    name = str(path)
    try:
        if stat.S_ISFIFO(path.stat().st_mode):
            return _open_pipe(path)
        return path.open("rb")
    except FileNotFoundError:
        raise UnreadableArticle(f"{name}: there is no such file; check the path") from None
    except IsADirectoryError:
        raise UnreadableArticle(f"{name}: is a folder; give the articles in it, for example {path / '*.txt'}") from None
    except UnreadableArticle:
        raise
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise UnreadableArticle(f"{name}: cannot be read: {reason}") from error


def _open_pipe(path: Path) -> BinaryIO:
    """Open a named pipe, or one of the shell's ``<(…)``; wait for who writes to it, but not for ever."""
    opened: Queue[BinaryIO | OSError] = Queue()

    def wait() -> None:
        try:
            opened.put(path.open("rb"))
        except OSError as error:
            opened.put(error)

    Thread(target=wait, daemon=True).start()
    try:
        result = opened.get(timeout=_PIPE_WAIT_S)
    except Empty:
        os.close(os.open(path, os.O_WRONLY | os.O_NONBLOCK))  # so that the thread need wait no longer
        late = opened.get()
        if not isinstance(late, OSError):
            late.close()
        raise UnreadableArticle(f"{path}: is a pipe that nobody writes to; give a file") from None
    if isinstance(result, OSError):
        raise result
    return result


def bounded(file: BinaryIO, name: str, suffix: str = "") -> bytes:
    """Return the whole file, never holding more than the limit: pipes and devices have no size to ask for.

    Plain text may be as long as an article may; what else is in a page or a PDF has some room more.
    """
    try:
        data = file.read(TEXT_LIMIT + 1)
        if len(data) <= TEXT_LIMIT:
            return data
        if kind_of(data, name=name, suffix=suffix) in {Kind.TEXT, Kind.MARKDOWN}:
            raise too_long(name)
        data += file.read(FILE_LIMIT + 1 - len(data))
    except UnreadableArticle:
        raise
    except OSError as error:
        raise UnreadableArticle(f"{name}: cannot be read: {error.strerror}") from error
    if len(data) > FILE_LIMIT:
        raise too_large(name)
    return data
