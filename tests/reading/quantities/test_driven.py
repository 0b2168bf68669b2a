"""Who is shot dead, and peoples that are driven out, by their number."""

from __future__ import annotations

import pytest

from fogline.model import Range
from fogline.reading.reader import Reader
from tests.reading.sentences import One, at, document


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Gunmen dragged a teacher from the bus and shot him dead.", Range(1, 1)),
        ("Police shot a man dead in Bria.", Range(1, 1)),
        ("Police shot dead a man in Bria.", Range(1, 1)),
        ("A sniper shot dead three boys in Homs.", Range(3, 3)),
        ("Gunmen shot the man and his two sons dead.", Range(3, 3)),
        ("Two guards were shot dead in Kora.", Range(2, 2)),
        ("Police shot a man in Bria.", None),
    ],
)
def test_who_is_shot_dead_is_counted(claim: One, text: str, killed: Range | None) -> None:
    """A man shot dead was no casualty, and three boys were one: the sniper."""
    assert claim(text, "shot").casualties.killed == killed


@pytest.mark.parametrize(
    ("people", "displaced"),
    [
        ("tens of thousands of Tigrayans", Range(20000, None)),
        ("thousands of Rohingya", Range(2000, None)),
        ("300 villagers", Range(300, 300)),
    ],
)
def test_a_people_that_is_expelled_is_displaced(
    whole: Reader, people: str, displaced: Range
) -> None:
    text = f"The militia expelled {people} from Kora."
    found = at(whole.read(document(text)).claims, "expelled")
    assert (found.event, found.mode) == ("COERCE", "displace")
    assert found.casualties.displaced == displaced


@pytest.mark.parametrize("force", ["dozens of militants", "the Russians", "the army"])
def test_a_force_that_is_expelled_loses_the_place(claim: One, force: str) -> None:
    found = claim(f"Rebels expelled {force} from Kora.", "expelled")
    assert (found.event, found.mode) == ("CONTROL", "gain")
