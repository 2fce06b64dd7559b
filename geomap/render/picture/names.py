"""Names on a picture's map: where the arrangement has room for them, and countries that would stand without one.

A page can be moved until a name comes into view; a picture cannot, so the part of a country that it shows is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geomap.render.picture.clip import Points, clipped, pixels
from geomap.render.picture.ground import LAND
from geomap.render.picture.letters import SOFT, haloed, width
from geomap.render.picture.markup import element, escaped
from geomap.render.picture.view import Rect, View, free
from geomap.scene import Scene
from geomap.scene.model import Label, LabelKind, Land

_LABELS: dict[LabelKind, dict[str, str | float | None]] = {
    LabelKind.COUNTRY: {"font_size": 11, "letter_spacing": 0.9, "fill": "#5f5747"},
    LabelKind.CONTESTED: {"font_size": 10.5, "font_style": "italic", "fill": "#4a4438"},
    LabelKind.ISLET: {"font_size": 10.5, "font_style": "italic", "fill": "#4a4438"},
    LabelKind.PROVINCE: {"font_size": 10, "fill": "#7c735f"},
    LabelKind.CITY: {"font_size": 11.5, "fill": "#2e2a22"},
    LabelKind.CAPITAL: {"font_size": 11.5, "fill": "#2e2a22"},
    LabelKind.TOWN: {"font_size": 10.5, "fill": "#575044"},
    LabelKind.SEA: {"font_size": 11.5, "font_style": "italic", "fill": "#3f6472"},
}
_DOTTED = frozenset({LabelKind.CITY, LabelKind.CAPITAL, LabelKind.TOWN})
_NUDGE = 45.0
"""Pixels that a name may be moved to stand within the map."""
_LEAST_SHARE = 0.04
"""Of the map, which a country's part is to cover to be named."""
_COLUMNS, _ROWS = 24, 16
"""Places that are tried for the name of a country's part."""


def draw(scene: Scene, view: View, taken: Sequence[Rect]) -> str:
    """Return the names. One that would be cut by the edge is moved inwards a little, and left out where that is not
    enough or something in ``taken`` stands there."""
    placed: list[Rect] = list(taken)
    pairs = zip(scene.sites, view.level.sites, strict=True)
    told = {site.name for site, spot in pairs if spot is not None and view.holds(*view.at(site.point))}
    out = []
    labels = sorted(zip(scene.labels, view.level.labels, strict=True), key=lambda pair: -pair[0].weight)
    for label, spot in labels:
        x, y = view.at(label.point)
        if spot is None or not view.holds(x, y):
            continue
        at = _inside(label, x + spot.dx, y + spot.dy, view)
        rect = _rect(label.kind, label.text, *at)
        if abs(at[0] - x - spot.dx) + abs(at[1] - y - spot.dy) <= _NUDGE and free(rect, placed):
            placed.append(rect)
            told.add(label.text)
            if label.kind in _DOTTED:
                out.append(element("circle", cx=x, cy=y, r=2.2, fill="#2e2a22"))
            out.append(_name(label.kind, label.text, *at))
    for land in scene.basemap.lands:
        if land.code and land.name not in told:
            found = _part(land, view, placed)
            if found is not None:
                placed.append(_rect(LabelKind.COUNTRY, land.name, *found))
                out.append(_name(LabelKind.COUNTRY, land.name, *found))
    return "".join(out)


def shown_names(scene: Scene, view: View) -> frozenset[str]:
    """Return the names that stand on the map."""
    pairs = zip(scene.labels, view.level.labels, strict=True)
    return frozenset(label.text for label, spot in pairs if spot is not None)


def _size(kind: LabelKind) -> float:
    return float(_LABELS.get(kind, {}).get("font_size") or 10.5)


def _words(kind: LabelKind, text: str) -> str:
    return text.upper() if kind is LabelKind.COUNTRY else text


def _rect(kind: LabelKind, text: str, x: float, y: float) -> Rect:
    size = _size(kind)
    apart = float(_LABELS.get(kind, {}).get("letter_spacing") or 0.0)
    half = (width(_words(kind, text), size) + apart * len(text)) / 2
    return x - half, y - size * 0.6, x + half, y + size * 0.6


def _inside(label: Label, x: float, y: float, view: View) -> tuple[float, float]:
    x0, y0, x1, y1 = _rect(label.kind, label.text, 0, 0)
    return max(3 - x0, min(view.width - 3 - x1, x)), max(3 - y0, min(view.height - 3 - y1, y))


def _name(kind: LabelKind, text: str, x: float, y: float) -> str:
    looks = dict(_LABELS.get(kind, {"fill": SOFT}))
    looks.pop("font_size", None)
    size = _size(kind)
    return haloed(escaped(_words(kind, text)), x, y + size * 0.35, size, LAND, text_anchor="middle", **looks)


def _part(land: Land, view: View, taken: Sequence[Rect]) -> tuple[float, float] | None:
    """Return where the name of the part of a country that is in view may stand: as near to its middle as there is room,
    ``None`` where the part is small or full."""
    rings = [clipped(line, (0.0, 0.0, view.width, view.height)) for line in pixels(land.shape, view)]
    ring = max(rings, key=lambda each: abs(_area(each)), default=[])
    if abs(_area(ring)) < _LEAST_SHARE * view.width * view.height:
        return None
    middle_x, middle_y = _middle(ring)
    tried = sorted(_grid(view), key=lambda at: (abs(at[0] - middle_x) + abs(at[1] - middle_y), at))
    for x, y in tried:
        x0, y0, x1, y1 = _rect(LabelKind.COUNTRY, land.name, x, y)
        if x0 < 3 or x1 > view.width - 3 or not free((x0, y0, x1, y1), taken):
            continue
        if all(_holds(ring, *corner) for corner in ((x0, y0), (x1, y0), (x0, y1), (x1, y1))):
            return x, y
    return None


def _grid(view: View) -> Iterator[tuple[float, float]]:
    for column in range(1, _COLUMNS):
        for row in range(1, _ROWS):
            yield view.width * column / _COLUMNS, view.height * row / _ROWS


def _middle(ring: Points) -> tuple[float, float]:
    """Return the centre of gravity of a ring that has an area."""
    shifted = [*ring[1:], *ring[:1]]
    x = y = 0.0
    for (ax, ay), (bx, by) in zip(ring, shifted, strict=True):
        turn = ax * by - bx * ay
        x, y = x + (ax + bx) * turn, y + (ay + by) * turn
    six = 6 * _area(ring)
    return x / six, y / six


def _area(ring: Points) -> float:
    """Return the area within a ring, its sign by the way it turns (the trapezoid rule)."""
    shifted = [*ring[1:], *ring[:1]]
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(ring, shifted, strict=True)) / 2


def _holds(ring: Points, x: float, y: float) -> bool:
    """Tell whether a point lies within a ring: a ray from it crosses it an odd number of times."""
    inside = False
    before_x, before_y = ring[-1]
    for at_x, at_y in ring:
        if (at_y > y) != (before_y > y) and x < at_x + (y - at_y) / (before_y - at_y) * (before_x - at_x):
            inside = not inside
        before_x, before_y = at_x, at_y
    return inside
