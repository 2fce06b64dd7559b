"""Formats by name: tables article by article, files of one whole at the end."""

from __future__ import annotations

import pytest

from geomap import export
from geomap.export import FORMATS, writer
from tests.support import drawing, hard


@pytest.mark.parametrize("form", FORMATS)
def test_a_writer_gives_what_the_function_gives(form: str) -> None:
    reports = [drawing.sample(), hard.nowhere()]
    taken = writer(form)
    data = b"".join([*(taken.add(report) for report in reports), taken.end()])
    whole = getattr(export, f"to_{form}")(reports)
    assert data == (whole if isinstance(whole, bytes) else whole.encode())


def test_tables_are_written_as_they_come() -> None:
    taken = writer("csv")
    assert taken.add(hard.nowhere()).count(b"\r\n") == 4
    assert taken.add(hard.nowhere()).count(b"\r\n") == 3
    assert taken.end() == b""
    assert writer("acled").end().count(b"\r\n") == 1
