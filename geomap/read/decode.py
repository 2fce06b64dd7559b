"""Bytes → text: byte-order marks, UTF-8, and the old one-byte encodings in which English is still found."""

from __future__ import annotations

import codecs
import logging

from geomap.errors import UnreadableArticle

_log = logging.getLogger(__name__)

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_OLD_ENCODINGS = ["cp1252", "mac_roman"]
"""Those that English text is found in; over all encodings the detector takes cp1252's quotation marks for others."""

_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"{\\rtf", "rich text (RTF)"),
)


def decode(data: bytes, *, name: str) -> str:
    """Return the text of ``data`` without a byte-order mark; line ends stay as they are.

    ``name`` says in errors and warnings what was read. Raises ``UnreadableArticle`` for binary data, for damaged UTF-8
    and where no encoding fits. A guessed encoding is logged as a warning.
    """
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableArticle(f"{name}: is {kind}, not plain text; save the article as UTF-8 text")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _by_mark(data[len(mark) :], encoding, name)
    if b"\0" in data:
        raise UnreadableArticle(f"{name}: is not text but binary data; save the article as UTF-8 text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _guess(data, error, name)


def _by_mark(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableArticle(f"{name}: is damaged {encoding.upper()} at byte {error.start}; save it again") from None


def _guess(data: bytes, error: UnicodeDecodeError, name: str) -> str:
    replaced = data.decode("utf-8", "replace")
    broken = replaced.count("\ufffd")
    if sum(not character.isascii() for character in replaced) > 2 * broken:
        # More whole UTF-8 sequences than broken ones do not arise by chance: reading it otherwise would garble all.
        raise UnreadableArticle(f"{name}: is damaged UTF-8 at byte {error.start}; save it again as UTF-8 text")
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_OLD_ENCODINGS).best()
    if best is None:
        raise UnreadableArticle(f"{name}: is in an encoding that cannot be told; save it as UTF-8 text")
    _log.warning("%s: is not UTF-8, read as %s; check its quotation marks and accents", name, best.encoding)
    return str(best)
