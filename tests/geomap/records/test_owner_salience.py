"""Owners that no words tell: who acts, who owns what else, whose country it is."""

from __future__ import annotations

import pytest

from geomap.records.owners.owned import sovereign
from tests.support.reading import Reader, code


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Russia threatens. Two brigades moved from Rostov to Belgorod.", ["RUS"]),
        ("Some 300 French soldiers are in Gao. Some 40 tanks arrived at Gao too.", ["FRA", "FRA"]),
        ("LAGOS — Some 300 soldiers are in place in this port town.", ["NGA"]),
        ("India watches. Some 300 French soldiers are in Gao. Germany hosts 900 soldiers at Ulm.", ["FRA", "FRA"]),
        (
            "Ten French jets are in Chad, guarding it against Libyan raids. Some 300 soldiers are there too.",
            ["FRA", "FRA"],
        ),
        ("The frigates are American. In Guam 300 soldiers wait.", ["USA"]),
        ("Some 300 foreign fighters are in Derna. Libya wants them out.", [None]),
    ],
)
def test_the_actor_that_the_passage_is_about(read: Reader, text: str, owners: list[str | None]) -> None:
    assert [code(entry) for entry in read(text).deployments] == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        # who puts or promises something acts, and only says so where what is said follows
        ("Turkey fumes. Greece has put its fleet to sea: seven frigates are off Crete.", ["GRC"]),
        # one number of several states is no one's
        ("India, Jordan and Bangladesh have promised another 3,000 soldiers for Sierra Leone.", [None]),
        ("Russia and Belarus will exercise with 13,000 soldiers near Brest.", [None]),
        ("Russia said that Belarus would exercise with 13,000 soldiers near Brest.", ["BLR"]),
        ("France and Italy have each sent ten soldiers to Kabul.", ["FRA", "ITA"]),
    ],
)
def test_who_acts_and_who_acts_together(read: Reader, text: str, owners: list[str | None]) -> None:
    assert [code(entry) for entry in read(text).deployments] == owners


@pytest.mark.parametrize(("territory", "state"), [("GUM", "USA"), ("GIB", "GBR"), ("REU", "FRA"), ("FRA", "FRA")])
def test_territories_belong_to_states(territory: str, state: str) -> None:
    assert sovereign(territory) == state


@pytest.mark.parametrize(
    ("text", "rule", "owner"),
    [
        ("Nicolás Maduro sent 5,600 men to Anacoco Island.", "owner-subject", "VEN"),
        ("The carrier Constellation is in the Gulf of Oman.", "owner-ship", "USA"),
        ("London broke the taboo by pledging 14 tanks to Ukraine.", "owner-subject", "GBR"),
        ("French soldiers hold Gao. Moscow, he went on, had sent 200 men to Gao.", "owner-subject", "RUS"),
        ("Some 300 Texas National Guard soldiers are in El Paso.", "owner-home", "USA"),
        ("Italy grumbles. Two of its frigates are off Aden.", "owner-pronoun", "ITA"),
    ],
)
def test_owners_that_words_tell(read: Reader, text: str, rule: str, owner: str) -> None:
    entry = read(text).deployments[-1]
    assert (code(entry), rule in entry.rules) == (owner, True)
