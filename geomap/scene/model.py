"""The values that a scene consists of: what is to be drawn, where, and how it is told apart. No HTML.

Points are degrees WGS 84. Longitudes are those of the scene's own frame: within 180° of its middle, so that a scene
across the antimeridian has no seam and a longitude may exceed 180. Sizes are CSS pixels at any zoom.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from geomap.model import EventType, Status

Line = tuple[int, ...]
"""A line or closed ring on a grid: x, y of its first vertex, then dx, dy of each further one."""


class Mark(StrEnum):
    """What a marked word of the evidence stands for."""

    ACTOR = "actor"
    QUANTITY = "quantity"
    FORCE = "force"
    PLACE = "place"
    TIME = "time"
    SOURCE = "source"


class Extent(StrEnum):
    """How a site lies on the earth."""

    POINT = "point"  # a town, a base: drawn with a dot
    AREA = "area"  # a country, a region: the symbol stands somewhere in it
    SHARED = "shared"  # the middle of several places that share one number


class FlowKind(StrEnum):
    """Why there is an arrow."""

    MOVE = "move"  # a force comes
    WITHDRAWAL = "withdrawal"  # leaves where it was
    TRANSFER = "transfer"  # arms from giver to recipient
    BRANCH = "branch"  # from one shared number to each of its places


class Side(StrEnum):
    """How an actor stands to the viewpoint that a map is drawn from."""

    FRIEND = "friend"
    HOSTILE = "hostile"
    NEUTRAL = "neutral"


class Style(StrEnum):
    """What the signs of forces look like."""

    SYMBOLS = "symbols"  # APP-6
    PLAIN = "plain"  # discs with pictures that need no training


class Quotes(StrEnum):
    """How much of the article a scene carries."""

    NONE = "none"  # not a word of it: numbers, gazetteer names and geomap's own words
    SENTENCE = "sentence"  # the sentences that the records were read from
    FULL = "full"  # all of it, marked


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the scene's frame."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the frame; ``west`` may be below -180 or ``east`` above 180, never both more than 360 apart."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Shape:
    """Lines or rings on a grid of ``step`` degrees (lon right, lat up). Rings are filled by the even-odd rule, so that
    holes and islands need no order."""

    step: float
    lines: tuple[Line, ...]


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
class Land:
    """One country of the basemap, or land that stands apart (without a code); ``held`` when a symbol stands for
    somewhere in it."""

    code: str
    name: str
    label: Point | None
    radius_km: float
    held: bool
    shape: Shape


@dataclass(frozen=True, slots=True)
class Contested:
    """A contested area within the region: its name, the sentence that is printed of it, where its name stands, and the
    box that it lies in. Drawn as a hatched ``shape``, as ``islets``, or (a line, or words alone) as neither. Name and
    islets show from ``min_zoom`` on."""

    slug: str
    name: str
    statement: str
    point: Point
    radius_km: float
    min_zoom: float
    box: Box
    shape: Shape | None
    islets: tuple[Point, ...]


class LabelKind(StrEnum):
    """What a name on the map names."""

    COUNTRY = "country"
    CONTESTED = "contested"
    ISLET = "islet"
    PROVINCE = "province"
    CITY = "city"  # named by the article
    CAPITAL = "capital"
    TOWN = "town"  # one of the largest in view
    SEA = "sea"


@dataclass(frozen=True, slots=True)
class Label:
    """A name on the map, from ``min_zoom`` on; the larger ``weight`` goes first where there is no room."""

    kind: LabelKind
    text: str
    point: Point
    weight: float
    min_zoom: float


@dataclass(frozen=True, slots=True)
class Basemap:
    """What lies under the symbols: ``region``'s countries in detail, the world behind them, water and lines.
    Provinces lie within ``detail``. ``disputed`` are the borders of contested areas with those who contest them."""

    region: Box
    lands: tuple[Land, ...]
    contested: tuple[Contested, ...]
    backdrop: Shape
    detail: Box
    provinces: tuple[Label, ...]
    province_borders: Shape
    disputed: Shape
    lakes: Shape
    rivers: Shape


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


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the article's words, marked or not."""

    text: str
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class Run:
    """A run of the whole article: ``records`` are those that were read from the sentence it stands in."""

    text: str
    mark: Mark | None
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """What one record adds to a total. ``low`` and ``high`` (``None``: open) bound its number; ``why`` says why it adds
    nothing. ``of`` and ``act`` and the status tell what may be added up: the category, and whether the force is there,
    leaves or is supplied. ``wholes`` are the records that it is counted in; ``twin`` is the same for records that tell
    one number again; ``at`` numbers its places, ``within`` those of other records that hold one of them, ``sentence``
    the place in the article: numbers of different sentences at places within one another may be the same force."""

    record: str
    actor: str
    site: int | None
    of: str
    act: str
    status: Status
    low: float
    high: float | None
    why: str
    wholes: tuple[str, ...]
    twin: int
    at: tuple[int, ...]
    within: tuple[int, ...]
    sentence: int


@dataclass(frozen=True, slots=True)
class Card:
    """All that is known of one record, in words. ``facts`` are (heading, words) in reading order; ``site`` is ``None``
    when the record is not on the map and ``absent`` then says why. ``kind`` is its category or type of event, ``dates``
    its first and last ISO day, empty where the article tells none."""

    record: str
    glyph: Glyph
    title: str
    where: str
    state: str
    facts: tuple[tuple[str, str], ...]
    quotes: tuple[tuple[Piece, ...], ...]
    site: int | None
    absent: str
    kind: str = ""
    dates: tuple[str, str] = ("", "")


class LegendKind(StrEnum):
    """Which sign a legend line explains; ``LegendLine.key`` says which of its kind."""

    ACTOR = "actor"
    SYMBOL = "symbol"
    ECHELON = "echelon"
    EVENT = "event"
    STATUS = "status"
    SIZE = "size"
    FLOW = "flow"
    WIDTH = "width"
    SIDE = "side"
    PLACE = "place"
    CONTESTED = "contested"


@dataclass(frozen=True, slots=True)
class LegendLine:
    """One line of the legend."""

    kind: LegendKind
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that a map of one article shows; ``render`` turns it into a page."""

    title: str
    as_of: str
    summary: str
    boundaries: str
    credits: tuple[tuple[str, str], ...]
    center_lon: float
    bounds: Box
    basemap: Basemap
    actors: tuple[ActorStyle, ...]
    sites: tuple[Site, ...]
    flows: tuple[Flow, ...]
    areas: tuple[Area, ...]
    labels: tuple[Label, ...]
    levels: tuple[Level, ...]
    cards: tuple[Card, ...]
    legend: tuple[LegendLine, ...]
    symbols: tuple[tuple[str, str], ...]
    """(SIDC, or code of a plain sign, SVG) of every symbol that the scene uses, each once."""
    tallies: tuple[Tally, ...] = ()
    article: tuple[Run, ...] = ()
    """The whole article, only with ``Quotes.FULL``."""
    id: str = ""
    """The article's own id: what files that are saved from the page are called."""
