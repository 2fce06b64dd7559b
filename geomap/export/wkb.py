"""Geometries as GeoPackage stores them: a small header before well-known binary (OGC 12-128r18, clause 2.1.3)."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from geomap.export.features import Coordinate

SRS_ID = 4326
_HEADER = struct.Struct("<2sBBi")
_ENVELOPE = struct.Struct("<4d")
_LITTLE_ENDIAN, _WITH_ENVELOPE = 0b1, 0b10
_POINT, _LINE, _LINES = 1, 2, 5


def point(at: Coordinate) -> bytes:
    """Return a point."""
    return _HEADER.pack(b"GP", 0, _LITTLE_ENDIAN, SRS_ID) + struct.pack("<BI2d", 1, _POINT, *at)


def lines(parts: Sequence[Sequence[Coordinate]]) -> bytes:
    """Return a multi-line of all ``parts``, with the box that holds it."""
    lons = [lon for part in parts for lon, _ in part]
    lats = [lat for part in parts for _, lat in part]
    head = _HEADER.pack(b"GP", 0, _LITTLE_ENDIAN | _WITH_ENVELOPE, SRS_ID)
    box = _ENVELOPE.pack(min(lons), max(lons), min(lats), max(lats))
    body = struct.pack("<BII", 1, _LINES, len(parts))
    for part in parts:
        body += struct.pack("<BII", 1, _LINE, len(part))
        body += b"".join(struct.pack("<2d", *at) for at in part)
    return head + box + body
