"""The shapes of the lexicons of places, of names, and of publications."""

from __future__ import annotations

from pydantic import Field

from geomap.language.schemas.base import Schema


class PlaceWords(Schema):
    """``places.yml``: words that tell whether a place word names a place or those who act from it."""

    acting_nouns: frozenset[str]
    geographic_nouns: frozenset[str]
    partner_prepositions: frozenset[str]
    governing_nouns: frozenset[str]
    geographic_heads: frozenset[str]
    place_verbs: frozenset[str]
    hosting_verbs: frozenset[str]
    recipient_verbs: frozenset[str]
    giving: frozenset[str]
    setting_out: frozenset[str]
    bodies: frozenset[str]
    locative_prepositions: frozenset[str]
    acting_names: frozenset[str]
    backing: frozenset[str]
    ruling: frozenset[str]
    acting_verbs: frozenset[str]
    control_verbs: frozenset[str]
    minded: frozenset[str]
    telling_verbs: frozenset[str]


class NameWords(Schema):
    """``names.yml``: what lets a place name run on, what speaks for a place beside a name, what against."""

    inner: frozenset[str]
    directions: frozenset[str]
    tails: frozenset[str]
    cues: frozenset[str]
    locative: frozenset[str]
    unknown_openers: frozenset[str]
    generic: frozenset[str]
    landscape: frozenset[str]
    camps: frozenset[str]
    particles: frozenset[str]
    unit_words: frozenset[str]
    organisation_words: frozenset[str]
    ships: frozenset[str]
    calendar: frozenset[str]
    portfolios: frozenset[str]
    local_bodies: frozenset[str]
    people_of: frozenset[str]
    prefixes: frozenset[str]
    streets: frozenset[str]
    departments: frozenset[str]
    diseases: frozenset[str]
    buildings: frozenset[str]
    ways: frozenset[str]
    surrounds: frozenset[str]


class Publication(Schema):
    """A paper, agency or site by its ``names`` and ``hosts``; a regional one with its first-order division and town."""

    names: tuple[str, ...] = Field(min_length=1)
    hosts: tuple[str, ...] = Field(min_length=1)
    division: str | None = None
    town: str | None = None


class PublicationWords(Schema):
    """``publications.yml``: where what is printed comes from, and how the names of papers and hosts tell it.

    ``publications`` are listed by the alpha-3 code of their country.
    """

    international: tuple[Publication, ...]
    publications: dict[str, tuple[Publication, ...]]
    words: frozenset[str]
    open_endings: frozenset[str]
    second_levels: frozenset[str]
    other_endings: dict[str, str]
