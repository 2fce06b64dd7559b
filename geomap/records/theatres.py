"""The theatre of a mission: forces promised to KFOR go to Kosovo, whatever the sentence leaves out."""

from __future__ import annotations

from functools import cache

from geomap.language import lexicon
from geomap.language.words import key_of
from geomap.mentions.places import Place
from geomap.records.context import Mentions
from geomap.records.triggering import Link

_REACH = 3
"""Sentences back in which the mission was last named."""


@cache
def _theatres() -> dict[str, str]:
    return {key_of(name): code for name, code in lexicon.records().locating.theatres.items()}


def theatre(m: Mentions, link: Link) -> tuple[Place, ...]:
    """Return the article's mention of the country that the last mission named is for."""
    sentences = m.doc.sentences
    last = sentences[link.head.sentence]
    first = sentences[max(0, last.index - _REACH)]
    code = None
    for actor in m.actors:
        if first.start <= actor.span[0] < last.end:
            code = _theatres().get(key_of(m.doc.text[slice(*actor.span)]), code)
    if code is None:
        return ()
    named = [p for p in m.places if p.literal and p.country == code and p.mention.resolved is not None]
    whole = [p for p in named if p.mention.resolved is not None and p.mention.resolved.kind == "country"]
    before = [p for p in whole or named if p.mention.span[1] <= link.force.start]
    return tuple((before or whole or named)[-1:])
