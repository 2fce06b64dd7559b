"""The values that a scene consists of: what is to be drawn, where, and how it is told apart. No HTML.

Points are degrees WGS 84. Longitudes are those of the scene's own frame: within 180° of its middle, so that a scene
across the antimeridian has no seam and a longitude may exceed 180. Sizes are CSS pixels at any zoom.
"""

from geomap.scene.model.ground import Basemap, Box, Contested, Label, Land, Line, Point, Shape
from geomap.scene.model.kinds import Extent, FlowKind, LabelKind, LegendKind, Mark, Quotes, Side, Style
from geomap.scene.model.sheet import Card, LegendLine, Piece, Run, Scene, Tally
from geomap.scene.model.signs import ActorStyle, Area, Flow, Glyph, Grid, Level, Site, Spot

__all__ = [
    "ActorStyle",
    "Area",
    "Basemap",
    "Box",
    "Card",
    "Contested",
    "Extent",
    "Flow",
    "FlowKind",
    "Glyph",
    "Grid",
    "Label",
    "LabelKind",
    "Land",
    "LegendKind",
    "LegendLine",
    "Level",
    "Line",
    "Mark",
    "Piece",
    "Point",
    "Quotes",
    "Run",
    "Scene",
    "Shape",
    "Side",
    "Site",
    "Spot",
    "Style",
    "Tally",
]
