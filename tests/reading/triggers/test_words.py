"""Words of ordinary reports that tell of warnings, ways kept open, supplies, deals and arrivals."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document


@pytest.mark.parametrize(
    ("text", "trigger", "event", "mode"),
    [
        ("The army transported 300 soldiers to the front.", "transported", "MOBILIZE", "troops"),
        ("The group received missiles from Turkey.", "received", "AID", None),
        ("The council targeted two companies with sanctions.", "targeted", "SANCTION", None),
        ("The army targeted two villages with rockets.", "targeted", "ASSAULT", "heavy-weapons"),
        ("The regime bought oil from the militants.", "bought", "COOPERATE", None),
        ("The kingdom denied hosting foreign troops.", "hosting", "COOPERATE", None),
        ("A resolution ordered all sides to stop the attacks.", "ordered", "REQUEST", "yield"),
        ("The general ordered his troops to stop.", "ordered", "CONCEDE", None),
        ("No aid trucks have left the port for days.", "left", "CONDITION", "supply"),
        ("The jets flew strike missions against rebels.", "strike missions", "ASSAULT", "aerial"),
        ("The militants sold women as slaves.", "sold", "ASSAULT", "abduct"),
        ("An influx of fighters reached the town.", "influx", "MOBILIZE", "militia"),
        ("The video is a warning to the rebels.", "warning", "THREATEN", "violence"),
        ("This is our last warning.", "warning", "THREATEN", "violence"),
        ("No threat was made against the army.", "threat", "THREATEN", "violence"),
        ("The town is unlikely to hold into March.", "hold", "CONTROL", "hold"),
        ("The airport in the rebel town will reopen.", "reopen", "RETREAT", "access"),
        pytest.param(
            "The army agreed to keep the road open.",
            "keep the road open",
            "RETREAT",
            "access",
            marks=pytest.mark.xfail(reason="the heads take what is agreed on for no claim"),
        ),
        ("The army granted clearance to the convoy.", "clearance", "RETREAT", "access"),
        ("The first contingent is expected next week.", "expected", "MOBILIZE", "troops"),
        ("The colonel swore that his men would stay in the town.", "swore", "AGREE", None),
        ("The militia swore to avenge its dead.", "swore", "THREATEN", "violence"),
        ("The army's office denied any such delivery.", "denied", "REJECT", "deny"),
        ("The army denied the convoy access to the camp.", "denied", "COERCE", "restrict"),
        ("Frigates chased off a gunboat near the port.", "chased off", "CONTROL", "hold"),
        ("The allies will keep up pressure on the regime.", "keep up pressure", "COERCE", None),
    ],
)
def test_words_of_ordinary_reports_are_read_in_their_sense(
    whole: Reader, text: str, trigger: str, event: str, mode: str | None
) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert (found.event, found.mode) == (event, mode)


@pytest.mark.parametrize(
    "text",
    [
        "Hopes of peace between rebels and the army died on Tuesday.",
        "The truce was no warning, and soldiers felt no threat.",
        "The first contingent of soldiers is expected to be hungry.",
        "The rebels received news from Turkey.",
    ],
)
def test_words_of_ordinary_reports_tell_of_nothing_else(whole: Reader, text: str) -> None:
    wrong = {"ASSAULT", "THREATEN", "AID", "MOBILIZE"}
    assert wrong.isdisjoint(c.event for c in whole.read(document(text)).claims)


@pytest.mark.parametrize(
    ("text", "trigger", "event", "mode"),
    [
        ("The carrier group left the gulf on Monday.", "left", "MOBILIZE", "weapons"),
        pytest.param(
            "Two Su-33s took off from the carrier.",
            "took off",
            "MOBILIZE",
            "weapons",
            marks=pytest.mark.xfail(reason="the parse takes the make of aircraft for a name"),
        ),
        ("MiG-29s flew over the border province.", "flew", "MOBILIZE", "weapons"),
        ("Russian ships entered the strait.", "entered", "MOBILIZE", "weapons"),
        ("The Sparrowhawk has left the Black Sea.", "left", "MOBILIZE", "weapons"),
        ("The soldiers left the sea port.", "left", "RETREAT", "withdraw"),
        ("The army entered the port.", "entered", "CONTROL", "gain"),
        ("The soldiers left the port.", "left", "RETREAT", "withdraw"),
        ("F-16s hit a depot near the town.", "hit", "ASSAULT", "aerial"),
        ("T-72s hit a depot near the town.", "hit", "ASSAULT", "heavy-weapons"),
        ("The carrier and its escorts opened fire.", "opened fire", "ASSAULT", "heavy-weapons"),
        ("Rebels opened fire on the patrol.", "opened fire", "ASSAULT", "firearms"),
        ("The navy expelled a submarine from the bay.", "expelled", "COERCE", "displace"),
        ("The army expelled the militants.", "expelled", "CONTROL", "gain"),
        ("A frigate shadowed the submarine.", "shadowed", "CONDITION", "presence"),
        ("Bombers are expected over the town tonight.", "expected", "MOBILIZE", "weapons"),
        ("Aircraft will finish off the rebel enclave.", "finish off", "ASSAULT", "aerial"),
        ("The rebels threw their reserves into the line.", "threw", "MOBILIZE", "militia"),
        ("The army stopped the rebel tanks at the river.", "stopped", "CONTROL", "hold"),
        ("Soldiers stopped a lorry at the checkpoint.", "stopped", "COERCE", "restrict"),
        ("The brigade drove a wedge into the rebel line.", "drove", "ASSAULT", "ground"),
        ("The army undid every gain the rebels had made.", "undid", "CONTROL", "gain"),
        ("The boilers of the warship are broken.", "broken", "CONDITION", "strength"),
        ("The frigates are armed with missiles.", "armed", "CONDITION", "strength"),
        ("The army armed the tribesmen.", "armed", "AID", None),
        ("The rebels lack artillery.", "lack", "CONDITION", "strength"),
        ("The rebels lack fuel.", "lack", "CONDITION", "supply"),
        ("Most shops in the rebel town have closed.", "closed", "CONDITION", "humanitarian"),
        ("The army surrendered the town.", "surrendered", "CONTROL", "lose"),
        ("The militia surrendered control of the town.", "surrendered", "CONTROL", "lose"),
        ("The garrison surrendered.", "surrendered", "RETREAT", "disarm"),
        ("The front will not last until spring.", "last", "CONTROL", "hold"),
        ("No investigator has entered the prison.", "entered", "RETREAT", "access"),
        ("Soldiers have taken the fire engines.", "taken", "COERCE", "seize"),
        ("The patrol took fire from the rebels.", "took fire", "ASSAULT", "firearms"),
        ("The state moved families to the capital.", "moved", "COERCE", "displace"),
        ("The army moved tanks to the capital.", "moved", "MOBILIZE", "weapons"),
        ("A drone killed two farmers.", "drone", "ASSAULT", "drone"),
        ("Engineers are digging positions on the bank.", "digging", "MOBILIZE", "troops"),
        ("The rebels do not hold everything there.", "hold", "CONTROL", "hold"),
        ("Families in the rebel town slept in a school.", "slept", "CONDITION", "humanitarian"),
        ("Communications in the rebel town were cut.", "cut", "COERCE", "restrict"),
        ("Jets could be heard over the rebel town.", "heard", "CONDITION", "presence"),
        ("Families of the town eat grass.", "eat", "CONDITION", "humanitarian"),
        ("Villagers in the town survive on animal feed.", "survive", "CONDITION", "humanitarian"),
        (
            "Residents of the rebel town have queued for bread.",
            "queued",
            "CONDITION",
            "humanitarian",
        ),
        ("The rebels have bread for three more days.", "bread", "CONDITION", "supply"),
        ("A jet crashed into the sea off the rebel town.", "crashed", "CONDITION", "strength"),
        ("Heavy weapons could be heard in the town.", "heard", "ASSAULT", "heavy-weapons"),
    ],
)
def test_what_stands_beside_an_everyday_word_tells_its_sense(
    whole: Reader, text: str, trigger: str, event: str, mode: str | None
) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert (found.event, found.mode) == (event, mode)


@pytest.mark.parametrize(
    "text",
    [
        "Sappers of the army are removing mines.",
        "Sappers of the army cleared the buildings of explosive devices.",
        "The level of the lake in the rebel province has not changed.",
        "The minister accused the rebels of hiding behind the militia.",
        "Soldiers cheered in the square.",
        "The rebels have bread for lunch.",
        "The kingdom withdrew its application to the alliance.",
        "The people of the rebel town were sleeping in their homes.",
        "The mosque stands in the rebel district.",
        "The rebels would do it, the army said.",
        "The shop in the rebel town closed early.",
        "A lawyer who advises the assembly of the rebels spoke.",
    ],
)
def test_an_everyday_word_in_its_everyday_sense_is_no_claim(whole: Reader, text: str) -> None:
    told = {c.event for c in whole.read(document(text)).claims}
    assert told <= {"ACCUSE"}


def test_a_force_that_stays_away_is_not_there(whole: Reader) -> None:
    told = whole.read(document("The bombers stayed away from the town.")).claims
    near = whole.read(document("The bombers stayed near the town.")).claims
    assert (at(told, "stayed").polarity, at(near, "stayed").polarity) == ("negative", "positive")


def test_what_could_be_heard_was_there(whole: Reader) -> None:
    claims = whole.read(document("Guns could be heard, and the rebels could attack.")).claims
    assert at(claims, "heard").certainty == "certain"
    assert at(claims, "attack").certainty == "possible"


def test_ten_that_are_only_counted_are_no_level(whole: Reader) -> None:
    text = "Four of the shells hit houses while the other 10 fell in the surroundings of the city."
    assert at(whole.read(document(text)).claims, "fell").event == "ASSAULT"
