"""Candidates in their context → a Resolution, with the reasons of the features that speak for the best.

A candidate's raw score is the sum of what it tells of itself (``contenders``) and of what the article tells of it
(``setting``); ``score`` squashes it to 0..1, and the answer's confidence falls with the score of the runner-up
elsewhere.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from .contenders import Contender, Contenders, lies_in
from .model import Candidate, Kind, Place, Resolution
from .setting import Asked, Feature, Setting, cued, seat, told_of
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

    @property
    def place(self) -> Place:
        return self.contender.candidate.place


def rank(query: str, contenders: Contenders, setting: Setting, asked: Asked) -> Resolution:
    """Order the candidates; ties go by population, then id. Without an acceptable one ``best`` is ``None``."""
    if not contenders.items:
        return Resolution(query, None, why=(f'no place in the gazetteer is called "{query}"',))
    features = setting.features(contenders, asked)
    partial = _promising(contenders.items, features, setting, asked)
    ordered = _ordered(_leading(partial, setting.most_near), setting)
    best = ordered[0]
    score = _squash(-best.minus_raw)
    if score < MIN_SCORE:
        why = (f'nothing called "{query}" is likely enough; the best is {best.place.name}, {best.place.country}',)
        answers = tuple(_answer(item, features, setting, asked) for item in ordered[:ALTERNATIVES])
        return Resolution(query, None, answers, why=why)
    rival = _rival(best, ordered[1:])
    if rival is None and len(ordered) < len(partial):
        rival = _rival(best, _ordered(partial, setting)[1:])
    margin = 1.0 if rival is None else 1.0 / (1.0 + math.exp((best.minus_raw - rival.minus_raw) * 1.2))
    answer, *others = (_answer(item, features, setting, asked) for item in ordered[: 1 + ALTERNATIVES])
    reasons: tuple[str, ...] = (*contenders.notes, *answer.reasons)
    if len(contenders.items) > 1:
        reasons = (*reasons, f"{len(contenders.items) - 1} other places of that name scored less")
    return Resolution(query, answer, tuple(others), round(score * margin, 3), reasons)


def _promising(
    items: Sequence[Contender], features: Sequence[Feature], setting: Setting, asked: Asked
) -> list[tuple[float, Contender]]:
    """The candidates worth all features, with the sum of all but ``near``: of a hundred San Antonios not each is."""
    sums = [
        (
            item.known + sum([score for score, _ in told_of(features, item, setting, asked)]) + cued(item, asked)[0],
            item,
        )
        for item in items
    ]
    if len(sums) > JUDGED:
        sums = sorted(sums, key=lambda each: (-each[0], each[1].candidate.place.id))[:JUDGED]
    return [(known + item.more + seat(item, asked), item) for known, item in sums]


def _leading(sums: list[tuple[float, Contender]], most: float) -> list[tuple[float, Contender]]:
    """Those that may be among the answers though ``near`` adds the most to them, and nothing to others."""
    if len(sums) <= 1 + ALTERNATIVES:
        return sums
    least = sorted([known for known, _ in sums], reverse=True)[ALTERNATIVES] - most - 10.0**-_DIGITS
    return [each for each in sums if each[0] >= least]


def _ordered(sums: Sequence[tuple[float, Contender]], setting: Setting) -> list[_Scored]:
    near, scored = setting.near, []
    for number, (known, item) in enumerate(sums):
        place = item.candidate.place
        raw = round(known + near(item)[0], _DIGITS)
        scored.append(_Scored(-raw, -place.population, place.id, number, item))
    scored.sort()
    return scored


def _rival(best: _Scored, others: Sequence[_Scored]) -> _Scored | None:
    """The first of the others that lies elsewhere."""
    return next((other for other in others if not _same_answer(best.place, other.place)), None)


def _answer(item: _Scored, features: Sequence[Feature], setting: Setting, asked: Asked) -> Candidate:
    """The candidate with its score and all reasons."""
    contender = item.contender
    told = (*told_of(features, contender, setting, asked), setting.near(contender), cued(contender, asked))
    reasons = (*contender.before, *[reason for _, reason in told if reason], *contender.behind)
    candidate = contender.candidate
    return Candidate(candidate.place, candidate.matched, candidate.name_kind, _squash(-item.minus_raw), reasons)


def _squash(raw: float) -> float:
    """Raw scores run from about 0 (a hamlet, nothing known) to 12; 0.5 is a village of the article's country."""
    return round(1.0 / (1.0 + math.exp(-(raw - 2.5) / 1.5)), 3)


def only_within(answer: Resolution, within: tuple[tuple[str, tuple[Place, ...]], ...]) -> Resolution:
    """Take an answer back that does not lie in what its name says: there is no Palma of that name in Mozambique."""
    if answer.best is None:
        return answer
    words, outer = next(item for item in within if item[1])
    place = answer.best.place
    if any(lies_in(place, area) or place.id == area.id for area in outer):
        return answer
    why = (f'no place called "{answer.query}" is known in {words}',)
    return replace(answer, best=None, alternatives=(answer.best, *answer.alternatives), confidence=0.0, why=why)


def _same_answer(one: Place, other: Place) -> bool:
    """Two entries for what a reader takes for one place: a town and the district around it, a base and its airfield."""
    if Kind.COUNTRY in (one.kind, other.kind) or one.country != other.country:
        return False
    reach = max(SAME_PLACE_KM, min(one.radius_km, other.radius_km))
    return distance_km(one.lat, one.lon, other.lat, other.lon) <= reach
