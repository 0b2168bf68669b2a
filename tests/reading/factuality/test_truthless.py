"""Stock phrases by which a body denies what is told: none of it is true, or it only goes round."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, chain, document


@pytest.mark.parametrize(
    ("text", "trigger", "polarity"),
    [
        ("There is no truth to reports that rebels have left the port.", "left", "-"),
        ("There is some truth to reports that rebels have left the port.", "left", "+"),
        ("There is not a grain of truth in the claim that rebels left the port.", "left", "-"),
        ("There is truth in the claim that rebels left the port.", "left", "+"),
        ("There is zero truth to the militia's claim of having taken Bor.", "taken", "-"),
        ("No truth to reports of the fall of the airport, army says.", "fall", "-"),
        ("There was no substance to claims that jets bombed the port.", "bombed", "-"),
        ("There is nothing to the reports that rebels left the port.", "left", "-"),
        ("There is nothing new in the reports that rebels left the port.", "left", "+"),
        ("There is more to the reports that rebels left the port.", "left", "+"),
        ("Reports of rebels entering the port were devoid of truth.", "entering", "-"),
        ("Reports that the airport was bombed contain no truth.", "bombed", "-"),
        ("Reports that the airport was bombed have no basis in fact.", "bombed", "-"),
        ("Reports that the airport was bombed have some basis in fact.", "bombed", "+"),
        ("There is no truth in Goma since the army bombed the radio station.", "bombed", "+"),
        ("What is circulating about the arrest of the mayor is baseless.", "arrest", "-"),
        ("What is being said about the bombing of the port is a lie.", "bombing", "-"),
        ("What is being said about the bombing of the port is true.", "bombing", "+"),
        ("What has been published about a raid on the port is not true.", "raid", "-"),
        ("What channels publish about the fall of the airport is untrue.", "fall", "-"),
        ("What is rumoured about the fall of the airport has no basis.", "fall", "-"),
        ("News that is going around about rebels taking Bor is baseless.", "taking", "-"),
        ("What is being reported of a siege of Bor does not match reality.", "siege", "-"),
        ("What they did after the fall of the airport was wrong.", "fall", "+"),
        ("What is known about the bombing of the port is terrible.", "bombing", "+"),
        ("Reports of the mayor's arrest were without any truth.", "arrest", "-"),
        ("Army: reports that rebels took Bor are fake.", "took", "-"),
        ("Army: reports that rebels took Bor are true.", "took", "+"),
        ("Army: no truth to reports that rebels took Bor", "took", "-"),
        ("Pages spread misleading news in which they claim that rebels left Bor.", "left", "-"),
    ],
)
def test_what_is_called_truthless_did_not_happen(
    whole: Reader, text: str, trigger: str, polarity: str
) -> None:
    """ "There is no truth to reports that it fell" was a fall, on the word of who denied it."""
    told = "negative" if polarity == "-" else "positive"
    assert at(whole.read(document(text)).claims, trigger).polarity == told


@pytest.mark.parametrize(
    "text",
    [
        "There is no truth to reports that rebels left the port, the army said.",
        "What is circulating about rebels leaving the port is baseless, the army said.",
        "Rebels left the port, channels claim. This is baseless, the army said.",
        "Rebels left the port, channels claim. The army: no truth to it.",
        "Pages close to the rebels claimed that they left the port. "
        "There is no truth to this, the army said.",
        "There is no truth to the rumour, spread by channels, that rebels left the port, the army "
        "said.",
        "Army: claims that rebels left the port are baseless.",
        "Rumours spread that rebels left the port. There is nothing to them, the army said.",
        "Users posted that rebels left the port. This has no basis in fact, the army said.",
    ],
)
def test_who_calls_it_truthless_denies_it(whole: Reader, text: str) -> None:
    claim = next(
        c for c in whole.read(document(text)).claims if c.trigger.text in {"left", "leaving"}
    )
    assert (claim.polarity, chain(claim)[-1].casefold()) == ("negative", "army")


@pytest.mark.parametrize(
    "text",
    [
        "Channels claimed that rebels left the port. There is no road to it, the army said.",
        "Channels claimed that rebels left the port. There is no doubt about this.",
        "The mayor said that rebels left the port. There is no truth to this, the army said.",
    ],
)
def test_another_denial_and_a_named_source_leave_it_told(whole: Reader, text: str) -> None:
    assert at(whole.read(document(text)).claims, "left").polarity == "positive"


def test_who_only_spreads_it_does_not_deny_it(whole: Reader) -> None:
    text = "What channels say about the shelling of the town is not true."
    assert chain(at(whole.read(document(text)).claims, "shelling")) == []
