"""What the shapes of expressions are made with: shapely in (lon, lat) degrees, GeographicLib for geodesics in km.

Between these modules longitudes may lie beyond ±180° (see ``frames``); ``locate`` cuts what it hands out.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from geographiclib.geodesic import Geodesic
from shapely import affinity, ops
from shapely.geometry import MultiLineString, MultiPolygon, Point
from shapely.geometry.base import BaseGeometry

from .bands import DEGREE_KM, squeeze
from .frames import beside, normal, unwrapped
from .later import Later
from .sphere import distance_km as great_circle_km

MAINLAND_GAP = 2.0  # degrees: islands nearer than this to the main land belong to it, Alaska and French Guiana do not
MAINLAND_SHARE = 0.7  # of the area that a main land must have; where none has, a country is all its islands
COARSE = 0.02  # degrees: land before water is drawn so coarsely, and as much too large
CLOSE_KM = 150.0  # a place of the article this near to a border tells which stretch of it is meant
Near = Sequence[tuple[float, float]]  # (lat, lon) of places already resolved


@dataclass(frozen=True, slots=True)
class Shape:
    """Where an expression lies: a point in degrees, how far the truth may lie from it, its geometry if it has one."""

    lat: float
    lon: float
    radius_km: float
    drawn: BaseGeometry | Later | None = None

    @property
    def geometry(self) -> BaseGeometry | None:
        """The geometry, made when it is first asked for."""
        return self.drawn() if isinstance(self.drawn, Later) else self.drawn


def destination(lat: float, lon: float, bearing: float, distance_km: float) -> tuple[float, float]:
    """Return (lat, lon) at a distance along the geodesic that leaves the point at ``bearing``."""
    end = Geodesic.WGS84.Direct(lat, lon, bearing, distance_km * 1000, Geodesic.LATITUDE | Geodesic.LONGITUDE)
    return round(end["lat2"], 4), round(end["lon2"], 4)


def geodesic_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Length of the geodesic between two (lat, lon) points on the WGS 84 ellipsoid."""
    return float(Geodesic.WGS84.Inverse(*one, *other, Geodesic.DISTANCE)["s12"]) / 1000


def bearing_to(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the direction in degrees in which the geodesic from one (lat, lon) point to another leaves."""
    return float(Geodesic.WGS84.Inverse(*one, *other, Geodesic.AZIMUTH)["azi1"]) % 360.0


def way(one: tuple[float, float], other: tuple[float, float], steps: int) -> list[tuple[float, float]]:
    """Return ``steps`` + 1 points (lon, lat) along the geodesic from one (lat, lon) point to another, unbroken."""
    line = Geodesic.WGS84.InverseLine(*one, *other, Geodesic.LATITUDE | Geodesic.LONGITUDE | Geodesic.DISTANCE_IN)
    points: list[tuple[float, float]] = []
    for step in range(steps + 1):
        at = line.Position(line.s13 * step / steps, Geodesic.LATITUDE | Geodesic.LONGITUDE)
        lon = float(at["lon2"])
        points.append((beside(lon, points[-1][0] if points else lon), float(at["lat2"])))
    return points


def is_area(shape: BaseGeometry | None) -> bool:
    """Whether a shape is made of polygons."""
    return shape is not None and shape.geom_type in ("Polygon", "MultiPolygon") and not shape.is_empty


def is_line(shape: BaseGeometry | None) -> bool:
    """Whether a shape is made of lines, as rivers and borders are."""
    return shape is not None and shape.geom_type in ("LineString", "MultiLineString") and not shape.is_empty


def mainland(outline: BaseGeometry) -> BaseGeometry:
    """The largest part of an outline with all parts that a chain of gaps below ``MAINLAND_GAP`` joins to it.

    All of the outline where that is less than ``MAINLAND_SHARE`` of it: Kiribati is its islands.
    """
    parts: list[BaseGeometry] = sorted(shapely.get_parts(outline), key=lambda part: -part.area)
    if len(parts) == 1:
        return parts[0]
    # The large parts by a coarse coast, of which distances are measured, the small ones by the boxes around them.
    rings = shapely.simplify(shapely.get_exterior_ring(parts), 0.2, preserve_topology=False)
    coarse = np.where(shapely.area(parts) > 1.0, rings, shapely.envelope(parts))
    pairs = shapely.STRtree(coarse).query(coarse, predicate="dwithin", distance=MAINLAND_GAP)
    neighbours: dict[int, list[int]] = {}
    for one, other in zip(*pairs.tolist(), strict=True):
        neighbours.setdefault(one, []).append(other)
    reached, waiting = {0}, [0]
    while waiting:
        fresh = [index for index in neighbours.get(waiting.pop(), ()) if index not in reached]
        reached.update(fresh)
        waiting += fresh
    joined = [parts[index] for index in sorted(reached)]
    if _ground(joined) < MAINLAND_SHARE * _ground(parts):
        return outline
    return polygons(shapely.geometrycollections(joined))


def _ground(parts: Sequence[BaseGeometry]) -> float:
    """Area in square degrees of latitude."""
    return sum(part.area * squeeze((part.bounds[1] + part.bounds[3]) / 2) for part in parts)


def coarse_land(land: BaseGeometry) -> BaseGeometry:
    """Return land in one piece, drawn coarsely and a little too large, so that what lies outside it is water."""
    return unwrapped(land).simplify(COARSE).buffer(1.5 * COARSE, quad_segs=1)


def inner_point(shape: BaseGeometry) -> tuple[float, float]:
    """Return (lat, lon) of the centroid when it lies inside, else of a point inside the largest part."""
    largest = max(shapely.get_parts(shape), key=lambda part: part.area)
    centre = shape.centroid if shape.contains(shape.centroid) else largest.centroid
    point = centre if shape.contains(centre) else largest.point_on_surface()
    rounded = round(point.y, 4), round(point.x, 4)
    return rounded if shape.contains(Point(rounded[1], rounded[0])) else (point.y, point.x)


def disc_radius_km(shape: BaseGeometry) -> float:
    """Radius in km of the disc of the shape's area."""
    return round(math.sqrt(_ground(list(shapely.get_parts(shape))) / math.pi) * DEGREE_KM, 1)


def extent_km(shape: BaseGeometry) -> float:
    """Half the diagonal of the shape's bounds in km."""
    west, south, east, north = shape.bounds
    if east - west >= 180.0:
        return 0.5 * math.hypot((east - west) * squeeze((south + north) / 2), north - south) * DEGREE_KM
    return geodesic_km((south, normal(west)), (north, normal(east))) / 2


def polygons(shape: BaseGeometry) -> BaseGeometry:
    """The polygons of a shape without lines and points that an intersection leaves."""
    parts = [item for item in shapely.get_parts(shape) if item.geom_type == "Polygon" and item.area > 0]
    return parts[0] if len(parts) == 1 else MultiPolygon(parts)


def lines(shape: BaseGeometry) -> BaseGeometry:
    """The lines of a shape (points where borders only touch are dropped), joined where they meet."""
    parts = [
        item for item in shapely.get_parts(shape) if item.geom_type in ("LineString", "LinearRing") and item.length
    ]
    return shapely.line_merge(MultiLineString(parts)) if parts else MultiLineString()


def away_km(line: BaseGeometry, lat: float, lon: float) -> tuple[float, Point]:
    """Return how far a place is from a shape, with the shape's point next to it."""
    narrow = squeeze(lat)
    flat = affinity.scale(line, xfact=narrow, origin=(0, 0))
    middle = (line.bounds[0] + line.bounds[2]) / 2
    target = Point(beside(lon, middle) * narrow, lat)
    return target.distance(flat) * DEGREE_KM, _stretched(ops.nearest_points(flat, target)[0], 1 / narrow)


def close_to(line: BaseGeometry, near: Near) -> list[tuple[float, Point]]:
    """Return what ``away_km`` tells of the places that are closer to a shape than ``CLOSE_KM``."""
    west, south, east, north = line.bounds
    middle, found = (west + east) / 2, []
    for lat, lon in near:
        # The box around the shape is no farther than the shape, and measured at once.
        x = beside(lon, middle)
        aside, along = max(west - x, x - east, 0.0) * squeeze(lat), max(south - lat, lat - north, 0.0)
        if math.hypot(aside, along) * DEGREE_KM < CLOSE_KM:
            away, point = away_km(line, lat, lon)
            if away < CLOSE_KM:
                found.append((away, point))
    return found


def _stretched(point: BaseGeometry, factor: float) -> Point:
    (x, y), *_ = shapely.get_coordinates(point)
    return Point(x * factor, y)


def _farthest_km(one: tuple[float, float], others: Sequence[tuple[float, float]]) -> float:
    """Length of the longest geodesic to one of some (lat, lon) points; a sphere tells which ones may be it."""
    rough = [great_circle_km(*one, *other) for other in others]
    return max(geodesic_km(one, other) for away, other in zip(rough, others, strict=True) if away >= 0.98 * max(rough))


def on_line(line: BaseGeometry, near: Near) -> Shape:
    """A point on the line: nearest to the place of the article that is close to it, else its middle; half its extent.

    Several such places along a long stretch of it leave open which part is meant: then it is the middle of them.
    """
    extent = extent_km(line)
    close = sorted((away, point.x, point.y) for away, point in close_to(line, near))
    if close:
        _, lon, lat = close[0]
        spread = _farthest_km((lat, normal(lon)), [(y, normal(x)) for _, x, y in close])
        if spread > CLOSE_KM:
            middle = Point(sum(x for _, x, _ in close) / len(close), sum(y for _, _, y in close) / len(close))
            lon, lat = (float(value) for value in shapely.get_coordinates(ops.nearest_points(line, middle)[0])[0])
        radius = min(extent, max(CLOSE_KM, spread))
    else:
        longest = max(shapely.get_parts(line), key=lambda item: item.length)
        lon, lat = (float(value) for value in shapely.get_coordinates(ops.nearest_points(longest, line.centroid)[0])[0])
        radius = extent
    return Shape(round(lat, 4), round(lon, 4), round(max(10.0, radius), 1), line)


def facing(line: BaseGeometry, land: BaseGeometry, bearing: float, spread: float) -> BaseGeometry:
    """What of a line lies towards ``bearing`` ± ``spread`` as seen from the middle of the land, extents levelled."""
    west, south, east, north = land.bounds
    x0, y0 = (west + east) / 2, (south + north) / 2
    half_x, half_y = max(east - west, 1e-6) / 2, max(north - south, 1e-6) / 2
    steps = [math.radians(bearing + spread * step / 6) for step in range(-6, 7)]
    reach = 4.0
    ring = [(x0, y0), *((x0 + reach * half_x * math.sin(a), y0 + reach * half_y * math.cos(a)) for a in steps)]
    return lines(line.intersection(shapely.Polygon(ring)))
