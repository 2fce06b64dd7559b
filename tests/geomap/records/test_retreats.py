"""Withdrawals that a second statement goes on with."""

from __future__ import annotations

import pytest

from tests.support.reading import Reader, words_of_places


@pytest.mark.parametrize(
    ("text", "origins", "locations"),
    [
        ("Of the 9,000 Marines who were to leave Okinawa, 4,000 would go to Guam.", ["Okinawa"], ["Guam"]),
        (
            "Indonesia had 15,000 soldiers in East Timor. Since then 10,000 have been shipped to Surabaya.",
            ["East Timor"],
            ["Surabaya"],
        ),
        (
            "The last American jets left Keflavik in May. The five rescue helicopters followed to Norfolk.",
            ["Keflavik"],
            ["Norfolk"],
        ),
        (
            "Russia withdrew its garrison from Kherson on Friday. Its tanks have gone to Melitopol.",
            ["Kherson"],
            ["Melitopol"],
        ),
    ],
)
def test_the_same_force_goes_on_leaving(read: Reader, text: str, origins: list[str], locations: list[str]) -> None:
    report = read(text)
    entry = report.deployments[-1]
    assert (entry.action.value, *words_of_places(report, entry)) == ("withdraw", origins, locations)


@pytest.mark.parametrize(
    "text",
    [
        "France is pulling 300 soldiers out of Mali. It is sending 500 to Romania.",
        "Britain keeps 900 soldiers in Tapa. It has moved 300 to Poland.",
        "France withdrew 600 soldiers from Gao. A frigate went to Cyprus.",
    ],
)
def test_another_force_is_deployed(read: Reader, text: str) -> None:
    assert read(text).deployments[-1].action.value == "deploy"
