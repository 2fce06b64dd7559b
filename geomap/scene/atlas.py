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

    from gazetteer import ContestedArea, Gazetteer, Outline, Place, Tract


Layer = Literal["provinces_in", "lakes_in", "rivers_in"]


@dataclass(frozen=True, slots=True)
class Atlas:
    """A gazetteer seen by the scene: from the viewpoint ``view``, with the disputes of the ISO date ``on`` (without one
    those not settled)."""

    gazetteer: Gazetteer
    view: str = "un"
    on: str | None = None

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

    def towns(self, box: Box, people: int, count: int) -> list[tuple[Place, float]]:
        """Return the ``count`` largest towns of at least ``people`` in ``box``, largest first, each with its shift."""
        found = [
            (place, shift) for part, shift in split(box) for place in self.gazetteer.largest_in(part, people, count)
        ]
        return sorted(found, key=lambda each: (-each[0].population, each[0].id))[:count]

    def waters(self, box: Box) -> list[tuple[Place, float]]:
        """Return the seas, gulfs and straits whose middle lies in ``box``, each with its shift."""
        return [(place, shift) for part, shift in split(box) for place in self.gazetteer.seas_in(part)]

    def tracts(self, box: Box) -> list[tuple[Tract, float]]:
        """Return the ground that meets ``box`` in pieces, each with its shift."""
        parts = split(box)
        return [(tract, shift) for part, shift in parts for tract in self.gazetteer.tracts_in(part, self.view, self.on)]

    def contested(self, box: Box) -> list[tuple[ContestedArea, float]]:
        """Return the contested areas that meet ``box``, each with its shift."""
        return [(area, shift) for part, shift in split(box) for area in self.gazetteer.contested_in(part, self.on)]


def split(box: Box) -> tuple[tuple[BBox, float], ...]:
    """Return the box as one or more boxes within ±180° with the shift that brings each back to the frame."""
    parts = []
    for turn in (-360.0, 0.0, 360.0):
        west, east = max(box.west, -180 + turn), min(box.east, 180 + turn)
        if west < east:
            parts.append((BBox(west - turn, box.south, east - turn, box.north), turn))
    return tuple(parts)
