"""Everyday words for violence, ground taken and forces moved; the same words in other senses."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import Read, at, document, told


@pytest.mark.parametrize(
    ("text", "trigger", "event", "mode"),
    [
        ("The militia sent drones against the depot in Merowe.", "sent", "ASSAULT", "drone"),
        ("The militia sent an SVBIED against a convoy in Mosul.", "SVBIED", "ASSAULT",
         "suicide-attack"),
        ("A drone dropped a grenade on a bus stop in Kherson.", "dropped", "ASSAULT", "drone"),
        ("They hit Donetsk with Grads on Sunday.", "hit", "ASSAULT", "heavy-weapons"),
        ("A school in Chernihiv took a direct hit.", "direct hit", "ASSAULT", None),
        ("A tank came under fire near Goma.", "came under fire", "ASSAULT", "firearms"),
        ("Masked men hurled grenades into a church in Garissa.", "hurled", "ASSAULT",
         "explosives"),
        ("Police threw stun grenades at worshippers in Jerusalem.", "threw", "ASSAULT",
         "crowd-control"),
        ("Police turned water cannon on students in Tbilisi.", "turned", "ASSAULT",
         "crowd-control"),
        ("An attacker detonated himself at a checkpoint in Aden.", "detonated", "ASSAULT",
         "suicide-attack"),
        ("The group claimed a martyrdom operation in Kabul.", "martyrdom operation", "ASSAULT",
         "suicide-attack"),
        ("A helicopter dropped chlorine on Saraqib.", "dropped", "ASSAULT", "unconventional"),
        ("A man stabbed a border guard in Jerusalem.", "stabbed", "ASSAULT", "primitive"),
        ("Prisoners were waterboarded in Bagram.", "waterboarded", "ASSAULT", "torture"),
        ("The militants put a hostage to death in Gao.", "death", "ASSAULT", "targeted"),
        ("Settlers beat up a shepherd near Hebron.", "beat", "ASSAULT", "beat"),
        ("A flare-up on the border at Tavush killed a soldier.", "flare-up", "ASSAULT", "clash"),
        ("Goma fell into rebel hands on Sunday.", "fell into", "CONTROL", "gain"),
        ("The crossing at Bab al-Hawa came under the control of the rebels.", "came under",
         "CONTROL", "gain"),
        ("Lashio slipped from the junta's grasp.", "slipped", "CONTROL", "lose"),
        ("The enemy occupied Novotroitske and advanced.", "occupied", "CONTROL", "gain"),
        ("Russian forces occupied Kherson for eight months.", "occupied", "CONTROL", "hold"),
        ("The army occupied the town of Sake during the war.", "occupied", "CONTROL", "hold"),
        ("Troops occupied the school in Sake and used it as a base.", "occupied", "CONTROL",
         "hold"),
        ("Troops occupied the base at Sake, where they held prisoners.", "occupied", "CONTROL",
         "hold"),
        ("Rebels occupied Sake during the night and used drones.", "occupied", "CONTROL", "gain"),
        ("Rebels occupied Sake and killed a man who lived there.", "occupied", "CONTROL", "gain"),
        ("The Taliban still occupied the town of Kunduz.", "occupied", "CONTROL", "hold"),
        ("Our units are consolidating on the edge of Kurakhove.", "consolidating", "CONTROL",
         "hold"),
        ("Much of Port-au-Prince is run by gangs.", "run", "CONTROL", "hold"),
        ("Rival militias are vying for control of Tripoli airport.", "vying", "CONTROL",
         "contest"),
        ("Azerbaijan choked off the Lachin corridor.", "choked off", "CONTROL", "besiege"),
        ("The road to Kupiansk is under fire control.", "fire control", "CONTROL", "besiege"),
        ("The garrison is in a cauldron at Debaltseve.", "cauldron", "CONTROL", "besiege"),
        ("Ninety soldiers came home from captivity.", "captivity", "RETREAT", "release"),
        ("Kurdish fighters gave up the fight near Mosul.", "gave up", "RETREAT", "disarm"),
        ("The enemy is pulling up equipment to Kupiansk.", "pulling up", "MOBILIZE", "troops"),
        ("Thousands of police fanned out across Dhaka.", "fanned out", "MOBILIZE", "troops"),
        ("Paratroopers were dropped near Kolwezi.", "dropped", "MOBILIZE", "troops"),
        ("Farmers near Jos formed a self-defence militia.", "formed", "MOBILIZE", "militia"),
        ("Police nabbed four suspected militants in Mombasa.", "nabbed", "COERCE", "arrest"),
        ("Soldiers forced villagers to dig graves near Jos.", "forced", "COERCE", "restrict"),
        ("The rebels forced the governor to resign in Juba.", "forced", "COERCE", "restrict"),
        ("The gang forced Haitians to pay a toll in Cabaret.", "forced", "COERCE", "restrict"),
        ("The junta forced a plane to land in Minsk.", "forced", "COERCE", "restrict"),
        ("Strikers hurled dynamite at soldiers in Oruro.", "hurled", "ASSAULT", "explosives"),
        ("A boy threw a firebomb at a guard post in Hebron.", "threw", "ASSAULT", "primitive"),
        ("The militants threw grenades into a house by the river in Goma.", "threw", "ASSAULT",
         "explosives"),
        ("Two spies were expelled from Chad.", "expelled", "SANCTION", "expel"),
        ("Police stormed the stage in Lyon where gunmen stood.", "stormed", "ASSAULT", "ground"),
        ("Families left the village near Sake.", "left", "COERCE", "displace"),
        ("A DDoS attack hit government websites in Tallinn.", "DDoS attack", "COERCE", "cyber"),
        ("Our boys knocked the enemy out of the village near Lyman.", "knocked", "CONTROL",
         "gain"),
        ("The army squeezed the rebels out of Sake.", "squeezed", "CONTROL", "gain"),
        ("Soldiers slunk away from Lashio at night.", "slunk", "RETREAT", "withdraw"),
        ("Police swooped on a cafe in Tunis.", "swooped", "ASSAULT", "ground"),
        ("Gunmen pumped four bullets into a judge in Cali.", "pumped", "ASSAULT", "firearms"),
        ("The commander met his end in Tyre.", "met", "ASSAULT", None),
        ("The army turfed families out of their flats in Hebron.", "turfed", "COERCE",
         "displace"),
        ("The army sealed the border with Rwanda.", "sealed", "COERCE", "restrict"),
        ("The president declared martial law in Seoul.", "martial law", "COERCE",
         "martial-law"),
        ("The junta shut down a radio station in Bamako.", "shut down", "COERCE", "censor"),
        ("A private military firm recruited veterans in Saratov.", "recruited", "MOBILIZE",
         "militia"),
        ("A reporter was stripped of her accreditation in Moscow.", "stripped", "COERCE",
         "censor"),
    ],
)  # fmt: skip
def test_everyday_words_are_read_in_their_sense(
    whole: Reader, text: str, trigger: str, event: str, mode: str | None
) -> None:
    """They were missed, or read in another sense: a helicopter that "dropped chlorine" gave aid."""
    found = at(whole.read(document(text)).claims, trigger)
    assert (found.event, found.mode) == (event, mode)


@pytest.mark.parametrize(
    "text",
    [
        "Spain eliminated Italy in the quarter-final in Rome.",
        "The two sides clash in the cup final in Milan on Sunday.",
        "The midfielder quit after the final in Kyiv.",
        "The quake destroyed 70 houses in Lahore.",
        "The village near Lahore was cut off by floods.",
        "Lightning struck a school near Jos.",
        "The singer shot a documentary in Quetta.",
        "The firm mines copper near Karachi.",
        "Reporters besieged the singer at a hotel in Cannes.",
        "Fans stormed the pitch in Milan.",
        "Supporters invaded the stage in Turin.",
        "Fishermen threw dynamite into the river near Sake.",
        "The cup loss knocked the soldiers out of the tournament in Goma.",
        "The plan met its end in parliament in Kyiv.",
        "The bank pumped money into Goma.",
        "The airline deployed a larger aircraft to Goma.",
        "The charity mobilised volunteers to clean the beach in Odesa.",
        "A wedding convoy crossed Kadugli.",
        "The bank took over the port of Aden.",
        "We had a blast at the festival in Athens.",
        "Three storms hit Sake.",
        "STORM DESTROYS CAMP NEAR SAKE",
        "Typhoon Molave struck Hue.",
        "Heat waves struck Basra.",
        "The football coach resigned in Lagos.",
        "In the cup final in Cairo, Zamalek beat Ahly.",
        "The mayor gave up smoking in Sirte.",
        "The doctor gave the patient electric shocks in Beni.",
        "The documents fell into the hands of the militia in Tripoli.",
    ],
)
def test_the_same_words_in_other_senses_are_no_claims(whole: Reader, text: str) -> None:
    """Matches and earthquakes were read as attacks, mines of copper as mines laid."""
    claims = whole.read(document(text)).claims
    assert not claims, told(claims)


@pytest.mark.parametrize(
    "text",
    [
        "The police spread out a map in Haifa.",
        "The army consolidated its accounts in Khartoum.",
        "The ministry brought in a law on the army in Juba.",
        "The lions returned from captivity to the park near Nairobi.",
    ],
)
def test_rows_of_everyday_words_ask_for_what_stands_beside(read: Read, text: str) -> None:
    """The rows alone: what the heads make of such words is theirs."""
    claims = read(text).claims
    assert not claims, told(claims)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Gunmen attacked a football match in Kano.", "attacked"),
        ("Israel struck a football club in Gaza City.", "struck"),
        ("Families waited in a bus garage in the cup final in government-held Aleppo.", "held"),
        ("Twelve people were killed at a football match in Goma.", "killed"),
        ("Rebels accused residents of theft in Goma and shot two.", "shot"),
        ("Typhoons released weapons against a bunker in Raqqa.", "released"),
        ("A wave of drones struck Odesa.", "struck"),
        ("Waves of fighters attacked the base at Sake.", "attacked"),
        ("A storm of rockets hit the port of Aden.", "hit"),
        ("Operation Storm recaptured Knin from the rebels.", "recaptured"),
        ("The Storm Brigade attacked Sake.", "attacked"),
        ("Agents said ICE seized a cook in Dallas.", "seized"),
        ("Russia struck Odesa during the Olympics.", "struck"),
        ("Hamas attacked Sderot hours before the cup final.", "attacked"),
        ("Ukraine hit Saky as Poland won a medal in Paris.", "hit"),
        ("Ukraine hit Saky, the referee of the talks said.", "hit"),
        ("The officers who led the coup resigned after the rugby match in Suva.", "resigned"),
        ("The town of Sake had a blast that killed two.", "blast"),
        ("The barracks in Sake had a blast on Monday.", "blast"),
        ("A mining firm sent fighters to Sake.", "sent"),
        ("An oil firm took control of a field near Basra.", "took"),
        ("The republic sent troops against the rebels near Goma.", "sent"),
        ("The frigate rammed the fishing boat off Hodeidah.", "rammed"),
    ],
)
def test_what_only_sounds_like_play_or_weather_is_read(
    whole: Reader, text: str, trigger: str
) -> None:
    """What rules a sense out must not rule out the deeds beside it."""
    assert at(whole.read(document(text)).claims, trigger)


@pytest.mark.parametrize(
    "text",
    [
        "The army forced the militia to disarm in Goma.",
        "The army forced the rebels to negotiate in Goma.",
        "The rebels forced the army to retreat from Goma.",
    ],
)
def test_what_a_force_is_made_to_do_is_told_by_its_deed(whole: Reader, text: str) -> None:
    """It is not told a second time as coercion."""
    assert {c.event for c in whole.read(document(text)).claims} & {"RETREAT", "CONSULT"}
    assert "COERCE" not in {c.event for c in whole.read(document(text)).claims}


def test_a_clan_that_leaves_is_not_driven_out(whole: Reader) -> None:
    claims = whole.read(document("The clan left the village near Sake.")).claims
    assert "COERCE" not in {c.event for c in claims}, told(claims)


def test_who_comes_to_hold_a_town_is_who_has_it_in_hand(whole: Reader) -> None:
    """Whose hands they are acts; a lorry that is driven into people is not hit."""
    found = at(whole.read(document("Goma fell into rebel hands.")).claims, "fell")
    assert [a.text for a in found.actors] == ["rebel"]
    rammed = at(whole.read(document("A driver rammed his car into soldiers.")).claims, "rammed")
    assert [r.text for r in rammed.recipients] == ["soldiers"]


@pytest.mark.parametrize("text", ["5 May 2025. She fled to Goma.", "5 May. He fled Sake."])
def test_a_month_is_nobody(whole: Reader, text: str) -> None:
    """ "May" of a line with the date was taken for her."""
    found = at(whole.read(document(text)).claims, "fled")
    assert not {"May"} & {m.text for m in (*found.actors, *found.recipients)}
