"""Figures to which deaths have risen, and that somebody puts them at."""

from __future__ import annotations

import pytest

from fogline.model import Range
from fogline.reading.reader import Reader
from tests.reading.sentences import document


@pytest.mark.parametrize(
    ("text", "trigger", "killed"),
    [
        ("Thai deaths have risen to 15, only one of them in uniform.", "deaths", 15),
        ("Deaths in Homs have climbed to 15, the ministry said.", "Deaths", 15),
        ("Deaths in the raid on Homs stand at 12.", "raid", 12),
        ("The number of those who lost their lives in Surin went up to eight.", "lost", 8),
        ("The number of people who died in Homs rose to 20.", "died", 20),
        ("Police put the dead in Homs at 20.", "dead", 20),
        ("Deaths in Homs rose to a record.", "Deaths", None),
        ("Deaths in Homs have risen and the army has gone up to 15 villages.", "Deaths", None),
        ("The army put the dead in a mass grave at 5 km from Homs.", "dead", None),
    ],
)
def test_deaths_have_risen_to_a_figure(
    whole: Reader, text: str, trigger: str, killed: int | None
) -> None:
    found = next(c for c in whole.read(document(text)).claims if trigger in c.trigger.text)
    assert found.casualties.killed == (None if killed is None else Range(killed, killed))


def test_who_puts_a_toll_at_a_figure_hits_nobody(whole: Reader) -> None:
    text = "The mayor has the toll of the strike on Homs at 14; the ministry puts it at 20."
    assert [c.trigger.text for c in whole.read(document(text)).claims] == ["strike"]
