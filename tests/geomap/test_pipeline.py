"""The pipeline: the sample article's records in full, and what holds for any text."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from geomap.model import Deployment, Event, Report, Span
from tests.support.reading import Reader, code, size, where

TESTS = Path(__file__).parents[1]
SAMPLE = TESTS.parent / "seeds" / "nato-belarus-2022.txt"
GOLD = sorted((TESTS / "gold").glob("*-[0-9][0-9][0-9][0-9].json"))
DEVELOPMENT = sorted((TESTS / "gold" / "dev").glob("*.json"))
SCHEMA = TESTS / "contract" / "report.schema.json"


@pytest.fixture(scope="module")
def sample(read: Reader) -> Report:
    return read(SAMPLE.read_text(encoding="utf-8"), "2022-02-04")


def gold(read: Reader, path: Path) -> Report:
    article = json.loads(path.read_text(encoding="utf-8"))
    return read(article["text"], article["published"])


@pytest.fixture(scope="module", params=[*GOLD, *DEVELOPMENT], ids=lambda path: path.stem)
def report(request: pytest.FixtureRequest, read: Reader) -> Report:
    """The report of each article of the gold files, read once for all the tests below."""
    return gold(read, request.param)


def said_by(record: Deployment | Event) -> str | None:
    return record.source.name if record.source is not None else None


def test_the_deployments_of_the_sample(sample: Report) -> None:
    in_belarus: tuple[object, ...] = ("RUS", "deploy", [], ["Belarus"], "planned", False, "Jens Stoltenberg", None)
    found = [
        (
            size(entry),
            entry.force.text,
            entry.force.category.value,
            code(entry),
            entry.action.value,
            *where(sample, entry),
            entry.status.value,
            entry.hedged,
            said_by(entry),
            entry.recipient and entry.recipient.code,
        )
        for entry in sample.deployments
    ]
    assert found == [
        ((30000, 30000), "combat troops", "personnel", *in_belarus),
        (None, "Spetsnaz special operations forces", "personnel", *in_belarus),
        (None, "SU-35 fighter jets", "aircraft", *in_belarus),
        (None, "S-400 air defense systems", "air-defence", *in_belarus),
        (None, "nuclear-capable Iskander missiles", "missile", *in_belarus),
        ((1000, 1000), "soldiers", "personnel", "USA", "deploy", [], ["Romania"], "actual", True, None, None),
        ((2000, 2000), "soldiers", "personnel", "USA", "deploy", [], ["Poland"], "actual", True, None, None),
        (None, "US soldiers", "personnel", "USA", "deploy", [], ["Ukraine"], "denied", False, "John Kirby", None),
        (None, "combat drones", "uav", "TUR", "transfer", [], [], "possible", False, None, "UKR"),
    ]
    assert [entry.id for entry in sample.deployments] == ["d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8", "d9"]
    assert {(entry.force.echelon, entry.part_of) for entry in sample.deployments} == {(None, None)}


def test_the_events_of_the_sample(sample: Report) -> None:
    found = [
        (
            event.id,
            event.type.value,
            event.actor and event.actor.code,
            event.target and event.target.code,
            [sample.place(place).text for place in event.location],
            event.status.value,
            event.hedged,
            said_by(event),
            event.casualties,
            event.time and (event.time.text, event.time.start, event.time.end),
        )
        for event in sample.events
    ]
    from_the_20th, thursday = ("from Feb 20", "2022-02-20", None), ("Thursday", "2022-02-03", "2022-02-03")
    assert found == [
        ("e1", "exercise", "RUS", None, ["Belarus"], "planned", False, None, (), from_the_20th),
        ("e2", "agreement", "TUR", "UKR", ["Ukraine"], "actual", False, None, (), thursday),
    ]


def test_the_places_of_the_sample(sample: Report) -> None:
    text = "KIEV|Russia|Ukraine’s northern border|Belarus|Moscow|Russian|Belarus|Belarusian|Russian|Belarus"
    assert [place.text for place in sample.places][:10] == text.split("|")
    uses = [
        "dateline",
        "metonym",
        "literal",
        "literal",
        "metonym",
        "demonym",
        "literal",
        "demonym",
        "demonym",
        "literal",
    ]
    assert [place.use.value for place in sample.places][:10] == uses
    assert (sample.article.dateline, sample.article.language) == ("KIEV", "en")


def spans(report: Report) -> list[tuple[Span | None, str]]:
    """Return every span of a report that carries the words it stands for."""
    records: list[Deployment | Event] = [*report.deployments, *report.events]
    # Where the noun is left out, the span is that of the number and the text that of the noun.
    forces = [entry.force for entry in report.deployments if "force-elided" not in entry.rules]
    counted = [entry.quantity for entry in report.deployments if entry.quantity is not None]
    harmed = [harm.quantity for event in report.events for harm in event.casualties if harm.quantity is not None]
    times = [record.time for record in records if record.time is not None]
    return [
        *((place.span, place.text) for place in report.places),
        *((force.span, force.text) for force in forces),
        *((quantity.span, quantity.text) for quantity in (*counted, *harmed)),
        *((time.span, time.text) for time in times),
    ]


def test_spans_are_exactly_their_text(report: Report) -> None:
    text = report.article.text
    assert [words for span, words in spans(report) if span is not None and text[slice(*span)] != words] == []
    records: list[Deployment | Event] = [*report.deployments, *report.events]
    sources = [record.source for record in records if record.source is not None]
    # A name that runs over the end of a line is told with a single space.
    assert [s.name for s in sources if s.span is not None and " ".join(text[slice(*s.span)].split()) != s.name] == []


def test_ids_and_evidence_hold_together(report: Report) -> None:
    places = {place.id for place in report.places}
    records: list[Deployment | Event] = [*report.deployments, *report.events]
    assert [place.id for place in report.places] == [f"p{n}" for n in range(1, len(report.places) + 1)]
    assert [entry.id for entry in report.deployments] == [f"d{n}" for n in range(1, len(report.deployments) + 1)]
    assert [place.span for place in report.places] == sorted(place.span for place in report.places)
    assert {place for record in records for place in record.location} <= places
    assert {place for entry in report.deployments for place in entry.origin} <= places
    whole = {entry.part_of for entry in report.deployments} - {None}
    assert whole <= {entry.id for entry in report.deployments}
    ends = [(start, end) for record in records for start, end in record.evidence]
    assert [(start, end) for start, end in ends if not 0 <= start < end <= len(report.article.text)] == []


def test_reports_are_valid_against_the_contract(report: Report) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    faults = Draft202012Validator(schema).iter_errors(json.loads(report.to_json()))
    assert [fault.message for fault in faults] == []


READ = """
import hashlib, json, sys
from pathlib import Path
from geomap.model import Article
from geomap.pipeline import Pipeline

pipeline = Pipeline.load()
for path in sys.argv[1:]:
    article = json.loads(Path(path).read_text(encoding="utf-8"))
    report = pipeline.extract(Article(id="test", text=article["text"], published=article["published"]))
    print(path, hashlib.sha256(report.to_json().encode()).hexdigest())
"""


def test_the_same_text_gives_the_same_bytes_in_every_process() -> None:
    """The order of sets differs from one hash seed to another; no report may depend on it."""
    runs = [
        subprocess.run(
            [sys.executable, "-c", READ, *map(str, GOLD)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=TESTS.parent,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert len(runs[0].splitlines()) == len(GOLD)
    assert runs[0] == runs[1]


def test_a_text_read_twice_gives_the_same_bytes(read: Reader) -> None:
    """What one article leaves behind in caches changes nothing for the next."""
    before = [gold(read, path).to_json() for path in GOLD]
    assert [gold(read, path).to_json() for path in reversed(GOLD)] == before[::-1]


def test_a_report_is_read_back_from_its_json(sample: Report) -> None:
    # The names of the rules are not part of the contract, so they are not written.
    assert Report.model_validate_json(sample.to_json()).to_json() == sample.to_json()


def test_a_long_text_on_one_line(read: Reader) -> None:
    """No newline to part it at: passages are cut at sentences, and the last sentence is read as the first is."""
    sentence = "France sent 300 soldiers to Chad. The minister spoke of rain and of the harvest in the hills. "
    text = (sentence + "It was a quiet day for everybody at home, he said, and so it stayed for long. " * 6) * 110
    assert (len(text) > 60_000, "\n" in text) == (True, False)
    report = read(text)
    first = report.deployments[0]
    assert (code(first), size(first), where(report, first)) == ("FRA", (300, 300), ([], ["Chad"]))
    assert [place.text for place in report.places] == ["France", "Chad"] * 110
    assert max(end for entry in report.deployments for _, end in entry.evidence) > 59_000


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\n",
        ".",
        "0",
        "😀",
        "\u202e\u200f\u0000",
        "300",
        "soldiers",
        "a" * 5_000,
        "))) ((( ]]] [[[ {{{ }}}",
        "“““ ””” ‘‘‘ ’’’",
        "300 300 300 300 300",
        "Mali Mali Mali Mali Mali",
        "- 300\n- 400\n- 500",
        "• Mali\n• Chad\n• Niger",
        "&lt;b&gt;300 sold&iuml;ers&lt;/b&gt;",
        "{{ 7 * 7 }} ${x} `y` <script>alert(1)</script>",
        "d͕ȩ̴p̷l̶o̵y̸e̶d̷ 300 s̵o̷l̸d̶i̶e̵r̷s̷",
        "Войска вошли в Харьков. قوات في سوريا. 军队进入。",
        "Le président a envoyé 300 soldats au Mali.",
    ],
    ids=lambda text: repr(text[:20]),
)
def test_odd_texts_give_no_record(read: Reader, text: str) -> None:
    report = read(text, "2022-02-04")
    assert (report.deployments, report.events, report.article.text) == ((), (), text)


def test_capitals_are_read_as_small_letters_are(read: Reader) -> None:
    report = read("FRANCE SENT 300 SOLDIERS TO CHAD.")
    (entry,) = report.deployments
    assert (code(entry), size(entry), where(report, entry)) == ("FRA", (300, 300), ([], ["CHAD"]))


@pytest.mark.parametrize(
    "text",
    [
        "france sent 300 soldiers to chad.",
        "THE US HAS 900 TROOPS IN SYRIA AND 2,500 IN IRAQ\nPENTAGON: NO PLANS TO LEAVE",
        "France: 300 soldiers, Chad",
        "300 soldiers\tChad\tFrance\n200 soldiers\tNiger\tFrance",
        "- 300 soldiers (Chad)\n- 200 soldiers (Niger)\n",
        "Frnace snet 300 sodliers to Chdd.",
        "to Chad soldiers 300 sent France",
        "Franâ€™ce sent 300 soldiers to Chad.",
        "F r a n c e  s e n t  3 0 0  s o l d i e r s  t o  C h a d",
        "France sent 300 sol-\ndiers to Ch-\nad.",
        "<p>France sent 300 soldiers to Chad.</p>" * 20,
        "France sent 300 soldiers to Chad and " * 50,
    ],
    ids=lambda text: repr(text[:20]),
)
def test_texts_that_are_no_sentences_give_valid_reports(read: Reader, text: str) -> None:
    report = read(text)
    faults = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).iter_errors(
        json.loads(report.to_json())
    )
    assert [fault.message for fault in faults] == []
    assert [place.text for place in report.places] == [text[slice(*place.span)] for place in report.places]


WORDS = (
    "300 2,000 dozens of the a an about up to between and or , . soldiers troops tanks brigade battalion S-400 Su-35 "
    "F-16 frigate Russia Russian Ukraine’s Kyiv Poland border northern Syria 50 km north of near off coast said denied "
    "will may not no sent send withdraw left arrived killed wounded attacked captured in from to at on Thursday 2014 "
    "Feb NATO Pentagon spokesman John Kirby he it there which who including them another “ ” ( ) million drones give "
    "supply"
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=60))
def test_any_run_of_words_gives_a_report_that_holds_together(read: Reader, words: list[str]) -> None:
    report = read(" ".join(words), "2022-02-04")
    text = report.article.text
    assert [told for span, told in spans(report) if span is not None and text[slice(*span)] != told] == []
    numbers = [entry.quantity for entry in report.deployments if entry.quantity is not None]
    assert [q for q in numbers if q.min is not None and q.max is not None and q.min > q.max] == []
    assert [entry.id for entry in report.deployments if entry.part_of == entry.id] == []


def test_without_a_date_relative_times_stay_open(read: Reader) -> None:
    (entry,) = read("France sent 300 soldiers to Chad on Thursday.").deployments
    assert entry.time is not None
    assert (entry.time.text, entry.time.start, entry.time.end) == ("Thursday", None, None)


def test_a_sentence_without_end(read: Reader) -> None:
    """One of 100,000 characters: it is cut, what it repeats is one record, and the last of it is read as the first."""
    text = "France sent 300 soldiers to Chad and " * 2_700 + "200 tanks to Mali"
    report = read(text)
    assert len(text) > 99_000
    assert {(entry.force.text, size(entry), where(report, entry)[1][0]) for entry in report.deployments} == {
        ("soldiers", (300, 300), "Chad"),
        ("tanks", (200, 200), "Mali"),
    }


def test_ten_thousand_numbers(read: Reader) -> None:
    report = read(" ".join(str(number) for number in range(100, 10_100)) + ". France sent 300 soldiers to Chad.")
    assert [(size(entry), where(report, entry)) for entry in report.deployments] == [((300, 300), ([], ["Chad"]))]


def test_a_table_of_a_thousand_rows(read: Reader) -> None:
    rows = [f"France sent {1_000 + number} soldiers to Chad." for number in range(1_000)]
    assert [size(entry) for entry in read("\n".join(rows)).deployments] == [
        (1_000 + n, 1_000 + n) for n in range(1_000)
    ]


def test_nobody_and_nowhere_is_no_record_whatever_the_words(read: Reader) -> None:
    report = read("Two soldiers fought for the last loaf, and the drone lost its battery.")
    assert (report.places, report.deployments, report.events, report.article.language) == ((), (), (), "en")


def test_the_day_of_filing_is_not_when_it_happened(read: Reader) -> None:
    """The frigates were sent on the day of the dateline once."""
    text = "DJIBOUTI, Nov. 20, 2025 (AP) — France has sent two frigates to Djibouti. Chad sent 40 men to Mao on Monday."
    report = read(text, published="2025-11-20")
    assert [entry.time and entry.time.start for entry in report.deployments] == [None, "2025-11-17"]
