"""Reports as CSV with one row a record: all its fields, its places in columns of their own."""

from __future__ import annotations

from collections.abc import Iterable

from geomap.export.cells import Value, clean, lines, optional
from geomap.export.rows import NAMES, rows
from geomap.model import PlaceMention, Report

_PLACE = ("name", "kind", "country", "lat", "lon", "radius_km")
HEADER = (*NAMES, *(f"{role}_{part}" for role in ("location", "origin") for part in _PLACE))
"""The columns. Where a record has several places, each of their columns holds all, in one order, with ``; `` between
them: the number of the record is told once and stands for them together."""


def header() -> str:
    """Return the first line."""
    return lines([HEADER])


def table(report: Report) -> str:
    """Return a line for each record of the report."""
    return lines(
        (*(value for _, value in row.fields.items()), *_places(row.location), *_places(row.origin))
        for row in rows(report)
    )


def _places(mentions: Iterable[PlaceMention]) -> tuple[Value, ...]:
    found = [
        (clean(place.name), clean(place.kind), optional(place.country), place.lat, place.lon, place.radius_km)
        if (place := mention.resolved) is not None
        else (clean(mention.text), "not found", None, None, None, None)
        for mention in mentions
    ]
    return tuple(_joined([each[i] for each in found]) for i in range(len(_PLACE)))


def _joined(values: list[Value]) -> Value:
    if len(values) == 1:
        return values[0]
    return "; ".join("" if value is None else str(value) for value in values) or None
