"""The ledger keeps what was read in whole, once, and gives it back as it was."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.errors import Unreadable
from fogline.ledger import Ledger
from fogline.model import (
    Capture,
    Claim,
    ClaimOrigin,
    Document,
    Place,
    Reading,
    When,
    from_dict,
    to_dict,
)
from tests.ledger.filling import replace_weighing
from tests.ledger.invented import (
    CLAIMS,
    capture,
    claim,
    corpora,
    event_of,
    origin_of,
    pair,
    reading,
)

Corpus = list[tuple[Capture, Reading]]


@pytest.fixture(params=["disk", "memory"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Ledger:
    path = tmp_path / "new folder" / "ledger.sqlite" if request.param == "disk" else ":memory:"
    opened = Ledger.open(path)
    request.addfinalizer(opened.close)
    return opened


def by_id(corpus: Corpus) -> Corpus:
    return sorted(corpus, key=lambda p: p[0].id)


def test_gives_back_what_was_added(ledger: Ledger) -> None:
    made, read = pair()
    assert ledger.add(made, read)
    assert ledger.has(made.id)
    assert ledger.capture(made.id) == made
    assert ledger.reading(made.id) == read
    assert list(ledger.documents()) == [read.document]


def test_knows_nothing_of_what_was_not_added(ledger: Ledger) -> None:
    assert not ledger.has("sha256:none")
    assert ledger.capture("sha256:none") is None
    assert ledger.reading("sha256:none") is None
    assert ledger.event("event:none") is None


def test_same_bytes_twice_add_nothing(ledger: Ledger) -> None:
    made, read = pair()
    ledger.add(made, read)
    elsewhere = replace(made, name="copy.txt", url="https://copy.example")
    assert not ledger.add(elsewhere, replace(read, reader="invented/2"))
    assert ledger.capture(made.id) == made
    assert ledger.reading(made.id) == read


@given(corpora())
@settings(max_examples=25, deadline=None)
def test_any_corpus_comes_back_once_and_by_id(corpus: Corpus) -> None:
    with Ledger.open(":memory:") as ledger:
        assert [ledger.add(*p) for p in corpus] == [True] * len(corpus)
        before = (ledger.counts(), list(ledger.captures()), list(ledger.readings()))
        assert [ledger.add(*p) for p in reversed(corpus)] == [False] * len(corpus)
        assert (ledger.counts(), list(ledger.captures()), list(ledger.readings())) == before
        assert list(zip(before[1], before[2], strict=True)) == by_id(corpus)


@given(CLAIMS)
@settings(deadline=None)
def test_claims_survive_the_contract(made: Claim) -> None:
    assert from_dict(Claim, json.loads(json.dumps(to_dict(made)))) == made


def test_pages_through_more_than_one_page(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fogline.ledger.opened.PAGE", 2)
    corpus = [pair(n) for n in range(5)]
    for p in corpus:
        ledger.add(*p)
    assert list(zip(ledger.captures(), ledger.readings(), strict=True)) == by_id(corpus)


def test_equal_claims_of_a_document_are_one(ledger: Ledger) -> None:
    made, read = pair()
    assert ledger.add(made, replace(read, claims=read.claims * 2))
    assert ledger.reading(made.id) == read


def test_a_capture_that_is_not_its_bytes_is_refused(ledger: Ledger) -> None:
    made, read = pair()
    with pytest.raises(ValueError, match="do not hash"):
        ledger.add(replace(made, body=b"other"), read)
    with pytest.raises(ValueError, match="reading is of"):
        ledger.add(pair(2)[0], read)


@pytest.mark.parametrize("field", ["title", "warnings"])
def test_text_that_is_no_unicode_is_skipped_in_whole(ledger: Ledger, field: str) -> None:
    made, read = pair()
    half = {"title": "half a pair: \ud800", "warnings": ("half a pair: \ud800",)}[field]
    broken = replace(read, document=replace(read.document, **{field: half}))  # type: ignore[arg-type]
    with pytest.raises(Unreadable, match=r"post-1.txt: its name, .* holds '\\ud800', no character"):
        ledger.add(made, broken)
    assert not ledger.has(made.id)
    assert ledger.add(made, read)


def test_a_reading_that_fails_half_way_leaves_nothing(ledger: Ledger) -> None:
    made, read = pair()
    first = read.claims[0]
    broken = replace(first, id="claim:broken", status=None)  # type: ignore[arg-type]
    with pytest.raises(Exception, match="NOT NULL"):
        ledger.add(made, replace(read, claims=(first, broken)))
    assert ledger.counts()["documents"] == 0
    assert list(ledger.captures()) == []
    assert ledger.search("mill") == ()


PLACED = {"lat": 10.5, "lon": -20.25}
FIRST = {"event": "CONTROL", "mode": "gain", "status": "forecast", "polarity": "negative"}
CONDITIONS = [
    {"event": "CONTROL"},
    {"mode": "gain"},
    {"status": "forecast"},
    {"polarity": "negative"},
    {"certainty": "possible"},
    {"since": "2031-05-01"},
    {"until": "2031-05-02", "since": "2031-05-02"},
    {"box": (50.0, 170.0, 60.0, -170.0)},
    {"box": (50.0, -180.0, 60.0, -170.0)},
    {"event": "CONTROL", "certainty": "possible", "part": "p1"},
]


@pytest.mark.parametrize("wanted", CONDITIONS, ids=str)
def test_claims_by_condition(ledger: Ledger, wanted: dict[str, object]) -> None:
    text = "They hope to take Sarn, whose mill was shelled."
    of = capture(text)
    sarn = (Place("the hill"), Place("Sarn", lat=55.0, lon=-175.0))
    may = When("in May", "2031-05-01", "2031-05-31", None, "text")
    hoped = claim(of.id, text, "take", certainty="possible", places=sarn, when=may, **FIRST)
    ledger.add(of, reading(of, claim(of.id, text), hoped))
    ledger.add(*pair())
    assert ledger.claims(**wanted) == ((of.id, hoped),)  # type: ignore[arg-type]


def test_claims_of_a_document_and_of_an_occurrence(ledger: Ledger) -> None:
    readings = [pair(n)[1] for n in range(3)]
    for n in range(3):
        ledger.add(*pair(n))
    event = event_of(*readings[:2])
    replace_weighing(ledger, [], [event])
    first = readings[0]
    assert ledger.claims(document=first.document.id) == ((first.document.id, first.claims[0]),)
    assert {c.id for _, c in ledger.claims(occurrence=event.id)} == set(event.claims)
    assert len(ledger.claims()) == 3


def test_weighing_is_replaced_as_a_whole(ledger: Ledger) -> None:
    readings = [pair(n)[1] for n in range(3)]
    for n in range(3):
        ledger.add(*pair(n))
    apart = [origin_of(r) for r in readings], [event_of(r) for r in readings]
    said = ClaimOrigin("source:mayor", False, "d1", False, apart[0][0].id, "", "cites the mayor")
    comment = ClaimOrigin(None, True, "d2", False, apart[0][1].id, "", "a comment")
    voices = {r.claims[0].id: v for r, v in zip(readings, (said, comment), strict=False)}
    replace_weighing(ledger, *apart, voices)
    assert ledger.claim_origins() == voices
    assert ledger.origins() == tuple(sorted(apart[0], key=lambda o: o.id))
    assert ledger.events() == tuple(sorted(apart[1], key=lambda e: e.id))
    together = origin_of(*readings), event_of(*readings)
    replace_weighing(ledger, [together[0]], [together[1]])
    assert (ledger.origins(), ledger.events()) == ((together[0],), (together[1],))
    assert ledger.claim_origins() == {}
    assert ledger.event(together[1].id) == together[1]


def test_an_event_of_unknown_claims_changes_nothing(ledger: Ledger) -> None:
    ledger.add(*pair(1))
    known = event_of(pair(1)[1])
    replace_weighing(ledger, [], [known])
    with pytest.raises(Exception, match="FOREIGN KEY"):
        replace_weighing(ledger, [], [event_of(pair(2)[1])])
    assert ledger.events() == (known,)


def test_counts(ledger: Ledger) -> None:
    made, read = pair()
    ledger.add(made, read)
    replace_weighing(ledger, [origin_of(read)], [event_of(read)])
    assert ledger.counts() == {
        "documents": 1,
        "claims": 1,
        "origins": 1,
        "events": 1,
        "judgements": 0,
    }


SPOKEN = "The café at Kühnen burned; the mill at Orvelo was shelled twice."


@pytest.mark.parametrize(
    ("words", "documents", "claims"),
    [
        ("mill orvelo", 2, 2),
        ('"mill at Orvelo"', 2, 2),
        ('"Orvelo mill"', 0, 0),
        ("cafe KUHNEN", 1, 1),
        ("Note", 1, 1),
        ("mill NOT café", 0, 0),
        ('mill*) OR (x "', 0, 0),
        ("burned, (shelled)", 1, 1),
        ("mill\0\ud800twice", 1, 1),
        ("", 0, 0),
        ('"" -', 0, 0),
    ],
)
def test_search(ledger: Ledger, words: str, documents: int, claims: int) -> None:
    of = capture(SPOKEN)
    ledger.add(of, reading(of))
    ledger.add(*pair())
    hits = ledger.search(words)
    assert len(hits) == documents
    assert sum(len(hit.claims) for hit in hits) == claims


def test_search_takes_any_words(ledger: Ledger) -> None:
    ledger.add(*pair())

    @given(st.text(max_size=20))
    @settings(deadline=None)
    def law(words: str) -> None:
        assert len(ledger.search(words)) <= 1

    law()


def test_a_hit_shows_where(ledger: Ledger) -> None:
    of = capture(f"{'Rain. ' * 80}{SPOKEN}{' Sun.' * 80}")
    read = reading(of)
    ledger.add(of, read)
    (hit,) = ledger.search("Orvelo")
    assert hit.document == of.id
    assert hit.title == read.document.title
    assert "Orvelo" in hit.excerpt
    assert len(hit.excerpt) < 300
    assert hit.claims == (read.claims[0].id,)


def test_search_stops_at_the_limit(ledger: Ledger) -> None:
    for n in range(3):
        ledger.add(*pair(n))
    assert len(ledger.search("mill", limit=2)) == 2


def test_a_snapshot_does_not_see_what_comes_after(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.sqlite") as ledger:
        ledger.add(*pair(1))
        with ledger.snapshot() as held:
            assert held.counts()["documents"] == 1
            ledger.add(*pair(2))
            assert len(list(held.readings())) == 1
            assert held.counts()["documents"] == 1
        assert ledger.counts()["documents"] == 2


def test_document_without_parts_or_claims(ledger: Ledger) -> None:
    of = capture("x")
    bare = Reading(Document(of.id, "x", ()), (), "invented/1")
    ledger.add(of, bare)
    assert ledger.reading(of.id) == bare
