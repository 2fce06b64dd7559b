"""Where each record is drawn: the places of a deployment or event, where it comes from, or why it is not on the map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from geomap.model import Action, Actor, Deployment, Event, PlaceMention, Report, ResolvedPlace
from geomap.scene.actors import country_code
from geomap.scene.atlas import Atlas
from geomap.scene.wording import plain, shorten

_MOVES = frozenset({Action.DEPLOY, Action.MASS, Action.REINFORCE, Action.ROTATE, Action.TRANSFER})
"""Actions that bring a force from elsewhere, so that an arrow from the actor's country says something."""
_DOTTED_KINDS = frozenset({"city", "quarter", "base", "airfield", "crossing", "island", "landform"})
_POINT_RADIUS_KM = 40.0
"""A town or base known better than this is drawn as a point; anything vaguer as an area."""


@dataclass(frozen=True, slots=True)
class Where:
    """A resolved place as the scene needs it (degrees WGS 84, ±180)."""

    id: str
    name: str
    kind: str
    country: str | None
    lat: float
    lon: float
    radius_km: float

    @property
    def key(self) -> tuple[int, int]:
        """What is drawn as one place: the same hundredth of a degree (about 1 km)."""
        return round(self.lat * 100), round(self.lon * 100)

    @property
    def is_point(self) -> bool:
        """Whether it is known well enough for a dot."""
        return self.kind in _DOTTED_KINDS and self.radius_km <= _POINT_RADIUS_KM


@dataclass(frozen=True, slots=True)
class Placed:
    """One record with its places. ``at`` is where its symbol stands (empty: not on the map, ``absent`` says why),
    ``sources`` and ``targets`` are the far ends of arrows to and from it; ``inferred`` when the far end is only the
    actor's own country."""

    record: Deployment | Event
    at: tuple[Where, ...]
    sources: tuple[Where, ...] = ()
    targets: tuple[Where, ...] = ()
    inferred: bool = False
    absent: str = ""


def place_all(report: Report, atlas: Atlas) -> tuple[Placed, ...]:
    """Return every record of the report with its places, deployments first, each list in reading order."""
    mentions = {mention.id: mention for mention in report.places}
    deployments = [_deployment(record, mentions, atlas) for record in report.deployments]
    events = [_event(record, mentions) for record in report.events]
    return (*deployments, *events)


def _deployment(record: Deployment, mentions: Mapping[str, PlaceMention], atlas: Atlas) -> Placed:
    origin, location = _resolved(record.origin, mentions), _resolved(record.location, mentions)
    if record.action is Action.WITHDRAW and origin:
        if location:
            return Placed(record, origin, targets=location)
        home = _home(record.actor, origin, atlas)
        return Placed(record, origin, targets=home, inferred=bool(home))
    at = location
    if not at and record.action is Action.TRANSFER:
        at = _country(record.recipient, atlas)
    if not at:
        return Placed(record, origin, absent="" if origin else _why_absent(record, mentions))
    if origin:
        return Placed(record, at, sources=origin)
    home = _home(record.actor, at, atlas) if record.action in _MOVES else ()
    return Placed(record, at, sources=home, inferred=bool(home))


def _event(record: Event, mentions: Mapping[str, PlaceMention]) -> Placed:
    at = _resolved(record.location, mentions)
    return Placed(record, at, absent="" if at else _why_absent(record, mentions))


def _resolved(ids: Iterable[str], mentions: Mapping[str, PlaceMention]) -> tuple[Where, ...]:
    out: dict[tuple[int, int], Where] = {}
    for place_id in ids:
        mention = mentions.get(place_id)
        if mention is not None and mention.resolved is not None:
            where = from_resolved(mention.resolved)
            out.setdefault(where.key, where)
    return tuple(out.values())


def from_resolved(place: ResolvedPlace) -> Where:
    """Return the report's place as the scene needs it."""
    name = shorten(plain(place.name), 40) or "unnamed place"
    return Where(place.id, name, place.kind, place.country, place.lat, place.lon, place.radius_km)


def _home(actor: Actor | None, at: tuple[Where, ...], atlas: Atlas) -> tuple[Where, ...]:
    """Return the actor's own country when the actor is a state other than the one that the force is in."""
    code = country_code(actor)
    if code is None or any(where.country == code for where in at):
        return ()
    land, seat = _country(actor, atlas), atlas.capital(code)
    # The middle of a large country says less about where its forces come from than its capital does: no Russian unit
    # sets out from the middle of Siberia for want of a better word.
    return tuple(replace(where, lat=seat.lat, lon=seat.lon) for where in land) if seat is not None else land


def _country(actor: Actor | None, atlas: Atlas) -> tuple[Where, ...]:
    code = country_code(actor)
    place = atlas.country(code) if code is not None else None
    if place is None:
        return ()
    return (Where(place.id, place.name, "country", place.country, place.lat, place.lon, place.radius_km),)


def _why_absent(record: Deployment | Event, mentions: Mapping[str, PlaceMention]) -> str:
    named = [mentions[place_id].text for place_id in record.location if place_id in mentions]
    if isinstance(record, Deployment):
        named += [mentions[place_id].text for place_id in record.origin if place_id in mentions]
    if named:
        return "not found in the gazetteer: " + ", ".join(f"“{shorten(plain(name), 60)}”" for name in named)
    if isinstance(record, Deployment) and record.recipient is not None:
        return "the article names a recipient but no place"
    return "the article states no place"
