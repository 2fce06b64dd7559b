"""Places that open the next member of a list: "and in Latvia 1,200 Canadians", "from Fort Polk, La., a battalion"."""

from __future__ import annotations

import re

from geomap.mentions.forces.finding import ForceMention
from geomap.mentions.places.finding import Place
from geomap.records.context import Mentions
from geomap.records.places.explaining import explains

_OPENS = re.compile(r"(?:;|\b(?:and|but|while),?)\)? (in|at|near|on|from|around|off) (?:the )?$")
_REACH = 40
"""Characters from a place to the force that it opens, over what explains the place."""


def opened_by(m: Mentions, place: Place) -> tuple[ForceMention, str] | None:
    """Return the force right behind a place that a conjunction and a preposition lead, and that preposition."""
    start, end = place.mention.span
    leads = _OPENS.search(m.doc.text[max(0, start - 20) : start])
    if leads is None:
        return None
    for other in m.places_in((end, end + _REACH)):
        if explains(m, other, [place]):
            end = other.mention.span[1]
    force = next((f for f in m.forces_in((end, end + 3)) if m.doc.text[end : f.start] in {" ", ", "}), None)
    return (force, leads[1]) if force is not None else None
