"""The whole scene of the sample article, and of articles that hold little, much or odd things."""

from __future__ import annotations

import pytest
import shapely

from gazetteer import BBox, Gazetteer
from geomap.model import Report, ResolvedPlace, Status
from geomap.scene import Scene, compose
from geomap.scene.model import FlowKind, LabelKind, LegendKind
from tests.support import drawing


def test_sites_of_the_sample(sample: Scene) -> None:
    assert [(site.name, [(glyph.number, glyph.words[0]) for glyph in site.glyphs]) for site in sample.sites] == [
        (
            "Belarus",
            [
                ("30,000", "combat troops"),
                ("", "Spetsnaz special"),
                ("", "SU-35 fighter jets"),
                ("", "S-400 air defense systems"),
                ("", "nuclear-capable Iskander"),
                ("", "exercise"),
            ],
        ),
        ("Romania", [("1,000", "soldiers")]),
        ("Poland", [("2,000", "soldiers")]),
        ("Ukraine", [("", "US soldiers"), ("", "combat drones"), ("", "agreement")]),
    ]
    belarus = sample.sites[0].point
    assert (belarus.lat, belarus.lon) == pytest.approx((53.8, 28.4), abs=0.5)


def test_arrows_of_the_sample(sample: Scene) -> None:
    ends = [(flow.start_name, flow.end_site, flow.kind, flow.inferred, flow.status) for flow in sample.flows]
    assert ends == [
        ("Russia", 0, FlowKind.MOVE, True, Status.PLANNED),
        ("United States", 1, FlowKind.MOVE, True, Status.ACTUAL),
        ("United States", 2, FlowKind.MOVE, True, Status.ACTUAL),
        ("United States", 3, FlowKind.MOVE, True, Status.DENIED),
        ("Turkey", 3, FlowKind.TRANSFER, False, Status.POSSIBLE),
    ]
    assert sample.flows[0].records == ("d1", "d2", "d3", "d4", "d5")


def test_texts_of_the_sample(sample: Scene) -> None:
    assert sample.as_of == "As of 4 February 2022"
    assert sample.summary == "Read from one article: 9 records of forces and 2 events, all on the map."
    assert "Crimea shown as part of Ukraine" in sample.boundaries
    assert ("Places", "GeoNames (CC BY 4.0)") in sample.credits


def test_the_view_of_the_sample_is_europe_not_the_atlantic(sample: Scene) -> None:
    assert 10 < sample.bounds.west < 20
    assert 37.6 < sample.bounds.east < 50  # Moscow, from where the forces are taken to come
    held = {land.code for land in sample.basemap.lands if land.held}
    assert held == {"BLR", "ROU", "POL", "UKR"}
    labels = {label.text for label in sample.labels if label.kind is LabelKind.COUNTRY}
    assert "Germany" in labels
    assert not labels & {"Belarus", "Romania", "Poland", "Ukraine"}  # these stand over their symbols


def test_legend_of_the_sample_says_what_is_there_and_no_more(sample: Scene) -> None:
    lines = [(line.kind, line.text) for line in sample.legend]
    assert [text for kind, text in lines if kind is LegendKind.ACTOR] == ["Russia", "United States", "Turkey"]
    assert [text for kind, text in lines if kind is LegendKind.EVENT] == ["exercise", "agreement"]
    assert [line.key for line in sample.legend if line.kind is LegendKind.FLOW] == [
        "transfer",
        "inferred",
        "planned",
        "denied",
    ]
    assert [line.key for line in sample.legend if line.kind is LegendKind.STATUS] == [
        "actual",
        "planned",
        "possible",
        "denied",
        "hedged",
    ]
    assert not [line for line in sample.legend if line.kind in {LegendKind.SIDE, LegendKind.WIDTH}]


def test_colours_follow_the_order_of_naming_and_carry_no_side(sample: Scene) -> None:
    assert [(actor.name, actor.fill) for actor in sample.actors] == [
        ("Russia", "#77aadd"),
        ("United States", "#ee8866"),
        ("Turkey", "#eedd88"),
    ]


def test_the_same_report_gives_the_same_scene(sample: Scene, gazetteer: Gazetteer) -> None:
    assert compose(drawing.sample(), gazetteer) == sample


def test_an_article_without_forces_says_so(gazetteer: Gazetteer) -> None:
    scene = compose(drawing.report(), gazetteer)
    assert scene.summary == "This article names no force at a place and no fighting, so there is nothing to draw."
    assert (scene.sites, scene.flows, scene.legend, scene.cards) == ((), (), (), ())
    assert scene.as_of == "Undated article"


def test_a_view_across_the_antimeridian_has_no_seam(gazetteer: Gazetteer) -> None:
    fiji = ResolvedPlace(id="f", name="Suva", kind="city", country="FJI", admin1=None, lat=-18, lon=178.4, radius_km=9)
    samoa = fiji.model_copy(update={"name": "Apia", "country": "WSM", "lat": -13.8, "lon": -171.8})
    places = (drawing.mention("p1", fiji), drawing.mention("p2", samoa))
    scene = compose(drawing.report((drawing.deployment("d", ("p1",), origin=("p2",)),), places), gazetteer)
    assert scene.bounds.east - scene.bounds.west < 15
    assert scene.flows[0].start.lon - scene.flows[0].end.lon == pytest.approx(9.8)


def test_a_far_single_record_does_not_shrink_the_rest(gazetteer: Gazetteer) -> None:
    far = drawing.GOMA.model_copy(update={"name": "Fort Sill", "country": "USA", "lat": 34.7, "lon": -98.4})
    near = [drawing.deployment(f"d{i}", ("p1",)) for i in range(9)]
    places = (drawing.mention("p1", drawing.GOMA), drawing.mention("p2", far))
    scene = compose(drawing.report((*near, drawing.deployment("far", ("p2",))), places), gazetteer)
    assert [(site.name, site.outside) for site in scene.sites] == [("Goma", False), ("Fort Sill", True)]
    assert scene.bounds.west > 20


def test_uncertain_places_have_an_area_and_known_ones_none(gazetteer: Gazetteer) -> None:
    places = (drawing.mention("p1", drawing.NORTH), drawing.mention("p2", drawing.POLAND))
    scene = compose(
        drawing.report((drawing.deployment("a", ("p1",)), drawing.deployment("b", ("p2",))), places), gazetteer
    )
    assert [(area.name, area.radius_km) for area in scene.areas] == [("northern Syria", 150)]


def test_crimea_is_drawn_in_ukraine(gazetteer: Gazetteer) -> None:
    simferopol = shapely.Point(34.1, 44.95)
    outlines = gazetteer.countries_in(BBox(33.9, 44.9, 34.3, 45.1))
    drawn_in = [each.place.country for each in outlines if each.place and each.geometry.contains(simferopol)]
    assert drawn_in == ["UKR"]


@pytest.mark.parametrize("payload", [*drawing.HOSTILE, "A" * 5000, " ", "\x00\x01"])
def test_hostile_words_stay_words(payload: str, gazetteer: Gazetteer) -> None:
    scene = compose(drawing.hostile(payload), gazetteer)
    assert [card.site is None for card in scene.cards] == [False, True, False]
    assert max(len(site.name) for site in scene.sites) <= 44
    assert len(scene.title) <= 200


def test_a_report_that_is_only_places_shows_them(gazetteer: Gazetteer) -> None:
    scene = compose(Report(article=drawing.report().article, places=(drawing.mention("p1", drawing.GOMA),)), gazetteer)
    assert scene.bounds.west == pytest.approx(29.0, abs=0.3)
    assert [label.text for label in scene.labels if label.kind is LabelKind.CITY] == ["Goma"]
