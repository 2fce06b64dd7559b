"""What maps are drawn with, read-only: outlines, layers of the basemap, contested land, towns and seas to label."""

from __future__ import annotations

import json
import re
import sqlite3
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from .model import AreaKind, BBox, ContestedArea, Outline, Place, Standing, View

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


_AT_SEA = re.compile(r"\b(Sea|Ocean|Gulf|Bay|Bight|Straits?|Channel|Sound|Passage)\b")


def _shape(blob: bytes) -> BaseGeometry:
    import shapely

    return shapely.from_wkb(zlib.decompress(blob))


class Unit(NamedTuple):
    """A shape of the country layer: a country, or land that the source gives to none."""

    number: int
    name: str
    place: Place | None


class AreaRow(NamedTuple):
    """A contested area with the numbers of the units that it was cut out of."""

    number: int
    area: ContestedArea
    parts: tuple[int, ...]


def _area(facts: dict[str, Any], shape: BaseGeometry) -> ContestedArea:
    for key in ("administered_by", "claimed_by", "between"):
        facts[key] = tuple(facts[key])
    facts["views"] = tuple((view, code) for view, code in facts["views"])
    facts["kind"], facts["status"] = AreaKind(facts["kind"]), Standing(facts["status"])
    return ContestedArea(**facts, geometry=shape)


class Layers:
    """The shapes of an open database; ``place`` reads the place with a row number."""

    def __init__(self, database: sqlite3.Connection, place: Callable[[int], Place | None]) -> None:
        self._database = database
        self._place = place

    def outline(self, row: int) -> BaseGeometry | None:
        """The outline of the place with that row number, lon/lat degrees, if it has one."""
        found = self._database.execute("SELECT shape FROM outline WHERE place = ?", (row,)).fetchone()
        return _shape(found[0]) if found else None

    def layer(self, layer: str, box: BBox | None) -> Iterator[Outline]:
        """Shapes of a layer of the basemap whose bounds meet the box (all without a box), in the layer's order."""
        bounds = box or BBox(-180.0, -90.0, 180.0, 90.0)
        rows = self._database.execute(
            "SELECT l.name, l.place, coalesce(l.shape, o.shape) "
            "FROM layer_box b CROSS JOIN layer l ON l.number = b.number "
            "LEFT JOIN outline o ON o.place = l.place "
            "WHERE l.layer = ? AND b.west <= ? AND b.east >= ? AND b.south <= ? AND b.north >= ? ORDER BY l.number",
            (layer, bounds.east, bounds.west, bounds.north, bounds.south),
        ).fetchall()
        for name, place, shape in rows:
            found = self._place(place) if place is not None else None
            yield Outline(name, found, _shape(shape))

    def largest_in(self, box: BBox, people: int, count: int) -> list[Place]:
        """The largest built-in towns in the box, largest first."""
        rows = self._database.execute(
            "SELECT row FROM place WHERE kind = 'city' AND population >= ? AND lon BETWEEN ? AND ? "
            "AND lat BETWEEN ? AND ? ORDER BY population DESC, row LIMIT ?",
            (people, box.west, box.east, box.south, box.north, count),
        ).fetchall()
        return sorted(self._places(rows), key=lambda place: (-place.population, place.id))

    def seas_in(self, box: BBox) -> list[Place]:
        """The built-in waters in the box that are part of the sea, by name."""
        rows = self._database.execute(
            "SELECT row FROM place WHERE kind = 'water' AND lon BETWEEN ? AND ? AND lat BETWEEN ? AND ? "
            "ORDER BY name, id",
            (box.west, box.east, box.south, box.north),
        ).fetchall()
        return [place for place in self._places(rows) if _AT_SEA.search(place.name)]

    def _places(self, rows: Sequence[tuple[int]]) -> Iterator[Place]:
        return (place for (row,) in rows if (place := self._place(row)) is not None)

    def coarse_land(self, index: int) -> BaseGeometry:
        """The coarse land (see ``geometry.coarse_land``) of a country by its place in the layer, from 0."""
        (shape,) = self._database.execute("SELECT shape FROM coarse WHERE number = ?", (index + 1,)).fetchone()
        return _shape(shape)

    # Contested land. A unit is a shape of the country layer, known by its number there

    def views(self) -> list[View]:
        """The viewpoints of boundaries, in their order."""
        return [View(*row) for row in self._database.execute("SELECT code, whose FROM view ORDER BY rowid")]

    def contested(self, number: int) -> AreaRow:
        """The contested area with that number; ``KeyError`` if there is none."""
        row = self._database.execute("SELECT facts, parts, shape FROM contested WHERE number = ?", (number,)).fetchone()
        if row is None:
            raise KeyError(number)
        facts, parts, shape = row
        return AreaRow(number, _area(json.loads(facts), _shape(shape)), tuple(json.loads(parts)))

    def contested_in(self, box: BBox) -> list[int]:
        """Numbers of the contested areas whose bounds meet the box, in their order."""
        rows = self._database.execute(
            "SELECT number FROM contested_box WHERE west <= ? AND east >= ? AND south <= ? AND north >= ? "
            "ORDER BY number",
            (box.east, box.west, box.north, box.south),
        )
        return [number for (number,) in rows]

    def units(self, box: BBox) -> list[Unit]:
        """Units of the country layer whose bounds meet the box, in the layer's order."""
        rows = self._database.execute(
            "SELECT l.number, l.name, l.place FROM layer_box b CROSS JOIN layer l ON l.number = b.number "
            "WHERE l.layer = 'country' AND b.west <= ? AND b.east >= ? AND b.south <= ? AND b.north >= ? "
            "ORDER BY l.number",
            (box.east, box.west, box.north, box.south),
        ).fetchall()
        return [self._unit(row) for row in rows]

    def unit_of(self, code: str) -> Unit | None:
        """The unit of the country with that alpha-3 code."""
        row = self._database.execute(
            "SELECT number, name, place FROM layer WHERE layer = 'country' "
            "AND place = (SELECT place FROM country WHERE code = ?)",
            (code,),
        ).fetchone()
        return self._unit(row) if row else None

    def _unit(self, row: tuple[int, str, int | None]) -> Unit:
        number, name, place = row
        return Unit(number, name, None if place is None else self._place(place))

    def unit_shape(self, number: int) -> BaseGeometry:
        """The whole outline of a unit; ``KeyError`` if there is none."""
        row = self._database.execute(
            "SELECT coalesce(l.shape, o.shape) FROM layer l LEFT JOIN outline o ON o.place = l.place "
            "WHERE l.number = ?",
            (number,),
        ).fetchone()
        if row is None:
            raise KeyError(number)
        return _shape(row[0])

    def unit_rest(self, number: int) -> BaseGeometry | None:
        """What contested areas leave of a unit that they were cut out of; ``None`` where they take all."""
        row = self._database.execute("SELECT shape FROM rest WHERE number = ?", (number,)).fetchone()
        return _shape(row[0]) if row and row[0] is not None else None
