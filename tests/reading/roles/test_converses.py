"""Who suffers, answers or is warned of a deed: grammar decides, whatever the heads say."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document, texts

Told = tuple[str, str, list[str], list[str]]


def is_told(reader: Reader, told: Told, role: str = "body") -> None:
    """Hold who acts and who is acted on against what a sentence tells."""
    text, trigger, actors, recipients = told
    found = at(reader.read(document(text, role=role)).claims, trigger)
    assert (texts(found.actors), texts(found.recipients)) == (actors, recipients)


@pytest.mark.parametrize(
    "told",
    [
        # a headline's participle, taken for a past tense beside a name
        ("Hamas leader Haniyeh assassinated in Tehran", "assassinated", [], ["Haniyeh"]),
        ("Colonel Sayyad Khodaei assassinated in Tehran", "assassinated", [], ["Sayyad Khodaei"]),
        ("Rebel commander Osman killed in Nyala", "killed", [], ["Osman"]),
        ("Militia leader Dube shot dead in Goma", "shot", [], ["Dube"]),
        # with an object, also one that the next verb has, or with a count, it is the doer
        ("Army kills rebel commander in Nyala", "kills", ["Army"], ["rebel commander"]),
        ("Gunmen shot and killed a judge in Herat", "shot", ["Gunmen"], ["judge"]),
        ("Militants killed 12 in Mopti", "killed", ["Militants"], []),
    ],
)
def test_who_is_slain_without_an_object(whole: Reader, told: Told) -> None:
    is_told(whole, told, "headline")


def test_a_named_person_slain_is_counted(whole: Reader) -> None:
    text = "Rebel commander Osman killed in Nyala"
    (found,) = whole.read(document(text, role="headline")).claims
    assert found.casualties.killed is not None
    assert found.casualties.killed.max == 1


@pytest.mark.parametrize(
    "told",
    [
        # who answers a deed, or vows to, has not done it
        ("The militia vowed revenge for the raid on its office.", "raid", [], ["office"]),
        ("Hezbollah vowed retaliation for the strikes on the depot.", "strikes", [], ["depot"]),
        ("Iran promised retaliation for the killing of a judge.", "killing", [], ["judge"]),
        ("Lukashenko said Belarus would respond with force to any attack.", "attack", [], []),
        ("The rebels took revenge on villagers for the killing of a leader.", "killing", [],
         ["leader"]),
        ("The army shelled the camp in retaliation for an ambush by rebels.", "ambush", ["rebels"],
         []),
        ("The rebels vowed revenge for a series of army strikes on the camp.", "strikes", ["army"],
         ["camp"]),
        # the answer is theirs, and harms none of those whom it answers for
        ("The army shelled the camp in retaliation for an ambush by rebels.", "shelled", ["army"],
         ["camp"]),
        ("Turkey said it will retaliate for the killing of two soldiers by rebels.", "retaliate",
         ["Turkey"], []),
        ("The army responded with raids on the depot.", "raids", ["army"], ["depot"]),
        # who is warned against a deed would do it
        ("The envoy warned the army against bombing the camp.", "bombing", ["army"], ["camp"]),
        ("The US warned Turkey against attacking Kurdish forces.", "attacking", ["Turkey"],
         ["Kurdish forces"]),
        ("Turkey was warned against attacking Kurdish forces.", "attacking", ["Turkey"],
         ["Kurdish forces"]),
        ("The envoy warned against bombing the camp.", "bombing", [], ["camp"]),
        ("The army warned the rebels after shelling the camp.", "shelling", ["army"], ["camp"]),
    ],
)  # fmt: skip
def test_whose_deed_is_answered_or_warned_of(whole: Reader, told: Told) -> None:
    is_told(whole, told)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Turkey said it will retaliate for the killing of two soldiers.", "killing", "occurred"),
        ("Lukashenko said Belarus would respond with force to any attack.", "attack",
         "hypothetical"),
        ("The envoy warned the army against bombing the camp.", "bombing", "hypothetical"),
        ("The envoy warned Israel against an attack on the camp.", "attack", "hypothetical"),
        ("The army warned the rebels after shelling the camp.", "shelling", "occurred"),
    ],
)  # fmt: skip
def test_how_what_is_answered_or_warned_of_stands(
    whole: Reader, text: str, trigger: str, status: str
) -> None:
    assert at(whole.read(document(text)).claims, trigger).status == status


def test_revenge_that_is_vowed_is_a_threat(whole: Reader) -> None:
    (found,) = whole.read(document("Iran vowed revenge.")).claims
    assert (found.event, found.mode, found.status) == ("THREATEN", "violence", "occurred")
    assert texts(found.actors) == ["Iran"]


@pytest.mark.parametrize(
    "told",
    [
        # who meets a mine is hit by it
        ("An army vehicle struck an explosive device, killing six soldiers.", "struck", [],
         ["army vehicle", "six soldiers"]),
        ("A truck of the UN hit a mine near Kidal.", "hit", [], ["truck of the UN"]),
        ("A herder stepped on a landmine near Jijiga.", "landmine", [], ["herder"]),
        ("A farmer stepped on a mine near Izium.", "stepped on", [], ["farmer"]),
        ("A military truck drove over a mine near Mopti.", "drove over", [], ["military truck"]),
        ("A patrol triggered an explosive device near Djibo.", "triggered", [], ["patrol"]),
        ("A child was injured after stepping on a mine near Izium.", "stepping on", [],
         ["child"]),
        ("A cargo ship hit a sea mine off Odesa.", "hit", [], ["cargo ship"]),
        ("An army vehicle detonated a mine near Kidal.", "detonated", [], ["army vehicle"]),
        # who sets one off does it; a coal mine is hit itself
        ("Militants detonated a roadside bomb near Herat, killing two officers.", "detonated",
         ["Militants"], ["two officers"]),
        ("Missiles struck a coal mine near Pokrovsk.", "struck", [], ["coal mine"]),
        ("The army struck a rebel base near Nyala.", "struck", ["army"], ["rebel base"]),
    ],
)  # fmt: skip
def test_who_meets_a_mine(whole: Reader, told: Told) -> None:
    is_told(whole, told)


def test_whose_mine_it_was_is_told(whole: Reader) -> None:
    text = "Three soldiers were killed when their vehicle ran over a landmine planted by rebels."
    found = at(whole.read(document(text)).claims, "landmine")
    assert (texts(found.actors), texts(found.recipients)) == (["rebels"], ["Three soldiers"])


@pytest.mark.parametrize(
    "text",
    [
        "The UN warned that Gaza was on the brink of famine.",
        "The Red Cross warned that hospitals were collapsing.",
        "NATO warned that Russia could attack Moldova.",
        "The militia warned that the army was planning to storm Goma.",
        "The agency warned of famine in Gaza.",
        '"The truce is collapsing," the general warned.',
    ],
)
def test_a_warning_of_what_others_do_is_no_threat(whole: Reader, text: str) -> None:
    found = whole.read(document(text)).claims
    assert "THREATEN" not in {c.event for c in found}
    assert all(c.attribution[-1].kind != "author" for c in found)


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("The army warned that it would shell the town.", []),
        ("Iran warned that any attack would be met with force.", []),
        ("Iran warned Israel of consequences.", ["Israel"]),
        ("The general warned the rebels that they would be crushed.", ["rebels"]),
        ("The army warned residents that the camp would be bombed.", ["residents"]),
        ("The army warned residents to leave.", ["residents"]),
        ("The rebels warned the army against storming the camp.", ["army"]),
        ('"We will shell the town," the commander warned.', []),
    ],
)
def test_a_warning_of_what_one_will_do_is_a_threat(
    whole: Reader, text: str, recipients: list[str]
) -> None:
    found = at(whole.read(document(text)).claims, "warned")
    assert found.event == "THREATEN"
    assert texts(found.recipients) == recipients


@pytest.mark.parametrize(
    "told",
    [
        # what is threatened, fired or sent receives nothing; whom it is meant for does
        ("The president threatened force against the strikers.", "threatened", ["president"],
         ["strikers"]),
        ("The junta threatened military tribunals.", "threatened", ["junta"], []),
        ("The militia threatened residents in Goma.", "threatened", ["militia"], ["residents"]),
        ("Russia launched 24 Shahed drones at Odesa.", "launched", ["Russia"], []),
        ("The Houthis fired two missiles at a tanker.", "fired", ["Houthis"], ["tanker"]),
        ("North Korea shipped a million shells to Russia.", "shipped", ["North Korea"],
         ["Russia"]),
    ],
)  # fmt: skip
def test_what_is_sent_receives_nothing(whole: Reader, told: Told) -> None:
    is_told(whole, told)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("France evacuated its citizens from Niamey.", "AID"),
        ("Germany flew its citizens out of Khartoum.", "AID"),
        ("France evacuated French nationals from Niamey.", "AID"),
        ("The army evacuated citizens from Pokrovsk.", "COERCE"),
        ("The army evacuated residents from the town.", "COERCE"),
    ],
)
def test_to_fetch_ones_own_people_is_aid(whole: Reader, text: str, event: str) -> None:
    (found,) = whole.read(document(text)).claims
    assert found.event == event
    assert found.recipients


@pytest.mark.parametrize(
    ("text", "trigger", "recipients", "places"),
    [
        # somebody by whom they are known to be, or by what is done to them
        ("Police came to arrest Machar.", "arrest", ["Machar"], []),
        ("The army freed Bazoum.", "freed", ["Bazoum"], []),
        ("Rebels released Bazoum on Monday.", "released", ["Bazoum"], []),
        ("The raid was meant to capture Sinwar.", "raid", ["Sinwar"], []),
        ("Air strikes failed to stop Boko Haram.", "strikes", [], []),
        ("Troops protected Machar.", "protected", ["Machar"], []),
        ("Fighters killed Deby near Mao.", "killed", ["Deby"], ["Mao"]),
        # a town, known or not
        ("The army freed Palmyra.", "freed", [], ["Palmyra"]),
        ("Kurdish forces freed Manbij from Islamic State.", "freed", ["Islamic State"],
         ["Manbij"]),
        ("Rebels captured Ansongo.", "captured", [], ["Ansongo"]),
        ("Rebels captured Tabankort.", "captured", [], ["Tabankort"]),
        ("A leader was shot near the Kremlin.", "shot", ["leader"], ["Kremlin"]),
    ],
)  # fmt: skip
def test_a_name_is_somebody_or_a_place(
    whole: Reader, text: str, trigger: str, recipients: list[str], places: list[str]
) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert (texts(found.recipients), texts(found.places)) == (recipients, places)


@pytest.mark.parametrize(
    ("text", "event"),
    [("The army freed Bazoum.", "RETREAT"), ("The army freed Palmyra.", "CONTROL")],
)
def test_who_is_freed_is_released_and_a_town_is_taken(whole: Reader, text: str, event: str) -> None:
    (found,) = whole.read(document(text)).claims
    assert found.event == event
