"""From a name as it is written to the places that carry it; nothing is ranked here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .model import Candidate, Kind, NameKind
from .names import fold, is_abbreviation_of
from .store import NameRow, Store

# "Idlib province", "Kursk region": when no place is called so, the name without the word is looked up with this cue.
KIND_WORDS: dict[str, Kind] = {
    **dict.fromkeys(
        ("province", "oblast", "region", "governorate", "state", "department", "prefecture", "voivodeship", "krai",
         "canton", "republic", "territory"),
        Kind.ADMIN1,
    ),
    **dict.fromkeys(("district", "county", "raion", "rayon", "subdistrict"), Kind.ADMIN2),
    **dict.fromkeys(("city", "town", "village", "settlement", "hamlet", "port"), Kind.CITY),
    **dict.fromkeys(("neighbourhood", "neighborhood", "quarter", "suburb"), Kind.QUARTER),
    **dict.fromkeys(("airport", "airfield", "airbase"), Kind.AIRFIELD),
    **dict.fromkeys(("base", "barracks"), Kind.BASE),
    **dict.fromkeys(("island", "islands"), Kind.ISLAND),
    **dict.fromkeys(("sea", "gulf", "strait", "river", "lake"), Kind.WATER),
    **dict.fromkeys(("peninsula", "valley"), Kind.REGION),
}  # fmt: skip
_SIDES = frozenset(("northern", "southern", "eastern", "western", "central", "north western", "north eastern"))
_ARTICLES = ("al", "el", "ar", "as", "ash", "at", "az", "ad", "an", "ed", "er", "es", "ez")
_BASES = ("air base", "air force base", "naval base", "army base", "barracks", "airfield", "airport", "island")
"""What papers leave out of the names of bases: "flown to Barksdale", "the 1st at Waterkloof"."""
_TOKEN = re.compile(r"[^\W_]+(?:[’'ʼ.](?=[^\W_])[^\W_]+)*\.?")
_GAP = re.compile(r"(?:[ \t\u00a0]+|[ ]?[-‐‑–][ ]?|/)")


def _accepts(row_kind: NameKind, spelling: str | None, written: str, *, codes: bool) -> bool:
    if row_kind is NameKind.CODE:
        return codes and spelling is not None and is_abbreviation_of(written, spelling)
    return row_kind is not NameKind.ABBREVIATION or is_abbreviation_of(written, spelling or "")


def exact(store: Store, name: str, *, codes: bool = False) -> tuple[Candidate, ...]:
    """Every place whose folded name is that of ``name``; codes such as "CA" only when asked for."""
    key = fold(name)
    if not key:
        return ()
    rows: Sequence[NameRow] = store.names(key)
    return tuple(
        Candidate(row.place, name, row.kind, reasons=(row.note,) if row.note else ())
        for row in rows
        if _accepts(row.kind, row.spelling, name, codes=codes)
    )


def has(store: Store, name: str) -> bool:
    """Tell whether ``exact`` would find anything."""
    key = fold(name)
    return bool(key) and any(_accepts(kind, spelling, name, codes=False) for kind, spelling in store.name_kinds(key))


def variants(name: str) -> tuple[tuple[str, Kind | None, str], ...]:
    """Return what else to look up for a name that is not found: (spelling, kind that its words name, why).

    >>> variants("Idlib province")
    (('Idlib', <Kind.ADMIN1: 'admin1'>, 'without the word "province"'),)
    """
    found: list[tuple[str, Kind | None, str]] = []
    words = name.split()
    if len(words) > 1:
        last, first = words[-1].lower(), words[0].lower()
        if last in KIND_WORDS:
            found.append((" ".join(words[:-1]), KIND_WORDS[last], f'without the word "{words[-1]}"'))
        if len(words) > 2 and f"{words[-2]} {words[-1]}".lower() in ("air base", "air field", "military base"):
            found.append((" ".join(words[:-2]), Kind.AIRFIELD, f'without the words "{words[-2]} {words[-1]}"'))
        if len(words) > 2 and first in KIND_WORDS and words[1].lower() == "of":
            found.append((" ".join(words[2:]), KIND_WORDS[first], f'without the words "{words[0]} of"'))
    folded = fold(name).split()
    if len(folded) > 1 and folded[0] in _ARTICLES:
        rest = " ".join(folded[1:])
        found += [(f"{article} {rest}", None, "with another form of the Arabic article") for article in ("al", "el")]
        found.append((rest, None, "without the Arabic article"))
    elif folded:
        found += [(f"{article} {' '.join(folded)}", None, "with the Arabic article") for article in ("al", "el")]
    if folded and len(words) < 3 and words[-1].lower() not in KIND_WORDS:
        found += [(f"{name} {base}", None, f'with the words "{base}"') for base in _BASES]
    return tuple(item for item in found if fold(item[0]) != " ".join(folded))


def divisions_of(store: Store, towns: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the first-order divisions that are named like one of the towns: "Lugansk region" after Luhansk."""
    if any(c.place.kind is Kind.ADMIN1 for c in towns):
        return
    for town in towns:
        if town.place.kind is Kind.CITY:
            for found in exact(store, town.place.name):
                place = found.place
                if place.kind is Kind.ADMIN1 and place.country == town.place.country:
                    yield Candidate(place, town.matched, NameKind.ALTERNATE)


def sides_of(store: Store, name: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the first-order divisions called "Northern" beside those found as "Northern Region"."""
    side, _, kind = fold(name).rpartition(" ")
    if side not in _SIDES or KIND_WORDS.get(kind) is not Kind.ADMIN1:
        return
    known = {c.place.id for c in found}
    for other in exact(store, side):
        if other.place.kind is Kind.ADMIN1 and other.place.id not in known and other.name_kind is NameKind.NAME:
            yield Candidate(other.place, name, NameKind.NAME)


def longest_match(store: Store, words: Sequence[str], start: int) -> int:
    """Return how many of ``words`` from ``start`` on make the longest name of the gazetteer; 0 when none does.

    A word is a token as a tokeniser gives it; tokens of nothing but punctuation join ("al", "-", "Tanf"), but no name
    begins or ends with one. Costs one look-up for a word that begins no name of several words.
    """
    head = fold(words[start])
    if not head:
        return 0
    most = store.longest_name(head.split(" ")[0])
    parts: list[tuple[int, str]] = [(start + 1, head)]
    keys, written = [head], 1
    for index in range(start + 1, min(len(words), start + 3 * most)):
        if written >= most:
            break
        key = fold(words[index])
        if key in ("", "s"):
            if not key and words[index] not in ("-", "–", "‐", "/", ".", "'", "’"):
                break
            if key:
                break
            continue
        keys.append(key)
        written += key.count(" ") + 1
        parts.append((index + 1, " ".join(keys)))
    for end, key in reversed(parts):
        text = " ".join(words[start:end])
        kinds = store.name_kinds(key)
        if any(_accepts(kind, spelling, text, codes=False) for kind, spelling in kinds):
            return end - start
    return 0


def match_at(store: Store, text: str, start: int) -> int | None:
    """Return the end of the longest name of the gazetteer that begins at ``text[start]``, or ``None``.

    Words are joined by one space, a dash or a slash; a line break ends a name.
    """
    token = _TOKEN.match(text, start)
    if token is None:
        return None
    head = fold(token.group())
    most = store.longest_name(head.split(" ")[0]) if head else 0
    ends, end = [token.end()], token.end()
    while len(ends) < most:
        gap = _GAP.match(text, end)
        following = _TOKEN.match(text, gap.end()) if gap else None
        if following is None:
            break
        end = following.end()
        ends.append(end)
    for stop in reversed(ends):
        for cut in _cuts(text, start, stop):
            if has(store, text[start:cut]):
                return _without_possessive(text, start, cut)
    return None


def _cuts(text: str, start: int, stop: int) -> tuple[int, ...]:
    """Where a name that runs to ``stop`` may end: a last full stop is the sentence's, unless others stand before it."""
    if text[stop - 1] != ".":
        return (stop,)
    word = text[max(start, text.rfind(" ", start, stop) + 1) : stop - 1]
    return (stop, stop - 1) if "." in word else (stop - 1, stop)


def _without_possessive(text: str, start: int, end: int) -> int:
    written = text[start:end]
    return end - 2 if written.endswith(("'s", "’s")) and len(written) > 3 else end
