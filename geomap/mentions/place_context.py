"""What an article tells of where it plays: the countries that it names, and the points of places beyond doubt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from gazetteer import Candidate, Context, Gazetteer, Kind, NameKind
from geomap.mentions.names import Name
from geomap.mentions.place_drafts import Draft, House
from geomap.model import Use

_NEAR = 12
"""Places that speak for their neighbours, the first of the text."""

_SURE = 0.8
"""Confidence from which a place speaks for its neighbours."""

_WELL_KNOWN = 500_000
"""Inhabitants from which a place speaks for its country though others share its name."""

_COUNTRY_VOTES, _PLACE_VOTES = 2, 1


def capitals(names: Sequence[Name | House], gazetteer: Gazetteer) -> frozenset[str]:
    """Return the gazetteer ids of the capitals that the names may be."""
    return frozenset(
        candidate.place.id
        for name in names
        if isinstance(name, Name)
        for candidate in name.candidates
        if candidate.place.kind is Kind.CITY and _is_capital(candidate, gazetteer)
    )


def _is_capital(candidate: Candidate, gazetteer: Gazetteer) -> bool:
    code = candidate.place.country
    if code is None or candidate.name_kind is NameKind.DEMONYM:
        return False
    capital = gazetteer.capital(code)
    return capital is not None and capital.id == candidate.place.id


def country_context(names: Sequence[Name | House], gazetteer: Gazetteer) -> Context:
    """Weigh the countries of the article: named themselves, by their people or by a place that is only there."""
    votes: Counter[str] = Counter()
    for name in names:
        if isinstance(name, Name):
            votes.update(_votes(name, gazetteer))
    if not votes:
        return Context()
    top = max(votes.values())
    return Context(countries=tuple(sorted((code, round(count / top, 3)) for code, count in votes.items())))


def _votes(name: Name, gazetteer: Gazetteer) -> Counter[str]:
    """Return the votes of one name by country code."""
    countries = [c.place.country for c in name.candidates if c.place.kind is Kind.COUNTRY and c.place.country]
    if countries:
        return Counter({code: _COUNTRY_VOTES * count for code, count in Counter(countries).items()})
    codes = {c.place.country for c in name.candidates}
    if len(codes) == 1 and None not in codes:
        return Counter({code or "": _PLACE_VOTES for code in codes})
    if name.names(Kind.CITY, Kind.ADMIN1):
        best = gazetteer.resolve(name.text).best
        if best is not None and best.place.country and best.place.population > _WELL_KNOWN:
            return Counter({best.place.country: _PLACE_VOTES})
    return Counter()


def near_points(drafts: Sequence[Draft], context: Context, gazetteer: Gazetteer) -> tuple[tuple[float, float], ...]:
    """Return the points of the places that resolve beyond doubt, to which doubtful ones are then held."""
    points: dict[str, tuple[float, float]] = {}
    for draft in drafts:
        if isinstance(draft.name, House) or draft.use.use not in {Use.LITERAL, Use.DATELINE} or len(points) >= _NEAR:
            continue
        answer = gazetteer.resolve(draft.name.text, replace(context, within=draft.within))
        best = answer.best
        if best is not None and answer.confidence >= _SURE and best.place.kind not in {Kind.COUNTRY, Kind.CONTINENT}:
            points.setdefault(best.place.id, (best.place.lat, best.place.lon))
    return tuple(points.values())
