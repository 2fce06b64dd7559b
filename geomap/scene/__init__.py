"""What is to be drawn: a report and a gazetteer → a ``Scene`` of sites, arrows, names, basemap, legend and cards."""

from geomap.scene.compose import compose
from geomap.scene.model import Quotes, Scene, Style

__all__ = ["Quotes", "Scene", "Style", "compose"]
