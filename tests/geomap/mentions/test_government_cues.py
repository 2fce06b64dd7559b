"""Governments and places told by the words right around a name, where the parse is often wrong."""

from __future__ import annotations

import pytest

from geomap.model import Use
from tests.support.reading import Reader

METONYM, LITERAL = Use.METONYM, Use.LITERAL


def use_of(read: Reader, text: str, name: str) -> Use:
    return next(place.use for place in read(text).places if name in place.text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("And France? No French soldier will fight in Nigeria.", "France"),
        ("But Germany? Not a chance.", "Germany"),
        ("As for Ankara, it has said nothing.", "Ankara"),
        ("“Nonsense”, replied Dushanbe, which declared that it had no one there.", "Dushanbe"),
        ("There was no such column, insisted Asmara.", "Asmara"),
        ("According to Moscow, 1,135 unarmed instructors are in the country.", "Moscow"),
        ("The militia, loyal to Tripoli, holds the airport.", "Tripoli"),
        ("The Americans have given Niger two surveillance aircraft.", "Niger"),
        ("Serbia has sold Cyprus some 20 howitzers.", "Cyprus"),
        ("The truce obliges Eritrea to take its soldiers out of Shire.", "Eritrea"),
        ("The court ordered Uganda to withdraw 3,000 soldiers.", "Uganda"),
        ("Jakarta was quick to scotch a rumour: no Indonesian soldier would go.", "Jakarta"),
        ("Hanoi is adamant that its ships will stay.", "Hanoi"),
        ("Beijing is reckoned to have 30 warships in the South China Sea.", "Beijing"),
        ("Ankara was not told beforehand.", "Ankara"),
        ("To show China's Xi Jinping that there is life in the fleet, two frigates sailed.", "China"),
        ("Ghana's Gen. Thomas Oppong-Peprah inspected the border posts.", "Ghana"),
        ("In the plain to the south Azerbaijan spoke of one advance after another.", "Azerbaijan"),
        ("Kenya is to supply 300 men, Burundi 200 and Djibouti a company.", "Djibouti"),
        ("CANADA'S two frigates reached Guam on Monday.", "CANADA"),
    ],
)
def test_a_government_acts_speaks_or_is_dealt_with(read: Reader, text: str, name: str) -> None:
    assert use_of(read, text, name) is METONYM


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Latvia hosts by far the largest group, with 1,887 troops.", "Latvia"),
        ("Djibouti is home to some 4,000 American soldiers.", "Djibouti"),
        ("Japan, which is host to 53,000 Americans in uniform, said nothing.", "Japan"),
        ("The relief convoy reached Sudan, and Cairo was told a day later.", "Sudan"),
        ("Did the soldiers ever leave Mali?", "Mali"),
        ("The rebels withdrew from Kenya's villages.", "Kenya's"),
        ("The trucks drove to Niger two days later.", "Niger"),
        ("Burundi sent 200 men to Uganda on Monday.", "Uganda"),
    ],
)
def test_the_place_itself(read: Reader, text: str, name: str) -> None:
    assert use_of(read, text, name.removesuffix("'s")) is LITERAL


def test_who_hosts_talks_is_a_government(read: Reader) -> None:
    assert use_of(read, "Egypt hosted talks on the deployment of 4,000 soldiers.", "Egypt") is METONYM
