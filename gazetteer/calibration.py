"""How often an answer of some evidence is right, so that a confidence is a frequency and no mere figure.

A logistic curve over the weight and the lead, each up to where more of it tells nothing more. ``tests/calibrate.py``
fits it to annotated articles and measures it on others.
"""

from __future__ import annotations

import math

from .model import Evidence

_CONSTANT = -4.26
_OF_WEIGHT, MOST_WEIGHT = 0.62, 9.0
_OF_LEAD, MOST_LEAD = 0.70, 4.0  # without a rival the lead is the most that counts


def confidence(evidence: Evidence) -> float:
    """Return the share of such answers that are right, 0 to 1, of names that are places."""
    weight = min(evidence.weight, MOST_WEIGHT)
    lead = MOST_LEAD if evidence.lead is None else min(evidence.lead, MOST_LEAD)
    return 1.0 / (1.0 + math.exp(-(_CONSTANT + _OF_WEIGHT * weight + _OF_LEAD * lead)))
