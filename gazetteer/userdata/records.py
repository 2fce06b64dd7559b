"""What one line of a user's file gives, whatever the kind of file, and how it is refused."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from gazetteer.model import NameKind

MAX_NAME = 400  # characters; GeoNames allows 200, and 400 in alternateNames


class BadLine(ValueError):
    """A line cannot be taken; the text says why and names no file, which its caller knows."""


class Left(StrEnum):
    """Why a sound line gives nothing; the value is what a count of them counts."""

    KIND = "of kinds that articles seldom name (buildings, roads, parks …); --all-features keeps them"
    COUNTRY = "countries and continents, which the gazetteer has"
    LANGUAGE = "links, codes and the like, which are no names"
    PLACE = "names of places that neither the gazetteer nor a dump that you added has"


@dataclass(frozen=True, slots=True)
class Located:
    """A place of a user's file, as the database stores it.

    ``admin1`` is the row of a division of the built-in gazetteer, ``division`` its name where it is none of these.
    """

    name: str
    kind: str
    country: str | None
    admin1: int | None
    division: str | None
    lat: float
    lon: float
    radius_km: float
    population: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: the place's row, the place unless the line only names one, and its names, the own one first."""

    row: int
    place: Located | None
    names: tuple[tuple[str, NameKind], ...]


def number(text: str, what: str) -> int:
    """Read a whole number; an empty one is 0."""
    if not text:
        return 0
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise BadLine(f"the {what} {shown(text)} is no whole number")
    return int(text)


def coordinate(text: str, what: str, limit: float) -> float:
    """Read degrees within ±``limit``, to four decimals (11 m)."""
    value = measure(text, what)
    if abs(value) > limit:
        raise BadLine(f"the {what} {shown(text)} is out of range (-{limit:g} to {limit:g})")
    return round(value, 4)


def measure(text: str, what: str) -> float:
    """Read a finite number."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise BadLine(f"the {what} {shown(text)} is no number")
    return value


def own_name(text: str) -> str:
    """Return the name without spaces around it; it may be neither empty nor longer than ``MAX_NAME``."""
    name = text.strip()
    if not name:
        raise BadLine("the name is empty")
    if len(name) > MAX_NAME:
        raise BadLine(f"the name is longer than {MAX_NAME} characters")
    return name


def shown(text: str) -> str:
    """Quote a value for an error, cut where it is long."""
    return repr(text if len(text) <= 40 else f"{text[:40]}…")
