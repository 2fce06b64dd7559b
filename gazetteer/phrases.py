"""Phrases of spatial expressions by class, and what looks like one and is none.

A phrase is written as its words with single spaces, in lower case and with plain apostrophes and hyphens.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from .distances import UNITS_AND_JOURNEYS
from .expressions import Hand
from .model import Kind
from .wording import ADJECTIVES, ECONOMIC_KM, FAR, MIDDLES, PLACE_KINDS, SIDES, TERRITORIAL_KM, Meaning, Word

_SERVICES = (
    "guard", "guards", "guardsman", "guardsmen", "police", "patrol", "patrols", "force", "forces", "troops",
    "official", "officials", "officer", "officers", "agency", "service", "post", "posts", "control", "controls",
    "security", "artillery", "defence", "defense", "deal", "agreement", "dispute", "war", "clash", "clashes",
    "protection", "commission", "command",
)  # fmt: skip
_OFF_VERBS = (
    "cut", "cuts", "cutting", "seal", "sealed", "sealing", "block", "blocked", "blocking", "call", "called", "calls",
    "calling", "broke", "breaks", "break", "broken", "breaking", "fend", "fended", "fending", "ward", "warded",
    "stave", "staved", "set", "sets", "kick", "kicked", "pull", "pulled", "pay", "paid", "write", "written", "wrote",
    "fight", "fought", "fighting", "drive", "drove", "driven", "beat", "beaten", "hold", "held", "laid", "lay",
    "sell", "sold", "rip", "ripped", "shut", "take", "took", "taken", "turned", "turn", "drop", "dropped",
    "see", "saw", "fired", "fire", "hive", "hived", "wall", "walled", "fence", "fenced", "close", "closed",
    "cordon", "cordoned", "finish", "finished", "wipe", "wiped", "scare", "scared", "split", "carve", "carved",
    "head", "headed", "hands", "better", "worse", "well", "trade", "traded", "lift", "fly", "flown",
)  # fmt: skip
_PIECES = (
    "part", "parts", "half", "area", "areas", "outskirts", "suburbs", "edge", "edges", "fringe", "fringes",
    "tip", "end", "corner", "sector", "sectors", "section", "reaches", "approaches", "entrance", "flank", "third",
    "periphery", "limits", "stretch", "environs",
)  # fmt: skip
_PLURALS = (
    "regions", "districts", "provinces", "governorates", "oblasts", "states", "neighbourhoods", "neighborhoods",
    "quarters", "countryside", "hinterland",
)  # fmt: skip
_AROUND = ("area", "areas", "villages", "countryside", "district", "districts", "towns", "hills", "region", "suburbs",
           "province", "mountains", "forests", "fields", "waters", "sea", "desert")  # fmt: skip
_BORDERLANDS: dict[str, Kind | None] = {
    **dict.fromkeys(("regions", "areas", "area", "zones", "zone", "districts", "provinces", "towns", "villages",
                     "communities", "strip", "settlements", "states", "counties")),
    **{word: PLACE_KINDS[word] for word in ("region", "district", "province", "state", "county")},
    **{word: PLACE_KINDS[word] for word in ("town", "city", "village", "settlement", "hamlet")},
}  # fmt: skip
_ROADS = ("road", "highway", "motorway", "railway", "railroad", "rail line", "route", "supply route", "expressway")
_BORDERS = ("border", "borders", "frontier", "frontiers", "land border", "land borders", "borderline", "state border")

PHRASES: dict[Word, tuple[str, ...] | Mapping[str, Meaning]] = {
    Word.OF: ("of",),
    Word.FROM: ("from",),
    Word.WITH: ("with",),
    Word.AND: ("and",),
    Word.IN: ("in",),
    Word.ON: ("on",),
    Word.TO: ("to",),
    Word.TO_THE: ("to the",),
    Word.ALONG: ("along", "all along"),
    Word.WHERE: ("where",),
    Word.THE: ("the",),
    Word.A: ("a", "an"),
    Word.GLUE: (
        "at", "by", "for", "as", "but", "or", "that", "which", "who", "when", "while", "since", "after", "before",
        "until", "during", "because", "if", "than", "this", "last", "is", "are", "was", "were", "has", "have", "had",
        "will", "would", "could", "can", "may", "might", "should", "must", "said", "says", "early", "late", "again",
        "today", "yesterday", "overnight", "not", "so", "then", "there", "amid", "against", "over", "under",
        "through", "despite", "without", "where", "it", "he", "she", "they", "we", "saying", "ahead", "also", "to",
        "itself", "remains", "remained", "without", "every", "each", "within", "following", "about", "still", "now",
    ),
    Word.ITS: ("its", "their"),
    Word.TWO: (
        "the two countries", "the two nations", "the two neighbours", "the two neighbors", "both countries",
        "the neighbours", "the two states", "the two sides",
    ),
    Word.SIDE: {**SIDES, **{f"{far}{word}": side for far, (word, side) in product(FAR[1:4], SIDES.items())}},
    Word.ADJ: ADJECTIVES,
    Word.MIDDLE: MIDDLES,
    Word.HAND: {"left": Hand.LEFT, "right": Hand.RIGHT},
    Word.PART: _PIECES,
    Word.PARTS: _PLURALS,
    Word.PLACE: PLACE_KINDS,
    Word.AWAY: (
        "away", "just", "further", "farther", "or so", "upstream", "downstream", "upriver", "downriver", "inland",
        "up the coast", "down the coast", "along the coast",
    ),
    Word.OUTSIDE: ("outside", "just outside", "beyond", "outside of"),
    Word.INSIDE: ("inside", "within", "behind"),
    Word.INTO: ("into",),
    Word.DEEP: ("deep", "deeper"),
    Word.TERRITORY: ("territory", "soil"),
    Word.BORDER: _BORDERS,
    Word.BORDERLAND: {
        "borderlands": None,
        "borderland": None,
        **{f"{one} {other}": kind for one, (other, kind) in product(("border", "frontier"), _BORDERLANDS.items())},
    },
    Word.TRIPOINT: (
        *(
            f"{tri} {area}"
            for tri in ("tri-border", "three-border", "triborder", "tri-state", "three borders", "three-borders")
            for area in ("area", "region", "zone", "point")
        ),
        "tripoint", "triple frontier", "border triangle", "tri-border",
    ),
    Word.BORDERS_OF: ("the borders of", "the frontiers of"),
    Word.MEET: ("meet", "meets", "converge", "intersect", "join", "come together"),
    Word.SIDE_OF: ("side of",),
    Word.BOTH_SIDES: ("both sides of", "either side of", "on both sides of", "on either side of"),
    Word.ACROSS: (
        "across the border from", "just across the border from", "across the frontier from", "over the border from",
        "just over the border from",
    ),
    Word.COAST: (
        "coast", "coasts", "coastline", "seaboard", "shore", "shores", "littoral", "coastal strip", "coastal region",
        "coastal area", "coastal areas", "coastal regions",
    ),
    Word.OFF: (
        "off", "just off", "in waters off", "in the waters off", "waters off", "the waters off", "in the sea off",
        "offshore from", "at sea off",
    ),
    Word.WATERS: {
        "waters": TERRITORIAL_KM, "territorial waters": TERRITORIAL_KM, "territorial sea": TERRITORIAL_KM,
        "coastal waters": TERRITORIAL_KM, "exclusive economic zone": ECONOMIC_KM, "economic zone": ECONOMIC_KM,
        "eez": ECONOMIC_KM,
    },
    Word.AIRSPACE: ("airspace", "air space", "skies"),
    Word.NEAR: (
        "near", "near to", "close to", "in the vicinity of", "the vicinity of", "in and around", "around",
        "not far from", "adjacent to", "next to", "in the area of", "at the gates of", "the gates of", "close by",
        *(f"{a} {b}" for a in _AROUND for b in ("around", "surrounding", "near")),
        *(f"the {a} {b}" for a in _AROUND for b in ("around", "surrounding", "near")),
    ),
    Word.BETWEEN: ("between", "in between"),
    Word.HALFWAY: ("halfway", "midway", "half-way", "mid-way", "half way"),
    Word.ROAD: _ROADS,
    Word.LINKING: (
        "linking", "connecting", "that links", "which links", "that connects", "which connects", "joining",
    ),
    Word.BANK: ("bank", "shore of the river", "riverbank"),
    Word.BANKS: ("on the banks of", "the banks of", "along the banks of", "banks of", "on the shores of"),
    Word.MOUTH: ("mouth of", "mouths of", "estuary of", "delta of", "the mouth of", "the estuary of", "the delta of"),
}  # fmt: skip
"""Phrases by class, with what they mean where they mean more than their class."""

BREAKERS = (
    *(f"{word} {service}" for word in ("border", "frontier", "coast", "coastal") for service in _SERVICES),
    *(f"{verb} off" for verb in _OFF_VERBS),
    "near miss", "near misses", "off the record",
    "borders on", "off guard", "off limits", "off course",
)  # fmt: skip
"""What is none of the above, though its words are."""

TELLING = frozenset(
    {
        Word.SIDE, Word.ADJ, Word.MIDDLE, Word.PART, Word.DISTANCE, Word.REACH, Word.TRAVEL, Word.DEEP, Word.BORDER,
        Word.BORDERLAND, Word.TRIPOINT, Word.MEET, Word.ACROSS, Word.COAST, Word.OFF, Word.WATERS, Word.AIRSPACE,
        Word.NEAR, Word.OUTSIDE, Word.BETWEEN, Word.HALFWAY, Word.ROAD, Word.BANK, Word.BANKS, Word.MOUTH, Word.ALONG,
    }
)  # fmt: skip
"""Classes one of which every expression has."""

_COMMON = frozenset(
    ("of", "the", "to", "from", "in", "on", "at", "and", "that", "which", "all", "just", "half", "end", "by", "line",
     "point", "part", "sea", "supply")
) | frozenset(_BORDERLANDS)  # fmt: skip


def _key(phrase: str) -> str:
    """The word of a phrase by which it is known: "around" of "areas around", "east" of "north-east"."""
    words = phrase.replace("-", " ").split()
    return next((word for word in reversed(words) if word not in _COMMON), max(words, key=len))


KEYS = UNITS_AND_JOURNEYS | {_key(phrase) for word, phrases in PHRASES.items() if word in TELLING for phrase in phrases}
"""Words without one of which a text has no expression."""
