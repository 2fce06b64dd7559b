"""Offsets, surroundings and corridors: a resolved place → where the expression around it lies.

Sizes that the words leave open are set by the constants here, each with what it stands for. Parts are in ``parts``,
borders in ``borders``, water in ``coasts`` and ``rivers``.
"""

from __future__ import annotations

import math
from dataclasses import replace

import shapely
from shapely import ops
from shapely.geometry import LineString, MultiPoint, Point
from shapely.geometry.base import BaseGeometry

from .bands import DEGREE_KM, band, circle, moved, sweep
from .expressions import Side
from .frames import beside
from .geometry import (
    CLOSE_KM,
    Near,
    Shape,
    destination,
    disc_radius_km,
    extent_km,
    geodesic_km,
    inner_point,
    is_area,
    is_line,
    lines,
    on_line,
    polygons,
    way,
)
from .ground import Ground
from .later import Later
from .model import Place
from .sphere import distance_km as great_circle_km

BEYOND_KM = 12.0  # how far "west of X" lies when no distance is told
BEYOND_RADIUS_KM = 18.0
LARGE_KM = 60.0  # of a place's radius that counts for "west of X"
STRIP_KM = (20.0, 120.0)  # least and most depth of the land that "north of the river" means; a quarter of its length
DEEP_KM = 150.0  # from the border, or two fifths of a smaller country's radius: "deep inside Russia"
NEAR_KM = 15.0  # added to a place's own radius by "near"
CORRIDOR = 0.12  # half-width of a corridor, as share of its length
POLAR = 89.0  # degrees of latitude beyond which meridians are too close for a shape in degrees
MIDWAY = 0.1  # of the way, by which "halfway" may be off


def error_km(distance_km: float, rounding_km: float, side: Side, origin: Shape) -> float:
    """How far the truth may lie from an offset's point: the number's rounding, the compass word, the origin's size.

    The three are independent, so their squares add up. A word of eight winds leaves ±22.5° open, at the distance
    ``distance * sin(22.5°)`` to either side. A distance is counted from the edge or from the centre of its origin.
    """
    across = distance_km * math.sin(math.radians(side.sector))
    return max(2.0, math.hypot(across, rounding_km, min(origin.radius_km, distance_km)))


def offset(
    origin: Shape, side: Side | None, distance_km: float | None, near: Near = (), rounding_km: float = 0.0
) -> Shape:
    """A point off ``origin`` along the geodesic; without a side a known place at about that distance, else a ring.

    Off a line (a river, a border) it is the strip on that side of it, off an area what lies beyond its edge. A number
    that may be off by all of itself is a bound: the truth lies between nothing and it.
    """
    if distance_km is not None and rounding_km >= distance_km:
        distance_km = rounding_km = distance_km / 2
    if side is None or side.bearing is None:
        return _around(origin, distance_km or BEYOND_KM, near, rounding_km)
    if origin.geometry is not None and is_line(origin.geometry):
        return _beside(origin, origin.geometry, side, distance_km, rounding_km)
    start = _edge(origin, side.bearing)
    if distance_km is None:
        size = min(origin.radius_km, LARGE_KM)
        beyond = BEYOND_KM + 0.5 * size
        lat, lon = destination(start.lat, start.lon, side.bearing, beyond)
        return Shape(lat, lon, round(BEYOND_RADIUS_KM + 0.5 * size, 1))
    lat, lon = destination(start.lat, start.lon, side.bearing, distance_km)
    return Shape(lat, lon, round(error_km(distance_km, rounding_km, side, start), 1))


def _edge(origin: Shape, bearing: float) -> Shape:
    """Where a way out of the middle of an area in a direction leaves it; of a place without outline its point."""
    if origin.geometry is None or not is_area(origin.geometry):
        if origin.radius_km <= LARGE_KM:
            return origin
        lat, lon = destination(origin.lat, origin.lon, bearing, origin.radius_km)
        return Shape(lat, lon, LARGE_KM)
    far = moved(Point(origin.lon, origin.lat), bearing, 4 * extent_km(origin.geometry) + 10.0)
    (end,) = shapely.get_coordinates(far)
    ray = lines(LineString([(origin.lon, origin.lat), end]).intersection(origin.geometry))
    if ray.is_empty:
        return origin
    x, y = max(shapely.get_coordinates(ray), key=lambda at: math.hypot(at[0] - origin.lon, at[1] - origin.lat))
    return replace(origin, lat=float(y), lon=float(x), radius_km=min(origin.radius_km, 30.0))


def _around(origin: Shape, distance: float, near: Near, rounding_km: float) -> Shape:
    """ "90 miles from the frontier": at a place of the article that is about so far away, else anywhere around."""
    for lat, lon in near:
        start = (origin.lat, origin.lon)
        if origin.geometry is not None:
            closest = ops.nearest_points(origin.geometry, Point(beside(lon, origin.lon), lat))[0]
            start = (closest.y, closest.x)
        if not 0.49 * distance <= great_circle_km(*start, lat, lon) <= 1.32 * distance:
            continue  # off by half a hundredth at most, and told in a fiftieth of the time
        if 0.5 * distance <= geodesic_km(start, (lat, lon)) <= 1.3 * distance:
            return Shape(lat, lon, round(max(5.0, distance * 0.3), 1))
    if origin.geometry is None:
        reach = distance + rounding_km + min(origin.radius_km, distance)
        disc = Later(lambda: circle(origin.lat, origin.lon, distance + rounding_km))
        return Shape(origin.lat, origin.lon, round(reach, 1), disc)
    outline = origin.geometry
    ring = Later(lambda: polygons(ring_around(outline, distance, rounding_km)))
    return Shape(origin.lat, origin.lon, round(origin.radius_km + distance, 1), ring)


def ring_around(shape: BaseGeometry, distance: float, rounding_km: float) -> BaseGeometry:
    """Return all that is so far from a shape, as wide as the error of the distance; with the shape if that is all."""
    error = max(1.0, rounding_km, 0.1 * distance)
    outer = band(shape, distance + error)
    return outer if error >= distance else outer.difference(band(shape, distance - error))


def _beside(origin: Shape, line: BaseGeometry, side: Side, distance: float | None, rounding_km: float) -> Shape:
    """The strip on one side of a line; at a distance, the line moved so far, as wide as the error."""
    bearing = side.bearing or 0.0
    if distance is None:
        least, most = STRIP_KM
        depth = min(most, max(least, 0.5 * extent_km(line)))
        lat, lon = destination(origin.lat, origin.lon, bearing, depth / 2)
        swept = Later(lambda: None if (strip := sweep(line, bearing, depth)).is_empty else strip)
        return Shape(lat, lon, round(math.hypot(origin.radius_km, depth / 2), 1), swept)
    error = max(2.0, rounding_km, 0.1 * distance)
    lat, lon = destination(origin.lat, origin.lon, bearing, distance)
    strip = Later(lambda: band(moved(line, bearing, distance), error))
    return Shape(lat, lon, round(math.hypot(origin.radius_km, error), 1), strip)


def near_to(place: Shape) -> Shape:
    """The place and what lies around it; along a line the land on both sides."""
    reach = min(NEAR_KM, 5.0 + place.radius_km)
    around = Later(lambda: _with_both_sides(place.geometry))
    return Shape(place.lat, place.lon, round(place.radius_km + reach, 1), around)


def _with_both_sides(shape: BaseGeometry | None) -> BaseGeometry | None:
    return band(shape, NEAR_KM) if shape is not None and is_line(shape) else shape


def between(first: Place, second: Place, ground: Ground, *, midway: bool = False) -> Shape:
    """The corridor between two places; between two areas what the line between them crosses outside both.

    The radius is half the length; ``midway`` a tenth of it around the middle. Over a pole there is no corridor in
    degrees, and the answer is a circle.
    """
    ends = _gap(first, second, ground)
    length = geodesic_km(*ends)
    middle = way(*ends, 2)[1]
    lat, lon = round(middle[1], 4), round(middle[0], 4)
    if midway or length == 0.0:
        return Shape(lat, lon, round(max(3.0, MIDWAY * length), 1))
    radius, points = round(max(5.0, length / 2), 1), way(*ends, max(1, math.ceil(length / 200.0)))
    if max(abs(y) for _, y in points) > POLAR:
        return Shape(lat, lon, radius)
    return Shape(lat, lon, radius, Later(lambda: band(LineString(points), max(5.0, CORRIDOR * length))))


def _gap(first: Place, second: Place, ground: Ground) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the (lat, lon) ends of the way between two places, cut to what lies outside of both areas."""
    start, end = (first.lat, first.lon), (second.lat, second.lon)
    one, other = ground.outline(first), ground.outline(second)
    if one is None or other is None or not (is_area(one) and is_area(other)) or start == end:
        return start, end
    path = LineString(way(start, end, 16))
    gap = lines(path.difference(one).difference(other))
    if gap.is_empty:
        return start, end
    longest = max(shapely.get_parts(gap), key=lambda item: item.length)
    (x1, y1), (x2, y2) = longest.coords[0], longest.coords[-1]
    return (float(y1), float(x1)), (float(y2), float(x2))


def among(places: tuple[Place, Place, Place]) -> Shape:
    """What three places enclose, with a margin of a tenth of its size."""
    first = places[0]
    points = [(beside(place.lon, first.lon), place.lat) for place in places]
    hull = MultiPoint(points).convex_hull
    size = max(5.0, extent_km(hull))
    area = Later(lambda: band(hull, max(5.0, CORRIDOR * size)))
    return Shape(round(hull.centroid.y, 4), round(hull.centroid.x, 4), round(size, 1), area)


def inside(
    of: Shape, line: BaseGeometry | None, near: Near, distance_km: float | None, rounding_km: float = 0.0
) -> Shape:
    """So far behind a border: the band of land at that distance from it; without a distance what lies far from it.

    ``line`` is the border that is meant, ``None`` for a place that has none by land.
    """
    land = of.geometry
    if land is None or not is_area(land):
        return of
    edge = line if line is not None and not line.is_empty else lines(land.boundary)
    at = on_line(edge, near)
    if distance_km is None:
        depth = min(DEEP_KM, 0.4 * of.radius_km)
        rest = land.simplify(0.02).buffer(0).difference(band(edge, depth))
        deep = polygons(rest)
        if deep.is_empty:
            return of
        radius = disc_radius_km(deep)
        if at.radius_km > CLOSE_KM:
            lat, lon = inner_point(deep)
            return Shape(lat, lon, radius, deep)
        point = ops.nearest_points(deep.buffer(-0.5 * depth / DEGREE_KM) or deep, Point(at.lon, at.lat))[0]
        return Shape(round(point.y, 4), round(point.x, 4), min(radius, 3 * depth), deep)
    if rounding_km >= distance_km:
        distance_km = rounding_km = distance_km / 2
    error = max(1.0, rounding_km, 0.1 * distance_km)
    ring = ring_around(edge, distance_km, rounding_km)
    strip = polygons(ring.intersection(land))
    if strip.is_empty:
        return of
    point = ops.nearest_points(strip.buffer(-0.3 * error / DEGREE_KM) or strip, Point(at.lon, at.lat))[0]
    return Shape(round(point.y, 4), round(point.x, 4), round(math.hypot(at.radius_km, error), 1), strip)
