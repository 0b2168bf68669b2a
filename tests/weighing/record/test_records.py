"""What a source's record counts: its own forecasts and those it carried, and its firm claims."""

from __future__ import annotations

from typing import Any

import pytest

from fogline.model import Judgement, Reading, Record
from fogline.weighing.forecast.forecasts import entries
from fogline.weighing.moments import moment
from fogline.weighing.standing import Contents, standing_at
from tests.weighing.histories import histories
from tests.weighing.newsroom import reading, source, told

ARMY = source("Orlin army", "organisation", id="xx-forces", name="Army of Orlin")
WITNESS = source("Idris Vell", "named-person")
HIT = "The bridge at Orlin was hit by shells on Tuesday."


def page(outlet: str, day: str, sentence: str = HIT, /, **slots: Any) -> Reading:
    filler = " ".join(f"{outlet.lower()[::-1]}{day[-2:]}{n}" for n in range(25))
    role = slots.pop("fields", {})
    given = {"sentence": sentence, "trigger": "hit", "places": ("Orlin",), "day": "2031-03-04"}
    return told(reading(f"{sentence} {filler}", outlet, day, **role), given | slots)


def records(*pages: Reading, judgements: tuple[Judgement, ...] = ()) -> dict[str, Record]:
    log = tuple(entry for read in pages for entry in entries(read))
    held = Contents(pages, {}, log, judgements, {})
    found = standing_at(held, moment("2031-12-31")).records
    assert (
        standing_at(
            Contents(pages[::-1], {}, log[::-1], judgements, {}), moment("2031-12-31")
        ).records
        == found
    )
    return {record.id: record for record in found}


def test_what_an_outlet_says_itself_and_what_it_carries_are_kept_apart() -> None:
    said = "The bridge at Orlin will be hit again, we expect."
    carried = "The bridge at Orlin will be hit soon, the army said."
    found = records(
        page("Vessa Times", "2031-03-04", said, status="forecast", basis="none"),
        page("Orlin Post", "2031-03-04", carried, status="forecast", by=(ARMY,), basis="none"),
    )
    assert found["outlet:vessa times"].forecasts == (("open", 1),)
    assert found["outlet:orlin post"].forecasts == ()
    assert found["outlet:orlin post"].carried == (("open", 1),)
    assert found["source:xx-forces"].forecasts == (("open", 1),)
    assert (found["source:xx-forces"].name, found["source:xx-forces"].kind) == (
        "Army of Orlin",
        "organisation",
    )


@pytest.mark.parametrize(
    ("by", "own", "carried"),
    [
        ((source("media", "media"),), (), (("cannot-tell", 1),)),
        ((ARMY,), (), (("cannot-tell", 1),)),
        ((), (("open", 1),), ()),
    ],
)
def test_what_an_outlet_tells_again_of_others_is_no_forecast_of_its_own(
    by: tuple[Any, ...], own: tuple[Any, ...], carried: tuple[Any, ...]
) -> None:
    """Who noted that what media had declared did not come had an open forecast in its record."""
    said = "A week after media had declared that the bridge at Orlin would be hit, it stands."
    tale = page("Vessa Times", "2031-03-12", said, status="forecast", by=by, basis="none")
    found = records(tale)
    assert found["outlet:vessa times"].forecasts == own
    assert found["outlet:vessa times"].carried == carried


def test_firm_claims_are_counted_by_what_became_of_them() -> None:
    found = records(
        page("Vessa Times", "2031-03-05"),
        page("Orlin Post", "2031-03-05"),
        page("Karsk Echo", "2031-03-05", polarity="negative"),
    )
    firm = {key: record.firm for key, record in found.items()}
    times = firm["outlet:vessa times"]
    assert (times.claimed, times.corroborated, times.contradicted) == (1, 1, 1)
    echo = firm["outlet:karsk echo"]
    assert (echo.claimed, echo.corroborated, echo.contradicted) == (1, 0, 1)


def test_a_correction_by_its_source_or_by_a_person_is_counted() -> None:
    put_right = "Correction: the bridge at Orlin was hit by shells on Tuesday, 4 died, not 9."
    pages = (
        page("Vessa Times", "2031-03-04", killed=(9, 9)),
        page("Vessa Times", "2031-03-06", put_right, killed=(4, 4)),
    )
    assert records(*pages)["outlet:vessa times"].firm.corrected == 1
    alone = page("Orlin Post", "2031-03-04")
    by_hand = Judgement(
        "j", "corrected", (alone.claims[0].id,), "desk", "2031-03-07T00:00:00+00:00", "wrong town"
    )
    assert records(alone)["outlet:orlin post"].firm.corrected == 0
    assert records(alone, judgements=(by_hand,))["outlet:orlin post"].firm.corrected == 1


@pytest.mark.parametrize(
    "words",
    ["Two rebel officials", "rebels", "aid organisations", "A spokesman for the paramilitaries"],
)
def test_a_crowd_has_no_record(words: str) -> None:
    crowd = source(words, "official")
    found = records(
        page("Vessa Times", "2031-03-05", by=(crowd,)),
        page("Orlin Post", "2031-03-05", by=(crowd,)),
    )
    assert not [key for key in found if key.startswith("source:")]


@pytest.mark.parametrize(
    ("byline", "followed"),
    [
        ("newsroom", False),
        ("Foreign desk", False),
        ("Agencies", False),
        ("Orlin Post staff", False),
        ("By our own correspondent", False),
        ("post", False),  # as somebody signs in at the site
        ("Ana Lis", True),
        ("Tomcat", True),
        ("Ana Lis, Foreign editor", True),
    ],
)
def test_a_byline_that_names_nobody_has_no_record(byline: str, followed: bool) -> None:
    """ "newsroom" and "Foreign desk" were authors with records beside their outlets."""
    found = records(page("Orlin Post", "2031-03-05", fields={"author": byline}))
    assert "outlet:orlin post" in found
    assert any(key.startswith("author:") for key in found) == followed


def test_an_outlet_that_is_only_cited_keeps_its_capitals() -> None:
    """ "state media of syria" stood in lower case among the outlets."""
    cited = source("Radio Selwen", "media")
    found = records(page("Vessa Times", "2031-03-05", by=(cited,)))
    assert (found["outlet:radio selwen"].name, found["outlet:radio selwen"].kind) == (
        "Radio Selwen",
        "outlet",
    )


def test_an_armed_groups_own_channel_is_the_group() -> None:
    """What a group says on its channel was an outlet's, and corroborated the group."""
    group = {"id": "rsf", "name": "Rapid Support Forces"}
    channel, body = source("RSF Telegram", "media", **group), source("RSF", "armed-group", **group)
    found = records(
        page("Vessa Times", "2031-03-05", by=(channel,)),
        page("Orlin Post", "2031-03-05", by=(body,)),
    )
    assert not [key for key in found if "rapid" in key]
    assert (found["source:rsf"].name, found["source:rsf"].firm.corroborated) == (
        "Rapid Support Forces",
        0,
    )


def test_a_body_has_the_fullest_of_its_names() -> None:
    found = records(
        page("Vessa Times", "2031-03-05", by=(source("the Vessa relief committee", "official"),)),
        page("Orlin Post", "2031-03-05", by=(source("relief committee", "official"),)),
        page("Karsk Echo", "2031-03-05", by=(source("relief committee", "official"),)),
    )
    assert "the Vessa relief committee" in {record.name for record in found.values()}


@pytest.mark.parametrize(
    "words", ["Orlin rebel council", "the Vessa relief committee", "the southern command"]
)
def test_a_body_of_such_people_has_one(words: str) -> None:
    found = records(page("Vessa Times", "2031-03-05", by=(source(words, "official"),)))
    assert [key for key in found if key.startswith("source:")]


def test_a_copy_is_no_origin() -> None:
    text = " ".join(f"word{n}" for n in range(60))
    first = told(
        reading(f"{HIT} {text}", "Marsh Wire", "2031-03-04"),
        {"sentence": HIT, "trigger": "hit", "places": ("Orlin",)},
    )
    copy = told(
        reading(f"{HIT} {text}", "Orlin Post", "2031-03-05"),
        {"sentence": HIT, "trigger": "hit", "places": ("Orlin",)},
    )
    found = records(first, copy)
    assert (found["outlet:marsh wire"].as_origin, found["outlet:marsh wire"].as_copy) == (1, 0)
    assert (found["outlet:orlin post"].as_origin, found["outlet:orlin post"].as_copy) == (0, 1)
    assert found["outlet:orlin post"].firm.claimed == 0  # it stands on the wire's word


def test_private_persons_and_readers_have_no_record() -> None:
    found = records(
        page("Vessa Times", "2031-03-04", by=(WITNESS,)),
        page("Orlin Post", "2031-03-04", by=(source("a resident", "witness"),)),
    )
    assert {key.partition(":")[0] for key in found} == {"outlet"}


def test_a_record_of_many_histories_adds_up() -> None:
    """Forecasts by outcome are as many as the histories' truths say, source by source."""
    made = [h for h in histories(68) if h.case in {"came", "came_late", "nothing_came"}]
    for history in made:
        log = tuple(e for r in history.readings for e in entries(r))
        held = Contents(history.readings, {}, log, (), {})
        at = moment(history.today.isoformat())
        found = [r for r in standing_at(held, at).records if r.forecasts]
        assert [r.forecasts for r in found] == [((history.outcome, 1),)]
        assert all(r.brier is None for r in found)


def test_who_speaks_for_a_body_by_name_has_its_record_and_a_private_person_none() -> None:
    """A minister whom three papers cited with a forecast had no row."""
    line = "The bridge at Orlin was hit by shells, the Nordmark health minister, Ana Lis, said."
    at = line.index("Ana Lis")
    minister = source("Ana Lis", "named-person", start=at, end=at + 7)
    found = records(
        page("Vessa Times", "2031-03-05", line, by=(minister,)),
        page("Orlin Post", "2031-03-06", by=(WITNESS,)),
    )
    (key,) = [k for k in found if k.startswith("source:")]
    assert key == "source:health ministry nordmark"
    assert (found[key].name, found[key].kind) == ("Nordmark health minister", "official")
