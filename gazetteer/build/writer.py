"""Writes the entries into one SQLite file, the same bytes for the same entries."""

from __future__ import annotations

import json
import math
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

from gazetteer.geometry import coarse_land
from gazetteer.model import AreaKind, ContestedArea, Kind, NameKind
from gazetteer.names import fold
from gazetteer.store import FORMAT, NAME_KINDS

from .entries import EARTH_RADIUS_KM, Entry
from .ground import Ground

DEGREE_KM = EARTH_RADIUS_KM * math.pi / 180
# A name stands in the table once for a place and key; of several kinds the first of these is kept.
_STRENGTH = {kind: rank for rank, kind in enumerate(NAME_KINDS)}
_SCHEMA = """
PRAGMA page_size = 4096;
PRAGMA encoding = 'UTF-8';
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (
    row INTEGER PRIMARY KEY, id TEXT, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, admin1 INTEGER,
    lat REAL NOT NULL, lon REAL NOT NULL, radius_km REAL NOT NULL, population INTEGER NOT NULL
);
CREATE VIEW entry AS
    SELECT p.row, p.id, p.name, p.kind, p.country, a.name AS admin1, p.lat, p.lon, p.radius_km, p.population
    FROM place p LEFT JOIN place a ON a.row = p.admin1;
CREATE TABLE name (
    key TEXT NOT NULL, place INTEGER NOT NULL, kind INTEGER NOT NULL, spelling TEXT, PRIMARY KEY (key, place)
) WITHOUT ROWID;
CREATE TABLE head (word TEXT PRIMARY KEY, words INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE country (code TEXT PRIMARY KEY, place INTEGER NOT NULL, capital INTEGER) WITHOUT ROWID;
CREATE TABLE alpha2 (code TEXT PRIMARY KEY, alpha3 TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE division (code TEXT PRIMARY KEY, place INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE near USING rtree(row, west, east, south, north);
CREATE TABLE outline (place INTEGER PRIMARY KEY, shape BLOB NOT NULL);
CREATE TABLE layer (
    number INTEGER PRIMARY KEY, layer TEXT NOT NULL, name TEXT NOT NULL, place INTEGER, shape BLOB
);
CREATE TABLE coarse (number INTEGER PRIMARY KEY, shape BLOB NOT NULL);
CREATE VIRTUAL TABLE layer_box USING rtree(number, west, east, south, north);
CREATE TABLE rest (number INTEGER PRIMARY KEY, shape BLOB);
CREATE TABLE view (code TEXT PRIMARY KEY, whose TEXT NOT NULL);
CREATE TABLE contested (
    number INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, facts TEXT NOT NULL, parts TEXT NOT NULL, shape BLOB NOT NULL
);
CREATE VIRTUAL TABLE contested_box USING rtree(number, west, east, south, north);
"""


@dataclass(frozen=True)
class Codes:
    """Alpha-3 code → row of the capital; alpha-2 → alpha-3; GeoNames' "UA.05" → row of the first-order division."""

    capitals: dict[str, int]
    alpha3: dict[str, str]
    divisions: dict[str, int]


@dataclass(frozen=True, slots=True)
class LayerShape:
    """A shape of the basemap; ``own`` is false where it is the outline of its place and need not be stored twice.

    ``cut`` when contested areas were cut out of it: ``rest`` is what is left, ``None`` if they take all.
    """

    layer: str
    name: str
    place: int | None
    shape: BaseGeometry
    own: bool = True
    cut: bool = False
    rest: BaseGeometry | None = None


def _blob(shape: BaseGeometry) -> bytes:
    """WKB on a grid of 0.0001° (11 m), compressed."""
    rounded = shapely.transform(shape, lambda points: points.round(4))
    if not rounded.is_valid and shape.is_valid:  # a sliver that closed; later cuts of the shape would fail on it
        rounded = shapely.set_precision(shape, 0.0001)
    return zlib.compress(shapely.to_wkb(rounded, byte_order=1), 9)


def _names(entries: Iterable[Entry]) -> Iterator[tuple[str, int, int, str | None]]:
    best: dict[tuple[str, int], tuple[int, NameKind, str]] = {}
    for entry in entries:
        for spelling, kind in entry.names:
            key = fold(spelling)
            if not key or key.isdigit() or (len(key) == 1 and key.isascii()):
                continue
            rank = _STRENGTH[kind]
            if (key, entry.row) not in best or rank < best[key, entry.row][0]:
                best[key, entry.row] = rank, kind, spelling
    for (key, row), (_, kind, spelling) in sorted(best.items()):
        cased = kind in (NameKind.ABBREVIATION, NameKind.CODE)
        yield key, row, NAME_KINDS.index(kind), spelling if cased else None


def _heads(database: sqlite3.Connection) -> Iterator[tuple[str, int]]:
    """First word of every name of several words → the most words that a name beginning with it has."""
    longest: dict[str, int] = {}
    for (key,) in database.execute("SELECT DISTINCT key FROM name ORDER BY key"):
        words = key.split(" ")
        if len(words) > 1:
            longest[words[0]] = max(longest.get(words[0], 0), len(words))
    yield from sorted(longest.items())


def _facts(area: ContestedArea) -> str:
    """All that is told of an area but its geometry, as JSON."""
    told = {item.name: getattr(area, item.name) for item in fields(area) if item.name != "geometry"}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _reach(area: ContestedArea) -> tuple[float, float, float, float]:
    """West, south, east, north of the area; islets reach as far as they are told to."""
    west, south, east, north = area.geometry.bounds
    margin = area.radius_km / DEGREE_KM if area.kind is AreaKind.ISLETS else 0.0
    wide = margin / math.cos(math.radians(min(85.0, max(abs(south), abs(north)))))
    return west - wide, south - margin, east + wide, north + margin


def _write_contested(database: sqlite3.Connection, ground: Ground) -> None:
    """Write views and areas; the country layer is the first of the layers, so that a unit's number is its index + 1."""
    database.executemany("INSERT INTO view VALUES (?, ?)", [(view.code, view.whose) for view in ground.views])
    for number, (area, parts) in enumerate(ground.areas, start=1):
        told = json.dumps([index + 1 for index in parts])
        database.execute(
            "INSERT INTO contested VALUES (?, ?, ?, ?, ?)",
            (number, area.slug, _facts(area), told, _blob(area.geometry)),
        )
        west, south, east, north = _reach(area)
        database.execute("INSERT INTO contested_box VALUES (?, ?, ?, ?, ?)", (number, west, east, south, north))


def write(
    path: Path,
    entries: list[Entry],
    layers: list[LayerShape],
    codes: Codes,
    *,
    ground: Ground,
    fingerprint: str,
) -> None:
    """Write the database to ``path``, which must not exist; the units of ``ground`` are the first of ``layers``."""
    database = sqlite3.connect(path, isolation_level=None)
    try:
        database.executescript(_SCHEMA)
        database.execute("BEGIN")
        database.executemany("INSERT INTO meta VALUES (?, ?)", [("fingerprint", fingerprint), ("format", FORMAT)])
        ordered = sorted(entries, key=lambda entry: entry.row)
        database.executemany(
            "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    e.row, None if e.id.startswith("geonames:") else e.id, e.name, e.kind.value, e.country, e.admin1,
                    e.lat, e.lon, e.radius_km, e.population,
                )
                for e in ordered
            ),
        )  # fmt: skip
        database.executemany("INSERT INTO name VALUES (?, ?, ?, ?)", _names(ordered))
        database.executemany("INSERT INTO head VALUES (?, ?)", list(_heads(database)))
        countries = sorted((e.country or "", e.row) for e in ordered if e.kind is Kind.COUNTRY)
        database.executemany(
            "INSERT INTO country VALUES (?, ?, ?)", [(code, row, codes.capitals.get(code)) for code, row in countries]
        )
        database.executemany("INSERT INTO alpha2 VALUES (?, ?)", sorted(codes.alpha3.items()))
        database.executemany("INSERT INTO division VALUES (?, ?)", sorted(codes.divisions.items()))
        database.executemany(
            "INSERT INTO near VALUES (?, ?, ?, ?, ?)", ((e.row, e.lon, e.lon, e.lat, e.lat) for e in ordered)
        )
        database.executemany(
            "INSERT INTO outline VALUES (?, ?)", ((e.row, _blob(e.outline)) for e in ordered if e.outline is not None)
        )
        for number, item in enumerate(layers, start=1):
            west, south, east, north = item.shape.bounds
            database.execute(
                "INSERT INTO layer VALUES (?, ?, ?, ?, ?)",
                (number, item.layer, item.name, item.place, _blob(item.shape) if item.own else None),
            )
            database.execute("INSERT INTO layer_box VALUES (?, ?, ?, ?, ?)", (number, west, east, south, north))
            if item.layer == "country":
                database.execute("INSERT INTO coarse VALUES (?, ?)", (number, _blob(coarse_land(item.shape))))
            if item.cut:
                rest = None if item.rest is None else _blob(item.rest)
                database.execute("INSERT INTO rest VALUES (?, ?)", (number, rest))
        _write_contested(database, ground)
        database.execute("COMMIT")
        database.execute("CREATE INDEX place_id ON place (id) WHERE id IS NOT NULL")
        database.execute("ANALYZE")
        database.execute("VACUUM")
    finally:
        database.close()
