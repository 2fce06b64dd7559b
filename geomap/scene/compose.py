"""From a report to a scene: the order in which it is put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from geomap.model import PlaceMention, Report, ResolvedPlace, Use
from geomap.scene import actors, cards, disputes, flows, layout, legend, sites, symbols, wording
from geomap.scene.atlas import Atlas
from geomap.scene.frame import Frame, middle_longitude, zoom_for
from geomap.scene.model import Basemap, Label, LabelKind, LegendKind, Scene
from geomap.scene.placing import Placed, from_resolved, place_all
from geomap.scene.sites import Stack

if TYPE_CHECKING:
    from gazetteer import Gazetteer

CREDITS = (
    ("Map data", "Natural Earth (public domain)"),
    ("Places", "GeoNames (CC BY 4.0)"),
    ("Symbols", "APP-6, drawn by milsymbol (MIT)"),
    ("Map", "Leaflet (BSD-2-Clause), folium (MIT)"),
)
_ONLINE = ("Places that were asked for", "Nominatim, © OpenStreetMap contributors (ODbL)")
_CITIES = 60
_CITY_ZOOM = 4.0
_COUNTRY_WIDTH = 16.0
"""Countries are named where they are this many pixels wide."""


def compose(report: Report, gazetteer: Gazetteer, boundaries: str = "un") -> Scene:
    """Return the scene of a report: every record has a card, those with a place a symbol. ``boundaries`` is the
    viewpoint that they are drawn from. The same report, gazetteer and viewpoint give the same scene. Raises
    ``UnknownView``."""
    from geomap.scene import basemap, view  # with shapely and numpy, which only a map needs

    viewpoint = gazetteer.view(boundaries)
    atlas = Atlas(gazetteer, viewpoint.code, report.article.published)
    placed = place_all(report, atlas)
    frame = Frame(_center(placed, report))
    stacks = sites.build(placed, frame)
    drawn_flows = flows.build(placed, stacks, frame)
    bounds, outside = view.bounds(stacks, drawn_flows, _places(report), frame)
    stacks = tuple(view.marked(stack, outside=index in outside) for index, stack in enumerate(stacks))
    drawn_sites = tuple(stack.site for stack in stacks)
    ground = basemap.build(atlas, view.extract(stacks, bounds, frame))
    areas = basemap.areas(atlas, [where for stack in stacks for where in stack.where], frame)
    labels = tuple(_labels(report, stacks, ground, frame))
    levels = layout.arrange(drawn_sites, drawn_flows, labels, view.zooms(len(drawn_sites)), bounds)
    site_of = {glyph.record: index for index, site in enumerate(drawn_sites) for glyph in site.glyphs}
    styles = actors.styles(report)
    lines = legend.build(
        placed=placed,
        actors=styles,
        sites=drawn_sites,
        flows=drawn_flows,
        areas=areas,
        ground=ground,
        bounds=bounds,
        crowded=any(spot is None for level in levels for spot in level.sites),
    )
    codes = {symbols.sidc(record.force.category, record.force.echelon) for record in report.deployments}
    codes |= {line.key for line in lines if line.kind in {LegendKind.SYMBOL, LegendKind.ECHELON}}
    return Scene(
        title=_title(report),
        as_of=_as_of(report),
        summary=_summary(report, placed) + _removed(report),
        boundaries=disputes.sentence(atlas, viewpoint, bounds),
        credits=_credits(report),
        center_lon=frame.center_lon,
        bounds=bounds,
        basemap=ground,
        actors=styles,
        sites=drawn_sites,
        flows=drawn_flows,
        areas=areas,
        labels=labels,
        levels=levels,
        cards=cards.build(report, placed, site_of),
        legend=lines,
        symbols=tuple((code, symbols.svg(code)) for code in sorted(codes)),
    )


def _center(placed: Sequence[Placed], report: Report) -> float:
    far = (where for item in placed if not item.inferred for where in (*item.sources, *item.targets))
    lons = [where.lon for where in (*(where for item in placed for where in item.at), *far)]
    return middle_longitude(lons or [mention.resolved.lon for mention in _literal(report) if mention.resolved])


def _places(report: Report) -> list[ResolvedPlace]:
    return [mention.resolved for mention in _literal(report) if mention.resolved is not None]


def _literal(report: Report) -> Iterable[PlaceMention]:
    return (mention for mention in report.places if mention.use in {Use.LITERAL, Use.DATELINE} and mention.resolved)


def _labels(report: Report, stacks: Sequence[Stack], ground: Basemap, frame: Frame) -> Iterable[Label]:
    """Yield the names to be drawn: countries, provinces, towns of the article; sites carry their own names."""
    named = {stack.site.name for stack in stacks}
    for land in ground.lands:
        if land.label is not None and land.name not in named:
            named.add(land.name)
            zoom = zoom_for(land.radius_km, land.label.lat, _COUNTRY_WIDTH)
            yield Label(LabelKind.COUNTRY, land.name, land.label, 100 + land.radius_km, zoom)
    seen: set[str] = set()
    for mention in _literal(report):
        place = mention.resolved
        if place is None or not from_resolved(place).is_point or len(seen) >= _CITIES:
            continue
        name = wording.shorten(wording.plain(place.name), 30)
        if name and name not in named and name not in seen:
            seen.add(name)
            yield Label(LabelKind.CITY, name, frame.point(place.lat, place.lon), 50.0, _CITY_ZOOM)
    yield from disputes.labels(ground, named)
    for label in ground.provinces:
        if label.text not in named and not any(disputes.names_it(area, label) for area in ground.contested):
            yield label


def _credits(report: Report) -> tuple[tuple[str, str], ...]:
    """Return whose data and software the map is made of; OpenStreetMap's contributors where one was asked for."""
    asked = any(place.resolved and place.resolved.id.startswith("nominatim:") for place in report.places)
    return (*CREDITS, _ONLINE) if asked else CREDITS


def _title(report: Report) -> str:
    title = wording.plain(report.article.title or "")
    if title:
        return wording.shorten(title, 160)
    return "Forces and fighting in “" + wording.shorten(wording.plain(report.article.id), 60) + "”"


def _as_of(report: Report) -> str:
    article = report.article
    source = wording.shorten(wording.plain(article.source or ""), 80)
    day = wording.shorten(wording.plain(wording.date(article.published)), 40)
    when = f"as of {day}" if day else "undated article"
    return f"{source}, {when}" if source else when[0].upper() + when[1:]


def _summary(report: Report, placed: Sequence[Placed]) -> str:
    """Return what the map holds in one sentence, also when it holds nothing."""
    if not report.deployments and not report.events:
        return "This article names no force at a place and no fighting, so there is nothing to draw."
    on_map = sum(1 for item in placed if item.at)
    parts = [_count(len(report.deployments), "record") + " of forces", _count(len(report.events), "event")]
    text = " and ".join(part for part, n in zip(parts, (len(report.deployments), len(report.events)), strict=True) if n)
    if not report.deployments:
        text = "no deployment of forces, " + text
    missing = len(placed) - on_map
    return f"Read from one article: {text}" + (f"; {missing} not on the map." if missing else ", all on the map.")


def _removed(report: Report) -> str:
    """Return what a person took away, with the reasons."""
    words = wording.shorten(wording.plain("; ".join(report.removed)), 600)
    return f" Removed by hand: {words}." if words else ""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
