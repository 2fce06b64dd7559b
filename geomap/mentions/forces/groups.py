"""Joins forces that "of" links: "two battalions of marines", "a brigade of 4,000 soldiers", "a fleet of 20 ships"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.language import lexicon
from geomap.language.words import key_of
from geomap.mentions.forces.mention import ForceMention
from geomap.model import Category, Echelon

_SMALL = frozenset({Echelon.COMPANY, Echelon.PLATOON})
_OF = re.compile(r"\s+of\s+(?:the\s+|its\s+|their\s+|his\s+|our\s+)?", re.IGNORECASE)
_OF_COUNTED = re.compile(r",\s+of\s+(?:about |some |around )?")
_ONE_OF = re.compile(r"\s+of\s+")
_OF_MODIFIED = re.compile(r"\s+of\s+(?:the\s+|an?\s+)?(?:(?!(?:and|or)\b)[\w'’-]+\s+){0,2}")


def join_groups(text: str, forces: Sequence[ForceMention]) -> tuple[ForceMention, ...]:
    """Return the forces with those that "of" links made one; each takes part in one link at most."""
    forces = _named_twice(text, forces)
    kept: list[ForceMention] = []
    index = 0
    while index < len(forces):
        group = forces[index]
        members = forces[index + 1] if index + 1 < len(forces) else None
        if members is not None and _linked(text, group, members):
            kept.append(group if _institution(text, group, members) else _joined(text, group, members))
            index += 2
        else:
            kept.append(group)
            index += 1
    return _more_of(text, kept)


def _more_of(text: str, forces: Sequence[ForceMention]) -> tuple[ForceMention, ...]:
    """ "Two battalions of infantry and one of artillery": what is counted again is the unit told before."""
    kept: list[ForceMention] = []
    for force in forces:
        more = bool(kept) and _one_more(text, kept[-1], force)
        kept.append(_like_unit(kept[-1], force) if more else force)
    return tuple(kept)


def _like_unit(unit: ForceMention, force: ForceMention) -> ForceMention:
    return replace(
        force,
        category=unit.category,
        echelon=unit.echelon,
        generic=False,
        named=False,
        ambiguous=False,
        singular=force.quantity is not None and force.quantity.max == 1,
        rules=(*force.rules, "force-one-more-of"),
    )


def _one_more(text: str, unit: ForceMention, force: ForceMention) -> bool:
    if force.quantity is None or unit.quantity is None or unit.category is not Category.UNIT:
        return False
    counted = _ONE_OF.fullmatch(text[force.quantity.span[1] : force.span[0]]) is not None
    gap = text[unit.end : force.start]
    return counted and " of " in unit.text and not any(stop in gap for stop in ".;:\n")


def count_together(text: str, forces: Sequence[ForceMention]) -> tuple[ForceMention, ...]:
    """Return the forces with those of one kind that share one number made one: "3,000 soldiers and policemen"."""
    kept: list[ForceMention] = []
    for force in forces:
        last = kept[-1] if kept else None
        if last is not None and _shares_number(text, last, force):
            span = (last.span[0], force.span[1])
            rules = (*last.rules, "force-counted-together")
            modifies = last.named and last.singular  # "MiG-29 and Su-24 jets"
            head = force.head if modifies else last.head
            kept[-1] = replace(last, span=span, head=head, text=text[slice(*span)], ambiguous=False, rules=rules)
        else:
            kept.append(force)
    return tuple(kept)


def _shares_number(text: str, counted: ForceMention, other: ForceMention) -> bool:
    """Whether a number before the first of two plurals of one kind counts both; other people are others' forces."""
    quantity = counted.quantity
    if quantity is None or quantity.max == 1 or other.quantity is not None or other.singular:
        return False
    plain = counted.echelon is None and other.echelon is None and counted.category is other.category
    if not plain or not quantity.span[1] <= counted.span[0] or text[counted.end : other.start] != " and ":
        return False
    alone = other.span[0] == other.head[0]
    return alone or other.named or not text[other.span[0]].isupper()


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


def _linked(text: str, group: ForceMention, members: ForceMention) -> bool:
    gap = text[group.end : members.start]
    if group.singular and members.quantity is not None and _OF_COUNTED.fullmatch(gap):
        return True  # "a second squadron, of 20 F-15 fighters"
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
    elif _counted_whole(group, members):
        return members  # "a convoy of 150 vehicles", "a squadron of 18 F-4s"
    elif _contains(text, group, members):
        named = group.named or members.named
        container = key_of(group.head_term(text)) in lexicon.forces().containers
        echelon = None if container else group.echelon
        ambiguous = group.ambiguous and members.ambiguous
        whole = replace(group, category=members.category, echelon=echelon, named=named, ambiguous=ambiguous)
        rule = "force-group-of"
    else:
        # "A company of paratroopers" is no firm.
        whole = replace(group, generic=False, ambiguous=group.ambiguous and members.ambiguous)
        rule = "force-of"
        if members.named and group.category is not Category.PERSONNEL:
            whole = replace(whole, named=True)
    span = (group.span[0], members.span[1])
    return replace(whole, span=span, text=text[slice(*span)], rules=(*group.rules, rule))


def _counted_whole(group: ForceMention, members: ForceMention) -> bool:
    """Whether one group is told by the number of what it consists of."""
    if not group.singular or members.quantity is None or members.quantity.max == 1 or group.echelon is not None:
        return False
    return group.quantity is None or "quantity-single" in group.quantity.rules


def _contains(text: str, group: ForceMention, members: ForceMention) -> bool:
    """Whether a group is of the kind of its members: "a convoy of lorries", "a troop of light guns"."""
    container = key_of(group.head_term(text)) in lexicon.forces().containers
    if group.echelon in _SMALL and members.category not in {Category.PERSONNEL, Category.UNIT}:
        return True  # companies and platoons take the category of their weapon, battalions do not
    return container and not (group.echelon is not None and members.category is Category.PERSONNEL)


def _numbered_members(group: ForceMention, members: ForceMention) -> bool:
    """Whether a unit is told by the number of its people: "a brigade of 4,000 soldiers"."""
    unit = group.echelon is not None or group.category is Category.UNIT
    number = members.quantity
    counted = number is not None and (not members.singular or (number.min or number.max or 0) > 1)  # "4,000 troops"
    return unit and counted and members.category is Category.PERSONNEL
