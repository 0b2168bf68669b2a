"""Words that name no such event beside what they stand with; strikes of workers and of jets."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The governor ordered the army to retake the port.", "ordered"),
        ("The colonel ordered his men to burn the village.", "ordered"),
        ("Residents saw guards loading crates onto a truck.", "loading"),
        ("The mayor escaped being killed by a car bomb.", "escaped"),
        ("The mayor escaped an attempt on his life.", "escaped"),
        ("The president overruled the generals.", "overruled"),
        ("The army has yet to respond to the truce offer of the rebels.", "respond"),
        ("The claim that the army shelled the port is supported by experts.", "supported"),
        ("Residents complained about the absence of a reaction by the army.", "reaction"),
        ("Different tolls are common after attacks in Yemen.", "attacks"),
        ("Tolls are often disputed after air strikes in Yemen.", "air strikes"),
        ("Families in Bara buried eleven of the victims on Sunday.", "buried"),
        ("The army buried its dead in Bara.", "buried"),
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
