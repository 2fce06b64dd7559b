"""Links: what is done with each force, and which places of its sentence are its own."""

from __future__ import annotations

import pytest

from tests.support.reading import Reader, number, words

Row = tuple[str | None, str, list[str], list[str]]


def links(read: Reader, text: str) -> list[Row]:
    _, found = read.links(text)
    return [(number(x.force), x.action.value, words(x.origins), words(x.locations)) for x in found]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Russia sent 300 soldiers to Mali.", [("300", "deploy", [], ["Mali"])]),
        ("Some 300 soldiers were sent to Mali.", [("Some 300", "deploy", [], ["Mali"])]),
        ("Russia plans to send 300 soldiers to Mali.", [("300", "deploy", [], ["Mali"])]),
        ("The deployment of 300 soldiers to Mali was slow.", [("300", "deploy", [], ["Mali"])]),
        ("The 300 soldiers sent to Mali are well.", [("300", "deploy", [], ["Mali"])]),
        ("Russia has massed 300 tanks near Gomel.", [("300", "mass", [], ["near Gomel"])]),
        ("Some 300 soldiers are stationed at Gao.", [("Some 300", "station", [], ["Gao"])]),
        ("It has 300 soldiers in Mali.", [("300", "station", [], ["Mali"])]),
        ("Germany rotated 300 soldiers through Rukla.", [("300", "rotate", [], ["Rukla"])]),
    ],
)
def test_a_force_hangs_on_what_is_done_with_it(read: Reader, text: str, rows: list[Row]) -> None:
    assert links(read, text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The U.S. sent 1,000 soldiers to Romania and 2,000 to Poland.",
            [("1,000", "deploy", [], ["Romania"]), ("2,000", "deploy", [], ["Poland"])],
        ),
        (
            "It sent nearly 3,000 soldiers to Poland, Germany and Romania.",
            [("nearly 3,000", "deploy", [], ["Poland", "Germany", "Romania"])],
        ),
        (
            "Spain has 20 tanks in Latvia and six jets in Romania.",
            [("20", "station", [], ["Latvia"]), ("six", "station", [], ["Romania"])],
        ),
        (
            "It moved 40 tanks and 12 howitzers to Gori.",
            [("40", "deploy", [], ["Gori"]), ("12", "deploy", [], ["Gori"])],
        ),
        (
            "Tanks and howitzers were sent to Poland.",
            [(None, "deploy", [], ["Poland"]), (None, "deploy", [], ["Poland"])],
        ),
    ],
)
def test_places_are_dealt_out_in_reading_order(read: Reader, text: str, rows: list[Row]) -> None:
    assert links(read, text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Some 300 soldiers flew from Niamey to Gao.", [("Some 300", "deploy", ["Niamey"], ["Gao"])]),
        ("France withdrew 300 soldiers from Mali.", [("300", "withdraw", ["Mali"], [])]),
        ("France pulled 300 soldiers out of Mali.", [("300", "withdraw", ["Mali"], [])]),
        ("Some 300 soldiers left Mali.", [("Some 300", "withdraw", ["Mali"], [])]),
        ("The 2,400 soldiers in Mali are to leave.", [("2,400", "withdraw", ["Mali"], [])]),
        ("France withdrew 300 soldiers from Mali to Niger.", [("300", "withdraw", ["Mali"], ["Niger"])]),
    ],
)
def test_where_a_force_comes_from(read: Reader, text: str, rows: list[Row]) -> None:
    assert links(read, text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("He praised the 300 soldiers after talks in Paris.", [("300", "station", [], [])]),
    ],
)
def test_places_of_something_else_are_not_dealt_out(read: Reader, text: str, rows: list[Row]) -> None:
    assert links(read, text) == rows


def test_a_place_that_only_explains_is_left_out(read: Reader) -> None:
    assert links(read, "Some 300 soldiers flew to Tapa, in Estonia, from Germany.") == [
        ("Some 300", "deploy", ["Germany"], ["Tapa"])
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "A convoy of 40 lorries, escorted by police, left Baidoa for Mogadishu.",
            [("40", "withdraw", ["Baidoa"], ["Mogadishu"])],
        ),
        (
            "A convoy of 40 lorries passed through Baidoa and crossed into Kenya.",
            [("40", "deploy", [], ["Kenya"])],
        ),
        (
            "Of the 900 Marines who were to leave Okinawa, 400 would go to Guam.",
            [("900", "withdraw", ["Okinawa"], []), ("400", "deploy", [], ["Guam"])],
        ),
        (
            "Among them is the German frigate Hessen, which left Wilhelmshaven on 8 February for the Red Sea.",
            [(None, "withdraw", ["Wilhelmshaven"], ["Red Sea"])],
        ),
        (
            "The column left Idlib on Saturday, crossed into Turkey at Kilis and made for the base at Adana.",
            [(None, "withdraw", ["Idlib"], ["Adana"])],
        ),
    ],
)
def test_a_force_hangs_on_the_clause_of_what_holds_it(read: Reader, text: str, rows: list[Row]) -> None:
    assert [row for row in links(read, text) if row[1] == rows[0][1] or row[0] is not None] == rows


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Some 300 soldiers have come through Suez into Jordan.", ["Jordan"]),
        ("Some 300 soldiers were sent through Suez.", ["Suez"]),
        ("Spain keeps 300 soldiers in Mali, thanks to Washington.", ["Mali"]),
        ("Malaysia, with an eye on Sabah, has moved 300 soldiers to Brunei.", ["Brunei"]),
        ("Some 300 soldiers are in Kaliningrad, which a gap parts from Belarus.", ["Kaliningrad"]),
        ("To guard the road to Mosul the government has posted 400 soldiers at Erbil.", ["Erbil"]),
        ("It has 300 soldiers at Gao; in Kidal it rained.", ["Gao"]),
    ],
)
def test_places_of_ways_and_of_other_things_are_not_the_force_s(read: Reader, text: str, places: list[str]) -> None:
    assert links(read, text)[0][3] == places


def test_what_closes_a_list_tells_of_the_whole_list(read: Reader) -> None:
    text = "They need a battalion from Gao and 200 men, flown in by night."
    assert [row[1] for row in links(read, text)][-1] == "deploy"


def test_whoever_goes_with_a_ship_comes_from_where_it_comes(read: Reader) -> None:
    text = "France has sent the carrier Clemenceau from Toulon, with two destroyers, to the Arabian Sea."
    assert [row[2:] for row in links(read, text)] == [(["Toulon"], ["Arabian Sea"]), (["Toulon"], ["Arabian Sea"])]
