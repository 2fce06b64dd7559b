"""What is told beside the map, and the scene as a whole."""

from __future__ import annotations

from dataclasses import dataclass

from geomap.model import Status
from geomap.scene.model.ground import Basemap, Box, Label
from geomap.scene.model.kinds import LegendKind, Mark
from geomap.scene.model.signs import ActorStyle, Area, Flow, Glyph, Level, Site


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
