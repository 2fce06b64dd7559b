"""Letters: the fonts that a picture names, how wide a line of them is, and how text is broken into lines.

A picture carries no font. It names common ones, the generic family last, and lays its lines out by the widest of them,
so that another font in its place makes lines shorter, never longer.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from geomap.render.picture.markup import element, escaped
from geomap.scene import wording

SANS = "Noto Sans, DejaVu Sans, Liberation Sans, Segoe UI, Helvetica, Arial, sans-serif"
SERIF = "Noto Serif, DejaVu Serif, Liberation Serif, Georgia, Times New Roman, serif"
INK, SOFT, PAPER = "#1d1b17", "#4a463d", "#ffffff"

_WIDTHS = (("iIjl'|.,:;!", 0.32), ("frt()[]-/ ", 0.42), ("mwMW@%…—", 0.97), ("ABCDGHKNOQRUVXYZ&", 0.74))


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width in pixels of a line of letters ``size`` pixels high, rather too large than too small."""
    return sum(_ems(char) for char in text) * size * (1.12 if bold else 1.0)


def _ems(char: str) -> float:
    if unicodedata.combining(char):
        return 0.0
    if unicodedata.east_asian_width(char) in {"W", "F"}:
        return 1.0
    return next((ems for chars, ems in _WIDTHS if char in chars), 0.66 if char.isupper() else 0.615)


def lines(text: str, room: float, size: float, *, bold: bool = False, most: int = 99) -> list[str]:
    """Return the text in lines of at most ``room`` pixels; a word that is longer is broken, what is more than ``most``
    lines is an ellipsis."""
    out: list[str] = []
    line = ""
    for word in _words(wording.plain(text), room, size, bold=bold):
        longer = f"{line} {word}" if line else word
        if line and width(longer, size, bold=bold) > room:
            out.append(line)
            line = word
            if len(out) == most:
                break
        else:
            line = longer
    else:
        return [*out, line] if line else out
    out[-1] = wording.shorten(out[-1] + " " + line, max(2, len(out[-1]) - 1))
    return out


def _words(text: str, room: float, size: float, *, bold: bool) -> Iterator[str]:
    for word in text.split(" "):
        rest = word
        while width(rest, size, bold=bold) > room and len(rest) > 1:
            cut = max(1, min(len(rest) - 1, int(room / (size * (0.7 if bold else 0.62)))))
            while cut > 1 and width(rest[:cut], size, bold=bold) > room:
                cut -= 1
            yield rest[:cut]
            rest = rest[cut:]
        yield rest


def fitted(text: str, room: float, size: float) -> str:
    """Return the text on one line of at most ``room`` pixels, cut with an ellipsis where it is longer."""
    text = wording.shorten(text, int(room / (size * 0.3)) + 1)
    for limit in range(len(text), 1, -1):
        cut = wording.shorten(text, limit)
        if width(cut, size) <= room:
            return cut
    return "…"


def text(words: str, x: float, y: float, size: float, **attributes: str | float | None) -> str:
    """Return a line of text with its baseline at ``y``."""
    return element("text", escaped(words), x=x, y=y, font_size=size, **attributes)


def haloed(markup: str, x: float, y: float, size: float, halo: str = PAPER, **attributes: str | float | None) -> str:
    """Return a line of text, ``markup`` already, on a rim of ``halo``. It is drawn twice, because programs that do not
    know ``paint-order`` would draw the rim on the letters; readers of the text are given it once."""
    rim: dict[str, str | float | None] = {
        "fill": halo,
        "stroke": halo,
        "stroke_width": 3.0,
        "stroke_linejoin": "round",
        "aria_hidden": "true",
    }
    place: dict[str, str | float | None] = {"x": x, "y": y, "font_size": size}
    return element("text", markup, **place | attributes | rim) + element("text", markup, **place | attributes)
