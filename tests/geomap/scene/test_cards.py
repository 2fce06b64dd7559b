"""Cards: the facts in words and the sentence with its words marked."""

from __future__ import annotations

from gazetteer import Gazetteer
from geomap.model import Quantity, Source
from geomap.scene import Scene, compose
from geomap.scene.model import Mark
from tests.support.drawing import GOMA, deployment, mention, number, report


def test_a_card_of_the_sample(sample: Scene) -> None:
    card = next(card for card in sample.cards if card.record == "d1")
    assert (card.title, card.where, card.state) == ("30,000 combat troops", "Belarus", "planned")
    facts = dict(card.facts)
    assert facts["Actor"] == "Russia"
    assert facts["Number"] == "“30,000”, read as 30,000"
    assert facts["Force"] == "combat troops (troops)"
    assert facts["From"] == "origin not stated; the arrow comes from the actor’s own country, Russia"
    assert facts["Who says so"] == "Jens Stoltenberg"
    assert facts["Time"] == "not told"
    marked = [(piece.mark, piece.text) for piece in card.quotes[0] if piece.mark]
    assert marked == [(Mark.QUANTITY, "30,000"), (Mark.FORCE, "combat troops")]


def test_hedge_and_source_are_told(sample: Scene) -> None:
    card = next(card for card in sample.cards if card.record == "d6")
    assert card.state == "actual · reported"
    assert dict(card.facts)["Hedge"] == "the article distances itself from this"
    assert dict(card.facts)["Who says so"] == "the article itself"


def test_pieces_are_the_sentence_and_overlapping_marks_yield(gazetteer: Gazetteer) -> None:
    text = "Some 400 troops are in Goma."
    record = deployment(
        "d",
        ("p1",),
        quantity=Quantity(**(number(400, 400).model_dump() | {"span": (5, 8)})),
        force={"text": "400 troops", "category": "personnel", "echelon": None, "span": (5, 15)},
        source=Source(name="nobody", span=(100, 110)),
        evidence=((0, len(text)),),
    )
    place = mention("p1", GOMA).model_copy(update={"span": (23, 27)})
    card = compose(report((record,), (place,), text=text), gazetteer).cards[0]
    assert [(piece.text, piece.mark) for piece in card.quotes[0]] == [
        ("Some ", None),
        ("400", Mark.QUANTITY),
        (" troops are in ", None),
        ("Goma", Mark.PLACE),
        (".", None),
    ]


def test_part_names_its_whole(gazetteer: Gazetteer) -> None:
    whole = deployment("a", ("p1",), quantity=number(3000, 3000))
    part = deployment("b", ("p1",), quantity=number(1000, 1000), part_of="a")
    scene = compose(report((whole, part), (mention("p1", GOMA),)), gazetteer)
    assert dict(scene.cards[1].facts)["Counted in"] == "3,000 soldiers"


def test_what_is_not_on_the_map_says_why(gazetteer: Gazetteer) -> None:
    scene = compose(report((deployment("a"),)), gazetteer)
    assert (scene.cards[0].site, scene.cards[0].absent) == (None, "the article states no place")
    assert scene.summary == "Read from one article: 1 record of forces; 1 not on the map."


def test_a_sentence_without_end_is_cut(gazetteer: Gazetteer) -> None:
    text = "x" * 5000
    card = compose(report((deployment("a", evidence=((0, 5000),)),), text=text), gazetteer).cards[0]
    assert sum(len(piece.text) for piece in card.quotes[0]) == 1201
