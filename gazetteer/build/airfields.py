"""Airfields of some size (those with an IATA code) and all military ones, with the ways the news writes their names."""

from __future__ import annotations

import re
from typing import Any

from gazetteer.geonames import AIRFIELD_RADIUS_KM
from gazetteer.model import Kind, NameKind

from . import packages
from .countries import Countries
from .entries import Entry, Name, named

_MILITARY = re.compile(
    r"\b(?:air ?base|air force|afb|army|naval|nas|mcas|military|raf|rnas|raaf|cfb|ab|arb|angb|aaf)\b", re.IGNORECASE
)
_REWRITES = (
    (re.compile(r"\bAfb\b", re.IGNORECASE), "Air Force Base"),
    (re.compile(r"\bMcas\b", re.IGNORECASE), "Marine Corps Air Station"),
    (re.compile(r"\bNas\b", re.IGNORECASE), "Naval Air Station"),
    (re.compile(r"\bAaf\b", re.IGNORECASE), "Army Airfield"),
    (re.compile(r"\bInternational Airport$"), "Airport"),
    (re.compile(r"\bAir ?Base$"), "Airbase"),
    (re.compile(r"\bAir ?Base$"), "Airfield"),
    (re.compile(r"\bAirport$"), "Airfield"),
    (re.compile(r"\bAir Force Base(?: Airport)$"), "Air Force Base"),
)


def spellings(name: str, city: str) -> list[str]:
    """Return the ways to write an airfield's name, its own first.

    >>> spellings("Kabul International Airport", "Kabul")
    ['Kabul International Airport', 'Kabul Airport', 'Kabul International Airfield', 'Kabul Airfield']
    """
    name = name.split(" / ", maxsplit=1)[0].strip()
    found = [name]
    for pattern, replacement in _REWRITES:
        found += [pattern.sub(replacement, spelling) for spelling in list(found)]
    if _MILITARY.search(name):
        core = re.sub(r"\b(?:Air ?Base|Airport|Air Force Base|Afb)\b", "", name, flags=re.IGNORECASE).strip(" ,/")
        if len(core) > 3 and not _MILITARY.search(core):
            found += [f"{core} Air Base", f"{core} Airbase", f"{core} Air Force Base", f"{core} Airfield"]
    elif city and len(city) > 2:
        found.append(f"{city} Airport")
    return list(dict.fromkeys(found))


def _wanted(airfield: dict[str, Any]) -> bool:
    return bool(airfield["iata"] or _MILITARY.search(airfield["name"]))


def build(countries: Countries, first_row: int) -> list[Entry]:
    """Make the entries, numbered from ``first_row`` in order of the ICAO code."""
    entries: list[Entry] = []
    for airfield in filter(_wanted, packages.airfields()):
        written = spellings(airfield["name"], airfield["city"])
        names: list[Name] = [(written[0], NameKind.NAME), *named(NameKind.ALTERNATE, written[1:])]
        entries.append(
            Entry(
                row=first_row + len(entries),
                id=f"airfield:{airfield['icao']}",
                name=written[0],
                kind=Kind.AIRFIELD,
                country=countries.iso3.get(airfield["country"]),
                lat=round(airfield["lat"], 4),
                lon=round(airfield["lon"], 4),
                radius_km=AIRFIELD_RADIUS_KM,
                names=names,
            )
        )
    return entries
