"""The lines of a file that may be gigabytes: one at a time, counted, with a digest by which it is known again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from gazetteer.errors import BadData

from .records import BadLine

MAX_LINE = 1_000_000  # bytes; GeoNames' longest line has some 20,000
_CHUNK = 1 << 20
_MARK = b"\xef\xbb\xbf"


class Lines:
    """Lines as bytes with their ends. ``number``, ``offset`` and ``digest`` tell what has been given out so far."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._stream = stream
        self._name = name
        self._hash = hashlib.blake2b(digest_size=16)
        self.number = 0
        self.offset = 0

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        line = self._stream.readline(MAX_LINE)
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) >= MAX_LINE and not line.endswith(b"\n"):
            raise BadData(
                f"{self._name}, line {self.number}: is longer than {MAX_LINE:,} bytes; is it a list of places?"
            )
        self._hash.update(line)
        self.offset += len(line)
        return line.removeprefix(_MARK) if self.number == 1 else line

    def digest(self) -> str:
        """Return the digest of all bytes given out so far."""
        return self._hash.hexdigest()

    def skip(self, number: int, offset: int, digest: str) -> bool:
        """Go on behind the first ``number`` lines; false, and of no more use, when their bytes are others now."""
        while self.offset < offset:
            chunk = self._stream.read(min(_CHUNK, offset - self.offset))
            if not chunk:
                return False
            self._hash.update(chunk)
            self.offset += len(chunk)
        self.number = number
        return self.digest() == digest


def tabbed(lines: Lines, widths: Sequence[int]) -> Iterator[tuple[int, list[str] | BadLine]]:
    """Give the columns of each line that is not blank, with the line's number."""
    for line in lines:
        try:
            text = line.decode().rstrip("\r\n")
        except UnicodeDecodeError:
            yield lines.number, BadLine("is not in UTF-8")
            continue
        if not text.strip():
            continue
        fields = text.split("\t")
        if len(fields) in widths:
            yield lines.number, fields
        else:
            wanted = " or ".join(map(str, widths))
            yield lines.number, BadLine(f"has {len(fields)} tab-separated columns, not {wanted}")
