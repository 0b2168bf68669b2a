"""Who acts where a clause names several: not whoever does something else beside it."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import One, Read, at, chain, document, texts


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        # Whoever took a town after clashes with another was their other side.
        ("The army took the bridge after clashes with rebels.", "clashes", ["army", "rebels"], []),
        (
            "Rebels took the bridge after weeks of clashes with the army.",
            "clashes",
            ["Rebels", "army"],
            [],
        ),
        ("The mayor fled the town after clashes with rebels.", "clashes", ["rebels"], []),
        # What is told with "with" has a subject of its own.
        (
            "The army advanced on the port, with jets bombing the harbour.",
            "bombing",
            ["jets"],
            ["harbour"],
        ),
        ("Rebels attacked guards with rockets, bombing a mill.", "bombing", ["Rebels"], ["mill"]),
        # A word before the next of several nouns says nothing of those before.
        ("Shelling and Russian air raids hit the mill.", "Shelling", [], ["mill"]),
        ("Shelling and Russian air raids hit the mill.", "raids", ["Russian"], ["mill"]),
    ],
)
def test_who_does_what_beside_another(
    read: Read, text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    found = at(read(text).claims, trigger)
    assert texts(found.actors) == actors
    assert texts(found.recipients) in (recipients, [])


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        # The heads took whoever did something else beside a passive for its doer.
        (
            "Jets are pounding areas held by rebels close to a town liberated from ISIS this week.",
            "liberated",
            [],
        ),
        (
            "The ministry demands that the militia release the 14 soldiers taken captive in May.",
            "captive",
            [],
        ),
        ("At least 50 people died in clashes, suicide bombings and US-led raids.", "suicide", []),
        ("The soldiers were captured by the militia on Monday.", "captured", ["militia"]),
        # Who holds or brokers stands before the participle.
        ("A US-Russia brokered ceasefire took effect at dawn.", "brokered", ["US", "Russia"]),
    ],
)
def test_a_passive_without_a_doer_has_none(
    whole: Reader, text: str, trigger: str, actors: list[str]
) -> None:
    assert texts(at(whole.read(document(text)).claims, trigger).actors) == actors


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Rebels captured the town with support from the army.", ["army"], ["Rebels"]),
        ("The army captured the town with support from rebels.", ["rebels"], ["army"]),
        ("With Russian air support, Syrian forces captured it.", ["Russian"], ["Syrian forces"]),
    ],
)
def test_with_whose_support_something_was_done(
    whole: Reader, text: str, actors: list[str], recipients: list[str]
) -> None:
    found = at(whole.read(document(text)).claims, "support")
    assert (texts(found.actors), texts(found.recipients)) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "sources"),
    [
        # The army was said to urge, to demand and to call what its accuser or its spokesman did.
        (
            "Ostravia accused Meria of having mined the dam, and called for an inquiry.",
            "called for",
            ["Ostravia"],
            [],
        ),
        (
            "The governor said that rebels had shelled the port and urged residents to leave.",
            "urged",
            ["governor"],
            [],
        ),
        (
            "The movement said that a panel would look into the raid, and promised to help.",
            "promised",
            ["movement"],
            [],
        ),
        (
            "Rebels had shelled the port, the governor said, and urged residents to leave.",
            "urged",
            ["governor"],
            None,
        ),
        ("Ministry says rebels shelled the port, calls for help.", "calls", ["Ministry"], None),
        # Those of whom they speak do it where nothing tells otherwise.
        (
            "The army said that rebels had left the talks and rejected the offer.",
            "rejected",
            ["rebels"],
            ["army"],
        ),
        (
            "A baker said that soldiers had come to the mill, demanded money and shot a guard.",
            "shot",
            ["soldiers"],
            ["baker"],
        ),
        (
            "The ministry said that rebels shelled the port and killed two guards.",
            "shelled",
            ["rebels"],
            ["ministry"],
        ),
    ],
)
def test_who_spoke_goes_on(
    read: Read, text: str, trigger: str, actors: list[str], sources: list[str] | None
) -> None:
    found = at(read(text).claims, trigger)
    assert texts(found.actors) == actors
    assert sources is None or chain(found) == sources


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        # With whose help an attack was met was taken for who made it.
        (
            "The army said it had repelled the assault with the help of Kenyan troops.",
            "assault",
            [],
            [],
        ),
        (
            "The army launched an assault with the help of Kenyan troops.",
            "assault",
            ["army"],
            [],
        ),
        # Who denies that a place was taken has not taken it; who denies a raid is said to raid.
        ("The ministry denies the capture of Goma.", "capture", [], []),
        ("The army denied the bombing of the market.", "bombing", ["army"], ["market"]),
        # Who would break a siege does not besiege.
        ("The attempt by insurgents to break the siege failed.", "siege", [], []),
        ("Rebels tried to break the siege of the base.", "siege", [], []),
        ("The army agreed to end the siege of the town.", "siege", ["army"], []),
        # Both of two attacks come to those who are under them.
        (
            "The fighters withdrew under heavy air strikes and artillery fire.",
            "artillery fire",
            [],
            ["fighters"],
        ),
        # Whoever took a place after days of fighting fought.
        (
            "The army took the port after days of fighting with rebels.",
            "fighting",
            ["army", "rebels"],
            [],
        ),
        ("More than 50 rebels were killed in fighting in Sarmin.", "fighting", [], ["50 rebels"]),
        # A means of transport evacuates nobody; whoever sends it does.
        ("The wounded were evacuated by boat.", "evacuated", [], ["wounded"]),
        ("The wounded were evacuated by the army.", "evacuated", ["army"], ["wounded"]),
        # Who flees displaces nobody.
        ("A doctor who escaped to Tawila spoke of gunfire.", "escaped", [], ["doctor"]),
        ("Militiamen drove 300 families from the camp.", "drove", ["Militiamen"], ["300 families"]),
        # What opens a line behind a stamp names nobody by its capital.
        ("17:30 Heavy shelling on Port Amal.", "shelling", [], ["Port Amal"]),
        ("17:30 Russian shelling on Port Amal.", "shelling", ["Russian"], ["Port Amal"]),
    ],
)
def test_who_has_no_hand_in_it(
    whole: Reader, text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert (texts(found.actors), texts(found.recipients)) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("The guards arrested two men for firing at the convoy.", "firing", ["two men"]),
        ("The commander thanked the brigade for retaking the hill.", "retaking", ["brigade"]),
        ("Two men were jailed for shelling the clinic.", "shelling", ["Two men"]),
        ("The court convicted the officer of killing two nurses.", "killing", ["officer"]),
        ("The army used tanks for shelling the town.", "shelling", ["army"]),
    ],
)
def test_who_is_dealt_with_for_a_deed_did_it(
    whole: Reader, text: str, trigger: str, actors: list[str]
) -> None:
    """The guards had fired at the convoy, by the old reading."""
    found = at(whole.read(document(text)).claims, trigger)
    assert texts(found.actors) == actors


def test_casualties_are_suffered(whole: Reader) -> None:
    text = "The coalition said it was not aware of any civilian casualties."
    found = at(whole.read(document(text)).claims, "casualties")
    assert found.actors == ()


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("The two sides swapped captives under a deal brokered by Qatar.", "deal", []),
        ("A ceasefire brokered by the UN held on Friday.", "ceasefire", []),
        ("A ceasefire brokered by the UN held on Friday.", "brokered", ["UN"]),
        ("The police foiled a plot to attack the port.", "attack", []),
    ],
)
def test_who_brings_about_or_averts_what_others_do_does_not_do_it(
    whole: Reader, text: str, trigger: str, actors: list[str]
) -> None:
    assert texts(at(whole.read(document(text)).claims, trigger).actors) == actors


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("The conflict has killed 4000 people.", "killed", []),
        ("The uprising displaced 20,000 people.", "displaced", []),
        ("The force of the explosion killed six people.", "explosion", []),
        ("A special force of the army killed six people.", "killed", ["special force of the army"]),
        ("The government of Sudan and its allies have bombed Darfur.", "bombed",
         ["government of Sudan", "allies"]),
        ("A Saudi-brokered truce in Sudan collapsed on Monday.", "truce", []),
        ("The army's truce with the rebels held on Monday.", "truce", ["army", "rebels"]),
        ("A Saudi brokered truce in Sudan took effect on Monday.", "truce", []),
        ("Air and artillery bombardment reduced two cities to rubble.", "bombardment", []),
        ("At least 50 fighters were killed in clashes between rival militias in Goma.", "clashes",
         ["rival militias"]),
        ("Suicide bombers detonated explosives near a school.", "detonated", ["Suicide bombers"]),
        ("A military vehicle detonated a mine near Kano.", "detonated", []),
        ("The raids were carried out by the army along with allied militias.", "raids",
         ["army", "allied militias"]),
        ("The brigade had taken the mill and pushed into the village.", "pushed into", ["brigade"]),
        ("The rebels have left the town and moved to Idlib.", "moved", ["rebels"]),
        ("The militia has been driven from the town and pushed into the hills.", "pushed into", []),
        ("The army clashed with the rebels holding the town.", "holding", ["rebels"]),
        ("Clashes between the army and the rebels holding the town went on.", "holding",
         ["rebels"]),
    ],
)  # fmt: skip
def test_who_only_stands_beside_what_is_held_or_done_does_nothing(
    claim: One, text: str, trigger: str, actors: list[str]
) -> None:
    assert texts(claim(text, trigger).actors) == actors


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Bombers struck a stronghold of the rebels near Taiz.", "stronghold", {"rebels"}),
        ("Jets bombed a stronghold of the army near Taiz.", "stronghold", {"army"}),
        ("The army attacked the last bastion of the insurgents.", "bastion", {"insurgents"}),
        ("The rebels still have a stronghold in the hills near Taiz.", "stronghold", {"rebels"}),
        ("The army and the rebels holding the town agreed a truce.", "holding", {"rebels"}),
        ("The army and other armed groups fighting the junta took Myawaddy.", "fighting",
         {"army", "armed groups"}),
    ],
)  # fmt: skip
def test_who_attacks_or_stands_beside_a_holder_holds_nothing(
    whole: Reader, text: str, trigger: str, actors: set[str]
) -> None:
    assert set(texts(at(whole.read(document(text)).claims, trigger).actors)) == actors


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Villagers attacked Goma on Monday.", "attacked"),
        ("Residents of Bukavu raided Goma.", "raided"),
        ("Settlers fired on Goma.", "fired"),
        ("A warlord emptied Goma.", "emptied"),
        ("Nine drivers said that a warlord had boasted of emptying Goma.", "emptying"),
    ],
)
def test_who_attacks_a_town_is_not_its_victim(claim: One, text: str, trigger: str) -> None:
    """People without arms who attacked or emptied a town were read as those who suffered it."""
    found = claim(text, trigger)
    assert len(found.actors) == 1
    assert found.recipients == ()


@pytest.mark.parametrize("text", ["Two women wounded in Goma.", "Nine farmers killed in Goma."])
def test_people_beside_a_bare_participle_suffer(claim: One, text: str) -> None:
    found = claim(text, "wounded" if "wounded" in text else "killed")
    assert found.actors == ()
    assert len(found.recipients) == 1


def test_who_meets_a_mine_suffers_it(claim: One) -> None:
    assert texts(claim("A family from Goma hit one this morning.", "hit").actors) == []
