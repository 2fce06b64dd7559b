"""The ground of a picture: land, water, borders and contested land, in the colours of the page."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from geomap.render.ground import BASE_ZOOM, pixels_per_step
from geomap.render.picture.clip import TENTHS, Points, pixels, rings, strokes
from geomap.render.picture.markup import element, escaped
from geomap.render.picture.view import Rect, View
from geomap.scene import Scene
from geomap.scene.frame import EQUATOR_RADIUS_KM, TILE
from geomap.scene.model import Area, Basemap, Box, Point, Shape

SEA, LAND, HELD = "#dde7ea", "#f4efe3", "#fffaf0"
HATCH, _UNSURE = "#6f6959", "#6b6350"
_COVERED = 0.7
PROVINCES_FROM = 5.5
"""Zoom from which on borders of provinces are drawn, as in the page."""


def defs() -> str:
    """Return the hatching of contested land, to be used by name in tenths of a pixel (``hatch``) and in pixels
    (``hatch-flat``)."""
    return "".join(
        element(
            "pattern",
            element("rect", width=5, height=5, fill=HATCH, fill_opacity=0.1),
            f'<rect width="1.2" height="5" fill="{HATCH}" fill-opacity=".5"/>',
            id=name,
            width=5,
            height=5,
            patternUnits="userSpaceOnUse",
            patternTransform=f"{turn}rotate(45)",
        )
        for name, turn in (("hatch", "scale(10) "), ("hatch-flat", ""))
    )


def draw(scene: Scene, view: View) -> str:
    """Return the ground, the sea first."""
    sea = element("rect", width=view.width, height=view.height, fill=SEA)
    tenths = "".join(_lines(scene.basemap, view))
    return (
        sea
        + element("g", tenths, transform=f"scale({1 / TENTHS})", fill_rule="evenodd", stroke_linejoin="round")
        + "".join(_islets(scene.basemap, view))
        + "".join(_area(area, view) for area in scene.areas)
    )


def _lines(ground: Basemap, view: View) -> Iterator[str]:
    region = _rect(ground.region, view)
    if not (region[0] <= 0 and region[1] <= 0 and region[2] >= view.width and region[3] >= view.height):
        yield _path(rings(pixels(ground.backdrop, view), view), fill=LAND, stroke="#c4baa4", width=0.7)
        x0, y0, x1, y1 = (round(value * TENTHS) for value in region)
        yield _path(f"M{x0} {y0}H{x1}V{y1}H{x0}z", fill=SEA)
    lands = [(land.held, land.shape, pixels(land.shape, view)) for land in ground.lands]
    plain = [line for held, _, lines in lands if not held for line in lines]
    held_lines = [line for held, _, lines in lands if held for line in lines]
    yield _path(rings(plain, view), fill=LAND)
    yield _path(rings(held_lines, view), fill=HELD)
    for area in ground.contested:
        if area.shape is not None:
            hatched = _path(rings(pixels(area.shape, view), view), fill="url(#hatch)")
            yield element("g", element("title", escaped(area.statement)), hatched) if hatched else ""
    yield _path(strokes(pixels(ground.rivers, view), view), stroke="#b4cad2", width=0.9)
    yield _path(rings(pixels(ground.lakes, view), view), fill=SEA, stroke="#b4c8cf", width=0.6)
    if view.level.zoom >= PROVINCES_FROM and _covers(_rect(ground.detail, view), view):
        inner = strokes(
            pixels(ground.province_borders, view),
            view,
            _rect(ground.detail, view),
            _cell(ground.province_borders, view),
        )
        yield _path(inner, stroke="#d3cab4", width=0.8)
    cell = max((_cell(shape, view) for _, shape, _ in lands), default=0.0)
    yield _path(_borders(plain, view, region, cell), stroke="#a89c81", width=0.9)
    yield _path(_borders(held_lines, view, region, cell), stroke="#8f8467", width=1.2)
    disputed = strokes(pixels(ground.disputed, view), view)
    yield _path(disputed, stroke=LAND, width=2.4)
    yield _path(disputed, stroke="#6b624e", width=1.1, dashes=(5, 3))


def _covers(detail: Rect, view: View) -> bool:
    """Tell whether provinces are known for so much of the view that their borders do not end in the middle of it."""
    x0, x1 = max(0.0, detail[0]), min(view.width, detail[2])
    y0, y1 = max(0.0, detail[1]), min(view.height, detail[3])
    return max(0.0, x1 - x0) * max(0.0, y1 - y0) >= _COVERED * view.width * view.height


def _borders(lines: Sequence[Points], view: View, region: Rect, cell: float) -> str:
    return strokes([[*line, line[0]] for line in lines if line], view, region, cell)


def _cell(shape: Shape, view: View) -> float:
    """Return two cells of a shape's grid in pixels: how far rounding may carry a point of an edge off it."""
    return 2 * pixels_per_step(shape) * view.scale / 2.0**BASE_ZOOM


def _rect(box: Box, view: View) -> Rect:
    return (*view.at(Point(box.north, box.west)), *view.at(Point(box.south, box.east)))


def _path(
    data: str,
    *,
    fill: str = "none",
    stroke: str | None = None,
    width: float = 1.0,
    dashes: tuple[float, float] | None = None,
) -> str:
    if not data:
        return ""
    return element(
        "path",
        d=data,
        fill=fill,
        stroke=stroke,
        stroke_width=width * TENTHS if stroke else None,
        stroke_dasharray=f"{dashes[0] * TENTHS:.0f} {dashes[1] * TENTHS:.0f}" if dashes else None,
    )


def _islets(ground: Basemap, view: View) -> Iterator[str]:
    for area in ground.contested:
        for islet in area.islets if view.level.zoom >= area.min_zoom else ():
            x, y = view.at(islet)
            if view.holds(x, y):
                yield element(
                    "circle",
                    cx=x,
                    cy=y,
                    r=5,
                    fill="url(#hatch-flat)",
                    stroke=HATCH,
                    stroke_width=1,
                    stroke_dasharray="2 2",
                )


def _area(area: Area, view: View) -> str:
    """Return an uncertain place: its outline, else a circle of its radius."""
    x, y = view.at(area.point)
    circumference = 2 * math.pi * EQUATOR_RADIUS_KM * math.cos(math.radians(area.point.lat))
    r = area.radius_km / circumference * TILE * view.scale
    looks: dict[str, str | float | None] = {"fill": _UNSURE, "fill_opacity": 0.04, "stroke": _UNSURE}
    if area.outline is not None:
        d = rings(pixels(area.outline, view), view)
        drawn = element("path", d=d, stroke_width=11, stroke_dasharray="40 40", **looks)
        return element("g", drawn, transform=f"scale({1 / TENTHS})", fill_rule="evenodd") if d else ""
    if x + r < 0 or y + r < 0 or x - r > view.width or y - r > view.height:
        return ""
    return element("circle", cx=x, cy=y, r=r, stroke_width=1.1, stroke_dasharray="4 4", **looks)
