"""The order of the build: countries, divisions and towns, airfields, curated places, the basemap, the file."""

from __future__ import annotations

import hashlib
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

from gazetteer.model import Kind

from . import airfields, countries, curated, divisions, geofile, packages, regions, writer
from .entries import Entry
from .ground import Ground
from .ground import build as build_ground
from .writer import LayerShape

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "data" / "gazetteer.sqlite"
FIRST_AIRFIELD_ROW = 2_000_000_000  # GeoNames ids stay far below
FIRST_CURATED_ROW = 2_100_000_000


def fingerprint() -> str:
    """Hash of everything that the database depends on: sources, build code, normaliser, package versions."""
    digest = hashlib.sha256()
    for name, version in sorted(packages.versions().items()):
        digest.update(f"{name}=={version}\n".encode())
    code = [*ROOT.glob("*.py"), *(ROOT / "build").glob("*.py")]
    sources = [path for path in (ROOT / "sources").rglob("*") if path.is_file() and path.suffix != ".md"]
    wanted = {"frames.py", "geometry.py", "geonames.py", "model.py", "names.py", "sphere.py", "store.py"}
    for path in sorted(code + sources):
        if path.parent != ROOT or path.name in wanted:
            digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def built_fingerprint(path: Path) -> str | None:
    """Return the fingerprint stored in a database, or ``None`` when there is no readable one."""
    if not path.is_file():
        return None
    try:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
            row = database.execute("SELECT value FROM meta WHERE key = 'fingerprint'").fetchone()
    except sqlite3.DatabaseError:
        return None
    return str(row[0]) if row else None


def _say(started: float, text: str) -> None:
    print(f"gazetteer: {time.monotonic() - started:5.1f} s  {text}", file=sys.stderr, flush=True)


def _capitals(towns: list[Entry]) -> dict[str, int]:
    """Country code → row of the town that GeoNames calls its capital; the most populous where it names two."""
    codes = divisions.feature_codes()
    best: dict[str, Entry] = {}
    for town in towns:
        code = town.country or ""
        if codes.get(town.row) == "PPLC" and (code not in best or town.population > best[code].population):
            best[code] = town
    return {code: town.row for code, town in sorted(best.items())}


def _layers(found: countries.Countries, found_divisions: list[Entry], ground: Ground) -> list[LayerShape]:
    by_code = {entry.country: entry for entry in found.entries}
    layers = []
    for unit in ground.units:
        row = by_code[unit.code].row if unit.code else None
        layers.append(LayerShape("country", unit.name, row, unit.whole, row is None, unit.cut, unit.rest))
    layers += [
        LayerShape("province", entry.name, entry.row, entry.outline, own=False)
        for entry in sorted(found_divisions, key=lambda entry: entry.row)
        if entry.kind is Kind.ADMIN1 and entry.outline is not None
    ]
    for feature in geofile.read(curated.SOURCES / "backdrop.json.xz"):
        place = by_code.get(feature.properties.get("a3", ""))
        name = place.name if place else feature.properties.get("name", "")
        layers.append(LayerShape("backdrop", name, place.row if place else None, feature.geometry))
    for layer in ("disputed_lines", "rivers", "lakes"):
        for feature in geofile.read(curated.SOURCES / f"{layer}.json.xz"):
            layers.append(LayerShape(layer, feature.properties.get("name", ""), None, feature.geometry))
    return layers


def build(path: Path = TARGET) -> Path:
    """Build the database at ``path`` (replaced when it is whole); returns the path. Progress goes to standard error."""
    started = time.monotonic()
    mark = fingerprint()
    found = countries.build()
    _say(started, f"{len(found.entries):,} countries and territories")
    divided = divisions.build(found)
    outlined = sum(1 for entry in divided.divisions if entry.outline is not None)
    _say(started, f"{len(divided.divisions):,} divisions, {outlined:,} with an outline; {len(divided.towns):,} towns")
    ground = build_ground(found.entries, countries.land_without_country())
    _say(started, f"{len(ground.areas):,} contested areas")
    fields = airfields.build(found, FIRST_AIRFIELD_ROW)
    places = regions.build(found.entries, divided.divisions, FIRST_CURATED_ROW)
    _say(started, f"{len(fields):,} airfields, {len(places):,} curated places")
    entries = [*found.entries, *divided.divisions, *divided.towns, *fields, *places]
    layers = _layers(found, divided.divisions, ground)
    codes = writer.Codes(_capitals(divided.towns), found.iso3, divided.codes)
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        beside = Path(folder) / path.name
        writer.write(beside, entries, layers, codes, ground=ground, fingerprint=mark)
        beside.replace(path)
    _say(started, f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")
    return path


def build_if_needed(path: Path = TARGET) -> bool:
    """Build unless the database there has the fingerprint of today; tells whether it built."""
    if built_fingerprint(path) == fingerprint():
        return False
    build(path)
    return True
