"""Articles of an even length, for benchmarks: the annotated corpora's texts, joined and cut at ends of paragraphs."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tests import news

WORDS = 400
GOLD = news.HERE / "gold"


def paragraphs() -> Iterator[str]:
    """Yield every paragraph of the news corpus and of the gold articles, in the order of the files."""
    texts = [article.text for article in news.load()]
    for path in sorted((*GOLD.glob("*.json"), *(GOLD / "dev").glob("*.json"))):
        texts += [text] if (text := json.loads(path.read_text(encoding="utf-8")).get("text")) else []
    for text in texts:
        yield from (line for line in text.splitlines() if line.strip())


def articles(words: int = WORDS) -> tuple[str, ...]:
    """Return all whole articles of that many words, or as many more as their last paragraph has."""
    found: list[str] = []
    lines: list[str] = []
    for line in paragraphs():
        lines.append(line)
        if sum(len(each.split()) for each in lines) >= words:
            found.append("\n".join(lines))
            lines = []
    return tuple(found)
