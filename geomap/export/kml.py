"""Reports as KML 2.2 for Google Earth and its like: a folder for each article, a placemark for each feature.

Earth's balloons are HTML, so ``description`` is written as HTML with every word of the article escaped in it, and the
balloon is told to show nothing else: the values of ``ExtendedData``, which other programs read as they are, are never
rendered, and no ``$[…]`` in an article's words can call for one of them.
"""

from __future__ import annotations

import html
from collections.abc import Iterable
from xml.etree import ElementTree as Xml

from geomap.export.cells import Value, clean
from geomap.export.features import Coordinate, Feature, Role, features
from geomap.model import Report
from geomap.scene import wording

_NAMESPACE = "http://www.opengis.net/kml/2.2"
_TOLD = ("actor", "number", "force", "action", "status", "place", "time", "says_who", "evidence", "corrected")
_COLORS = {Role.LOCATION: "ff1b1d1b", Role.ORIGIN: "ff8c5823", Role.FLOW: "ff8c5823", Role.NONE: "ff666666"}
"""Colours as KML has them: opacity, blue, green, red."""


def kml(reports: Iterable[Report]) -> str:
    """Return a document with all features. Those without a place are placemarks without a geometry."""
    root = Xml.Element("kml", xmlns=_NAMESPACE)
    document = Xml.SubElement(root, "Document")
    for role, color in _COLORS.items():
        document.append(_style(role, color))
    for report in reports:
        folder = Xml.SubElement(document, "Folder")
        _text(folder, "name", clean(report.article.title or report.article.id))
        for feature in features(report):
            folder.append(_placemark(feature))
    Xml.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"


def _style(role: Role, color: str) -> Xml.Element:
    style = Xml.Element("Style", id=str(role))
    icon = Xml.SubElement(style, "IconStyle")
    _text(icon, "color", color)
    _text(icon, "scale", "0.8")
    line = Xml.SubElement(style, "LineStyle")
    _text(line, "color", color)
    _text(line, "width", "3")
    _text(Xml.SubElement(style, "BalloonStyle"), "text", "$[description]")
    return style


def _placemark(feature: Feature) -> Xml.Element:
    mark = Xml.Element("Placemark")
    values = dict(feature.properties())
    _text(mark, "name", _title(values))
    _text(mark, "description", _description(values))
    _text(mark, "styleUrl", f"#{feature.role}")
    data = Xml.SubElement(mark, "ExtendedData")
    for name, value in values.items():
        if value is not None:
            _text(Xml.SubElement(data, "Data", name=name), "value", _plain(value))
    if feature.parts:
        mark.append(_geometry(feature))
    return mark


def _geometry(feature: Feature) -> Xml.Element:
    if not feature.is_line:
        point = Xml.Element("Point")
        _text(point, "coordinates", _coordinates(feature.parts[0]))
        return point
    parts = []
    for part in feature.parts:
        line = Xml.Element("LineString")
        _text(line, "tessellate", "1")  # along the ground
        _text(line, "coordinates", _coordinates(part))
        parts.append(line)
    if len(parts) == 1:
        return parts[0]
    whole = Xml.Element("MultiGeometry")
    whole.extend(parts)
    return whole


def _coordinates(points: Iterable[Coordinate]) -> str:
    return " ".join(f"{lon},{lat}" for lon, lat in points)


def _title(values: dict[str, Value]) -> str:
    words = values["force"] if values["kind"] == "deployment" else values["action"]
    parts = (values["actor"], values["number"], words, "from" if values["role"] == "origin" else "", values["place"])
    return wording.shorten(" ".join(_plain(part) for part in parts if part), 120)


def _description(values: dict[str, Value]) -> str:
    """Return a table as HTML; ``$`` is escaped because Earth would put a field in place of ``$[name]``."""
    told = ((name, _plain(values[name])) for name in _TOLD if values[name] is not None)
    cells = "".join(f"<tr><th>{name.replace('_', ' ')}</th><td>{_escaped(value)}</td></tr>" for name, value in told)
    return f"<table>{cells}</table>"


def _escaped(text: str) -> str:
    return html.escape(text).replace("$", "&#36;")


def _plain(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _text(parent: Xml.Element, name: str, text: str) -> None:
    Xml.SubElement(parent, name).text = text
