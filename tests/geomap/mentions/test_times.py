"""Times: the two tables of phrases, what the tense changes, and what a mention tells."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from geomap.mentions.times.grammar import TimeMention, find_times, with_tense
from geomap.model import Time

CORPUS = Path(__file__).parents[2] / "corpus"
PUBLISHED = date(2022, 2, 4)  # a Friday


def rows(name: str) -> list[Any]:
    table: list[Any] = yaml.safe_load((CORPUS / name).read_text(encoding="utf-8"))
    return [pytest.param(row, id=f"{row['text']} ({row['published']})") for row in table if not row.get("held")]


def day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def only(text: str, published: date | None = PUBLISHED) -> TimeMention:
    (mention,) = find_times(text, published)
    return mention


@pytest.mark.parametrize("row", rows("times.yml"))
@pytest.mark.parametrize("tensed", [False, True], ids=["from the words", "with the tense given"])
def test_phrases(row: dict[str, Any], tensed: bool) -> None:
    published = day(row["published"])
    found = find_times(row["text"], published)
    if tensed:
        found = tuple(with_tense(mention, row.get("tense"), published) for mention in found)
    # The table's spans take in a plain "on", "in" or "at"; geomap's leave it out, except where it makes the time.
    spans = [re.sub(r"^(on|in|at) ", "", mention.text, flags=re.IGNORECASE) for mention in found]
    wanted = [re.sub(r"^(on|in|at) ", "", row["span"], flags=re.IGNORECASE)] if row["span"] else []
    assert spans == wanted
    assert [(mention.start, mention.end) for mention in found] == [(row["start"], row["end"])] * len(wanted)


def told(row: dict[str, Any]) -> list[Any]:
    spans: list[Any] | None = row.get("spans")
    if spans is not None:
        return spans
    return [[row["span"], row["start"], row["end"]]] if row["span"] else []


@pytest.mark.parametrize("row", [*rows("times_more.yml"), *rows("times_press.yml"), *rows("times_words.yml")])
def test_more_phrases(row: dict[str, Any]) -> None:
    wanted = told(row)
    found = find_times(row["text"], day(row["published"]))
    assert [[mention.text, mention.start, mention.end] for mention in found] == wanted
    assert [row["text"][slice(*mention.span)] for mention in found] == [mention.text for mention in found]


def test_phrases_held_back() -> None:
    """All 66 when last counted: a floor that only ever rises."""
    table = yaml.safe_load((CORPUS / "times_press.yml").read_text(encoding="utf-8"))
    held = [row for row in table if row.get("held")]
    assert len(held) == 66
    found = {
        row["text"]: [[m.text, m.start, m.end] for m in find_times(row["text"], day(row["published"]))] for row in held
    }
    wrong = [row["text"] for row in held if found[row["text"]] != told(row)]
    print("\n".join(wrong))
    assert len(held) - len(wrong) >= 66


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("Thursday", "2022-02-03", "2022-02-10"),
        ("Friday", "2022-02-04", "2022-02-04"),  # the day of publication in either tense
        ("Feb 20", "2021-02-20", "2022-02-20"),
        ("4 February", "2022-02-04", "2022-02-04"),
        ("29 February", "2020-02-29", "2024-02-29"),
        ("1 January 2019", "2019-01-01", "2019-01-01"),
        ("last Friday", "2022-01-28", "2022-01-28"),
    ],
)
def test_the_tense_decides_which(text: str, past: str, future: str) -> None:
    mention = only(text)
    assert with_tense(mention, "past", PUBLISHED).start == past
    assert with_tense(mention, "future", PUBLISHED).start == future


def test_with_tense_keeps_everything_but_the_dates() -> None:
    mention = only("Troops arrive by Monday.")
    past = with_tense(mention, "past", PUBLISHED)
    assert (mention.end, past.end) == ("2022-02-07", "2022-01-31")
    assert (past.span, past.text, past.rule) == (mention.span, mention.text, mention.rule)


@pytest.mark.parametrize(
    ("text", "rule", "since", "until", "year"),
    [
        ("there since 2013", "time-since-year", True, False, 2013),
        ("there until October 2015", "time-until-month", False, True, 2015),
        ("to go by the end of 2027", "time-by-edge", False, False, 2027),
        ("to start from Feb 20", "time-from-date", False, False, None),
        ("between 2015 and 2017", "time-range", False, False, 2015),
        ("in the 1990s", "time-decade", False, False, 1990),
        ("came overnight", "time-overnight", False, False, None),
        ("over the last days", "time-window", False, False, None),
    ],
)
def test_what_the_words_say(text: str, rule: str, since: bool, until: bool, year: int | None) -> None:
    mention = only(text)
    assert (mention.rule, mention.since, mention.until, mention.past_year) == (rule, since, until, year)


def test_value_is_the_reports_time() -> None:
    assert only("It starts from Feb 20.").value() == Time(
        text="from Feb 20", start="2022-02-20", end=None, span=(10, 21)
    )


def test_without_a_day_of_publication_only_told_years_resolve() -> None:
    found = find_times("On Thursday and last week, as in March 2020 and since 2013.", None)
    assert [(mention.text, mention.start, mention.end) for mention in found] == [
        ("Thursday", None, None),
        ("last week", None, None),
        ("March 2020", "2020-03-01", "2020-03-31"),
        ("since 2013", "2013-01-01", None),
    ]


def test_a_time_does_not_cross_paragraphs() -> None:
    found = find_times("The talks resume on 14 March\n\n2020 was quiet.", PUBLISHED)
    assert [mention.text for mention in found] == ["14 March"]


def test_a_time_crosses_a_wrapped_line() -> None:
    assert only("The exercises are set to commence from Feb\n20 at dawn.").start == "2022-02-20"


@pytest.mark.parametrize("published", [date(1, 1, 1), date(9999, 12, 31)])
def test_dates_beyond_the_calendar_stay_open(published: date) -> None:
    assert [mention.text for mention in find_times("It fell 90 decades ago, or in May.", published)] == [
        "90 decades ago",
        "May",
    ]
    assert only("within 900 decades", date(2022, 2, 4)).end is None


def test_the_beginning_of_history_is_no_time() -> None:
    assert find_times("They settled there 3000 years ago, many years ago.", PUBLISHED) == ()
