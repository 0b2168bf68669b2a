"""A name that a place abroad bears too, countries at whose border something lies, and "the
country": a text about one country is not put on the map of another by a namesake.
"""

from __future__ import annotations

import pytest

from fogline.model import Place
from fogline.reading.reader import Reader
from tests.reading.sentences import document

SYRIA = "Rebels and the army fought in Hama, Idlib and Palmyra in Syria. "
SUDAN = "The army and the RSF fought in El Fasher, Nyala and Khartoum in Sudan. "


def places(whole: Reader, text: str, trigger: str) -> tuple[Place, ...]:
    """Return the places of the last claim with a trigger."""
    claims = whole.read(document(text)).claims
    return [c.places for c in claims if trigger in c.trigger.text][-1]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        (f"{SYRIA}Shells hit the Alexandria neighbourhood of the city.", "Shells"),
        (f"{SYRIA}Shelling killed five people in the Sulaymaniyah quarter.", "Shelling"),
        (f"{SYRIA}Shells hit the village of al-Bureij south-west of Palmyra.", "Shells"),
        (f"{SYRIA}A convoy was struck near Orem in Aleppo governorate.", "struck"),
        (f"{SYRIA}Jets bombed the town of Mansoura in rural Aleppo.", "bombed"),
        (f"{SYRIA}Ten people were killed in airstrikes on Marjah, activists said.", "airstrikes"),
        (f"{SYRIA}The wounded were taken to the Hajjah Hospital.", "taken"),
        (f"{SUDAN}Shells hit the Tripoli neighbourhood of the city.", "Shells"),
    ],
)
def test_a_namesake_abroad_is_not_meant(whole: Reader, text: str, trigger: str) -> None:
    found = places(whole, text, trigger)
    assert found
    assert all(place.lat is None for place in found)


@pytest.mark.parametrize(
    ("text", "trigger", "country"),
    [
        (
            f"{SYRIA}Iraqi troops shelled the village of Hawija near Kirkuk in Iraq.",
            "shelled",
            "IQ",
        ),
        (f"{SYRIA}Refugees from Aleppo were attacked in Gaziantep in Turkey.", "attacked", "TR"),
        (f"{SYRIA}Gunmen attacked a hospital in Mosul in Iraq.", "attacked", "IQ"),
        (f"{SYRIA}Jets bombed the Salaheddine neighbourhood of Aleppo.", "bombed", "SY"),
        (f"{SYRIA}Syrians protested in Berlin on Monday.", "protested", "DE"),
        ("Russia's troops took Toretsk. Moscow and Russia's president hailed it.", "took", "UA"),
        ("Israel said its jets hit Khiam. Israelis protested in Tel Aviv.", "hit", "LB"),
        ("Israel's army bombed a suburb of Damascus. Israel denied it.", "bombed", "SY"),
        ("Rwandan troops entered Masisi, Kigali denied it. Rwanda lied.", "entered", "CD"),
    ],
)
def test_what_lies_abroad_by_the_texts_own_words_stays_there(
    whole: Reader, text: str, trigger: str, country: str
) -> None:
    assert {p.country for p in places(whole, text, trigger)} == {country}


@pytest.mark.parametrize(
    ("text", "trigger", "words"),
    [
        ("Fighters of Islamic State seized a town on the border with Iraq.", "seized", "town"),
        ("Islamic State holds the eastern province bordering Iraq.", "holds", "province"),
        ("A bomb exploded at a border crossing with Turkey.", "exploded", "border crossing"),
        ("Twenty rebels died in a blast at the Syria-Turkey border.", "blast", "border"),
        ("The refugee camp near Lebanon was bombed.", "bombed", "camp"),
    ],
)
def test_what_lies_at_a_countrys_border_does_not_lie_in_its_middle(
    whole: Reader, text: str, trigger: str, words: str
) -> None:
    (place,) = places(whole, text, trigger)
    assert words in place.text
    assert place.lat is None


def test_whose_border_it_is_keeps_it(whole: Reader) -> None:
    (place,) = places(
        whole, "The army attacked positions along Syria's border with Iraq.", "attack"
    )
    assert place.country == "SY"


def test_several_areas_of_a_country_stay_in_it(whole: Reader) -> None:
    (place,) = places(whole, "Fighters attacked towns in southern Turkey.", "attacked")
    assert place.country == "TR"


@pytest.mark.parametrize(
    ("text", "trigger", "country"),
    [
        (f"{SYRIA}A truce brokered by Russia took effect in the country.", "truce", "SY"),
        (f"{SYRIA}Moscow denied it. Fighting shook the capital on Monday.", "Fighting", None),
        (f"{SYRIA}Chad is on alert. Shells fell in the country on Monday.", "fell", "TD"),
        ("The army lost Goma in the Congo. Rwanda denied it. Clashes shook the capital.", "Clashes",
         None),
    ],
)  # fmt: skip
def test_the_country_and_the_capital_are_those_of_the_text(
    whole: Reader, text: str, trigger: str, country: str | None
) -> None:
    """States that act or speak are not where it happens."""
    assert {p.country for p in places(whole, text, trigger)} == {country}


def test_who_owns_a_border_with_another_is_where_it_is(whole: Reader) -> None:
    text = "The army attacked positions along Syria's border with Iraq."
    (place,) = places(whole, text, "attacked")
    assert place.country == "SY"
