"""Place mentions: expressions around names, what they resolve to, and what an article's other names change."""

from __future__ import annotations

import pytest

from geomap.model import PlaceMention, Relation, Use
from tests.support.reading import Reader


def literal(read: Reader, text: str) -> list[PlaceMention]:
    return [place for place in read(text).places if place.use is Use.LITERAL]


@pytest.mark.parametrize(
    ("text", "words", "relation"),
    [
        ("Troops are in Belarus.", "Belarus", None),
        ("Troops are in northern Syria.", "northern Syria", Relation.PART),
        ("They dug in 50 km north of Kyiv.", "50 km north of Kyiv", Relation.OFFSET),
        ("Troops mass on Ukraine's northern border.", "Ukraine's northern border", Relation.BORDER),
        ("Troops mass along the Polish-Belarusian border.", "the Polish-Belarusian border", Relation.BORDER),
        ("Shells fell near Goma.", "near Goma", Relation.NEAR),
        ("A ship lies off the coast of Libya.", "off the coast of Libya", Relation.COAST),
        ("They hold the road between Lyptsi and Vovchansk.", "between Lyptsi and Vovchansk", Relation.BETWEEN),
        ("Troops are in the Donbas.", "Donbas", Relation.REGION),
        ("Two ships are in the Black Sea.", "Black Sea", Relation.REGION),
        ("Troops are in eastern Europe.", "eastern Europe", Relation.REGION),
    ],
)
def test_expressions_are_one_mention(read: Reader, text: str, words: str, relation: Relation | None) -> None:
    (place,) = literal(read, text)
    assert (place.text, place.relation) == (words, relation)
    assert text[slice(*place.span)] == words


@pytest.mark.parametrize(
    ("text", "name", "country", "point"),
    [
        ("Shells fell in Kiev.", "Kyiv", "UKR", (50.45, 30.52)),
        ("The column reached Kherson.", "Kherson", "UKR", (46.64, 32.61)),
        ("They landed at Mombasa.", "Mombasa", "KEN", (-4.05, 39.67)),
        ("Rebels entered Goma.", "Goma", "COD", (-1.68, 29.22)),
    ],
)
def test_towns_are_where_they_lie(read: Reader, text: str, name: str, country: str, point: tuple[float, float]) -> None:
    (place,) = literal(read, text)
    assert place.resolved is not None
    assert (place.resolved.name, place.resolved.country) == (name, country)
    assert (place.resolved.lat, place.resolved.lon) == pytest.approx(point, abs=0.1)


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("The Russian army crossed into Georgia and took Gori.", "Georgia", "GEO"),
        ("Soldiers of the Ohio National Guard flew to Fort Stewart, Georgia.", "Fort Stewart", "USA"),
        ("Troops left Niger and Mali for Chad.", "Niger", "NER"),
        ("Soldiers hold the town of Avdiivka.", "Avdiivka", "UKR"),
        ("Soldiers left Camp Pendleton, California.", "California", "USA"),
        ("Libyan fighters left Tripoli.", "Tripoli", "LBY"),
        ("Peruvian troops left Trujillo for Lima.", "Trujillo", "PER"),
        ("British soldiers left Birmingham.", "Birmingham", "GBR"),
        ("Soldiers flew from Birmingham, Alabama, to Kuwait.", "Birmingham", "USA"),
    ],
)
def test_namesakes_are_told_apart_by_the_article(read: Reader, text: str, word: str, country: str) -> None:
    (place,) = [place for place in read(text).places if place.text == word]
    assert place.resolved is not None
    assert place.resolved.country == country


@pytest.mark.parametrize(
    ("text", "word", "name", "country"),
    [
        ("Moscow described it.", "Moscow", "Moscow", "RUS"),
        ("Russian troops left.", "Russian", "Russia", "RUS"),
        ("The Kremlin denied it.", "Kremlin", "Moscow", "RUS"),
        ("Kosovo protested.", "Kosovo", "Kosovo", "XKX"),
    ],
)
def test_actors_are_resolved_to_what_the_words_name(
    read: Reader, text: str, word: str, name: str, country: str
) -> None:
    (place,) = read(text).places
    assert place.resolved is not None
    assert (place.text, place.resolved.name, place.resolved.country) == (word, name, country)


@pytest.mark.parametrize(
    ("text", "words", "relation", "name"),
    [
        ("The Yemeni navy lost a boat off the Yemeni coast.", "off the Yemeni coast", Relation.COAST, None),
        ("A drone entered Polish airspace.", "Polish airspace", Relation.PART, "airspace of Poland"),
        ("Ukraine says Russia has massed troops near the border.", "near the border", Relation.BORDER, None),
        ("Mali's army lost ground in the country's north.", "the country's north", Relation.PART, "northern Mali"),
        ("Poland has closed its border with Belarus.", "its border with Belarus", Relation.BORDER, None),
        ("Turkish troops are 20 km inside Syria.", "20 km inside Syria", Relation.OFFSET, "20 km inside Syria"),
        ("Rebels hold the west bank of the Nile.", "the west bank of the Nile", Relation.PART, None),
        ("Civilians moved north of the Litani.", "north of the Litani", Relation.OFFSET, "north of Litani River"),
        ("A patrol vanished on the road from Goma to Beni.", "the road from Goma to Beni", Relation.BETWEEN, None),
    ],
)
def test_relations_in_running_text(read: Reader, text: str, words: str, relation: Relation, name: str | None) -> None:
    (place,) = [place for place in literal(read, text) if place.text == words]
    assert place.relation is relation
    assert place.resolved is not None
    if name is not None:
        assert place.resolved.name == name


def test_a_journey_is_unresolved_and_lists_what_it_starts_from(read: Reader) -> None:
    (place,) = literal(read, "The camp is a two-hour drive from Maiduguri.")
    assert (place.text, place.relation, place.resolved) == ("a two-hour drive from Maiduguri", Relation.OFFSET, None)
    assert [other.name for other in place.alternatives] == ["Maiduguri"]
    assert any('"a two-hour drive" is a time and no distance' in reason for reason in place.why)


def test_sides_that_share_a_name_are_two_mentions(read: Reader) -> None:
    places = literal(read, "Fighters roam northern and eastern Togo.")
    assert [(place.text, place.resolved.name if place.resolved else None) for place in places] == [
        ("northern", "northern Togo"),
        ("eastern Togo", "eastern Togo"),
    ]


def test_an_unknown_name_is_listed_as_such(read: Reader) -> None:
    (place,) = literal(read, "Shells fell near Zorbatkovo village.")
    assert (place.resolved, place.alternatives) == (None, ())


def test_mentions_are_numbered_in_reading_order(read: Reader) -> None:
    places = read("Polish and German soldiers left Mali for Chad and Niger.").places
    assert [(place.id, place.text) for place in places] == [
        ("p1", "Polish"), ("p2", "German"), ("p3", "Mali"), ("p4", "Chad"), ("p5", "Niger"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The USS Georgia surfaced.",
        "The Rwanda Defence Force sent a battalion.",
        "Two officers of the Syrian National Army were there.",
        "He works for the Aleppo Media Center.",
    ],
)
def test_place_words_inside_names_of_bodies_are_no_mentions(read: Reader, text: str) -> None:
    assert read(text).places == ()


def test_reasons_are_given_in_words(read: Reader) -> None:
    (place,) = literal(read, "Troops are in Belarus.")
    assert "a country (+2.5)" in place.why
    assert "read as literal: after-in" in place.why


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Kyiv said it would fortify its border with Belarus.", "its border with Belarus", "Ukraine and Belarus"),
        ("Drones fell on Belgorod. Ukraine closed the border.", "the border", "Ukraine and Russia"),
        ("Ethiopian troops left Kismayo. Kenya sent men to the border.", "the border", "Kenya and Somalia"),
        ("Thai jets bombed Poipet. The Thai side of the border was calm.", "Thai side of the border", "Thailand and C"),
        (
            "Police in Cúcuta will go to the border with Venezuela.",
            "the border with Venezuela",
            "Colombia and Venezuela",
        ),
        ("Rebels in Syria ran. Turkish guns fired along the border with Iraq.", "border with Iraq", "Turkey and Iraq"),
    ],
)
def test_towns_tell_whose_border_is_meant(read: Reader, text: str, words: str, name: str) -> None:
    place = next(place for place in literal(read, text) if words in place.text)
    assert place.resolved is not None
    assert name in place.resolved.name


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("Iran has brought two brigades up to the Aras river.", "Aras", ("Aras River", "water")),
        ("In Kursk region 300 soldiers dug in.", "Kursk", ("Kursk Oblast", "admin1")),
        ("The troops in India reached Badgam district.", "Badgam", ("Badgam", "admin2")),
        ("Some 40 soldiers flew into Kandahar airport.", "Kandahar", ("Kandahar Airfield", "base")),
        ("Shells fell in Kandahar, and the airport was closed.", "Kandahar", ("Kandahar", "city")),
    ],
)
def test_the_word_behind_a_name_tells_its_kind(read: Reader, text: str, name: str, found: tuple[str, str]) -> None:
    place = next(place for place in read(text).places if name in place.text)
    assert place.resolved is not None
    assert (place.resolved.name, place.resolved.kind) == found
