"""Invented histories with known truth: a forecast, what came of it, and what else was in the news.

Each case of `CASES` says what truth it makes; names, days, places and noise are drawn by a seed.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from fogline.model import (
    Claim,
    Credibility,
    Document,
    Event,
    Forecast,
    Mention,
    Part,
    Place,
    Published,
    Reading,
    Source,
    Span,
    When,
    claim_id,
)
from fogline.weighing.forecast.forecasts import entries
from fogline.weighing.forecast.outcomes import forecasts
from fogline.weighing.origin.origins import origins
from fogline.weighing.origin.voices import claim_origins
from fogline.weighing.views.views import views

SYLLABLES = (
    "bar dov fel gris hul jor kam lut mern nol pask quor rut sel tam vos wend yar zul".split()
)
ACTORS = ("Harrow Brigade", "Selwen Guard", "Tarn Column", "Ostrav Legion")
KINDS = (
    ("ASSAULT", "aerial"),
    ("ASSAULT", "ground"),
    ("ASSAULT", "heavy-weapons"),
    ("MOBILIZE", "troops"),
)
OTHER_MODE = {"aerial": "abduct", "ground": "aerial", "heavy-weapons": "abduct", "troops": "police"}
LONG_AFTER = 90  # days


@dataclass(frozen=True)
class History:
    """Readings, the truth about the one forecast of `speaker`, and the day on which it is asked."""

    case: str
    readings: tuple[Reading, ...]
    occurrences: dict[str, str]
    speaker: str
    today: date
    outcome: str
    differs_in: tuple[str, ...] = ()
    repeats: int = 0


@dataclass
class Press:
    """Makes one history's pages; every page has words of its own, so that none reprints another."""

    seed: int
    case: str
    dice: random.Random = field(init=False)
    readings: list[Reading] = field(default_factory=list)
    occurrences: dict[str, str] = field(default_factory=dict)
    repeats: int = 0

    def __post_init__(self) -> None:
        self.dice = dice = random.Random(f"{self.case}/{self.seed}")
        self.actor, self.rival = dice.sample(ACTORS, 2)
        self.kind = dice.choice(KINDS)
        self.place, self.elsewhere, self.far = self._places()
        self.said = date(2031, 1, 1) + timedelta(days=dice.randrange(300))
        self.length = dice.randrange(1, 8)
        self.end = self.said + timedelta(days=self.length)
        self.speaker = f"ministry of {self._word().title()}"

    def forecast(self, *, window: bool = True, **slots: Any) -> None:
        """Print the forecast, and on some other pages the same words of the same speaker."""
        slots = {"status": "forecast", "end": self.end if window else None} | slots
        self.page("Orlin Post", self.said, by=self.speaker, start=self.said, **slots)
        for n in range(self.dice.randrange(3)):
            self.repeats += 1
            self.page(f"Carrier {n}", self.said, by=self.speaker, start=self.said, **slots)

    def happens(self, day: date, **slots: Any) -> None:
        """Print one report of something that happened on a day, the day after."""
        slots = {"occurrence": "it", "out": day + timedelta(days=1)} | slots
        out = slots.pop("out")
        self.page(slots.pop("outlet", "Vessa Times"), out, start=day, end=day, **slots)

    def covered(self) -> None:
        """Print what else was in the news of the place while the window was open and after."""
        for n, after in enumerate((0, 1, 2)):
            day = self.end + timedelta(days=after)
            self.page(f"Local {n}", day, start=day, end=day, event="AID", mode=None, actor=None)

    def noise(self) -> None:
        """Print news of other places and other days, which says nothing of the forecast."""
        for n in range(self.dice.randrange(4)):
            day = self.said + timedelta(days=self.dice.randrange(1, 6))
            self.page(f"Far {n}", day, start=day, end=day, place=self.far, actor="Quorn Militia")

    def page(self, outlet: str, out: date, **slots: Any) -> None:
        """Print a page with one claim, which names the forecast's slots where none is given."""
        slots = {"event": self.kind[0], "mode": self.kind[1]} | slots
        occurrence = slots.pop("occurrence", None)
        sentence = " ".join(self._word() for _ in range(12)) + "."
        filler = " ".join(self._word() for _ in range(40))
        text = f"{sentence} {filler}."
        role = slots.pop("role", "body")
        document = Document(
            id=f"sha256:{hashlib.sha256((outlet + text).encode()).hexdigest()}",
            text=text,
            parts=(Part("p1", role, 0, len(text)),),
            published=Published(out.isoformat(), out.isoformat(), "given"),
            publisher=outlet,
        )
        claim = self._claim(document, sentence, slots)
        self.readings.append(Reading(document, (claim,), "by hand"))
        self.occurrences[claim.id] = occurrence or claim.id

    def also(self, **slots: Any) -> None:
        """Put one more claim on the last page."""
        last = self.readings.pop()
        slots = {"event": self.kind[0], "mode": self.kind[1]} | slots
        more = self._claim(last.document, last.claims[0].sentence.text, slots)
        self.readings.append(replace(last, claims=(*last.claims, more)))
        self.occurrences[more.id] = more.id

    def _claim(self, document: Document, sentence: str, slots: dict[str, Any]) -> Claim:
        actor, whom = slots.pop("actor", self.actor), slots.pop("whom", None)
        place = slots.pop("place", self.place)
        by, start, end = slots.pop("by", None), slots.pop("start"), slots.pop("end")
        chain = [Source(document.publisher or "", "author")]
        chain += [Source(by, "organisation")] if by else []
        basis = slots.pop("basis", "absolute" if end else "none")
        filled: dict[str, Any] = {"status": "occurred", "polarity": "positive"}
        filled |= {"certainty": "certain", "probability": (0.95, 1.0)} | slots
        when = When("then", start.isoformat(), end.isoformat(), None, basis) if end else When()
        claim = Claim(
            id="",
            part="p1",
            sentence=Span(0, len(sentence), sentence),
            trigger=Span(0, 3, sentence[:3]),
            actors=(Mention(actor),) if actor else (),
            recipients=(Mention(whom),) if whom else (),
            places=(place,) if place else (),
            when=when,
            attribution=tuple(chain),
            **filled,
        )
        return replace(claim, id=claim_id(document.id, claim))

    def _places(self) -> tuple[Place, Place, Place]:
        """Return three settlements: the second some 60 km from the first, the third far off."""
        lat, lon = self.dice.uniform(30, 40), self.dice.uniform(30, 40)
        spots = ((lat, lon, "XA"), (lat + 0.55, lon, "XA"), (lat + 9, lon + 9, "XB"))
        return tuple(  # type: ignore[return-value]
            Place(name, name=name, id=name, lat=a, lon=b, country=c, precision="settlement")
            for (a, b, c), name in zip(spots, (self._word().title() for _ in spots), strict=True)
        )

    def _word(self) -> str:
        return "".join(self.dice.choice(SYLLABLES) for _ in range(3))

    def told(self, outcome: str, *differs: str, today: date | None = None) -> History:
        """Return the history with its truth."""
        self.noise()
        last = self.said + timedelta(days=LONG_AFTER)
        return History(
            self.case, tuple(self.readings), self.occurrences, self.speaker, today or last,
            outcome, differs, self.repeats,
        )  # fmt: skip


def in_window(press: Press) -> date:
    """Return a day of the window that is reported after the day of the forecast."""
    return press.said + timedelta(days=press.dice.randrange(press.length + 1))


def after(press: Press) -> date:
    """Return a day after the window, not so long after that it is another story."""
    return press.end + timedelta(days=press.dice.randrange(2, 25))


def came(press: Press) -> History:
    press.forecast()
    press.happens(in_window(press))
    return press.told("borne-out")


def came_and_came_again_late(press: Press) -> History:
    press.forecast()
    press.happens(in_window(press))
    press.happens(after(press), occurrence="again")
    return press.told("borne-out")


def came_late(press: Press) -> History:
    press.forecast()
    press.happens(after(press))
    return press.told("borne-out-late", "when")


def came_late_though_covered(press: Press) -> History:
    press.forecast()
    press.covered()
    press.happens(after(press))
    return press.told("borne-out-late", "when")


def came_elsewhere(press: Press) -> History:
    press.forecast()
    press.covered()
    press.happens(in_window(press), place=press.elsewhere)
    return press.told("borne-out-in-part", "places")


def came_late_and_elsewhere(press: Press) -> History:
    press.forecast()
    press.covered()
    press.happens(after(press), place=press.elsewhere)
    return press.told("borne-out-late", "when", "places")


def came_by_others(press: Press) -> History:
    press.forecast()
    press.covered()
    press.happens(in_window(press), actor=press.rival)
    return press.told("borne-out-in-part", "actors")


def came_in_another_way(press: Press) -> History:
    press.forecast()
    press.covered()
    press.happens(in_window(press), mode=OTHER_MODE[press.kind[1]])
    return press.told("borne-out-in-part", "event")


def came_by_nobody_named(press: Press) -> History:
    press.forecast()
    press.covered()
    press.happens(in_window(press), actor=None)
    return press.told("cannot-tell")


def came_perhaps(press: Press) -> History:
    press.forecast()
    press.covered()
    press.happens(in_window(press), certainty="possible")
    return press.told("cannot-tell")


def came_and_is_denied_by_as_many(press: Press) -> History:
    press.forecast()
    day = in_window(press)
    press.happens(day)
    press.happens(day, polarity="negative", outlet="Karsk Echo")
    return press.told("cannot-tell")


def nothing_came(press: Press) -> History:
    press.forecast()
    press.covered()
    return press.told("not-borne-out")


def nothing_came_that_anybody_would_know(press: Press) -> History:
    press.forecast()
    return press.told("cannot-tell")


def nothing_came_and_coverage_ended_with_the_window(press: Press) -> History:
    press.forecast()
    for n in range(4):
        press.page(f"Local {n}", press.end, start=press.end, end=press.end, event="AID", mode=None)
    return press.told("cannot-tell")


def only_what_was_to_come_was_told_of_the_place(press: Press) -> History:
    press.forecast()
    for n in range(3):
        day = min(press.said + timedelta(days=n), press.end)
        press.page(f"Herald {n}", day, by=f"seer {n}", status="forecast", start=day, end=press.end)
    out = press.end + timedelta(days=1)
    press.page("Local", out, start=out, end=out, event="AID", mode=None, actor=None)
    return press.told("cannot-tell")


def it_was_said_not_to_have_come(press: Press) -> History:
    press.forecast()
    out = press.end + timedelta(days=1)
    press.happens(press.end, polarity="negative", out=out)
    return press.told("not-borne-out")


def it_had_come_before(press: Press) -> History:
    press.forecast()
    press.covered()
    press.happens(press.said - timedelta(days=press.dice.randrange(1, 9)))
    return press.told("not-borne-out")


def it_was_reported_before_it_was_forecast(press: Press) -> History:
    press.forecast()
    press.covered()
    press.happens(press.said, out=press.said)
    return press.told("not-borne-out")


def it_came_long_after(press: Press) -> History:
    press.forecast()
    press.covered()
    press.happens(press.end + timedelta(days=40))
    return press.told("not-borne-out")


def it_came_far_away(press: Press) -> History:
    press.forecast()
    press.covered()
    press.happens(in_window(press), place=press.far)
    return press.told("not-borne-out")


def only_readers_say_that_it_came(press: Press) -> History:
    press.forecast()
    press.covered()
    press.happens(in_window(press), role="comment")
    return press.told("not-borne-out")


def only_a_headline_says_that_it_came(press: Press) -> History:
    press.forecast()
    press.covered()
    press.happens(in_window(press), role="headline")
    return press.told("not-borne-out")


def the_window_is_open(press: Press) -> History:
    press.forecast()
    press.covered()
    return press.told("open", today=press.end)


def part_of_it_came_and_the_window_is_open(press: Press) -> History:
    press.forecast()
    press.happens(press.said, place=press.elsewhere)
    return press.told("open", "places", today=press.end)


def it_came_and_the_window_is_open(press: Press) -> History:
    press.forecast()
    press.happens(press.said)
    return press.told("borne-out", today=press.end)


def open_ended_and_nothing_came(press: Press) -> History:
    press.forecast(window=False)
    press.covered()
    return press.told("open")


def open_ended_and_it_came(press: Press) -> History:
    press.forecast(window=False)
    press.happens(after(press))
    return press.told("borne-out")


def it_will_not_and_it_did_not(press: Press) -> History:
    press.forecast(polarity="negative")
    press.covered()
    return press.told("borne-out")


def it_will_not_and_it_did(press: Press) -> History:
    press.forecast(polarity="negative")
    press.covered()
    press.happens(in_window(press))
    return press.told("not-borne-out")


def it_will_not_and_it_did_later(press: Press) -> History:
    press.forecast(polarity="negative")
    press.covered()
    press.happens(after(press))
    return press.told("borne-out")


def it_will_not_and_nobody_would_know(press: Press) -> History:
    press.forecast(polarity="negative")
    return press.told("cannot-tell")


def a_threat_carried_out(press: Press) -> History:
    press.forecast(status="threatened")
    press.happens(in_window(press))
    return press.told("borne-out")


def the_other_side_took_the_place(press: Press) -> History:
    press.kind = ("CONTROL", "gain")
    press.forecast()
    press.covered()
    press.happens(in_window(press), actor=press.rival)
    return press.told("not-borne-out")


def fighting_for_a_place_is_not_taking_it(press: Press) -> History:
    press.kind = ("CONTROL", "gain")
    press.forecast()
    press.covered()
    press.happens(in_window(press), mode="contest")
    return press.told("not-borne-out")


def another_place_was_taken(press: Press) -> History:
    press.kind = ("CONTROL", "gain")
    press.forecast()
    press.covered()
    press.happens(in_window(press), place=press.elsewhere)
    return press.told("not-borne-out")


def another_day_lends_it_no_place(press: Press) -> History:
    press.forecast()
    country = replace(press.place, id="XA", name="XA", precision="country")
    press.happens(in_window(press), place=country)
    press.happens(press.said - timedelta(days=5))
    return press.told("cannot-tell")


def a_page_that_still_announces_it_tells_it_without_a_day(press: Press) -> History:
    press.forecast()
    press.covered()
    day = press.said + timedelta(days=1)
    press.page("Late Carrier", day, by=press.speaker, status="forecast", start=day, end=press.end)
    press.repeats += 1
    press.also(start=day, end=day, basis="default")
    return press.told("not-borne-out")


CASES: tuple[Callable[[Press], History], ...] = (
    another_day_lends_it_no_place, a_page_that_still_announces_it_tells_it_without_a_day,
    came, came_and_came_again_late, came_late, came_late_though_covered, came_elsewhere,
    came_late_and_elsewhere, came_by_others, came_in_another_way, came_by_nobody_named,
    came_perhaps, came_and_is_denied_by_as_many, nothing_came,
    nothing_came_that_anybody_would_know, nothing_came_and_coverage_ended_with_the_window,
    it_was_said_not_to_have_come, it_had_come_before, it_was_reported_before_it_was_forecast,
    it_came_long_after, it_came_far_away, only_readers_say_that_it_came,
    only_a_headline_says_that_it_came, the_window_is_open,
    part_of_it_came_and_the_window_is_open, it_came_and_the_window_is_open,
    open_ended_and_nothing_came, open_ended_and_it_came, it_will_not_and_it_did_not,
    it_will_not_and_it_did, it_will_not_and_it_did_later, it_will_not_and_nobody_would_know,
    a_threat_carried_out, the_other_side_took_the_place, fighting_for_a_place_is_not_taking_it,
    another_place_was_taken, only_what_was_to_come_was_told_of_the_place,
)  # fmt: skip


def histories(count: int) -> list[History]:
    """Return so many histories, the cases in turn, each time with another seed."""
    return [CASES[n % len(CASES)](Press(n, CASES[n % len(CASES)].__name__)) for n in range(count)]


def outcomes(history: History, order: Sequence[int] | None = None) -> tuple[Forecast, ...]:
    """Return the forecasts of a history, its pages arriving in some order."""
    arrived = [history.readings[n] for n in order or range(len(history.readings))]
    log = [entry for reading in arrived for entry in entries(reading)]
    numbered = [replace(entry, seq=n, recorded_at="2032-01-01") for n, entry in enumerate(log, 1)]
    found = origins(arrived)
    voices = claim_origins(arrived, found)
    events = [_event(claims) for claims in _together(history)]
    return forecasts(numbered, views(arrived), events, voices, history.today.toordinal())


def of_speaker(found: Sequence[Forecast], history: History) -> list[Forecast]:
    return [f for f in found if f.entry.source[-1].text == history.speaker]


def _together(history: History) -> list[tuple[str, ...]]:
    claims: dict[str, list[str]] = {}
    for claim, occurrence in history.occurrences.items():
        claims.setdefault(occurrence, []).append(claim)
    return [tuple(sorted(held)) for held in claims.values()]


def _event(claims: tuple[str, ...]) -> Event:
    return Event(
        id=f"event:{claims[0]}", event="ASSAULT", mode=None, claims=claims, documents=1,
        publishers=1, origins=1, actors=(), recipients=(), places=(), when=When(),
        contradictions=(), credibility=Credibility(6, "by hand"), reason="by hand",
    )  # fmt: skip
