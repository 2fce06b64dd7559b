"""A map that quotes nothing: no word of the article is left in it."""

from __future__ import annotations

import json
import re

from gazetteer import Gazetteer
from geomap.model import Report
from geomap.render.payload import dumps
from geomap.scene import Quotes, compose
from geomap.scene.atlas import Atlas
from geomap.scene.withholding import withhold
from tests.support import drawing


def test_numbers_places_and_codes_stay_and_words_go(gazetteer: Gazetteer) -> None:
    report = withhold(drawing.sample(), Atlas(gazetteer))
    first = report.deployments[0]
    assert (report.article.text, report.article.id, report.article.title) == ("", "article", "Forces and fighting")
    assert (first.actor.name if first.actor else "", first.force.text) == ("Russia", "")
    assert first.quantity is not None
    assert (first.quantity.text, first.quantity.min) == ("", 30_000)
    assert first.source is not None
    assert first.source.name == "a source that the article names"


def _report_of_made_up_words() -> Report:
    """The hostile report with a word in every field; the names of places are those of the gazetteer."""
    report = drawing.hostile("Zqxwv")
    named = report.places[0].resolved
    assert named is not None
    known = report.places[0].model_copy(
        update={"resolved": named.model_copy(update={"name": "Warsaw", "admin1": None})}
    )
    coded = {"code": "POL"}
    deployments = tuple(
        record.model_copy(update={"actor": record.actor.model_copy(update=coded) if record.actor else None})
        for record in report.deployments
    )
    uncoded = {
        "actor": report.events[0].actor,
        "target": drawing.USA.model_copy(update={"name": "Zqxwv", "code": None}),
    }
    events = (report.events[0].model_copy(update=uncoded | {"actor": None}),)
    article = report.article.model_copy(update={"published": "2024-01-02"})
    return report.model_copy(
        update={"article": article, "places": (known, report.places[1]), "deployments": deployments, "events": events}
    )


def test_no_word_of_the_article_is_in_the_scene(gazetteer: Gazetteer) -> None:
    report = _report_of_made_up_words()
    deployments = tuple(
        record.model_copy(
            update={
                "time": record.time.model_copy(update={"start": "2024-01-01", "end": None}) if record.time else None,
                "recipient": None,
            }
        )
        for record in report.deployments
    )
    quiet = report.model_copy(update={"deployments": deployments})
    assert "zqxwv" in dumps(compose(quiet, gazetteer)).lower()
    assert "zqxwv" not in dumps(compose(quiet, gazetteer, quotes=Quotes.NONE)).lower()


def test_no_three_words_of_the_sample_stand_together_in_its_map(gazetteer: Gazetteer) -> None:
    """Names of countries and of contested areas are the gazetteer's; what remains is compared word by word."""
    article = re.findall(r"\w+", drawing.sample().article.text.lower())
    data = json.loads(dumps(compose(drawing.sample(), gazetteer, quotes=Quotes.NONE)))
    told = [data["title"], data["asOf"], data["summary"], *_words(data["cards"]), *_words(data["words"])]
    said = [re.findall(r"\w+", text.lower()) for text in told]
    runs = {tuple(words[i : i + 3]) for words in said for i in range(len(words) - 2)}
    of_article = {tuple(article[i : i + 3]) for i in range(len(article) - 2)}
    assert runs & of_article == set()
    assert {"stoltenberg", "spetsnaz", "iskander", "kirby"} & {word for words in said for word in words} == set()


def _words(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for item in value.values() for text in _words(item)]
    return [text for item in value for text in _words(item)] if isinstance(value, list) else []


def test_totals_are_the_same_with_and_without_quotes(gazetteer: Gazetteer) -> None:
    assert (
        compose(drawing.sample(), gazetteer, quotes=Quotes.NONE).tallies == compose(drawing.sample(), gazetteer).tallies
    )


def test_the_whole_article_stands_in_a_full_map_and_only_there(gazetteer: Gazetteer) -> None:
    report = drawing.sample()
    runs = compose(report, gazetteer, quotes=Quotes.FULL).article
    assert "".join(run.text for run in runs) == report.article.text
    assert [run.text for run in runs if run.mark and "d1" in run.records][:2] == ["30,000", "combat troops"]
    assert compose(report, gazetteer).article == ()
