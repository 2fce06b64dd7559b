"""What the shapes of expressions are made with: shapely in (lon, lat) degrees, GeographicLib for geodesics in km."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import shapely
from geographiclib.geodesic import Geodesic
from shapely import affinity, ops
from shapely.geometry import MultiLineString, MultiPolygon, Point
from shapely.geometry.base import BaseGeometry

from .model import BBox, Place

MAINLAND_GAP = 2.0  # degrees: islands nearer than this to the main land belong to it, Alaska and French Guiana do not
CLOSE_KM = 150.0  # a place of the article this near to a border tells which stretch of it is meant
DEGREE_KM = 111.2  # length of a degree of latitude
Near = Sequence[tuple[float, float]]  # (lat, lon) of places already resolved


@dataclass(frozen=True, slots=True)
class Ground:
    """What shapes ask of the gazetteer: the outline of a place, and the countries that meet a box."""

    outline: Callable[[Place], BaseGeometry | None]
    countries: Callable[[BBox], Iterable[tuple[Place | None, BaseGeometry]]]


@dataclass(frozen=True, slots=True)
class Shape:
    """Where an expression lies: a point in degrees, how far the truth may lie from it, its geometry if it has one."""

    lat: float
    lon: float
    radius_km: float
    geometry: BaseGeometry | None = None


def country_at(lat: float, lon: float, ground: Ground) -> str | None:
    """Code of the country in which the point lies, ``None`` at sea."""
    point = Point(lon, lat)
    for place, shape in ground.countries(BBox(lon, lat, lon, lat)):
        if place is not None and shape.contains(point):
            return place.country
    return None


def destination(lat: float, lon: float, bearing: float, distance_km: float) -> tuple[float, float]:
    """Return (lat, lon) at a distance along the geodesic that leaves the point at ``bearing``."""
    end = Geodesic.WGS84.Direct(lat, lon, bearing, distance_km * 1000, Geodesic.LATITUDE | Geodesic.LONGITUDE)
    return round(end["lat2"], 4), round(end["lon2"], 4)


def geodesic_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Length of the geodesic between two (lat, lon) points on the WGS 84 ellipsoid."""
    return float(Geodesic.WGS84.Inverse(*one, *other, Geodesic.DISTANCE)["s12"]) / 1000


def circle(lat: float, lon: float, radius_km: float) -> BaseGeometry:
    """A disc around a point, as a polygon of 32 corners."""
    flat = Point(lon, lat).buffer(radius_km / DEGREE_KM, quad_segs=8)
    disc: BaseGeometry = affinity.scale(flat, xfact=1 / max(0.05, math.cos(math.radians(lat))), origin=(lon, lat))
    return disc


def mainland(outline: BaseGeometry) -> BaseGeometry:
    """The largest part of an outline with all parts that a chain of gaps below ``MAINLAND_GAP`` joins to it."""
    parts: list[BaseGeometry] = sorted(shapely.get_parts(outline), key=lambda part: -part.area)
    if len(parts) == 1:
        return parts[0]
    coarse = shapely.simplify(parts, 0.05)
    pairs = shapely.STRtree(coarse).query(coarse, predicate="dwithin", distance=MAINLAND_GAP)
    neighbours: dict[int, list[int]] = {}
    for one, other in zip(*pairs.tolist(), strict=True):
        neighbours.setdefault(one, []).append(other)
    reached, waiting = {0}, [0]
    while waiting:
        fresh = [index for index in neighbours.get(waiting.pop(), ()) if index not in reached]
        reached.update(fresh)
        waiting += fresh
    return polygons(shapely.geometrycollections([parts[index] for index in sorted(reached)]))


def inner_point(shape: BaseGeometry) -> tuple[float, float]:
    """Return (lat, lon) of the centroid when it lies inside, else of a point inside the largest part."""
    largest = max(shapely.get_parts(shape), key=lambda part: part.area)
    centre = shape.centroid if shape.contains(shape.centroid) else largest.centroid
    point = centre if shape.contains(centre) else largest.point_on_surface()
    return round(point.y, 4), round(point.x, 4)


def disc_radius_km(shape: BaseGeometry) -> float:
    """Radius in km of the disc of the shape's area, flat at its middle latitude."""
    lat = (shape.bounds[1] + shape.bounds[3]) / 2
    return round(math.sqrt(shape.area * math.cos(math.radians(lat)) / math.pi) * DEGREE_KM, 1)


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


def on_line(line: BaseGeometry, near: Near) -> Shape:
    """A point on the line: nearest to a place of the article that is close to it, else its middle; half its extent."""
    west, south, east, north = line.bounds
    extent = geodesic_km((south, west), (north, east)) / 2
    targets = [Point(lon, lat) for lat, lon in near]
    close = [target for target in targets if target.distance(line) * DEGREE_KM < CLOSE_KM]
    if close:
        target = min(close, key=lambda item: item.distance(line))
        point, radius = ops.nearest_points(line, target)[0], min(extent, CLOSE_KM)
    else:
        longest = max(shapely.get_parts(line), key=lambda item: item.length)
        point, radius = ops.nearest_points(longest, line.centroid)[0], extent
    return Shape(round(point.y, 4), round(point.x, 4), round(max(10.0, radius), 1), line)
