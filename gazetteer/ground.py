"""The ground that shapes are cut from: outlines in one piece, countries, their borders; each is worked out once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any, TypeAlias, TypeVar

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import MultiLineString, Point
from shapely.geometry.base import BaseGeometry

from .frames import WHOLE, normal, unwrapped
from .geometry import coarse_land, is_area, lines, mainland
from .model import Kind, Outline, Place

Made = TypeVar("Made")
_Corners: TypeAlias = np.ndarray[Any, np.dtype[np.int64]]

TOUCHING = 0.03  # degrees: outlines of different sources share no points, neighbours lie as near as this
REMEMBERED = 1024  # shapes and lines kept in memory
ADJOINING = 0.05  # degrees between the outlines of countries that count as neighbours


class Ground:
    """What shapes ask of the gazetteer.

    ``outline`` gives that of a place, ``countries`` those of all countries and of land of none, ``rivers`` lines;
    ``coarse`` is the coarse land of one of the countries by its number, worked out where it is not given.
    """

    def __init__(
        self,
        outline: Callable[[Place], BaseGeometry | None],
        countries: Callable[[], Iterable[Outline]],
        rivers: Callable[[], Iterable[BaseGeometry]] = tuple,
        coarse: Callable[[int], BaseGeometry] | None = None,
    ) -> None:
        self._outline = outline
        self._countries = countries
        self._rivers = rivers
        self._read_coarse = coarse
        self._whole: dict[str, BaseGeometry | None] = {}
        self._main: dict[str, BaseGeometry | None] = {}
        self._borders: dict[str, tuple[tuple[Place, BaseGeometry], ...]] = {}
        self._coarse: dict[int, BaseGeometry] = {}
        self._adjoining: dict[tuple[str, str], bool] = {}
        self._made: dict[tuple[object, ...], Any] = {}

    def remembered(self, key: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """Return what ``make`` makes, made once for a key: coasts of large countries take their time."""
        if key not in self._made:
            if len(self._made) >= REMEMBERED:
                self._made.clear()
            self._made[key] = make()
        made: Made = self._made[key]
        return made

    def outline(self, place: Place) -> BaseGeometry | None:
        """Return the place's outline in one piece, perhaps beyond ±180°, ``None`` where none is known."""
        if place.id not in self._whole:
            shape = self._outline(place)
            self._whole[place.id] = None if shape is None or shape.is_empty else unwrapped(shape)
        return self._whole[place.id]

    def mainland(self, place: Place) -> BaseGeometry | None:
        """Return the main land of a place with an area for outline, else ``None``."""
        if place.id not in self._main:
            shape = self.outline(place)
            self._main[place.id] = mainland(shape) if shape is not None and is_area(shape) else None
        return self._main[place.id]

    @cached_property
    def lands(self) -> tuple[tuple[Place | None, BaseGeometry], ...]:
        """Every country, and land of none, in one piece."""
        return tuple((item.place, unwrapped(item.geometry)) for item in self._countries())

    @cached_property
    def _bounds(self) -> tuple[tuple[float, float, float, float], ...]:
        """The bounds of each land."""
        return tuple(land.bounds for _, land in self.lands)

    @cached_property
    def rivers(self) -> tuple[BaseGeometry, ...]:
        """The lines of the rivers of the map."""
        return tuple(self._rivers())

    def meeting(self, shape: BaseGeometry) -> list[tuple[int, float]]:
        """Return the numbers of the lands whose bounds meet a shape's, with the degrees that turn them there."""
        west, south, east, north = shape.bounds
        found = []
        for number, (w, s, e, n) in enumerate(self._bounds):
            if s <= north and n >= south:
                found += [(number, turn) for turn in (0.0, WHOLE, -WHOLE) if w + turn <= east and e + turn >= west]
        return found

    def land_near(self, shape: BaseGeometry) -> BaseGeometry:
        """Return the land around a shape, coarse and a little too large, so that what lies outside it is water."""
        box = shapely.box(*shape.bounds)
        parts = []
        for number, turn in self.meeting(shape):
            land = self._coarse_land(number)
            parts.append((affinity.translate(land, xoff=turn) if turn else land).intersection(box))
        return shapely.union_all(parts)

    def _coarse_land(self, number: int) -> BaseGeometry:
        if number not in self._coarse:
            read = self._read_coarse
            self._coarse[number] = coarse_land(self.lands[number][1]) if read is None else read(number)
        return self._coarse[number]

    def country_at(self, lat: float, lon: float, likely: Place | None = None) -> str | None:
        """Code of the country in which the point lies, ``None`` at sea; ``likely`` is asked first."""
        point = Point(normal(lon), lat)
        if likely is not None and likely.kind is Kind.COUNTRY:
            outline = self.outline(likely)
            if outline is not None:
                shapely.prepare(outline)
                if shapely.contains_xy(outline, point.x, point.y):
                    return likely.country
        for number, turn in self.meeting(point):
            place, land = self.lands[number]
            if place is not None:
                shapely.prepare(land)
                if shapely.contains_xy(land, point.x - turn, point.y):
                    return place.country
        return None

    def land_borders(self, place: Place) -> tuple[tuple[Place, BaseGeometry], ...]:
        """Return the place's neighbours among the countries, with the line shared with each; longest first."""
        if place.id not in self._borders:
            self._borders[place.id] = tuple(self._find_borders(place))
        return self._borders[place.id]

    def _find_borders(self, place: Place) -> list[tuple[Place, BaseGeometry]]:
        outline = self.outline(place)
        if outline is None or not is_area(outline):
            return []
        found = []
        shapely.prepare(outline)
        for number, turn in self.meeting(outline):
            other, land = self.lands[number]
            if other is None or turn or other.id == place.id or other.country == place.country:
                continue
            if not shapely.intersects(outline, land):
                continue
            line = shared_line(outline, land)
            if not line.is_empty:
                found.append((other, line))
        return sorted(found, key=lambda item: (-item[1].length, item[0].id))

    def border_line(self, place: Place, neighbour: Place) -> BaseGeometry | None:
        """Return the line that two places share, ``None`` when they do not touch."""
        for other, line in self._borders.get(place.id, ()):
            if other.id == neighbour.id:
                return line
        one, other_outline = self.outline(place), self.outline(neighbour)
        if one is None or other_outline is None or not is_area(one) or not is_area(other_outline):
            return None
        line = shared_line(one, other_outline)
        if line.is_empty:
            line = lines(one.boundary.intersection(other_outline.buffer(TOUCHING)))
        return None if line.is_empty else line

    def adjoin(self, one: Place, other: Place) -> bool:
        """Tell whether two countries are neighbours on land."""
        key = (min(one.id, other.id), max(one.id, other.id))
        if key not in self._adjoining:
            first, second = self.outline(one), self.outline(other)
            self._adjoining[key] = (
                first is not None and second is not None and bool(shapely.dwithin(first, second, ADJOINING))
            )
        return self._adjoining[key]


def shared_line(one: BaseGeometry, other: BaseGeometry) -> BaseGeometry:
    """Return the line along which two areas of one coverage touch: the edges that both have, corner for corner."""
    return _edges(one, _corners(other), among=True)


def without(boundary: BaseGeometry, parts: Sequence[BaseGeometry]) -> BaseGeometry:
    """Return a boundary without lines that follow it corner for corner."""
    return (
        _edges(boundary, np.concatenate([_corners(part) for part in parts]), among=False) if parts else lines(boundary)
    )


def _corners(shape: BaseGeometry) -> _Corners:
    return _numbered(shapely.get_coordinates(shape))


def _numbered(points: np.ndarray[Any, np.dtype[np.float64]]) -> _Corners:
    """Points as whole numbers, which compare as one; equal to a tenth of a millionth of a degree."""
    whole = np.round(points * 1e7).astype(np.int64)
    numbers: _Corners = whole[:, 0] * (1 << 32) + whole[:, 1]
    return numbers


def _edges(shape: BaseGeometry, corners: _Corners, *, among: bool) -> BaseGeometry:
    """Return the edges of a shape both of whose ends are corners (or the others), joined in their order."""
    parts = shapely.get_parts(shape)
    rings = shapely.get_rings(parts) if parts[0].geom_type == "Polygon" else parts
    points, ring = shapely.get_coordinates(rings, return_index=True)
    ends = np.isin(_numbered(points), corners)
    kept = ((ends[:-1] & ends[1:]) == among) & (ring[:-1] == ring[1:])
    turns = np.flatnonzero(np.diff(np.concatenate([[False], kept, [False]]))).reshape(-1, 2)
    return lines(MultiLineString([points[first : last + 1] for first, last in turns]))
