"""Texts made to mislead: names inside other names, persons called like countries, acronyms that are
words, roads and rivers called like armed groups, and what each text means by them.

Every person and every unit called "Example", "Riverside" or the like is invented.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from fogline.model import Entity
from tests.reading.sentences import Read

NOBODY = "nobody"
UNTOLD = ""


def named(read: Read, text: str, day: str | None) -> dict[str, Entity]:
    entities = read(text, published=day).document.entities
    return {e.text: e for e in entities if e.kind in {"actor", "organisation", "person"}}


def expected(traps: str) -> Iterator[tuple[str, str, str, dict[str, str]]]:
    for block in traps.strip().split("\n\n"):
        head, *lines = block.split("\n")
        label, _, day = head.partition(" @ ")
        text = " ".join(line for line in lines if not line.startswith("= "))
        told = (line[2:].partition(":") for line in lines if line.startswith("= "))
        yield label, day, text, {said: actor.strip() for said, _, actor in told}


# After "= " a name and the actor that it is linked to; nothing: named, but not linked; "nobody":
# no name of an actor, organisation or person at all.
TRAPS = """
words that hold names @ 2016-11-12
The ambassador told Syrian reporters that human rights monitors had left Damascus.
= assad: nobody
= hts: nobody

a person called like a country @ 2016-11-12
Robin Jordan arrived in Aleppo on Monday. Jordan said that the hospital was empty.
= Robin Jordan:
= Jordan:

the country that she is called like @ 2016-11-12
Jordan said that its border with Syria would stay closed.
= Jordan: nobody

the person and the country @ 2016-11-12
Robin Jordan fled to Jordan. On Monday Jordan said that she was safe.
= Robin Jordan:

a person called like a capital @ 2016-11-12
Adam Washington visited the camp. Washington said that he would return.
= Adam Washington:
= Washington:

the capital for its government @ 2016-11-12
Washington said that it would not strike Damascus.
= Washington: nobody

a surname that is a country @ 2013-02-12
Robin Mali, a teacher, fled Gao. Mali said the rebels had closed her school.
= Mali:

the country with an army @ 2013-02-12
Mali said its army had retaken Gao from Ansar Dine.
= army: ml-forces
= Ansar Dine: ansar-dine

a first name that is a country @ 2019-02-12
Georgia Meloni spoke in Tbilisi. Meloni said the police of Georgia were ready.
= Georgia Meloni:
= police of Georgia: ge-police

a general with a country's name @ 2021-02-12
Col. Adam Mali of the 4th Kherson Brigade met Gen. Washington Okello in Juba.
= Adam Mali:
= Washington Okello:
= 4th Kherson Brigade:

places inside units' names @ 2016-11-12
The Aleppo Brigade and the Homs Liberation Front shelled the Raqqa Hawks Brigade.
= Aleppo Brigade:
= Homs Liberation Front:
= Raqqa Hawks Brigade: raqqa-hawks

an Islamic state @ 2016-11-12
An Islamic state is not what the voters of Tunisia asked for, the mayor of Tunis said.
= Islamic state: nobody

Islamic State @ 2016-11-12
Islamic State attacked an army post near Palmyra in Syria.
= Islamic State: is
= army: sy-forces

the party and the movement @ 2016-11-12
The party said that the movement would march in Hama.
= party: nobody
= movement: nobody

a motorway @ 2020-02-12
Police closed the M23 motorway at Crawley after a lorry overturned, British officials said.
= M23: nobody
= British officials: gb-government

a movement called like a motorway @ 2025-01-27
M23 entered Goma in the east of Congo, residents of Goma said.
= M23: m23

a river @ 2016-11-12
The boat sank on the River Isis at Oxford, British police said.
= Isis: nobody
= British police: gb-police

a first name @ 2016-11-12
Isis Garcia, a nurse from Madrid, said that Spanish police had freed her.
= Isis Garcia:
= Isis: nobody

an acronym in small letters @ 2016-11-12
Isis held Raqqa in Syria, Syrian activists said.
= Isis: is

an airline @ 2016-11-12
Passengers of South African Airways (SAA) were stranded; SAA cancelled nine flights in Pretoria.
= SAA:

an army with an airline's acronym @ 2016-11-12
Troops of the SAA entered Minyan, west of Aleppo, in Syria.
= SAA: sy-forces

bodies called after outlets @ 2020-07-12
The Guardian Council in Tehran met. The Reuters Institute in Oxford wrote of Iranian state TV.
= Guardian Council: ir-guardian-council
= Reuters Institute:
= Iranian state TV: ir-state-media
= Reuters: nobody

a body called after a person @ 2016-11-12
The Clinton Foundation paid for a clinic in Haiti.
= Clinton Foundation:
= Clinton: nobody

a president's relative @ 2016-11-12
Asma al-Assad visited Homs. Bashar al-Assad stayed in Damascus.
= Asma al-Assad:
= Bashar al-Assad: bashar-al-assad

a movement's name in a person's @ 2016-11-12
Hussein al-Houthi's house in Saada was hit. The Houthis blamed Saudi Arabia.
= Hussein al-Houthi:
= The Houthis: houthis

a composer @ 2016-11-12
The orchestra in Berlin played a Wagner opera for German officers.
= Wagner: nobody
= German officers: nobody

a company of that name @ 2023-05-12
Wagner fighters shelled Bakhmut, Ukrainian officials said.
= Wagner fighters: wagner

another state's council @ 2016-11-12
The Ruritanian envoy left. The Security Council of Russia met in Moscow.
= Security Council of Russia: ru-security-council

a council of the world @ 2016-11-12
The UN Security Council met in New York. The Peruvian Security Council met in Lima.
= UN Security Council: unsc
= Security Council: nobody

another Islamic republic @ 2016-11-12
The Islamic Republic of Mauritania denied it in Nouakchott.
= Islamic Republic: nobody

a line of capitals @ 2016-11-12
WHO IS IN CHARGE OF THE CITY OF ALEPPO?
= WHO: nobody
= IS: nobody

the acronyms in a sentence @ 2016-11-12
IS fighters attacked Palmyra in Syria, WHO officials said.
= IS fighters: is
= WHO: who

an abbreviation that the text gives to others @ 2024-11-12
The Sudan Democratic Front (SDF) was founded in Khartoum. The SDF said that Sudan needed peace.
= Sudan Democratic Front:
= SDF:

the same for those whom it knows @ 2018-11-12
The Syrian Democratic Forces (SDF) met Turkish officials in Ankara. The SDF denied the attack.
= SDF: sdf-syria

another country's SDF @ 2018-11-12
The SDF sent a ship from Tokyo, Japanese officials said.
= SDF: jp-forces

nobody's SDF @ 2018-11-12
The SDF denied the attack on Juba, South Sudanese police said.
= SDF:

an acronym of a militia @ 2024-03-12
The Sudanese army said the RSF had shelled Omdurman in Sudan.
= RSF: rsf
= Sudanese army: sd-forces

the same acronym of reporters @ 2024-03-12
Reporters Without Borders (RSF) condemned the arrest in Khartoum. RSF asked for his release.
= RSF: rsf-reporters

an army before its state fell @ 2016-03-12
The Syrian army entered Palmyra. The Syrian government denied the killings.
= Syrian army: sy-forces
= Syrian government: sy-government

the army after it @ 2025-03-12
The Syrian army entered Latakia. The Syrian government denied it. Assad regime officers fled.
= Syrian army: sy-new-army
= Syrian government: sy-transitional-government
= Assad regime: sy-government

an emirate that was a movement @ 2015-01-12
Afghan government forces fought the Taliban in Kunduz. The Islamic Emirate claimed the attack.
= Afghan government: af-republic
= Islamic Emirate: af-taliban

the emirate that governs @ 2023-01-12
The Islamic Emirate denied the attack in Kabul.
= Islamic Emirate: af-emirate

offices with their countries behind them @ 2022-01-12
The president of Chad met the defence minister of Niger and the Ministry of Foreign Affairs of Peru.
= president of Chad: td-government
= defence minister of Niger: ne-defence-ministry
= Ministry of Foreign Affairs of Peru: pe-foreign-ministry

a town that a brigade is called after @ 2016-11-12
A fisherman drowned in Azov, on the Sea of Azov, Russian police said.
= Azov: nobody

the brigade @ 2022-05-12
Fighters of Azov left the steel works in Mariupol, Ukrainian officials said.
= Azov: azov

a vaccine @ 2021-11-12
A ship with Sputnik V vaccine for Tehran was stopped; Iranian police said so.
= Sputnik: nobody

a river and a paper @ 2021-11-12
The ferry sank on the Irrawaddy river near Mandalay. Junta troops shelled it, The Irrawaddy said.
= Irrawaddy: nobody
= The Irrawaddy: irrawaddy
= Junta troops: mm-forces

two red crosses @ 2016-11-12
The Red Cross sent a team and the British Red Cross another.
= Red Cross: icrc

an alliance in capitals and its foe @ 2016-11-12
An anti-ISIL patrol passed. ISIL held Isilton, Iraqi officials said.
= ISIL: is
= Iraqi officials: iq-government
"""

CASES = list(expected(TRAPS))


@pytest.mark.parametrize(("day", "text", "told"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_a_text_made_to_mislead(read: Read, day: str, text: str, told: dict[str, str]) -> None:
    found = named(read, text, day)
    for said, actor in told.items():
        if actor == NOBODY:
            assert said not in found, found[said]
        else:
            assert said in found, sorted(found)
            assert (found[said].id or UNTOLD) == actor, found[said]


def test_there_are_traps_enough() -> None:
    assert len(CASES) >= 45


MIRRORED = [
    ("Russian", "Ukrainian", "ru", "ua"),
    ("Armenian", "Azerbaijani", "am", "az"),
    ("Israeli", "Lebanese", "il", "lb"),
    ("Indian", "Pakistani", "in", "pk"),
    ("Thai", "Cambodian", "th", "kh"),
    ("Rwandan", "Congolese", "rw", "cd"),
    ("Eritrean", "Ethiopian", "er", "et"),
    ("Kyrgyz", "Tajik", "kg", "tj"),
]


@pytest.mark.parametrize(("one", "other", "ours", "theirs"), MIRRORED)
def test_mirrored_texts_name_mirrored_actors(
    read: Read, one: str, other: str, ours: str, theirs: str
) -> None:
    def told(first: str, second: str) -> list[str | None]:
        text = (
            f"The {first} army shelled the {second} army, the {first} defence ministry said. "
            f"{second} officials blamed {first} police and the {first} president."
        )
        return [e.id for e in named(read, text, "2020-10-05").values()]

    swapped = {ours: theirs, theirs: ours}
    there, back = told(one, other), told(other, one)
    assert all(there)
    assert back == [f"{swapped[str(i)[:2]]}{str(i)[2:]}" for i in there]


def test_what_is_not_told_apart_keeps_its_candidates(read: Read) -> None:
    found = named(read, "The SDF denied the attack on the convoy.", "2018-11-12")["SDF"]
    assert (found.id, found.name) == (None, None)
    assert [(c.id, c.country) for c in found.candidates] == [
        ("jp-forces", "JP"),
        ("sdf-syria", "SY"),
    ]


def test_a_name_that_rivals_claim_stays_open_unless_one_is_named(read: Read) -> None:
    """The Houthis' own statements stood in the record of the government's army."""
    claimed = "The Yemeni Armed Forces attacked a ship off Hodeidah."
    found = named(read, claimed, "2024-03-06")["Yemeni Armed Forces"]
    assert {c.id for c in found.candidates} == {"ye-forces", "houthi-forces"}
    told = named(read, f"{claimed} The Yemeni army said so.", "2024-03-06")
    assert told["Yemeni Armed Forces"].id == "ye-forces"


def test_a_name_that_everybody_bears_has_no_candidates(read: Read) -> None:
    found = named(read, "The army denied the attack on the convoy.", "2018-11-12")["The army"]
    assert (found.id, found.candidates) == (None, ())


@pytest.mark.parametrize(
    ("before", "whose"),
    [
        ("Shells fell on Idlib.", ["sy-defence-ministry"]),
        ("Shells fell on Idlib, Moscow said.", ["ru-defence-ministry", "sy-defence-ministry"]),
        ("Turkey is to bomb Idlib.", ["sy-defence-ministry", "tr-defence-ministry"]),
        ("Families fled from Idlib to Turkey.", ["sy-defence-ministry"]),
        ("Turkish jets flew over Idlib.", ["sy-defence-ministry", "tr-defence-ministry"]),
        ("The Russian defence ministry spoke of shells on Idlib.", ["ru-defence-ministry"]),
        ("Jets from the Kuznetsov hit Idlib.", ["ru-defence-ministry", "sy-defence-ministry"]),
    ],
)  # fmt: skip
def test_a_bare_ministry_is_nobodys_where_the_text_speaks_from_elsewhere(
    read: Read, before: str, whose: list[str]
) -> None:
    found = named(read, f"{before} Later the defence ministry gave no details.", "2016-11-08")
    ministry = found["the defence ministry"]
    assert [ministry.id, *(c.id for c in ministry.candidates)] == (
        whose if len(whose) == 1 else [None, *whose]
    )


@pytest.mark.parametrize(
    ("said", "name", "whose"),
    [
        ("Moscow's defence minister ordered the army to leave.", "the army", "ru-forces"),
        ("Russia's president has told people that he sent the army in.", "the army", "ru-forces"),
        ("The armed forces were instructed by the Kremlin to leave.", "armed forces", "ru-forces"),
        ("Russia, which sent its army to the border, denied it.", "army", "ru-forces"),
        ("The government in Moscow rejected the talks.", "The government", "ru-government"),
        ("Russia ordered its army out. The army left on Monday.", "The army", "ru-forces"),
        ("Russian shells hit the army near the river.", "the army", "ua-forces"),
        ("Russia sent the army a warning.", "the army", "ua-forces"),
        ("Russia said that the army had left.", "the army", "ua-forces"),
        ("Ukraine's president ordered the army to leave.", "the army", "ua-forces"),
        ("Russia urged the government to leave the town.", "the government", "ua-government"),
        ("The government in Kharkiv stayed.", "The government", "ua-government"),
    ],
)  # fmt: skip
def test_a_bare_army_is_that_of_who_orders_it(read: Read, said: str, name: str, whose: str) -> None:
    text = f"Fighting went on near Kherson in Ukraine. {said}"
    found = [e for e in read(text).document.entities if name in e.text]
    assert found[-1].id == whose


def test_whose_the_army_is_ends_where_the_country_s_own_is_named(read: Read) -> None:
    text = "The Ukrainian army left Kherson. Russia sent its army there. Later the army shelled it."
    assert [e.id for e in read(text).document.entities if "army" in e.text] == [
        "ua-forces", "ru-forces", "ua-forces",
    ]  # fmt: skip
