"""Conflict events out of single sentences: one way of telling a row, with the values that a reader would give."""

from __future__ import annotations

import pytest

from geomap.model import Event, Report
from tests.support.reading import Reader

Row = tuple[str, list[str], list[tuple[str, float | None, float | None]]]


def rows(report: Report) -> list[Row]:
    """Return type, places and casualties of each event."""
    return [(event.type.value, places(report, event), harm(event)) for event in report.events]


def places(report: Report, event: Event) -> list[str]:
    return [report.place(place).text for place in event.location]


def harm(event: Event) -> list[tuple[str, float | None, float | None]]:
    return [(c.kind.value, c.quantity.min, c.quantity.max) for c in event.casualties if c.quantity is not None]


def sides(event: Event) -> tuple[str | None, str | None]:
    return (event.actor.code if event.actor else None, event.target.code if event.target else None)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        # battle
        (
            "Sudanese army units and the Rapid Support Forces clashed in Omdurman on Monday.",
            ("battle", ["Omdurman"], []),
        ),
        ("Heavy fighting was reported in Khartoum on Sunday.", ("battle", ["Khartoum"], [])),
        (
            "Pakistani and Indian troops exchanged fire near Poonch on Sunday.",
            ("battle", ["near Poonch"], []),
        ),
        # strike
        (
            "Israeli warplanes bombed the port of Hodeidah on Saturday, killing at least six people "
            "and wounding 80 others.",
            ("strike", ["Hodeidah"], [("killed", 6, None), ("wounded", 80, 80)]),
        ),
        (
            "Russian missiles and drones struck Kharkiv overnight, wounding 11 people.",
            ("strike", ["Kharkiv"], [("wounded", 11, 11)]),
        ),
        ("American B-52s bombed Taliban positions near Kunduz overnight.", ("strike", ["near Kunduz"], [])),
        ("NATO jets destroyed three tanks outside Ajdabiya on Tuesday.", ("strike", ["outside Ajdabiya"], [])),
        (
            "An Iranian general was killed in an Israeli strike in Damascus.",
            ("strike", ["Damascus"], [("killed", 1, 1)]),
        ),
        ("A Ukrainian drone attack set fire to an oil refinery in Ryazan.", ("strike", ["Ryazan"], [])),
        # shelling
        ("Turkish artillery shelled Kurdish positions around Kobani.", ("shelling", ["around Kobani"], [])),
        ("Hezbollah fired 40 rockets at Haifa on Monday.", ("shelling", ["Haifa"], [])),
        (
            "Three rockets fell on Kiryat Shmona, wounding a farmer.",
            ("shelling", ["Kiryat Shmona"], [("wounded", 1, 1)]),
        ),
        (
            "Shelling of the hospital in Chernihiv killed 12 patients.",
            ("shelling", ["Chernihiv"], [("killed", 12, 12)]),
        ),
        # explosion
        (
            "A car bomb exploded outside a police station in Mogadishu on Tuesday, killing nine officers "
            "and injuring more than 20 people.",
            ("explosion", ["Mogadishu"], [("killed", 9, 9), ("wounded", 20, None)]),
        ),
        (
            "Two soldiers were killed and four injured when their vehicle hit a landmine near Kidal.",
            ("explosion", ["near Kidal"], [("killed", 2, 2), ("wounded", 4, 4)]),
        ),
        (
            "In Baghdad, a roadside bomb killed four policemen.",
            ("explosion", ["Baghdad"], [("killed", 4, 4)]),
        ),
        # attack
        (
            "Gunmen opened fire on a bus near Jericho, wounding three Israelis.",
            ("attack", ["near Jericho"], [("wounded", 3, 3)]),
        ),
        ("Gunmen attacked a church in Kaduna on Sunday.", ("attack", ["Kaduna"], [])),
        (
            "Insurgents ambushed a convoy on the road to Palma and killed five soldiers.",
            ("attack", ["Palma"], [("killed", 5, 5)]),
        ),
        ("In Mosul, gunmen shot dead a judge.", ("attack", ["Mosul"], [("killed", 1, 1)])),
        # capture
        ("Ukrainian forces have recaptured Kherson.", ("capture", ["Kherson"], [])),
        ("The city of Mariupol fell to Russian forces.", ("capture", ["Mariupol"], [])),
        ("The village of Robotyne has been liberated, Kyiv said on Monday.", ("capture", ["Robotyne"], [])),
        ("Syrian rebels said they had driven government forces out of Aleppo.", ("capture", ["Aleppo"], [])),
        ("The army took the airport at Donetsk after weeks of fighting.", ("capture", ["Donetsk"], [])),
        (
            "Houthi fighters seized the town of Marib, taking 30 soldiers prisoner.",
            ("capture", ["Marib"], [("captured", 30, 30)]),
        ),
        (
            "Rebels captured the town of Goma on Tuesday after a three-day battle in which 17 peacekeepers died.",
            ("capture", ["Goma"], [("killed", 17, 17)]),
        ),
        ("The fall last Sunday of Aleppo surprised everybody.", ("capture", ["Aleppo"], [])),
        # exercise
        (
            "The United States and South Korea will hold joint naval exercises off Busan next week.",
            ("exercise", ["off Busan"], []),
        ),
        ("China began three days of military drills around Taiwan on Thursday.", ("exercise", ["around Taiwan"], [])),
        # agreement: where it applies, not where it was signed
        (
            "Armenia and Azerbaijan signed a ceasefire for Nagorno-Karabakh in Moscow on November 10.",
            ("agreement", ["Nagorno-Karabakh"], []),
        ),
        ("The ceasefire in Tripoli held for a third day on Sunday.", ("agreement", ["Tripoli"], [])),
        ("Turkey and Ukraine signed an agreement to build drones in Ukraine.", ("agreement", ["Ukraine"], [])),
    ],
)
def test_one_event(read: Reader, text: str, row: Row) -> None:
    assert rows(read(text, "2024-06-10")) == [row]


@pytest.mark.parametrize(
    "text",
    [
        "The workers' strike in Marseille entered its third day.",
        "Talks about a cease-fire in Gaza resumed in Cairo on Sunday.",
        "Stocks in London fell by two percent after the attack on the currency.",
        "The heart attack killed him in Paris.",
        "Storms hit the coast of Florida, killing three people.",
        "An earthquake struck Antakya and killed hundreds.",
        "Three people died in a bus crash near Nairobi.",
        "A drone crashed near Zagreb.",
        "Two planes with aid landed in Goma on Monday.",
        "North Korea fired two missiles into the Sea of Japan.",
        "The striker was attacked by critics in Madrid.",
        "The newspaper printed a cartoon in which rockets rain down on Taipei.",
        "Not a shot has been fired at the soldiers in Dili.",
        "Israel's military has killed more than 30,000 people in Gaza since October.",
        "London may send 5,000 soldiers to Ukraine once a ceasefire holds.",
        "Four divisions are fighting in southern Lebanon.",
        "The 16 Air Assault Brigade is based in Colchester.",
    ],
)
def test_no_event(read: Reader, text: str) -> None:
    assert rows(read(text, "2024-06-10")) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Seven civilians were killed on Tuesday when a shell hit a bus in Aleppo, and the next day five more died "
            "in an air raid on Raqqa.",
            [("shelling", ["Aleppo"], [("killed", 7, 7)]), ("strike", ["Raqqa"], [("killed", 5, 5)])],
        ),
        (
            "The Taliban grabbed Kandahar on Thursday, hours after Herat caved in.",
            [("capture", ["Kandahar"], []), ("capture", ["Herat"], [])],
        ),
        (
            "Rebels retook Goma on Saturday; a doctor says that at least 47 people were shot dead in house searches "
            "there the same day.",
            [("capture", ["Goma"], []), ("attack", ["Goma"], [("killed", 47, None)])],
        ),
        (
            "In Baghdad, a roadside bomb killed four policemen. In Mosul, gunmen shot dead a judge.",
            [("explosion", ["Baghdad"], [("killed", 4, 4)]), ("attack", ["Mosul"], [("killed", 1, 1)])],
        ),
    ],
)
def test_events_kept_apart(read: Reader, text: str, wanted: list[Row]) -> None:
    assert rows(read(text, "2024-06-10")) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Drones hit Odesa before dawn. Fourteen people were injured, prosecutors say.",
            [("strike", ["Odesa"], [("wounded", 14, 14)])],
        ),
        (
            "Fighters stormed a base near Gao. The army said that 37 of the attackers died.",
            [("attack", ["near Gao"], [("killed", 37, 37)])],
        ),
        (
            "Kherson was shelled all day; two people died and at least five were hurt.",
            [("shelling", ["Kherson"], [("killed", 2, 2), ("wounded", 5, None)])],
        ),
    ],
)
def test_harm_told_afterwards(read: Reader, text: str, wanted: list[Row]) -> None:
    assert rows(read(text, "2024-06-10")) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("On 21 August a drone brought down a helicopter over Raqqa, in the east of Syria.", ["Raqqa"]),
        ("Aircraft bombed the ports of Tripoli, Misrata and Sirte.", ["Tripoli", "Misrata", "Sirte"]),
        ("Bombs on Kharkiv\nAircraft dropped two guided bombs on a residential street there.", ["Kharkiv"]),
        ("In Goma it had been quiet for years. On Sunday aircraft bombed the town.", ["Goma"]),
    ],
)
def test_places(read: Reader, text: str, wanted: list[str]) -> None:
    report = read(text, "2024-06-10")
    assert [places(report, event) for event in report.events] == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("American B-52s bombed Taliban positions near Kunduz.", ("USA", "taliban")),
        ("Ukrainian forces have recaptured Kherson.", ("UKR", None)),
        ("Hezbollah fired 40 rockets at Haifa.", ("hezbollah", None)),
        ("Two soldiers were killed in an Israeli air strike near Tyre.", ("ISR", None)),
        ("A Turkish post near Saraqib was shelled by Syrian gunners.", ("SYR", "TUR")),
        ("Armenia and Azerbaijan signed a ceasefire for Nagorno-Karabakh.", ("ARM", "AZE")),
        ("China began military drills around Taiwan.", ("CHN", None)),
        ("Ukrainian troops are under heavy shelling near Kherson.", (None, "UKR")),
        ("Wagner fighters claimed that they had captured Soledar.", ("wagner-group", None)),
        ("Clashes between the Ethiopian army and Fano militiamen were reported in Lalibela.", ("ETH", "fano")),
    ],
)
def test_sides(read: Reader, text: str, wanted: tuple[str | None, str | None]) -> None:
    (event,) = read(text, "2024-06-10").events
    assert sides(event) == wanted


@pytest.mark.parametrize(
    ("text", "status", "hedged"),
    [
        ("Russian troops took Kherson in February.", "actual", False),
        ("Russia could attack Odesa by sea.", "possible", False),
        ("NATO will hold an exercise near Tapa in September with 3,000 soldiers.", "planned", False),
        ("The army denied that rebels had taken Bangassou.", "denied", False),
        ("Russia's ministry claimed that its troops had captured the village of Klishchiivka.", "actual", True),
    ],
)
def test_status(read: Reader, text: str, status: str, hedged: bool) -> None:
    (event,) = read(text, "2024-06-10").events
    assert (event.status.value, event.hedged) == (status, hedged)


def test_a_capture_undone_since_is_past(read: Reader) -> None:
    report = read(
        "Russia took Kherson in March 2022. Ukrainian troops recaptured Kherson in November 2022.", "2023-01-10"
    )
    assert [(sides(event)[0], event.status.value) for event in report.events] == [("RUS", "past"), ("UKR", "actual")]


def test_what_is_told_twice_is_one_event(read: Reader) -> None:
    report = read("Drones hit Odesa on Monday.\n\nThe drones that hit Odesa wounded 14 people.", "2024-06-10")
    assert rows(report) == [("strike", ["Odesa"], [("wounded", 14, 14)])]
    assert len(report.events[0].evidence) == 2
