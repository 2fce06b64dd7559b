"""A page as a piece of another page: a frame that holds it whole, and the picture where scripts are not run."""

from __future__ import annotations

import hashlib
import re

from geomap.render.picture.markup import escaped

HEIGHT = 640
"""Pixels that a frame is high unless told otherwise."""


def frame(page: str, svg: str, title: str, *, height: int = HEIGHT) -> str:
    """Return an ``iframe`` that may run the page's script and nothing else of the site that it stands in: it has no
    origin, so it reads no cookie and reaches no other page. Where scripts are off, the picture stands in its place."""
    key = "geomap-" + hashlib.sha256(svg.encode()).hexdigest()[:8]
    document = page.replace("&", "&amp;").replace('"', "&quot;")
    return (
        f"<noscript><style>.{key}{{display:none}}</style>{_named(svg, key)}</noscript>\n"
        f'<iframe class="{key}" sandbox="allow-scripts" title="{escaped(title)}" loading="lazy" '
        f'referrerpolicy="no-referrer" style="width:100%;height:{height}px;border:0" srcdoc="{document}"></iframe>\n'
    )


def _named(svg: str, key: str) -> str:
    """Return the picture with ids of its own, as several may stand on one page, and as wide as its place at most."""
    svg = re.sub(r'\bid="([\w-]+)"', rf'id="{key}-\1"', svg)
    svg = re.sub(r'(href="#|url\(#)([\w-]+)', rf"\1{key}-\2", svg)
    svg = svg.replace('aria-labelledby="title desc"', f'aria-labelledby="{key}-title {key}-desc"')
    return svg.replace("<svg ", '<svg style="max-width:100%;height:auto" ', 1).strip()
