"""folium made safe, offline and deterministic: the shell of the page.

Stock folium names ten files of content delivery networks, draws its ids from ``urandom``, forbids pinch zoom, states no
language, and renders what its children have rendered as a template once more, so that words of an article can run code.
Here the map has no tiles and no outside file, ids are constant, and every text that is not one of this module's
templates is printed by a template and never read as one. No word of an article comes near this module but inside
``Sheet.tail``.
"""

from __future__ import annotations

from branca.element import Element, Figure
from folium import Map
from folium.template import Template

POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'"
"""Content security policy of the page: nothing is fetched from anywhere."""


class _Constant:
    """Takes folium's random ids away: a page holds one map, and what else it holds has names."""

    @classmethod
    def _generate_id(cls) -> str:
        return "0"


class Sheet(_Constant, Figure):
    """The document. ``head``, ``top``, ``bottom`` and ``tail`` are printed as they are: in the head, before and
    after the map, and after the script that makes the map."""

    _template = Template(
        "<!DOCTYPE html>\n"
        '<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="{{ this.policy }}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        "<title>{{ this.title }}</title>\n"
        "{{ this.head }}\n{{ this.header.render(**kwargs) }}\n</head>\n<body>\n"
        "{{ this.top }}\n{{ this.html.render(**kwargs) }}\n{{ this.bottom }}\n"
        "<script>\n{{ this.script.render(**kwargs) }}\n</script>\n{{ this.tail }}\n</body>\n</html>\n"
    )

    def __init__(self, title: str, *, head: str, top: str, bottom: str, tail: str) -> None:
        super().__init__(title=title)
        self.policy = POLICY
        self.head, self.top, self.bottom, self.tail = head, top, bottom, tail
        self.header, self.html, self.script = Element(), Element(), Element()
        for part in (self.header, self.html, self.script):
            part._parent = self


class OfflineMap(_Constant, Map):
    """A Leaflet map, ``map_0`` in the page, with nothing on it; the page's script fills it."""

    default_js: list[tuple[str, str]] = []  # noqa: RUF012 - folium reads a class attribute
    default_css: list[tuple[str, str]] = []  # noqa: RUF012
    _template = Template(
        "{% macro header(this, kwargs) %}{% endmacro %}"
        '{% macro html(this, kwargs) %}<div class="folium-map" id="{{ this.get_name() }}"></div>{% endmacro %}'
        "{% macro script(this, kwargs) %}"
        "var {{ this.get_name() }} = L.map({{ this.get_name()|tojson }}, {{ this.options|tojavascript }});"
        "{{ this.get_name() }}.attributionControl.setPrefix(false);"
        "{% endmacro %}"
    )

    def __init__(self) -> None:
        super().__init__(
            tiles=None,
            zoom_snap=0.5,
            zoom_delta=0.5,
            wheel_px_per_zoom_level=120,
            zoom_animation=False,
            fade_animation=False,
            marker_zoom_animation=False,
            world_copy_jump=False,
        )


def document(title: str, *, head: str, top: str, bottom: str, tail: str) -> str:
    """Return the HTML of a page with one map between ``top`` and ``bottom``; every argument is trusted markup."""
    sheet = Sheet(title, head=head, top=top, bottom=bottom, tail=tail)
    sheet.add_child(OfflineMap())
    return str(sheet.render())
