"""Deeds that nobody has a share in, or that nobody does: the subject or the share is denied."""

from __future__ import annotations

import pytest

from tests.reading.sentences import One

BEFORE = "The ministry said that {}."
BEHIND = "{}, the ministry said."
WITHIN = "According to the ministry, {}."


@pytest.mark.parametrize("order", [BEFORE, BEHIND, WITHIN])
@pytest.mark.parametrize(
    ("told", "polarity"),
    [
        ("the brigade took no part in the raid on the port", "negative"),
        ("the brigade had no hand in the raid on the port", "negative"),
        ("the brigade was not involved in the raid on the port", "negative"),
        ("the brigade was in no way involved in the raid on the port", "negative"),
        ("the brigade did not participate in the raid on the port", "negative"),
        ("no soldier was involved in the raid on the port", "negative"),
        ("none of its soldiers joined the raid on the port", "negative"),
        ("neither the navy nor the brigade took part in the raid on the port", "negative"),
        ("the brigade took part in the raid on the port", "positive"),
        ("the brigade had a hand in the raid on the port", "positive"),
    ],
)
def test_no_share_is_a_denial_wherever_the_speaker_stands(
    claim: One, order: str, told: str, polarity: str
) -> None:
    """Who "said that they took no part in the strikes" had made them, on their own word."""
    text = order.format(told if order is not BEHIND else told.capitalize())
    assert claim(text, "raid").polarity == polarity


@pytest.mark.parametrize(
    ("text", "trigger", "polarity"),
    [
        ("No brigade launched an attack on the port.", "attack", "negative"),
        ("No side carried out strikes on the port.", "strikes", "negative"),
        ("None of the militias resumed attacks on the port.", "attacks", "negative"),
        ("At no point did the army shell the port.", "shell", "negative"),
        ("On no account did the army shell the port.", "shell", "negative"),
        ("At that point the army shelled the port.", "shelled", "positive"),
        ("The army shelled the port in no time.", "shelled", "positive"),
        ("In no small way did rebels shell the port.", "shell", "positive"),
        ("The brigade launched an attack on the port.", "attack", "positive"),
        ("No brigade has claimed the attack on the port.", "attack", "positive"),
        ("No official confirmed the attack on the port.", "attack", "positive"),
        ("No soldier died in the attack on the port.", "attack", "positive"),
        ("No soldier died in the attack launched by rebels on the port.", "attack", "positive"),
    ],
)
def test_what_nobody_does_is_not_done(claim: One, text: str, trigger: str, polarity: str) -> None:
    """Where "no group launched an attack", the group had made one."""
    assert claim(text, trigger).polarity == polarity


@pytest.mark.parametrize(
    ("text", "trigger", "polarity"),
    [
        ("No town faces more attacks than Kutum.", "attacks", "positive"),
        ("No brigade has suffered more attacks than the guards.", "attacks", "positive"),
        ("No side has carried out a bigger attack on the port.", "attack", "positive"),
        ("No brigade began its attack on the port before dawn.", "attack", "positive"),
        ("No unit planned its attack better.", "attack", "positive"),
        ("Not one brigade launched an attack on the port.", "attack", "negative"),
        ("Hardly any brigade launched an attack on the port.", "attack", "negative"),
        ("Zero brigades launched an attack on the port.", "attack", "negative"),
        ("Not one brigade carried out a bigger attack on the port.", "attack", "positive"),
    ],
)
def test_a_comparison_denies_no_deed(claim: One, text: str, trigger: str, polarity: str) -> None:
    """Who "faces more attacks than all others" is attacked; "not one" is none."""
    assert claim(text, trigger).polarity == polarity


@pytest.mark.parametrize(
    ("share", "certainty"),
    [
        ("A role in the attack", "certain"),
        ("Involvement in the attack", "certain"),
        ("The militia's role in the attack", "possible"),
        ("Kenyan involvement in the attack", "possible"),
    ],
)
def test_a_share_of_nobody_leaves_the_attack(claim: One, share: str, certainty: str) -> None:
    found = claim(f"{share} was not confirmed by the ministry.", "attack")
    assert (found.certainty, found.polarity) == (certainty, "positive")
