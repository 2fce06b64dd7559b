"""Deployments: from a sentence to an entry with every field, and what makes none."""

from __future__ import annotations

import pytest

from geomap.model import Category, Qualifier
from tests.support.reading import Reader, code, size, where


def test_every_field(read: Reader) -> None:
    text = "John Kirby said on Thursday that the U.S. would send up to 300 soldiers from Germany to Estonia."
    report = read(text, "2022-02-04")
    (entry,) = report.deployments
    assert entry.actor is not None
    assert entry.quantity is not None
    assert entry.source is not None
    assert (entry.id, entry.actor.name, entry.actor.code) == ("d1", "United States", "USA")
    assert (entry.force.text, entry.force.category, entry.force.echelon) == ("soldiers", Category.PERSONNEL, None)
    assert (entry.quantity.text, entry.quantity.min, entry.quantity.max) == ("up to 300", None, 300)
    assert entry.quantity.qualifier is Qualifier.AT_MOST
    assert where(report, entry) == (["Germany"], ["Estonia"])
    assert (entry.action.value, entry.status.value, entry.hedged) == ("deploy", "planned", False)
    assert (entry.source.name, entry.recipient, entry.part_of) == ("John Kirby", None, None)
    assert [text[slice(*span)] for span in entry.evidence] == [text]
    assert "owner-subject" in entry.rules


@pytest.mark.parametrize(
    ("text", "action", "origin", "location"),
    [
        ("France sent 300 soldiers to Chad.", "deploy", [], ["Chad"]),
        ("France has 300 soldiers in Chad.", "station", [], ["Chad"]),
        ("Russia massed 40 tanks near Gomel.", "mass", [], ["near Gomel"]),
        ("France withdrew 300 soldiers from Chad.", "withdraw", ["Chad"], []),
        ("Some 300 soldiers are exercising in Norway.", "exercise", [], ["Norway"]),
        ("France reinforced Chad with 300 soldiers.", "reinforce", [], ["Chad"]),
        ("Some 300 French soldiers are on standby in Toulouse.", "standby", [], ["Toulouse"]),
        ("The carrier Independence leaves Darwin for Luzon.", "deploy", ["Darwin"], ["Luzon"]),
        ("The 300 soldiers never left Kabul.", "station", [], ["Kabul"]),
    ],
)
def test_what_is_done(read: Reader, text: str, action: str, origin: list[str], location: list[str]) -> None:
    report = read(text)
    (entry,) = report.deployments
    assert (entry.action.value, where(report, entry)) == (action, (origin, location))


@pytest.mark.parametrize(
    ("text", "owner", "recipient", "number"),
    [
        ("Germany sold 18 tanks to Ukraine.", "DEU", "UKR", (18, 18)),
        ("Norway will supply up to eight tanks to Ukraine.", "NOR", "UKR", (None, 8)),
        ("Iran supplied missiles to Hezbollah.", "IRN", "hezbollah", None),
    ],
)
def test_transfers_have_a_recipient_and_no_place(
    read: Reader, text: str, owner: str, recipient: str, number: tuple[float | None, float | None] | None
) -> None:
    report = read(text)
    (entry,) = report.deployments
    assert entry.recipient is not None
    assert (code(entry), entry.action.value, entry.recipient.code, size(entry)) == (
        owner,
        "transfer",
        recipient,
        number,
    )
    assert where(report, entry) == ([], [])


@pytest.mark.parametrize(
    "text",
    [
        "Troops are troops.",
        "France has 300 soldiers.",  # nowhere
        "The 200,000-strong army is proud.",  # a whole army
        "Some 20 soldiers were killed in Gao.",
        "The minister visited Chad on Monday.",
        "Parliament in Paris gave the army 300 million euros.",
        "It was the biggest drill in Poland since the Cold War.",
        "Two divisions of the bank opened in Paris.",  # nothing military in the text
        "The striker joined Arsenal in London for 12 million.",
        "The 82nd anniversary was marked in Paris.",
    ],
)
def test_no_deployment(read: Reader, text: str) -> None:
    assert read(text).deployments == ()


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("France sent 300 soldiers to Chad on Thursday.", ("Thursday", "2022-02-03", "2022-02-03")),
        ("France sent 300 soldiers to Chad.", None),
    ],
)
def test_when(read: Reader, text: str, time: tuple[str, str, str] | None) -> None:
    (entry,) = read(text, "2022-02-04").deployments
    assert (entry.time and (entry.time.text, entry.time.start, entry.time.end)) == time


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("France sent 300 soldiers to Chad.", 0.95),
        ("France sent 300 soldiers to Chad. Another 200 arrived on Monday.", 0.65),
    ],
)
def test_rules_of_last_resort_cost_confidence(read: Reader, text: str, confidence: float) -> None:
    assert read(text).deployments[-1].confidence == confidence


def test_one_number_shared_by_three_countries_is_one_entry(read: Reader) -> None:
    report = read("The U.S. will send nearly 3,000 soldiers to Poland, Germany and Romania.")
    (entry,) = report.deployments
    assert (size(entry), where(report, entry)) == ((3000, 3000), ([], ["Poland", "Germany", "Romania"]))
