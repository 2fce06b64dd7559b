"""The gazetteer's names and places, read-only, and what a user has added beside them: rows in, typed values out."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from . import attached
from .errors import GazetteerMissing, GazetteerVersion
from .layers import Layers
from .memory import Memory
from .model import BBox, Kind, NameKind, Place

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

FORMAT = "5"  # of the tables; a database of another format is refused
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


_USER = "user"  # begins the id of a place of a user's own list: "user:camps/12"
_MAX_DIGITS = 18  # of a number that SQLite takes
FIRST_OWN_ROW = 3_000_000_000
"""Rows of an added gazetteer's places without a GeoNames id count from here: above every other row."""
BANDS_A_DEGREE = 4
"""Added places are found by bands of latitude a quarter of a degree high."""


class NameRow(NamedTuple):
    """A name's entry: the place, how the name stands to it, and the exact spelling where capitals count.

    ``note`` says what of it a user has added, ``""`` where nothing is.
    """

    place: Place
    kind: NameKind
    spelling: str | None
    note: str = ""


def band(lat: float) -> int:
    """Return the band of a latitude."""
    return math.floor(lat * BANDS_A_DEGREE)


_KINDS = {kind.value: kind for kind in Kind}


def _place(row: tuple[Any, ...]) -> Place:
    number, name_id, name, kind, country, admin1, lat, lon, radius_km, population = row[:10]
    return Place(name_id or f"geonames:{number}", name, _KINDS[kind], country, admin1, lat, lon, radius_km, population)


class Store:
    """An open database. Not for use from several threads at once."""

    def __init__(self, path: Path, added: Sequence[Path] = ()) -> None:
        """Open ``path``; ``GazetteerMissing`` or ``GazetteerVersion`` when it is not there or not of this format.

        Of the ``added`` gazetteers, one that cannot be used is a warning and is left out.
        """
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
        self.layers = Layers(self._database, self._by_row)
        self._use(attached.attach(self._database, added) if added else ())

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def _use(self, added: tuple[attached.Added, ...]) -> None:
        self._added, self._asked = added, attached.statements(added)
        self._heads = Memory[str, int](self._read_head)
        if added:
            self._database.execute(f"PRAGMA main.mmap_size = {attached.MAPPED_BYTES}")

    def _all(self, asked: str, *values: str | float) -> list[tuple[Any, ...]]:
        """Run one of the statements over all gazetteers; an added one that proves damaged is left out from then on."""
        while True:
            try:
                return self._database.execute(getattr(self._asked, asked), values).fetchall()
            except sqlite3.DatabaseError as error:
                if not self._added:
                    raise
                self._use(attached.without_damaged(self._database, self._added, asked, values, str(error)))

    def names(self, key: str) -> tuple[NameRow, ...]:
        """Every place that carries the folded name ``key``: the built-in ones by row number, then the added ones."""
        if self._added:
            return self._merged(self._all("names", key))
        rows = self._database.execute(
            "SELECT e.*, n.kind, n.spelling FROM name n CROSS JOIN entry e ON e.row = n.place WHERE n.key = ?", (key,)
        )
        return tuple(NameRow(_place(row), NAME_KINDS[row[10]], row[11]) for row in rows)

    def _merged(self, rows: list[tuple[Any, ...]]) -> tuple[NameRow, ...]:
        """Give each place once: by a spelling in which capitals do not count before another, then by the first kind."""
        best: dict[str, tuple[tuple[bool, int], NameRow]] = {}
        for row in rows:
            place, kind = self._added_place(row), NAME_KINDS[row[11]]
            if row[13] and not row[10] and kind is NameKind.NAME:
                kind = NameKind.ALTERNATE  # the built-in place has its own
            rank = (row[12] is not None, NAME_KINDS.index(kind))
            if place.id not in best or rank < best[place.id][0]:
                best[place.id] = rank, NameRow(place, kind, row[12], self._note(row[10], row[13]))
        return tuple(found for _, found in best.values())

    def _added_place(self, row: tuple[Any, ...]) -> Place:
        """Make the place of a row that ends its ten columns with the number of its gazetteer."""
        if row[10] and row[0] >= FIRST_OWN_ROW:
            own = f"{_USER}:{self._added[row[10] - 1].name}/{row[0] - FIRST_OWN_ROW}"
            return _place((row[0], own, *row[2:]))
        return _place(row)

    def _note(self, place: int, name: int) -> str:
        if place:
            return f"from your gazetteer {self._added[place - 1].name}"
        return f"spelled so in your gazetteer {self._added[name - 1].name}" if name else ""

    def name_kinds(self, key: str) -> list[tuple[NameKind, str | None]]:
        """Kind and cased spelling of every entry of a key, without the places."""
        if self._added:
            return [(NAME_KINDS[kind], spelling) for kind, spelling in self._all("kinds", key)]
        rows = self._database.execute("SELECT kind, spelling FROM name WHERE key = ?", (key,))
        return [(NAME_KINDS[kind], spelling) for kind, spelling in rows]

    def beginning(self, prefix: str, shortest: int, longest: int) -> list[str]:
        """Folded names of the built-in gazetteer that begin so and have so many characters, in their order."""
        rows = self._database.execute(
            "SELECT DISTINCT key FROM main.name WHERE key >= ?1 AND key < ?1 || char(1114111)"
            " AND length(key) BETWEEN ?2 AND ?3",
            (prefix, shortest, longest),
        )
        return [key for (key,) in rows]

    def longest_name(self, word: str) -> int:
        """How many words the longest name has that begins with the folded ``word``; 1 when none has several."""
        return self._heads[word]

    def _read_head(self, word: str) -> int:
        if self._added:
            return max((words for (words,) in self._all("head", word)), default=1)
        row = self._database.execute("SELECT words FROM head WHERE word = ?", (word,)).fetchone()
        return int(row[0]) if row else 1

    def place(self, place_id: str) -> Place | None:
        """The place with that id."""
        found = self._by_row(self._row(place_id))
        return self._added_by_id(place_id) if found is None and self._added else found

    def _added_by_id(self, place_id: str) -> Place | None:
        source, _, rest = place_id.partition(":")
        number = rest.rpartition("/")[2]
        if not number.isdecimal() or len(number) > _MAX_DIGITS:
            return None
        row = int(number) + (FIRST_OWN_ROW if source == _USER else 0)
        places = (self._added_place(found) for found in self._all("place", row))
        return next((place for place in places if place.id == place_id), None)

    def country(self, code: str) -> Place | None:
        """The country with that alpha-3 code."""
        found = self._one("SELECT * FROM entry WHERE row = (SELECT place FROM country WHERE code = ?)", code)
        if found is None and self._added:
            return next((self._added_place(row) for row in self._all("country", code)), None)
        return found

    def capital(self, code: str) -> Place | None:
        """The capital of the country with that alpha-3 code."""
        return self._one("SELECT * FROM entry WHERE row = (SELECT capital FROM country WHERE code = ?)", code)

    def _by_row(self, row: int) -> Place | None:
        return self._one("SELECT * FROM entry WHERE row = ?", row)

    def _one(self, statement: str, value: str | int) -> Place | None:
        row = self._database.execute(statement, (value,)).fetchone()
        return _place(row) if row else None

    def _row(self, place_id: str) -> int:
        """The row of a place: the number of a GeoNames id, else what the index of ids says; -1 for none."""
        source, _, number = place_id.partition(":")
        if source == "geonames" and number.isdecimal() and len(number) <= _MAX_DIGITS:
            return int(number)
        row = self._database.execute("SELECT row FROM place WHERE id = ?", (place_id,)).fetchone()
        return int(row[0]) if row else -1

    def outline(self, place_id: str) -> BaseGeometry | None:
        """The place's outline, lon/lat degrees, if it has one."""
        return self.layers.outline(self._row(place_id))

    def within(self, box: BBox) -> list[Place]:
        """Places whose point lies in the box: the built-in ones by row number, then the added ones."""
        rows = self._database.execute(
            "SELECT e.* FROM near n CROSS JOIN entry e ON e.row = n.row "
            "WHERE n.west <= ? AND n.east >= ? AND n.south <= ? AND n.north >= ? ORDER BY e.row",
            (box.east, box.west, box.north, box.south),
        )
        found = [_place(row) for row in rows]
        if self._added:
            bands = band(box.south), band(box.north)
            more = self._all("within", box.west, box.east, box.south, box.north, *bands)
            once: dict[str, Place] = {}
            for row in sorted(more, key=lambda row: (row[10], row[0])):
                place = self._added_place(row)
                once.setdefault(place.id, place)
            found += once.values()
        return found

    def alpha3(self) -> dict[str, str]:
        """ISO 3166 alpha-2 codes with their alpha-3 codes."""
        return dict(self._database.execute("SELECT code, alpha3 FROM alpha2"))

    def division_rows(self) -> dict[str, int]:
        """GeoNames' codes of first-order divisions ("UA.05") with their rows."""
        return dict(self._database.execute("SELECT code, place FROM division"))

    def country_codes(self) -> frozenset[str]:
        """Alpha-3 codes of the built-in countries."""
        return frozenset(code for (code,) in self._database.execute("SELECT code FROM country"))

    def has_row(self, row: int) -> bool:
        """Tell whether the GeoNames id is a place, built in or added."""
        built_in = self._database.execute("SELECT 1 FROM place WHERE row = ?", (row,)).fetchone()
        return built_in is not None or bool(self._added and self._all("place", row))
