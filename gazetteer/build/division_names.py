"""How a division is called: GeoNames' names, the one that the news writes, and all without the word for its sort."""

from __future__ import annotations

import re

from gazetteer.model import NameKind

from . import packages
from .entries import Name, bare_name, named

_ENGLISH = (
    "oblast", "province", "governorate", "region", "state", "department", "county", "district", "prefecture",
    "voivodeship", "republic", "krai", "canton", "territory", "division",
)  # fmt: skip
# How a Slavic name ends that the news writes as its town and an English word: Kurskaya oblast', Kursk Oblast.
_SLAVIC = ((re.compile(r"(?:oblast['’]?|voblas[ćc])$"), "Oblast"), (re.compile(r"kra[iy]$"), "Krai"))


def english_name(division: packages.Division, province: str | None) -> str:
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


def division_names(division: packages.Division, province: str | None) -> list[Name]:
    """Every name of the division, the one that the news writes first; ``province`` is Natural Earth's."""
    own = english_name(division, province)
    spellings = [own, division.name, *division.spellings, *([province] if province else [])]
    if "," in division.name:
        spellings.append(division.name.split(",")[0])
    bare = [name for spelling in spellings if (name := bare_name(spelling))]
    return [(own, NameKind.NAME), *named(NameKind.ALTERNATE, [*spellings[1:], *bare])]
