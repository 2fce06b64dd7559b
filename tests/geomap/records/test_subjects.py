"""Articles on sport, trade, votes, trials and museums have no deployments, whatever words of war they borrow."""

from __future__ import annotations

import pytest

from tests.support.reading import Reader, size


@pytest.mark.parametrize(
    "text",
    [
        "The league match in Leeds was a siege. The striker fired a missile past the keeper from a penalty, two "
        "destroyers stood in midfield, and a battalion of 4,000 from Hull marched to the stadium.",
        "The retailer stationed 600 vans in Leeds for its customers. Prices fell, traders said, and two squadrons of "
        "couriers with parcels will be sent to Hull to win shares from rivals.",
        "The candidate sent 600 foot soldiers to Leeds before polling. Turnout rose, the constituency had 900 votes "
        "more, and ballots were guarded by two battalions of canvassers in Hull.",
        "The judge jailed the defendant in Leeds. The court heard from the prosecutor that three tanks were in Hull, "
        "and the jury convicted him on nine counts.",
    ],
)
def test_borrowed_words_of_war(read: Reader, text: str) -> None:
    assert read(text).deployments == ()


def test_a_force_told_in_full_stands_even_there(read: Reader) -> None:
    text = (
        "The judge jailed the defendant in Leeds. The court heard from the prosecutor, and the jury convicted him on "
        "nine counts. Britain has 900 soldiers in Estonia."
    )
    assert [size(entry) for entry in read(text).deployments] == [(900, 900)]


def test_an_article_on_forces_may_speak_of_votes_and_prices(read: Reader) -> None:
    text = (
        "Before the election Mali sent 600 soldiers to Gao, 200 to Kidal and 40 tanks to Menaka. A court will "
        "judge the candidate; voters complain of prices. Two battalions hold Timbuktu, three companies guard Mopti, "
        "50 commandos landed at Segou, 12 howitzers stand at Sikasso, four helicopters fly from Bamako and 300 "
        "gendarmes patrol Kayes with six armoured cars."
    )
    assert len(read(text).deployments) >= 6
