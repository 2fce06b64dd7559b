"""SVG as text: the one way in which words of an article reach it.

Every string is escaped and cleared of what XML forbids and of what turns text round. Attributes are presentation
attributes, not style sheets, because Word, LibreOffice and LaTeX's converters read little else.
"""

from __future__ import annotations

import re

from geomap.scene import wording

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document may hold, not even as a reference."""
_HARMLESS = re.compile(r"[ !#-%(-;=?-~]*")


def escaped(text: str) -> str:
    """Return the text as it may stand in an element or between double quotes."""
    if _HARMLESS.fullmatch(text):
        return text
    text = wording.plain(_FORBIDDEN.sub("", text))
    for char, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;")):
        text = text.replace(char, entity)
    return text


def number(value: float) -> str:
    """Return a length in pixels or a share, to a hundredth, as short as it can be written."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def element(name: str, *children: str, **attributes: str | float | None) -> str:
    """Return an element; ``children`` are markup already. In names ``_`` stands for ``-`` and a last ``_`` for nothing;
    an attribute that is ``None`` is left out."""
    parts = [name]
    for key, value in attributes.items():
        if value is not None:
            words = escaped(value) if isinstance(value, str) else number(value)
            parts.append(f'{key.rstrip("_").replace("_", "-")}="{words}"')
    head = " ".join(parts)
    return f"<{head}>{''.join(children)}</{name}>" if children else f"<{head}/>"
