"""Keeps libraries from writing to standard error: what a user has to know is said by geomap, in one line."""

from __future__ import annotations

import logging


def quiet(*packages: str) -> None:
    """Give the loggers of ``packages`` a handler that does nothing, so that Python's last resort prints nothing."""
    for package in packages:
        log = logging.getLogger(package)
        if not log.handlers:
            log.addHandler(logging.NullHandler())
