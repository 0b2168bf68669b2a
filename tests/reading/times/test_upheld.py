"""What somebody said up to a day that is so, is told up to that day."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document

MONDAY, TODAY = "2024-03-04", "2024-03-06"


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Fano, who till Monday insisted that they held Lalibela, now speak of an exit.", "held",
         MONDAY),
        ("The army, which until Monday said that it controlled Bakhmut, has left.", "controlled",
         MONDAY),
        ("The army, who until Monday claimed to hold Bakhmut, has left.", "hold", MONDAY),
        ("The rebels insisted till Monday that they held Homs.", "held", MONDAY),
        # The day on which it was said bounds nothing.
        ("Rebels, who on Monday said that they held Goma, now deny it.", "held", TODAY),
        ("The army insists that it holds Bakhmut.", "holds", TODAY),
    ],
)  # fmt: skip
def test_what_was_upheld_until_a_day_is_told_up_to_it(
    whole: Reader, text: str, trigger: str, day: str
) -> None:
    """Who had insisted up to Monday that they held a town held it on the day of the report."""
    claim = at(whole.read(document(text)).claims, trigger)
    assert (claim.when.start, claim.when.end) == (day, day)


@pytest.mark.parametrize(
    ("text", "trigger", "days"),
    [
        ("Bukavu was in rebel hands until Monday.", "hands", (MONDAY, MONDAY)),
        ("Bukavu was under rebel control until Monday.", "control", (MONDAY, MONDAY)),
        ("Bukavu had been in rebel hands until Monday.", "hands", (MONDAY, MONDAY)),
        ("Bukavu was under siege until Monday.", "siege", (MONDAY, MONDAY)),
        ("Bukavu is under rebel control until Monday.", "control", (TODAY, "2024-03-11")),
    ],
)
def test_what_was_so_until_a_day_ended_on_the_last_one(
    whole: Reader, text: str, trigger: str, days: tuple[str, str]
) -> None:
    """A town that was held until Monday was held up to the next one."""
    claim = at(whole.read(document(text)).claims, trigger)
    assert (claim.when.start, claim.when.end) == days
