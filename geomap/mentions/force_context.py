"""What the other forces of an article tell of one: that Apaches are helicopters, that tankers fly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geomap.language.annotated import Annotated
from geomap.mentions.force_mentions import ForceMention
from geomap.model import Category

_FLYING = frozenset({Category.AIRCRAFT, Category.HELICOPTER})
_TANKERS = frozenset({"tanker", "tankers"})


def in_context(doc: Annotated, forces: Sequence[ForceMention]) -> tuple[ForceMention, ...]:
    """Return the forces as the others beside them show them to be meant."""
    military = any(not force.ambiguous for force in forces)
    return tuple(_tanker(doc, _named(force, military=military), forces) for force in forces)


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
