"""Parts, offsets, surroundings and corridors: a resolved place → where the expression around it lies.

Sizes that the words leave open are set by the constants here, each with what it stands for. Borders and coasts are in
``borders``.
"""

from __future__ import annotations

import math

import numpy as np
import shapely
from shapely import affinity, ops
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from .borders import shared_border
from .expressions import Side
from .geometry import (
    DEGREE_KM,
    Ground,
    Near,
    Shape,
    circle,
    destination,
    disc_radius_km,
    geodesic_km,
    inner_point,
    lines,
    mainland,
    polygons,
)
from .model import Place

PART_SHARE = 0.4  # of a country's area that "northern" takes
CENTRE_SHARE = 0.35  # of its area that "central" takes
OFFSET_ERROR = 0.18  # of a stated distance: it is rounded, and counted from the edge or the centre of a town
BEYOND_KM = 12.0  # how far "west of X" lies when no distance is told
BEYOND_RADIUS_KM = 18.0
NEAR_KM = 15.0  # added to a place's own radius by "near"
CORRIDOR = 0.12  # half-width of a corridor, as share of its length


def part(place: Place, side: Side, ground: Ground) -> Shape:
    """The side of a place's main land that holds ``PART_SHARE`` of its area; of a town the side beyond its centre."""
    outline = ground.outline(place)
    if outline is None or outline.geom_type not in ("Polygon", "MultiPolygon"):
        lat, lon = place.lat, place.lon
        if side.bearing is not None:
            lat, lon = destination(lat, lon, side.bearing, place.radius_km * 0.6)
        return Shape(lat, lon, round(max(2.0, place.radius_km * 0.7), 1))
    land = mainland(outline)
    cut = _central(land) if side is Side.CENTRE else _cut(land, side)
    lat, lon = inner_point(cut)
    return Shape(lat, lon, disc_radius_km(cut), cut)


def _vector(side: Side) -> tuple[float, float]:
    angle = math.radians(side.bearing or 0.0)
    return math.sin(angle), math.cos(angle)


def _half_plane(land: BaseGeometry, side: Side, threshold: float) -> BaseGeometry:
    """All of the land whose coordinate along the side's direction is at least ``threshold`` (scaled degrees)."""
    _, south, _, north = land.bounds
    squeeze = math.cos(math.radians((south + north) / 2))
    x, y = _vector(side)
    reach = 1000.0  # degrees, more than any place is away from the origin
    # A long rectangle that begins at the threshold, in squeezed coordinates, then stretched back.
    base = np.array([x, y]) * threshold
    along, across = np.array([x, y]) * reach, np.array([-y, x]) * reach
    corners = [base + across, base - across, base - across + along, base + across + along]
    ring = Polygon([(corner[0] / squeeze, corner[1]) for corner in corners])
    return land.intersection(ring)


def _cut(land: BaseGeometry, side: Side) -> BaseGeometry:
    coarse = land.simplify(0.02)
    west, south, east, north = land.bounds
    squeeze = math.cos(math.radians((south + north) / 2))
    x, y = _vector(side)
    corners = [px * squeeze * x + py * y for px in (west, east) for py in (south, north)]
    low, high = min(corners), max(corners)
    wanted = coarse.area * PART_SHARE
    for _ in range(18):
        middle = (low + high) / 2
        if _half_plane(coarse, side, middle).area > wanted:
            low = middle
        else:
            high = middle
    return polygons(_half_plane(land, side, (low + high) / 2))


def _central(land: BaseGeometry) -> BaseGeometry:
    west, south, east, north = land.bounds
    centre = land.centroid
    low, high = 0.0, 1.0
    for _ in range(14):
        middle = (low + high) / 2
        box = affinity.scale(shapely.box(west, south, east, north), middle, middle, origin="center")
        box = affinity.translate(box, centre.x - (west + east) / 2, centre.y - (south + north) / 2)
        cut = land.intersection(box)
        low, high = (low, middle) if cut.area > land.area * CENTRE_SHARE else (middle, high)
    return polygons(cut)


def offset(origin: Shape, side: Side | None, distance_km: float | None, near: Near = ()) -> Shape:
    """A point off ``origin`` along the geodesic; without a side a known place at about that distance, else a disc."""
    if side is None or side.bearing is None:
        distance = distance_km or BEYOND_KM
        for lat, lon in near:
            start = (origin.lat, origin.lon)
            if origin.geometry is not None:
                closest = ops.nearest_points(origin.geometry, Point(lon, lat))[0]
                start = (closest.y, closest.x)
            if 0.5 * distance <= geodesic_km(start, (lat, lon)) <= 1.3 * distance:
                return Shape(lat, lon, round(max(5.0, distance * 0.3), 1))
        return Shape(origin.lat, origin.lon, round(distance * 1.1, 1), circle(origin.lat, origin.lon, distance))
    if distance_km is None:
        beyond = BEYOND_KM + 0.5 * min(origin.radius_km, 60.0)
        lat, lon = destination(origin.lat, origin.lon, side.bearing, beyond)
        return Shape(lat, lon, round(BEYOND_RADIUS_KM + 0.5 * min(origin.radius_km, 60.0), 1))
    lat, lon = destination(origin.lat, origin.lon, side.bearing, distance_km)
    return Shape(lat, lon, round(max(4.0, OFFSET_ERROR * distance_km + 0.3 * min(origin.radius_km, 30.0)), 1))


def near_to(place: Shape) -> Shape:
    """The place and what lies around it."""
    return Shape(place.lat, place.lon, round(place.radius_km + min(NEAR_KM, 5.0 + place.radius_km), 1), place.geometry)


def between(first: Place, second: Place, ground: Ground) -> Shape:
    """The corridor between two places; between two areas what the line between them crosses outside both."""
    ends = [(first.lon, first.lat), (second.lon, second.lat)]
    one, other = ground.outline(first), ground.outline(second)
    if one is not None and other is not None:
        gap = lines(LineString(ends).difference(one.union(other)))
        if not gap.is_empty:
            longest = max(shapely.get_parts(gap), key=lambda item: item.length)
            ends = [(float(x), float(y)) for x, y in (longest.coords[0], longest.coords[-1])]
        elif (shared := shared_border(first, second, ground)) is not None:
            return shared
    (x1, y1), (x2, y2) = ends
    length = geodesic_km((y1, x1), (y2, x2))
    path = LineString(ends)
    lat, lon = (y1 + y2) / 2, (x1 + x2) / 2
    squeeze = max(0.05, math.cos(math.radians(lat)))
    width = max(5.0, CORRIDOR * length) / DEGREE_KM
    flat = affinity.scale(path, xfact=squeeze, origin=(lon, lat)).buffer(width, quad_segs=4)
    corridor = affinity.scale(flat, xfact=1 / squeeze, origin=(lon, lat))
    return Shape(round(lat, 4), round(lon, 4), round(max(5.0, length / 2), 1), corridor)
