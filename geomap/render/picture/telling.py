"""What a picture says in words: the alternative text, what is not on the map, and who contests the land in view."""

from __future__ import annotations

from collections.abc import Iterator

from geomap.render.picture.view import View
from geomap.scene import Scene, wording
from geomap.scene.cards import CORRECTED
from geomap.scene.frame import unproject
from geomap.scene.model import Box, Card

_LONGEST = 4_000
"""Characters of the alternative text at most: it is read out from beginning to end."""
_NAMED = 8
"""Records and contested areas that are named one by one; of more, the number."""


def alternative(scene: Scene) -> str:
    """Return the alternative text: what the map shows, place by place, in the words of its cards."""
    cards = {card.record: card for card in scene.cards}
    parts = [f"Map. {scene.as_of}. {scene.summary}"]
    for site in scene.sites:
        told = "; ".join(_told(cards[glyph.record], scene) for glyph in site.glyphs)
        parts.append(f"{site.name}: {told}.")
    parts += [f"Not on the map: {line}." for line in absent(scene)]
    return wording.shorten(" ".join(parts), _LONGEST)


def _told(card: Card, scene: Scene) -> str:
    actor = next((style.name for style in scene.actors if style.key == card.glyph.actor), "")
    return f"{card.title} ({', '.join(part for part in (actor, card.glyph.tag or card.state) if part)})"


def absent(scene: Scene) -> list[str]:
    """Return what could not be placed and why, one entry a record, the number of those beyond a few."""
    cards = [card for card in scene.cards if card.site is None]
    named = [f"{wording.shorten(card.title, 80)} – {wording.shorten(card.absent, 120)}" for card in cards[:_NAMED]]
    return [*named, f"{len(cards) - _NAMED} more records"] if len(cards) > _NAMED else named


def corrected(scene: Scene) -> str:
    """Return what a person corrected, with the reasons, nothing where all is as it was read."""
    told = [
        f"{wording.shorten(card.title, 80)} ({wording.shorten(words, 200)})"
        for card in scene.cards
        for head, words in card.facts
        if head == CORRECTED
    ]
    more = [f"{len(told) - _NAMED} more records"] if len(told) > _NAMED else []
    return "; ".join([*told[:_NAMED], *more])


def contested(scene: Scene, view: View) -> str:
    """Return who holds and who claims each contested area in view, nothing where there is none."""
    told = [area.statement for area in scene.basemap.contested if _in_view(area.box, view)]
    named = told[:_NAMED]
    if len(told) > _NAMED:
        named.append(f"{len(told) - _NAMED} more contested areas in this view.")
    return " ".join(f"{line.rstrip('.')}." for line in named)


def _in_view(box: Box, view: View) -> bool:
    north_west = unproject(view.left / view.scale, view.top / view.scale)
    south_east = unproject((view.left + view.width) / view.scale, (view.top + view.height) / view.scale)
    return (
        box.west < south_east.lon
        and box.east > north_west.lon
        and box.south < north_west.lat
        and box.north > south_east.lat
    )


def credits_of(scene: Scene) -> Iterator[str]:
    """Yield whose data and drawings the picture is made of; what only the page is made with is left out."""
    return (f"{what}: {who}" for what, who in scene.credits if what != "Map")
