"""The three steps as plain functions: ``read`` (in :mod:`geomap.read`), ``extract``, ``draw``."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazetteer import Gazetteer
    from gazetteer.online import Nominatim
    from geomap.model import Article, Report
    from geomap.pipeline import Pipeline


def extract(article: Article, *, model: str | None = None, online: bool = False) -> Report:
    """Return what the article tells. ``model`` names a spaCy model, ``None`` the best one installed.

    What the user has added to the gazetteer is searched too; with ``online``, Nominatim is asked for names that it
    lacks. The model is loaded once and kept. Raises ``ModelMissing``, and ``gazetteer.BadServer``.
    """
    return _pipeline(model, online=online).extract(article)


def draw(
    report: Report, *, boundaries: str = "un", quotes: str = "sentence", viewpoint: str = "", style: str = "symbols"
) -> str:
    """Return the report's map as one self-contained HTML page.

    ``boundaries`` is the view that they are drawn from: ``un``, ``de-facto`` or the code of a country whose
    government's it is. ``quotes`` says how much of the article the page carries: ``none``, ``sentence`` or ``full``.
    ``viewpoint`` (``UKR``, ``UKR,USA/RUS``) has symbols for friend and hostile; ``style`` is ``symbols`` or ``plain``.
    Raises ``UnknownView``, which lists them, ``BadViewpoint``, and ``ValueError`` for other quotes and styles.
    """
    from geomap.render import page
    from geomap.scene import Quotes, Style, compose

    scene = compose(report, _gazetteer(), boundaries, quotes=Quotes(quotes), viewpoint=viewpoint, style=Style(style))
    return page(scene)


def view(code: str) -> str:
    """Return the code of a viewpoint of boundaries as ``draw`` takes it, however its letters are cased.

    Raises ``UnknownView``, which lists the viewpoints.
    """
    return _gazetteer().view(code).code


def nominatim() -> Nominatim:
    """Return who is asked for names that the gazetteer lacks. Raises ``gazetteer.BadServer``."""
    from gazetteer.online import Nominatim
    from geomap import __version__

    return Nominatim(f"geomap/{__version__}")


@lru_cache(maxsize=2)
def _pipeline(model: str | None, *, online: bool) -> Pipeline:
    from geomap.pipeline import Pipeline

    return Pipeline.load(model, online=nominatim() if online else None)


@lru_cache(maxsize=1)
def _gazetteer() -> Gazetteer:
    """Return the gazetteer that pages take borders and outlines from, which no user adds to."""
    from gazetteer import Gazetteer

    return Gazetteer.open()
