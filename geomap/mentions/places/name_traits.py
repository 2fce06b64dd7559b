"""What a name tells by itself, in whatever text: its places in the gazetteer, other words and persons of that name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from gazetteer import Candidate, Kind, NameKind
from geomap.language import lexicon
from geomap.language.homonyms import Homonym, homonym
from geomap.language.words import Word
from geomap.mentions.forces.finding import is_force_word

WELL_KNOWN = 500_000
"""Inhabitants from which a city is known by names in other languages too."""

HEARD_SURNAME, RARE_SURNAME = 2, 4
"""Tiers of surnames (see ``homonyms``)."""

_METROPOLIS = 1_000_000
_LARGE_CITY = 100_000
_TOWN = 5_000
"""Inhabitants, as GeoNames counts them."""

_REMEMBERED = 16_384
"""Names whose traits are kept; the news says the same ones again and again."""

_OTHER_SPELLING = frozenset({NameKind.ALTERNATE, NameKind.CODE})
_AREAS = frozenset({Kind.WATER, Kind.REGION, Kind.BASE, Kind.CONTINENT, Kind.CROSSING, Kind.ISLAND, Kind.LANDFORM})
_LONGEST_ACRONYM = 5
"""Letters."""


@dataclass(frozen=True, slots=True, eq=False)
class Traits:
    """A written name with its candidates, and what they and the words tell. Two are the same only if they are one.

    ``keys`` are those of its words. ``plain`` is a name that is no word and no common name of people. ``kinds`` and
    ``homes`` are what places it may be, and their countries. What goes by this very name: ``own_lands`` are the
    countries of all such places, ``own_places`` of those that are none themselves, ``own_divisions`` their provinces as
    (country, name). ``countries`` and ``provinces`` are those that the name speaks of beyond doubt.
    """

    text: str
    keys: tuple[str, ...]
    candidates: tuple[Candidate, ...]
    homonym: Homonym
    plain: bool
    country: bool
    people: bool
    inhabitants: int
    kinds: frozenset[Kind]
    homes: frozenset[str | None]
    own_lands: frozenset[str | None]
    own_places: frozenset[str | None]
    own_divisions: frozenset[tuple[str | None, str | None]]
    countries: frozenset[str]
    provinces: frozenset[tuple[str, str]]

    @property
    def firm(self) -> bool:
        """A country or a people: a name that needs little else to be a place."""
        return self.country or self.people

    @property
    def division(self) -> bool:
        """Whether some candidate is a first-order division, by whatever name."""
        return any(c.place.kind is Kind.ADMIN1 for c in self.candidates)

    @property
    def alone(self) -> bool:
        """Whether the name is a single word."""
        return len(self.keys) == 1

    @property
    def abbreviation(self) -> bool:
        """ "Ky.", "N.C.": an abbreviation that only a place has."""
        return any(c.name_kind is NameKind.ABBREVIATION for c in self.candidates)

    @property
    def short_capitals(self) -> bool:
        """ "US", "UK": up to three capitals."""
        return len(self.text) <= 3 and self.text.isupper()

    def may_be(self, kinds: frozenset[Kind]) -> bool:
        """Whether some candidate is a place of one of the kinds."""
        return not self.kinds.isdisjoint(kinds)


def own_name(candidate: Candidate) -> bool:
    """Whether the place goes by this name: the Isle of Man is no "Man", Burgas no "Bourgas Province"."""
    return candidate.name_kind not in _OTHER_SPELLING or candidate.place.id.startswith("curated:")


_kept: dict[str, Traits] = {}


def traits_of(text: str, words: Sequence[Word], candidates: tuple[Candidate, ...]) -> Traits:
    """Return the traits of a name as it is written, made once for what the gazetteer has under it."""
    found = _kept.get(text)
    if found is None or found.candidates is not candidates:
        if len(_kept) >= _REMEMBERED:
            _kept.clear()
        found = _kept[text] = _traits(text, tuple(word.key for word in words), candidates)
    return found


def _traits(text: str, keys: tuple[str, ...], candidates: tuple[Candidate, ...]) -> Traits:
    other = homonym(keys[0] if len(keys) == 1 else "")
    plain = len(keys) > 1 or (
        not other.word and not 0 < other.surname < RARE_SURNAME and not 0 < other.given <= HEARD_SURNAME
    )
    places = [c for c in candidates if c.name_kind is not NameKind.DEMONYM]
    own = [c for c in candidates if own_name(c)]
    told = [c for c in candidates if c.place.country is not None and (c.name_kind is NameKind.DEMONYM or own_name(c))]
    return Traits(
        text,
        keys,
        candidates,
        other,
        plain,
        country=any(c.place.kind is Kind.COUNTRY and (plain or own_name(c)) for c in places),
        people=len(places) < len(candidates),
        inhabitants=max((_inhabitants(c) for c in places), default=0),
        kinds=frozenset(c.place.kind for c in places),
        homes=frozenset(c.place.country for c in places),
        own_lands=frozenset(c.place.country for c in own),
        own_places=frozenset(c.place.country for c in own if c.place.kind is not Kind.COUNTRY),
        own_divisions=frozenset((c.place.country, c.place.admin1) for c in own),
        countries=frozenset(c.place.country or "" for c in told if c.place.kind is Kind.COUNTRY),
        provinces=frozenset(
            (c.place.country or "", c.place.name)
            for c in told
            if c.place.kind is Kind.ADMIN1 and (plain or c.name_kind is NameKind.ABBREVIATION)
        ),
    )


def _inhabitants(candidate: Candidate) -> int:
    if candidate.place.kind in {Kind.COUNTRY, Kind.CONTINENT}:
        return 0
    population = candidate.place.population
    if own_name(candidate):
        return population
    return population if population >= WELL_KNOWN else population // 10


class Own(NamedTuple):
    """A feature of a name by itself: the reason that the report shows, its weight, and when it holds."""

    reason: str
    weight: float
    holds: Callable[[Traits], bool]


def is_word(traits: Traits) -> bool:
    """A word of the language that happens to be a village's name too ("Of", "March", "Nice", "Split")."""
    if not traits.alone or traits.firm or traits.abbreviation:
        return False
    if any(c.place.id.startswith("curated:") for c in traits.candidates):
        return False  # "the Channel", "the Gulf": written down because the news means them
    return traits.homonym.word or traits.keys[0] in lexicon.names().calendar


def _surname(first: int, last: int) -> Callable[[Traits], bool]:
    return lambda traits: first <= traits.homonym.surname <= last and not traits.country


def _ends_as_street(traits: Traits) -> bool:
    """ "Woodford Street": a street that the gazetteer lacks."""
    return not traits.candidates and not traits.alone and traits.keys[-1] in lexicon.names().streets


def _ends_as_body(traits: Traits) -> bool:
    """ "Good Samaritan Hospital", "Lebanon Valley College": a body or a building."""
    names, last = lexicon.names(), traits.keys[-1]
    ends = last in names.organisation_words or last in names.buildings
    return ends and not traits.candidates and not traits.alone


@cache
def _actor_words() -> frozenset[str]:
    """Names of bodies and groups, which are no places even where a village is called so ("Hamas", "NATO")."""
    return frozenset(
        name.casefold()
        for actor in lexicon.actors().actors
        if not actor.metonym
        for name in (actor.name, *actor.aliases)
    )


COUNTRY = Own("a country", 2.5, lambda traits: traits.country)
PEOPLE = Own("a people", 3.0, lambda traits: traits.people)
AREA = Own("a sea, region, base or continent", 2.0, lambda traits: traits.may_be(_AREAS))
PROVINCE = Own(
    "a province",
    1.0,
    lambda traits: any(c.place.kind is Kind.ADMIN1 and own_name(c) for c in traits.candidates),
)
ABBREVIATION = Own("an abbreviation of a place's name", 2.0, lambda traits: traits.abbreviation)
LARGE_CITY = Own("a large city", 1.0, lambda traits: traits.inhabitants >= _LARGE_CITY)
METROPOLIS = Own("a city of a million", 0.5, lambda traits: traits.inhabitants >= _METROPOLIS and traits.plain)
TOWN = Own("a town", 0.5, lambda traits: _TOWN <= traits.inhabitants < _LARGE_CITY)
SEVERAL_WORDS = Own(
    "several words", 1.0, lambda traits: not traits.alone and bool(traits.candidates) and not traits.abbreviation
)
WORD = Own("a word of the language", -2.0, is_word)
VERY_SHORT = Own(
    # "FM", "SOS": capitals that are no abbreviation of a place
    "very short",
    -2.0,
    lambda traits: traits.short_capitals and not traits.firm and not traits.abbreviation,
)
UNKNOWN_CAPITALS = Own(
    # "USDA", "H5N1"
    "an abbreviation that the gazetteer lacks",
    -2.0,
    lambda traits: not traits.candidates and len(traits.text) <= _LONGEST_ACRONYM and traits.text.isupper(),
)
COMMON_SURNAME = Own("one of the commonest surnames", -1.5, _surname(1, HEARD_SURNAME))
SURNAME = Own("a surname", -0.5, _surname(HEARD_SURNAME + 1, RARE_SURNAME))
GIVEN_NAME = Own("a given name", -1.0, lambda traits: 0 < traits.homonym.given <= HEARD_SURNAME and not traits.country)
GROUP = Own("the name of a group or body", -5.0, lambda traits: traits.text.casefold() in _actor_words())
FORCE = Own("a word for a force", -2.0, lambda traits: traits.alone and is_force_word(traits.text) and not traits.firm)
STREET = Own("is a street", -3.0, _ends_as_street)
BODY = Own("is a body or a building", -3.0, _ends_as_body)
