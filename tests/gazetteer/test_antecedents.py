from __future__ import annotations

import re

import pytest

from gazetteer.antecedents import REACH, Antecedents
from gazetteer.model import Kind
from gazetteer.name_spans import NameSpan

COUNTRY = frozenset({Kind.COUNTRY})
CITY = frozenset({Kind.CITY})
NEIGHBOURS = {frozenset({"RUS", "UKR"}), frozenset({"BLR", "RUS"}), frozenset({"BLR", "UKR"})}


def told(text: str, *names: tuple[str, str | None, bool]) -> Antecedents:
    """Mark names (word, code, whether of a people) in reading order; without a code they are towns."""
    spans, start = [], 0
    for word, code, people in names:
        start = text.index(word, start)
        kinds = COUNTRY if code else CITY
        spans.append(NameSpan(start, start + len(word), word, people, code, kinds))
        start += len(word)
    return Antecedents(text, spans, lambda _: False, lambda one, other: frozenset({one, other}) in NEIGHBOURS)


def test_the_country_named_last() -> None:
    text = "Russia and Ukraine talked in the country"
    found = told(text, ("Russia", "RUS", False), ("Ukraine", "UKR", False)).antecedent(len(text), COUNTRY)
    assert found is not None
    assert found.name == "Ukraine"


def test_only_what_stands_before_counts() -> None:
    reading = told("In the country, Russia said", ("Russia", "RUS", False))
    assert reading.antecedent(3, COUNTRY) is None
    assert reading.pair(3) == ()


def test_a_pair_are_the_two_last_that_are_neighbours() -> None:
    text = "Ukraine told Turkey that Russia was at the border"
    reading = told(text, ("Ukraine", "UKR", False), ("Turkey", "TUR", False), ("Russia", "RUS", False))
    assert [name.name for name in reading.pair(len(text))] == ["Russia", "Ukraine"]


def test_without_a_neighbour_it_is_the_last_alone() -> None:
    text = "Ukraine told Turkey at the border"
    reading = told(text, ("Ukraine", "UKR", False), ("Turkey", "TUR", False))
    assert [name.name for name in reading.pair(len(text))] == ["Turkey"]


def test_the_neighbour_of_a_country_named_behind() -> None:
    text = "Ukraine told Turkey of the border with Belarus"
    reading = told(text, ("Ukraine", "UKR", False), ("Turkey", "TUR", False), ("Belarus", "BLR", False))
    found = reading.neighbour(text.index("the border"), reading.names[-1])
    assert found is not None
    assert found.name == "Ukraine"


def test_two_towns_leave_the_city_open() -> None:
    text = "Goma and Sake fell, and the city"
    assert told(text, ("Goma", None, False), ("Sake", None, False)).antecedent(len(text), CITY) is None
    one = told(text, ("Goma", None, False)).antecedent(len(text), CITY)
    assert one is not None
    assert one.name == "Goma"


def test_reach_ends_after_some_lines_and_characters() -> None:
    near = "Mali.\n\nOne.\n\nThe country"
    far = "Mali.\nOne.\nTwo.\nThe country"
    long = "Mali " + "x" * REACH + " the country"
    assert told(near, ("Mali", "MLI", False)).antecedent(len(near), COUNTRY) is not None
    assert told(far, ("Mali", "MLI", False)).antecedent(len(far), COUNTRY) is None
    assert told(long, ("Mali", "MLI", False)).antecedent(len(long), COUNTRY) is None


HORN = {frozenset({"ETH", "KEN"}), frozenset({"KEN", "SOM"}), frozenset({"ETH", "SOM"})}
NAMES = {"SOM": "Somalia", "UKR": "Ukraine"}


def horn(text: str) -> Antecedents:
    """Mark what the sentences of these tests name: Kenya and Ethiopia, their people, and a town of Somalia."""
    known = {"Kenya": ("KEN", None), "Kenyan": ("KEN", None), "Ethiopian": ("ETH", None), "Gedo": (None, "SOM")}
    spans = [
        NameSpan(match.start(), match.end(), match[0], match[0].endswith("n"), code, COUNTRY if code else CITY, land)
        for match in re.finditer(r"\w+", text)
        for code, land in [known.get(match[0], (None, None))]
        if code or land
    ]
    return Antecedents(text, spans, lambda _: False, lambda a, b: frozenset({a, b}) in HORN, NAMES.__getitem__)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Ethiopian troops left Gedo. Kenya sent men to the border", ["Kenya", "Somalia"]),
        ("In Gedo, Ethiopian troops fell back. Kenya sent men to the border", ["Kenya", "Somalia"]),
        ("Gedo was calm. Ethiopian troops fell back. Kenya sent men to the border", ["Kenya", "Ethiopian"]),
        ("Gedo was calm at the border", ["Somalia"]),
        ("Shells fell in Gedo, which Kenyan troops left for the border", ["Kenyan", "Somalia"]),
    ],
)
def test_a_town_speaks_for_the_country_that_it_lies_in(text: str, pair: list[str]) -> None:
    assert [name.name for name in horn(text).pair(len(text))] == pair


def test_the_neighbour_on_the_other_side_may_be_told_by_a_town() -> None:
    text = "Ethiopian troops left Gedo for the Kenyan side of the border"
    reading = horn(text)
    found = reading.neighbour(text.index("the Kenyan"), reading.names[-1])
    assert found is not None
    assert (found.name, found.country, text[found.start : found.end]) == ("Somalia", "SOM", "Gedo")


def test_whose_border_is_told_is_the_country_before_the_town() -> None:
    text = "Ukraine told Warsaw of its border with Belarus"
    polish = frozenset({"POL", "BLR"})
    spans = [
        NameSpan(0, 7, "Ukraine", False, "UKR", COUNTRY),
        NameSpan(13, 19, "Warsaw", False, None, CITY, "POL"),
        NameSpan(39, 46, "Belarus", False, "BLR", COUNTRY),
    ]
    reading = Antecedents(text, spans, lambda _: False, lambda a, b: frozenset({a, b}) in NEIGHBOURS | {polish})
    found = reading.owner(text.index("its"), spans[-1])
    assert found is not None
    assert found.name == "Ukraine"


def test_out_of_reach_it_is_the_country_that_the_text_is_about() -> None:
    far = " " + "x" * REACH + " its border with Belarus"
    twice = told("Ukraine Ukraine Russia" + far, ("Ukraine", "UKR", False), ("Ukraine", "UKR", False),
                 ("Russia", "RUS", False), ("Belarus", "BLR", False))  # fmt: skip
    once = told("Ukraine Russia" + far, ("Ukraine", "UKR", False), ("Russia", "RUS", False), ("Belarus", "BLR", False))
    found = twice.owner(twice.names[-1].start - 17, twice.names[-1])
    assert found is not None
    assert found.name == "Ukraine"
    assert once.owner(once.names[-1].start - 17, once.names[-1]) is None
