"""The gazetteer's database, read-only: rows in, typed values out. All SQL of the run time is here."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from .errors import GazetteerMissing, GazetteerVersion
from .model import AreaKind, BBox, ContestedArea, Kind, NameKind, Outline, Place, Standing, View

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

FORMAT = "3"  # of the tables; a database of another format is refused
DEFAULT_PATH = Path(__file__).parent / "data" / "gazetteer.sqlite"
# The database stores a name's kind as its number here. Of several kinds the first is kept: what people wrote down about
# a name (former, demonym, abbreviation) says more than its being in a list of alternate names.
NAME_KINDS = (
    NameKind.NAME,
    NameKind.OFFICIAL,
    NameKind.FORMER,
    NameKind.DEMONYM,
    NameKind.ABBREVIATION,
    NameKind.ALTERNATE,
    NameKind.CODE,
)


class NameRow(NamedTuple):
    """A name's entry: the place, how the name stands to it, and the exact spelling where capitals count."""

    place: Place
    kind: NameKind
    spelling: str | None


def _place(row: tuple[Any, ...]) -> Place:
    number, name_id, name, kind, country, admin1, lat, lon, radius_km, population = row[:10]
    return Place(name_id or f"geonames:{number}", name, Kind(kind), country, admin1, lat, lon, radius_km, population)


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


class Store:
    """An open database. Not for use from several threads at once."""

    def __init__(self, path: Path) -> None:
        """Open ``path``; ``GazetteerMissing`` or ``GazetteerVersion`` when it is not there or not of this format."""
        if not path.is_file():
            raise GazetteerMissing(
                f"there is no gazetteer at {path}; install the package, or run python -m gazetteer.build"
            )
        self.path = path
        self._database = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, cached_statements=64
        )
        try:
            found = self._database.execute("SELECT value FROM meta WHERE key = 'format'").fetchone()
        except sqlite3.DatabaseError as error:
            self._database.close()
            raise GazetteerVersion(f"{path} is no gazetteer: {error}") from error
        if found is None or found[0] != FORMAT:
            self._database.close()
            raise GazetteerVersion(
                f"{path} has format {found and found[0]}, this version reads {FORMAT}; build it again"
            )

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def names(self, key: str) -> list[NameRow]:
        """Every place that carries the folded name ``key``, by row number."""
        rows = self._database.execute(
            "SELECT e.*, n.kind, n.spelling FROM name n CROSS JOIN entry e ON e.row = n.place WHERE n.key = ?", (key,)
        )
        return [NameRow(_place(row), NAME_KINDS[row[10]], row[11]) for row in rows]

    def name_kinds(self, key: str) -> list[tuple[NameKind, str | None]]:
        """Kind and cased spelling of every entry of a key, without the places."""
        rows = self._database.execute("SELECT kind, spelling FROM name WHERE key = ?", (key,))
        return [(NAME_KINDS[kind], spelling) for kind, spelling in rows]

    def longest_name(self, word: str) -> int:
        """How many words the longest name has that begins with the folded ``word``; 1 when none has several."""
        row = self._database.execute("SELECT words FROM head WHERE word = ?", (word,)).fetchone()
        return int(row[0]) if row else 1

    def place(self, place_id: str) -> Place | None:
        """The place with that id."""
        return self._one("SELECT * FROM entry WHERE row = ?", self._row(place_id))

    def country(self, code: str) -> Place | None:
        """The country with that alpha-3 code."""
        return self._one("SELECT * FROM entry WHERE row = (SELECT place FROM country WHERE code = ?)", code)

    def capital(self, code: str) -> Place | None:
        """The capital of the country with that alpha-3 code."""
        return self._one("SELECT * FROM entry WHERE row = (SELECT capital FROM country WHERE code = ?)", code)

    def _one(self, statement: str, value: str | int) -> Place | None:
        row = self._database.execute(statement, (value,)).fetchone()
        return _place(row) if row else None

    def _row(self, place_id: str) -> int:
        """The row of a place: the number of a GeoNames id, else what the index of ids says; -1 for none."""
        source, _, number = place_id.partition(":")
        if source == "geonames" and number.isdecimal():
            return int(number)
        row = self._database.execute("SELECT row FROM place WHERE id = ?", (place_id,)).fetchone()
        return int(row[0]) if row else -1

    def outline(self, place_id: str) -> BaseGeometry | None:
        """The place's outline, lon/lat degrees, if it has one."""
        row = self._database.execute("SELECT shape FROM outline WHERE place = ?", (self._row(place_id),)).fetchone()
        return _shape(row[0]) if row else None

    def within(self, box: BBox) -> list[Place]:
        """Places whose point lies in the box, by row number."""
        rows = self._database.execute(
            "SELECT e.* FROM near n CROSS JOIN entry e ON e.row = n.row "
            "WHERE n.west <= ? AND n.east >= ? AND n.south <= ? AND n.north >= ? ORDER BY e.row",
            (box.east, box.west, box.north, box.south),
        )
        return [_place(row) for row in rows]

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
            found = self._one("SELECT * FROM entry WHERE row = ?", place) if place is not None else None
            yield Outline(name, found, _shape(shape))

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
        return Unit(number, name, None if place is None else self._one("SELECT * FROM entry WHERE row = ?", place))

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
