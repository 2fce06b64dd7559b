"""What the home of a publication says for a place: its readers know the towns of their country by the bare name.

The weights were set by hand and kept round, on ``tests/corpus/homes.yml``. They are meant to lose against a country or
province that the text itself names, and against what the whole world calls by the name.
"""

from __future__ import annotations

import math

from .model import Home, Kind, Place

_SHARE = -3.5  # log10: a town of one in 3,000 of its country's people, which is worth ``_TOWN``
_TOWN, _PER_DECADE = 1.5, 0.8
_LEAST, _MOST = 1.2, 3.2
_OTHER = 2.0  # provinces, islands, bases: what is no town
_COUNTRY = 1.0  # one of the two Congos
_DIVISION = 1.0  # lies in the division that a regional paper is published in, or is it
_NEAR, _NEAR_KM = 2.0, 60.0  # a paper's own surroundings, fading with the distance
_ITSELF = 4.0  # the town of the paper
_NAMESAKE = 4.5  # of a country, where the article speaks of no country but the paper's own
_OUTVOTED = 0.5  # share that is left where the text names the country of another candidate and not the paper's


def at_home(
    place: Place, home: Home, km: float, *, homely: bool = False, outvoted: bool = False
) -> tuple[float, tuple[str, ...]]:
    """Return what the home says for a place, with the reason in words; nothing for a place abroad.

    ``km`` is the distance to the home's town, infinite without one. ``homely``: the name is a country's too, but the
    article speaks of no country but the paper's. ``outvoted``: it speaks of the country of another place of that name,
    and not of the paper's.
    """
    if place.country is None or place.country != home.country.country:
        return 0.0, ()
    score, reason = _known(place, home.country), f"the paper is published in {home.country.name}"
    if home.division is not None and home.division in (place.admin1, place.name):
        score, reason = score + _DIVISION, f"the paper is published in {home.division}"
    if home.town is not None and place.id == home.town.id:
        score, reason = score + _ITSELF + _NEAR, "the paper is published there"
    elif home.town is not None and km < 2 * _NEAR_KM:
        score, reason = score + _NEAR * math.exp(-km / _NEAR_KM), f"the paper is published nearby, in {home.town.name}"
    if place.kind is Kind.ADMIN1 and homely:
        score += _NAMESAKE
    return score * _OUTVOTED if outvoted else score, (reason,)


def _known(place: Place, country: Place) -> float:
    """How well the country's readers know it: a town by its share of the people."""
    if place.kind is Kind.COUNTRY:
        return _COUNTRY
    if place.kind not in (Kind.CITY, Kind.QUARTER):
        return _OTHER
    if place.population <= 0 or country.population <= 0:
        return _LEAST
    share = math.log10(place.population / country.population)
    return min(_MOST, max(_LEAST, _TOWN + _PER_DECADE * (share - _SHARE)))
