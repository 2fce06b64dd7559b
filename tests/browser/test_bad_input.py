"""Odd and hostile reports: the page draws, stays usable, and runs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geomap.model import Report, ResolvedPlace
from tests.support import drawing

if TYPE_CHECKING:
    from tests.browser.conftest import Opener


def at(name: str, lat: float, lon: float, kind: str = "city") -> ResolvedPlace:
    return ResolvedPlace(id=name, name=name, kind=kind, country=None, admin1=None, lat=lat, lon=lon, radius_km=5)


def moving(*ends: ResolvedPlace) -> Report:
    """A force that goes from the first place to the second."""
    places = tuple(drawing.mention(f"p{i}", place) for i, place in enumerate(ends))
    record = drawing.deployment("d1", ("p1",), origin=("p0",), quantity=drawing.number(500, 500))
    return drawing.report((record,), places)


@pytest.mark.parametrize(
    "ends",
    [
        (at("Suva", -18, 178.4), at("Apia", -13.8, -171.8)),  # across the antimeridian
        (at("Pole", 90, 0), at("Alert", 82.5, -62.3)),
        (at("South Pole", -90, 180), at("Ushuaia", -54.8, -68.3)),
        (at("Here", 0, 0), at("Antipodes", 0, 180)),
        (at("Same", 10, 10), at("Same too", 10, 10)),
    ],
    ids=["antimeridian", "north pole", "south pole", "antipodes", "no way"],
)
def test_places_at_the_edges_of_the_map(open_page: Opener, ends: tuple[ResolvedPlace, ...]) -> None:
    opened = open_page(moving(*ends))
    tab = opened.page
    assert tab.locator('.cell[data-record="d1"]').count() == 1
    drawn = tab.eval_on_selector_all(".ink path", "nodes => nodes.map(node => node.getAttribute('d')).join('')")
    assert "NaN" not in drawn
    assert "Infinity" not in drawn
    tab.locator('.row[data-record="d1"]').press("Enter")
    assert tab.locator('.cell[data-record="d1"]').get_attribute("aria-pressed") == "true"
    assert opened.quiet()


def test_records_without_place_and_number(open_page: Opener) -> None:
    opened = open_page(
        drawing.report((drawing.deployment("d1"), drawing.deployment("d2")), events=(drawing.event("e1"),))
    )
    tab = opened.page
    assert tab.locator("#off .row").count() == 3
    assert tab.locator(".stack, .ink .arrow").count() == 0
    assert tab.locator("#totals").is_hidden()
    tab.locator('#off .row[data-record="d2"]').press("Enter")
    assert "the article states no place" in tab.locator("#off .card").inner_text()
    assert opened.quiet()


def test_ten_thousand_records(open_page: Opener) -> None:
    """What is made at once is bounded: rows, stacks in view, one path for all dots."""
    opened = open_page(drawing.crowd(10_000))
    tab = opened.page
    assert tab.locator("#records .row").count() == 200
    assert tab.locator(".stack").count() < 150
    assert tab.evaluate("document.querySelectorAll('*').length") < 12_000
    tab.locator("#filters summary").press("Enter")
    tab.locator('#choices input[value="USA"]').press("Space")
    assert tab.locator("#status").inner_text() == "0 of 10,000 records shown"
    tab.locator("#reset").press("Enter")
    tab.evaluate("location.hash = '#record=d9999'")
    tab.locator('.row[data-record="d9999"][aria-expanded="true"]').wait_for()
    assert tab.locator('.cell[data-record="d9999"], .fan-out.on').count() == 1
    assert opened.quiet()


@pytest.mark.parametrize(
    "payload", [*drawing.HOSTILE, "A" * 5000, "\u202e\u2067" * 50 + "x", "\x00\x07\x1b[31m", "𝕏" * 400]
)
@pytest.mark.parametrize("quotes", ["none", "full"])
def test_hostile_words_in_every_field_do_nothing(open_page: Opener, payload: str, quotes: str) -> None:
    opened = open_page(drawing.hostile(payload), quotes=quotes, width=390, height=844)
    tab = opened.page
    for summary in ("#filters summary", "#totals summary"):
        tab.locator(summary).evaluate("node => node.parentElement.open = true")
    for row in tab.locator(".row").all():
        row.press("Enter")
    tab.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    tab.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert opened.requests == []
    assert opened.said == []
    assert tab.evaluate("document.querySelectorAll('img, iframe, object, embed, script[src], link').length") == 0
    assert tab.evaluate("document.querySelectorAll('script').length") == 4
    assert tab.evaluate("document.documentElement.scrollWidth") == 390


def test_right_to_left_names_turn_nothing_round(open_page: Opener) -> None:
    tab = open_page(drawing.hostile("قوات روسية في بيلاروسيا")).page
    row = tab.locator('.row[data-record="d1"]')
    assert row.locator(".head").evaluate("node => getComputedStyle(node).unicodeBidi") == "isolate"
    assert row.locator(".head").evaluate("node => node.dir || 'auto'") == "auto"
    sign, words = row.locator(".sign").bounding_box(), row.locator(".text").bounding_box()
    assert sign is not None
    assert words is not None
    assert sign["x"] < words["x"]
