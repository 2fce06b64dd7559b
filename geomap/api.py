"""The three steps as plain functions: ``read`` (in :mod:`geomap.read`), ``extract``, ``draw``."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazetteer import Gazetteer
    from geomap.model import Article, Report
    from geomap.pipeline import Pipeline


def extract(article: Article, *, model: str | None = None) -> Report:
    """Return what the article tells. ``model`` names a spaCy model, ``None`` the best one installed.

    The model is loaded once and kept. Raises ``ModelMissing``.
    """
    return _pipeline(model).extract(article)


def draw(report: Report, *, boundaries: str = "un") -> str:
    """Return the report's map as one self-contained HTML page.

    ``boundaries`` is the viewpoint that they are drawn from: ``un``, ``de-facto`` or the code of a country whose
    government's it is. Raises ``UnknownView``, which lists them.
    """
    from geomap.render import page
    from geomap.scene import compose

    return page(compose(report, _gazetteer(), boundaries))


def view(code: str) -> str:
    """Return the code of a viewpoint of boundaries as ``draw`` takes it, however its letters are cased.

    Raises ``UnknownView``, which lists the viewpoints.
    """
    return _gazetteer().view(code).code


@lru_cache(maxsize=2)
def _pipeline(model: str | None) -> Pipeline:
    from geomap.pipeline import Pipeline

    return Pipeline.load(model)


@lru_cache(maxsize=1)
def _gazetteer() -> Gazetteer:
    from gazetteer import Gazetteer

    return Gazetteer.open()
