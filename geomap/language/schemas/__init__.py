"""The shapes of the lexicon files; a key that is not named here is an error."""

from geomap.language.schemas.actors import ActorName, ActorNames, FormerState, LeaderNames
from geomap.language.schemas.base import Schema
from geomap.language.schemas.events import EventFrame, EventIdiom, EventWords, HarmWords
from geomap.language.schemas.forces import (
    ForceTerms,
    ForceWords,
    ShipNames,
    UnitName,
    UnitNames,
    Weapon,
    WeaponFamily,
    WeaponNames,
)
from geomap.language.schemas.numbers import ElidedWords, QuantityWords, Strength, StrengthTable
from geomap.language.schemas.places import NameWords, PlaceWords, Publication, PublicationWords
from geomap.language.schemas.statements import ActionFrame, ActionWords, Cue, ReportingWords, StatusWords
from geomap.language.schemas.times import TimeWords

__all__ = [
    "ActionFrame",
    "ActionWords",
    "ActorName",
    "ActorNames",
    "Cue",
    "ElidedWords",
    "EventFrame",
    "EventIdiom",
    "EventWords",
    "ForceTerms",
    "ForceWords",
    "FormerState",
    "HarmWords",
    "LeaderNames",
    "NameWords",
    "PlaceWords",
    "Publication",
    "PublicationWords",
    "QuantityWords",
    "ReportingWords",
    "Schema",
    "ShipNames",
    "StatusWords",
    "Strength",
    "StrengthTable",
    "TimeWords",
    "UnitName",
    "UnitNames",
    "Weapon",
    "WeaponFamily",
    "WeaponNames",
]
