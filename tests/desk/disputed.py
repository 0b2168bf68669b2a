"""An invented raid on which pages disagree, and a long list of small events: what lists show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from fogline import pipeline
from fogline.ledger import Ledger
from fogline.model import Range, When
from tests.desk.seed import CAPTURE, MINYAN, Page, Slots, recorded

MANY = 45  # villages that a page of its own tells of
TOLLS = (("Cedar Wire", "Twelve", Range(12, 12)), ("Harbour Daily", "Thirty", Range(30, 30)))
OPEN_TOLL = ("Ridge Voice", "At least fifty", Range(50, None))


def _toll(publisher: str, number: str, killed: Range) -> Page:
    words = f"{number} villagers were killed in Minyan on Saturday when jets bombed the market."
    marked = words.replace("killed", "[killed]")
    slots = Slots("ASSAULT", "aerial", ("jets",), ("villagers",), (MINYAN,), killed=killed)
    return Page(
        publisher,
        "2016-11-13",
        (("headline", f"{publisher} on the market", None, None), ("body", words, None, None)),
        ((1, marked, slots),),
    )


def _control(publisher: str, day: str, words: str, polarity: str) -> Page:
    slots = replace(CAPTURE, polarity=polarity)
    return Page(
        publisher,
        day,
        (
            ("headline", f"{publisher} on the town", None, None),
            ("body", words.translate(BARE), None, None),
        ),
        ((1, words, slots),),
    )


MARL = replace(MINYAN, text="Marl", name="Marl", id="seed:marl", lat=35.2)
BARE = dict.fromkeys(map(ord, "[]"))


def _ahead() -> Page:
    """Return a page that expects within a day what is told of three days later."""
    words = "The army will [capture] Marl by Wednesday, the army command said."
    slots = replace(
        CAPTURE,
        places=(MARL,),
        status="forecast",
        when=When("by Wednesday", "2016-11-08", "2016-11-09", None, "absolute"),
        chain=(("the army command", "official"),),
    )
    return Page(
        "Harbour Daily",
        "2016-11-08",
        (("headline", "Marl is next", None, None), ("body", words.translate(BARE), None, None)),
        ((1, words, slots),),
    )


def _came() -> Page:
    words = "The army [captured] Marl on Saturday."
    return Page(
        "Orchard Monitor",
        "2016-11-12",
        (("headline", "Marl taken", None, None), ("body", words.translate(BARE), None, None)),
        ((1, words, replace(CAPTURE, places=(MARL,))),),
    )


def _villages() -> Page:
    told, body = [], []
    for n in range(MANY):
        name = f"Tell {chr(65 + n // 26)}{chr(97 + n % 26)}"
        place = replace(MINYAN, text=name, name=name, id=f"seed:{n}", lat=32 + n / 3)
        words = f"Shells [hit] {name} on Saturday."
        body.append(words.translate(BARE))
        told.append((1, words, Slots("ASSAULT", "heavy-weapons", (), (), (place,))))
    return Page(
        "Orchard Monitor",
        "2016-11-12",
        (("headline", "Shells on many villages", None, None), ("body", " ".join(body), None, None)),
        tuple(told),
    )


PAGES = (
    *(_toll(*told) for told in (*TOLLS, OPEN_TOLL)),
    _control("Cedar Wire", "2016-11-12", "The army [captured] Minyan on Saturday.", "positive"),
    _control(
        "Ridge Voice", "2016-11-14", "The army did not [capture] Minyan on Saturday.", "negative"
    ),
    _ahead(),
    _came(),
    _villages(),
)


def fill(path: Path) -> Path:
    """Write them to a new ledger, weigh it, and return its path."""
    with Ledger.open(path) as ledger:
        for page in PAGES:
            ledger.add(*recorded(page))
        pipeline.weigh(ledger)
    return path
