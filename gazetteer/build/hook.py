"""Hatchling's build hook: brings the gazetteer, geomap's compiled lexicons and its table of symbols up to date."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GazetteerHook(BuildHookInterface):  # type: ignore[type-arg]
    """Builds the gazetteer before a wheel, also an editable one; a source distribution carries only the sources."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build unless the database there was built from the same sources, code and packages."""
        if self.target_name != "wheel":
            return
        root = str(Path(self.root))
        sys.path.insert(0, root)
        try:
            from gazetteer.build import pipeline

            pipeline.build_if_needed()
            # By name: only the wheel knows both packages, the gazetteer imports nothing of geomap.
            import_module("geomap.language.compile").write()
            import_module("geomap.scene.symbols").write_table()
        finally:
            sys.path.remove(root)
