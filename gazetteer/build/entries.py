"""What the build collects before it writes: entries (a place, its names, its outline) and small shared helpers."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import shapely
import shapely.ops
from shapely.geometry.base import BaseGeometry

from gazetteer.geometry import mainland
from gazetteer.model import Kind, NameKind

EARTH_RADIUS_KM = 6371.0088  # mean radius, IUGG
INSIDE_DEGREES = 0.1  # how far inside its land a country's point lies where its middle is water or foreign land
Name = tuple[str, NameKind]
# The compounds with "man": Irishman, Scotswoman, Manxman; not German, Burman or Ottoman.
_MAN = re.compile(r"(?:[sc]h|ts|x)(?:wo)?man$")


@dataclass(slots=True)
class Entry:
    """One place on its way into the database.

    ``row`` is its number there: the GeoNames id where it has one. ``admin1`` is the row of its first-order division.
    ``names`` holds the own name first. ``outline`` is in lon/lat degrees.
    """

    row: int
    id: str
    name: str
    kind: Kind
    country: str | None
    lat: float
    lon: float
    radius_km: float
    admin1: int | None = None
    population: int = 0
    names: list[Name] = field(default_factory=list)
    outline: BaseGeometry | None = None


def named(kind: NameKind, spellings: Iterable[str]) -> list[Name]:
    """Give every spelling the same name kind, in order."""
    return [(spelling, kind) for spelling in spellings if spelling]


def demonyms(words: Iterable[str]) -> list[Name]:
    """Give words for a people with their regular plurals: "Scot" and "Scots", "Welshman" and "Welshmen"."""
    spellings: list[str] = []
    for word in words:
        spellings.append(word)
        if _MAN.search(word):
            spellings.append(word[:-3] + "men")
        elif not word.endswith(("s", "sh", "ch", "ese", "x", "z")):
            spellings.append(word + "s")
    return named(NameKind.DEMONYM, spellings)


def area_km2(shape: BaseGeometry) -> float:
    """Area on the sphere: the plane area after Lambert's cylindrical equal-area projection."""

    def project(points: np.ndarray) -> np.ndarray:
        lon, lat = np.radians(points[:, 0]), np.radians(points[:, 1])
        return np.column_stack((EARTH_RADIUS_KM * lon, EARTH_RADIUS_KM * np.sin(lat)))

    return float(shapely.transform(shape, project).area)


def disc_radius_km(shape: BaseGeometry) -> float:
    """Radius of a circle of the shape's area, one decimal."""
    return round(math.sqrt(area_km2(shape) / math.pi), 1)


def inner_point(shape: BaseGeometry) -> tuple[float, float]:
    """Return (lat, lon) of the largest part's centroid when it lies inside, else of a point on its surface."""
    largest = max(shapely.get_parts(shape), key=lambda part: part.area)
    centre = largest.centroid
    point = centre if largest.contains(centre) else largest.point_on_surface()
    return round(point.y, 4), round(point.x, 4)


def middle(shape: BaseGeometry) -> tuple[float, float]:
    """Return (lat, lon) of the centre of area of a country's main land, or the land nearest to it.

    The centre on the sphere, by Lambert's cylindrical equal-area projection; far territories do not count.
    """
    land = mainland(shape)

    def project(points: np.ndarray) -> np.ndarray:
        return np.column_stack((points[:, 0], np.degrees(np.sin(np.radians(points[:, 1])))))

    flat = shapely.transform(land, project).centroid
    centre = shapely.Point(flat.x, math.degrees(math.asin(math.radians(flat.y))))
    if not land.contains(centre):
        inner = land.buffer(-INSIDE_DEGREES)
        centre = shapely.ops.nearest_points(land if inner.is_empty else inner, centre)[0]
    return round(centre.y, 4), round(centre.x, 4)


# Words that say what sort of division it is; "Idlib Governorate" is also "Idlib".
_GENERIC = (
    r"oblast|oblast'|raion|rayon|region|province|governorate|district|department|prefecture|county|state|republic|"
    r"municipality|territory|krai|kray|voivodeship|canton|parish|emirate|division|commune|muhafazah|atoll|"
    r"autonomous (?:oblast|okrug|region|republic|province|prefecture|city)|regency|union territory|wilaya|wilayah|"
    r"oblast’|obl\.|kommun|county municipality|fylke|län|capital (?:region|territory)|federal district|city"
)
_TAIL = re.compile(rf"^(?:the )?(.{{3,}}?)(?:[’'`]?s)? (?:{_GENERIC})$", re.IGNORECASE)
_HEAD = re.compile(
    rf"^(?:the )?(?:{_GENERIC}|wilaya|provincia|provence|província|departamento|département|departement|région|regione|"
    rf"región|regiao|estado|muḩāfaz̧at|ostān-e|gouvernorat|governatorato|comunidad autónoma)"
    rf"(?: autónoma| autonoma)? (?:of |de la |del |de |du |des |d'|d’|do |da |di |della )?(.{{3,}})$",
    re.IGNORECASE,
)


def bare_name(name: str) -> str | None:
    """Return the name without the word for the sort of division, or ``None`` when there is no such word."""
    match = _TAIL.match(name) or _HEAD.match(name)
    return match.group(1).strip() if match else None
