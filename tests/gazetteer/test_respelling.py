"""Names that the gazetteer spells another way, looked up by their sound in the countries of the article."""

from __future__ import annotations

import pytest

from gazetteer import Context, Gazetteer, Kind
from gazetteer.respelling import alike, respelled, sound_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("dherynia", "deryneia"),
        ("um kadada", "umm keddada"),
        ("badgam", "budgam"),
        ("qamishly", "qamishli"),
        ("al qutayfah", "qutaifa"),
        ("maaret al numan", "maarat al numan"),
    ],
)
def test_spellings_of_one_name_sound_alike(one: str, other: str) -> None:
    assert alike(sound_of(one), sound_of(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kherson", "kharkiv"),
        ("goma", "gama"),  # too short for a changed letter
        ("marinka", "karinka"),  # the first letter never changes
        ("mosul", "mosulm"),
        ("bakhmut", "bakhmal"),
        ("rutba", "rutbaha"),
    ],
)
def test_other_names_do_not(one: str, other: str) -> None:
    assert not alike(sound_of(one), sound_of(other))


@pytest.mark.parametrize(
    ("name", "country", "found", "kind"),
    [
        ("Dherynia", "CYP", "Derýneia", Kind.CITY),
        ("Budgam", "IND", "Badgam", Kind.CITY),
        ("Budgam district", "IND", "Badgam", Kind.ADMIN2),
        ("Qamishly", "SYR", "Qamishli", Kind.CITY),
        ("Grissom", "USA", "Grissom Air Force Base", Kind.CITY),  # the town that stands where the base was
    ],
)
def test_a_name_that_nothing_has_is_found_by_its_sound_or_as_a_base(
    gazetteer: Gazetteer, name: str, country: str, found: str, kind: Kind
) -> None:
    best = gazetteer.resolve(name, Context(countries=((country, 1.0),))).best
    assert best is not None
    assert (best.place.name, best.place.kind) == (found, kind)


def test_the_answer_says_that_it_is_another_spelling(gazetteer: Gazetteer) -> None:
    assert gazetteer.resolve("Dherynia", Context(countries=(("CYP", 1.0),))).why[0] == (
        '"Derýneia" may be another spelling of it'
    )


@pytest.mark.parametrize(
    ("name", "countries"),
    [
        ("Dherynia", ()),  # without a country there is nothing to hold it to
        ("Dherynia", (("POL", 1.0),)),
        ("Xaltoqq", (("IRQ", 1.0),)),
        ("Gomba", (("ZAF", 1.0),)),
    ],
)
def test_nothing_is_guessed_elsewhere(
    gazetteer: Gazetteer, name: str, countries: tuple[tuple[str, float], ...]
) -> None:
    best = gazetteer.resolve(name, Context(countries=countries)).best
    assert best is None or best.place.name.casefold() == name.casefold()


def test_short_names_and_figures_are_not_asked_for(gazetteer: Gazetteer) -> None:
    assert respelled(gazetteer._store, "Goma") == ()
    assert respelled(gazetteer._store, "PK5") == ()
