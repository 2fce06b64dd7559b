"""Whether it is so: actual, planned, possible, denied or past, and whether the text keeps its distance."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from geomap.records.status.finding import Verdict, judge, judge_words
from tests.support.judging import judged
from tests.support.reading import Reader, token

STATUS = Path(__file__).parents[2] / "corpus" / "status.yml"
WORDS = STATUS.with_name("status_words.yml")


def verdict(read: Reader, text: str, published: str | None = None) -> Verdict:
    """Judge the first force of a text."""
    found, links = read.links(text, published)
    return judge(found, links[0])


@pytest.mark.parametrize(
    "text",
    [
        "France sent 300 soldiers to Chad.",
        "France has 300 soldiers in Chad.",
        "Some 300 soldiers are on their way to Chad.",
        "France confirmed that 300 soldiers had arrived in Chad.",
        "No fewer than 300 soldiers arrived in Chad.",
    ],
)
def test_what_is_told_plainly_is_actual(read: Reader, text: str) -> None:
    assert (verdict(read, text).status.value, verdict(read, text).hedged) == ("actual", False)


@pytest.mark.parametrize(
    "text",
    [
        "France will send 300 soldiers to Chad.",
        "France is to send 300 soldiers to Chad.",
        "France plans to send 300 soldiers to Chad.",
        "France promised to send 300 soldiers to Chad.",
        "France ordered 300 soldiers to Chad.",
        "Some 300 soldiers are expected in Chad.",
        "France said that it would send 300 soldiers to Chad.",
        "France is about to send 300 soldiers to Chad.",
        "France approved the deployment of 300 soldiers to Chad.",
    ],
)
def test_what_is_to_come_is_planned(read: Reader, text: str) -> None:
    assert verdict(read, text).status.value == "planned"


@pytest.mark.parametrize(
    "text",
    [
        "France may send 300 soldiers to Chad.",
        "France could send 300 soldiers to Chad.",
        "France is considering sending 300 soldiers to Chad.",
        "Some 300 soldiers are on standby in Toulouse.",
        "France is in talks to supply 30 howitzers to Ukraine.",
    ],
)
def test_what_is_open_is_possible(read: Reader, text: str) -> None:
    assert verdict(read, text).status.value == "possible"


@pytest.mark.parametrize(
    "text",
    [
        "No soldiers will be sent to Chad.",
        "France will not send soldiers to Chad.",
        "France has not sent soldiers to Chad.",
        "France ruled out sending soldiers to Chad.",
        "France denied that it had sent 300 soldiers to Chad.",
        "France denied sending 300 soldiers to Chad.",
        "France refused to send soldiers to Chad.",
        "Not one soldier was sent to Chad.",
        "There are no French soldiers in Chad.",
    ],
)
def test_what_is_ruled_out_is_denied(read: Reader, text: str) -> None:
    assert verdict(read, text).status.value == "denied"


@pytest.mark.parametrize(
    ("text", "published", "status"),
    [
        ("In 2013 France sent 4,000 soldiers to Mali.", "2022-02-04", "past"),
        ("In 2013 France sent 4,000 soldiers to Mali.", "2013-02-04", "actual"),
        ("In 2013 France sent 4,000 soldiers to Mali.", None, "actual"),
        ("France has had 4,000 soldiers in Mali since 2013.", "2022-02-04", "actual"),
    ],
)
def test_an_earlier_year_is_past(read: Reader, text: str, published: str | None, status: str) -> None:
    assert verdict(read, text, published).status.value == status


@pytest.mark.parametrize(
    "text",
    [
        "France has reportedly sent 300 soldiers to Chad.",
        "France has allegedly sent 300 soldiers to Chad.",
        "France is believed to have sent 300 soldiers to Chad.",
        "Rebels claimed that 300 soldiers had fled to Chad.",
    ],
)
def test_the_distance_that_a_text_keeps(read: Reader, text: str) -> None:
    assert verdict(read, text).hedged is True


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("France will send 300 soldiers to Chad.", ("status-modal-will",)),
        ("No soldiers will be sent to Chad.", ("status-no-force",)),
        ("France has 300 soldiers in Chad.", ()),
    ],
)
def test_the_rules_are_named(read: Reader, text: str, rules: tuple[str, ...]) -> None:
    assert verdict(read, text).rules == rules


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Rebels attacked Goma.", "attacked", "actual"),
        ("Rebels will attack Goma.", "attack", "planned"),
        ("Rebels did not attack Goma.", "attack", "denied"),
        ("Rebels may attack Goma.", "attack", "possible"),
    ],
)
def test_words_of_an_event_are_judged_alike(read: Reader, text: str, word: str, status: str) -> None:
    found = read.mentions(text)
    assert judge_words(found, token(found.doc, word)).status.value == status


@pytest.mark.parametrize(
    ("slot", "held", "floor"),
    [
        ("status", False, 148),
        ("hedged", False, 150),
        ("source", False, 137),
        ("status", True, 35),
        ("hedged", True, 39),
        ("source", True, 36),
    ],
)
def test_the_corpus(read: Reader, slot: str, held: bool, floor: int) -> None:
    """152 sentences, and 39 that the rules were not made on. A floor is what was right when last set; it only rises."""
    rows = [row for row in yaml.safe_load(STATUS.read_text(encoding="utf-8")) if row.get("held", False) is held]
    assert len(rows) == (39 if held else 152)
    wrong = []
    for row in rows:
        found = judged(read, row).get(slot, "no such force")
        if found != row[slot]:
            wrong.append(f"{row['text']} ({row['force']}): {row[slot]!r}, not {found!r}")
    print("\n".join(wrong))
    assert len(rows) - len(wrong) >= floor


@pytest.mark.parametrize("row", [pytest.param(row, id=row["text"]) for row in yaml.safe_load(WORDS.read_text("utf-8"))])
def test_each_word_of_the_lexicon(read: Reader, row: dict[str, Any]) -> None:
    assert judged(read, row) == {slot: row[slot] for slot in ("status", "hedged", "source")}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Under the accord, 300 Indian soldiers would be based in the Maldives until 2026.", "planned"),
        ("By 2027, 550 soldiers would move from Hokkaido to Amami.", "planned"),
        ("If the talks fail, 300 French soldiers would be sent to Bangui.", "possible"),
        ("The proposal would send 2,000 soldiers to Haiti.", "possible"),
        ("Under one option, 20 launchers would be put on Guam.", "possible"),
        ("Of the 9,000 Marines who were to leave Okinawa, half have gone.", "planned"),
        ("Ottawa is sending 200 soldiers to Latvia.", "planned"),
        ("The Pentagon is giving Ukraine 31 tanks.", "planned"),
        ("Ottawa is already sending 200 soldiers to Latvia.", "actual"),
        ("Russian tanks are moving into Belgorod.", "actual"),
        ("Transports are flying soldiers to Almaty.", "actual"),
    ],
)
def test_would_and_what_is_under_decision(read: Reader, text: str, status: str) -> None:
    assert verdict(read, text).status.value == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The last 60 German soldiers left Gao on Friday, ending a deployment that began in 2016.", "actual"),
        ("The last 2,500 American soldiers left Afghanistan in August 2021.", "actual"),
        ("Jimmy Carter withdrew 3,400 soldiers from South Korea before Congress stopped him in 1979.", "past"),
        ("Under the truce by which they ended the war in November 2020, Russia sent 1,960 soldiers to Shusha.", "past"),
        ("Australia sent 200 soldiers to Honiara on Monday, four years after the riots of 2021.", "actual"),
        ("A panel reported in July that 3,000 Rwandan soldiers were in Masisi.", "actual"),
        ("It is the biggest outing since 2021, when HMS Queen Elizabeth got as far as Guam.", "past"),
        ("About 500 soldiers are in Manila, the rest of a force that at its height, in 2002, had 600.", "actual"),
        ("Niger keeps 3,000 soldiers at Diffa, the target on 6 February of an assault.", "actual"),
        ("Three carriers had exercised together in the Sea of Japan in November.", "past"),
        ("Since November two brigades have exercised along the border.", "actual"),
        ("In July 3,000 Rwandan soldiers were in Masisi, a panel reported.", "past"),
    ],
)
def test_the_time_that_dates_a_statement(read: Reader, text: str, status: str) -> None:
    assert verdict(read, text, "2025-01-28").status.value == status


def test_a_time_dates_the_verb_beside_it(read: Reader) -> None:
    found, links = read.links("The US had 2,500 soldiers in Iraq a year ago and now has 1,800.", "2025-01-28")
    assert [judge(found, link).status.value for link in links] == ["past", "actual"]


@pytest.mark.parametrize(
    "text",
    [
        "None of this concerns the 2,000 American soldiers in Niger.",
        "Not a few of the 500 Chadian soldiers in Gao are engineers.",
        "Relief? None. A battalion left Meiktila for Lashio and has not moved since.",
    ],
)
def test_what_counts_nobody_out(read: Reader, text: str) -> None:
    assert verdict(read, text).status.value == "actual"
