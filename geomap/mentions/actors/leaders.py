"""Finds leaders of states: what they do with forces, their state does ("Nicolás Maduro sent 5,600 men")."""

from __future__ import annotations

from functools import cache

from gazetteer import Gazetteer
from geomap.language import lexicon
from geomap.language.annotated import Annotated
from geomap.language.matcher import Matcher
from geomap.mentions.actors.finding import ActorMention


@cache
def _matcher() -> Matcher[str]:
    return Matcher((name, code) for code, names in lexicon.leaders().leaders.items() for name in names)


def find_leaders(doc: Annotated, gazetteer: Gazetteer) -> tuple[ActorMention, ...]:
    """Return the leaders named in the text, in reading order, each under the name of the state."""
    return tuple(
        ActorMention(
            (match.start, match.end), gazetteer.country(match.entry).name, match.entry, "leader", None, "actor-leader"
        )
        for match in _matcher().scan(doc.words)
        if doc.text[match.start].isupper()
    )
