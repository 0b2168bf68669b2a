"""Whose turn it is to speak: "the ministry did not comment. It said ..."."""

from __future__ import annotations

import pytest

from tests.reading.sentences import Read, at, chain

HELD = "Ukraine's General Staff said that its troops held Lyptsi."


@pytest.mark.parametrize(
    ("text", "trigger", "speaker"),
    [
        (
            f"{HELD} Russia's Defence Ministry did not mention it. It said that it took it.",
            "took",
            "Russia's Defence Ministry",
        ),
        (
            "The UN said that gunmen burned Tawila. The Sudanese government declined to comment."
            " It said that its forces shelled only rebel camps.",
            "shelled",
            "Sudanese government",
        ),
        (
            "Pakistan's military said that India shelled Poonch. India's defence ministry published"
            " a video. It said that its troops destroyed three posts.",
            "destroyed",
            "India's defence ministry",
        ),
        # who only does something does not speak, and "it" is none of several
        (
            "The Observatory said that shells hit Idlib. The army seized the town on Monday."
            " It said that five houses were burned.",
            "burned",
            "Observatory",
        ),
        (
            "The army said that it retook Bara. The rebels did not comment."
            " It said that jets bombed the town.",
            "bombed",
            "army",
        ),
    ],
)
def test_it_is_who_spoke_or_kept_silent_last(
    read: Read, text: str, trigger: str, speaker: str
) -> None:
    assert chain(at(read(text).claims, trigger)) == [speaker]
