"""An e-mail, or words pasted with its headers → an article: the text of the newest message, without what it quotes."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Sequence
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from geomap.errors import UnreadableArticle
from geomap.read.charset import decode_page
from geomap.read.dates import date_in_text, day_of
from geomap.read.decode import decode
from geomap.read.draft import Draft
from geomap.read.headings import joined, part_heading
from geomap.read.html import read_page
from geomap.read.reflow import reflow

_PREFIXES = re.compile(r"(?:(?:re|fwd?|aw|wg|tr|antw)\s*(?:\[\d+\])?\s*:\s*|\[[^\]]{1,40}\]\s*)+", re.IGNORECASE)
_QUOTE = re.compile(r"\s{0,3}>")
_MARKS = re.compile(r"\s{0,3}(?:>\s?)+")
_WROTE = re.compile(r"(?:On|Am|Le)\b.{5,200}\b(?:wrote|writes|schrieb|écrit)\s*:\s*$|.{3,100}\bwrote:\s*$")
_EARLIER = re.compile(r"\s*-{2,}\s*Original Message\s*-{2,}\s*$|_{20,}\s*$", re.IGNORECASE)
_FORWARDED = re.compile(
    r"\s*-{2,}\s*Forwarded (?:message|by\b.*?)\s*-{2,}\s*$|\s*Begin forwarded message:\s*$", re.IGNORECASE
)
_HEADER = re.compile(r"\W{0,3}(From|Date|Sent|Subject|To|Cc|Reply-To):\W{0,3}\s(.*)$", re.IGNORECASE)
_WHOLE_HEADER = re.compile(
    rb"^(?:content-[a-z-]+|from|to|cc|bcc|sender|reply-to|subject|date|list-id|mime-version|archived-at):[^\n]*"
    rb"(?:\n[ \t][^\n]*)*",
    re.IGNORECASE | re.MULTILINE,
)
_LONGEST_HEADER = 5_000
"""Bytes; Python's reader of headers takes quadratic time, and one of a megabyte ten minutes."""
_SIGNATURE = "-- "
_OWN_WORDS = 30
"""Words before an earlier message from which they are the article; fewer only hand the earlier one on."""
_FEW_WORDS = 8
"""Words of one's own below which what is quoted is the article."""


def read_mail(data: bytes, *, name: str) -> Draft:
    """Return the article of an e-mail; ``name`` says in errors what was read.

    The subject is the title, the list or sender the source, the date that of publication; those of a forwarded
    message come before those of who forwards it. Raises ``UnreadableArticle`` for one without text.
    """
    try:
        data = _WHOLE_HEADER.sub(lambda match: match.group()[:_LONGEST_HEADER], data.lstrip(b"\r\n\t \xef\xbb\xbf"))
        message = email.message_from_bytes(data, policy=email.policy.default)
        if not isinstance(message, EmailMessage):
            raise _no_text(name)
        draft = _draft(message, name)
    except (MessageError, ValueError, LookupError, AttributeError, RecursionError) as error:
        raise UnreadableArticle(f"{name}: is a damaged e-mail; save its text as a .txt file") from error
    if not draft.text.strip():
        raise _no_text(name)
    return draft


def _no_text(name: str) -> UnreadableArticle:
    return UnreadableArticle(f"{name}: is an e-mail without text; save the article that is attached, and give that")


def _draft(message: EmailMessage, name: str) -> Draft:
    headers = {key: _header(message, key) for key in ("Subject", "Date", "From", "List-Id", "Sent")}
    address = _header(message, "Snapshot-Content-Location") or _header(message, "Archived-At").strip("<>")
    body = message.get_body(preferencelist=("plain", "html"))
    if not isinstance(body, EmailMessage):
        return Draft("")
    payload = body.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    if body.get_content_type() == "text/html":
        page = read_page(content, name=name, charset=body.get_content_charset(), url=address or None)
        title = page.title or _subject(headers["Subject"])
        return Draft(page.text, title, _day(headers) or page.published, _source(headers) or page.source, page.url)
    lines = _unquoted(_decoded(content, body.get_content_charset(), name).splitlines())
    lines = _flowed(lines) if body.get_param("format", "") == "flowed" else lines
    lines, forwarded = _forwarded(lines)
    headers.update(forwarded)
    title = _subject(headers["Subject"])
    leading, paragraphs = part_heading(reflow(lines), title) if any(lines) else ([], [])
    published = _day(headers) or date_in_text("\n".join(leading))
    return Draft(joined(paragraphs) if paragraphs else "", title, published, _source(headers), address or None)


def _header(message: EmailMessage, key: str) -> str:
    """Return a header on one line; one that is broken beyond reading counts as none."""
    try:
        return " ".join(str(message.get(key, "")).split())
    except (MessageError, ValueError, LookupError, AttributeError, TypeError, IndexError):
        return ""


def _decoded(content: bytes, charset: str | None, name: str) -> str:
    return decode_page(content, name=name, charset=charset) if charset else decode(content, name=name)


def _subject(subject: str) -> str | None:
    return _PREFIXES.sub("", subject, count=1).strip() or None


def _day(headers: dict[str, str]) -> str | None:
    stated = headers["Date"] or headers["Sent"]
    try:
        return day_of(parsedate_to_datetime(stated))
    except (ValueError, TypeError, IndexError, OverflowError):
        return day_of(stated)


def _source(headers: dict[str, str]) -> str | None:
    """Return the name of the list, else of the sender, else the sender's server."""
    listed = headers["List-Id"].partition("<")[0].strip(' "')
    spoken, address = parseaddr(headers["From"])
    return listed or spoken or address.rpartition("@")[2] or None


def _unquoted(lines: Sequence[str]) -> list[str]:
    """Drop what a reply quotes, with the line that says who wrote it, and the signature.

    Where nothing else is said, the quotation is the article.
    """
    end = next((i for i, line in enumerate(lines) if line == _SIGNATURE), len(lines))
    own = [line for line in lines[:end] if not (_QUOTE.match(line) or _WROTE.match(line))]
    if sum(len(line.split()) for line in own) < _FEW_WORDS and any(_QUOTE.match(line) for line in lines[:end]):
        return [_MARKS.sub("", line) for line in lines[:end] if not _WROTE.match(line)]
    earlier = next((i for i, line in enumerate(own) if _EARLIER.match(line)), None)
    if earlier is not None and sum(len(line.split()) for line in own[:earlier]) >= _OWN_WORDS:
        return own[:earlier]
    return own


def _forwarded(lines: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """Return the text of a message that is handed on, with its headers; other lines as they are."""
    mark = next((i for i, line in enumerate(lines) if _FORWARDED.match(line) or _EARLIER.match(line)), None)
    if mark is None:
        return list(lines), {}
    headers: dict[str, str] = {}
    start = mark + 1
    while start < len(lines):
        match = _HEADER.match(lines[start])
        if match is not None:
            headers["Date" if match[1].lower() == "sent" else match[1].title()] = match[2].strip()
        elif lines[start].strip() or headers:
            break
        start += 1
    if not headers:
        return list(lines), {}
    kept = {key: value for key, value in headers.items() if key in {"From", "Date", "Subject"} and value}
    return list(lines[start:]), {**kept, "List-Id": ""} if "From" in kept else kept


def _flowed(lines: Sequence[str]) -> list[str]:
    """Join lines that end with a blank to the next one (RFC 3676)."""
    found: list[str] = []
    open_line = False
    for line in lines:
        text = line.removeprefix(" ")
        if open_line and text.strip():
            found[-1] += text
        else:
            found.append(text)
        open_line = text.endswith(" ") and bool(text.strip())
    return found
