"""Reads short texts with the real model and the real gazetteer, and says in plain values what was found."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.language.annotated import Annotated, Token
from geomap.mentions.forces.finding import ForceMention
from geomap.mentions.places.finding import Place
from geomap.model import Article, Deployment, Report
from geomap.pipeline import Pipeline
from geomap.records.context import Mentions
from geomap.records.links import Link, link_forces
from geomap.records.places.finding import locate


class Reader:
    """One loaded pipeline behind the few calls that the tests of mentions and records need."""

    def __init__(self, pipeline: Pipeline) -> None:
        self.pipeline = pipeline
        self.gazetteer = pipeline.gazetteer

    def __call__(self, text: str, published: str | None = None) -> Report:
        return self.pipeline.extract(Article(id="test", text=text, published=published))

    def parse(self, text: str) -> Annotated:
        return self.pipeline.annotator.annotate(text)

    def mentions(self, text: str, published: str | None = None) -> Mentions:
        return self.pipeline.mentions(self.parse(text), published)

    def links(self, text: str, published: str | None = None) -> tuple[Mentions, tuple[Link, ...]]:
        found = self.mentions(text, published)
        return found, link_forces(found)


def placed(read: Reader, text: str) -> list[tuple[str, list[str], list[str]]]:
    """Return the last rule of places of each force, its origins and its locations, as written."""
    found, links = read.links(text)
    done: list[Link] = []
    for link in links:
        done.append(locate(found, link, done))
    return [
        (
            next((rule for rule in reversed(x.rules) if rule.startswith(("place-", "origin-"))), ""),
            words(x.origins),
            words(x.locations),
        )
        for x in done
    ]


def words_of_places(report: Report, entry: Deployment) -> tuple[list[str], list[str]]:
    """Return the origins and the locations of an entry as written."""
    at = {place.id: place.text for place in report.places}
    return [at[i] for i in entry.origin], [at[i] for i in entry.location]


def token(doc: Annotated, word: str, nth: int = 1) -> Token:
    """Return the nth token with that text."""
    return [found for found in doc.tokens if found.text == word][nth - 1]


def number(force: ForceMention) -> str | None:
    """Return the words that count a force."""
    return force.quantity.text if force.quantity is not None else None


def words(places: Sequence[Place]) -> list[str]:
    """Return the places as written."""
    return [place.mention.text for place in places]


def where(report: Report, deployment: Deployment) -> tuple[list[str], list[str]]:
    """Return the origins and locations of an entry as written."""
    return (
        [report.place(place).text for place in deployment.origin],
        [report.place(place).text for place in deployment.location],
    )


def size(deployment: Deployment) -> tuple[float | None, float | None] | None:
    """Return the ends of an entry's number."""
    quantity = deployment.quantity
    return (quantity.min, quantity.max) if quantity is not None else None


def code(deployment: Deployment) -> str | None:
    """Return whose force it is."""
    return deployment.actor.code if deployment.actor is not None else None


Told = tuple[str, list[str], list[tuple[str, float | None, float | None]]]
"""The type of an event, its places as written, and its casualties by kind."""


def told(report: Report) -> list[Told]:
    """Return the events of a report as plain values."""
    return [
        (
            event.type.value,
            [report.place(place).text for place in event.location],
            [(c.kind.value, c.quantity.min, c.quantity.max) for c in event.casualties if c.quantity is not None],
        )
        for event in report.events
    ]
