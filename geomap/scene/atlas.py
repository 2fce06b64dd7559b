"""What the scene needs of a gazetteer, with longitudes of the scene's frame in and out.

The gazetteer speaks ±180°; a scene across the antimeridian does not. This is the one file that translates.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from gazetteer.model import BBox
from geomap.scene.model import Box

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from gazetteer import Gazetteer, Outline, Place


Layer = Literal["countries_in", "provinces_in", "lakes_in", "rivers_in", "disputed_lines_in"]


@dataclass(frozen=True, slots=True)
class Atlas:
    """A gazetteer seen by the scene."""

    gazetteer: Gazetteer

    def country(self, code: str) -> Place | None:
        """Return the country with that alpha-3 code, ``None`` if there is none (a code that no state has)."""
        try:
            return self.gazetteer.country(code)
        except LookupError:
            return None

    def capital(self, code: str) -> Place | None:
        """Return the capital of the country with that alpha-3 code, ``None`` where none is known."""
        return self.gazetteer.capital(code)

    def outline(self, place_id: str) -> BaseGeometry | None:
        """Return the place's shape, ``None`` where only its point is known."""
        return self.gazetteer.outline(place_id)

    def layer(self, name: Layer, box: Box) -> list[tuple[Outline, float]]:
        """Return the shapes of a layer that meet ``box``, each with the degrees to add to its longitudes to stand
        in the frame."""
        find: Callable[[BBox], Sequence[Outline]] = getattr(self.gazetteer, name)
        return [(outline, shift) for part, shift in split(box) for outline in find(part)]


def split(box: Box) -> tuple[tuple[BBox, float], ...]:
    """Return the box as one or more boxes within ±180° with the shift that brings each back to the frame."""
    parts = []
    for turn in (-360.0, 0.0, 360.0):
        west, east = max(box.west, -180 + turn), min(box.east, 180 + turn)
        if west < east:
            parts.append((BBox(west - turn, box.south, east - turn, box.north), turn))
    return tuple(parts)
