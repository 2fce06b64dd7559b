"""Actors: their colours and, for states, their own country."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from geomap.model import Actor, Report
from geomap.scene.model import ActorStyle, Side
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
PATTERNS = 4
"""How many patterns there are beside the plain colour; see ``ActorStyle``."""
_SIDES = {
    Side.FRIEND: (("#80c8f0", "#1d5a86"), ("#b9e2ff", "#23588c"), ("#8fb7e8", "#2b4f8f")),
    Side.HOSTILE: (("#ff8f85", "#a3271d"), ("#ffbfb0", "#96351b"), ("#f58aa0", "#99204a")),
    Side.NEUTRAL: (("#a9e5a4", "#2a6a2a"), ("#d5f0b8", "#4c6413"), ("#7fd1b0", "#0f6650")),
}
"""With a viewpoint: APP-6's blue, red and green, lighter so that black is read on them."""


def key(actor: Actor | None) -> str:
    """Return what tells one actor from another: the code, else the name."""
    if actor is None:
        return NOBODY
    return actor.code or plain(actor.name).casefold() or NOBODY


def styles(report: Report, side_of: Callable[[Actor], Side] | None = None) -> tuple[ActorStyle, ...]:
    """Return one style for each actor of the report in reading order: colours, then the same colours with a pattern.
    With ``side_of`` the colours are those of the actor's side."""
    named: dict[str, Actor] = {}
    anonymous = False
    for actor in _actors(report):
        if actor is None or key(actor) == NOBODY:
            anonymous = True
        else:
            named.setdefault(key(actor), actor)
    out: list[ActorStyle] = []
    for code, actor in named.items():
        side = side_of(actor) if side_of is not None else None
        palette = _SIDES[side] if side is not None else _PALETTE
        turn, index = divmod(sum(style.side is side for style in out), len(palette))
        pattern = 0 if turn == 0 else (turn - 1) % PATTERNS + 1
        out.append(ActorStyle(code, shorten(plain(actor.name), 60), *palette[index], pattern, side))
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
