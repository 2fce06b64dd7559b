"""Arrows of a picture: the page's curves (``arrows.js``), cut where a stack begins, with heads, by kind and status.

What is certain is one filled polygon, shaft and head together, and so prints at any size; what is planned or possible
is dashed, what was denied is hollow and crossed out.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from geomap.model import Status
from geomap.render.picture.markup import element
from geomap.render.picture.sites import Stack
from geomap.render.picture.view import View
from geomap.scene import Scene
from geomap.scene.curves import Curve
from geomap.scene.model import Extent, Flow, FlowKind

PAPER, GREY = "#fdfbf5", "#666666"
_SAMPLES = 160
_SHORTEST, _BEYOND = 14.0, 60.0
_HALVINGS = 10

Point = tuple[float, float]
At = Callable[[float], Point]


@dataclass(frozen=True, slots=True)
class Arrow:
    """A flow in the view: its curve by shares of the way, and the shares at which it begins and ends."""

    flow: Flow
    at: At
    start: float
    end: float

    def entry(self, view: View) -> float:
        """Return the share of the way at which it comes into view, its end where it never does."""
        return _first(lambda t: view.holds(*self.at(t)), self.start, self.end)


@dataclass(frozen=True, slots=True)
class _Looks:
    color: str
    width: float
    dashes: str | None
    hollow: bool
    denied: bool


def arrows(scene: Scene, view: View, stacks: Sequence[Stack]) -> tuple[Arrow, ...]:
    """Return the flows that are long enough to be drawn."""
    found = []
    bends = dict(view.level.bends)
    for index, flow in enumerate(scene.flows):
        if flow.inferred and flow.end_site is not None and stacks[flow.end_site].rect is None:
            continue
        at = _curve(flow, bends.get(index, flow.bend), view)
        start, end = _cut(at, flow.start_site, stacks, from_end=False), _cut(at, flow.end_site, stacks, from_end=True)
        if end > start and math.dist(at(start), at(end)) >= _SHORTEST:
            found += _in_view(Arrow(flow, at, start, end), view)
    return tuple(found)


def _in_view(arrow: Arrow, view: View) -> list[Arrow]:
    """Return the arrow without what lies far outside the view: the dots of one from another continent take longer to
    draw than all the rest. Nothing where it does not come near the view."""

    def near(t: float) -> bool:
        x, y = arrow.at(t)
        return -_BEYOND <= x <= view.width + _BEYOND and -_BEYOND <= y <= view.height + _BEYOND

    start, end = _first(near, arrow.start, arrow.end), _first(near, arrow.end, arrow.start)
    return [replace(arrow, start=start, end=end)] if start < end else []


def _curve(flow: Flow, bend: float, view: View) -> At:
    curve = Curve(flow.start, flow.end, bend, view.scale)

    def at(t: float) -> Point:
        x, y = curve.at(t)
        return x - view.left, y - view.top

    return at


def _cut(at: At, site: int | None, stacks: Sequence[Stack], *, from_end: bool) -> float:
    """Return the share of the way at which the curve leaves the stack at one of its ends; it goes on to the very point
    where the stack stands beside that point."""
    x, y = at(1.0 if from_end else 0.0)
    rect = stacks[site].rect if site is not None else None
    if rect is not None:
        rect = (rect[0] - 5, rect[1] - 4, rect[2] + 5, rect[3] + 4)
        if not (rect[0] <= x <= rect[2] and rect[1] <= y <= rect[3]):
            rect = None
    gap = 7.0 if site is not None and stacks[site].site.extent is Extent.POINT else 3.0

    def clear(t: float) -> bool:
        px, py = at(t)
        inside = rect is not None and rect[0] <= px <= rect[2] and rect[1] <= py <= rect[3]
        return not inside and math.dist((px, py), (x, y)) >= gap

    first, last = (1.0, 0.0) if from_end else (0.0, 1.0)
    return _first(clear, first, last)


def _first(holds: Callable[[float], bool], start: float, end: float) -> float:
    """Return the first share from ``start`` to ``end`` for which something holds, ``end`` where it does nowhere: in
    steps, then between two of them, as a step of a long arrow is many pixels."""
    before = start
    for i in range(_SAMPLES + 1):
        t = start + (end - start) * i / _SAMPLES
        if holds(t):
            for _ in range(_HALVINGS if i else 0):
                middle = (before + t) / 2
                before, t = (before, middle) if holds(middle) else (middle, t)
            return t
        before = t
    return end


def draw(found: Sequence[Arrow], scene: Scene) -> str:
    """Return all arrows in their order."""
    colors = {actor.key: actor.line for actor in scene.actors}
    return "".join(_arrow(arrow, _looks(arrow.flow, colors.get(arrow.flow.actor, "#555555"))) for arrow in found)


def _looks(flow: Flow, color: str) -> _Looks:
    denied = flow.status is Status.DENIED
    soft = flow.status in {Status.PLANNED, Status.POSSIBLE}
    width = max(6.0, flow.width) if denied else flow.width
    dashes = None
    if flow.inferred and not denied:
        dashes = f"0.1 {width * 2.7:.1f}"
    elif flow.status is Status.PLANNED:
        dashes = f"{width * 1.2 + 8:.1f} {width * 0.4 + 4:.1f}"
    elif soft:
        dashes = f"{width * 0.4 + 3:.1f} {width * 0.4 + 4:.1f}"
    if flow.status is Status.PAST or flow.kind is FlowKind.WITHDRAWAL:
        color = GREY
    return _Looks(color, width, None if denied else dashes, denied or (soft and flow.inferred), denied)


def _arrow(arrow: Arrow, look: _Looks) -> str:
    flow = arrow.flow
    branch = flow.kind is FlowKind.BRANCH
    length, half = (7.0, 3.5) if branch else (8 + look.width * 1.5, 3.5 + look.width * 0.95)
    tip = arrow.at(arrow.end)
    neck = _first(lambda t: math.dist(arrow.at(t), tip) >= length * 0.85, arrow.end, arrow.start)
    base = arrow.at(neck)
    reach = math.dist(tip, base) or 1.0
    dx, dy = (tip[0] - base[0]) / reach, (tip[1] - base[1]) / reach
    foot = (tip[0] - dx * length, tip[1] - dy * length)
    head = [(foot[0] - dy * half, foot[1] + dx * half), tip, (foot[0] + dy * half, foot[1] - dx * half)]
    spine = _spine(arrow, neck)
    parts = []
    if look.dashes is None:
        sides = _sides(spine, look.width / 2)
        outline = _polygon([*sides[0], *head, *reversed(sides[1])])
        parts.append(element("path", d=outline, fill=PAPER, stroke=PAPER, stroke_width=3, stroke_linejoin="round"))
        fill = PAPER if look.hollow else look.color
        edge = 1.5 if look.hollow else 0.6
        parts.append(
            element("path", d=outline, fill=fill, stroke=look.color, stroke_width=edge, stroke_linejoin="round")
        )
    else:
        line = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in spine)
        cap = "round" if flow.inferred else "butt"
        parts.append(
            element("path", d=line, fill="none", stroke=PAPER, stroke_width=look.width + 3, stroke_opacity=0.8)
        )
        parts.append(
            element(
                "path",
                d=line,
                fill="none",
                stroke=look.color,
                stroke_width=look.width,
                stroke_dasharray=look.dashes,
                stroke_linecap=cap,
            )
        )
        fill = PAPER if look.hollow else look.color
        parts.append(
            element("path", d=_polygon(head), fill=fill, stroke=look.color, stroke_width=1.5, stroke_linejoin="round")
        )
    if not branch and flow.start_site is None:
        parts.append(_origin(arrow.at(arrow.start), flow, look))
    if look.denied:
        parts.append(_strike(arrow, look))
    return element("g", *parts, data_records=" ".join(flow.records), opacity=_faint(flow))


def _faint(flow: Flow) -> float | None:
    return 0.85 if flow.status is Status.POSSIBLE else None


def _spine(arrow: Arrow, neck: float) -> list[Point]:
    """Return points along the shaft, near enough to each other for a curve that looks smooth in print."""
    length = math.dist(arrow.at(arrow.start), arrow.at(neck))
    count = max(2, min(64, int(length / 6)))
    return [arrow.at(arrow.start + (neck - arrow.start) * i / count) for i in range(count + 1)]


def _sides(spine: Sequence[Point], half: float) -> tuple[list[Point], list[Point]]:
    """Return the points beside the shaft, ``half`` its width to either side."""
    one, other = [], []
    for i, (x, y) in enumerate(spine):
        (ax, ay), (bx, by) = spine[max(0, i - 1)], spine[min(len(spine) - 1, i + 1)]
        way = math.dist((ax, ay), (bx, by)) or 1.0
        nx, ny = -(by - ay) / way * half, (bx - ax) / way * half
        one.append((x + nx, y + ny))
        other.append((x - nx, y - ny))
    return one, other


def _polygon(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "z"


def _origin(at: Point, flow: Flow, look: _Looks) -> str:
    size = 2.5 if flow.inferred else 4.0
    if flow.kind is FlowKind.TRANSFER:
        return element("rect", x=at[0] - size, y=at[1] - size, width=size * 2, height=size * 2, fill=look.color)
    return element("circle", cx=at[0], cy=at[1], r=size, fill=look.color)


def _strike(arrow: Arrow, look: _Looks) -> str:
    """Return the cross on what was denied, near the head, which is in view where the place is."""
    tip = arrow.at(arrow.end)
    t = _first(lambda t: math.dist(arrow.at(t), tip) >= 42, arrow.end, arrow.start)
    (px, py), (qx, qy) = arrow.at(t), arrow.at(t + (arrow.end - t) / 2)
    way = math.dist((px, py), (qx, qy)) or 1.0
    ux, uy = (qx - px) / way, (qy - py) / way
    bars = ""
    for side in (1, -1):
        vx, vy = (ux - side * uy) * 6, (uy + side * ux) * 6
        bars += f"M{px - vx:.1f} {py - vy:.1f}L{px + vx:.1f} {py + vy:.1f}"
    return element("path", d=bars, stroke=look.color, stroke_width=2.6, fill="none")
