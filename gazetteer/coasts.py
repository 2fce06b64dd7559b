"""Coasts and the water before them: of countries and provinces, of towns and of seas."""

from __future__ import annotations

import math

import shapely
from shapely import ops
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from .bands import DEGREE_KM, band, circle, squeeze
from .borders import SECTOR_DEGREES
from .expressions import Side
from .geometry import Shape, bearing_to, disc_radius_km, facing, inner_point, is_area, lines, on_line, polygons
from .ground import Ground, without
from .model import Kind, Place
from .parts import end_of

COAST_BAND_KM = 40.0  # width of the water that "off the coast" means
SHORE_KM = 15.0  # how far a town's coast reaches beyond the town
END_SHARE = 0.4  # of a coast that runs from west to east which "eastern" takes
SHORE_ERROR_KM = 4.0  # between the coasts of countries and of provinces, which come from different maps
SEA_REACH = 0.3  # degrees that the outline of a sea may keep from the coast


def coast(
    place: Place,
    side: Side | None,
    ground: Ground,
    *,
    offshore: bool,
    sea: Place | None = None,
    inside: BaseGeometry | None = None,
) -> Shape | None:
    """The coastline of an area (on one side, on one sea), or the water before it; of a town that around it.

    ``inside`` keeps the coast of a part of the place. ``None`` where a place has no coast.
    """
    outline = ground.outline(place)
    if outline is None or not is_area(outline):
        return _town_coast(place, ground, offshore=offshore)
    shore = shoreline(place, ground)
    if shore is None or shore.is_empty:
        return None
    if inside is not None and is_area(inside):
        part = lines(shore.intersection(inside.buffer(0.02)))
        shore = shore if part.is_empty else part
    if sea is not None:
        shore = _on_sea(shore, place, sea, ground)
    if side is not None and side.bearing is not None:
        shore = _on_side(shore, place, side, ground)
    on_shore = on_line(shore, ())
    return waters(on_shore, shore, COAST_BAND_KM, ground) if offshore else on_shore


def _on_side(shore: BaseGeometry, place: Place, side: Side, ground: Ground) -> BaseGeometry:
    """What of a shore faces a side; where that runs the other way, the shore's end: Benghazi is in Libya's east."""
    land = ground.mainland(place)
    if land is None or side.bearing is None:
        return shore
    towards = facing(shore, land, side.bearing, SECTOR_DEGREES)
    if towards.is_empty:
        return shore
    west, south, east, north = towards.bounds
    width, height = (east - west) * squeeze((south + north) / 2), north - south
    sine, cosine = abs(math.sin(math.radians(side.bearing))), abs(math.cos(math.radians(side.bearing)))
    faces = width * cosine + height * sine >= width * sine + height * cosine
    return towards if faces else end_of(shore, side.bearing, END_SHARE)


def shoreline(place: Place, ground: Ground) -> BaseGeometry | None:
    """The boundary of a place's main land without its land borders; of a water all of it."""
    land = ground.mainland(place)
    if land is None:
        return None
    if place.kind is Kind.WATER:
        return lines(land.boundary)
    if place.kind is Kind.COUNTRY:
        return without(land.boundary, [line for _, line in ground.land_borders(place)])
    return _own_shore(place, land, ground)


def _own_shore(place: Place, land: BaseGeometry, ground: Ground) -> BaseGeometry:
    """What of the boundary of a province or island lies by the coast of the countries there."""
    box = land.buffer(0.1).bounds
    shores = []
    for number, turn in ground.meeting(land):
        country, outline = ground.lands[number]
        if country is not None and country.country == place.country and not turn:
            inland = [line for _, line in ground.land_borders(country)]
            shores.append(shapely.clip_by_rect(without(outline.boundary, inland), *box))
    coast_line = lines(shapely.union_all(shores)) if shores else lines(land.boundary)
    if coast_line.is_empty:
        return coast_line
    return lines(land.boundary.intersection(band(coast_line, SHORE_ERROR_KM)))


def _on_sea(shore: BaseGeometry, place: Place, sea: Place, ground: Ground) -> BaseGeometry:
    """What of a shore lies on a sea: near its outline, or, where none is known, towards its middle."""
    water = ground.outline(sea)
    if water is not None and is_area(water):
        part = lines(shore.intersection(water.buffer(SEA_REACH)))
    else:
        land = ground.mainland(place)
        bearing = bearing_to((place.lat, place.lon), (sea.lat, sea.lon))
        part = facing(shore, land, bearing, SECTOR_DEGREES) if land is not None else shore
    return shore if part.is_empty else part


def waters(on_shore: Shape, shore: BaseGeometry, reach_km: float, ground: Ground) -> Shape:
    """The water within so many km of a shore; the shore itself where there is none."""
    reach = band(shore, reach_km)
    water = polygons(reach.difference(ground.land_near(reach)))
    if water.is_empty:
        return on_shore
    inner = water.buffer(-0.2 * reach_km / DEGREE_KM)
    point = ops.nearest_points(inner if not inner.is_empty else water, Point(on_shore.lon, on_shore.lat))[0]
    return Shape(round(point.y, 4), round(point.x, 4), on_shore.radius_km, water)


def territorial(place: Place, reach_km: float, ground: Ground) -> Shape | None:
    """The water that belongs to a place, ``reach_km`` from its coast; ``None`` where it has no coast."""
    shore = shoreline(place, ground)
    if shore is None or shore.is_empty:
        return None
    found = waters(on_line(shore, ()), shore, reach_km, ground)
    return found if found.geometry is not None and is_area(found.geometry) else None


def off_by(
    place: Place, distance_km: float, rounding_km: float, ground: Ground, side: Side | None = None
) -> Shape | None:
    """The water so far off a coast: "30 nautical miles off Hodeidah"; ``None`` where there is none."""
    low, high = max(0.0, distance_km - rounding_km), distance_km + max(1.0, rounding_km)
    if rounding_km >= distance_km:
        low, high = 0.0, distance_km
    outline = ground.outline(place)
    if outline is None or not is_area(outline):
        return _off_town(place, low, high, ground)
    on_shore = coast(place, side, ground, offshore=False)
    if on_shore is None or on_shore.geometry is None:
        return None
    reach = band(on_shore.geometry, high)
    near = band(on_shore.geometry, low) if low > 0 else Point()
    water = polygons(reach.difference(ground.land_near(reach)).difference(near))
    if water.is_empty:
        return None
    point = ops.nearest_points(water, Point(on_shore.lon, on_shore.lat))[0]
    return Shape(round(point.y, 4), round(point.x, 4), on_shore.radius_km, water)


def _off_town(place: Place, low: float, high: float, ground: Ground) -> Shape | None:
    reach = circle(place.lat, place.lon, high + place.radius_km)
    water = polygons(reach.difference(ground.land_near(reach)).difference(circle(place.lat, place.lon, max(low, 0.1))))
    if water.is_empty:
        return None
    lat, lon = inner_point(water)
    return Shape(lat, lon, round((low + high) / 2 + place.radius_km, 1), water)


def _town_coast(place: Place, ground: Ground, *, offshore: bool) -> Shape | None:
    around = circle(place.lat, place.lon, COAST_BAND_KM / 2 + place.radius_km)
    reach = round(COAST_BAND_KM / 2 + place.radius_km, 1)
    water = polygons(around.difference(ground.land_near(around)))
    if water.is_empty:
        return None
    if not offshore:
        return Shape(place.lat, place.lon, round(SHORE_KM + place.radius_km, 1))
    lat, lon = inner_point(water)
    return Shape(lat, lon, min(reach, max(5.0, disc_radius_km(water) * 2)), water)
