"""Accounts that are called untrue: what they tell did not happen."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, chain, document


@pytest.mark.parametrize(
    ("text", "trigger", "polarity"),
    [
        ("The militia's boasts of having captured the port are propaganda.", "captured", "-"),
        ("The militia's boasts of having captured the port are no propaganda.", "captured", "+"),
        ("Reports of a raid on the port are nothing but propaganda.", "raid", "-"),
        ("Reports of a raid on the port are no more than hot air.", "raid", "-"),
        ("The tale of the invasion of the island is a fairy tale.", "invasion", "-"),
        ("The claim that rebels left the port is preposterous.", "left", "-"),
        ("The claim that rebels left the port is plausible.", "left", "+"),
        ("The raid on the port was an insult to the mayor.", "raid", "+"),
        ("Claims that rebels left the port have been debunked.", "left", "-"),
        ("Claims that rebels left the port have been repeated.", "left", "+"),
        ("Monitors debunked the claim that rebels left the port.", "left", "-"),
        ("Fears that the port had been shelled proved unfounded.", "shelled", "-"),
        ("Fears that the port had been shelled proved justified.", "shelled", "+"),
        ("The blockade of the port exists only on paper.", "blockade", "-"),
        ("The truce in the port exists in all districts.", "truce", "+"),
        ('FAKE: "Militia enters port"', "enters", "-"),
        ("Fake: militia has NOT entered the port, it left in March", "entered", "-"),
        ("Fake: nobody shelled the port, the noise was thunder", "shelled", "-"),
        ("Fake: nobody shelled the port, the militia left it", "left", "+"),
        ('Breaking: "Militia enters port"', "enters", "+"),
        ("The mayor lied when he said that the army held the port.", "held", "-"),
        ("The mayor wept when he said that the army held the port.", "held", "+"),
        (
            "The mayor rejected as lies the army's claim that it had taken the port.",
            "taken",
            "-",
        ),
        (
            "The mayor hailed as a victory the army's claim that it had taken the port.",
            "taken",
            "+",
        ),
    ],
)
def test_what_is_called_untrue_did_not_happen(
    whole: Reader, text: str, trigger: str, polarity: str
) -> None:
    """Propaganda, fairy tales and what was debunked were read as having happened."""
    told = "negative" if polarity == "-" else "positive"
    assert at(whole.read(document(text)).claims, trigger).polarity == told


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        ("The mayor lied when he said that the army held the port.", "held", []),
        (
            "The guild says the mayor lies when he says that the army holds the port.",
            "holds",
            ["guild"],
        ),
        (
            "The mayor rejected as lies the army's claim that it had taken the port.",
            "taken",
            ["mayor"],
        ),
        (
            "The militia rejected the army's claim to have captured the port.",
            "captured",
            ["militia"],
        ),
        ("The rebels did not flee the port as the mayor says.", "flee", []),
        ("The rebels did not flee the port, as the mayor said on Monday.", "flee", ["mayor"]),
        ("The rebels fled the port as the mayor said.", "fled", ["mayor"]),
        ("The mayor said the army had left; in fact the army shelled the port.", "shelled", []),
        ("The army's claim of 200 dead at the port is exaggerated.", "dead", ["army"]),
    ],
)
def test_who_is_contradicted_does_not_vouch_for_it(
    whole: Reader, text: str, trigger: str, sources: list[str]
) -> None:
    """A denial was put in the mouth of the one whom it contradicts."""
    assert chain(at(whole.read(document(text)).claims, trigger)) == sources


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("The guild says the mayor is lying about the raid on the port.", "lying", []),
        ("The guild denied the raid on the port.", "denied", ["guild"]),
    ],
)
def test_who_is_called_a_liar_denies_nothing(
    whole: Reader, text: str, trigger: str, actors: list[str]
) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert [a.text for a in found.actors] == actors


def test_whose_losses_a_label_tells_is_no_source(whole: Reader) -> None:
    found = whole.read(document("Losses at the port. Enemy: 11 killed.")).claims
    assert chain(at(found, "killed")) == []


@pytest.mark.parametrize(
    ("answer", "polarity", "certainty"),
    [
        ("the mayor said they had", "positive", "certain"),
        ("the mayor said they had not", "negative", "certain"),
        ("the mayor said nothing", "positive", "unknown"),
    ],
)
def test_what_was_asked_is_known_by_its_answer(
    whole: Reader, answer: str, polarity: str, certainty: str
) -> None:
    text = f"Asked whether rebels had left the port, {answer}."
    found = at(whole.read(document(text)).claims, "left")
    assert (found.polarity, found.certainty) == (polarity, certainty)


@pytest.mark.parametrize(
    ("text", "trigger", "certainty"),
    [
        ("We were unable to verify the claim that rebels left the port.", "left", "possible"),
        ("We were able to verify the claim that rebels left the port.", "left", "probable"),
        ("We could not verify the army's claim that rebels left the port.", "left", "certain"),
        ("Do not trust channels that say that the port was captured.", "captured", "possible"),
        ("Watch the channels that say that the port was captured.", "captured", "certain"),
        ("Some channels write that the port fell. We cannot confirm this.", "fell", "possible"),
        ("The army said that the port fell. We cannot confirm this.", "fell", "certain"),
        ("We have not been able to verify reports that the port fell.", "fell", "possible"),
        ("Police said that the port fell; this has not been verified.", "fell", "certain"),
        ("Low confidence: the militia has shelled the port.", "shelled", "probable"),
        ("Update on the port: the militia has shelled it.", "shelled", "certain"),
        ("Estimated with low confidence: 200 dead in the port.", "dead", "probable"),
    ],
)
def test_what_the_author_does_not_vouch_for(
    whole: Reader, text: str, trigger: str, certainty: str
) -> None:
    """Disclaimers, and headings of how well something is founded, were passed over."""
    assert at(whole.read(document(text)).claims, trigger).certainty == certainty
