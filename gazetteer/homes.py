"""What the home of a publication says for a place: its readers know the towns of their country by the bare name.

The weights were set by hand and kept round, on ``tests/corpus/homes.yml``. They are meant to lose against a country or
province that the text itself names, and against what the whole world calls by the name.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from .model import Candidate, Home, Kind, NameKind, Place

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
    place: Place, home: Home, km: float, rivals: Sequence[Candidate], countries: Mapping[str, float]
) -> tuple[float, str | None]:
    """Return what the home says for a candidate, with the reason in words; nothing for a place abroad.

    ``km`` is the distance to the home's town (of no meaning without one), ``rivals`` are all candidates, ``countries``
    the weights of the countries that the article speaks of.
    """
    code = home.country.country
    if place.country is None or place.country != code:
        return 0.0, None
    if place.kind is Kind.COUNTRY:
        return _COUNTRY, f"the paper is published in {home.country.name}"
    score, reason = _known(place, home.country), f"the paper is published in {home.country.name}"
    if home.division is not None and home.division in (place.admin1, place.name):
        score, reason = score + _DIVISION, f"the paper is published in {home.division}"
    if home.town is not None and place.id == home.town.id:
        score, reason = score + _ITSELF + _NEAR, "the paper is published there"
    elif home.town is not None and km < 2 * _NEAR_KM:
        score, reason = score + _NEAR * math.exp(-km / _NEAR_KM), f"the paper is published nearby, in {home.town.name}"
    if place.kind is Kind.ADMIN1 and countries.keys() <= {code} and _names_country(rivals):
        score += _NAMESAKE
    if code not in countries and any(rival.place.country in countries for rival in rivals):
        score *= _OUTVOTED
    return score, reason


def _known(place: Place, country: Place) -> float:
    """How well the country's readers know it: a town by its share of the people."""
    if place.kind not in (Kind.CITY, Kind.QUARTER):
        return _OTHER
    if place.population <= 0 or country.population <= 0:
        return _LEAST
    share = math.log10(place.population / country.population)
    return min(_MOST, max(_LEAST, _TOWN + _PER_DECADE * (share - _SHARE)))


def _names_country(rivals: Sequence[Candidate]) -> bool:
    return any(r.place.kind is Kind.COUNTRY and r.name_kind is not NameKind.DEMONYM for r in rivals)
