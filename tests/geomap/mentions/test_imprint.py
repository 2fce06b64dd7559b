"""Where a paper is published: by the list, by its host's ending, by the town in its name; and where nobody can say."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer, Kind
from gazetteer.names import fold
from geomap.language import lexicon
from geomap.mentions.places.imprint import Imprint, find_home, host_of
from geomap.mentions.places.names import find_names
from tests.support.reading import Reader

LISTED = [(code, one) for code, listed in lexicon.publications().publications.items() for one in listed]


Told = tuple[str, str | None, str | None]
"""A country, division and town."""


def home(read: Reader, source: str | None, url: str | None, text: str = "") -> Told | None:
    """Return the country, division and town that are found."""
    names = find_names(read.parse(text), read.gazetteer) if text else ()
    found = find_home(Imprint(source, url), names, read.gazetteer)
    if found is None:
        return None
    return found.country.country or "", found.division, found.town.name if found.town is not None else None


@pytest.mark.parametrize(
    ("source", "url", "expected"),
    [
        ("Daily Nation", None, ("KEN", None, None)),
        ("The Kyiv Independent", None, ("UKR", None, None)),
        ("the hindu", None, ("IND", None, None)),
        ("L’Orient Today", None, ("LBN", None, None)),
        ("El Pais", None, ("ESP", None, None)),
        ("The Boston Globe", None, ("USA", "Massachusetts", "Boston")),
        ("Ottawa Citizen", None, ("CAN", "Ontario", "Ottawa")),
        (None, "https://today.lorientlejour.com/article/1", ("LBN", None, None)),
        (None, "www.smh.com.au/national", ("AUS", "New South Wales", "Sydney")),
        # the host tells apart what shares a name
        ("The Herald", "https://www.herald.co.zw/x", ("ZWE", None, None)),
        ("The Herald", "https://www.heraldscotland.com/x", ("GBR", "Scotland", "Glasgow")),
        ("The Herald", None, None),
        ("The Standard", "https://standard.gm/x", ("GMB", None, None)),
        ("The Times", "https://www.thetimes-bugle.com/x", None),
        # an agency's report is written for the world, whoever carries it; an aggregator has no home but its papers have
        ("AFP", "https://nation.africa/africa/x", None),
        ("Kyiv Independent", "https://news.yahoo.com/x", ("UKR", None, None)),
        ("Reuters", None, None),
        (None, "https://www.bbc.co.uk/news/world-1", None),
        # endings
        (None, "https://news.example.ke/x", ("KEN", None, None)),
        (None, "https://local.example.co.uk/x", ("GBR", None, None)),
        (None, "https://www.example.com.co/x", ("COL", None, None)),
        (None, "https://example.co/x", None),
        (None, "https://example.io/x", None),
        (None, "https://example.me/x", None),
        (None, "https://example.org/x", None),
        (None, "https://192.0.2.7/x", None),
        (None, "https://[::x/", None),
        (None, "no address at all", None),
        ("", "", None),
        # a name that one town has
        ("Ballarat Courier", None, ("AUS", "Victoria", "Ballarat")),
        (None, "https://www.thechillicothegazette.example/x", None),
        (None, "https://timminsnews.ca/x", ("CAN", "Ontario", "Timmins")),
        # names that only look like a town's, and towns that many have
        ("Naval Today", None, None),
        ("Springfield News", None, None),
        ("Lebanon Daily News", None, None),
        ("Evening Post", None, None),
    ],
)
def test_homes(read: Reader, source: str | None, url: str | None, expected: Told | None) -> None:
    assert home(read, source, url) == expected


def test_the_article_tells_which_of_many_towns_a_paper_is_of(read: Reader) -> None:
    in_ohio = "Deputies from Urbana and Xenia met in Enon, and then in Yellow Springs."
    in_illinois = "Troopers from Chatham, Rochester and Riverton were called to Jacksonville."
    assert home(read, "Springfield News-Sun", None, in_ohio) == ("USA", "Ohio", "Springfield")
    assert home(read, "Springfield News", None, in_illinois) == ("USA", "Illinois", "Springfield")
    assert home(read, "Springfield News", None, "Troopers were called to Chatham.") is None


def test_the_parts_of_an_address() -> None:
    assert host_of("HTTPS://User@WWW.Dawn.com:443/news?a=b") == "www.dawn.com"
    assert host_of("dawn.com/news") == "dawn.com"
    assert host_of(None) == ""


def test_the_list_is_of_the_whole_world() -> None:
    assert len(LISTED) >= 800
    assert len({code for code, _ in LISTED}) >= 150


@pytest.mark.parametrize("code", sorted({code for code, _ in LISTED}))
def test_countries_divisions_and_towns_are_in_the_gazetteer(read: Reader, code: str) -> None:
    gazetteer: Gazetteer = read.gazetteer
    assert gazetteer.country(code).country == code
    for country, one in LISTED:
        if country != code or (one.division is None and one.town is None):
            continue
        found = find_home(Imprint(url=f"https://{one.hosts[0]}/"), (), gazetteer)
        assert found is not None, one.names
        assert found.country.country == code
        assert (found.town is None) == (one.town is None), one.names
        if found.town is not None:
            assert (found.town.country, found.town.kind, found.town.admin1) == (code, Kind.CITY, found.division)
        if one.division is not None:
            divisions = {c.place.name for c in gazetteer.lookup(one.division) if c.place.country == code}
            assert found.division in divisions, one.names


def test_no_host_is_listed_twice_and_no_name_in_a_country() -> None:
    everywhere = [("", one) for one in lexicon.publications().international] + LISTED
    hosts = [host for _, one in everywhere for host in one.hosts]
    assert sorted(hosts) == sorted(set(hosts))
    names = [(code, name) for code, one in everywhere for name in {fold(name) for name in one.names}]
    assert sorted(names) == sorted(set(names))
