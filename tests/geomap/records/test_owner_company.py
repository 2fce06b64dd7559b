"""Owners that other forces, crews, stocks and bases tell: each text with the last record's rule and owner."""

from __future__ import annotations

import pytest

from tests.support.reading import Reader, code


@pytest.mark.parametrize(
    ("text", "rule", "owner"),
    [
        # one phrase, one owner
        ("Off Palawan the coast guard counted 15 Chinese militia boats and two cutters.", "owner-joined", "CHN"),
        ("Some 12 American F-16s and 300 airmen are at Łask.", "owner-joined", "USA"),
        ("Some 600 Kenyan police together with 12 soldiers are in Gonaïves.", "owner-joined", "KEN"),
        # parts
        ("France has 900 soldiers in Niger, 300 of them in Agadez.", "owner-partitive", "FRA"),
        # stocks and crews
        ("Berlin will give Ukraine 14 Leopard 2 tanks out of Dutch stocks.", "owner-source", "NLD"),
        ("A squadron of MiG-21s with Cuban pilots has crossed from Aden to Dire Dawa.", "owner-in-phrase", "CUB"),
        # the names of ships behind their noun
        ("Greece fumes. Two minehunters, HMS Middleton and HMS Bangor, are in Bahrain.", "owner-ship", "GBR"),
        # nouns that one state's soldiers have
        ("Estonians wave. Soldiers pack. Some 300 squaddies are in Tapa.", "owner-national-noun", "GBR"),
        ("Gabon waves. Some 150 legionnaires have arrived at Bangui.", "owner-national-noun", "FRA"),
        # bases abroad
        ("Japan watched as six F-22 Raptors flew from Kadena to Gwangju.", "owner-origin-country", "USA"),
        ("Syria watched as two Il-76s flew from Hmeimim to Bamako.", "owner-origin-country", "RUS"),
        # "X, with N"
        ("Rwanda has men there. The UN mission, MINUSCA, with 12,000 soldiers in Bangui, waits.", "owner-gapped", "UN"),
    ],
)
def test_owners_that_their_company_tells(read: Reader, text: str, rule: str, owner: str) -> None:
    entry = read(text).deployments[-1]
    assert (code(entry), rule in entry.rules) == (owner, True)


def test_who_counts_others_ships_does_not_own_them(read: Reader) -> None:
    """Two frigates that a navy tracked were its own once."""
    entry = read("Russia is angry. On Monday the Portuguese navy tracked two Russian frigates off Sines.").deployments[
        -1
    ]
    assert code(entry) == "RUS"


def test_the_army_of_a_pronoun_is_whoever_the_pronoun_means(read: Reader) -> None:
    """Recruits of "its army" were once of the last army that had been named."""
    text = "Ethiopia's soldiers left Tigray. Somalia denied that 300 recruits of its army had been sent to Tigray."
    assert [code(entry) for entry in read(text).deployments][-1] == "SOM"
