"""geomap reads a news article about forces and fighting and draws a self-contained map that can be trusted.

>>> from geomap import draw, extract, read
>>> report = extract(read("seeds/nato-belarus-2022.txt"))
>>> page = draw(report)

The names in ``__all__`` are the public surface; everything else may change. All but ``read`` are imported when they
are first asked for, so that ``import geomap`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

# Bound here and now: the first import of the package geomap.read would put the module in the function's place.
from geomap.read import read as read
from geomap.version import __version__ as __version__

if TYPE_CHECKING:
    from geomap.api import correct, draw, draw_markdown, draw_png, draw_svg, embed, extract
    from geomap.errors import (
        BadCrop,
        CorrectionError,
        GeomapError,
        LexiconError,
        ModelMissing,
        UnreachableArticle,
        UnreadableArticle,
        UnsupportedLanguage,
        UnwritableOutput,
    )
    from geomap.model import (
        Action,
        Actor,
        AlternativePlace,
        Article,
        Casualties,
        Category,
        Deployment,
        Echelon,
        Event,
        EventType,
        Force,
        Harm,
        PlaceMention,
        Qualifier,
        Quantity,
        Relation,
        Report,
        ResolvedPlace,
        Source,
        Span,
        Status,
        Time,
        Use,
    )

_API = ("correct", "draw", "draw_markdown", "draw_png", "draw_svg", "embed", "extract")
_ERRORS = (
    "BadCrop",
    "CorrectionError",
    "GeomapError",
    "LexiconError",
    "ModelMissing",
    "UnreachableArticle",
    "UnreadableArticle",
    "UnsupportedLanguage",
    "UnwritableOutput",
)

__all__ = [
    "Action",
    "Actor",
    "AlternativePlace",
    "Article",
    "BadCrop",
    "Casualties",
    "Category",
    "CorrectionError",
    "Deployment",
    "Echelon",
    "Event",
    "EventType",
    "Force",
    "GeomapError",
    "Harm",
    "LexiconError",
    "ModelMissing",
    "PlaceMention",
    "Qualifier",
    "Quantity",
    "Relation",
    "Report",
    "ResolvedPlace",
    "Source",
    "Span",
    "Status",
    "Time",
    "UnreachableArticle",
    "UnreadableArticle",
    "UnsupportedLanguage",
    "UnwritableOutput",
    "Use",
    "correct",
    "draw",
    "draw_markdown",
    "draw_png",
    "draw_svg",
    "embed",
    "extract",
    "read",
]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = "geomap.api" if name in _API else "geomap.errors" if name in _ERRORS else "geomap.model"
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
