"""The scene as the JSON that the page carries: the one way in which words of an article reach it.

Lines are written as text: every number in base 32, least digit first, zigzag signed, digits that go on from a second
row of letters, so that most vertices take two or three characters.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any

from geomap.render.ground import pixels_per_step, projected
from geomap.scene.model import (
    ActorStyle,
    Area,
    Box,
    Card,
    Contested,
    Flow,
    Glyph,
    Land,
    Level,
    Line,
    Piece,
    Point,
    Scene,
    Shape,
    Site,
    Tally,
)
from geomap.scene.wording import CATEGORY_WORDS, EVENT_WORDS, counted

_LAST = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef"
_MORE = "ghijklmnopqrstuvwxyz0123456789-_"
_SMALL = 512
_OFTEN = 4
"""Words of a card that come so often are sent once."""


def dumps(scene: Scene) -> str:
    """Return the scene as JSON fit for a script element: without ``<``, ``>``, ``&`` and line separators."""
    text = json.dumps(_scene(scene), ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def encode(line: Line) -> str:
    """Return the numbers of a line as text; ``decode`` in the page's ``basemap.js`` reads it."""
    small = _small()
    return "".join([small[n] if n in small else _digits(n) for n in line])


@cache
def _small() -> dict[int, str]:
    return {n: _digits(n) for n in range(-_SMALL, _SMALL)}


def _digits(n: int) -> str:
    rest = n << 1 if n >= 0 else (-n << 1) - 1
    out = ""
    while rest >= 32:
        out += _MORE[rest & 31]
        rest >>= 5
    return out + _LAST[rest]


def _scene(scene: Scene) -> dict[str, Any]:
    ground, facts = scene.basemap, _Facts(scene.cards)
    card_of = {card.record: index for index, card in enumerate(scene.cards)}
    return {
        "title": scene.title,
        "asOf": scene.as_of,
        "summary": scene.summary,
        "boundaries": scene.boundaries,
        "credits": scene.credits,
        "centerLon": scene.center_lon,
        "bounds": _box(scene.bounds),
        "region": _box(ground.region),
        "detail": _box(ground.detail),
        "lands": [_land(land) for land in ground.lands],
        "contested": [_contested(area) for area in ground.contested],
        "backdrop": _ground(ground.backdrop),
        "provinces": _ground(ground.province_borders),
        "disputed": _shape(ground.disputed),
        "lakes": _ground(ground.lakes),
        "rivers": _ground(ground.rivers),
        "actors": {actor.key: _actor(actor) for actor in scene.actors},
        "sites": [_site(site, card_of) for site in scene.sites],
        "flows": [_flow(flow) for flow in scene.flows],
        "areas": [_area(area) for area in scene.areas],
        "labels": [[label.kind, label.text, *_point(label.point)] for label in scene.labels],
        "levels": [_level(level) for level in scene.levels],
        "heads": facts.heads,
        "words": facts.words,
        "cards": [facts.card(card) for card in scene.cards],
        "kinds": {str(kind): word for kind, word in (*CATEGORY_WORDS.items(), *EVENT_WORDS.items())},
        "counted": {tally.of: counted(tally.of) for tally in scene.tallies},
        "tallies": [_tally(tally) for tally in scene.tallies],
        "article": [[run.text, run.mark, run.records] for run in scene.article],
        "id": scene.id,
        "legend": [[line.kind, line.key, line.text] for line in scene.legend],
    }


def _point(point: Point) -> list[float]:
    return [round(point.lat, 4), round(point.lon, 4)]


def _box(box: Box) -> list[list[float]]:
    return [_point(Point(box.south, box.west)), _point(Point(box.north, box.east))]


def _shape(shape: Shape) -> list[Any]:
    return [round(shape.step, 9), [encode(line) for line in shape.lines]]


def _ground(shape: Shape) -> list[Any]:
    return [round(pixels_per_step(shape), 9), [encode(line) for line in projected(shape)]]


def _actor(actor: ActorStyle) -> dict[str, Any]:
    return {"name": actor.name, "fill": actor.fill, "line": actor.line, "pattern": actor.pattern}


def _land(land: Land) -> list[Any]:
    return [1 if land.held else 0, _ground(land.shape)]


def _contested(area: Contested) -> list[Any]:
    hatch = None if area.shape is None else _ground(area.shape)
    return [area.name, area.statement, _box(area.box), hatch, [_point(islet) for islet in area.islets], area.min_zoom]


def _site(site: Site, card_of: dict[str, int]) -> dict[str, Any]:
    grid = site.grid
    return {
        "name": site.name,
        "extent": site.extent,
        "at": _point(site.point),
        "radius": round(site.radius_km, 1),
        "tag": site.tag,
        "glyphs": [card_of[glyph.record] for glyph in site.glyphs],
        "hidden": [grid.hidden, site.compact.hidden],
        "outside": 1 if site.outside else 0,
        "columns": grid.columns,
        "rows": [grid.rows, site.compact.rows],
        "icon": grid.icon,
        "size": [[grid.width, grid.height], [site.compact.width, site.compact.height]],
    }


def _glyph(glyph: Glyph) -> dict[str, Any]:
    out: dict[str, Any] = {
        "size": glyph.size,
        "actor": glyph.actor,
        "status": glyph.status,
        "number": glyph.number,
        "words": glyph.words,
    }
    out["sidc" if glyph.sidc is not None else "event"] = glyph.sidc if glyph.sidc is not None else glyph.event
    if glyph.tag:
        out["tag"] = glyph.tag
    if glyph.hedged:
        out["hedged"] = 1
    return out


def _flow(flow: Flow) -> dict[str, Any]:
    return {
        "records": flow.records,
        "kind": flow.kind,
        "inferred": 1 if flow.inferred else 0,
        "status": flow.status,
        "actor": flow.actor,
        "start": _point(flow.start),
        "end": _point(flow.end),
        "startSite": flow.start_site,
        "endSite": flow.end_site,
        "startName": flow.start_name,
        "bend": round(flow.bend, 3),
        "width": flow.width,
    }


def _area(area: Area) -> list[Any]:
    return [*_point(area.point), round(area.radius_km, 1), _shape(area.outline) if area.outline is not None else None]


def _level(level: Level) -> list[Any]:
    sites = [None if spot is None else [spot.dx, spot.dy] for spot in level.sites]
    labels = [[index, spot.dx, spot.dy] for index, spot in enumerate(level.labels) if spot is not None]
    return [level.zoom, sites, labels, 1 if level.compact else 0, level.bends]


def _piece(piece: Piece) -> list[str]:
    return [piece.text] if piece.mark is None else [piece.text, piece.mark]


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "record": tally.record,
        "actor": tally.actor,
        "site": tally.site,
        "of": tally.of,
        "act": tally.act,
        "status": tally.status,
        "low": tally.low,
        "high": tally.high,
        "why": tally.why,
        "wholes": tally.wholes,
        "twin": tally.twin,
        "at": tally.at,
        "within": tally.within,
        "sentence": tally.sentence,
    }


class _Facts:
    """Cards whose headings, and whose words that come again and again, are numbers of a list that is sent once."""

    def __init__(self, cards: Sequence[Card]) -> None:
        self.heads = list(dict.fromkeys(head for card in cards for head, _ in card.facts))
        counts = Counter(words for card in cards for _, words in card.facts)
        self.words = [words for words, count in counts.items() if count >= _OFTEN]
        self._head_at = {head: index for index, head in enumerate(self.heads)}
        self._word_at = {words: index for index, words in enumerate(self.words)}

    def card(self, card: Card) -> dict[str, Any]:
        """Return the card as the page has it."""
        out: dict[str, Any] = {
            "record": card.record,
            "glyph": _glyph(card.glyph),
            "kind": card.kind,
            "title": card.title,
            "where": card.where,
            "state": card.state,
            "facts": [[self._head_at[head], self._word_at.get(words, words)] for head, words in card.facts],
            "quotes": [[_piece(piece) for piece in quote] for quote in card.quotes],
            "site": card.site,
        }
        if card.absent:
            out["absent"] = card.absent
        if card.dates[0]:
            out["dates"] = card.dates
        return out
