"""Outlines of divisions: Natural Earth's provinces joined to GeoNames' divisions by their names and by their towns."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import shapely
from shapely.geometry.base import BaseGeometry

from gazetteer.names import fold

from . import curated, geofile, packages
from .division_names import division_names
from .entries import Entry, bare_name

# A union of province shapes is a division's outline when this share of the division's towns lies in it, and of the
# towns in it this share belongs to the division (towns near a simplified border fall on the wrong side).
MIN_SHARE = 0.6


def build(
    source: list[packages.Division], towns: list[Entry], iso3: dict[str, str]
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
    country_of = {d.geonameid: iso3.get(d.code[:2]) for d in source}
    keys: dict[tuple[str, str], list[packages.Division]] = defaultdict(list)
    starts: dict[int, set[str]] = defaultdict(set)  # Natural Earth's name is taken where its beginning is known
    for division in source:
        for name, _ in division_names(division, None):
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
    """ "Aleppo (Halab)" → "Aleppo", "Donets'k" → "Donetsk"."""
    return re.sub(r"\s*\(.*?\)|['’]", "", name).strip()


def _plain(name: str) -> str:
    return bare_name(name) or name
