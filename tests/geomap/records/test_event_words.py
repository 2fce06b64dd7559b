"""Words of events with their traps: what each way of telling is read as, and what looks like it and tells none."""

from __future__ import annotations

import pytest

from tests.support.reading import Reader, Told, told


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # armies walk in
        ("The Northern Alliance walked into Kabul without a shot on 13 November.", [("capture", ["Kabul"], [])]),
        ("Ethiopian columns rolled into Gondar unopposed on Monday.", [("capture", ["Gondar"], [])]),
        ("Buses with tourists rolled into Gondar on Monday.", []),
        ("Kismayo changed hands for the third time in a year.", [("capture", ["Kismayo"], [])]),
        ("Syrian government forces regained control of Palmyra last week.", [("capture", ["Palmyra"], [])]),
        ("The peshmerga lost Sinjar to Islamic State in August.", [("capture", ["Sinjar"], [])]),
        ("Marines cleared the village of Andriivka of snipers on Friday.", [("capture", ["Andriivka"], [])]),
        ("Workers cleared the port of Beirut of rubble.", []),
        ("The firm took control of a bank in Nairobi.", []),
        (
            "Guerrillas have swallowed Bria, Bambari and Kaga-Bandoro in three weeks.",
            [("capture", ["Bria", "Bambari", "Kaga-Bandoro"], [])],
        ),
        (
            "Iranian commandos seized a Greek tanker in the Gulf of Oman on Wednesday.",
            [("capture", ["Gulf of Oman"], [])],
        ),
        ("Customs officers seized 400 kg of cocaine in the port of Guayaquil.", []),
        # attacks
        (
            "Chinese ships turned water cannon on two Philippine boats near Scarborough Shoal, injuring three sailors.",
            [("attack", ["near Scarborough Shoal"], [("wounded", 3, 3)])],
        ),
        (
            "China's coast guard water-cannoned a Philippine supply boat near Scarborough Shoal.",
            [("attack", ["near Scarborough Shoal"], [])],
        ),
        ("Gunmen boarded a ferry off Jolo and killed four passengers.", [("attack", ["off Jolo"], [("killed", 4, 4)])]),
        ("Passengers boarded a ferry in Manila.", []),
        (
            "Bandits abducted 140 schoolchildren from a school in Kaduna.",
            [("attack", ["Kaduna"], [("captured", 140, 140)])],
        ),
        ("Militiamen looted a warehouse of the United Nations in Wau.", [("attack", ["Wau"], [])]),
        ("Separatists fired two grenades at a police station in Tiraspol.", [("attack", ["Tiraspol"], [])]),
        (
            "Gunmen rode into the square at Sévaré; the mayor and two policemen were shot dead.",
            [("attack", ["Sévaré"], [("killed", 1, 1), ("killed", 2, 2)])],
        ),
        # shelling, strikes
        (
            "Soldiers put a mortar bomb into a school in Homs, and six children died.",
            [("shelling", ["Homs"], [("killed", 6, 6)])],
        ),
        ("Hezbollah fired a volley of rockets into Kiryat Shmona.", [("shelling", ["Kiryat Shmona"], [])]),
        ("American jets pounded rebel positions near Saada.", [("strike", ["near Saada"], [])]),
        (
            "A Su-24 was shot down near Latakia; one pilot was killed.",
            [("strike", ["near Latakia"], [("killed", 1, 1)])],
        ),
        ("The bill was shot down in Harare.", []),
        ("The government was brought down in Rome by its own party.", []),
        ("Naval mines holed two tankers off Fujairah.", [("explosion", ["off Fujairah"], [])]),
        # battles
        ("Kyrgyz and Tajik border guards traded heavy fire near Batken on Friday.", [("battle", ["near Batken"], [])]),
        (
            "In Vlorë rival gangs fought over a cement works on Wednesday, leaving six dead.",
            [("battle", ["Vlorë"], [("killed", 6, 6)])],
        ),
        ("The minister came under fire in Madrid for his remarks.", []),
        ("A patrol came under fire near Kandahar for two hours.", [("battle", ["near Kandahar"], [])]),
        ("More troops may be sent to Juba should the fighting drag on.", []),
        ("The battalion is to conduct combat operations in Cabo Delgado.", []),
        ("Five weeks after insurgents raised their flag over Marawi, troops still hold the bridge.", []),
        # places
        ("Navy jets bombed the airfield at Sirte and an oil depot at Brega.", [("strike", ["Sirte", "Brega"], [])]),
        ("Gunmen robbed a patrol on the Mekong near Kratie.", [("attack", ["near Kratie"], [])]),
        (
            "No patrol went to Drodro, where 200 people were hacked to death in April.",
            [("attack", ["Drodro"], [("killed", 200, 200)])],
        ),
        (
            "Rebels attacked the barracks at Gao and killed 14 soldiers. Two days later they overran "
            "Qwertyville, where 27 policemen died.",
            [("attack", ["Gao"], [("killed", 14, 14)])],
        ),
        # agreements
        ("The two armies announced a ceasefire in Darfur.", [("agreement", ["Darfur"], [])]),
        ("Armenia and Azerbaijan agreed to a ceasefire in Karabakh.", [("agreement", ["Karabakh"], [])]),
        ("A truce in Hodeidah took effect at midnight.", [("agreement", ["Hodeidah"], [])]),
        ("Diplomats called for a ceasefire in Darfur.", []),
        # exercises
        ("A company of British soldiers exercised at Tapa from 5 to 9 May.", [("exercise", ["Tapa"], [])]),
        ("British and Estonian troops rehearsed river crossings near Tapa.", [("exercise", ["near Tapa"], [])]),
        ("The court exercised restraint in Nairobi.", []),
        # sense
        ("The film recalls the siege of Leningrad.", []),
        ("Sales exploded in Lagos.", []),
        ("A gas explosion in a flat in Gdansk killed three people.", []),
        (
            "The candidate fought for every vote in the constituency, and the battle for Assin North ended "
            "in a rout at the poll: his party lost the seat in the by-election on a low turnout.",
            [],
        ),
        (
            "The striker attacked from the wing, the midfielder bombarded the goal and the league match in "
            "Munich ended with a penalty for the coach to forget.",
            [],
        ),
        # harm
        (
            "American planes bombed a camp near Kunduz, killing, the governor said, three people and wounding 30.",
            [("strike", ["near Kunduz"], [("killed", 3, 3), ("wounded", 30, 30)])],
        ),
        (
            "A drone strike near Baghdad killed Mushtaq Jawad Kazim, the commander of a militia, and two others.",
            [("strike", ["near Baghdad"], [("killed", 1, 1), ("killed", 2, 2)])],
        ),
        ("Clashes near Erbil have cost the PKK 67 men.", [("battle", ["near Erbil"], [("killed", 67, 67)])]),
        ("The army lost 19 men in an ambush near Kidal.", [("attack", ["near Kidal"], [("killed", 19, 19)])]),
        (
            "Gunmen attacked a convoy in Kano and shot the driver in the leg.",
            [("attack", ["Kano"], [("wounded", 1, 1)])],
        ),
        (
            "A shell hit a market in Donetsk; the death toll rose to 27 on Sunday.",
            [("shelling", ["Donetsk"], [("killed", 27, 27)])],
        ),
        ("Commandos freed two hostages in a raid on Rafah.", [("attack", ["Rafah"], [])]),
        (
            "The general was shot dead with four others in Tripoli.",
            [("attack", ["Tripoli"], [("killed", 1, 1), ("killed", 4, 4)])],
        ),
        ("Police clubbed a street seller to death in Dakar.", [("attack", ["Dakar"], [("killed", 1, 1)])]),
    ],
)
def test_events_of_a_text(read: Reader, text: str, wanted: list[Told]) -> None:
    assert sorted(told(read(text, "2024-05-20"))) == sorted(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # one person, a pronoun, parts
        (
            "A drone killed a cook on a Greek tanker off Hodeidah in March.",
            [("strike", ["off Hodeidah"], [("killed", 1, 1)])],
        ),
        (
            "Guards opened fire at Panmunjom on a sergeant who was running south, and wounded him.",
            [("attack", ["Panmunjom"], [("wounded", 1, 1)])],
        ),
        (
            "A patrol clashed with smugglers near Barbacoas; two soldiers lost their lives, one was "
            "wounded and three of the criminals were captured.",
            [("battle", ["near Barbacoas"], [("killed", 2, 2), ("wounded", 1, 1), ("captured", 3, 3)])],
        ),
        (
            "Chinese cutters rammed a Philippine boat off Palawan, and a sailor lost a thumb.",
            [("attack", ["off Palawan"], [("wounded", 1, 1)])],
        ),
        (
            "An air strike on a house in Nuseirat killed at least 11 people, medics said, and two "
            "journalists were among the dead.",
            [("strike", ["Nuseirat"], [("killed", 11, None)])],
        ),
        (
            "In June gunmen killed 86 people in the village of Dori, one of the worst massacres in years.",
            [("attack", ["Dori"], [("killed", 86, 86)])],
        ),
        # what a sentence recalls
        (
            "Israeli jets struck Hodeidah on Saturday.\n\nThe strikes set oil tanks ablaze. At least "
            "three people were killed and 87 injured, a television station reported.",
            [("strike", ["Hodeidah"], [("killed", 3, None), ("wounded", 87, 87)])],
        ),
        (
            "Gunmen stormed a base at Djibo on Sunday.\n\nThe attack, which nobody claimed, lasted for "
            "five hours and left 26 soldiers dead.",
            [("attack", ["Djibo"], [("killed", 26, 26)])],
        ),
        (
            "A car bomb exploded in Mogadishu on Friday, killing 12 soldiers. The death toll from the "
            "blast rose to 20 on Saturday.",
            [("explosion", ["Mogadishu"], [("killed", 20, 20)])],
        ),
        (
            "Jets bombed a camp near Balakot on Tuesday. Six airmen died on Wednesday when a helicopter crashed.",
            [("strike", ["near Balakot"], [])],
        ),
        (
            "A shell hit the market of Donetsk on Monday.\n\nNine people were wounded, medics said.",
            [("shelling", ["Donetsk"], [("wounded", 9, 9)])],
        ),
        # places
        (
            "On Monday the army pulled out of Mekelle to Alamata, and by morning the rebels had taken the city.",
            [("capture", ["Mekelle"], [])],
        ),
        (
            "Nyala, in South Darfur, which the Rapid Support Forces took in October, is quiet.",
            [("capture", ["Nyala"], [])],
        ),
        (
            "RSF fighters entered Wad Madani on Monday after the army's division withdrew.",
            [("capture", ["Wad Madani"], [])],
        ),
        ("Troops seized 10 square kilometres of land near Jermuk.", [("capture", ["near Jermuk"], [])]),
        # what is not told as done
        ("The division may return if Korem is attacked.", []),
        ("Four HIMARS launchers will help to sink a hulk off Palawan.", []),
        ("Air defences intercepted a missile fired from Yemen before it crossed into Israel.", []),
        ("The exercises in Armenia have been cancelled.", []),
        ("Ten thousand people have been killed in Sudan since the war began.", []),
        ("The dissidents reject the peace accord that was signed in Havana in 2016.", []),
        (
            "Baku said that 50 of its soldiers had been killed and accused the other side of mining roads near Lachin.",
            [],
        ),
        # kinds
        (
            "The pilot was captured after his MiG-21 had been shot down in a dogfight over Nowshera.",
            [("battle", ["Nowshera"], [("captured", 1, 1)])],
        ),
        (
            "Three people were killed and one was injured when a mortar shell came through the roof of a house at Uri.",
            [("shelling", ["Uri"], [("killed", 3, 3), ("wounded", 1, 1)])],
        ),
        (
            "Balikatan 2024 began in the Philippines on Monday with 16,000 soldiers.",
            [("exercise", ["Philippines"], [])],
        ),
        (
            "In April the two navies held their annual drills off Palawan with 16,000 soldiers.",
            [("exercise", ["off Palawan"], [])],
        ),
    ],
)
def test_events_of_longer_texts(read: Reader, text: str, wanted: list[Told]) -> None:
    assert sorted(told(read(text, "2024-05-20"))) == sorted(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # told twice, told elsewhere
        (
            "Missile hits Kramatorsk restaurant, 11 dead\n\nA Russian missile hit a restaurant in "
            "Kramatorsk on Tuesday, killing at least 11 people and wounding 61.",
            [("strike", ["Kramatorsk"], [("killed", 11, None), ("wounded", 61, 61)])],
        ),
        (
            "Five people were injured by shelling in Kherson. A woman died when her house in Sumy was hit.",
            [("shelling", ["Kherson"], [("wounded", 5, 5)])],
        ),
        (
            "Gunmen attacked a gas plant at In Salah and shot dead two guards. On Thursday special forces "
            "opened fire on five vehicles.",
            [("attack", ["In Salah"], [("killed", 2, 2)])],
        ),
        (
            "Hezbollah fired 60 rockets at Haifa on Friday. The attacks have killed 66 people since Wednesday.",
            [("shelling", ["Haifa"], [])],
        ),
        # kinds of harm and of acts
        (
            "Ten soldiers were martyred and two aircraft destroyed when militants stormed a base in Karachi.",
            [("attack", ["Karachi"], [("killed", 10, 10)])],
        ),
        (
            "Hezbollah fighters captured two Israeli soldiers near Zarit and killed eight.",
            [("attack", ["near Zarit"], [("captured", 2, 2), ("killed", 8, 8)])],
        ),
        (
            "Wagner fighters took over the headquarters of the army in Rostov-on-Don on Saturday.",
            [("capture", ["Rostov-on-Don"], [])],
        ),
        (
            "Last month's bombings of two buses in Karachi left nine soldiers dead.",
            [("explosion", ["Karachi"], [("killed", 9, 9)])],
        ),
        (
            "The bombing of Belgrade by NATO jets went on for a third night, killing four people.",
            [("strike", ["Belgrade"], [("killed", 4, 4)])],
        ),
        (
            "Iranian commandos seized the Stena Impero in the Strait of Hormuz on Friday.",
            [("capture", ["Strait of Hormuz"], [])],
        ),
        (
            "Explosions were heard near Dzhankoi on Tuesday, where a Russian battalion is based.",
            [("explosion", ["near Dzhankoi"], [])],
        ),
        ("American B-52s dropped some 600 tons of bombs north of Kunduz.", [("strike", ["north of Kunduz"], [])]),
        ("The two armies agreed to a truce in Abyei on Saturday.", [("agreement", ["Abyei"], [])]),
        ("Helicopters set down 100 commandos beside the university at Jaffna.", []),
        (
            "In one of the deadliest days of the war, soldiers killed 24 people in Deir al-Balah.",
            [("attack", ["Deir al-Balah"], [("killed", 24, 24)])],
        ),
    ],
)
def test_events_told_twice_or_elsewhere(read: Reader, text: str, wanted: list[Told]) -> None:
    assert sorted(told(read(text, "2024-05-20"))) == sorted(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # places that the gazetteer lacks are nobody's
        (
            "Druze militiamen, whom Damascus arms, attacked the village of Xabmariam and killed 34 of its people.",
            [("attack", ["Xabmariam"], [("killed", 34, 34)])],
        ),
        ("Four hundred Marines, on their way to Lebanon, took Qwerts airport.", []),
        (
            "Guerrillas attacked the barracks at Gao and killed 14 soldiers. Two days later they overran "
            "Xalleri, at the other end of the country, where 27 policemen died.",
            [("attack", ["Gao"], [("killed", 14, 14)])],
        ),
        (
            "On Thursday forces backed by Turkey attacked Hodeidah. Nine soldiers died on Friday in "
            "fighting near ad-Xurayhimi.",
            [("attack", ["Hodeidah"], [])],
        ),
        # the place that an explanation follows
        (
            "Vovchansk itself, five kilometres south of the frontier, was shelled from morning to night.",
            [("shelling", ["Vovchansk"], [])],
        ),
        (
            "Ukrainian troops went over to the attack in the Kursk region, thrusting at Sudzha.",
            [("attack", ["Sudzha"], [])],
        ),
        ("Two American destroyers shelled the hills behind Tripoli on Monday.", [("shelling", ["Tripoli"], [])]),
        # a dateline is nobody's deed
        (
            "YEREVAN/BAKU, Oct 9 — Shells came down on Kharkiv for a thirteenth day on Friday, killing a "
            "woman of 68 in her kitchen.",
            [("shelling", ["Kharkiv"], [("killed", 1, 1)])],
        ),
        (
            "OSAN AIR BASE, South Korea, Dec. 4 — The United States and South Korea opened Vigilant Ace, "
            "a five-day drill over South Korea in which some 230 aircraft are taking part.",
            [("exercise", ["South Korea"], [])],
        ),
        # spoken of only
        ("A further 150 officers are directing the battle from command posts in Baku.", []),
        (
            '"In November we were bombarded," said the head of a parcel service in Warsaw, who calls his '
            "couriers an army.",
            [],
        ),
        ("The 200 soldiers landed in Pristina to join those who had come to Kosovo earlier for an exercise.", []),
        ("Whether that was an apology occupied Washington for the rest of the day, and no soldier stirred.", []),
        ("In Rome, where an obelisk taken from Axum by soldiers stood until 2003, nobody marked the day.", []),
        # the same dead
        (
            "In Rolpa 200 rebels have been shot dead, the ministry says. A schoolmaster saw eleven bodies.",
            [("attack", ["Rolpa"], [("killed", 200, 200)])],
        ),
    ],
)
def test_unknown_places_and_explanations(read: Reader, text: str, wanted: list[Told]) -> None:
    assert sorted(told(read(text, "2024-05-20"))) == sorted(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # losses beside the dead of the others, and at places of their own
        (
            "Rebels came over the ridge at Sirwah and were thrown back, leaving 43 bodies. The army lost 18 men.",
            [("battle", ["Sirwah"], [("killed", 43, 43), ("killed", 18, 18)])],
        ),
        (
            "Rockets hit a camp at Goma in May. The mission lost two South Africans to mortar fire at Xake in June.",
            [("shelling", ["Goma"], [])],
        ),
        (
            "On Sunday militiamen hacked 16 people to death in Bunia, and Islamists abducted at least 20 "
            "on the road near Komanda.",
            [("attack", ["Bunia"], [("killed", 16, 16)]), ("attack", ["near Komanda"], [("captured", 20, None)])],
        ),
        (
            "A boat of the guard was set afire off Limassol by rockets. Five of its crew died.",
            [("shelling", ["off Limassol"], [("killed", 5, 5)])],
        ),
        # deals
        ("China, which brokered a truce in January, has closed the gate at Ruili to soldiers.", []),
        (
            "A convoy left Hodeidah, as was agreed in Stockholm: on Saturday gunmen shot at an empty truck there.",
            [("attack", ["Hodeidah"], [])],
        ),
        ("The president threatened to order attacks on every village in the north of Cyprus.", []),
    ],
)
def test_losses_and_deals(read: Reader, text: str, wanted: list[Told]) -> None:
    assert sorted(told(read(text, "2024-05-20"))) == sorted(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "A French corporal died when his armoured vehicle drove over a roadside bomb near Ménaka.",
            [("explosion", ["near Ménaka"], [("killed", 1, 1)])],
        ),
        ("Niger's army lost 71 men at Inates in December.", [("battle", ["Inates"], [("killed", 71, 71)])]),
        ("The firm lost 71 customers in Niamey in December.", []),
        (
            "Shells hit a street in Donetsk, and a woman lost an arm, an official said.",
            [("shelling", ["Donetsk"], [("wounded", 1, 1)])],
        ),
        ("At least 16 soldiers were killed in the heaviest clashes between Armenia and Azerbaijan since 2016.", []),
        (
            "A lorry with 20 Malian soldiers drove over an explosive device near Gao.",
            [("explosion", ["near Gao"], [])],
        ),
        ("The committee ran over several devices of style at a workshop in Paris.", []),
    ],
)
def test_mines_and_losses(read: Reader, text: str, wanted: list[Told]) -> None:
    assert sorted(told(read(text, "2024-05-20"))) == sorted(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The army's chief was attacked in parliament in Abuja over his budget.", []),
        ("Rival banks fought a price war in Lagos while soldiers looked on.", []),
        ("The brigade's football team stormed to victory in Kaduna.", []),
        ("Troops captured the imagination of the crowd in Warsaw.", []),
        ("The general took the microphone at the base in Ramstein.", []),
        ("Oil prices exploded in London after the army's statement.", []),
        ("Soldiers fell in love with Riga.", []),
        ("The ministry fired 40 officers in Kyiv.", []),
        ("The minister launched an attack on the opposition in Prague, where NATO troops were parading.", []),
        ("The prime minister survived an assault on his budget in London as the army was cut.", []),
        ("The battle over pensions of soldiers in Athens goes on.", []),
        ("A soldier was killed in a road accident near Tapa.", []),
        ("Two soldiers died when their helicopter crashed near Nairobi.", []),
        ("A pilot was killed when his jet crashed near Zaragoza on Monday.", []),
        ("Soldiers fought the flames near Athens.", []),
        ("The army fought floods in Valencia, where 200 people died.", []),
        ("Troops exercised their right to vote in Juba.", []),
        ("The commander stormed out of a meeting in Paris.", []),
        ("Police seized a cache of army rifles in Durban.", []),
        ("The museum at Verdun marks the battle of 1916.", []),
        ("Veterans recalled the landing at Anzio.", []),
        (
            "Protesters clashed with police in Belgrade, and nine officers were hurt.",
            [("battle", ["Belgrade"], [("wounded", 9, 9)])],
        ),
        ("The hospital in Kharkiv, hit by a missile in March, has reopened.", [("strike", ["Kharkiv"], [])]),
        ("No soldier was killed in the attack on Kidal.", [("attack", ["Kidal"], [])]),
        ("The drone crashed near the base in Tapa; nobody was hurt.", []),
    ],
)
def test_what_looks_like_fighting(read: Reader, text: str, wanted: list[Told]) -> None:
    assert sorted(told(read(text, "2024-05-20"))) == sorted(wanted)
