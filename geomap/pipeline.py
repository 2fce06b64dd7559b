"""The one file that knows the order: article → mentions → records → report."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer import Gazetteer
from gazetteer.folders import data_folder
from geomap.language.annotated import Annotated
from geomap.language.annotator import Annotator
from geomap.mentions.actors.descriptions import find_descriptions
from geomap.mentions.actors.finding import closed_spans, find_actors, find_bodies
from geomap.mentions.actors.givers import as_givers
from geomap.mentions.actors.home_organs import find_home_organs
from geomap.mentions.actors.leaders import find_leaders
from geomap.mentions.forces.finding import find_forces
from geomap.mentions.forces.nobody import find_nobody
from geomap.mentions.numbers.elided import find_elided
from geomap.mentions.numbers.quantities import find_quantities
from geomap.mentions.places.datelines import dateline_span
from geomap.mentions.places.finding import Place, find_places
from geomap.mentions.places.imprint import Imprint
from geomap.mentions.relevance import is_military, worth_parsing
from geomap.mentions.times.grammar import TimeMention, find_times
from geomap.mentions.triggers import find_triggers
from geomap.model import Article, Report, Span, Use
from geomap.records.clauses import Clauses
from geomap.records.context import Mentions
from geomap.records.deployments import find_deployments
from geomap.records.drafts import Dropped
from geomap.records.events.finding import find_events

if TYPE_CHECKING:
    from gazetteer.online import Online

_UNTOLD = Imprint()


@dataclass(frozen=True)
class Reading:
    """A report, and the forces that were considered and became no deployment."""

    report: Report
    dropped: tuple[Dropped, ...]


@dataclass(frozen=True)
class Pipeline:
    """Reads reports out of articles; load it once, use it for many. Not for several threads at once."""

    annotator: Annotator
    gazetteer: Gazetteer

    @classmethod
    def load(cls, model: str | None = None, gazetteer: Path | None = None, *, online: Online | None = None) -> Pipeline:
        """Load the spaCy model (by package name; the default small one without) and open the gazetteer.

        What the user has added to it is searched too; ``online`` is asked for names that it lacks.

        Raises:
            ModelMissing: the model is not installed.
            GazetteerMissing, GazetteerVersion: there is no usable gazetteer.
        """
        return cls(Annotator.load(model), Gazetteer.open(gazetteer, user_data=data_folder(), online=online))

    def extract(self, article: Article) -> Report:
        """Return everything read out of one article."""
        return self.read(article).report

    def read(self, article: Article) -> Reading:
        """Return everything read out of one article, with what was considered and dropped."""
        wanted = self.worth_parsing(article.text)
        language = article.language or "en"
        if wanted == ():  # no place, nobody, hence no record
            return Reading(Report(article=article.model_copy(update={"language": language})), ())
        mentions = self.mentions(
            self.annotator.annotate(article.text, wanted), article.published, self.imprint(article)
        )
        dateline = next((p.mention.text for p in mentions.places if p.mention.use is Use.DATELINE), None)
        found = find_deployments(mentions)
        report = Report(
            article=article.model_copy(update={"dateline": article.dateline or dateline, "language": language}),
            places=tuple(place.mention for place in mentions.places),
            deployments=found.deployments,
            events=find_events(mentions),
        )
        return Reading(report, found.dropped)

    def worth_parsing(self, text: str) -> tuple[Span, ...] | None:
        """Return the spans of a text out of which anything may be read, ``None`` for all of it."""
        if is_military(text, self.gazetteer):
            return None
        return worth_parsing(self.annotator.tokenise(text), self.gazetteer)

    @staticmethod
    def imprint(article: Article) -> Imprint:
        """Return who published an article, as far as it tells."""
        return Imprint(article.source, article.url)

    def mentions(self, doc: Annotated, published: str | None, imprint: Imprint = _UNTOLD) -> Mentions:
        """Return the mentions of a parsed text, numbers before places, places before actors.

        ``imprint`` tells who published it, which speaks for the places of the publication's home.
        """
        date = datetime.date.fromisoformat(published) if published else None
        quantities = find_quantities(doc.text)
        forces = find_forces(doc, quantities)
        bodies = find_bodies(doc, forces, self.gazetteer)
        places: tuple[Place, ...] = find_places(
            doc,
            self.gazetteer,
            tuple(f.span for f in forces if f.named and not f.ambiguous),
            closed_spans(doc.text, bodies, self.gazetteer),
            imprint,
        )
        places = as_givers(doc, places, quantities)
        named = find_actors(doc, bodies, places, self.gazetteer)
        described = (*named, *find_descriptions(doc, named, places, self.gazetteer))
        organs = find_home_organs(doc, described, places, self.gazetteer)
        actors = tuple(sorted([*described, *organs], key=lambda actor: actor.span))
        elided = (*find_elided(doc, quantities, forces, actors), *find_nobody(doc, forces))
        leaders = find_leaders(doc, self.gazetteer)
        return Mentions(
            doc,
            date,
            quantities,
            tuple(sorted([*forces, *elided], key=lambda force: force.start)),
            places,
            actors,
            leaders,
            _told_times(doc.text, date),
            find_triggers(doc),
            self.gazetteer,
            Clauses.of(doc),
            (0, len(doc.text) + 1),
        )


def _told_times(text: str, published: datetime.date | None) -> tuple[TimeMention, ...]:
    """Return the times of a text but that of its dateline, which tells when it was filed."""
    filed = dateline_span(text)
    return tuple(time for time in find_times(text, published) if not filed[0] <= time.span[0] < filed[1])
