"""GeoNames' ``alternateNamesV2.txt``: one more name a line, for places that the gazetteer or an added dump has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gazetteer.geonames import is_code
from gazetteer.model import NameKind

from .known import Known
from .lines import Lines, tabbed
from .records import BadLine, Entry, Left, number, own_name

COLUMNS = (8, 10)  # the older alternateNames.txt has no columns for the years from and to
# Two or three letters, with a region or a script behind them ("zh-Hant"); the rest are links, postal and port codes.
_LANGUAGE = re.compile(r"|[a-z]{2,3}(?:-[A-Za-z0-9]+)*|piny")
_PAST_LANGUAGE, _ABBREVIATION = "fr_1793", "abbr"


class Alternates:
    """Reads the lines of a file of further names."""

    title = "GeoNames' alternate names"
    places = False
    columns: tuple[str, ...] = ()

    def __init__(self, known: Known) -> None:
        self._known = known

    def records(self, lines: Lines) -> Iterator[tuple[int, list[str] | BadLine]]:
        """Split each line into its columns."""
        return tabbed(lines, COLUMNS)

    def entry(self, line: int, fields: list[str]) -> Entry | Left:
        """Return the name of a line; raises ``BadLine``."""
        number(fields[0], "id of the name")
        row, language, name = number(fields[1], "GeoNames id"), fields[2], own_name(fields[3])
        for flag in fields[4:8]:
            if flag not in ("", "0", "1"):
                raise BadLine(f"the flags {fields[4:8]} are not all 1 or empty")
        if language == _ABBREVIATION:
            kind = NameKind.ABBREVIATION
        elif language == _PAST_LANGUAGE or fields[7] == "1":
            kind = NameKind.FORMER
        else:
            kind = NameKind.ALTERNATE
        if kind is NameKind.ALTERNATE and (_LANGUAGE.fullmatch(language) is None or is_code(name)):
            return Left.LANGUAGE
        return Entry(row, None, ((name, kind),)) if self._known.has(row) else Left.PLACE
