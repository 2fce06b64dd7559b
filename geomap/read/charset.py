"""Bytes of a web page → text: what the bytes are counts more than what server and page say they are."""

from __future__ import annotations

import codecs
import logging
import re

from geomap.errors import UnreadableArticle
from geomap.read.decode import decode

_log = logging.getLogger(__name__)

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HEAD = 4_096  # bytes in which a page declares its encoding
_WHATWG = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}
"""What browsers read where a page names the first one."""
_NO_ENCODINGS = frozenset({"utf-7", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "utf-8"})


def decode_page(data: bytes, *, name: str, charset: str | None = None) -> str:
    """Return the page's markup; ``charset`` is what the server said, ``name`` is for errors and warnings.

    Valid UTF-8 is read as such whatever is declared; else the server's word counts, then the page's, then a guess.
    Damaged letters become U+FFFD, with a warning: browsers show such pages too. Raises ``UnreadableArticle``.
    """
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data, name=name)
    meta = _META.search(data[:_HEAD])
    declared = [_encoding(charset), _encoding(meta[1].decode("ascii") if meta else None)]
    if b"\0" in data[:_HEAD]:
        wide = next((encoding for encoding in declared if encoding and encoding.startswith("utf-16")), None)
        if wide is None:
            raise UnreadableArticle(f"{name}: is not text but binary data; save the article as UTF-8 text")
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    for encoding in declared:
        if encoding is not None and not encoding.startswith("utf-16"):
            return data.decode(encoding, "replace")
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if sum(not character.isascii() for character in text) > 2 * broken:
        _log.warning("%s: has %d damaged characters; check what was read around them", name, broken)
        return text
    return decode(data, name=name)


def _encoding(declared: str | None) -> str | None:
    """Return Python's name of a declared encoding; ``None`` for an unknown one, and for UTF-8, which did not fit."""
    if not declared:
        return None
    try:
        name = codecs.lookup(declared.strip("\"' ")).name
    except (LookupError, UnicodeError):
        return None
    if name in _NO_ENCODINGS or not _is_text(name):
        return None
    return _WHATWG.get(name, name)


def _is_text(name: str) -> bool:
    try:
        b"a".decode(name, "replace")
    except (LookupError, UnicodeError):  # base64, zlib and the like
        return False
    return True
