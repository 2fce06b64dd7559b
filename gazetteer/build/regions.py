"""Entries of the curated places: their shapes, their names, their points."""

from __future__ import annotations

import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from gazetteer.errors import SourceError
from gazetteer.model import NameKind
from gazetteer.sphere import distance_km

from . import curated
from .curated import CuratedPlace
from .entries import Entry, disc_radius_km, inner_point
from .place_shapes import Shapes, simplified


def _position(slug: str, place: CuratedPlace, shape: BaseGeometry | None) -> tuple[float, float, float]:
    """(lat, lon, radius in km): as told, else of the shape. A told point outside of an area is an error."""
    lat, lon, radius = place.lat, place.lon, place.radius_km
    if shape is None:
        if lat is None or lon is None or radius is None:
            raise SourceError(f"places: {slug}: no position")
        return lat, lon, radius
    if shape.geom_type in ("LineString", "MultiLineString"):
        found_lat, found_lon, found_radius = _of_line(shape)
    else:
        (found_lat, found_lon), found_radius = inner_point(shape), disc_radius_km(shape)
        if lat is not None and lon is not None and not shape.contains(Point(lon, lat)):
            raise SourceError(
                f"places: {slug}: the point {lat:g}, {lon:g} lies outside of the shape, "
                f"unlike {found_lat:g}, {found_lon:g}"
            )
    if lat is None or lon is None:
        lat, lon = found_lat, found_lon
    return lat, lon, found_radius if radius is None else radius


def _of_line(line: BaseGeometry) -> tuple[float, float, float]:
    """The middle of a line (of its longest part), and how far its farthest vertex lies from there."""
    longest = max(shapely.get_parts(line), key=lambda part: part.length)
    middle = longest.interpolate(0.5, normalized=True)
    lat, lon = round(middle.y, 4), round(middle.x, 4)
    reach = max(distance_km(lat, lon, y, x) for x, y in shapely.get_coordinates(line).tolist())
    return lat, lon, round(max(1.0, reach), 1)


def build(countries: list[Entry], divisions: list[Entry], first_row: int) -> list[Entry]:
    """Make the entries, numbered from ``first_row`` in order of their slugs."""
    places = curated.places()
    shapes = Shapes(countries, divisions, places)
    entries = []
    for number, (slug, place) in enumerate(sorted(places.items())):
        shape = shapes.shape(slug)
        stored = None if shape is None else simplified(shape)
        lat, lon, radius = _position(slug, place, stored)
        entries.append(
            Entry(
                row=first_row + number,
                id=f"curated:{slug}",
                name=place.name,
                kind=place.kind,
                country=place.country,
                lat=lat,
                lon=lon,
                radius_km=radius,
                population=place.population,
                names=[(place.name, NameKind.NAME), *place.all_names()],
                outline=stored,
            )
        )
    return entries
