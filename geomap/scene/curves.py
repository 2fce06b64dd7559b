"""The curves of arrows, and the ways that they take round stacks of symbols that are not theirs."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.scene.frame import project
from geomap.scene.model import Flow, Point

Rect = tuple[float, float, float, float]
"""West, north, east and south side in pixels."""
_DETOURS = (1.0, 0.55, 1.5, 0.15, 2.0, -0.4, -0.9, -1.5)
"""Bends that are tried, times the arrow's own, where it would run under another's stack."""
_UNDER_STEPS = 28


def detours(flows: Sequence[Flow], rects: Sequence[Rect | None], scale: float) -> tuple[tuple[int, float], ...]:
    """Return (flow, bend) of each arrow that must go another way than its own so as not to run under a stack that is
    not its own, or under fewer. ``rects`` are what the stacks of the sites cover at this scale."""
    out = []
    for index, flow in enumerate(flows):
        others = [
            rect for i, rect in enumerate(rects) if rect is not None and i not in {flow.start_site, flow.end_site}
        ]
        base = flow.bend or 0.1  # a branch is straight until it must not be
        ways = [flow.bend, *(base * share for share in _DETOURS[1 if flow.bend else 0 :])]
        best = min(ways, key=lambda bend: (_under(flow, bend, scale, others), ways.index(bend)))
        if best != flow.bend:
            out.append((index, round(best, 3)))
    return tuple(out)


def _under(flow: Flow, bend: float, scale: float, rects: Sequence[Rect]) -> int:
    """Return how many of the points along an arrow lie under ``rects``."""
    curve = Curve(flow.start, flow.end, bend, scale)
    points = [curve.at(step / _UNDER_STEPS) for step in range(1, _UNDER_STEPS)]
    return sum(1 for x, y in points for x0, y0, x1, y1 in rects if x0 < x < x1 and y0 < y < y1)


class Curve:
    """The quadratic Bézier curve of an arrow at a scale (pixels per zoom-0 pixel)."""

    __slots__ = ("end", "mid", "start")

    def __init__(self, start: Point, end: Point, bend: float, scale: float) -> None:
        (x0, y0), (x1, y1) = project(start), project(end)
        self.start, self.end = (x0 * scale, y0 * scale), (x1 * scale, y1 * scale)
        self.mid = (
            (self.start[0] + self.end[0]) / 2 + (self.end[1] - self.start[1]) * bend * 2,
            (self.start[1] + self.end[1]) / 2 - (self.end[0] - self.start[0]) * bend * 2,
        )

    def at(self, t: float) -> tuple[float, float]:
        """Return the point a share ``t`` (0 to 1) along the curve."""
        u = 1 - t
        a, b, c = u * u, 2 * u * t, t * t
        return (
            a * self.start[0] + b * self.mid[0] + c * self.end[0],
            a * self.start[1] + b * self.mid[1] + c * self.end[1],
        )
