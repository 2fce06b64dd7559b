"""Joins forces that "of" links: "two battalions of marines", "a brigade of 4,000 soldiers", "a fleet of 20 ships"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.language import lexicon
from geomap.language.words import key_of
from geomap.mentions.force_mentions import ForceMention
from geomap.model import Category, Echelon

_OF = re.compile(r"\s+of\s+(?:the\s+|its\s+|their\s+|his\s+|our\s+)?", re.IGNORECASE)
_OF_MODIFIED = re.compile(r"\s+of\s+(?:the\s+|an?\s+)?(?:(?!(?:and|or)\b)[\w-]+\s+){0,2}")


def join_groups(text: str, forces: Sequence[ForceMention]) -> tuple[ForceMention, ...]:
    """Return the forces with those that "of" links made one; each takes part in one link at most."""
    forces = _named_twice(text, forces)
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


def _named_twice(text: str, forces: Sequence[ForceMention]) -> list[ForceMention]:
    """ "The 1st Battalion, the Royal Anglian Regiment": a unit with the larger one that it belongs to is one name."""
    kept: list[ForceMention] = []
    for force in forces:
        last = kept[-1] if kept else None
        if last is not None and _belongs(text, last, force):
            span = (last.span[0], force.span[1])
            kept[-1] = replace(last, span=span, text=text[slice(*span)])
        else:
            kept.append(force)
    return kept


def _belongs(text: str, unit: ForceMention, larger: ForceMention) -> bool:
    if unit.echelon is None or larger.echelon is None or not (unit.named and larger.named):
        return False
    sizes = list(Echelon)
    gap = text[unit.end : larger.start]
    return gap in {", ", ", the "} and sizes.index(unit.echelon) < sizes.index(larger.echelon)


def _linked(gap: str) -> bool:
    # The blank after "of" may belong to what follows.
    return any((_OF.fullmatch(gap), _OF.fullmatch(gap + " "), _OF_MODIFIED.fullmatch(gap)))


def _institution(text: str, group: ForceMention, members: ForceMention) -> bool:
    """ "The 27th Brigade of the Malian army": whose it is, not what it consists of."""
    definite = text[max(0, members.start - 6) : members.start].endswith(("the ", "its ", "their "))
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
    elif _contains(text, group, members):
        whole, rule = (
            replace(group, category=members.category, echelon=None, named=group.named or members.named),
            "force-group-of",
        )
    else:
        whole, rule = replace(group, generic=False), "force-of"
        if members.named and group.category is not Category.PERSONNEL:
            whole = replace(whole, named=True)
    span = (group.span[0], members.span[1])
    return replace(whole, span=span, text=text[slice(*span)], rules=(*group.rules, rule))


def _contains(text: str, group: ForceMention, members: ForceMention) -> bool:
    """Whether a group is of the kind of its members: "a convoy of lorries", "a troop of light guns"."""
    container = key_of(group.head_term(text)) in lexicon.forces().containers
    return container and not (group.echelon is not None and members.category is Category.PERSONNEL)


def _numbered_members(group: ForceMention, members: ForceMention) -> bool:
    """Whether a unit is told by the number of its people: "a brigade of 4,000 soldiers"."""
    unit = group.echelon is not None or group.category is Category.UNIT
    counted = members.quantity is not None and not members.singular
    return unit and counted and members.category is Category.PERSONNEL
