"""The words that spatial expressions are made of, as pieces of patterns, and what they mean.

The pieces hold no capturing groups, so that ``grammar`` (whole queries) and ``spans`` (running text) can share them.
"""

from __future__ import annotations

import re

from .expressions import Side

KM_PER_MILE = 1.609344  # international mile
KM_PER_NAUTICAL_MILE = 1.852

_SIDES = {side.word.replace("-", ""): side for side in Side}
_NUMBERS = {
    word: value
    for value, words in {
        1: "one a an", 2: "two", 3: "three", 4: "four", 5: "five several", 6: "six", 7: "seven", 8: "eight", 9: "nine",
        10: "ten", 11: "eleven", 12: "twelve dozen", 13: "thirteen", 14: "fourteen", 15: "fifteen", 16: "sixteen",
        17: "seventeen", 18: "eighteen", 19: "nineteen", 20: "twenty", 30: "thirty dozens", 40: "forty", 50: "fifty",
        60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety", 100: "hundred",
    }.items()
    for word in words.split()
}  # fmt: skip

COMPASS = r"(?:north[- ]?east|north[- ]?west|south[- ]?east|south[- ]?west|north|south|east|west)"
ADJECTIVE = rf"(?:(?:far |extreme |deep )?(?:{COMPASS}ern(?:most)?|central))"
UNIT = r"(?:km|kms|kilometres?|kilometers?|klicks|miles?|mi|nautical miles?|nm)"
_WORD_NUMBER = "|".join(sorted(_NUMBERS, key=len, reverse=True))
NUMBER = (
    rf"(?:\d[\d,]*(?:\.\d+)?|(?:a few|a dozen|a couple of|dozens of|(?:{_WORD_NUMBER})(?:[- ](?:{_WORD_NUMBER}))*))"
)
HEDGE = (
    r"(?:about|around|some|roughly|nearly|almost|approximately|more than|less than|fewer than|only|just|just over|"
    r"just under|over|under|up to|at least|within|barely|an estimated)"
)
DISTANCE = rf"(?:{HEDGE} )?{NUMBER}[ -]?{UNIT}"
CUE = (
    r"(?:(?:the|a) )?(?:[a-z-]+ )?(?:cities|towns|villages|city|town|village|port city|port|settlement|hamlet|district|"
    r"province|region|governorate|oblast|state|county|capital|island|peninsula|military base|air base|airbase|base|"
    r"suburb|neighbou?rhood|country|enclave|exclave|camp) of (?:the )?"
)
NEAR = (
    r"(?:near(?: to)?|close to|in the vicinity of|in and around|around|just outside|outside|on the outskirts of|"
    r"the outskirts of|outskirts of|not far from|surrounding|adjacent to|next to|in the area of|in the area around|"
    r"the area around|areas? around|the countryside around)"
)
FRONTIER = r"(?:land borders?|borders?|frontiers?|borderlands?|border regions?|border areas?)"


def side_of(words: str) -> Side:
    """Return the side that "far north-eastern", "north east" or "central" names."""
    plain = re.sub(r"^(?:far|extreme|deep) ", "", words.lower().strip())
    plain = re.sub(r"ern(?:most)?$", "", plain).replace("-", "").replace(" ", "")
    return Side.CENTRE if plain in ("central", "centre", "center", "heart") else _SIDES[plain]


def distance_km(words: str) -> float | None:
    """Return the kilometres of "some 15 miles", "a dozen km"; ``None`` when it is no distance."""
    match = re.fullmatch(rf"(?:{HEDGE} )?({NUMBER})[ -]?({UNIT})", words.strip(), re.IGNORECASE)
    if match is None:
        return None
    number, unit = match.group(1).lower(), match.group(2).lower()
    if number[0].isdigit():
        value = float(number.replace(",", ""))
    elif number in ("a few", "a couple of"):
        value = 3.0 if number == "a few" else 2.0
    else:
        value = _spelled(re.split(r"[- ]", number.removesuffix(" of").removeprefix("a ")))
    if unit.startswith("mi"):
        return value * KM_PER_MILE
    return value * (KM_PER_NAUTICAL_MILE if unit.startswith(("nautical", "nm")) else 1.0)


def _spelled(words: list[str]) -> float:
    total = 0
    for word in words:
        total = max(total, 1) * 100 if word == "hundred" else total + _NUMBERS[word]
    return float(total)


def plain(text: str) -> str:
    """Replace typographic apostrophes, dashes and spaces by plain ones, one character by one."""
    return text.translate(_PLAIN)


_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "–": "-", "‑": "-", "‐": "-", "\u00a0": " ", "\u202f": " "})
