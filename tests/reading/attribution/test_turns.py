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
        (
            f"{HELD} The state agency gave no toll but said that gunmen came from the north."
            " It said that 12 rebels were killed.",
            "killed",
            "state agency",
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


@pytest.mark.parametrize(
    ("text", "trigger", "speakers"),
    [
        (
            "Residents said that rebels shelled the town. They said that four people were killed.",
            "killed",
            ["Residents"],
        ),
        (
            "Sources in the opposition said that jets bombed Bara."
            " They said that two raids hit Kutum.",
            "raids",
            ["Sources in the opposition"],
        ),
        # one pronoun is one speaker, whomever its sentence cites besides
        (
            'Colonel Ray Example said that jets bombed Kutum. "The militia, which the UN says'
            ' killed ten men, will lose the town," he said. "It shelled a school," he added.',
            "shelled",
            ["Colonel Ray Example"],
        ),
    ],
)
def test_a_pronoun_is_who_was_cited_outermost_before(
    read: Read, text: str, trigger: str, speakers: list[str]
) -> None:
    assert chain(at(read(text).claims, trigger)) == speakers
