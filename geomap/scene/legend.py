"""The legend: one line for each kind of sign that is on this map, and for none that is not."""

from __future__ import annotations

from collections.abc import Sequence, Set

from geomap.model import Category, Deployment, Echelon, EventType, Status
from geomap.scene.flows import WIDTHS
from geomap.scene.frame import meets
from geomap.scene.marking import Marking
from geomap.scene.model import (
    ActorStyle,
    Area,
    Basemap,
    Box,
    Extent,
    Flow,
    FlowKind,
    Land,
    LegendKind,
    LegendLine,
    Side,
    Site,
    Style,
)
from geomap.scene.placing import Placed
from geomap.scene.sites import SIZES, size_of
from geomap.scene.wording import CATEGORY_WORDS, EVENT_WORDS, STATUS_WORDS, magnitude

_SYMBOL_WORDS = CATEGORY_WORDS | {
    Category.PERSONNEL: "troops",
    Category.UNIT: "formation",
    Category.EQUIPMENT: "equipment, arms, supplies",
}
_FLOW_WORDS = {
    FlowKind.MOVE: "from a stated place",
    FlowKind.WITHDRAWAL: "withdrawal",
    FlowKind.TRANSFER: "supply, from giver to recipient",
    FlowKind.BRANCH: "one number for these places",
}


def build(
    *,
    placed: Sequence[Placed],
    actors: Sequence[ActorStyle],
    marking: Marking,
    sites: Sequence[Site],
    flows: Sequence[Flow],
    areas: Sequence[Area],
    ground: Basemap,
    bounds: Box,
    crowded: bool,
) -> tuple[LegendLine, ...]:
    """Return the legend's lines in the order in which they are shown. ``crowded``: some stacks show as dots far out."""
    glyphs = [glyph for site in sites for glyph in site.glyphs]
    shown = {glyph.actor for glyph in glyphs} | {flow.actor for flow in flows}
    lines = [LegendLine(LegendKind.ACTOR, actor.key, actor.name) for actor in actors if actor.key in shown]
    lines += _side_lines(actors, shown, marking)
    lines += _symbol_lines(placed, marking)
    lines += [
        LegendLine(LegendKind.EVENT, event, EVENT_WORDS[event])
        for event in EventType
        if any(glyph.event is event for glyph in glyphs)
    ]
    lines += [
        LegendLine(LegendKind.STATUS, status, STATUS_WORDS[status])
        for status in Status
        if any(glyph.status is status for glyph in glyphs)
    ]
    if any(glyph.hedged for glyph in glyphs):
        lines.append(LegendLine(LegendKind.STATUS, "hedged", "reported, with reserve"))
    lines += _size_lines(placed)
    lines += _flow_lines(flows)
    lines += _place_lines(sites, areas, ground.lands, crowded=crowded)
    if lines:
        lines += _contested_lines(ground, bounds)
    return tuple(lines)


def _contested_lines(ground: Basemap, bounds: Box) -> list[LegendLine]:
    """Return the signs of contested land in the first view; who holds and who claims it is told where it lies and in
    its list."""
    lines = []
    here = [area for area in ground.contested if meets(area.box, bounds)]
    if any(area.shape for area in here):
        lines.append(LegendLine(LegendKind.CONTESTED, "hatch", "contested land"))
    if any(area.islets for area in here):
        lines.append(LegendLine(LegendKind.CONTESTED, "islet", "contested islets or place"))
    if ground.disputed.lines and not all(area.islets for area in here):
        lines.append(LegendLine(LegendKind.CONTESTED, "line", "contested border"))
    return lines


def _side_lines(actors: Sequence[ActorStyle], shown: Set[str], marking: Marking) -> list[LegendLine]:
    """Return the frames of friend, hostile and neutral, where a viewpoint tells them apart."""
    if marking.sides is None:
        return []
    found = {actor.side for actor in actors if actor.key in shown}
    words = {Side.FRIEND: "friend", Side.HOSTILE: "hostile", Side.NEUTRAL: "neither, or not told"}
    if marking.style is Style.PLAIN:
        return []
    return [
        LegendLine(LegendKind.SIDE, marking.sample(Category.PERSONNEL, side=side), words[side])
        for side in Side
        if side in found
    ]


def _symbol_lines(placed: Sequence[Placed], marking: Marking) -> list[LegendLine]:
    forces = [item.record.force for item in placed if item.at and isinstance(item.record, Deployment)]
    lines = [
        LegendLine(LegendKind.SYMBOL, marking.sample(category), _SYMBOL_WORDS[category])
        for category in Category
        if any(force.category is category for force in forces)
    ]
    if marking.style is Style.PLAIN:
        return lines
    drawn = {
        force.echelon
        for force in forces
        if force.echelon is not None and marking.sample(force.category, force.echelon) != marking.sample(force.category)
    }
    return lines + [
        LegendLine(LegendKind.ECHELON, marking.sample(Category.UNIT, echelon), str(echelon))
        for echelon in Echelon
        if echelon in drawn
    ]


def _size_lines(placed: Sequence[Placed]) -> list[LegendLine]:
    """Return the scale of sizes, only where two sizes are seen."""
    used = {
        size_of(magnitude(getattr(item.record, "quantity", None)))
        for item in placed
        if item.at and magnitude(getattr(item.record, "quantity", None)) is not None
    }
    if len(used) < 2:
        return []
    lines, low = [], 0.0
    for bound, size in SIZES:
        if size in used:
            words = f"{low:,.0f}+" if low else f"1–{bound - 1:,.0f}"
            lines.append(LegendLine(LegendKind.SIZE, str(size), words))
        low = bound
    return lines


def _flow_lines(flows: Sequence[Flow]) -> list[LegendLine]:
    lines = [
        LegendLine(LegendKind.FLOW, kind, words)
        for kind, words in _FLOW_WORDS.items()
        if any(flow.kind is kind and not flow.inferred for flow in flows)
    ]
    if any(flow.kind is FlowKind.MOVE and flow.inferred for flow in flows):
        lines.append(LegendLine(LegendKind.FLOW, "inferred", "origin not stated: actor’s country"))
    if any(flow.kind is FlowKind.WITHDRAWAL and flow.inferred for flow in flows):
        lines.append(LegendLine(LegendKind.FLOW, "inferred-withdrawal", "destination not stated: actor’s country"))
    if any(flow.status in {Status.PLANNED, Status.POSSIBLE} and not flow.inferred for flow in flows):
        lines.append(LegendLine(LegendKind.FLOW, "planned", "planned or possible"))
    if any(flow.status is Status.DENIED for flow in flows):
        lines.append(LegendLine(LegendKind.FLOW, "denied", "denied"))
    return lines + _width_lines(flows)


def _width_lines(flows: Sequence[Flow]) -> list[LegendLine]:
    """Return the scale of widths, only where two are seen."""
    used = {flow.width for flow in flows if not flow.inferred and flow.kind is not FlowKind.BRANCH}
    if len(used) < 2:
        return []
    lows = (1.0, *(bound for bound, _ in WIDTHS[:-1]))
    return [
        LegendLine(LegendKind.WIDTH, f"{width:g}", f"{low:,.0f}+")
        for low, (_, width) in zip(lows, WIDTHS, strict=True)
        if width in used
    ]


def _place_lines(
    sites: Sequence[Site], areas: Sequence[Area], lands: Sequence[Land], *, crowded: bool
) -> list[LegendLine]:
    lines = []
    if any(site.extent is Extent.POINT for site in sites):
        lines.append(LegendLine(LegendKind.PLACE, "dot", "the place itself"))
    if any(land.held for land in lands):
        lines.append(LegendLine(LegendKind.PLACE, "held", "somewhere in the country"))
    if areas:
        lines.append(LegendLine(LegendKind.PLACE, "area", "somewhere within"))
    if crowded:
        lines.append(LegendLine(LegendKind.PLACE, "crowded", "more here: zoom in"))
    return lines
