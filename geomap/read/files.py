"""A text file or standard input → an article."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from geomap.errors import UnreadableArticle
from geomap.model import Article
from geomap.read.build import LIMIT, build_article, slug, too_long
from geomap.read.decode import decode
from geomap.read.standard import STANDARD_INPUT, standard_input

_OTHER_FORMATS = {".htm": "HTML", ".html": "HTML", ".pdf": "PDF", ".doc": "Word", ".docx": "Word", ".odt": "ODF"}


def read_file(path: str | Path, *, published: str | None = None) -> Article:
    """Return the article at ``path`` (``"-"``: standard input); the id is a slug of the file's stem.

    Raises ``UnreadableArticle``, ``UnsupportedLanguage``, and ``ValueError`` for a ``published`` that is no date.
    """
    if str(path) == "-":
        text = decode(_bounded(standard_input(), STANDARD_INPUT), name=STANDARD_INPUT)
        return build_article(text, name=STANDARD_INPUT, published=published)
    name = str(path)
    if name.lower().startswith(("http://", "https://")):
        raise UnreadableArticle(f"{name}: addresses cannot be read yet; save the article as a .txt file and give that")
    path = Path(path)
    with open_source(path) as file:
        kind = _OTHER_FORMATS.get(path.suffix.lower())
        if kind:
            raise UnreadableArticle(f"{name}: {kind} files cannot be read yet; save the article as a .txt file")
        text = decode(_bounded(file, name), name=name)
    return build_article(text, name=name, article_id=slug(path.stem), published=published)


def open_source(path: Path) -> BinaryIO:
    """Open a file for reading; ``UnreadableArticle`` says in one line why it cannot be."""
    name = str(path)
    try:
        return path.open("rb")
    except FileNotFoundError:
        raise UnreadableArticle(f"{name}: there is no such file; check the path") from None
    except IsADirectoryError:
        raise UnreadableArticle(f"{name}: is a folder; give the articles in it, for example {path / '*.txt'}") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise UnreadableArticle(f"{name}: cannot be read: {reason}") from error


def _bounded(file: BinaryIO, name: str) -> bytes:
    """Return the whole file, never holding more than the limit: pipes and devices have no size to ask for."""
    try:
        data = file.read(LIMIT + 1)
    except OSError as error:
        raise UnreadableArticle(f"{name}: cannot be read: {error.strerror}") from error
    if len(data) > LIMIT:
        raise too_long(name)
    return data
