"""The shape of ``records.yml``, a class for each step that makes records; a key that is not named is an error."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from geomap.model import Status


class _Words(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class LinkingWords(_Words):
    """Words by which a force takes its places, and by which forces stand in one list."""

    inner_prepositions: frozenset[str]
    weak_prepositions: frozenset[str]
    hosting_verbs: frozenset[str]
    distance_words: frozenset[str]
    extents: frozenset[str]
    leaving_verbs: frozenset[str]
    way_prepositions: frozenset[str]
    returning: frozenset[str]
    aside_nouns: frozenset[str]
    ways: frozenset[str]
    staying_prepositions: frozenset[str]
    goals: frozenset[str]
    basing_verbs: frozenset[str]
    passing_verbs: frozenset[str]
    goal_prepositions: frozenset[str]
    equipping_verbs: frozenset[str]
    list_fillers: frozenset[str]
    list_joiners: frozenset[str]


class LocatingWords(_Words):
    """Words that lead to a place where the parse does not.

    ``kinds`` are the kinds of places that a noun recalls.
    """

    here: frozenset[str]
    speakers: frozenset[str]
    accompanying: tuple[str, ...]
    accompanied: tuple[str, ...]
    coming_verbs: frozenset[str]
    following_verbs: frozenset[str]
    there: frozenset[str]
    where: frozenset[str]
    elsewhere_verbs: frozenset[str]
    kinds: dict[str, frozenset[str]]
    realms: dict[str, frozenset[str]]
    recalling_prepositions: tuple[str, ...]
    leaving_words: tuple[str, ...]
    fillers: tuple[str, ...]
    parsed_prepositions: frozenset[str]


class OwningWords(_Words):
    """Words that lead to whose a force is."""

    territories: dict[str, str]
    distributing: tuple[str, ...]
    accusing: frozenset[str]
    opposing: frozenset[str]
    fronting: frozenset[str]
    observing: frozenset[str]
    guessing: frozenset[str]
    guests: dict[str, frozenset[str]]
    irregulars: frozenset[str]
    hosting: frozenset[str]
    ousting: frozenset[str]
    possessives: frozenset[str]
    estimating: frozenset[str]
    controlling: frozenset[str]
    relatives: frozenset[str]
    speakers: frozenset[str]
    subject_pronouns: frozenset[str]
    belonging: tuple[str, ...]
    blue_helmets: tuple[str, ...]
    hired: tuple[str, ...]
    nameless: tuple[str, ...]
    national_nouns: dict[str, str]
    stocks: frozenset[str]
    governing: tuple[str, ...]


class JudgingWords(_Words):
    """Words of mood, negation and tense beside the cues of ``status.yml``."""

    modals: dict[str, Status]
    short_would: frozenset[str]
    pledges: frozenset[str]
    deciding: frozenset[str]
    conditions: frozenset[str]
    standing_adverbs: frozenset[str]
    negated_otherwise: frozenset[str]
    none: frozenset[str]
    not_denying: frozenset[str]
    not_one: frozenset[str]
    none_subjects: frozenset[str]
    matters: frozenset[str]
    states: frozenset[str]
    preparing: frozenset[str]
    telling: frozenset[str]
    dismissals: tuple[str, ...]
    reports: frozenset[str]
    gone: tuple[str, ...]
    untrue: tuple[str, ...]
    long_past: frozenset[str]
    lifts_denial: frozenset[str]
    asking: frozenset[str]
    refusals: tuple[str, ...]
    dating: frozenset[str]
    present_auxiliaries: frozenset[str]


class ExcludingWords(_Words):
    """Words that tell a force which is no deployment."""

    exhibits: frozenset[str]
    civil_life: frozenset[str]
    some: frozenset[str]
    firing_verbs: frozenset[str]
    combat_verbs: frozenset[str]
    holding_verbs: frozenset[str]
    company_prepositions: frozenset[str]
    teaching_verbs: frozenset[str]
    robbing_verbs: frozenset[str]
    hurts: frozenset[str]
    boarding: frozenset[str]
    relieving_verbs: frozenset[str]
    kinds: tuple[str, ...]
    kinds_behind: tuple[str, ...]
    relief: tuple[str, ...]
    tellers: frozenset[str]
    wishing_verbs: frozenset[str]
    ammunition: frozenset[str]
    uses: frozenset[str]
    threat_prepositions: frozenset[str]
    persons: frozenset[str]
    members: frozenset[str]
    assemblies: frozenset[str]
    civil_verbs: frozenset[str]
    spending_verbs: frozenset[str]
    mission_verbs: frozenset[str]
    felling_verbs: frozenset[str]
    capturing_verbs: frozenset[str]
    captives: frozenset[str]
    unclear_attacks: frozenset[str]
    harm_participles: frozenset[str]
    harmed: frozenset[str]
    harmed_after: tuple[str, ...]
    loss_nouns: frozenset[str]
    fighting_verbs: frozenset[str]
    former: frozenset[str]
    unfit: frozenset[str]
    people_after: tuple[str, ...]
    homeless: tuple[str, ...]
    whole: frozenset[str]


class ActingWords(_Words):
    """Verbs whose sense depends on what stands beside them."""

    keeping: frozenset[str]
    going_on: frozenset[str]
    taking_up: frozenset[str]
    joined: frozenset[str]
    relieved: frozenset[str]
    setting_out: frozenset[str]
    leaving: frozenset[str]
    receiving: frozenset[str]
    change_verbs: frozenset[str]


class CountingWords(_Words):
    """Words between a total and the parts that are counted in it."""

    parts: tuple[str, ...]
    partitive: tuple[str, ...]
    partitive_pronouns: tuple[str, ...]
    totals: tuple[str, ...]
    giving: frozenset[str]
    ranking: frozenset[str]
    contributing: frozenset[str]
    bodies: frozenset[str]
    aboard: tuple[str, ...]
    carrying: tuple[str, ...]


class AttributingWords(_Words):
    """Words of attribution beside those of ``reporting.yml``."""

    according: tuple[str, ...]
    open_verbs: frozenset[str]
    people_pronouns: frozenset[str]


class RecordWords(_Words):
    """``records.yml``: the words of the rules that make records of mentions.

    ``salience`` are the weights of the features by which a force without an owner in words finds one; ``unknown`` is
    what an actor must outweigh. ``whereabouts`` are those of the features by which it finds a place, or is left
    without one.
    """

    linking: LinkingWords
    locating: LocatingWords
    owning: OwningWords
    judging: JudgingWords
    excluding: ExcludingWords
    acting: ActingWords
    counting: CountingWords
    attributing: AttributingWords
    salience: dict[str, float]
    whereabouts: dict[str, float]
