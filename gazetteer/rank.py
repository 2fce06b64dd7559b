"""Candidates in their context → a Resolution, with the reasons of the features that speak for the best.

A candidate's raw score is the sum of what it tells of itself (``contenders``) and of what the article tells of it
(``setting``); ``score`` squashes it to 0..1. The answer's confidence is told by that sum and its lead over the
runner-up elsewhere (``calibration``).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from .calibration import confidence
from .containment import lies_in
from .contenders import Contender, Contenders
from .model import Candidate, Evidence, Kind, Place, Resolution
from .setting import Asked, Setting, cued, dumped, nearness, seat, told_near, within
from .sphere import distance_km

JUDGED = 30  # candidates that all features look at
ALTERNATIVES = 5  # how many other candidates an answer lists
SAME_PLACE_KM = 30.0  # a town, its district and its airfield are one answer to a reader
MIN_SCORE = 0.2  # below, a name is better left unresolved
_DIGITS = 9  # of a raw score that count: the order in which features are added up makes no difference


class _Scored(NamedTuple):
    """A candidate in the order of the answer: by score, then by people, then by id."""

    minus_raw: float
    minus_people: int
    place_id: str
    number: int
    contender: Contender
    near_km: float

    @property
    def place(self) -> Place:
        return self.contender.candidate.place


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
        self._evidence: Evidence | None = None
        self._query, self._name, self._contenders = query, name, contenders
        self._ordered: list[_Scored] = []
        self._outside: str | None = None
        if not contenders.items:
            return
        self._setting, self._asked = setting, asked
        sums = _promising(contenders, setting, asked)
        self._ordered = ordered = _ordered(_leading(sums, setting.most_near), setting)
        best = ordered[0]
        if _squash(-best.minus_raw) < MIN_SCORE:
            return
        self._outside = _outside(best.place, asked) if tells else None
        if self._outside is not None:
            return
        rival = _rival(best, ordered[1:])
        if rival is None and len(ordered) < len(sums):
            rival = _rival(best, _ordered(sums, setting)[1:])
        self._evidence = Evidence(-best.minus_raw, None if rival is None else rival.minus_raw - best.minus_raw)
        self.best, self.confidence = best.place, round(confidence(self._evidence), 3)

    @cached_property
    def resolution(self) -> Resolution:
        """The whole answer. Without an acceptable candidate ``best`` is ``None``."""
        query, name, ordered, count = self._query, self._name, self._ordered, len(self._contenders.items)
        if not ordered:
            return Resolution(query, None, why=(f'no place in the gazetteer is called "{name}"',))
        if self.best is None and self._outside is None:
            place = ordered[0].place
            why = (f'nothing called "{name}" is likely enough; the best is {place.name}, {place.country}',)
            return Resolution(query, None, tuple(self._answers(ALTERNATIVES)), why=why)
        best, *others = self._answers(1 + ALTERNATIVES)
        if self._outside is not None:
            why = (f'no place called "{name}" is known in {self._outside}',)
            return Resolution(query, None, (best, *others), why=why)
        less = (f"{count - 1} other places of that name scored less",) if count > 1 else ()
        why = (*self._contenders.notes, *best.reasons, *less)
        return Resolution(query, best, tuple(others), self.confidence, why, evidence=self._evidence)

    def _answers(self, count: int) -> list[Candidate]:
        """The first candidates with their scores and all reasons."""
        setting, asked, answers = self._setting, self._asked, []
        for item in self._ordered[:count]:
            contender, candidate = item.contender, item.contender.candidate
            told = setting.land(contender, asked)[1] + within(contender, asked)[1] + told_near(item.near_km)
            reasons = contender.before + told + cued(contender, asked)[1] + contender.behind
            score = _squash(-item.minus_raw)
            answers.append(Candidate(candidate.place, candidate.matched, candidate.name_kind, score, reasons))
        return answers


_Sum = tuple[float, Contender]
"""A candidate with what all features but ``near`` add up to."""


def _promising(contenders: Contenders, setting: Setting, asked: Asked) -> list[_Sum]:
    """The candidates that all features look at: of a hundred San Antonios not each is worth it."""
    land = setting.land
    if len(contenders.items) <= JUDGED and not (contenders.dumped or asked.within or asked.cue):
        return [(item.whole + land(item, asked)[0], item) for item in contenders.items]
    sums = [(item.known + land(item, asked)[0], item) for item in contenders.items]
    if contenders.dumped:
        sums = [(known + dumped(item, asked), item) for known, item in sums]
    if asked.within or asked.cue is not None:
        sums = [(known + within(item, asked)[0] + cued(item, asked)[0], item) for known, item in sums]
    if len(sums) > JUDGED:
        sums = sorted(sums, key=lambda each: (-each[0], each[1].candidate.place.id))[:JUDGED]
    return [(known + item.more + seat(item, asked), item) for known, item in sums]


def _leading(sums: list[_Sum], most: float) -> list[_Sum]:
    """Those that may be among the answers though ``near`` adds the most to them, and nothing to others."""
    if len(sums) <= 1 + ALTERNATIVES:
        return sums
    least = sorted([known for known, _ in sums], reverse=True)[ALTERNATIVES] - most - 10.0**-_DIGITS
    return [each for each in sums if each[0] >= least]


def _ordered(sums: Sequence[_Sum], setting: Setting) -> list[_Scored]:
    scored = []
    for number, (known, item) in enumerate(sums):
        place, km = item.candidate.place, setting.near_km(item)
        raw = round(known + nearness(km), _DIGITS)
        scored.append(_Scored(-raw, -place.population, place.id, number, item, km))
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
