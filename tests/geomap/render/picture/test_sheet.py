"""The whole picture: its parts, its words, its size, and what hostile articles make of it."""

from __future__ import annotations

import os
import re
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from gazetteer import Gazetteer
from geomap.model import BY_HAND, Report
from geomap.render.picture import drawing, png, svg
from geomap.scene import Scene, compose
from geomap.scene.model import Box
from tests.support import drawing as reports
from tests.support import hard

NS = "{http://www.w3.org/2000/svg}"


def words_of(text: str) -> list[str]:
    """Return the lines of text that a reader is given, in their order."""
    root = Xml.fromstring(text)  # noqa: S314 - our own
    return ["".join(each.itertext()) for each in root.iter(f"{NS}text") if each.get("aria-hidden") is None]


def test_parts_of_the_sample(sample: Scene) -> None:
    drawn = drawing(sample)
    told = words_of(drawn.svg)
    assert "Forces and fighting in “nato-belarus-2022”" in told
    assert "As of 4 February 2022. Read from one article: 9 records of forces and 2 events, all on the map." in told
    for words in (
        "Belarus planned",
        "30,000 combat troops",
        "1,000 soldiers",
        "2,000 soldiers",
        "Russia (origin not stated)",
    ):
        assert words in told
    assert "UKRAINE" not in told  # the site bears the name
    for words in ("Whose", "What", "Is it so?", "Movement", "Contested", "300 km", "denied or ruled out"):
        assert words in told
    foot = " ".join(told)
    assert "Boundaries: Natural Earth, internationally recognised" in foot
    assert "Crimea: administered by Russia since 2014" in foot
    assert "GeoNames (CC BY 4.0)" in foot
    assert "Leaflet" not in foot  # which draws pages, not pictures
    assert {record for record, _, _ in drawn.symbols} == {*(f"d{i}" for i in range(1, 10)), "e1", "e2"}


def test_alternative_text(sample: Scene) -> None:
    root = Xml.fromstring(svg(sample))  # noqa: S314
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", "title desc")
    assert root.findtext(f"{NS}title") == "Forces and fighting in “nato-belarus-2022”"
    told = root.findtext(f"{NS}desc") or ""
    assert told.startswith("Map. As of 4 February 2022. Read from one article: 9 records of forces and 2 events")
    assert "Romania: 1,000 soldiers (United States, actual · reported)." in told
    assert "Ukraine: US soldiers (United States, denied); combat drones (Turkey, possible supply)" in told


def test_fonts_are_named_and_end_in_a_generic_one(sample: Scene) -> None:
    families = set(re.findall(r'font-family="([^"]*)"', svg(sample)))
    assert {family.rsplit(", ", 1)[1] for family in families} == {"sans-serif", "serif"}
    assert "<style" not in svg(sample)
    assert "@font-face" not in svg(sample)


def test_the_same_scene_gives_the_same_bytes(sample: Scene, gazetteer: Gazetteer) -> None:
    assert svg(compose(reports.sample(), gazetteer)) == svg(sample)
    assert png(svg(sample)) == png(svg(sample))


def test_size(sample: Scene) -> None:
    drawn = drawing(sample, width=800)
    assert drawn.width == 800
    assert f'width="800" height="{drawn.height:.0f}" viewBox="0 0 800 {drawn.height:.0f}"' in drawn.svg
    assert len(drawing(sample).svg) < 200_000


def test_a_crop_shows_what_lies_in_it(sample: Scene) -> None:
    drawn = drawing(sample, crop=Box(12, 43, 31, 55))
    assert {"d6", "d7"} <= {record for record, _, _ in drawn.symbols}
    assert "Poland" in words_of(drawn.svg)
    far = drawing(sample, crop=Box(100, 10, 120, 20))
    assert far.symbols == ()
    assert "Belarus (6) outside this view" in words_of(far.svg)


def test_what_is_not_on_the_map_and_what_a_person_corrected_is_said(gazetteer: Gazetteer) -> None:
    corrected = reports.deployment("d3", ("p2",), rules=(f"{BY_HAND}the ministry's figure",))
    base = hard.nowhere()
    report = base.model_copy(
        update={
            "deployments": (*base.deployments, corrected),
            "places": (*base.places, reports.mention("p2", reports.POLAND)),
            "removed": ("500 men (told twice)",),
        }
    )
    told = " ".join(words_of(svg(compose(report, gazetteer))))
    assert "Not on the map: soldiers – the article states no place; soldiers – not found in the gazetteer" in told
    assert "Corrected by hand: soldiers (the ministry's figure)" in told
    assert "Removed by hand: 500 men (told twice)." in told
    assert "corrected by hand" in told


@pytest.fixture(params=sorted(hard.CASES))
def report(request: pytest.FixtureRequest) -> Report:
    return hard.CASES[request.param]()


ALLOWED = {
    *("svg", "title", "desc", "defs", "pattern", "clipPath", "g", "use", "rect", "circle", "ellipse", "path", "text"),
    "tspan",
}


def test_hard_reports_are_drawn_and_nothing_runs(
    report: Report, gazetteer: Gazetteer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = svg(compose(report, gazetteer))
    root = Xml.fromstring(text)  # noqa: S314
    assert {element.tag.removeprefix(NS) for element in root.iter()} <= ALLOWED
    names = {name for element in root.iter() for name in element.attrib}
    assert {name for name in names if name.startswith("on") or name in {"style", "src"}} == set()
    links = [value for each in root.iter() for name, value in each.attrib.items() if name.endswith("href")]
    assert [link for link in links if not re.fullmatch(r"#g\d+", link)] == []
    assert set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(text) == set()
    assert float(root.get("height", "0")) < 2_500
    assert png(text, scale=0.25).startswith(b"\x89PNG")
    assert os.listdir() == []  # noqa: PTH208 - no command was run


def test_a_thousand_places_are_one_picture(gazetteer: Gazetteer) -> None:
    drawn = drawing(compose(reports.crowd(1000), gazetteer))
    assert len(drawn.svg) < 700_000
    assert drawn.height < 1_500
