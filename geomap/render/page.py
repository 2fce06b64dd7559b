"""A scene → the page: one HTML file that holds everything and asks for nothing.

The words of the article are in one block of JSON; the page's script puts them into the document as text nodes only.
What else the page consists of is fixed: this package's own files, Leaflet, and symbols drawn from fixed codes.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from geomap.render.payload import dumps
from geomap.scene import Scene

ASSETS = Path(__file__).with_name("assets")
SCRIPTS = (
    "dom.js",
    "basemap.js",
    "signs.js",
    "filters.js",
    "cards.js",
    "sites.js",
    "arrows.js",
    "edges.js",
    "view.js",
    "time.js",
    "totals.js",
    "article.js",
    "legend.js",
    "theme.js",
    "state.js",
    "sheet.js",
    "picture.js",
    "save.js",
    "main.js",
)
TITLE = "Forces and fighting on a map"
"""Title until the page's script has set the article's: no word of the article stands in the markup."""
_FRAME_FILLS = ("rgb(170,255,170)", "rgb(128,224,255)", "rgb(255,128,128)")
"""Fills of milsymbol's frames: neutral, friend, hostile."""


class LeafletMissing(ImportError):
    """Leaflet's files are not installed."""


def page(scene: Scene) -> str:
    """Return the page as HTML. The same scene gives the same text."""
    from geomap.render.folio import document

    script = "\n".join(_asset(name) for name in SCRIPTS)
    head = f"<style>{_leaflet('leaflet.css')}\n{_asset('page.css')}</style>\n<script>{_leaflet('leaflet.js')}</script>"
    tail = (
        f'<script type="application/json" id="scene">{dumps(scene)}</script>\n'
        f'<script>"use strict";\n(function (map) {{\n{script}\n}})(map_0);</script>'
    )
    top, _, bottom = _asset("page.html").partition("<!-- map -->")
    return document(TITLE, head=head, top=_sprite(scene) + top.rstrip(), bottom=bottom.strip(), tail=tail)


def _sprite(scene: Scene) -> str:
    """Return every symbol once, hidden, to be used by name; frame and ink take the colours of where they are used."""
    symbols = "".join(_symbol(code, svg) for code, svg in scene.symbols)
    return f'<svg class="sprite" aria-hidden="true" focusable="false">{symbols}</svg>\n'


def _symbol(code: str, svg: str) -> str:
    box = re.search(r'viewBox="([-0-9. ]+)"', svg)
    if box is None:
        raise ValueError(f"symbol {code} has no view box")
    inner = svg[svg.index(">") + 1 : svg.rindex("</svg>")]
    for fill in _FRAME_FILLS:
        inner = inner.replace(f'fill="{fill}"', 'class="frame"')
    inner = inner.replace(' fill-opacity="1"', "")
    inner = inner.replace('stroke="black"', 'stroke="currentColor"').replace('fill="black"', 'fill="currentColor"')
    return f'<symbol id="s{code}" viewBox="{box[1]}">{inner}</symbol>'


@cache
def _asset(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8").strip()


@cache
def _leaflet(name: str) -> str:
    """Return one of Leaflet's files without its references to other files, which the page does not have."""
    spec = find_spec("xstatic.pkg.leaflet")
    if spec is None or spec.origin is None:
        raise LeafletMissing("Leaflet is not installed: pip install XStatic-Leaflet")
    text = (Path(spec.origin).parent / "data" / name).read_text(encoding="utf-8")
    text = re.sub(r"//# sourceMappingURL=\S+", "", text)
    text = re.sub(r"[\w-]+:\s*url\([^)]*\);?", "", text) if name.endswith(".css") else text
    return text.replace("</script", "<\\/script").strip()
