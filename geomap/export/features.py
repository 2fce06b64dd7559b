"""Records as features of a map: a point for each record and place, a line for each stated way, nothing inferred.

A record without a found place is a feature without geometry, so that no record is lost on the way into another program.
A point stands for all of a place: ``radius_km`` says how far the truth may lie from it (a country has hundreds).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from geomap.export.cells import Value, clean, optional
from geomap.export.rows import Row, rows
from geomap.model import Deployment, PlaceMention, Report

Coordinate = tuple[float, float]
"""Longitude and latitude in degrees WGS 84, as GeoJSON has them."""


class Role(StrEnum):
    """What a feature's place is to its record."""

    LOCATION = "location"
    ORIGIN = "origin"
    FLOW = "flow"  # the way from an origin to a location
    NONE = "none"  # the record has no place that was found


PLACE_NAMES = ("role", "place", "place_name", "place_kind", "country", "admin1", "radius_km", "place_confidence")
"""Names of the properties that say which place a feature stands for."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature: ``parts`` is one point, one line, two lines where the way crosses the antimeridian, or nothing."""

    id: str
    row: Row
    role: Role
    place: PlaceMention | None
    parts: tuple[tuple[Coordinate, ...], ...]

    def properties(self) -> Iterator[tuple[str, Value]]:
        """Yield the fields of the record, then those of the place."""
        yield from self.row.fields.items()
        resolved = self.place.resolved if self.place is not None else None
        yield "role", str(self.role)
        yield "place", clean(self.place.text) if self.place is not None else None
        yield "place_name", clean(resolved.name) if resolved is not None else None
        yield "place_kind", clean(resolved.kind) if resolved is not None else None
        yield "country", optional(resolved.country) if resolved is not None else None
        yield "admin1", clean(resolved.admin1) if resolved is not None and resolved.admin1 else None
        yield "radius_km", resolved.radius_km if resolved is not None else None
        yield "place_confidence", self.place.confidence if self.place is not None else None

    @property
    def is_line(self) -> bool:
        """Whether it is a way, not a point."""
        return self.role is Role.FLOW


def features(report: Report) -> list[Feature]:
    """Return the features of a report in the order of its records: locations, origins, ways."""
    return [feature for row in rows(report) for feature in _of(row)]


def _of(row: Row) -> Iterator[Feature]:
    name = f"{row.fields.article}/{row.fields.record}"
    found = False
    for role, mentions in ((Role.LOCATION, row.location), (Role.ORIGIN, row.origin)):
        for mention in mentions:
            at = _point(mention)
            if at is not None:
                found = True
                yield Feature(f"{name}/{role}/{clean(mention.id)}", row, role, mention, ((at,),))
    if not found:
        yield Feature(f"{name}/{Role.NONE}", row, Role.NONE, next(iter((*row.location, *row.origin)), None), ())
    if isinstance(row.record, Deployment):
        for start in row.origin:
            for end in row.location:
                a, b = _point(start), _point(end)
                if a is not None and b is not None and a != b:
                    key = f"{name}/{Role.FLOW}/{clean(start.id)}-{clean(end.id)}"
                    yield Feature(key, row, Role.FLOW, end, split(a, b))


def _point(mention: PlaceMention) -> Coordinate | None:
    place = mention.resolved
    return (round(place.lon, 6), round(place.lat, 6)) if place is not None else None


def split(a: Coordinate, b: Coordinate) -> tuple[tuple[Coordinate, ...], ...]:
    """Return the short way from ``a`` to ``b``, in two where it crosses the antimeridian (RFC 7946, 3.1.9)."""
    if abs(a[0] - b[0]) <= 180:
        return ((a, b),)
    side = 180.0 if a[0] > 0 else -180.0
    there, here = side - a[0], side + b[0]
    share = there / (there + here) if there + here else 0.0
    lat = round(a[1] + share * (b[1] - a[1]), 6)
    return ((a, (side, lat)), ((-side, lat), b))


def bounds(found: Iterable[Sequence[Coordinate]]) -> tuple[float, float, float, float] | None:
    """Return west, south, east, north of all coordinates; west is larger than east where the box that holds them best
    crosses the antimeridian (RFC 7946, 5.2). ``None`` where there are none."""
    points = [point for part in found for point in part]
    if not points:
        return None
    lats = [lat for _, lat in points]
    lons = sorted({lon for lon, _ in points})
    west, east = lons[0], lons[-1]
    if len(lons) > 1:
        gap, index = max((lons[i + 1] - lons[i], i) for i in range(len(lons) - 1))
        if gap > 360 - (east - west):
            west, east = lons[index + 1], lons[index]
    return west, min(lats), east, max(lats)
