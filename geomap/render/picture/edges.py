"""What is written at the edge of a picture's map: where arrows come from, places outside it, and the scale bar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geomap.render.picture.arrows import Arrow
from geomap.render.picture.letters import INK, haloed, text, width
from geomap.render.picture.markup import element, escaped
from geomap.render.picture.sites import Stack
from geomap.render.picture.view import Rect, View, free, round_length
from geomap.scene import wording

_SIZE, _LINE = 11.0, 14.0
_NEAR_X, _NEAR_Y = 260.0, 150.0
"""Two arrows from one place that enter the view so near to each other are named once."""
_BAR = 130.0
_KM_PER_MILE = 1.609344


@dataclass(frozen=True, slots=True)
class Edges:
    """Names at the starts of arrows, as markup, and the rectangles that they cover."""

    svg: str
    covered: tuple[Rect, ...]


def origins(arrows: Sequence[Arrow], stacks: Sequence[Stack], shown: frozenset[str], view: View) -> Edges:
    """Return the names of the places that arrows come from, at their start or where they enter the view."""
    covered = [stack.rect for stack in stacks if stack.rect is not None]
    taken: list[tuple[str, Rect]] = []
    out = []
    for arrow in arrows:
        flow = arrow.flow
        if not flow.start_name or flow.start_site is not None:
            continue
        outside = not view.holds(*arrow.at(arrow.start))
        if not outside and not flow.inferred and flow.start_name in shown:
            continue
        t = arrow.entry(view)
        x, y = arrow.at(t)
        if t >= arrow.end or any(name == flow.start_name and _near(rect, x, y) for name, rect in taken):
            continue
        words = f"{flow.start_name} (origin not stated)" if flow.inferred else f"from {flow.start_name}"
        blocked = [*covered, *(rect for _, rect in taken)]
        rect = next((each for each in _spots(x, y, words, view, outside=outside) if free(each, blocked)), None)
        if rect is not None:
            taken.append((flow.start_name, rect))
            out.append(_edge(words, rect))
    return Edges("".join(out), tuple(rect for _, rect in taken))


def _near(rect: Rect, x: float, y: float) -> bool:
    return abs((rect[0] + rect[2]) / 2 - x) < _NEAR_X and abs((rect[1] + rect[3]) / 2 - y) < _NEAR_Y


def _spots(x: float, y: float, words: str, view: View, *, outside: bool) -> Iterator[Rect]:
    wide = width(words, _SIZE) + 4
    left = x + 6 if outside else x - wide / 2
    for top in (y - _LINE - 5, y + 6) if outside else (y + 8, y - _LINE - 8):
        x0 = max(4.0, min(view.width - wide - 4, left))
        y0 = max(4.0, min(view.height - _LINE - 26, top))
        yield x0, y0, x0 + wide, y0 + _LINE


def _edge(words: str, rect: Rect) -> str:
    return haloed(escaped(words), rect[0] + 2, rect[1] + 11, _SIZE, fill="#3a352b", font_style="italic")


def pointers(stacks: Sequence[Stack], view: View) -> str:
    """Return a note at the edge for each place with records that the view leaves out, on the side where it lies."""
    taken: list[Rect] = [stack.rect for stack in stacks if stack.rect is not None]
    out = []
    for stack in stacks:
        if view.holds(stack.x, stack.y):
            continue
        count = len(stack.site.glyphs)
        words = f"{wording.shorten(stack.site.name, 40)} ({count}) outside this view"
        wide = width(words, _SIZE) + 20
        middle_x, middle_y = view.width / 2, view.height / 2
        dx, dy = stack.x - middle_x, stack.y - middle_y
        share = min((middle_x - wide / 2 - 8) / abs(dx or 1), (middle_y - 40) / abs(dy or 1))
        x, y = middle_x + dx * share, middle_y + dy * share
        rect = (x - wide / 2, y - 10, x + wide / 2, y + 10)
        for step in (sign * n * 12 for n in range(13) for sign in (1, -1)):
            moved = (rect[0], rect[1] + step, rect[2], rect[3] + step)
            if moved[1] > 4 and moved[3] < view.height - 28 and free(moved, taken):
                taken.append(moved)
                out.append(_note(words, moved))
                break
    return "".join(out)


def _note(words: str, rect: Rect) -> str:
    x, y = rect[0], rect[1]
    box = element(
        "rect", x=x, y=y, width=rect[2] - x, height=20, rx=10, fill="#ffffff", stroke="#8a8372", stroke_width=1
    )
    return box + text(words, (x + rect[2]) / 2, y + 14, _SIZE, fill=INK, text_anchor="middle")


def scale_room(view: View) -> Rect:
    """Return the corner that the scale bar takes."""
    return 0.0, view.height - 44.0, 220.0, view.height


def scale_bar(view: View, shrink: float = 1.0) -> str:
    """Return bars of a round number of kilometres and of miles, true in the middle of the map (Web Mercator stretches
    what lies nearer to the poles). ``shrink`` is what the map is scaled by when it is shown."""
    per_pixel = view.km_per_pixel()
    bars = []
    for row, (unit, km) in enumerate((("km", 1.0), ("mi", _KM_PER_MILE))):
        length = round_length(_BAR / shrink * per_pixel / km)
        bars.append((row, f"{wording.figure(round(length, 6))} {unit}", length * km / per_pixel))
    x, y = 10.0, view.height - 26.0
    parts = []
    for row, words, pixels in bars:
        line = f"M{x:.1f} {y + (-6 if row == 0 else 6):.1f}V{y:.1f}H{x + pixels:.1f}V{y + (-6 if row == 0 else 6):.1f}"
        parts.append(element("path", d=line, fill="none", stroke="#ffffff", stroke_width=3.5))
        parts.append(element("path", d=line, fill="none", stroke=INK, stroke_width=1.3))
        parts.append(haloed(words, x + pixels + 5, y + (-4 if row == 0 else 11), 10, fill=INK))
    return "".join(parts)
