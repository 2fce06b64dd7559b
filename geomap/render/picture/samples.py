"""Samples: each sign of the legend, drawn as it is drawn on the map."""

from __future__ import annotations

from geomap.model import EventType, Status
from geomap.render.picture.ground import HATCH, HELD, LAND
from geomap.render.picture.letters import INK, text
from geomap.render.picture.markup import element
from geomap.render.picture.signs import Signs
from geomap.scene import Scene
from geomap.scene.model import LegendKind, LegendLine


def sample(line: LegendLine, scene: Scene, signs: Signs, x: float, y: float) -> str:
    """Return the sign that a line of the legend explains, its middle at (``x``, ``y``)."""
    if line.kind in {LegendKind.ACTOR, LegendKind.STATUS}:
        return (_actor if line.kind is LegendKind.ACTOR else _status)(line.key, scene, signs, x, y)
    if line.kind in {LegendKind.SYMBOL, LegendKind.SIDE, LegendKind.EVENT, LegendKind.ECHELON}:
        return _symbol(line, signs, x, y)
    if line.kind is LegendKind.FLOW:
        return element("g", _flow(line.key), transform=f"translate({x - 20:.1f} {y - 7:.1f})")
    if line.kind is LegendKind.WIDTH:
        return _box(x, y, 36, float(line.key), fill="#57524a")
    return (_contested if line.kind is LegendKind.CONTESTED else _place)(line.key, x, y)


def _actor(key: str, scene: Scene, signs: Signs, x: float, y: float) -> str:
    actor = next(actor for actor in scene.actors if actor.key == key)
    return _box(x, y, 22, 14, fill=signs.fill(key, small=True), stroke=actor.line, stroke_width=2)


def _symbol(line: LegendLine, signs: Signs, x: float, y: float) -> str:
    if line.kind is LegendKind.EVENT:
        return signs.sign(None, EventType(line.key), x, y, 18)
    if line.kind is LegendKind.ECHELON:
        return signs.echelon(line.key, x, y, 30)
    return signs.sign(line.key, None, x, y, 17)


def _box(x: float, y: float, wide: float, high: float, **looks: str | float | None) -> str:
    return element("rect", x=x - wide / 2, y=y - high / 2, width=wide, height=high, **looks)


def _status(key: str, scene: Scene, signs: Signs, x: float, y: float) -> str:
    """Return a status on a sign that is on this map."""
    if key == "hedged":
        return text("Aa", x, y + 4, 13, text_anchor="middle", font_style="italic", fill=INK)
    line = next((each for each in scene.legend if each.kind is LegendKind.SYMBOL), None)
    if line is not None:
        return signs.sign(line.key, None, x, y, 17, status=Status(key))
    line = next(each for each in scene.legend if each.kind is LegendKind.EVENT)
    return signs.sign(None, EventType(line.key), x, y, 18, status=Status(key))


def _flow(key: str) -> str:
    """Return an arrow of 40 by 14 pixels."""
    thin, denied = key.startswith("inferred") or key == "branch", key == "denied"
    color = "#6a6a6a" if key.endswith("withdrawal") else "#444444"
    wide = 1.75 if thin else 5.0 if denied else 3.5
    dashes = "8 5" if key == "planned" else "0.1 4.6" if key.startswith("inferred") else None
    cap = "round" if thin else None
    parts = [element("path", d="M3 7H29", stroke=color, stroke_width=wide, stroke_dasharray=dashes, stroke_linecap=cap)]
    if denied:
        parts.append(element("path", d="M3 7H29", stroke="#fdfbf5", stroke_width=2.4))
        parts.append(element("path", d="M12 2l8 10M20 2l-8 10", stroke=color, stroke_width=2))
    if key == "transfer":
        parts.append(element("rect", x=1, y=3, width=8, height=8, fill=color))
    if key == "move":
        parts.append(element("circle", cx=5, cy=7, r=3.5, fill=color))
    open_head = denied
    parts.append(
        element("path", d="M39 7 28 2v10z", fill="#fdfbf5" if open_head else color, stroke=color, stroke_width=1.2)
    )
    return "".join(parts)


def _contested(key: str, x: float, y: float) -> str:
    if key == "hatch":
        looks: dict[str, str | float | None] = {"stroke": "#a89c81", "stroke_width": 1}
        return _box(x, y, 22, 13, fill=LAND, **looks) + _box(x, y, 22, 13, fill="url(#hatch-flat)")
    if key == "islet":
        return element(
            "circle",
            cx=x,
            cy=y,
            r=5,
            fill="url(#hatch-flat)",
            stroke=HATCH,
            stroke_width=1,
            stroke_dasharray="2 2",
        )
    return element(
        "path", d=f"M{x - 13:.1f} {y:.1f}h26", stroke="#6b624e", stroke_width=1.1, stroke_dasharray="5 3", fill="none"
    )


def _place(key: str, x: float, y: float) -> str:
    if key == "held":
        return _box(x, y, 20, 14, fill=HELD, stroke="#8f8467", stroke_width=1.5)
    if key == "area":
        return element(
            "ellipse", cx=x, cy=y, rx=9, ry=7, fill="none", stroke="#6b6350", stroke_width=1.2, stroke_dasharray="3 2"
        )
    fill = INK if key == "dot" else "#6b6350"
    return element("circle", cx=x, cy=y, r=4 if key == "dot" else 5, fill=fill)
