"""One entry for one force: repeats, restatements, and parts of a total."""

from __future__ import annotations

import pytest

from tests.support.reading import Reader, size


@pytest.mark.parametrize(
    "text",
    [
        "France sent 300 soldiers to Chad. The 300 soldiers landed in Chad at night.",
        "France has 300 soldiers in Chad. It rained. There are 300 French soldiers in Chad.",
    ],
)
def test_a_repeat_gives_its_evidence_to_the_first(read: Reader, text: str) -> None:
    (entry,) = read(text).deployments
    assert size(entry) == (300, 300)
    assert len(entry.evidence) == 2
    assert entry.rules[-1] == "merged-repeat" or "merged-repeat" in entry.rules


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("France sent 300 soldiers to Chad. Spain sent 300 soldiers to Chad.", [300, 300]),
        ("France sent 300 soldiers to Chad. It sent 200 soldiers to Niger.", [300, 200]),
        ("France sent 300 soldiers to Chad. It sent 30 tanks to Chad.", [300, 30]),
        ("France has 12 fighter jets in Chad. It has 12 fighter jets in Jordan.", [12, 12]),
    ],
)
def test_other_actors_numbers_kinds_or_places_are_other_entries(read: Reader, text: str, numbers: list[float]) -> None:
    assert [entry.quantity and entry.quantity.min for entry in read(text).deployments] == numbers


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("France sent 300 soldiers to Chad. The troops arrived in Chad on Monday.", 1),
        ("France sent 300 soldiers to Chad. No French troops will be sent to Niger.", 2),  # a denial says something new
        ("Troops arrived in Chad on Monday.", 1),
    ],
)
def test_bare_troops_that_only_restate_give_way(read: Reader, text: str, entries: int) -> None:
    assert len(read(text).deployments) == entries


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Some 3,000 troops, including 1,000 paratroopers, landed at Dakar.", [None, "d1"]),
        ("Some 4,000 troops are in Mali, 1,200 of them in Gao.", [None, "d1"]),
        ("Some 3,000 troops and 40 tanks landed at Dakar.", [None, None]),
        ("Spain sent 300 soldiers to Riga and 200 to Tallinn.", [None, None]),
    ],
)
def test_parts_point_to_their_total(read: Reader, text: str, parts: list[str | None]) -> None:
    assert [entry.part_of for entry in read(text).deployments] == parts


def test_named_ships_of_a_total_are_its_parts_but_the_names_of_those_counted_are_no_others(read: Reader) -> None:
    parts = read("Sixty ships, including the carrier Hermes, sailed from Portsmouth.").deployments
    assert [(entry.force.text, entry.part_of) for entry in parts] == [("ships", None), ("carrier Hermes", "d1")]
    (only,) = read("Two destroyers, USS Bulkeley and USS Roosevelt, are at Rota.").deployments
    assert size(only) == (2, 2)


def test_that_a_bare_force_leaves_is_news(read: Reader) -> None:
    text = "France has 300 soldiers in Gao. The French soldiers left Gao on Monday."
    assert [entry.action.value for entry in read(text).deployments] == ["station", "withdraw"]


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        # a headline tells what the text tells with more
        (
            "US sends 500 Marines to Haiti\n\nThe United States is sending 500 Marines to Port-au-Prince, it said.",
            [((500, 500), "Marines", False)],
        ),
        # what is claimed and denied is one entry
        (
            "Russia has moved 20 tanks to Kherson, Kyiv says. Moscow denies having moved any tanks to Kherson.",
            [((20, 20), "tanks", True)],
        ),
        # the same noun with an article
        (
            "Some 300 Dutch marines landed at Pristina. The Dutch marines will stay in Pristina for six months.",
            [((300, 300), "Dutch marines", False)],
        ),
    ],
)
def test_what_is_told_again(read: Reader, text: str, entries: list[tuple[object, str, bool]]) -> None:
    assert [(size(entry), entry.force.text, entry.hedged) for entry in read(text).deployments] == entries


def test_what_a_restatement_adds_is_kept(read: Reader) -> None:
    text = "Germany will send a frigate to the Red Sea. The frigate leaves Wilhelmshaven on Thursday for the Red Sea."
    report = read(text)
    (entry,) = report.deployments
    assert [place.text for place in report.places if place.id in entry.origin] == ["Wilhelmshaven"]


def test_a_ship_by_its_short_name_is_the_same(read: Reader) -> None:
    text = "The carrier Harry S. Truman left Norfolk for Spain. The Truman left Norfolk for Spain with jets."
    assert [entry.force.text for entry in read(text).deployments][:1] == ["carrier Harry S. Truman"]


def test_a_number_behind_at_is_no_missile(read: Reader) -> None:
    text = "Ethiopia has 4,000 soldiers in Somalia; Mogadishu puts them at 6,000 in Baidoa."
    assert "at 6" not in [entry.force.text for entry in read(text).deployments]
