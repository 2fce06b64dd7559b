"""Spatial expressions as values: "50 km north of Kyiv" is ``Offset(Named("Kyiv"), Side.NORTH, 50.0)``.

``grammar`` reads them from a whole query, ``spans`` from running text; ``locate`` finds the places and the shapes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias


class Side(Enum):
    """A direction with its bearing in degrees clockwise from north; the centre has none."""

    NORTH = ("north", 0.0)
    NORTH_EAST = ("north-east", 45.0)
    EAST = ("east", 90.0)
    SOUTH_EAST = ("south-east", 135.0)
    SOUTH = ("south", 180.0)
    SOUTH_WEST = ("south-west", 225.0)
    WEST = ("west", 270.0)
    NORTH_WEST = ("north-west", 315.0)
    CENTRE = ("centre", None)

    @property
    def word(self) -> str:
        """The noun: "north-east"."""
        return str(self.value[0])

    @property
    def adjective(self) -> str:
        """The adjective: "north-eastern"; "central"."""
        return "central" if self is Side.CENTRE else f"{self.word}ern"

    @property
    def bearing(self) -> float | None:
        """Degrees clockwise from north."""
        bearing = self.value[1]
        return None if bearing is None else float(bearing)


@dataclass(frozen=True, slots=True)
class Named:
    """A place by its name, or a country by the word for its people."""

    name: str


@dataclass(frozen=True, slots=True)
class Part:
    """A side of a place: "northern Syria"."""

    whole: Expression
    side: Side


@dataclass(frozen=True, slots=True)
class Offset:
    """A point off a place; without a distance just beyond it, without a side somewhere around it."""

    origin: Expression
    side: Side | None
    distance_km: float | None


@dataclass(frozen=True, slots=True)
class Border:
    """The border of a place, on one side or with one neighbour; ``across`` is the land beyond it."""

    of: Expression
    neighbour: Expression | None = None
    side: Side | None = None
    across: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """Around a place."""

    place: Expression


@dataclass(frozen=True, slots=True)
class Between:
    """The corridor from one place to another."""

    first: Expression
    second: Expression


@dataclass(frozen=True, slots=True)
class Coast:
    """The coast of a place, on one side; ``offshore`` is the water before it."""

    of: Expression
    side: Side | None = None
    offshore: bool = False


Expression: TypeAlias = Named | Part | Offset | Border | Near | Between | Coast


def relation(expression: Expression) -> str | None:
    """Return the kind that the report gives: part, offset, border, near, between, coast; ``None`` for a plain name."""
    if isinstance(expression, Near) and not isinstance(expression.place, Named):
        return relation(expression.place)
    if isinstance(expression, Named):
        return None
    return type(expression).__name__.lower()
