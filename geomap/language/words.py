"""The words that lexicons are matched on: runs of letters and digits, so that "air-defence" meets "air defence".

Lexicon entries and article pass the same function; possessive endings become words of their own (Russia’s → russia, s).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[ \u00a0\u202f\-\u2010\u2011'’./&]{1,2}")


class Word(NamedTuple):
    """A run of letters and digits; ``key`` is its form without case and diacritics.

    ``joined`` tells that no comma, full stop or line break parts it from the word before, so that a term may run on.
    """

    start: int
    end: int
    text: str
    key: str
    joined: bool = True


def key_of(text: str) -> str:
    """Fold case and strip combining marks."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=64)  # the rooms ask for the words of one text, and of one sentence for each of its records
def words_of(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """Split a text, or a stretch of it, into words; their offsets count in the whole text."""
    found: list[Word] = []
    stop, last = -1, ""
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        begin = match.start()
        joined = stop < 0 or text[stop:begin] == " " or _joins(text[stop:begin], last)
        last, stop = match.group(), match.end()
        found.append(Word(begin, stop, last, last.lower() if last.isascii() else key_of(last), joined))
    return tuple(found)


def _joins(gap: str, before: str) -> bool:
    # A full stop joins only after an abbreviation ("U.S. Army", "St. Petersburg"), never at the end of a sentence.
    return _GAP.fullmatch(gap) is not None and (". " not in gap or len(before) <= 2)


def keys_of(text: str) -> tuple[str, ...]:
    """Return just the keys of a term's words."""
    return tuple(key_of(m.group()) for m in _WORD.finditer(text))


def first_key(text: str) -> str | None:
    """Return the key of a term's first word; ``None`` where it has none."""
    match = _WORD.search(text)
    return key_of(match.group()) if match is not None else None


def plural(noun: str, irregular: dict[str, str] | None = None) -> str:
    """Return the plural of an English noun phrase's last word ("ship of the line" keeps to its first noun)."""
    head, of, rest = noun.partition(" of ")
    first, _, last = head.rpartition(" ")
    if irregular and head in irregular:
        changed = irregular[head]
    else:
        last = (irregular or {}).get(last) or _regular_plural(last)
        changed = f"{first} {last}".strip()
    return f"{changed}{of}{rest}"


def _regular_plural(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith("man") and not word.lower().endswith(("human", "german", "roman", "ottoman")):
        return word[:-3] + "men"
    return word + "s"
