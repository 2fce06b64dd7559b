"""Entries of the curated places: their shapes out of members, outlines and lines, their names, their points."""

from __future__ import annotations

import shapely
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from gazetteer.errors import SourceError
from gazetteer.model import NameKind
from gazetteer.names import fold

from . import curated
from .entries import EARTH_RADIUS_KM, Entry, disc_radius_km, inner_point

DEGREE_KM = EARTH_RADIUS_KM * 3.141592653589793 / 180


class Members:
    """Finds the shape of a member: a country ("UKR") or a first-order division ("UKR/Donetsk")."""

    def __init__(self, countries: list[Entry], divisions: list[Entry]) -> None:
        self._countries = {entry.country or "": entry for entry in countries}
        self._divisions: dict[tuple[str, str], Entry] = {}
        for entry in divisions:
            if entry.outline is not None:
                for name, _ in entry.names:
                    self._divisions.setdefault((entry.country or "", fold(name)), entry)

    def shape(self, slug: str, member: str) -> BaseGeometry:
        """Return the outline; ``SourceError`` when there is none."""
        country, _, division = member.partition("/")
        entry = self._divisions.get((country, fold(division))) if division else self._countries.get(country)
        if entry is None or entry.outline is None:
            raise SourceError(f"places: {slug}: no outline for the member {member}")
        return entry.outline

    def land(self) -> BaseGeometry:
        """All countries as one shape."""
        return shapely.union_all([entry.outline for entry in self._countries.values()])


def _shape(slug: str, place: curated.CuratedPlace, members: Members, land: BaseGeometry) -> BaseGeometry | None:
    if place.members:
        return shapely.union_all([members.shape(slug, member) for member in place.members])
    if place.line:
        return LineString(place.line)
    if not place.outline:
        return None
    ring = Polygon(place.outline)
    if not ring.is_valid:
        raise SourceError(f"places: {slug}: the outline crosses itself")
    if place.cut is None:
        return ring
    near = shapely.clip_by_rect(land, *ring.bounds)
    cut = ring.intersection(near) if place.cut == "land" else ring.difference(near)
    parts = [part for part in shapely.get_parts(cut) if part.geom_type == "Polygon"]
    if not parts:
        raise SourceError(f"places: {slug}: nothing is left of the outline after the cut")
    kept: BaseGeometry = shapely.multipolygons(parts)
    return kept


def _position(place: curated.CuratedPlace, shape: BaseGeometry | None) -> tuple[float, float, float]:
    """(lat, lon, radius in km): as told, else of the shape."""
    lat, lon, radius = place.lat, place.lon, place.radius_km
    if shape is None:
        if lat is None or lon is None or radius is None:
            raise SourceError(f"places: {place.name}: no position")
        return lat, lon, radius
    if shape.geom_type == "LineString":
        middle = shape.interpolate(0.5, normalized=True)
        found = (round(middle.y, 4), round(middle.x, 4), round(shape.length * DEGREE_KM / 2, 1))
    else:
        found = (*inner_point(shape), disc_radius_km(shape))
    if lat is not None and lon is not None:
        found = (lat, lon, found[2])
    return found if radius is None else (found[0], found[1], radius)


def build(countries: list[Entry], divisions: list[Entry], first_row: int) -> list[Entry]:
    """Make the entries, numbered from ``first_row`` in order of their slugs."""
    members = Members(countries, divisions)
    land = members.land()
    entries = []
    for number, (slug, place) in enumerate(sorted(curated.places().items())):
        shape = _shape(slug, place, members, land)
        lat, lon, radius = _position(place, shape)
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
                outline=shape,
            )
        )
    return entries
