"""Finds forces: nouns and named types from the lexicons, with their modifiers, their number and their echelon.

The head of an English compound is its last word ("SU-35 fighter jets" are jets), but a word that only says how things
are grouped or mounted ("battery", "squadron", "system", "launcher") takes the category of the weapon before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.language import lexicon
from geomap.language.annotated import Annotated
from geomap.language.matcher import Match
from geomap.language.spans import SpanIndex
from geomap.language.words import key_of
from geomap.mentions.forces.civil_uses import is_civil
from geomap.mentions.forces.context import in_context, without_possessors
from geomap.mentions.forces.groups import count_together, join_groups
from geomap.mentions.forces.mention import ForceMention
from geomap.mentions.forces.numbers import with_numbers
from geomap.mentions.forces.phrases import counted_phrase, single
from geomap.mentions.forces.sharing import share_heads
from geomap.mentions.forces.ships import with_ships
from geomap.mentions.forces.terms import Kind, force_compounds, is_force_word, looks_like_verb
from geomap.mentions.forces.unit_names import ship_name, unit_name
from geomap.mentions.numbers.quantities import QuantityMention
from geomap.model import Category, Span

__all__ = ["ForceMention", "Kind", "find_forces", "is_force_word"]

_QUANTITY_REACH = 140
"""Characters before a term in which its number is looked for."""

_NOT_CARRIED = frozenset({Category.PERSONNEL, Category.UNIT, Category.EQUIPMENT})
"""What a battery, a column or a launcher is none of."""

_BODIES = frozenset({"unit", "team", "group", "detachment"})
"""Nouns before which an everyday name is rather theirs than a weapon's: "the Cobra unit"."""


def find_forces(doc: Annotated, quantities: Sequence[QuantityMention]) -> tuple[ForceMention, ...]:
    """Return the forces of the text in reading order; each quantity counts at most one of them."""
    found: list[ForceMention] = []
    used: set[Span] = set()
    index = SpanIndex(quantities, lambda q: q.span)
    for compound in force_compounds(doc.text):
        run = _without_verb(doc.text, compound)
        if is_civil(doc, run) or _after_name(doc, run[0], found):
            continue
        near = index.overlapping((run[0].start - _QUANTITY_REACH, run[-1].end))
        mention = _mention(doc, run, [q for q in near if q.span not in used])
        if mention.quantity is not None:
            used.add(mention.quantity.span)
        found.append(mention)
    joined = join_groups(doc.text, share_heads(doc.text, without_possessors(doc.text, found), index))
    joined = count_together(doc.text, joined)
    return with_ships(doc, in_context(doc, with_numbers(doc, joined, index, used), index))


_ONE = re.compile(r"\b(?:an?|one|another) (?:[\w-]+ ){0,2}$", re.IGNORECASE)
_ONE_REACH = 40
_OBJECT = re.compile(r" (?:the|an?|its|their|his|her|both|all) ")


def _without_verb(text: str, run: tuple[Match[Kind], ...]) -> tuple[Match[Kind], ...]:
    """Cut a verb that looks like a plural off a singular: "an Australian P-8 patrols from Clark"."""
    head = run[-1]
    if len(run) == 1 or not looks_like_verb(text, head):
        return run
    if _OBJECT.match(text, head.end) is not None:
        return run[:-1]  # "an S-300 system guard the runway"
    if head.entry.singular:
        return run
    before = text[max(0, run[0].start - _ONE_REACH) : run[0].start]
    return run[:-1] if _ONE.search(before) is not None else run


def _after_name(doc: Annotated, first: Match[Kind], before: Sequence[ForceMention]) -> bool:
    """ "HMS Diamond and USS Mason patrol": what units and ships do."""
    last = before[-1] if before else None
    if last is None or not last.named or first.start - last.span[1] != 1:
        return False
    return looks_like_verb(doc.text, first)


def _mention(doc: Annotated, run: tuple[Match[Kind], ...], quantities: Sequence[QuantityMention]) -> ForceMention:
    """Read one compound with what stands before and behind it."""
    head, kind = run[-1], run[-1].entry
    start, quantity = counted_phrase(doc, run[0].start, quantities)
    span = (start, head.end)
    ship, unit = ship_name(doc, head), unit_name(doc, span, head, quantity)
    category, rules = _category(run, quantity, ship=ship is not None)
    echelon = kind.echelon
    if ship is not None:
        span, quantity = (start, ship), None
    elif quantity is not None and _members_of(doc.text, span, kind, quantity):
        category, echelon = Category.PERSONNEL, None
        rules.append("force-members-of")
    elif unit is not None:
        span = unit
        quantity = quantity if quantity is not None and quantity.strong else None
        rules.append("force-unit-name")
    elif quantity is None:
        quantity = single(doc, start, kind)
    return ForceMention(
        span,
        (head.start, head.end),
        doc.text[slice(*span)],
        category,
        echelon,
        quantity,
        generic=kind.generic and len(run) == 1,
        named=any(m.entry.named for m in run) or unit is not None or ship is not None,
        ambiguous=all(m.entry.ambiguous for m in run) and ship is None,
        singular=kind.singular,
        rules=tuple(rules),
    )


def _category(
    run: tuple[Match[Kind], ...], quantity: QuantityMention | None, *, ship: bool
) -> tuple[Category, list[str]]:
    """Return what a compound counts, with the rules that tell so; a ship's name behind it is one of them."""
    kind = run[-1].entry
    category, rules = kind.category, ["force-named" if kind.named else "force-noun"]
    noun = key_of(kind.term).split()[-1]
    weapons = (m.entry for m in run[:-1] if not (m.entry.bound and noun in _BODIES))
    carried = next((weapon.category for weapon in weapons if weapon.category not in _NOT_CARRIED), None)
    if carried is not None and kind.echelon is None and noun in lexicon.forces().carriers:
        category = carried
        rules.append("force-carrier")
    if ship:
        rules.append("force-ship-name")
    if quantity is not None and quantity.strong and category is not Category.PERSONNEL:
        category = Category.PERSONNEL  # a 4,000-strong brigade
        rules.append("force-strong")
    return category, rules


def _members_of(text: str, span: Span, kind: Kind, quantity: QuantityMention) -> bool:
    """Whether the number counts members of one formation: "7,000 of the Syrian National Army" are no armies."""
    of = " of " in text[quantity.span[1] : span[0] + 1] + " "
    return of and kind.echelon is not None and kind.singular
