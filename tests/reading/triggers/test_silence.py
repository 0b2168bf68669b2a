"""What somebody does not speak of is no claim of theirs, nor a denial."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import One, at, chain, document, told


@pytest.mark.parametrize(
    "text",
    [
        "The governor's report did not mention strikes on the city of Homs.",
        "The communique makes no mention of any attack on the port.",
        "The statement makes no mention of civilian deaths or of strikes on the port.",
        "The ministry said nothing of strikes on the city.",
        "The report does not speak of attacks on the harbour.",
        "No bulletin mentions strikes on the harbour.",
        "The ministry was silent on civilian deaths in Homs.",
        "The dossier names no witness who saw the jets.",
        "The Peruvian ministry declined to comment on the movements of its frigates.",
        "The militia refused to name its commander in Homs.",
        "The spokesman did not say how many soldiers were lost in Lyptsi.",
        "What we don't know: how many died in Lyptsi.",
        "How many died in Lyptsi is what we don't know.",
        "The ministry declined to disclose how many rebels its jets killed in Bara.",
    ],
)
def test_what_is_not_spoken_of_is_no_claim(whole: Reader, text: str) -> None:
    claims = whole.read(document(text)).claims
    assert not claims, told(claims)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The governor's report mentioned strikes on the city of Homs.", "strikes"),
        ("The ministry made no mention of the raid on Idlib.", "raid"),
        ("The army declined to comment on the raid on the camp.", "raid"),
        ("No soldier who entered the town surrendered.", "entered"),
        ("The governor gave no word on when the troops would leave the town.", "leave"),
        ("The militia refused to give up the town.", "refused"),
        ("The governor did not say when the troops left the town.", "left"),
        ("The mayor said how many people were killed in the town.", "killed"),
    ],
)
def test_what_is_known_all_the_same_stays_a_claim(claim: One, text: str, trigger: str) -> None:
    assert claim(text, trigger).polarity == "positive"


def test_who_says_nothing_is_no_source(whole: Reader) -> None:
    text = "The army gave no comment on when the air wing would begin flights over the valley."
    for claim in whole.read(document(text)).claims:
        assert (claim.polarity, chain(claim)) == ("positive", [])
    text = "The bulletin does not mention that rebels shelled the town."
    found = at(whole.read(document(text)).claims, "shelled")
    assert (found.polarity, chain(found)) == ("positive", [])


@pytest.mark.parametrize(
    "text",
    [
        "Talks with the rebels on reopening the airport have not started.",
        "Negotiations between the two sides about exchanging prisoners have not started.",
        "The envoys have not held talks with the rebels on withdrawing troops from the valley.",
    ],
)
def test_what_talks_are_about_is_no_claim(whole: Reader, text: str) -> None:
    claims = whole.read(document(text)).claims
    assert [(c.event, c.polarity) for c in claims] == [("CONSULT", "negative")], told(claims)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The army did not say that rebels had left Bor.", "left"),
        ("The army never said that rebels left Bor.", "left"),
        ("The army did not claim that rebels fled Bor.", "fled"),
        ("The army declined to say how many rebels were killed.", "killed"),
    ],
)
def test_what_somebody_did_not_say_is_no_claim(whole: Reader, text: str, trigger: str) -> None:
    claims = whole.read(document(text)).claims
    assert trigger not in {claim.trigger.text for claim in claims}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The army did not say where the convoy was ambushed.", "ambushed"),
        ("The army did not say why rebels shelled the port.", "shelled"),
    ],
)
def test_what_is_known_is_not_on_the_word_of_who_did_not_say_how(
    whole: Reader, text: str, trigger: str
) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert (found.polarity, chain(found)) == ("positive", [])
