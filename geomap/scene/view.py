"""The first view: which box of the earth the map opens on, and what of the basemap goes with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geomap.model import ResolvedPlace
from geomap.scene.basemap import Extract
from geomap.scene.frame import Frame, box_around, distance_km, mean_point, pad, project, surroundings, union
from geomap.scene.model import Box, Flow, FlowKind, Point
from geomap.scene.sites import Stack

MIN_ZOOM, MAX_ZOOM, ZOOM_STEP = 1.5, 11.0, 0.5
WORLD = Box(-170.0, -55.0, 170.0, 75.0)
_LEAST_RADIUS_KM = 30.0
_MOST_RADIUS_KM = 450.0
_FAR, _FAR_STATED = 1.7, 2.5
"""The far end of an arrow stays out of the first view when it would make the view more than this many times as wide;
one that the article states may cost more than the middle of an actor's country."""
_OUTSIDE_SHARE = 0.2
_OUTSIDE_MOST = 4
_OUTSIDE_GAIN = 2.2
"""Up to so many places with this share of the records stay outside the first view when it is this many times smaller
without them."""


def bounds(
    stacks: Sequence[Stack], drawn: Sequence[Flow], places: Sequence[ResolvedPlace], frame: Frame
) -> tuple[Box, frozenset[int]]:
    """Return the box of the first view and the indexes of the stacks outside it. The box holds all stacks but a far
    few, and the far ends of arrows that lie near enough; without stacks the article's ``places``, else the world."""
    outside = _outside(stacks, frame)
    boxes = [_box(stack, frame) for index, stack in enumerate(stacks) if index not in outside]
    if not boxes:
        boxes = [box_around(frame.point(p.lat, p.lon), _shown_radius(p.radius_km)) for p in places]
    if not boxes:
        return WORLD, outside
    box = union(boxes)
    for flow in drawn:
        if flow.start_site in outside or flow.end_site in outside:
            continue
        wider = union([box, box_around(flow.start, _LEAST_RADIUS_KM), box_around(flow.end, _LEAST_RADIUS_KM)])
        stated = not flow.inferred and flow.kind is not FlowKind.TRANSFER
        if _diagonal(wider) <= (_FAR_STATED if stated else _FAR) * _diagonal(box):
            box = wider
    return box, outside


def _box(stack: Stack, frame: Frame) -> Box:
    return union(
        [box_around(frame.point(where.lat, where.lon), _shown_radius(where.radius_km)) for where in stack.where]
    )


def _outside(stacks: Sequence[Stack], frame: Frame) -> frozenset[int]:
    """Return the far stacks without which the view is much smaller; none when they are more than a few."""
    if len(stacks) < 2:
        return frozenset()
    weights = [len(stack.site.glyphs) for stack in stacks]
    middle = mean_point([stack.site.point for stack in stacks for _ in stack.site.glyphs])
    order = sorted(range(len(stacks)), key=lambda i: (-distance_km(stacks[i].site.point, middle), i))
    boxes = [_box(stack, frame) for stack in stacks]
    whole = _diagonal(union(boxes))
    dropped: list[int] = []
    for index in order:
        dropped.append(index)
        if len(dropped) > _OUTSIDE_MOST or sum(weights[i] for i in dropped) > _OUTSIDE_SHARE * sum(weights):
            break
        gone = frozenset(dropped)
        if whole > _OUTSIDE_GAIN * _diagonal(union([box for i, box in enumerate(boxes) if i not in gone])):
            return gone
    return frozenset()


def marked(stack: Stack, *, outside: bool) -> Stack:
    """Return the stack with its site marked as outside the first view or not."""
    return replace(stack, site=replace(stack.site, outside=outside))


def extract(stacks: Sequence[Stack], box: Box, frame: Frame) -> Extract:
    """Return what of the world lies under a view of ``box``: the box with a margin, and which countries matter."""
    places = [where for stack in stacks for where in stack.where if where.country]
    return Extract(
        region=surroundings(box, wide=2.0, tall=1.2, margin=1.4),
        detail=pad(box, 0.1),
        held=frozenset(where.country for where in places if where.kind == "country" and where.country),
        near=frozenset(where.country for where in places if where.country),
        center_lon=frame.center_lon,
    )


def _shown_radius(radius_km: float) -> float:
    return min(_MOST_RADIUS_KM, max(_LEAST_RADIUS_KM, radius_km))


def _diagonal(box: Box) -> float:
    (x0, y0), (x1, y1) = project(Point(box.north, box.west)), project(Point(box.south, box.east))
    return float(((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5)


def zooms(count: int) -> tuple[float, ...]:
    """Return the zoom levels that a map with ``count`` sites is arranged for: half steps unless they are very many."""
    step = ZOOM_STEP if count <= 150 else 1.0
    start = MIN_ZOOM if step < 1 else 2.0
    return tuple(start + step * i for i in range(int((MAX_ZOOM - start) / step) + 1))
