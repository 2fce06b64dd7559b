"""Reports to draw: small ones made by hand, the whole one of the sample article, and hostile ones."""

from __future__ import annotations

from pathlib import Path

from geomap.model import (
    Action,
    Actor,
    AlternativePlace,
    Article,
    Casualties,
    Category,
    Deployment,
    Echelon,
    Event,
    EventType,
    Force,
    Harm,
    PlaceMention,
    Qualifier,
    Quantity,
    Report,
    ResolvedPlace,
    Source,
    Status,
    Time,
    Use,
)

DATA = Path(__file__).with_name("data")

HOSTILE = (
    "{{ cycler.__init__.__globals__.os.popen(dict(touch=1)|join).read() }}",
    "{% raise %}",
    "{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
    "{# comment",
    "${alert(1)}",
    "`;alert(1);`",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!--<script>",
    "-->",
    "]]>",
    "\u2028alert(1)\u2029",
    "\u202egnp.exe\u202c",
    "'\"><svg onload=alert(1)>",
    "javascript:alert(1)",
    "\\u003cimg src=x onerror=alert(1)\\u003e",
    "__proto__",
    "&lt;img src=x onerror=alert(1)&gt;",
    "قوات روسية في بيلاروسيا",
)
"""What an article may hold to run code in folium's templates or in the page, or to turn its words round."""


def _resolved(name: str, kind: str, country: str, lat: float, lon: float, *, radius_km: float) -> ResolvedPlace:
    return ResolvedPlace(
        id=f"x:{name}", name=name, kind=kind, country=country, admin1=None, lat=lat, lon=lon, radius_km=radius_km
    )


POLAND = _resolved("Poland", "country", "POL", 52, 19, radius_km=315)
ROMANIA = _resolved("Romania", "country", "ROU", 46, 25, radius_km=275)
GOMA = _resolved("Goma", "city", "COD", -1.68, 29.23, radius_km=6)
SAKE = _resolved("Sake", "city", "COD", -1.57, 29.04, radius_km=3)
NORTH = _resolved("northern Syria", "region", "SYR", 36, 38, radius_km=150)
USA = Actor(name="United States", code="USA")
RUSSIA = Actor(name="Russia", code="RUS")


def mention(place_id: str, resolved: ResolvedPlace | None, text: str | None = None) -> PlaceMention:
    """Return a literal mention of a place; ``text`` is its words where they are not the place's name."""
    words = text if text is not None else resolved.name if resolved is not None else "Nowhere"
    return PlaceMention(
        id=place_id, span=(0, len(words)), text=words, use=Use.LITERAL, relation=None, resolved=resolved, confidence=0.9
    )


def number(low: float | None, high: float | None, qualifier: Qualifier = Qualifier.EXACT, text: str = "") -> Quantity:
    """Return a quantity."""
    return Quantity(text=text or str(low if low is not None else high), min=low, max=high, qualifier=qualifier)


def deployment(record_id: str, location: tuple[str, ...] = (), **fields: object) -> Deployment:
    """Return a deployment of American soldiers; any field can be set."""
    values: dict[str, object] = {
        "id": record_id,
        "actor": USA,
        "force": Force(text="soldiers", category=Category.PERSONNEL, echelon=None),
        "quantity": None,
        "action": Action.DEPLOY,
        "location": location,
        "status": Status.ACTUAL,
        "hedged": False,
        "evidence": ((0, 10),),
        "confidence": 0.8,
    }
    return Deployment.model_validate(values | fields)


def event(record_id: str, location: tuple[str, ...] = (), **fields: object) -> Event:
    """Return a battle; any field can be set."""
    values: dict[str, object] = {
        "id": record_id,
        "type": EventType.BATTLE,
        "actor": RUSSIA,
        "target": None,
        "location": location,
        "status": Status.ACTUAL,
        "hedged": False,
        "evidence": ((0, 10),),
        "confidence": 0.8,
    }
    return Event.model_validate(values | fields)


def report(
    deployments: tuple[Deployment, ...] = (),
    places: tuple[PlaceMention, ...] = (),
    events: tuple[Event, ...] = (),
    **article: str,
) -> Report:
    """Return a report of an article whose text is a hundred letters unless told otherwise."""
    about = Article(**({"id": "test", "text": "words " * 20, "language": "en"} | article))
    return Report(article=about, places=places, deployments=deployments, events=events)


def sample() -> Report:
    """Return the whole report of the sample article."""
    return Report.model_validate_json((DATA / "nato-belarus-2022.report.json").read_text(encoding="utf-8"))


def hostile(payload: str) -> Report:
    """Return a report with ``payload`` in every field that holds text of an article."""
    text = f"{payload} sent 100 {payload} to {payload} on {payload}, said {payload}."
    place = POLAND.model_copy(update={"name": payload, "id": payload, "admin1": payload})
    unknown = mention("p2", None, payload)
    known = PlaceMention(
        id="p1",
        span=(0, len(payload)),
        text=payload,
        use=Use.LITERAL,
        relation=None,
        resolved=place,
        alternatives=(AlternativePlace(**place.model_dump(), score=0.1),),
        confidence=1,
        why=(payload,),
    )
    actor = Actor(name=payload, code=payload, span=(0, len(payload)))
    fields: dict[str, object] = {
        "actor": actor,
        "force": Force(text=payload, category=Category.ARMOUR, echelon=Echelon.BRIGADE, span=(0, len(payload))),
        "quantity": Quantity(text=payload, min=2, max=5, qualifier=Qualifier.APPROXIMATE, span=(0, len(payload))),
        "recipient": actor,
        "time": Time(text=payload, start=payload, end=payload, span=(0, 1)),
        "source": Source(name=payload, span=(0, 1)),
        "evidence": ((0, len(text)),),
    }
    harm = (Casualties(kind=Harm.KILLED, who=payload, quantity=number(2, 5, Qualifier.APPROXIMATE, payload)),)
    whole = ((0, len(text)),)
    return Report(
        article=Article(
            id=payload, title=payload, url=payload, source=payload, published=payload, dateline=payload, text=text
        ),
        places=(known, unknown),
        deployments=(deployment("d1", ("p1",), **fields), deployment("d2", ("p2",), **fields)),
        events=(
            event("e1", ("p1",), actor=actor, target=actor, casualties=harm, source=fields["source"], evidence=whole),
        ),
    )


def crowd(count: int) -> Report:
    """Return a report of ``count`` deployments, each at a place of its own, on a grid over Africa and Europe."""
    places, deployments = [], []
    for i in range(count):
        lat, lon = -30 + (i * 37 % 1000) * 0.085, -10 + (i * 61 % 1000) * 0.05
        resolved = ResolvedPlace(
            id=f"x:{i}", name=f"Place {i}", kind="city", country=None, admin1=None, lat=lat, lon=lon, radius_km=5
        )
        places.append(mention(f"p{i}", resolved))
        deployments.append(deployment(f"d{i}", (f"p{i}",), quantity=number(i + 1, i + 1)))
    return report(tuple(deployments), tuple(places))
