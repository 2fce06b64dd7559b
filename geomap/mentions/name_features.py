"""What a proposed name may be by itself: its candidates in the gazetteer, other words and persons of that name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from gazetteer import Candidate, Kind, NameKind
from geomap.language import lexicon
from geomap.language.homonyms import Homonym, homonym
from geomap.mentions.forces import is_force_word
from geomap.mentions.persons import Persons
from geomap.mentions.proposals import Proposal

_METROPOLIS = 1_000_000
_LARGE_CITY = 100_000
_TOWN = 5_000
"""Inhabitants, as GeoNames counts them."""

_WELL_KNOWN = 500_000
"""Inhabitants from which a city is known by names in other languages too."""

_OTHER_SPELLING = frozenset({NameKind.ALTERNATE, NameKind.CODE})
_SIGNS_OF_PLACE = frozenset({"GPE", "LOC", "FAC", "NORP"})
_LONGEST_ACRONYM = 5
"""Letters."""

_HEARD_SURNAME, _RARE_SURNAME = 2, 4
"""Tiers of surnames (see ``homonyms``)."""


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
        countries: set[str] = set()
        provinces: set[tuple[str, str]] = set()
        for proposal in proposals:
            for c in proposal.candidates:
                if c.place.country is None or not (own_name(c) or c.name_kind is NameKind.DEMONYM):
                    continue
                if c.place.kind is Kind.COUNTRY:
                    countries.add(c.place.country)
                elif c.place.kind is Kind.ADMIN1 and (c.name_kind is NameKind.ABBREVIATION or _plain(proposal)):
                    provinces.add((c.place.country, c.place.name))
        diseases = frozenset(p.words[-1].key for p in proposals if _before_disease(p))
        return cls(persons, frozenset(countries), frozenset(provinces), diseases)


def _before_disease(proposal: Proposal) -> bool:
    """ "Marburg virus", "West Nile fever": diseases go by places, and later by the name alone."""
    after = proposal.after
    gap = after is not None and after.start == proposal.span[1] + 1
    return gap and after is not None and after.lower in lexicon.names().diseases


def _plain(proposal: Proposal) -> bool:
    """Whether a name is nothing but a place's: no word, and no common name of people."""
    if len(proposal.words) > 1:
        return True
    other = homonym(proposal.words[0].key)
    return not other.word and not 0 < other.surname < _RARE_SURNAME and not 0 < other.given <= _HEARD_SURNAME


@dataclass(frozen=True, slots=True)
class Seen:
    """A proposal with its neighbours and what the text tells elsewhere; the rest is told from these."""

    proposal: Proposal
    previous: Proposal | None
    following: Proposal | None
    background: Background
    homonym: Homonym
    country: bool
    people: bool
    inhabitants: int

    @classmethod
    def of(
        cls, proposal: Proposal, previous: Proposal | None, following: Proposal | None, background: Background
    ) -> Seen:
        """Look at a proposal once, for all features."""
        alone = len(proposal.words) == 1
        return cls(
            proposal,
            previous,
            following,
            background,
            homonym(proposal.words[0].key) if alone else homonym(""),
            any(
                c.place.kind is Kind.COUNTRY
                and c.name_kind is not NameKind.DEMONYM
                and (own_name(c) or _plain(proposal))
                for c in proposal.candidates
            ),
            proposal.is_people,
            max((_inhabitants(c) for c in proposal.candidates), default=0),
        )

    @property
    def firm(self) -> bool:
        """A country or a people: a name that needs little else to be a place."""
        return self.country or self.people

    @property
    def modelled(self) -> bool:
        """Whether the language model sees a place, or a people, here."""
        entity = self.proposal.entity
        return entity is not None and entity.label in _SIGNS_OF_PLACE and entity.start >= self.proposal.span[0] - 5


Feature = tuple[str, float, Callable[[Seen], bool]]


def own_name(candidate: Candidate) -> bool:
    """Whether the place goes by this name: the Isle of Man is no "Man", Burgas no "Bourgas Province"."""
    return candidate.name_kind not in _OTHER_SPELLING or candidate.place.id.startswith("curated:")


def _inhabitants(candidate: Candidate) -> int:
    if candidate.name_kind is NameKind.DEMONYM or candidate.place.kind in {Kind.COUNTRY, Kind.CONTINENT}:
        return 0
    population = candidate.place.population
    if own_name(candidate):
        return population
    return population if population >= _WELL_KNOWN else population // 10


def _area(seen: Seen) -> bool:
    kinds = (Kind.WATER, Kind.REGION, Kind.BASE, Kind.CONTINENT, Kind.CROSSING, Kind.ISLAND, Kind.LANDFORM)
    return seen.proposal.may_be(*kinds)


def _province(seen: Seen) -> bool:
    return any(c.place.kind is Kind.ADMIN1 and own_name(c) for c in seen.proposal.candidates)


def _abbreviation(seen: Seen) -> bool:
    """ "Ky.", "N.C.": an abbreviation that only a place has."""
    return any(c.name_kind is NameKind.ABBREVIATION for c in seen.proposal.candidates)


def _of_the_countries(seen: Seen) -> bool:
    """A place by this name lies in a country that the text names, and people are not called so."""
    p = seen.proposal
    if seen.firm or not _plain(p):
        return False
    return any(
        own_name(c) and c.place.country in seen.background.countries and c.place.kind is not Kind.COUNTRY
        for c in p.candidates
    )


def _of_the_provinces(seen: Seen) -> bool:
    """A town by this name lies in a province that the text names."""
    return any(
        own_name(c) and (c.place.country, c.place.admin1) in seen.background.provinces for c in seen.proposal.candidates
    )


def _unknown_capitals(seen: Seen) -> bool:
    """ "USDA", "H5N1": an abbreviation that the gazetteer lacks, in a text that is not all in capitals."""
    p = seen.proposal
    return not p.candidates and len(p.text) <= _LONGEST_ACRONYM and p.text.isupper()


def _disease(seen: Seen) -> bool:
    return seen.proposal.words[-1].key in seen.background.diseases and not seen.firm


def _several(seen: Seen) -> bool:
    return len(seen.proposal.words) > 1 and bool(seen.proposal.candidates) and not _abbreviation(seen)


def _metropolis(seen: Seen) -> bool:
    return seen.inhabitants >= _METROPOLIS and _plain(seen.proposal)


def _proper(seen: Seen) -> bool:
    return all(token.pos == "PROPN" or not token.text[0].isupper() for token in seen.proposal.tokens)


def _word(seen: Seen) -> bool:
    """A word of the language that happens to be a village's name too ("Of", "March", "Nice", "Split")."""
    if len(seen.proposal.words) > 1 or seen.firm or _abbreviation(seen):
        return False
    if any(c.place.id.startswith("curated:") for c in seen.proposal.candidates):
        return False  # "the Channel", "the Gulf": written down because the news means them
    return seen.homonym.word or seen.proposal.words[0].key in lexicon.names().calendar


def _no_noun(seen: Seen) -> bool:
    """A verb or particle by its part of speech, though the sentence begins with it or is a heading."""
    if len(seen.proposal.words) > 1 or seen.firm or not seen.homonym.word:
        return False
    return seen.proposal.tokens[0].pos not in {"PROPN", "NOUN"}


def _short(seen: Seen) -> bool:
    """ "FM", "SOS": capitals that are no abbreviation of a place."""
    text = seen.proposal.text
    return len(text) <= 3 and text.isupper() and not seen.firm and not _abbreviation(seen)


def _surname(first: int, last: int) -> Callable[[Seen], bool]:
    return lambda seen: first <= seen.homonym.surname <= last and not seen.country


def _given(seen: Seen) -> bool:
    return 0 < seen.homonym.given <= _HEARD_SURNAME and not seen.country


def _known_person(seen: Seen) -> bool:
    """ "Franklin" after "John Franklin"."""
    return (
        len(seen.proposal.words) == 1
        and seen.proposal.words[0].key in seen.background.persons.surnames
        and not seen.people
    )


def _in_person(seen: Seen) -> bool:
    return seen.background.persons.covers(seen.proposal.span) and not seen.people


def _modelled_person(seen: Seen) -> bool:
    """The model calls many a town a person; that counts where people are called so, or nobody knows the name."""
    entity = seen.proposal.entity
    if entity is None or entity.label != "PERSON" or seen.firm:
        return False
    return not (seen.proposal.candidates and _plain(seen.proposal))


def _group(seen: Seen) -> bool:
    return seen.proposal.text.casefold() in _actor_words()


def _force(seen: Seen) -> bool:
    return len(seen.proposal.words) == 1 and is_force_word(seen.proposal.text) and not seen.firm


@cache
def _actor_words() -> frozenset[str]:
    """Names of bodies and groups, which are no places even where a village is called so ("Hamas", "NATO")."""
    return frozenset(
        name.casefold()
        for actor in lexicon.actors().actors
        if not actor.metonym
        for name in (actor.name, *actor.aliases)
    )


FEATURES: tuple[Feature, ...] = (
    ("a country", 2.5, lambda seen: seen.country),
    ("a people", 3.0, lambda seen: seen.people),
    ("a sea, region, base or continent", 2.0, _area),
    ("a province", 1.0, _province),
    ("an abbreviation of a place's name", 2.0, _abbreviation),
    ("a large city", 1.0, lambda seen: seen.inhabitants >= _LARGE_CITY),
    ("a city of a million", 0.5, _metropolis),
    ("a town", 0.5, lambda seen: _TOWN <= seen.inhabitants < _LARGE_CITY),
    ("marked as a place by the language model", 1.5, lambda seen: seen.modelled),
    ("in a country that the text names", 1.0, _of_the_countries),
    ("in a province that the text names", 0.75, _of_the_provinces),
    ("several words", 1.0, _several),
    ("a name, by its part of speech", 0.5, _proper),
    ("a word of the language", -2.0, _word),
    ("no noun, by its part of speech", -1.0, _no_noun),
    ("very short", -2.0, _short),
    ("an abbreviation that the gazetteer lacks", -2.0, _unknown_capitals),
    ("a disease of the text is called so", -3.0, _disease),
    ("one of the commonest surnames", -1.5, _surname(1, _HEARD_SURNAME)),
    ("a surname", -0.5, _surname(_HEARD_SURNAME + 1, _RARE_SURNAME)),
    ("a given name", -1.0, _given),
    ("a person of the text is called so", -3.0, _known_person),
    ("inside a person's name", -4.0, _in_person),
    ("a person, by the language model", -1.0, _modelled_person),
    ("the name of a group or body", -5.0, _group),
    ("a word for a force", -2.0, _force),
)
