"""Derives the shapes of contested land that a package has; run by hand when it changes.

    python -m gazetteer.build.derive_contested QGIS_COMMON

``QGIS_COMMON`` is the folder that ``dpkg -x qgis-common_*.deb`` filled (``SOURCES.md``). Some areas are divisions of
their own there, of others the file has the line that the claim follows; ``contested.yml`` says which is used how.
The output is the same bytes for the same input.
"""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

import shapely

from . import geofile
from .derive_boundaries import SOURCES, only_polygons, read_geometry
from .geofile import Feature

TOLERANCE = 0.01  # degrees, as the countries that these shapes cut
SCALE = 1000  # a grid of 0.001°, 110 m
# Areas that are one or more divisions: Natural Earth's code for the country that it counts them to, and their names.
DIVISIONS: dict[str, tuple[str, tuple[str, ...]]] = {
    "abkhazia": ("GEO", ("Abkhazia",)),
    "azad-kashmir": ("PAK", ("Azad Kashmir",)),
    "ceuta": ("ESP", ("Ceuta",)),
    "crimea": ("RUS", ("Crimea", "Sevastopol")),
    "donetsk": ("UKR", ("Donets'k",)),
    "gaza-strip": ("PSX", ("Gaza Strip",)),
    "gilgit-baltistan": ("PAK", ("Northern Areas",)),
    "golan-separation": ("SYR", ("UNDOF",)),
    "kherson": ("UKR", ("Kherson",)),
    "luhansk": ("UKR", ("Luhans'k",)),
    "melilla": ("ESP", ("Melilla",)),
    "northern-cyprus": ("CYN", ("Northern Cyprus",)),
    "siachen": ("KAS", ("Kashmir",)),
    "somaliland": ("SOL", ("Somaliland",)),
    "west-bank": ("PSX", ("West Bank",)),
    "western-sahara-east": ("SAH", ("Western Sahara",)),
    "zaporizhzhia": ("UKR", ("Zaporizhzhya",)),
}
# Lines that bound an area together with a country's own border: rows of the table of disputed borders.
LINES: dict[str, tuple[int, ...]] = {
    "aksai-chin": (21,),
    "arunachal-pradesh": (20,),
    "demchok": (35,),
    "essequibo": (31,),
    "jammu-kashmir": (23, 24),
    "marouini": (11,),
    "middle-sector": (12, 13, 14),
    "nagorno-karabakh": (2, 3, 37, 38, 41, 43, 46),
    "new-river-triangle": (10,),
    "shaksgam": (15,),
    "south-ossetia": (9,),
    "southern-belize": (30,),
    "transnistria": (7,),
}


def contested(geopackage: Path) -> list[Feature]:
    """One feature an area, polygons before lines; neighbours are simplified together so that they stay neighbours."""
    database = sqlite3.connect(f"file:{geopackage}?mode=ro", uri=True)
    shapes = []
    for country, names in DIVISIONS.values():
        marks = ",".join("?" * len(names))
        rows = database.execute(
            f"SELECT geom FROM states_provinces WHERE adm0_a3 = ? AND name IN ({marks}) ORDER BY fid",  # noqa: S608
            (country, *names),
        ).fetchall()
        if len(rows) != len(names):
            raise SystemExit(f"{geopackage}: {country} has not all of {', '.join(names)}")
        shapes.append(only_polygons(shapely.union_all([read_geometry(blob) for (blob,) in rows])))
    simple = shapely.coverage_simplify(shapes, TOLERANCE)
    found = [Feature({"name": name}, shape) for name, shape in zip(DIVISIONS, simple, strict=True)]
    for name, numbers in LINES.items():
        parts = []
        for number in numbers:
            (blob,) = database.execute("SELECT geom FROM disputed_borders WHERE fid = ?", (number,)).fetchone()
            parts.append(read_geometry(blob))
        line = shapely.line_merge(shapely.union_all(parts))
        found.append(Feature({"name": name}, line.simplify(TOLERANCE)))
    return found


def main(arguments: list[str]) -> int:
    """Write ``contested.json.xz``; returns the exit status."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    geopackage = next(Path(arguments[0]).rglob("world_map.gpkg"))
    path = SOURCES / "contested.json.xz"
    geofile.write(path, contested(geopackage), SCALE)
    print(f"{path.name}: {path.stat().st_size:,} bytes", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
