"""Is it English? A cheap test for the plain cases, a language model for the doubtful ones.

Every start of the command pays for what is imported here, so the model (py3langid, some 0.5 s to load) is asked only
where English function words are rare: another language, a list of names, a headline.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from geomap.errors import UnsupportedLanguage

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLE = 20_000  # characters that are looked at
_FUNCTION_WORDS = frozenset(
    {"the", "of", "and", "that", "with", "from", "were", "are", "which", "who", "said"}
    | {"its", "their", "would", "been", "this", "not", "but", "they", "his"}
)
"""Frequent in every English text, rare in others (no "in", "is", "die", "to", "has", which other languages share)."""

_CERTAIN = 0.08
"""Share of function words from which a text is English; in news it lies between 0.13 and 0.25, in Dutch below 0.05."""

_SURE = 0.4  # probability of another language from which a text is refused ...
_UNLIKELY = 0.05  # ... if that of English is below this one; headlines and lists of places stay within both
_NO_LANGUAGE = "zxx"  # ISO 639: no linguistic content

_CODES = (
    "af am ar az be bg bn bs ca cs da de el en es et fa fi fr ha he hi hr ht hu hy id is it ja ka kk km ko ku ky lo lt "
    "lv mk mn ms my ne nl nn no pl ps pt ro ru rw sk sl so sq sr sv sw ta th tl tr uk ur uz vi zh"
)
_LANGUAGES = (*_CODES.split(), _NO_LANGUAGE)
"""Languages with a press of their own; small relatives of these (Nigerian Pidgin of English) only blur the answer."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")

_NAMES = {
    "ar": "Arabic", "de": "German", "es": "Spanish", "fa": "Persian", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "pl": "Polish",
    "pt": "Portuguese", "ru": "Russian", "sv": "Swedish", "sw": "Swahili", "tr": "Turkish", "uk": "Ukrainian",
    "ur": "Urdu", "zh": "Chinese",
}  # fmt: skip


def require_english(text: str, *, name: str) -> str | None:
    """Return ``"en"``, or ``None`` where the words are too few to tell; ``UnsupportedLanguage`` for another language.

    ``name`` says in the error what was read.
    """
    words = _WORD.findall(text[:_SAMPLE])
    if not words:
        return None
    if sum(word.lower() in _FUNCTION_WORDS for word in words) >= _CERTAIN * len(words):
        return "en"
    ranked = {label: float(probability) for label, probability in _identifier().rank(_evidence(words))}
    best = max(ranked, key=lambda label: ranked[label])
    if best not in {"en", _NO_LANGUAGE} and ranked[best] >= _SURE and ranked["en"] < _UNLIKELY:
        language = f"{_NAMES[best]} ({best})" if best in _NAMES else f"the language {best!r}"
        raise UnsupportedLanguage(f"{name}: seems to be in {language}; geomap reads English, give it a translation")
    return "en" if best == "en" else None


def _evidence(words: list[str]) -> str:
    """Return the words that tell a language: capitalised ones are mostly names, which do not."""
    plain = [word for word in words if not word[0].isupper()]
    return " ".join(plain or [word.lower() for word in words])


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_LANGUAGES)
    return identifier
