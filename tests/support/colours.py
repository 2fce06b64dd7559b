"""Colours as people see them: contrast (WCAG 2.1), and distance in CIELAB with and without colour blindness."""

from __future__ import annotations

import numpy as np

# Brettel, Viénot and Mollon's dichromats in the one-matrix form of Viénot, Brettel and Mollon (1999) for protan and
# deutan, and Machado, Oliveira and Fernandes (2009, severity 1) for tritan; all on linear sRGB.
_SIGHT = {
    "normal": np.eye(3),
    "protan": np.array([[0.11238, 0.88762, 0.0], [0.11238, 0.88762, 0.0], [0.00401, -0.00401, 1.0]]),
    "deutan": np.array([[0.29275, 0.70725, 0.0], [0.29275, 0.70725, 0.0], [-0.02234, 0.02234, 1.0]]),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]]
    ),
}
_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
_WHITE = _XYZ @ np.ones(3)


def _linear(colour: str) -> np.ndarray:
    values = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (``#rrggbb``), 1 to 21."""
    light, dark = sorted((float(_XYZ[1] @ _linear(colour)) for colour in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def difference(one: str, other: str, vision: str = "normal") -> float:
    """Return the distance of two colours in CIELAB (CIE 1976) as someone with that sight sees them."""
    a, b = (_lab(np.clip(_SIGHT[vision] @ _linear(colour), 0, 1)) for colour in (one, other))
    return float(np.linalg.norm(a - b))


def _lab(linear: np.ndarray) -> np.ndarray:
    ratio = (_XYZ @ linear) / _WHITE
    f = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])
