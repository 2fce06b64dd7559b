"""Names of conflict reporting against points known from maps: towns, villages, quarters, sites, former names."""

from __future__ import annotations

import pytest

from gazetteer import Context, Gazetteer, Kind
from gazetteer.rank import distance_km

# name, the article's country, (lat, lon), km that the answer may be off
VILLAGES = [
    # Ukraine and the Russian border
    ("Robotyne", "UKR", (47.447, 35.836), 3),
    ("Rabotino", "UKR", (47.447, 35.836), 3),
    ("Pisky", "UKR", (48.065, 37.674), 4),
    ("Nevelskoye", "UKR", (48.047, 37.587), 4),
    ("Novomykhailivka", "UKR", (47.857, 37.465), 5),
    ("Prohres", "UKR", (48.235, 37.53), 5),
    ("Kleshcheyevka", "UKR", (48.53, 37.96), 4),
    ("Ugledar", "UKR", (47.78, 37.25), 4),
    ("Artyomovsk", "UKR", (48.59, 38.0), 5),
    ("Avdeevka", "UKR", (48.14, 37.75), 4),
    ("Synkivka", "UKR", (49.767, 37.665), 4),
    ("Hlyboke", "UKR", (50.267, 36.37), 6),
    ("Bilohorivka", "UKR", (48.926, 38.247), 4),
    ("Kozachi Laheri", "UKR", (46.70, 32.97), 5),
    ("Shyrokyne", "UKR", (47.097, 37.817), 4),
    ("Pripyat", "UKR", (51.405, 30.055), 4),
    ("Malaya Loknya", "RUS", (51.30, 35.22), 5),
    ("Plekhovo", "RUS", (51.07, 35.41), 6),
    ("Tyotkino", "RUS", (51.28, 34.28), 4),
    # Gaza, the West Bank, Israel, Lebanon
    ("Shejaiya", "PSE", (31.50, 34.475), 3),
    ("Tel al-Hawa", "PSE", (31.505, 34.43), 3),
    ("Sheikh Radwan", "PSE", (31.535, 34.462), 3),
    ("Beach camp", "PSE", (31.53, 34.433), 3),
    ("Jabaliya refugee camp", "PSE", (31.535, 34.495), 3),
    ("Bani Suhaila", "PSE", (31.343, 34.325), 3),
    ("Tal as-Sultan", "PSE", (31.305, 34.237), 4),
    ("al-Shifa Hospital", "PSE", (31.524, 34.4435), 2),
    ("Nasser Hospital", "PSE", (31.347, 34.293), 2),
    ("Jenin refugee camp", "PSE", (32.462, 35.289), 3),
    ("Nour Shams", "PSE", (32.32, 35.062), 3),
    ("Kibbutz Be'eri", "ISR", (31.424, 34.491), 3),
    ("Nahal Oz", "ISR", (31.4725, 34.4975), 3),
    ("Kiryat Shmona", "ISR", (33.207, 35.57), 4),
    ("Aita al-Shaab", "LBN", (33.097, 35.335), 4),
    ("Kfarkela", "LBN", (33.276, 35.553), 4),
    ("Khiam", "LBN", (33.327, 35.611), 4),
    # Syria, Iraq, Yemen, Iran
    ("Sheikh Maksoud", "SYR", (36.235, 37.153), 3),
    ("Yarmouk refugee camp", "SYR", (33.474, 36.303), 3),
    ("Baghuz", "SYR", (34.455, 40.95), 5),
    ("Fua", "SYR", (35.98, 36.70), 5),
    ("Ayn Issa", "SYR", (36.385, 38.86), 4),
    ("Sayyida Zaynab", "SYR", (33.445, 36.34), 3),
    ("Dera'a", "SYR", (32.62, 36.1), 5),
    ("Deir al-Zour", "SYR", (35.336, 40.14), 6),
    ("Talafar", "IRQ", (36.38, 42.45), 5),
    ("Amerli", "IRQ", (34.72, 44.59), 5),
    ("Bakhdida", "IRQ", (36.27, 43.376), 4),
    ("Adhamiyah", "IRQ", (33.372, 44.372), 3),
    ("Sadr City", "IRQ", (33.39, 44.46), 5),
    ("Hudaida", "YEM", (14.8, 42.95), 6),
    ("Ta'izz", "YEM", (13.58, 44.02), 5),
    ("Sirwah", "YEM", (15.45, 45.02), 6),
    ("Khoukha", "YEM", (13.81, 43.25), 5),
    ("Zinjibar", "YEM", (13.13, 45.38), 4),
    # Afghanistan to Sri Lanka
    ("Marjah", "AFG", (31.52, 64.12), 7),
    ("Wanat", "AFG", (35.05, 70.91), 6),
    ("Miram Shah", "PAK", (33.0, 70.07), 4),
    ("Damadola", "PAK", (34.80, 71.45), 10),
    ("Keran", "IND", (34.66, 73.96), 7),
    ("Pehelgam", "IND", (34.02, 75.31), 4),
    ("Elephant Pass", "LKA", (9.52, 80.41), 6),
    ("Puthukudiyiruppu", "LKA", (9.31, 80.70), 6),
    ("Kutupalong", "BGD", (21.21, 92.16), 5),
    # South-East and East Asia
    ("Laukkaing", "MMR", (23.69, 98.77), 4),
    ("Maungtaw", "MMR", (20.82, 92.37), 5),
    ("Shwe Kokko", "MMR", (16.83, 98.515), 5),
    ("Mindat", "MMR", (21.37, 93.97), 6),
    ("Banggolo", "PHL", (7.998, 124.295), 3),
    ("Anlong Veng", "KHM", (14.235, 104.08), 6),
    ("My Lai", "VNM", (15.178, 108.87), 5),
    ("Balibo", "TLS", (-8.97, 125.04), 5),
    ("Chosin Reservoir", "PRK", (40.48, 127.2), 16),
    ("Nomonhan", "MNG", (47.63, 118.6), 20),
    ("Vorukh", "TJK", (39.85, 70.58), 6),
    # Africa
    ("Tawilah", "SDN", (13.50, 24.87), 6),
    ("Ombada", "SDN", (15.65, 32.42), 6),
    ("Heglig", "SDN", (10.0, 29.4), 10),
    ("Akobo", "SSD", (7.78, 33.0), 5),
    ("Mai Kadra", "ETH", (14.07, 36.57), 5),
    ("Beled Xaawo", "SOM", (3.93, 41.88), 5),
    ("Bulo Marer", "SOM", (1.63, 44.50), 8),
    ("Harardheere", "SOM", (4.65, 47.86), 5),
    ("Bunagana", "COD", (-1.295, 29.595), 4),
    ("Rutchuru", "COD", (-1.19, 29.45), 5),
    ("Kitchanga", "COD", (-1.24, 29.06), 6),
    ("Aguelhoc", "MLI", (19.46, 0.86), 8),
    ("Inates", "NER", (14.97, 1.47), 20),
    ("Arbinda", "BFA", (14.23, -0.87), 6),
    ("Chibok", "NGA", (10.87, 12.85), 5),
    ("Rann", "NGA", (12.27, 14.47), 8),
    ("Afungi", "MOZ", (-10.83, 40.54), 10),
    ("Qasr Ben Ghashir", "LBY", (32.69, 13.17), 5),
    ("Kuito Kuanavale", "AGO", (-15.16, 19.17), 6),
    ("Murambi", "RWA", (-2.455, 29.567), 5),
    # Balkans, Caucasus
    ("Potocari", "BIH", (44.16, 19.30), 5),
    ("Sniper Alley", "BIH", (43.854, 18.39), 3),
    ("Recak", "XKX", (42.43, 21.02), 4),
    ("Aracinovo", "MKD", (42.03, 21.56), 5),
    ("Stepanakert", "AZE", (39.82, 46.75), 4),
    ("Martakert", "AZE", (40.21, 46.82), 5),
    ("Shatoi", "RUS", (42.87, 45.69), 6),
    # Americas
    ("San Vicente del Caguan", "COL", (2.12, -74.77), 5),
    ("Bojaya", "COL", (6.55, -76.88), 10),
    ("El Mozote", "SLV", (13.90, -88.12), 5),
    ("Uchuraccay", "PER", (-12.85, -74.05), 22),
    ("Martissant", "HTI", (18.527, -72.36), 3),
    ("Bay of Pigs", "CUB", (22.16, -81.14), 16),
    ("Ayotzinapa", "MEX", (17.557, -99.40), 5),
    ("Wireless Ridge", "FLK", (-51.67, -57.92), 4),
    ("Bluff Cove", "FLK", (-51.746, -58.17), 5),
]


@pytest.mark.parametrize(("name", "country", "point", "km"), VILLAGES)
def test_a_name_of_the_front_is_where_maps_put_it(
    gazetteer: Gazetteer, name: str, country: str, point: tuple[float, float], km: float
) -> None:
    best = gazetteer.resolve(name, Context(countries=((country, 1.0),))).best
    assert best is not None
    assert best.place.country == country
    assert distance_km(best.place.lat, best.place.lon, *point) <= km


@pytest.mark.parametrize(
    ("name", "place", "country"),
    [
        ("Leningrad", "Saint Petersburg", "RUS"),
        ("Stalingrad", "Volgograd", "RUS"),
        ("Kuibyshev", "Samara", "RUS"),
        ("Stalino", "Donetsk", "UKR"),
        ("Kirovograd", "Kropyvnytskyi", "UKR"),
        ("Constantinople", "Istanbul", "TUR"),
        ("Adrianople", "Edirne", "TUR"),
        ("Danzig", "Gdańsk", "POL"),
        ("Breslau", "Wrocław", "POL"),
        ("Lemberg", "Lviv", "UKR"),
        ("Fiume", "Rijeka", "HRV"),
        ("Pressburg", "Bratislava", "SVK"),
        ("Tiflis", "Tbilisi", "GEO"),
        ("Tselinograd", "Astana", "KAZ"),
        ("Leninabad", "Khujand", "TJK"),
        ("Peking", "Beijing", "CHN"),
        ("Mukden", "Shenyang", "CHN"),
        ("Chungking", "Chongqing", "CHN"),
        ("Rangoon", "Yangon", "MMR"),
        ("Akyab", "Sittwe", "MMR"),
        ("Tourane", "Da Nang", "VNM"),
        ("Dacca", "Dhaka", "BGD"),
        ("Elisabethville", "Lubumbashi", "COD"),
        ("Jadotville", "Likasi", "COD"),
        ("Lourenco Marques", "Maputo", "MOZ"),
        ("Nova Lisboa", "Huambo", "AGO"),
        ("Fort-Lamy", "N'Djamena", "TCD"),
        ("Umtali", "Mutare", "ZWE"),
        ("Upper Volta", "Burkina Faso", "BFA"),
        ("East Pakistan", "Bangladesh", "BGD"),
        ("Kampuchea", "Cambodia", "KHM"),
        ("USSR", "Russia", "RUS"),
        ("Yugoslavia", "Serbia", "SRB"),
        ("FYROM", "North Macedonia", "MKD"),
        ("People's Democratic Republic of Yemen", "Yemen", "YEM"),
    ],
)
def test_a_former_name_is_todays_place(gazetteer: Gazetteer, name: str, place: str, country: str) -> None:
    best = gazetteer.resolve(name).best
    assert best is not None
    assert (best.place.name, best.place.country) == (place, country)


@pytest.mark.parametrize(
    ("name", "place", "country"),
    [
        ("NWFP", "Khyber Pakhtunkhwa", "PAK"),
        ("Orissa", "Odisha", "IND"),
        ("Deir al-Zor province", "Deir ez-Zor Governorate", "SYR"),
        ("Rural Damascus", "Rif Dimashq Governorate", "SYR"),
        ("Ninewa", "Nineveh Governorate", "IRQ"),
        ("Saladin province", "Salahuddin Governorate", "IRQ"),
        ("Hadhramaut", "Hadramawt", "YEM"),
        ("Sistan-Baluchestan", "Sistan and Baluchestan Province", "IRN"),
        ("Daikundi", "Daykundi Province", "AFG"),
        ("Galgaduud", "Galguduud", "SOM"),
        ("Haut-Uele", "Haut-Uélé", "COD"),
        ("Orientale Province", "Tshopo", "COD"),
        ("Zaporizhia region", "Zaporizhzhia Oblast", "UKR"),
        ("Bashkiria", "Bashkortostan", "RUS"),
        ("Szechwan", "Sichuan", "CHN"),
        ("Karenni State", "Kayah", "MMR"),
        ("South Hamgyong", "South Hamgyong", "PRK"),
        ("Highland Papua", "Highland Papua", "IDN"),
    ],
)
def test_a_division_is_known_by_the_names_that_papers_write(
    gazetteer: Gazetteer, name: str, place: str, country: str
) -> None:
    best = gazetteer.resolve(name).best
    assert best is not None
    assert (best.place.name, best.place.country, best.place.kind) == (place, country, Kind.ADMIN1)


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("Scottish", ("GBR",)),
        ("Scotsmen", ("GBR",)),
        ("Texans", ("USA",)),
        ("Crimean", ("UKR",)),
        ("Gazans", ("PSE",)),
        ("Burmans", ("MMR",)),  # no "Burmen"
        ("Ottomans", ("TUR",)),
        ("Irishwomen", ("IRL",)),
        ("Filipinas", ("PHL",)),
        ("Bissau-Guineans", ("GNB",)),
        ("Arubans", ("ABW",)),
        # Those who fight the state whose land theirs is: the word must not make an actor of that state.
        ("Chechens", ()),
        ("Tigrayans", ()),
        ("Abkhazians", ()),
    ],
)
def test_peoples_of_divisions_and_their_plurals(gazetteer: Gazetteer, word: str, codes: tuple[str, ...]) -> None:
    assert gazetteer.demonym(word) == codes


def test_a_village_does_not_take_a_famous_name_without_context(gazetteer: Gazetteer) -> None:
    found = {name: gazetteer.resolve(name).best for name in ("Palma", "Blida", "Tripoli", "Balad", "Halfaya")}
    assert {name: best.place.country for name, best in found.items() if best} == {
        "Palma": "ESP",
        "Blida": "DZA",
        "Tripoli": "LBY",
        "Balad": "IRQ",
        "Halfaya": "SYR",
    }
