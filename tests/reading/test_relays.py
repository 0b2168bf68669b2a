"""Sources that another hands on, and who says it in a clause set beside."""

from __future__ import annotations

import pytest

from tests.reading.sentences import One, chain


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        (
            "According to two drivers cited by Lake Radio, soldiers burned the mill.",
            "burned",
            ["Lake Radio", "two drivers"],
        ),
        (
            "A spokesman for the army, quoted by Lake Radio, said that rebels captured the dam.",
            "captured",
            ["Lake Radio", "spokesman for the army"],
        ),
        (
            "Nine people died, according to a medic quoted by local media.",
            "died",
            ["local media", "medic"],
        ),
        (
            "According to the mayor, who cites a nurse, the army shelled the port.",
            "shelled",
            ["mayor", "nurse"],
        ),
        (
            "A priest in Goma heard from miners that rebels took the bridge.",
            "took",
            ["priest in Goma", "miners"],
        ),
        (
            "The mayor has learned from two officials that troops will leave the town.",
            "leave",
            ["mayor", "two officials"],
        ),
        # Whom a source only met, or who quoted him on another matter, hands nothing on.
        ("Drivers met by the mayor said that soldiers burned the mill.", "burned", ["Drivers"]),
        ("The mayor, who fled the town, said rebels took the bridge.", "took", ["mayor"]),
    ],
)
def test_who_hands_on_stands_further_out(
    claim: One, text: str, trigger: str, sources: list[str]
) -> None:
    assert chain(claim(text, trigger)) == sources


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        ("As the mayor announced on Tuesday, the army retook the bridge.", "retook", ["mayor"]),
        ("As the rebels claimed on Tuesday, they took the bridge.", "took", ["rebels"]),
        ("As reported by Lake Radio, rebels captured the bridge.", "captured", ["Lake Radio"]),
        ("Rebels, as the army has confirmed, captured the bridge.", "captured", ["army"]),
        (
            "As Deputy Secretary of State Ada Lisle announced today at the Lake Dialogue, the "
            "kingdom will withdraw from the town.",
            "withdraw",
            ["Deputy Secretary of State Ada Lisle"],
        ),
        # What is said then is another thing, or nothing is said.
        ("As the mayor said that the war was over, rebels took the bridge.", "took", []),
        ("As the mayor spoke, rockets hit the market.", "hit", []),
        ("As the army threatened last week, it bombed the bridge.", "bombed", []),
        ("As we reported on Monday, the army shelled the town.", "shelled", []),
    ],
)
def test_who_says_it_in_a_clause_set_beside(
    claim: One, text: str, trigger: str, sources: list[str]
) -> None:
    assert chain(claim(text, trigger)) == sources


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        ("Nine died, according to the camp's emergency room.", "died", ["camp's emergency room"]),
        ("Nine died, according to the army's spokesman.", "died", ["army's spokesman"]),
        ("Nine died, according to the ministry's report.", "died", ["ministry"]),
        ("Nine died, according to Amnesty's findings.", "died", ["Amnesty"]),
    ],
)
def test_whose_word_it_is(claim: One, text: str, trigger: str, sources: list[str]) -> None:
    assert chain(claim(text, trigger)) == sources


@pytest.mark.parametrize("force", ["soldiers", "rebels"])
def test_who_threatens_says_what_he_will_do(claim: One, force: str) -> None:
    text = f"Residents fled after {force} burned two houses and threatened to shell the camp."
    assert chain(claim(text, "shell")) == [force]
