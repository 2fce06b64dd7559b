"""Where is it? Names and expressions of places to points, shapes and reasons; useful without geomap."""

from .api import Gazetteer
from .errors import (
    BadData,
    BadServer,
    DataFolderError,
    DataNameError,
    GazetteerError,
    GazetteerMissing,
    GazetteerVersion,
    SourceError,
)
from .model import BBox, Candidate, Context, Kind, NameKind, Outline, Place, Resolution

__all__ = [
    "BBox",
    "BadData",
    "BadServer",
    "Candidate",
    "Context",
    "DataFolderError",
    "DataNameError",
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
]
