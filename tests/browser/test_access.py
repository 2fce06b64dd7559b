"""Everybody can use the page: axe-core finds nothing, and everything is reached and worked by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.test_filters import dated
from tests.support import drawing

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Opener


def violations(tab: Page) -> list[str]:
    """Return what axe-core finds, a line each."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(tab).response["violations"]
    return [f"{each['id']}: {node['html'][:160]}" for each in found for node in each["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(open_page: Opener, scheme: str, width: int) -> None:
    opened = open_page(drawing.sample(), width=width, height=800, dark=scheme == "dark")
    tab = opened.page
    assert violations(tab) == []
    for details in ("#filters", "#totals"):
        tab.locator(f"{details} > summary").press("Enter")
    tab.locator('.row[data-record="d1"]').press("Enter")
    assert violations(tab) == []
    assert opened.quiet()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_page_with_time_fan_and_article(open_page: Opener, scheme: str) -> None:
    opened = open_page(crowded(), dark=scheme == "dark", quotes="full")
    opened.page.locator(".fan-out").first.press("Enter")
    assert violations(opened.page) == []
    assert violations(open_page(dated(), dark=scheme == "dark").page) == []
    assert violations(open_page(drawing.report(), dark=scheme == "dark").page) == []


def crowded() -> object:
    """Twenty forces at one place."""
    records = tuple(drawing.deployment(f"d{i}", ("p1",), quantity=drawing.number(i + 1, i + 1)) for i in range(20))
    return drawing.report(records, (drawing.mention("p1", drawing.GOMA),))


def active(tab: Page, what: str = "dataset.record") -> object:
    return tab.evaluate(f"document.activeElement.{what}")


def test_the_first_tab_skips_to_the_records(open_page: Opener) -> None:
    tab = open_page(drawing.sample()).page
    tab.keyboard.press("Tab")
    assert active(tab, "textContent") == "Skip to the records"
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    assert active(tab) == "d1"


def test_list_and_map_are_one_tab_stop_each(open_page: Opener) -> None:
    tab = open_page(drawing.sample()).page
    stops = tab.locator('.cell[tabindex="0"]').count(), tab.locator('.row[tabindex="0"]').count()
    assert stops == (1, 1)
    tab.locator('.row[data-record="d1"]').focus()
    for key, record in [("ArrowDown", "d2"), ("End", "e2"), ("ArrowUp", "e1"), ("Home", "d1"), ("ArrowUp", "d1")]:
        tab.keyboard.press(key)
        assert active(tab) == record
    tab.locator('.cell[data-record="d1"]').focus()
    tab.keyboard.press("ArrowRight")
    assert active(tab) == "d2"
    centre = tab.evaluate("map_0.getCenter().lng")
    tab.keyboard.press("ArrowRight")
    assert tab.evaluate("map_0.getCenter().lng") == centre  # the arrows are the list's, not the map's


def test_focus_is_seen(open_page: Opener) -> None:
    tab = open_page(drawing.sample()).page
    for selector in (".row", ".cell", "#save-svg", "#filters summary", ".folium-map"):
        tab.locator(selector).first.focus()
        tab.keyboard.press("Shift")
        assert tab.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none", selector


def test_a_fan_opens_holds_all_and_gives_the_focus_back(open_page: Opener) -> None:
    opened = open_page(crowded())
    tab = opened.page
    more = tab.locator(".fan-out").first
    assert more.get_attribute("aria-label") == "Goma: show all 20 records"
    more.press("Enter")
    assert tab.locator(".fan .cell").count() == 20
    assert active(tab) == "d19"
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    assert tab.locator('.row[data-record="d18"]').get_attribute("aria-expanded") == "true"
    tab.keyboard.press("Escape")
    assert tab.locator(".fan").count() == 0
    assert active(tab, "className") == "fan-out"
    assert opened.quiet()


def test_the_map_is_moved_and_zoomed_by_keyboard(open_page: Opener) -> None:
    tab = open_page(drawing.sample()).page
    before = tab.evaluate("[map_0.getCenter().lng, map_0.getZoom()]")
    tab.locator(".folium-map").press("+")
    tab.locator(".folium-map").press("ArrowRight")
    tab.wait_for_timeout(400)
    after = tab.evaluate("[map_0.getCenter().lng, map_0.getZoom()]")
    assert after[0] > before[0]
    assert after[1] > before[1]


def test_dark_by_the_system_and_by_the_button(open_page: Opener) -> None:
    tab = open_page(drawing.sample(), dark=True).page
    assert tab.locator("html.dark").count() == 1
    tab.locator("#theme").press("Enter")
    assert tab.locator("html.dark").count() == 0
    assert tab.locator("#theme").get_attribute("aria-pressed") == "false"


def test_a_record_is_read_from_its_sentence_in_the_article(open_page: Opener) -> None:
    tab = open_page(drawing.sample(), quotes="full").page
    assert tab.locator("#article").inner_text().strip()[:20] == drawing.sample().article.text.strip()[:20]
    tab.locator("#article mark.quantity", has_text="30,000").click()
    assert tab.locator('.row[data-record="d1"]').get_attribute("aria-expanded") == "true"
    assert tab.locator("#article .read.on").count() > 2
    assert open_page(drawing.sample()).page.locator("#reading").is_hidden()


def test_symbols_keep_the_focus_when_the_map_is_drawn_anew(open_page: Opener) -> None:
    tab = open_page(drawing.sample()).page
    tab.locator('.cell[data-record="d7"]').focus()
    tab.evaluate("map_0.setZoom(map_0.getZoom() + 0.5, { animate: false })")
    assert active(tab) == "d7"


def test_with_reduced_motion_nothing_glides(open_page: Opener) -> None:
    tab = open_page(drawing.sample(), still=True).page
    times = "[...document.querySelectorAll('*')].map(node => getComputedStyle(node).transitionDuration)"
    assert {each for value in tab.evaluate(times) for each in value.split(", ")} == {"0s"}
