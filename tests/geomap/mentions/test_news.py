"""Ordinary news: the corpus is sound, its scorer counts as it says, and no figure falls below its floor."""

from __future__ import annotations

from itertools import pairwise

import pycountry
import pytest

from geomap.model import PlaceMention, ResolvedPlace, Use
from tests import news
from tests.support.reading import Reader

ARTICLES = news.load()
FIGURES = ("found", "found, drawn or not", "points right", "end to end")
CODES = {country.alpha_3 for country in pycountry.countries} | {"XKX"}


@pytest.fixture(scope="module")
def tallies(read: Reader) -> dict[str, news.Tally]:
    return news.measure(read.pipeline, ARTICLES)


@pytest.mark.parametrize("part", ["tuned", "held out"])
@pytest.mark.parametrize("figure", FIGURES)
def test_no_figure_is_below_its_floor(tallies: dict[str, news.Tally], part: str, figure: str) -> None:
    assert tallies[part].figures()[figure] >= news.floors()[part][figure]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_mentions_stand_in_the_text_in_order_and_apart(article: news.News) -> None:
    spans = article.spans()
    assert list(spans) == sorted(spans)
    assert [(a, b) for a, b in pairwise(spans) if a[1] > b[0]] == []


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_countries_are_iso_codes(article: news.News) -> None:
    assert {place.country for place in article.places} - CODES <= {None}


def test_ids_are_unique_and_every_third_article_is_held_out() -> None:
    assert len({article.id for article in ARTICLES}) == len(ARTICLES)
    assert sum(article.held_out for article in ARTICLES) == len(ARTICLES) // 3


TEXT = "Paris police met French officials in Lyon. Chelsea Clark smiled."


def wanted() -> news.News:
    places = (
        news.Wanted(text="Paris", use=Use.METONYM, country="FRA", lat=48.86, lon=2.35, within_km=25),
        news.Wanted(text="French", use=Use.DEMONYM, country="FRA"),
        news.Wanted(text="Lyon", use=Use.LITERAL, country="FRA", lat=45.76, lon=4.84, within_km=25),
    )
    return news.News(id="a", published="2020-01-01", source="A", url="a.example", text=TEXT, places=places)


def mention(words: str, use: Use, country: str, lat: float, lon: float) -> PlaceMention:
    start = TEXT.index(words)
    place = ResolvedPlace(id="1", name=words, kind="city", country=country, admin1=None, lat=lat, lon=lon, radius_km=5)
    span = (start, start + len(words))
    return PlaceMention(id="p1", span=span, text=words, use=use, relation=None, resolved=place, confidence=1)


def test_what_the_scorer_counts() -> None:
    tally = news.Tally()
    found = [
        mention("Paris police", Use.LITERAL, "FRA", 48.86, 2.35),  # overlaps, but is drawn
        mention("French", Use.DEMONYM, "FRA", 46.0, 2.0),
        mention("Lyon", Use.LITERAL, "USA", 34.2, -90.5),  # Lyon, Miss.
        mention("Chelsea", Use.LITERAL, "GBR", 51.5, -0.17),  # a person
    ]
    news.count(tally, wanted(), found)
    assert (tally.wanted, tally.found, tally.matched, tally.in_class, tally.whole) == (3, 4, 3, 2, 1)
    assert (tally.placed, tally.placed_right) == (2, 1)
    assert tally.figures() == {
        "found": pytest.approx(6 / 7),
        "found, drawn or not": pytest.approx(4 / 7),
        "points right": pytest.approx(1 / 2),
        "end to end": pytest.approx(2 / 7),
    }
    assert tally.lines == [
        "a: literal for metonym: [Paris police] met French officials in Lyon. Chelsea C",
        "a: misplaced at Lyon, None, USA: Paris police met French officials in [Lyon]. Chelsea Clark smiled.",
        "a: spurious literal, Chelsea, None, GBR: is police met French officials in Lyon. [Chelsea] Clark smiled.",
    ]


def test_a_found_mention_answers_the_wanted_one_that_it_covers_most() -> None:
    assert news.pair_up([(0, 5), (7, 9)], [(4, 9)]) == {1: 0}


def test_a_missing_occurrence_is_an_error() -> None:
    article = wanted().model_copy(update={"places": (news.Wanted(text="Lyon", nth=2, use=Use.LITERAL, country="FRA"),)})
    with pytest.raises(ValueError, match="a: the text has no occurrence 2 of 'Lyon'"):
        article.spans()
