"""Judges whether a proposed name is a place: weighted features, each with the reason that the report shows.

The features stand in ``name_features`` (what the name itself may be) and ``name_surroundings`` (the words around it).
"""

from __future__ import annotations

from geomap.mentions.name_features import FEATURES as OF_THE_NAME
from geomap.mentions.name_features import Feature, Seen
from geomap.mentions.name_surroundings import FEATURES as OF_THE_WORDS_AROUND

THRESHOLD = 1.5
"""Sum of weights from which a name is taken for a place. Set, as the weights were, on gold/dev, on the project's own
gold articles and on the tuned part of ``tests/corpus/news``."""

FEATURES: tuple[Feature, ...] = OF_THE_NAME + OF_THE_WORDS_AROUND


def judge(seen: Seen) -> tuple[float, tuple[str, ...]]:
    """Return the sum of the weights of the features that hold, and their reasons with their weights."""
    held = [(reason, weight) for reason, weight, holds in FEATURES if holds(seen)]
    return sum((weight for _, weight in held), 0.0), tuple(f"{reason} ({weight:+g})" for reason, weight in held)
