"""A PDF → an article: its words in the order in which the file draws them, without running heads and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from geomap.errors import UnreadableArticle
from geomap.read.dates import date_in_text, day_of, told_days
from geomap.read.draft import Draft
from geomap.read.headings import joined, part_heading
from geomap.read.limits import TEXT_LIMIT, too_long
from geomap.read.pdf_lines import headline_of, printed_lines, with_gaps
from geomap.read.quiet import quiet
from geomap.read.reflow import reflow

if TYPE_CHECKING:
    from pypdf import PdfReader

_MOST_PAGES = 2_000
_FEWEST_LETTERS = 20  # in all of a file, below which it shows pictures of text at most
_EDGE = 2  # lines at the top and at the bottom of a page among which running heads stand
_PAGE_NUMBER = re.compile(r"\W{0,3}(?:page\s+|p\.\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W{0,3}$", re.IGNORECASE)
_PRINTED = re.compile(  # what browsers write above and under a page
    r"(?:https?://|file://|www\.)\S+(?:\s+\d{1,3}/\d{1,3})?$|\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d{2}(?:\s?[AP]M)?\b"
)
_DIGITS = re.compile(r"\d+")
_NO_TITLE = re.compile(
    r"untitled|microsoft word|powerpoint|.*\.(?:docx?|pdf|indd|qxd|html?|rtf|odt|pages)$|https?:", re.I
)
_TITLE_WORDS = 2 / 3  # share of a title's words that the first page must show
_WORD = re.compile(r"\w+")


def read_pdf(data: bytes, *, name: str) -> Draft:
    """Return the article of a PDF; ``name`` says in errors what was read.

    Raises ``UnreadableArticle`` for a locked or damaged file, and for one without text.
    """
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    quiet("pypdf")
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _locked(name)
        pages = _pages(reader, name)
        stated, created = _metadata(reader)
        printed = headline_of(printed_lines(reader.pages[0])) if reader.pages else None
    except UnreadableArticle:
        raise
    except DependencyError:  # AES, for which pypdf needs a package of its own
        raise _locked(name) from None
    except (PyPdfError, OSError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError) as error:
        raise UnreadableArticle(f"{name}: is a damaged PDF; save or download it again") from error
    except (RecursionError, NotImplementedError, AssertionError, MemoryError) as error:
        raise UnreadableArticle(f"{name}: is a PDF that cannot be read; save its text as a .txt file") from error
    if sum(character.isalpha() for page in pages for line in page for character in line) < _FEWEST_LETTERS:
        raise UnreadableArticle(
            f"{name}: holds no text; it may be a scan: let a text recognition (OCR) read it and give the result"
        )
    pages = _without_edges(pages)
    first = " ".join(reflow(pages[0]))
    title = _title(stated, first) or printed
    leading, paragraphs = part_heading(reflow([line for page in pages for line in page]), title)
    told = created is not None and (int(created[5:7]), int(created[8:])) in told_days(first)
    return Draft(joined(paragraphs), title, date_in_text("\n".join(leading)) or (created if told else None))


def _metadata(reader: PdfReader) -> tuple[str | None, str | None]:
    """Return the title that the file states and the ISO date on which it was made."""
    metadata = reader.metadata
    if metadata is None:
        return None, None
    try:
        return metadata.title, day_of(metadata.creation_date)
    except ValueError:  # a date that is none
        return metadata.title, None


def _locked(name: str) -> UnreadableArticle:
    return UnreadableArticle(f"{name}: is locked with a password; save a copy without one")


def _pages(reader: PdfReader, name: str) -> list[list[str]]:
    """Return the lines of each page that shows text."""
    if len(reader.pages) > _MOST_PAGES:
        raise UnreadableArticle(f"{name}: has more than {_MOST_PAGES} pages; give one article, not an archive")
    pages, length = [], 0
    for page in reader.pages:
        lines = with_gaps(printed_lines(page))
        length += sum(map(len, lines))
        if length > TEXT_LIMIT:
            raise too_long(name)
        if any(lines):
            pages.append(lines)
    return pages or [[]]


def _without_edges(pages: Sequence[list[str]]) -> list[list[str]]:
    """Take away page numbers, and lines at the edges that most pages have but for their digits."""
    edges = Counter(key for page in pages for key in {_key(page[i]) for i in _edges(page)})
    running = {key for key, count in edges.items() if count > 1 and 2 * count > len(pages)}
    found = []
    for page in pages:
        gone = {i for i in _edges(page) if _is_printed(page[i]) or _key(page[i]) in running}
        kept = [line for i, line in enumerate(page) if i not in gone]
        worded = [i for i, line in enumerate(kept) if line]
        found.append(kept[worded[0] : worded[-1] + 1] if worded else [])  # a paragraph may run on over the page's end
    return found


def _is_printed(line: str) -> bool:
    return _PAGE_NUMBER.match(line) is not None or _PRINTED.match(line) is not None


def _edges(page: Sequence[str]) -> frozenset[int]:
    """Return the indices of the lines at the top and bottom; a page of few lines has none but its last."""
    worded = [i for i, line in enumerate(page) if line]
    if len(worded) <= 2 * _EDGE:
        return frozenset((*worded[:1], *worded[-1:]))
    return frozenset((*worded[:_EDGE], *worded[-_EDGE:]))


def _key(line: str) -> str:
    return _DIGITS.sub("#", line).casefold()


def _title(stated: str | None, first_page: str) -> str | None:
    """Return the title of the metadata where the first page shows it too: many are a program's or a template's."""
    title = " ".join((stated or "").split())
    words = _WORD.findall(title.casefold())
    if len(words) < 2 or _NO_TITLE.match(title) is not None:
        return None
    shown = set(_WORD.findall(first_page.casefold()))
    return title if sum(word in shown for word in words) >= _TITLE_WORDS * len(words) else None
