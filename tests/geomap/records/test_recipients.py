"""Arms transfers: who receives, and when giving is none."""

from __future__ import annotations

import pytest

from geomap.records.recipients import transfer_of
from tests.support.reading import Reader


def recipients(read: Reader, text: str) -> list[str | None]:
    found, links = read.links(text)
    transfers = [transfer_of(found, link) for link in links]
    return [transfer[1].code if transfer is not None else None for transfer in transfers]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Germany gave Ukraine 18 tanks.", "UKR"),
        ("The Americans have given Niger two Cessna surveillance aircraft, which stand at Niamey.", "NER"),
        ("Germany will supply 18 tanks to Ukraine.", "UKR"),
        ("Germany handed over 18 tanks to Kyiv.", "UKR"),
        ("Turkey is in talks with Kiev to supply combat drones.", "UKR"),
        ("Ukraine received 18 tanks from Germany.", "UKR"),
        ("Iran supplied missiles to Hezbollah.", "hezbollah"),
        ("Russia delivered 12 helicopters to the Malian government.", "MLI"),
    ],
)
def test_who_receives(read: Reader, text: str, code: str) -> None:
    assert recipients(read, text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "Germany sent 300 soldiers to Ukraine.",  # people are deployed, not given
        "Germany moved 18 tanks to Lithuania.",
        "Germany has 18 tanks in Lithuania.",
        "Tanks were supplied to the front.",
    ],
)
def test_no_transfer(read: Reader, text: str) -> None:
    assert recipients(read, text) == [None]


def test_what_a_group_is_given_goes_to_where_it_is(read: Reader) -> None:
    found = read("Moscow supplied the separatists in eastern Ukraine with tanks.").deployments
    assert [(entry.force.text, len(entry.location)) for entry in found] == [("tanks", 1)]
