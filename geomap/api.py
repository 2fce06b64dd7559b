"""The steps as plain functions: ``read`` (in :mod:`geomap.read`), ``extract``, ``correct``, and what is drawn.

Files for other programs are in :mod:`geomap.export`.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazetteer import Gazetteer
    from gazetteer.online import Nominatim
    from geomap.model import Article, Report
    from geomap.pipeline import Pipeline, Reading
    from geomap.scene import Scene
    from geomap.scene.model import Box

Crop = tuple[float, float, float, float]
"""West, south, east, north of what a picture shows, in degrees; west is larger than east across the antimeridian."""


def extract(article: Article, *, model: str | None = None, online: bool = False) -> Report:
    """Return what the article tells. ``model`` names a spaCy model, ``None`` the best one installed.

    What the user has added to the gazetteer is searched too; with ``online``, Nominatim is asked for names that it
    lacks. The model is loaded once and kept. Raises ``ModelMissing``, and ``gazetteer.BadServer``.
    """
    return _pipeline(model, online=online).extract(article)


def explain(article: Article, *, model: str | None = None, online: bool = False) -> Reading:
    """Return what ``extract`` does, as ``.report``, with the forces that became no record, as ``.dropped``.

    Each record names the rules that made it (``record.rules``). Raises as ``extract`` does.
    """
    return _pipeline(model, online=online).read(article)


def correct(report: Report, path: str | Path) -> Report:
    """Return the report with the corrections of a YAML file, each marked with its reason (``record.corrected``).

    Raises ``CorrectionError`` for what the file has wrong or what no longer fits the report; it names the line.
    """
    from geomap import corrections

    return corrections.apply(report, corrections.read(Path(path)), _own_gazetteer)


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

    return page(_scene(report, boundaries, quotes, viewpoint, style))


def draw_svg(
    report: Report,
    *,
    boundaries: str = "un",
    quotes: str = "sentence",
    viewpoint: str = "",
    style: str = "symbols",
    width: int = 1200,
    crop: Crop | None = None,
) -> str:
    """Return the report's map as a still picture: an SVG ``width`` pixels wide and as high as it needs, with title,
    legend, boundaries, credits and alternative text.

    ``crop`` is the part of the earth that is shown, by default what holds all places. Fonts are named, not embedded.
    The rest is as for ``draw``. Raises as that, and ``BadCrop`` for a crop that makes no map.
    """
    from geomap.render.picture import svg

    scene = _scene(report, boundaries, quotes, viewpoint, style)
    return svg(scene, width=width, crop=_box(crop, scene))


def draw_png(
    report: Report,
    *,
    boundaries: str = "un",
    quotes: str = "sentence",
    viewpoint: str = "",
    style: str = "symbols",
    width: int = 1200,
    scale: float = 2.0,
    crop: Crop | None = None,
) -> bytes:
    """Return the picture of ``draw_svg`` as PNG, ``scale`` pixels for each of its own.

    It is drawn with the fonts of this machine; where there is none a warning is logged. Raises as ``draw_svg`` does.
    """
    from geomap.render.picture import png

    drawn = draw_svg(
        report, boundaries=boundaries, quotes=quotes, viewpoint=viewpoint, style=style, width=width, crop=crop
    )
    return png(drawn, scale=scale)


def draw_markdown(
    report: Report,
    *,
    boundaries: str = "un",
    viewpoint: str = "",
    style: str = "symbols",
    picture: str | None = None,
    width: int = 1200,
    crop: Crop | None = None,
) -> str:
    """Return the report as a section of Markdown: picture, alternative text, table of records, their sources.

    ``picture`` is the address of the map, by default the map itself as a ``data:`` address, drawn as ``draw_svg``
    does. Raises as that.
    """
    from base64 import b64encode

    from geomap.export import markdown
    from geomap.render.picture import svg
    from geomap.render.picture.telling import alternative, credits_of

    scene = _scene(report, boundaries, viewpoint=viewpoint, style=style)
    if picture is None:
        drawn = svg(scene, width=width, crop=_box(crop, scene))
        picture = "data:image/svg+xml;base64," + b64encode(drawn.encode()).decode()
    told = f"{scene.boundaries} {' · '.join(credits_of(scene))}"
    return markdown(report, picture, alternative(scene), told)


def embed(
    report: Report,
    *,
    boundaries: str = "un",
    quotes: str = "sentence",
    viewpoint: str = "",
    style: str = "symbols",
    height: int = 640,
) -> str:
    """Return the report's map as HTML to be put into another page: a sandboxed frame that holds the page of ``draw``,
    ``height`` pixels high, and the still picture for readers without scripts. The rest is as for ``draw``."""
    from geomap.render import page
    from geomap.render.embed import frame
    from geomap.render.picture import svg

    scene = _scene(report, boundaries, quotes, viewpoint, style)
    return frame(page(scene), svg(scene), scene.title, height=height)


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


def _scene(
    report: Report, boundaries: str, quotes: str = "sentence", viewpoint: str = "", style: str = "symbols"
) -> Scene:
    from geomap.scene import Quotes, Style, compose

    return compose(report, _gazetteer(), boundaries, quotes=Quotes(quotes), viewpoint=viewpoint, style=Style(style))


def _box(crop: Crop | None, scene: Scene) -> Box | None:
    from geomap.render.picture.view import crop_box

    return crop_box(crop, scene.center_lon) if crop is not None else None


@lru_cache(maxsize=2)
def _pipeline(model: str | None, *, online: bool) -> Pipeline:
    from geomap.pipeline import Pipeline

    return Pipeline.load(model, online=nominatim() if online else None)


@lru_cache(maxsize=1)
def _gazetteer() -> Gazetteer:
    """Return the gazetteer that pages take borders and outlines from, which no user adds to."""
    from gazetteer import Gazetteer

    return Gazetteer.open()


@lru_cache(maxsize=1)
def _own_gazetteer() -> Gazetteer:
    """Return the gazetteer with what the user has added, which corrections name places of."""
    from gazetteer import Gazetteer
    from gazetteer.folders import data_folder

    return Gazetteer.open(user_data=data_folder())
