"""The README's file of corrections fits the sample article."""

from __future__ import annotations

import re
from pathlib import Path

from gazetteer import Gazetteer
from geomap import corrections
from tests.support import drawing

README = Path(__file__).parents[3] / "README.md"


def test_the_example_corrects_the_sample(gazetteer: Gazetteer) -> None:
    (text,) = re.findall(r"```yaml\n(places:\n.*?)```", README.read_text("utf-8"), re.DOTALL)
    report = corrections.apply(drawing.sample(), corrections.parse("README.md", text), lambda: gazetteer)
    first = report.deployments[0]
    assert first.corrected == ("place moved: the ministry named the range", "the minister corrected himself")
    assert first.quantity is not None
    assert (first.quantity.min, first.quantity.max) == (25000, 30000)
    assert report.removed == ("nuclear-capable Iskander missiles (a slip of the agency's)",)
