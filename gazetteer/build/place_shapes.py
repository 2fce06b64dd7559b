"""The shapes of curated places: unions of members, rings cut to coasts and borders, courses of rivers, lakes."""

from __future__ import annotations

from pathlib import Path

import shapely
from shapely import affinity
from shapely.geometry import LineString, MultiLineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from gazetteer.errors import SourceError
from gazetteer.model import Kind
from gazetteer.names import fold

from . import geofile
from .countries import MAX_HOLE, land_without_country
from .curated import SOURCES, CuratedPlace
from .entries import Entry, disc_radius_km
from .river_network import RiverNetwork

SMALL_PART = 0.02  # share of the largest part's area: less is water that a ring takes in across an isthmus or a delta
# Shapes larger than this are simplified, by this share of what their radius exceeds it: 9 km on a continent, 1 km on a
# group of countries, nothing on a province.
FULL_DETAIL_KM = 250.0
DETAIL_SHARE = 1 / 300
DEGREE_KM = 111.2  # length of a degree of latitude


class Shapes:
    """Makes the shape of every curated place; each is made once, for places are members of places."""

    def __init__(
        self,
        countries: list[Entry],
        divisions: list[Entry],
        places: dict[str, CuratedPlace],
        sources: Path = SOURCES,
    ) -> None:
        self._countries = {entry.country or "": entry for entry in countries}
        self._divisions: dict[tuple[str, str], Entry] = {}
        # First-order divisions before second-order ones, an own name before another's second name.
        for own in (True, False):
            for entry in sorted(divisions, key=lambda entry: entry.kind is not Kind.ADMIN1):
                for name, _ in (entry.names[:1] if own else entry.names) if entry.outline is not None else ():
                    self._divisions.setdefault((entry.country or "", fold(name)), entry)
        self._places = places
        self._made: dict[str, BaseGeometry | None] = {}
        self._making: list[str] = []
        outlines = [entry.outline for entry in countries if entry.outline is not None]
        self._land = _filled(shapely.union_all([*outlines, *(shape for _, shape in land_without_country())]))
        self._rivers = RiverNetwork(geofile.read(sources / "rivers.json.xz"))
        self._lakes = [feature.geometry for feature in geofile.read(sources / "lakes.json.xz")]

    def shape(self, slug: str) -> BaseGeometry | None:
        """The place's shape in lon/lat degrees, ``None`` for a circle; ``SourceError`` when it cannot be made."""
        if slug in self._making:
            raise SourceError(f"places: {slug} is a member of itself, by way of {' and '.join(self._making)}")
        if slug not in self._made:
            self._making.append(slug)
            self._made[slug] = self._make(slug, self._places[slug])
            self._making.pop()
        return self._made[slug]

    def _make(self, slug: str, place: CuratedPlace) -> BaseGeometry | None:
        if place.river:
            return self._rivers.course(slug, place.river)
        if place.line:
            return _wrapped(LineString(place.line))
        if place.lake:
            return self._lake(slug, Point(place.lake))
        area: BaseGeometry
        if place.members:
            area = self._union(slug, place.members)
        elif place.outline:
            area = Polygon(place.outline)
            if not area.is_valid:
                raise SourceError(f"places: {slug}: the outline crosses itself ({shapely.is_valid_reason(area)})")
            area = _wrapped(area)
        else:
            return None
        if place.clip:
            area = _areas(area.intersection(self._union(slug, place.clip)))
        if place.minus:
            area = _areas(area.difference(self._union(slug, place.minus)))
        if place.cut:
            near = shapely.clip_by_rect(self._land, *area.bounds)
            area = _areas(area.intersection(near) if place.cut == "land" else area.difference(near))
        if place.cut == "water":
            area = _without_small_parts(area)
        if area.is_empty:
            raise SourceError(f"places: {slug}: nothing is left of the shape after clip, minus and cut")
        return area

    def _union(self, slug: str, members: tuple[str, ...]) -> BaseGeometry:
        return _areas(shapely.union_all([self._member(slug, member) for member in members]))

    def _member(self, slug: str, member: str) -> BaseGeometry:
        if member in self._places:
            shape = self.shape(member)
        else:
            country, _, division = member.partition("/")
            entry = self._divisions.get((country, fold(division))) if division else self._countries.get(country)
            shape = entry.outline if entry else None
        if shape is None or shape.geom_type not in ("Polygon", "MultiPolygon"):
            raise SourceError(f"places: {slug}: no outline for the member {member}")
        return shape

    def _lake(self, slug: str, point: Point) -> BaseGeometry:
        for lake in self._lakes:
            if lake.contains(point):
                return lake
        raise SourceError(
            f"places: {slug}: no lake of the basemap lies at [{point.x:g}, {point.y:g}]; write an outline"
        )


def simplified(shape: BaseGeometry) -> BaseGeometry:
    """What is stored of a shape: all of a small one, of a large one what its size lets a map show."""
    if shape.geom_type not in ("Polygon", "MultiPolygon") or disc_radius_km(shape) <= FULL_DETAIL_KM:
        return shape
    tolerance = (disc_radius_km(shape) - FULL_DETAIL_KM) * DETAIL_SHARE / DEGREE_KM
    parts = [part for part in shapely.get_parts(shape) if part.area > 4 * tolerance * tolerance]
    simple = shapely.simplify(shapely.multipolygons(parts), tolerance)
    return _areas(simple if simple.is_valid else simple.buffer(0))


def _wrapped(shape: BaseGeometry) -> BaseGeometry:
    """A shape that goes on beyond 180° as two parts, west and east of the antimeridian."""
    if shape.bounds[2] <= 180:
        return shape
    east = shapely.intersection(shape, shapely.box(-180, -90, 180, 90))
    west = affinity.translate(shapely.intersection(shape, shapely.box(180, -90, 540, 90)), xoff=-360)
    parts = [part for side in (east, west) for part in shapely.get_parts(side)]
    if shape.geom_type == "LineString":
        return MultiLineString([part for part in parts if part.geom_type == "LineString"])
    return _areas(shapely.geometrycollections(parts))


def _areas(shape: BaseGeometry) -> BaseGeometry:
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    areas: BaseGeometry = shapely.multipolygons(parts)
    return areas


def _without_small_parts(area: BaseGeometry) -> BaseGeometry:
    parts = shapely.get_parts(area)
    largest = max((part.area for part in parts), default=0.0)
    return _areas(shapely.geometrycollections([part for part in parts if part.area >= SMALL_PART * largest]))


def _filled(land: BaseGeometry) -> BaseGeometry:
    """The land without the holes that the source leaves where it takes no side; the Caspian Sea stays one."""
    parts = [
        Polygon(part.exterior, [ring for ring in part.interiors if Polygon(ring).area >= MAX_HOLE])
        for part in shapely.get_parts(land)
    ]
    filled: BaseGeometry = shapely.union_all(parts)
    return filled
