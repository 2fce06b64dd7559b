"""A scene → what is looked at: one self-contained, offline page, or a still picture."""

from geomap.render.page import page

__all__ = ["page"]
