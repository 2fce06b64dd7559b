"""A report of three sentences to correct, and the gazetteer that names of places are looked up in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from gazetteer import Gazetteer
from geomap import corrections
from geomap.model import Action, Article, Category, EventType, Force, PlaceMention, Report, Status, Use
from tests.support import drawing

TEXT = (
    "The army sent 1,000 soldiers to Goma and 200 to Sake.\n"
    "Goma was shelled on Monday.\nA convoy left for the\nnorthern hills of Sake."
)


def _mention(place_id: str, words: str, nth: int) -> PlaceMention:
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    known = {"Goma": drawing.GOMA, "Sake": drawing.SAKE}
    return PlaceMention(
        id=place_id,
        span=(start, start + len(words)),
        text=words,
        use=Use.LITERAL,
        relation=None,
        resolved=known[words],
        confidence=0.8,
    )


@pytest.fixture
def report() -> Report:
    """Two deployments of one sentence, one of them part of the other, and an event."""
    first = (0, TEXT.index("\n"))
    second = (first[1] + 1, TEXT.index(" on Monday") + 11)
    men = Force(text="soldiers", category=Category.PERSONNEL, echelon=None)
    return Report(
        article=Article(id="goma", text=TEXT, published="2025-01-28"),
        places=(_mention("p1", "Goma", 1), _mention("p2", "Sake", 1), _mention("p3", "Goma", 2)),
        deployments=(
            drawing.deployment(
                "d1", ("p1",), force=men, quantity=drawing.number(1000, 1000, text="1,000"), evidence=(first,)
            ),
            drawing.deployment(
                "d2",
                ("p2",),
                force=men,
                quantity=drawing.number(200, 200),
                evidence=(first,),
                part_of="d1",
                action=Action.DEPLOY,
            ),
        ),
        events=(drawing.event("e1", ("p3",), type=EventType.SHELLING, evidence=(second,), status=Status.ACTUAL),),
    )


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[Gazetteer]:
    with Gazetteer.open() as opened:
        yield opened


Correct = Callable[[str], Report]


@pytest.fixture
def correct(report: Report, gazetteer: Gazetteer) -> Correct:
    """Return a function that corrects the report by a text of YAML."""

    def call(text: str) -> Report:
        return corrections.apply(report, corrections.parse("goma.fix.yml", text), lambda: gazetteer)

    return call
