"""Names that the gazetteer spells another way: "Dherynia" for Derýneia, "Budgam" for Badgam, "Qamishly" for Qamishli.

Papers write names out of other scripts as they hear them. Two spellings are taken for one name when they sound alike:
when they differ in how a sound is written (kh and h, q and k, ou and u, doubled letters, the Arabic article), and at
most in one vowel or one voiced consonant besides. It is asked only for names that nothing in the gazetteer has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .model import Candidate, Kind, NameKind
from .names import fold
from .store import Store

SHORTEST = 5
"""Letters that a name must have before it is looked up by its sound; shorter ones sound like too many others."""
SHORTEST_CHANGED = 6
"""Letters from which on one vowel or voiced consonant may differ besides."""
_LENGTHS = 4
"""Letters by which two spellings of one sound differ at most: an article, a doubled letter, an h."""

_ARTICLE = re.compile(r"^(?:al|el|ar|as|ash|at|az|ad|an|ed|er|es|ez|ul) ")
_WRITTEN = {
    "kh": "h", "gh": "g", "dh": "d", "th": "t", "sh": "s", "zh": "z", "ch": "c", "ph": "f", "bh": "b", "ck": "k",
    "ts": "c", "tz": "c", "dj": "j", "ou": "u", "oo": "u", "ee": "i", "ei": "i", "ey": "i", "ai": "i", "ay": "i",
    "ye": "i", "ya": "ia", "q": "k", "w": "v", "y": "i", "x": "ks", "e": "i", "o": "u", " ": "",
}  # fmt: skip
_SOUND = re.compile("|".join(_WRITTEN))
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = frozenset("aiu")
_VOICED = frozenset(map(frozenset, ("dt", "bp", "gk", "sz", "vf", "gj", "ck", "cs", "hk")))
_HEADS = {
    "a": "aeo",
    "e": "eia",
    "i": "iey",
    "o": "ou",
    "u": "uoa",
    "y": "yie",
    "k": "kq",
    "q": "qk",
    "w": "wv",
    "v": "vw",
}
_KINDS = frozenset(
    {Kind.CITY, Kind.ADMIN2, Kind.ADMIN1, Kind.QUARTER, Kind.BASE, Kind.AIRFIELD, Kind.WATER, Kind.REGION}
)
_OWN = frozenset({NameKind.NAME, NameKind.OFFICIAL, NameKind.ALTERNATE})


def sound_of(key: str) -> str:
    """Return how a folded name sounds, every sound written one way.

    >>> sound_of("dherynia"), sound_of("deryneia"), sound_of("um kadada"), sound_of("umm keddada")
    ('dirinia', 'dirinia', 'umkadada', 'umkidada')
    """
    sound = _SOUND.sub(lambda written: _WRITTEN[written.group()], _ARTICLE.sub("", key).removesuffix("h"))
    return _DOUBLED.sub(r"\1", sound)


def alike(one: str, other: str) -> bool:
    """Tell whether two sounds may be one name: equal, or with one vowel or one voiced consonant changed."""
    if one == other:
        return True
    if min(len(one), len(other)) < SHORTEST_CHANGED or abs(len(one) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    if len(one) == len(other):
        a, b = one[start], other[start]
        changed = (a in _VOWELS and b in _VOWELS) or frozenset((a, b)) in _VOICED
        return start > 0 and changed and one[start + 1 :] == other[start + 1 :]
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return start > 0 and longer[start] in {*_VOWELS, "h"} and longer[start + 1 :] == shorter[start:]


def respelled(store: Store, name: str) -> tuple[Candidate, ...]:
    """Return the places whose names sound like ``name``; none for short names."""
    key = fold(name)
    sound = sound_of(key)
    if len(sound) < SHORTEST or not key.replace(" ", "").isalpha():
        return ()
    found: dict[str, Candidate] = {}
    for prefix in sorted(_prefixes(key)):
        for spelled in store.beginning(prefix, len(key) - _LENGTHS, len(key) + _LENGTHS):
            if not alike(sound, sound_of(spelled)):
                continue
            for row in store.names(spelled):
                if row.kind in _OWN and row.place.kind in _KINDS:
                    note = f'"{row.place.name}" may be another spelling of it'
                    found.setdefault(row.place.id, Candidate(row.place, name, NameKind.ALTERNATE, reasons=(note,)))
    return tuple(found.values())


def _prefixes(key: str) -> Iterator[str]:
    """Yield how names begin that sound like the key: its first three letters, each vowel and doubtful letter varied."""
    bare = _ARTICLE.sub("", key)
    heads = {bare[:3], bare.replace("h", "", 1)[:3] if bare[1:2] == "h" else bare[:3]}
    if " " in bare[:4]:
        heads = {bare.replace(" ", "")[:2]}
    for head in heads:
        spelled = [""]
        for number, letter in enumerate(head):
            choices = _HEADS.get(letter, letter) if number else _HEADS.get(letter, letter)[:2]
            spelled = [begun + choice for begun in spelled for choice in choices]
        for begun in spelled:
            yield begun
            if bare != key:
                yield from (f"{article} {begun}" for article in ("al", "el"))
