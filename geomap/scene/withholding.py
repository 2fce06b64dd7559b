"""A report without a word of its article: what a map shows that may not quote.

Kept are numbers, dates, categories, statuses, codes, and places as the gazetteer has them. Names of actors are put in
again from their codes; what only the article's words tell (the wording of a force, the name of who says so, a title) is
replaced by geomap's own words.
"""

from __future__ import annotations

from collections.abc import Callable

from geomap.model import BY_HAND, Actor, Article, Deployment, Event, PlaceMention, Quantity, Report, Source, Time
from geomap.scene.actors import country_code
from geomap.scene.atlas import Atlas

TITLE = "Forces and fighting"
_NOBODY = "actor without a code"
_SPAN = (0, 0)
_REASON = "the reason is not told here"


def withhold(report: Report, atlas: Atlas) -> Report:
    """Return the report without the article's words."""
    names = _Names(atlas)
    article = report.article
    return Report(
        article=Article(id="article", title=TITLE, published=article.published, language=article.language, text=""),
        places=tuple(_place(mention) for mention in report.places),
        deployments=tuple(_deployment(record, names) for record in report.deployments),
        events=tuple(_event(record, names) for record in report.events),
        removed=("a record",) * len(report.removed),
    )


class _Names:
    """Names of actors by their codes; actors without one are numbered in reading order."""

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas
        self._numbers: dict[str, int] = {}

    def __call__(self, actor: Actor | None) -> Actor | None:
        if actor is None:
            return None
        if actor.code is None:
            number = self._numbers.setdefault(actor.name.casefold(), len(self._numbers) + 1)
            return Actor(name=f"{_NOBODY} {number}", code=None)
        code = country_code(actor)
        country = self._atlas.country(code) if code is not None else None
        name = country.name if country is not None else actor.code.replace("-", " ")
        return Actor(name=name if country is not None or name.isupper() else name.title(), code=actor.code)


_Named = Callable[[Actor | None], Actor | None]


def _place(mention: PlaceMention) -> PlaceMention:
    name = mention.resolved.name if mention.resolved is not None else "a place"
    return mention.model_copy(update={"text": name, "span": _SPAN, "alternatives": (), "why": ()})


def _deployment(record: Deployment, names: _Named) -> Deployment:
    return record.model_copy(
        update={
            "actor": names(record.actor),
            "force": record.force.model_copy(update={"text": "", "span": None}),
            "quantity": _quantity(record.quantity),
            "recipient": names(record.recipient),
            "time": _time(record.time),
            "source": _source(record.source),
            "evidence": (_SPAN,),
            "rules": (BY_HAND + _REASON,) * len(record.corrected),
        }
    )


def _event(record: Event, names: _Named) -> Event:
    harm = tuple(
        each.model_copy(update={"who": None, "quantity": _quantity(each.quantity)}) for each in record.casualties
    )
    return record.model_copy(
        update={
            "actor": names(record.actor),
            "target": _target(record.target, names),
            "time": _time(record.time),
            "source": _source(record.source),
            "casualties": harm,
            "evidence": (_SPAN,),
            "rules": (BY_HAND + _REASON,) * len(record.corrected),
        }
    )


def _target(target: Actor | None, names: _Named) -> Actor | None:
    if target is not None and target.code is None:
        return Actor(name="a target that the article names", code=None)
    return names(target)


def _quantity(quantity: Quantity | None) -> Quantity | None:
    return quantity.model_copy(update={"text": "", "span": None}) if quantity is not None else None


def _time(time: Time | None) -> Time | None:
    return time.model_copy(update={"text": "", "span": None}) if time is not None else None


def _source(source: Source | None) -> Source | None:
    return Source(name="a source that the article names") if source is not None else None
