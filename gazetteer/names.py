"""The one normaliser of place names: the build stores its keys, look-up asks with them.

``fold`` maps every spelling that a reader takes for the same name to one key: case, accents, dashes, apostrophes,
full stops, a leading "the", a trailing "'s", "St."/"Saint", "Ft."/"Fort", "Mt."/"Mount" and "&"/"and" do not count.
Scripts are not transliterated: "Київ" is found because the sources carry it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that carry no combining mark but stand for a base letter in news spelling.
_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "ħ": "h",
        "ə": "e", "ŧ": "t", "ŋ": "n", "ĸ": "k", "ё": "е", "&": " and ",
    }
)  # fmt: skip
_APOSTROPHES = "'’‘ʼʻʾʿʹ′`´‛ʽˈ"
_JOINERS = re.compile(rf"[{_APOSTROPHES}.·]")
_POSSESSIVE = re.compile(rf"(?:[{_APOSTROPHES}][sS]|(?<=[sSzZxX])[{_APOSTROPHES}])$")
_BREAKS = re.compile(r"[^\w]+|_+")
_ABBREVIATED = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount", "pt": "point"}
_PLAIN = re.compile(r"[a-z]+")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Return the key of a name; ``""`` when nothing of it is a letter or digit.

    >>> fold("The Gambia"), fold("Ukraine’s"), fold("St. Petersburg"), fold("Łódź"), fold("Al-Tanf")
    ('gambia', 'ukraine', 'saint petersburg', 'lodz', 'al tanf')
    """
    low = name.strip().casefold()
    if _PLAIN.fullmatch(low):
        return _ABBREVIATED.get(low, low)
    low = _POSSESSIVE.sub("", low)
    if not low.isascii():
        decomposed = unicodedata.normalize("NFKD", low.translate(_LETTERS))
        low = unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))
        low = low.casefold().translate(_LETTERS)  # again: decomposition brings capitals and letters to light
    elif "&" in low:
        low = low.translate(_LETTERS)
    words = _BREAKS.sub(" ", _JOINERS.sub("", low)).split()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(_ABBREVIATED.get(word, word) for word in words)


def is_abbreviation_of(written: str, spelling: str) -> bool:
    """Tell whether ``written`` may stand for the abbreviation ``spelling`` (both fold to the same key).

    Case counts here: "US", "U.S." and "u.s." stand for "U.S.", but "us" and "Us" are English pronouns; "Va." stands
    for "Va.", but "Va" does not. A possessive ending is ignored.
    """
    bare = _POSSESSIVE.sub("", written.strip())
    if bare.lower().startswith("the "):
        bare = bare[4:]
    if "." in bare:
        return True
    plain = spelling.replace(".", "")
    if plain.isupper():
        return bare.replace(" ", "") == plain.replace(" ", "")
    return bare == spelling
