"""What stands on the map: actors' colours, symbols and their stacks, sites, arrows, uncertain areas."""

from __future__ import annotations

from dataclasses import dataclass

from geomap.model import EventType, Status
from geomap.scene.model.ground import Point, Shape
from geomap.scene.model.kinds import Extent, FlowKind, Side


@dataclass(frozen=True, slots=True)
class ActorStyle:
    """One actor's colours: ``fill`` carries black drawing on it and stands out on the dark map, ``line`` stands out on
    paper (contrast 4.5). ``pattern`` tells actors of one colour apart: 0 is plain, see ``Pattern``."""

    key: str
    name: str
    fill: str
    line: str
    pattern: int = 0
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class Glyph:
    """One symbol on the map: a deployment's APP-6 symbol or an event's sign, with the words beside it.

    ``sidc`` is a 20-digit symbol code, ``None`` for an event. ``size`` is the height of its frame in pixels.
    """

    record: str
    sidc: str | None
    event: EventType | None
    size: int
    actor: str
    status: Status
    hedged: bool
    number: str
    words: tuple[str, ...]
    tag: str


@dataclass(frozen=True, slots=True)
class Grid:
    """How the glyphs of a site are stacked, in pixels: ``columns`` of ``cell_width`` filled one after another in rows
    of the heights ``rows``, the symbol in the first ``icon`` pixels of its cell, the site's name in ``header`` above.
    ``hidden`` counts those that the stack has no room for: a line of ``more`` pixels under it says how many."""

    columns: int
    rows: tuple[int, ...]
    cell_width: int
    icon: int
    header: int
    width: int
    hidden: int
    more: int = 0

    @property
    def height(self) -> int:
        """Height of the whole stack."""
        return self.header + sum(self.rows) + self.more


@dataclass(frozen=True, slots=True)
class Site:
    """A place with all that is shown there, most numerous first. ``radius_km`` is how far the truth may lie off.
    ``compact`` is the stack where there is little room: numbers without words, words only where there is no number.
    ``outside``: so far from all else that the first view leaves it out and points to it."""

    key: str
    name: str
    extent: Extent
    point: Point
    radius_km: float
    tag: str
    glyphs: tuple[Glyph, ...]
    grid: Grid
    compact: Grid
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Flow:
    """An arrow. ``inferred`` when its far end is only the actor's own country. ``end_site``/``start_site`` index
    ``Scene.sites`` where it meets a symbol and must stop short of it.

    ``bend`` is the sagitta as a share of the length, its sign the side; ``width`` is in pixels.
    """

    records: tuple[str, ...]
    kind: FlowKind
    inferred: bool
    status: Status
    actor: str
    start: Point
    end: Point
    start_site: int | None
    end_site: int | None
    start_name: str
    bend: float
    width: float


@dataclass(frozen=True, slots=True)
class Area:
    """An uncertain place: its outline where the gazetteer has one, else a circle of ``radius_km`` round ``point``."""

    name: str
    point: Point
    radius_km: float
    outline: Shape | None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands at one zoom level: pixels from its point to its middle; ``None`` means no room for it."""

    dx: int
    dy: int


@dataclass(frozen=True, slots=True)
class Level:
    """The arrangement at one zoom level: one entry for each site and each label of the scene, in their order.
    ``compact`` when the stacks are drawn as such. ``bends`` are (flow, bend) of the arrows that at this level go
    another way than ``Flow.bend``, because they would run under a stack that is not theirs."""

    zoom: float
    compact: bool
    sites: tuple[Spot | None, ...]
    labels: tuple[Spot | None, ...]
    bends: tuple[tuple[int, float], ...] = ()
