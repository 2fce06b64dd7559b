"""Harm in one sentence: which numbers each word of harm counts."""

from __future__ import annotations

import pytest

from geomap.records.events.casualties import find_harm
from tests.support.reading import Reader

Item = tuple[str, float | None, float | None]


def counted(read: Reader, text: str) -> list[Item]:
    found = read.mentions(text, "2024-06-10")
    return [
        (item.kind.value, item.quantity.min, item.quantity.max)
        for sentence in found.doc.sentences
        for mention in find_harm(found, sentence)
        for item in mention.items
        if item.quantity is not None
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # an active verb counts what follows, a passive one what stands before
        (
            "Shells hit a post, killing seven soldiers and a civilian contractor and wounding 13.",
            [("killed", 7, 7), ("killed", 1, 1), ("wounded", 13, 13)],
        ),
        (
            "20 soldiers and a civilian were killed and nine wounded.",
            [("killed", 20, 20), ("killed", 1, 1), ("wounded", 9, 9)],
        ),
        ("A crew member and 27 soldiers were killed.", [("killed", 1, 1), ("killed", 27, 27)]),
        ("The blast left 16 dead and 52 wounded.", [("killed", 16, 16), ("wounded", 52, 52)]),
        ("It cost 20,000 lives.", [("killed", 20000, 20000)]),
        ("Gunmen shot dead two protesters.", [("killed", 2, 2)]),
        ("At least 47 people were shot dead.", [("killed", 47, None)]),
        ("Dozens of the attackers died.", [("killed", 24, 99)]),
        ("Three Malawians and a Uruguayan also fell there.", [("killed", 3, 3), ("killed", 1, 1)]),
        (
            "Missiles crashed into the base, leaving more than 100 Americans with brain injuries.",
            [("wounded", 100, None)],
        ),
        # captured, missing, displaced
        ("They took Marib, taking 30 soldiers prisoner.", [("captured", 30, 30)]),
        ("The rebels kidnapped close to 500 of them.", [("captured", 500, 500)]),
        ("156 Argentines laid down their arms.", [("captured", 156, 156)]),
        ("368 of her men went missing.", [("missing", 368, 368)]),
        ("The assault has driven more than 4,000 people from their homes.", [("displaced", 4000, None)]),
        (
            "It killed more than 400 people by their count and put some 40,000 to flight.",
            [("killed", 400, None), ("displaced", 40000, 40000)],
        ),
        # a total with its parts is the total; parts "of them" are left out
        ("A crowd injured 30 of them, 11 Italians and 19 Hungarians.", [("wounded", 30, 30)]),
        ("At least 14 people, including five children, were killed.", [("killed", 14, None)]),
        ("It killed 23 people, including five children.", [("killed", 23, 23)]),
        (
            "It was there, said Siphiwe Dlamini, an officer of the army, that three South Africans were killed.",
            [("killed", 3, 3)],
        ),
        # one figure for dead and injured together is left out
        ("Some 200 people were killed or wounded.", []),
    ],
)
def test_counts(read: Reader, text: str, wanted: list[Item]) -> None:
    assert counted(read, text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Stocks fell by 2,300 tonnes.",
        "The army captured five villages.",
        "Seven tanks were destroyed and the crews fled.",
        "In 1944 many died on 7 June.",
        "A British submarine went missing in 300 metres of water.",
    ],
)
def test_no_people_counted(read: Reader, text: str) -> None:
    assert counted(read, text) == []


def test_who(read: Reader) -> None:
    found = read.mentions("Rebels killed 14 farmers and abducted 20 of the women.", None)
    items = [item for mention in find_harm(found, found.doc.sentences[0]) for item in mention.items]
    assert [(item.kind.value, item.who) for item in items] == [("killed", "farmers"), ("captured", "women")]
