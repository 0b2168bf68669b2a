"""Posts and diary entries that stand under a day of their own."""

from __future__ import annotations

import pytest

from fogline.reading.times.stamps import stamps
from tests.reading.sentences import One

NEAR = "2024-03-06"
SAME = {
    "a line": "4 Mar, 21:15\n{first}\n5 Mar, 05:50\n{second}\n",
    "a line of digits": "04/03 21:15\n{first}\n05/03 05:50\n{second}\n",
    "a point": "04.03, 21:15 {first}\n05.03, 05:50 {second}\n",
    "brackets": "[04.03.24 21:15] {first}\n[05.03.24 05:50] {second}\n",
    "items": "March 4: {first}\nMarch 5: {second}\n",
    "a dash": "Mar 4 - {first}\nMar 5 - {second}\n",
    "headings": "Monday 4 March\n\n{first}\n\nTuesday 5 March\n\n{second}\n",
    "weekdays": "Monday\n{first}\nTuesday\n{second}\n",
    "hours below a day": "4 March 2024, 21:15\n{first}\n00:20\n{second}\n",
    "a year at first": "4 Mar 2024, 21:15\n{first}\n5 Mar, 05:50\n{second}\n",
    "the hour first": "21:15, 4 March\n{first}\n05:50, 5 March\n{second}\n",
}


@pytest.mark.parametrize("side", ["army", "rebels"])
@pytest.mark.parametrize("form", SAME.values(), ids=SAME)
def test_a_post_is_dated_by_its_own_stamp(claim: One, form: str, side: str) -> None:
    first = f"Last night the {side} shelled the town. They left the hill."
    text = form.format(first=first, second=f"The {side} captured the bridge today.")
    days = {"shelled": ("2024-03-03", "2024-03-04"), "left": ("2024-03-04", "2024-03-04")}
    days["captured"] = ("2024-03-05", "2024-03-05")
    for trigger, (start, end) in days.items():
        when = claim(text, trigger).when
        assert (when.start, when.end) == (start, end), trigger


def test_what_a_post_announces_has_not_its_day(claim: One) -> None:
    text = "4 Mar, 21:15\nThe army left the hill.\n5 Mar, 05:50\nThe army will attack the town.\n"
    assert claim(text, "attack").when.start is None


def test_hours_alone_pass_midnight() -> None:
    text = "22:40 A shell fell.\n23:15 It burns.\n00:20 Two are dead.\n"
    assert [s.day for s in stamps(text, NEAR)] == ["2024-03-05", "2024-03-05", NEAR]


@pytest.mark.parametrize(
    "text",
    [
        "4 March 2024\nThe army left the town. On 3 March it had shelled it.\n",
        "4 March\nThe meeting opens.\n9 March\nThe meeting ends.\n",
        "The army left on\n4 March and came back on\n5 March with guns.\n",
        "12 people died.\n14 were hurt.\n",
        "10:05 A shell fell.\n11:20 It burns.\n",
    ],
)
def test_other_dates_are_no_stamps(text: str) -> None:
    assert not stamps(text, NEAR)
