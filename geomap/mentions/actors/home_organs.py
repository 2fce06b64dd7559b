"""Organs that an article names without their state: "the army", "the General Staff", "the Air Force".

A reader takes them for those of the country that the article is filed in or tells of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from gazetteer import Gazetteer
from geomap.language import lexicon
from geomap.language.annotated import Annotated
from geomap.language.matcher import Matcher
from geomap.language.spans import SpanIndex
from geomap.mentions.actors.finding import ActorMention
from geomap.mentions.places.finding import Place
from geomap.model import Use

_FILED, _TOLD = 0.3, 0.5
"""Shares of all mentions of places from which on a country is the home: that of the dateline, or another."""

_OF = frozenset({"of", "'s", "’s"})
_FEW = 3
"""Mentions of countries at least from which a home is told."""


@cache
def _organs() -> Matcher[bool]:
    return Matcher((organ, True) for organ in lexicon.actors().home_organs)


def find_home_organs(
    doc: Annotated, actors: Sequence[ActorMention], places: Sequence[Place], gazetteer: Gazetteer
) -> tuple[ActorMention, ...]:
    """Return the organs named without a state as those of the article's home, in reading order."""
    home = _home(places, actors)
    if home is None:
        return ()
    name = gazetteer.country(home).name
    taken = SpanIndex(actors, lambda actor: actor.span)
    found = []
    for match in _organs().scan(doc.words):
        before = doc.words[match.first - 1].key if match.first else ""
        span = (match.start, match.end)
        behind = doc.text[match.end : match.end + 3].strip()
        if before == "the" and behind not in _OF and not taken.overlapping(span):
            found.append(ActorMention(span, name, home, "state", None, "actor-home-organ"))
    return tuple(found)


def _home(places: Sequence[Place], actors: Sequence[ActorMention]) -> str | None:
    """Return the country of the dateline where it is told of enough, else the one that is told of most."""
    told = Counter(place.country for place in places if place.country is not None)
    if sum(told.values()) < _FEW:
        return None
    filed = next((place.country for place in places if place.mention.use is Use.DATELINE), None)
    if filed is not None and told[filed] >= _FILED * sum(told.values()):
        return filed
    country, count = told.most_common(1)[0]
    return country if count >= _TOLD * sum(told.values()) else None
