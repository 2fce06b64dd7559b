"""The scene's frame: one middle longitude without a seam in view, Web Mercator, bounds, great distances.

``x``/``y`` are pixels of the Web Mercator square at zoom 0 (256 px wide), y downwards, as Leaflet's EPSG:3857 has them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from geomap.scene.model import Box, Point

MERCATOR_LIMIT = 85.0
"""Latitude beyond which Web Mercator is not drawn, degrees."""
TILE = 256.0
KM_PER_DEGREE = 111.2
"""Length of a degree of latitude, km (mean radius 6371 km)."""
EARTH_RADIUS_KM = 6371.0
EQUATOR_RADIUS_KM = 6378.137
"""Radius of the sphere that Web Mercator projects."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Puts longitudes within 180° of ``center_lon`` and latitudes where Web Mercator can draw them."""

    center_lon: float

    def point(self, lat: float, lon: float) -> Point:
        """Return the point in this frame; latitudes beyond the projection's limit are put on it."""
        return Point(max(-MERCATOR_LIMIT, min(MERCATOR_LIMIT, lat)), self.lon(lon))

    def lon(self, lon: float) -> float:
        """Return the longitude that names the same meridian in this frame."""
        if self.center_lon - 180 <= lon < self.center_lon + 180:
            return lon
        return (lon - self.center_lon + 180) % 360 - 180 + self.center_lon


def middle_longitude(lons: Iterable[float]) -> float:
    """Return the middle of the shortest arc that holds all ``lons``; 0 when that arc needs no shift or there is none.

    A frame is moved off 0 only where the points cross the antimeridian, so that ordinary maps keep ordinary longitudes.
    """
    ring = sorted({(lon + 180) % 360 - 180 for lon in lons})
    if len(ring) < 2:
        return 0.0
    gaps = [(ring[i + 1] - ring[i], i) for i in range(len(ring) - 1)]
    seam = ring[0] + 360 - ring[-1]
    widest, index = max(gaps, key=lambda gap: (gap[0], -gap[1]))
    if widest <= seam or widest < 150:
        return 0.0
    west, east = ring[index + 1], ring[index] + 360
    middle = (west + east) / 2
    return middle if middle <= 180 else middle - 360


def project(point: Point) -> tuple[float, float]:
    """Return Web Mercator (x, y) in pixels at zoom 0."""
    lat = max(-MERCATOR_LIMIT, min(MERCATOR_LIMIT, point.lat))
    s = math.sin(math.radians(lat))
    return TILE * (point.lon + 180) / 360, TILE * (0.5 - math.log((1 + s) / (1 - s)) / (4 * math.pi))


def unproject(x: float, y: float) -> Point:
    """Return the point at Web Mercator pixels (x, y) of zoom 0."""
    lat = math.degrees(2 * math.atan(math.exp((0.5 - y / TILE) * 2 * math.pi)) - math.pi / 2)
    return Point(lat, x / TILE * 360 - 180)


def distance_km(a: Point, b: Point) -> float:
    """Return the great-circle distance on a sphere in km: good enough to compare lengths on a map."""
    lat1, lat2 = math.radians(a.lat), math.radians(b.lat)
    h = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(h)))


def zoom_for(radius_km: float, lat: float, pixels: float) -> float:
    """Return the zoom from which on a place of that radius is at least ``pixels`` wide on the drawn map."""
    earth_km = 2 * math.pi * EQUATOR_RADIUS_KM * max(0.05, math.cos(math.radians(lat)))
    return math.log2(max(1e-9, pixels * earth_km / (TILE * 2 * max(radius_km, 0.1))))


def box_around(point: Point, radius_km: float) -> Box:
    """Return the box that holds a circle of ``radius_km`` round ``point``."""
    north_south = radius_km / KM_PER_DEGREE
    east_west = north_south / max(0.2, math.cos(math.radians(point.lat)))
    return Box(point.lon - east_west, point.lat - north_south, point.lon + east_west, point.lat + north_south)


def union(boxes: Sequence[Box]) -> Box:
    """Return the smallest box that holds all ``boxes`` (at least one)."""
    return Box(
        min(box.west for box in boxes),
        max(-MERCATOR_LIMIT, min(box.south for box in boxes)),
        max(box.east for box in boxes),
        min(MERCATOR_LIMIT, max(box.north for box in boxes)),
    )


def meets(one: Box, other: Box) -> bool:
    """Tell whether two boxes of a frame have a point in common."""
    return one.west <= other.east and one.east >= other.west and one.south <= other.north and one.north >= other.south


def pad(box: Box, share: float) -> Box:
    """Return the box grown by ``share`` of its size on each side, at most once round the earth."""
    dx, dy = (box.east - box.west) * share, (box.north - box.south) * share
    dx = min(dx, max(0.0, (360 - (box.east - box.west)) / 2))
    return Box(box.west - dx, max(-MERCATOR_LIMIT, box.south - dy), box.east + dx, min(MERCATOR_LIMIT, box.north + dy))


def surroundings(box: Box, wide: float, tall: float, margin: float) -> Box:
    """Return the box round ``box`` that a view of it may show: views are up to ``wide`` times as wide as high and
    ``tall`` times as high as wide on the drawn map, and each way ``margin`` times larger than they need be."""
    (x0, y1), (x1, y0) = project(Point(box.south, box.west)), project(Point(box.north, box.east))
    width, height = max(x1 - x0, (y1 - y0) * wide) * margin, max(y1 - y0, (x1 - x0) * tall) * margin
    width = min(width, TILE)
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    south_west = unproject(x - width / 2, min(TILE, y + height / 2))
    north_east = unproject(x + width / 2, max(0.0, y - height / 2))
    return Box(
        south_west.lon, max(-MERCATOR_LIMIT, south_west.lat), north_east.lon, min(MERCATOR_LIMIT, north_east.lat)
    )


def mean_point(points: Sequence[Point]) -> Point:
    """Return the middle of ``points`` on the drawn map (the mean of their Mercator positions)."""
    xy = [project(point) for point in points]
    return unproject(sum(x for x, _ in xy) / len(xy), sum(y for _, y in xy) / len(xy))
