"""What stood at a moment, by what was published and by what was recorded."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.model import Judgement, Published
from fogline.weighing.forecast.forecasts import correction, entries
from fogline.weighing.moments import instant, judged, latest, logged, moment, stood
from tests.weighing.newsroom import reading, told

OLD = reading("The bridge was hit.", "Vessa Times", "2031-03-04")
UNDATED = reading("The mill was hit.", "Orlin Post")
RECORDED = {
    OLD.document.id: "2031-06-01T10:00:00+00:00",
    UNDATED.document.id: "2031-03-02T10:00:00+00:00",
}


@pytest.mark.parametrize(
    ("text", "clock", "expected"),
    [
        ("2031-03-03", "publication", {"Orlin Post"}),
        ("2031-03-04T12:00", "publication", {"Orlin Post"}),  # of the 4th, perhaps of its evening
        ("2031-03-04", "publication", {"Orlin Post", "Vessa Times"}),
        ("2031-03-01", "publication", set()),  # undated: had surely appeared when recorded
        ("2031-03-04", "recording", {"Orlin Post"}),
        ("2031-06-01T12:00+02:00", "recording", {"Orlin Post", "Vessa Times"}),
        ("2031-06-01T11:59+02:00", "recording", {"Orlin Post"}),
    ],
)
def test_a_document_stands_once_it_had_surely_appeared(
    text: str, clock: str, expected: set[str]
) -> None:
    found = stood([OLD, UNDATED], RECORDED, moment(text, clock))
    assert {r.document.publisher for r in found} == expected


def test_a_known_minute_of_publication_counts() -> None:
    minute = replace(OLD.document, published=Published("2031-03-04T08:00Z", "2031-03-04T08:00Z"))
    early = replace(OLD, document=minute)
    assert stood([early], RECORDED, moment("2031-03-04T08:00"))
    assert not stood([early], RECORDED, moment("2031-03-04T07:59"))


def test_there_is_no_third_clock() -> None:
    with pytest.raises(ValueError, match="there are publication, recording"):
        moment("2031-03-04", "event")
    with pytest.raises(ValueError, match="yesterday"):
        moment("yesterday")


@given(st.datetimes(), st.datetimes())
def test_later_moments_hold_all_that_earlier_ones_held(one, other) -> None:  # type: ignore[no-untyped-def]
    first, second = sorted((one, other))
    for clock in ("publication", "recording"):
        earlier = stood([OLD, UNDATED], RECORDED, moment(first.isoformat(), clock))
        later = stood([OLD, UNDATED], RECORDED, moment(second.isoformat(), clock))
        assert {r.document.id for r in earlier} <= {r.document.id for r in later}


def test_a_correction_stands_from_when_it_was_recorded() -> None:
    page = told(OLD, {"sentence": OLD.document.text, "trigger": "hit", "status": "forecast"})
    (entry,) = entries(page)
    entry = replace(entry, seq=1, recorded_at="2031-03-05T00:00:00+00:00")
    better = correction(entry, "desk", "misread", window=entry.window, rule=entry.rule)
    better = replace(better, seq=2, recorded_at="2031-07-01T00:00:00+00:00")
    assert logged([entry, better], moment("2031-03-04")) == (entry,)
    assert logged([entry, better], moment("2031-03-04", "recording")) == ()
    assert logged([entry, better], moment("2031-07-02")) == (entry, better)


def test_a_judgement_stands_from_when_it_was_made_until_it_was_revoked() -> None:
    made = Judgement("j", "rejected", ("x",), "desk", "2031-04-01T00:00:00+00:00", "satire")
    revoked = replace(made, revoked_at="2031-05-01T00:00:00+00:00")
    assert judged([made, revoked], moment("2031-03-01")) == ()
    assert judged([made, revoked], moment("2031-04-15")) == (made, made)
    assert judged([made, revoked], moment("2031-06-01")) == (made,)


def test_now_is_the_end_of_the_last_day_of_publication() -> None:
    assert latest([UNDATED]) is None
    found = latest([OLD, UNDATED])
    assert found is not None
    assert found.at == instant("2031-03-04")
    assert found.at.hour == 23
