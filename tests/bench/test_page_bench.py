"""How large pages are and how soon they are drawn, beside stock folium showing the same places as markers.

Folium's page is given what its CDN would deliver as far as this environment has it: Leaflet, inlined, and a line in the
place of jQuery. What else it asks for (Bootstrap, icon fonts, tiles) would make it larger and slower; so the comparison
favours it.

Run with ``pytest tests/bench/test_page_bench.py --benchmark-enable``; minima are what to read on a busy machine.
"""

from __future__ import annotations

import html
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_socket
from pytest_benchmark.fixture import BenchmarkFixture

from gazetteer import Gazetteer
from geomap.model import Report
from geomap.render import page
from geomap.scene import compose
from tests.browser.conftest import QUIET
from tests.support import drawing

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]  # to Chromium's own pipe only
REPORTS = {"sample": drawing.sample, "1,000 records": lambda: drawing.crowd(1000)}
LARGEST = {"sample": 400 * 1024, "1,000 records": 1536 * 1024}
DRAWN = """() => Math.max(performance.getEntriesByType('navigation')[0].loadEventEnd,
    ...performance.getEntriesByType('paint').map(entry => entry.startTime))"""
SHIM = """window.$ = text => {
    const box = document.createElement('template');
    box.innerHTML = text.trim();
    return box.content.children;
};"""
FILTER = """() => new Promise(done => {
    const box = document.querySelector('#choices input[name=status]');
    const times = [];
    const once = () => {
        const start = performance.now();
        box.click();
        document.body.offsetHeight;
        requestAnimationFrame(() => setTimeout(() => {
            times.push(performance.now() - start);
            if (times.length < 2) once(); else done(Math.max(...times));
        }));
    };
    once();
})"""


@pytest.fixture(scope="module")
def tab() -> Iterator[Page]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.fail("this benchmark needs Chromium on the PATH (Debian: apt-get install chromium)")
    pytest_socket.enable_socket()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=list(QUIET))
        opened = browser.new_page(viewport={"width": 1440, "height": 900})
        opened.route(
            "**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort()
        )
        yield opened
        browser.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every page that is measured, by name."""
    folder, found = tmp_path_factory.mktemp("pages"), {}
    with Gazetteer.open() as gazetteer:
        for name, report in REPORTS.items():
            for maker, text in (("geomap", page(compose(report(), gazetteer))), ("folium", stock(report()))):
                path = folder / f"{maker} {name}.html"
                path.write_text(text, "utf-8")
                found[f"{maker} {name}"] = path
    return found


def stock(report: Report) -> str:
    """Return stock folium's page: a marker with a popup for each record, Leaflet inlined, no other asset."""
    import folium

    where = {mention.id: mention.resolved for mention in report.places}
    shown = folium.Map(tiles=None)
    for record in report.deployments:
        for place in (where[place_id] for place_id in record.location if where[place_id]):
            words = html.escape(f"{record.force.text}, {record.status}")
            if place is not None:
                folium.Marker((place.lat, place.lon), popup=words).add_to(shown)
    spec = find_spec("xstatic.pkg.leaflet")
    assert spec is not None
    assert spec.origin is not None
    leaflet = Path(spec.origin).parent / "data"
    script, style = ((leaflet / name).read_text("utf-8") for name in ("leaflet.js", "leaflet.css"))
    text = str(shown.get_root().render())
    kept = [line for line in text.splitlines() if "<script src=" not in line and '<link rel="stylesheet"' not in line]
    return "\n".join(kept).replace("<head>", f"<head><style>{style}</style><script>{script}\n{SHIM}</script>", 1)


@pytest.mark.parametrize("name", REPORTS)
def test_size(benchmark: BenchmarkFixture, pages: dict[str, Path], name: str) -> None:
    sizes = {maker: pages[f"{maker} {name}"].stat().st_size for maker in ("geomap", "folium")}
    benchmark.extra_info.update(sizes)
    benchmark.pedantic(lambda: None, rounds=1)
    assert sizes["geomap"] <= LARGEST[name]


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("maker", ["geomap", "folium"])
def test_first_drawn(benchmark: BenchmarkFixture, tab: Page, pages: dict[str, Path], maker: str, name: str) -> None:
    def opened() -> None:
        tab.goto(pages[f"{maker} {name}"].as_uri())

    benchmark.pedantic(opened, rounds=7, warmup_rounds=1)
    benchmark.extra_info["milliseconds in the browser"] = min(_drawn(tab, opened) for _ in range(5))
    assert tab.locator(".leaflet-container").count() == 1
    assert tab.locator(".stack, .leaflet-marker-icon").count() > 0


def _drawn(tab: Page, opened: object) -> float:
    assert callable(opened)
    opened()
    tab.wait_for_timeout(200)
    return round(float(tab.evaluate(DRAWN)), 1)


@pytest.mark.parametrize("name", REPORTS)
def test_filter(benchmark: BenchmarkFixture, tab: Page, pages: dict[str, Path], name: str) -> None:
    tab.goto(pages[f"geomap {name}"].as_uri())
    benchmark.extra_info["milliseconds in the browser"] = min(float(tab.evaluate(FILTER)) for _ in range(5))
    benchmark.pedantic(tab.evaluate, (FILTER,), rounds=5, warmup_rounds=1)
    assert tab.locator("#status").count() == 1
