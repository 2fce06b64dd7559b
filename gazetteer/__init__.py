"""Where is it? Names and expressions of places to points, shapes and reasons; useful without geomap."""

from .api import Gazetteer
from .errors import GazetteerError, GazetteerMissing, GazetteerVersion, SourceError, UnknownView
from .model import (
    AreaKind,
    BBox,
    Candidate,
    ContestedArea,
    Context,
    Kind,
    NameKind,
    Outline,
    Place,
    Resolution,
    Standing,
    Tract,
    View,
)

__all__ = [
    "AreaKind",
    "BBox",
    "Candidate",
    "ContestedArea",
    "Context",
    "Gazetteer",
    "GazetteerError",
    "GazetteerMissing",
    "GazetteerVersion",
    "Kind",
    "NameKind",
    "Outline",
    "Place",
    "Resolution",
    "SourceError",
    "Standing",
    "Tract",
    "UnknownView",
    "View",
]
