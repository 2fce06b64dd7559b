"""GeoNames' feature classes and codes → kinds of places, and how far the truth may lie from a dump's point.

A dump gives every place as one point. The radii are what a feature of its kind usually spans, on the large side;
a named sea or range of which the built-in gazetteer knows more stays the built-in one.
"""

from __future__ import annotations

from dataclasses import dataclass

from gazetteer.geonames import AIRFIELD_RADIUS_KM, town_radius_km
from gazetteer.model import Kind


@dataclass(frozen=True, slots=True)
class Feature:
    """What a code stands for; ``radius_km`` is ``None`` where the population tells it."""

    kind: Kind
    radius_km: float | None


_TOWN, _QUARTER = Feature(Kind.CITY, None), Feature(Kind.QUARTER, None)
_BASE, _AIRFIELD = Feature(Kind.BASE, 3.0), Feature(Kind.AIRFIELD, AIRFIELD_RADIUS_KM)
_CROSSING = Feature(Kind.CROSSING, 3.0)
_LOWER_DIVISION = Feature(Kind.ADMIN2, 15.0)
OTHER = Feature(Kind.LANDFORM, 3.0)
"""What ``--all-features`` makes of a code that is left out otherwise."""

# By class; ``None``: left out unless a code below says otherwise.
_CLASSES: dict[str, Feature | None] = {
    "A": Feature(Kind.REGION, 50.0),
    "H": Feature(Kind.WATER, 10.0),
    "L": Feature(Kind.REGION, 20.0),
    "P": _TOWN,
    "R": None,  # roads and railways
    "S": None,  # buildings and other spots
    "T": Feature(Kind.LANDFORM, 5.0),
    "U": Feature(Kind.WATER, 50.0),  # under the sea
    "V": Feature(Kind.LANDFORM, 10.0),  # forests
}


def _each(codes: str, feature: Feature | None) -> dict[str, Feature | None]:
    return dict.fromkeys(codes.split(), feature)


_CODES: dict[str, Feature | None] = {
    **_each("PCL PCLD PCLF PCLH PCLI PCLIX PCLS ADM0", Feature(Kind.COUNTRY, 300.0)),
    **_each("ADM1 ADM1H", Feature(Kind.ADMIN1, 80.0)),
    **_each("ADM2 ADM2H ADM3 ADM3H ADM4 ADM4H ADM5 ADM5H ADMD ADMDH PRSH", _LOWER_DIVISION),
    # A tract leased to another country, "usually for military installations".
    **_each("MILB NVB AIRB INSM BRKS FT RNGA MVA STNC LTER", _BASE),
    **_each("AIRP AIRF AIRQ AIRS", _AIRFIELD),
    **_each("PPLX", _QUARTER),
    **_each("CMPRF", _TOWN),  # a refugee camp is lived in for decades
    **_each("PSTB BDG BDGQ CSWY TNL TNLRD TNLRR FY FORD LOCK", _CROSSING),  # what fronts and convoys hang on
    **_each("DAM DAMQ", Feature(Kind.LANDFORM, 3.0)),
    **_each("PSN PSH", Feature(Kind.LANDFORM, 3.0)),  # nuclear and hydroelectric power stations
    **_each("OCN", Feature(Kind.WATER, 2000.0)),
    **_each("SEA", Feature(Kind.WATER, 400.0)),
    **_each("GULF", Feature(Kind.WATER, 150.0)),
    **_each("STRT CHNM SD", Feature(Kind.WATER, 40.0)),
    # A river's point may be its mouth or its middle.
    **_each("STM STMS STMI STMX STMIX CNL CNLN WAD WADS WTRC", Feature(Kind.WATER, 25.0)),
    **_each("PND PNDS POOL RSVT SPNG SPNS SPNT WLL WLLS WLLQ WTRH STMM STMB CNFL", Feature(Kind.WATER, 3.0)),
    **_each("GLCR CAPG SBKH FLTM FLTT", Feature(Kind.LANDFORM, 15.0)),
    **_each("ISL ISLET ISLF ISLM ISLT ISLX ATOL", Feature(Kind.ISLAND, 10.0)),
    **_each("ISLS", Feature(Kind.ISLAND, 40.0)),
    **_each("MTS PLAT PLN UPLD PEN", Feature(Kind.LANDFORM, 40.0)),
    **_each("DSRT ERG HMDA REG", Feature(Kind.LANDFORM, 100.0)),
    **_each("RGN RGNE RGNH RGNL TRB LAND", Feature(Kind.REGION, 60.0)),
    **_each("AREA LCTY", Feature(Kind.REGION, 10.0)),
    **_each("OAS", Feature(Kind.LANDFORM, 5.0)),
    **_each("CONT AMUS CTRB DEVH CMN", None),  # the built-in gazetteer has the continents
}


def feature(feature_class: str, code: str) -> Feature | None:
    """Return what a feature is, ``None`` for one that is left out: a building, a road, a park for amusement."""
    found = _CODES.get(code, _CLASSES.get(feature_class))
    return found if feature_class in _CLASSES else None


def radius_km(found: Feature, population: int) -> float:
    """Return how far the truth may lie from the point; of a town by its people, as for the built-in ones."""
    return town_radius_km(population) if found.radius_km is None else found.radius_km
