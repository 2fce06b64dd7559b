"""``geomap extract --explain``: why a record is there, and why another is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from geomap.cli import explaining
from geomap.cli.explaining import explanation
from geomap.model import Article
from tests.geomap.cli.conftest import Run
from tests.support.reading import Reader

RECORDS = Path(explaining.__file__).parents[1] / "records"


def told(read: Reader, text: str) -> list[str]:
    return explanation(read.pipeline.read(Article(id="gao", text=text))).splitlines()


def test_records_with_their_rules_and_what_was_dropped(read: Reader) -> None:
    assert told(read, "France sent 300 soldiers to Gao. Some 20 soldiers were killed in a crash.") == [
        "gao",
        "",
        "d1 France: 300 soldiers, deploy, Gao, actual",
        "    “France sent 300 soldiers to Gao.”",
        "    number  quantity-digits",
        "    force   force-noun",
        "    action  trigger-verb",
        "    place   place-by-parse",
        "    owner   owner-subject",
        "    source  source-none",
        "",
        "Considered and dropped",
        "    “Some 20 soldiers”: casualties, not a deployment (no-deployment-harm)",
        "        force-noun, trigger-none",
    ]


def test_an_article_without_forces_says_so(read: Reader) -> None:
    assert told(read, "It rained in Gao.") == ["gao", "", "No forces and no fighting were read in this article."]


def test_words_of_an_article_are_harmless(read: Reader) -> None:
    assert "\x1b" not in "".join(told(read, "France sent 300 soldiers to Gao\x1b[31m."))


def test_every_reason_is_that_of_a_rule() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in sorted(RECORDS.rglob("*.py")))
    named = set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', sources)) | {"restates"}
    assert set(explaining._WHY) - named == set()


@pytest.mark.parametrize("options", [("--jsonl", "x.jsonl"), ("x.txt", "--fix", "x.yml")])
def test_it_goes_with_articles_alone(run: Run, options: tuple[str, ...]) -> None:
    result = run("extract", "--explain", *options)
    assert (result.status, "--explain goes with ARTICLEs alone" in result.err) == (2, True)
