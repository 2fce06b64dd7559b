"""SVG → PNG: its size, its text, and a machine without fonts."""

from __future__ import annotations

import logging
import struct
from pathlib import Path

import pytest

from geomap.model import Status
from geomap.render.picture import drawing, raster
from geomap.scene import Scene
from tests.support.pixels import decoded

SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#fff"/>{}</svg>'
)
TEXT = '<text x="2" y="15" font-size="14" font-family="No Such Font, sans-serif">Kyiv</text>'


def size_of(data: bytes) -> tuple[int, int]:
    wide, high = struct.unpack(">II", data[16:24])
    return wide, high


@pytest.mark.parametrize(("scale", "size"), [(1.0, (40, 20)), (2.0, (80, 40)), (0.5, (20, 10))])
def test_size(scale: float, size: tuple[int, int]) -> None:
    assert size_of(raster.png(SQUARE.format(""), scale=scale)) == size


def test_text_is_drawn_with_a_font_of_the_machine_whatever_the_picture_names() -> None:
    assert raster.png(SQUARE.format(TEXT)) != raster.png(SQUARE.format(""))


def test_without_a_font_a_warning_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    monkeypatch.setattr(raster, "_folders", lambda: [tmp_path])
    raster._sans.cache_clear()
    try:
        with caplog.at_level(logging.WARNING, "geomap"):
            assert raster.png(SQUARE.format(TEXT)).startswith(b"\x89PNG")
    finally:
        raster._sans.cache_clear()
    assert [record.getMessage().partition(";")[0] for record in caplog.records] == [
        "this machine has no font for pictures, so the PNG has no text"
    ]


def test_a_picture_reads_no_file_of_the_machine(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(SQUARE.format('<circle cx="9" cy="9" r="9"/>'))
    linked = f'<image href="{tmp_path}/a.svg" width="40" height="20"/>'
    plain = raster.png(SQUARE.format(""))
    assert raster.png(SQUARE.format('<image href="a.svg" width="40" height="20"/>')) == plain
    assert size_of(raster.png(SQUARE.format(linked))) == (40, 20)


def test_symbols_stand_in_the_png_where_the_picture_says(sample: Scene) -> None:
    drawn = drawing(sample, width=700)
    pixels = decoded(raster.png(drawn.svg))
    actors = {actor.key: actor.fill for actor in sample.actors}
    glyphs = {glyph.record: glyph for site in sample.sites for glyph in site.glyphs}
    filled = {}
    for record, x, y in drawn.symbols:
        glyph = glyphs[record]
        if glyph.status in {Status.ACTUAL, Status.PLANNED}:  # a possible one is faint, a denied one white
            # Between the middle and the left edge of its frame, off the lines of the crossed and the winged.
            red, green, blue = pixels.at(x - glyph.size * 0.36, y)
            filled[record] = f"#{red:02x}{green:02x}{blue:02x}"
    assert filled == {record: actors[glyphs[record].actor] for record in filled}
    assert set(filled) == {"d1", "d2", "d3", "d4", "d5", "d6", "d7", "e1", "e2"}
