"""The page in a browser: what a reader sees, by mouse, keyboard, phone and paper, and that nothing else happens."""

from __future__ import annotations

import html as markup
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from geomap import extract, read
from tests.support import drawing

if TYPE_CHECKING:
    from tests.browser.conftest import Opener


def test_the_sample_asks_for_nothing_and_says_nothing(open_page: Opener) -> None:
    opened = open_page(drawing.sample())
    assert opened.requests == []
    assert opened.said == []
    assert opened.page.title() == "Forces and fighting in “nato-belarus-2022”"
    assert opened.page.locator(".cell").count() == 11
    assert opened.page.locator("#records .row").count() == 11
    assert opened.page.locator("path.border.held").count() == 4
    assert "Leaflet" in opened.page.locator(".leaflet-control-attribution").inner_text()
    assert opened.page.locator(".leaflet-control-attribution svg").count() == 0


def test_no_stack_covers_another_on_the_screen(open_page: Opener) -> None:
    tab = open_page(drawing.sample()).page
    sides = "node => { const r = node.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]; }"
    boxes = tab.eval_on_selector_all(".stack", f"nodes => nodes.map({sides})")
    assert len(boxes) == 4
    pairs = [(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :]]
    assert [(a, b) for a, b in pairs if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]] == []
    area = tab.locator(".folium-map").bounding_box()
    assert area is not None
    assert min(box[0] for box in boxes) >= area["x"]
    assert max(box[3] for box in boxes) <= area["y"] + area["height"]


def test_a_symbol_brings_its_row_and_opens_its_card(open_page: Opener) -> None:
    opened = open_page(drawing.sample(), height=560)
    tab = opened.page
    tab.locator('.cell[data-record="d9"]').click()
    row = tab.locator('li:has(.row[data-record="d9"])')
    assert row.locator(".row").get_attribute("aria-expanded") == "true"
    assert row.locator("mark").all_inner_texts() == ["Turkey", "combat drones"]
    assert tab.locator('.cell[data-record="d9"]').get_attribute("aria-pressed") == "true"
    expect(row.locator(".row")).to_be_in_viewport()
    assert tab.locator(".leaflet-popup").count() == 0  # the list is beside the map: nothing lies on it
    assert opened.quiet()


def test_a_row_brings_its_symbol_into_view(open_page: Opener) -> None:
    tab = open_page(drawing.sample()).page
    tab.evaluate("map_0.setView([-30, 140], 7, { animate: false })")
    assert tab.locator('.cell[data-record="d7"]').count() == 0
    tab.locator('.row[data-record="d7"]').click()
    assert tab.locator('.cell[data-record="d7"]').get_attribute("aria-pressed") == "true"
    box, area = tab.locator('.cell[data-record="d7"]').bounding_box(), tab.locator(".folium-map").bounding_box()
    assert box is not None
    assert area is not None
    assert area["x"] <= box["x"] <= area["x"] + area["width"] - box["width"]


def test_keyboard_selects_in_list_and_map(open_page: Opener) -> None:
    opened = open_page(drawing.sample())
    tab = opened.page
    tab.locator('.row[data-record="d1"]').focus()
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    assert tab.locator('.row[data-record="d3"]').get_attribute("aria-expanded") == "true"
    assert tab.locator('.cell[data-record="d3"]').get_attribute("class") == "cell planned on"
    assert tab.locator(".leaflet-popup").count() == 0
    tab.keyboard.press("Escape")
    assert tab.locator('.row[data-record="d3"]').get_attribute("aria-expanded") == "false"
    tab.locator('.cell[data-record="d7"]').focus()
    tab.keyboard.press("Enter")
    assert tab.locator('.row[data-record="d7"]').get_attribute("aria-expanded") == "true"
    assert opened.quiet()


def test_every_symbol_has_a_name_for_screen_readers(open_page: Opener) -> None:
    tab = open_page(drawing.sample()).page
    assert tab.locator('.cell[data-record="d7"]').get_attribute("aria-label") == (
        "2,000 soldiers, United States, actual · reported, Poland"
    )


def test_statuses_look_different(open_page: Opener) -> None:
    tab = open_page(drawing.sample()).page
    assert tab.locator(".ink .arrow.denied.hollow .shaft").count() == 1
    assert tab.locator(".ink .arrow.denied .cross").count() == 1
    assert tab.locator('.cell.denied[data-record="d8"] .struck').count() == 1
    assert tab.locator(".ink .arrow.move.actual .trail").count() == 2  # dotted: the origin is not stated
    bands = tab.locator(".ink .arrow.possible .shaft").get_attribute("d") or ""
    assert bands.count("Z") > 5  # one for each dash, and the head


def test_phone(open_page: Opener) -> None:
    opened = open_page(drawing.sample(), width=390, height=844)
    tab = opened.page
    assert tab.evaluate("document.documentElement.scrollWidth") == 390
    canvas = tab.locator(".canvas").bounding_box()
    records = tab.locator("#records").bounding_box()
    assert canvas is not None
    assert records is not None
    assert canvas["width"] == 390
    assert records["y"] > canvas["y"] + canvas["height"]
    tab.locator('.cell[data-record="d6"]').click()
    assert tab.locator(".leaflet-popup").is_visible()
    assert opened.quiet()


def test_paper(open_page: Opener) -> None:
    opened = open_page(drawing.sample())
    sheet = opened.page.pdf(format="A4", print_background=True)
    assert sheet.startswith(b"%PDF")
    assert opened.page.locator("#sheet").is_hidden()  # it is there for the sheet alone
    opened.page.emulate_media(media="print", color_scheme="dark")
    opened.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    table = opened.page.locator("#sheet")
    assert table.locator("tbody tr:not(.said)").count() == 11
    assert table.locator("th").all_inner_texts()[1:] == [
        "Actor",
        "Number",
        "Force",
        "Action",
        "From",
        "Place",
        "Time",
        "Status",
        "Who says so",
    ]
    assert "“30,000”, read as 30,000" in table.inner_text()
    assert opened.page.locator("#legend").is_visible()
    assert opened.page.locator("html.dark").count() == 0  # paper is white
    assert opened.page.locator(".tools, #records, .leaflet-control-zoom").locator("visible=true").count() == 0
    opened.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert table.locator("tr").count() == 0
    assert opened.quiet()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_map_and_legend_are_on_the_first_sheet(open_page: Opener, paper: str) -> None:
    sheet = open_page(drawing.sample()).page.pdf(format=paper, landscape=True, print_background=True)
    assert 2 <= sheet.count(b"/Type /Page\n") <= 4


def test_sandboxed_frame(open_page: Opener) -> None:
    source = markup.escape(open_page.html(drawing.sample()), quote=True)
    frame = f'<iframe sandbox="allow-scripts" srcdoc="{source}" width="900" height="700"></iframe>'
    opened = open_page(html="<!DOCTYPE html><title>x</title>" + frame)
    inside = opened.page.frame_locator("iframe")
    assert inside.locator("h1").inner_text() == "Forces and fighting in “nato-belarus-2022”"
    inside.locator('.cell[data-record="d1"]').click()
    assert inside.locator('.row[data-record="d1"]').get_attribute("aria-expanded") == "true"
    inside.locator("#save-csv").click()
    assert "cannot save files" in inside.locator("#leave p").inner_text()
    assert inside.locator("#leave textarea").input_value().startswith("\ufeffid,kind,title,actor")
    inside.locator("#leave button").click()
    assert inside.locator("#leave").is_hidden()
    assert opened.quiet()


def test_an_article_without_forces_says_so(open_page: Opener) -> None:
    opened = open_page(drawing.report())
    words = "This article names no force at a place and no fighting, so there is nothing to draw."
    assert opened.page.locator(".nothing").inner_text() == words
    assert opened.page.locator(".legend").is_hidden()
    assert opened.quiet()


def test_what_is_not_on_the_map_is_listed_with_why(open_page: Opener) -> None:
    tab = open_page(drawing.report((drawing.deployment("d1"),))).page
    assert tab.locator("#absent h2").inner_text() == "Not on the map"
    tab.locator("#off .row").click()
    assert tab.locator("#off .absent").inner_text() == "Not on the map: the article states no place"


@pytest.mark.parametrize("payload", drawing.HOSTILE)
def test_hostile_words_do_nothing(payload: str, open_page: Opener) -> None:
    opened = open_page(drawing.hostile(payload))
    tab = opened.page
    tab.locator(".cell").first.click()
    for row in tab.locator("#off .row").all():
        row.click()
    assert opened.requests == []
    assert opened.said == []
    assert tab.evaluate("document.querySelectorAll('img, iframe, object, embed, script[src]').length") == 0
    assert tab.evaluate("document.querySelectorAll('script').length") == 4


def test_long_names_do_not_widen_the_page(open_page: Opener) -> None:
    opened = open_page(drawing.hostile("A" * 5000), width=390, height=844)
    assert opened.page.evaluate("document.documentElement.scrollWidth") == 390
    opened.page.locator(".cell").first.click()
    assert opened.page.evaluate("document.documentElement.scrollWidth") == 390
    assert opened.quiet()


def test_a_thousand_records(open_page: Opener) -> None:
    opened = open_page(drawing.crowd(1000))
    assert opened.page.locator("#records .row").count() == 200
    assert opened.page.locator("#more").inner_text() == "Show 200 more of 800"
    opened.page.locator("#more").press("Enter")
    assert opened.page.evaluate("document.activeElement.dataset.record") == "d200"
    opened.page.locator('.row[data-record="d350"]').click()
    assert opened.page.locator('.cell[data-record="d350"]').get_attribute("aria-pressed") == "true"
    assert opened.quiet()


def test_zoom_redraws_without_a_word(open_page: Opener) -> None:
    opened = open_page(drawing.sample())
    for _ in range(6):
        opened.page.locator(".leaflet-control-zoom-in").click()
    for _ in range(9):
        opened.page.locator(".leaflet-control-zoom-out").click()
    assert opened.quiet()


def test_contested_land_is_hatched_and_told(open_page: Opener) -> None:
    """The hatching is of the screen's own width at every zoom, lies on its land alone, and has its sentence."""
    opened = open_page(drawing.sample())
    tab = opened.page
    crimea = tab.locator("path.hatch", has=tab.locator("title", has_text="Crimea: administered by Russia"))
    assert crimea.get_attribute("fill") == "url(#hatch)"
    spacing = """() => {
        const path = document.querySelector('path.hatch'), pattern = document.querySelector('#hatch');
        const scale = pattern.patternTransform.baseVal.consolidate().matrix;
        return 5 * Math.hypot(scale.a, scale.b) * Math.abs(Math.hypot(path.getScreenCTM().a, path.getScreenCTM().b));
    }"""
    before = tab.evaluate(spacing)
    assert abs(before - 5) < 0.01
    inside = """([lat, lon]) => {
        const p = map_0.latLngToContainerPoint([lat, lon]), r = map_0.getContainer().getBoundingClientRect();
        return [...document.querySelectorAll('path.hatch')].filter(path => {
            const at = new DOMPoint(r.left + p.x, r.top + p.y).matrixTransform(path.getScreenCTM().inverse());
            return path.isPointInFill(at);
        }).map(path => path.querySelector('title').textContent.split(':')[0]);
    }"""
    assert tab.evaluate(inside, [45.2, 34.2]) == ["Crimea"]
    assert tab.evaluate(inside, [43.5, 34.2]) == []  # the sea off it
    assert tab.evaluate(inside, [50.5, 30.5]) == []  # Kyiv
    for _ in range(3):
        tab.locator(".leaflet-control-zoom-in").click()
    assert abs(tab.evaluate(spacing) - 5) < 0.01
    assert opened.quiet()


def test_contested_areas_are_named_and_listed_where_they_are_in_view(open_page: Opener) -> None:
    tab = open_page(drawing.sample()).page
    assert "Crimea" in tab.locator(".name.contested").all_inner_texts()
    listed = tab.locator("#contested li:not([hidden]) b")
    assert {"Crimea", "Donetsk oblast", "Transnistria"} <= set(listed.all_inner_texts())
    assert "UN General Assembly resolution 68/262" in tab.locator("#contested").inner_text()
    assert tab.locator("#contested summary").inner_text() == f"Contested in this view: {listed.count()}"
    tab.evaluate("map_0.setView([45.2, 34.2], 8, { animate: false })")
    assert listed.all_inner_texts() == ["Crimea"]
    tab.evaluate("map_0.setView([52, 14], 7, { animate: false })")
    assert tab.locator("#contested").is_hidden()


def test_the_list_of_contested_areas_is_folded_on_a_phone(open_page: Opener) -> None:
    tab = open_page(drawing.sample(), width=390, height=844).page
    assert tab.locator("#contested").get_attribute("open") is None
    assert tab.locator("#contested summary").is_visible()
    assert tab.evaluate("document.documentElement.scrollWidth") == 390


def test_a_map_can_be_dragged_by_contested_land(open_page: Opener) -> None:
    tab = open_page(drawing.sample()).page
    start = tab.evaluate(
        "(() => { const p = map_0.latLngToContainerPoint([45.2, 34.2]); const r = map_0.getContainer()"
        ".getBoundingClientRect(); return [r.left + p.x, r.top + p.y]; })()"
    )
    centre = tab.evaluate("map_0.getCenter().lng")
    tab.mouse.move(*start)
    tab.mouse.down()
    tab.mouse.move(start[0] - 120, start[1], steps=6)
    tab.mouse.up()
    assert tab.evaluate("map_0.getCenter().lng") > centre + 1


def test_first_paint_is_measured(open_page: Opener, record_property: pytest.RecordProperty) -> None:
    """The figure goes into the test report; it is no assertion, machines differ."""
    tab = open_page(drawing.sample()).page
    observer = "new PerformanceObserver(list => done(list.getEntries()[0].startTime))"
    paint = tab.evaluate(f"new Promise(done => {observer}.observe({{type: 'paint', buffered: true}}))")
    record_property("first_paint_ms", round(paint))
    assert paint > 0


def test_the_ground_lies_where_leaflet_puts_its_points(open_page: Opener) -> None:
    """Poland's label point lies within Poland's drawn outline, at every zoom."""
    tab = open_page(drawing.sample()).page
    inside = """([lat, lon]) => {
        const p = map_0.latLngToContainerPoint([lat, lon]), r = map_0.getContainer().getBoundingClientRect();
        return [...document.querySelectorAll('.ground .fill.held')].filter(path => {
            const at = new DOMPoint(r.left + p.x, r.top + p.y).matrixTransform(path.getScreenCTM().inverse());
            return path.isPointInFill(at);
        }).length;
    }"""
    for _ in range(4):
        assert tab.evaluate(inside, [54.3, 18.5]) == 1  # Gdynia's hinterland, by the coast
        assert tab.evaluate(inside, [54.9, 18.5]) == 0  # the Baltic off it
        assert tab.evaluate(inside, [45.3, 34.2]) == 1  # Crimea, in Ukraine
        tab.locator(".leaflet-control-zoom-in").click()


def test_a_view_that_nobody_moved_fits_the_window_again(open_page: Opener) -> None:
    tab = open_page(drawing.sample(), width=800, height=560).page
    small = tab.evaluate("map_0.getZoom()")
    tab.set_viewport_size({"width": 1440, "height": 900})
    tab.wait_for_timeout(300)
    assert tab.evaluate("map_0.getZoom()") > small
    tab.locator(".folium-map").press("-")
    tab.wait_for_timeout(100)
    mine = tab.evaluate("map_0.getZoom()")
    tab.set_viewport_size({"width": 1000, "height": 700})
    tab.wait_for_timeout(300)
    assert tab.evaluate("map_0.getZoom()") == mine


def test_buttons_to_what_lies_outside_the_view_keep_apart(open_page: Opener) -> None:
    """Two of them covered each other and the zoom buttons once."""
    article = read(drawing.DATA / "djibouti-warships.txt")
    opened = open_page(extract(article), width=1400, height=900)
    sides = "node => { const r = node.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]; }"
    boxes = opened.page.eval_on_selector_all(".pointer, .leaflet-control-zoom", f"nodes => nodes.map({sides})")
    assert len(boxes) >= 3
    pairs = [(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :]]
    assert [(a, b) for a, b in pairs if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]] == []
