"""The pipeline counts every input once, keeps what it acknowledged, and minds no order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as lawful
from hypothesis import strategies as st

from fogline import conclusions, intake, pipeline, reading
from fogline.errors import OverLimit, SkipItem, StopRun
from fogline.export import FORMATS, KINDS
from fogline.ledger import Ledger
from fogline.model import Capture, Document, Reading
from fogline.pipeline import Known, Summary
from fogline.settings import Settings
from fogline.weighing.moments import moment
from tests.ledger.invented import READER, claim, jsonl

SETTINGS = Settings()
DECIDED = ("judgements", "takedowns")  # what nobody did here
TEXTS = [f"Post {n}: armed men shelled the mill at Orvelo, a witness said." for n in range(4)]
REPRINT = "The Harbour Post wrote: armed men shelled the mill at Orvelo, a witness said."


class Reader:
    """Reads one claim for each "shelled"; a document that says so cannot be read, or interrupts."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.batches: list[int] = []

    def read(self, document: Document) -> Reading:
        self.seen.append(document.text)
        if "UNREADABLE" in document.text:
            raise OverLimit(document.id, "too-long")
        if "INTERRUPT" in document.text:
            raise KeyboardInterrupt
        count = len(re.findall("shelled", document.text))
        part = document.parts[0].id
        ahead = "forecast" if "will have shelled" in document.text else "occurred"
        made = claim(document.id, document.text, "shelled", status=ahead) if count else None
        claims = (replace(made, part=part),) if made else ()
        return Reading(document, claims, READER)

    def pipe(self, documents: Iterable[Document]) -> Iterator[Reading]:
        batch = list(documents)
        if batch:
            self.batches.append(len(batch))
        return map(self.read, batch)


@pytest.fixture(autouse=True)
def same_instant(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every capture in at one instant, so that ledgers of one corpus can be compared."""

    def captures(*given: Any, **options: Any) -> Iterator[Capture | SkipItem]:
        for item in intake.captures(*given, **options):
            at_once = partial(replace, captured_at="2031-03-04T05:06:07+00:00")
            yield at_once(item) if isinstance(item, Capture) else item

    monkeypatch.setattr(pipeline, "captures", captures)


def corpus(folder: Path, *texts: str) -> str:
    path = folder / "corpus.jsonl"
    path.write_text(jsonl(*texts), encoding="utf-8")
    return str(path)


def add(inputs: list[str], ledger: Ledger, reader: Reader | None = None, **options: Any) -> Summary:
    return pipeline.add(inputs, ledger, reader or Reader(), SETTINGS, **options)


def exported(ledger: Ledger) -> dict[tuple[str, str], str]:
    return {
        (kind, format): "".join(conclusions.export(ledger, kind, format))
        for kind in KINDS
        for format in FORMATS
    }


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.sqlite") as opened:
        yield opened


def test_adding_twice_adds_nothing(ledger: Ledger, tmp_path: Path) -> None:
    inputs = [corpus(tmp_path, *TEXTS, "Rain.")]
    assert add(inputs, ledger) == Summary(came_in=5, new=5, claims=4)
    pipeline.weigh(ledger)
    first = exported(ledger)
    assert add(inputs, ledger) == Summary(came_in=5, already_there=5)
    pipeline.weigh(ledger)
    assert exported(ledger) == first
    always = {"documents", "claims", "origins", "events", "sources"}
    assert all(text for (kind, _), text in first.items() if kind in always)


def test_what_is_there_is_not_read_again(ledger: Ledger, tmp_path: Path) -> None:
    reader = Reader()
    add([corpus(tmp_path, *TEXTS[:2])], ledger, reader)
    add([corpus(tmp_path, *TEXTS)], ledger, reader)
    assert len(reader.seen) == len(TEXTS)


def test_same_bytes_twice_in_one_run_are_one(ledger: Ledger, tmp_path: Path) -> None:
    inputs = [corpus(tmp_path, *TEXTS)] * 2
    assert add(inputs, ledger) == Summary(came_in=8, new=4, already_there=4, claims=4)


@given(order=st.permutations([*TEXTS, REPRINT, REPRINT.upper(), "Rain."]), cut=st.integers(0, 7))
@lawful(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_order_gives_the_same_exports(
    order: list[str], cut: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """In any order, in one run or in two with a weighing between."""
    folder = tmp_path_factory.mktemp("order")
    texts = {text: corpus(folder / _made(folder, n), text) for n, text in enumerate(sorted(order))}
    results = []
    for runs in ([sorted(order)], [order[:cut], order[cut:]]):
        with Ledger.open(":memory:") as ledger:
            for run in runs:
                add([texts[text] for text in run], ledger)
                pipeline.weigh(ledger)
            results.append(exported(ledger))
    assert results[0] == results[1]


def _made(folder: Path, n: int) -> str:
    (folder / str(n)).mkdir()
    return str(n)


def test_drops_are_counted_by_reason_and_the_rest_is_kept(ledger: Ledger, tmp_path: Path) -> None:
    path = Path(corpus(tmp_path, *TEXTS))
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([lines[0], lines[1][:20] + "\n", lines[2], '{"id": "x"}\n', lines[3]]))
    empty = tmp_path / "empty.txt"
    empty.touch()
    summary = add([str(path), str(empty), str(tmp_path / "none.txt")], ledger)
    assert (summary.came_in, summary.new, summary.claims) == (7, 3, 3)
    assert sum(summary.dropped.values()) == 4
    assert {"bad-json": 1, "no-text": 1, "empty": 1}.items() <= summary.dropped.items()
    assert ledger.counts()["documents"] == 3


def test_one_unreadable_document_does_not_cost_its_batch(ledger: Ledger, tmp_path: Path) -> None:
    inputs = [corpus(tmp_path, TEXTS[0], "UNREADABLE", TEXTS[1])]
    assert add(inputs, ledger) == Summary(came_in=3, new=2, claims=2, dropped={"too-long": 1})


def test_the_reader_gets_batches(ledger: Ledger, tmp_path: Path) -> None:
    reader = Reader()
    texts = [f"{TEXTS[0]} Again, {n}." for n in range(pipeline.BATCH + 3)]
    add([corpus(tmp_path, *texts)], ledger, reader)
    assert reader.batches == [pipeline.BATCH, 3]


def test_an_interrupted_run_keeps_what_it_acknowledged(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "BATCH", 2)
    acknowledged: list[str] = []

    def note(outcome: pipeline.Outcome, so_far: Summary) -> None:
        assert isinstance(outcome, Reading)
        acknowledged.append(outcome.document.id)

    with pytest.raises(KeyboardInterrupt):
        add([corpus(tmp_path, *TEXTS, "INTERRUPT")], ledger, progress=note)
    assert len(acknowledged) == len(TEXTS)
    assert {d.id for d in ledger.documents()} == set(acknowledged)
    after = add([corpus(tmp_path, *TEXTS, "INTERRUPT not".lower())], ledger)
    assert (after.already_there, after.new) == (4, 1)


def test_progress_sees_every_outcome_with_the_summary_so_far(
    ledger: Ledger, tmp_path: Path
) -> None:
    add([corpus(tmp_path, TEXTS[0])], ledger)
    seen: list[tuple[pipeline.Outcome, Summary]] = []
    inputs = [corpus(tmp_path, *TEXTS[:2]), str(tmp_path / "none.txt")]
    summary = add(inputs, ledger, progress=lambda *told: seen.append(told))
    assert {type(outcome) for outcome, _ in seen} >= {Known, Reading}
    assert sum(isinstance(outcome, SkipItem) for outcome, _ in seen) == 1
    assert [so_far.came_in for _, so_far in seen] == [1, 2, 3]
    assert seen[-1][1] == summary


def test_a_ledger_that_fails_stops_the_run(ledger: Ledger, tmp_path: Path) -> None:
    with (
        Ledger.open(ledger.path, read_only=True) as closed,
        pytest.raises(StopRun, match="may not be written to"),
    ):
        add([corpus(tmp_path, *TEXTS)], closed)


def test_read_gives_readings_in_input_order(tmp_path: Path) -> None:
    texts = [f"{TEXTS[0]} Again, {n}." for n in range(pipeline.BATCH + 3)]
    texts.insert(5, "UNREADABLE")
    found = list(pipeline.read([corpus(tmp_path, *texts)], Reader(), SETTINGS))
    read = [item.document.text for item in found if isinstance(item, Reading)]
    assert read == [text for text in texts if text != "UNREADABLE"]
    assert [item.reason for item in found if isinstance(item, SkipItem)] == ["too-long"]


def test_a_given_day_reaches_the_documents(ledger: Ledger, tmp_path: Path) -> None:
    add([corpus(tmp_path, TEXTS[0])], ledger, published="2031-03-04")
    (document,) = ledger.documents()
    assert document.published.earliest == "2031-03-04"


def test_weighing_replaces_what_was_weighed(ledger: Ledger, tmp_path: Path) -> None:
    add([corpus(tmp_path, *TEXTS[:2])], ledger)
    pipeline.weigh(ledger)
    assert {claim for event in ledger.events() for claim in event.claims} == {
        found.id for _, found in ledger.claims()
    }
    add([corpus(tmp_path, *TEXTS)], ledger)
    pipeline.weigh(ledger)
    assert ledger.claim_origins().keys() == {found.id for _, found in ledger.claims()}
    assert sum(len(event.claims) for event in ledger.events()) == 4
    assert {m.document for o in ledger.origins() for m in o.members} <= {
        d.id for d in ledger.documents()
    }


REPORT = """Orvelo, 3 March 2031. Government troops recaptured the town of Orvelo on Monday, the
defence ministry said. At least 12 civilians were killed in the shelling of the market, according to
the Orvelo Relief Committee. The ministry denied that its aircraft had bombed the hospital."""
REPLY = (
    "Rebels said on Tuesday that they still hold the town of Orvelo and will attack the airport."
)


def test_from_a_corpus_to_exports_with_the_real_reader(ledger: Ledger, tmp_path: Path) -> None:
    reader = reading.load(SETTINGS)
    inputs = [corpus(tmp_path, REPORT, REPLY, f"As the Harbour Post reports: {REPORT}")]
    first = pipeline.add(inputs, ledger, reader, SETTINGS, published="2031-03-05")
    pipeline.weigh(ledger)
    before = exported(ledger)
    assert (first.new, first.dropped) == (3, {})
    assert first.claims == ledger.counts()["claims"] >= 6
    again = pipeline.add(inputs, ledger, reader, SETTINGS, published="2031-03-05")
    pipeline.weigh(ledger)
    assert (again.new, again.already_there, again.claims) == (0, 3, 0)
    assert exported(ledger) == before
    for read in ledger.readings():
        for found in read.claims:
            text = read.document.text
            assert text[found.trigger.start : found.trigger.end] == found.trigger.text


AHEAD = "Armed men will have shelled the mill at Orvelo by Monday, a witness said."


def test_forecasts_are_frozen_with_their_document(ledger: Ledger, tmp_path: Path) -> None:
    add([corpus(tmp_path, AHEAD)], ledger)
    (entry, *_) = ledger.forecast_log()
    assert entry.recorded_at == ledger.recorded_at()[entry.document]
    before = ledger.forecast_lines()
    pipeline.weigh(ledger)
    assert ledger.forecast_lines() == before


def test_a_ledger_older_than_the_log_gets_its_entries_when_weighed(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "entries", lambda _: ())
        add([corpus(tmp_path, AHEAD)], ledger)
        assert ledger.forecast_log() == ()
    pipeline.weigh(ledger)
    assert len(ledger.forecast_log()) >= 1


def test_an_export_of_a_moment_holds_what_stood_then(ledger: Ledger, tmp_path: Path) -> None:
    add([corpus(tmp_path, AHEAD)], ledger)
    pipeline.weigh(ledger)
    recorded = max(ledger.recorded_at().values())
    for clock, time, expected in (
        ("recording", "2001-01-01", False),
        ("recording", recorded, True),
        ("publication", "2001-01-01", False),
    ):
        text = "".join(conclusions.export(ledger, "claims", "jsonl", moment(time, clock)))
        assert bool(text) is expected
