"""The board says what the ledger holds, no more and no more recent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from fogline.desk.board import Board, ZoneBoard, board
from fogline.desk.cards import forecast_card
from fogline.desk.snapshot import Told, publication_day, snapshot
from fogline.ledger import Ledger
from fogline.model import Published


@pytest.fixture
def ledger(seeded: Path) -> Iterator[Ledger]:
    """The seed's ledger, to read."""
    with Ledger.open(seeded, read_only=True) as ledger:
        yield ledger


@pytest.fixture
def aleppo(ledger: Ledger) -> ZoneBoard:
    """The one zone of the seed."""
    (zone,) = board(ledger).zones
    return zone


def test_latest_is_the_last_known_day_of_publication(aleppo: ZoneBoard) -> None:
    """The undated page may be as late as 18 November, but that is a bound and no date."""
    assert (aleppo.latest, aleppo.since, aleppo.undated) == ("2016-11-13", "2016-11-12", 1)


def test_a_document_of_no_zone_stands_elsewhere(ledger: Ledger) -> None:
    """The almanac names no place that the desk follows."""
    found = board(ledger).elsewhere
    assert (found.id, found.counts.documents, found.events) == ("elsewhere", 1, ())


def test_every_event_shows_its_three_counts(aleppo: ZoneBoard) -> None:
    """The capture is told in five documents by five publishers; the copy adds no origin."""
    capture = next(e for e in aleppo.events if e.counts.documents > 1)
    assert (capture.counts.publishers, capture.counts.origins) == (5, 4)
    assert capture.summary.line == "Capture of Minyan by army"


def test_a_denial_makes_an_event_contested(aleppo: ZoneBoard) -> None:
    """A commander says that it did not happen."""
    (contested,) = aleppo.contested
    assert "polarity" in {c.type for c in contested.contradictions}
    assert [(v.polarity, v.claims) for v in contested.voices] == [("positive", 5), ("negative", 1)]


def test_forecasts_and_threats_stand_apart(aleppo: ZoneBoard) -> None:
    """Neither is shown as having happened, and neither has a window that days bound."""
    found = {f.summary.line: (f.status, f.window_state) for f in aleppo.forecasts}
    assert found == {
        "Shelling or missile fire by ships in Idlib": ("forecast", "none"),
        "Loss of ground by army in Tell Hajar": ("threatened", "none"),
    }


def test_new_is_what_was_first_reported_since_a_day(ledger: Ledger) -> None:
    """Since the 13th: the Monitor's own claims and the threat; the capture was known before."""
    (zone,) = board(ledger, since="2016-11-13").zones
    assert {e.lead.publisher for e in zone.new} == {"Orchard Monitor", "Ridge Voice"}
    assert all((e.first_reported or "") >= "2016-11-13" for e in zone.new)


def test_now_moves_what_is_new(ledger: Ledger) -> None:
    """A reader of a later day finds nothing new."""
    (zone,) = board(ledger, now="2016-11-20").zones
    assert (zone.latest, zone.since, zone.new) == ("2016-11-13", "2016-11-19", ())


def test_an_empty_ledger_has_an_empty_board(tmp_path: Path) -> None:
    """No zone is shown as quiet where nothing was read."""
    with Ledger.open(tmp_path / "new.sqlite") as ledger:
        found: Board = board(ledger)
    assert (found.zones, found.claims, found.counts.documents) == ((), 0, 0)


@pytest.mark.parametrize(("day", "said"), [("2016-11-20", 1), ("2016-11-01", 0)])
def test_what_is_said_of_a_threat_since(ledger: Ledger, day: str, said: int) -> None:
    """A later claim of the same event counts; one from before the threat tells nothing of it."""
    view = snapshot(ledger)
    event, known = next(
        (e, t) for e in view.events.values() for t in view.tellings(e) if _dated_threat(t)
    )
    claim = replace(known.claim, id="claim:later", status="occurred")
    document = replace(known.document, published=Published(day, day, "metadata"))
    view.told[claim.id] = replace(known, claim=claim, document=document)
    card = forecast_card(view, replace(event, claims=(*event.claims, claim.id)), None)
    assert card is not None
    assert [v.claims for v in card.since] == [1] * said


def _dated_threat(told: Told) -> bool:
    return (
        told.claim.status == "threatened" and publication_day(told.document.published) is not None
    )
