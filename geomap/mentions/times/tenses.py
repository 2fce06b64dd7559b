"""Tells from the words around a time whether its clause looks back or ahead, before any parse.

The nearest cue counts, first to the left, where English has the verb; a time that opens its clause looks to the right.
"""

from __future__ import annotations

from geomap.language import lexicon
from geomap.mentions.times.values import Tense
from geomap.mentions.times.words import Words

_LEFT, _RIGHT = 14, 24
"""Words that are looked at on either side: the verb may come late where the time opens the sentence."""
_ENDS = frozenset({".", "!", "?", ";", "•"})
_OPENING = frozenset({",", "and", "but", "as", "that", "—", "–", ":", "“", '"', "("})


def tense_around(words: Words, first: int, last: int, *, bounded: bool, weekday: bool) -> Tense | None:
    """Return the tense around ``words[first:last]``.

    A verb of saying is past for a weekday, and for anything without a bound that stands right beside it: "announced on
    31 October"; it says nothing of "drills from 20 February".
    """
    opening = first - 1 if words.at(first - 1) in {"on", "in", "at", "the"} else first
    if not bounded and words.at(opening - 1) in lexicon.times().reporting:
        return "past"
    reported = weekday and not bounded
    opens = opening == 0 or words.lexemes[opening].newline or words.at(opening - 1) in _ENDS | _OPENING
    left, right = _scan_left(words, opening, reported=reported), _scan_right(words, last, reported=reported)
    found = (right or left) if opens else (left or right)
    return "future" if found is None and weekday and words.at(first - 1) == "before" else found


def _scan_left(words: Words, first: int, *, reported: bool) -> Tense | None:
    for index in range(first - 1, max(first - 1 - _LEFT, -1), -1):
        if words.lexemes[index + 1].newline or _ends(words, index):
            return None
        if words.at(index) == "to":
            if words.at(index - 1) in lexicon.times().future_infinitives:
                return "future"
            continue
        if (tense := _tense_of(words, index, reported=reported)) is not None:
            return tense
    return None


def _scan_right(words: Words, last: int, *, reported: bool) -> Tense | None:
    for index in range(last, min(last + _RIGHT, len(words.lexemes))):
        if words.lexemes[index].newline or _ends(words, index):
            return None
        if words.at(index) == "to" and words.at(index - 1) in lexicon.times().future_infinitives:
            return "future"
        if (tense := _tense_of(words, index, reported=reported)) is not None:
            return tense
    return None


def _ends(words: Words, index: int) -> bool:
    """Tell whether a sentence ends there; the point of an abbreviation ends none."""
    if words.at(index) not in _ENDS:
        return False
    if words.at(index) != ".":
        return True
    return not (words.capital(index - 1) and len(words.at(index - 1)) <= 4) and not words.plain(index + 1)


def _tense_of(words: Words, index: int, *, reported: bool) -> Tense | None:
    table = lexicon.times()
    word = words.at(index)
    full = words.lexemes[index].lower.replace("’", "'")
    if words.lexemes[index].kind != "word" or (word == "may" and words.capital(index)):
        return None
    if full in table.future or full.endswith("'ll"):
        return "future"
    if word in table.reporting:
        return "past" if reported else None
    participle = word in table.past or (word.endswith("ed") and len(word) > 4)
    return "past" if participle and words.at(index - 1) not in table.auxiliaries else None
