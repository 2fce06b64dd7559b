"""Sites of a picture: stacks of symbols with their numbers and words, and the dots they belong to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geomap.model import Status
from geomap.render.picture.letters import INK, fitted, haloed, width
from geomap.render.picture.markup import element, escaped
from geomap.render.picture.signs import Signs
from geomap.render.picture.view import Rect, View
from geomap.scene import Scene
from geomap.scene.model import Extent, Glyph, Grid, Site
from geomap.scene.sites import COMPACT_WORDS, LINE_HEIGHT

_BETWEEN_COLUMNS = 8.0
_BESIDE = 6.0
_TIGHT = 0.95
"""Share of what words may take that a plate is made for: it is not to cover what stands beside it."""


@dataclass(frozen=True, slots=True)
class Stack:
    """A site's stack in the view: the rectangle that it covers, ``None`` where there is no room for it."""

    site: Site
    index: int
    x: float
    y: float
    grid: Grid
    rect: Rect | None


def stacks(scene: Scene, view: View) -> tuple[Stack, ...]:
    """Return every site's stack in the arrangement of the view."""
    found = []
    for index, (site, spot) in enumerate(zip(scene.sites, view.level.sites, strict=True)):
        x, y = view.at(site.point)
        grid = site.compact if view.level.compact else site.grid
        rect = None
        if spot is not None:
            left, top = x + spot.dx - grid.width / 2, y + spot.dy - grid.height / 2
            rect = (left, top, left + grid.width, top + grid.height)
        found.append(Stack(site, index, x, y, grid, rect))
    return tuple(found)


def symbol_points(stack: Stack) -> list[tuple[str, float, float]]:
    """Return (record, x, y) of the middle of each symbol that a stack shows."""
    if stack.rect is None:
        return []
    return [(glyph.record, x + stack.grid.icon / 2, y + height / 2) for glyph, x, y, height in _cells(stack)]


def _cells(stack: Stack) -> Iterator[tuple[Glyph, float, float, float]]:
    """Yield each glyph with the left upper corner and the height of its cell."""
    if stack.rect is None:
        return
    grid = stack.grid
    shown = stack.site.glyphs[: len(stack.site.glyphs) - grid.hidden]
    for index, glyph in enumerate(shown):
        column, row = divmod(index, len(grid.rows))
        x = stack.rect[0] + column * (grid.cell_width + _BETWEEN_COLUMNS)
        yield glyph, x, stack.rect[1] + grid.header + sum(grid.rows[:row]), grid.rows[row]


def dots(found: Sequence[Stack], view: View) -> str:
    """Return the dots of places known as points, and of sites that have no room, and thin lines to stacks aside."""
    return "".join(_dot(stack) + _leader(stack) for stack in found if view.holds(stack.x, stack.y))


def _dot(stack: Stack) -> str:
    if stack.rect is not None and stack.site.extent is not Extent.POINT:
        return ""
    fill = INK if stack.rect is not None else "#6b6350"
    return element(
        "circle", cx=stack.x, cy=stack.y, r=3 if stack.rect else 4, fill=fill, stroke="#ffffff", stroke_width=1.5
    )


def _leader(stack: Stack) -> str:
    if stack.rect is None:
        return ""
    x0, y0, x1, y1 = stack.rect
    if x0 - 2 <= stack.x <= x1 + 2 and y0 - 2 <= stack.y <= y1 + 2:
        return ""
    x, y = max(x0, min(x1, stack.x)), max(y0, min(y1, stack.y))
    line = f"M{stack.x:.1f} {stack.y:.1f}L{x:.1f} {y:.1f}"
    drawn = element("path", d=line, stroke="#3a352b", stroke_width=1, fill="none")
    if stack.site.extent is Extent.POINT:
        return drawn
    return drawn + element("circle", cx=stack.x, cy=stack.y, r=2, fill="#3a352b")


def draw(found: Sequence[Stack], view: View, signs: Signs) -> str:
    """Return all stacks that come into the view, the first on top."""
    near = (stack for stack in reversed(found) if stack.rect is not None and _meets(stack.rect, view))
    return "".join(_stack(stack, signs, compact=view.level.compact) for stack in near)


def _meets(rect: Rect, view: View) -> bool:
    return rect[0] < view.width and rect[2] > 0 and rect[1] < view.height and rect[3] > 0


def _stack(stack: Stack, signs: Signs, *, compact: bool) -> str:
    site = stack.site
    if stack.rect is None:
        return ""
    note = "" if compact else site.tag
    head = element("tspan", escaped(site.name), font_weight="bold")
    if note:
        head += " " + element("tspan", escaped(note), dx=2, font_size=11, fill="#3a352b")
    name = haloed(head, stack.rect[0], stack.rect[1] + 12, 12.5, fill=INK)
    cells = (_cell(glyph, stack, signs, x, y + height / 2, compact=compact) for glyph, x, y, height in _cells(stack))
    reach = width(f"{site.name} ", 12.5, bold=True) + width(note, 11)
    for glyph, x, _, _ in () if compact else _cells(stack):
        beside = width(f"{glyph.number} ", 13, bold=True) if glyph.number else 0.0
        words = [
            beside + width(glyph.words[0], 12) if glyph.words else beside,
            *(width(w, 12) for w in glyph.words[1:]),
        ]
        reach = max(reach, x - stack.rect[0] + stack.grid.icon + _BESIDE + max(words))
    return element("g", _plate(stack.rect, reach), name, *cells, _more(stack), data_site=site.key)


def _plate(rect: Rect, reach: float) -> str:
    """Return the ground that keeps words readable on lines and hatching, as wide as they reach in a wide font."""
    wide, high = max(rect[2] - rect[0], reach * _TIGHT) + 10, rect[3] - rect[1] + 4
    return element(
        "rect", x=rect[0] - 5, y=rect[1] - 1, width=wide, height=high, rx=4, fill="#fcfaf4", fill_opacity=0.84
    )


def _more(stack: Stack) -> str:
    """Return how many records the stack has no room for; the table has them."""
    if stack.rect is None or not stack.grid.hidden:
        return ""
    return haloed(f"+ {stack.grid.hidden} more", stack.rect[0], stack.rect[3] - 5, 11, fill=INK, font_style="italic")


def _cell(glyph: Glyph, stack: Stack, signs: Signs, x: float, middle: float, *, compact: bool) -> str:
    sign = signs.draw(glyph, x + stack.grid.icon / 2, middle)
    lines = _lines(glyph, own_tag=not stack.site.tag, compact=compact)
    first = middle - len(lines) * LINE_HEIGHT / 2 + 10.5
    left = x + stack.grid.icon + _BESIDE
    struck = _struck(glyph)
    beside = "".join(
        haloed(
            line,
            left,
            first + number * LINE_HEIGHT,
            12,
            fill=INK,
            font_style="italic" if glyph.hedged else None,
            text_decoration=struck if number < len(glyph.words) or not number else None,
        )
        for number, line in enumerate(lines)
    )
    return element("g", sign, beside, data_record=glyph.record)


def _struck(glyph: Glyph) -> str | None:
    return "line-through" if glyph.status is Status.DENIED else None


def _lines(glyph: Glyph, *, own_tag: bool, compact: bool) -> list[str]:
    """Return the lines beside a symbol as markup: its number in bold, its words, its tag."""
    number = ""
    if glyph.number:  # struck for itself too: not every program hands that on to a part of a line
        looks: dict[str, str | float | None] = {"font_weight": "bold", "text_decoration": _struck(glyph)}
        number = element("tspan", escaped(glyph.number), font_size=13, **looks)
    if compact:
        return [number or escaped(fitted(glyph.words[0], COMPACT_WORDS, 12) if glyph.words else "")]
    lines = [escaped(line) for line in glyph.words] or [""]
    lines[0] = f"{number} {lines[0]}".strip() if number else lines[0]
    if glyph.tag and own_tag:
        lines.append(element("tspan", escaped(glyph.tag), font_style="italic", font_size=11, fill="#3a352b"))
    return lines
