"""What an article tells of where it plays: the countries that it names, and the points of places beyond doubt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from gazetteer import Context, Gazetteer, Home, Kind, NameKind, Place
from geomap.language import lexicon
from geomap.mentions.places.drafts import Draft, House
from geomap.mentions.places.name_traits import Traits
from geomap.mentions.places.names import Name
from geomap.model import Use

_NEAR = 12
"""Places that speak for their neighbours, the first of the text."""

_SURE = 0.84
"""Confidence from which a place speaks for its neighbours."""

_WELL_KNOWN = 500_000
"""Inhabitants from which a place speaks for its country though others share its name."""

_SIZEABLE = 8_000
"""Inhabitants of a town from which its name may be meant where a country is called so too."""

_CITIES = frozenset({Kind.CITY, Kind.ADMIN1})
_COUNTRY_VOTES, _PLACE_VOTES, _DIVISION_VOTES = 2, 1, 4
_OWN = frozenset({NameKind.NAME, NameKind.OFFICIAL, NameKind.FORMER, NameKind.ABBREVIATION, NameKind.CODE})


def capitals(names: Sequence[Name | House], gazetteer: Gazetteer) -> frozenset[str]:
    """Return the gazetteer ids of the capitals that the names may be."""
    return frozenset(
        candidate.place.id
        for name in names
        if isinstance(name, Name)
        if Kind.CITY in name.traits.kinds
        for candidate in name.candidates
        if candidate.place.kind is Kind.CITY
        and candidate.name_kind is not NameKind.DEMONYM
        and gazetteer.is_capital(candidate.place)
    )


def first_context(names: Sequence[Name | House], gazetteer: Gazetteer, home: Home | None = None) -> tuple[Context, int]:
    """Weigh the countries and provinces of the article: named themselves, by their people, or by a place only there.

    With the context come the votes that weigh 1. A province is weighed against the countries too, so that one town of
    North Carolina in an article on Kabul does not make all its Washingtons towns of North Carolina. ``home`` is where
    the article is published; it has no vote, but tells which of two large cities a name is.
    """
    countries: Counter[str] = Counter()
    divisions: Counter[tuple[str, str]] = Counter()
    for name in names:
        if isinstance(name, Name):
            votes = _votes(name.traits)
            for code, count in votes.countries or _city_votes(name, votes, gazetteer, home):
                countries[code] += count
            if votes.division is not None:
                divisions[votes.division] += _DIVISION_VOTES
    context, most = _context(countries, divisions)
    return replace(context, home=home), most


def second_context(drafts: Sequence[Draft], context: Context, most: int, gazetteer: Gazetteer) -> Context:
    """Add what the places tell that are beyond doubt in the first context: their provinces, and where they lie.

    ``most`` are the votes that weigh 1 in that context.
    """
    points: dict[str, tuple[float, float]] = {}
    divisions: Counter[tuple[str, str]] = Counter()
    for country, name, weight in context.divisions:
        divisions[country, name] += round(weight * most)
    for draft in drafts:
        if isinstance(draft.name, House) or draft.use.use is Use.DEMONYM:
            continue
        answer = gazetteer.likeliest(draft.name.text, replace(context, within=draft.within, codes=draft.name.code))
        if answer is None:
            continue
        place, confidence = answer
        if confidence < _SURE or place.kind in {Kind.COUNTRY, Kind.CONTINENT}:
            continue
        if place.id not in points and place.country and place.admin1:
            divisions[place.country, place.admin1] += _PLACE_VOTES
        if draft.use.use is not Use.METONYM and len(points) < _NEAR:
            points.setdefault(place.id, (place.lat, place.lon))
    return replace(context, divisions=_weighed(divisions, most), near=tuple(points.values()))


def _context(countries: Counter[str], divisions: Counter[tuple[str, str]]) -> tuple[Context, int]:
    top = max(countries.values(), default=0)
    weights = tuple(sorted((code, round(count / top, 3)) for code, count in countries.items()))
    most = max(top, *divisions.values(), 1)
    return Context(countries=weights, divisions=_weighed(divisions, most)), most


def _weighed(divisions: Counter[tuple[str, str]], most: int) -> tuple[tuple[str, str, float], ...]:
    return tuple(
        sorted(
            (country, name, round(min(1.0, count / most), 3)) for (country, name), count in divisions.items() if count
        )
    )


class _Votes(NamedTuple):
    """What a name tells by itself: countries with their votes, a province; ``open`` if a great city may be meant."""

    countries: tuple[tuple[str, int], ...] = ()
    division: tuple[str, str] | None = None
    open: bool = False


@lru_cache(maxsize=16_384)
def _votes(traits: Traits) -> _Votes:
    division = _division(traits)
    countries = [c.place.country for c in traits.candidates if c.place.kind is Kind.COUNTRY and c.place.country]
    if countries:
        votes = () if _shared(traits) else tuple((code, _COUNTRY_VOTES) for code in countries)
        return _Votes(votes, division)
    if _of_a_side(traits.text):
        return _Votes()
    codes = {c.place.country for c in traits.candidates}
    if len(codes) == 1 and None not in codes:
        return _Votes(tuple((code or "", _PLACE_VOTES) for code in codes), division)
    return _Votes((), division, traits.may_be(_CITIES))


def _division(traits: Traits) -> tuple[str, str] | None:
    """Return the province whose own name it is: "Tennessee", "Ky."; none where a large town shares it."""
    found = [
        c.place for c in traits.candidates if c.place.kind is Kind.ADMIN1 and c.name_kind in _OWN and c.place.country
    ]
    if any(c.place.kind is Kind.COUNTRY and c.name_kind in _OWN for c in traits.candidates):
        return None  # "Georgia" speaks for neither the state nor the country
    towns = max((c.place.population for c in traits.candidates if c.place.kind is Kind.CITY), default=0)
    if len(found) != 1 or towns > _WELL_KNOWN or _of_a_side(traits.text):
        return None
    return found[0].country or "", found[0].name


def _city_votes(name: Name, votes: _Votes, gazetteer: Gazetteer, home: Home | None) -> tuple[tuple[str, int], ...]:
    """Return the votes of a city that is likelier than all others of its name, and well known."""
    answer = gazetteer.likeliest(name.text, Context(codes=name.code, home=home)) if votes.open else None
    if answer is None:
        return ()
    place = answer[0]
    if place.country is None or place.population <= _WELL_KNOWN or _borrowed(place, name):
        return ()
    return ((place.country, _PLACE_VOTES),)


def _of_a_side(name: str) -> bool:
    """ "Northern Region", "Eastern Province": a name that many countries have, of which the gazetteer knows some."""
    first, *rest = name.lower().split()
    words = lexicon.names()
    return first in words.directions and all(word in words.cues for word in rest)


def _borrowed(place: Place, name: Name) -> bool:
    """Whether a city only goes by a name that is another's own abroad: Hong Kong was the city of Victoria."""
    if any(c.place.id == place.id and c.name_kind is not NameKind.ALTERNATE for c in name.candidates):
        return False
    return any(
        c.name_kind is NameKind.NAME and c.place.country != place.country and c.place.population > _SIZEABLE
        for c in name.candidates
    )


def _shared(traits: Traits) -> bool:
    """Whether a country shares its name with a state or town, and tells nothing alone (Georgia, Lebanon)."""
    own = [c for c in traits.candidates if c.name_kind in _OWN]
    lands = {c.place.country for c in own if c.place.kind is Kind.COUNTRY}
    if not lands or any(c.name_kind is NameKind.DEMONYM for c in traits.candidates):
        return False
    return any(
        c.place.country not in lands and (c.place.kind is Kind.ADMIN1 or c.place.population > _SIZEABLE)
        for c in own
        if c.place.kind in {Kind.ADMIN1, Kind.CITY}
    )
