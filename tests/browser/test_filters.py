"""Filters, time and totals, all by keyboard: what they show, hide and say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geomap.model import Report, Status, Time
from geomap.scene import tallies
from tests.support import drawing

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Opener


def on(day: str) -> Time:
    return Time(text="then", start=day, end=day)


def dated() -> Report:
    """Three forces on three days and one without a day, at two places, of two actors."""
    places = (drawing.mention("p1", drawing.GOMA), drawing.mention("p2", drawing.SAKE))
    hundred = drawing.number(100, 100)
    records = (
        drawing.deployment("d1", ("p1",), time=on("2025-01-20"), quantity=hundred, evidence=((0, 5),)),
        drawing.deployment(
            "d2", ("p1",), time=on("2025-01-27"), quantity=drawing.number(300, 300), evidence=((10, 20),)
        ),
        drawing.deployment("d3", ("p2",), time=on("2025-02-03"), actor=drawing.RUSSIA, status=Status.DENIED),
        drawing.deployment("d4", ("p2",), actor=drawing.RUSSIA, quantity=drawing.number(40, 60)),
    )
    return drawing.report(records, places)


def shown(tab: Page) -> list[str]:
    rows: list[str] = tab.eval_on_selector_all("#records .row", "nodes => nodes.map(node => node.dataset.record)")
    return rows


def cells(tab: Page) -> set[str]:
    return set(tab.eval_on_selector_all(".stack .cell", "nodes => nodes.map(node => node.dataset.record)"))


def test_a_filter_hides_rows_symbols_and_arrows_and_says_how_many_are_left(open_page: Opener) -> None:
    opened = open_page(drawing.sample())
    tab = opened.page
    tab.locator("#filters summary").press("Enter")
    box = tab.locator('#choices input[value="RUS"]')
    box.focus()
    tab.keyboard.press("Space")
    assert tab.locator("#status").inner_text() == "5 of 11 records shown"
    assert shown(tab) == ["d6", "d7", "d8", "d9", "e2"]
    assert cells(tab) == {"d6", "d7", "d8", "d9", "e2"}
    assert tab.locator(".ink .arrow").count() == 4
    assert tab.locator('.stack-name:has-text("Belarus")').count() == 0
    tab.locator("#reset").focus()
    tab.keyboard.press("Enter")
    assert tab.locator("#status").inner_text() == ""
    assert len(cells(tab)) == 11
    assert opened.quiet()


@pytest.mark.parametrize(
    ("value", "left"),
    [("personnel", ["d3", "d4", "d5", "d9", "e1", "e2"]), ("denied", 10), ("exercise", 10)],
)
def test_filters_by_kind_and_status(open_page: Opener, value: str, left: list[str] | int) -> None:
    tab = open_page(drawing.sample()).page
    tab.locator("#filters summary").press("Enter")
    tab.locator(f'#choices input[value="{value}"]').press("Space")
    assert (shown(tab) if isinstance(left, list) else len(shown(tab))) == left


def test_a_filter_that_hides_the_selected_record_lets_it_go(open_page: Opener) -> None:
    tab = open_page(drawing.sample()).page
    tab.locator('.row[data-record="d1"]').press("Enter")
    tab.locator("#filters summary").press("Enter")
    tab.locator('#choices input[value="RUS"]').press("Space")
    assert tab.locator('[aria-expanded="true"], [aria-pressed="true"]').count() == 0


def test_the_slider_goes_from_day_to_day_and_undated_records_stay(open_page: Opener) -> None:
    opened = open_page(dated())
    tab = opened.page
    slider = tab.locator("#when")
    assert slider.get_attribute("aria-valuetext") == "all dates"
    assert tab.locator("#undated").inner_text() == "1 record without a date always shown"
    slider.press("Home")
    assert slider.get_attribute("aria-valuetext") == "up to 20 January 2025"
    assert shown(tab) == ["d1", "d4"]
    slider.press("ArrowRight")
    assert (tab.locator("#until").inner_text(), shown(tab)) == ("up to 27 January 2025", ["d1", "d2", "d4"])
    slider.press("End")
    assert shown(tab) == ["d1", "d2", "d3", "d4"]
    assert opened.quiet()


def test_play_goes_through_the_days_and_stops(open_page: Opener) -> None:
    tab = open_page(dated()).page
    tab.clock.install()
    tab.locator("#play").press("Enter")
    seen = [tab.locator("#until").inner_text()]
    for _ in range(3):
        tab.clock.run_for(1000)
        seen.append(tab.locator("#until").inner_text())
    assert seen == ["up to 20 January 2025", "up to 27 January 2025", "up to 3 February 2025", "all dates"]
    assert tab.locator("#play").inner_text() == "Play"


def test_play_is_stopped_by_the_same_key_and_by_the_slider(open_page: Opener) -> None:
    tab = open_page(dated()).page
    tab.locator("#play").press("Enter")
    assert tab.locator("#play").get_attribute("aria-pressed") == "true"
    tab.locator("#play").press("Enter")
    assert tab.locator("#play").get_attribute("aria-pressed") == "false"
    tab.locator("#play").press("Enter")
    tab.locator("#when").press("End")
    assert tab.locator("#play").inner_text() == "Play"


def test_without_two_dates_there_is_no_slider(open_page: Opener) -> None:
    tab = open_page(drawing.crowd(3)).page
    assert tab.locator("#time").is_hidden()


def sums(tab: Page) -> list[list[str]]:
    lists: list[list[str]] = tab.eval_on_selector_all(
        ".sums", "lists => lists.map(list => [...list.children].map(node => node.textContent))"
    )
    return lists


def test_totals_by_place_and_actor_follow_the_filters(open_page: Opener) -> None:
    opened = open_page(dated())
    tab = opened.page
    tab.locator("#totals summary").press("Enter")
    places, actors = sums(tab)
    assert places == ["Goma", "300–400 troops", "Sake", "40–60 troops"]
    assert actors == ["United States", "300–400 troops", "Russia", "40–60 troops"]
    assert tab.locator("#sums .note").inner_text().startswith("Left out: 1 denied. A range begins at")
    tab.locator("#when").press("Home")
    assert sums(tab)[0] == ["Goma", "100 troops", "Sake", "40–60 troops"]
    assert opened.quiet()


@pytest.mark.parametrize("hidden", [[], ["d1"], ["d2", "d4"]])
def test_the_page_reckons_as_the_scene_does(open_page: Opener, hidden: list[str]) -> None:
    """The two reckonings, of ``tallies.py`` and of ``totals.js``, give the same words for the same records."""
    report = dated()
    parts = (
        drawing.deployment("d5", ("p1", "p2"), quantity=drawing.number(900, None), evidence=((30, 40),)),
        drawing.deployment("d6", ("p1",), quantity=drawing.number(50, 50), part_of="d5", evidence=((50, 60),)),
        drawing.deployment("d7", ("p1",), quantity=drawing.number(300, 300), evidence=((70, 80),)),
    )
    report = report.model_copy(update={"deployments": (*report.deployments, *parts)})
    scene = open_page.scene(report)
    kept = [tally for tally in scene.tallies if tally.record not in hidden]
    expected = [
        [tallies.words(total) for total in tallies.totals(some)]
        for some in tallies.by(kept, lambda tally: tally.actor).values()
    ]
    tab = open_page(report).page
    data = tab.evaluate("JSON.parse(document.getElementById('scene').textContent)")
    assert len(data["tallies"]) == 7
    tab.locator("#totals summary").press("Enter")
    source = (open_page.assets / "totals.js").read_text("utf-8")
    source = source[source.index("// The sums over") : source.index("function shownTallies")]
    found = tab.evaluate(
        """([source, tallies, counted]) => {
            const groups = new Map();
            for (const each of tallies) groups.set(each.actor, [...(groups.get(each.actor) || []), each]);
            const figure = (n) => n.toLocaleString("en-US"), scene = { counted };
            const both = source + "; return [sumUp, sumWords];";
            const [sumUp, sumWords] = Function("figure", "scene", both)(figure, scene);
            return [...groups.values()].map((some) => sumUp(some).map(sumWords));
        }""",
        [source, [tally for tally in data["tallies"] if tally["record"] not in hidden], data["counted"]],
    )
    assert found == expected
