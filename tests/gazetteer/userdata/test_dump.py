from __future__ import annotations

import pytest

from gazetteer.model import NameKind
from gazetteer.userdata.dump import Dump
from gazetteer.userdata.known import Known
from gazetteer.userdata.records import BadLine, Entry, Left, Located
from tests.support.geonames import dump_line


def entry(known: Known, line: str, *, all_features: bool = False) -> Entry | Left:
    return Dump(known, all_features=all_features).entry(1, line.rstrip("\n").split("\t"))


def test_a_village(known: Known) -> None:
    line = dump_line(9_000_001, "Syn’kivka", alternates="SNKV,Синьковка,Sinkovka,https://example.org/x", people=120)
    assert entry(known, line) == Entry(
        9_000_001,
        # The division's row is that of the built-in Kharkiv Oblast; the mark of transliteration goes.
        Located("Synkivka", "city", "UKR", 706482, None, 49.76, 37.7, 3.0, 120),
        (
            ("Synkivka", NameKind.NAME),
            ("Syn’kivka", NameKind.ALTERNATE),
            ("Syn’kivka", NameKind.ALTERNATE),
            ("Синьковка", NameKind.ALTERNATE),
            ("Sinkovka", NameKind.ALTERNATE),
        ),
    )


def test_what_is_left_out(known: Known) -> None:
    school = dump_line(9_000_002, "School No. 7", sort="S.SCH")
    assert entry(known, school) is Left.KIND
    kept = entry(known, school, all_features=True)
    assert isinstance(kept, Entry)
    assert kept.place is not None
    assert kept.place.kind == "landform"
    assert entry(known, dump_line(690791, "Ukraine", sort="A.PCLI")) is Left.COUNTRY
    assert entry(known, dump_line(6255148, "Europe", sort="L.CONT", alpha2="")) is Left.COUNTRY


def test_countries_that_the_gazetteer_lacks_and_states_of_the_past(known: Known) -> None:
    guiana = entry(known, dump_line(3381670, "French Guiana", sort="A.PCLD", alpha2="GF", admin1="00"))
    soviet = entry(known, dump_line(8354411, "Soviet Union", sort="A.PCLH", alpha2="", admin1=""))
    assert isinstance(guiana, Entry)
    assert isinstance(soviet, Entry)
    assert guiana.place == Located("French Guiana", "country", "GUF", None, None, 49.76, 37.7, 300.0, 0)
    assert soviet.place == Located("Soviet Union", "region", None, None, None, 49.76, 37.7, 300.0, 0)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (dump_line("x1", "A"), "the GeoNames id 'x1' is no whole number"),
        (dump_line(0, "A"), "the GeoNames id '0' is out of range"),
        (dump_line(2_000_000_001, "A"), "the GeoNames id '2000000001' is out of range"),
        (dump_line(1, " "), "the name is empty"),
        (dump_line(1, "A" * 401), "the name is longer than 400 characters"),
        (dump_line(1, "A", lat=91), "the latitude '91' is out of range (-90 to 90)"),
        (dump_line(1, "A", lon=-180.5), "the longitude '-180.5' is out of range (-180 to 180)"),
        (dump_line(1, "A", lat="49,76"), "the latitude '49,76' is no number"),
        (dump_line(1, "A", lat="nan"), "the latitude 'nan' is no number"),
        (dump_line(1, "A", lon=""), "the longitude '' is no number"),
        (dump_line(1, "A", people="-5"), "the population '-5' is no whole number"),
        (dump_line(1, "A", day="2019-10"), "the last column '2019-10' is no date; the line is cut short"),
    ],
)
def test_broken_lines(known: Known, line: str, why: str) -> None:
    with pytest.raises(BadLine) as caught:
        entry(known, line)
    assert str(caught.value) == why
