"""Measures how well places are read in ordinary news: ``corpus/news/*.yml``, annotated mention by mention.

    python tests/news.py            print the figures, tuned and held-out articles apart
    python tests/news.py -v         also list what was missed, spurious, of the wrong class or misplaced, in its context
    python tests/news.py --rebase   set the floors in ``corpus/news/baseline.json`` to the figures, rounded down

How a mention is marked stands in ``corpus/news/README.md``.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from geographiclib.geodesic import Geodesic
from pydantic import BaseModel, ConfigDict, model_validator

HERE = Path(__file__).parent
if __name__ == "__main__":
    # Run as a script, this folder leads the path, and its tests/geomap would hide the package of that name;
    # what is measured is the tree that the corpus stands in, whatever else is installed.
    sys.path[0] = str(HERE.parent)

from geomap.model import Article, PlaceMention, Use  # noqa: E402
from geomap.pipeline import Pipeline  # noqa: E402

FOLDER = HERE / "corpus" / "news"
BASELINE = FOLDER / "baseline.json"
DRAWN = {Use.LITERAL, Use.DATELINE}
CONTEXT = 40  # characters on each side of a listed mention


class Wanted(BaseModel):
    """One mention that a careful reader marks; without a point, any answer of the country is right."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    nth: int = 1
    use: Use
    country: str | None
    lat: float | None = None
    lon: float | None = None
    within_km: float | None = None

    @model_validator(mode="after")
    def _whole(self) -> Wanted:
        if len({value is None for value in (self.lat, self.lon, self.within_km)}) == 2:
            raise ValueError(f"{self.text}: lat, lon and within_km come together")
        if self.country is None and self.lat is None:
            raise ValueError(f"{self.text}: has neither a country nor a point")
        return self

    def right(self, found: PlaceMention) -> bool:
        """Return whether the found mention lies where this one does."""
        place = found.resolved
        if place is None:
            return False
        if self.lat is None or self.lon is None or self.within_km is None:
            return place.country == self.country
        return bool(Geodesic.WGS84.Inverse(self.lat, self.lon, place.lat, place.lon)["s12"] <= self.within_km * 1000)


class News(BaseModel):
    """One annotated article."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    published: str
    source: str
    url: str
    held_out: bool = False
    text: str
    places: tuple[Wanted, ...]

    def spans(self) -> tuple[tuple[int, int], ...]:
        """Return where each mention stands, in characters.

        Raises:
            ValueError: the text has no such occurrence.
        """
        return tuple(self._span(place) for place in self.places)

    def _span(self, place: Wanted) -> tuple[int, int]:
        start = -1
        for _ in range(place.nth):
            start = self.text.find(place.text, start + 1)
            if start < 0:
                raise ValueError(f"{self.id}: the text has no occurrence {place.nth} of {place.text!r}")
        return start, start + len(place.text)


@dataclass
class Tally:
    """Counts of one part of the corpus."""

    wanted: int = 0
    found: int = 0
    matched: int = 0  # overlap, whatever the use
    in_class: int = 0  # and both drawn, or neither
    placed: int = 0  # matched ones that have a point or a country to be right about
    placed_right: int = 0
    whole: int = 0  # in class, and where it is
    lines: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Return the figures that floors are set for."""
        return {
            "found": self._f1(self.matched),
            "found, drawn or not": self._f1(self.in_class),
            "points right": self.placed_right / self.placed if self.placed else 0.0,
            "end to end": self._f1(self.whole),
        }

    def table(self) -> Iterator[str]:
        """Yield a line a figure, precision and recall beside it."""
        for (name, value), right in zip(
            self.figures().items(), (self.matched, self.in_class, self.placed_right, self.whole), strict=True
        ):
            if name == "points right":
                yield f"  {name:<20} {value:.3f}      ({right} of {self.placed} found)"
            else:
                precision, recall = right / max(self.found, 1), right / max(self.wanted, 1)
                counts = f"({right} right, {self.found} found, {self.wanted} wanted)"
                yield f"  {name:<20} F1 {value:.3f}   precision {precision:.3f}   recall {recall:.3f}   {counts}"

    def _f1(self, right: int) -> float:
        return 2 * right / (self.found + self.wanted) if self.found + self.wanted else 0.0


def load(folder: Path = FOLDER) -> tuple[News, ...]:
    """Return all articles, by file name and then in the order they stand in."""
    return tuple(
        News.model_validate(entry)
        for path in sorted(folder.glob("*.yml"))
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))
    )


def measure(pipeline: Pipeline, articles: Sequence[News]) -> dict[str, Tally]:
    """Read every article and count, tuned and held-out ones apart."""
    tallies = {"tuned": Tally(), "held out": Tally()}
    for news in articles:
        article = Article(id=news.id, text=news.text, published=news.published, source=news.source, url=news.url)
        count(tallies["held out" if news.held_out else "tuned"], news, pipeline.extract(article).places)
    return tallies


def count(tally: Tally, news: News, found: Sequence[PlaceMention]) -> None:
    """Add one article to a tally."""
    spans = news.spans()
    tally.wanted += len(spans)
    tally.found += len(found)
    pairs = pair_up(spans, [mention.span for mention in found])
    for index, place in enumerate(news.places):
        if index not in pairs:
            tally.lines.append(f"{news.id}: missed {place.use}: {context(news.text, spans[index])}")
            continue
        mention = found[pairs[index]]
        same, right = (place.use in DRAWN) == (mention.use in DRAWN), place.right(mention)
        tally.matched += 1
        tally.in_class += same
        tally.whole += same and right
        if place.use is not Use.DEMONYM:
            tally.placed += 1
            tally.placed_right += right
        if not same:
            tally.lines.append(f"{news.id}: {mention.use} for {place.use}: {context(news.text, mention.span)}")
        if not right:
            tally.lines.append(f"{news.id}: misplaced at {where(mention)}: {context(news.text, mention.span)}")
    for index in sorted(set(range(len(found))) - set(pairs.values())):
        mention = found[index]
        tally.lines.append(f"{news.id}: spurious {mention.use}, {where(mention)}: {context(news.text, mention.span)}")


def pair_up(wanted: Sequence[tuple[int, int]], found: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Return which found span answers which wanted one: each once, those that overlap most first."""
    overlaps = [
        (min(end, stop) - max(start, begin), w, f)
        for w, (start, end) in enumerate(wanted)
        for f, (begin, stop) in enumerate(found)
    ]
    pairs: dict[int, int] = {}
    for overlap, w, f in sorted(overlaps, key=lambda entry: (-entry[0], entry[1], entry[2])):
        if overlap > 0 and w not in pairs and f not in pairs.values():
            pairs[w] = f
    return pairs


def where(mention: PlaceMention) -> str:
    """Return what a found mention was taken for."""
    place = mention.resolved
    return f"{place.name}, {place.admin1}, {place.country}" if place is not None else "nowhere"


def context(text: str, span: tuple[int, int]) -> str:
    """Return the mention between brackets with its surroundings, on one line."""
    start, end = span
    around = f"{text[max(0, start - CONTEXT) : start]}[{text[start:end]}]{text[end : end + CONTEXT]}"
    return " ".join(around.split())


def floors() -> Mapping[str, Mapping[str, float]]:
    """Return the floor of every figure, by part."""
    stored: dict[str, dict[str, float]] = json.loads(BASELINE.read_text(encoding="utf-8"))
    return stored


def main() -> int:
    """Measure and print; write the floors where asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("-v", "--verbose", action="store_true", help="list every error in its context")
    parser.add_argument("--rebase", action="store_true", help="set the floors to the figures")
    parser.add_argument("--tuned", action="store_true", help="leave the held-out articles alone")
    arguments = parser.parse_args()
    tallies = measure(Pipeline.load(), [n for n in load() if not (arguments.tuned and n.held_out)])
    for name, tally in tallies.items():
        if arguments.verbose:
            print(*tally.lines, sep="\n")
        print(name, *tally.table(), sep="\n")
    if arguments.rebase:
        rounded = {
            part: {name: math.floor(value * 100) / 100 for name, value in tally.figures().items()}
            for part, tally in tallies.items()
        }
        BASELINE.write_text(json.dumps(rounded, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
