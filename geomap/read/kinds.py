"""What kind of document some bytes are: told by what they hold, and by the name only where that leaves it open."""

from __future__ import annotations

import codecs
import re
from enum import Enum

from geomap.errors import UnreadableArticle

_OPENING = 4_096  # bytes in which a document shows what it is

_OTHER_FORMATS = (
    (b"{\\rtf", "rich text (RTF)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Outlook file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x89PNG\r\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF87a", "a picture (GIF)"),
    (b"GIF89a", "a picture (GIF)"),
    (b"ID3", "a sound file (MP3)"),
)
_ZIPPED = (
    (b"mimetypeapplication/epub+zip", "an e-book (EPUB)"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"ppt/", "a PowerPoint file"),
    (b"xl/", "an Excel file"),
)

_MARKUP = re.compile(
    rb"\A\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|article|main|div|section|p|h[1-6]|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(rb"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?>")

_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,60}):(?:[ \t]|\r?\n[ \t]|\r?\n)")
_MAIL_HEADERS = frozenset(
    {b"from", b"to", b"cc", b"date", b"subject", b"sent", b"reply-to", b"sender", b"message-id", b"mime-version"}
    | {b"received", b"return-path", b"delivered-to", b"content-type", b"list-id", b"x-mailer", b"importance"}
    | {b"dkim-signature", b"authentication-results", b"content-transfer-encoding", b"arc-seal", b"user-agent"}
)
_FRONT_MATTER = re.compile(
    rb"\A(?:\xef\xbb\xbf)?---[ \t]*\r?\n(?:[A-Za-z_][\w-]{0,40}:[^\n]*\n|[ \t-][^\n]*\n){1,60}?---"
)


class Kind(Enum):
    """The kinds of document that articles come in."""

    TEXT = "text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    PDF = "PDF"
    WORD = "Word"
    MAIL = "e-mail"


_SUFFIXES = {
    ".htm": Kind.HTML,
    ".html": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".eml": Kind.MAIL,
    ".mht": Kind.MAIL,
    ".mhtml": Kind.MAIL,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
}


def kind_of(data: bytes, *, name: str, suffix: str = "") -> Kind:
    """Return the kind of document; ``suffix`` is the ending of its name with the dot, "" where it has none.

    ``name`` says in errors what was read. Raises ``UnreadableArticle`` for formats that are known and not read.
    """
    opening, suffix = data[:_OPENING], suffix.lower()
    if b"%PDF-" in opening[:1024]:
        return Kind.PDF
    if opening.startswith(b"PK\x03\x04"):
        return Kind.WORD if suffix == ".docx" else _zipped(data, name)
    for signature, format_ in _OTHER_FORMATS:
        if opening.startswith(signature):
            raise _not_read(name, format_)
    return _worded(data, _as_ascii(opening).lstrip(b"\r\n\t "), suffix)


def _worded(data: bytes, opening: bytes, suffix: str) -> Kind:
    """Tell the formats that are text themselves from each other."""
    if _MARKUP.match(opening) is not None:
        return Kind.HTML
    if _is_mail(opening):
        return Kind.MAIL
    told = _SUFFIXES.get(suffix, Kind.TEXT)
    if told is Kind.HTML and _TAG.search(data) is None:
        return Kind.TEXT  # words alone, whose lines a page would run together
    if not suffix and _FRONT_MATTER.match(opening) is not None:
        return Kind.MARKDOWN
    return told


def _zipped(data: bytes, name: str) -> Kind:
    if b"word/document" in data or b"word/" in data[:_OPENING]:
        return Kind.WORD
    for sign, format_ in _ZIPPED:
        if sign in data:
            raise _not_read(name, format_)
    if b"[Content_Types].xml" in data[:_OPENING]:
        return Kind.WORD  # an Office file that was cut: its reader says what is wrong
    raise _not_read(name, "a zip archive")


def _not_read(name: str, format_: str) -> UnreadableArticle:
    return UnreadableArticle(f"{name}: is {format_}, which geomap does not read; save it as text, PDF or .docx")


def _as_ascii(opening: bytes) -> bytes:
    """Return the opening with one byte a letter and no mark, so that signs are found in UTF-16 too."""
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if opening.startswith(mark):
            return opening[2:].decode(encoding, "replace").encode("utf-8")
    return opening.removeprefix(codecs.BOM_UTF8)


def _is_mail(opening: bytes) -> bool:
    """Whether lines of headers open the text: three that mail has, a sender or date and a subject or type with them."""
    names: set[bytes] = set()
    for line in opening.split(b"\n"):
        if line[:1] in {b" ", b"\t"} and names:
            continue  # a header folded over two lines
        if not line.strip():
            break
        match = _HEADER.match(line.rstrip(b"\r") + b"\n")
        if match is None:
            break
        names.add(match[1].lower())
    known = names & _MAIL_HEADERS
    return len(known) >= 3 and bool(known & {b"from", b"date", b"sent"}) and bool(known & {b"subject", b"content-type"})
