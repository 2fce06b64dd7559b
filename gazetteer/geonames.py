"""What the build and the import of a user's dump both know of GeoNames: spellings, and how large a place is."""

from __future__ import annotations

import math
import unicodedata

# People per km² of built-up land: at the sparse end of what the Atlas of Urban Expansion gives for large cities,
# so that the radius errs on the large side.
TOWN_DENSITY = 2600.0
MIN_TOWN_RADIUS_KM = 3.0
AIRFIELD_RADIUS_KM = 3.0  # a runway of 3 km with its aprons

# Countries whose names GeoNames transliterates from Arabic, Persian, Indic and Cyrillic scripts.
_TRANSLITERATED = frozenset(
    (
        "AE", "AF", "AM", "AZ", "BD", "BH", "BT", "BY", "DZ", "EG", "ER", "ET", "GE", "IL", "IN", "IQ", "IR", "JO",
        "KG", "KH", "KW", "KZ", "LA", "LB", "LK", "LY", "MA", "MM", "MN", "MR", "MV", "NP", "OM", "PK", "PS", "QA",
        "RU", "SA", "SD", "SY", "TH", "TJ", "TM", "TN", "UA", "UZ", "YE",
    )
)  # fmt: skip


def town_radius_km(population: int) -> float:
    """How far a town's built-up land reaches, as a disc of ``TOWN_DENSITY``; at least ``MIN_TOWN_RADIUS_KM``."""
    return round(max(MIN_TOWN_RADIUS_KM, math.sqrt(population / (math.pi * TOWN_DENSITY))), 1)


def plain_name(name: str, alpha2: str) -> str:
    """GeoNames' own name; without the transliteration marks (‘Afrīn, Oktyabr’skiy) that no paper prints."""
    if alpha2 in _TRANSLITERATED:
        plain = unicodedata.normalize("NFKD", name)
        return "".join(c for c in plain if not unicodedata.combining(c) and c not in "‘’ʻʼ'`").strip()
    return name


def is_code(spelling: str) -> bool:
    """Tell an airport or sea-port code: three or four capitals are no name that an article uses for a town."""
    return len(spelling) <= 4 and spelling.isascii() and spelling.isupper()
