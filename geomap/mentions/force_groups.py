"""Joins forces that "of" links: "two battalions of marines", "a brigade of 4,000 soldiers", "a fleet of 20 ships"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.language import lexicon
from geomap.language.words import key_of
from geomap.mentions.force_mentions import ForceMention
from geomap.model import Category

_OF = re.compile(r"\s+of\s+(?:the\s+|its\s+|their\s+|his\s+|our\s+)?", re.IGNORECASE)
_OF_MODIFIED = re.compile(r"\s+of\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+){0,2}")


def join_groups(text: str, forces: Sequence[ForceMention]) -> tuple[ForceMention, ...]:
    """Return the forces with those that "of" links made one; each takes part in one link at most."""
    kept: list[ForceMention] = []
    index = 0
    while index < len(forces):
        group = forces[index]
        members = forces[index + 1] if index + 1 < len(forces) else None
        if members is not None and _linked(text[group.end : members.start]):
            kept.append(group if _institution(text, group, members) else _joined(text, group, members))
            index += 2
        else:
            kept.append(group)
            index += 1
    return tuple(kept)


def _linked(gap: str) -> bool:
    # The blank after "of" may belong to what follows.
    return any((_OF.fullmatch(gap), _OF.fullmatch(gap + " "), _OF_MODIFIED.fullmatch(gap)))


def _institution(text: str, group: ForceMention, members: ForceMention) -> bool:
    """ "The 27th Brigade of the Malian army": whose it is, not what it consists of."""
    definite = text[: members.start].endswith(("the ", "its ", "their "))
    whole = members.ambiguous or members.generic
    alone = members.singular and members.quantity is None and not members.named
    return definite and whole and alone and group.category is not Category.PERSONNEL


def _joined(text: str, group: ForceMention, members: ForceMention) -> ForceMention:
    if _numbered_members(group, members):
        # "A brigade of 4,000 soldiers" are soldiers.
        whole = replace(group, category=Category.PERSONNEL, quantity=members.quantity, generic=False)
        rule = "force-unit-of-number"
    elif group.singular and group.quantity is None and members.quantity is not None:
        return members  # "a convoy of 150 vehicles", "a fleet of 20 ships"
    elif key_of(group.head_term(text)) in lexicon.forces().containers:
        whole, rule = replace(group, category=members.category, named=group.named or members.named), "force-group-of"
    else:
        whole, rule = replace(group, generic=False), "force-of"
        if members.named and group.category is not Category.PERSONNEL:
            whole = replace(whole, named=True)
    span = (group.span[0], members.span[1])
    return replace(whole, span=span, text=text[slice(*span)], rules=(*group.rules, rule))


def _numbered_members(group: ForceMention, members: ForceMention) -> bool:
    """Whether a unit is told by the number of its people: "a brigade of 4,000 soldiers"."""
    unit = group.echelon is not None or group.category is Category.UNIT
    counted = members.quantity is not None and not members.singular
    return unit and counted and members.category is Category.PERSONNEL
