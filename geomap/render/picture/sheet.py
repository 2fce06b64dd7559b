"""A scene → one SVG: title, map, legend, what is not on the map, boundaries, credits, and the same in words."""

from __future__ import annotations

from dataclasses import dataclass

from geomap.render.picture import arrows, edges, ground, legend, names, sites, telling
from geomap.render.picture.letters import INK, SANS, SERIF, SOFT, lines, text
from geomap.render.picture.markup import element, escaped, number
from geomap.render.picture.signs import Signs
from geomap.render.picture.view import View, cropped, whole
from geomap.scene import Scene
from geomap.scene.model import Box

WIDTH = 1200
"""Pixels that a picture is wide unless told otherwise."""
PAPER, RULE = "#fbf9f3", "#d9d3c5"
PAD = 24.0
"""Pixels on either side of the map."""
_NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawn picture: its SVG, its size in pixels, where its map begins, and (record, x, y) of the middle of every
    symbol on it."""

    svg: str
    width: float
    height: float
    left: float
    top: float
    symbols: tuple[tuple[str, float, float], ...]


def svg(scene: Scene, *, width: int = WIDTH, crop: Box | None = None) -> str:
    """Return the picture as SVG, ``width`` pixels wide and as high as it needs. ``crop`` is the part of the earth that
    is shown (longitudes of the scene's frame), else what holds all places. The same scene gives the same text."""
    return drawing(scene, width=width, crop=crop).svg


def drawing(scene: Scene, *, width: int = WIDTH, crop: Box | None = None, map_height: float | None = None) -> Drawing:
    """Return the picture with what is known of it; ``map_height`` is the height of its map in pixels."""
    room = width - 2 * PAD
    view = whole(scene, room, map_height) if crop is None else cropped(scene, crop, room)
    shrink = room / view.width
    signs = Signs(scene)
    head, top = _head(scene, room)
    found = sites.stacks(scene, view)
    drawn = _map(scene, view, found, signs, shrink)
    foot, bottom = _foot(scene, view, signs, room, top + view.height * shrink)
    body = [
        element("g", drawn, transform=f"translate({number(PAD)} {number(top)}) scale({shrink:.5f})"),
        _frame(room, top, view.height * shrink, bottom),
        head,
        foot,
    ]
    described = element("title", escaped(scene.title), id="title") + element(
        "desc", escaped(telling.alternative(scene)), id="desc"
    )
    size = f'width="{number(width)}" height="{number(bottom)}" viewBox="0 0 {number(width)} {number(bottom)}"'
    markup = (
        f'<svg {_NS} {size} role="img" aria-labelledby="title desc" font-family="{SANS}">'
        f"{described}<defs>{ground.defs()}{signs.defs()}</defs>{''.join(body)}</svg>\n"
    )
    points = [point for stack in found for point in sites.symbol_points(stack)]
    shown = tuple((record, PAD + x * shrink, top + y * shrink) for record, x, y in points if view.holds(x, y))
    return Drawing(markup, width, bottom, PAD, top, shown)


def _head(scene: Scene, room: float) -> tuple[str, float]:
    """Return title, date and summary, and where the map begins."""
    y, parts = 36.0, []
    for line in lines(scene.title, room, 22, bold=True, most=3):
        parts.append(text(line, PAD, y, 22, font_family=SERIF, font_weight="bold", fill=INK))
        y += 27
    y -= 5
    for line in lines(f"{scene.as_of}. {scene.summary}", room, 13, most=4):
        parts.append(text(line, PAD, y, 13, fill=SOFT))
        y += 17
    return "".join(parts), y - 5


def _map(scene: Scene, view: View, found: tuple[sites.Stack, ...], signs: Signs, shrink: float) -> str:
    drawn = arrows.arrows(scene, view, found)
    origins = edges.origins(drawn, found, names.shown_names(scene, view), view)
    taken = [*origins.covered, edges.scale_room(view), *(stack.rect for stack in found if stack.rect is not None)]
    return element(
        "g",
        ground.draw(scene, view),
        arrows.draw(drawn, scene),
        sites.dots(found, view),
        names.draw(scene, view, taken),
        sites.draw(found, view, signs),
        origins.svg,
        edges.pointers(found, view),
        edges.scale_bar(view, shrink),
    )


def _frame(room: float, top: float, height: float, bottom: float) -> str:
    """Return the paper round the map, which covers what sticks out of it, and the line between them. (A clipping path
    would do the same, takes a third of the time that a PNG takes, and is lost on the way into some documents.)"""
    outer = f"M0 0H{number(room + 2 * PAD)}V{number(bottom)}H0z"
    inner = f"M{number(PAD)} {number(top)}h{number(room)}v{number(height)}h{number(-room)}z"
    paper = element("path", d=outer + inner, fill=PAPER, fill_rule="evenodd")
    return paper + element("path", d=inner, fill="none", stroke="#8f8467", stroke_width=1)


def _foot(scene: Scene, view: View, signs: Signs, room: float, top: float) -> tuple[str, float]:
    """Return what stands below the map, and the height of the whole picture."""
    explained, height = legend.draw(scene, signs, PAD, top + 8, room)
    y = top + height + (16 if height else 8)
    parts = [explained, element("path", d=f"M{number(PAD)} {number(y)}h{number(room)}", stroke=RULE, stroke_width=1)]
    y += 6
    for head, words, size in (
        ("Not on the map: ", "; ".join(telling.absent(scene)), 11.5),
        ("Corrected by hand: ", telling.corrected(scene), 11.5),
        ("", scene.boundaries, 11.5),
        ("Contested land in this view: ", telling.contested(scene, view), 10.5),
        ("", " · ".join(telling.credits_of(scene)), 10.5),
    ):
        for line in lines(head + words, room, size) if words else ():
            y += size + 3.5
            parts.append(text(line, PAD, y, size, fill=SOFT))
        y += 4 if words else 0
    return "".join(parts), round(y + 12)
