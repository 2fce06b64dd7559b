"""Fits the weights by which a force that no words give to anybody finds an owner: ``salience`` in ``records.yml``.

    python tests/fit_owners.py    print the weights that fit, and how often they are right on articles not fitted to

Fitted on all gold articles: of the actors that may own each force that reaches ``owner_salience``, which one a careful
reader takes, or none. The weights are drawn to those that are kept, as the evidence is thin for most of them: what a
few articles say moves a weight a little. Each tenth of the articles is judged by weights fitted on the others; take new
weights over only where articles that nobody has seen are read better by them.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    # Run as a script, this folder leads the path, and its tests/geomap would hide the package of that name.
    sys.path[0] = str(Path(__file__).parents[1])

from geomap.language import lexicon
from geomap.model import Article
from geomap.pipeline import Pipeline
from geomap.records.owners import salience as owner_salience
from geomap.records.owners.evidence import Evidence
from geomap.records.owners.owned import Owned
from geomap.records.owners.salience import Candidate
from geomap.records.triggering import Link
from tests import gate
from tests.support.entries import entry_of

FOLDS = 10
STEPS = 250
RATE = 0.1
RIDGE = 20.0  # how strongly weights are drawn to those kept; less makes held-out articles worse
UNKNOWN = ("unknown",)


@dataclass(frozen=True)
class Case:
    """A force with the features of each actor, those of none last, and the index of the right one."""

    article: str
    features: tuple[tuple[str, ...], ...]
    right: int | None


def cases(pipeline: Pipeline) -> list[Case]:
    """Read all gold articles and return every force that is weighed and that the gold tells of."""
    found: list[Case] = []
    weigh = owner_salience.candidates
    current: dict[str, Any] = {}

    def noting(told: Evidence, link: Link, before: Sequence[Owned]) -> tuple[Candidate, ...]:
        result = weigh(told, link, before)
        entry = entry_of(current, link)
        if entry is not None:
            found.append(_case(current["id"], entry["actor"], result))
        return result

    owner_salience.candidates = noting
    for folder in gate.SETS.values():
        for path in sorted(folder.glob("*.json")):
            if path == gate.BASELINE:
                continue
            current = {"id": path.stem, **json.loads(path.read_text(encoding="utf-8"))}
            pipeline.extract(Article(id=path.stem, published=current["published"], text=current["text"]))
    owner_salience.candidates = weigh
    return found


def _case(article: str, owner: str | None, found: Sequence[Candidate]) -> Case:
    codes = [candidate.actor.code for candidate in found]
    right = len(codes) if owner is None else codes.index(owner) if owner in codes else None
    return Case(article, (*(candidate.features for candidate in found), UNKNOWN), right)


def fitted(given: Sequence[Case], kept: dict[str, float]) -> dict[str, float]:
    """Return the weights of the conditional logistic regression, by gradient steps with momentum."""
    weights = dict(kept)
    pace, size = dict.fromkeys(kept, 0.0), dict.fromkeys(kept, 0.0)
    used = [case for case in given if case.right is not None]  # one that is no candidate says nothing
    for step in range(1, STEPS + 1):
        slope = {name: -RIDGE * (weight - kept[name]) for name, weight in weights.items()}
        for case in used:
            for index, (features, chance) in enumerate(zip(case.features, chances(case, weights), strict=True)):
                for name in features:
                    slope[name] += (index == case.right) - chance
        for name, value in slope.items():  # Adam
            pace[name] = 0.9 * pace[name] + 0.1 * value
            size[name] = 0.99 * size[name] + 0.01 * value * value
            weights[name] += RATE * pace[name] / (1 - 0.9**step) / (math.sqrt(size[name] / (1 - 0.99**step)) + 1e-8)
    return weights


def chances(case: Case, weights: dict[str, float]) -> list[float]:
    """Return how likely each actor is, nobody last."""
    sums = [sum(weights[name] for name in features) for features in case.features]
    powers = [math.exp(value - max(sums)) for value in sums]
    return [power / sum(powers) for power in powers]


def hits(given: Sequence[Case], weights: dict[str, float]) -> int:
    """Return for how many forces the likeliest is the right one."""
    likely = [max(enumerate(chances(case, weights)), key=lambda each: each[1])[0] for case in given]
    return sum(index == case.right for index, case in zip(likely, given, strict=True))


def main() -> None:
    """Fit and print."""
    given = cases(Pipeline.load())
    kept = lexicon.records().salience
    articles = sorted({case.article for case in given})
    held = 0
    for fold in range(FOLDS):
        out = set(articles[fold::FOLDS])
        weights = fitted([case for case in given if case.article not in out], kept)
        held += hits([case for case in given if case.article in out], weights)
    print(f"{len(given)} forces; right as kept {hits(given, kept)}, on articles not fitted to {held}")
    for name, weight in fitted(given, kept).items():
        print(f"  {name}: {weight:.1f}")


if __name__ == "__main__":
    main()
