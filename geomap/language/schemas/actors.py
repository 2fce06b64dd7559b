"""The shapes of the lexicons of actors, states that are no more, and leaders."""

from __future__ import annotations

from pydantic import Field

from geomap.language.schemas.base import Schema


class ActorName(Schema):
    """An actor that is no state, or a state's body that is named without its country.

    ``ambiguous`` are those of its names that others bear too.
    """

    name: str
    code: str
    aliases: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    kind: str
    states: tuple[str, ...] = ()
    metonym: bool = False


class FormerState(Schema):
    """A state that is no more; ``successor`` is the code of the one that has its capital."""

    name: str
    code: str
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    successor: str | None = None


class ActorNames(Schema):
    """``actors.yml``.

    ``state_descriptions`` say of which states a description may be ("kingdom"); ``state_organs`` are nouns that mean
    the organ of a state where it was named before ("ministry"), ``home_organs`` those that need not have been.
    """

    actors: tuple[ActorName, ...]
    former_states: tuple[FormerState, ...] = ()
    state_descriptions: dict[str, frozenset[str]] = Field(default_factory=dict)
    state_organs: frozenset[str] = frozenset()
    home_organs: frozenset[str] = frozenset()


class LeaderNames(Schema):
    """``leaders.yml``: names of leaders by the ISO alpha-3 code of their state."""

    leaders: dict[str, tuple[str, ...]]
