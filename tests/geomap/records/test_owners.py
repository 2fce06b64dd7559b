"""Whose force it is: one table a rule, the rule's name with the code."""

from __future__ import annotations

import pytest

from geomap.records.links import Link
from geomap.records.owners.finding import own_forces
from geomap.records.places.finding import locate
from tests.support.reading import Reader


def owners(read: Reader, text: str) -> list[tuple[str, str | None]]:
    found, links = read.links(text)
    done: list[Link] = []
    for link in links:
        done.append(locate(found, link, done))
    return [(owned.rule, owned.actor.code if owned.actor is not None else None) for owned in own_forces(found, done)]


@pytest.mark.parametrize(
    ("text", "rule", "code"),
    [
        ("Some 300 Russian soldiers are in Mali.", "owner-in-phrase", "RUS"),
        ("US Marines are in Darwin.", "owner-in-phrase", "USA"),
        ("NATO troops are in Latvia.", "owner-in-phrase", "NATO"),
        ("Hezbollah fighters are in Syria.", "owner-in-phrase", "hezbollah"),
        ("Germany’s 45 soldiers stay in Rukla.", "owner-possessor", "DEU"),
        ("Fighters of the Wagner Group are in Bangui.", "owner-of-phrase", "wagner-group"),
        ("France sent 300 soldiers to Chad.", "owner-subject", "FRA"),
        ("Some 300 soldiers were sent to Chad by France.", "owner-subject", "FRA"),
        ("The Russian deployment of 300 soldiers in Belarus was slow.", "owner-subject", "RUS"),
        ("The Pentagon will send 300 soldiers to Chad.", "owner-subject", "USA"),
        ("Rwanda will move its 300 soldiers to Palma.", "owner-pronoun", "RWA"),
        ("Some 300 soldiers moved up from Germany to Estonia.", "owner-origin-country", "DEU"),
        ("Some 300 federal troops are in Mekelle.", "owner-government", "ETH"),
        ("Tanks are in Bunia.", "owner-unknown", None),
    ],
)
def test_the_rule_that_finds_the_owner(read: Reader, text: str, rule: str, code: str | None) -> None:
    assert owners(read, text) == [(rule, code)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "France sent 300 soldiers to Chad and 200 to Niger.",
            [("owner-subject", "FRA"), ("owner-subject", "FRA")],
        ),
        (
            "Kenya has sent 400 soldiers to Haiti, Jamaica 24.",
            [("owner-subject", "KEN"), ("owner-in-phrase", "JAM")],
        ),
        (
            "French soldiers are in Gao. Tanks arrived at Gao too.",
            [("owner-in-phrase", "FRA"), ("owner-salient", "FRA")],
        ),
    ],
)
def test_owners_are_carried_on_or_change(read: Reader, text: str, found: list[tuple[str, str | None]]) -> None:
    assert owners(read, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Some 40 foreign fighters are in Sirte.", [("owner-nameless", None)]),
        ("Some 300 Colombian mercenaries are in El Fasher.", [("owner-in-phrase", "colombian-mercenaries")]),
        (
            "Russian troops left Sirte. Some 40 foreign fighters are in Sirte.",
            [("owner-in-phrase", "RUS"), ("owner-nameless", None)],
        ),
    ],
)
def test_fighters_without_a_state(read: Reader, text: str, found: list[tuple[str, str | None]]) -> None:
    assert owners(read, text) == found


def test_the_government_is_that_of_the_land_that_the_sentence_tells_of(read: Reader) -> None:
    """Fighters of Yemen's government were the Americans' once, who were named two paragraphs before."""
    text = "The US has 4,000 troops in Djibouti.\n\nIn Yemen, government forces massed 5,000 fighters near Hodeidah."
    assert owners(read, text)[1:] == [("owner-government", "YEM"), ("owner-government", "YEM")]


def test_some_of_a_people_s_gunmen_are_theirs(read: Reader) -> None:
    text = "Taliban gunmen are back in Helmand. Some 2,000 of them are hiding around Sangin."
    assert ("owner-nameless", None) not in owners(read, text)
