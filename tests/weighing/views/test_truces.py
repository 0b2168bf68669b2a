"""A truce that was agreed to and one that was broken, and who broke it."""

from __future__ import annotations

import itertools
import tomllib
from importlib.resources import files
from typing import Any

import pytest

from fogline.model import Event, Mention, Reading
from fogline.reading.tables import words
from fogline.weighing.events import events
from fogline.weighing.origin.origins import origins
from fogline.weighing.views.truces import is_breach
from tests.weighing.newsroom import reading, source, told

ROWS: dict[str, list[dict[str, Any]]] = tomllib.loads(
    files("fogline.weighing.views").joinpath("truces.toml").read_text("utf-8")
)
ARMY, FRONT = Mention("Syrian army", id="sy-forces"), Mention("Free Syrian Army", id="fsa")
SIDES = [(ARMY, FRONT), (FRONT, ARMY)]
DAY = "2016-11-08"
TRUCE = {"event": "RETREAT", "mode": "ceasefire"}


def page(outlet: str, said: str, trigger: str, **slots: Any) -> Reading:
    filler = " ".join(f"{outlet.lower()[::-1].replace(' ', '')}{n}" for n in range(25))
    given = {"sentence": said, "trigger": trigger, "places": ("Orlin",), "day": DAY} | TRUCE
    return told(reading(f"{said} {filler}", outlet, DAY), given | slots)


def weighed(*pages: Reading) -> list[Event]:
    """Return the events of some pages, the same in any order."""
    found = events(pages, origins(pages))
    for other in itertools.permutations(pages):
        assert events(other, origins(other)) == found
    return list({event.id: event for event in found}.values())


def breach(outlet: str, who: Mention, teller: Mention) -> Reading:
    said = f"The {who.text} violated the truce in Orlin, the {teller.text} said."
    by = (source(teller.text, "armed-group", id=teller.id),)
    return page(outlet, said, "violated", actors=(who,), polarity="negative", by=by)


def agreed(outlet: str = "Echo") -> Reading:
    said = "The army and the front agreed to a truce in Orlin."
    slots = {"event": "AGREE", "mode": None, "actors": (ARMY, FRONT)}
    return page(outlet, said, "agreed", **slots)


@pytest.mark.parametrize("kind", ROWS)
def test_every_word_for_a_breach_is_read_as_its_row_says(kind: str) -> None:
    for row in ROWS[kind]:
        before, trigger, behind = row["example"].split("*")
        (claim,) = page("Post", f"{before}{trigger}{behind}", trigger, polarity="negative").claims
        assert is_breach(claim) is (kind == "breach"), row["example"]
        assert any(word in row["example"] for word in row["words"])


def test_every_noun_by_which_the_reader_knows_a_breach_is_one_here() -> None:
    listed = {word for row in ROWS["breach"] for word in row["words"]}
    assert words("negations.csv", "word")["breach"] <= listed


def test_a_truce_agreed_to_is_not_the_truce_broken() -> None:
    assert len(weighed(agreed(), breach("Post", ARMY, FRONT))) == 2


@pytest.mark.parametrize(("one", "other"), SIDES)
def test_each_says_that_the_other_broke_it_and_who_did_is_open(
    one: Mention, other: Mention
) -> None:
    """Three papers' "agreed", "violated" and "violated" were an agreement on which three agree."""
    found = weighed(agreed(), breach("Post", one, other), breach("Times", other, one))
    (broken,) = (event for event in found if len(event.claims) > 1)
    (blame,) = broken.contradictions
    assert (blame.type, blame.state) == ("blame", "open")
    assert "who did it is contested" in broken.credibility.reason
    assert len(found) == 2


def test_two_who_lay_it_to_one_agree() -> None:
    monitor = Mention("Orlin Observatory")
    (event,) = weighed(breach("Post", ARMY, FRONT), breach("Times", ARMY, monitor))
    assert event.origins == 2
    assert not event.contradictions


def test_who_says_that_it_holds_contradicts_who_tells_of_a_breach() -> None:
    said = "The truce in Orlin still holds, the Orlin police said."
    by = (source("Orlin police"),)
    holds = page("Echo", said, "truce", status="ongoing", by=by)
    (event,) = weighed(
        holds, page("Post", "The truce in Orlin was broken.", "truce", polarity="negative")
    )
    assert [c.type for c in event.contradictions] == ["polarity"]
