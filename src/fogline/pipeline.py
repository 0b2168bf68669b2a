"""From inputs to the ledger in one page: intake, reading, ledger, and then weighing.

Every stage is a generator. What it can do nothing with it passes on, so that each input comes out
at the end once: added, known or skipped with a reason. Each document is committed by itself, so
an interrupted run keeps what it acknowledged and the next one goes on from there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from typing import TYPE_CHECKING

from fogline.derivation import judge, revoke, weigh, weigh_new
from fogline.errors import Refused, SkipItem
from fogline.intake import captures, document, retries
from fogline.intake.corrections import Corrections, as_stated, corrected, corrections
from fogline.intake.stated import not_taken
from fogline.model import (
    Capture,
    Document,
    Judgement,
    Quarantined,
    Reading,
    Revoked,
    Stated,
)
from fogline.reading.places.rulings import rulings
from fogline.weighing.forecast.forecasts import entries

if TYPE_CHECKING:
    from fogline.ledger import Ledger
    from fogline.ledger.quarantine import Quarantine
    from fogline.reading.places.rulings import Ruling
    from fogline.reading.reader import Reader
    from fogline.settings import Settings

__all__ = [
    "add", "again", "correct", "judge", "read", "rebuild", "revoke", "take", "uncorrect", "weigh",
    "weigh_new",
]  # fmt: skip

BATCH = 16  # documents that the reader gets at once


@dataclass(frozen=True, slots=True)
class Known:
    """A capture whose bytes are in the ledger already; `not_taken` says what is stated of it and
    was not when they came in.
    """

    capture: Capture
    not_taken: str = ""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A capture with the document that intake made of it."""

    capture: Capture
    document: Document


@dataclass(frozen=True, slots=True)
class Read:
    """A capture with its reading."""

    capture: Capture
    reading: Reading


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of the inputs; `dropped` counts by reason, `claims` those of new documents, and
    `not_taken` those already there of which something else is stated now.
    """

    came_in: int = 0
    new: int = 0
    already_there: int = 0
    claims: int = 0
    dropped: dict[str, int] = field(default_factory=dict)
    not_taken: int = 0

    def after(self, outcome: Outcome) -> Summary:
        """Return the summary with one more input counted."""
        seen = replace(self, came_in=self.came_in + 1)
        if isinstance(outcome, Known):
            not_taken = self.not_taken + bool(outcome.not_taken)
            return replace(seen, already_there=self.already_there + 1, not_taken=not_taken)
        if isinstance(outcome, SkipItem):
            count = self.dropped.get(outcome.reason, 0) + 1
            return replace(seen, dropped=self.dropped | {outcome.reason: count})
        return replace(seen, new=self.new + 1, claims=self.claims + len(outcome.claims))


@dataclass(frozen=True, slots=True)
class Heeding:
    """A reader that follows what people decided of places' names."""

    reader: Reader
    ruled: tuple[Ruling, ...]

    def read(self, document: Document) -> Reading:
        """Return one document's reading."""
        return self.reader.read(document, self.ruled)

    def pipe(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Yield readings in order."""
        return self.reader.pipe(documents, self.ruled)


def heeding(reader: Reader, ledger: Ledger) -> Reader | Heeding:
    """Return a reader that follows the rulings in a ledger; the same one where there is none."""
    ruled = rulings(ledger.judgements())
    return Heeding(reader, ruled) if ruled else reader


Passed = Known | SkipItem
Outcome = Reading | Passed
Progress = Callable[[Outcome, Summary], None]


def add(  # noqa: PLR0913 (the stages' own needs, and two options)
    inputs: Iterable[str],
    ledger: Ledger,
    reader: Reader,
    settings: Settings,
    *,
    published: str | None = None,
    stated: Stated | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Add inputs to the ledger and count what became of each; `weigh` comes after.

    `progress` is called with each outcome and the summary so far, a Reading once it is on the
    disk. Raises StopRun when the ledger cannot go on.
    """
    found = captures(inputs, settings, published=published, stated=stated)
    return take(found, ledger, reader, settings, progress=progress)


def take(  # noqa: PLR0913 (as add)
    items: Iterable[Capture | SkipItem],
    ledger: Ledger,
    reader: Reader,
    settings: Settings,
    *,
    progress: Progress | None = None,
    changed_only: bool = False,
) -> Summary:
    """Add captures as `add` does its inputs; what fails is kept in quarantine.

    `changed_only`: a page whose text is that of its last version counts as already there.
    """
    quarantine = ledger.quarantine()
    failed = {known.item: "" for known in quarantine.every()}
    parsed = _parsed(_noted(_fresh(items, ledger), failed), settings)
    if changed_only:
        parsed = _changed(parsed, ledger)
    read_now = _read(parsed, heeding(reader, ledger))
    outcomes = _recorded(read_now, partial(_record, ledger))
    return _counted(_kept(outcomes, quarantine, failed), progress)


def again(
    ledger: Ledger, reader: Reader, settings: Settings, *, progress: Progress | None = None
) -> Summary:
    """Try everything in quarantine again: kept bytes as they are, else the item by its name."""
    quarantine = ledger.quarantine()

    def items() -> Iterator[Capture | SkipItem]:
        for known in quarantine.every():
            held = quarantine.capture(known.item)
            yield from [held] if held else _once_more(known, settings)

    return take(items(), ledger, reader, settings, progress=progress)


def _once_more(known: Quarantined, settings: Settings) -> Iterator[Capture | SkipItem]:
    return captures([known.item], settings, published=known.published, stated=known.stated)


def rebuild(
    ledger: Ledger, reader: Reader, settings: Settings, *, progress: Progress | None = None
) -> Summary:
    """Read every capture again and keep what people decided; `weigh` comes after.

    New are those that read otherwise than before, already there those that read the same. What
    cannot be read any more keeps the reading that it had.
    """
    ledger.adopt()
    renewed = partial(_renew, ledger)
    right = corrections(ledger.judgements())
    read_again = _read(_parsed(ledger.captures(), settings, right), heeding(reader, ledger))
    return _counted(_recorded(read_again, renewed), progress)


def correct(
    ledger: Ledger, reader: Reader, settings: Settings, made: Sequence[Judgement]
) -> tuple[Reading, ...]:
    """Record corrections, put what their documents are read as by them in the place of what they
    were, and weigh; return the readings. Raises SkipItem, and records nothing, where one of them
    cannot be read any more.
    """
    read_now = _by(ledger, reader, settings, made, [*ledger.judgements(), *made])
    for one in made:
        ledger.judge(one)
    return _put_in_place(ledger, read_now)


def uncorrect(
    ledger: Ledger, reader: Reader, settings: Settings, made: Judgement, revoked: Revoked
) -> tuple[Reading, ...]:
    """Revoke a correction, and read its document without it, as `correct` does."""
    left = [judgement for judgement in ledger.judgements() if judgement.id != made.id]
    read_now = _by(ledger, reader, settings, [made], left)
    ledger.revoke(made.id, revoked.at, revoked.by, revoked.reason)
    return _put_in_place(ledger, read_now)


def _by(
    ledger: Ledger,
    reader: Reader,
    settings: Settings,
    about: Sequence[Judgement],
    judgements: Iterable[Judgement],
) -> list[Reading]:
    """Return the documents that corrections are about as they are read by judgements."""
    wanted = sorted({made.subjects[0] for made in about})
    held = filter(None, map(ledger.capture, wanted))
    items = list(_read(_parsed(held, settings, corrections(judgements)), heeding(reader, ledger)))
    for item in items:
        if isinstance(item, SkipItem):
            raise item
    return [item.reading for item in items if isinstance(item, Read)]


def _put_in_place(ledger: Ledger, read_now: Iterable[Reading]) -> tuple[Reading, ...]:
    """Let readings stand for those that there were; what was weighed falls with these."""
    found = tuple(read_now)
    for reading in found:
        ledger.renew(reading)
    weigh(ledger)
    return found


def read(
    inputs: Iterable[str],
    reader: Reader,
    settings: Settings,
    *,
    published: str | None = None,
    stated: Stated | None = None,
) -> Iterator[Reading | SkipItem]:
    """Yield the readings of inputs, in their order, and keep nothing."""
    found = captures(inputs, settings, published=published, stated=stated)
    for item in _read(_parsed(found, settings), reader):
        if isinstance(item, Read):
            yield item.reading
        elif isinstance(item, SkipItem):
            yield item


def _fresh(items: Iterable[Capture | SkipItem], ledger: Ledger) -> Iterator[Capture | Passed]:
    for item in items:
        yield _known(item, ledger) if isinstance(item, Capture) and ledger.has(item.id) else item


def _known(item: Capture, ledger: Ledger) -> Passed:
    """Say that a capture is there; one that was taken down does not come back."""
    gone = ledger.takedown(item.id)
    if gone is None:
        there = ledger.capture(item.id) if item.stated else None
        return Known(item, _not_taken(item, there, ledger) if there else "")
    detail = f"it was taken down by {gone.by} on {gone.at[:10]}: {gone.reason}"
    return Refused(item.name, "taken-down", detail)


def _not_taken(item: Capture, there: Capture, ledger: Ledger) -> str:
    """Say what is stated of bytes that is neither what was stated nor what was set right since."""
    right = corrections(ledger.judgements()).get(there.id, {})
    return not_taken(item, as_stated(there, right))


def _parsed(
    items: Iterable[Capture | Passed], settings: Settings, right: Corrections | None = None
) -> Iterator[Parsed | Passed]:
    for item in items:
        yield _parse(item, settings, right or {}) if isinstance(item, Capture) else item


def _parse(capture: Capture, settings: Settings, every: Corrections) -> Parsed | SkipItem:
    right = every.get(capture.id, {})
    try:
        found = document(as_stated(capture, right), settings)
        return Parsed(capture, corrected(found, capture, right))
    except SkipItem as skipped:
        return _of(skipped, capture)


def _of(skipped: SkipItem, capture: Capture) -> SkipItem:
    skipped.held = capture
    return skipped


def _changed(items: Iterable[Parsed | Passed], ledger: Ledger) -> Iterator[Parsed | Passed]:
    """Pass on a page fetched anew only where its words are not those of its last version."""
    for item in items:
        last = ledger.latest(item.document.url) if isinstance(item, Parsed) else None
        if isinstance(item, Parsed) and last is not None and last.text == item.document.text:
            yield Known(item.capture)
        else:
            yield item


def _read(items: Iterable[Parsed | Passed], reader: Reader | Heeding) -> Iterator[Read | Passed]:
    """Read in batches; what needs no reading does not wait for one to fill."""
    batch: list[Parsed] = []
    for item in items:
        if not isinstance(item, Parsed):
            yield item
            continue
        batch.append(item)
        if len(batch) == BATCH:
            yield from _read_batch(batch, reader)
            batch = []
    yield from _read_batch(batch, reader)


def _read_batch(batch: list[Parsed], reader: Reader | Heeding) -> Iterator[Read | SkipItem]:
    """Read a batch at once, or one by one where a document in it cannot be read."""
    try:
        readings = list(reader.pipe(item.document for item in batch))
    except SkipItem:
        yield from (_read_one(item, reader) for item in batch)
        return
    for item, reading in zip(batch, readings, strict=True):
        yield Read(item.capture, reading)


def _read_one(item: Parsed, reader: Reader | Heeding) -> Read | SkipItem:
    try:
        return Read(item.capture, reader.read(item.document))
    except SkipItem as skipped:
        return _of(skipped, item.capture)


def _recorded(
    items: Iterable[Read | Passed], record: Callable[[Read], Outcome]
) -> Iterator[Outcome]:
    for item in items:
        yield record(item) if isinstance(item, Read) else item


def _record(ledger: Ledger, item: Read) -> Outcome:
    """Add a reading; twice the same bytes in one batch are found out only here."""
    try:
        added = ledger.add(item.capture, item.reading, entries(item.reading))
    except SkipItem as skipped:
        return _of(skipped, item.capture)
    return item.reading if added else _known(item.capture, ledger)


def _renew(ledger: Ledger, item: Read) -> Outcome:
    try:
        changed = ledger.renew(item.reading)
    except SkipItem as skipped:
        return skipped
    return item.reading if changed else Known(item.capture)


def _counted(outcomes: Iterable[Outcome], progress: Progress | None) -> Summary:
    summary = Summary()
    for outcome in outcomes:
        summary = summary.after(outcome)
        if progress:
            progress(outcome, summary)
    return summary


def _noted(items: Iterable[Capture | Passed], failed: dict[str, str]) -> Iterator[Capture | Passed]:
    """Note the captures of items that failed before: `failed` holds their ids by item."""
    for item in items:
        capture = item.capture if isinstance(item, Known) else item
        if isinstance(capture, Capture) and capture.name in failed:
            failed[capture.name] = capture.id
        yield item


def _kept(
    outcomes: Iterable[Outcome], quarantine: Quarantine, failed: dict[str, str]
) -> Iterator[Outcome]:
    """Keep what fails in quarantine, and let go of what failed before and went in now."""
    for outcome in outcomes:
        if isinstance(outcome, SkipItem):
            _keep(outcome, quarantine)
        elif failed:
            done = outcome.capture.id if isinstance(outcome, Known) else outcome.document.id
            for item in [item for item, capture in failed.items() if capture == done]:
                quarantine.release(item)
                del failed[item]
        yield outcome


def _keep(skipped: SkipItem, quarantine: Quarantine) -> None:
    """Keep what failed, with its reason and its bytes, and note when it is to be tried again."""
    known = quarantine.find(skipped.item)
    if not retries.is_kept(skipped.reason):
        return
    now = datetime.now(UTC)
    tries = known.tries + 1 if known else 1
    held = skipped.held if isinstance(skipped.held, Capture) else None
    stated = skipped.stated if isinstance(skipped.stated, Stated) else None
    quarantine.keep(
        Quarantined(
            item=skipped.item,
            reason=skipped.reason,
            detail=skipped.detail,
            remedy=skipped.remedy,
            first_at=known.first_at if known else now.isoformat(timespec="seconds"),
            last_at=now.isoformat(timespec="seconds"),
            tries=tries,
            version=version("fogline"),
            next_try=retries.next_try(skipped, tries, now),
            capture=held,
            published=skipped.published or (known.published if known else None),
            stated=stated or (known.stated if known else None),
        )
    )
