"""Fits the weights by which a force that no words tie to a place finds one: ``whereabouts`` in ``records.yml``.

    python tests/fit_places.py    print the weights that fit, and how often they are right on articles not fitted to

Fitted on all gold articles: of what may be the place of each force that reaches ``place_salience``, which one a careful
reader takes, or none. Each tenth of the articles is judged by weights fitted on the others.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

if __name__ == "__main__":
    # Run as a script, this folder leads the path, and its tests/geomap would hide the package of that name.
    sys.path[0] = str(Path(__file__).parents[1])

from geomap.mentions.places.finding import Place
from geomap.model import Action, Article
from geomap.pipeline import Pipeline
from geomap.records.context import Mentions
from geomap.records.places import salience as place_salience
from geomap.records.places.salience import Whereabouts
from geomap.records.triggering import Link
from tests import gate
from tests.support.entries import entry_of

FOLDS = 10
STEPS = 400
RATE = 0.05
RIDGE = 1.0  # keeps the weights of rare features small
EAGER = math.log(0.7)
"""Taken from what speaks for nowhere: a record that is right every other time helps more than it harms."""


@dataclass(frozen=True)
class Case:
    """A force with what may be its place: the features of each, nowhere first, and which are right."""

    article: str
    features: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]
    told: bool

    @property
    def wanted(self) -> tuple[bool, ...]:
        """What is to be chosen: a right place, or nowhere where none is right."""
        return self.right if any(self.right) else (True, *self.right[1:])


def cases(pipeline: Pipeline) -> list[Case]:
    """Read all gold articles and return every force that is weighed."""
    found: list[Case] = []
    score = gate.scorer()
    weighed = place_salience.weighed
    current: dict[str, Any] = {}

    def noting(m: Mentions, link: Link, earlier: Sequence[Link]) -> tuple[Whereabouts, ...]:
        result = weighed(m, link, earlier)
        found.append(_case(score, current, link, result))
        return result

    place_salience.weighed = noting
    for folder in gate.SETS.values():
        for path in sorted(folder.glob("*.json")):
            if path == gate.BASELINE:
                continue
            current = {"id": path.stem, **json.loads(path.read_text(encoding="utf-8"))}
            pipeline.extract(Article(id=path.stem, published=current["published"], text=current["text"]))
    place_salience.weighed = weighed
    return found


def _case(score: ModuleType, gold: dict[str, Any], link: Link, found: Sequence[Whereabouts]) -> Case:
    entry = entry_of(gold, link)
    wanted = [] if entry is None else entry["origin"] if _leaves(link) and entry["origin"] else entry["location"]
    right = tuple(bool(wanted) and score.places_right(wanted, _resolved(each.places)) for each in found)
    return Case(gold["id"], tuple(each.features for each in found), right, bool(wanted))


def _leaves(link: Link) -> bool:
    return link.action is Action.WITHDRAW


def _resolved(places: Sequence[Place]) -> list[dict[str, Any] | None]:
    return [p.mention.resolved.model_dump() if p.mention.resolved is not None else None for p in places]


def fitted(given: Sequence[Case]) -> dict[str, float]:
    """Return the weights of the conditional logistic regression, by gradient steps with momentum."""
    names = sorted({name for case in given for features in case.features for name in features})
    weights = dict.fromkeys(names, 0.0)
    pace, size = dict.fromkeys(names, 0.0), dict.fromkeys(names, 0.0)
    used = [
        case for case in given if any(case.right) or not case.told
    ]  # a right place that is no candidate says nothing
    for step in range(1, STEPS + 1):
        slope = {name: -RIDGE * weight for name, weight in weights.items()}
        for case in used:
            chances = probabilities(case, weights)
            hit = sum(chance for chance, right in zip(chances, case.wanted, strict=True) if right)
            for features, chance, right in zip(case.features, chances, case.wanted, strict=True):
                pull = (chance / hit if right else 0.0) - chance
                for name in features:
                    slope[name] += pull
        for name, value in slope.items():  # Adam
            pace[name] = 0.9 * pace[name] + 0.1 * value
            size[name] = 0.99 * size[name] + 0.01 * value * value
            weights[name] += RATE * pace[name] / (1 - 0.9**step) / (math.sqrt(size[name] / (1 - 0.99**step)) + 1e-8)
    return weights


def probabilities(case: Case, weights: dict[str, float]) -> list[float]:
    """Return how likely each is, nowhere first."""
    sums = [sum(weights.get(name, 0.0) for name in features) for features in case.features]
    top = max(sums)
    powers = [math.exp(value - top) for value in sums]
    return [power / sum(powers) for power in powers]


def verdict(case: Case, weights: dict[str, float]) -> str:
    """Return what comes of the weights for a force: ``right``, ``wrong``, ``spurious`` or ``none``."""
    chances = probabilities(case, weights)
    chances[0] *= math.exp(EAGER)
    best = chances.index(max(chances))
    if best == 0:
        return "none"
    return "right" if case.right[best] else "wrong" if case.told else "spurious"


def main() -> None:
    """Fit and print."""
    given = cases(Pipeline.load())
    articles = sorted({case.article for case in given})
    judged: Counter[str] = Counter()
    for fold in range(FOLDS):
        held = set(articles[fold::FOLDS])
        weights = fitted([case for case in given if case.article not in held])
        judged.update(verdict(case, weights) for case in given if case.article in held)
    print(f"{len(given)} forces; on articles not fitted to:", dict(sorted(judged.items())))
    weights = fitted(given)
    weights["nowhere"] += EAGER
    for name, weight in weights.items():
        print(f"  {name}: {weight:.1f}")


if __name__ == "__main__":
    main()
