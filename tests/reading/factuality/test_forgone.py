"""What is only ordered, tried, denied, not owned up to, feigned or cleared in court."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, chain, document


@pytest.mark.parametrize(
    ("text", "trigger", "told"),
    [
        (
            "The colonel ordered his troops to shell the port, but they refused.",
            "shell",
            ("forecast", "negative"),
        ),
        (
            "The governor ordered the guards to storm the camp; the guards disobeyed.",
            "storm",
            ("forecast", "negative"),
        ),
        (
            "The governor ordered the army to retake the town.",
            "retake",
            ("forecast", "positive"),
        ),
        ("The pilots refused orders to bomb Aleppo.", "bomb", ("forecast", "negative")),
        ("The guards followed orders to shell Aleppo.", "shell", ("occurred", "positive")),
        ("The guards had orders to shoot intruders.", "shoot", ("forecast", "positive")),
        (
            "Ruritania's denial that it arms the rebels was dismissed by experts.",
            "arms",
            ("occurred", "negative"),
        ),
        (
            "The kingdom's denial that it shelled the port was met with disbelief.",
            "shelled",
            ("occurred", "negative"),
        ),
        (
            "The kingdom repeated its claim that it shelled the port.",
            "shelled",
            ("occurred", "positive"),
        ),
        ("The kingdom has never admitted shelling the port.", "shelling", ("occurred", "positive")),
        (
            "The army refused to acknowledge that its jets had bombed the clinic.",
            "bombed",
            ("occurred", "positive"),
        ),
        (
            "The attempt by rebels to enter the port through a tunnel was foiled.",
            "enter",
            ("hypothetical", "positive"),
        ),
        (
            "The army thwarted an attempt to storm the base.",
            "storm",
            ("occurred", "positive"),
        ),
        (
            "An attempt to assassinate the mayor failed.",
            "assassinate",
            ("occurred", "positive"),
        ),
        (
            "The rebels could have shelled the port but opted not to.",
            "shelled",
            ("hypothetical", "negative"),
        ),
        (
            "The army should have entered the port last week.",
            "entered",
            ("hypothetical", "negative"),
        ),
        (
            "The army should not have shelled the port last week.",
            "shelled",
            ("occurred", "positive"),
        ),
        ("The army could have shelled the port.", "shelled", ("occurred", "positive")),
        ("The militia pretended to leave the port.", "leave", ("occurred", "negative")),
        ("The militia feigned a retreat from the port.", "retreat", ("occurred", "negative")),
        (
            "The brigade said that no order to leave the port had come.",
            "leave",
            ("occurred", "negative"),
        ),
        (
            "The tribunal acquitted two guards of murdering a nurse.",
            "murdering",
            ("occurred", "negative"),
        ),
        (
            "The tribunal convicted two guards of murdering a nurse.",
            "murdering",
            ("occurred", "positive"),
        ),
        ("The colonel was cleared of shelling the port.", "shelling", ("occurred", "negative")),
        ("The tribunal acquitted two guards of murder.", "acquitted", ("occurred", "negative")),
        ("The militia spared the clinic in the port.", "spared", ("occurred", "negative")),
    ],
)
def test_what_was_not_done_is_not_told_as_done(
    whole: Reader, text: str, trigger: str, told: tuple[str, str]
) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert (found.status, found.polarity) == told


@pytest.mark.parametrize(
    ("text", "trigger", "certainty"),
    [
        ("The kingdom has never admitted shelling the port.", "shelling", "probable"),
        ("The kingdom has admitted shelling the port.", "shelling", "certain"),
        ("The charges that the rebels had shelled the port were dropped.", "shelled", "probable"),
        (
            "The mayor's charge that the rebels had shelled the port was heard.",
            "shelled",
            "certain",
        ),
        ("The army should have entered the port last week.", "entered", "certain"),
        ("The army could have shelled the port.", "shelled", "possible"),
    ],
)
def test_what_nobody_owns_up_to_is_at_most_probable(
    whole: Reader, text: str, trigger: str, certainty: str
) -> None:
    assert at(whole.read(document(text)).claims, trigger).certainty == certainty


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        ("The kingdom did not admit having shelled the port.", "shelled", []),
        ("The kingdom admitted having shelled the port.", "shelled", ["kingdom"]),
        ("The militia pretended to leave the port.", "leave", []),
        ("The militia pretends that rebels left the port.", "left", ["militia"]),
        ("The tribunal acquitted two guards of murdering a nurse.", "murdering", ["tribunal"]),
        ("The inquiry cleared the army of shelling the port.", "shelling", ["inquiry"]),
        (
            "The kingdom has denied supporting the rebels, who hold the port.",
            "hold",
            [],
        ),
        (
            "The kingdom has denied that the rebels hold the port.",
            "hold",
            ["kingdom"],
        ),
    ],
)
def test_who_says_so(whole: Reader, text: str, trigger: str, sources: list[str]) -> None:
    assert chain(at(whole.read(document(text)).claims, trigger)) == sources


def test_an_attempt_that_failed_killed_nobody(whole: Reader) -> None:
    tried = at(
        whole.read(document("An attempt to assassinate the mayor failed.")).claims, "assassinate"
    )
    done = at(whole.read(document("Gunmen assassinated the mayor.")).claims, "assassinated")
    assert tried.casualties.killed is None
    assert done.casualties.killed is not None
