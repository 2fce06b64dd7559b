"""From a report to a scene: the order in which it is put together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from geomap.model import Report, ResolvedPlace
from geomap.scene import actors, cards, disputes, flows, layout, legend, marking, naming, sides, sites, tallies, wording
from geomap.scene.atlas import Atlas
from geomap.scene.frame import Frame, middle_longitude
from geomap.scene.marking import Marking
from geomap.scene.model import LegendKind, Quotes, Scene, Style
from geomap.scene.placing import Placed, place_all
from geomap.scene.withholding import withhold

if TYPE_CHECKING:
    from gazetteer import Gazetteer

CREDITS = (
    ("Map data", "Natural Earth (public domain)"),
    ("Places", "GeoNames (CC BY 4.0)"),
    ("Symbols", "APP-6, drawn by milsymbol (MIT)"),
    ("Map", "Leaflet (BSD-2-Clause), folium (MIT)"),
)
_ONLINE = ("Places that were asked for", "Nominatim, © OpenStreetMap contributors (ODbL)")


def compose(
    report: Report,
    gazetteer: Gazetteer,
    boundaries: str = "un",
    *,
    quotes: Quotes = Quotes.SENTENCE,
    viewpoint: str = "",
    style: Style = Style.SYMBOLS,
) -> Scene:
    """Return the scene of a report: every record has a card, those with a place a symbol. ``boundaries`` is the view
    that they are drawn from, ``viewpoint`` whose friends and foes the symbols show (none: all are neutral; see
    ``sides.parse``). The same arguments give the same scene. Raises ``UnknownView`` and ``BadViewpoint``."""
    from geomap.scene import basemap, view  # with shapely and numpy, which only a map needs

    drawn_by = gazetteer.view(boundaries)
    atlas = Atlas(gazetteer, drawn_by.code, report.article.published)
    placed = place_all(report, atlas)
    told, read, article_id = report, placed, report.article.id
    if quotes is Quotes.NONE:
        report = withhold(report, atlas)
        placed = place_all(report, atlas)
    signs = Marking(style, sides.told(report, sides.parse(viewpoint)) if viewpoint else None)
    frame = Frame(_center(placed, report))
    stacks = sites.build(placed, frame, signs)
    drawn_flows = flows.build(placed, stacks, frame)
    bounds, outside = view.bounds(stacks, drawn_flows, _places(report), frame)
    stacks = tuple(view.marked(stack, outside=index in outside) for index, stack in enumerate(stacks))
    drawn_sites = tuple(stack.site for stack in stacks)
    ground = basemap.build(atlas, view.extract(stacks, bounds, frame))
    areas = basemap.areas(atlas, [where for stack in stacks for where in stack.where], frame)
    labels = naming.labels(report, stacks, ground, frame, atlas)
    levels = layout.arrange(drawn_sites, drawn_flows, labels, view.zooms(len(drawn_sites)), bounds)
    site_of = {glyph.record: index for index, site in enumerate(drawn_sites) for glyph in site.glyphs}
    styles = actors.styles(report, signs.side if signs.sides is not None else None)
    lines = legend.build(
        placed=placed,
        actors=styles,
        marking=signs,
        sites=drawn_sites,
        flows=drawn_flows,
        areas=areas,
        ground=ground,
        bounds=bounds,
        crowded=any(spot is None for level in levels for spot in level.sites),
    )
    codes = {signs.code(record) for record in report.deployments}
    codes |= {line.key for line in lines if line.kind in {LegendKind.SYMBOL, LegendKind.ECHELON, LegendKind.SIDE}}
    return Scene(
        title=_title(report),
        as_of=_as_of(report),
        summary=_summary(report, placed) + _removed(report),
        boundaries=disputes.sentence(atlas, drawn_by, bounds),
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
        cards=cards.build(report, placed, site_of, signs, quotes=quotes is not Quotes.NONE),
        legend=lines,
        symbols=tuple((code, marking.svg(code)) for code in sorted(codes)),
        tallies=tallies.build(read, site_of),
        article=cards.article(told) if quotes is Quotes.FULL else (),
        id=report.article.id if quotes is Quotes.NONE else article_id,
    )


def _center(placed: Sequence[Placed], report: Report) -> float:
    far = (where for item in placed if not item.inferred for where in (*item.sources, *item.targets))
    lons = [where.lon for where in (*(where for item in placed for where in item.at), *far)]
    return middle_longitude(lons or [mention.resolved.lon for mention in naming.literal(report) if mention.resolved])


def _places(report: Report) -> list[ResolvedPlace]:
    return [mention.resolved for mention in naming.literal(report) if mention.resolved is not None]


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
