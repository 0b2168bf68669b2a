"""Who is named with a deed and has not done it, or has: each kind with its mirror."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document, texts

Told = tuple[str, str, list[str], list[str]]


def is_told(reader: Reader, told: Told) -> None:
    """Hold who acts and who is acted on against what a sentence tells."""
    text, trigger, actors, recipients = told
    found = at(reader.read(document(text)).claims, trigger)
    assert (texts(found.actors), texts(found.recipients)) == (actors, recipients)


@pytest.mark.parametrize(
    "told",
    [
        ("It was the navy, not the militia, that shelled the harbour.", "shelled", ["navy"],
         ["harbour"]),
        ("The harbour was shelled not by the navy but by the militia.", "shelled", ["militia"],
         ["harbour"]),
        ("The mill was burned by rebels and not by the army.", "burned", ["rebels"], ["mill"]),
        ("The militia, rather than the army, torched the mill near Bor.", "torched", ["militia"],
         ["mill"]),
        ("The army shelled the depot, not the school.", "shelled", ["army"], ["depot"]),
        ("The raid was carried out by Chad, not Niger.", "raid", ["Chad"], []),
        ("It was not the army that shelled the harbour.", "shelled", [], ["harbour"]),
        # both do it, or one is only told besides
        ("The harbour was shelled by the army and not only by the militia.", "shelled",
         ["army", "militia"], ["harbour"]),
        ("The army and the militia shelled the harbour.", "shelled", ["army", "militia"],
         ["harbour"]),
    ],
)  # fmt: skip
def test_who_is_ruled_out(whole: Reader, told: Told) -> None:
    is_told(whole, told)


@pytest.mark.parametrize(
    "told",
    [
        ("The junta lost 30 men to the rebels near Bor.", "lost", ["rebels"], ["30 men"]),
        ("The militia lost four fighters in Bor on Friday.", "lost", [], ["four fighters"]),
        ("The family lost three sons to shelling in Nyala.", "shelling", [],
         ["three sons"]),
        ("The army killed four fighters in Bor on Friday.", "killed", ["army"],
         ["four fighters"]),
        ("The army lost the town of Bor to the rebels.", "lost", ["army"], ["rebels"]),
        ("The rebels got anti-tank missiles from the Egyptians.", "got", ["Egyptians"], ["rebels"]),
        ("Mali received two helicopters from Russia on Monday.", "received", ["Russia"],
         ["Mali"]),
        ("Armenia got back nine captives from Azerbaijan.", "got", ["Azerbaijan"],
         ["nine captives from Azerbaijan"]),
        ("The army gave the herders drones.", "gave", ["army"], ["herders"]),
        ("The army armed herders against the militia in Bor.", "armed", ["army"], ["herders"]),
        ("The drone that struck Nyala was supplied to the militia by Chad.", "struck", [], []),
    ],
)  # fmt: skip
def test_whose_loss_or_gain_it_is(whole: Reader, told: Told) -> None:
    is_told(whole, told)


@pytest.mark.parametrize(
    "told",
    [
        ("The militia disowned the raid on the clinic.", "raid", [], ["clinic"]),
        ("The rebels sought to distance themselves from the raid on the clinic.", "raid", [],
         ["clinic"]),
        ("The militia has no connection with the raid on the clinic.", "raid", [], ["clinic"]),
        ("The militia has nothing to do with the raid on the clinic.", "raid", [], ["clinic"]),
        ("Iran said it had no link to the strike on the tanker.", "strike", [], ["tanker"]),
        ("The junta washed its hands of the killings in Bor.", "killings", [], []),
        ("The militia had a hand in the raid on the clinic.", "raid", ["militia"], ["clinic"]),
        ("The militia carried out the raid on the clinic.", "raid", ["militia"], ["clinic"]),
        # who is cleared of it, and who is not
        ("The court acquitted the militia leader of the massacre.", "massacre", [], []),
        ("The court acquitted two men of shelling the port.", "shelling", ["two men"], ["port"]),
        ("The court accused the general of the massacre.", "massacre", ["general"], []),
    ],
)  # fmt: skip
def test_who_disowns_a_deed_or_is_cleared_of_it(whole: Reader, told: Told) -> None:
    is_told(whole, told)


@pytest.mark.parametrize(
    "told",
    [
        ("The governor thanked Chad for its help in Bor.", "help", ["Chad"], []),
        ("Chad was thanked by France for its support.", "support", ["Chad"], []),
        ("The envoy criticised the junta for its shelling of the market.", "shelling", ["junta"],
         ["market"]),
        ("The army apologised to the farmers for its shelling of the market.", "shelling",
         ["army"], ["market"]),
        ("Oman mediated an exchange of prisoners between Chad and Niger.", "exchange",
         ["Chad", "Niger"], ["prisoners"]),
        ("Oman brokered a truce between the army and the rebels.", "truce",
         ["army", "rebels"], []),
        ("The rebels spurned the junta's offer of talks.", "talks", ["junta"], []),
        ("The army accepted the envoy's proposal for a truce in Bor.", "proposal",
         ["envoy"], []),
        ("The junta made an offer of talks to the rebels.", "offer", ["junta"], ["rebels"]),
        ("The enemy fled when we entered Bor.", "entered", [], []),
    ],
)  # fmt: skip
def test_who_gives_brokers_or_offers(whole: Reader, told: Told) -> None:
    assert_sides(whole, told)


def assert_sides(reader: Reader, told: Told) -> None:
    """Hold the same, where two sides may come in either order."""
    text, trigger, actors, recipients = told
    found = at(reader.read(document(text)).claims, trigger)
    assert (sorted(texts(found.actors)), texts(found.recipients)) == (actors, recipients)


@pytest.mark.parametrize(
    "told",
    [
        ("The envoy was denied entry to Bor by the militia.", "denied", ["militia"], ["envoy"]),
        ("The convoy was blocked from entering Bor by the militia.", "blocked", ["militia"],
         ["convoy"]),
        ("The herders were given two days to leave Bor by the army.", "given", ["army"],
         ["herders"]),
        ("The militia was blamed for the killings in Bor by the UN.", "blamed", ["UN"],
         ["militia"]),
        ("The militia was blamed for the killings in Bor by the UN.", "killings", ["militia"],
         []),
        ("The army was blamed for an attack by gunmen on a mill.", "attack", ["gunmen"], ["mill"]),
        ("The army was blamed for the raid by the UN.", "blamed", ["UN"], ["army"]),
        ("The men were jailed for the raid by a judge.", "jailed", ["judge"], ["men"]),
        ("The army was condemned for the raid by rebels on the camp.", "raid", ["rebels"],
         ["camp"]),
        ("Troops were sent to stop an attack by rebels.", "sent", [], ["Troops"]),
        ("The governor was killed while leading a charge by the army.", "killed", [],
         ["governor"]),
        ("The patrol was prevented from entering the village by heavy rain.", "prevented", [],
         ["patrol"]),
        ("The rebels were ordered to leave the town by Monday.", "ordered", [], ["rebels"]),
        ("The capture of Bor by stealth surprised the rebels.", "capture", [], []),
    ],
)  # fmt: skip
def test_by_whom_it_was_done_behind_another_phrase(whole: Reader, told: Told) -> None:
    is_told(whole, told)


@pytest.mark.parametrize(
    ("text", "trigger", "event", "polarity"),
    [
        ("Our units stopped three assaults near Bor.", "stopped", "CONTROL", "positive"),
        ("Our units stopped three assaults near Bor.", "assaults", "ASSAULT", "positive"),
        ("The army halted its assault on Bor.", "halted", "RETREAT", "positive"),
        ("The army halted its assault on Bor.", "assault", "ASSAULT", "negative"),
        ("The tribunal cleared the general of ordering the raid.", "cleared", "SANCTION",
         "negative"),
        ("The court acquitted the general of the massacre.", "acquitted", "SANCTION", "negative"),
        ("The court convicted the general of the massacre.", "convicted", "SANCTION", "positive"),
        ("The army cleared the town of rebels.", "cleared", "CONTROL", "positive"),
    ],
)  # fmt: skip
def test_how_what_is_stopped_or_cleared_stands(
    whole: Reader, text: str, trigger: str, event: str, polarity: str
) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert (found.event, found.polarity) == (event, polarity)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The rebels spurned the junta's offer of talks.", "hypothetical"),
        ("The junta made an offer of talks to the rebels.", "forecast"),
        ("The junta held talks with the rebels.", "occurred"),
    ],
)
def test_what_is_offered_has_not_been(whole: Reader, text: str, status: str) -> None:
    assert at(whole.read(document(text)).claims, "talks").status == status


@pytest.mark.parametrize(
    ("said", "actors", "places"),
    [
        ("The Syrian army said that Palmyra remained under its full control.",
         ["Syrian army"], ["Palmyra"]),
        ("Palmyra remains under its full control, the Syrian army said.",
         ["Syrian army"], ["Palmyra"]),
        ("Palmyra was under army control.", ["army"], ["Palmyra"]),
    ],
)  # fmt: skip
def test_a_place_does_not_hold_itself(
    reader: Reader, said: str, actors: list[str], places: list[str]
) -> None:
    """ "Its control" was the town's own, where the town stood before it."""
    found = at(reader.read(document(said)).claims, "control")
    assert (texts(found.actors), texts(found.places)) == (actors, places)
