"""An expression → a geometry, a point and a radius: shapely for shapes in (lon, lat) degrees, geopy for geodesics in km.

Every function takes places already resolved; ``Ground`` gives their outlines. Sizes that the words leave open are
set by the constants here, each with what it stands for.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from geopy import Point as GeoPoint
from geopy.distance import geodesic
from shapely import affinity, ops
from shapely.geometry import LineString, MultiLineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from .expressions import Side
from .model import BBox, Place

PART_SHARE = 0.4  # of a country's area that "northern" takes
CENTRE_SHARE = 0.35  # of its area that "central" takes
OFFSET_ERROR = 0.18  # of a stated distance: it is rounded, and counted from the edge or the centre of a town
BEYOND_KM = 12.0  # how far "west of X" lies when no distance is told
BEYOND_RADIUS_KM = 18.0
NEAR_KM = 15.0  # added to a place's own radius by "near"
SECTOR_DEGREES = 55.0  # half the angle of the side of a country that "its northern border" means
MAINLAND_GAP = 2.0  # degrees: islands nearer than this to the main land belong to it, Alaska and French Guiana do not
BEYOND_BORDER_KM = 40.0  # how far "across the border" reaches
CLOSE_KM = 150.0  # a place of the article this near to a border tells which stretch of it is meant
COAST_BAND_KM = 40.0  # width of the water that "off the coast" means
CORRIDOR = 0.12  # half-width of a corridor, as share of its length
DEGREE_KM = 111.2
Near = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Ground:
    """What shapes ask of the gazetteer: the outline of a place, and the countries that meet a box."""

    outline: Callable[[Place], BaseGeometry | None]
    countries: Callable[[BBox], Iterable[tuple[Place | None, BaseGeometry]]]


@dataclass(frozen=True, slots=True)
class Shape:
    """Where an expression lies: a point in degrees, how far the truth may lie from it, and its geometry if it has one."""

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
    point: GeoPoint = geodesic(kilometers=distance_km).destination((lat, lon), bearing)
    return round(point.latitude, 4), round(point.longitude, 4)


def geodesic_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Length of the geodesic between two (lat, lon) points on the WGS 84 ellipsoid."""
    return float(geodesic(one, other).km)


def circle(lat: float, lon: float, radius_km: float) -> BaseGeometry:
    """A disc around a point, as a polygon of 32 corners."""
    disc = Point(lon, lat).buffer(radius_km / DEGREE_KM, quad_segs=8)
    return affinity.scale(disc, xfact=1 / max(0.05, math.cos(math.radians(lat))), origin=(lon, lat))


def mainland(outline: BaseGeometry) -> BaseGeometry:
    """The largest part of an outline with all parts that a chain of gaps below ``MAINLAND_GAP`` joins to it."""
    parts = sorted(shapely.get_parts(outline), key=lambda part: -part.area)
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
    return _polygons(shapely.geometrycollections([parts[index] for index in sorted(reached)]))


def _inner(shape: BaseGeometry) -> tuple[float, float]:
    largest = max(shapely.get_parts(shape), key=lambda part: part.area)
    centre = shape.centroid if shape.contains(shape.centroid) else largest.centroid
    point = centre if shape.contains(centre) else largest.point_on_surface()
    return round(point.y, 4), round(point.x, 4)


def _disc_radius(shape: BaseGeometry) -> float:
    """Radius in km of the disc of the shape's area, flat at its middle latitude."""
    lat = (shape.bounds[1] + shape.bounds[3]) / 2
    return round(math.sqrt(shape.area * math.cos(math.radians(lat)) / math.pi) * DEGREE_KM, 1)


def _vector(side: Side) -> tuple[float, float]:
    angle = math.radians(side.bearing or 0.0)
    return math.sin(angle), math.cos(angle)


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
    lat, lon = _inner(cut)
    return Shape(lat, lon, _disc_radius(cut), cut)


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
    return _polygons(_half_plane(land, side, (low + high) / 2))


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
    return _polygons(cut)


def _polygons(shape: BaseGeometry) -> BaseGeometry:
    parts = [item for item in shapely.get_parts(shape) if item.geom_type == "Polygon" and item.area > 0]
    return parts[0] if len(parts) == 1 else shapely.multipolygons(parts)


def offset(origin: Shape, side: Side | None, distance_km: float | None, near: Near = ()) -> Shape:
    """A point off ``origin``: along the geodesic; without a side the known place at about that distance, else a disc."""
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


def _lines(shape: BaseGeometry) -> BaseGeometry:
    """The lines of a shape (points where borders only touch are dropped), joined where they meet."""
    parts = [item for item in shapely.get_parts(shape) if item.geom_type in ("LineString", "LinearRing") and item.length]
    return shapely.line_merge(MultiLineString(parts)) if parts else MultiLineString()


def _on_line(line: BaseGeometry, near: Near) -> Shape:
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


def shared_border(place: Place, neighbour: Place, ground: Ground, near: Near = ()) -> Shape | None:
    """The line that two places share, ``None`` when they do not touch."""
    one, other = ground.outline(place), ground.outline(neighbour)
    if one is None or other is None:
        return None
    line = _lines(one.boundary.intersection(other.boundary))
    if line.is_empty:
        # Outlines of different sources share no points; what of one boundary lies within 3 km of the other will do.
        line = _lines(one.boundary.intersection(other.buffer(0.03)))
    return None if line.is_empty else _on_line(line, near)


def land_borders(place: Place, ground: Ground) -> list[tuple[Place, BaseGeometry]]:
    """The place's neighbours among the countries, with the line shared with each; longest first."""
    outline = ground.outline(place)
    if outline is None:
        return []
    found = []
    for other, shape in ground.countries(BBox(*outline.bounds)):
        if other is not None and other.id != place.id and other.country != place.country:
            line = _lines(outline.boundary.intersection(shape.boundary))
            if not line.is_empty:
                found.append((other, line))
    return sorted(found, key=lambda item: (-item[1].length, item[0].id))


def border(
    place: Place,
    side: Side | None,
    ground: Ground,
    countries: Sequence[tuple[str, float]] = (),
    near: Near = (),
    inside: BaseGeometry | None = None,
) -> Shape | None:
    """A place's land border: its northern side, or that with the neighbour the article speaks of, or all of it.

    ``inside`` keeps the border of one part of the place ("the border of eastern Ukraine").
    """
    outline = ground.outline(place)
    if outline is None:
        return None
    shared = land_borders(place, ground)
    if not shared:
        whole = _lines(mainland(outline).boundary)
    elif side is None:
        weights = dict(countries)
        named = [item for item in shared if weights.get(item[0].country or "", 0.0) > 0] or shared
        whole = _lines(shapely.union_all([line for _, line in named]))
        if weights and not any(Point(lon, lat).distance(whole) * DEGREE_KM < CLOSE_KM for lat, lon in near):
            whole = max(named, key=lambda item: weights.get(item[0].country or "", 0.0))[1]
    else:
        whole = _lines(shapely.union_all([line for _, line in shared]))
    if inside is not None:
        part_of_it = _lines(whole.intersection(inside.buffer(0.02)))
        whole = whole if part_of_it.is_empty else part_of_it
    line = _facing(whole, mainland(outline), side) if side and side.bearing is not None else whole
    return _on_line(line, near) if not line.is_empty else None


def _facing(line: BaseGeometry, land: BaseGeometry, side: Side) -> BaseGeometry:
    """What of the line lies towards ``side`` as seen from the middle of the land, whose extents count as equal."""
    west, south, east, north = land.bounds
    x0, y0 = (west + east) / 2, (south + north) / 2
    half_x, half_y = max(east - west, 1e-6) / 2, max(north - south, 1e-6) / 2
    bearing, reach = side.bearing or 0.0, 4.0
    angles = np.radians(np.linspace(bearing - SECTOR_DEGREES, bearing + SECTOR_DEGREES, 13))
    ring = [(x0, y0), *((x0 + reach * half_x * math.sin(a), y0 + reach * half_y * math.cos(a)) for a in angles)]
    return _lines(line.intersection(Polygon(ring)))


def beyond(line: Shape, place: Place, ground: Ground) -> Shape:
    """The land on the other side of a border as seen from the place that it bounds."""
    outline = ground.outline(place)
    if outline is None or line.geometry is None:
        return line
    strip = line.geometry.buffer(BEYOND_BORDER_KM / DEGREE_KM, quad_segs=2).difference(outline)
    point = Point(line.lon, line.lat).buffer(BEYOND_BORDER_KM / DEGREE_KM).difference(outline)
    if strip.is_empty or point.is_empty:
        return line
    lat, lon = _inner(_polygons(point))
    return Shape(lat, lon, line.radius_km, _polygons(strip))


def between(first: Place, second: Place, ground: Ground) -> Shape:
    """The corridor between two places; between two areas what the line between them crosses outside both."""
    ends = [(first.lon, first.lat), (second.lon, second.lat)]
    one, other = ground.outline(first), ground.outline(second)
    if one is not None and other is not None:
        gap = _lines(LineString(ends).difference(one.union(other)))
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


def _land_in(box: BBox, ground: Ground) -> BaseGeometry:
    rectangle = shapely.box(*box)
    return shapely.union_all([shape.intersection(rectangle) for _, shape in ground.countries(box)])


def coast(place: Place, side: Side | None, ground: Ground, *, offshore: bool) -> Shape:
    """The coastline of an area (on one side), or the water before it; of a town the water or shore around it."""
    outline = ground.outline(place)
    if outline is None or outline.geom_type not in ("Polygon", "MultiPolygon"):
        return _town_coast(place, ground, offshore=offshore)
    land = mainland(outline)
    inland = [line for _, line in land_borders(place, ground)]
    shore = land.boundary
    if inland:
        shore = shore.difference(shapely.union_all(inland).buffer(0.02))
    shore = _lines(shore)
    if side is not None and side.bearing is not None:
        facing = _facing(shore, land, side)
        shore = shore if facing.is_empty else facing
    if shore.is_empty:
        return Shape(place.lat, place.lon, place.radius_km, outline)
    on_shore = _on_line(shore, ())
    if not offshore:
        return on_shore
    squeeze = max(0.05, math.cos(math.radians(on_shore.lat)))
    flat = affinity.scale(shore.simplify(0.05), xfact=squeeze, origin=(0, 0)).buffer(COAST_BAND_KM / DEGREE_KM, quad_segs=3)
    band = affinity.scale(flat, xfact=1 / squeeze, origin=(0, 0))
    water = band.difference(_land_in(BBox(*band.bounds), ground))
    if water.is_empty:
        return on_shore
    point = ops.nearest_points(water.buffer(-0.1) or water, Point(on_shore.lon, on_shore.lat))[0]
    return Shape(round(point.y, 4), round(point.x, 4), on_shore.radius_km, _polygons(water))


def _town_coast(place: Place, ground: Ground, *, offshore: bool) -> Shape:
    around = circle(place.lat, place.lon, COAST_BAND_KM / 2 + place.radius_km)
    water = around.difference(_land_in(BBox(*around.bounds), ground))
    reach = round(COAST_BAND_KM / 2 + place.radius_km, 1)
    if water.is_empty or not offshore:
        return Shape(place.lat, place.lon, reach if offshore else round(NEAR_KM + place.radius_km, 1))
    lat, lon = _inner(_polygons(water))
    return Shape(lat, lon, reach, _polygons(water))
