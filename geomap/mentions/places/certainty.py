"""How often a name that the judge took for a place is one, by the sum of its weights.

Fitted, as the gazetteer's own ``calibration``, by ``tests/calibrate.py``; both together are a mention's confidence.
"""

from __future__ import annotations

import math

_CONSTANT = -0.49
_OF_SCORE, MOST_SCORE = 0.93, 6.0
_TOLD = 0.17  # an expression, or a dateline: the words around the name leave little doubt


def is_place(score: float, *, told: bool) -> float:
    """Return the share of such names that are places, 0 to 1; ``told``: in an expression or a dateline."""
    logit = _CONSTANT + _OF_SCORE * max(0.0, min(score, MOST_SCORE)) + (_TOLD if told else 0.0)
    return 1.0 / (1.0 + math.exp(-logit))
