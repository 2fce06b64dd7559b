"""The arrangement: at each zoom level a spot for every stack of symbols and every name, none on top of another.

Greedy, largest stack first, then names by weight: each takes the first free candidate of a fixed list of spots round
its point. A stack that finds none is left out at that level and drawn as a small dot (its records show when zoomed in);
a name is simply not drawn. Pixels are CSS pixels, y downwards.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from geomap.scene.curves import Curve, Rect, detours
from geomap.scene.frame import EQUATOR_RADIUS_KM, TILE, project
from geomap.scene.model import Box, Extent, Flow, Grid, Label, LabelKind, Level, Point, Site, Spot

LABEL_SIZE = {
    LabelKind.COUNTRY: (7.6, 15),
    LabelKind.CONTESTED: (5.7, 13),
    LabelKind.ISLET: (5.7, 13),
    LabelKind.PROVINCE: (5.8, 12),
    LabelKind.CITY: (6.2, 13),
    LabelKind.CAPITAL: (6.2, 13),
    LabelKind.TOWN: (5.7, 12),
    LabelKind.SEA: (7.2, 14),
}
"""Pixels a letter is wide and a line is high, by kind of name."""
_MARGIN = 6.0
_DOT = 5.0
_CELL = 64.0
_RINGS = (8.0, 22.0, 42.0, 70.0, 105.0, 150.0, 210.0)
_FEW_RINGS = (8.0, 30.0, 70.0)
_MANY = 150
"""From this many sites on fewer spots are tried, so that the arrangement of a thousand stays quick."""
_DIRECTIONS = tuple((math.cos(a), math.sin(a)) for a in (math.tau * i / 16 for i in range(16)))
_FLOW_SPACING = 16.0
_FLOW_REACH = 960.0
"""Pixels of an arrow, from its head, that stacks keep clear of where they can, looked at every ``_FLOW_SPACING``."""
_FLOW_COST = 3.0
_CROWDED = 1.0
"""From this share of the ground on the stacks are drawn compact."""
_NAME_SPACING = 9.0
_POINT_NAMES = frozenset({LabelKind.CITY, LabelKind.ISLET, LabelKind.CAPITAL, LabelKind.TOWN})
_WIDER = 1.4
"""How many times as wide as its land a stack of several columns may be."""
_MUST = 50.0
"""Names of this weight (countries, contested land, places of the article) are drawn across an arrow at need."""
_STRAY = 40.0
"""Pixels between a place and its stack from which on the arrangement counts as bad."""


@dataclass(slots=True)
class _Board:
    """Rectangles already taken, and points (arrows) that are better left free, found by the cell they lie in."""

    taken: dict[tuple[int, int], list[Rect]] = field(default_factory=dict)
    points: dict[tuple[int, int], list[tuple[float, float, int]]] = field(default_factory=dict)

    def take(self, rect: Rect) -> None:
        for cell in _cells(rect):
            self.taken.setdefault(cell, []).append(rect)

    def free(self, rect: Rect) -> bool:
        x0, y0, x1, y1 = rect
        for cell in _cells(rect):
            for a0, b0, a1, b1 in self.taken.get(cell, ()):
                if x0 < a1 and a0 < x1 and y0 < b1 and b0 < y1:
                    return False
        return True

    def mark(self, x: float, y: float, owner: int) -> None:
        self.points.setdefault((math.floor(x / _CELL), math.floor(y / _CELL)), []).append((x, y, owner))

    def covered(self, rect: Rect, owner: int | None) -> int:
        """Return how many arrow points the rectangle would hide, those of ``owner`` left out."""
        x0, y0, x1, y1 = rect
        return sum(
            1
            for cell in _cells(rect)
            for x, y, whose in self.points.get(cell, ())
            if whose != owner and x0 < x < x1 and y0 < y < y1
        )


def _cells(rect: Rect) -> Iterator[tuple[int, int]]:
    for i in range(math.floor(rect[0] / _CELL), math.floor(rect[2] / _CELL) + 1):
        for j in range(math.floor(rect[1] / _CELL), math.floor(rect[3] / _CELL) + 1):
            yield i, j


def arrange(
    sites: Sequence[Site], flows: Sequence[Flow], labels: Sequence[Label], zooms: Sequence[float], bounds: Box
) -> tuple[Level, ...]:
    """Return one arrangement for each of ``zooms``, in their order; ``bounds`` is the box that holds the sites."""
    label_xy = [project(label.point) for label in labels]
    label_order = sorted(range(len(labels)), key=lambda i: (-labels[i].weight, i))
    levels = []
    for zoom in zooms:
        scale = 2.0**zoom
        compact = _crowding(sites, bounds, scale) > _CROWDED or any(_hides(site, zoom) for site in sites)
        board, spots = _arrange_sites(sites, flows, scale, compact=compact)
        bad = _strays(sites, spots, compact=compact)
        if bad and not compact:
            other_board, other_spots = _arrange_sites(sites, flows, scale, compact=True)
            if _strays(sites, other_spots, compact=True) < bad:
                board, spots, compact = other_board, other_spots, True
        bends = detours(flows, _rects(sites, spots, scale, compact=compact), scale) if len(flows) <= _MANY else ()
        board.points.clear()
        ways = dict(bends)
        if len(flows) <= _MANY:
            for index, flow in enumerate(flows):
                for point, _ in _along(flow, scale, _NAME_SPACING, ways.get(index)):
                    board.mark(point[0], point[1], -1)
        names: list[Spot | None] = [None] * len(labels)
        for index in label_order:
            if zoom >= labels[index].min_zoom:
                x, y = label_xy[index][0] * scale, label_xy[index][1] * scale
                names[index] = _place_label(board, labels[index], x, y)
        levels.append(Level(zoom, compact, tuple(spots), tuple(names), bends))
    return tuple(levels)


def _hides(site: Site, zoom: float) -> bool:
    """Tell whether a stack in columns would be much wider than the land that it stands for."""
    if site.extent is not Extent.AREA or site.grid.columns < 2:
        return False
    earth_km = 2 * math.pi * EQUATOR_RADIUS_KM * math.cos(math.radians(site.point.lat))
    return site.grid.width > _WIDER * TILE * 2**zoom * 2 * site.radius_km / earth_km


def _rects(sites: Sequence[Site], spots: Sequence[Spot | None], scale: float, *, compact: bool) -> list[Rect | None]:
    """Return the rectangle that each stack covers."""
    rects: list[Rect | None] = []
    for site, spot in zip(sites, spots, strict=True):
        grid = site.compact if compact else site.grid
        if spot is None:
            rects.append(None)
            continue
        x, y = (value * scale for value in project(site.point))
        rects.append(
            (
                x + spot.dx - grid.width / 2,
                y + spot.dy - grid.height / 2,
                x + spot.dx + grid.width / 2,
                y + spot.dy + grid.height / 2,
            )
        )
    return rects


def _crowding(sites: Sequence[Site], bounds: Box, scale: float) -> float:
    """Return the area of all stacks as a share of the area that they stand in."""
    (x0, y0), (x1, y1) = project(Point(bounds.north, bounds.west)), project(Point(bounds.south, bounds.east))
    ground = max(1.0, (x1 - x0) * (y1 - y0) * scale * scale)
    return sum(site.grid.width * site.grid.height for site in sites) / ground


def _arrange_sites(
    sites: Sequence[Site], flows: Sequence[Flow], scale: float, *, compact: bool
) -> tuple[_Board, list[Spot | None]]:
    """Return a spot for each site at this scale, ``None`` where there is no room, and the board with them on it."""
    board = _Board()
    at = [(x * scale, y * scale) for x, y in (project(site.point) for site in sites)]
    for (x, y), site in zip(at, sites, strict=True):
        if site.extent is Extent.POINT:
            board.take((x - _DOT, y - _DOT, x + _DOT, y + _DOT))
    spacing = _FLOW_SPACING if len(flows) <= _MANY else _FLOW_SPACING * 4
    for flow in flows:
        for point, owner in _along(flow, scale, spacing):
            board.mark(point[0], point[1], owner)
    rings = _FEW_RINGS if len(sites) > _MANY else _RINGS
    spots: list[Spot | None] = [None] * len(sites)
    for index in sorted(range(len(sites)), key=lambda i: (-len(sites[i].glyphs), -sites[i].grid.width, i)):
        grid = sites[index].compact if compact else sites[index].grid
        spots[index] = _place_site(board, sites[index], grid, at[index], index=index, rings=rings)
    return board, spots


def _strays(sites: Sequence[Site], spots: Sequence[Spot | None], *, compact: bool) -> int:
    """Return how many stacks stand far from their place or have no room at all, the latter counted four times."""
    count = 0
    for site, spot in zip(sites, spots, strict=True):
        grid = site.compact if compact else site.grid
        if spot is None:
            count += 4
        elif abs(spot.dx) > grid.width / 2 + _STRAY or abs(spot.dy) > grid.height / 2 + _STRAY:
            count += 1
    return count


def _place_site(
    board: _Board, site: Site, grid: Grid, at: tuple[float, float], *, index: int, rings: Sequence[float]
) -> Spot | None:
    half_w, half_h = grid.width / 2 + _MARGIN, grid.height / 2 + _MARGIN
    best: tuple[float, float, float, Rect] | None = None
    for cost, dx, dy in _candidates(site, half_w, half_h, rings):
        if best is not None and cost >= best[0]:
            break
        x, y = at[0] + dx, at[1] + dy
        rect = (x - half_w, y - half_h, x + half_w, y + half_h)
        if board.free(rect):
            holds = rect[0] < at[0] < rect[2] and rect[1] < at[1] < rect[3]
            total = cost + _FLOW_COST * board.covered(rect, index if holds else None)
            if best is None or total < best[0]:
                best = (total, dx, dy, rect)
    if best is None:
        return None
    board.take(best[3])
    return Spot(round(best[1]), round(best[2]))


def _candidates(
    site: Site, half_w: float, half_h: float, rings: Sequence[float]
) -> Iterator[tuple[float, float, float]]:
    """Yield (cost, dx, dy) of a stack's middle, cheapest first: an area's in the middle, a point's at its right."""
    if site.extent is not Extent.POINT:
        yield 0.0, 0.0, 0.0
        for share, cost in ((0.3, 4.0), (0.6, 9.0)):
            for ux, uy in _DIRECTIONS[::2]:
                yield cost, ux * half_w * share, uy * half_h * share
    for ring in rings:
        yield from sorted(
            (ring + 6.0 * (1 - ux) + 2.0 * abs(uy), ux * (half_w + ring), uy * (half_h + ring))
            for ux, uy in _DIRECTIONS
        )


def _place_label(board: _Board, label: Label, x: float, y: float) -> Spot | None:
    letter, line = LABEL_SIZE[label.kind]
    half_w, half_h = len(label.text) * letter / 2 + 2, line / 2 + 1
    if label.kind is LabelKind.CONTESTED:  # beside its land it would name other land
        aside = half_w * 0.4
        spots = [(dx, dy) for dy in (0.0, -line, line, -2.0 * line, 2.0 * line) for dx in (0.0, aside, -aside)]
    elif label.kind in _POINT_NAMES:
        spots = [(half_w + 6, 0.0), (-half_w - 6, 0.0), (0.0, -line), (0.0, line)]
    else:
        spots = [(0.0, 0.0), (0.0, -line * 1.4), (0.0, line * 1.4), (half_w * 0.8, 0.0), (-half_w * 0.8, 0.0)]
    rects = [(x + dx - half_w, y + dy - half_h, x + dx + half_w, y + dy + half_h) for dx, dy in spots]
    free = [index for index, rect in enumerate(rects) if board.free(rect)]
    clear = next((index for index in free if not board.covered(rects[index], None)), None)
    if clear is None:  # only what must be named is named across an arrow
        clear = free[0] if free and label.weight >= _MUST else None
    if clear is None:
        return None
    board.take(rects[clear])
    return Spot(round(spots[clear][0]), round(spots[clear][1]))


def _along(
    flow: Flow, scale: float, spacing: float, bend: float | None = None
) -> Iterator[tuple[tuple[float, float], int]]:
    """Yield points on the last stretch of the arrow with the site that it belongs to, which may cover its own end."""
    owner = flow.end_site if flow.end_site is not None else flow.start_site
    curve = Curve(flow.start, flow.end, flow.bend if bend is None else bend, scale)
    length = math.dist(curve.start, curve.end)
    if length < spacing:
        return
    share = spacing / length
    for step in range(1, int(min(length, _FLOW_REACH) / spacing)):
        yield curve.at(1 - step * share), -1 if owner is None else owner
