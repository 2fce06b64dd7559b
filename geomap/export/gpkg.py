"""Reports as a GeoPackage (OGC 12-128r18, version 1.3): places, ways and records as layers, with styles for QGIS.

Written with the standard library's SQLite. pyogrio, which could do it, brings 30 MB of GDAL for six tables, and its
files hold the time at which they were written, so that no two are the same.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from importlib import resources

from geomap.export import wkb
from geomap.export.cells import Value
from geomap.export.features import PLACE_NAMES, Coordinate, Feature, Role, features
from geomap.export.rows import Fields, rows
from geomap.model import Report

_APPLICATION_ID, _VERSION = 0x47504B47, 10300
_WHEN = "1970-01-01T00:00:00.000Z"
"""GeoPackage wants a time of the last change; the same report is to give the same bytes."""
_TYPES = {"int": "INTEGER", "float": "REAL", "bool": "BOOLEAN"}
_WGS84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],'
    'UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]'
)
_SCHEMA = """
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
  srs_id INTEGER REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL UNIQUE REFERENCES gpkg_contents(table_name),
  column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL REFERENCES
  gpkg_spatial_ref_sys(srs_id), z TINYINT NOT NULL, m TINYINT NOT NULL, PRIMARY KEY (table_name, column_name));
CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT, f_table_schema TEXT,
  f_table_name TEXT, f_geometry_column TEXT, styleName TEXT, styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN,
  description TEXT, owner TEXT, ui TEXT, update_time DATETIME);
"""
_LAYERS = (
    ("places", "POINT", "A point for each record and place"),
    ("flows", "MULTILINESTRING", "A line for each stated way from an origin to a place"),
    ("records", None, "Every record once, also those without a place"),
)


def gpkg(reports: Iterable[Report]) -> bytes:
    """Return the file. A number that several places share stands with each of them in ``places``, with ``shared_by``
    saying how many they are; ``records`` holds it once."""
    found: list[Feature] = []
    records: list[Fields] = []
    for report in reports:
        found += features(report)
        records += [row.fields for row in rows(report)]
    places = [feature for feature in found if feature.role in {Role.LOCATION, Role.ORIGIN}]
    flows = [feature for feature in found if feature.role is Role.FLOW]
    database = sqlite3.connect(":memory:")
    try:
        database.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
        database.execute(f"PRAGMA user_version = {_VERSION}")
        database.executescript(_SCHEMA)
        _reference_systems(database)
        _listed(database, "layer_styles", "attributes", "Styles for QGIS", box=_box([]), srs=None)
        for name, geometry, words in _LAYERS:
            _layer(database, name, geometry, words, {"places": places, "flows": flows}.get(name, []))
        _insert(database, "places", [(wkb.point(each.parts[0][0]), *_values(each)) for each in places])
        _insert(database, "flows", [(wkb.lines(each.parts), *_values(each)) for each in flows])
        _insert(database, "records", [tuple(value for _, value in fields.items()) for fields in records])
        database.commit()
        return database.serialize()
    finally:
        database.close()


def _reference_systems(database: sqlite3.Connection) -> None:
    database.executemany(
        "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)",
        (
            ("Undefined cartesian SRS", -1, "NONE", -1, "undefined", "undefined cartesian coordinate reference system"),
            ("Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinate reference system"),
            ("WGS 84 geodetic", wkb.SRS_ID, "EPSG", wkb.SRS_ID, _WGS84, "longitude and latitude in degrees"),
        ),
    )


def _layer(database: sqlite3.Connection, name: str, geometry: str | None, words: str, found: Sequence[Feature]) -> None:
    columns = ["fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"]
    columns += [f"geom {geometry}"] if geometry else []
    columns += [f'"{column}" {kind}' for column, kind in _columns(with_place=geometry is not None)]
    database.execute(f"CREATE TABLE {name} ({', '.join(columns)})")
    kind, srs = ("features", wkb.SRS_ID) if geometry else ("attributes", None)
    _listed(database, name, kind, words, box=_box(found), srs=srs)
    if geometry:
        database.execute(
            "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)", (name, geometry, wkb.SRS_ID)
        )
        style = resources.files("geomap.export").joinpath("styles", f"{name}.qml").read_text("utf-8")
        database.execute(
            "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, "
            "styleQML, styleSLD, useAsDefault, description, owner, update_time) "
            "VALUES ('', '', ?, 'geom', 'geomap', ?, '', 1, ?, '', ?)",
            (name, style, words, _WHEN),
        )


def _listed(
    database: sqlite3.Connection, name: str, kind: str, words: str, *, box: tuple[float | None, ...], srs: int | None
) -> None:
    """Enter a table in the list of contents, without which GDAL, and so QGIS, does not see it."""
    database.execute(
        "INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (name, kind, name, words, _WHEN, *box, srs)
    )


def _columns(*, with_place: bool) -> list[tuple[str, str]]:
    columns = [(name, _TYPES.get(str(kind).split(" ")[0], "TEXT")) for name, kind in Fields.__annotations__.items()]
    reals = {"radius_km", "place_confidence"}
    return columns + [(name, "REAL" if name in reals else "TEXT") for name in PLACE_NAMES if with_place]


def _box(found: Sequence[Feature]) -> tuple[float | None, ...]:
    points: list[Coordinate] = [point for feature in found for part in feature.parts for point in part]
    if not points:
        return (None, None, None, None)
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    return (min(lons), min(lats), max(lons), max(lats))


def _values(feature: Feature) -> tuple[Value, ...]:
    return tuple(value for _, value in feature.properties())


def _insert(database: sqlite3.Connection, name: str, values: Sequence[tuple[Value | bytes, ...]]) -> None:
    if values:
        marks = ", ".join("?" * len(values[0]))
        database.executemany(f"INSERT INTO {name} VALUES (NULL, {marks})", values)  # noqa: S608 - names of this module
