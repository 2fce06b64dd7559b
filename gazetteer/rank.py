"""Candidates in their context → a Resolution, with the reasons of the features that speak for the best.

A candidate's raw score is the sum of what it tells of itself (``contenders``) and of what the article tells of it
(``setting``); ``score`` squashes it to 0..1, and the answer's confidence falls with the score of the runner-up
elsewhere.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from .contenders import Contender, Contenders, lies_in
from .model import Candidate, Kind, Place, Resolution
from .setting import NOTHING, Asked, Setting, Told, cued, dumped, seat, within
from .sphere import distance_km

JUDGED = 30  # candidates that all features look at
ALTERNATIVES = 5  # how many other candidates an answer lists
SAME_PLACE_KM = 30.0  # a town, its district and its airfield are one answer to a reader
MIN_SCORE = 0.2  # below, a name is better left unresolved
_DIGITS = 9  # of a raw score that count: the order in which features are added up makes no difference


class _Partial(NamedTuple):
    """A candidate with the sum of all but ``near``, and what the features before and behind that tell."""

    sum: float
    contender: Contender
    before: tuple[str, ...]
    behind: tuple[str, ...]


class _Scored(NamedTuple):
    """A candidate in the order of the answer: by score, then by people, then by id."""

    minus_raw: float
    minus_people: int
    place_id: str
    number: int
    partial: _Partial
    near: tuple[str, ...]

    @property
    def place(self) -> Place:
        return self.partial.contender.candidate.place

    def answer(self) -> Candidate:
        """The candidate with its score and all reasons."""
        contender, candidate = self.partial.contender, self.partial.contender.candidate
        reasons = (*contender.before, *self.partial.before, *self.near, *self.partial.behind, *contender.behind)
        return Candidate(candidate.place, candidate.matched, candidate.name_kind, _squash(-self.minus_raw), reasons)


class Ranking:
    """The candidates for a name in their order; ties go by population, then id.

    Only the best and the confidence are worked out at once: reasons and alternatives are for who reads them. The
    ``query`` is answered, of which ``name`` is looked up; where it ``tells`` itself what that lies in, nothing else is
    an answer.
    """

    def __init__(
        self, query: str, name: str, contenders: Contenders, setting: Setting, asked: Asked, *, tells: bool = False
    ) -> None:
        self.best: Place | None = None
        self.confidence = 0.0
        self._query, self._name, self._contenders = query, name, contenders
        self._ordered: list[_Scored] = []
        self._outside: str | None = None
        if not contenders.items:
            return
        partial = _promising(contenders, setting, asked)
        self._ordered = ordered = _ordered(_leading(partial, setting.most_near), setting)
        best = ordered[0]
        score = _squash(-best.minus_raw)
        if score < MIN_SCORE:
            return
        self._outside = _outside(best.place, asked) if tells else None
        if self._outside is not None:
            return
        rival = _rival(best, ordered[1:])
        if rival is None and len(ordered) < len(partial):
            rival = _rival(best, _ordered(partial, setting)[1:])
        margin = 1.0 if rival is None else 1.0 / (1.0 + math.exp((best.minus_raw - rival.minus_raw) * 1.2))
        self.best, self.confidence = best.place, round(score * margin, 3)

    @cached_property
    def resolution(self) -> Resolution:
        """The whole answer. Without an acceptable candidate ``best`` is ``None``."""
        query, name, ordered, count = self._query, self._name, self._ordered, len(self._contenders.items)
        if not ordered:
            return Resolution(query, None, why=(f'no place in the gazetteer is called "{name}"',))
        if self.best is None and self._outside is None:
            place = ordered[0].place
            why = (f'nothing called "{name}" is likely enough; the best is {place.name}, {place.country}',)
            return Resolution(query, None, tuple([item.answer() for item in ordered[:ALTERNATIVES]]), why=why)
        best, *others = [item.answer() for item in ordered[: 1 + ALTERNATIVES]]
        if self._outside is not None:
            why = (f'no place called "{name}" is known in {self._outside}',)
            return Resolution(query, None, (best, *others), why=why)
        less = (f"{count - 1} other places of that name scored less",) if count > 1 else ()
        return Resolution(query, best, tuple(others), self.confidence, (*self._contenders.notes, *best.reasons, *less))


def _promising(contenders: Contenders, setting: Setting, asked: Asked) -> list[_Partial]:
    """The candidates that all features look at: of a hundred San Antonios not each is worth it."""
    sums = [_partial(item, setting, asked, dumps=contenders.dumped) for item in contenders.items]
    if len(sums) > JUDGED:
        sums = sorted(sums, key=lambda each: (-each.sum, each.contender.candidate.place.id))[:JUDGED]
    return [each._replace(sum=each.sum + each.contender.more + seat(each.contender, asked)) for each in sums]


def _partial(item: Contender, setting: Setting, asked: Asked, *, dumps: bool) -> _Partial:
    """Weigh by the features that every candidate is weighed by."""
    score, reasons = setting.land(item, asked)
    behind: Told = NOTHING
    score += item.known
    if dumps:
        score += dumped(item, asked)
    if asked.within:
        lying = within(item, asked)
        score, reasons = score + lying[0], reasons + lying[1]
    if asked.cue is not None:
        behind = cued(item, asked)
        score += behind[0]
    return _Partial(score, item, reasons, behind[1])


def _leading(sums: list[_Partial], most: float) -> list[_Partial]:
    """Those that may be among the answers though ``near`` adds the most to them, and nothing to others."""
    if len(sums) <= 1 + ALTERNATIVES:
        return sums
    least = sorted([each.sum for each in sums], reverse=True)[ALTERNATIVES] - most - 10.0**-_DIGITS
    return [each for each in sums if each.sum >= least]


def _ordered(sums: Sequence[_Partial], setting: Setting) -> list[_Scored]:
    near, scored = setting.near, []
    for number, each in enumerate(sums):
        place = each.contender.candidate.place
        score, reason = near(each.contender)
        raw = round(each.sum + score, _DIGITS)
        scored.append(_Scored(-raw, -place.population, place.id, number, each, reason))
    scored.sort()
    return scored


def _rival(best: _Scored, others: Sequence[_Scored]) -> _Scored | None:
    """The first of the others that lies elsewhere."""
    return next((other for other in others if not _same_answer(best.place, other.place)), None)


def _squash(raw: float) -> float:
    """Raw scores run from about 0 (a hamlet, nothing known) to 12; 0.5 is a village of the article's country."""
    return round(1.0 / (1.0 + math.exp(-(raw - 2.5) / 1.5)), 3)


def _outside(place: Place, asked: Asked) -> str | None:
    """Return what a place does not lie in though its name says so: there is no Palma of that name in Mozambique."""
    for words, outer in asked.within:
        if outer:
            return None if any(lies_in(place, area) or place.id == area.id for area in outer) else words
    return None


def _same_answer(one: Place, other: Place) -> bool:
    """Two entries for what a reader takes for one place: a town and the district around it, a base and its airfield."""
    if Kind.COUNTRY in (one.kind, other.kind) or one.country != other.country:
        return False
    reach = max(SAME_PLACE_KM, min(one.radius_km, other.radius_km))
    return distance_km(one.lat, one.lon, other.lat, other.lon) <= reach
