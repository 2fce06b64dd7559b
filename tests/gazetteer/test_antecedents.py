from __future__ import annotations

from gazetteer.antecedents import REACH, Antecedents
from gazetteer.lexer import NameSpan
from gazetteer.model import Kind

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
