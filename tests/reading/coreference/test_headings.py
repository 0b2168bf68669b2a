"""Items of a list have the place and day of the line above them, and of what they begin with."""

from __future__ import annotations

import pytest

from tests.reading.sentences import Read, at, texts

TOLL = "Toll of the attack on Homs on 2 March 2024:\n- 23 people killed\n- 8 people wounded\n"
SECOND, TODAY = "2024-03-02", "2024-03-06"


@pytest.mark.parametrize(
    ("text", "trigger", "place", "day"),
    [
        (TOLL, "killed", ["Homs"], SECOND),
        (TOLL, "wounded", ["Homs"], SECOND),
        ("Toll of the massacre of Bunia on 2 March:\n\n• 8 persons kidnapped\n\n• 40 houses burned "
         "down", "burned", ["Bunia"], SECOND),
        ("Rebels attacked Homs on Saturday, the ministry said:\n1. 12 civilians were killed",
         "killed", ["Homs"], SECOND),
        # What an item tells itself goes before.
        ("Attack on Bunia, 2 March:\n- 3 soldiers wounded in Goma on 3 March", "wounded", ["Goma"],
         "2024-03-03"),
        # Of two places it may be either, and what came since is not of that day.
        ("Shelling of Homs and Idlib on 2 March:\n- a school destroyed", "destroyed", [], SECOND),
        ("Since the attack on Homs on 2 March:\n- 2 men died\n- 2 men jailed", "jailed", [], TODAY),
        # What is only said of it happens elsewhere, and behind the list all begins anew.
        ("Rebels attacked Homs on Saturday, the ministry said:\n- The mayor condemned it.",
         "condemned", [], TODAY),
        (f"{TOLL}\nThe army arrested two men.", "arrested", [], TODAY),
        # The place that a line is of.
        ("* Goma: Shelling was reported. 10 people were displaced.", "displaced", ["Goma"], TODAY),
        ("* Goma: Rebels hold the town. No aid deliveries.", "deliveries", ["Goma"], TODAY),
        ("Goma area:\n\n- The clinic has run out of fuel.", "run out", ["Goma"], TODAY),
        ("Goma: a bomb went off.\nThe army arrested two men.", "arrested", [], TODAY),
        ("The ministry in Homs said:\n- Two men were arrested.", "arrested", [], TODAY),
    ],
)  # fmt: skip
def test_items_have_what_the_line_above_them_tells(
    read: Read, text: str, trigger: str, place: list[str], day: str
) -> None:
    """Tolls of one massacre lay nowhere, on the day of publication, and never met."""
    claim = at(read(text).claims, trigger)
    assert (texts(claim.places), claim.when.start) == (place, day)
