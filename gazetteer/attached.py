"""A user's gazetteers beside the built-in one: attached to its connection, so that one statement asks them all.

The built-in database is ``main``; each added one has a schema of its own. A row that ``main`` has is ``main``'s place,
whatever an added one tells of it; the added one then only adds spellings.
"""
# ruff: noqa: S608 - statements are made of fixed text and of schemas named here; what a user gives is bound

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from .names import fold

FORMAT = "1"  # of the tables of an added gazetteer
MAPPED_BYTES = 1 << 31  # what SQLite may map of each file: a page then costs no call of the system
_PROBE = ("The Gambia", "Ukraine’s", "St. Petersburg", "Łódź", "Al-Tanf", "Ft. Hood", "D&D", "Київ", "Đà Nẵng", "U.S.")
_AGAIN = "remove it with `geomap gazetteer remove` and add its file again"
_LOG = logging.getLogger("gazetteer")


class Added(NamedTuple):
    """An attached gazetteer: its schema, what the user calls it, and whether it has places or only names."""

    schema: str
    name: str
    path: Path
    located: bool


class Unusable(Exception):
    """A gazetteer cannot be used; the text says why and what to do."""


@cache
def normaliser_mark() -> str:
    """Return what the normaliser makes of some hard names: stored keys are of use only while it makes the same."""
    return "|".join(map(fold, _PROBE))


def opened(database: sqlite3.Connection, schema: str, path: Path) -> dict[str, str]:
    """Attach the file as ``schema`` and return what it tells of itself; ``Unusable``: it is not attached then."""
    try:
        database.execute("ATTACH ? AS " + schema, (f"{path.absolute().as_uri()}?mode=ro&immutable=1",))
    except sqlite3.Error as error:
        raise Unusable(f"cannot be read ({error}); {_AGAIN}") from error
    try:
        meta = dict(database.execute(f"SELECT key, value FROM {schema}.meta"))
        database.execute(f"PRAGMA {schema}.mmap_size = {MAPPED_BYTES}")
    except sqlite3.Error as error:
        database.execute("DETACH " + schema)
        raise Unusable(f"is no gazetteer or is damaged ({error}); {_AGAIN}") from error
    if meta.get("format") == FORMAT and meta.get("normaliser") == normaliser_mark():
        return meta
    database.execute("DETACH " + schema)
    raise Unusable(f"was added by another version of geomap; {_AGAIN}")


def attach(database: sqlite3.Connection, paths: Sequence[Path]) -> tuple[Added, ...]:
    """Attach the files in their order; one that cannot be used is a warning and is left out."""
    found = []
    for number, path in enumerate(paths, start=1):
        schema = f"s{number}"
        try:
            meta = opened(database, schema, path)
        except Unusable as error:
            warn(path, str(error))
            continue
        found.append(Added(schema, path.stem, path, meta.get("located") == "1"))
    return tuple(found)


@cache
def warn(path: Path, problem: str) -> None:
    """Warn that a gazetteer is left out, once in a process: several parts of a program may open it."""
    _LOG.warning("%s: %s; it is left out", path, problem)


def without_damaged(
    database: sqlite3.Connection, added: Sequence[Added], asked: str, values: Sequence[str | float], problem: str
) -> tuple[Added, ...]:
    """Return those of ``added`` that answer the statement by themselves, none when all do; warns of the others."""
    sound = []
    for one in added:
        try:
            database.execute(getattr(statements((one,)), asked), values).fetchall()
        except sqlite3.DatabaseError:
            continue
        sound.append(one)
    left = tuple(sound) if len(sound) < len(added) else ()
    for one in added:
        if one not in left:
            warn(one.path, f"is damaged ({problem}); {_AGAIN}")
    return left


class Statements(NamedTuple):
    """The look-ups over the added gazetteers, each one statement; ``names``, ``kinds`` and ``head`` over ``main`` too.

    A place is ten columns as of ``main.entry``, then the number of the gazetteer that it is from, by position, 0 for
    ``main``.
    """

    names: str
    kinds: str
    head: str
    place: str
    country: str
    within: str


def statements(added: Sequence[Added]) -> Statements:
    """Make the look-ups over ``main`` and ``added``."""
    located = [(number, one) for number, one in enumerate(added, start=1) if one.located]
    names = [_MAIN_NAMES]
    kinds = ["SELECT kind, spelling FROM main.name WHERE key = ?1"]
    for number, one in enumerate(added, start=1):
        # A file of names alone names the places of the others.
        holders = [(number, one)] if one.located else located
        names.append(_names(number, one, holders))
        kinds.append(f"SELECT kind, spelling FROM {one.schema}.name n WHERE key = ?1{_there(one, located)}")
    places = [_places(number, one) for number, one in located]
    return Statements(
        _union(names),
        _union(kinds),
        _union(f"SELECT words FROM {schema}.head WHERE word = ?1" for schema in ("main", *(a.schema for a in added))),
        _union(f"{place} FROM {schema}.place p {_DIVISION} WHERE p.row = ?1" for place, schema in places),
        _union(
            f"{place} FROM {schema}.country c CROSS JOIN {schema}.place p ON p.row = c.place {_DIVISION}"
            f" WHERE c.code = ?1"
            for place, schema in places
        ),
        _BANDS
        + _union(
            f"{place} FROM bands b CROSS JOIN {schema}.place p ON p.band = b.number {_DIVISION}"
            " WHERE p.lon BETWEEN ?1 AND ?2 AND p.lat BETWEEN ?3 AND ?4"
            " AND NOT EXISTS (SELECT 1 FROM main.place m WHERE m.row = p.row)"
            for place, schema in places
        ),
    )


# Places in a box are found by the bands of latitude that it meets: an index of bands takes a tenth of an R*Tree's room.
_BANDS = "WITH RECURSIVE bands (number) AS (SELECT ?5 UNION ALL SELECT number + 1 FROM bands WHERE number < ?6) "
_DIVISION = "LEFT JOIN main.place a ON a.row = p.admin1"
_MAIN_NAMES = (
    "SELECT e.*, 0, n.kind, n.spelling, 0 FROM main.name n CROSS JOIN main.entry e ON e.row = n.place WHERE n.key = ?1"
)
_NOTHING = "SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0 WHERE ?1 IS NULL"


def _union(parts: Iterable[str]) -> str:
    return " UNION ALL ".join(parts) or _NOTHING


def _places(number: int, one: Added) -> tuple[str, str]:
    """Return the columns of a gazetteer's places ``p`` with their division ``a``, and the schema."""
    columns = (
        "SELECT p.row, NULL, p.name, p.kind, p.country, coalesce(a.name, p.division), p.lat, p.lon, p.radius_km,"
        f" p.population, {number}"
    )
    return columns, one.schema


def _names(number: int, one: Added, holders: Sequence[tuple[int, Added]]) -> str:
    """Names of ``one`` with their places: of ``main`` (``m``), else of the first holder (``p1``) that has them."""
    aliases = ["m", *(f"p{holder}" for holder, _ in holders)]

    def first(column: str, of: Sequence[str] = aliases) -> str:
        return f"coalesce({', '.join(f'{alias}.{column}' for alias in of)}, NULL)"

    joins, seen = ["LEFT JOIN main.place m ON m.row = n.place"], ["m"]
    for alias, (_, holder) in zip(aliases[1:], holders, strict=True):
        missing = " AND ".join(f"{before}.row IS NULL" for before in seen)
        joins.append(f"LEFT JOIN {holder.schema}.place {alias} ON {alias}.row = n.place AND {missing}")
        seen.append(alias)
    joins.append(f"LEFT JOIN main.place a ON a.row = {first('admin1')}")
    division = f"coalesce(a.name, {', '.join(f'{alias}.division' for alias in aliases[1:]) or 'NULL'})"
    origin = " ".join(f"WHEN {a}.row IS NOT NULL THEN {a[1:] or 0}" for a in aliases)
    columns = ["n.place", "m.id", *map(first, ("name", "kind", "country")), division]
    columns += [*map(first, ("lat", "lon", "radius_km", "population")), f"CASE {origin} END"]
    return (
        f"SELECT {', '.join(columns)}, n.kind, n.spelling, {number} FROM {one.schema}.name n {' '.join(joins)}"
        f" WHERE n.key = ?1 AND {first('row')} IS NOT NULL"
    )


def _there(one: Added, located: Sequence[tuple[int, Added]]) -> str:
    """Return the condition that a name's place is there: it may be gone where the name is from another file."""
    if one.located:
        return ""
    holders = ("main", *(holder.schema for _, holder in located))
    found = " OR ".join(f"EXISTS (SELECT 1 FROM {schema}.place WHERE row = n.place)" for schema in holders)
    return f" AND ({found})"
