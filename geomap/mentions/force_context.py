"""What the other forces of an article tell of one: that Apaches are helicopters, that tankers fly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.language import lexicon
from geomap.language.annotated import Annotated
from geomap.language.spans import SpanIndex
from geomap.mentions.force_mentions import ForceMention
from geomap.mentions.quantities import QuantityMention
from geomap.model import Category

_FROM = re.compile(r" (?:(?:more|others|men|women|people|members|in all) )?(?:of|from|with) (?:the |its |their )?$")
_FROM_REACH = 30
_OF = re.compile(r"([^\W\d_]+) (?:of|for|with|in|from) (?:(?:the|its|their|[A-Z]\w+|\w+['’]s) ){0,3}$")
_OF_REACH = 60

_FLYING = frozenset({Category.AIRCRAFT, Category.HELICOPTER})
_TANKERS = frozenset({"tanker", "tankers"})


def in_context(
    doc: Annotated, forces: Sequence[ForceMention], quantities: SpanIndex[QuantityMention]
) -> tuple[ForceMention, ...]:
    """Return the forces as the words beside them show them to be meant, without units that only tell whose men."""
    military = any(not force.ambiguous for force in forces)
    return tuple(
        _tanker(doc, _named(force, military=military), forces)
        for force in forces
        if not (_is_name_of_unit(force) and (_counted_from(doc.text, force, quantities) or _tells_of(doc.text, force)))
    )


def _is_name_of_unit(force: ForceMention) -> bool:
    unit = force.category is Category.UNIT or force.echelon is not None
    return unit and force.named and force.quantity is None


def _counted_from(text: str, force: ForceMention, quantities: SpanIndex[QuantityMention]) -> bool:
    """ "4,000 more from the 82nd Airborne": men of a unit, which is no second force."""
    lead = _FROM.search(text[max(0, force.start - _FROM_REACH) : force.start])
    if lead is None:
        return False
    number = force.start - len(lead[0])
    return any(quantity.span[1] == number for quantity in quantities.overlapping((number - 1, number)))


def _tells_of(text: str, force: ForceMention) -> bool:
    """ "The headquarters of the army's 6th Division", "a spokesman for the 3rd Brigade"."""
    lead = _OF.search(text[max(0, force.start - _OF_REACH) : force.start])
    return lead is not None and lead[1].lower() in lexicon.forces().unit_attributes


def _named(force: ForceMention, *, military: bool) -> ForceMention:
    """Names that others bear too are those of weapons and units where an article speaks of forces."""
    return replace(force, ambiguous=False) if force.named and force.ambiguous and military else force


def _tanker(doc: Annotated, force: ForceMention, forces: Sequence[ForceMention]) -> ForceMention:
    """ "Twelve fighter jets and four tankers": an aircraft where the sentence has aircraft and no ships."""
    if force.category is not Category.NAVAL or force.head_term(doc.text).lower() not in _TANKERS:
        return force
    sentence = doc.sentence_at(force.span[0])
    near = {f.category for f in forces if f is not force and doc.sentence_at(f.span[0]) is sentence}
    flies = bool(near & _FLYING) and Category.NAVAL not in near
    return replace(force, category=Category.AIRCRAFT, rules=(*force.rules, "force-tanker")) if flies else force
