"""What the candidates for a name tell of themselves, in whatever article: weighed once, and kept with the name.

Each feature (``own_features``) gives a score and, where a reader should know, a reason in plain words. Together with
those of the article (``setting``) the scores add up to a candidate's raw score, by which ``rank`` orders.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from . import own_features
from .model import Candidate, Kind, Place
from .own_features import BEFORE, BEHIND, MORE, Among, Told
from .sphere import Vector, vector


class Land(NamedTuple):
    """What a place lies in: its country and the first-order division, with whether it is the country itself."""

    country: str
    division: str
    whole: bool


class Contender(NamedTuple):
    """A candidate with what it tells of itself.

    ``land`` is what it lies in, ``None`` for a sea or region of no country. ``whole`` is the sum of ``known``, the
    features that every candidate is weighed by, of ``more``, those of the promising ones, and of ``seat``, what a
    division loses to its town; ``dumped`` is what a feature of a user's dump does. The reasons go ``before`` and
    ``behind`` those of the article. ``point`` is its place on the sphere.
    """

    candidate: Candidate
    land: Land | None
    whole: float
    known: float
    more: float
    seat: float
    dumped: float
    before: tuple[str, ...]
    behind: tuple[str, ...]
    point: Vector

    @property
    def place(self) -> Place:
        """The candidate's place."""
        return self.candidate.place


@dataclass(frozen=True, slots=True)
class Contenders:
    """All candidates for a name; ``lands`` are codes of countries among them that go by the name themselves.

    ``cue`` is the kind that words of the name told, ``notes`` say how it was looked up if not as written.
    """

    items: tuple[Contender, ...]
    lands: frozenset[str | None] = frozenset()
    dumped: bool = False
    cue: Kind | None = None
    notes: tuple[str, ...] = ()


def weighed(
    found: Sequence[Candidate],
    is_capital: Callable[[Place], bool],
    cue: Kind | None = None,
    notes: tuple[str, ...] = (),
) -> Contenders:
    """Weigh candidates by themselves and against each other."""
    among = Among.of(found, is_capital)
    items = tuple(_contender(candidate, among) for candidate in found)
    return Contenders(items, among.lands, any(item.dumped for item in items), cue, notes)


def _contender(candidate: Candidate, among: Among) -> Contender:
    told = [[feature(candidate, among) for feature in features] for features in (BEFORE, MORE, BEHIND)]
    before, more, behind = told
    place = candidate.place
    division = place.name if place.kind is Kind.ADMIN1 else place.admin1
    known, extra, seat = _sum(before) + _sum(behind), _sum(more), own_features.seat(candidate, among)
    return Contender(
        candidate,
        None if place.country is None else Land(place.country, division or "", place.kind is Kind.COUNTRY),
        known + extra + seat,
        known,
        extra,
        seat,
        own_features.dumped(place),
        (*candidate.reasons, *_reasons(before)),
        (*_reasons(more), *_reasons(behind)),
        vector(place.lat, place.lon),
    )


def _sum(told: Sequence[Told]) -> float:
    return sum([score for score, _ in told])


def _reasons(told: Sequence[Told]) -> Iterator[str]:
    return (reason for _, reason in told if reason)
