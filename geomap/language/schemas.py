"""The shapes of the lexicon files; a key that is not named here is an error."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from geomap.model import Action, Category, Echelon, EventType, Harm, Qualifier, Status


class _Schema(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class QuantityWords(_Schema):
    """``quantities.yml``: bounds, vague plurals, number words, measures, words around numbers that count nothing."""

    before: dict[Qualifier, tuple[str, ...]]
    after: dict[Qualifier, tuple[str, ...]]
    fillers: tuple[str, ...]
    vague: dict[str, tuple[int, int]]
    couple_openers: frozenset[str]
    scale_openers: frozenset[str]
    groups: dict[str, int]
    fractions: dict[str, float]
    cardinals: dict[str, int]
    scales: dict[str, int]
    measures: frozenset[str]
    currency: frozenset[str]
    months: frozenset[str]
    designators: frozenset[str]
    unit_names: frozenset[str]
    named_exercises: frozenset[str]
    streets: frozenset[str]
    members: frozenset[str]
    after_hyphen: frozenset[str]
    changes: frozenset[str]
    year_prepositions: frozenset[str]
    people: frozenset[str]
    negations: frozenset[str]
    score_nouns: frozenset[str]
    score_verbs: frozenset[str]
    both_followers: frozenset[str]
    one_openers: frozenset[str]
    one_followers: frozenset[str]


class ForceTerms(_Schema):
    """Nouns for one kind of force. ``generic`` ones say nothing without a number or a movement."""

    terms: tuple[str, ...] = Field(min_length=1)
    category: Category
    echelon: Echelon | None = None
    generic: bool = False


class ForceWords(_Schema):
    """``forces.yml``: common nouns of forces; ``ambiguous`` ones need a military context."""

    plurals: dict[str, str] = {}
    ship_prefixes: dict[str, str] = {}
    carriers: frozenset[str]
    collectives: frozenset[str]
    containers: frozenset[str]
    single_openers: frozenset[str]
    single_fillers: frozenset[str]
    no_modifiers: frozenset[str]
    forces: tuple[ForceTerms, ...]
    ambiguous: tuple[ForceTerms, ...] = ()


class Weapon(_Schema):
    """A named type with its spellings."""

    names: tuple[str, ...] = Field(min_length=1)
    category: Category


class WeaponFamily(_Schema):
    """A regular designator, as a regular expression that is matched with case."""

    pattern: str
    category: Category


class WeaponNames(_Schema):
    """``weapons.yml``: named types and families of designators."""

    weapons: tuple[Weapon, ...]
    families: tuple[WeaponFamily, ...] = ()


class ActorName(_Schema):
    """An actor that is no state, or a state's body that is named without its country."""

    name: str
    code: str
    aliases: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    kind: str
    states: tuple[str, ...] = ()
    metonym: bool = False


class ActorNames(_Schema):
    """``actors.yml``."""

    actors: tuple[ActorName, ...]


class ActionFrame(_Schema):
    """Verbs and nouns of one act. ``to`` and ``from`` list the prepositions that introduce its places.

    ``object`` says what a place as direct object is: "left Gao" (origin), "entered Idlib" (location).
    """

    name: str
    action: Action
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    object: str | None = None


class ActionWords(_Schema):
    """``actions.yml``."""

    frames: tuple[ActionFrame, ...]
    location_prepositions: frozenset[str]
    origin_prepositions: frozenset[str]
    particles: frozenset[str]


class Cue(_Schema):
    """Words that change a record's status or hedge what they govern; the record then carries ``name`` as a rule."""

    name: str
    status: Status | None = None
    hedged: bool = False
    governors: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class StatusWords(_Schema):
    """``status.yml``."""

    cues: tuple[Cue, ...]


class ReportingWords(_Schema):
    """``reporting.yml``: verbs of saying, phrases of attribution, words for sources that stay unnamed."""

    verbs: frozenset[str]
    phrases: tuple[str, ...]
    hedging_verbs: frozenset[str]
    anonymous: tuple[str, ...]
    titles: tuple[str, ...]


class EventFrame(_Schema):
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
    place: Literal["object", "subject", "of", "from", "any"] | None = None
    weak: bool = False
    companion: bool = False
    guarded: bool = False


class HarmWords(_Schema):
    """Verbs (participles too) and nouns that tell one kind of casualty."""

    kind: Harm
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class EventWords(_Schema):
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
    harm: tuple[HarmWords, ...]
    people: tuple[str, ...]


class PlaceWords(_Schema):
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


class TimeWords(_Schema):
    """``times.yml``: names of days, months and seasons, words of shift and bound, cues of tense around a time.

    ``days`` are counted from today, first to last; ``vague_counts`` tell how many units "the last days" has.
    """

    months: dict[str, int]
    month_abbreviations: dict[str, int]
    weekdays: dict[str, int]
    weekday_abbreviations: dict[str, int]
    unambiguous_weekdays: frozenset[str]
    seasons: dict[str, int]
    dayparts: frozenset[str]
    units: dict[str, Literal["day", "week", "month", "year", "decade", "weekend"]]
    which: dict[str, Literal["last", "this", "next"]]
    thirds: dict[str, Literal["early", "mid", "late"]]
    rests: dict[str, bool]
    edges: dict[str, Literal["start", "middle", "end"]]
    days: dict[str, tuple[int, int]]
    window_before: frozenset[str]
    window_after: frozenset[str]
    window_fillers: tuple[str, ...]
    window_openers: frozenset[str]
    vague_counts: dict[str, int]
    bounds: dict[Literal["since", "from", "until", "by"], tuple[str, ...]]
    bound_fillers: tuple[str, ...]
    range_joiners: frozenset[str]
    month_prepositions: frozenset[str]
    name_prepositions: frozenset[str]
    month_given_names: frozenset[str]
    year_prepositions: frozenset[str]
    counting_prepositions: frozenset[str]
    season_prepositions: frozenset[str]
    function_words: frozenset[str]
    names_before: frozenset[str]
    names_after: frozenset[str]
    future: frozenset[str]
    future_infinitives: frozenset[str]
    past: frozenset[str]
    reporting: frozenset[str]
    auxiliaries: frozenset[str]


class NameWords(_Schema):
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


class ElidedWords(_Schema):
    """``elided.yml``: words around a number that leaves out the noun of the force it counts."""

    followers: frozenset[str]
    places: frozenset[str]
    others: frozenset[str]
    equal_shares: frozenset[str]
    more_openers: frozenset[str]
    more_followers: frozenset[str]
    partitives: frozenset[str]
    partitive_articles: frozenset[str]
    year_openers: frozenset[str]
    auxiliaries: frozenset[str]
    before_people: frozenset[str]


class Publication(_Schema):
    """A paper, agency or site by its ``names`` and ``hosts``; a regional one with its first-order division and town."""

    names: tuple[str, ...] = Field(min_length=1)
    hosts: tuple[str, ...] = Field(min_length=1)
    division: str | None = None
    town: str | None = None


class PublicationWords(_Schema):
    """``publications.yml``: where what is printed comes from, and how the names of papers and hosts tell it.

    ``publications`` are listed by the alpha-3 code of their country.
    """

    international: tuple[Publication, ...]
    publications: dict[str, tuple[Publication, ...]]
    words: frozenset[str]
    open_endings: frozenset[str]
    second_levels: frozenset[str]
    other_endings: dict[str, str]
