"""Headless Chromium with the network cut: every request is recorded and refused, every console message kept.

These tests are never skipped: without Chromium they fail and say what to install.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_socket

from gazetteer import Gazetteer
from geomap.model import Report
from geomap.render import page
from geomap.render.page import ASSETS
from geomap.scene import Quotes, Scene, compose

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Route

HERE = Path(__file__).parent
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.enable_socket)  # to Chromium's own pipe only: pages have no network


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.fail("browser tests need Chromium on the PATH (Debian: apt-get install chromium)")
    pytest_socket.enable_socket()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=chromium, args=list(QUIET))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[Gazetteer]:
    with Gazetteer.open() as opened:
        yield opened


@dataclass
class Opened:
    """A page in the browser with what it asked for and said."""

    page: Page
    requests: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def quiet(self) -> bool:
        """Whether it asked for nothing and said nothing."""
        return not self.requests and not self.said


@dataclass
class Opener:
    """Draws a report and opens its page."""

    browser: Browser
    gazetteer: Gazetteer
    folder: Path
    pages: list[Page] = field(default_factory=list)

    assets: Path = ASSETS

    def scene(self, report: Report, quotes: str = "sentence") -> Scene:
        """Return the scene of a report."""
        return compose(report, self.gazetteer, quotes=Quotes(quotes))

    def html(self, report: Report, quotes: str = "sentence") -> str:
        """Return the page of a report."""
        return page(self.scene(report, quotes))

    def __call__(
        self,
        report: Report | None = None,
        *,
        html: str = "",
        fragment: str = "",
        quotes: str = "sentence",
        width: int = 1280,
        height: int = 800,
        dark: bool = False,
        still: bool = False,
    ) -> Opened:
        file = self.folder / f"map-{len(self.pages)}.html"
        file.write_text(html if report is None else self.html(report, quotes), "utf-8")
        tab = self.browser.new_page(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce" if still else "no-preference",
        )
        self.pages.append(tab)
        opened = Opened(tab)

        def refuse(route: Route) -> None:
            if route.request.url.partition("#")[0] == file.as_uri():
                route.continue_()
            else:
                opened.requests.append(route.request.url)
                route.abort()

        def hear(message: ConsoleMessage) -> None:
            opened.said.append(f"{message.type}: {message.text}")

        tab.route("**/*", refuse)
        tab.on("console", hear)
        tab.on("pageerror", lambda error: opened.said.append(f"error: {error}"))
        tab.on("dialog", lambda dialog: (opened.said.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        tab.goto(file.as_uri() + fragment)
        return opened


@pytest.fixture
def open_page(browser: Browser, gazetteer: Gazetteer, tmp_path: Path) -> Iterator[Opener]:
    opener = Opener(browser, gazetteer, tmp_path)
    yield opener
    for tab in opener.pages:
        tab.close()
