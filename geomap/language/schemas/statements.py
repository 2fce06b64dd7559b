"""The shapes of the lexicons of what is done, whether it is so, and who says so."""

from __future__ import annotations

from geomap.language.schemas.base import Schema
from geomap.model import Action, Status


class ActionFrame(Schema):
    """Verbs and nouns of one act. ``to`` and ``from`` list the prepositions that introduce its places.

    ``object`` says what a place as direct object is: "left Gao" (origin), "entered Idlib" (location).
    """

    name: str
    action: Action
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    object: str | None = None


class ActionWords(Schema):
    """``actions.yml``."""

    frames: tuple[ActionFrame, ...]
    location_prepositions: frozenset[str]
    origin_prepositions: frozenset[str]
    particles: frozenset[str]
    far_particles: frozenset[str]


class Cue(Schema):
    """Words that change a record's status or hedge what they govern; the record then carries ``name`` as a rule.

    Phrases count in the clause of the record, or in its whole ``sentence``.
    """

    name: str
    status: Status | None = None
    hedged: bool = False
    sentence: bool = False
    governors: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class StatusWords(Schema):
    """``status.yml``."""

    cues: tuple[Cue, ...]


class ReportingWords(Schema):
    """``reporting.yml``: verbs of saying, words for sources that stay unnamed."""

    verbs: frozenset[str]
    hedging_verbs: frozenset[str]
    anonymous: tuple[str, ...]
    bodies: frozenset[str]
    titles: tuple[str, ...]
