"""What one authority says on two days is one statement or two, by what it tells of."""

from __future__ import annotations

from typing import Any

import pytest

from fogline.model import Reading
from fogline.weighing.origin.origins import origins
from tests.weighing.newsroom import reading, source, told

FIRST = "Idris Vell said that on {day} the destroyers turned {number} submarines away from {place}."
AGAIN = "The destroyers turned {number} submarines away from {place} on {day}, Idris Vell told us."
DATES = {"Monday": "2016-11-07", "Wednesday": "2016-11-09"}


def page(line: str, outlet: str, out: str, **other: Any) -> Reading:
    """Return a page of one claim; of Monday, two submarines, Orlin and 12 killed if not `other`."""
    said = {"day": "Monday", "number": "two", "place": "Orlin", "killed": 12} | other
    killed, sentence = said["killed"], line.format(**said)
    claim: dict[str, Any] = {"sentence": sentence, "trigger": "turned", "day": DATES[said["day"]]}
    claim |= {"recipients": (f"{said['number']} submarines",), "places": (said["place"],)}
    claim |= {"killed": (killed, killed), "by": [source("Idris Vell", "named-person")]}
    return told(reading(sentence, outlet, out), claim)


@pytest.mark.parametrize("outlet", ["Orlin Post", "Vessa Times"])
@pytest.mark.parametrize(
    "other", [{"day": "Wednesday"}, {"number": "nine"}, {"place": "Karsk"}, {"killed": 30}]
)
def test_said_on_another_day_of_another_thing_it_is_another_statement(
    other: dict[str, Any], outlet: str
) -> None:
    # Two reports of one outlet were one origin since the army spoke in both, of two days.
    first = page(FIRST, "Orlin Post", "2016-11-08")
    assert len(origins([first, page(AGAIN, outlet, "2016-11-10", **other)])) == 2
    if other != {"day": "Wednesday"}:
        assert len(origins([first, page(AGAIN, outlet, "2016-11-08", **other)])) == 1


def test_of_one_thing_it_is_one_statement_on_whatever_day_it_is_told() -> None:
    first = page(FIRST, "Orlin Post", "2016-11-08")
    (found,) = origins([first, page(AGAIN, "Vessa Times", "2016-11-10")])
    assert sorted(m.relation for m in found.members) == ["root", "same-authority"]
