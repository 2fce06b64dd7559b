"""Totals by place and actor, as ranges that count nothing twice.

What may be added up is of one category, one act (there, leaving, supplied) and one status. Left out, and said so: what
has no number, what is denied or past, a part whose whole is in the sum, a number that is told again. Numbers told in
different sentences at the same place, or at places of which one holds the other, may be the same force: the lower bound
counts the larger of them alone, the upper bound both. The page reckons the same for what its filters show
(``assets/totals.js``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from geomap.model import Action, Deployment, Status
from geomap.scene import wording
from geomap.scene.actors import key as actor_key
from geomap.scene.frame import distance_km
from geomap.scene.model import Point, Tally
from geomap.scene.placing import Placed, Where

THERE, LEAVING, SUPPLIED = "there", "leaving", "supplied"
_ACTS = {Action.WITHDRAW: LEAVING, Action.TRANSFER: SUPPLIED}
_LEFT_OUT = {Status.DENIED: "denied", Status.PAST: "past"}
UNNUMBERED = "no number"

_Bucket = tuple[str, str, str, Status]


@dataclass(frozen=True, slots=True)
class Total:
    """A sum: what of, how it stands, its bounds (``high`` is ``None`` when it is open), and the records in it."""

    of: str
    act: str
    status: Status
    low: float
    high: float | None
    records: tuple[str, ...]


def build(placed: Sequence[Placed], site_of: Mapping[str, int]) -> tuple[Tally, ...]:
    """Return the tally of each deployment, in the order of ``placed``."""
    items = [(item, item.record) for item in placed if isinstance(item.record, Deployment)]
    wholes = {record.id: record.part_of for _, record in items}
    numbers: dict[tuple[int, int], int] = {}
    holders = _holders(items)
    twins: dict[tuple[object, ...], int] = {}
    out = []
    for item, record in items:
        low, high = _bounds(record)
        bucket = _bucket(record)
        at = tuple(sorted({numbers.setdefault(where.key, len(numbers)) for where in item.at}))
        held = {
            numbers.setdefault(holder.key, len(numbers))
            for where in item.at
            for holder in holders.get(bucket, ())
            if holder.key != where.key and _holds(holder, where)
        }
        alike = (*bucket, at, low, high) if at else (record.id,)
        out.append(
            Tally(
                record=record.id,
                actor=bucket[0],
                site=site_of.get(record.id),
                of=bucket[1],
                act=bucket[2],
                status=record.status,
                low=low,
                high=high,
                why=_LEFT_OUT.get(record.status, UNNUMBERED if record.quantity is None else ""),
                wholes=_ancestors(record.id, wholes),
                twin=twins.setdefault(alike, len(twins)),
                at=at,
                within=tuple(sorted(held)),
                sentence=record.evidence[0][0],
            )
        )
    return tuple(out)


def totals(tallies: Iterable[Tally]) -> tuple[Total, ...]:
    """Return the sums over ``tallies`` (those of one place, or of one actor), one for each kind of thing that may be
    added up, in the order in which it is first met."""
    counted = [tally for tally in tallies if not tally.why]
    here = {tally.record for tally in counted}
    buckets: dict[tuple[str, str, Status], list[Tally]] = defaultdict(list)
    for tally in counted:
        if here.isdisjoint(tally.wholes):
            buckets[tally.of, tally.act, tally.status].append(tally)
    return tuple(_total(kind, members) for kind, members in buckets.items())


def _total(kind: tuple[str, str, Status], members: Sequence[Tally]) -> Total:
    once: dict[int, Tally] = {}
    for tally in members:
        once.setdefault(tally.twin, tally)
    highs = [tally.high for tally in once.values()]
    high = None if None in highs else sum(value for value in highs if value is not None)
    return Total(*kind, _surely(list(once.values())), high, tuple(tally.record for tally in once.values()))


def _surely(members: Sequence[Tally]) -> float:
    """Return the sum of lower bounds over forces that are surely different, the largest first."""
    at: dict[tuple[str, int], set[int]] = defaultdict(set)
    within: dict[tuple[str, int], set[int]] = defaultdict(set)
    total = 0.0
    for tally in sorted(members, key=lambda each: -each.low):
        met = [at[tally.actor, place] | within[tally.actor, place] for place in tally.at]
        met += [at[tally.actor, place] for place in tally.within]
        if any(sentences - {tally.sentence} for sentences in met):
            continue
        total += tally.low
        for place in tally.at:
            at[tally.actor, place].add(tally.sentence)
        for place in tally.within:
            within[tally.actor, place].add(tally.sentence)
    return total


def words(total: Total) -> str:
    """Return a sum in words: "3,000 troops, planned", "1,000–3,400 troops", "at least 18 drones, supplied"."""
    noun = wording.counted(total.of)
    state = "" if total.status is Status.ACTUAL else str(total.status)
    act = "" if total.act == THERE else total.act
    return ", ".join(part for part in (f"{span(total.low, total.high)} {noun}", act, state) if part)


def span(low: float, high: float | None) -> str:
    """Return a range as a reader says it: "3,000", "1,000–3,400", "at least 18", "up to 500"."""
    if high is None:
        return f"at least {wording.figure(low)}"
    if low == high:
        return wording.figure(low)
    return f"{wording.figure(low)}–{wording.figure(high)}" if low else f"up to {wording.figure(high)}"


def _bounds(record: Deployment) -> tuple[float, float | None]:
    quantity = record.quantity
    if quantity is None:
        return 0.0, None
    return float(quantity.min or 0), None if quantity.max is None else float(quantity.max)


def _bucket(record: Deployment) -> _Bucket:
    return actor_key(record.actor), str(record.force.category), _ACTS.get(record.action, THERE), record.status


def _ancestors(record_id: str, wholes: Mapping[str, str | None]) -> tuple[str, ...]:
    """Return the records that one is a part of, nearest first; a ring ends where it closes."""
    found: list[str] = []
    parent = wholes.get(record_id)
    while parent is not None and parent in wholes and parent != record_id and parent not in found:
        found.append(parent)
        parent = wholes[parent]
    return tuple(found)


def _holders(items: Iterable[tuple[Placed, Deployment]]) -> dict[_Bucket, tuple[Where, ...]]:
    """Return the areas, each once, that the records of a bucket stand in and that other places may lie in."""
    found: dict[_Bucket, dict[tuple[int, int], Where]] = defaultdict(dict)
    for item, record in items:
        for where in item.at:
            if not where.is_point:
                found[_bucket(record)].setdefault(where.key, where)
    return {bucket: tuple(places.values()) for bucket, places in found.items()}


def _holds(area: Where, place: Where) -> bool:
    """Tell whether ``place`` may lie in ``area``: in a country by its code, elsewhere by distance."""
    if place.radius_km >= area.radius_km:
        return False
    if area.kind == "country":
        return place.country == area.country
    if place.country is not None and area.country is not None and place.country != area.country:
        return False
    return distance_km(Point(area.lat, area.lon), Point(place.lat, place.lon)) <= area.radius_km


def by(tallies: Iterable[Tally], key: Callable[[Tally], object]) -> dict[object, list[Tally]]:
    """Return the tallies in groups, in the order in which each is first met."""
    groups: dict[object, list[Tally]] = {}
    for tally in tallies:
        groups.setdefault(key(tally), []).append(tally)
    return groups
