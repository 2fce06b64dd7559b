"""The state of the page in its address: what is seen is what the link opens, and nothing else gets in by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import drawing

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Opener

SETTLED = 400
"""Milliseconds after which the address has followed."""


def fragment(tab: Page) -> str:
    tab.wait_for_timeout(SETTLED)
    return str(tab.evaluate("location.hash"))


def test_an_untouched_page_has_no_fragment(open_page: Opener) -> None:
    assert fragment(open_page(drawing.sample()).page) == ""


def test_selection_filters_and_view_reopen_by_the_link(open_page: Opener) -> None:
    opened = open_page(drawing.sample())
    tab = opened.page
    tab.locator("#filters summary").press("Enter")
    tab.locator('#choices input[value="denied"]').press("Space")
    tab.locator(".folium-map").press("+")
    tab.locator('.row[data-record="d7"]').press("Enter")
    link = fragment(tab)
    assert "hide-status=denied" in link
    assert "record=d7" in link
    view = tab.evaluate("[map_0.getCenter().lat, map_0.getCenter().lng, map_0.getZoom()]")
    again = open_page(drawing.sample(), fragment=link)
    assert again.page.locator("#status").inner_text() == "10 of 11 records shown"
    assert again.page.locator('.row[data-record="d7"]').get_attribute("aria-expanded") == "true"
    assert again.page.locator('#choices input[value="denied"]').is_checked() is False
    assert again.page.evaluate("[map_0.getCenter().lat, map_0.getCenter().lng, map_0.getZoom()]") == pytest.approx(
        view, abs=0.02
    )
    assert again.quiet()
    assert opened.quiet()


def test_letting_go_of_all_empties_the_fragment(open_page: Opener) -> None:
    tab = open_page(drawing.sample()).page
    tab.locator('.row[data-record="d7"]').press("Enter")
    assert fragment(tab) == "#record=d7"
    tab.keyboard.press("Escape")
    assert fragment(tab) == ""


def test_a_link_that_is_pasted_into_the_open_page_is_followed(open_page: Opener) -> None:
    tab = open_page(drawing.sample()).page
    tab.evaluate("location.hash = '#record=d8&hide-actor=RUS'")
    tab.locator('.row[data-record="d8"][aria-expanded="true"]').wait_for()
    assert tab.locator("#status").inner_text() == "5 of 11 records shown"


@pytest.mark.parametrize(
    "link",
    [
        "#view=1e999,NaN,Infinity",
        "#view=91,0,3&record=<img src=x onerror=alert(1)>",
        "#record=__proto__&hide-actor=constructor&hide-kind=%3Cscript%3E",
        "#until=9999-99-99&view=,,",
        "#view=0,0,-5",
        "#view=0,0,1000000",
        "#%E0%A4%A&record=d99",
        "#" + "hide-status=planned&" * 2000,
        "#records",
    ],
)
def test_a_hostile_link_opens_the_map_and_does_nothing(open_page: Opener, link: str) -> None:
    opened = open_page(drawing.sample(), fragment=link)
    assert opened.page.locator(".stack").count() >= 0
    assert opened.page.locator("#legend .group").count() > 0
    assert opened.page.evaluate("document.querySelectorAll('img, iframe, script[src]').length") == 0
    assert opened.quiet()
