"""Recognising and resolving the places of articles of 400 words, beside spaCy's time for the same ones, on one core.

Run with ``--benchmark-enable``. Aims: 300 articles a second without spaCy's share, some twentieth of its time. "First"
is a gazetteer just opened, to which every article is new: names, outlines and the shapes of expressions are read as the
articles ask for them. "Remembered" is the same gazetteer when it has met all of these names.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from gazetteer import Gazetteer
from gazetteer.names import fold
from geomap.language.annotated import Annotated
from geomap.language.annotator import Annotator
from geomap.language.words import words_of
from geomap.mentions.actors.finding import find_bodies
from geomap.mentions.forces.finding import find_forces
from geomap.mentions.numbers.quantities import find_quantities
from geomap.mentions.places.finding import find_places
from geomap.model import Span
from tests.support.articles import articles

ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Read:
    """An article with what goes before its places: the parse, the names of units and of bodies."""

    doc: Annotated
    units: tuple[Span, ...]
    bodies: tuple[Span, ...]

    def places(self, gazetteer: Gazetteer) -> int:
        """Recognise and resolve; returns how many mentions there are. Words are cut here: they are not the parser's."""
        words_of(self.doc.text)
        return len(find_places(self.doc, gazetteer, self.units, self.bodies))


@dataclass
class Bench:
    """The articles, and the least seconds of the processor that each kind of reading took for all of them."""

    texts: Sequence[str]
    annotator: Annotator
    read: Sequence[Read] = ()
    mentions: int = 0
    seconds: dict[str, float] = field(default_factory=dict)

    def timed(self, kind: str, run: Callable[[], int]) -> Callable[[], int]:
        """Return the reading, which notes its time under ``kind``."""

        def running() -> int:
            start = time.process_time()
            count = run()
            taken = time.process_time() - start
            self.seconds[kind] = min(taken, self.seconds.get(kind, taken))
            return count

        return running


@pytest.fixture(scope="module")
def bench(pytestconfig: pytest.Config) -> Iterator[Bench]:
    texts = articles() if pytestconfig.getoption("benchmark_enable") else articles()[:2]
    made = Bench(texts, Annotator.load())
    with Gazetteer.open() as gazetteer:
        made.read = [_read(made.annotator.annotate(text), gazetteer) for text in texts]
        made.mentions = sum(article.places(gazetteer) for article in made.read)  # loads modules and lexicons, too
    yield made
    if pytestconfig.getoption("benchmark_enable"):
        with pytestconfig.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
            print(f"\n{_table(made)}")


def _read(doc: Annotated, gazetteer: Gazetteer) -> Read:
    forces = find_forces(doc, find_quantities(doc.text))
    bodies = find_bodies(doc, forces, gazetteer)
    named = tuple(body.span for body in bodies if " " in doc.text[slice(*body.span)])
    return Read(doc, tuple(force.span for force in forces if force.named and not force.ambiguous), named)


def _table(made: Bench) -> str:
    parse = made.seconds.get("spaCy")
    lines = [f"places of {len(made.texts)} articles of some 400 words, seconds of the processor"]
    for kind, seconds in made.seconds.items():
        share = f"{seconds / parse:7.1%} of spaCy's time" if parse else ""
        lines.append(f"  {kind:<12}{len(made.texts) / seconds:8.1f} articles/s   {share}")
    return "\n".join(lines)


@pytest.mark.benchmark(group="reading")
def test_spacy(benchmark: BenchmarkFixture, bench: Bench) -> None:
    run = bench.timed("spaCy", lambda: len([bench.annotator.annotate(text) for text in bench.texts]))
    assert benchmark.pedantic(run, rounds=2) == len(bench.texts)


@pytest.mark.benchmark(group="reading")
def test_first(benchmark: BenchmarkFixture, bench: Bench) -> None:
    opened: list[Gazetteer] = []

    def fresh() -> None:
        fold.cache_clear()
        opened.append(Gazetteer.open())

    run = bench.timed("first", lambda: sum(article.places(opened[-1]) for article in bench.read))
    found = benchmark.pedantic(run, setup=fresh, rounds=ROUNDS)
    for gazetteer in opened:
        gazetteer.close()
    assert found == bench.mentions


@pytest.mark.benchmark(group="reading")
def test_remembered(benchmark: BenchmarkFixture, bench: Bench) -> None:
    with Gazetteer.open() as gazetteer:
        run = bench.timed("remembered", lambda: sum(article.places(gazetteer) for article in bench.read))
        assert benchmark.pedantic(run, rounds=ROUNDS, warmup_rounds=1) == bench.mentions
