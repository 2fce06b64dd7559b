"""The words that spatial expressions are made of, by class; ``lexer`` finds them, the rules put them together.

A phrase is written as its words with single spaces, in lower case and with plain apostrophes and hyphens.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from itertools import product

from .expressions import Hand, Side
from .model import Kind


class Word(Enum):
    """Classes of words, names and what rules make of them."""

    NAME = auto()  # a place, by its name
    PEOPLE = auto()  # a country, by the word for its people
    EXPR = auto()  # an expression that a rule has made
    OF = auto()
    FROM = auto()
    WITH = auto()
    AND = auto()
    IN = auto()
    ON = auto()
    TO = auto()
    TO_THE = auto()
    ALONG = auto()
    WHERE = auto()
    THE = auto()
    A = auto()
    GLUE = auto()  # what may follow "the border" without making another thing of it ("the border since")
    ITS = auto()
    POSS = auto()
    DASH = auto()
    COMMA = auto()
    LAND = auto()  # "the country": a place named before
    LANDS = auto()  # "the country's"
    TWO = auto()  # "the two countries"
    SIDE = auto()
    ADJ = auto()
    MIDDLE = auto()
    HAND = auto()
    PART = auto()
    PARTS = auto()  # kinds of places in the plural: "the northern provinces of Syria"
    PLACE = auto()  # a kind of place: "the city of Gao", "Tulcea county"
    DISTANCE = auto()
    REACH = auto()  # "within 20 km"
    TRAVEL = auto()
    AWAY = auto()
    OUTSIDE = auto()
    INSIDE = auto()
    INTO = auto()
    DEEP = auto()
    TERRITORY = auto()
    BORDER = auto()
    BORDERLAND = auto()
    TRIPOINT = auto()
    BORDERS_OF = auto()
    MEET = auto()
    SIDE_OF = auto()
    BOTH_SIDES = auto()
    ACROSS = auto()
    COAST = auto()
    OFF = auto()
    WATERS = auto()
    AIRSPACE = auto()
    NEAR = auto()
    BETWEEN = auto()
    HALFWAY = auto()
    ROAD = auto()
    LINKING = auto()
    BANK = auto()
    BANKS = auto()
    MOUTH = auto()
    LOWER = auto()  # any other word
    UPPER = auto()  # any other word with a capital
    NUMBER = auto()
    OTHER = auto()
    BREAK = auto()


Meaning = Side | Hand | Kind | frozenset[Kind] | float | None
"""What a word says beside its class: a side, a kind of place, kilometres."""

KM_PER_NAUTICAL_MILE = 1.852
TERRITORIAL_KM = 12 * KM_PER_NAUTICAL_MILE  # UN Convention on the Law of the Sea, article 3
ECONOMIC_KM = 200 * KM_PER_NAUTICAL_MILE  # the same, article 57

PLACE_KINDS: dict[str, Kind] = {
    **dict.fromkeys(
        ("city", "town", "village", "port city", "port town", "port", "settlement", "hamlet", "capital", "stronghold", "bastion"),
        Kind.CITY,
    ),
    **dict.fromkeys(
        ("province", "region", "governorate", "oblast", "state", "department", "county", "canton", "prefecture",
         "territory"),
        Kind.ADMIN1,
    ),
    **dict.fromkeys(("district", "raion", "municipality", "commune"), Kind.ADMIN2),
    **dict.fromkeys(("suburb", "neighbourhood", "neighborhood", "quarter"), Kind.QUARTER),
    **dict.fromkeys(("military base", "air base", "airbase", "naval base", "base", "camp", "garrison"), Kind.BASE),
    **dict.fromkeys(("island", "islands"), Kind.ISLAND),
    **dict.fromkeys(("peninsula", "valley", "enclave", "exclave", "plateau"), Kind.REGION),
    **dict.fromkeys(("river", "lake", "strait", "gulf", "canal"), Kind.WATER),
    "country": Kind.COUNTRY,
}  # fmt: skip

_AREAS = frozenset({Kind.ADMIN1, Kind.ADMIN2, Kind.REGION})
LANDS: dict[str, frozenset[Kind]] = {
    **dict.fromkeys(("country", "nation", "kingdom"), frozenset({Kind.COUNTRY})),
    "island": frozenset({Kind.ISLAND, Kind.COUNTRY}),
    **dict.fromkeys(("city", "town", "village"), frozenset({Kind.CITY})),
    **dict.fromkeys(("province", "region", "oblast", "governorate", "district"), _AREAS),
    **dict.fromkeys(("enclave", "territory", "peninsula"), frozenset({Kind.REGION, Kind.ADMIN1})),
    "river": frozenset({Kind.WATER}),
}
"""What "the country", "the city" may stand for."""


def _sides() -> dict[str, Side]:
    """Every spelling of the compass points: "north-east", "northeast", "north east"."""
    return {side.word.replace("-", joint): side for side in Side if side is not Side.CENTRE for joint in ("-", "", " ")}


SIDES = _sides()
_EIGHT = {word: side for word, side in SIDES.items() if side.sector == 22.5}
_FAR = ("", "far ", "extreme ", "deep ", "mid-")
ADJECTIVES: dict[str, Side] = {
    **{f"{far}{word}{ending}": side for far, (word, side), ending in product(_FAR, _EIGHT.items(), ("ern", "ernmost"))},
    **dict.fromkeys(("central", "south-central", "north-central", "downtown", "north central"), Side.CENTRE),
}
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
    Word.SIDE: {**SIDES, **{f"{far}{word}": side for far, (word, side) in product(_FAR[1:4], _EIGHT.items())}},
    Word.ADJ: ADJECTIVES,
    Word.MIDDLE: ("centre", "center", "heart", "middle", "interior"),
    Word.HAND: {"left": Hand.LEFT, "right": Hand.RIGHT},
    Word.PART: _PIECES,
    Word.PARTS: _PLURALS,
    Word.PLACE: PLACE_KINDS,
    Word.AWAY: ("away", "just", "further", "farther", "or so"),
    Word.OUTSIDE: ("outside", "just outside", "beyond", "outside of"),
    Word.INSIDE: ("inside", "within", "behind"),
    Word.INTO: ("into",),
    Word.DEEP: ("deep", "deeper"),
    Word.TERRITORY: ("territory", "soil"),
    Word.BORDER: _BORDERS,
    Word.BORDERLAND: {
        "borderlands": None,
        "borderland": None,
        **{f"{first} {second}": kind for first, (second, kind) in product(("border", "frontier"), _BORDERLANDS.items())},
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
    "on the border of", "borders on", "off guard", "off limits", "off course",
)  # fmt: skip
"""What is none of the above, though its words are."""


def side_of(words: str) -> Side:
    """Return the side that "far north-eastern", "north east", "central" or "heart" names; ``KeyError`` for none."""
    plain_words = words.lower().strip()
    if plain_words in PHRASES[Word.MIDDLE]:
        return Side.CENTRE
    return SIDES.get(plain_words) or ADJECTIVES[plain_words]


def plain(text: str) -> str:
    """Replace typographic apostrophes, dashes and spaces by plain ones, one character by one."""
    return text.translate(_PLAIN)


_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "–": "-", "‑": "-", "‐": "-", "\u00a0": " ", "\u202f": " "})
