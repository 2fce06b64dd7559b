from __future__ import annotations

import pytest

from gazetteer.distances import distance_km
from gazetteer.expressions import Between, Border, Coast, Expression, Named, Near, Offset, Part, Side, relation
from gazetteer.grammar import parse
from gazetteer.model import Kind
from gazetteer.wording import side_of

NAMES = frozenset({"eastern Europe", "South Sudan", "Northern Ireland", "Bosnia and Herzegovina", "Guinea-Bissau"})
GOMA, KYIV, UKRAINE = Named("Goma"), Named("Kyiv"), Named("Ukraine")


@pytest.mark.parametrize(
    ("query", "expression"),
    [
        ("Kyiv", KYIV),
        ("the Philippines", Named("Philippines")),
        ("50 km north of Kyiv", Offset(KYIV, Side.NORTH, 50.0)),
        ("50km to the north of Kyiv", Offset(KYIV, Side.NORTH, 50.0)),
        ("about twenty-five kilometres north-west of Goma", Offset(GOMA, Side.NORTH_WEST, 25.0)),
        (
            "some 15 miles south-east of the city of Gao",
            Offset(Named("Gao", Kind.CITY), Side.SOUTH_EAST, 15 * 1.609344),
        ),
        ("90 miles from the Russian frontier", Offset(Border(Named("Russian")), None, 90 * 1.609344)),
        ("west of Saraqib", Offset(Named("Saraqib"), Side.WEST, None)),
        ("countryside west of Saraqib", Offset(Named("Saraqib"), Side.WEST, None)),
        ("northern Syria", Part(Named("Syria"), Side.NORTH)),
        ("far north-eastern Syria", Part(Named("Syria"), Side.NORTH_EAST)),
        ("central Mali", Part(Named("Mali"), Side.CENTRE)),
        ("the north of Kosovo", Part(Named("Kosovo"), Side.NORTH)),
        ("Armenia's north-west", Part(Named("Armenia"), Side.NORTH_WEST)),
        ("Ukraine's northern border", Border(UKRAINE, None, Side.NORTH)),
        ("Ukraine’s northern border", Border(UKRAINE, None, Side.NORTH)),
        ("the US southern border", Border(Named("US"), None, Side.SOUTH)),
        ("the Polish-Belarusian border", Border(Named("Polish"), Named("Belarusian"))),
        ("the Polish–Belarusian border", Border(Named("Polish"), Named("Belarusian"))),
        ("the Guinea-Bissau border", Border(Named("Guinea-Bissau"))),
        ("the border between Chad and Sudan", Border(Named("Chad"), Named("Sudan"))),
        ("Belarus's border with Poland", Border(Named("Belarus"), Named("Poland"))),
        ("the border with Ukraine", Border(UKRAINE)),
        ("the Czech border", Border(Named("Czech"))),
        ("across the border from eastern Ukraine", Border(Part(UKRAINE, Side.EAST), across=True)),
        ("near Goma", Near(GOMA)),
        ("around Idlib", Near(Named("Idlib"))),
        ("near the Norwegian-Russian border", Near(Border(Named("Norwegian"), Named("Russian")))),
        ("between Kherson and Mykolaiv", Between(Named("Kherson"), Named("Mykolaiv"))),
        ("between Bosnia and Herzegovina and Serbia", Between(Named("Bosnia and Herzegovina"), Named("Serbia"))),
        ("the coast of Libya", Coast(Named("Libya"))),
        ("off the coast of Libya", Coast(Named("Libya"), offshore=True)),
        ("off Mejillones", Coast(Named("Mejillones"), offshore=True)),
        ("Taiwan's east coast", Coast(Named("Taiwan"), Side.EAST)),
        ("eastern Europe", Named("eastern Europe")),
        ("South Sudan", Named("South Sudan")),
        ("Northern Ireland", Named("Northern Ireland")),
        ("the country's east", None),
        ("its northern border", None),
        ("the southern border", None),
        ("the island's east coast", None),
        ("five kilometres south of the frontier", None),
        ("", None),
    ],
)
def test_queries(query: str, expression: Expression | None) -> None:
    assert parse(query, NAMES.__contains__) == expression


@pytest.mark.parametrize(
    ("expression", "kind"),
    [
        (KYIV, None),
        (Part(UKRAINE, Side.EAST), "part"),
        (Offset(KYIV, None, 3.0), "offset"),
        (Border(UKRAINE), "border"),
        (Near(Border(UKRAINE)), "border"),
        (Near(KYIV), "near"),
        (Between(KYIV, GOMA), "between"),
        (Coast(UKRAINE), "coast"),
    ],
)
def test_relation_as_the_report_names_it(expression: Expression, kind: str | None) -> None:
    assert relation(expression) == kind


@pytest.mark.parametrize(
    ("words", "km"),
    [
        ("50 km", 50.0),
        ("50-km", 50.0),
        ("1,200 kilometres", 1200.0),
        ("2.5 km", 2.5),
        ("some 15 miles", 24.14016),
        ("10 nautical miles", 18.52),
        ("a dozen kilometres", 12.0),
        ("a few kilometres", 3.0),
        ("two hundred miles", 321.8688),
        ("twenty-five km", 25.0),
        ("50 soldiers", None),
        ("kilometres", None),
    ],
)
def test_distances(words: str, km: float | None) -> None:
    assert distance_km(words) == (None if km is None else pytest.approx(km))


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("north", Side.NORTH),
        ("Northern", Side.NORTH),
        ("north-eastern", Side.NORTH_EAST),
        ("northeast", Side.NORTH_EAST),
        ("far north eastern", Side.NORTH_EAST),
        ("southernmost", Side.SOUTH),
        ("central", Side.CENTRE),
        ("heart", Side.CENTRE),
    ],
)
def test_sides(words: str, side: Side) -> None:
    assert side_of(words) is side
