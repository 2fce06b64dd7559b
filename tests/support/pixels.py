"""The pixels of a PNG (8 bits a channel, not interlaced), decoded with the standard library."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass


@dataclass(frozen=True)
class Pixels:
    """Rows of bytes, ``channels`` for each pixel."""

    rows: tuple[bytes, ...]
    channels: int

    def at(self, x: float, y: float) -> tuple[int, int, int]:
        """Return red, green and blue of a pixel."""
        start = int(x) * self.channels
        red, green, blue = self.rows[int(y)][start : start + 3]
        return red, green, blue


def decoded(data: bytes) -> Pixels:
    """Return the pixels of a PNG (W3C PNG, 9: each row is filtered by one of five rules)."""
    _, _, depth, colour, _, _, interlace = struct.unpack(">IIBBBBB", data[16:29])
    assert (depth, interlace) == (8, 0)
    channels = {2: 3, 6: 4}[colour]
    width = struct.unpack(">I", data[16:20])[0] * channels
    raw = zlib.decompress(b"".join(_chunks(data)))
    rows: list[bytes] = []
    before = bytearray(width)
    for start in range(0, len(raw), width + 1):
        row = bytearray(raw[start + 1 : start + 1 + width])
        _unfilter(raw[start], row, before, channels)
        rows.append(bytes(row))
        before = row
    return Pixels(tuple(rows), channels)


def _chunks(data: bytes) -> list[bytes]:
    found, at = [], 8
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        if kind == b"IDAT":
            found.append(data[at + 8 : at + 8 + length])
        at += length + 12
    return found


def _unfilter(rule: int, row: bytearray, above: bytearray, channels: int) -> None:
    for i in range(len(row)):
        left = row[i - channels] if i >= channels else 0
        corner = above[i - channels] if i >= channels else 0
        guess = (0, left, above[i], (left + above[i]) // 2, _paeth(left, above[i], corner))[rule]
        row[i] = (row[i] + guess) & 0xFF


def _paeth(left: int, above: int, corner: int) -> int:
    guess = left + above - corner
    return min((left, above, corner), key=lambda each: abs(guess - each))
