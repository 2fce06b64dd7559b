"""Sentences in the manner of reports → the words and the values of their expressions. Names are marked ``{so}``."""

from __future__ import annotations

import re

import pytest

from gazetteer import Gazetteer, Kind
from gazetteer.expressions import (
    Airspace,
    Bank,
    Between,
    Border,
    Borderland,
    Coast,
    Expression,
    Hand,
    Inside,
    Mouth,
    Named,
    Near,
    Offset,
    Part,
    Side,
    Tripoint,
    Union,
    Waters,
)
from gazetteer.spans import ExpressionSpan, NameSpan


def read(gazetteer: Gazetteer, marked: str) -> tuple[str, tuple[ExpressionSpan, ...]]:
    """Return the text without its marks, and the expressions around the names that were marked."""
    text, names = "", []
    for piece in re.split(r"(\{[^}]*\})", marked):
        words = piece.strip("{}") if piece.startswith("{") else piece
        if piece.startswith("{"):
            names.append(NameSpan(len(text), len(text) + len(words), words))
        text += words
    return text, gazetteer.extend(text, names)


@pytest.mark.parametrize(
    ("marked", "expressions"),
    [
        (
            "A drone hit a fuel depot some 15 miles south-east of the city of {Gao} on Tuesday.",
            [
                (
                    "some 15 miles south-east of the city of Gao",
                    Offset(Named("Gao", Kind.CITY), Side.SOUTH_EAST, 24.14016),
                )
            ],
        ),
        (
            "Fighting raged about 12km (7 miles) west of {Bakhmut}, officials said.",
            [("about 12km (7 miles) west of Bakhmut", Offset(Named("Bakhmut"), Side.WEST, 12.0))],
        ),
        (
            "{Lithuanian} guards found the balloon roughly 300 metres from the border with {Belarus}.",
            [
                (
                    "roughly 300 metres from the border with Belarus",
                    Offset(Border(Named("Lithuanian"), Named("Belarus")), None, 0.3),
                )
            ],
        ),
        (
            "The tanker was struck 30 nautical miles off {Hodeidah}.",
            [("30 nautical miles off Hodeidah", Offset(Coast(Named("Hodeidah"), offshore=True), None, 55.56))],
        ),
        (
            "{Turkish} troops are now 20 km inside {Syria}.",
            [("20 km inside Syria", Inside(Named("Syria"), 20.0))],
        ),
        (
            "It drove 25km deep into {Russian} territory.",
            [("25km deep into Russian territory", Inside(Named("Russian"), 25.0))],
        ),
        (
            "The strike, deep inside {Russia}, set a refinery ablaze.",
            [("deep inside Russia", Inside(Named("Russia"), None))],
        ),
        (
            "The convoy halted 10 km from the {Belarusian} border.",
            [("10 km from the Belarusian border", Offset(Border(Named("Belarusian")), None, 10.0))],
        ),
        (
            "The camp lies halfway between {Kidal} and {Gao}.",
            [("halfway between Kidal and Gao", Between(Named("Kidal"), Named("Gao"), midway=True))],
        ),
        (
            "Gunmen ambushed a bus on the road from {Goma} to {Sake}.",
            [("the road from Goma to Sake", Between(Named("Goma"), Named("Sake")))],
        ),
        (
            "They mined the {Kherson}–{Mykolaiv} highway.",
            [("the Kherson–Mykolaiv highway", Between(Named("Kherson"), Named("Mykolaiv")))],
        ),
        (
            "Sappers cleared the road linking {Idlib} and {Aleppo}.",
            [("the road linking Idlib and Aleppo", Between(Named("Idlib"), Named("Aleppo")))],
        ),
        (
            "Civilians were told to move north of the {Litani}.",
            [("north of the Litani", Offset(Named("Litani", Kind.WATER), Side.NORTH, None))],
        ),
        (
            "The {Euphrates} is low, and forces east of the river withdrew.",
            [("east of the river", Offset(Named("Euphrates", Kind.WATER), Side.EAST, None))],
        ),
        (
            "The village is a two-hour drive from {Maiduguri}.",
            [("a two-hour drive from Maiduguri", Offset(Named("Maiduguri"), None, None, "a two-hour drive"))],
        ),
        (
            "The garrison is a day's march from {Timbuktu}.",
            [("a day's march from Timbuktu", Offset(Named("Timbuktu"), None, None, "a day's march"))],
        ),
        (
            "The quake hit 50 km east-north-east of {Herat}.",
            [("50 km east-north-east of Herat", Offset(Named("Herat"), Side.EAST_NORTH_EAST, 50.0))],
        ),
        (
            "The dam lies 30 km (19 miles) upstream of {Kherson}.",
            [("30 km (19 miles) upstream of Kherson", Offset(Named("Kherson"), None, 30.0))],
        ),
        (
            "It advanced to within 20 km of {Kyiv}.",
            [("to within 20 km of Kyiv", Offset(Named("Kyiv"), None, 20.0))],
        ),
        (
            "Sailors were rescued 12 nautical miles south-west of the {Yemeni} port of {Mokha}.",
            [
                (
                    "12 nautical miles south-west of the Yemeni port of Mokha",
                    Offset(Named("Mokha", Kind.CITY, "Yemeni"), Side.SOUTH_WEST, 22.224),
                )
            ],
        ),
        (
            "{Goma} fell; the hills 15 km north of the city are held by the army.",
            [("15 km north of the city", Offset(Named("Goma", Kind.CITY), Side.NORTH, 15.0))],
        ),
        (
            "{Azerbaijan} took heights north and east of {Stepanakert}.",
            [
                ("north", Offset(Named("Stepanakert"), Side.NORTH, None)),
                ("east of Stepanakert", Offset(Named("Stepanakert"), Side.EAST, None)),
            ],
        ),
        (
            "Troops moved to the north of {Kyiv}.",
            [("the north of Kyiv", Offset(Named("Kyiv"), Side.NORTH, None))],
        ),
        (
            "Protests spread in {Sudan} and the army lost ground in the country's west.",
            [("the country's west", Part(Named("Sudan"), Side.WEST))],
        ),
        (
            "{Mali}'s junta said it had retaken towns in the north of the country.",
            [("the north of the country", Part(Named("Mali"), Side.NORTH))],
        ),
        (
            "{Cameroon} lost two soldiers in the far north on Monday.",
            [("the far north", Part(Named("Cameroon"), Side.NORTH))],
        ),
        (
            "{Syrian} officials said the blast was in {Aleppo}, in the country's north.",
            [("the country's north", Part(Named("Syrian"), Side.NORTH))],
        ),
        (
            "{Aleppo} was quiet but shells hit the city's western districts.",
            [("the city's western districts", Part(Named("Aleppo", Kind.CITY), Side.WEST))],
        ),
        (
            "{Russian} troops advanced in south-western {Donetsk} region.",
            [("south-western Donetsk region", Part(Named("Donetsk", Kind.ADMIN1), Side.SOUTH_WEST))],
        ),
        (
            "Tanks pushed into central {Gaza Strip} and the northern {Gaza Strip}.",
            [
                ("central Gaza Strip", Part(Named("Gaza Strip"), Side.CENTRE)),
                ("northern Gaza Strip", Part(Named("Gaza Strip"), Side.NORTH)),
            ],
        ),
        (
            "Strikes hit southern {Gaza}'s {Khan Younis}.",
            [("southern Gaza", Part(Named("Gaza"), Side.SOUTH))],
        ),
        (
            "Rebels entered the eastern outskirts of {Aleppo} and the western half of {Mosul}.",
            [
                ("eastern outskirts of Aleppo", Part(Named("Aleppo"), Side.EAST)),
                ("western half of Mosul", Part(Named("Mosul"), Side.WEST)),
            ],
        ),
        (
            "Explosions were heard in downtown {Kyiv} and in the southern suburbs of {Beirut}.",
            [
                ("downtown Kyiv", Part(Named("Kyiv"), Side.CENTRE)),
                ("southern suburbs of Beirut", Part(Named("Beirut"), Side.SOUTH)),
            ],
        ),
        (
            "They hold a pocket in the {Kursk} region's south.",
            [("Kursk region's south", Part(Named("Kursk", Kind.ADMIN1), Side.SOUTH))],
        ),
        (
            "People fled north and south {Togo}.",
            [("north", Part(Named("Togo"), Side.NORTH)), ("south Togo", Part(Named("Togo"), Side.SOUTH))],
        ),
        (
            "The {SDF} holds northern and eastern {Syria}.",
            [("northern", Part(Named("Syria"), Side.NORTH)), ("eastern Syria", Part(Named("Syria"), Side.EAST))],
        ),
        (
            "The north and east of {Syria} are quiet.",
            [("The north", Part(Named("Syria"), Side.NORTH)), ("east of Syria", Part(Named("Syria"), Side.EAST))],
        ),
        (
            "{Ukrainian} forces hold positions on {Kherson}'s left bank.",
            [("Kherson's left bank", Bank(Named("Kherson"), Hand.LEFT))],
        ),
        (
            "They crossed to the left bank of the {Dnipro}.",
            [("the left bank of the Dnipro", Bank(Named("Dnipro", Kind.WATER), Hand.LEFT))],
        ),
        (
            "Drones hit ports at the mouth of the {Danube}.",
            [("the mouth of the Danube", Mouth(Named("Danube", Kind.WATER)))],
        ),
        (
            "Troops dug in along the {Dnipro} river.",
            [("along the Dnipro river", Near(Named("Dnipro", Kind.WATER)))],
        ),
        (
            "Villages on the banks of the {Euphrates} flooded.",
            [("on the banks of the Euphrates", Near(Named("Euphrates", Kind.WATER)))],
        ),
        (
            "Migrants gathered at the {Polish}-{Belarusian} border.",
            [("the Polish-Belarusian border", Border(Named("Polish"), Named("Belarusian")))],
        ),
        (
            "A patrol vanished near the border between {Chad} and {Sudan}.",
            [("near the border between Chad and Sudan", Near(Border(Named("Chad"), Named("Sudan"))))],
        ),
        (
            "{Chad} and {Sudan} closed the border between the two countries.",
            [("the border between the two countries", Border(Named("Sudan"), Named("Chad")))],
        ),
        (
            "The army is massed on {Turkey}'s southern border.",
            [("Turkey's southern border", Border(Named("Turkey"), side=Side.SOUTH))],
        ),
        (
            "Jihadists roam the tri-border area of {Mali}, {Niger} and {Burkina Faso}.",
            [
                (
                    "the tri-border area of Mali, Niger and Burkina Faso",
                    Tripoint(Named("Mali"), Named("Niger"), Named("Burkina Faso")),
                )
            ],
        ),
        (
            "They fight where the borders of {Mali}, {Niger} and {Burkina Faso} meet.",
            [
                (
                    "where the borders of Mali, Niger and Burkina Faso meet",
                    Tripoint(Named("Mali"), Named("Niger"), Named("Burkina Faso")),
                )
            ],
        ),
        (
            "{Niger}'s army killed 20 fighters near the borders with {Burkina Faso} and {Mali}.",
            [
                (
                    "near the borders with Burkina Faso and Mali",
                    Near(Union((Border(Named("Niger"), Named("Burkina Faso")), Border(Named("Niger"), Named("Mali"))))),
                )
            ],
        ),
        (
            "{Israel} shelled the {Lebanese} side of the border.",
            [
                (
                    "the Lebanese side of the border",
                    Borderland(Border(Named("Lebanese"), Named("Israel")), Named("Lebanese")),
                )
            ],
        ),
        (
            "{Turkey} opened a post on the {Syrian} side of the {Turkish} border.",
            [("the Syrian side of the Turkish border", Borderland(Border(Named("Turkish")), Named("Syrian")))],
        ),
        (
            "Villages on both sides of the {Syrian}-{Turkish} border were hit.",
            [("on both sides of the Syrian-Turkish border", Borderland(Border(Named("Syrian"), Named("Turkish"))))],
        ),
        (
            "{Ukraine} says {Russia} has massed troops near the border.",
            [("near the border", Near(Border(Named("Russia"), Named("Ukraine"))))],
        ),
        (
            "{Colombian} guerrillas crossed the border into {Venezuela}.",
            [("the border", Border(Named("Colombian"), Named("Venezuela")))],
        ),
        (
            "{Poland} has closed its border with {Belarus}.",
            [("its border with Belarus", Border(Named("Poland"), Named("Belarus")))],
        ),
        (
            "{Ethiopia} and {Eritrea} have both moved troops to their border.",
            [("their border", Border(Named("Eritrea"), Named("Ethiopia")))],
        ),
        (
            "{Russia} evacuated people from its border regions.",
            [("its border regions", Borderland(Border(Named("Russia")), Named("Russia")))],
        ),
        (
            "Drones attacked {Russian} border regions overnight.",
            [("Russian border regions", Borderland(Border(Named("Russian")), Named("Russian")))],
        ),
        (
            "He fled across the border from {Kassala}.",
            [("across the border from Kassala", Border(Named("Kassala"), across=True))],
        ),
        (
            "{Israeli} jets struck targets in {Lebanon} just north of the border.",
            [("north of the border", Offset(Border(Named("Lebanon"), Named("Israeli")), Side.NORTH, None))],
        ),
        (
            "The {US} Navy patrols the waters off {Yemen} and off the coast of {Eritrea}.",
            [
                ("the waters off Yemen", Coast(Named("Yemen"), offshore=True)),
                ("off the coast of Eritrea", Coast(Named("Eritrea"), offshore=True)),
            ],
        ),
        (
            "Migrants left {Libya}'s eastern coast.",
            [("Libya's eastern coast", Coast(Named("Libya"), Side.EAST))],
        ),
        (
            "Frigates sailed along the {Black Sea} coast of {Bulgaria}.",
            [("the Black Sea coast of Bulgaria", Coast(Named("Bulgaria"), sea=Named("Black Sea")))],
        ),
        (
            "The base is on {Romania}'s {Black Sea} coast.",
            [("Romania's Black Sea coast", Coast(Named("Romania"), sea=Named("Black Sea")))],
        ),
        (
            "A submarine was seen off the {Swedish} coast.",
            [("off the Swedish coast", Coast(Named("Swedish"), offshore=True))],
        ),
        (
            "{Taiwan} said jets flew off the island's east coast.",
            [("off the island's east coast", Coast(Named("Taiwan"), Side.EAST, True))],
        ),
        (
            "{Libya} said that a boat sank 30 miles off the coast on Friday.",
            [("30 miles off the coast", Offset(Coast(Named("Libya"), offshore=True), None, 48.28032))],
        ),
        (
            "A missile entered {Polish} airspace.",
            [("Polish airspace", Airspace(Named("Polish")))],
        ),
        (
            "{Norway} detected a submarine within its territorial waters.",
            [("its territorial waters", Waters(Named("Norway"), 22.224))],
        ),
        (
            "The area between the {Litani} and the {Blue Line} is empty.",
            [("between the Litani and the Blue Line", Between(Named("Litani"), Named("Blue Line")))],
        ),
        (
            "They stopped a truck between {Agadez}, {Arlit} and {Iferouane}.",
            [("between Agadez, Arlit and Iferouane", Between(Named("Agadez"), Named("Arlit"), Named("Iferouane")))],
        ),
        (
            "Soldiers took a village in the {Bakhmut} district, 10 km west of {Sloviansk}.",
            [("10 km west of Sloviansk", Offset(Named("Sloviansk"), Side.WEST, 10.0))],
        ),
        (
            "Clashes erupted near the border of northern {Syria}.",
            [("near the border of northern Syria", Near(Border(Part(Named("Syria"), Side.NORTH))))],
        ),
        (
            "They reached the outskirts of the city of {Aleppo}, 20 km south of {Azaz}.",
            [
                ("the outskirts of the city of Aleppo", Near(Named("Aleppo", Kind.CITY))),
                ("20 km south of Azaz", Offset(Named("Azaz"), Side.SOUTH, 20.0)),
            ],
        ),
        (
            "A base near {Salto}, in northern {Uruguay}, was attacked.",
            [("near Salto", Near(Named("Salto"))), ("northern Uruguay", Part(Named("Uruguay"), Side.NORTH))],
        ),
    ],
)
def test_sentences_of_reports(gazetteer: Gazetteer, marked: str, expressions: list[tuple[str, Expression]]) -> None:
    text, found = read(gazetteer, marked)
    assert [text[span.start : span.end] for span in found] == [words for words, _ in expressions]
    assert [span.expression for span in found] == [expression for _, expression in expressions]


@pytest.mark.parametrize(
    "marked",
    [
        "The talks between {Russia} and {Ukraine} failed.",
        "The war between {Iran} and {Iraq} ended.",
        "Contacts between {Washington} and {Tehran} resumed.",
        "Between {Ukrainian} and {Russian} positions lies a field.",
        "Between 20 and 30 soldiers died in {Mali}.",
        "{Ukrainian} border guards and the {US} Coast Guard took part.",
        "A {Polish} border guard and {Poland}'s border police stood at {Lithuania}'s border post.",
        "The {Russia}-{Ukraine} border war went on.",
        "{Hungary} wants a border fence; the border fence is done.",
        "That was off the record, the {Kyiv} source said.",
        "{Kenya} sealed off {Lamu} and cut off {Garissa}.",
        "He called off {Mali} talks, took off from {Ramstein} and headed off to {Poland}.",
        "North of 200 people died in {Gaza}, and damage was south of $1 billion.",
        "{Iraq} is near collapse, with around 500 dead.",
        "{Mali} rejected outside help.",
        "{Ukraine} gets shells from outside {Ukraine}.",
        "The Northern Alliance took {Kabul}.",
        "Western officials in {Kyiv} said so.",
        "The Eastern bloc and {Poland} parted.",
        "{Israel}'s Southern Command said so.",
        "South {Korean} troops; southern {Ukrainian} cities.",
        "It is {West} {Nile} virus, carried by North {Platte} mosquitoes.",
        "The central bank of {Syria} and the northern front.",
        "The farmers of {Akkar} say {Akkar} waters its fields.",
        "He drove from {Kyiv} north to {Chernihiv}; thousands fled north from {Rafah}.",
        "Militants overran a base in {Iraq}'s western province of {Anbar}.",
        "Shells hit the border town of {Kobani} and {Ukraine}'s southern {Kherson} region.",
        "Prices rose by $30m from {Kyiv}.",
        "The plane flew 5,000 feet above {Nepal}.",
        "Shelling hit the country's north-west, and troops massed near the border.",
        "It shelled the far north of the country and the coast.",
        "{Damascus} and {Homs} are quiet, but shells hit the city's western districts.",
        "Smugglers know its border, its waters and both sides of the border.",
    ],
)
def test_what_is_no_expression(gazetteer: Gazetteer, marked: str) -> None:
    assert read(gazetteer, marked)[1] == ()


def test_what_words_take_their_meaning_from_is_told(gazetteer: Gazetteer) -> None:
    text, (span,) = read(gazetteer, "{Ukraine} says {Russia} has massed troops near the border.")
    assert text[span.start : span.end] == "near the border"
    assert span.names == ()
    assert [name.name for name in span.implied] == ["Russia", "Ukraine"]


def test_the_paragraphs_before_tell_too(gazetteer: Gazetteer) -> None:
    marked = "{Israel} struck {Lebanon}.\n\n{Hezbollah} fired rockets across the border."
    _, (span,) = read(gazetteer, marked)
    assert span.expression == Border(Named("Lebanon"), Named("Israel"))


def test_what_was_told_long_ago_does_not(gazetteer: Gazetteer) -> None:
    marked = "{Israel} struck {Lebanon}." + "\nNobody was hurt." * 4 + "\n{Hezbollah} fired across the border."
    assert read(gazetteer, marked)[1] == ()


def test_neighbours_make_a_border(gazetteer: Gazetteer) -> None:
    """The United States speaks, but has no border with either: the two that have one are meant."""
    marked = "The {United States} says that {Russian} troops left {Belarus} for the border."
    _, (span,) = read(gazetteer, marked)
    assert span.expression == Border(Named("Belarus"), Named("Russian"))


def test_no_side_of_a_name_is_a_part(gazetteer: Gazetteer) -> None:
    """ "west Lebanon" is a part though a town of New Hampshire is called so; "eastern Europe" is a name."""
    _, (part,) = read(gazetteer, "Strikes hit west {Lebanon}.")
    assert part.expression == Part(Named("Lebanon"), Side.WEST)
    _, (name,) = read(gazetteer, "Troops went to eastern {Europe}.")
    assert name.expression == Named("eastern Europe")
