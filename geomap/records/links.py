"""Links each force to what is done with it and to its places."""

from __future__ import annotations

from geomap.records.appositions import join_appositions
from geomap.records.context import Mentions
from geomap.records.directions import directed
from geomap.records.places.dealing import deal_places
from geomap.records.triggering import Link, hang

__all__ = ["Link", "link_forces"]


def link_forces(m: Mentions) -> tuple[Link, ...]:
    """Return a link for every force, in reading order."""
    by_sentence: dict[int, list[Link]] = {}
    for force in m.forces:
        link = hang(m, force)
        if link is not None:
            by_sentence.setdefault(link.head.sentence, []).append(link)
    found: list[Link] = []
    for sentence, group in by_sentence.items():
        anchors = m.in_sentence(sentence)
        joined = [directed(m, link, anchors) for link in join_appositions(m, group)]
        found.extend(deal_places(m, joined, anchors))
    return tuple(found)
