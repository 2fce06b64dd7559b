"""How exactly a record is placed and dated, in the codes of ACLED and of UCDP's GED."""

from __future__ import annotations

import datetime

from geomap.model import PlaceMention, Relation, Time

_TOWN_KM, _NEAR_KM = 15.0, 25.0
_POINTS = frozenset({"city", "quarter", "base", "airfield", "crossing", "island", "landform"})
_LOOSE = frozenset({Relation.NEAR, Relation.OFFSET, Relation.BETWEEN, Relation.COAST, Relation.BORDER})


def acled_place(mention: PlaceMention) -> int:
    """Return ACLED's ``geo_precision``: 1 a town or a named spot, 2 near one or a small part of a region, 3 larger."""
    place = mention.resolved
    if place is None or place.radius_km > _NEAR_KM * 2 or place.kind not in _POINTS | {"region", "water", "admin2"}:
        return 3
    exact = place.kind in _POINTS and mention.relation is None
    return 1 if exact and place.radius_km <= _NEAR_KM else 2


def acled_time(time: Time | None) -> int:
    """Return ACLED's ``time_precision``: 1 the day is known, 2 the week, 3 the month at best."""
    days = _days(time)
    return 3 if days is None or days > 7 else 2 if days > 1 else 1


def ucdp_place(mention: PlaceMention) -> int:
    """Return GED's ``where_prec``: 1 exact, 2 within 25 km, 3 second-order and 4 first-order division, 5 a landscape or
    line, 6 a country, 7 international waters or airspace."""
    place = mention.resolved
    if place is None:
        return 6
    if place.kind in {"water"} and place.country is None:
        return 7
    if place.kind in _POINTS and place.radius_km <= _NEAR_KM:
        return 2 if mention.relation in _LOOSE or place.radius_km > _TOWN_KM else 1
    if mention.relation in _LOOSE and place.radius_km <= _NEAR_KM:
        return 2
    return {"admin2": 3, "admin1": 4, "country": 6, "continent": 6}.get(place.kind, 5)


def ucdp_time(time: Time | None) -> int:
    """Return GED's ``date_prec``: 1 the day, 2 up to six days, 3 the week, 4 the month, 5 longer or not known."""
    days = _days(time)
    if days is None:
        return 5
    return next((code for code, most in ((1, 1), (2, 6), (3, 7), (4, 31)) if days <= most), 5)


def _days(time: Time | None) -> int | None:
    """Return the days from start to end, both counted; ``None`` where no day is known."""
    if time is None or not (time.start or time.end):
        return None
    start, end = day(time.start or time.end), day(time.end or time.start)
    return max(1, (end - start).days + 1) if start is not None and end is not None else None


def day(iso: str | None) -> datetime.date | None:
    """Return an ISO date as a date, ``None`` for none and for what is no date."""
    try:
        return datetime.date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None
