from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer import Context, Evidence, Gazetteer
from gazetteer.calibration import confidence

weights = st.floats(0, 20)


@pytest.mark.parametrize(
    ("weight", "lead", "expected"),
    [(3.0, 0.0, 0.083), (6.0, 2.0, 0.703), (9.0, 0.0, 0.789), (9.0, 4.0, 0.984), (12.0, None, 0.984)],
)
def test_shares(weight: float, lead: float | None, expected: float) -> None:
    assert confidence(Evidence(weight, lead)) == pytest.approx(expected, abs=0.001)


@given(weights, weights, weights)
def test_more_evidence_is_never_less_certain(weight: float, more: float, lead: float) -> None:
    assert confidence(Evidence(weight + more, lead)) >= confidence(Evidence(weight, lead))
    assert confidence(Evidence(weight, lead + more)) >= confidence(Evidence(weight, lead))
    assert confidence(Evidence(weight, None)) >= confidence(Evidence(weight, lead))


def test_an_answer_tells_its_evidence(gazetteer: Gazetteer) -> None:
    alone = gazetteer.resolve("Springfield")
    told = gazetteer.resolve("Springfield", Context(within=("Ohio",)))
    assert alone.evidence is not None
    assert alone.evidence.lead is not None
    assert alone.confidence < 0.5
    assert told.confidence > 0.9
    assert gazetteer.resolve("Xyzzy").evidence is None
