"""The closed sets of the contract: uses, relations, categories, echelons, actions, states, types of event, harm."""

from __future__ import annotations

from enum import StrEnum


class Use(StrEnum):
    """What a place word does in its sentence. Metonyms and demonyms name actors and are never drawn."""

    LITERAL = "literal"
    METONYM = "metonym"
    DEMONYM = "demonym"
    DATELINE = "dateline"


class Relation(StrEnum):
    """The kind of spatial expression; a plain name has none."""

    PART = "part"
    OFFSET = "offset"
    BORDER = "border"
    NEAR = "near"
    BETWEEN = "between"
    COAST = "coast"
    REGION = "region"


class Qualifier(StrEnum):
    """How exactly a number is told."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"


class Category(StrEnum):
    """What a force consists of."""

    PERSONNEL = "personnel"
    UNIT = "unit"
    ARMOUR = "armour"
    ARTILLERY = "artillery"
    MISSILE = "missile"
    AIR_DEFENCE = "air-defence"
    AIRCRAFT = "aircraft"
    HELICOPTER = "helicopter"
    UAV = "uav"
    NAVAL = "naval"
    VEHICLE = "vehicle"
    EQUIPMENT = "equipment"


class Echelon(StrEnum):
    """Size class of a formation, smallest first."""

    SQUAD = "squad"
    PLATOON = "platoon"
    COMPANY = "company"
    BATTALION = "battalion"
    REGIMENT = "regiment"
    BRIGADE = "brigade"
    DIVISION = "division"
    CORPS = "corps"
    ARMY = "army"


class Action(StrEnum):
    """What is done with a force."""

    DEPLOY = "deploy"
    STATION = "station"
    MASS = "mass"
    EXERCISE = "exercise"
    REINFORCE = "reinforce"
    ROTATE = "rotate"
    WITHDRAW = "withdraw"
    TRANSFER = "transfer"
    STANDBY = "standby"


class Status(StrEnum):
    """Whether it is so."""

    ACTUAL = "actual"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"
    PAST = "past"


class EventType(StrEnum):
    """Kinds of conflict event."""

    BATTLE = "battle"
    STRIKE = "strike"
    SHELLING = "shelling"
    EXPLOSION = "explosion"
    ATTACK = "attack"
    CAPTURE = "capture"
    EXERCISE = "exercise"
    AGREEMENT = "agreement"


class Harm(StrEnum):
    """Kinds of casualty."""

    KILLED = "killed"
    WOUNDED = "wounded"
    CAPTURED = "captured"
    MISSING = "missing"
    DISPLACED = "displaced"
