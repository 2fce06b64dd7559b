"""Ships that are told by their names alone: "the Eisenhower is in the Red Sea".

A name counts behind "the" in a text that tells of ships: one of the lexicon, or one that the text gave with the ship's
type or prefix before ("its patrol ship Raju … the Raju").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from geomap.language import lexicon
from geomap.language.annotated import Annotated
from geomap.language.spans import SpanIndex
from geomap.mentions.forces.mention import ForceMention
from geomap.model import Category, Span

_NAME = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?: (?:of|de|da|la|the|[A-ZÀ-Þ][\w.'’-]*))*$")
_ONE_NAME = r"(?:[A-Z]{2,5} )?[A-ZÀ-Þ](?:['’][A-Z])?[a-zß-ÿ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]+)*"
_NAMES = re.compile(rf" {_ONE_NAME}(?:, {_ONE_NAME})*,? and (?:the )?{_ONE_NAME}")
_SET_OFF = re.compile(r", the ([A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*)(?=[,.;)]| and | with )")
_SHORTEST = 3
"""Letters of the shortest name that counts."""

_ENTITY_AFTER = re.compile(r"[ -](?:[A-ZÀ-Þ]|\d)|['’]s? |-")


def with_ships(doc: Annotated, forces: Sequence[ForceMention]) -> tuple[ForceMention, ...]:
    """Return the forces with the ships that a text names without their type, in reading order.

    A name set off behind the type ("a second carrier, the Hancock,") shows an everyday word to mean a warship.
    """
    told = [force for force in forces if force.category is Category.NAVAL and not force.ambiguous]
    taken = SpanIndex(forces, lambda force: (force.start, force.end))
    called = {force.span: _called(doc.text, force) for force in forces if _is_type(force)}
    kept = [replace(force, ambiguous=False) if called.get(force.span) else force for force in forces]
    kept = [_by_names(doc.text, force) for force in kept]
    if not told:
        return tuple(kept)
    appositions = {name for name in called.values() if name is not None}
    first = min(force.start for force in told)
    for match in _named(_introduced(told)).finditer(doc.text, first):
        span = match.span(1)
        if not taken.overlapping(span) and span not in appositions and _alone(doc, span[1]):
            kept.append(_ship(match[1], span))
    return tuple(sorted(kept, key=lambda force: force.start))


def _is_type(force: ForceMention) -> bool:
    last = force.text.split()[-1]
    return force.category is Category.NAVAL and force.singular and last.islower()  # "an Ohio-class submarine" too


def _called(text: str, force: ForceMention) -> Span | None:
    """Return the span of the name behind a type: "a second carrier, the Hancock, left"."""
    match = _SET_OFF.match(text, force.end)
    return match.span(1) if match is not None else None


def _by_names(text: str, force: ForceMention) -> ForceMention:
    """ "The frigates Alsace and Languedoc": a plural with the names of its ships."""
    several = force.category is Category.NAVAL and not force.singular and not force.named
    match = _NAMES.match(text, force.head[1]) if several and force.quantity is None else None
    if match is None:
        return force
    span = (force.span[0], match.end())
    rules = (*force.rules, "force-ship-names")
    return replace(force, span=span, text=text[slice(*span)], named=True, ambiguous=False, rules=rules)


def _ship(name: str, span: Span) -> ForceMention:
    return ForceMention(
        span,
        span,
        name,
        Category.NAVAL,
        None,
        None,
        generic=False,
        named=True,
        ambiguous=False,
        singular=True,
        rules=("force-ship-alone",),
    )


def _introduced(told: Iterable[ForceMention]) -> frozenset[str]:
    """Return the names that the text gives with a type or a prefix."""
    names: set[str] = set()
    for force in told:
        single = force.named and force.quantity is None and force.singular
        match = _NAME.search(force.text) if single else None
        if match is not None:
            words = match[0].split()
            while words and words[0] in lexicon.forces().ship_prefixes:
                words.pop(0)
            names.update((" ".join(words), *words[1:][-1:]))  # "the Truman" too
    return frozenset(name for name in names if len(name) >= _SHORTEST)


@cache
def _known() -> frozenset[str]:
    return frozenset(name for names in lexicon.ships().ships.values() for name in names)


def _named(introduced: frozenset[str]) -> re.Pattern[str]:
    return _pattern(introduced - _known())


@cache
def _all_known() -> str:
    return "|".join(re.escape(name) for name in sorted(_known(), key=len, reverse=True))


def _pattern(more: frozenset[str]) -> re.Pattern[str]:
    names = "|".join([*(re.escape(name) for name in sorted(more, key=len, reverse=True)), _all_known()])
    return re.compile(rf"\b[Tt]he ({names})\b")


def _alone(doc: Annotated, end: int) -> bool:
    """Whether a name ends its phrase: no noun follows that it would modify ("the Georgia border")."""
    if _ENTITY_AFTER.match(doc.text, end):
        return False
    following = next((t for t in doc.tokens_in((end, end + 3)) if t.start >= end), None)
    return following is None or following.start - end > 1 or following.pos not in {"NOUN", "PROPN", "ADJ", "NUM"}
