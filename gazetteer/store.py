"""The gazetteer's database, read-only: rows in, typed values out. All SQL of the run time is here."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from .errors import GazetteerMissing, GazetteerVersion
from .model import BBox, Kind, NameKind, Outline, Place

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

FORMAT = "1"  # of the tables; a database of another format is refused
DEFAULT_PATH = Path(__file__).parent / "data" / "gazetteer.sqlite"
# The database stores a name's kind as its number here, strongest first.
NAME_KINDS = (
    NameKind.NAME,
    NameKind.OFFICIAL,
    NameKind.ALTERNATE,
    NameKind.FORMER,
    NameKind.DEMONYM,
    NameKind.ABBREVIATION,
    NameKind.CODE,
)
_COLUMNS = "p.row, p.id, p.name, p.kind, p.country, a.name, p.lat, p.lon, p.radius_km, p.population"
_FROM = "place p LEFT JOIN place a ON a.row = p.admin1"


class NameRow(NamedTuple):
    """A name's entry: the place, how the name stands to it, and the exact spelling where capitals count."""

    place: Place
    kind: NameKind
    spelling: str | None


def _place(row: tuple[Any, ...]) -> Place:
    number, name_id, name, kind, country, admin1, lat, lon, radius_km, population = row[:10]
    return Place(
        name_id or f"geonames:{number}", name, Kind(kind), country, admin1, lat, lon, radius_km, population
    )


def _shape(blob: bytes) -> BaseGeometry:
    import shapely  # noqa: PLC0415 - 50 ms that a plain look-up does not need

    return shapely.from_wkb(zlib.decompress(blob))


class Store:
    """An open database. Not for use from several threads at once."""

    def __init__(self, path: Path) -> None:
        """Open ``path``; ``GazetteerMissing`` or ``GazetteerVersion`` when it is not there or not of this format."""
        if not path.is_file():
            raise GazetteerMissing(
                f"there is no gazetteer at {path}; install the package, or run python -m gazetteer.build"
            )
        self.path = path
        self._database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, cached_statements=64)
        try:
            found = self._database.execute("SELECT value FROM meta WHERE key = 'format'").fetchone()
        except sqlite3.DatabaseError as error:
            self._database.close()
            raise GazetteerVersion(f"{path} is no gazetteer: {error}") from error
        if found is None or found[0] != FORMAT:
            self._database.close()
            raise GazetteerVersion(f"{path} has format {found and found[0]}, this version reads {FORMAT}; build it again")

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def names(self, key: str) -> list[NameRow]:
        """Every place that carries the folded name ``key``, by row number."""
        rows = self._database.execute(
            f"SELECT {_COLUMNS}, n.kind, n.spelling FROM name n JOIN place p ON p.row = n.place "  # noqa: S608 - constants
            "LEFT JOIN place a ON a.row = p.admin1 WHERE n.key = ?",
            (key,),
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
        where, value = self._where(place_id)
        row = self._database.execute(f"SELECT {_COLUMNS} FROM {_FROM} WHERE {where}", (value,)).fetchone()  # noqa: S608
        return _place(row) if row else None

    @staticmethod
    def _where(place_id: str) -> tuple[str, str | int]:
        source, _, number = place_id.partition(":")
        if source == "geonames" and number.isdecimal():
            return "p.row = ? AND p.id IS NULL", int(number)
        return "p.id = ?", place_id

    def country(self, code: str) -> Place | None:
        """The country with that alpha-3 code."""
        return self._one("p.row = (SELECT place FROM country WHERE code = ?)", code)

    def capital(self, code: str) -> Place | None:
        """The capital of the country with that alpha-3 code."""
        return self._one("p.row = (SELECT capital FROM country WHERE code = ?)", code)

    def _one(self, where: str, value: str) -> Place | None:
        row = self._database.execute(f"SELECT {_COLUMNS} FROM {_FROM} WHERE {where}", (value,)).fetchone()  # noqa: S608
        return _place(row) if row else None

    def outline(self, place_id: str) -> BaseGeometry | None:
        """The place's outline, lon/lat degrees, if it has one."""
        where, value = self._where(place_id)
        row = self._database.execute(
            f"SELECT o.shape FROM place p JOIN outline o ON o.place = p.row WHERE {where}", (value,)  # noqa: S608
        ).fetchone()
        return _shape(row[0]) if row else None

    def within(self, box: BBox) -> list[Place]:
        """Places whose point lies in the box, by row number."""
        rows = self._database.execute(
            f"SELECT {_COLUMNS} FROM near n JOIN place p ON p.row = n.row LEFT JOIN place a ON a.row = p.admin1 "  # noqa: S608
            "WHERE n.west <= ? AND n.east >= ? AND n.south <= ? AND n.north >= ? ORDER BY p.row",
            (box.east, box.west, box.north, box.south),
        )
        return [_place(row) for row in rows]

    def layer(self, layer: str, box: BBox | None) -> Iterator[Outline]:
        """Shapes of a layer of the basemap whose bounds meet the box (all without a box), in the layer's order."""
        bounds = box or BBox(-180.0, -90.0, 180.0, 90.0)
        rows = self._database.execute(
            f"SELECT {_COLUMNS}, l.name, coalesce(l.shape, o.shape) FROM layer_box b JOIN layer l ON l.number = b.number "  # noqa: S608
            "LEFT JOIN place p ON p.row = l.place LEFT JOIN place a ON a.row = p.admin1 "
            "LEFT JOIN outline o ON o.place = l.place "
            "WHERE l.layer = ? AND b.west <= ? AND b.east >= ? AND b.south <= ? AND b.north >= ? ORDER BY l.number",
            (layer, bounds.east, bounds.west, bounds.north, bounds.south),
        ).fetchall()
        for row in rows:
            yield Outline(row[10], _place(row) if row[0] is not None else None, _shape(row[11]))
