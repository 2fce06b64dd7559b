"""The shapes of the lexicons of events and of the harm that they do."""

from __future__ import annotations

from typing import Literal

from geomap.language.schemas.base import Schema
from geomap.model import EventType, Harm


class EventIdiom(Schema):
    """A verb that tells an event with an object ("took control", "changed hands") or a preposition ("walked into").

    Where both are given, both must stand; ``armed`` wants a force, a power or people who fight as the subject.
    """

    verbs: frozenset[str]
    objects: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    armed: bool = False


class EventFrame(Schema):
    """Verbs and nouns of one kind of conflict event.

    ``place`` says how the words take their place: as ``object`` or ``subject`` of the verb, by ``of`` after the noun,
    ``from`` it, or ``any`` way; ``None`` needs none by grammar. ``weak`` words tell an event only where no better word
    stands beside them; ``companion`` ones only beside another word of the same type; ``guarded`` ones have peaceful
    senses.
    """

    name: str
    type: EventType
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    idioms: tuple[EventIdiom, ...] = ()
    place: Literal["object", "subject", "of", "from", "any"] | None = None
    weak: bool = False
    companion: bool = False
    guarded: bool = False
    armed: bool = False


class HarmWords(Schema):
    """Verbs (participles too) and nouns that tell one kind of casualty."""

    kind: Harm
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class EventWords(Schema):
    """``events.yml``: frames, what weapons make of open verbs, and words that tell a sense or a casualty."""

    frames: tuple[EventFrame, ...]
    weapons: dict[EventType, tuple[str, ...]]
    open_verbs: frozenset[str]
    repeated_verbs: frozenset[str]
    posts: frozenset[str]
    signing: frozenset[str]
    military: frozenset[str]
    peaceful: frozenset[str]
    fighters: frozenset[str]
    accidents: frozenset[str]
    vessels: frozenset[str]
    shot_down: frozenset[str]
    abstract: frozenset[str]
    ideas: frozenset[str]
    foes: frozenset[str]
    remembering: frozenset[str]
    sport: frozenset[str]
    elections: frozenset[str]
    unresisted: tuple[str, ...]
    harm: tuple[HarmWords, ...]
    people: tuple[str, ...]
    unharmed: frozenset[str]
    who_stops: frozenset[str]
