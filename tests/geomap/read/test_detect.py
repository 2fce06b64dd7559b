"""English is let through in every dress, other languages are named."""

from __future__ import annotations

import sys

import pytest

from geomap.errors import UnsupportedLanguage
from geomap.read.detect import require_english


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The troops of the 2nd Brigade left Gao on Monday, officials said.", "en"),
        ("Russia sends 30,000 troops to Belarus.", "en"),
        ("Troops seize Goma airport after heavy fighting; hundreds flee", "en"),
        ("Six US B-52s land at RAF Fairford", "en"),
        ("KIEV: RUSSIAN TROOPS MASS NEAR UKRAINE BORDER, PENTAGON SAYS", "en"),
        ("Dem don send soja go Borno make dem fight Boko Haram", "en"),  # Nigerian Pidgin
        ("300 TROOPS GAO STOP 40 TRUCKS NIAMEY STOP", "en"),
        ("THE SOLDIERS OF THE BRIGADE HAVE LEFT GAO", "en"),
        # A quotation in another language; as much of another as of English.
        ("The soldiers who left that town were of the brigade. «Россия направила 30 тысяч военных» he said.", "en"),
        (
            f"{'The soldiers of the brigade have left the town. ' * 2}{'La France a envoyé 300 soldats. ' * 2}",
            "en",
        ),
        # What cannot be told is not refused.
        ("Hello", None),
        ("12345 6789", None),
        ("Bakhmut, Avdiivka, Robotyne, Kupiansk, Lyman, Vuhledar, Marinka, Kherson. Russian shelling.", "en"),
        ("KYIV KHARKIV ODESA LVIV DNIPRO ZAPORIZHZHIA MYKOLAIV MARIUPOL LUHANSK DONETSK", None),
        ("Poland 1,700 troops\nRomania 1,000 troops\nEstonia 800 troops", None),
        ("Abdel Fattah al-Burhan met Mohamed Hamdan Dagalo in El Fasher, Nyala; SPLM-N al-Hilu, JEM present.", None),
        ("asdkjh qwoieu zxcmn asdlkj qwe", None),
    ],
)
def test_english_and_the_undecidable_pass(text: str, language: str | None) -> None:
    assert require_english(text, name="a.txt") == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La Russie a envoyé 30 000 soldats en Biélorussie, selon l'OTAN.", "French (fr)"),
        ("LES SOLDATS FRANÇAIS ONT QUITTÉ GAO LUNDI MATIN", "French (fr)"),
        ("Russland hat 30.000 Soldaten nach Belarus geschickt, sagte die NATO am Donnerstag.", "German (de)"),
        ("Rusland heeft 30.000 soldaten gestuurd. De troepen zijn in de buurt van de grens of in Gomel.", "Dutch (nl)"),
        ("Rusia envió 30.000 soldados a Bielorrusia, según la OTAN.", "Spanish (es)"),
        ("Россия направила 30 тысяч военных в Белоруссию", "Russian (ru)"),
        ("Росія направила 30 тисяч військових до Білорусі", "Ukrainian (uk)"),
        ("أرسلت روسيا 30 ألف جندي إلى بيلاروسيا", "Arabic (ar)"),
        ("ロシアはベラルーシに3万人の兵士を送った", "Japanese (ja)"),
        ("La Russie a envoyé 30 000 soldats", "French (fr)"),
        ("300 soldats français à Gao", "French (fr)"),
        ("РОССИЯ НАПРАВИЛА 30 ТЫСЯЧ ВОЕННЫХ", "Russian (ru)"),
        ("EL EJÉRCITO ENVÍA 300 SOLDADOS A LA FRONTERA CON VENEZUELA", "Spanish (es)"),
        (f"Skip to content. Menu. {'Russland hat 30.000 Soldaten nach Belarus geschickt. ' * 3}", "German (de)"),
        (f"The troops have left. {'La France a envoyé 300 soldats au Tchad lundi. ' * 12}", "French (fr)"),
        ("Ciidamada Kenya ayaa gaaray Haiti", "the language 'so'"),
    ],
)
def test_another_language_is_refused_by_name(text: str, language: str) -> None:
    with pytest.raises(UnsupportedLanguage) as caught:
        require_english(text, name="a.txt")
    assert str(caught.value) == f"a.txt: seems to be in {language}; geomap reads English, give it a translation"


def test_plain_english_does_not_load_the_language_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py3langid.langid", None)  # an import of it would fail
    assert require_english("The troops of the brigade that left were moved from Gao.", name="a.txt") == "en"
