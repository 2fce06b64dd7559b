"""The shape of the lexicon of times."""

from __future__ import annotations

from typing import Literal

from geomap.language.schemas.base import Schema


class TimeWords(Schema):
    """``times.yml``: names of days, months and seasons, words of shift and bound, cues of tense around a time.

    ``days`` are counted from today, first to last; ``vague_counts`` tell how many units "the last days" has.
    """

    months: dict[str, int]
    month_abbreviations: dict[str, int]
    weekdays: dict[str, int]
    weekday_abbreviations: dict[str, int]
    unambiguous_weekdays: frozenset[str]
    seasons: dict[str, int]
    dayparts: frozenset[str]
    units: dict[str, Literal["day", "week", "month", "year", "decade", "weekend"]]
    which: dict[str, Literal["last", "this", "next"]]
    ordinals: dict[str, int]
    decades: dict[str, int]
    feasts: dict[str, tuple[int, int]]
    movable_feasts: frozenset[str]
    feast_prepositions: frozenset[str]
    thirds: dict[str, Literal["early", "mid", "late"]]
    rests: dict[str, bool]
    edges: dict[str, Literal["start", "middle", "end"]]
    days: dict[str, tuple[int, int]]
    window_before: frozenset[str]
    window_after: frozenset[str]
    window_fillers: tuple[str, ...]
    window_openers: frozenset[str]
    vague_counts: dict[str, int]
    bounds: dict[Literal["since", "from", "until", "by"], tuple[str, ...]]
    bound_fillers: tuple[str, ...]
    range_joiners: frozenset[str]
    month_prepositions: frozenset[str]
    name_prepositions: frozenset[str]
    month_given_names: frozenset[str]
    year_prepositions: frozenset[str]
    counting_prepositions: frozenset[str]
    season_prepositions: frozenset[str]
    function_words: frozenset[str]
    names_before: frozenset[str]
    names_after: frozenset[str]
    weekday_attributes: frozenset[str]
    future: frozenset[str]
    future_infinitives: frozenset[str]
    past: frozenset[str]
    reporting: frozenset[str]
    auxiliaries: frozenset[str]
