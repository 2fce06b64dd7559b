from __future__ import annotations

import pytest

from gazetteer.model import NameKind
from gazetteer.userdata.alternates import Alternates
from gazetteer.userdata.known import Known
from gazetteer.userdata.records import BadLine, Entry, Left
from tests.support.geonames import alternate_line

KYIV = 703448


def entry(known: Known, line: str) -> Entry | Left:
    return Alternates(known).entry(1, line.rstrip("\n").split("\t"))


@pytest.mark.parametrize(
    ("language", "flags", "kind"),
    [
        ("en", "\t\t\t", NameKind.ALTERNATE),
        ("zh-Hant", "1\t\t\t", NameKind.ALTERNATE),
        ("", "\t\t\t", NameKind.ALTERNATE),
        ("uk", "\t\t\t1", NameKind.FORMER),
        ("fr_1793", "\t\t\t", NameKind.FORMER),
        ("abbr", "\t\t\t", NameKind.ABBREVIATION),
    ],
)
def test_names_and_how_they_stand_to_the_place(known: Known, language: str, flags: str, kind: NameKind) -> None:
    line = alternate_line(1, KYIV, "Sambatas", language=language, flags=flags)
    assert entry(known, line) == Entry(KYIV, None, (("Sambatas", kind),))


@pytest.mark.parametrize("language", ["link", "wkdt", "post", "iata", "icao", "faac", "unlc", "tcid"])
def test_links_and_codes_are_no_names(known: Known, language: str) -> None:
    assert entry(known, alternate_line(1, KYIV, "Sambatas", language=language)) is Left.LANGUAGE


def test_three_capitals_are_no_name_but_as_an_abbreviation(known: Known) -> None:
    assert entry(known, alternate_line(1, KYIV, "KBP")) is Left.LANGUAGE
    assert entry(known, alternate_line(1, KYIV, "KV", language="abbr")) == Entry(
        KYIV, None, (("KV", NameKind.ABBREVIATION),)
    )


def test_a_place_that_nobody_knows(known: Known) -> None:
    assert entry(known, alternate_line(1, 999_999_999, "Nowhere")) is Left.PLACE


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (alternate_line("a", KYIV, "A"), "the id of the name 'a' is no whole number"),
        (alternate_line(1, "K", "A"), "the GeoNames id 'K' is no whole number"),
        (alternate_line(1, KYIV, ""), "the name is empty"),
        (alternate_line(1, KYIV, "A", flags="\tx\t\t"), "the flags ['', 'x', '', ''] are not all 1 or empty"),
    ],
)
def test_broken_lines(known: Known, line: str, why: str) -> None:
    with pytest.raises(BadLine) as caught:
        entry(known, line)
    assert str(caught.value) == why
