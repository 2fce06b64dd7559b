"""Countries and territories: Natural Earth's shapes with the names of ISO 3166, GeoNames and ``countries.yml``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from gazetteer.errors import SourceError
from gazetteer.model import Kind, NameKind

from . import curated, packages
from .entries import Entry, Name, demonyms, disc_radius_km, middle, named

TOLERANCE = 0.01  # degrees, about 1 km: half a pixel on a map of Poland to western Russia
# Natural Earth's codes that are no ISO codes: part of which country they are drawn with, or a code of their own.
CODES = {
    "PSX": "PSE", "SDS": "SSD", "SAH": "ESH", "KOS": "XKX", "ALD": "ALA",
    "BRI": "BRA", "IOA": "AUS", "CSI": "AUS", "ATC": "AUS", "CLP": "FRA",
}  # fmt: skip
# Drawn as land of their own without a country's name: sovereign bases, a lease, land that nobody or several claim.
NO_COUNTRY = {"ESB", "WSB", "USG", "BRT", "PGA", "SCR"}
MIN_HOLE, MAX_HOLE = 0.001, 2.0  # square degrees: above slivers of the simplification, below the Caspian Sea
_LANGUAGES = (
    "AR",
    "DE",
    "ES",
    "FA",
    "FR",
    "HE",
    "IT",
    "PL",
    "PT",
    "RU",
    "TR",
    "UK",
    "ZH",
    "JA",
    "KO",
    "EL",
    "NL",
    "SV",
)


@dataclass(frozen=True)
class Countries:
    """Entries of the countries; ``iso3`` maps alpha-2 to alpha-3."""

    entries: list[Entry]
    iso3: dict[str, str]


def _outlines() -> dict[str, tuple[BaseGeometry, dict[str, Any]]]:
    """Alpha-3 code (Natural Earth's for land without a country) → simplified shape and the main part's attributes."""
    shapes = packages.country_shapes()
    simple = shapely.coverage_simplify([shape.shape for shape in shapes], TOLERANCE)
    parts: dict[str, list[tuple[BaseGeometry, dict[str, Any]]]] = {}
    for found, outline in zip(shapes, simple, strict=True):
        natural_earth = str(found.attributes["ADM0_A3"])
        parts.setdefault(CODES.get(natural_earth, natural_earth), []).append((outline, found.attributes))
    merged = {}
    for code, found_parts in parts.items():
        main = max(found_parts, key=lambda part: part[0].area)
        merged[code] = (shapely.union_all([part[0] for part in found_parts]), main[1])
    return merged


def build() -> Countries:
    """Make one entry for each ISO country (and Kosovo) that has a shape or a GeoNames id."""
    outlines = _outlines()
    iso_names = packages.iso_names()
    extra = curated.countries()
    entries, iso3 = [], {}
    for country in packages.geonames_countries():
        code = country["iso3"]
        iso3[country["iso"]] = code
        if code not in outlines or code in NO_COUNTRY:
            continue
        outline, attributes = outlines[code]
        override = extra.get(code, curated.CountryNames())
        name = override.name or country["name"]
        names: list[Name] = [(name, NameKind.NAME), (code, NameKind.CODE), (country["iso"], NameKind.CODE)]
        names += named(NameKind.ALTERNATE, [country["name"], attributes["NAME_EN"], attributes["NAME_LONG"]])
        names += named(NameKind.OFFICIAL, [attributes["FORMAL_EN"], *iso_names.get(code, ())])
        names += named(NameKind.ALTERNATE, [attributes[f"NAME_{language}"] for language in _LANGUAGES])
        lat, lon = middle(outline)
        names += override.all_names() + demonyms(override.demonyms)
        entries.append(
            Entry(
                row=country["geonameid"],
                id=f"country:{code}",
                name=name,
                kind=Kind.COUNTRY,
                country=code,
                lat=lat,
                lon=lon,
                radius_km=disc_radius_km(outline),
                population=country["population"],
                names=names,
                outline=outline,
            )
        )
    unknown = sorted(set(extra) - {entry.country for entry in entries})
    if unknown:
        raise SourceError(f"countries.yml: no country has the code {', '.join(unknown)}")
    return Countries(entries, iso3)


def land_without_country() -> list[tuple[str, BaseGeometry]]:
    """Shapes of the map that belong to no entry: (Natural Earth's name or "", shape); by code, then holes.

    The source leaves a hole where it takes no side (the Golan Heights); a map without it would show a lake there.
    """
    outlines = _outlines()
    found = [(str(outlines[code][1]["NAME_LONG"]), outlines[code][0]) for code in sorted(NO_COUNTRY)]
    everything = shapely.union_all([shape for shape, _ in outlines.values()])
    for part in shapely.get_parts(everything):
        for ring in part.interiors:
            hole = shapely.Polygon(ring)
            if MIN_HOLE < hole.area < MAX_HOLE:
                found.append(("", hole))
    return found
