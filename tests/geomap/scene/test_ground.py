"""The land of the basemap: contested areas hatched, their borders dashed, countries as the viewpoint draws them."""

from __future__ import annotations

import pytest
import shapely

from gazetteer import Gazetteer, UnknownView
from geomap.model import ResolvedPlace
from geomap.scene import Scene, compose
from geomap.scene.model import Contested, LabelKind, LegendKind, Shape
from tests.support import drawing


def _scene(gazetteer: Gazetteer, lat: float, lon: float, view: str = "un", published: str = "2025-06-01") -> Scene:
    place = ResolvedPlace(
        id="x", name="the place", kind="city", country=None, admin1=None, lat=lat, lon=lon, radius_km=200
    )
    report = drawing.report((drawing.deployment("d", ("p1",)),), (drawing.mention("p1", place),), published=published)
    return compose(report, gazetteer, view)


def _polygon(shape: Shape | None) -> shapely.Geometry:
    """Return a shape of rings as degrees."""
    rings = []
    for line in shape.lines if shape else ():
        x = y = 0
        ring = []
        for dx, dy in zip(line[::2], line[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x * shape.step, y * shape.step) if shape else (0.0, 0.0))
        # Rounded to the grid a ring may touch itself.
        rings.append(shapely.make_valid(shapely.Polygon(ring)) if len(ring) > 3 else shapely.LineString(ring))
    return shapely.union_all(rings)


def _lines(shape: Shape) -> shapely.Geometry:
    found = []
    for line in shape.lines:
        x = y = 0
        path = []
        for dx, dy in zip(line[::2], line[1::2], strict=True):
            x, y = x + dx, y + dy
            path.append((x * shape.step, y * shape.step))
        found.append(shapely.LineString(path))
    return shapely.union_all(found)


def _areas(scene: Scene) -> dict[str, Contested]:
    return {area.slug: area for area in scene.basemap.contested}


def test_areas_in_the_region_are_hatched_and_no_others(gazetteer: Gazetteer) -> None:
    areas = _areas(_scene(gazetteer, 45.3, 34.3))
    assert {"crimea", "kherson", "zaporizhzhia", "donetsk"} <= set(areas)
    assert not {"golan-heights", "taiwan", "jammu-kashmir", "nagorno-karabakh"} & set(areas)
    crimea = areas["crimea"]
    assert crimea.statement.startswith("Crimea: administered by Russia since 2014")
    hatch = _polygon(crimea.shape)
    assert hatch.contains(shapely.Point(34.1, 44.95))
    assert not hatch.contains(shapely.Point(33.0, 44.0))  # the Black Sea
    assert not hatch.contains(shapely.Point(33.4, 46.6))  # Kherson oblast
    assert crimea.box.west < 34.1 < crimea.box.east


def test_hatching_lies_exactly_on_the_land_that_is_drawn(gazetteer: Gazetteer) -> None:
    """Simplified with its neighbours: every vertex of the hatching by the coast is one of the country's."""
    scene = _scene(gazetteer, 45.3, 34.3)
    ukraine = next(land for land in scene.basemap.lands if land.code == "UKR")
    outside = _polygon(_areas(scene)["crimea"].shape).difference(_polygon(ukraine.shape))
    assert outside.area == pytest.approx(0.0, abs=1e-9)


@pytest.mark.parametrize(
    ("view", "holder", "without"), [("un", "UKR", "RUS"), ("RUS", "RUS", "UKR"), ("de-facto", "RUS", "UKR")]
)
def test_countries_are_drawn_from_the_viewpoint(gazetteer: Gazetteer, view: str, holder: str, without: str) -> None:
    scene = _scene(gazetteer, 45.3, 34.3, view)
    lands = {land.code: _polygon(land.shape) for land in scene.basemap.lands}
    simferopol = shapely.Point(34.1, 44.95)
    assert lands[holder].contains(simferopol)
    assert not lands[without].contains(simferopol)
    assert "crimea" in _areas(scene)  # contested whoever draws it


def test_borders_with_the_parties_are_dashed_and_a_third_countrys_is_not(gazetteer: Gazetteer) -> None:
    dashed = _lines(_scene(gazetteer, 34.5, 76.5).basemap.disputed)
    assert dashed.distance(shapely.Point(74.05, 34.1)) < 0.2  # the Line of Control
    assert dashed.distance(shapely.Point(80.3, 35.4)) < 0.2  # the Indian claim
    assert dashed.distance(shapely.Point(74.5, 37.03)) > 0.2  # Gilgit-Baltistan and Afghanistan


def test_a_viewpoints_own_border_is_a_border_like_any_other(gazetteer: Gazetteer) -> None:
    dashed = _lines(_scene(gazetteer, 34.5, 76.5, "IND").basemap.disputed)
    assert dashed.distance(shapely.Point(74.05, 34.1)) < 0.2  # within India, to India
    assert dashed.distance(shapely.Point(80.3, 35.4)) > 0.2


def test_a_line_is_dashed_and_told(gazetteer: Gazetteer) -> None:
    scene = _scene(gazetteer, 37.9, 126.7)
    areas = _areas(scene)
    assert (areas["korean-dmz"].shape, areas["korean-dmz"].islets) == (None, ())
    dashed = _lines(scene.basemap.disputed)
    assert dashed.distance(shapely.Point(127.5, 38.3)) < 0.1
    assert dashed.distance(shapely.Point(125.5, 37.68)) < 0.1  # the Northern Limit Line


def test_islets_are_points_and_named_beside_one_of_them(gazetteer: Gazetteer) -> None:
    scene = _scene(gazetteer, 25.7, 123.5)
    senkaku = _areas(scene)["senkaku"]
    assert senkaku.shape is None
    assert (senkaku.islets[0].lat, senkaku.islets[0].lon) == (25.745, 123.475)
    (label,) = [label for label in scene.labels if label.kind is LabelKind.ISLET and "Senkaku" in label.text]
    assert label.point in senkaku.islets


def test_names_of_contested_areas(gazetteer: Gazetteer) -> None:
    scene = _scene(gazetteer, 45.3, 34.3)
    names = {label.text: label for label in scene.labels if label.kind is LabelKind.CONTESTED}
    assert {"Crimea", "Kherson oblast", "Donetsk oblast"} <= set(names)
    assert names["Crimea"].point.lat == pytest.approx(45.3, abs=0.2)
    provinces = {label.text for label in scene.labels if label.kind is LabelKind.PROVINCE}
    assert not {"Autonomous Republic of Crimea", "Kherson Oblast"} & provinces  # named once


def test_a_country_that_is_contested_as_a_whole_is_named_once(gazetteer: Gazetteer) -> None:
    scene = _scene(gazetteer, 23.7, 120.9)
    assert [label.kind for label in scene.labels if label.text == "Taiwan"] == [LabelKind.COUNTRY]
    assert _areas(scene)["taiwan"].shape is not None


def test_a_dispute_of_another_time_is_not_hatched(gazetteer: Gazetteer) -> None:
    assert "kherson" not in _areas(_scene(gazetteer, 46.5, 33.5, published="2022-02-04"))
    assert "nagorno-karabakh" in _areas(_scene(gazetteer, 39.9, 46.7, published="2020-10-10"))
    assert "nagorno-karabakh" not in _areas(_scene(gazetteer, 39.9, 46.7))


def test_land_of_no_country_is_drawn_as_land(gazetteer: Gazetteer) -> None:
    """Abyei and the bases on Cyprus were holes through which the sea showed."""
    lands = {land.name: land for land in _scene(gazetteer, 9.7, 28.4).basemap.lands}
    assert lands["Abyei"].code == ""
    assert _polygon(lands["Abyei"].shape).contains(shapely.Point(28.4, 9.7))
    assert "Akrotiri" in {land.name for land in _scene(gazetteer, 34.9, 33.0).basemap.lands}


def test_a_map_of_the_world_hatches_what_can_be_seen(gazetteer: Gazetteer) -> None:
    areas = _areas(compose(drawing.report(), gazetteer))
    assert areas["western-sahara-west"].shape is not None
    assert areas["gibraltar"].shape is None
    assert "antarctica" in areas


@pytest.mark.parametrize(
    ("view", "begin", "end"),
    [
        ("un", "Boundaries: Natural Earth, internationally recognised: ", "Crimea shown as part of Ukraine"),
        (
            "RUS",
            "Boundaries: Natural Earth, contested areas as the government of Russia draws them: ",
            "Crimea shown as part of Russia",
        ),
        (
            "de-facto",
            "Boundaries: Natural Earth, as land is held, whoever claims it; no front line is drawn: ",
            "Crimea shown as part of Russia",
        ),
    ],
)
def test_the_sentence_names_the_view(gazetteer: Gazetteer, view: str, begin: str, end: str) -> None:
    text = _scene(gazetteer, 45.3, 34.3, view).boundaries
    assert text.startswith(begin)
    assert end in text
    assert text.endswith(
        "Contested land is hatched, its borders are dashed. "
        "Boundaries and names shown imply no judgement on the legal status of any territory."
    )


def test_an_unknown_view_is_an_error(gazetteer: Gazetteer) -> None:
    with pytest.raises(UnknownView, match="there is no view POL of boundaries; there are un, de-facto, "):
        _scene(gazetteer, 45.3, 34.3, "POL")


def test_where_nothing_is_contested_nothing_is_said_of_it(gazetteer: Gazetteer) -> None:
    scene = _scene(gazetteer, 52.0, 14.0)
    assert scene.boundaries == (
        "Boundaries: Natural Earth, internationally recognised. "
        "Boundaries and names shown imply no judgement on the legal status of any territory."
    )
    assert [line for line in scene.legend if line.kind is LegendKind.CONTESTED] == []


def test_the_legend_explains_what_is_there(gazetteer: Gazetteer) -> None:
    def keys(scene: Scene) -> list[str]:
        return [line.key for line in scene.legend if line.kind is LegendKind.CONTESTED]

    assert keys(_scene(gazetteer, 45.3, 34.3)) == ["hatch", "line"]
    assert keys(_scene(gazetteer, 37.2, 131.9)) == ["islet"]
