"""Forces that stand where their own words say, whatever the sentence plans for them."""

from __future__ import annotations

import pytest

from geomap.model import Deployment
from tests.support.reading import Reader


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("The 900 American soldiers already in Syria will be joined by a battalion from Fort Liberty.", "900"),
        ("HMS Diamond is to link up with HMS Trent, already on the prowl in the eastern Mediterranean.", "HMS Trent"),
        ("HMS Duncan, already on station off Cyprus, is to be relieved by HMS Dragon in June.", "HMS Duncan"),
        ("Some 300 paratroopers will team up with about 150 soldiers already in Kabul.", "150"),
        ("They will be added to the 1,200 Kenyan soldiers now stationed in Mandera.", "1,200"),
        ("The frigate Hessen, which is in the Red Sea, will be replaced by the frigate Hamburg in May.", "Hessen"),
        ("The UN mission, with about 12,000 soldiers in Bangui, is to receive 2,750 more.", "12,000"),
        ("Sudan asked the UN to replace the 3,200 Ethiopian soldiers in Abyei.", "3,200"),
        ("Germany will reinforce its battalion in Lithuania with 350 soldiers.", "battalion"),
        ("Kenyan police will relieve the 600 Bangladeshi soldiers in Jeremie.", "600"),
        ("The Pentagon said those 42,000 servicemen who are stationed in South Korea would remain.", "42,000"),
    ],
)
def test_what_is_there_already_is_no_plan(read: Reader, text: str, force: str) -> None:
    entry = next(e for e in read(text).deployments if force in text[slice(*e.evidence[0])] and _named(text, e, force))
    assert (entry.action.value, entry.status.value) == ("station", "actual")


@pytest.mark.parametrize(
    ("text", "action", "status"),
    [
        # Who leaves is told by the plan, not by where he still is.
        ("Some 4,000 Kenyan troops now in Somalia are to leave by December.", "withdraw", "planned"),
        ("The 500 soldiers now expected in Gao will guard the airport.", "station", "planned"),
        ("The 500 soldiers who will be in Gao by June may come from Senegal.", "deploy", "possible"),
        ("The 500 soldiers will soon be in Gao.", "station", "planned"),
    ],
)
def test_what_is_planned_for_those_there(read: Reader, text: str, action: str, status: str) -> None:
    entry = read(text).deployments[0]
    assert (entry.action.value, entry.status.value) == (action, status)


def _named(text: str, entry: Deployment, force: str) -> bool:
    spans = [entry.force.span, entry.quantity.span if entry.quantity else entry.force.span]
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    return force in text[start:end]
