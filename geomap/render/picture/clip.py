"""Lines and rings of a scene in the pixels of a view, cut to it, as the data of SVG paths.

Paths are written in tenths of a pixel, relative, which is half the size of the same in pixels with a point.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from geomap.render.ground import BASE_ZOOM, pixels_per_step, projected
from geomap.render.picture.view import Rect, View
from geomap.scene.model import Shape

TENTHS = 10.0
_BEYOND = 12.0
"""Pixels beyond the view at which it is cut, so that no edge of a cut is seen."""
_NEAR = 3
"""Tenths of a pixel within which a vertex is dropped."""

Points = list[tuple[float, float]]


def pixels(shape: Shape, view: View) -> list[Points]:
    """Return the lines of a shape, from degrees on its grid to pixels of the view."""
    unit = pixels_per_step(shape) * view.scale / 2.0**BASE_ZOOM
    out = []
    for line in projected(shape):
        xy = np.cumsum(np.asarray(line, dtype=np.float64).reshape(-1, 2), axis=0) * unit - (view.left, view.top)
        out.append(list(map(tuple, xy.tolist())))
    return out


def _around(view: View) -> Rect:
    return -_BEYOND, -_BEYOND, view.width + _BEYOND, view.height + _BEYOND


def rings(lines: Sequence[Points], view: View) -> str:
    """Return the path of closed rings, to be filled by the even-odd rule."""
    rect = _around(view)
    parts = []
    for line in lines:
        cut = clipped(line, rect)
        if len(cut) >= 3:
            parts.append(_path(cut) + "z")
    return "".join(parts)


def strokes(lines: Sequence[Points], view: View, edges: Rect | None = None, within: float = 0.0) -> str:
    """Return the path of what of the lines comes near the view. Stretches that run along one of ``edges`` (of the box
    that they were cut to), ``within`` so many pixels, are no borders and are left out."""
    rect = _around(view)
    return "".join(_path(run) for line in lines for run in _runs(line, rect, _sides(edges, within)) if len(run) > 1)


def _sides(edges: Rect | None, within: float) -> Callable[[float, float], int]:
    if edges is None:
        return lambda _x, _y: 0
    x0, y0, x1, y1 = edges

    def sides(x: float, y: float) -> int:
        near = (abs(x - x0) <= within, abs(x - x1) <= within, abs(y - y0) <= within, abs(y - y1) <= within)
        return sum(1 << i for i, it_is in enumerate(near) if it_is)

    return sides


def _runs(line: Points, rect: Rect, sides: Callable[[float, float], int]) -> Iterator[Points]:
    x0, y0, x1, y1 = rect
    run: Points = []
    for (ax, ay), (bx, by) in itertools.pairwise(line):
        meets = max(ax, bx) >= x0 and min(ax, bx) <= x1 and max(ay, by) >= y0 and min(ay, by) <= y1
        if meets and not sides(ax, ay) & sides(bx, by):
            run = run or [(ax, ay)]
            run.append((bx, by))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _path(points: Points) -> str:
    """Return the path through the points, those left out that lie on the one before; the last one stays."""
    px, py = round(points[0][0] * TENTHS), round(points[0][1] * TENTHS)
    numbers = []
    last = len(points) - 1
    for index, (x, y) in enumerate(points):
        if not index:
            continue
        dx, dy = round(x * TENTHS) - px, round(y * TENTHS) - py
        if index < last and abs(dx) <= _NEAR and abs(dy) <= _NEAR:
            continue
        numbers.append(f"{dx} {dy}" if dy >= 0 else f"{dx}{dy}")
        px, py = px + dx, py + dy
    x, y = round(points[0][0] * TENTHS), round(points[0][1] * TENTHS)
    return f"M{x} {y}l{' '.join(numbers)}"


def clipped(ring: Points, rect: Rect) -> Points:
    """Return the ring cut to the rectangle (Sutherland and Hodgman), empty where they do not meet. Its area there is
    the same under the even-odd rule, whatever rings it crosses."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    x0, y0, x1, y1 = rect
    if max(xs) < x0 or min(xs) > x1 or max(ys) < y0 or min(ys) > y1:
        return []
    if min(xs) >= x0 and max(xs) <= x1 and min(ys) >= y0 and max(ys) <= y1:
        return ring
    for axis, bound, sign in ((0, x0, 1), (0, x1, -1), (1, y0, 1), (1, y1, -1)):
        if not ring:
            break
        out: Points = []
        before = ring[-1]
        was_in = (before[axis] - bound) * sign >= 0
        for point in ring:
            is_in = (point[axis] - bound) * sign >= 0
            if is_in != was_in:
                share = (bound - before[axis]) / (point[axis] - before[axis])
                other = before[1 - axis] + share * (point[1 - axis] - before[1 - axis])
                out.append((bound, other) if axis == 0 else (other, bound))
            if is_in:
                out.append(point)
            before, was_in = point, is_in
        ring = out
    return ring
