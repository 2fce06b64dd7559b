"""SVG → PNG, by resvg, with the fonts that the machine has."""

from __future__ import annotations

import logging
import os
import re
import sys
from functools import cache
from pathlib import Path

_LOG = logging.getLogger("geomap")
_FAMILIES = {
    "NotoSans-Regular": "Noto Sans",
    "DejaVuSans": "DejaVu Sans",
    "LiberationSans-Regular": "Liberation Sans",
    "segoeui": "Segoe UI",
    "Helvetica": "Helvetica",
    "Arial": "Arial",
    "arial": "Arial",
    "Roboto-Regular": "Roboto",
    "OpenSans-Regular": "Open Sans",
    "FreeSans": "FreeSans",
    "Ubuntu-R": "Ubuntu",
    "Cantarell-Regular": "Cantarell",
}
"""Files of fonts without serifs and the families that they hold, those that the pictures name first."""
_NO_FONT = (
    "this machine has no font for pictures, so the PNG has no text; install one (Debian: apt-get install "
    "fonts-dejavu-core), or write an SVG, which is shown with the fonts of whoever opens it"
)


def png(svg: str, *, scale: float = 1.0) -> bytes:
    """Return an SVG as PNG of ``scale`` times as many pixels. Where no font is found a warning is logged."""
    import resvg_py

    family = _sans()
    if family is None:
        _LOG.warning(_NO_FONT)
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            zoom=scale,
            font_family=family,
            sans_serif_family=family,
            serif_family=family,
            resources_dir=os.devnull,
        )
    )


@cache
def _sans() -> str | None:
    """Return the family that stands for those of a picture that this machine lacks; ``None`` without any font."""
    files = {path.stem: path for folder in _folders() for path in sorted(folder.rglob("*")) if _is_font(path)}
    return next((family for stem, family in _FAMILIES.items() if stem in files), None)


def _is_font(path: Path) -> bool:
    return re.fullmatch(r"\.(ttf|otf|ttc)", path.suffix.lower()) is not None


def _folders() -> list[Path]:
    """Return where fonts are kept on this system."""
    home = Path.home()
    if sys.platform == "darwin":
        found = [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"]
    elif sys.platform == "win32":
        found = [Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"]
    else:
        found = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local/share/fonts", home / ".fonts"]
    return [folder for folder in found if folder.is_dir()]
