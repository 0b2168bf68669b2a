"""All is read again with today's reader; what people decided is kept, and finds its words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from fogline import conclusions, pipeline
from fogline.errors import OverLimit
from fogline.export import FORMATS, KINDS
from fogline.ledger import Ledger
from fogline.ledger.changes import changed
from fogline.ledger.verification import verify
from fogline.model import Document, Reading, Span, Stated, claim_id
from fogline.pipeline import Summary
from fogline.settings import Settings
from tests.ledger.invented import claim, jsonl, judgement

SETTINGS = Settings()
TEXTS = [
    "At noon armed men shelled the mill at Orvelo, a witness said.",
    "Post 2: the bridge at Sarn was shelled. The mill was shelled too.",
    "Rain, and nothing else.",
]


class Reader:
    """Reads a claim for each "shelled", as sure as it is told to be; not what says "UNREADABLE"."""

    def __init__(self, version: str, certainty: str, skipped: str = "UNREADABLE") -> None:
        self.version, self.certainty, self.skipped = version, certainty, skipped

    def read(self, document: Document) -> Reading:
        if self.skipped in document.text:
            raise OverLimit(document.id, "too-long")
        return Reading(document, tuple(self._claims(document)), self.version)

    def pipe(self, documents: Iterable[Document]) -> Iterator[Reading]:
        return map(self.read, documents)

    def _claims(self, document: Document) -> Iterator[object]:
        at = document.text.find("shelled")
        while at >= 0:
            made = claim(document.id, document.text, certainty=self.certainty)
            made = replace(
                made, id="", part=document.parts[0].id, trigger=Span(at, at + 7, "shelled")
            )
            yield replace(made, id=claim_id(document.id, made))
            at = document.text.find("shelled", at + 1)


FIRST, SECOND = Reader("invented/1", "certain"), Reader("invented/2", "possible")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(jsonl(*TEXTS), encoding="utf-8")
    with Ledger.open(tmp_path / "ledger.sqlite") as opened:
        pipeline.add([str(corpus)], opened, FIRST, SETTINGS)
        pipeline.weigh(opened)
        yield opened


def rebuilt(ledger: Ledger, reader: Reader) -> Summary:
    summary = pipeline.rebuild(ledger, reader, SETTINGS)
    pipeline.weigh(ledger)
    return summary


def exported(ledger: Ledger) -> dict[tuple[str, str], str]:
    return {
        (kind, format): "".join(conclusions.export(ledger, kind, format))
        for kind in KINDS
        for format in FORMATS
    }


def test_the_same_reader_changes_nothing(ledger: Ledger) -> None:
    before, head = exported(ledger), ledger.head()
    assert rebuilt(ledger, FIRST) == Summary(came_in=3, already_there=3)
    assert exported(ledger) == before
    assert ledger.head() == head
    assert ledger.renewed() == ()


def test_a_newer_reader_takes_the_place_of_the_one_before(ledger: Ledger) -> None:
    before = {r.document.id: r for r in ledger.readings()}
    assert rebuilt(ledger, SECOND) == Summary(came_in=3, new=3, claims=3)
    assert {r.reader for r in ledger.readings()} == {"invented/2"}
    assert {c.certainty for _, c in ledger.claims()} == {"possible"}
    assert {d: ledger.former(d) for d in ledger.renewed()} == {d: (r,) for d, r in before.items()}
    assert verify(ledger.path).faults == ()
    assert len(ledger.search("shelled")) == 2


def test_back_and_forth_leaves_the_ledger_as_it_was(ledger: Ledger) -> None:
    before = exported(ledger)
    for reader in (SECOND, FIRST, SECOND, FIRST):
        rebuilt(ledger, reader)
    assert exported(ledger) == before
    assert verify(ledger.path).faults == ()


LOST = ("documents", "parts", "claims", "origins", "events", "event_claims", "claim_origins")


@pytest.mark.parametrize("also", [(), ("log", "former_readings")], ids=["", "and the log"])
def test_all_but_captures_and_judgements_is_had_back(ledger: Ledger, also: tuple[str, ...]) -> None:
    judged = [c.id for _, c in ledger.claims(event="ASSAULT")]
    ledger.judge(judgement("j1", subjects=(judged[0],)))
    rebuilt(ledger, SECOND)
    ledger.judge(judgement("j2", subjects=(ledger.claims()[0][1].id,)))
    before = exported(ledger)
    with closing(sqlite3.connect(ledger.path)) as connection, connection:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%_no_delete'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for table in (*LOST, *also):
            connection.execute(f"DELETE FROM {table}")
    assert rebuilt(ledger, SECOND) == Summary(came_in=3, new=3, claims=3)
    assert exported(ledger) == before
    assert verify(ledger.path).faults == ()


def test_what_was_stated_is_had_back_with_its_capture(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("The mill at Sarn was shelled.", encoding="utf-8")
    said = Stated(publisher="The Quay", title="Shelling at Sarn")
    pipeline.add([str(path)], ledger, FIRST, SETTINGS, stated=said, published="2031-03-04")
    pipeline.weigh(ledger)
    before = exported(ledger)
    assert '"stated": ["publisher", "title"]' in before["documents", "jsonl"]
    assert "outlet:quay" in before["sources", "jsonl"]
    with closing(sqlite3.connect(ledger.path)) as connection, connection:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%_no_delete'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for table in (*LOST, "log", "former_readings"):
            connection.execute(f"DELETE FROM {table}")
    rebuilt(ledger, FIRST)
    assert exported(ledger) == before
    assert verify(ledger.path).faults == ()


def test_a_judgement_stands_at_the_claim_that_says_what_its_own_said(ledger: Ledger) -> None:
    (document,) = (d.id for d in ledger.documents() if "Sarn" in d.text)
    old = [c for d, c in ledger.claims() if d == document]
    ledger.judge(judgement("j1", subjects=(old[1].id, "event:x")))
    assert ledger.carried() == {}
    rebuilt(ledger, SECOND)
    new = [c for d, c in ledger.claims() if d == document]
    assert [c.trigger for c in new] == [c.trigger for c in old]
    assert ledger.carried() == {old[1].id: new[1].id}
    rows = {row["id"]: row["judgements"] for row in KINDS["claims"].rows(ledger)}
    (found,) = rows[new[1].id]
    assert (found["id"], found["carried_from"]) == ("j1", old[1].id)
    assert rows[new[0].id] == []
    assert ledger.judgements() == (judgement("j1", subjects=(old[1].id, "event:x")),)


def test_a_judgement_whose_words_are_read_no_more_is_kept_and_counted(ledger: Ledger) -> None:
    (first, *_) = (c.id for _, c in ledger.claims())
    ledger.judge(judgement("j1", subjects=(first,)))
    mute = Reader("invented/3", "certain")
    mute._claims = lambda _: iter(())  # type: ignore[method-assign]
    rebuilt(ledger, mute)
    assert ledger.carried() == {first: None}
    assert ledger.judgements() == (judgement("j1", subjects=(first,)),)


def test_what_cannot_be_read_any_more_keeps_its_reading(ledger: Ledger) -> None:
    reader = Reader("invented/2", "possible", skipped="Sarn")
    summary = rebuilt(ledger, reader)
    assert (summary.new, summary.dropped) == (2, {"too-long": 1})
    assert sorted(r.reader for r in ledger.readings()) == ["invented/1", "invented/2", "invented/2"]


def test_a_reading_that_somebody_changed_is_not_renewed(ledger: Ledger) -> None:
    with closing(sqlite3.connect(ledger.path)) as connection, connection:
        connection.execute("DROP TRIGGER documents_no_update")
        connection.execute("UPDATE documents SET author = 'forged' WHERE text LIKE '%Sarn%'")
    summary = rebuilt(ledger, SECOND)
    assert (summary.new, summary.dropped) == (2, {"not-as-recorded": 1})


def test_changes_pair_the_claims_that_stand_for_the_same_words(ledger: Ledger) -> None:
    (document,) = (d.id for d in ledger.documents() if "Sarn" in d.text)
    before = ledger.reading(document)
    assert before is not None
    fewer = replace(before, claims=before.claims[:1])
    rebuilt(ledger, SECOND)
    after = ledger.reading(document)
    assert after is not None
    found = changed(before, after)
    assert [change.slots for change in found.claims] == [("certainty",)] * 2
    assert [c.before.trigger for c in found.claims if c.before] == [c.trigger for c in after.claims]
    gone = changed(before, fewer).claims
    assert [(c.before, c.after) for c in gone] == [(before.claims[1], None)]
    came = changed(fewer, before).claims
    assert [(c.before, c.after) for c in came] == [(None, before.claims[1])]
    assert changed(before, before).claims == ()
    retitled = replace(before, document=replace(before.document, title="Another"))
    assert changed(before, retitled).fields == ("title",)
