"""Places from the company that a force is told in, from the dateline, the theatre, the list."""

from __future__ import annotations

import pytest

from tests.support.reading import Reader, where


def placed(read: Reader, text: str) -> tuple[str, list[str], list[str]]:
    """Return the rule that placed the last force, its origins and its locations."""
    report = read(text)
    entry = report.deployments[-1]
    rule = next(rule for rule in reversed(entry.rules) if rule.startswith("place-"))
    return (rule, *where(report, entry))


@pytest.mark.parametrize(
    ("text", "rule", "origins", "locations"),
    [
        ("Ghana moved a battalion to Tamale, made up of 400 men.", "place-shared-with-previous", [], ["Tamale"]),
        ("Black Sea: 12 Russian frigates and 18 corvettes.", "place-heading", [], ["Black Sea"]),
        ("Russia has 40 tanks in Sumy. Belarusian infantry would follow.", "place-followed", [], ["Sumy"]),
        ("Spain keeps 500 men in Riga. Italian gunners are to relieve them.", "place-followed", [], ["Riga"]),
        ("LAGOS — Some 300 Nigerian soldiers are in place in this port town.", "place-here", [], ["LAGOS"]),
        ("MANAMA — Two American carriers arrived here on Friday.", "place-here", [], ["MANAMA"]),
        ("GAO — They came on Sunday in dozens of French lorries.", "place-filed", [], ["GAO"]),
        ("The Baltic states have Germans: Lithuania (1,632 soldiers).", "place-bracketed", [], ["Lithuania"]),
        ("Ämari, Estonia: four Danish F-16s.", "place-paired", [], ["Ämari"]),
        ("Slovakia is home to 1,100 German soldiers.", "place-paired", [], ["Slovakia"]),
        ("Japan, which hosts 54,000 American soldiers, waits.", "place-paired", [], ["Japan"]),
        ("Some 300 Kenyan policemen stepped off a boat at Lamu.", "place-of-verb", [], ["Lamu"]),
        ("AUSSOM grows in Somalia. It now counts 8,000 Ugandan soldiers.", "place-salient", [], ["Somalia"]),
    ],
)
def test_the_rule_that_places_it(read: Reader, text: str, rule: str, origins: list[str], locations: list[str]) -> None:
    assert placed(read, text) == (rule, origins, locations)


@pytest.mark.parametrize(
    ("text", "origins", "locations"),
    [
        ("Six American F-16s fly from Decimomannu.", [], ["Decimomannu"]),
        ("Six American F-16s flew from Decimomannu to Souda.", ["Decimomannu"], ["Souda"]),
        ("The German Tank Battalion 203, now at Augustdorf, is to be moved to Rukla.", ["Augustdorf"], ["Rukla"]),
        ("France ruled out sending 300 soldiers to Gao, the minister said in Paris.", [], ["Gao"]),
        ("Some 300 French soldiers are at Camp Lemonnier, in Djibouti.", [], ["Camp Lemonnier"]),
        ("Asked in Washington, the president ruled out sending 300 American soldiers to Sudan.", [], ["Sudan"]),
    ],
)
def test_which_places_count(read: Reader, text: str, origins: list[str], locations: list[str]) -> None:
    report = read(text)
    assert where(report, report.deployments[-1]) == (origins, locations)


def test_givers_of_a_list_are_no_places(read: Reader) -> None:
    report = read("Trinidad sent 53 soldiers to Haiti, Barbados and Belize 30 each.")
    found = [(entry.actor and entry.actor.code, where(report, entry)[1]) for entry in report.deployments]
    assert found == [("TTO", ["Haiti"]), ("BRB", ["Haiti"]), ("BLZ", ["Haiti"])]
