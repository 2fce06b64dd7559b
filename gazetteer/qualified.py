"""Names with what they are before them: "the Lebanese city of Tripoli", "the Russian naval base at Tartus".

The word for a people tells the country that the name lies in, so that of two Tripolis the right one is meant; of a base
it tells whose it is, wherever it lies.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_KINDS = (
    r"city|capital(?: city)?|port(?: city)?|town|village|province|district|region|governorate|island|river|airport|"
    r"air base|base|border town|coastal city|resort"
)
_QUALIFIED = re.compile(
    rf"(?:the )?(?:[a-z-]+ )?([A-Z][\w-]+(?: [A-Z][\w-]+)?) (?:[a-z-]+ )?(?:{_KINDS}),? (?:of )?(?:the )?([A-Z].+)"
)

_BASE_KINDS = r"base|airbase|airfield|camp|garrison|port|airport"
_BASE = re.compile(
    r"(?:the )?(?:[A-Z][\w.-]+(?: [A-Z][\w.-]+)? )?"
    rf"((?:naval |air |military |army |submarine |logistics |drone )?(?:{_BASE_KINDS})) "
    r"(?:at|in|near|outside) (?:the )?([A-Z].+)"
)


@dataclass(frozen=True, slots=True)
class Qualified:
    """A name, and the alpha-3 codes of the countries whose people the word before it names."""

    name: str
    countries: tuple[str, ...]


def qualified(text: str, demonym: Callable[[str], tuple[str, ...]]) -> Qualified | None:
    """Read "the northern Iraqi city of Mosul"; ``None`` where no people is named before the kind of place."""
    match = _QUALIFIED.fullmatch(text.strip())
    countries = demonym(match[1]) if match is not None else ()
    return Qualified(match[2], countries) if match is not None and countries else None


def base_at(text: str) -> tuple[str, ...]:
    """Return what to look up for a base told by its place, the likeliest first; nothing for other words.

    >>> base_at("the Russian naval base at Tartus")
    ('Tartus naval base', 'naval base at Tartus')
    """
    match = _BASE.fullmatch(text.strip())
    return (f"{match[2]} {match[1]}", f"{match[1]} at {match[2]}") if match is not None else ()
