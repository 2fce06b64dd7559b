"""Signs: APP-6 symbols and the signs of events, coloured by actor and drawn by status, as shapes of their own.

Nothing is left to style sheets or variables: what opens SVG in offices and in print knows neither. Each look is drawn
once and used by name.
"""

from __future__ import annotations

import re

from geomap.model import EventType, Status
from geomap.render.picture.markup import element
from geomap.scene import Scene
from geomap.scene.model import ActorStyle, Glyph

EVENT_SIGNS = {
    EventType.BATTLE: "M7 7 17 17M17 7 7 17M5.5 14.5l4 4M18.5 14.5l-4 4",
    EventType.STRIKE: "M12 4v11M8 11l4 5 4-5M6 19h12",
    EventType.SHELLING: "M5 17C8 8 14 6 18 12M18 12l.5-5M18 12l-4.6-1M5 19.5h4M12 19.5h7",
    EventType.EXPLOSION: "M12 3.5l1.8 5 4.7-2.5-2.3 4.7 5 1.8-5 1.8 2.3 4.7-4.7-2.3-1.8 4.8-1.8-4.8-4.7 2.3 2.3-4.7"
    "-5-1.8 5-1.8L5.500 6l4.7 2.5z",
    EventType.ATTACK: "M5 12h11M11 6.5 17.5 12 11 17.5",
    EventType.CAPTURE: "M8 20V4.5M8 5h9l-2.5 3.5L17 12H8",
    EventType.EXERCISE: "M12 5 19.5 18h-15z",
    EventType.AGREEMENT: "M7 4.5h10v15H7zM9.5 9h5M9.5 12.5h5M9.5 16h2.5",
}
"""The page's own drawings (``signs.js``), in a square of 24."""
_INK, _GREY, _RED = "#111111", "#6a6a6a", "#b00020"
_DASHES = {Status.PLANNED: (14.0, 9.0), Status.POSSIBLE: (3.0, 9.0)}
_EVENT_DASHES = {Status.PLANNED: "3.5 2", Status.POSSIBLE: "1 2.2"}
_FRAMES = ("rgb(170,255,170)", "rgb(128,224,255)", "rgb(255,128,128)")
"""Fills of milsymbol's frames: neutral, friend, hostile."""
_PATTERNS = ("", "M-1 1l2-2M0 8l8-8M7 9l2-2", "M4 4h.01", "M0 8l8-8M0 0l8 8", "M0 4h8")
"""The page's own patterns (``signs.js``), on a tile of 8, of actors whose colour another one has too."""
_SYMBOL_UNITS = 118.0
"""Height of a frame without its echelon in the units of a symbol's own drawing."""


class Signs:
    """Draws the signs of a scene; ``defs`` holds every look that was asked for, in that order."""

    def __init__(self, scene: Scene) -> None:
        self._symbols = dict(scene.symbols)
        self._fills = {actor.key: actor.fill for actor in scene.actors}
        self._patterns = {actor.key: (index, actor) for index, actor in enumerate(scene.actors) if actor.pattern}
        self._looks: dict[str, str] = {}
        self._names: dict[tuple[str, str, Status | None], str] = {}

    def defs(self) -> str:
        """Return what the signs are drawn from."""
        tiles = (_tile(index, actor, unit) for index, actor in self._patterns.values() for unit in (3.2, 0.8))
        return "".join(tiles) + "".join(self._looks.values())

    def fill(self, key: str, *, small: bool) -> str:
        """Return what fills an actor's signs: on the large grid of symbols, on the small one of events and samples."""
        if key in self._patterns:
            return f"url(#{'q' if small else 'p'}{self._patterns[key][0]})"
        return self._fills.get(key, "#ffffff")

    def size(self, sidc: str | None, height: float) -> tuple[float, float]:
        """Return width and height of a sign whose frame is ``height`` pixels high."""
        if sidc is None:
            return height, height
        _, _, wide, tall = self._box(sidc)
        return wide * height / _SYMBOL_UNITS, tall * height / _SYMBOL_UNITS

    def draw(self, glyph: Glyph, middle: float, y: float, height: float | None = None) -> str:
        """Return a glyph's sign with its middle at (``middle``, ``y``)."""
        fill = self.fill(glyph.actor, small=glyph.sidc is None)
        return self.sign(glyph.sidc, glyph.event, middle, y, height or glyph.size, fill=fill, status=glyph.status)

    def sign(
        self,
        sidc: str | None,
        event: EventType | None,
        middle: float,
        y: float,
        height: float,
        *,
        fill: str = "#ffffff",
        status: Status | None = None,
    ) -> str:
        """Return a sign with its middle at (``middle``, ``y``), of a frame ``height`` pixels high."""
        wide, tall = self.size(sidc, height)
        name = self._look(sidc, event, fill, status)
        scale = height / (_SYMBOL_UNITS if sidc is not None else 24.0)
        left, top = middle - wide / 2, y - tall / 2
        # xlink:href is SVG 1.1, which all programs read.
        drawn = f'<use xlink:href="#{name}" transform="translate({left:.1f} {top:.1f}) scale({scale:.4f})"/>'
        if status is Status.DENIED:
            line = f"M{left - 2:.1f} {top + tall + 2:.1f}L{left + wide + 2:.1f} {top - 2:.1f}"
            drawn += element("path", d=line, stroke=_RED, stroke_width=2.8, fill="none")
        return drawn

    def _look(self, sidc: str | None, event: EventType | None, fill: str, status: Status | None) -> str:
        paper = {Status.DENIED: "#ffffff", Status.PAST: "#e2e2e2"}
        fill = paper.get(status, fill) if status is not None else fill
        key = (sidc or str(event), fill, status)
        if key not in self._names:
            name = f"g{len(self._names) + 1}"
            ink = _GREY if status is Status.PAST else _INK
            shapes = self._symbol(sidc, fill, ink, status) if sidc is not None else _event(event, fill, ink, status)
            faint = 0.8 if status is Status.POSSIBLE else None
            self._names[key] = name
            self._looks[name] = element("g", shapes, id=name, opacity=faint)
        return self._names[key]

    def _box(self, sidc: str) -> tuple[float, float, float, float]:
        found = re.search(r'viewBox="([-0-9. ]+)"', self._symbols[sidc])
        if found is None:
            raise ValueError(f"symbol {sidc} has no view box")
        x, y, wide, tall = (float(part) for part in found[1].split())
        return x, y, wide, tall

    def _symbol(self, sidc: str, fill: str, ink: str, status: Status | None) -> str:
        drawn = self._symbols[sidc]
        inner = drawn[drawn.index(">") + 1 : drawn.rindex("</svg>")]
        dash = _DASHES.get(status) if status is not None else None
        dashes = f' stroke-dasharray="{dash[0]:g} {dash[1]:g}"' if dash else ""
        for frame in _FRAMES:
            inner = inner.replace(f'fill="{frame}"', f'fill="{fill}"{dashes}')
        inner = inner.replace(' fill-opacity="1"', "")
        inner = inner.replace('"black"', f'"{ink}"')
        x, y, _, _ = self._box(sidc)
        return element("g", inner, transform=f"translate({-x:g} {-y:g})")

    def echelon(self, sidc: str, x: float, y: float, width: float) -> str:
        """Return the mark alone that stands above a formation's frame, its middle at (``x``, ``y``)."""
        drawn = self._symbols[sidc]
        inner = drawn[drawn.index(">") + 1 : drawn.rindex("</svg>")]
        mark = inner[inner.rindex("<g ") :] if "<g " in inner else ""
        scale = width / 120
        return element("g", mark, transform=f"translate({x - 100 * scale:.1f} {y - 20 * scale:.1f}) scale({scale:.4f})")


def _tile(index: int, actor: ActorStyle, unit: float) -> str:
    """Return a pattern whose tile is drawn ``unit`` times as large."""
    ground = element("rect", width=8, height=8, fill=actor.fill)
    strokes = element(
        "path",
        d=_PATTERNS[actor.pattern],
        fill="none",
        stroke_linecap="round",
        stroke=actor.line,
        stroke_width=3.4 if actor.pattern == 2 else 1.7,
        stroke_opacity=0.6,
    )
    return (
        f'<pattern id="{"p" if unit > 1 else "q"}{index}" width="8" height="8" patternUnits="userSpaceOnUse" '
        f'patternTransform="scale({unit:g})">{ground}{strokes}</pattern>'
    )


def _event(event: EventType | None, fill: str, ink: str, status: Status | None) -> str:
    dashes = _EVENT_DASHES.get(status) if status is not None else None
    ring = element("circle", cx=12, cy=12, r=11, fill=fill, stroke=ink, stroke_width=1.2, stroke_dasharray=dashes)
    drawing = EVENT_SIGNS[event] if event is not None else ""
    line = element(
        "path", d=drawing, fill="none", stroke=ink, stroke_width=1.5, stroke_linecap="round", stroke_linejoin="round"
    )
    return ring + line
