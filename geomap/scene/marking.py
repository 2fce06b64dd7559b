"""How the signs of a scene are chosen: symbols or plain pictures, neutral or as a viewpoint has them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from geomap.model import Actor, Category, Deployment, Echelon
from geomap.scene import pictures, symbols
from geomap.scene.model import Side, Style
from geomap.scene.sides import Sides

_BOX = re.compile(r'viewBox="[-0-9.]+ [-0-9.]+ ([0-9.]+) ([0-9.]+)"')
_FRAME = 118.0
"""Height of a neutral frame in the units that signs are drawn in."""


@dataclass(frozen=True, slots=True)
class Marking:
    """The style of the signs and, where a viewpoint is given, its sides."""

    style: Style = Style.SYMBOLS
    sides: Sides | None = None

    def code(self, record: Deployment) -> str:
        """Return the code of a record's sign: what its number is of decides, then its size, then whose it is."""
        return self.sample(record.force.category, record.force.echelon, self.side(record.actor))

    def side(self, actor: Actor | None) -> Side:
        """Return how an actor is drawn."""
        return self.sides.of(actor) if self.sides is not None else Side.NEUTRAL

    def sample(self, category: Category, echelon: Echelon | None = None, side: Side = Side.NEUTRAL) -> str:
        """Return the code of such a force's sign."""
        return pictures.code(category) if self.style is Style.PLAIN else symbols.sidc(category, echelon, side)


NEUTRAL = Marking()
"""Symbols without sides: what a map shows unless it is asked otherwise."""


def svg(code: str) -> str:
    """Return the sign of a code as SVG. Raises ``UnknownSymbol``."""
    return pictures.svg(code) if code.startswith(pictures.PREFIX) else symbols.svg(code)


@cache
def proportions(code: str) -> tuple[float, float]:
    """Return width and height of a sign as shares of the height of a neutral frame, its echelon included."""
    box = _BOX.search(svg(code))
    if box is None:
        raise ValueError(f"the sign {code} has no view box")
    return float(box[1]) / _FRAME, float(box[2]) / _FRAME
