"""What bears out that a place will be taken, where the forecast does not say by whom."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import pytest

from fogline.model import Loaded, Mention, Outcome, Reading, When
from fogline.weighing.events import events
from fogline.weighing.forecast.forecasts import entries
from fogline.weighing.forecast.outcomes import forecasts
from fogline.weighing.origin.origins import origins
from fogline.weighing.origin.voices import claim_origins
from fogline.weighing.views.views import views
from tests.weighing.newsroom import reading, told

FRONT = "River Front"
ARMY, REBELS = Mention("Syrian army", id="sy-forces"), Mention("Syrian rebels", id="sy-rebels")
SAID, END = "2015-03-01", "2015-03-07"
Who = str | Mention
MIRRORED = [(ARMY, REBELS), (REBELS, ARMY)]


def page(outlet: str, out: str, sentence: str, trigger: str, **slots: Any) -> Reading:
    filler = " ".join(f"{outlet.lower()[::-1].replace(' ', '')}{n}" for n in range(25))
    given = {"sentence": sentence, "trigger": trigger, "places": ("Orlin",), "day": out} | slots
    return told(reading(f"{sentence} {filler}", outlet, out), given)


def forecast(verb: str = "captured", **slots: Any) -> Reading:
    text = f"Orlin will be {verb} by Friday."
    given = {"event": "CONTROL", "mode": "gain", "status": "forecast", "day": END} | slots
    made = page("Karsk Post", SAID, text, verb, **given)
    (claim,) = made.claims
    return replace(
        made, claims=(replace(claim, when=When("by Friday", SAID, END, None, "relative")),)
    )


def of_control(outlet: str, mode: str, *who: Who, day: str, **slots: Any) -> Reading:
    name = " and ".join(w if isinstance(w, str) else w.text for w in who) or "Somebody"
    verb = {"gain": "took", "hold": "holds", "contest": "fight"}[mode]
    given = {"event": "CONTROL", "mode": mode, "actors": who} | slots
    return page(outlet, day, f"{name} {verb} Orlin.", verb, **given)


def others() -> list[Reading]:
    """Return pages that tell of the place when the window has closed."""
    named = ("Sarn Gazette", "Tarn News", "Ivo Report")
    return [
        page(n, "2015-03-08", f"The mill of {n} at Orlin was shelled.", "shelled") for n in named
    ]


def outcome(*pages: Reading) -> Outcome:
    """Return what became of the one forecast of some pages, the same in any order."""
    first = _outcome(pages)
    for other in itertools.islice(itertools.permutations(pages), 4):
        assert _outcome(other) == first
    return first


def _outcome(pages: tuple[Reading, ...]) -> Outcome:
    found = origins(pages)
    voices = claim_origins(pages, found)
    seen = views(pages)
    log = [entry for reading in pages for entry in entries(reading)]
    today = max(v.said for v in seen if v.said)
    (made,) = forecasts(log, seen, events(pages, found, voices), voices, today)
    return made.outcome


def before(*who: Who) -> Reading:
    return of_control("Vessa Times", "hold", *who, day="2015-02-27")


@pytest.mark.parametrize(("holder", "other"), MIRRORED)
def test_who_held_a_place_does_not_take_it_by_holding_it(holder: Who, other: Who) -> None:
    # "Orlin will be taken" was borne out by the word of who held it that they still did.
    still = of_control("Nord Daily", "hold", holder, day="2015-03-04")
    assert outcome(forecast(), before(holder), still, *others()).kind == "not-borne-out"
    taken = of_control("Nord Daily", "gain", holder, day="2015-03-04")
    assert outcome(forecast(), before(holder), taken, *others()).kind == "not-borne-out"
    held = of_control("Nord Daily", "hold", other, day="2015-03-04")
    assert outcome(forecast(), before(holder), held, *others()).kind == "borne-out"
    taken = of_control("Nord Daily", "gain", other, day="2015-03-04")
    assert outcome(forecast(), before(holder), taken, *others()).kind == "borne-out"


@pytest.mark.parametrize("who", [(FRONT,), ("soldiers",), ("garrison",)])
def test_that_somebody_holds_a_place_is_no_capture_where_nobody_says_who_held_it(
    who: tuple[Who, ...],
) -> None:
    held = of_control("Nord Daily", "hold", *who, day="2015-03-04")
    found = outcome(forecast(), held, *others())
    assert found.kind == "cannot-tell"
    assert found.reason == "something like it is told, but not in what way"


def test_that_soldiers_hold_a_place_is_no_capture_by_soldiers() -> None:
    held = of_control("Nord Daily", "hold", "soldiers", day="2015-03-04")
    found = outcome(forecast(actors=("soldiers",)), before(ARMY), held, *others())
    assert found.kind == "cannot-tell"


def test_a_capture_by_nobody_named_is_one() -> None:
    fell = of_control("Nord Daily", "gain", day="2015-03-04")
    assert outcome(forecast(), before(ARMY), fell, *others()).kind == "borne-out"


@pytest.mark.parametrize(("holder", "other"), MIRRORED)
def test_who_is_forecast_to_lose_it_holds_it(holder: Who, other: Who) -> None:
    lost = forecast(recipients=(holder,))
    still = of_control("Nord Daily", "hold", holder, day="2015-03-04")
    assert outcome(lost, still, *others()).kind == "not-borne-out"
    held = of_control("Nord Daily", "hold", other, day="2015-03-04")
    assert outcome(lost, held, *others()).kind == "borne-out"


def test_where_both_were_said_to_hold_it_neither_surely_takes_it() -> None:
    rival = of_control("Sarn Times", "hold", REBELS, day="2015-02-27")
    taken = of_control("Nord Daily", "gain", REBELS, day="2015-03-04")
    assert outcome(forecast(), before(ARMY), rival, taken, *others()).kind == "cannot-tell"


@pytest.mark.parametrize(("holder", "other"), MIRRORED)
def test_a_word_that_takes_a_side_does_not_say_whose_capture_it_means(
    holder: Who, other: Who
) -> None:
    freed = forecast("liberated", loaded=(Loaded("liberated", "taken"),))
    taken = of_control("Nord Daily", "gain", other, day="2015-03-04")
    found = outcome(freed, before(holder), taken, *others())
    assert found.kind == "cannot-tell"
    assert found.reason.endswith("but not whether by the side that its own word means")
    named = forecast("liberated", loaded=(Loaded("liberated", "taken"),), actors=(other,))
    assert outcome(named, before(holder), taken, *others()).kind == "borne-out"


@pytest.mark.parametrize(("holder", "other"), MIRRORED)
def test_that_it_will_not_fall_is_not_refuted_by_who_holds_it(holder: Who, other: Who) -> None:
    never = forecast(polarity="negative")
    still = of_control("Nord Daily", "hold", holder, day="2015-03-04")
    assert outcome(never, before(holder), still, *others()).kind == "borne-out"
    taken = of_control("Nord Daily", "gain", other, day="2015-03-04")
    assert outcome(never, before(holder), taken, *others()).kind == "not-borne-out"


@pytest.mark.parametrize(("one", "other"), MIRRORED)
@pytest.mark.parametrize("mode", [None, "ground", "clash"])
def test_who_took_a_town_that_he_was_to_attack_bears_that_out_in_part(
    one: Mention, other: Mention, mode: str | None
) -> None:
    """An attack at "65 percent" stayed open beside the capture of the town."""
    attack = forecast("attacked", event="ASSAULT", mode=mode, actors=(one,))
    taken = of_control("Vessa Times", "gain", one, day="2015-03-05")
    assert outcome(attack, taken, *others()).kind == "borne-out-in-part"
    for another in (
        of_control("Vessa Times", "gain", other, day="2015-03-05"),
        of_control("Vessa Times", "hold", one, day="2015-03-05"),
    ):
        assert outcome(attack, another, *others()).kind == "not-borne-out"
    struck = forecast("attacked", event="ASSAULT", mode="aerial", actors=(one,))
    assert outcome(struck, taken, *others()).kind == "not-borne-out"
