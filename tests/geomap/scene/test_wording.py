"""Numbers, states and dates in the words of the map."""

from __future__ import annotations

import pytest

from geomap.model import Action, Casualties, Harm, Qualifier, Quantity, Status, Time
from geomap.scene import wording
from tests.support.drawing import number

EXACT, ABOUT, LEAST, MOST = Qualifier.EXACT, Qualifier.APPROXIMATE, Qualifier.AT_LEAST, Qualifier.AT_MOST


@pytest.mark.parametrize(
    ("quantity", "shown", "read"),
    [
        (None, "", "no number told"),
        (number(30000, 30000), "30,000", "30,000"),
        (number(2000, 2000, ABOUT), "≈2,000", "about 2,000"),
        (number(1240, None, LEAST), "≥1,240", "at least 1,240"),
        (number(None, 8500, MOST), "≤8,500", "at most 8,500"),
        (number(500, 1000, Qualifier.RANGE), "500–1,000", "500 to 1,000"),
        (number(24, 99, ABOUT, "dozens"), "dozens", "about 24 to 99"),
        (number(300, 900, ABOUT, "300 to 900"), "≈300–900", "about 300 to 900"),
        (number(2.5, 2.5), "2.5", "2.5"),
        (number(1, 1), "1", "1"),
    ],
)
def test_numbers(quantity: Quantity | None, shown: str, read: str) -> None:
    assert wording.number(quantity) == shown
    assert wording.reading(quantity) == read


@pytest.mark.parametrize(
    ("quantity", "value"),
    [(None, None), (number(4, 4), 4), (number(10, 20), 15), (number(7, None, LEAST), 7), (number(None, 9, MOST), 9)],
)
def test_magnitude_is_the_middle_or_the_bound_that_is_told(quantity: Quantity | None, value: float | None) -> None:
    assert wording.magnitude(quantity) == value


@pytest.mark.parametrize(
    ("status", "action", "words"),
    [
        (Status.ACTUAL, Action.DEPLOY, ""),
        (Status.PLANNED, Action.DEPLOY, "planned"),
        (Status.POSSIBLE, Action.TRANSFER, "possible supply"),
        (Status.ACTUAL, Action.WITHDRAW, "withdrawal"),
        (Status.POSSIBLE, Action.STANDBY, "on standby"),
        (Status.DENIED, None, "denied"),
    ],
)
def test_tags(status: Status, action: Action | None, words: str) -> None:
    assert wording.tag(status, action) == words


def test_plain_takes_out_what_would_break_or_turn_a_label() -> None:
    assert wording.plain("a\n\tb\u2028c") == "a b c"
    assert wording.plain("\u202egnp.exe\u202c\u2066x\u2069") == "gnp.exex"
    assert wording.plain("قوات روسية") == "قوات روسية"


def test_shorten_cuts_at_a_word_and_long_words_anywhere() -> None:
    assert wording.shorten("combat troops", 13) == "combat troops"
    assert wording.shorten("nuclear-capable Iskander missiles", 26) == "nuclear-capable Iskander…"
    assert wording.shorten("A" * 50, 10) == "A" * 9 + "…"


def test_wrap_fills_lines_and_ends_in_an_ellipsis() -> None:
    assert wording.wrap("nuclear-capable Iskander missiles", 25, 2) == ("nuclear-capable Iskander", "missiles")
    assert wording.wrap("one two three four five six", 9, 2) == ("one two", "three…")


def test_time_says_when_no_date_could_be_worked_out() -> None:
    assert wording.time(Time(text="overnight", start=None, end=None)) == "“overnight” (no date worked out)"
    assert wording.time(Time(text="Thursday", start="2022-02-03", end="2022-02-03")) == "“Thursday”: 3 February 2022"
    assert wording.time(Time(text="last week", start="2022-01-24", end="2022-01-30")) == (
        "“last week”: 24 January 2022 to 30 January 2022"
    )
    assert wording.date("soon") == "soon"


def test_casualties() -> None:
    harm = (
        Casualties(kind=Harm.KILLED, who="civilians", quantity=number(12, 12)),
        Casualties(kind=Harm.WOUNDED, who=None, quantity=None),
    )
    assert wording.casualties(harm) == "12 killed (civilians); an untold number wounded"
