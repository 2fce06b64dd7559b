from __future__ import annotations

import math

import pytest

from gazetteer import Candidate, Kind, NameKind, Place
from gazetteer.contenders import weighed
from gazetteer.setting import Around, Setting, cued, nearness, seat, told_near, within

SYRIA = Place("country:SYR", "Syria", Kind.COUNTRY, "SYR", None, 35.0, 38.5, 240.0, 17_000_000)
IDLIB = Place("geonames:1", "Idlib", Kind.CITY, "SYR", "Idlib", 35.93, 36.63, 8.0, 150_000)
PROVINCE = Place("geonames:2", "Idlib", Kind.ADMIN1, "SYR", None, 35.8, 36.7, 45.0, 1_500_000)
SEA = Place("curated:sea", "Levantine Sea", Kind.WATER, None, None, 34.0, 34.0, 300.0)


def _setting(**told: object) -> Setting:
    around = {"countries": (), "near": (), "divisions": (), **told}
    return Setting(Around(**around), lambda code: SYRIA if code == "SYR" else None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("countries", "score", "reasons"),
    [
        ((), 0.0, ()),
        ((("SYR", 1.0),), 3.0, ("the article speaks of SYR",)),
        ((("SYR", 0.25),), 2.0, ("the article speaks of SYR",)),
        ((("TUR", 1.0),), -1.5, ("the article does not speak of its country",)),
    ],
)
def test_the_countries_of_the_article(countries: object, score: float, reasons: tuple[str, ...]) -> None:
    setting, contenders = (
        _setting(countries=countries),
        weighed([Candidate(IDLIB, "Idlib", NameKind.NAME)], lambda _: False),
    )
    assert setting.land(contenders.items[0], setting.asked(contenders, (), None)) == (score, reasons)


def test_a_country_is_not_blamed_for_its_own_absence() -> None:
    setting = _setting(countries=(("TUR", 1.0),))
    contenders = weighed([Candidate(SYRIA, "Syria", NameKind.NAME)], lambda _: False)
    assert setting.land(contenders.items[0], setting.asked(contenders, (), None)) == (0.0, ())


def test_a_sea_lies_by_a_country_of_the_article() -> None:
    setting = _setting(countries=(("SYR", 1.0),))
    contenders = weighed([Candidate(SEA, "sea", NameKind.NAME)], lambda _: False)
    told = setting.land(contenders.items[0], setting.asked(contenders, (), None))
    assert told == (1.0, ("lies by Syria, of which the article speaks",))


def test_a_province_of_the_article_holds_its_towns() -> None:
    setting = _setting(countries=(("SYR", 1.0),), divisions=(("SYR", "Idlib", 1.0),))
    contenders = weighed([Candidate(IDLIB, "Idlib", NameKind.NAME)], lambda _: False)
    told = setting.land(contenders.items[0], setting.asked(contenders, (), None))
    assert told == (5.5, ("the article speaks of SYR", "the article speaks of Idlib"))


def test_other_places_of_the_article() -> None:
    contenders = weighed([Candidate(IDLIB, "Idlib", NameKind.NAME)], lambda _: False)
    assert _setting().near_km(contenders.items[0]) == math.inf
    km = _setting(near=((35.93, 36.63), (0.0, 0.0))).near_km(contenders.items[0])
    assert km == pytest.approx(0.0, abs=0.01)
    assert (nearness(0.0), nearness(math.inf)) == (2.0, 0.0)
    assert told_near(299.6) == ("300 km from another place of the article",)
    assert told_near(300.0) == ()


def test_a_division_yields_to_its_town_unless_it_is_asked_for() -> None:
    found = [Candidate(place, "Idlib", NameKind.NAME) for place in (IDLIB, PROVINCE)]
    contenders, setting = weighed(found, lambda _: False), _setting()
    province = contenders.items[1]
    assert seat(province, setting.asked(contenders, (), None)) == -1.5
    assert seat(province, setting.asked(contenders, (), Kind.ADMIN1)) == 0.0
    assert cued(province, setting.asked(contenders, (), Kind.ADMIN1)) == (3.0, ("the words around it name a admin1",))


def test_what_follows_the_name() -> None:
    contenders, setting = weighed([Candidate(IDLIB, "Idlib", NameKind.NAME)], lambda _: False), _setting()
    inside = setting.asked(contenders, (("Syria", (SYRIA,)),), None)
    assert within(contenders.items[0], inside) == (6.0, ("lies in Syria, which follows the name",))
