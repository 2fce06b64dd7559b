"""From a report to a scene: the order in which it is put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from geomap.model import PlaceMention, Report, Use
from geomap.scene import actors, basemap, cards, flows, layout, legend, sites, symbols, wording
from geomap.scene.atlas import Atlas
from geomap.scene.frame import Frame, box_around, middle_longitude, pad, project, surroundings, union
from geomap.scene.grid import clip, shape_of
from geomap.scene.model import Area, Basemap, Box, Flow, FlowKind, Label, LabelKind, LegendKind, Point, Scene
from geomap.scene.placing import Placed, from_resolved, place_all
from geomap.scene.sites import Stack

if TYPE_CHECKING:
    from gazetteer import Gazetteer

BOUNDARIES = (
    "Boundaries: Natural Earth, de-jure view; Crimea shown as part of Ukraine. "
    "Boundaries and names shown imply no judgement on the legal status of any territory."
)
CREDITS = (
    ("Map data", "Natural Earth (public domain)"),
    ("Places", "GeoNames (CC BY 4.0)"),
    ("Symbols", "APP-6, drawn by milsymbol (MIT)"),
    ("Map", "Leaflet (BSD-2-Clause), folium (MIT)"),
)
EARTH = Box(-540.0, -90.0, 540.0, 90.0)
WORLD = Box(-170.0, -55.0, 170.0, 75.0)
MIN_ZOOM, MAX_ZOOM, ZOOM_STEP = 1.5, 11.0, 0.5
_LEAST_RADIUS_KM = 30.0
_MOST_RADIUS_KM = 450.0
_FAR, _FAR_STATED = 1.7, 2.5
"""The far end of an arrow stays out of the first view when it would make the view more than this many times as wide;
one that the article states may cost more than the middle of an actor's country."""
_CITIES = 60


def compose(report: Report, gazetteer: Gazetteer) -> Scene:
    """Return the scene of a report: every record has a card, those with a place a symbol. The same report and gazetteer
    give the same scene."""
    atlas = Atlas(gazetteer)
    placed = place_all(report, atlas)
    frame = Frame(_center(placed, report))
    stacks = sites.build(placed, frame)
    drawn_flows = flows.build(placed, stacks, frame)
    drawn_sites = tuple(stack.site for stack in stacks)
    bounds = _bounds(stacks, drawn_flows, report, frame)
    ground = basemap.build(atlas, _extract(stacks, bounds, frame))
    areas = tuple(_areas(stacks, atlas, frame))
    labels = tuple(_labels(report, stacks, ground, frame))
    levels = layout.arrange(drawn_sites, drawn_flows, labels, _zooms(len(drawn_sites)), bounds)
    site_of = {glyph.record: index for index, site in enumerate(drawn_sites) for glyph in site.glyphs}
    styles = actors.styles(report)
    lines = legend.build(
        placed=placed,
        actors=styles,
        sites=drawn_sites,
        flows=drawn_flows,
        areas=areas,
        lands=ground.lands,
        crowded=any(spot is None for level in levels for spot in level.sites),
    )
    codes = {symbols.sidc(record.force.category, record.force.echelon) for record in report.deployments}
    codes |= {line.key for line in lines if line.kind in {LegendKind.SYMBOL, LegendKind.ECHELON}}
    return Scene(
        title=_title(report),
        as_of=_as_of(report),
        summary=_summary(report, placed),
        boundaries=BOUNDARIES,
        credits=CREDITS,
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
    lons = [where.lon for item in placed for where in item.at]
    return middle_longitude(lons or [mention.resolved.lon for mention in _literal(report) if mention.resolved])


def _literal(report: Report) -> Iterable[PlaceMention]:
    return (mention for mention in report.places if mention.use in {Use.LITERAL, Use.DATELINE} and mention.resolved)


def _bounds(stacks: Sequence[Stack], drawn: Sequence[Flow], report: Report, frame: Frame) -> Box:
    """Return the box of the first view: all sites, and the far ends of arrows that lie near enough."""
    boxes = [
        box_around(frame.point(where.lat, where.lon), _shown_radius(where.radius_km))
        for stack in stacks
        for where in stack.where
    ]
    if not boxes:
        places = [mention.resolved for mention in _literal(report) if mention.resolved is not None]
        boxes = [box_around(frame.point(p.lat, p.lon), _shown_radius(p.radius_km)) for p in places]
    if not boxes:
        return WORLD
    box = union(boxes)
    for flow in drawn:
        wider = union([box, box_around(flow.start, _LEAST_RADIUS_KM), box_around(flow.end, _LEAST_RADIUS_KM)])
        stated = not flow.inferred and flow.kind is not FlowKind.TRANSFER
        if _diagonal(wider) <= (_FAR_STATED if stated else _FAR) * _diagonal(box):
            box = wider
    return box


def _extract(stacks: Sequence[Stack], bounds: Box, frame: Frame) -> basemap.Extract:
    places = [where for stack in stacks for where in stack.where if where.country]
    return basemap.Extract(
        region=surroundings(bounds, wide=2.0, tall=1.2, margin=1.3),
        detail=pad(bounds, 0.1),
        held=frozenset(where.country for where in places if where.kind == "country" and where.country),
        near=frozenset(where.country for where in places if where.country),
        center_lon=frame.center_lon,
    )


def _shown_radius(radius_km: float) -> float:
    return min(_MOST_RADIUS_KM, max(_LEAST_RADIUS_KM, radius_km))


def _diagonal(box: Box) -> float:
    (x0, y0), (x1, y1) = project(Point(box.north, box.west)), project(Point(box.south, box.east))
    return float(((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5)


def _zooms(count: int) -> tuple[float, ...]:
    step = ZOOM_STEP if count <= 150 else 1.0
    start = MIN_ZOOM if step < 1 else 2.0
    return tuple(start + step * i for i in range(int((MAX_ZOOM - start) / step) + 1))


def _areas(stacks: Sequence[Stack], atlas: Atlas, frame: Frame) -> Iterable[Area]:
    """Yield the outline or circle of every place that is neither a country nor known to a few kilometres."""
    seen = set()
    for stack in stacks:
        for where in stack.where:
            if where.kind == "country" or where.key in seen or not 2 <= where.radius_km <= 1_500:
                continue
            seen.add(where.key)
            shape = None if where.is_point else atlas.outline(where.id)
            outline = None
            if shape is not None and not shape.is_empty:
                step = max(0.005, where.radius_km / 111 / 80)
                shift = frame.lon(where.lon) - where.lon
                outline = shape_of([clip(shape.simplify(step), EARTH, shift)], step)
            yield Area(where.name, frame.point(where.lat, where.lon), where.radius_km, outline)


def _labels(report: Report, stacks: Sequence[Stack], ground: Basemap, frame: Frame) -> Iterable[Label]:
    """Yield the names to be drawn: countries, provinces, towns of the article; sites carry their own names."""
    named = {stack.site.name for stack in stacks}
    for land in ground.lands:
        if land.label is not None and land.name not in named:
            yield Label(LabelKind.COUNTRY, land.name, land.label, 100 + land.weight)
    seen: set[str] = set()
    for mention in _literal(report):
        place = mention.resolved
        if place is None or not from_resolved(place).is_point or len(seen) >= _CITIES:
            continue
        name = wording.shorten(wording.plain(place.name), 30)
        if name and name not in named and name not in seen:
            seen.add(name)
            yield Label(LabelKind.CITY, name, frame.point(place.lat, place.lon), 50.0)
    yield from (label for label in ground.provinces if label.text not in named)


def _title(report: Report) -> str:
    title = wording.plain(report.article.title or "")
    if title:
        return wording.shorten(title, 160)
    return "Forces and fighting in “" + wording.shorten(wording.plain(report.article.id), 60) + "”"


def _as_of(report: Report) -> str:
    article = report.article
    source = wording.shorten(wording.plain(article.source or ""), 80)
    when = f"as of {wording.plain(wording.date(article.published))}" if article.published else "undated article"
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


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


