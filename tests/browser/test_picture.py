"""The still picture and the page agree on what is drawn where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geomap.model import Report
from geomap.render.picture import drawing as picture
from geomap.render.picture.sheet import PAD
from geomap.scene import compose
from tests.support import drawing, hard

if TYPE_CHECKING:
    from tests.browser.conftest import Opener

SIDEWAYS, UPRIGHT = 22.0, 6.0
"""Pixels by which a symbol may stand elsewhere: a browser centres a stack that is as wide as its letters are, and the
picture one that is as wide as they may become; lines of text make rows a little higher in a browser."""

MIDDLES = """nodes => nodes.map(node => {
  const box = node.querySelector("svg").getBoundingClientRect();
  const map = document.querySelector(".folium-map").getBoundingClientRect();
  return [node.dataset.record, box.left + box.width / 2 - map.left, box.top + box.height / 2 - map.top];
})"""


@pytest.mark.parametrize(
    "report",
    [drawing.sample(), hard.shared(), hard.seam(), hard.both_sides()],
    ids=["sample", "shared", "seam", "sides"],
)
def test_symbols_stand_where_the_page_draws_them(open_page: Opener, report: Report) -> None:
    tab = open_page(report).page
    size = tab.locator(".folium-map").bounding_box()
    assert size is not None
    drawn = picture(
        compose(report, open_page.gazetteer), width=round(size["width"] + 2 * PAD), map_height=size["height"]
    )
    page = {record: (x, y) for record, x, y in tab.eval_on_selector_all(".cell", MIDDLES)}
    still = {record: (x - drawn.left, y - drawn.top) for record, x, y in drawn.symbols}
    assert sorted(still) == sorted(page)
    assert {record: x for record, (x, _) in still.items()} == pytest.approx(
        {record: x for record, (x, _) in page.items()}, abs=SIDEWAYS
    )
    assert {record: y for record, (_, y) in still.items()} == pytest.approx(
        {record: y for record, (_, y) in page.items()}, abs=UPRIGHT
    )


USED = """nodes => nodes.map(node => {
  const box = node.querySelector("use").getBoundingClientRect();
  return [node.dataset.record, box.left + box.width / 2, box.top + box.height / 2];
})"""


@pytest.mark.parametrize("report", [drawing.sample(), hard.shared()], ids=["sample", "shared"])
def test_a_browser_shows_the_picture_as_it_was_reckoned(open_page: Opener, report: Report) -> None:
    drawn = picture(compose(report, open_page.gazetteer))
    opened = open_page(html=f"<!DOCTYPE html><body style='margin:0'>{drawn.svg}</body>", width=1300, height=1200)
    seen = {record: (x, y) for record, x, y in opened.page.eval_on_selector_all("[data-record]", USED)}
    assert sorted(seen) == sorted(record for record, _, _ in drawn.symbols)
    for record, x, y in drawn.symbols:  # the lines of some signs leave a side of their box free
        assert seen[record] == pytest.approx((x, y), abs=4), record
    assert opened.quiet()
