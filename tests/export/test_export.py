"""An export holds the fields that others rely on and is the same for the same contents."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.chain import Takedown
from fogline.errors import StopRun
from fogline.export import FORMATS, KINDS, lines
from fogline.model import (
    Brier,
    Calibration,
    Capture,
    ClaimOrigin,
    Contradiction,
    Displaced,
    Event,
    Firm,
    Forecast,
    Judgement,
    Origin,
    Outcome,
    Reading,
    Record,
    Reliability,
    Tenure,
    Timeline,
)
from fogline.weighing.forecast.forecasts import entries
from tests.ledger.invented import (
    capture,
    claim,
    corpora,
    event_of,
    judgement,
    origin_of,
    pair,
    reading,
)

DOCS = Path(__file__).parents[2] / "docs" / "data-model.md"

# The fields of the public contract, exports.md; more may stand beside them. A claim's own `event`
# is its category, so the weighed event that it belongs to is `event_id`.
PROMISED = {
    "documents": {
        "id", "input_id", "url", "title", "author", "publisher", "published", "captured_at",
        "parts", "version",
    },
    "claims": {
        "id", "part", "sentence", "trigger", "event", "mode", "actors", "recipients", "places",
        "when", "attribution", "status", "polarity", "certainty", "hedges", "casualties", "loaded",
        "document", "event_id", "origin", "origin_reason", "reader",
        "judgements", "acled", "plover",
    },
    "origins": {"id", "root", "documents", "passages"},
    "events": {
        "id", "event", "mode", "claims", "documents", "publishers", "origins", "actors",
        "recipients", "places", "when", "contradictions", "credibility",
    },
    "forecasts": {
        "id", "claim", "repeats", "origins", "source", "words", "certainty", "probability",
        "window", "rule", "recorded_at", "outcome", "outcome_claims", "differs_in", "reason",
    },
    "contradictions": {"id", "event", "type", "state", "claims", "reason"},
    "control": {"id", "place", "intervals"},
    "sources": {
        "id", "name", "kind", "documents", "as_origin", "as_copy", "forecasts", "brier", "firm",
        "reliability",
    },
    "judgements": {"id", "kind", "subjects", "by", "at", "reason", "revoked_at"},
    "takedowns": {"id", "by", "at", "reason"},
}  # fmt: skip


@dataclass(frozen=True)
class Shelf:
    """What a ledger holds, without one; in any order."""

    corpus: tuple[tuple[Capture, Reading], ...]
    found_origins: tuple[Origin, ...] = ()
    found_events: tuple[Event, ...] = ()
    made: tuple[Judgement, ...] = ()
    voices: dict[str, ClaimOrigin] = field(default_factory=dict)
    gone: tuple[Takedown, ...] = ()

    def captures(self) -> list[Capture]:
        return [capture for capture, _ in self.corpus]

    def readings(self) -> list[Reading]:
        return [reading for _, reading in self.corpus]

    def origins(self) -> tuple[Origin, ...]:
        return self.found_origins

    def events(self) -> tuple[Event, ...]:
        return self.found_events

    def displaced(self) -> tuple[Displaced, ...]:
        ids = sorted(event.id for event in self.found_events)
        conflict = Contradiction("time", ("claim:x", "claim:y"), "open", "told of two days")
        return (Displaced((ids[0], ids[-1]), conflict),) if ids else ()

    def claim_origins(self) -> dict[str, ClaimOrigin]:
        return self.voices

    def carried(self) -> dict[str, str | None]:
        return {}

    def takedowns(self) -> tuple[Takedown, ...]:
        return self.gone

    def judgements(self) -> tuple[Judgement, ...]:
        return self.made

    def forecasts(self) -> tuple[Forecast, ...]:
        made = (e for read in map(looking_ahead, self.readings()) for e in entries(read))
        outcome = Outcome("open", ("claim:z",), ("when",), "open-ended")
        return tuple(Forecast(e, ("claim:y",), "origin:1", 1, outcome, "likely") for e in made)

    def control(self) -> tuple[Timeline, ...]:
        places = sorted({p for r in self.readings() for c in r.claims for p in c.places}, key=str)
        tenure = Tenure("army", "2031-03-04", None, 1, ("claim:x",), True, ("rebels",), "told")
        return tuple(Timeline(f"control:{n}{p.text}", p, (tenure,)) for n in "ab" for p in places)

    def records(self) -> tuple[Record, ...]:
        grade = Reliability("F", "record", "cannot be judged")
        score = Brier(0.2, 12, (0.1, 0.4))
        rest = ((("open", 2),), (), (Calibration("certain", 1, 0.975, 1.0),), score, Firm(), grade)
        return tuple(Record(f"outlet:{n}", n, "outlet", 2, 1, 1, *rest) for n in ("b", "a"))


def looking_ahead(read: Reading) -> Reading:
    """Return a reading with its claims as forecasts."""
    return replace(read, claims=tuple(replace(c, status="forecast") for c in read.claims))


def stone(capture: str, reason: str = "a court's order") -> Takedown:
    return Takedown(capture, "desk officer", "2031-03-05T10:00:00+00:00", reason)


def shelf() -> Shelf:
    corpus = tuple(pair(n) for n in range(3))
    readings = [r for _, r in corpus]
    subject = readings[0].claims[0].id
    made = (judgement("j2", subjects=(subject,)), judgement("j1", subjects=("claim:other",)))
    return Shelf(
        corpus,
        (origin_of(*readings[:2]), origin_of(*readings[2:])),
        (event_of(*readings[1:]), event_of(readings[0])),
        made,
        {
            subject: ClaimOrigin(
                "source:ministry", False, "doc", False, "origin:1", "", "cites the ministry"
            )
        },
        (stone("sha256:2"), stone("sha256:1")),
    )


def rows(held: Shelf, kind: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines(held, kind, "jsonl")]


@pytest.mark.parametrize("kind", KINDS)
def test_rows_hold_what_is_promised_and_what_is_listed(kind: str) -> None:
    for row in KINDS[kind].rows(shelf()):
        assert set(row) == set(KINDS[kind].fields)
    assert set(KINDS[kind].fields) >= PROMISED[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_rows_come_by_id(kind: str) -> None:
    ids = [row["id"] for row in rows(shelf(), kind)]
    assert len(ids) >= 2
    assert ids == sorted(ids)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("kind", KINDS)
def test_any_order_gives_the_same_text(kind: str, format: str) -> None:
    there = shelf()
    back = Shelf(there.corpus[::-1], there.found_origins[::-1], there.found_events[::-1])
    back = replace(back, made=there.made[::-1], voices=there.voices, gone=there.gone[::-1])
    assert "".join(lines(there, kind, format)) == "".join(lines(back, kind, format))


def test_a_claim_leads_to_its_document_origin_event_and_judgements() -> None:
    held = shelf()
    first = held.corpus[0][1]
    (row,) = [r for r in rows(held, "claims") if r["id"] == first.claims[0].id]
    assert row["document"] == first.document.id
    assert row["event"] == "ASSAULT"
    assert row["event_id"] == held.found_events[1].id
    assert row["origin"] == "source:ministry"
    assert row["origin_reason"] == "cites the ministry"
    assert [j["id"] for j in row["judgements"]] == ["j2"]
    assert row["acled"] == "Shelling/artillery/missile attack"
    assert row["plover"]["event"] == "ASSAULT"


def test_a_claim_before_weighing_has_no_event_and_no_origin() -> None:
    (row,) = rows(Shelf((pair(),)), "claims")
    assert (row["event_id"], row["origin"], row["judgements"]) == (None, None, [])


def test_a_revoked_judgement_is_exported_but_not_in_force() -> None:
    revoked = replace(shelf().made[0], revoked_at="2031-04-01T00:00:00+00:00")
    held = replace(shelf(), made=(revoked,))
    assert [row["judgements"] for row in rows(held, "claims")] == [[], [], []]
    assert rows(held, "judgements")[0]["revoked_at"] == revoked.revoked_at


def test_an_origin_names_relation_evidence_and_passages() -> None:
    held = shelf()
    (row,) = [r for r in rows(held, "origins") if r["id"] == held.found_origins[0].id]
    root, copy = held.corpus[0][0].id, held.corpus[1][0].id
    members = {member["id"]: member for member in row["documents"]}
    assert members[root]["relation"] == "root"
    assert members[copy] == {
        "id": copy,
        "relation": "copy",
        "evidence": "the same words",
        "confidence": 0.9,
        "of": root,
    }
    assert row["passages"] == [
        {"document": copy, "start": 0, "end": 5, "of": {"document": root, "start": 0, "end": 5}}
    ]


def test_versions_count_the_captures_of_an_address() -> None:
    page = "https://outlet.example/a"
    made = [
        capture("The mill was shelled. First.", url=page, captured_at="2031-01-01T00:00:00+00:00"),
        capture("The mill was shelled. Now.", url=page, captured_at="2031-01-02T00:00:00+00:00"),
        capture("The mill was shelled.", captured_at=None),
        capture("The mill was shelled, again.", captured_at=None),
    ]
    held = Shelf(tuple((c, reading(c)) for c in reversed(made)))
    versions = {row["id"]: row["version"] for row in rows(held, "documents")}
    assert [versions[c.id] for c in made] == [1, 2, 1, 1]


STRANGE = 'The mill, "shelled" – \u2028café\n=1+1\x85\t; end'


@pytest.mark.parametrize("kind", KINDS)
def test_csv_holds_the_same_as_jsonl(kind: str) -> None:
    of = capture(STRANGE)
    made = reading(of, claim(of.id, STRANGE))
    held = Shelf(((of, made),), (origin_of(made),), (event_of(made),), (judgement(reason=STRANGE),))
    held = replace(held, gone=(stone("sha256:1", STRANGE),))
    table = list(csv.DictReader(io.StringIO("".join(lines(held, kind, "csv")), newline="")))
    assert table
    assert all(list(row) == list(KINDS[kind].fields) for row in table)
    for expected, found in zip(rows(held, kind), table, strict=True):
        assert {name: _cell(value) for name, value in expected.items()} == {
            name: json.loads(cell) if isinstance(expected[name], (list, dict)) else cell
            for name, cell in found.items()
        }


def _cell(value: Any) -> Any:
    if isinstance(value, (list, dict)):
        return value
    return "" if value is None else str(value)


@given(corpora(), st.sampled_from(sorted(KINDS)))
def test_a_line_is_one_line(corpus: list[tuple[Capture, Reading]], kind: str) -> None:
    for line in lines(Shelf(tuple(corpus)), kind, "jsonl"):
        assert line.splitlines() == [line.removesuffix("\n")]
        assert isinstance(json.loads(line), dict)


@pytest.mark.parametrize("kind", KINDS)
def test_one_array_holds_the_same_as_the_lines(kind: str) -> None:
    assert json.loads("".join(lines(shelf(), kind, "json"))) == rows(shelf(), kind)
    assert json.loads("".join(lines(Shelf(()), "claims", "json"))) == []


def test_only_the_rows_asked_for_are_given() -> None:
    wanted = rows(shelf(), "claims")[1]["id"]
    found = lines(shelf(), "claims", "jsonl", lambda row: row["id"] == wanted)
    assert [json.loads(line)["id"] for line in found] == [wanted]


def test_the_docs_list_the_fields() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (`.+`) \|$", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    listed = {kind: tuple(re.findall(r"`(\w+)`", fields)) for kind, fields in rows}
    assert listed == {name: kind.fields for name, kind in KINDS.items()}


def test_unknown_kinds_and_formats_are_named() -> None:
    with pytest.raises(StopRun, match=r"no 'rumours' \(there are documents, claims"):
        lines(shelf(), "rumours", "csv")
    with pytest.raises(StopRun, match=r"no 'docx' \(there are jsonl, json, csv\)"):
        lines(shelf(), "claims", "docx")
