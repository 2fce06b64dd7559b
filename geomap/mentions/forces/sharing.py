"""Nouns and adjectives that share the head of the next force: "infantry and mechanised battalions"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from geomap.language import lexicon
from geomap.language.spans import SpanIndex
from geomap.mentions.forces.mention import ForceMention
from geomap.mentions.numbers.quantities import QuantityMention
from geomap.model import Category, Span

_AND = re.compile(r" (?:and|or|as well as) ")
_ADJECTIVE_REACH = 30
_RULE = "force-shared-head"


def share_heads(
    text: str, forces: Sequence[ForceMention], quantities: SpanIndex[QuantityMention]
) -> tuple[ForceMention, ...]:
    """Return the forces with those that share the head of the next one made units of its kind.

    A number told once before all of them ("four tank and infantry battalions") counts one force of both kinds.
    """
    kept: list[ForceMention] = []
    for force in reversed(forces):
        behind = kept[-1] if kept else None
        if behind is None or not _shares(text, force, behind):
            kept.append(force)
            before = _adjective(text, force, quantities)
            if before is not None:
                kept.append(before)
        elif force.quantity is not None and behind.quantity is None:
            kept[-1] = _both(text, force.span[0], force.quantity, behind)
        else:
            kept.append(_like(force, behind))
    return tuple(reversed(kept))


def _shares(text: str, force: ForceMention, behind: ForceMention) -> bool:
    if not _is_head(behind) or not force.singular or force.named or force.echelon is not None:
        return False
    gap = text[force.end : behind.start]
    joined = _AND.fullmatch(gap) is not None or (gap == ", " and _RULE in behind.rules)
    return joined and (behind.quantity is None or force.quantity is not None)


def _is_head(force: ForceMention) -> bool:
    """Whether it is units of a kind that the words before their noun tell."""
    unit = force.echelon is not None or force.category is Category.UNIT
    return unit and not force.singular and not force.elided and (" " in force.text or _RULE in force.rules)


def _like(force: ForceMention, behind: ForceMention) -> ForceMention:
    return replace(
        force,
        category=behind.category,
        echelon=behind.echelon,
        generic=False,
        ambiguous=behind.ambiguous,
        singular=False,
        rules=(*force.rules, _RULE),
    )


def _both(text: str, start: int, quantity: QuantityMention, behind: ForceMention) -> ForceMention:
    span = (start, behind.span[1])
    rules = (*behind.rules, _RULE)
    return replace(behind, span=span, text=text[slice(*span)], quantity=quantity, rules=rules)


@cache
def _adjectives() -> re.Pattern[str]:
    words = "|".join(sorted(lexicon.forces().shared_modifiers))
    return re.compile(rf"\b({words}) (?:and|or) $", re.IGNORECASE)


def _adjective(text: str, force: ForceMention, quantities: SpanIndex[QuantityMention]) -> ForceMention | None:
    """ "Armoured and mechanised brigades": the adjective tells a force of its own."""
    if not _is_head(force):
        return None
    first = max(0, force.start - _ADJECTIVE_REACH)
    found = _adjectives().search(text[first : force.start])
    if found is None:
        return None
    span: Span = (first + found.start(1), first + found.end(1))
    quantity = next((q for q in quantities.overlapping((span[0] - 2, span[0] - 1)) if q.span[1] + 1 == span[0]), None)
    if (quantity is None) != (force.quantity is None):
        return None  # one number for both, or for the second alone
    return replace(_like(force, force), span=span, head=span, text=text[slice(*span)], quantity=quantity)
