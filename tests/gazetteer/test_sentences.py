"""Sentences in the manner of reports → the words and the values of their expressions: distances, parts, between."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer, Kind
from gazetteer.expressions import Between, Expression, Inside, Named, Near, Offset, Part, Side
from tests.support.marked import read


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
            "Troops dug in along the {Dnipro} river.",
            [("along the Dnipro river", Near(Named("Dnipro", Kind.WATER)))],
        ),
        (
            "Villages on the banks of the {Euphrates} flooded.",
            [("on the banks of the Euphrates", Near(Named("Euphrates", Kind.WATER)))],
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
