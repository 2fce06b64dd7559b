"""Judges whether a proposed name is a place: weighted features, each with the reason that the report shows.

The features stand in ``name_traits`` (what the name tells by itself), ``name_features`` (what the text tells of it
elsewhere), ``name_surroundings`` and ``name_wholes`` (the words around it, for and against a place).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from geomap.mentions.places.name_features import FEATURES as OF_THE_NAME
from geomap.mentions.places.name_features import Feature, Seen
from geomap.mentions.places.name_surroundings import FEATURES as FOR_A_PLACE
from geomap.mentions.places.name_traits import Own, Traits
from geomap.mentions.places.name_wholes import FEATURES as AGAINST_A_PLACE

THRESHOLD = 1.5
"""Sum of weights from which a name is taken for a place. Set, as the weights were, on gold/dev, on the project's own
gold articles and on the tuned part of ``tests/corpus/news``."""

FEATURES: tuple[Own | Feature, ...] = OF_THE_NAME + FOR_A_PLACE + AGAINST_A_PLACE
"""In the order in which their reasons are told."""

_OWN = [(number, each.holds) for number, each in enumerate(FEATURES) if isinstance(each, Own)]
_OF_A_TEXT = [(number, each.holds, each.may) for number, each in enumerate(FEATURES) if isinstance(each, Feature)]

Judgement = tuple[float, tuple[str, ...]]


def judge(seen: Seen) -> Judgement:
    """Return the sum of the weights of the features that hold, and their reasons with their weights."""
    held, open_ones = _of_the_name(seen.proposal.traits)
    found = [number for number, holds in open_ones if holds(seen)]
    return _told(tuple(sorted(held + found)))


@lru_cache(maxsize=16_384)
def _of_the_name(traits: Traits) -> tuple[list[int], list[tuple[int, Callable[[Seen], bool]]]]:
    """Return which features hold for a name in every text, and which the text decides; by their numbers."""
    held = [number for number, holds in _OWN if holds(traits)]
    return held, [(number, holds) for number, holds, may in _OF_A_TEXT if may(traits)]


@lru_cache(maxsize=4096)
def _told(numbers: tuple[int, ...]) -> Judgement:
    """Say which features hold; a few hundred sets of them make up all of the news."""
    held = [FEATURES[number] for number in numbers]
    return sum((each.weight for each in held), 0.0), tuple(f"{each.reason} ({each.weight:+g})" for each in held)
