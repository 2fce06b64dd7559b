"""Closed sets of what a scene tells apart: marks, extents, flows, sides, styles, labels, legend lines."""

from __future__ import annotations

from enum import StrEnum


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
