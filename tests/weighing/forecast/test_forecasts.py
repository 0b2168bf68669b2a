"""What an entry of the log holds, and which entries are one forecast."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fogline.model import ForecastEntry, Reading, Source, When, Window, claim_id
from fogline.weighing.forecast.forecasts import Group, correction, entries, entry_id, groups
from fogline.weighing.forecast.outcomes import forecasts
from fogline.weighing.measures.estimates import confidence, likelihood
from fogline.weighing.origin.origins import origins
from fogline.weighing.origin.voices import claim_origins
from fogline.weighing.views.views import views
from tests.weighing.newsroom import reading, source, told

MINISTRY = source("defence ministry of Orlin", "organisation")
STRIKE = "Orlin's navy will strike Vessa within two days."


def page(outlet: str, day: str | None, *, by=(MINISTRY,), until: str | None = None, **slots):  # type: ignore[no-untyped-def]
    """Return a page that forecasts the strike, in words of its own besides."""
    text = f"{STRIKE} {outlet} has it so: {' '.join(outlet.lower()[::-1] * 9)}."
    given = {"actors": ("Orlin's navy",), "places": ("Vessa",), "mode": "aerial", "by": by}
    given |= {"status": "forecast"} | slots
    read = told(reading(text, outlet, day), {"sentence": STRIKE, "trigger": "strike"} | given)
    claim = read.claims[0]
    when = When("then", day, until, None, "relative") if until else When()
    bare = replace(claim, when=when, probability=(0.95, 1.0), id="")
    return replace(read, claims=(replace(bare, id=claim_id(read.document.id, bare)),))


def grouped(*pages: Reading) -> tuple[Group, ...]:
    log = [entry for read in pages for entry in entries(read)]
    return groups(log, claim_origins(pages, origins(pages)))


def test_an_entry_holds_all_that_its_outcome_needs() -> None:
    read = page("Vessa Times", "2031-03-04", until="2031-03-06")
    (entry,) = entries(read)
    assert entry.id.startswith("forecast:")
    assert (entry.claim, entry.document) == (read.claims[0].id, read.document.id)
    assert [s.text for s in entry.source] == ["Vessa Times", "defence ministry of Orlin"]
    assert entry.words == STRIKE
    assert entry.window == Window("2031-03-04", "2031-03-06", "stated")
    assert (entry.rule.event, entry.rule.mode, entry.rule.radius_km) == ("ASSAULT", "aerial", 8.0)
    assert (entry.seq, entry.recorded_at) == (None, None)


def test_only_what_looks_ahead_is_recorded() -> None:
    """What comes only if something else does is supposed: a claim, and nobody's forecast."""
    recorded = {"forecast": 1, "threatened": 1, "occurred": 0, "ongoing": 0, "hypothetical": 0}
    for status, expected in recorded.items():
        assert len(entries(page("Vessa Times", "2031-03-04", status=status))) == expected


def test_no_window_is_said_so_and_the_publication_day_is_none() -> None:
    (entry,) = entries(page("Vessa Times", "2031-03-04"))
    assert entry.window == Window(None, None, "open-ended")
    default = replace(page("Vessa Times", "2031-03-04").claims[0].when, basis="default")
    read = page("Vessa Times", "2031-03-04")
    read = replace(read, claims=(replace(read.claims[0], when=default),))
    assert entries(read)[0].window.basis == "open-ended"


def test_days_counted_from_a_publication_nobody_knows_are_no_window() -> None:
    read = page("Vessa Times", None)
    counted = When("within two days", None, None, (0, 2), "relative")
    read = replace(read, claims=(replace(read.claims[0], when=counted),))
    (entry,) = entries(read)
    assert entry.window == Window(None, None, "undated")
    (found,) = forecasts([entry], views([read]), (), claim_origins([read], ()), 800_000)
    assert found.outcome.kind == "cannot-tell"


def test_repeats_by_one_origin_are_one_forecast() -> None:
    pages = [page(f"Outlet {n}", "2031-03-04", until="2031-03-06") for n in range(4)]
    (group,) = grouped(*pages)
    assert len(group.repeats) == 3
    assert grouped(*reversed(pages)) == (group,)


def test_another_origin_makes_a_forecast_of_its_own() -> None:
    other = source("Institute of Karsk", "organisation")
    ours = page("Vessa Times", "2031-03-04", until="2031-03-06")
    theirs = page("Orlin Post", "2031-03-04", until="2031-03-06", by=(other,))
    assert len(grouped(ours, theirs)) == 2


def test_said_again_when_the_window_has_closed_it_is_a_new_forecast() -> None:
    """Else a forecast renewed for ever would one day have come true."""
    first = page("Vessa Times", "2031-03-04", until="2031-03-06")
    again = page("Orlin Post", "2031-03-09", until="2031-03-11")
    one, other = grouped(first, again)
    assert (one.first.window.end, other.first.window.end) == ("2031-03-06", "2031-03-11")


def test_a_repeat_does_not_move_the_window() -> None:
    first = page("Vessa Times", "2031-03-04", until="2031-03-06")
    (group,) = grouped(first, page("Orlin Post", "2031-03-05", until="2031-03-07"))
    assert group.first.window.end == "2031-03-06"


def test_that_it_will_not_happen_is_another_forecast() -> None:
    yes = page("Vessa Times", "2031-03-04", until="2031-03-06")
    no = [page(f"Outlet {n}", "2031-03-04", until="2031-03-06", polarity="negative") for n in "ab"]
    found = grouped(yes, *no)
    assert sorted(len(group.repeats) for group in found) == [0, 1]


HELD = {"event": "CONTROL", "mode": "hold", "actors": ("Orlin army",)}


@pytest.mark.parametrize(
    ("other", "number"),
    [
        ({"mode": "lose", "actors": ("Orlin army",)}, 2),
        ({"mode": "gain", "actors": ("River front",)}, 2),
        ({"mode": "gain", "actors": ()}, 2),
        ({"mode": "gain", "actors": ("Orlin army",)}, 1),
        ({"mode": "hold", "actors": ()}, 1),
    ],
)
def test_who_foretells_that_a_place_is_held_and_that_it_is_lost_makes_two_forecasts(
    other: dict[str, object], number: int
) -> None:
    pages = (page("A", "2031-03-04", **HELD), page("A", "2031-03-04", **HELD | other))
    assert len(grouped(*pages)) == len(grouped(*pages[::-1])) == number


def test_another_place_is_another_forecast() -> None:
    here = page("Vessa Times", "2031-03-04", until="2031-03-06")
    there = page("Orlin Post", "2031-03-04", until="2031-03-06", places=("Karsk",))
    assert len(grouped(here, there)) == 2


def test_a_correction_counts_and_the_first_words_stay() -> None:
    read = page("Vessa Times", "2031-03-04", until="2031-03-06")
    (entry,) = entries(read)
    longer = Window("2031-03-04", "2031-03-20", "stated")
    better = correction(entry, "desk officer", "two weeks", window=longer, rule=entry.rule)
    assert better.corrects == entry.id != better.id == entry_id(better)
    log: list[ForecastEntry] = [replace(better, seq=2), replace(entry, seq=1)]
    (found,) = forecasts(log, views([read]), (), claim_origins([read], ()), 741_150)
    assert found.entry.window == longer
    assert (found.entry.id, found.entry.words) == (entry.id, STRIKE)
    assert "held against what desk officer corrected: two weeks" in found.outcome.reason


@pytest.mark.parametrize(
    ("band", "term"),
    [
        ((0.95, 1.0), "almost certain"),
        ((0.55, 0.95), "likely to very likely"),
        ((0.8, 0.95), "very likely"),
        ((0.05, 0.55), "very unlikely to roughly even chance"),
        ((0.2, 0.45), "unlikely"),
        ((0.45, 0.55), "roughly even chance"),
        ((0.01, 0.05), "almost no chance"),
        ((0.0, 1.0), "not stated"),
        (None, "not stated"),
    ],
)
def test_a_band_has_its_word_of_icd_203(band: tuple[float, float] | None, term: str) -> None:
    assert likelihood(band) == term


@pytest.mark.parametrize(
    ("words", "grade"),
    [
        ("We assess with moderate confidence that the town falls.", "moderate"),
        ("With High Confidence: the town falls.", "high"),
        ("Confidence in the army is low.", None),
    ],
)
def test_confidence_is_kept_apart_from_likelihood(words: str, grade: str | None) -> None:
    assert confidence(words) == grade


@pytest.mark.parametrize(
    ("words", "kind", "note"),
    [
        (STRIKE, "not-borne-out", ""),
        (f"If the truce ends, {STRIKE}", "cannot-tell", "said on a condition"),
    ],
)
def test_what_was_said_on_a_condition_and_did_not_come_cannot_be_told(
    words: str, kind: str, note: str
) -> None:
    read = page("Vessa Times", "2031-03-04", until="2031-03-06")
    (entry,) = entries(read)
    entry = replace(entry, words=words, seq=1)
    others = [
        told(
            reading(said, outlet, "2031-03-08"),
            {"sentence": said, "trigger": "opened", "event": "AID", "mode": None}
            | {"places": ("Vessa",), "day": "2031-03-06"},
        )
        for outlet in ("Orlin Post", "Karsk Echo", "Marsh Wire")
        for said in (f"A bakery opened at Vessa, {outlet} saw.",)
    ]
    pages = [read, *others]
    (found,) = forecasts([entry], views(pages), (), claim_origins(pages, ()), 741_999)
    assert found.outcome.kind == kind, found.outcome.reason
    assert note in found.outcome.reason


AGAIN = "A week after media had declared that strikes on Vessa were hours away, none has come."
MEDIA = source("media", "media")


def again(outlet: str, day: str | None, *, by=(MEDIA,), said: str = AGAIN, **slots):  # type: ignore[no-untyped-def]
    """Return a page that tells a forecast again, its days counted from its own publication."""
    given = {"places": ("Vessa",), "mode": "aerial", "by": by, "status": "forecast"}
    return told(
        reading(said, outlet, day), {"sentence": said, "trigger": "strikes"} | given | slots
    )


def test_what_is_told_again_of_a_forecast_repeats_it_however_late() -> None:
    """Who noted that nothing had come stood as the author of a new forecast without an end."""
    first = page("Karsk Echo", "2031-03-04", until="2031-03-06")
    for late in (again("Orlin Post", "2031-03-12"), again("Orlin Post", None)):
        (group,) = grouped(late, first)
        assert group.first.document == first.document.id
        assert [entry.document for entry in group.repeats] == [late.document.id]
        assert group.documents == {first.document.id}
        assert grouped(first, late) == (group,)


@pytest.mark.parametrize(
    ("late", "day"),
    [
        ({"places": ("Karsk",)}, "2031-03-12"),
        ({"polarity": "negative"}, "2031-03-12"),
        ({"event": "AID", "mode": None}, "2031-03-12"),
        ({"by": (source("Vessa Observatory", "organisation"),)}, "2031-03-12"),
        ({}, "2031-03-04"),
        ({}, "2031-03-01"),
    ],
)
def test_what_is_told_again_of_another_matter_or_before_it_repeats_nothing(
    late: dict[str, object], day: str
) -> None:
    first = page("Karsk Echo", "2031-03-04", until="2031-03-06")
    assert len(grouped(first, again("Orlin Post", day, **late))) == 2


def test_who_forecasts_it_anew_repeats_no_tale_of_an_earlier_one() -> None:
    tale, fresh = again("Orlin Post", "2031-03-12"), page("Karsk Echo", "2031-03-13")
    assert len(grouped(tale, fresh)) == 2
    (both,) = grouped(tale, again("Tarn Daily", "2031-03-13", said=f"{AGAIN[:-1]} yet."))
    assert len(both.repeats) == 1


@pytest.mark.parametrize(
    ("said", "by", "kind"),
    [
        (AGAIN, (MEDIA,), "undated"),
        (AGAIN, (), "stated"),
        (
            "The ministry had said that strikes on Vessa would begin on Friday.",
            (MINISTRY,),
            "stated",
        ),
        ("The ministry said that strikes on Vessa are hours away.", (MINISTRY,), "stated"),
    ],
)
def test_days_counted_from_when_it_was_first_said_are_not_those_of_the_tale(
    said: str, by: tuple[Source, ...], kind: str
) -> None:
    tale = again("Orlin Post", "2031-03-12", said=said, by=by)
    when = When("hours away", "2031-03-12", "2031-03-13", None, "relative")
    claim = replace(tale.claims[0], when=when, id="")
    tale = replace(tale, claims=(replace(claim, id=claim_id(tale.document.id, claim)),))
    (group,) = grouped(tale)
    assert group.first.window.basis == kind
    log = entries(tale)
    assert log[0].window.basis == "stated"  # what is recorded stays as it is
    (found,) = forecasts(log, views([tale]), (), claim_origins([tale], ()), 800_000)
    assert ("only told again" in found.outcome.reason) == (kind == "undated")
    changed = replace(log[0].window, end="2031-03-10")
    right = correction(log[0], "a reader", "of 3 March", window=changed, rule=log[0].rule)
    (group,) = groups([*log, right], claim_origins([tale], ()))
    assert group.first.window == changed


@pytest.mark.parametrize(
    ("later", "number"),
    [
        ({"mode": "gain", "actors": ()}, 2),  # that somebody will take it
        ({"mode": "gain", "actors": ("rebels of Vessa",)}, 2),
        ({"mode": "lose", "actors": ()}, 2),
        ({"mode": "hold", "actors": ("Orlin's navy",)}, 1),
    ],
)
def test_who_sees_a_town_lost_repeats_nobody_who_sees_it_held(
    later: dict[str, object], number: int
) -> None:
    held = page("Vessa Times", "2031-03-04", until="2031-03-11", event="CONTROL", mode="hold")
    lost = page("Vessa Times", "2031-03-05", until="2031-03-11", event="CONTROL", **later)
    assert len(grouped(held, lost)) == len(grouped(lost, held)) == number
