"""What is followed, and how each fares."""

from __future__ import annotations

from datetime import UTC, datetime

from fastapi import APIRouter

from fogline.desk.holding import Held
from fogline.desk.schemas import FeedRow, Feeds
from fogline.intake.waits import health
from fogline.model import Followed, to_dict

router = APIRouter(tags=["feeds"])
ORDER = ("failing", "stale", "new", "good", "left")


@router.get("/feeds")
def feeds(held: Held) -> Feeds:
    """Every feed with its health at this moment: what fails first, what left the list last."""
    now = datetime.now(UTC)
    with held.opened() as ledger:
        rows = [row(feed, now) for feed in ledger.following().every()]
    rows.sort(key=lambda r: (ORDER.index(r.state), (r.title or r.url).casefold()))
    return Feeds(at=now.isoformat(timespec="seconds"), feeds=tuple(rows))


def row(feed: Followed, now: datetime) -> FeedRow:
    """Return a feed as the desk shows it."""
    known = to_dict(feed)
    shown = {name: known[name] for name in FeedRow.model_fields if name in known}
    return FeedRow(**shown, state=health(feed, now))
