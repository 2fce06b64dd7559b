"""Numbers, states and actions in the few words that fit on a map or in a card. English."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterable

from geomap.model import Action, Casualties, Category, Echelon, EventType, Harm, Qualifier, Quantity, Status, Time

CATEGORY_WORDS = {
    Category.PERSONNEL: "troops",
    Category.UNIT: "formation",
    Category.ARMOUR: "armour",
    Category.ARTILLERY: "artillery",
    Category.MISSILE: "missiles",
    Category.AIR_DEFENCE: "air defence",
    Category.AIRCRAFT: "aircraft",
    Category.HELICOPTER: "helicopters",
    Category.UAV: "drones",
    Category.NAVAL: "ships",
    Category.VEHICLE: "vehicles",
    Category.EQUIPMENT: "equipment",
}
COUNTED_WORDS = {
    Category.UNIT: "formations",
    Category.ARMOUR: "armoured vehicles",
    Category.ARTILLERY: "artillery pieces",
    Category.AIR_DEFENCE: "air-defence systems",
    Category.EQUIPMENT: "pieces of equipment",
}
"""What a total counts, where the word for the category counts nothing."""
EVENT_WORDS = {
    EventType.BATTLE: "battle",
    EventType.STRIKE: "air, drone or missile strike",
    EventType.SHELLING: "shelling",
    EventType.EXPLOSION: "explosion",
    EventType.ATTACK: "attack",
    EventType.CAPTURE: "capture",
    EventType.EXERCISE: "exercise",
    EventType.AGREEMENT: "agreement",
}
STATUS_WORDS = {
    Status.ACTUAL: "happened or under way",
    Status.PLANNED: "planned, announced or expected",
    Status.POSSIBLE: "possible, not decided",
    Status.DENIED: "denied or ruled out",
    Status.PAST: "past, no longer so",
}
ACTION_WORDS = {
    Action.DEPLOY: "deploys or is sent",
    Action.STATION: "is stationed there",
    Action.MASS: "gathers, builds up",
    Action.EXERCISE: "exercises there",
    Action.REINFORCE: "reinforces what is there",
    Action.ROTATE: "rotates",
    Action.WITHDRAW: "withdraws",
    Action.TRANSFER: "is supplied to someone else",
    Action.STANDBY: "stands by, ready to go",
}
_ACTION_TAGS = {
    Action.WITHDRAW: "withdrawal",
    Action.TRANSFER: "supply",
    Action.STANDBY: "on standby",
    Action.EXERCISE: "exercise",
}
_DIRECTION_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def plain(text: str) -> str:
    """Return the text on one line, without control characters and direction overrides, which would reorder a label."""
    kept = (
        " " if unicodedata.category(char) in {"Cc", "Zl", "Zp"} else char
        for char in text
        if char not in _DIRECTION_CONTROLS
    )
    return " ".join("".join(kept).split())


def shorten(text: str, limit: int) -> str:
    """Return the text cut to ``limit`` characters at a word where there is one, with an ellipsis."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    space = head.rfind(" ")
    return (head[:space] if space >= limit // 2 else head).rstrip(" ,;:-–—") + "…"


def wrap(text: str, width: int, lines: int) -> tuple[str, ...]:
    """Return the text in at most ``lines`` lines of ``width`` characters; what is left over is an ellipsis."""
    out: list[str] = []
    rest = text
    while rest and len(out) < lines - 1 and len(rest) > width:
        space = rest.rfind(" ", 0, width + 1)
        if space <= 0:
            break
        out.append(rest[:space])
        rest = rest[space + 1 :]
    if rest:
        out.append(shorten(rest, width))
    return tuple(out)


def figure(value: float) -> str:
    """Return a number with thousands separated by commas."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,}"


def number(quantity: Quantity | None) -> str:
    """Return the number as a table shows it: "30,000", "≈2,000", "≥1,240", "≤8,500", "500–1,000", "dozens"."""
    if quantity is None or (quantity.min is None and quantity.max is None):
        return ""
    low, high = quantity.min, quantity.max
    about = quantity.qualifier is Qualifier.APPROXIMATE
    if low is None or high is None:
        return "≤" + figure(high) if high is not None else "≥" + figure(low or 0)
    if low == high:
        return ("≈" if about else "") + figure(low)
    words = plain(quantity.text)
    if about and words and not any(char.isdigit() for char in words):
        return shorten(words, 18)
    return ("≈" if about else "") + f"{figure(low)}–{figure(high)}"


def shown(quantity: Quantity | None) -> str:
    """Return the number in the words that a map shows it in: "30,000", "about 2,000", "1,240+", "up to 8,500"."""
    brief = number(quantity)
    if quantity is None or not brief:
        return brief
    if quantity.min is None or quantity.max is None:
        return f"up to {brief[1:]}" if quantity.max is not None else f"{brief[1:]}+"
    return brief.replace("≈", "about ")


def counted(kind: str) -> str:
    """Return the words for what a total of a category counts."""
    return COUNTED_WORDS.get(Category(kind), CATEGORY_WORDS[Category(kind)])


def reading(quantity: Quantity | None) -> str:
    """Return how the number was understood, in words."""
    if quantity is None or (quantity.min is None and quantity.max is None):
        return "no number told"
    low, high = quantity.min, quantity.max
    if low is None or high is None:
        return f"at most {figure(high)}" if high is not None else f"at least {figure(low or 0)}"
    about = "about " if quantity.qualifier is Qualifier.APPROXIMATE else ""
    return about + (figure(low) if low == high else f"{figure(low)} to {figure(high)}")


def magnitude(quantity: Quantity | None) -> float | None:
    """Return the one value that symbol and arrow are sized by: the middle, or the bound that is told."""
    if quantity is None:
        return None
    told = [value for value in (quantity.min, quantity.max) if value is not None]
    return sum(told) / len(told) if told else None


def tag(status: Status, action: Action | None, *, corrected: bool = False) -> str:
    """Return the words that stand under a symbol when it is not simply there, or not as it was read: "planned",
    "possible supply", "corrected by hand"."""
    if corrected:
        return " · ".join(part for part in (tag(status, action), "corrected by hand") if part)
    state = "" if status is Status.ACTUAL else str(status)
    done = _ACTION_TAGS.get(action, "") if action is not None else ""
    if status is Status.POSSIBLE and action is Action.STANDBY:
        return done
    return " ".join(part for part in (state, done) if part)


def state(status: Status, *, hedged: bool) -> str:
    """Return status and hedge in a word or two: "actual", "planned · reported"."""
    return f"{status} · reported" if hedged else str(status)


def category(kind: Category, echelon: Echelon | None) -> str:
    """Return category and echelon in words."""
    return f"{CATEGORY_WORDS[kind]}, {echelon}" if echelon is not None else CATEGORY_WORDS[kind]


def date(iso: str | None) -> str:
    """Return an ISO date as "4 February 2022"; anything else as it is."""
    if not iso:
        return ""
    try:
        day = datetime.date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{day.day} {day:%B} {day.year}"


def time(value: Time | None) -> str:
    """Return the time as told and, where resolved, as dates."""
    if value is None:
        return ""
    told = plain(value.text)
    start, end = date(value.start), date(value.end)
    if not start and not end:
        return f"“{told}” (no date worked out)" if told else "told, no date worked out"
    dates = start if start == end or not end else f"{start} to {end}" if start else f"until {end}"
    return f"“{told}”: {dates}" if told else dates


def casualties(items: Iterable[Casualties]) -> str:
    """Return harm in words: "12 killed; about 30 wounded (civilians)"."""
    parts = []
    for item in items:
        count = number(item.quantity) or "an untold number"
        who = f" ({plain(item.who)})" if item.who else ""
        parts.append(f"{count} {Harm(item.kind)}{who}")
    return "; ".join(parts)
