"""Spatial expressions as values: "50 km north of Kyiv" is ``Offset(Named("Kyiv"), Side.NORTH, 50.0)``.

``grammar`` reads them from a whole query, ``spans`` from running text; ``locate`` finds the places and the shapes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

from .model import Kind


class Side(Enum):
    """A direction with its bearing in degrees clockwise from north; the centre has none."""

    NORTH = ("north", 0.0)
    NORTH_NORTH_EAST = ("north-north-east", 22.5)
    NORTH_EAST = ("north-east", 45.0)
    EAST_NORTH_EAST = ("east-north-east", 67.5)
    EAST = ("east", 90.0)
    EAST_SOUTH_EAST = ("east-south-east", 112.5)
    SOUTH_EAST = ("south-east", 135.0)
    SOUTH_SOUTH_EAST = ("south-south-east", 157.5)
    SOUTH = ("south", 180.0)
    SOUTH_SOUTH_WEST = ("south-south-west", 202.5)
    SOUTH_WEST = ("south-west", 225.0)
    WEST_SOUTH_WEST = ("west-south-west", 247.5)
    WEST = ("west", 270.0)
    WEST_NORTH_WEST = ("west-north-west", 292.5)
    NORTH_WEST = ("north-west", 315.0)
    NORTH_NORTH_WEST = ("north-north-west", 337.5)
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

    @property
    def sector(self) -> float:
        """Half the angle in degrees that the word leaves open: of eight winds 22.5, of the sixteen between 11.25."""
        return 11.25 if self.word.count("-") == 2 else 22.5


class Hand(Enum):
    """A bank of a river, as seen by one who looks downstream."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Named:
    """A place by its name, or a country by the word for its people.

    ``kind`` is what the words around it call it, ``within`` what they say it lies in: "the Lebanese city of Tripoli".
    """

    name: str
    kind: Kind | None = None
    within: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A side of a place: "northern Syria"."""

    whole: Expression
    side: Side


@dataclass(frozen=True, slots=True)
class Bank:
    """The land on one side of a river, or of the main river of an area: "the left bank of the Dnipro"."""

    of: Expression
    side: Side | Hand


@dataclass(frozen=True, slots=True)
class Mouth:
    """Where a river ends: "the mouth of the Danube"."""

    of: Expression


@dataclass(frozen=True, slots=True)
class Airspace:
    """The air above a country: "Polish airspace"."""

    of: Expression


@dataclass(frozen=True, slots=True)
class Offset:
    """A point off a place; without a distance just beyond it, without a side somewhere around it.

    ``rounding_km`` is how far the stated number may be from the truth. ``travel`` is a distance told as a journey
    ("an hour's drive"), which is no length: such an expression has no place.
    """

    origin: Expression
    side: Side | None
    distance_km: float | None
    travel: str | None = None
    rounding_km: float = field(default=0.0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Inside:
    """So far behind the border of a place; without a distance far from it: "deep inside Russia"."""

    of: Expression
    distance_km: float | None
    rounding_km: float = field(default=0.0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Border:
    """The border of a place, on one side or with one neighbour; ``across`` is the land beyond it."""

    of: Expression
    neighbour: Expression | None = None
    side: Side | None = None
    across: bool = False


@dataclass(frozen=True, slots=True)
class Borderland:
    """The land along a border: of one place ("the Syrian side of the border", "Ukraine's border areas") or of both."""

    border: Expression
    of: Expression | None = None


@dataclass(frozen=True, slots=True)
class Tripoint:
    """Where the borders of three places meet."""

    first: Expression
    second: Expression
    third: Expression


@dataclass(frozen=True, slots=True)
class Near:
    """Around a place."""

    place: Expression


@dataclass(frozen=True, slots=True)
class Between:
    """The corridor from one place to another, or what three enclose; ``midway`` is the middle of it."""

    first: Expression
    second: Expression
    third: Expression | None = None
    midway: bool = False


@dataclass(frozen=True, slots=True)
class Coast:
    """The coast of a place, on one side or on one sea; ``offshore`` is the water before it."""

    of: Expression
    side: Side | None = None
    offshore: bool = False
    sea: Expression | None = None


@dataclass(frozen=True, slots=True)
class Waters:
    """The water that belongs to a place, so far from its coast: "Estonian territorial waters"."""

    of: Expression
    reach_km: float


@dataclass(frozen=True, slots=True)
class Within:
    """A place told with the area that it lies in: "a base near Gao, in northern Mali"."""

    place: Expression
    area: Expression


@dataclass(frozen=True, slots=True)
class Union:
    """Several parts told in one: "northern and eastern Syria"."""

    parts: tuple[Expression, ...]


Land: TypeAlias = Named | Part | Bank | Mouth | Airspace | Within | Union
Around: TypeAlias = Offset | Inside | Near | Between
Edge: TypeAlias = Border | Borderland | Tripoint | Coast | Waters
Expression: TypeAlias = Land | Around | Edge

_RELATIONS: dict[type[Expression], str] = {
    Part: "part",
    Bank: "part",
    Mouth: "part",
    Airspace: "part",
    Offset: "offset",
    Inside: "offset",
    Border: "border",
    Borderland: "border",
    Tripoint: "border",
    Near: "near",
    Between: "between",
    Coast: "coast",
    Waters: "coast",
}


def relation(expression: Expression) -> str | None:
    """Return the kind that the report gives: part, offset, border, near, between, coast; ``None`` for a plain name."""
    match expression:
        case Named():
            return None
        case Near(place=inner) if not isinstance(inner, Named):
            return relation(inner)
        case Within(place=inner):
            return relation(inner)
        case Union(parts=parts):
            return relation(parts[0])
    return _RELATIONS[type(expression)]
