"""What a count of formations may stand for: "two brigades" → some 6,000 to 10,000 people, an estimate and marked so.

The report keeps the count of formations as its quantity; an estimate is an extra that a map may show beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from geomap.language import lexicon
from geomap.language.schemas import Strength
from geomap.model import Echelon, Quantity


@dataclass(frozen=True, slots=True)
class Estimate:
    """People from ``low`` to ``high``; ``None`` is an end that the count leaves open. ``source``: whose figures."""

    low: int | None
    high: int | None
    source: str


def estimate(echelon: Echelon, count: Quantity, noun: str = "") -> Estimate | None:
    """Return how many people so many formations hold, by the table of echelons.

    ``noun`` is the formation in the words of the text: a "battalion tactical group" is smaller than a battalion. An
    echelon that the table lacks ("army") has no estimate, nor has a strength in people ("a 5,000-strong brigade").
    """
    strength = _strengths().get(noun.lower().removesuffix("s")) or _strengths().get(echelon.value)
    if strength is None or count.text.lower().endswith(("strong", "-man", "-member")):
        return None
    low = strength.low * count.min if count.min is not None else None
    high = strength.high * count.max if count.max is not None else None
    return Estimate(round(low) if low is not None else None, round(high) if high is not None else None, strength.source)


@cache
def _strengths() -> dict[str, Strength]:
    return {strength.formation: strength for strength in lexicon.strengths().strengths}
