"""Sources named by what they count, take something for, say in passing or are carried by."""

from __future__ import annotations

import pytest

from tests.reading.sentences import Read, at, chain


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        ("The health ministry's count of the dead in Homs stands at 41.", "dead", "ministry"),
        ("By the government's tally, 30 people were killed in Homs.", "killed", "government"),
        ("By the monitor's estimate, the army killed 12 people.", "killed", "monitor"),
        ("Rebels had entered Homs, as social media has it.", "entered", "social media"),
        ("As rumour has it, the garrison fled Hama.", "fled", "rumour"),
        ("Houses fell in what residents took to be air strikes.", "air strikes", "residents"),
        ("An aide to the governor said rebels left Homs.", "left", "aide to the governor"),
        ("A deputy to the mayor said rebels left Homs.", "left", "deputy to the mayor"),
    ],
)
def test_who_counts_or_reckons_is_the_source(
    read: Read, text: str, trigger: str, sources: str
) -> None:
    (source,) = chain(at(read(text).claims, trigger))
    assert source.endswith(sources)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("As luck would have it, the army shelled the depot.", "shelled"),
        ("By Monday's count, 12 people had been killed in Homs.", "killed"),
        ("By evening, 12 people had been killed in Homs.", "killed"),
        ("The count of the dead in Homs stands at 41.", "dead"),
        ("Residents took the children to be evacuated.", "evacuated"),
    ],
)
def test_what_counts_without_anybody_is_no_source(read: Read, text: str, trigger: str) -> None:
    assert chain(at(read(text).claims, trigger)) == []


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (
            "The group said in a statement carried by Al Jazeera that rebels shelled Homs.",
            ["Al Jazeera", "group"],
        ),
        (
            "Rebels shelled Homs, the governor said in a letter obtained by Reuters.",
            ["Reuters", "governor"],
        ),
        ("The army said in a statement signed by the general that rebels shelled Homs.", ["army"]),
        ("The army said in a statement published on Monday that rebels shelled Homs.", ["army"]),
    ],
)
def test_who_carries_a_message_hands_it_on(read: Read, text: str, sources: list[str]) -> None:
    assert chain(at(read(text).claims, "shelled")) == sources
