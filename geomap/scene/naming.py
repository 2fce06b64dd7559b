"""The names on the map: countries, contested land, provinces, seas, and towns. Sites carry their own names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from geomap.model import PlaceMention, Report, Use
from geomap.scene import disputes, wording
from geomap.scene.atlas import Atlas
from geomap.scene.frame import Frame, zoom_for
from geomap.scene.model import Basemap, Label, LabelKind, Point
from geomap.scene.placing import from_resolved
from geomap.scene.sites import Stack

_CITIES = 60
_CITY_ZOOM = 4.0
_COUNTRY_WIDTH = 16.0
"""Countries are named where they are this many pixels wide."""
_SEA_WIDTH, _LETTER = 40.0, 8.0
"""Waters are named where they are this wide, and so many pixels for each letter."""
_SEAS = 40
_TOWNS = 40
_TOWN_ZOOM, _CAPITAL_ZOOM = 6.0, 4.5
_SEA_WEIGHT, _CAPITAL_WEIGHT = 30.0, 40.0
_LARGE = 100_000
"""People of the smallest town that is named without the article naming it."""


def labels(report: Report, stacks: Sequence[Stack], ground: Basemap, frame: Frame, atlas: Atlas) -> tuple[Label, ...]:
    """Return the names to be drawn, each once."""
    named = {stack.site.name for stack in stacks}
    found = [*_countries(ground, named)]
    found += _article_towns(report, named, frame)
    found += disputes.labels(ground, named)
    provinces = [
        label
        for label in ground.provinces
        if label.text not in named and not any(disputes.names_it(area, label) for area in ground.contested)
    ]
    found += _waters(atlas, ground, named)
    found += _towns(atlas, ground, named | {label.text for label in found})
    return (*found, *provinces)


def literal(report: Report) -> Iterable[PlaceMention]:
    """Yield the mentions of places themselves that were found."""
    return (mention for mention in report.places if mention.use in {Use.LITERAL, Use.DATELINE} and mention.resolved)


def _countries(ground: Basemap, named: set[str]) -> Iterator[Label]:
    for land in ground.lands:
        if land.label is not None and land.name not in named:
            named.add(land.name)
            zoom = zoom_for(land.radius_km, land.label.lat, _COUNTRY_WIDTH)
            yield Label(LabelKind.COUNTRY, land.name, land.label, 100 + land.radius_km, zoom)


def _article_towns(report: Report, named: set[str], frame: Frame) -> Iterator[Label]:
    seen: set[str] = set()
    for mention in literal(report):
        place = mention.resolved
        if place is None or not from_resolved(place).is_point or len(seen) >= _CITIES:
            continue
        name = wording.shorten(wording.plain(place.name), 30)
        if name and name not in named and name not in seen:
            seen.add(name)
            yield Label(LabelKind.CITY, name, frame.point(place.lat, place.lon), 50.0, _CITY_ZOOM)


def _waters(atlas: Atlas, ground: Basemap, named: set[str]) -> Iterator[Label]:
    """Yield the names of seas and gulfs, largest first; rivers and lakes are known by their shapes."""
    waters = sorted(atlas.waters(ground.region), key=lambda each: (-each[0].radius_km, each[0].id))
    for place, shift in waters[:_SEAS]:
        if place.name not in named:
            named.add(place.name)
            zoom = zoom_for(place.radius_km, place.lat, max(_SEA_WIDTH, _LETTER * len(place.name)))
            point = Point(place.lat, place.lon + shift)
            yield Label(LabelKind.SEA, place.name, point, _SEA_WEIGHT + place.radius_km / 1e4, round(zoom, 2))


def _towns(atlas: Atlas, ground: Basemap, named: set[str]) -> Iterator[Label]:
    """Yield the largest towns in view that nothing names yet, capitals before others."""
    towns = atlas.towns(ground.detail, _LARGE, _TOWNS)
    most = max((place.population for place, _ in towns), default=1)
    for place, shift in towns:
        if place.name in named:
            continue
        named.add(place.name)
        point, share = Point(place.lat, place.lon + shift), place.population / (most + 1)
        if atlas.gazetteer.is_capital(place):
            yield Label(LabelKind.CAPITAL, place.name, point, _CAPITAL_WEIGHT + share, _CAPITAL_ZOOM)
        else:
            yield Label(LabelKind.TOWN, place.name, point, 10 + share, _TOWN_ZOOM)
