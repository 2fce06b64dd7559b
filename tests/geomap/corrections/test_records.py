"""Corrections of records: changed, removed, added, marked; a stale one is an error, never another record's change."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from geomap.corrections import fingerprint
from geomap.errors import CorrectionError
from geomap.model import Action, Qualifier, Report, Status
from tests.geomap.corrections.conftest import Correct

SCHEMA = Path(__file__).parents[2] / "contract" / "report.schema.json"


@pytest.fixture
def codes(report: Report) -> dict[str, str]:
    return {record.id: fingerprint(report, record) for record in (*report.deployments, *report.events)}


def test_fields_are_changed_and_the_others_stay(correct: Correct, codes: dict[str, str]) -> None:
    report = correct(
        f"""
records:
  - change: d1
    fingerprint: {codes["d1"]}
    to:
      quantity: {{min: 800, max: 1200, qualifier: range}}
      status: planned
      hedged: yes
      actor: {{name: Rwanda, code: RWA}}
      location: [Sake]
      time: {{start: 2025-01-27}}
      source: the governor
    reason: the army's own figures
"""
    )
    record = report.deployments[0]
    assert record.quantity is not None
    assert (record.quantity.text, record.quantity.min, record.quantity.max) == ("800–1,200", 800, 1200)
    assert record.quantity.qualifier is Qualifier.RANGE
    assert (record.status, record.hedged, record.location) == (Status.PLANNED, True, ("p2",))
    assert record.actor is not None
    assert (record.actor.name, record.actor.code) == ("Rwanda", "RWA")
    assert record.time is not None
    assert (record.time.text, record.time.start, record.time.end) == ("2025-01-27", "2025-01-27", None)
    assert (record.force.text, record.action) == ("soldiers", Action.DEPLOY)
    assert record.corrected == ("the army's own figures",)
    assert report.deployments[1].corrected == ()


def test_null_takes_a_field_away(correct: Correct, codes: dict[str, str]) -> None:
    report = correct(
        f"records: [{{change: d2, fingerprint: {codes['d2']}, to: {{quantity: null, part_of: null}}, reason: x}}]"
    )
    assert (report.deployments[1].quantity, report.deployments[1].part_of) == (None, None)


def test_what_was_counted_in_a_removed_record_stands_alone(correct: Correct, codes: dict[str, str]) -> None:
    report = correct(f"records: [{{remove: d1, fingerprint: {codes['d1']}, reason: told twice}}]")
    assert [(each.id, each.part_of) for each in report.deployments] == [("d2", None)]
    assert report.removed == ("1,000 soldiers (told twice)",)


def test_records_are_added_on_the_articles_own_words(correct: Correct) -> None:
    report = correct(
        """
records:
  - add: deployment
    evidence: A convoy left for the northern hills
    to: {force: {category: vehicle, text: convoy}, quantity: 1, location: [Sake], action: station}
    reason: missed
  - add: event
    evidence: Goma was shelled
    to: {type: battle, casualties: [{kind: killed, quantity: {min: 5}}]}
    reason: told elsewhere
"""
    )
    added, event = report.deployments[2], report.events[1]
    assert (added.id, added.force.text, added.action, added.location) == ("d3", "convoy", Action.STATION, ("p2",))
    assert report.article.text[slice(*added.evidence[0])] == "A convoy left for the\nnorthern hills"
    assert (event.id, event.casualties[0].quantity and event.casualties[0].quantity.min) == ("e2", 5)
    assert (added.corrected, event.corrected) == (("missed",), ("told elsewhere",))


def test_a_corrected_report_is_one_by_the_contract(correct: Correct, codes: dict[str, str]) -> None:
    report = correct(
        f"places: [{{add: northern hills, to: [-1.4, 29.0], reason: x}}]\n"
        f"records:\n"
        f"- {{change: e1, fingerprint: {codes['e1']}, to: {{location: [northern hills]}}, reason: x}}\n"
        f"- {{remove: d1, fingerprint: {codes['d1']}, reason: x}}\n"
        "- {add: deployment, evidence: A convoy, to: {force: {category: vehicle}}, reason: x}\n"
    )
    jsonschema.validate(json.loads(report.to_json()), json.loads(SCHEMA.read_text("utf-8")))
    assert report.events[0].location == ("p4",)


def test_the_fingerprint_is_of_the_words_not_of_the_reading(report: Report) -> None:
    first, second = report.deployments
    code = fingerprint(report, first)
    assert len(code) == 9
    assert code.startswith("f")
    assert code != fingerprint(report, second)  # of the same sentence
    assert fingerprint(report, first.model_copy(update={"id": "d7", "status": Status.DENIED, "location": ()})) == code
    assert fingerprint(report, first.model_copy(update={"evidence": ((0, 30),)})) != code


def test_a_correction_of_another_record_is_stale(correct: Correct, codes: dict[str, str]) -> None:
    with pytest.raises(CorrectionError) as caught:
        correct(
            f"records:\n  - change: d2\n    fingerprint: {codes['d1']}\n    to: {{status: denied}}\n    reason: x\n"
        )
    assert str(caught.value) == (
        "goma.fix.yml, line 2: d2 is not the record that was corrected, which is d1 now; change the id; "
        "`geomap extract --format fix` prints all records"
    )


@pytest.mark.parametrize(
    ("item", "line", "message"),
    [
        (
            "remove: d1\n    fingerprint: f00000000",
            2,
            "d1 is not the record that was corrected: its words are others now",
        ),
        ("remove: d9\n    fingerprint: f00000000", 2, "this report has no record d9, and none with the fingerprint"),
        ("remove: d1\n    fingerprint: {d1}\n    to: {{}}", 4, "to: is not known here"),
        ("change: d1\n    fingerprint: {d1}\n    to: {{}}", 4, "changes nothing"),
        ("change: d1\n    fingerprint: {d1}\n    to:\n      stats: past", 5, "stats: is not known here"),
        ("change: d1\n    fingerprint: {d1}\n    to:\n      status: soon", 5, "status: input should be 'actual', "),
        (
            "change: d1\n    fingerprint: {d1}\n    to:\n      quantity: {{min: 5, max: 2}}",
            5,
            "quantity: min 5 is more ",
        ),
        ("change: d1\n    fingerprint: {d1}\n    to:\n      quantity: {{}}", 5, "quantity: needs min or max"),
        ("change: d1\n    fingerprint: {d1}\n    to:\n      quantity: -5", 5, "quantity: "),
        ("change: d1\n    fingerprint: {d1}\n    to:\n      type: battle", 5, "type: is not known here"),
        ("change: e1\n    fingerprint: {e1}\n    to:\n      part_of: d1", 5, "part_of: is not known here"),
        ("change: d1\n    fingerprint: {d1}\n    to:\n      part_of: d9", 5, "this report has no deployment d9"),
        (
            "change: d1\n    fingerprint: {d1}\n    to:\n      location:\n        - Kigali",
            6,
            "this report has no place",
        ),
        (
            "change: d1\n    fingerprint: {d1}\n    to:\n      time: {{start: 2025-02-30}}",
            5,
            "2025-02-30 is no day of ",
        ),
        (
            "change: d1\n    fingerprint: {d1}\n    to:\n      time: {{start: 2025-02-03, end: 2025-01-01}}",
            5,
            "the time ends",
        ),
        ("change: x1\n    fingerprint: {d1}\n    to: {{status: past}}", 2, "change: string should match pattern"),
        ("add: deployment\n    evidence: A convoy\n    to: {{}}", 4, "force.category: is missing"),
        ("add: event\n    evidence: A convoy\n    to: {{}}", 4, "type: is missing"),
        ("add: visit\n    evidence: A convoy\n    to: {{}}", 2, "add: input should be 'deployment' or 'event'"),
        ("add: event\n    evidence: a march\n    to: {{type: battle}}", 3, "the article does not say this; "),
    ],
)
def test_what_does_not_fit_is_named_with_its_line(
    correct: Correct, codes: dict[str, str], item: str, line: int, message: str
) -> None:
    with pytest.raises(CorrectionError) as caught:
        correct(f"records:\n  - {item.format_map(codes)}\n    reason: x\n")
    assert str(caught.value).startswith(f"goma.fix.yml, line {line}: {message}")


def test_one_record_is_not_removed_twice(correct: Correct, codes: dict[str, str]) -> None:
    once = f"{{remove: d1, fingerprint: {codes['d1']}, reason: x}}"
    with pytest.raises(CorrectionError, match=r"line 3: d1 was removed by a correction before this one"):
        correct(f"records:\n- {once}\n- {once}\n")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- 1", "goma.fix.yml, line 1: is to hold places: and records:, each with a list"),
        ("place: []", "goma.fix.yml, line 1: 'place' is not known here; a file holds places: and records:"),
        ("records: 5", "goma.fix.yml, line 1: records is to be a list: each correction begins with a dash"),
    ],
)
def test_the_files_own_form(correct: Correct, text: str, message: str) -> None:
    with pytest.raises(CorrectionError) as caught:
        correct(text)
    assert str(caught.value) == message


def test_a_file_without_corrections_changes_nothing(correct: Correct, report: Report) -> None:
    assert correct("") == report
    assert correct("places:\nrecords:\n") == report
