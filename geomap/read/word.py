"""A Word file (.docx) → an article: paragraphs in their order, tables as lines, nothing of what was struck out."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from geomap.errors import UnreadableArticle
from geomap.read.dates import date_in_text
from geomap.read.draft import Draft
from geomap.read.headings import joined, part_heading
from geomap.read.limits import TEXT_LIMIT, too_long

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

_UNPACKED = 100_000_000  # bytes that all parts of a file may unpack to
_PARTS = 5_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GONE = frozenset(f"{_W}{tag}" for tag in ("del", "moveFrom", "delText", "instrText", "rPr", "pPr", "sectPr"))
_DRAWN = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""A second copy of what is in a text box, for old programs."""
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": ""}
_NOBODYS = "Word Document"  # what python-docx calls a file that has no title
_TITLES = ("title", "heading 1")


def read_word(data: bytes, *, name: str) -> Draft:
    """Return the article of a Word file; ``name`` says in errors what was read.

    The date of its metadata is not taken, which tells when a template was made or a copy saved. Raises
    ``UnreadableArticle`` for a file that is damaged, is no Word file, unpacks to too much, or holds no text.
    """
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    _require_bounded(data, name)
    try:
        document = docx.Document(BytesIO(data))
        paragraphs = list(_paragraphs(document.element.body))
        title = _title(document)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError, OpcError, LxmlError) as error:
        raise _damaged(name) from error
    except (ValueError, AttributeError, NotImplementedError, RecursionError) as error:  # another kind of Office file
        raise UnreadableArticle(f"{name}: is no Word file that can be read; save the article as text") from error
    if not paragraphs:
        raise UnreadableArticle(f"{name}: holds no text; give an article with some text")
    if sum(map(len, paragraphs)) > TEXT_LIMIT:
        raise too_long(name)
    leading, paragraphs = part_heading(paragraphs, title)
    return Draft(joined(paragraphs), title, date_in_text("\n".join(leading)))


def _damaged(name: str) -> UnreadableArticle:
    return UnreadableArticle(f"{name}: is a damaged Word file; save or download it again")


def _require_bounded(data: bytes, name: str) -> None:
    """Refuse archives that unpack to more than an article can be: no more is unpacked than their lists declare."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise _damaged(name) from error
    if len(parts) > _PARTS or sum(part.file_size for part in parts) > _UNPACKED:
        raise UnreadableArticle(f"{name}: unpacks to more than {_UNPACKED // 1_000_000} MB; give one article")
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableArticle(f"{name}: is locked with a password; save a copy without one")


def _paragraphs(body: BaseOxmlElement) -> Iterator[str]:
    """Yield the paragraphs that hold words; a table is one, with a line for each row and tabs between its cells."""
    stack = list(reversed(body))
    while stack:
        element = stack.pop()
        if element.tag == f"{_W}p":
            yield from filter(None, (" ".join(line.split(" ")).strip() for line in _text(element).split("\n")))
        elif element.tag == f"{_W}tbl":
            rows = ("\t".join(filter(None, map(_cell, row.iter(f"{_W}tc")))) for row in element.iter(f"{_W}tr"))
            yield from filter(None, ["\n".join(filter(None, rows))])
        elif element.tag not in _GONE:
            stack.extend(reversed(element))  # content controls and the like, which wrap paragraphs


def _cell(cell: BaseOxmlElement) -> str:
    return " ".join(" ".join(map(_text, cell.iter(f"{_W}p"))).split())


def _text(paragraph: BaseOxmlElement) -> str:
    """Return a paragraph's words, insertions and links with them, without deletions and field codes."""
    parts: list[str] = []
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag in _GONE or element.tag == _DRAWN:
            continue
        if element.tag == f"{_W}t":
            parts.append(element.text or "")
        elif element.tag in _BREAKS:
            parts.append(_BREAKS[element.tag])
        else:
            stack.extend(reversed(element))
    return "".join(parts)


def _title(document: Document) -> str | None:
    """Return the first paragraph where its style makes it the title, else the title of the metadata if told."""
    for paragraph in document.paragraphs:
        words = " ".join(_text(paragraph._p).split())
        if words:
            style = paragraph.style.name if paragraph.style is not None else None
            if style is not None and style.lower() in _TITLES:
                return words
            break
    stated = " ".join((document.core_properties.title or "").split())
    plausible = len(stated.split()) > 1 and not stated.lower().endswith((".doc", ".docx"))
    return stated if plausible and stated != _NOBODYS else None
