from __future__ import annotations

import pytest

from gazetteer.model import Kind
from gazetteer.userdata.features import feature, radius_km


@pytest.mark.parametrize(
    ("codes", "kind"),
    [
        ("P.PPL P.PPLA P.PPLC P.PPLQ P.PPLW P.STLMT S.CMPRF", Kind.CITY),
        ("P.PPLX", Kind.QUARTER),
        ("A.ADM1 A.ADM1H", Kind.ADMIN1),
        ("A.ADM2 A.ADM3 A.ADM4 A.ADMD", Kind.ADMIN2),
        ("A.PCLI A.PCLD", Kind.COUNTRY),
        # GeoNames' own codes of what armed forces use: bases are areas (L), air bases and barracks spots (S).
        ("L.MILB L.NVB L.MVA L.RNGA S.AIRB S.INSM S.BRKS S.FT A.LTER", Kind.BASE),
        ("S.AIRP S.AIRF S.AIRQ", Kind.AIRFIELD),
        ("T.ISL T.ISLS T.ISLET T.ATOL", Kind.ISLAND),
        ("H.SEA H.GULF H.STRT H.BAY H.STM H.LK H.RSV H.WAD H.RF U.BNKU", Kind.WATER),
        ("T.MT T.PK T.PASS T.VAL T.CAPE T.HLL H.GLCR V.FRST S.DAM", Kind.LANDFORM),
        ("L.RGN L.AREA L.LCTY A.ZNB A.TERR", Kind.REGION),
        ("S.BDG R.TNL S.PSTB", Kind.CROSSING),
    ],
)
def test_codes_become_kinds(codes: str, kind: Kind) -> None:
    found = {code: feature(*code.split(".")) for code in codes.split()}
    assert {code: one and one.kind for code, one in found.items()} == dict.fromkeys(found, kind)


@pytest.mark.parametrize("code", ["S.SCH", "S.HTL", "S.CH", "S.AIRH", "R.RD", "L.CONT", "L.AMUS", ".", "Q.PPL"])
def test_buildings_roads_and_the_unknown_are_left_out(code: str) -> None:
    assert feature(*code.split(".")) is None


@pytest.mark.parametrize(
    ("code", "people", "radius"),
    [("P.PPL", 0, 3.0), ("P.PPLC", 2_952_301, 19.0), ("S.AIRF", 0, 3.0), ("H.SEA", 0, 400.0), ("T.HLL", 0, 5.0)],
)
def test_how_far_the_truth_may_lie(code: str, people: int, radius: float) -> None:
    found = feature(*code.split("."))
    assert found is not None
    assert radius_km(found, people) == radius
