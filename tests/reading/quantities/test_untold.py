"""A toll that nobody has counts nobody: "no immediate toll" was read as no dead, and whoever else
was counted behind a toll as its dead.
"""

from __future__ import annotations

import pytest

from fogline.model import Range
from tests.reading.sentences import One, Read


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("There was no immediate word on casualties from the blast in Gao.", "blast"),
        ("The monitor gave no toll for the strike on the market.", "strike"),
        ("There was no news of casualties after the raid on Goma.", "raid"),
        ("There were no immediate reports of casualties in the raid on Goma.", "raid"),
        ("Officials had no details of casualties in the ambush near Gao.", "ambush"),
    ],
)
def test_what_nobody_knows_is_no_zero(claim: One, text: str, trigger: str) -> None:
    casualties = claim(text, trigger).casualties
    assert (casualties.killed, casualties.injured) == (None, None)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("There were no casualties in the blast in Gao.", "blast"),
        ("The raid on Goma caused no deaths.", "raid"),
        ("No one was killed in the strike on the market.", "strike"),
    ],
)
def test_no_dead_are_zero(claim: One, text: str, trigger: str) -> None:
    assert claim(text, trigger).casualties.killed == Range(0, 0)


def test_a_toll_that_is_lacking_tells_of_no_deaths(read: Read) -> None:
    text = "The monitor said prisoners were feared killed in Gao but it had no immediate toll."
    assert "toll" not in {c.trigger.text for c in read(text).claims}


def test_who_is_counted_behind_a_toll_is_not_of_it(claim: One) -> None:
    text = "Officials in Gao confirmed the death toll and said 12 others were injured."
    assert claim(text, "toll").casualties.killed is None


def test_a_toll_stands_at_what_it_rose_to(claim: One) -> None:
    assert claim("The death toll in Gao rose to 15.", "toll").casualties.killed == Range(15, 15)


@pytest.mark.parametrize(
    ("text", "trigger", "killed"),
    [
        ("Senior Hill Front Commander 34 Militants Killed in Clashes in Goma", "Clashes", 35),
        ("Rebel commander, 12 fighters killed in ambush near Gao", "ambush", 13),
        ("Twelve guards killed in ambush near Gao", "ambush", 12),
    ],
)
def test_who_is_named_before_the_counted_is_counted_too(
    claim: One, text: str, trigger: str, killed: int
) -> None:
    """The one commander alone was counted, or the others alone."""
    assert claim(text, trigger).casualties.killed == Range(killed, killed)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The militia left no house standing and killed seven villagers.", 7),
        ("The army had no choice and killed six rebels.", 6),
        ("The army gave no warning but killed six rebels.", 6),
        ("No villagers were killed.", 0),
        ("No villagers or herders were killed.", 0),
    ],
)
def test_none_of_another_thing_is_no_zero(claim: One, text: str, killed: int) -> None:
    assert claim(text, "killed").casualties.killed == Range(killed, killed)
