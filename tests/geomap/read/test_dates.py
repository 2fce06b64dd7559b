"""Dates of publication: taken where they stand as such and have their year, not elsewhere."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from geomap.read.dates import date_in_text, day_of, plausible, told_days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("KYIV, Feb. 24, 2022 (Reuters) - Russia has attacked.", "2022-02-24"),
        ("KYIV, Ukraine, February 24, 2022 — Russia has attacked.", "2022-02-24"),
        ("MONS, Belgium (Sept. 1, 2014) — Allies will meet.", "2014-09-01"),
        ("GENEVA (12 March 2024) – The experts said", "2024-03-12"),
        ("N'DJAMENA, 5 October 1987 /Xinhua/ -- Chad said", "1987-10-05"),
        ("WASHINGTON, 5 NOVEMBER 1990 -- THE US IS TO SEND", "1990-11-05"),
        ("Moscow, 12 March 2024 (TASS) - The ministry said", "2024-03-12"),
        ("Berlin, Aug. 14, 1961 (AP)—The border was closed.", "1961-08-14"),
        ("Convoy leaves Gao\n\nPublished: 12 March 2024 10:15 GMT\n\nA convoy left.", "2024-03-12"),
        ("Posted on March 12, 2024 at 5:30 p.m.\nA convoy left.", "2024-03-12"),
        ("Convoy leaves Gao\nTuesday, 12th of March 2024\nA convoy left.", "2024-03-12"),
        ("By Jane Doe | March 12, 2024, 10:15 am", "2024-03-12"),
        ("2024-03-12\nA convoy left.", "2024-03-12"),
        # No date of publication.
        ("Updated: 12 March 2024\nA convoy left.", None),
        ("On Monday, March 4, 2022 – the day of the vote – troops left.", None),
        ("NATO said on 12 March 2024: we are ready.", None),
        ("Since Feb. 24, 2022 (the invasion) - the border is closed.", None),
        ("In Kyiv on Feb. 24, 2022, explosions were heard.", None),
        ("RUSSIA invaded on Feb. 24, 2022 - the war goes on.", None),
        # None that is certain.
        ("KYIV, Feb. 24 (Reuters) - Russia has attacked.", None),
        ("03/12/2024\nA convoy left.", None),
        ("March 2024\nA convoy left.", None),
        # None at all.
        ("February 30, 2024\nA convoy left.", None),
        ("March 12, 2999\nA convoy left.", None),
        ("March 12, 0024\nA convoy left.", None),
        ("", None),
        ("A convoy left.\n" * 8 + "March 12, 2024", None),
    ],
)
def test_first_lines_tell_the_date_of_publication(text: str, day: str | None) -> None:
    assert date_in_text(text) == day


def test_a_line_without_end_takes_no_time() -> None:
    assert date_in_text("KYIV, " + "Ukraine, " * 100_000 + "Feb. 24, 2022 (Reuters) -") is None


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("2024-03-12", "2024-03-12"),
        ("2024-03-12T23:59:00+02:00", "2024-03-12"),
        ("Tue, 12 Mar 2024 10:00:00 GMT", "2024-03-12"),
        (date(2024, 3, 12), "2024-03-12"),
        (datetime(2024, 3, 12, 10), "2024-03-12"),
        ("yesterday", None),
        ("0000-00-00", None),
        ("1601-01-01", None),
        ("", None),
        (None, None),
    ],
)
def test_what_a_file_states_is_a_day(stated: str | date | None, day: str | None) -> None:
    assert day_of(stated) == day


def test_the_future_is_no_date_of_publication() -> None:
    today = datetime.now().date()
    assert plausible(today)
    assert not plausible(today + timedelta(days=3))


def test_days_are_found_with_or_without_a_year() -> None:
    assert told_days("On 3 May and June 4th, 2024, not in July.") == {(5, 3), (6, 4)}
