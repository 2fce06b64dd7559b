"""The longest runs of words at a place of the text that the gazetteer knows as a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gazetteer import Candidate, Gazetteer, Kind, NameKind
from geomap.language import lexicon
from geomap.language.words import Word
from geomap.mentions.places.unknown_names import Match

MAX_WORDS = 6
"""Words that the longest name may have ("Democratic People's Republic of Korea" counts its possessive as one)."""

_JOINTS = frozenset({" ", "-", "’", "'", ".", ". ", "\u00a0", "/", "‐", "‑"})
"""What may stand between two words of one name."""

_LONGEST_ABBREVIATION, _POSTAL = 5, 2
"""Letters of the longest abbreviation with one full stop ("Calif."), and of a postal code ("CA")."""

_BEHIND_NAME = re.compile(r"[a-z]{1,2}, $")


def known_name(text: str, words: Sequence[Word], index: int, gazetteer: Gazetteer) -> Match | None:
    """Return the index behind the longest name at ``words[index]``, with what the gazetteer has under it."""
    limit, most = index + 1, _most(text, words[index], gazetteer)
    while limit < len(words) and limit - index < most and _runs_on(text, words[limit - 1], words[limit]):
        limit += 1
    for last in range(limit, index, -1):
        if last - index > 1 and words[last - 1].text.islower() and words[last - 1].key in lexicon.names().inner:
            continue
        if last - index == 1 and words[index].text.islower():
            continue
        written = text[words[index].start : _end(text, words[last - 1])]
        candidates = gazetteer.lookup(written)
        if last - index == 1:
            candidates = _abbreviated(text, words[index], gazetteer) or candidates
        if candidates and written.islower():
            # Only areas have names without capitals ("eastern flank"); a village called "south" is no such name.
            candidates = tuple(c for c in candidates if c.place.kind in {Kind.REGION, Kind.WATER})
        if candidates:
            return last, candidates
    return None


def _most(text: str, word: Word, gazetteer: Gazetteer) -> int:
    """How many words a name that begins with this one may have; an article or a word cut short tells nothing."""
    if len(word.text) == 1 or word.key == "the" or text[word.end : word.end + 1] in {".", "'", "’"}:
        return MAX_WORDS
    return min(MAX_WORDS, gazetteer.longest_name(word.text))


def _abbreviated(text: str, word: Word, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Return what an abbreviation means: "Ky." by its full stop, "KY" behind a comma and a name; else nothing."""
    if text[word.end : word.end + 1] == "." and 1 < len(word.text) <= _LONGEST_ABBREVIATION:
        found = gazetteer.lookup(f"{word.text}.")
        listed = _BEHIND_NAME.search(text[max(0, word.start - 4) : word.start])
        # "UK" needs no full stop, and "to Alta." ends a sentence where "Calgary, Alta." does not.
        spoken = {NameKind.ABBREVIATION} if listed else {NameKind.ABBREVIATION, NameKind.NAME}
        if any(c.name_kind in spoken for c in gazetteer.lookup(word.text)):
            return ()
        return tuple(c for c in found if c.name_kind is NameKind.ABBREVIATION)
    if (
        len(word.text) == _POSTAL
        and word.text.isupper()
        and _BEHIND_NAME.search(text[max(0, word.start - 4) : word.start])
    ):
        found = gazetteer.lookup(word.text, codes=True)
        return tuple(replace(c, name_kind=NameKind.ABBREVIATION) for c in found if c.place.kind is Kind.ADMIN1)
    return ()


def end_of(text: str, words: Sequence[Word], candidates: Sequence[Candidate]) -> int:
    """Return where a name ends: behind the full stop of "Ky.", which is part of the abbreviation."""
    end = _end(text, words[-1])
    dotted = len(words) == 1 and end == words[0].end and text[end : end + 1] == "." and len(words[0].text) > 1
    if dotted and candidates and all(c.name_kind is NameKind.ABBREVIATION and "." in c.matched for c in candidates):
        return end + 1
    return end


def _end(text: str, word: Word) -> int:
    """Include the last full stop of an abbreviation ("U.S.")."""
    if len(word.text) == 1 and text[word.end : word.end + 1] == "." and text[word.start - 1 : word.start] == ".":
        return word.end + 1
    return word.end


def _runs_on(text: str, word: Word, following: Word) -> bool:
    """Whether two words may belong to one name."""
    gap = text[word.end : following.start]
    if gap not in _JOINTS or (gap == ". " and len(word.text) > 3):
        return False
    if gap in {"’", "'"} and following.key == "s":
        return word.key == "people"  # "People's Republic of China"
    if gap == "-" or (gap in {"’", "'"} and word.key in {"d", "l", "o"}) or following.text in {"d", "l"}:
        return True  # "Rostov-on-Don", "Côte d'Ivoire"
    names = lexicon.names()
    return not following.text.islower() or any(
        following.key in words for words in (names.inner, names.cues, names.directions, names.tails)
    )


def cut_short(text: str, words: Sequence[Word], index: int, last: int) -> bool:
    """Whether ``words[index:last]`` are only a piece of a longer name."""
    return _cut(text, words, last) or _stem(text, words, index, last)


def _stem(text: str, words: Sequence[Word], index: int, last: int) -> bool:
    """Whether a match is only the stem of a longer name: "Camp" of "Camp Ranao", "Anacoco" of "Anacoco Island"."""
    if last >= len(words) or text[words[last - 1].end : words[last].start] not in {" ", "-"}:
        return False
    following = words[last]
    if not following.text[0].isupper() or following.text.isupper():
        return False
    generic = lexicon.names().generic
    return (last - index == 1 and words[index].key in generic) or following.key in generic


def _cut(text: str, words: Sequence[Word], last: int) -> bool:
    """Whether a name ends before a hyphen that runs on: "Pont" of "Pont-Sondé" is no name by itself."""
    if last >= len(words) or text[words[last - 1].end : words[last].start] != "-":
        return False
    first, following = words[last - 1].text, words[last].text
    return (
        first[0].isupper()
        and following[0].isupper()
        and not first.endswith(("n", "sh", "ese"))
        and len(first) > 2
        and _alone(following)
    )


def _alone(word: str) -> bool:
    """Whether a word is no country or people by its ending, so that "Russian-Ukrainian" is left in two."""
    return word[0].isupper() and not word.endswith(("ia", "ine", "an", "ese", "ish", "land", "stan", "US", "ina", "ey"))
