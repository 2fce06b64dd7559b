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


class Strength(_Schema):
    """How many people a formation holds, and by whose figures."""

    formation: str
    low: int
    high: int
    source: str


class StrengthTable(_Schema):
    """``strengths.yml``."""

    strengths: tuple[Strength, ...]


class ForceTerms(_Schema):
    """Nouns for one kind of force. ``generic`` ones say nothing without a number or a movement."""

    terms: tuple[str, ...] = Field(min_length=1)
    category: Category
    echelon: Echelon | None = None
    generic: bool = False


class ForceWords(_Schema):
    """``forces.yml``: common nouns of forces; ``ambiguous`` ones need a military context.

    ``civil`` and ``civil_of`` are the words before and, behind "of", after a noun that make it no force;
    ``shared_modifiers`` may share the head of the next noun ("armoured and mechanised brigades"); ``leading_heads``
    stand before a name ("Liwa al-Tawhid"); behind ``unit_attributes`` a named unit only tells of whom or of what;
    ``verbs`` are nouns that look like verbs.
    """

    plurals: dict[str, str] = {}
    ship_prefixes: dict[str, str] = {}
    ambiguous_prefixes: frozenset[str] = frozenset()
    civil: dict[str, frozenset[str]] = {}
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


class Weapon(_Schema):
    """A named type with its spellings."""

    names: tuple[str, ...] = Field(min_length=1)
    category: Category


class WeaponFamily(_Schema):
    """A regular designator, as a regular expression that is matched with case."""

    pattern: str
    category: Category


class WeaponNames(_Schema):
    """``weapons.yml``: named types and families of designators.

    ``ambiguous`` are names that peoples, animals, teams or goods bear too.
    """

    ambiguous: frozenset[str] = frozenset()
    weapons: tuple[Weapon, ...]
    families: tuple[WeaponFamily, ...] = ()


class UnitName(_Schema):
    """A unit or ship with a name of its own; ``state`` is whose it is, ``None`` where it is an actor by itself."""

    names: tuple[str, ...] = Field(min_length=1)
    category: Category
    echelon: Echelon | None = None
    state: str | None = None
    ambiguous: bool = False


class UnitNames(_Schema):
    """``units.yml``."""

    units: tuple[UnitName, ...]


class ActorName(_Schema):
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


class FormerState(_Schema):
    """A state that is no more; ``successor`` is the code of the one that has its capital."""

    name: str
    code: str
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    successor: str | None = None


class ActorNames(_Schema):
    """``actors.yml``.

    ``state_descriptions`` say of which states a description may be ("kingdom"); ``state_organs`` are nouns that mean
    the organ of a state where it was named before ("ministry"), ``home_organs`` those that need not have been.
    """

    actors: tuple[ActorName, ...]
    former_states: tuple[FormerState, ...] = ()
    state_descriptions: dict[str, frozenset[str]] = {}
    state_organs: frozenset[str] = frozenset()
    home_organs: frozenset[str] = frozenset()


class LeaderNames(_Schema):
    """``leaders.yml``: names of leaders by the ISO alpha-3 code of their state."""

    leaders: dict[str, tuple[str, ...]]


class ShipNames(_Schema):
    """``ships.yml``: names of warships by the ISO alpha-3 code of their state."""

    ships: dict[str, tuple[str, ...]]


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
    far_particles: frozenset[str]


class Cue(_Schema):
    """Words that change a record's status or hedge what they govern; the record then carries ``name`` as a rule.

    Phrases count in the clause of the record, or in its whole ``sentence``.
    """

    name: str
    status: Status | None = None
    hedged: bool = False
    sentence: bool = False
    governors: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class StatusWords(_Schema):
    """``status.yml``."""

    cues: tuple[Cue, ...]


class ReportingWords(_Schema):
    """``reporting.yml``: verbs of saying, words for sources that stay unnamed."""

    verbs: frozenset[str]
    hedging_verbs: frozenset[str]
    anonymous: tuple[str, ...]
    bodies: frozenset[str]
    titles: tuple[str, ...]


class EventIdiom(_Schema):
    """A verb that tells an event with an object ("took control", "changed hands") or a preposition ("walked into").

    Where both are given, both must stand; ``armed`` wants a force, a power or people who fight as the subject.
    """

    verbs: frozenset[str]
    objects: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    armed: bool = False


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
    idioms: tuple[EventIdiom, ...] = ()
    place: Literal["object", "subject", "of", "from", "any"] | None = None
    weak: bool = False
    companion: bool = False
    guarded: bool = False
    armed: bool = False


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
    backing: frozenset[str]
    ruling: frozenset[str]
    acting_verbs: frozenset[str]
    control_verbs: frozenset[str]
    minded: frozenset[str]
    telling_verbs: frozenset[str]


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
    ordinals: dict[str, int]
    decades: dict[str, int]
    feasts: dict[str, tuple[int, int]]
    movable_feasts: frozenset[str]
    feast_prepositions: frozenset[str]
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
    weekday_attributes: frozenset[str]
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
