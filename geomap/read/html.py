"""A web page → an article: trafilatura finds the article in the page, this module says what its text is.

Left out are menus, captions, related links, notes and comments; headings, list items and rows are paragraphs. The
headline is the title and no part of the text, so that a dateline is its first words.
"""

from __future__ import annotations

import re
from configparser import ConfigParser
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from geomap.errors import UnreadableArticle
from geomap.read.charset import decode_page
from geomap.read.dates import date_in_text, day_of
from geomap.read.draft import Draft
from geomap.read.headings import joined, part_heading
from geomap.read.page_text import paragraphs_of, plain_paragraphs, wants_consent
from geomap.read.page_tree import headline, meta, prune
from geomap.read.quiet import quiet

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Document

_CONTROLS = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\ufffe\\uffff]|&#(?:0*(?:[0-8]|1[1-9]|2\\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]));",
    re.IGNORECASE,
)
"""Characters that no markup may hold, and references to them; trafilatura fails on a page that has one."""

_SHORTEST = 80  # characters from which what is found is taken for the article
_XML = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")


def read_page(data: bytes, *, name: str, charset: str | None = None, url: str | None = None) -> Draft:
    """Return the article of a page; ``url`` is where it was fetched, ``charset`` what the server said of it.

    ``name`` says in errors what was read. Raises ``UnreadableArticle`` for a page that holds no article.
    """
    import lxml.html
    from lxml.etree import LxmlError
    from trafilatura import bare_extraction

    quiet("trafilatura", "htmldate", "courlan", "justext")
    markup = _CONTROLS.sub("", _XML.sub("", decode_page(data, name=name, charset=charset)))
    try:
        tree = lxml.html.document_fromstring(markup)
    except (LxmlError, ValueError):  # nothing but comments, or characters that no markup may hold
        raise _no_article(name) from None
    title = headline(tree)
    prune(tree)
    plain = plain_paragraphs(tree)  # before the search for the article, which takes the tree apart
    found = bare_extraction(
        tree,
        url=url,
        with_metadata=True,
        include_comments=False,
        include_images=False,
        include_links=False,
        config=_settings(),
        date_extraction_params={"extensive_search": False, "original_date": True, "min_date": "1900-01-01"},
    )
    document = found if found is not None and not isinstance(found, dict) else None
    paragraphs = paragraphs_of(document.body) if document is not None else plain
    title = title or (document.title if document is not None else None)
    leading, paragraphs = part_heading(paragraphs, title)
    if not paragraphs:
        raise _no_article(name)
    if wants_consent(paragraphs):
        raise UnreadableArticle(
            f"{name}: shows a notice on cookies, consent or subscription and no article; save the article's text"
        )
    return Draft(
        joined(paragraphs),
        title,
        _published(tree, document, leading),
        _source(tree, document),
        _address(document, url),
    )


@cache
def _settings() -> ConfigParser:
    """Return trafilatura's settings, but for pages of a few sentences, which it would take from all around."""
    from trafilatura.settings import use_config

    settings: ConfigParser = use_config()
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(_SHORTEST))
    return settings


def _no_article(name: str) -> UnreadableArticle:
    return UnreadableArticle(f"{name}: holds no article that can be told from the rest of the page; save its text")


def _published(tree: HtmlElement, document: Document | None, leading: list[str]) -> str | None:
    """Return what the page states, else what stands between headline and text."""
    stated = meta(tree, "article:published_time", "datePublished", "date", "pubdate", "dc.date", "DC.date.issued")
    return day_of(stated) or day_of(document.date if document is not None else None) or date_in_text("\n".join(leading))


def _source(tree: HtmlElement, document: Document | None) -> str | None:
    stated = meta(tree, "og:site_name", "application-name") or (document.sitename if document is not None else None)
    return stated if stated and not stated.startswith("@") else None


def _address(document: Document | None, fetched: str | None) -> str | None:
    """Return the page's own address; where it was fetched, only one of the same server."""
    stated = document.url if document is not None else None
    if stated is None or urlsplit(stated).scheme not in {"http", "https"}:
        return fetched
    if fetched is not None and urlsplit(stated).hostname != urlsplit(fetched).hostname:
        return fetched
    return stated
