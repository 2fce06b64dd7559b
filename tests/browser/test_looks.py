"""How pages look: five articles on a desktop, a phone, in the dark and on paper, against pictures that are kept.

The pictures (``looks/``) are half the size of the page, in 96 colours. Page and picture are compared in blocks of 4 by
4 of those pixels: at most ``SHARE`` of the blocks may differ by more than ``LEVELS`` in any channel. What a line, a
glyph or another release of Chromium moves by a pixel is lost in that; a stack, an arrow, a panel or a colour that is
another is not. Fonts: the pictures were made with DejaVu alone, as CI has it (``fonts-dejavu-core``). With other fonts
words are wider or narrower, lines break elsewhere, and these tests may fail where nothing is wrong.

The reports are readings of articles in ``tests/gold/dev``, kept so that a better reader does not change the pictures.
After a change of the drawing run ``python -m tests.browser.test_looks``, look at every picture, and keep them.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from geomap.model import Report

if TYPE_CHECKING:
    from PIL.Image import Image

    from tests.browser.conftest import Opener

LOOKS = Path(__file__).with_name("looks")
ARTICLES = sorted(path.name.removesuffix(".report.json") for path in LOOKS.glob("*.report.json"))
SIZES = {"desktop": (1440, 900), "phone": (390, 844), "dark": (1440, 900), "print": (1020, 720)}
SHARE = 0.008
LEVELS = 40
COLOURS = 96
_SCALE, _BLOCK = 2, 4


def look(open_page: Opener, article: str, mode: str) -> Image:
    """Return the page of an article as it is seen, at half its size."""
    from PIL import Image

    report = Report.model_validate_json((LOOKS / f"{article}.report.json").read_text("utf-8"))
    width, height = SIZES[mode]
    tab = open_page(report, width=width, height=height, dark=mode == "dark", still=True).page
    if mode == "print":
        tab.emulate_media(media="print")
        tab.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    if mode == "dark":
        tab.locator(".row").nth(1).press("Enter")
    tab.evaluate("document.fonts.ready.then(() => true)")
    shot = Image.open(io.BytesIO(tab.screenshot())).convert("RGB")
    return shot.resize((width // _SCALE, height // _SCALE), Image.Resampling.BOX)


def differing(one: Image, other: Image) -> float:
    """Return the share of blocks that differ by more than ``LEVELS`` in a channel."""
    import numpy as np
    from PIL import Image

    size = one.width // _BLOCK, one.height // _BLOCK
    a, b = (np.asarray(image.convert("RGB").resize(size, Image.Resampling.BOX), dtype=int) for image in (one, other))
    return float((np.abs(a - b).max(axis=2) > LEVELS).mean())


@pytest.mark.parametrize("mode", SIZES)
@pytest.mark.parametrize("article", ARTICLES)
def test_the_page_looks_as_it_did(open_page: Opener, article: str, mode: str) -> None:
    from PIL import Image

    kept = Image.open(LOOKS / f"{article}.{mode}.png")
    seen = look(open_page, article, mode)
    assert seen.size == kept.size
    assert differing(seen, kept) <= SHARE


def test_a_map_that_lost_its_stacks_is_told_from_the_one_that_is_kept(open_page: Opener) -> None:
    from PIL import Image

    article = ARTICLES[0]
    report = Report.model_validate_json((LOOKS / f"{article}.report.json").read_text("utf-8"))
    tab = open_page(report, width=1440, height=900, still=True).page
    tab.add_style_tag(content=".stack { display: none }")
    seen = Image.open(io.BytesIO(tab.screenshot())).convert("RGB").resize((720, 450), Image.Resampling.BOX)
    assert differing(seen, Image.open(LOOKS / f"{article}.desktop.png")) > SHARE


def _keep() -> None:
    """Draw all pictures anew."""
    import shutil
    import tempfile

    from playwright.sync_api import sync_playwright

    from gazetteer import Gazetteer
    from tests.browser.conftest import QUIET, Opener

    chromium = shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder, Gazetteer.open() as gazetteer, sync_playwright() as driver:
        opener = Opener(driver.chromium.launch(executable_path=chromium, args=list(QUIET)), gazetteer, Path(folder))
        for article in ARTICLES:
            for mode in SIZES:
                seen = look(opener, article, mode).quantize(COLOURS, kmeans=2)
                seen.save(LOOKS / f"{article}.{mode}.png", optimize=True)
        opener.browser.close()


if __name__ == "__main__":
    _keep()
