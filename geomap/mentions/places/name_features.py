"""What a text tells of a proposed name beside the words around it: persons, countries and diseases named elsewhere,
the language model, parts of speech."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from geomap.language import lexicon
from geomap.mentions.places.name_traits import (
    ABBREVIATION,
    AREA,
    COMMON_SURNAME,
    COUNTRY,
    FORCE,
    GIVEN_NAME,
    GROUP,
    LARGE_CITY,
    METROPOLIS,
    PEOPLE,
    PROVINCE,
    SEVERAL_WORDS,
    SURNAME,
    TOWN,
    UNKNOWN_CAPITALS,
    VERY_SHORT,
    WORD,
    Own,
    Traits,
)
from geomap.mentions.places.persons import Persons
from geomap.mentions.places.proposals import Proposal

_SIGNS_OF_PLACE = frozenset({"GPE", "LOC", "FAC", "NORP"})


@dataclass(frozen=True, slots=True)
class Background:
    """What the text tells of its names: persons, countries (alpha-3), provinces (country, name), diseases (keys)."""

    persons: Persons
    countries: frozenset[str]
    provinces: frozenset[tuple[str, str]]
    diseases: frozenset[str]

    @classmethod
    def of(cls, proposals: Sequence[Proposal], persons: Persons) -> Background:
        """Gather the countries and provinces that the proposals name beyond doubt."""
        names = {proposal.traits for proposal in proposals}
        return cls(
            persons,
            frozenset().union(*(traits.countries for traits in names)),
            frozenset().union(*(traits.provinces for traits in names)),
            frozenset(p.traits.keys[-1] for p in proposals if _before_disease(p)),
        )


def _before_disease(proposal: Proposal) -> bool:
    """ "Marburg virus", "West Nile fever": diseases go by places, and later by the name alone."""
    after = proposal.after
    gap = after is not None and after.start == proposal.span[1] + 1
    return gap and after is not None and after.lower in lexicon.names().diseases


class Seen(NamedTuple):
    """A proposal with its neighbours and what the text tells elsewhere."""

    proposal: Proposal
    previous: Proposal | None
    following: Proposal | None
    background: Background

    @property
    def traits(self) -> Traits:
        """What the name tells by itself."""
        return self.proposal.traits


def _any_name(_: Traits) -> bool:
    return True


class Feature(NamedTuple):
    """A feature of a name in its text: the reason that the report shows, its weight, and when it holds.

    ``may`` tells of which names it can: the text is not asked for others.
    """

    reason: str
    weight: float
    holds: Callable[[Seen], bool]
    may: Callable[[Traits], bool] = _any_name


def _modelled(seen: Seen) -> bool:
    """Whether the language model sees a place, or a people, here."""
    entity = seen.proposal.entity
    return entity is not None and entity.label in _SIGNS_OF_PLACE and entity.start >= seen.proposal.span[0] - 5


def _of_the_countries(seen: Seen) -> bool:
    """A place by this name lies in a country that the text names."""
    return not seen.proposal.traits.own_places.isdisjoint(seen.background.countries)


def _of_the_provinces(seen: Seen) -> bool:
    """A town by this name lies in a province that the text names."""
    return not seen.proposal.traits.own_divisions.isdisjoint(seen.background.provinces)


def _proper(seen: Seen) -> bool:
    return all(token.pos == "PROPN" or not token.text[0].isupper() for token in seen.proposal.tokens)


def _no_noun(seen: Seen) -> bool:
    """A verb or particle by its part of speech, though the sentence begins with it or is a heading."""
    return seen.proposal.tokens[0].pos not in {"PROPN", "NOUN"}


def _disease(seen: Seen) -> bool:
    return seen.proposal.traits.keys[-1] in seen.background.diseases


def _known_person(seen: Seen) -> bool:
    """ "Franklin" after "John Franklin"."""
    return seen.proposal.traits.keys[0] in seen.background.persons.surnames


def _in_person(seen: Seen) -> bool:
    return seen.background.persons.covers(seen.proposal.span)


def _modelled_person(seen: Seen) -> bool:
    """The model calls many a town a person; that counts where people are called so, or nobody knows the name."""
    entity = seen.proposal.entity
    return entity is not None and entity.label == "PERSON"


FEATURES: tuple[Own | Feature, ...] = (
    COUNTRY,
    PEOPLE,
    AREA,
    PROVINCE,
    ABBREVIATION,
    LARGE_CITY,
    METROPOLIS,
    TOWN,
    Feature("marked as a place by the language model", 1.5, _modelled),
    Feature(
        "in a country that the text names",
        1.0,
        _of_the_countries,
        lambda traits: traits.plain and not traits.firm and bool(traits.own_places),
    ),
    Feature("in a province that the text names", 0.75, _of_the_provinces, lambda traits: bool(traits.own_divisions)),
    SEVERAL_WORDS,
    Feature("a name, by its part of speech", 0.5, _proper),
    WORD,
    Feature(
        "no noun, by its part of speech",
        -1.0,
        _no_noun,
        lambda traits: traits.alone and traits.homonym.word and not traits.firm,
    ),
    VERY_SHORT,
    UNKNOWN_CAPITALS,
    Feature("a disease of the text is called so", -3.0, _disease, lambda traits: not traits.firm),
    COMMON_SURNAME,
    SURNAME,
    GIVEN_NAME,
    Feature(
        "a person of the text is called so", -3.0, _known_person, lambda traits: traits.alone and not traits.people
    ),
    Feature("inside a person's name", -4.0, _in_person, lambda traits: not traits.people),
    Feature(
        "a person, by the language model",
        -1.0,
        _modelled_person,
        lambda traits: not traits.firm and not (traits.candidates and traits.plain),
    ),
    GROUP,
    FORCE,
)
