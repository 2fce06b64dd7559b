"""Every noun, type and unit of the lexicons is found with its category, and none says two things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from gazetteer import Gazetteer, Kind
from geomap.language import lexicon
from geomap.language.words import keys_of, plural
from geomap.mentions.forces.finding import ForceMention, find_forces
from tests.support.reading import Reader

Entry = tuple[str, str, str | None]
BATCH = 150
PLACES = {"Police", "Tank", "Grenade", "Garrison", "Paras"}
"""Nouns that small towns, or other spellings of large ones, share; the nouns are meant."""


def nouns(*, ambiguous: bool) -> list[Entry]:
    """Return the plurals of the nouns with their category and echelon."""
    words = lexicon.forces()
    plain = {plural(term, words.plurals) for entry in words.forces for term in entry.terms}
    return [
        (form, entry.category.value, entry.echelon.value if entry.echelon else None)
        for entry in (words.ambiguous if ambiguous else words.forces)
        for term in entry.terms
        if (form := plural(term, words.plurals)) and not (ambiguous and form in plain)
    ]


def types() -> list[Entry]:
    """Return the names of types with their category."""
    return [(name, w.category.value, None) for w in lexicon.weapons().weapons for name in w.names]


def units() -> list[Entry]:
    """Return the names of units and ships with category and echelon."""
    return [
        (name, unit.category.value, unit.echelon.value if unit.echelon else None)
        for unit in lexicon.units().units
        for name in unit.names
    ]


def unread(read: Reader, entries: list[Entry], sentence: str) -> Iterator[Entry]:
    """Yield the entries that are not found with all they say in a sentence of their own."""
    for first in range(0, len(entries), BATCH):
        batch = entries[first : first + BATCH]
        text = "\n\n".join(sentence.format(entry[0]) for entry in batch)
        found = find_forces(read.parse(text), ())
        position = 0
        for entry in batch:
            end = position + len(sentence.format(entry[0]))
            inside = [force for force in found if position <= force.span[0] < end]
            if not any(says(force, entry) for force in inside):
                yield (*entry, [(f.text, f.category.value, f.echelon) for f in inside])  # type: ignore[misc]
            position = end + 2


def says(force: ForceMention, entry: Entry) -> bool:
    """Whether a mention ends with the name of an entry and is what the entry says."""
    name, category, echelon = entry
    told = (force.category.value, force.echelon.value if force.echelon else None)
    return force.text.endswith(name) and told == (category, echelon)


def test_how_many_there_are() -> None:
    plain, ambiguous = nouns(ambiguous=False), nouns(ambiguous=True)
    assert (len(plain) >= 3000, len(ambiguous) >= 160, len(types()) >= 2900, len(units()) >= 450) == (True,) * 4


@pytest.mark.parametrize("ambiguous", [False, True])
def test_every_noun_is_found(read: Reader, *, ambiguous: bool) -> None:
    assert list(unread(read, nouns(ambiguous=ambiguous), "The government sent {} to the base.")) == []


def test_every_type_is_found(read: Reader) -> None:
    assert list(unread(read, types(), "The ministry showed the {} to reporters.")) == []


def test_every_unit_is_found(read: Reader) -> None:
    assert list(unread(read, units(), "The general praised the {} in May.")) == []


def test_no_noun_stands_twice() -> None:
    words = lexicon.forces()
    terms = [keys_of(term) for entry in (*words.forces, *words.ambiguous) for term in entry.terms]
    assert [term for term, count in Counter(terms).items() if count > 1] == []


def test_no_name_of_a_type_or_unit_stands_twice() -> None:
    names = [keys_of(name) for entry in lexicon.weapons().weapons for name in entry.names]
    names += [keys_of(name) for unit in lexicon.units().units for name in unit.names]
    assert [name for name, count in Counter(names).items() if count > 1] == []


def test_ambiguous_names_are_names() -> None:
    weapons = lexicon.weapons()
    names = {form for entry in weapons.weapons for name in entry.names for form in (name, f"{name}s")}
    assert weapons.ambiguous - names == set()


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("armour", "armor"),
        ("defence", "defense"),
        ("mechanised", "mechanized"),
        ("mobilised", "mobilized"),
        ("motorised", "motorized"),
        ("refuelling", "refueling"),
        ("theatre", "theater"),
    ],
)
def test_british_nouns_have_american_twins(british: str, american: str) -> None:
    words = lexicon.forces()
    terms = {term for entry in (*words.forces, *words.ambiguous) for term in entry.terms}
    assert [term for term in sorted(terms) if british in term and term.replace(british, american) not in terms] == []


def test_what_large_towns_are_called_needs_a_context(read: Reader) -> None:
    words, weapons = lexicon.forces(), lexicon.weapons()
    plain = [form.title() for e in words.forces for t in e.terms for form in (t, plural(t, words.plurals))]
    plain += [name for w in weapons.weapons for name in w.names if name not in weapons.ambiguous and name.isalpha()]
    plain += [name for unit in lexicon.units().units if not unit.ambiguous for name in unit.names]
    towns = {name for name in plain if not name.isupper() and is_town(read.gazetteer, name)}
    assert towns - PLACES == {"Pantsir", "Iskander"}  # spellings of towns that no English text uses


def is_town(gazetteer: Gazetteer, name: str) -> bool:
    """Whether a place with some people bears a name."""
    places = [candidate.place for candidate in gazetteer.lookup(name)]
    return any(place.kind in {Kind.CITY, Kind.COUNTRY} and place.population >= 15_000 for place in places)
