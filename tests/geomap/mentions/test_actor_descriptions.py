"""Descriptions and short names of actors that were named before."""

from __future__ import annotations

import pytest

from tests.support.reading import Reader


def described(read: Reader, text: str) -> list[tuple[str, str]]:
    """Return what describes an actor, with whom it means."""
    found = read.mentions(text).actors
    return [(text[slice(*a.span)], a.code) for a in found if a.rule in {"actor-description", "actor-last-name"}]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Saudi Arabia and Iran agreed. The kingdom will send troops.", [("kingdom", "SAU")]),
        ("Clashes went on in Jordan. The kingdom sent troops.", [("kingdom", "JOR")]),  # a place names it too
        ("Morocco and Jordan met. The kingdom sent troops.", [("kingdom", "JOR")]),  # the last one
        ("Niger expelled them. The junta sent troops.", [("junta", "NER")]),
        ("France expelled them. The junta sent troops.", []),
        ("Qatar denied it. The Gulf emirate sent ships.", [("Gulf emirate", "QAT")]),
        ("Kuwait and Oman spoke. The sultanate sent ships.", [("sultanate", "OMN")]),
    ],
)
def test_states_by_their_kind(read: Reader, text: str, found: list[tuple[str, str]]) -> None:
    assert described(read, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Russia's defence ministry spoke. Ukraine fired. The ministry denied it.", [("ministry", "RUS")]),
        ("The Sudanese army shelled it. The army denied it.", [("army", "SDN")]),
        ("Russia fired. The ministry denied it.", []),
    ],
)
def test_organs_of_states(read: Reader, text: str, found: list[tuple[str, str]]) -> None:
    assert described(read, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hamas freed three women. The group wants more.", [("group", "hamas")]),
        ("The Sinaloa cartel split. The cartel has guns.", [("cartel", "sinaloa-cartel")]),
        ("The Revolutionary Guards seized it. The Guards left.", [("Guards", "IRN")]),
        ("The Tamil Tigers left. The Tigers came back.", [("Tigers", "tamil-tigers")]),
        ("The Tamil Tigers left. The Tigers Club is open.", []),
        ("The Tamil Tigers left. The tigers came back.", []),
        ("A group left. The group came back.", []),
    ],
)
def test_bodies_and_groups(read: Reader, text: str, found: list[tuple[str, str]]) -> None:
    assert described(read, text) == found
