"""Where records are drawn, where their arrows come from, and why some are not on the map."""

from __future__ import annotations

from gazetteer import Gazetteer
from geomap.model import Action, Actor, Deployment
from geomap.scene.atlas import Atlas
from geomap.scene.placing import Placed, place_all
from tests.support.drawing import GOMA, POLAND, ROMANIA, SAKE, deployment, event, mention, report

PLACES = (mention("p1", POLAND), mention("p2", ROMANIA), mention("p3", GOMA), mention("p4", SAKE), mention("p5", None))
UKRAINE = Actor(name="Ukraine", code="UKR")


def placed(gazetteer: Gazetteer, record: Deployment) -> tuple[list[str], list[str], list[str], bool, str]:
    item: Placed = place_all(report((record,), PLACES), Atlas(gazetteer))[0]
    names = [[where.name for where in side] for side in (item.at, item.sources, item.targets)]
    return names[0], names[1], names[2], item.inferred, item.absent


def test_stated_origin(gazetteer: Gazetteer) -> None:
    assert placed(gazetteer, deployment("d", ("p3",), origin=("p4",))) == (["Goma"], ["Sake"], [], False, "")


def test_origin_inferred_from_the_actor(gazetteer: Gazetteer) -> None:
    assert placed(gazetteer, deployment("d", ("p1",))) == (["Poland"], ["United States"], [], True, "")


def test_a_force_in_its_own_country_has_no_arrow(gazetteer: Gazetteer) -> None:
    own = deployment("d", ("p1",), actor=Actor(name="Poland", code="POL"))
    assert placed(gazetteer, own) == (["Poland"], [], [], False, "")


def test_bodies_of_states_and_stationed_forces_have_no_inferred_origin(gazetteer: Gazetteer) -> None:
    nato = deployment("d", ("p1",), actor=Actor(name="NATO", code="NATO"))
    assert placed(gazetteer, nato) == (["Poland"], [], [], False, "")
    assert placed(gazetteer, deployment("d", ("p1",), action=Action.STATION)) == (["Poland"], [], [], False, "")
    unknown_state = deployment("d", ("p1",), actor=Actor(name="Atlantis", code="ATL"))
    assert placed(gazetteer, unknown_state) == (["Poland"], [], [], False, "")


def test_withdrawal_stands_at_its_origin_and_points_away(gazetteer: Gazetteer) -> None:
    both = deployment("d", ("p2",), origin=("p1",), action=Action.WITHDRAW)
    assert placed(gazetteer, both) == (["Poland"], [], ["Romania"], False, "")
    home = deployment("d", (), origin=("p1",), action=Action.WITHDRAW)
    assert placed(gazetteer, home) == (["Poland"], [], ["United States"], True, "")


def test_transfer_without_a_place_goes_to_the_recipient(gazetteer: Gazetteer) -> None:
    given = deployment("d", action=Action.TRANSFER, recipient=UKRAINE)
    assert placed(gazetteer, given) == (["Ukraine"], ["United States"], [], True, "")


def test_origin_alone_is_where_the_symbol_stands(gazetteer: Gazetteer) -> None:
    assert placed(gazetteer, deployment("d", (), origin=("p3",))) == (["Goma"], [], [], False, "")


def test_why_a_record_is_not_on_the_map(gazetteer: Gazetteer) -> None:
    assert placed(gazetteer, deployment("d"))[4] == "the article states no place"
    assert placed(gazetteer, deployment("d", ("p5",)))[4] == "not found in the gazetteer: “Nowhere”"
    group = Actor(name="rebels", code="rebels")
    given = deployment("d", action=Action.TRANSFER, recipient=group)
    assert placed(gazetteer, given)[4] == "the article names a recipient but no place"


def test_one_unresolved_place_of_two_loses_nothing_else(gazetteer: Gazetteer) -> None:
    assert placed(gazetteer, deployment("d", ("p5", "p3")))[0] == ["Goma"]


def test_events_stand_where_they_happened(gazetteer: Gazetteer) -> None:
    items = place_all(report((), PLACES, (event("e1", ("p3",)), event("e2"))), Atlas(gazetteer))
    assert [(item.record.id, [w.name for w in item.at], item.absent) for item in items] == [
        ("e1", ["Goma"], ""),
        ("e2", [], "the article states no place"),
    ]
