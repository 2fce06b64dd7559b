"""What an article costs that tells of no forces, beside one that does, for texts cut to the same length.

Compare the means: articles without places lie below a tenth of the first; those of local papers do not, since places
are told from persons by the parse.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from geomap.model import Article
from geomap.pipeline import Pipeline

HERE = Path(__file__).parent
LENGTH = 1_400  # characters


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline.load()


def text_of(name: str) -> str:
    if name == "forces":
        gold = HERE.parent / "gold" / "dev" / "kursk-north-koreans-2025.json"
        return str(json.loads(gold.read_text(encoding="utf-8"))["text"])[:LENGTH]
    return (HERE / "texts" / f"{name}.txt").read_text(encoding="utf-8")[:LENGTH]


@pytest.mark.parametrize(
    ("name", "parsed"), [("forces", 1.0), ("bread", 0.0), ("headphones", 0.0), ("sleep", 0.0), ("council", 0.96)]
)
def test_extract(benchmark: BenchmarkFixture, pipeline: Pipeline, name: str, parsed: float) -> None:
    article = Article(id=name, text=text_of(name))
    benchmark(pipeline.extract, article)
    wanted = pipeline.worth_parsing(article.text)
    share = 1.0 if wanted is None else sum(end - start for start, end in wanted) / len(article.text)
    assert share == pytest.approx(parsed, abs=0.05)
