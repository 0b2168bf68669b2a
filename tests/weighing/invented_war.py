"""Views of a generated war: outlets, days, places and deeds drawn with a seed, names invented."""

from __future__ import annotations

import random
from collections.abc import Iterator

from fogline.model import Part, Reading
from tests.weighing.newsroom import reading, source, told

SIDES = ("Alder column", "Birch column", "Orlin army", "River front")
DEEDS = (
    ("shelled", "ASSAULT", "heavy-weapons"),
    ("bombed", "ASSAULT", "aerial"),
    ("took", "CONTROL", "gain"),
    ("lost", "CONTROL", "lose"),
    ("holds", "CONTROL", "hold"),
    ("left", "RETREAT", "withdraw"),
)
ABOVE = ("headline", "caption", "", "")
MATTER = "market mill bridge school depot convoy quarter post road dam clinic harbour".split()


def pages(draw: random.Random, size: int, *, days: int = 12) -> Iterator[Reading]:
    """Yield documents of one to four claims each, some days and actors left out; the first of them
    stands in a headline or a caption as often as not.
    """
    for i in range(size):
        told_of = [_deed(draw, days) for _ in range(draw.randint(1, 4))]
        text = " ".join(str(slots["sentence"]) for slots in told_of)
        day = f"2016-11-{draw.randint(1, days):02d}" if draw.random() < 0.9 else None
        above = draw.choice(ABOVE) if told_of[1:] else ""
        if above:
            told_of[0] |= {"part": "above-1", "basis": "default", "day": None}
        end = len(str(told_of[0]["sentence"])) if above else 0
        parts = (Part("body-1", "body", end, len(text)), Part("above-1", above, 0, end))
        given = {"id": f"sha256:{i:064d}", "parts": parts if above else parts[:1]}
        yield told(reading(text, f"Outlet {draw.randrange(30)}", day, **given), *told_of)


def _deed(draw: random.Random, days: int) -> dict[str, object]:
    verb, event, mode = draw.choice(DEEDS)
    one, other = draw.sample(SIDES, 2)
    where, what = draw.choice(("Orlin", "Vessa", "Karsk")), draw.sample(MATTER, 2)
    sentence = f"{one} {verb} the {what[0]} of {other} by the {what[1]} at {where}."
    if draw.random() < 0.2:
        sentence = f"Hours later {sentence}"
    number, harmed = draw.randint(1, 5), draw.choice(("farmers", "nurses", "walkers"))
    return {
        "sentence": sentence,
        "trigger": verb,
        "event": event,
        "mode": mode,
        "places": (where,) if draw.random() < 0.8 else (),
        "actors": (one,) if draw.random() < 0.8 else (),
        "recipients": (draw.choice((other, harmed)),) if draw.random() < 0.5 else (),
        "killed": (number, number) if draw.random() < 0.4 else None,
        "polarity": "negative" if draw.random() < 0.2 else "positive",
        "day": f"2016-11-{draw.randint(1, days):02d}",
        "basis": draw.choice(("absolute", "default", "spoken")),
        "by": (source(draw.choice(SIDES), "armed-group"),) if draw.random() < 0.3 else (),
    }
