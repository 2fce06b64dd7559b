"""The country layer with the contested land in it: units of the source, and the areas cut out of them."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass

import shapely
from shapely.geometry import LineString, MultiLineString, MultiPoint, Point, Polygon
from shapely.geometry.base import BaseGeometry

from gazetteer.errors import SourceError
from gazetteer.model import AreaKind, ContestedArea, View

from . import contested, geofile, tracts
from .contested import Area
from .curated import SOURCES
from .entries import Entry, disc_radius_km, inner_point
from .tracts import Claim, Unit

NOBODY = "none"  # in ``within``: land that the source gives to no country


@dataclass(frozen=True)
class Ground:
    """The units of the country layer, the areas with the indexes of the units that each was cut out of, the views."""

    units: list[Unit]
    areas: list[tuple[ContestedArea, tuple[int, ...]]]
    views: list[View]


def build(countries: list[Entry], without_country: list[tuple[str, BaseGeometry]]) -> Ground:
    """Cut the contested areas out of the country layer: ``countries`` by code, then land of no country.

    The outlines of the entries are replaced by the same outlines with the vertices that the cuts add.
    """
    source = contested.read({entry.country or "" for entry in countries})
    ordered = sorted((e for e in countries if e.outline is not None), key=lambda entry: entry.country or "")
    units = [Unit(entry.name, entry.country, entry.outline) for entry in ordered if entry.outline is not None]
    units += [Unit(name, None, shape) for name, shape in without_country]
    claims: dict[int, list[Claim]] = defaultdict(list)
    derived = {item.properties["name"]: item.geometry for item in geofile.read(SOURCES / "contested.json.xz")}
    for slug, area in source.areas.items():
        for index, claim in _claims(slug, area, units, derived):
            claims[index].append(claim)
    before = {index: units[index].whole for index in claims}
    for index in sorted(claims):
        tracts.cut(units[index], claims[index])
    tracts.share_vertices(units, before)
    for entry, unit in zip(ordered, units, strict=False):
        entry.outline = unit.whole
    shapes = _shapes(source, units)
    views = source.viewpoints()
    areas = []
    for slug, area in sorted(source.areas.items()):
        parts = tuple(index for index, unit in enumerate(units) if slug in unit.taken)
        areas.append((_area(slug, area, shapes[slug], views), parts))
    return Ground(units, areas, views)


def _claims(slug: str, area: Area, units: list[Unit], derived: dict[str, BaseGeometry]) -> list[tuple[int, Claim]]:
    """The units that an area of land is cut out of, each with what it takes there."""
    form = area.geometry
    if area.kind is not AreaKind.LAND:
        return []
    if form.countries:
        return [(index, Claim(slug, units[index].whole, None)) for index in _of(units, form.countries)]
    if form.hole:
        point = Point(form.hole)
        holes = [i for i, unit in enumerate(units) if unit.code is None and unit.whole.contains(point)]
        if not holes:
            raise SourceError(f"contested.yml: {slug}: no land without a country at {form.hole}")
        return [(index, Claim(slug, units[index].whole, None)) for index in holes]
    if form.shape is not None and form.shape not in derived:
        raise SourceError(f"contested.yml: {slug}: contested.json.xz has no shape {form.shape}")
    shape = Polygon(form.outline) if form.shape is None else derived[form.shape]
    if not shape.is_valid:
        raise SourceError(f"contested.yml: {slug}: the outline crosses itself")
    ring = shape if shape.geom_type in {"Polygon", "MultiPolygon"} else None
    if ring is None and not form.inside:
        raise SourceError(f"contested.yml: {slug}: a shape that is a line needs a point inside")
    line = shape if ring is None else shape.boundary
    edge = 0.0 if ring is None or form.outline else min(tracts.EDGE, tracts.EDGE_SHARE * math.sqrt(ring.area))
    found = []
    for index in _of(units, form.within):
        if units[index].whole.intersects(shape):
            points = tuple(Point(each) for each in form.inside)
            found.append((index, Claim(slug, ring, line, points, edge)))
    return found


def _of(units: list[Unit], codes: tuple[str, ...]) -> list[int]:
    return [index for index, unit in enumerate(units) if (unit.code or NOBODY) in codes]


def _shapes(source: contested.Contested, units: list[Unit]) -> dict[str, BaseGeometry]:
    """The geometry of every area."""
    found: dict[str, BaseGeometry] = {}
    for slug, area in source.areas.items():
        form = area.geometry
        if form.points:
            found[slug] = MultiPoint(form.points)
        elif form.line:
            found[slug] = MultiLineString([LineString(form.line)])
        elif area.kind is AreaKind.TEXT:
            found[slug] = shapely.union_all([units[index].whole for index in _of(units, form.countries)])
        elif not form.between:
            parts = [unit.taken[slug] for unit in units if slug in unit.taken]
            if not parts:
                raise SourceError(f"contested.yml: {slug}: takes nothing of {', '.join(form.within or form.countries)}")
            found[slug] = shapely.coverage_union_all(parts)
    for slug, area in source.areas.items():
        if area.geometry.between:
            found[slug] = _border(slug, area.geometry.between, found, units)
    return found


def _border(slug: str, between: tuple[str, ...], areas: dict[str, BaseGeometry], units: list[Unit]) -> BaseGeometry:
    rest = {unit.code: unit.rest if unit.cut else unit.whole for unit in units}
    sides = [areas.get(name, rest.get(name)) for name in between]
    if sides[0] is None or sides[1] is None:
        raise SourceError(f"contested.yml: {slug}: there is no {' or no '.join(between)}")
    line = shapely.line_merge(shapely.intersection(sides[0].boundary, sides[1].boundary))
    parts = [part for part in shapely.get_parts(line) if part.geom_type == "LineString"]
    if not parts:
        raise SourceError(f"contested.yml: {slug}: {' and '.join(between)} have no common border")
    return MultiLineString(parts)


def _area(slug: str, area: Area, shape: BaseGeometry, views: list[View]) -> ContestedArea:
    if shape.geom_type == "MultiPoint":
        middle = shape.centroid if shapely.get_num_geometries(shape) < 3 else shapely.point_on_surface(shape)
        lat, lon, radius = round(middle.y, 4), round(middle.x, 4), area.geometry.radius_km or 0.0
    elif shape.geom_type == "MultiLineString":
        longest = max(shapely.get_parts(shape).tolist(), key=lambda part: part.length).interpolate(0.5, normalized=True)
        lat, lon, radius = round(longest.y, 4), round(longest.x, 4), 0.0
    else:
        (lat, lon), radius = inner_point(shape), disc_radius_km(shape)
    return ContestedArea(
        slug=slug,
        name=area.name,
        kind=area.kind,
        administered_by=area.administered_by,
        claimed_by=area.claimed_by,
        recognised_as=area.recognised_as,
        undecided=area.undecided,
        status=area.status,
        since=area.since,
        until=area.until,
        statement=area.statement,
        lat=lat if area.lat is None else area.lat,
        lon=lon if area.lon is None else area.lon,
        radius_km=radius,
        views=area.drawn_as(views),
        between=area.geometry.between,
        geometry=shape,
    )
