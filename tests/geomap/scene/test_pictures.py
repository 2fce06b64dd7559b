"""Plain signs: one for each category, none a military symbol."""

from __future__ import annotations

import re

import pytest

from gazetteer import Gazetteer
from geomap.model import Category
from geomap.scene import Style, compose, pictures
from geomap.scene.model import LegendKind
from tests.support import drawing


@pytest.mark.parametrize("category", Category)
def test_every_category_has_a_picture_within_its_disc(category: Category) -> None:
    svg = pictures.svg(pictures.code(category))
    assert 'fill="rgb(170,255,170)"' in svg  # the frame, which the page colours
    (path,) = re.findall(r'<path d="([^"]+)"', svg)
    assert path.startswith("M")


def test_a_plain_map_has_no_symbol_code_at_all(gazetteer: Gazetteer) -> None:
    scene = compose(drawing.sample(), gazetteer, style=Style.PLAIN)
    assert {code for code, _ in scene.symbols if code.isdecimal()} == set()
    assert scene.sites[0].glyphs[0].sidc == "plain-personnel"
    assert [line.key for line in scene.legend if line.kind in {LegendKind.SYMBOL, LegendKind.ECHELON}] == [
        "plain-personnel",
        "plain-missile",
        "plain-air-defence",
        "plain-aircraft",
        "plain-uav",
    ]


def test_sizes_and_places_are_those_of_the_map_with_symbols(gazetteer: Gazetteer) -> None:
    plain, symbols = (compose(drawing.sample(), gazetteer, style=style) for style in (Style.PLAIN, Style.SYMBOLS))
    assert [[glyph.size for glyph in site.glyphs] for site in plain.sites] == [
        [glyph.size for glyph in site.glyphs] for site in symbols.sites
    ]
