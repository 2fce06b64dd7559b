"""Pictures, sections and frames from Python, on the real rooms."""

from __future__ import annotations

from pathlib import Path

import pytest

from geomap import BadCrop, CorrectionError, correct, draw, draw_markdown, draw_png, draw_svg, embed
from geomap.corrections import fingerprint
from tests.support import drawing, hard


def test_a_picture_is_drawn_as_asked() -> None:
    report = drawing.sample()
    assert draw_svg(report) == draw_svg(report)
    assert ' width="900" ' in draw_svg(report, width=900)
    assert "contested areas as the government of Russia draws them" in draw_svg(report, boundaries="RUS")
    assert int.from_bytes(draw_png(report, width=600, scale=1.5)[16:20], "big") == 900


def test_a_crop_may_lie_across_the_antimeridian() -> None:
    text = draw_svg(hard.seam(), crop=(175, -20, -170, -10))
    assert "Suva" in text
    assert "Apia" in text
    with pytest.raises(BadCrop, match="south is to be less than north"):
        draw_svg(hard.seam(), crop=(175, -10, -170, -20))


def test_a_section_has_its_alternative_text_and_credits() -> None:
    text = draw_markdown(drawing.sample(), picture="map.svg")
    assert "![Map. As of 4 February 2022. Read from one article: 9 records of forces and 2 events" in text
    assert "](<map.svg>)" in text
    assert text.rstrip().endswith("Symbols: APP-6, drawn by milsymbol (MIT)*")


def test_a_notebook_shows_the_map() -> None:
    report = drawing.sample()
    assert report._repr_html_() == embed(report)
    assert draw(report).replace("&", "&amp;").replace('"', "&quot;") in embed(report)
    assert "height:400px" in embed(report, height=400)


def test_corrections_of_a_file(tmp_path: Path) -> None:
    report = drawing.sample()
    code = fingerprint(report, report.deployments[0])
    file = tmp_path / "nato.fix.yml"
    file.write_text(
        f"places: [{{move: Belarus, to: Gomel, reason: the ministry}}]\n"
        f"records: [{{change: d1, fingerprint: {code}, to: {{quantity: 20000}}, reason: counted}}]\n"
    )
    corrected = correct(report, file)
    assert corrected.deployments[0].corrected == ("place moved: the ministry", "counted")
    assert "20,000" in draw_svg(corrected)
    assert "place moved: the ministry; counted" in draw(corrected)
    assert report.deployments[0].corrected == ()
    file.write_text("places: [{move: Atlantis, to: Gomel, reason: x}]")
    with pytest.raises(CorrectionError, match=r"^nato\.fix\.yml, line 1: 'Atlantis' is no place of this report"):
        correct(report, file)
