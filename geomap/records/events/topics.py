"""Judges by the whole article whether words of fighting may be figures of speech: matches, elections, sales."""

from __future__ import annotations

from geomap.language import lexicon
from geomap.records.context import Mentions

_ENOUGH = 5
"""Different words of a topic that make it the article's; reports of fighting hold one or two of them by chance."""


def armed(m: Mentions) -> bool:
    """Whether an article speaks of a force at all."""
    return any(not f.ambiguous for f in m.forces) or any(a.kind != "state" for a in m.actors)


def civil(m: Mentions) -> bool:
    """Whether an article is one on a match or an election, in which words of fighting are mostly figures of speech."""
    words = lexicon.events()
    return any(len(m.lemmas & topic) >= _ENOUGH for topic in (words.sport, words.elections))
