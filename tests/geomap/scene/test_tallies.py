"""Totals: ranges that count nothing twice, and what is left out of them."""

from __future__ import annotations

import pytest

from geomap.model import Action, Category, Deployment, Force, Status
from geomap.scene import Scene, tallies
from geomap.scene.placing import Placed, Where, from_resolved
from tests.support.drawing import GOMA, NORTH, POLAND, SAKE, deployment, number

AT = {place.name: (from_resolved(place),) for place in (POLAND, GOMA, SAKE, NORTH)}
CONGO = Where("c", "Congo", "country", "COD", -2.9, 23.6, 1200.0)
KIVU = Where("k", "Kivu", "region", None, -1.7, 29.0, 150.0)


def totals(*items: tuple[Deployment, tuple[Where, ...]]) -> list[str]:
    placed = [Placed(record, where) for record, where in items]
    return [tallies.words(total) for total in tallies.totals(tallies.build(placed, {}))]


def told(name: str, low: float | None, high: float | None, *, at: int = 0, **fields: object) -> Deployment:
    """A number told in the sentence that begins at ``at``."""
    return deployment(name, quantity=number(low, high), evidence=((at, at + 10),), **fields)


def test_numbers_of_one_sentence_are_added_up() -> None:
    goma, sake = told("a", 400, 400), told("b", 200, 300)
    assert totals((goma, AT["Goma"]), (sake, AT["Goma"])) == ["600–700 troops"]


def test_a_part_is_counted_in_its_whole_alone() -> None:
    whole, part = told("a", 3000, 3000), told("b", 1000, 1000, part_of="a")
    inner = told("c", 10, 10, part_of="b")
    assert totals((part, AT["Goma"]), (whole, AT["Sake"]), (inner, AT["Goma"])) == ["3,000 troops"]
    assert totals((part, AT["Goma"]), (inner, AT["Goma"])) == ["1,000 troops"]  # the whole is filtered out


def test_parts_of_each_other_end() -> None:
    ring = told("a", 5, 5, part_of="b"), told("b", 5, 5, part_of="a")
    assert totals(*((record, AT["Goma"]) for record in ring)) == []


def test_a_shared_number_is_counted_once_and_under_all_its_places() -> None:
    both = (*AT["Goma"], *AT["Sake"])
    (tally,) = tallies.build([Placed(told("a", 3000, 3000), both)], {"a": 4})
    assert (tally.site, len(tally.at), tally.low, tally.high) == (4, 2, 3000, 3000)


def test_a_number_told_again_is_counted_once() -> None:
    again = told("a", 400, 400), told("b", 400, 400, at=90)
    assert totals(*((record, AT["Goma"]) for record in again)) == ["400 troops"]


def test_other_numbers_of_other_sentences_at_the_same_place_may_be_the_same_force() -> None:
    claims = told("a", 400, 400), told("b", 63, 63, at=90)
    assert totals(*((record, AT["Goma"]) for record in claims)) == ["400–463 troops"]


def test_a_number_in_a_region_may_hold_one_in_a_town_of_it() -> None:
    region, town = told("a", 40_000, 40_000), told("b", 2_500, 2_500, at=90)
    assert totals((region, (KIVU,)), (town, AT["Goma"])) == ["40,000–42,500 troops"]
    assert totals((region, (CONGO,)), (town, AT["Goma"])) == ["40,000–42,500 troops"]
    assert totals((region, AT["Poland"]), (town, AT["Goma"])) == ["42,500 troops"]


def test_two_actors_at_one_place_are_two_forces() -> None:
    ours = told("a", 400, 400)
    theirs = told("b", 63, 63, at=90, actor={"name": "Russia", "code": "RUS"})
    assert totals((ours, AT["Goma"]), (theirs, AT["Goma"])) == ["463 troops"]


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(18, None, "at least 18 troops"), (None, 500, "up to 500 troops"), (24, 99, "24–99 troops")],
)
def test_open_and_vague_numbers_stay_so(low: float | None, high: float | None, words: str) -> None:
    assert totals((told("a", low, high), AT["Goma"])) == [words]


def test_only_what_is_of_one_kind_act_and_status_is_added_up() -> None:
    tank = Force(text="tanks", category=Category.ARMOUR, echelon=None)
    assert totals(
        (told("a", 10, 10), AT["Goma"]),
        (told("b", 20, 20, status=Status.PLANNED), AT["Goma"]),
        (told("c", 30, 30, action=Action.WITHDRAW), AT["Goma"]),
        (told("d", 31, 31, force=tank, action=Action.TRANSFER), AT["Goma"]),
    ) == ["10 troops", "20 troops, planned", "30 troops, leaving", "31 armoured vehicles, supplied"]


def test_what_is_denied_past_or_without_a_number_is_left_out_and_said_so() -> None:
    items = [
        Placed(told("a", 10, 10, status=Status.DENIED), AT["Goma"]),
        Placed(told("b", 10, 10, status=Status.PAST), AT["Goma"]),
        Placed(deployment("c"), AT["Goma"]),
    ]
    found = tallies.build(items, {})
    assert [tally.why for tally in found] == ["denied", "past", "no number"]
    assert tallies.totals(found) == ()


def test_totals_of_the_sample(sample: Scene) -> None:
    groups = tallies.by(sample.tallies, lambda tally: tally.actor)
    assert {actor: [tallies.words(total) for total in tallies.totals(some)] for actor, some in groups.items()} == {
        "RUS": ["30,000 troops, planned"],
        "USA": ["3,000 troops"],
        "TUR": [],
    }
