"""A document of any kind that geomap reads → a draft. Each reader, and what it needs, is imported when it is used."""

from __future__ import annotations

from geomap.read.decode import decode
from geomap.read.draft import Draft
from geomap.read.kinds import Kind, kind_of


def to_draft(data: bytes, *, name: str, suffix: str = "", charset: str | None = None, url: str | None = None) -> Draft:
    """Return the article that the bytes hold, whatever kind of document they are.

    ``suffix`` is the ending of the document's name with its dot, ``charset`` and ``url`` what a server told of it.
    Plain text stays exactly as it is. Raises ``UnreadableArticle``, which calls the document ``name``.
    """
    kind = kind_of(data, name=name, suffix=suffix)
    if kind is Kind.HTML:
        from geomap.read.html import read_page

        return read_page(data, name=name, charset=charset, url=url)
    if kind is Kind.PDF:
        from geomap.read.pdf import read_pdf

        return read_pdf(data, name=name)
    if kind is Kind.WORD:
        from geomap.read.word import read_word

        return read_word(data, name=name)
    if kind is Kind.MAIL:
        from geomap.read.mail import read_mail

        return read_mail(data, name=name)
    text = _decoded(data, name, charset)
    if kind is Kind.MARKDOWN:
        from geomap.read.markdown import read_markdown

        return read_markdown(text)
    return Draft(text)


def _decoded(data: bytes, name: str, charset: str | None) -> str:
    """Return text as it is; what a server said of its encoding counts where it is not UTF-8."""
    if charset is None:
        return decode(data, name=name)
    from geomap.read.charset import decode_page

    return decode_page(data, name=name, charset=charset)
