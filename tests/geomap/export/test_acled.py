"""The shape of ACLED: columns, codes, and that nothing is violence that did not happen."""

from __future__ import annotations

import csv
import io

import pycountry
import pytest

from geomap.export import acled, countries, to_acled
from geomap.model import Actor, Casualties, EventType, Harm, Report, Status, Time
from tests.support import drawing, hard

HEADER = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,"
    "actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,"
    "latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp"
)
RWANDA, CONGO, M23 = Actor(name="Rwanda", code="RWA"), Actor(name="Congo", code="COD"), Actor(name="M23", code="m23")


def rows_of(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_acled(report), newline="")))


def test_the_31_columns_in_their_order() -> None:
    assert to_acled([]) == HEADER + "\r\n"
    assert len(acled.HEADER) == 31


def fight(**fields: object) -> dict[str, str]:
    event = drawing.event("e1", ("p1",), **fields)
    (row,) = rows_of(drawing.report((), (drawing.mention("p1", drawing.GOMA),), (event,), published="2025-01-28"))
    return row


@pytest.mark.parametrize(
    ("kind", "actor", "target", "coded"),
    [
        (EventType.BATTLE, RWANDA, CONGO, ("Battles", "Armed clash")),
        (EventType.STRIKE, RWANDA, None, ("Explosions/Remote violence", "Air/drone strike")),
        (EventType.SHELLING, M23, None, ("Explosions/Remote violence", "Shelling/artillery/missile attack")),
        (EventType.EXPLOSION, None, None, ("Explosions/Remote violence", "Remote explosive/landmine/IED")),
        (EventType.ATTACK, M23, CONGO, ("Battles", "Armed clash")),
        (EventType.ATTACK, M23, Actor(name="displaced civilians", code=None), ("Violence against civilians", "Attack")),
        (EventType.CAPTURE, M23, None, ("Battles", "Non-state actor overtakes territory")),
        (EventType.CAPTURE, RWANDA, None, ("Battles", "Non-state actor overtakes territory")),
        (EventType.CAPTURE, CONGO, None, ("Battles", "Government regains territory")),
        (EventType.AGREEMENT, CONGO, RWANDA, ("Strategic developments", "Agreement")),
        (EventType.EXERCISE, CONGO, None, ("Strategic developments", "Other")),
    ],
)
def test_event_types(kind: EventType, actor: Actor | None, target: Actor | None, coded: tuple[str, str]) -> None:
    row = fight(type=kind, actor=actor, target=target)
    assert (row["event_type"], row["sub_event_type"]) == coded
    strategic = coded[0] == "Strategic developments"
    assert row["disorder_type"] == ("Strategic developments" if strategic else "Political violence")


@pytest.mark.parametrize("status", [Status.PLANNED, Status.POSSIBLE, Status.DENIED])
def test_what_did_not_happen_is_no_violence_and_has_no_dead(status: Status) -> None:
    killed = (Casualties(kind=Harm.KILLED, who=None, quantity=drawing.number(9, 9)),)
    row = fight(type=EventType.STRIKE, status=status, casualties=killed)
    assert (row["disorder_type"], row["sub_event_type"], row["fatalities"]) == ("Strategic developments", "Other", "0")
    assert row["tags"] == f"status={status}; record=event; action=strike"


def test_columns_of_an_attack() -> None:
    harm = (
        Casualties(kind=Harm.KILLED, who="soldiers", quantity=drawing.number(20, None)),
        Casualties(kind=Harm.KILLED, who="civilians", quantity=drawing.number(3, 5)),
        Casualties(kind=Harm.WOUNDED, who=None, quantity=drawing.number(50, 50)),
    )
    when = Time(text="on Monday", start="2025-01-27", end="2025-01-27")
    row = fight(
        type=EventType.ATTACK, actor=CONGO, target=Actor(name="a market", code=None), time=when, casualties=harm
    )
    assert (row["event_id_cnty"], row["event_date"], row["year"], row["time_precision"]) == (
        "COD-test-e1",
        "2025-01-27",
        "2025",
        "1",
    )
    assert (row["inter1"], row["inter2"], row["interaction"]) == ("State forces", "Civilians", "State forces-Civilians")
    assert (row["civilian_targeting"], row["iso"], row["country"]) == (
        "Civilian targeting",
        "180",
        "Democratic Republic of Congo",
    )
    assert (row["latitude"], row["longitude"], row["geo_precision"], row["fatalities"]) == ("-1.68", "29.23", "1", "23")


def test_a_deployment_is_one_row_though_its_number_is_shared() -> None:
    first, part = rows_of(hard.shared())
    assert (first["event_type"], first["sub_event_type"], first["location"]) == (
        "Strategic developments",
        "Change to group/activity",
        "Poland",
    )
    assert "Also at: Germany, Romania." in first["notes"]
    assert first["tags"] == "status=actual; record=deployment; action=deploy; one number for 3 places"
    assert part["tags"].endswith("; part of d1")


def test_without_a_date_the_day_of_publication_stands_with_the_least_precision() -> None:
    row = fight()
    assert (row["event_date"], row["time_precision"]) == ("2025-01-28", "3")
    assert row["notes"].endswith("No date told: the day of publication.")


def test_numbers_and_names_of_countries_are_those_of_iso_3166() -> None:
    for country in pycountry.countries:
        assert countries.number(country.alpha_3) == int(country.numeric)
        assert countries.name(country.alpha_3)
    assert (countries.number("XKX"), countries.name("XKX"), countries.name("wagner")) == (None, "Kosovo", "wagner")


def test_without_any_date_there_is_none() -> None:
    (row, _) = rows_of(hard.shared())
    assert (row["event_date"], row["year"], row["time_precision"]) == ("", "", "")
    assert "publication" not in row["notes"]
