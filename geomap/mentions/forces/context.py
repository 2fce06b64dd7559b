"""What the other forces of an article tell of one: that Apaches are helicopters, that tankers fly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from geomap.language import lexicon
from geomap.language.annotated import Annotated
from geomap.language.spans import SpanIndex
from geomap.mentions.forces.mention import ForceMention
from geomap.mentions.numbers.quantities import QuantityMention
from geomap.model import Category

_FROM = re.compile(
    r" (?:(?:more|others|men|women|people|members|in all|[A-Z]\w+) )?(?:of|from|with) (?:the |its |their )?$"
)
_FROM_REACH = 30
_OF = re.compile(r"([^\W\d_]+) (?:of|for|with|in|from) (?:(?:the|its|their|[A-Z]\w+|\w+['’]s) ){0,3}$")
_OF_REACH = 60

_CRAFT = frozenset({Category.AIRCRAFT, Category.HELICOPTER, Category.NAVAL})
_LIST_GAP = re.compile(r",? and (?:the )?|, (?:the )?|,? with | plus ")
_FLYING = frozenset({Category.AIRCRAFT, Category.HELICOPTER})
_TANKERS = frozenset({"tanker", "tankers"})


def in_context(
    doc: Annotated, forces: Sequence[ForceMention], quantities: SpanIndex[QuantityMention]
) -> tuple[ForceMention, ...]:
    """Return the forces as the words beside them show them to be meant, without units that only tell whose men."""
    military = any(not force.ambiguous for force in forces)
    kept = [
        force
        for before, force in zip([None, *forces], forces, strict=False)
        if not (_is_name_of_unit(force) and _only_tells(doc.text, before, force, quantities))
    ]
    kept = _listed(doc.text, kept)
    beside = _beside(doc, kept) if any(_is_tanker(doc, force) for force in kept) else {}
    return tuple(_tanker(doc, _named(force, military=military), beside) for force in kept)


def _listed(text: str, forces: Sequence[ForceMention]) -> list[ForceMention]:
    """ "Three destroyers and a supply ship": everyday words in a list with forces of their kind are meant as such."""
    kept = list(forces)
    for index in range(1, len(kept)):
        one, other = kept[index - 1], kept[index]
        if one.category is not other.category or one.ambiguous == other.ambiguous or one.category not in _CRAFT:
            continue
        if _LIST_GAP.fullmatch(text[one.end : other.start]):
            kept[index - 1], kept[index] = replace(one, ambiguous=False), replace(other, ambiguous=False)
    return kept


def _only_tells(
    text: str, before: ForceMention | None, force: ForceMention, quantities: SpanIndex[QuantityMention]
) -> bool:
    """Whether a unit only tells whose men or things the force, the number or the noun before it are."""
    if before is not None and text[before.end : force.start] in {" from the ", " from ", " with the "}:
        return True
    return _counted_from(text, force, quantities) or _tells_of(text, force)


def without_possessors(text: str, forces: Sequence[ForceMention]) -> list[ForceMention]:
    """Return the forces but for those that only own the next one: "the regiment's tanks"."""
    return [force for force, other in zip_longest(forces, forces[1:]) if not _owns(text, force, other)]


def _owns(text: str, force: ForceMention, other: ForceMention | None) -> bool:
    if other is None or force.named or force.quantity is not None:
        return False
    return text[force.span[1] : other.start] in {"'s ", "’s ", "' ", "’ "}


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


def _is_tanker(doc: Annotated, force: ForceMention) -> bool:
    return force.category is Category.NAVAL and force.head_term(doc.text).lower() in _TANKERS


def _beside(doc: Annotated, forces: Sequence[ForceMention]) -> dict[int, set[Category]]:
    """Return the categories that each sentence has besides tankers, by its number."""
    found: dict[int, set[Category]] = {}
    for force in forces:
        sentence = doc.sentence_at(force.span[0])
        if sentence is not None and not _is_tanker(doc, force):
            found.setdefault(sentence.index, set()).add(force.category)
    return found


def _tanker(doc: Annotated, force: ForceMention, beside: dict[int, set[Category]]) -> ForceMention:
    """ "Twelve fighter jets and four tankers": an aircraft where the sentence has aircraft and no ships."""
    sentence = doc.sentence_at(force.span[0]) if _is_tanker(doc, force) else None
    near = beside.get(sentence.index, set()) if sentence is not None else set()
    if not near & _FLYING or Category.NAVAL in near:
        return force
    return replace(force, category=Category.AIRCRAFT, rules=(*force.rules, "force-tanker"))
