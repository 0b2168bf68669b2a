"""What stands beside a word turns its sense, or leaves it none (data: triggers/beside.csv)."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import document, texts, told

OTHER = [
    ("Thousands marched to Bunia to flee the shelling.", "PROTEST", None),
    ("Hundreds paraded their goats in Bunia.", "PROTEST", None),
    ("Police dropped tear gas on the crowd in Bunia.", "ASSAULT", "unconventional"),
    ("The army dropped agents into Bunia.", "ASSAULT", "unconventional"),
    ("Planes dropped gas canisters to farmers in Bunia for cooking.", "ASSAULT", "unconventional"),
    ("The army sprayed poison over poppy plantations near Bunia.", "ASSAULT", "unconventional"),
    ("The army dropped marines who were ill in Bunia.", "MOBILIZE", "weapons"),
    ("The guard turned the gun on himself in Bunia.", "ASSAULT", "firearms"),
    ("Soldiers turned rifles on the crowd in Bunia but did not shoot.", "ASSAULT", "primitive"),
    ("The artillery silenced their guns with shells.", "RETREAT", "ceasefire"),
    ("The soldiers walked out of the lecture in Bunia.", "PROTEST", "strike"),
    ("A doctor stitched the lips of a wounded guard.", "PROTEST", "hunger"),
    ("The court gave the company six years to pay.", "SANCTION", "convict"),
    ("The court put a hold on the deportation of refugees.", "SANCTION", "discontinue"),
    ("The rebels paid homage to the fallen.", "SUPPORT", None),
    ("The sergeant put his foot down on a landmine.", "REJECT", None),
    ("The militia expanded to the north of Bunia.", "CONDITION", "strength"),
    ("The driver made a U-turn on the road to Bunia.", "CONCEDE", None),
    ("The rebels went back to the table for dinner.", "CONSULT", None),
    ("The bride said yes to the officer.", "AGREE", None),
    ("The minister stayed away from the summit because of flu.", "REJECT", "meet"),
    ("The kingdom offered a bounty for information on the bombers.", "THREATEN", "violence"),
    ("The captives refused to eat the stale soup.", "PROTEST", "hunger"),
    ("A herder cut the throat of a goat near Bunia.", "ASSAULT", "primitive"),
    ("A nurse put the bullet in a box.", "ASSAULT", "firearms"),
    ("The emperor was condemned to death by his disease.", "SANCTION", "convict"),
    ("Police shoved the envoy into a car to protect her.", "ASSAULT", "abduct"),
    ("The governor rapped on the gate of the consulate.", "ACCUSE", "disapprove"),
    ("Police scotched a plot to kill the mayor of Bunia.", "REJECT", "deny"),
    ("Doctors suspect the soldiers of having malaria.", "ACCUSE", "allege"),
    ("The general rang the bell in Bunia.", "CONSULT", "phone"),
    ("Soldiers drilled a hole in the gate of Bunia.", "ASSAULT", "destroy"),
    ("The council suspended three deputies in Bunia.", "SANCTION", "expel"),
    ("The consulate in Bunia closed for the weekend.", "SANCTION", "discontinue"),
    ("The ministry gave the envoy two days to leave for a holiday.", "SANCTION", "expel"),
    ("The army dropped bills from a helicopter over Bunia.", "CONCEDE", None),
    ("The president pledged a harsh punishment for smugglers.", "THREATEN", "violence"),
    ("The relief is gone from Bunia.", "RETREAT", "withdraw"),
    ("Rebels occupied the village and used its school as a barracks.", "CONTROL", "gain"),
]


@pytest.mark.parametrize(("text", "event", "mode"), OTHER, ids=lambda told: str(told)[:40])
def test_a_word_of_another_matter_takes_the_sense_away(
    whole: Reader, text: str, event: str, mode: str | None
) -> None:
    claims = whole.read(document(text)).claims
    assert (event, mode) not in {(c.event, c.mode) for c in claims}, told(claims)


KEPT = [
    ("Thousands marched in Oslo in support of refugees.", "PROTEST", "demo"),
    ("A helicopter dropped a nerve agent on Douma.", "ASSAULT", "unconventional"),
    ("The army dropped marines on the island of Kora.", "MOBILIZE", "troops"),
    ("Guards turned their rifles on the farmers in Bunia.", "ASSAULT", "firearms"),
    ("Both sides silenced their weapons in Bunia.", "RETREAT", "ceasefire"),
    ("The detainees sewed their lips in Bunia.", "PROTEST", "hunger"),
    ("The judge gave the reporter six years.", "SANCTION", "convict"),
    ("The republic put a hold on arms sales to Chad.", "SANCTION", "discontinue"),
    ("The rebels grew to six thousand men.", "CONDITION", "strength"),
    ("Militants cut the throats of two herders near Bunia.", "ASSAULT", "primitive"),
    ("Police dragged off three protesters in Bunia.", "COERCE", "arrest"),
    ("Militants dragged off three nurses in Bunia.", "ASSAULT", "abduct"),
    ("Guards branded the detainees with hot irons in Bunia.", "ASSAULT", "torture"),
    ("The embassy in Bunia closed on Monday.", "SANCTION", "discontinue"),
    ("Rebels occupied Bunia and killed ten.", "CONTROL", "gain"),
]


@pytest.mark.parametrize(("text", "event", "mode"), KEPT, ids=lambda told: str(told)[:40])
def test_without_it_the_sense_stays(whole: Reader, text: str, event: str, mode: str | None) -> None:
    claims = whole.read(document(text)).claims
    assert (event, mode) in {(c.event, c.mode) for c in claims}, told(claims)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The brigade was driven back from Goma.", "brigade"),
        ("Rebel fighters were thrown back from Kharkiv.", "Rebel fighters"),
        ("The militants were squeezed out of Sirte.", "militants"),
    ],
)
def test_who_is_driven_back_loses_ground(whole: Reader, text: str, who: str) -> None:
    (claim,) = whole.read(document(text)).claims
    assert (claim.event, claim.mode) == ("CONTROL", "lose")
    assert (texts(claim.actors), texts(claim.recipients)) == ([who], [])


@pytest.mark.parametrize(
    "text",
    [
        "The army ended the curfew in Bunia.",
        "The governor eased the curfew in Goma on Monday.",
        "The night curfew in Goma was lifted.",
    ],
)
def test_a_curfew_that_ends_is_one_event(whole: Reader, text: str) -> None:
    assert [c.event for c in whole.read(document(text)).claims] == ["CONCEDE"]


@pytest.mark.parametrize(
    ("text", "mode", "polarity"),
    [
        ("The regiment has thirty tanks left.", "strength", "positive"),
        ("The militia has no ammunition left.", "supply", "negative"),
    ],
)
def test_what_is_left_is_a_state(whole: Reader, text: str, mode: str, polarity: str) -> None:
    (claim,) = whole.read(document(text)).claims
    assert (claim.mode, claim.status, claim.polarity) == (mode, "ongoing", polarity)
