"""A scene → a still picture: SVG, and PNG drawn from it, without a browser."""

from geomap.render.picture.raster import png
from geomap.render.picture.sheet import Drawing, drawing, svg

__all__ = ["Drawing", "drawing", "png", "svg"]
