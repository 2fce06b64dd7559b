"""Borders and coasts: the lines that a place's outline shares with its neighbours, and the rest of it."""

from __future__ import annotations

import math

import numpy as np
import shapely
from shapely import affinity, ops
from shapely.geometry import Point, Polygon
from shapely.geometry.base import BaseGeometry

from .expressions import Side
from .geometry import (
    CLOSE_KM,
    DEGREE_KM,
    Ground,
    Near,
    Shape,
    circle,
    inner_point,
    lines,
    mainland,
    on_line,
    polygons,
)
from .model import BBox, Context, Place

SECTOR_DEGREES = 55.0  # half the angle of the side of a country that "its northern border" means
BEYOND_BORDER_KM = 40.0  # how far "across the border" reaches
COAST_BAND_KM = 40.0  # width of the water that "off the coast" means
SHORE_KM = 15.0  # how far a town's coast reaches beyond the town


def shared_border(place: Place, neighbour: Place, ground: Ground, near: Near = ()) -> Shape | None:
    """The line that two places share, ``None`` when they do not touch."""
    one, other = ground.outline(place), ground.outline(neighbour)
    if one is None or other is None:
        return None
    line = lines(one.boundary.intersection(other.boundary))
    if line.is_empty:
        # Outlines of different sources share no points; what of one boundary lies within 3 km of the other will do.
        line = lines(one.boundary.intersection(other.buffer(0.03)))
    return None if line.is_empty else on_line(line, near)


def land_borders(place: Place, ground: Ground) -> list[tuple[Place, BaseGeometry]]:
    """The place's neighbours among the countries, with the line shared with each; longest first."""
    outline = ground.outline(place)
    if outline is None:
        return []
    found = []
    for other, shape in ground.countries(BBox(*outline.bounds)):
        if other is not None and other.id != place.id and other.country != place.country:
            line = lines(outline.boundary.intersection(shape.boundary))
            if not line.is_empty:
                found.append((other, line))
    return sorted(found, key=lambda item: (-item[1].length, item[0].id))


def border(
    place: Place,
    side: Side | None,
    ground: Ground,
    context: Context,
    *,
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
        whole = lines(mainland(outline).boundary)
    elif side is None:
        weights = dict(context.countries)
        named = [item for item in shared if weights.get(item[0].country or "", 0.0) > 0] or shared
        whole = lines(shapely.union_all([line for _, line in named]))
        if weights and not any(Point(lon, lat).distance(whole) * DEGREE_KM < CLOSE_KM for lat, lon in context.near):
            whole = max(named, key=lambda item: weights.get(item[0].country or "", 0.0))[1]
    else:
        whole = lines(shapely.union_all([line for _, line in shared]))
    if inside is not None:
        part_of_it = lines(whole.intersection(inside.buffer(0.02)))
        whole = whole if part_of_it.is_empty else part_of_it
    line = _facing(whole, mainland(outline), side) if side and side.bearing is not None else whole
    return on_line(line, context.near) if not line.is_empty else None


def _facing(line: BaseGeometry, land: BaseGeometry, side: Side) -> BaseGeometry:
    """What of the line lies towards ``side`` as seen from the middle of the land, whose extents count as equal."""
    west, south, east, north = land.bounds
    x0, y0 = (west + east) / 2, (south + north) / 2
    half_x, half_y = max(east - west, 1e-6) / 2, max(north - south, 1e-6) / 2
    bearing, reach = side.bearing or 0.0, 4.0
    angles = np.radians(np.linspace(bearing - SECTOR_DEGREES, bearing + SECTOR_DEGREES, 13))
    ring = [(x0, y0), *((x0 + reach * half_x * math.sin(a), y0 + reach * half_y * math.cos(a)) for a in angles)]
    return lines(line.intersection(Polygon(ring)))


def beyond(line: Shape, place: Place, ground: Ground) -> Shape:
    """The land on the other side of a border as seen from the place that it bounds."""
    outline = ground.outline(place)
    if outline is None or line.geometry is None:
        return line
    strip = line.geometry.buffer(BEYOND_BORDER_KM / DEGREE_KM, quad_segs=2).difference(outline)
    point = Point(line.lon, line.lat).buffer(BEYOND_BORDER_KM / DEGREE_KM).difference(outline)
    if strip.is_empty or point.is_empty:
        return line
    lat, lon = inner_point(polygons(point))
    return Shape(lat, lon, line.radius_km, polygons(strip))


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
    shore = lines(shore)
    if side is not None and side.bearing is not None:
        facing = _facing(shore, land, side)
        shore = shore if facing.is_empty else facing
    if shore.is_empty:
        return Shape(place.lat, place.lon, place.radius_km, outline)
    on_shore = on_line(shore, ())
    if not offshore:
        return on_shore
    squeeze = max(0.05, math.cos(math.radians(on_shore.lat)))
    flat = affinity.scale(shore.simplify(0.05), xfact=squeeze, origin=(0, 0)).buffer(
        COAST_BAND_KM / DEGREE_KM, quad_segs=3
    )
    band = affinity.scale(flat, xfact=1 / squeeze, origin=(0, 0))
    water = band.difference(_land_in(BBox(*band.bounds), ground))
    if water.is_empty:
        return on_shore
    point = ops.nearest_points(water.buffer(-0.1) or water, Point(on_shore.lon, on_shore.lat))[0]
    return Shape(round(point.y, 4), round(point.x, 4), on_shore.radius_km, polygons(water))


def _town_coast(place: Place, ground: Ground, *, offshore: bool) -> Shape:
    around = circle(place.lat, place.lon, COAST_BAND_KM / 2 + place.radius_km)
    water = around.difference(_land_in(BBox(*around.bounds), ground))
    reach = round(COAST_BAND_KM / 2 + place.radius_km, 1)
    if water.is_empty or not offshore:
        return Shape(place.lat, place.lon, reach if offshore else round(SHORE_KM + place.radius_km, 1))
    lat, lon = inner_point(polygons(water))
    return Shape(lat, lon, reach, polygons(water))
