"""Words that name no such event beside what they stand with; strikes of workers and of jets."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import Read, at, document


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The governor ordered the army to retake the port.", "ordered"),
        ("The colonel ordered his men to burn the village.", "ordered"),
        ("Residents saw guards loading crates onto a truck.", "loading"),
        ("The mayor escaped being killed by a car bomb.", "escaped"),
        ("The mayor escaped an attempt on his life.", "escaped"),
        ("The president overruled the generals.", "overruled"),
        ("The officer's body was recovered on Monday in Delmas.", "recovered"),
        ("Police recovered the remains of an officer in Goma.", "recovered"),
        ("The army has yet to respond to the truce offer of the rebels.", "respond"),
        ("The claim that the army shelled the port is supported by experts.", "supported"),
        ("Residents complained about the absence of a reaction by the army.", "reaction"),
        ("Different tolls are common after attacks in Yemen.", "attacks"),
        ("Tolls are often disputed after air strikes in Yemen.", "air strikes"),
        ("Families in Bara buried eleven of the victims on Sunday.", "buried"),
        ("The army buried its dead in Bara.", "buried"),
        ("Schools in Baidoa are jammed.", "jammed"),
        ("The road to Goma was jammed with families.", "jammed"),
        ("The president boarded a plane in Damascus.", "boarded"),
        ("Jets were flying sorties over Mosul.", "flying"),
        ("The guide had wandered off the agreed path near Surin.", "wandered"),
        ("The summit of Phu Makhuea was reached by marines.", "summit"),
        ("The outposts had witnessed breaches by the rebels.", "breaches"),
        ("The chairman brought the toll down to 61 in Goma.", "brought"),
        ("The rebels abandoned their hopes of taking Goma.", "abandoned"),
        ("The raiders will break their necks on the walls of Hama.", "break"),
    ],
)
def test_a_word_beside_what_rules_its_sense_out_is_no_claim(
    whole: Reader, text: str, trigger: str
) -> None:
    claims = whole.read(document(text)).claims
    assert trigger not in {claim.trigger.text for claim in claims}


@pytest.mark.parametrize(
    ("text", "trigger", "event", "mode"),
    [
        ("Soldiers ordered residents to leave the port.", "ordered", "COERCE", "displace"),
        ("Soldiers buried prisoners alive in Bara.", "buried", "ASSAULT", None),
        ("The colonel ordered his troops to stop.", "ordered", "CONCEDE", None),
        ("Guards escaped from the port as rebels shelled it.", "escaped", "RETREAT", "withdraw"),
        ("The mayor survived an attempt on her life.", "attempt", "ASSAULT", "targeted"),
        ("Bakers in Aleppo joined a strike that began in May.", "strike", "PROTEST", "strike"),
        ("A strike by bus drivers paralysed the port.", "strike", "PROTEST", "strike"),
        ("Nurses in Aleppo have been on strike since Monday.", "strike", "PROTEST", "strike"),
        ("A strike over unpaid wages shut down the port.", "strike", "PROTEST", "strike"),
        ("A strike by jets hit the port.", "strike", "ASSAULT", "aerial"),
        ("A strike on the port killed two drivers.", "strike", "ASSAULT", "aerial"),
        ("The brigade marched on Aleppo.", "marched", "ASSAULT", "ground"),
        ("Protesters marched on the parliament.", "marched", "PROTEST", "demo"),
        ("Thousands marched on Aleppo.", "marched", "PROTEST", "demo"),
    ],
)
def test_the_words_beside_tell_the_sense(
    whole: Reader, text: str, trigger: str, event: str, mode: str | None
) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert (found.event, found.mode) == (event, mode)


@pytest.mark.parametrize(
    "text",
    [
        "The minister takes note of the press release of the Armed Forces of 4 March.",
        "The port authority expects to resume operations in Goma on 20 March.",
        "The airport resumed operations on Monday.",
        "The video of the gate was taken by a fighter in Kutum.",
    ],
)
def test_words_business_and_pictures_are_no_deeds(read: Read, text: str) -> None:
    assert not [c for c in read(text).claims if c.event in {"RETREAT", "ASSAULT", "COERCE"}]


@pytest.mark.parametrize(
    ("text", "trigger", "event", "mode"),
    [
        ("The army released two prisoners in Kutum.", "released", "RETREAT", "release"),
        ("The army resumed operations in Goma.", "operations", "ASSAULT", "ground"),
        ("The army will not give up one centimetre of Kutum.", "give up", "CONTROL", "lose"),
        ("The rebels gave up their weapons.", "gave up", "RETREAT", "disarm"),
        ("The army shot down a drone in May with a missile.", "shot down", "ASSAULT", "destroy"),
        ("Two skiffs approached the tanker off Hodeidah.", "approached", "MOBILIZE", "weapons"),
        ("Jets approached Damascus.", "approached", "MOBILIZE", "weapons"),
    ],
)  # fmt: skip
def test_deeds_by_what_stands_beside_them(
    whole: Reader, text: str, trigger: str, event: str, mode: str
) -> None:
    claim = at(whole.read(document(text)).claims, trigger)
    assert (claim.event, claim.mode) == (event, mode)


def test_a_town_that_is_recovered_is_taken(read: Read) -> None:
    assert at(read("The army recovered the town of Sake.").claims, "recovered").event == "CONTROL"


@pytest.mark.parametrize(
    ("text", "trigger", "told"),
    [
        ("The army jammed the signals of the rebels in Kharkiv.", "jammed", ("COERCE", "cyber")),
        ("Gunmen boarded a tanker in the Red Sea.", "boarded", ("COERCE", "seize")),
        ("Jets flew missiles to Hama.", "flew", ("MOBILIZE", "weapons")),
        ("Soldiers stopped the convoy near Khiam.", "stopped", ("COERCE", "restrict")),
        ("A summit of African leaders was held in Goma.", "summit", ("CONSULT", None)),
        ("The army reported breaches of the truce in Goma.", "breaches",
         ("RETREAT", "ceasefire")),
        ("The rebels abandoned Goma.", "abandoned", ("RETREAT", "withdraw")),
        ("The army put two launch sites out of action near Homs.", "out of action",
         ("ASSAULT", "destroy")),
        ("The rebels fired dozens of mortar rounds at Homs.", "fired",
         ("ASSAULT", "heavy-weapons")),
        ("Police fired dozens of rounds at crowds in Goma.", "fired", ("ASSAULT", "firearms")),
        ("The kingdom handed the ambassador a note of protest.", "note of protest",
         ("ACCUSE", "disapprove")),
        ("Lorries were turned around by soldiers at Khiam.", "turned around",
         ("COERCE", "restrict")),
        ("Two tanks were turned into scrap near Khiam.", "turned into scrap",
         ("ASSAULT", "destroy")),
    ],
)  # fmt: skip
def test_what_stands_beside_a_word_gives_its_sense(
    whole: Reader, text: str, trigger: str, told: tuple[str, str]
) -> None:
    claim = at(whole.read(document(text)).claims, trigger)
    assert (claim.event, claim.mode) == told
