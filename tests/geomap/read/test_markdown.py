"""Markdown: its words, and what its front matter tells."""

from __future__ import annotations

import pytest

from geomap.read.draft import Draft
from geomap.read.markdown import read_markdown


def test_an_article_with_front_matter() -> None:
    text = """---
title: "Convoy leaves Gao"
date: 2023-11-07
source: The Paper
url: https://paper.example.org/gao
tags: [mali]
---
# Convoy leaves Gao

BAMAKO — The **convoy** left [Gao](https://example.org),
the *mission* said.

## The road

- Tessalit was left.
- Aguelhok `was` left. ![map](map.png)

1. First

```
5,000 tanks
```

| Base | Troops |
|------|--------|
| Gao  | 2,000  |

> “It was a hard road.”

<div>raw 300 soldiers</div>
"""
    assert read_markdown(text) == Draft(
        "BAMAKO — The convoy left Gao, the mission said.\n\nThe road\n\nTessalit was left.\n\nAguelhok was left.\n\n"
        "First\n\nBase\tTroops\nGao\t2,000\n\n“It was a hard road.”\n",
        title="Convoy leaves Gao",
        published="2023-11-07",
        source="The Paper",
        url="https://paper.example.org/gao",
    )


@pytest.mark.parametrize(
    ("text", "draft"),
    [
        ("The convoy left.", Draft("The convoy left.\n")),
        ("# Convoy leaves Gao\n\nIt left.", Draft("It left.\n", "Convoy leaves Gao")),
        ("Gao\n===\n\nMarch 12, 2024\n\nIt left.", Draft("It left.\n", "Gao", "2024-03-12")),
        ("---\ndate: 12 March 2024\n---\nIt left.", Draft("It left.\n", None, "2024-03-12")),
        ("---\ndate: 2024-02-30\n---\nIt left.", Draft("date: 2024-02-30\n\nIt left.\n")),
        ("---\ndate: 2999-01-01\npublisher: [a, b]\n---\nIt left.", Draft("It left.\n")),
        ("---\njust words\n---\nIt left.", Draft("just words\n\nIt left.\n")),
        ("---\n!!python/name:os.system\n---\nIt left.", Draft("!!python/name:os.system\n\nIt left.\n")),
        ("", Draft("")),
        ("```\ncode\n```", Draft("")),
        ("[" * 5_000 + "It left.", Draft("[" * 5_000 + "It left.\n")),
        ("> " * 5_000 + "It left.", Draft("")),
    ],
    ids=lambda value: repr(value)[:30],
)  # fmt: skip
def test_texts(text: str, draft: Draft) -> None:
    assert read_markdown(text) == draft
