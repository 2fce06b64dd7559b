"""The command in this process, and rooms that answer at once, so that what is tested is the command alone."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

import geomap.api
from geomap.cli import main
from geomap.model import (
    Action,
    Actor,
    Article,
    Casualties,
    Category,
    Deployment,
    Event,
    EventType,
    Force,
    Harm,
    PlaceMention,
    Qualifier,
    Quantity,
    Report,
    ResolvedPlace,
    Source,
    Status,
    Use,
)


@dataclass(frozen=True)
class Outcome:
    """What a call left behind."""

    status: int
    out: str
    err: str


Run = Callable[..., Outcome]


def report_of(article: Article) -> Report:
    """Return one deployment and one event for every article, or none for an article about the weather."""
    if "weather" in article.text:
        return Report(article=article)
    romania = ResolvedPlace(
        id="c:ROU", name="Romania", kind="country", country="ROU", admin1=None, lat=46, lon=25, radius_km=275
    )
    return Report(
        article=article,
        places=(
            PlaceMention(
                id="p1", span=(0, 6), text="Romania", use=Use.LITERAL, relation=None, resolved=romania, confidence=1
            ),
            PlaceMention(
                id="p2", span=(6, 9), text="Xyzville", use=Use.LITERAL, relation=None, resolved=None, confidence=0
            ),
        ),
        deployments=(
            Deployment(
                id="d1",
                actor=Actor(name="\x1b[31mUnited States\x1b[0m", code="USA"),
                force=Force(text="sol\ndiers", category=Category.PERSONNEL, echelon=None),
                quantity=Quantity(text="about 1,000", min=1000, max=1000, qualifier=Qualifier.APPROXIMATE),
                action=Action.DEPLOY,
                origin=("p2",),
                location=("p1",),
                status=Status.ACTUAL,
                hedged=True,
                source=Source(name="officials"),
                evidence=((0, 10),),
                confidence=1,
            ),
        ),
        events=(
            Event(
                id="e1",
                type=EventType.STRIKE,
                actor=None,
                target=Actor(name="a \u202efuel\u202c depot", code=None),
                location=("p1",),
                status=Status.POSSIBLE,
                hedged=False,
                source=None,
                casualties=(
                    Casualties(
                        kind=Harm.KILLED,
                        who=None,
                        quantity=Quantity(text="two", min=2, max=2, qualifier=Qualifier.EXACT),
                    ),
                ),
                evidence=((0, 10),),
                confidence=1,
            ),
        ),
    )


def _extract(article: Article, *, model: str | None = None, online: bool = False) -> Report:
    if "fault" in article.text:
        raise RuntimeError("no such rule")
    return report_of(article)


def _draw(report: Report, *, boundaries: str, **_looks: str) -> str:
    viewed = "" if boundaries == "un" else f" {boundaries}"
    return f"<!doctype html>{report.article.id}–{viewed}\n"


@pytest.fixture
def rooms(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put answers at once in the place of language, scene and page."""
    monkeypatch.setattr(geomap.api, "extract", _extract)
    monkeypatch.setattr(geomap.api, "draw", _draw)


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs the command with arguments and bytes on standard input."""

    def call(*arguments: str, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = main(arguments)
        out, err = capfdbinary.readouterr()
        return Outcome(status, out.decode(), err.decode())

    return call
