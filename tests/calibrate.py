"""Fits what confidence means: how often answers of some evidence are right, on annotated articles of the tests' own.

    python tests/calibrate.py    print the coefficients that fit, and how confidence and truth agree by bin

Fitted on the articles of ``corpus/news`` that are not held out, and on ``gold``; the held-out ones tell how well it
holds. ``gold/dev`` is printed, but not fitted to: the rules were made on it, so that it is read better than anything
else. The coefficients are kept, rounded, in ``gazetteer/calibration.py`` and ``geomap/mentions/places/certainty.py``.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import ModuleType

if __name__ == "__main__":
    # Run as a script, this folder leads the path, and its tests/geomap would hide the package of that name.
    sys.path[0] = str(Path(__file__).parents[1])

from gazetteer.calibration import MOST_LEAD, MOST_WEIGHT
from geomap.mentions.places.certainty import MOST_SCORE
from geomap.mentions.places.finding import Place
from geomap.model import Article, PlaceMention, Use
from geomap.pipeline import Pipeline
from tests import gate, news

BINS = 10
STEPS = 30  # of Newton's method; it stands still after ten
RIDGE = 1e-3  # keeps the coefficients finite where a part of the evidence is always right
FITTED = ("tuned", "own")


@dataclass(frozen=True)
class Answer:
    """A resolved mention: whether a careful reader has a place there, and whether it is the same place."""

    place: Place
    wanted: bool
    right: bool

    @property
    def confidence(self) -> float:
        return self.place.mention.confidence


def answers(pipeline: Pipeline) -> dict[str, list[Answer]]:
    """Read all annotated articles: ``tuned`` and ``held out`` of the news, ``own`` and ``dev`` of the gold."""
    every = news.load()
    return {
        "tuned": of_news(pipeline, [item for item in every if not item.held_out]),
        "held out": of_news(pipeline, [item for item in every if item.held_out]),
        **{name: of_gold(pipeline, folder) for name, folder in gate.SETS.items()},
    }


def of_news(pipeline: Pipeline, articles: Sequence[news.News]) -> list[Answer]:
    """Read articles of the corpus of news."""
    found: list[Answer] = []
    for item in articles:
        article = Article(id=item.id, text=item.text, published=item.published, source=item.source, url=item.url)
        found += _answers(_read(pipeline, article), item.spans(), [place.right for place in item.places])
    return found


def of_gold(pipeline: Pipeline, folder: Path) -> list[Answer]:
    """Read the gold articles of a folder."""
    found: list[Answer] = []
    score = gate.scorer()
    for path in sorted(folder.glob("*.json")):
        if path == gate.BASELINE:
            continue
        gold = json.loads(path.read_text(encoding="utf-8"))
        article = Article(id=path.stem, title=gold["title"], published=gold["published"], text=gold["text"])
        spans = tuple(score.nth_span(gold["text"], place["text"], place["nth"]) for place in gold["places"])
        rights = [partial(_gold_right, score, place) for place in gold["places"]]
        found += _answers(_read(pipeline, article), spans, rights)
    return found


def _gold_right(score: ModuleType, place: dict[str, object], mention: PlaceMention) -> bool:
    resolved = mention.resolved.model_dump() if mention.resolved is not None else None
    return bool(score.place_right(place, resolved))


def _read(pipeline: Pipeline, article: Article) -> tuple[Place, ...]:
    doc = pipeline.annotator.annotate(article.text)
    return pipeline.mentions(doc, article.published, pipeline.imprint(article)).places


def _answers(
    places: Sequence[Place], spans: Sequence[tuple[int, int]], rights: Sequence[Callable[[PlaceMention], bool]]
) -> Iterator[Answer]:
    """Yield the resolved mentions; each annotated one, at its span, tells whether a mention is right for it."""
    pairs = {f: w for w, f in news.pair_up(spans, [place.mention.span for place in places]).items()}
    for index, place in enumerate(places):
        if place.mention.resolved is not None:
            yield Answer(place, index in pairs, index in pairs and rights[pairs[index]](place.mention))


def calibration_error(given: Sequence[Answer]) -> float:
    """Return the expected calibration error: the mean gap of confidence and share right, over bins of a tenth."""
    return sum(abs(confidence - right) * count for _, count, confidence, right in bins(given)) / len(given)


def brier(given: Sequence[Answer]) -> float:
    """Return the mean square of confidence minus truth."""
    return sum((answer.confidence - answer.right) ** 2 for answer in given) / len(given)


def bins(given: Sequence[Answer]) -> Iterator[tuple[int, int, float, float]]:
    """Yield for each tenth that has answers: its number, how many, their mean confidence, the share right."""
    for number in range(BINS):
        inside = [a for a in given if min(int(a.confidence * BINS), BINS - 1) == number]
        if inside:
            mean = sum(a.confidence for a in inside) / len(inside)
            yield number, len(inside), mean, sum(a.right for a in inside) / len(inside)


def fitted(rows: Sequence[tuple[float, ...]], truth: Sequence[bool]) -> list[float]:
    """Return the coefficients of the logistic regression, the constant first, by Newton's method."""
    width = len(rows[0]) + 1
    full = [(1.0, *row) for row in rows]
    weights = [0.0] * width
    for _ in range(STEPS):
        slope = [-RIDGE * len(full) * w if i else 0.0 for i, w in enumerate(weights)]
        curve = [[RIDGE * len(full) if i == j else 0.0 for j in range(width)] for i in range(width)]
        for row, true in zip(full, truth, strict=True):
            p = 1 / (1 + math.exp(-sum(w * x for w, x in zip(weights, row, strict=True))))
            for i, x in enumerate(row):
                slope[i] += x * (true - p)
                for j, z in enumerate(row):
                    curve[i][j] += x * z * p * (1 - p)
        weights = [w + step for w, step in zip(weights, _solved(curve, slope), strict=True)]
    return weights


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve a small positive definite system by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for i, pivot in enumerate(rows):
        for k, other in enumerate(rows):
            if k != i:
                factor = other[i] / pivot[i]
                rows[k] = [a - factor * b for a, b in zip(other, pivot, strict=True)]
    return [row[-1] / row[i] for i, row in enumerate(rows)]


def main() -> None:
    """Fit and print."""
    found = answers(Pipeline.load())
    given = [a for part in FITTED for a in found[part] if a.place.evidence is not None]
    named = [a for a in given if a.wanted and a.place.mention.relation is None]
    rows = [(min(e.weight, MOST_WEIGHT), MOST_LEAD if e.lead is None else min(e.lead, MOST_LEAD))
            for a in named if (e := a.place.evidence) is not None]  # fmt: skip
    print("gazetteer: constant, weight, lead:", *(f"{w:.2f}" for w in fitted(rows, [a.right for a in named])))
    judged = [(a, a.place.score) for part in FITTED for a in found[part] if a.place.score is not None]
    scores = [(max(0.0, min(score, MOST_SCORE)), float(told(a.place))) for a, score in judged]
    print("judge: constant, score, told:", *(f"{w:.2f}" for w in fitted(scores, [a.wanted for a, _ in judged])))
    for part, those in found.items():
        print(
            f"{part}: {len(those)} answers, calibration error {calibration_error(those):.3f}, Brier {brier(those):.4f}"
        )
        for number, count, confidence, right in bins(those):
            print(
                f"  {number / BINS:.1f}-{(number + 1) / BINS:.1f}  {count:4}  mean {confidence:.3f}  right {right:.3f}"
            )


def told(place: Place) -> bool:
    """Whether the words around a name leave little doubt that it is a place."""
    return place.expression or place.mention.use is Use.DATELINE


if __name__ == "__main__":
    main()
