"""One place of a Nominatim answer, read field by field: what does not fit is an error, and strings are only data."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from .geonames import MIN_TOWN_RADIUS_KM
from .model import Kind

MAX_NAME = 200  # characters of a name that are kept
DEGREE_KM = 111.2  # length of a degree of latitude
_ALPHA2 = re.compile(r"[a-z]{2}")
_TYPES = ("node", "way", "relation")

# By what Nominatim calls the address level or the type of a place or boundary.
_SETTLED = {
    "continent": Kind.CONTINENT,
    "country": Kind.COUNTRY,
    **dict.fromkeys(("state", "province"), Kind.ADMIN1),
    **dict.fromkeys(("state_district", "county", "district", "municipality", "subdistrict"), Kind.ADMIN2),
    **dict.fromkeys(
        ("city", "town", "village", "hamlet", "isolated_dwelling", "locality", "farm", "allotments"), Kind.CITY
    ),
    **dict.fromkeys(
        ("borough", "city_district", "suburb", "quarter", "neighbourhood", "residential", "city_block"), Kind.QUARTER
    ),
    "region": Kind.REGION,
    **dict.fromkeys(("island", "islet", "archipelago"), Kind.ISLAND),
    **dict.fromkeys(("sea", "ocean"), Kind.WATER),
}
# By class; houses, shops and roads are not here: that one bears an unknown name says nothing of an article.
_CLASSES = {
    "waterway": Kind.WATER,
    "water": Kind.WATER,
    "natural": Kind.LANDFORM,
    "mountain_pass": Kind.LANDFORM,
    "military": Kind.BASE,
    "aeroway": Kind.AIRFIELD,
}
_TYPES_OF_CLASS = {
    **dict.fromkeys((("natural", kind) for kind in ("water", "bay", "strait", "wetland", "reef", "shoal")), Kind.WATER),
    ("landuse", "military"): Kind.BASE,
    ("man_made", "bridge"): Kind.CROSSING,
    ("barrier", "border_control"): Kind.CROSSING,
}


@dataclass(frozen=True, slots=True)
class Found:
    """A place that Nominatim knows: ``osm`` is such as "way/123", ``alpha2`` its country's code in small letters."""

    osm: str
    name: str
    kind: str
    alpha2: str | None
    state: str | None
    lat: float
    lon: float
    radius_km: float


def read(item: object) -> Found | None:
    """Return the place of one item of an answer, ``None`` for a kind that is no answer (a house, a shop, a road).

    Raises ``ValueError`` where a field is missing or is no such value.
    """
    if not isinstance(item, Mapping):
        raise ValueError("an item is no object")  # noqa: TRY004 - a fault of the server, not of ours
    osm_type, osm_id = item.get("osm_type"), item.get("osm_id")
    if osm_type not in _TYPES or not isinstance(osm_id, int) or isinstance(osm_id, bool):
        raise ValueError("an item has no OpenStreetMap id")
    name = _text(item.get("name")) or _text(str(item.get("display_name") or "").split(",", maxsplit=1)[0])
    if not name:
        raise ValueError("an item has no name")
    lat, lon = _degrees(item.get("lat"), 90.0), _degrees(item.get("lon"), 180.0)
    kind = _kind(item)
    if kind is None:
        return None
    address = item.get("address")
    address = address if isinstance(address, Mapping) else {}
    code = address.get("country_code")
    alpha2 = code if isinstance(code, str) and _ALPHA2.fullmatch(code) else None
    radius = _radius_km(item.get("boundingbox"))
    return Found(f"{osm_type}/{osm_id}", name, kind.value, alpha2, _text(address.get("state")), lat, lon, radius)


def _kind(item: Mapping[object, object]) -> Kind | None:
    sort = item.get("category", item.get("class"))  # jsonv2 says category
    if sort in ("place", "boundary"):
        return _SETTLED.get(str(item.get("addresstype"))) or _SETTLED.get(str(item.get("type")))
    return _TYPES_OF_CLASS.get((str(sort), str(item.get("type")))) or _CLASSES.get(str(sort))


def _text(value: object) -> str | None:
    return " ".join(value.split())[:MAX_NAME] or None if isinstance(value, str) else None


def _degrees(value: object, limit: float) -> float:
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise ValueError("an item has no coordinates")  # noqa: TRY004
    degrees = float(value)
    if not abs(degrees) <= limit:  # also for what is no number
        raise ValueError("coordinates are out of range")
    return round(degrees, 4)


def _radius_km(box: object) -> float:
    """Half the diagonal of a bounding box [south, north, west, east]; of a village where there is no sound one."""
    if not isinstance(box, (list, tuple)) or len(box) != 4:
        return MIN_TOWN_RADIUS_KM
    try:
        south, north = (_degrees(value, 90.0) for value in box[:2])
        west, east = (_degrees(value, 180.0) for value in box[2:])
    except ValueError:
        return MIN_TOWN_RADIUS_KM
    width = east - west if east >= west else east - west + 360.0  # across the antimeridian
    width *= math.cos(math.radians((south + north) / 2))
    return round(max(1.0, math.hypot(north - south, width) * DEGREE_KM / 2), 1)
