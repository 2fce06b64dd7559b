"""Distances and journeys in words: "some 15 miles", "10 to 15 km", "about 12km (7 miles)", "a two-hour drive"."""

from __future__ import annotations

import re
from dataclasses import dataclass

KM_PER_MILE = 1.609344  # international mile
KM_PER_NAUTICAL_MILE = 1.852
ROUNDED_AT_MOST = 0.2  # of a number: "100 km" is hardly 50 or 150
VAGUE = 0.5  # of a number that is none ("a few", "dozens of")
SMALLEST_METRES = 10  # "30m" is thirty metres, "2m" two million

_UNITS = {
    "km kms kilometre kilometres kilometer kilometers klick klicks": 1.0,
    "mile miles mi": KM_PER_MILE,
    "nautical nm nmi": KM_PER_NAUTICAL_MILE,
    "metre metres meter meters m": 0.001,
    "yard yards": 0.0009144,
    "foot feet ft": 0.0003048,
}
_KM = {word: km for words, km in _UNITS.items() for word in words.split()}
UNITS_AND_JOURNEYS = frozenset(_KM) | frozenset(
    ("miles", "drive", "march", "walk", "flight", "ride", "sail", "journey", "trek", "hike", "travel", "road", "car",
     "boat", "foot", "plane", "train", "river", "bus", "motorbike")
)  # fmt: skip
"""Words without one of which there is no distance and no journey."""
_NUMBERS = {
    word: value
    for value, words in {
        1: "one a an", 2: "two", 3: "three", 4: "four", 5: "five several", 6: "six", 7: "seven", 8: "eight", 9: "nine",
        10: "ten", 11: "eleven", 12: "twelve dozen", 13: "thirteen", 14: "fourteen", 15: "fifteen", 16: "sixteen",
        17: "seventeen", 18: "eighteen", 19: "nineteen", 20: "twenty", 30: "thirty dozens", 40: "forty", 50: "fifty",
        60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety", 100: "hundred", 1000: "thousand",
    }.items()
    for word in words.split()
}  # fmt: skip
_PHRASES = {"a few": 3.0, "a few hundred": 300.0, "several hundred": 500.0, "a couple of": 2.0, "a couple": 2.0,
            "half a": 0.5, "dozens of": 30.0, "hundreds of": 300.0, "tens of": 30.0, "scores of": 40.0}  # fmt: skip
_VAGUE_NUMBER = re.compile(r"few|several|couple|dozens|hundreds|tens|scores")

OPENING = frozenset(_NUMBERS) | {
    "about", "almost", "another", "approximately", "around", "as", "at", "barely", "between", "close", "exactly",
    "fewer", "half", "hundreds", "just", "less", "little", "more", "nearly", "no", "only", "over", "roughly",
    "scores", "some", "tens", "the", "to", "under", "up", "well", "within",
}  # fmt: skip
"""Words that a distance or a journey may begin with."""

_UNIT = r"(?:nautical[ -]miles?|nmi?|kms?|kilomet(?:re|er)s?|klicks?|miles?|mi|met(?:re|er)s?|m|yards?|foot|feet|ft)"
_SPELLED = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_NUMBER = (
    r"(?:\d[\d,]*(?:\.\d+)?|"
    rf"(?:{'|'.join(sorted(_PHRASES, key=len, reverse=True))}|a dozen|(?:{_SPELLED})(?:[- ](?:and )?(?:{_SPELLED}))*))"
)
_BOUND = r"less than|fewer than|up to|at most|within|no more than|under|as (?:little|much|far|close) as|to within"
_ABOUT = (
    r"about|around|some|roughly|nearly|almost|approximately|an estimated|approx\.?|close to|just (?:over|under)|over|"
    r"more than|at least|well over|only(?: (?:about|some))?|just(?: (?:about|some))?|barely|a mere|exactly|"
    r"little more than|another|a further|the last|the"
)
_DISTANCE = re.compile(
    rf"(?:(?P<bound>{_BOUND}) |(?P<about>{_ABOUT}) )?(?:between )?(?P<low>{_NUMBER})"
    rf"(?:[ -]?{_UNIT})?(?: ?(?:-|to|or|and) ?(?P<high>{_NUMBER}))?[ -]?(?P<unit>{_UNIT})\b"
    rf"(?: ?\((?:{_ABOUT} )?{_NUMBER}(?:-{_NUMBER})?[ -]?{_UNIT}\))?",
    re.IGNORECASE,
)
_MONEY = "$£€#"
_TRAVEL = re.compile(
    rf"(?:(?:{_ABOUT}|{_BOUND}) )?(?:half an|(?:an? )?{_NUMBER})[- ](?:and[- ]a[- ])?(?:(?:half|quarter)[- ])?"
    r"(?:hour|minute|day|week|night)s?(?:'s|'|s')?[- ]"
    r"(?:(?:long )?(?:drive|march|walk|flight|ride|sail|journey|trek|hike|travel|drive by car|boat ride|car ride)|"
    r"(?:by|on) (?:road|car|boat|foot|plane|train|river|bus|motorbike))(?: away)?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Distance:
    """Kilometres, and how far the number may be from the truth: half of its last digit that counts, more if vague.

    A ``bound`` ("less than 10 km", "within 20 km") may be off by all of itself.
    """

    km: float
    rounding_km: float
    bound: bool = False


def match_distance(text: str, start: int) -> tuple[int, Distance] | None:
    """Return the end of a distance that begins at ``text[start]`` with its value, ``None`` when there is none."""
    match = _DISTANCE.match(text, start)
    if match is None or (start and text[start - 1] in _MONEY):
        return None
    unit = match["unit"].lower()
    low, high = _value(match["low"]), _value(match["high"]) if match["high"] else None
    if unit == "m" and (not match["low"][0].isdigit() or low < SMALLEST_METRES):
        return None
    km = _KM[re.split(r"[ -]", unit)[0]]
    if high is not None and high > low:
        return match.end(), Distance((low + high) / 2 * km, (high - low) / 2 * km)
    value = low if high is None else high
    if match["bound"] is not None:
        return match.end(), Distance(value * km, value * km, bound=True)
    vague = _VAGUE_NUMBER.search(match["low"].lower()) is not None
    rounding = VAGUE * value if vague else _rounding(match["low"], value) * (2 if match["about"] else 1)
    return match.end(), Distance(value * km, min(rounding, VAGUE * value) * km)


def match_travel(text: str, start: int) -> int | None:
    """Return the end of a journey that begins at ``text[start]``: "an hour's drive", "a day's march"."""
    match = _TRAVEL.match(text, start)
    return match.end() if match else None


def distance_km(words: str) -> float | None:
    """Return the kilometres of "some 15 miles", "a dozen km"; ``None`` when it is no distance."""
    found = match_distance(words.strip(), 0)
    return found[1].km if found is not None and found[0] == len(words.strip()) else None


def _value(number: str) -> float:
    words = number.lower()
    if words[0].isdigit():
        return float(words.replace(",", ""))
    if words in _PHRASES:
        return _PHRASES[words]
    total = 0.0
    for word in re.split(r"[- ]", words.removeprefix("a ").replace(" and ", " ")):
        total = max(total, 1) * _NUMBERS[word] if word in ("hundred", "thousand", "dozen") else total + _NUMBERS[word]
    return total


def _rounding(number: str, value: float) -> float:
    """Half the step to which a number is rounded: 50 → 5, 15 → 2.5, 12 → 0.5; at most ``ROUNDED_AT_MOST`` of it."""
    if "." in number:
        return 0.5 * 10.0 ** -len(number.split(".")[1])
    whole, step = int(value), 1
    while whole and whole % 10 == 0:
        whole, step = whole // 10, step * 10
    half = step * (2.5 if whole > 5 and whole % 5 == 0 else 0.5)
    return min(half, ROUNDED_AT_MOST * value)
