"""A map within another page: it runs, nothing else does, and without scripts the picture stands in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geomap import embed
from tests.support import drawing

if TYPE_CHECKING:
    from tests.browser.conftest import Opener

PAYLOADS = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "'\"><svg onload=alert(1)>",
    "</noscript></iframe><script>alert(1)</script>",
)


def _page(*snippets: str) -> str:
    return f"<!DOCTYPE html><html lang='en'><title>News</title><body>{''.join(snippets)}</body></html>"


def test_a_frame_shows_the_map_and_reaches_nothing(open_page: Opener) -> None:
    opened = open_page(html=_page(embed(drawing.sample(), height=700)))
    frame = opened.page.frame_locator("iframe")
    frame.locator('.cell[data-record="d1"]').click()
    assert frame.locator('.row[data-record="d1"]').get_attribute("aria-expanded") == "true"
    assert opened.page.locator("svg").count() == 0
    assert opened.quiet()


def test_hostile_words_run_nothing_in_the_page_round_the_frame(open_page: Opener) -> None:
    opened = open_page(html=_page(*(embed(drawing.hostile(payload)) for payload in PAYLOADS)))
    for index in range(len(PAYLOADS)):
        opened.page.frame_locator(f"iframe >> nth={index}").locator("#title bdi").wait_for()
    assert opened.page.locator("iframe").count() == len(PAYLOADS)
    assert opened.quiet()


def test_without_scripts_the_picture_is_seen_and_the_frame_is_not(open_page: Opener) -> None:
    tab = open_page.browser.new_page(java_script_enabled=False, viewport={"width": 900, "height": 800})
    open_page.pages.append(tab)
    tab.set_content(_page(embed(drawing.sample())))
    assert tab.locator("iframe").is_visible() is False
    box = tab.locator("svg[role=img]").bounding_box()
    assert box is not None
    assert 600 < box["width"] <= 900  # as wide as the page, whatever the picture's own width
    assert box["height"] < box["width"]
