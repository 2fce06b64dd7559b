"""Flows: the arrows between places, one for each pair of ends, state and kind however many records share it."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.model import Action, Deployment, Status
from geomap.scene.actors import key as actor_key
from geomap.scene.frame import Frame, distance_km
from geomap.scene.model import Extent, Flow, FlowKind, Point
from geomap.scene.placing import Placed, Where
from geomap.scene.sites import Stack
from geomap.scene.wording import magnitude

WIDTHS = ((10.0, 3.0), (100.0, 4.0), (1_000.0, 6.0), (10_000.0, 8.5), (100_000.0, 11.5), (float("inf"), 15.0))
"""Width of an arrow in pixels for numbers below each bound."""
THIN = 1.75
"""Width of an inferred arrow and of a branch, whatever the number."""
_BEND, _FAR_BEND = 0.1, 0.2
_FAR_KM = 4_000.0
"""The longer an arrow the more it is bent, as a share of its length, up to this length in km."""
_BEND_STEP = 0.09
_NEAR_KM = 1.0
"""Ends nearer than this make no arrow."""

_Key = tuple[FlowKind, bool, Status, str, tuple[int, int], tuple[int, int]]


def build(placed: Sequence[Placed], stacks: Sequence[Stack], frame: Frame) -> tuple[Flow, ...]:
    """Return the arrows in reading order of their first record, then the branches of shared numbers."""
    site_of = _site_index(placed, stacks)
    single = {stack.where[0].key: index for index, stack in enumerate(stacks) if len(stack.where) == 1}
    merged: dict[_Key, list[Deployment]] = {}
    ends: dict[_Key, tuple[Where | None, Where | None, int]] = {}
    for item in placed:
        if not isinstance(item.record, Deployment) or not item.at:
            continue
        site = site_of[item.record.id]
        for start, end in _ends(item):
            key = (
                _kind(item.record),
                item.inferred and item.record.action is not Action.TRANSFER,
                item.record.status,
                actor_key(item.record.actor),
                start.key if start is not None else (site, -1),
                end.key if end is not None else (site, -1),
            )
            merged.setdefault(key, []).append(item.record)
            ends.setdefault(key, (start, end, site))
    seen: dict[tuple[tuple[int, int], tuple[int, int]], int] = {}
    flows = []
    for key, records in merged.items():
        start, end, site = ends[key]
        here = stacks[site].site.point
        start_site = site if start is None else single.get(start.key)
        end_site = site if end is None else single.get(end.key)
        start_point = here if start is None else _far_end(start, start_site, here, frame)
        end_point = here if end is None else _far_end(end, end_site, here, frame)
        if distance_km(start_point, end_point) < _NEAR_KM:
            continue
        lane = seen.get(key[4:], 0)
        seen[key[4:]] = lane + 1
        flows.append(
            Flow(
                records=tuple(record.id for record in records),
                kind=key[0],
                inferred=key[1],
                status=key[2],
                actor=key[3],
                start=start_point,
                end=end_point,
                start_site=start_site,
                end_site=end_site,
                start_name=start.name if start is not None else "",
                bend=_bend(distance_km(start_point, end_point)) + lane * _BEND_STEP,
                width=THIN if key[1] else width_of(records),
            )
        )
    return (*flows, *_branches(placed, stacks, single, frame))


def _bend(km: float) -> float:
    return round(_BEND + (_FAR_BEND - _BEND) * min(1.0, km / _FAR_KM), 3)


def _far_end(where: Where, site: int | None, here: Point, frame: Frame) -> Point:
    """Return the other end of an arrow: on the near side round the earth unless there is a site at it."""
    return (frame if site is not None else Frame(here.lon)).point(where.lat, where.lon)


def _ends(item: Placed) -> list[tuple[Where | None, Where | None]]:
    """Return (start, end) of each arrow of a record; ``None`` is the record's own site."""
    return [(start, None) for start in item.sources] + [(None, end) for end in item.targets]


def _kind(record: Deployment) -> FlowKind:
    """Return why there is an arrow. A giver's own country is where a transfer starts, not an inference."""
    if record.action is Action.TRANSFER:
        return FlowKind.TRANSFER
    return FlowKind.WITHDRAWAL if record.action is Action.WITHDRAW else FlowKind.MOVE


def width_of(records: Sequence[Deployment]) -> float:
    """Return an arrow's width for all ``records`` together; parts of another one of them are not counted again."""
    here = {record.id for record in records}
    told = [magnitude(record.quantity) for record in records if record.part_of not in here]
    total = sum(value for value in told if value is not None)
    return next(width for bound, width in WIDTHS if total < bound)


def _site_index(placed: Sequence[Placed], stacks: Sequence[Stack]) -> dict[str, int]:
    sites = {glyph.record: index for index, stack in enumerate(stacks) for glyph in stack.site.glyphs}
    return {item.record.id: sites[item.record.id] for item in placed if item.at}


def _branches(
    placed: Sequence[Placed], stacks: Sequence[Stack], single: dict[tuple[int, int], int], frame: Frame
) -> list[Flow]:
    """Return the lines from each shared number to its places."""
    records = {item.record.id: item.record for item in placed}
    out = []
    for index, stack in enumerate(stacks):
        if stack.site.extent is not Extent.SHARED:
            continue
        first = stack.site.glyphs[0]
        for where in stack.where:
            end: Point = frame.point(where.lat, where.lon)
            out.append(
                Flow(
                    records=tuple(glyph.record for glyph in stack.site.glyphs),
                    kind=FlowKind.BRANCH,
                    inferred=False,
                    status=records[first.record].status,
                    actor=first.actor,
                    start=stack.site.point,
                    end=end,
                    start_site=index,
                    end_site=single.get(where.key),
                    start_name="",
                    bend=0.0,
                    width=THIN,
                )
            )
    return out
