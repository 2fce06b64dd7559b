"""Candidates in their context → a Resolution: a list of weighted features, each with a reason in plain words.

A candidate's raw score is the sum of its features; ``score`` squashes it to 0..1. The answer's confidence is told by
that sum and its lead over the runner-up elsewhere (``calibration``). The weights were set by hand on the names of
gold/dev and kept round.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from .calibration import confidence
from .homes import at_home
from .model import Candidate, Context, Evidence, Kind, NameKind, Place, Resolution
from .names import fold

SEAT_PEOPLE = 5_000  # of a town that a division of the same name is taken for
JUDGED = 30  # candidates that all features look at
ALTERNATIVES = 5  # how many other candidates an answer lists
SAME_PLACE_KM = 30.0  # a town, its district and its airfield are one answer to a reader
EARTH_RADIUS_KM = 6371.0088
MIN_SCORE = 0.2  # below, a name is better left unresolved


@dataclass(frozen=True, slots=True)
class Seen:
    """What the features look at: the context, the places that the words after a comma may mean, the article's
    countries as places, and all candidates.
    """

    context: Context
    within: tuple[tuple[str, tuple[Place, ...]], ...] = ()
    homes: tuple[Place, ...] = ()
    rivals: tuple[Candidate, ...] = ()
    weights: Mapping[str, float] = field(default_factory=dict)
    divisions: Mapping[tuple[str, str], float] = field(default_factory=dict)
    largest_town: int = 0
    lone_country: bool = False
    named: bool = False
    capitals: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        context: Context,
        within: tuple[tuple[str, tuple[Place, ...]], ...],
        homes: tuple[Place, ...],
        rivals: tuple[Candidate, ...],
        capitals: frozenset[str] = frozenset(),
    ) -> Seen:
        """Tell once what every feature asks for; ``capitals`` are the ids of the rivals that are capitals."""
        weights = dict(context.countries)
        lands = [c.place for c in rivals if c.place.kind is Kind.COUNTRY and c.name_kind is not NameKind.DEMONYM]
        towns = [c.place.population for c in rivals if c.place.kind is Kind.CITY]
        return cls(
            context,
            within,
            homes,
            rivals,
            weights,
            {(country, name): weight for country, name, weight in context.divisions},
            max(towns) if len(towns) > 1 and not lands else 0,
            bool(lands) and bool(weights) and not any(weights.get(land.country or "") for land in lands),
            any(c.name_kind is NameKind.NAME and c.place.kind is Kind.CITY for c in rivals),
            capitals,
        )


Feature = Callable[[Candidate, Seen], tuple[float, str | None]]

_NAME_KIND = {
    NameKind.NAME: (0.6, "its own name"),
    NameKind.OFFICIAL: (0.5, "its official name"),
    NameKind.ALTERNATE: (0.0, "another spelling of its name"),
    NameKind.FORMER: (-0.1, "a former name"),
    NameKind.ABBREVIATION: (0.5, "an abbreviation of its name"),
    NameKind.DEMONYM: (0.3, "the word for its people"),
    NameKind.CODE: (-0.5, "a code for it"),
}
_KIND = {
    Kind.CONTINENT: (6.0, "a continent"),
    Kind.COUNTRY: (6.0, "a country"),
    Kind.REGION: (4.5, "a named region"),
    Kind.WATER: (4.0, "a water"),
    Kind.CROSSING: (4.0, "a line or crossing"),
    Kind.BASE: (3.0, "a base"),
    Kind.ISLAND: (2.4, "an island"),
    Kind.LANDFORM: (2.4, "a landform"),
    Kind.AIRFIELD: (1.6, "an airfield"),
    Kind.ADMIN1: (1.5, "a first-order division"),
    Kind.CITY: (0.6, None),
    Kind.ADMIN2: (0.0, "a second-order division"),
    Kind.QUARTER: (-0.6, "a part of a city"),
}
_CUES = {
    Kind.ADMIN1: {Kind.ADMIN1: 3.0, Kind.REGION: 2.0, Kind.ADMIN2: 1.5, Kind.COUNTRY: -1.0, Kind.CITY: -1.5},
    Kind.ADMIN2: {Kind.ADMIN2: 3.0, Kind.ADMIN1: 1.5, Kind.CITY: -0.5},
    Kind.CITY: {Kind.CITY: 2.0, Kind.QUARTER: 1.0, Kind.COUNTRY: -3.0, Kind.ADMIN1: -1.5, Kind.ADMIN2: -1.0},
    Kind.QUARTER: {Kind.QUARTER: 2.0, Kind.CITY: 0.5},
    Kind.AIRFIELD: {Kind.AIRFIELD: 3.0, Kind.BASE: 3.0},
    Kind.BASE: {Kind.BASE: 3.0, Kind.AIRFIELD: 2.5},
    Kind.ISLAND: {Kind.ISLAND: 3.0, Kind.COUNTRY: 0.5, Kind.ADMIN1: 0.5},
    Kind.WATER: {Kind.WATER: 4.0},
    Kind.REGION: {Kind.REGION: 3.0, Kind.LANDFORM: 3.0, Kind.ADMIN1: 1.0},
    Kind.COUNTRY: {Kind.COUNTRY: 3.0},
}


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance (haversine) on the mean sphere; off by at most 0.5 % from the geodesic."""
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half = math.sin((phi2 - phi1) / 2) ** 2
    half += math.cos(phi1) * math.cos(phi2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))


def _name_kind(candidate: Candidate, seen: Seen) -> tuple[float, str | None]:
    score, reason = _NAME_KIND[candidate.name_kind]
    # GeoNames lists many a name that only another language uses: Belém is no Bethlehem where some town is called so.
    return (score - 0.6, reason) if seen.named and candidate.name_kind is NameKind.ALTERNATE else (score, reason)


def _kind(candidate: Candidate, seen: Seen) -> tuple[float, str | None]:
    return _KIND[candidate.place.kind]


def _population(candidate: Candidate, seen: Seen) -> tuple[float, str | None]:
    people = candidate.place.population
    if candidate.place.kind is Kind.COUNTRY and people > 0:
        return 0.15 * (math.log10(people) - 6.0), None  # decides between the two Congos only
    if candidate.place.kind in (Kind.REGION, Kind.WATER) and people <= 0:
        return 0.5 * max(0.0, math.log10(candidate.place.radius_km / 30.0)), None  # the larger, the better known
    if candidate.place.kind is Kind.CONTINENT or people <= 0:
        return 0.0, None
    share = 0.5 if candidate.place.kind in (Kind.ADMIN1, Kind.ADMIN2) else 1.0
    reason = f"{people:,} people" if candidate.place.kind in (Kind.CITY, Kind.QUARTER) else None
    return share * max(0.0, math.log10(people) - 2.0) * 0.8, reason


def _countries(candidate: Candidate, seen: Seen) -> tuple[float, str | None]:
    place, weights = candidate.place, seen.weights
    if not weights:
        return 0.0, None
    if place.country is None:
        close = [home for home in seen.homes if _reaches(place, home)]
        return (1.0, f"lies by {close[0].name}, of which the article speaks") if close else (0.0, None)
    weight = weights.get(place.country, 0.0)
    if weight > 0:
        # The square root: the country that is named most often is not the only one that its places are named of.
        return 1.0 + 2.0 * math.sqrt(min(1.0, weight)), f"the article speaks of {place.country}"
    if place.kind is Kind.COUNTRY:
        return 0.0, None  # its own mention may be the only one
    return -1.5, "the article does not speak of its country"


def _reaches(place: Place, home: Place) -> bool:
    """Tell whether a sea or region comes near a country, both taken as discs."""
    return distance_km(place.lat, place.lon, home.lat, home.lon) <= place.radius_km + 1.5 * home.radius_km + 300.0


def _prominence(candidate: Candidate, seen: Seen) -> tuple[float, str | None]:
    """The largest town of a name is what the name alone means: Portsmouth in England, not in Virginia."""
    if candidate.place.kind is Kind.CITY and candidate.place.population == seen.largest_town > 0:
        return 0.6, "the largest town of that name"
    return 0.0, None


def _capital(candidate: Candidate, seen: Seen) -> tuple[float, str | None]:
    return (1.5, "a capital") if candidate.place.id in seen.capitals else (0.0, None)


def _written_down(candidate: Candidate, seen: Seen) -> tuple[float, str | None]:
    """What somebody has written down for the news, or for this user, is what the news and the user mean."""
    source = candidate.place.id.partition(":")[0]
    return (1.5, None) if source in ("curated", "user") else (0.0, None)


def _seat(candidate: Candidate, seen: Seen) -> tuple[float, str | None]:
    """A division that is named like a town in it is the town, unless the words say that it is a division."""
    place = candidate.place
    if place.kind not in (Kind.ADMIN1, Kind.ADMIN2) or seen.context.cue in (Kind.ADMIN1, Kind.ADMIN2):
        return 0.0, None
    for rival in seen.rivals:
        town = rival.place
        lesser = rival.name_kind is NameKind.ALTERNATE and candidate.name_kind is not NameKind.ALTERNATE
        if lesser and not fold(place.name).startswith(fold(town.name)):
            # Antakya is called Hatay in some language; Hatay is the province all the same. Sirte lies in Sirte
            # District: both are Surt.
            continue
        if town.kind is Kind.CITY and town.country == place.country and town.population >= SEAT_PEOPLE:
            inside = town.admin1 == place.name if place.kind is Kind.ADMIN1 else _lies_in(town, place)
            if inside:
                return -1.5, None
    return 0.0, None


def _divisions(candidate: Candidate, seen: Seen) -> tuple[float, str | None]:
    """The provinces that the article names hold its towns."""
    place = candidate.place
    if not seen.divisions or place.country is None:
        return 0.0, None
    name = place.name if place.kind is Kind.ADMIN1 else place.admin1
    weight = seen.divisions.get((place.country, name or ""), 0.0)
    if weight <= 0:
        return 0.0, None
    score = 1.0 + 1.5 * math.sqrt(min(1.0, weight))
    if seen.lone_country:
        # Nothing else in the article is of the country of that name: "Lebanon" between towns of Pennsylvania.
        return score + 4.0, f"the article speaks of {name}, and of the country of that name by nothing else"
    return score, f"the article speaks of {name}"


def _within(candidate: Candidate, seen: Seen) -> tuple[float, str | None]:
    for words, places in seen.within:
        for outer in places:
            if _lies_in(candidate.place, outer):
                return 6.0, f"lies in {words}, which follows the name"
    return (-3.0, f"does not lie in {seen.within[0][0]}") if any(places for _, places in seen.within) else (0.0, None)


def _lies_in(inner: Place, outer: Place) -> bool:
    if inner.id == outer.id:
        return False
    if outer.kind is Kind.COUNTRY:
        return inner.country == outer.country and inner.kind is not Kind.COUNTRY
    if outer.kind is Kind.ADMIN1:
        return inner.country == outer.country and inner.admin1 == outer.name
    if outer.radius_km < 1.0 or inner.radius_km > outer.radius_km:
        return False
    return distance_km(inner.lat, inner.lon, outer.lat, outer.lon) <= 1.5 * outer.radius_km + 10.0


def _home(candidate: Candidate, seen: Seen) -> tuple[float, str | None]:
    home = seen.context.home
    if home is None or candidate.name_kind is NameKind.DEMONYM:
        return 0.0, None
    place, town = candidate.place, home.town
    km = distance_km(place.lat, place.lon, town.lat, town.lon) if town is not None else 0.0
    return at_home(place, home, km, seen.rivals, seen.weights)


def _near(candidate: Candidate, seen: Seen) -> tuple[float, str | None]:
    place = candidate.place
    if not seen.context.near or place.kind in (Kind.COUNTRY, Kind.CONTINENT):
        return 0.0, None
    closest = min(distance_km(place.lat, place.lon, lat, lon) for lat, lon in seen.context.near)
    score = 2.0 * math.exp(-closest / 200.0)
    return score, f"{closest:,.0f} km from another place of the article" if closest < 300 else None


def _cue(candidate: Candidate, seen: Seen) -> tuple[float, str | None]:
    if seen.context.cue is None:
        return 0.0, None
    score = _CUES.get(seen.context.cue, {}).get(candidate.place.kind, 0.0)
    return score, f"the words around it name a {seen.context.cue.value}" if score > 0 else None


def _spelled_out(candidate: Candidate, seen: Seen) -> tuple[float, str | None]:
    kind, words = candidate.place.kind, candidate.matched.lower().split()
    if kind in (Kind.AIRFIELD, Kind.BASE) and any(word in _BASE_WORDS for word in words):
        return 2.0, "the name says that it is one"
    return 0.0, None


_BASE_WORDS = frozenset(
    ("airport", "airfield", "airbase", "base", "camp", "fort", "station", "raf", "barracks", "garrison", "aerodrome")
)
# A dump gives every creek and hill; each is as likely to be meant as a village, not as a sea or range that was curated.
_OF_A_DUMP = {
    Kind.REGION: -3.5,
    Kind.WATER: -3.4,
    Kind.CROSSING: -3.4,
    Kind.BASE: -1.5,
    Kind.ISLAND: -1.8,
    Kind.LANDFORM: -2.0,
    Kind.AIRFIELD: -1.0,
}


def _dumped(candidate: Candidate, seen: Seen) -> tuple[float, str | None]:
    kind = candidate.place.kind
    # The built-in gazetteer takes no such feature from GeoNames; "the Kyiv river" asks for one.
    if kind is seen.context.cue or not candidate.place.id.startswith("geonames:"):
        return 0.0, None
    return _OF_A_DUMP.get(kind, 0.0), None


FEATURES: tuple[Feature, ...] = (
    _name_kind,
    _kind,
    _dumped,
    _population,
    _countries,
    _divisions,
    _home,
    _within,
    _near,
    _cue,
    _spelled_out,
    _prominence,
    _written_down,
    _capital,
    _seat,
)


_CHEAP: tuple[Feature, ...] = (
    _name_kind,
    _kind,
    _dumped,
    _population,
    _countries,
    _divisions,
    _home,
    _within,
    _cue,
    _written_down,
    _capital,
)


def _squash(raw: float) -> float:
    """Raw scores run from about 0 (a hamlet, nothing known) to 12; 0.5 is a village of the article's country."""
    return round(1.0 / (1.0 + math.exp(-(raw - 2.5) / 1.5)), 3)


def _judge(candidate: Candidate, seen: Seen) -> tuple[float, Candidate]:
    raw, reasons = 0.0, list(candidate.reasons)
    for feature in FEATURES:
        score, reason = feature(candidate, seen)
        raw += score
        if reason:
            reasons.append(reason)
    return raw, replace(candidate, score=_squash(raw), reasons=tuple(reasons))


def _promising(candidates: Sequence[Candidate], seen: Seen) -> Sequence[Candidate]:
    """The candidates worth all features: by those that need no distances. A hundred San Antonios have some to spare."""
    if len(candidates) <= JUDGED:
        return candidates
    cheap = [(sum(feature(candidate, seen)[0] for feature in _CHEAP), candidate) for candidate in candidates]
    return [candidate for _, candidate in sorted(cheap, key=lambda item: (-item[0], item[1].place.id))[:JUDGED]]


def only_within(answer: Resolution, within: tuple[tuple[str, tuple[Place, ...]], ...]) -> Resolution:
    """Take an answer back that does not lie in what its name says: there is no Palma of that name in Mozambique."""
    if answer.best is None:
        return answer
    words, outer = next(item for item in within if item[1])
    place = answer.best.place
    if any(_lies_in(place, area) or place.id == area.id for area in outer):
        return answer
    why = (f'no place called "{answer.query}" is known in {words}',)
    return replace(answer, best=None, alternatives=(answer.best, *answer.alternatives), confidence=0.0, why=why)


def _same_answer(one: Place, other: Place) -> bool:
    """Two entries for what a reader takes for one place: a town and the district around it, a base and its airfield."""
    if Kind.COUNTRY in (one.kind, other.kind) or one.country != other.country:
        return False
    reach = max(SAME_PLACE_KM, min(one.radius_km, other.radius_km))
    return distance_km(one.lat, one.lon, other.lat, other.lon) <= reach


def rank(query: str, candidates: Sequence[Candidate], seen: Seen, notes: tuple[str, ...] = ()) -> Resolution:
    """Order the candidates; ties go by population, then id. Without an acceptable one ``best`` is ``None``."""
    judged = sorted(
        (_judge(candidate, seen) for candidate in _promising(candidates, seen)),
        key=lambda item: (-item[0], -item[1].place.population, item[1].place.id),
    )
    if not judged:
        return Resolution(query, None, why=(f'no place in the gazetteer is called "{query}"',))
    ordered = [candidate for _, candidate in judged]
    best_raw, best = judged[0]
    if best.score < MIN_SCORE:
        why = (f'nothing called "{query}" is likely enough; the best is {best.place.name}, {best.place.country}',)
        return Resolution(query, None, tuple(ordered[:ALTERNATIVES]), why=why)
    rival = next((raw for raw, other in judged[1:] if not _same_answer(best.place, other.place)), None)
    reasons: tuple[str, ...] = (*notes, *best.reasons)
    if len(candidates) > 1:
        reasons = (*reasons, f"{len(candidates) - 1} other places of that name scored less")
    evidence = Evidence(best_raw, None if rival is None else best_raw - rival)
    others = tuple(ordered[1 : 1 + ALTERNATIVES])
    return Resolution(query, best, others, round(confidence(evidence), 3), reasons, evidence=evidence)
