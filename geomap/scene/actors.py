"""Actors: their colours and, for states, their own country."""

from __future__ import annotations

from collections.abc import Iterable

from geomap.model import Actor, Report
from geomap.scene.model import ActorStyle
from geomap.scene.wording import plain, shorten

NOBODY = "unnamed"
"""The key of the style of records whose actor the article does not name."""

# Fills are Paul Tol's "light" scheme, made for black on colour and told apart by colour-blind readers; no side of a
# conflict owns a colour, they are given in the order in which the article names the actors. Lines are darker tones of
# the same hues with a contrast of at least 4.5 on the paper.
_PALETTE = (
    ("#77aadd", "#23588c"),
    ("#ee8866", "#9a3b17"),
    ("#eedd88", "#7a5f00"),
    ("#44bb99", "#00664b"),
    ("#ffaabb", "#a02f62"),
    ("#99ddff", "#00687f"),
    ("#bbcc33", "#56630a"),
    ("#aaaa00", "#4d4d00"),
)
_OTHER = ("#e6d6bd", "#6b4e16")


def key(actor: Actor | None) -> str:
    """Return what tells one actor from another: the code, else the name."""
    if actor is None:
        return NOBODY
    return actor.code or plain(actor.name).casefold() or NOBODY


def styles(report: Report) -> tuple[ActorStyle, ...]:
    """Return one style for each actor of the report in reading order; from the ninth on they share one more."""
    named: dict[str, Actor] = {}
    anonymous = False
    for actor in _actors(report):
        if actor is None or key(actor) == NOBODY:
            anonymous = True
        else:
            named.setdefault(key(actor), actor)
    out = []
    for index, (code, actor) in enumerate(named.items()):
        fill, line = _PALETTE[index] if index < len(_PALETTE) else _OTHER
        out.append(ActorStyle(code, shorten(plain(actor.name), 60), fill, line))
    if anonymous:
        out.append(ActorStyle(NOBODY, "actor not named", "#ffffff", "#555555"))
    return tuple(out)


def _actors(report: Report) -> Iterable[Actor | None]:
    for deployment in report.deployments:
        yield deployment.actor
    for event in report.events:
        yield event.actor


def country_code(actor: Actor | None) -> str | None:
    """Return the ISO alpha-3 code when the actor is a state; bodies of states and groups have no country."""
    if actor is None or actor.code is None:
        return None
    return actor.code if len(actor.code) == 3 and actor.code.isalpha() and actor.code.isupper() else None
