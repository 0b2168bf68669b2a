"""Deeds of words, help and want in the everyday words of posts, wires and diaries."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import Read, at, document, texts, told


@pytest.mark.parametrize(
    ("text", "trigger", "event", "mode"),
    [
        ("Kyiv and Warsaw hammered out a compromise on Monday.", "hammered out", "AGREE", None),
        ("The president touched down in Kyiv.", "touched down", "CONSULT", "visit"),
        ("The minister left for Amman on Monday.", "left for", "CONSULT", "visit"),
        ("Putin rang Erdogan after the attack.", "rang", "CONSULT", "phone"),
        ("The two generals had a video call.", "had a video call", "CONSULT", "phone"),
        ("The regime trades oil with the group.", "trades", "COOPERATE", None),
        ("Chad handed the suspect over to Cameroon.", "handed the suspect over", "COOPERATE", None),
        ("US planes dropped crates of food over Gaza.", "dropped", "AID", None),
        ("Instructors drilled the recruits in Bangui.", "drilled", "AID", None),
        ("The charity runs a field clinic in Mweso.", "runs", "AID", None),
        ("Villagers sheltered the displaced families.", "sheltered", "AID", None),
        ("The Emirates flew 40 tons of medicine to Adre.", "flew", "AID", None),
        ("The injured were rushed to a hospital in Homs.", "rushed", "AID", None),
        ("The ministry withdrew the bill after the riots.", "withdrew", "CONCEDE", None),
        ("The president gave way in Khartoum.", "gave way", "CONCEDE", None),
        ("The rebels put out feelers to the army.", "put out feelers", "REQUEST", "meet"),
        ("The bishop entreated both sides to talk.", "entreated", "REQUEST", "meet"),
        ("Police are hunting the killers of the priest.", "hunting", "ACCUSE", "investigate"),
        ("A crowd jeered the minister in Daraa.", "jeered", "ACCUSE", "disapprove"),
        ("Ankara ruled out talks with the militia.", "ruled out", "REJECT", "meet"),
        ("The army rubbished reports of a mutiny.", "rubbished", "REJECT", "deny"),
        ("Rebels torpedoed the talks in Doha.", "torpedoed", "REJECT", "meet"),
        ("The council struck down the decree in Kabul.", "struck down", "REJECT", None),
        ("Hezbollah promises a painful answer.", "promises", "THREATEN", "violence"),
        ("The enemy will pay dearly in Homs.", "pay dearly", "THREATEN", "violence"),
        ("Thousands marched in Sanaa on Friday.", "marched", "PROTEST", "demo"),
        ("Demonstrators toppled a statue in Sweida.", "toppled", "PROTEST", "vandalize"),
        ("Slogans were sprayed on the consulate in Basra.", "sprayed", "PROTEST", "vandalize"),
        ("The miners laid down their tools.", "laid down their tools", "PROTEST", "strike"),
        ("The judges found the warlord guilty.", "found the warlord guilty", "SANCTION", "convict"),
        ("The party threw out two deputies.", "threw out", "SANCTION", "expel"),
        ("The embassy in Khartoum shut its doors.", "shut its doors", "SANCTION", "discontinue"),
        ("The ministry rowed back on the tax in Homs.", "rowed back on", "CONCEDE", None),
        ("Warsaw pays homage to the soldiers.", "pays homage", "SUPPORT", None),
        ("Rome and Tripoli jointly patrol the coast.", "patrol", "COOPERATE", None),
        ("Tokyo chips in 20 million for the refugees.", "chips in", "AID", None),
        ("The mosque in Homs took in fifty families.", "took in", "AID", None),
        ("Supporters poured into the square.", "poured into the square", "PROTEST", "demo"),
        ("Mali gives the ambassador 72 hours to leave.", "gives", "SANCTION", "expel"),
        ("The brigade has 40 tanks left.", "has 40 tanks left", "CONDITION", "strength"),
        (
            "The emir received a phone call from Macron.",
            "received a phone call",
            "CONSULT",
            "phone",
        ),
        ("The response of the army will be crushing.", "response", "THREATEN", "violence"),
        ("The syndicate suspended the strike.", "suspended", "CONCEDE", None),
        ("Food insecurity affects many in Haiti.", "Food insecurity", "CONDITION", "humanitarian"),
        ("The power went off in all of Kharkiv.", "went off", "CONDITION", "supply"),
        ("The shelves in Stepanakert are bare.", "bare", "CONDITION", "supply"),
        ("The soldiers in Goma are exhausted.", "exhausted", "CONDITION", "morale"),
        ("Militants are holed up in the port of Homs.", "holed up", "CONDITION", "presence"),
        ("The militia has grown to 4,000 men.", "grown to", "CONDITION", "strength"),
    ],
)
def test_everyday_words_tell_their_deed(
    whole: Reader, text: str, trigger: str, event: str, mode: str | None
) -> None:
    """They were missed, or taken for shelling, for marching troops, for a bomb that went off."""
    found = at(whole.read(document(text)).claims, trigger)
    assert (found.trigger.text, found.event, found.mode) == (trigger, event, mode)


@pytest.mark.parametrize(
    ("text", "trigger", "event", "mode"),
    [
        ("Artillery hammered the suburbs of Homs.", "hammered", "ASSAULT", "heavy-weapons"),
        ("A car bomb went off in Kharkiv.", "went off", "ASSAULT", "explosives"),
        ("US planes dropped bombs over Gaza.", "dropped", "ASSAULT", "aerial"),
        ("Hundreds of fighters marched through Homs.", "marched", "MOBILIZE", "troops"),
        ("The rebels left for the border on Monday.", "left", "RETREAT", "withdraw"),
        ("A militia runs the town of Mweso.", "runs", "CONTROL", "hold"),
        ("Families are sheltering in a school in Goma.", "sheltering", "CONDITION", "humanitarian"),
        ("The ministry withdrew its troops from Homs.", "withdrew", "RETREAT", "withdraw"),
        ("The navy torpedoed a ship off Homs.", "torpedoed", "ASSAULT", "destroy"),
        ("The officers toppled the president in Khartoum.", "toppled", "CONTROL", "gain"),
        ("Gunmen sprayed the bus with bullets in Basra.", "sprayed", "ASSAULT", "firearms"),
        ("The militants laid down their weapons.", "laid down", "RETREAT", "disarm"),
        ("The fighting has displaced thousands in Homs.", "displaced", "COERCE", "displace"),
        ("Soldiers poured into the square in Homs.", "poured", "MOBILIZE", "troops"),
        ("The rebels have left Homs.", "left", "RETREAT", "withdraw"),
        ("The kingdom promised a prompt answer.", "promised", "AGREE", None),
    ],
)
def test_what_else_the_same_words_tell_stays(
    whole: Reader, text: str, trigger: str, event: str, mode: str | None
) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert (found.event, found.mode) == (event, mode)


@pytest.mark.parametrize(
    "text",
    [
        "She dropped the tax form in the box.",
        "The light went out and we played cards.",
        "The team paid the price for a slow start.",
        "The editor tore into a sandwich.",
        "The library shut its doors at six.",
        "They refused to eat the soup.",
        "He found the door in the dark.",
        "Aid for the displaced in Homs.",
        "We cook for 2,000 displaced in Tyre.",
    ],
)
def test_the_same_words_tell_of_nothing(read: Read, text: str) -> None:
    claims = read(text).claims
    assert not claims, told(claims)


@pytest.mark.parametrize(("one", "other"), [("army", "rebels"), ("rebels", "army")])
def test_a_deed_is_theirs_on_whom_it_is_pinned(whole: Reader, one: str, other: str) -> None:
    """Who pins it on others was taken for who did it."""
    for text in (
        f"The {one} attributed the attack in Goma to the {other}.",
        f"The {one} blamed the attack on the port on the {other}.",
    ):
        found = at(whole.read(document(text)).claims, "attack")
        assert texts(found.actors) == [other]


@pytest.mark.parametrize(("one", "other"), [("emir", "president"), ("president", "emir")])
def test_who_gets_a_call_is_called(whole: Reader, one: str, other: str) -> None:
    text = f"The {one} received a phone call from the {other}."
    found = at(whole.read(document(text)).claims, "received a phone call")
    assert (texts(found.actors), texts(found.recipients)) == ([other], [one])


def test_against_whom_two_work_together_has_no_part_in_it(whole: Reader) -> None:
    found = at(whole.read(document("Niamey teamed up with Bamako against the jihadists.")).claims,
               "teamed up")  # fmt: skip
    assert texts(found.actors) == ["Niamey", "Bamako"]


def test_who_shuns_talks_does_so_and_who_stays_away_is_not_there(whole: Reader) -> None:
    for where, polarity in (("talks", "positive"), ("town", "negative")):
        text = f"The rebels stayed away from the {where} in Doha."
        assert whole.read(document(text)).claims[0].polarity == polarity
