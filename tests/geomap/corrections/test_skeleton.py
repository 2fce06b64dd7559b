"""The file to fill in: it corrects nothing as it is, and each of its lines works once the # is gone."""

from __future__ import annotations

import re

from geomap.corrections import beside, fingerprint, skeleton
from geomap.model import Report
from tests.geomap.corrections.conftest import Correct
from tests.support import drawing, hard


def test_as_it_is_it_changes_nothing(report: Report, correct: Correct) -> None:
    assert correct(skeleton(report)) == report


def test_every_record_and_every_place_of_one_is_there(report: Report) -> None:
    text = skeleton(report)
    assert re.findall(r"change: (\w+)", text) == ["d1", "d2", "e1"]
    assert re.findall(r"fingerprint: (\w+)", text) == [
        fingerprint(report, record) for record in (*report.deployments, *report.events)
    ]
    assert re.findall(r"move: (.*)  #", text) == ['"Goma"', '"Sake"']


def test_its_lines_work(report: Report, correct: Correct) -> None:
    text = skeleton(report)
    head, _, body = text.partition("\nplaces:")
    body = re.sub(r"(?m)^#", "", body).replace("reason: ", "reason: seen").replace("to: {}", "to: {hedged: true}")
    corrected = correct(f"{head}\nplaces:{body}")
    assert [record.hedged for record in corrected.deployments] == [True, True]
    assert corrected.deployments[0].corrected == ("place moved: seen", "seen")


def test_hostile_words_stay_in_their_comments(correct: Correct) -> None:
    for make in hard.CASES.values():
        lines = skeleton(make()).splitlines()
        assert [line for line in lines if line and not line.startswith("#")] == ["places:", "records:"]


def test_the_file_beside_an_article(tmp_path: object, report: Report) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    (folder / "a.txt").write_text("words")
    assert beside(str(folder / "a.txt")) is None
    (folder / "a.fix.yml").write_text("places:\n")
    assert beside(str(folder / "a.txt")) == folder / "a.fix.yml"
    assert beside("-") is None
    assert beside("https://example.org/a.txt") is None
    assert beside("a" * 5000) is None
    assert drawing.report().removed == ()
