"""Reports that are hard to draw and to write: without place or number, at the edges of the map, huge, hostile."""

from __future__ import annotations

from geomap.model import Action, Category, Force, Quantity, Report, ResolvedPlace, Status
from tests.support import drawing

LONG = "Llanfair" * 625
"""A name of 5,000 characters without a space."""


def _at(name: str, lat: float, lon: float, radius_km: float = 5) -> ResolvedPlace:
    return ResolvedPlace(
        id=f"x:{name}", name=name, kind="city", country=None, admin1=None, lat=lat, lon=lon, radius_km=radius_km
    )


def nowhere() -> Report:
    """Return records without a place, or with one that was not found, and without a number."""
    return drawing.report(
        (drawing.deployment("d1"), drawing.deployment("d2", ("p1",))),
        (drawing.mention("p1", None),),
        (drawing.event("e1"),),
    )


def seam() -> Report:
    """Return a force that crosses the antimeridian, from Fiji to Samoa, and one on it."""
    fiji, samoa, taveuni = _at("Suva", -18.14, 178.44), _at("Apia", -13.83, -171.77), _at("Taveuni", -16.84, 180.0)
    places = (drawing.mention("p1", fiji), drawing.mention("p2", samoa), drawing.mention("p3", taveuni))
    return drawing.report(
        (
            drawing.deployment("d1", ("p2",), origin=("p1",), quantity=drawing.number(100, 100)),
            drawing.deployment("d2", ("p3",), status=Status.PLANNED),
        ),
        places,
    )


def both_sides() -> Report:
    """Return forces at Suva and at Apia, with the antimeridian between them."""
    places = (drawing.mention("p1", _at("Suva", -18.14, 178.44)), drawing.mention("p2", _at("Apia", -13.83, -171.77)))
    first = drawing.deployment("d1", ("p1",), quantity=drawing.number(100, 100), action=Action.STATION)
    return drawing.report((first, drawing.deployment("d2", ("p2",), action=Action.STATION)), places)


def poles() -> Report:
    """Return forces at both poles."""
    places = (drawing.mention("p1", _at("North Pole", 90, 0)), drawing.mention("p2", _at("South Pole", -90, 0)))
    return drawing.report((drawing.deployment("d1", ("p1",)), drawing.deployment("d2", ("p2",))), places)


def long_names() -> Report:
    """Return a report whose names have 5,000 characters each, with spaces and without."""
    place = drawing.GOMA.model_copy(update={"name": LONG})
    fields = {"actor": drawing.USA.model_copy(update={"name": "many words " * 500}), "action": Action.WITHDRAW}
    force = Force(text=LONG, category=Category.ARMOUR, echelon=None)
    number = Quantity(text=LONG, min=1, max=None, qualifier="at_least")  # type: ignore[arg-type]
    return drawing.report(
        (drawing.deployment("d1", ("p1",), force=force, quantity=number, **fields),),
        (drawing.mention("p1", place, LONG),),
        title=LONG,
    )


def shared() -> Report:
    """Return one number for three places, from a fourth, with a part of it at one of them."""
    germany = drawing.POLAND.model_copy(update={"id": "x:Germany", "name": "Germany", "country": "DEU", "lat": 51.0})
    bragg = _at("Fort Bragg", 35.14, -79.0)
    places = (
        drawing.mention("p1", drawing.POLAND),
        drawing.mention("p2", germany.model_copy(update={"lon": 10.0})),
        drawing.mention("p3", drawing.ROMANIA),
        drawing.mention("p4", bragg),
    )
    return drawing.report(
        (
            drawing.deployment("d1", ("p1", "p2", "p3"), origin=("p4",), quantity=drawing.number(3000, 3000)),
            drawing.deployment("d2", ("p1",), quantity=drawing.number(1700, 1700), part_of="d1"),
        ),
        places,
    )


CASES = {
    "empty": drawing.report,
    "nowhere": nowhere,
    "seam": seam,
    "both sides": both_sides,
    "poles": poles,
    "long": long_names,
    "shared": shared,
    **{f"hostile {i}": (lambda words=words: drawing.hostile(words)) for i, words in enumerate(drawing.HOSTILE)},
    **{
        f"formula {sign}": (lambda sign=sign: drawing.hostile(f"{sign}cmd|' /C calc'!A0"))
        for sign in ("=", "+", "-", "@", "\t=", "＝")
    },
    "shortcode": lambda: drawing.hostile("{{< include /etc/passwd >}} `r system('id')` $x$ [@doe] ![a](b)"),
    "balloon": lambda: drawing.hostile("$[evidence] $[actor/displayName]"),
    "tags": lambda: drawing.hostile("a\U000e0041\ufffe\uffffb\x00c\x1b[31m"),
}
"""Every case by its name."""
