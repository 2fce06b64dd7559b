"""The names of actors: of the lexicon's bodies and groups, of units that are a state's, of states that are no more."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from geomap.language import lexicon
from geomap.language.matcher import Matcher
from geomap.language.schemas import ActorName, FormerState
from geomap.language.words import keys_of, words_of


@dataclass(frozen=True, slots=True)
class Named:
    """An actor by one of its names; an ``ambiguous`` name is others' too."""

    actor: ActorName
    ambiguous: bool


@cache
def bodies() -> Matcher[Named]:
    """Return the matcher of all names of bodies, groups and states' units."""
    words = lexicon.actors()
    names = [
        (alias, Named(actor, alias in actor.ambiguous))
        for actor in words.actors
        if not actor.metonym
        for alias in (actor.name, *actor.aliases)
    ]
    units = [
        (name, Named(_owner(unit.state), unit.ambiguous))
        for unit in lexicon.units().units
        if unit.state is not None
        for name in unit.names
    ]
    return Matcher((*units, *names))


@cache
def _owner(state: str) -> ActorName:
    former = next((one for one in lexicon.actors().former_states if one.code == state), None)
    name = former.name if former is not None else state
    return ActorName(name=name, code=state, kind="state-body", states=() if former is not None else (state,))


def names_body(text: str) -> bool:
    """Whether a text begins with the name of a body: "FSB and Rosgvardia closed the bridge"."""
    words = words_of(text)
    match = bodies().at(words, 0) if words else None
    return match is not None and text[match.start].isupper()


@cache
def former_states() -> dict[tuple[str, ...], FormerState]:
    """Return the states that are no more by the words of their names and peoples."""
    table = lexicon.actors().former_states
    return {keys_of(name): state for state in table for name in (state.name, *state.names, *state.demonyms)}


@cache
def former_peoples() -> Matcher[FormerState]:
    """Return the matcher of the peoples and adjectives of states that are no more."""
    table = lexicon.actors().former_states
    return Matcher((name, state) for state in table for name in state.demonyms)
