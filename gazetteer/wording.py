"""The classes of words that spatial expressions are made of, compass points and kinds of places.

``phrases`` lists the words, ``lexer`` finds them, the rules put them together.
"""

from __future__ import annotations

from enum import Enum, auto
from itertools import product

from .expressions import Hand, Side
from .model import Kind


class Word(Enum):
    """Classes of words, names and what rules make of them."""

    __hash__ = object.__hash__  # by identity, as they are compared: they are looked up for every word of a text

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

TERRITORIAL_KM = 22.224  # twelve nautical miles: UN Convention on the Law of the Sea, article 3
ECONOMIC_KM = 370.4  # two hundred: the same, article 57

PLACE_KINDS: dict[str, Kind] = {
    **dict.fromkeys(
        ("city", "town", "village", "port city", "port town", "port", "settlement", "hamlet", "capital",
         "stronghold", "bastion"),
        Kind.CITY,
    ),
    **dict.fromkeys(
        ("province", "region", "governorate", "oblast", "state", "department", "county", "canton", "prefecture"),
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
    """Every spelling of the compass points: "north-east", "northeast", "north east", "north-northeast"."""
    spelled: dict[str, Side] = {}
    for side in Side:
        words = [] if side is Side.CENTRE else side.word.split("-")
        tails = {joint.join(words[1:]) for joint in ("-", "", " ")} if len(words) > 1 else {""}
        joints = ("-", "", " ") if len(words) > 1 else ("",)
        spelled |= {f"{words[0]}{joint}{tail}": side for joint in joints for tail in sorted(tails) if words}
    return spelled


SIDES = _sides()
_EIGHT = {word: side for word, side in SIDES.items() if side.sector == 22.5}
FAR = ("", "far ", "extreme ", "deep ", "mid-")
MIDDLES = ("centre", "center", "heart", "middle", "interior")
ADJECTIVES: dict[str, Side] = {
    **{f"{far}{word}{ending}": side for far, (word, side), ending in product(FAR, _EIGHT.items(), ("ern", "ernmost"))},
    **dict.fromkeys(("central", "south-central", "north-central", "downtown", "north central"), Side.CENTRE),
}


def side_of(words: str) -> Side:
    """Return the side that "far north-eastern", "north east", "central" or "heart" names; ``KeyError`` for none."""
    plain_words = words.lower().strip()
    if plain_words in MIDDLES:
        return Side.CENTRE
    return SIDES.get(plain_words) or ADJECTIVES[plain_words]


def begins_with_side(words: str) -> bool:
    """Whether words begin with a compass point or its adjective, and go on: "south Lebanon", "eastern Europe"."""
    low = words.lower().split()
    return any(" ".join(low[:count]) in SIDES or " ".join(low[:count]) in ADJECTIVES for count in range(1, len(low)))


def plain(text: str) -> str:
    """Replace typographic apostrophes, dashes and spaces by plain ones, one character by one."""
    if not text.isascii():
        for typographic, plainly in _PLAIN:
            text = text.replace(typographic, plainly)
    return text


_PLAIN = (("’", "'"), ("‘", "'"), ("ʼ", "'"), ("–", "-"), ("‑", "-"), ("‐", "-"), ("\u00a0", " "), ("\u202f", " "))
