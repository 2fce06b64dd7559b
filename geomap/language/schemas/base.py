"""What every shape of a lexicon is: frozen, and closed to keys that it does not name."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Schema(BaseModel):
    """A frozen table of words."""

    model_config = ConfigDict(frozen=True, extra="forbid")
