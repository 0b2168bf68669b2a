"""Locations: the most specific named place of the clause, with its role and its precision."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import One, Read, at, document, texts, told


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        ("The army shelled Aleppo.", "shelled", ["Aleppo"]),
        ("Warplanes bombed a market in Idlib.", "bombed", ["Idlib"]),
        ("Rebels captured the village of Minyan.", "captured", ["village of Minyan"]),
        ("In Goma, gunmen attacked a convoy.", "attacked", ["Goma"]),
        ("Shelling killed two people in Kherson.", "Shelling", ["Kherson"]),
        ("The army shelled the clinic.", "shelled", []),
        ("Rebels fired rockets from Khan Touman at Aleppo.", "fired", ["Aleppo", "Khan Touman"]),
        ("Rebels fired rockets from areas west of the town with rockets landing in Hamdaniyeh.",
         "fired", ["Hamdaniyeh", "areas west of the town"]),
        ("The army shelled territories held by separatists in Donetsk region.", "held",
         ["Donetsk region"]),
        ("The army launched an offensive from Hama on rebel positions in Idlib.", "offensive",
         ["Idlib", "Hama"]),
    ],
)  # fmt: skip
def test_where(claim: One, text: str, trigger: str, places: list[str]) -> None:
    assert texts(claim(text, trigger).places) == places


@pytest.mark.parametrize(
    "text",
    ["The army shelled Idlib, Syria.", "The army shelled Idlib in northern Syria."],
)
def test_regions_that_hold_a_named_place_are_dropped(claim: One, text: str) -> None:
    assert texts(claim(text, "shelled").places) == ["Idlib"]


def test_two_places_of_one_event_are_both_kept(claim: One) -> None:
    found = claim("The army shelled Idlib and Homs.", "shelled")
    assert set(texts(found.places)) == {"Idlib", "Homs"}


@pytest.mark.parametrize(
    ("text", "trigger", "roles"),
    [
        ("The rebels withdrew from Aleppo.", "withdrew", {"Aleppo": "origin"}),
        ("The army deployed troops to Kherson.", "deployed", {"Kherson": "destination"}),
        ("The army sent troops from Homs to Aleppo.", "sent",
         {"Homs": "origin", "Aleppo": "destination"}),
        ("The rebels fled from Goma to Bukavu.", "fled", {"Goma": "origin",
         "Bukavu": "destination"}),
        ("The army shelled Aleppo.", "shelled", {"Aleppo": "location"}),
    ],
)  # fmt: skip
def test_movements_have_an_origin_and_a_destination(
    claim: One, text: str, trigger: str, roles: dict[str, str]
) -> None:
    assert {p.text: p.role for p in claim(text, trigger).places} == roles


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The Russian army shelled the clinic.", "shelled"),
        ("The Ukrainian Defence Ministry condemned the attack on the convoy.", "condemned"),
        ("Soldiers of the Free Syrian Army attacked the convoy.", "attacked"),
        ("The Aleppo Media Centre said that the army shelled the clinic.", "shelled"),
    ],
)
def test_a_place_in_an_actors_name_is_no_place(claim: One, text: str, trigger: str) -> None:
    assert claim(text, trigger).places == ()


def test_a_sources_place_is_not_the_events(claim: One) -> None:
    found = claim("Officials in Geneva said that the army shelled Aleppo.", "shelled")
    assert texts(found.places) == ["Aleppo"]


def test_each_clause_has_its_own_place(read: Read) -> None:
    claims = read("The army shelled Aleppo, and rebels attacked a convoy in Homs.").claims
    assert texts(at(claims, "shelled").places) == ["Aleppo"]
    assert texts(at(claims, "attacked").places) == ["Homs"]


def test_a_known_place_has_coordinates_and_how_precise_they_are(claim: One) -> None:
    (place,) = claim("The army shelled Aleppo.", "shelled").places
    assert (place.country, place.precision) == ("SY", "settlement")
    assert place.lat == pytest.approx(36.2, abs=0.1)
    assert place.lon == pytest.approx(37.15, abs=0.1)


def test_a_country_is_no_point(claim: One) -> None:
    (place,) = claim("Clashes continued in Sudan.", "Clashes").places
    assert (place.country, place.precision) == ("SD", "country")


def test_a_part_of_a_place_is_only_near_it(claim: One) -> None:
    (place,) = claim("Warplanes bombed the eastern districts of Aleppo.", "bombed").places
    assert place.text == "eastern districts of Aleppo"
    assert place.precision == "approximate"


def test_an_unnamed_place_stays_as_mentioned(claim: One) -> None:
    (place,) = claim("The army deployed troops to the border.", "deployed").places
    assert (place.text, place.lat, place.id) == ("border", None, None)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The ministry accused the rebels in Aleppo.", "accused"),
        ("The mayor urged the army in Kherson to leave.", "urged"),
    ],
)
def test_words_spoken_happen_nowhere(claim: One, text: str, trigger: str) -> None:
    assert claim(text, trigger).places == ()


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        ("The army took two villages.", "took", ["two villages"]),
        ("The airfield fell to the rebels.", "fell", ["airfield"]),
        ("Rebels captured a dam near Idlib.", "captured", ["Idlib"]),
    ],
)
def test_what_is_taken_is_a_place(claim: One, text: str, trigger: str, places: list[str]) -> None:
    found = claim(text, trigger)
    assert {p.text if p.text in places else p.name for p in found.places} == set(places)
    assert found.recipients == ()


def test_the_place_that_the_sentence_named_before_is_where_an_attack_happens(claim: One) -> None:
    found = claim("A mother in Goma said that soldiers had shot her son.", "shot")
    assert texts(found.places) == ["Goma"]


def test_a_city_before_an_attack_says_where(claim: One) -> None:
    found = claim("The Aleppo bombing killed six people.", "bombing")
    assert (texts(found.actors), texts(found.places)) == ([], ["Aleppo"])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The army entered Kherson. Rebels shelled the city.", "Kherson"),
        ("The army entered Kherson, Ukraine. Rebels shelled the city.", "Kherson"),
        ("The army entered Kherson. Rebels shelled the battered city.", "Kherson"),
    ],
)
def test_the_city_is_the_last_town_named(read: Read, text: str, place: str) -> None:
    found = next(c for c in read(text).claims if c.trigger.text == "shelled")
    assert [p.name for p in found.places] == [place]


def test_all_that_is_held_is_named(read: Read) -> None:
    found = next(
        c
        for c in read("Civilians left the rebel-held towns of Idlib and Homs.").claims
        if c.event == "CONTROL"
    )
    assert {p.name for p in found.places} == {"Idlib", "Homs"}


def test_a_town_that_a_name_explains_is_that_name(read: Read) -> None:
    found = next(
        c for c in read("Shells hit Idlib, a rebel-held town.").claims if c.event == "CONTROL"
    )
    assert texts(found.places) == ["Idlib"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The army shelled Syria's capital Damascus.", ["Damascus"]),
        ("The army shelled Syrias capital Damascus.", ["Damascus"]),
        ("Jets shelled the rebels' de facto capital Idlib.", ["Idlib"]),
        ("The army shelled Saraqib, Idlib.", ["Saraqib"]),
        ("The army shelled a convoy 40 km north of Bukavu around Sake.", ["Sake"]),
        ("The army shelled a convoy 40 km north of Bukavu.", ["40 km north of Bukavu"]),
        ("The tanker, flagged in Palau, was shelled off Odesa.", ["Odesa"]),
        ("The army shelled Saraqib, Idlib and Ariha.", ["Saraqib", "Idlib", "Ariha"]),
    ],
)
def test_a_town_is_named_by_its_name_and_not_by_what_holds_it(
    claim: One, text: str, places: list[str]
) -> None:
    assert texts(claim(text, "shelled").places) == places


@pytest.mark.parametrize(
    ("text", "trigger", "recipients", "places"),
    [
        ("Troops had mined the Kakhovka hydroelectric dam.", "mined",
         ["Kakhovka hydroelectric dam"], []),
        ("Goma airport is closed; its runway is damaged.", "damaged", ["runway"], []),
        ("A drone strike damaged the airport of Goma on Sunday.", "strike",
         ["airport of Goma"], ["Goma"]),
        ("Rebels shelled Goma airport overnight.", "shelled", ["Goma airport"], []),
        ("Rebels seized Goma airport overnight.", "seized", [], ["Goma airport"]),
        ("An air strike hit Al-Shifa Hospital in Gaza City.", "strike",
         ["Al-Shifa Hospital"], ["Gaza City"]),
    ],
)  # fmt: skip
def test_what_is_struck_is_no_place_and_what_is_taken_is(
    claim: One, text: str, trigger: str, recipients: list[str], places: list[str]
) -> None:
    found = claim(text, trigger)
    assert (texts(found.recipients), texts(found.places)) == (recipients, places)


@pytest.mark.parametrize(
    ("text", "trigger", "words", "precision"),
    [
        ("The army shelled a village 20 km north of Aleppo.", "shelled",
         "20 km north of Aleppo", "approximate"),
        ("A convoy was ambushed on the road from Goma to Sake.", "ambushed",
         "road from Goma to Sake", "approximate"),
        ("The army shelled targets southwest of Idlib.", "shelled",
         "southwest of Idlib", "approximate"),
        ("The army entered the town of Khan Tuman on Monday.", "entered",
         "town of Khan Tuman", "settlement"),
    ],
)  # fmt: skip
def test_a_described_place_is_an_area_and_a_kind_of_place_is_the_place(
    claim: One, text: str, trigger: str, words: str, precision: str
) -> None:
    (place,) = claim(text, trigger).places
    assert (place.text, place.precision) == (words, precision)
    assert (place.derivation is not None) == (precision == "approximate")
    assert place.radius is not None and 1 <= place.radius <= 40


def test_a_country_or_region_keeps_its_extent(claim: One) -> None:
    (syria,) = claim("Six people were killed in Syria.", "killed").places
    assert (syria.precision, syria.derivation) == ("country", None)
    assert syria.radius is not None and 200 < syria.radius < 600
    (province,) = claim("Six people died in the province of Hasakah in Syria.", "died").places
    assert province.precision == "region" and province.radius is not None
    assert province.radius >= 60


def test_an_unsure_place_has_a_name_and_no_radius(claim: One) -> None:
    (place,) = claim("Gunmen attacked the village of Xandrozka.", "attacked").places
    assert (place.name, place.lat, place.radius) == ("Xandrozka", None, None)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Rockets hit Kafr Zita Lataminah Morek and Khan Sheikhoun.",
         ["Kafr Zita", "Lataminah", "Morek", "Khan Sheikhoun"]),
        pytest.param(
            "Rockets hit Damascus Homs & Aleppo.", ["Damascus", "Homs", "Aleppo"],
            marks=pytest.mark.xfail(reason="the parse hangs the last town on the first"),
        ),
        ("Rockets hit Jobar Damascus.", ["Jobar"]),
        ("Rockets hit the towns of Sarmin Binnish and Homs.", ["Sarmin", "Binnish", "Homs"]),
        ("Rockets hit Goma, Homs and Zarnovia.", ["Goma", "Homs", "Zarnovia"]),
        ("Rockets hit several towns, including Sarmin and Binnish.", ["Sarmin", "Binnish"]),
        ("Rockets hit positions in Raqqa and Deir ez-Zor provinces.",
         ["Raqqa", "Deir ez-Zor provinces"]),
    ],
)  # fmt: skip
def test_a_list_of_towns_that_lost_its_commas(read: Read, text: str, places: list[str]) -> None:
    (found,) = read(text).claims
    assert texts(found.places) == places


def test_where_fighters_are_stationed_is_not_where_they_strike(read: Read) -> None:
    text = "Shells fired by rebels positioned in Idlib fell on the outskirts of Aleppo."
    assert "Idlib" not in texts(at(read(text).claims, "fired").places)


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Two bombs went off near the Riverside hospital.", "went off", "Riverside hospital"),
        ("A car bomb exploded outside the police station.", "exploded", "police station"),
        ("The army attacked a convoy near the bridge.", "attacked", "bridge"),
    ],
)
def test_beside_what_it_happens_is_a_place_and_not_hit(
    claim: One, text: str, trigger: str, place: str
) -> None:
    found = claim(text, trigger)
    assert texts(found.places) == [place]
    assert place not in texts(found.recipients)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The army shelled towns and villages in Idlib.", ["towns and villages in Idlib"]),
        ("The army shelled areas west of Idlib.", ["areas west of Idlib"]),
        ("The army shelled the town of Saraqib in northern Idlib.", ["town of Saraqib"]),
        ("The army shelled the Jobar area and the outskirts of Idlib.",
         ["Jobar area", "outskirts of Idlib"]),
        ("The army shelled the towns of Homs and Idlib.", ["Homs", "Idlib"]),
        ("The army shelled the road from Homs to Idlib.", ["road from Homs to Idlib"]),
    ],
)  # fmt: skip
def test_how_far_a_place_without_a_name_reaches(claim: One, text: str, places: list[str]) -> None:
    assert sorted(texts(claim(text, "shelled").places)) == sorted(places)


def test_what_something_stands_on_is_not_hit_beside_it(claim: One) -> None:
    found = claim("Aircraft struck a building on the hospital complex in Mosul.", "struck")
    assert texts(found.recipients) == ["building"]


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        ("Rebels took Saraqib in May. The army retook it on Friday.", "retook", ["Saraqib"]),
        ("Our units held Saraqib for a year. They left it on Tuesday.", "left", ["Saraqib"]),
        ("The column reached the harbour. Soldiers abandoned it on Sunday.", "abandoned",
         ["harbour"]),
        ("The army had a brigade in reserve. It withdrew it in June.", "withdrew", []),
    ],
)  # fmt: skip
def test_it_is_the_place_that_is_taken_or_left(
    read: Read, text: str, trigger: str, places: list[str]
) -> None:
    assert texts(at(read(text).claims, trigger).places) == places


@pytest.mark.parametrize(
    ("text", "trigger", "name"),
    [
        ("Artillery hit Saraqib, a town near Idlib. Two people were killed in the town.", "killed",
         "Saraqib"),
        ("Jets bombed Saraqib. An official in Homs said so. Two people were killed in the city.",
         "killed", "Saraqib"),
    ],
)  # fmt: skip
def test_the_town_is_where_most_happened_last(
    read: Read, text: str, trigger: str, name: str
) -> None:
    found = at(read(text).claims, trigger).places
    assert [p.name for p in found] == [name]


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "places"),
    [
        # of what some is held, and what is named of it
        (
            "Most of Darfur including Nyala is controlled by the rebels.",
            "controlled",
            ["rebels"],
            ["Nyala", "Darfur"],
        ),
        ("Rebels hold most of Aleppo.", "hold", ["Rebels"], ["Aleppo"]),
        # parts and sides
        (
            "The army shelled Aleppo and other parts of Syria.",
            "shelled",
            ["army"],
            ["Aleppo", "parts of Syria"],
        ),
        (
            "The army attacked the group in north and east Syria.",
            "attacked",
            ["army"],
            ["north and east Syria"],
        ),
        ("The army attacked the group in Syria.", "attacked", ["army"], ["Syria"]),
    ],
)
def test_places_that_are_told_in_part(
    claim: One, text: str, trigger: str, actors: list[str], places: list[str]
) -> None:
    found = claim(text, trigger)
    assert (texts(found.actors), texts(found.places)) == (actors, places)


def test_a_town_that_holds_is_where_it_happens_and_nobody(whole: Reader) -> None:
    (town,) = whole.read(document("Bakhmut will not hold.")).claims
    assert (texts(town.actors), texts(town.places)) == ([], ["Bakhmut"])
    (garrison,) = whole.read(document("The garrison will not hold.")).claims
    assert (texts(garrison.actors), texts(garrison.places)) == (["garrison"], [])


def test_homes_and_goods_are_no_places(whole: Reader) -> None:
    for text in ("Half the villagers have fled their homes.", "Kitchens have run out of sorghum."):
        (found,) = whole.read(document(text)).claims
        assert texts(found.places) == []


@pytest.mark.parametrize(
    ("text", "trigger", "roles"),
    [
        ("Families fled Idlib.", "fled", ["origin"]),
        ("Rebels in Idlib fled from the direction of Idlib.", "fled", ["origin"]),
        ("The column moved in the direction of Idlib.", "moved", ["destination"]),
        ("Rebel troops left Idlib for Aleppo.", "left", ["destination", "origin"]),
        ("Families arrived in Idlib.", "arrived", ["destination"]),
        ("Troops moved to Idlib and Homs.", "moved", ["destination", "destination"]),
        ("Rebels shelled Idlib.", "shelled", ["location"]),
        ("Talks were held in Idlib.", "Talks", ["location"]),
    ],
)
def test_where_somebody_leaves_or_arrives(
    claim: One, text: str, trigger: str, roles: list[str]
) -> None:
    assert sorted(p.role for p in claim(text, trigger).places) == roles


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        (
            "In Washington a State Department official condemned the raid.",
            "condemned",
            "Washington",
        ),
        ("In Kabul, the Taliban accused Pakistan of a raid.", "accused", "Kabul"),
        ("In Najaf a cleric called on citizens to enlist.", "called on", "Najaf"),
        ("In a statement a State Department official condemned the raid.", "condemned", ""),
        ("A State Department official condemned the raid in Homs.", "condemned", ""),
        ("The ministry in Kabul accused Pakistan of a raid.", "accused", ""),
    ],
)
def test_who_speaks_out_is_where_the_sentence_begins(
    whole: Reader, text: str, trigger: str, places: str
) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert texts(found.places) == ([places] if places else [])


@pytest.mark.parametrize("town", ["Djibo", "Kadugli"])
@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rebels besieged {}. It has not fallen.", "fallen"),
        ("Rebels besieged {}. It fell on Monday.", "fell"),
        ("The rebels shelled {} again. It remains in army hands.", "hands"),
        ("The army reached {}. It is now under siege.", "siege"),
        ("The army reached {}. It is under rebel control.", "control"),
    ],
)
def test_it_that_falls_or_is_held_is_the_place_told_of(
    whole: Reader, text: str, trigger: str, town: str
) -> None:
    found = at(whole.read(document(text.format(town))).claims, trigger)
    assert (texts(found.places), texts(found.recipients)) == ([town], [])


def test_it_that_is_a_force_or_a_government_is_no_place(whole: Reader) -> None:
    told_of = (
        "The rebels encircled the brigade. It fell on Monday.",
        "The cabinet resigned. It fell on Monday.",
    )
    for claims in (whole.read(document(text)).claims for text in told_of):
        assert not any(c.places for c in claims), told(claims)
