"""Turns the gathered rows into a gazetteer: sorted once, so that a look-up reads a few pages however many there are."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

_CACHE_KB = 65536  # also what SQLite sorts in memory before it writes to its temporary folder
_SCHEMA = """
CREATE TABLE built.meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE built.place (
    row INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, admin1 INTEGER, division TEXT,
    lat REAL NOT NULL, lon REAL NOT NULL, radius_km REAL NOT NULL, population INTEGER NOT NULL, band INTEGER NOT NULL
);
CREATE TABLE built.name (
    key TEXT NOT NULL, place INTEGER NOT NULL, kind INTEGER NOT NULL, spelling TEXT, PRIMARY KEY (key, place)
) WITHOUT ROWID;
CREATE TABLE built.head (word TEXT PRIMARY KEY, words INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE built.country (code TEXT PRIMARY KEY, place INTEGER NOT NULL) WITHOUT ROWID;
"""
# Of several kinds of one name of one place the first of NAME_KINDS is kept, as in the build.
_FILL = """
INSERT INTO built.place SELECT * FROM main.place ORDER BY row;
INSERT OR IGNORE INTO built.name SELECT key, place, kind, spelling FROM main.name ORDER BY key, place, kind;
INSERT INTO built.head
    SELECT substr(key, 1, instr(key, ' ') - 1) AS word, max(length(key) - length(replace(key, ' ', '')) + 1)
    FROM built.name WHERE instr(key, ' ') GROUP BY word ORDER BY word;
INSERT OR IGNORE INTO built.country
    SELECT country, row FROM built.place WHERE kind = 'country' AND country IS NOT NULL ORDER BY country, row;
CREATE INDEX built.near ON place (band, lon);
"""


class Counts(NamedTuple):
    """How many places and names a gazetteer has."""

    places: int
    names: int


def build(database: sqlite3.Connection, path: Path, meta: Mapping[str, str]) -> Counts:
    """Write the places and names of ``database`` sorted to ``path``, which must not exist."""
    database.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
    database.execute("ATTACH ? AS built", (str(path),))
    # The file is of no use before it is whole, and is flushed then: it needs no journal.
    database.execute("PRAGMA built.journal_mode = OFF")
    database.execute("PRAGMA built.synchronous = OFF")
    database.execute("BEGIN")
    for statement in (*_SCHEMA.split(";"), *_FILL.split(";")):
        database.execute(statement)
    places = database.execute("SELECT count(*) FROM built.place").fetchone()[0]
    names = database.execute("SELECT count(*) FROM built.name").fetchone()[0]
    told = {**meta, "places": str(places), "names": str(names)}
    database.executemany("INSERT INTO built.meta VALUES (?, ?)", sorted(told.items()))
    database.execute("COMMIT")
    database.execute("DETACH built")
    return Counts(places, names)
