"""Origins of opposite leaning that tell the same, and those that tell of a loss of their own."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from fogline.model import Event, Mention, Reading, Source
from fogline.weighing.events import events
from fogline.weighing.origin.leanings import said
from fogline.weighing.origin.origins import origins
from tests.weighing.bundled import Weighed
from tests.weighing.newsroom import reading, source, told

TABLE = tomllib.loads(files("fogline.weighing.origin").joinpath("leanings.toml").read_text("utf-8"))
ARMY = source("Syrian army", id="sy-forces")
REBELS = source("rebels", "armed-group")


def taken(sentence: str, publisher: str, by: Any, **slots: Any) -> Reading:
    at = sentence.find(by.text)
    placed = source(by.text, by.kind, id=by.id, start=at, end=at + len(by.text))
    claim = {
        "sentence": sentence,
        "trigger": "took" if "took" in sentence else "lost",
        "event": "CONTROL",
        "mode": "gain" if "took" in sentence else "lose",
        "places": ("Orlin",),
        "actors": ("Syrian army",) if "took" in sentence else ("rebels",),
        "by": (placed,),
        **slots,
    }
    return told(reading(sentence, publisher, "2016-11-08"), claim)


def weighed(*pages: Reading) -> Event:
    (event,) = events(pages, origins(pages))
    return event


def test_an_army_and_rebels_who_tell_of_one_capture_agree_across_the_sides() -> None:
    event = weighed(
        taken("The army took the mill of Orlin, the Syrian army said.", "Post", ARMY),
        taken("Rebels lost the mill of Orlin to the army, rebels said.", "Times", REBELS),
    )
    by = {one.origin: one for one in event.leanings}
    army = by["source:sy-forces"]
    assert (army.to, army.interest) == ("gaining", "own")
    rebels = next(one for key, one in by.items() if "rebel" in key)
    assert (rebels.to, rebels.interest) == ("losing", "against")
    assert "against its side's interest" in rebels.reason
    assert event.agreement
    assert "opposite leaning" in event.agreement


def test_two_voices_of_one_side_agree_across_nothing() -> None:
    event = weighed(
        taken("The army took the mill of Orlin, the Syrian army said.", "Post", ARMY),
        taken(
            "The army took Orlin's mill, Syria's defence ministry said.",
            "Times",
            source("Syria's defence ministry", id="sy-defence-ministry"),
        ),
    )
    assert {one.to for one in event.leanings} == {"gaining"}
    assert event.agreement is None


def test_a_monitor_leans_to_where_a_text_says_that_it_does() -> None:
    monitor = source("Orlin Observatory", "organisation")
    event = weighed(
        taken("The army took the mill of Orlin, the Syrian army said.", "Post", ARMY),
        taken(
            "The army took the mill of Orlin, said the Orlin Observatory, which is close to the "
            "opposition.",
            "Times",
            monitor,
        ),
    )
    leaning = next(one for one in event.leanings if "observatory" in one.origin)
    assert (leaning.side, leaning.to, leaning.interest) == ("opposition", "losing", "against")
    assert "Times says" in leaning.reason
    assert event.agreement


def of_whom(marked: str) -> list[str]:
    """Return which side a text is read to say of the source that it has in *stars*."""
    words, name = marked.replace("*", ""), marked.split("*")[1]
    page = taken(f"The army took the mill, said {words}.", "Times", source(name))
    return [one.side.name for one in said([page]).values()]


@pytest.mark.parametrize(
    ("kind", "side"), [("close", "opposition"), ("joined", "opposition"), ("whose", "Syrian army")]
)
def test_every_row_reads_its_example(kind: str, side: str) -> None:
    (row,) = TABLE[kind]
    assert any(word in row["example"] for word in row["words"])
    assert of_whom(row["example"]) == [side]


@pytest.mark.parametrize(("kind", "held"), [("close", "close"), ("joined", "run")])
def test_so_it_does_with_each_other_word(kind: str, held: str) -> None:
    (row,) = TABLE[kind]
    assert all(of_whom(row["example"].replace(held, word)) for word in row["words"])


def test_of_whom_nothing_is_said_no_side_is_made_up() -> None:
    event = weighed(
        taken(
            "The army took the mill, said the Orlin clinic.",
            "Times",
            source("Orlin clinic", "organisation"),
        )
    )
    (leaning,) = event.leanings
    assert (leaning.side, leaning.to, leaning.interest) == (None, None, None)
    assert event.agreement is None


MINISTRY = source("Russia's defence ministry", id="ru-defence-ministry")
OTHERS = source("Free Syrian Army", "armed-group", id="fsa")
RUSSIANS, FIGHTERS = Mention("Russian forces", id="ru-forces"), Mention("fighters", id="fsa")


@pytest.mark.parametrize(
    ("by", "doer", "victims", "polarity", "interest"),
    [
        (MINISTRY, RUSSIANS, ("a market",), "negative", "own"),
        (MINISTRY, RUSSIANS, ("a barracks",), "negative", "own"),
        (MINISTRY, RUSSIANS, ("six farmers",), "positive", "against"),
        (MINISTRY, RUSSIANS, ("rebels",), "positive", "own"),
        (MINISTRY, RUSSIANS, ("a bridge",), "positive", None),
        (MINISTRY, Mention("Rebels"), ("six farmers",), "positive", "own"),
        (MINISTRY, Mention("Rebels"), ("six soldiers",), "positive", "against"),
        (MINISTRY, Mention("Rebels"), (RUSSIANS,), "positive", "against"),
        (MINISTRY, Mention("Rebels"), (RUSSIANS,), "negative", "own"),
        (OTHERS, FIGHTERS, ("a market",), "negative", "own"),
        (OTHERS, FIGHTERS, ("six farmers",), "positive", "against"),
        (source("Orlin clinic"), RUSSIANS, ("six farmers",), "positive", None),
    ],
)
def test_whose_interest_a_report_of_violence_serves(
    by: Source, doer: Mention, victims: tuple[Any, ...], polarity: str, interest: str | None
) -> None:
    text = "Orlin was shelled on Tuesday."
    claim = {"sentence": text, "trigger": "shelled", "places": ("Orlin",), "actors": (doer,)}
    claim |= {"recipients": victims, "polarity": polarity, "by": (by,)}
    (leaning,) = weighed(told(reading(text, "Post", "2016-11-08"), claim)).leanings
    assert leaning.interest == interest


def test_of_two_accounts_of_violence_each_answers_for_its_own() -> None:
    slots = {"event": "ASSAULT", "mode": "heavy-weapons", "recipients": ("a market",)}
    own = taken("The army took it, the Syrian army said.", "Post", ARMY, **slots)
    assert [one.interest for one in weighed(own).leanings] == ["against"]
    other = taken(
        "Rebels took it, the Syrian army said.", "Times", ARMY, **slots | {"actors": ("rebels",)}
    )
    assert [one.interest for one in weighed(other).leanings] == ["own"]


def test_on_the_9th_the_capture_of_the_blocks_stands_on_opposite_leanings(weighed: Weighed) -> None:
    event = weighed.until("2016-11-09").event("meridian-1070", "captured the 1070", "CONTROL")
    to = {one.origin: one.to for one in event.leanings}
    assert to["source:sy-forces"] == "gaining"
    assert to["source:sohr"] == "losing", "a page says that it is close to the opposition"
    assert event.agreement
