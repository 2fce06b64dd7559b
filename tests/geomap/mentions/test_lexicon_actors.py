"""Every actor of the lexicon is found under each of its names with its code, and no name is two actors'."""

from __future__ import annotations

from collections import defaultdict

from geomap.language import lexicon
from geomap.language.schemas import ActorName
from geomap.language.words import keys_of
from tests.support.reading import Reader

BATCH = 150
SENTENCE = "Soldiers met envoys of the {} on Monday."


def named() -> list[tuple[str, ActorName]]:
    """Return all names of bodies and groups; those of palaces are read as places."""
    actors = lexicon.actors().actors
    return [(name, actor) for actor in actors if not actor.metonym for name in (actor.name, *actor.aliases)]


def test_how_many_there_are() -> None:
    groups = {actor.code for actor in lexicon.actors().actors if actor.kind != "state-body"}
    assert len(groups) >= 500


def test_every_name_is_found(read: Reader) -> None:
    missed = []
    names = [(name, actor.code) for name, actor in named()]
    for first in range(0, len(names), BATCH):
        batch = names[first : first + BATCH]
        text = "\n\n".join(SENTENCE.format(name) for name, _ in batch)
        found = read.mentions(text).actors
        position = 0
        for name, code in batch:
            start = position + SENTENCE.index("{")
            whole = (start, start + len(name.rstrip(".")))  # a full stop belongs to no word
            if not any(a.code == code and a.span[0] <= whole[0] and whole[1] <= a.span[1] for a in found):
                missed.append((name, code))
            position += len(SENTENCE.format(name)) + 2
    assert missed == []


def test_no_name_is_two_actors() -> None:
    codes: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for name, actor in named():
        codes[keys_of(name)].add(actor.code)
    for unit in lexicon.units().units:
        for name in unit.names:
            if unit.state is not None:
                codes[keys_of(name)].add(unit.state)
    assert {name: found for name, found in codes.items() if len(found) > 1} == {}


def test_codes_follow_the_contract() -> None:
    wrong = [
        actor.code
        for actor in lexicon.actors().actors
        if not (actor.code == actor.code.upper() or actor.code == "-".join(keys_of(actor.code)))
    ]
    assert wrong == []


def test_states_of_state_bodies_are_states(read: Reader) -> None:
    former = {state.code for state in lexicon.actors().former_states}
    codes = {a.code for a in lexicon.actors().actors if a.kind == "state-body"}
    codes |= {unit.state for unit in lexicon.units().units if unit.state is not None}
    assert {code for code in codes - former if not is_state(read, code)} == {"NATO"}


def is_state(read: Reader, code: str) -> bool:
    """Whether the gazetteer has a country of that code."""
    try:
        return read.gazetteer.country(code).country == code
    except KeyError:
        return False


def test_ambiguous_names_are_names() -> None:
    wrong = [
        (actor.name, name)
        for actor in lexicon.actors().actors
        for name in actor.ambiguous
        if name not in (actor.name, *actor.aliases)
    ]
    assert wrong == []
