"""The shapes of the lexicons of quantities, of numbers without nouns, and of strengths."""

from __future__ import annotations

from geomap.language.schemas.base import Schema
from geomap.model import Qualifier


class QuantityWords(Schema):
    """``quantities.yml``: bounds, vague plurals, number words, measures, words around numbers that count nothing."""

    before: dict[Qualifier, tuple[str, ...]]
    after: dict[Qualifier, tuple[str, ...]]
    over_verbs: frozenset[str]
    fillers: tuple[str, ...]
    vague: dict[str, tuple[int, int]]
    couple_openers: frozenset[str]
    scale_openers: frozenset[str]
    groups: dict[str, int]
    fractions: dict[str, float]
    percents: tuple[str, ...]
    whole_pronouns: frozenset[str]
    share_followers: frozenset[str]
    former_openers: tuple[str, ...]
    former_times: frozenset[str]
    cardinals: dict[str, int]
    scales: dict[str, int]
    measures: frozenset[str]
    currency: frozenset[str]
    months: frozenset[str]
    designators: frozenset[str]
    numbered: tuple[str, ...]
    unit_names: frozenset[str]
    named_exercises: frozenset[str]
    streets: frozenset[str]
    members: frozenset[str]
    after_hyphen: frozenset[str]
    changes: frozenset[str]
    between_change_and_number: frozenset[str]
    raisers: tuple[str, ...]
    year_prepositions: frozenset[str]
    people: frozenset[str]
    negations: frozenset[str]
    score_nouns: frozenset[str]
    score_verbs: frozenset[str]
    both_followers: frozenset[str]
    one_openers: frozenset[str]
    one_followers: frozenset[str]
    abstract: frozenset[str]
    inhabited: frozenset[str]
    aged: frozenset[str]
    persons: frozenset[str]


class Strength(Schema):
    """How many people a formation holds, and by whose figures."""

    formation: str
    low: int
    high: int
    source: str


class StrengthTable(Schema):
    """``strengths.yml``."""

    strengths: tuple[Strength, ...]


class ElidedWords(Schema):
    """``elided.yml``: words around a number that leaves out the noun of the force it counts."""

    followers: frozenset[str]
    places: frozenset[str]
    others: frozenset[str]
    equal_shares: frozenset[str]
    more_openers: frozenset[str]
    more_followers: frozenset[str]
    partitives: frozenset[str]
    partitive_articles: frozenset[str]
    fellows: frozenset[str]
    nobody: frozenset[str]
    there_followers: frozenset[str]
    totals: frozenset[str]
    belonging: frozenset[str]
    mounting: frozenset[str]
    claiming: tuple[str, ...]
    own_measures: tuple[str, ...]
    year_openers: frozenset[str]
    auxiliaries: frozenset[str]
    before_people: frozenset[str]
    numbering: tuple[str, ...]
    estimating: tuple[str, ...]
    measures: tuple[str, ...]
