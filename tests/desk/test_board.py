"""The board says what the ledger holds, no more and no more recent."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from fogline import pipeline
from fogline.desk.board import Board, ZoneBoard, board
from fogline.desk.cards import forecast_card
from fogline.desk.snapshot import Told, publication_day, snapshot
from fogline.ledger import Ledger
from fogline.model import Place, Published, Range, When
from tests.desk.seed import MINYAN, Page, Slots, recorded


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


def test_who_denies_does_not_swell_the_count_of_who_says_so(aleppo: ZoneBoard) -> None:
    """Three independent origins stood under a strike that two of them told and one denied."""
    (contested,) = aleppo.contested
    assert (contested.counts.origins, contested.denying) == (4, 1)
    assert {e.denying for e in aleppo.events if not e.contested} == {0}


def test_forecasts_and_threats_stand_apart(aleppo: ZoneBoard) -> None:
    """Neither is shown as having happened; hours from an undated page end with its latest day."""
    found = {f.summary.line: (f.status, f.window_state) for f in aleppo.forecasts}
    assert found == {
        "Shelling or missile fire by ships in Idlib": ("forecast", "open"),
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


def test_the_zone_of_the_latest_report_comes_first(tmp_path: Path) -> None:
    """An old siege of many reports stands below this month's fight; undated zones come last."""
    pages = [
        *(_shelled(f"Wire {n}", "2016-11-12", MINYAN) for n in range(3)),
        _shelled("Lake Post", "2025-02-01", GOMA),
        _shelled("No Day", None, BEIRUT),
    ]
    with _holding(tmp_path, *pages) as ledger:
        assert [z.id for z in board(ledger).zones] == ["kivu", "aleppo", "lebanon"]


def test_a_zone_counts_the_documents_that_tell_its_events(tmp_path: Path) -> None:
    """A report on Goma that tells of Minyan too is a report on both; its day is the latest."""
    said = ((AT_GOMA, GOMA), (AGAIN, GOMA), (AT_MINYAN, MINYAN))
    body = " ".join(sentence for sentence, _ in said)
    parts = (("headline", "Goma", None, None), ("body", body, None, None))
    claims = tuple((1, s.replace("hit", "[hit]"), _at(place)) for s, place in said)
    both = Page("Lake Post", "2025-02-01", parts, claims)
    with _holding(tmp_path, _shelled("Wire", "2016-11-12", MINYAN), both) as ledger:
        zones = board(ledger).zones
    assert {z.id: z.counts.documents for z in zones} == {"kivu": 1, "aleppo": 2}
    for zone in zones:
        assert zone.latest == max(e.last_reported or "" for e in zone.events) == "2025-02-01"


GOMA = Place("Goma", name="Goma", lat=-1.68, lon=29.23, country="CD", precision="settlement")
BEIRUT = replace(GOMA, text="Beirut", name="Beirut", lat=33.89, lon=35.5, country="LB")
AT_GOMA = "Shells hit Goma on Monday."
AGAIN = "Mortars hit Goma too."
AT_MINYAN = "Shells hit Minyan."


def _at(place: Place) -> Slots:
    return Slots("ASSAULT", "shelling", places=(place,))


def _shelled(publisher: str, day: str | None, place: Place) -> Page:
    said = f"Shells hit {place.text}, {publisher} saw."
    parts = (("headline", publisher, None, None), ("body", said, None, None))
    return Page(publisher, day, parts, ((1, said.replace("hit", "[hit]"), _at(place)),))


@contextmanager
def _holding(folder: Path, *pages: Page) -> Iterator[Ledger]:
    with Ledger.open(folder / "ledger.sqlite") as ledger:
        for page in pages:
            ledger.add(*recorded(page))
        pipeline.weigh(ledger)
        yield ledger


@pytest.mark.parametrize("dated", ["headline", "body"])
def test_a_forecasts_window_is_the_one_that_its_outcome_goes_by(dated: str, tmp_path: Path) -> None:
    """One telling of it gives a day, the other does not."""
    ahead = Slots("ASSAULT", "shelling", ("army",), places=(GOMA,), status="forecast", when=When())
    until = replace(ahead, when=When("by Monday", "2025-02-01", "2025-02-03", None, "relative"))
    told = {role: f"The army will [shell] Goma, said the {role}." for role in ("headline", "body")}
    page = Page(
        "Kivu Wire",
        "2025-02-01",
        tuple(
            (role, text.replace("[", "").replace("]", ""), None, None)
            for role, text in told.items()
        ),
        tuple((n, told[role], until if role == dated else ahead) for n, role in enumerate(told)),
    )
    with _holding(tmp_path, page) as ledger:
        (zone,) = board(ledger, now="2025-02-02").zones
        (card,) = zone.forecasts
        assert (card.window_state, card.when.end) == ("open", "2025-02-03")


BLEW = Slots("ASSAULT", "explosives", (), (), (MINYAN,))


def _page(publisher: str, words: str, *claims: tuple[str, Slots]) -> Page:
    told = tuple((1, words.replace(trigger, f"[{trigger}]"), slots) for trigger, slots in claims)
    parts = (("headline", f"{publisher} on Minyan", None, None), ("body", words, None, None))
    return Page(publisher, "2016-11-14", parts, told)


COUNCIL = replace(BLEW, chain=(("the council", "organisation"),))
NO_BLAST = replace(BLEW, polarity="negative")


@pytest.mark.parametrize(
    ("others", "status"),
    [((), "negative"), ((("Ridge Voice", "Stores blew up in Minyan."),), "positive")],
)
def test_what_is_cited_to_be_refuted_is_not_worn(
    others: tuple[tuple[str, str], ...], status: str, tmp_path: Path
) -> None:
    """A page that found no trace of a blast headed the board as "reported as occurred"."""
    words = "We found no trace of an explosion, though the council says that stores blew up."
    pages = [_page("Orlin Lens", words, ("explosion", NO_BLAST), ("blew up", COUNCIL))]
    pages += [_page(name, said, ("blew up", BLEW)) for name, said in others]
    path = tmp_path / "ledger.sqlite"
    with Ledger.open(path) as ledger:
        for page in pages:
            ledger.add(*recorded(page))
        pipeline.weigh(ledger)
        cards = [c for z in board(ledger).zones for c in z.events]
    assert [(c.polarity, c.summary.line) for c in cards] == [(status, "Explosion in Minyan")]


TWELVE = (
    "Twelve villagers",
    "Twelve villagers were killed in Minyan when jets bombed the market.",
    12,
)
THIRTY = (
    "thirty villagers",
    "On the market square of Minyan thirty villagers were killed under bombs dropped by jets.",
    30,
)


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ((TWELVE, THIRTY), "Air strike by jets on villagers in Minyan"),
        ((THIRTY,), "Air strike by jets on thirty villagers in Minyan"),
    ],
)
def test_a_contested_number_stands_in_no_title(
    told: tuple[tuple[str, str, int], ...], line: str, tmp_path: Path
) -> None:
    """The title took one side's number, which was another than those of the conflict below."""
    path = tmp_path / "ledger.sqlite"
    with Ledger.open(path) as ledger:
        for n, (whom, words, killed) in enumerate(told):
            toll = Range(killed, killed)
            slots = Slots("ASSAULT", "aerial", ("jets",), (whom,), (MINYAN,), killed=toll)
            ledger.add(*recorded(_page(f"Paper {n}", words, ("killed", slots))))
        pipeline.weigh(ledger)
        cards = [c for z in board(ledger).zones for c in z.events]
    assert [c.summary.line for c in cards] == [line]
