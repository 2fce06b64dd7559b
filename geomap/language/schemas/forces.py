"""The shapes of the lexicons of forces, weapons, units and ships."""

from __future__ import annotations

from pydantic import Field

from geomap.language.schemas.base import Schema
from geomap.model import Category, Echelon


class ForceTerms(Schema):
    """Nouns for one kind of force. ``generic`` ones say nothing without a number or a movement."""

    terms: tuple[str, ...] = Field(min_length=1)
    category: Category
    echelon: Echelon | None = None
    generic: bool = False


class ForceWords(Schema):
    """``forces.yml``: common nouns of forces; ``ambiguous`` ones need a military context.

    ``civil`` and ``civil_of`` are the words before and, behind "of", after a noun that make it no force;
    ``shared_modifiers`` may share the head of the next noun ("armoured and mechanised brigades"); ``leading_heads``
    stand before a name ("Liwa al-Tawhid"); behind ``unit_attributes`` a named unit only tells of whom or of what;
    ``verbs`` are nouns that look like verbs.
    """

    plurals: dict[str, str] = Field(default_factory=dict)
    ship_prefixes: dict[str, str] = Field(default_factory=dict)
    ambiguous_prefixes: frozenset[str] = frozenset()
    civil: dict[str, frozenset[str]] = Field(default_factory=dict)
    civil_of: frozenset[str] = frozenset()
    shared_modifiers: frozenset[str] = frozenset()
    leading_heads: frozenset[str] = frozenset()
    unit_attributes: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    carriers: frozenset[str]
    collectives: frozenset[str]
    joint: frozenset[str]
    containers: frozenset[str]
    single_openers: frozenset[str]
    single_fillers: frozenset[str]
    no_modifiers: frozenset[str]
    forces: tuple[ForceTerms, ...]
    ambiguous: tuple[ForceTerms, ...] = ()


class Weapon(Schema):
    """A named type with its spellings."""

    names: tuple[str, ...] = Field(min_length=1)
    category: Category


class WeaponFamily(Schema):
    """A regular designator, as a regular expression that is matched with case."""

    pattern: str
    category: Category


class WeaponNames(Schema):
    """``weapons.yml``: named types and families of designators.

    ``ambiguous`` are names that peoples, animals, teams or goods bear too.
    """

    ambiguous: frozenset[str] = frozenset()
    weapons: tuple[Weapon, ...]
    families: tuple[WeaponFamily, ...] = ()


class UnitName(Schema):
    """A unit or ship with a name of its own; ``state`` is whose it is, ``None`` where it is an actor by itself."""

    names: tuple[str, ...] = Field(min_length=1)
    category: Category
    echelon: Echelon | None = None
    state: str | None = None
    ambiguous: bool = False


class UnitNames(Schema):
    """``units.yml``."""

    units: tuple[UnitName, ...]


class ShipNames(Schema):
    """``ships.yml``: names of warships by the ISO alpha-3 code of their state."""

    ships: dict[str, tuple[str, ...]]
