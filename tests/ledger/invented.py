"""Invented captures, readings and weighings to fill a ledger with: no real outlet or event."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from fogline.model import (
    Capture,
    Casualties,
    Claim,
    Contradiction,
    Credibility,
    Document,
    Entity,
    Event,
    Judgement,
    Loaded,
    Mention,
    Origin,
    OriginMember,
    Part,
    Passage,
    Place,
    Published,
    Range,
    Reading,
    Source,
    Span,
    When,
    capture_id,
    claim_id,
)

SENTENCE = "The governor's office said that armed men had shelled the mill at Orvelo on Monday."
READER = "invented/1"


def span(text: str, words: str) -> Span:
    """Return the first place of some words in a text."""
    start = text.index(words)
    return Span(start, start + len(words), words)


def capture(body: str, name: str = "post.txt", **fields: Any) -> Capture:
    """Return a capture of a plain text."""
    fields = {"captured_at": "2031-03-04T05:06:07+00:00"} | fields
    return Capture(capture_id(body.encode()), body.encode(), "text/plain", name, **fields)


def claim(document: str, text: str, trigger: str = "shelled", **fields: Any) -> Claim:
    """Return a claim with every slot filled, whose sentence is the whole text."""
    at = span(text, trigger)
    filled: dict[str, Any] = {
        "event": "ASSAULT",
        "mode": "heavy-weapons",
        "actors": (Mention("armed men", 0, 9),),
        "recipients": (Mention("mill"),),
        "places": (Place("Orvelo", lat=10.5, lon=-20.25, country="XX", precision="settlement"),),
        "when": When("Monday", "2031-03-03", "2031-03-03", (-1, -1), "text"),
        "attribution": (Source("Harbour Post", "author"), Source("governor's office", "official")),
        "status": "occurred",
        "polarity": "positive",
        "certainty": "certain",
        "casualties": Casualties(killed=Range(2, None)),
        "loaded": (Loaded("butchers", "armed men"),),
        "probability": (0.95, 1.0),
        "acled": "Shelling/artillery/missile attack",
        "plover": {"event": "ASSAULT", "mode": "heavy-weapons", "context": ["military"]},
    } | fields
    bare = Claim(id="", part="p1", sentence=Span(0, len(text), text), trigger=at, **filled)
    return replace(bare, id=claim_id(document, bare))


def reading(of: Capture, *claims: Claim) -> Reading:
    """Return the reading of a plain-text capture; by default with one claim."""
    text = of.body.decode()
    parts = (Part("p1", "headline", 0, 3), Part("p2", "body", 3, len(text)))
    entity = Entity(0, 3, text[:3], "place", lat=10.5, lon=-20.25, when=When(basis="text"))
    document = Document(
        of.id,
        text,
        parts,
        Published("2031-03-04", "2031-03-04", "given"),
        url=of.url,
        title=f"On {text[:12]}",
        publisher="Harbour Post",
        entities=(entity,),
        links=("https://harbour-post.example/a",),
    )
    return Reading(document, claims or (claim(of.id, text),), READER)


def pair(n: int = 1) -> tuple[Capture, Reading]:
    """Return the nth invented capture with its reading."""
    made = capture(f"{SENTENCE} Note {n}.", f"post-{n}.txt", url=f"https://outlet.example/{n}")
    return made, reading(made)


def origin_of(*readings: Reading) -> Origin:
    """Return an origin whose root is the first of the readings."""
    root, *copies = (r.document.id for r in readings)
    members = [OriginMember(root, "root", "stands first", 1.0)]
    members += [OriginMember(c, "copy", "the same words", 0.9, root) for c in copies]
    passages = tuple(Passage(c, 0, 5, root, 0, 5) for c in copies)
    return Origin(f"origin:{root[-8:]}", root, tuple(members), passages)


def event_of(*readings: Reading) -> Event:
    """Return an event of all the readings' claims."""
    claims = tuple(sorted(c.id for r in readings for c in r.claims))
    first = readings[0].claims[0]
    return Event(
        id=f"event:{claims[0][-8:]}",
        event=first.event,
        mode=first.mode,
        claims=claims,
        documents=len(readings),
        publishers=1,
        origins=1,
        actors=("armed men",),
        recipients=("mill",),
        places=first.places,
        when=first.when,
        contradictions=(Contradiction("toll", claims[:2], "open", "two tolls"),),
        credibility=Credibility(6, "one origin"),
        reason="the same place and day",
    )


def judgement(id: str = "j1", **fields: Any) -> Judgement:
    """Return a judgement by an invented desk officer."""
    filled: dict[str, Any] = {
        "kind": "rejected",
        "subjects": ("claim:abc",),
        "by": "desk officer",
        "at": "2031-03-05T10:00:00+00:00",
        "reason": "satire",
    } | fields
    return Judgement(id, **filled)


WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
NAMES = st.none() | WORDS
DAYS = st.none() | st.dates().map(str)
SPANS = st.builds(Span, st.integers(0, 99), st.integers(0, 99), WORDS)
WHENS = st.builds(
    When,
    text=NAMES,
    start=DAYS,
    end=DAYS,
    offset_days=st.none() | st.tuples(st.integers(-9, 9), st.integers(-9, 9)),
    basis=st.sampled_from(["text", "default", "none"]),
)
PLACES = st.builds(
    Place,
    text=WORDS,
    name=NAMES,
    lat=st.none() | st.floats(-90, 90),
    lon=st.none() | st.floats(-180, 180),
)
RANGES = st.none() | st.builds(Range, st.none() | st.integers(0), st.none() | st.integers(0))
CLAIMS = st.builds(
    Claim,
    id=st.just(""),
    part=st.just("p2"),
    sentence=SPANS,
    trigger=SPANS,
    event=st.sampled_from(["ASSAULT", "CONTROL", "CONDITION"]),
    mode=st.sampled_from([None, "gain", "clash"]),
    actors=st.lists(st.builds(Mention, WORDS, name=NAMES), max_size=2).map(tuple),
    recipients=st.lists(st.builds(Mention, WORDS), max_size=2).map(tuple),
    places=st.lists(PLACES, max_size=2).map(tuple),
    when=WHENS,
    attribution=st.lists(
        st.builds(Source, WORDS, st.just("official"), cue=st.none() | SPANS), max_size=2
    ).map(tuple),
    status=st.sampled_from(["occurred", "forecast"]),
    polarity=st.sampled_from(["positive", "negative"]),
    certainty=st.sampled_from(["certain", "unknown"]),
    hedges=st.lists(SPANS, max_size=2).map(tuple),
    casualties=st.builds(Casualties, RANGES, RANGES),
    loaded=st.lists(st.builds(Loaded, WORDS, WORDS), max_size=1).map(tuple),
    probability=st.none() | st.tuples(st.floats(0, 1), st.floats(0, 1)),
    plover=st.none() | st.just({"event": "ASSAULT", "context": ["territory"]}),
)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Capture, Reading]:
    """Return a capture of any text, with a reading of any claims."""
    text = f"A mill was shelled. {draw(WORDS)}"
    headers = draw(st.lists(st.tuples(WORDS, WORDS), max_size=2).map(tuple))
    of = capture(text, draw(WORDS), url=draw(NAMES), headers=headers)
    drawn = draw(st.lists(CLAIMS, max_size=3))
    claims = {c.id: c for c in (replace(c, id=claim_id(of.id, c)) for c in drawn)}
    read = reading(of)
    return of, replace(read, claims=tuple(claims.values()))


def corpora() -> st.SearchStrategy[list[tuple[Capture, Reading]]]:
    """Return a few captures of different bytes, with their readings."""
    return st.lists(pairs(), max_size=4, unique_by=lambda p: p[0].id)


def jsonl(*texts: str) -> str:
    """Return a JSONL corpus of invented texts."""
    rows = [{"id": f"d{n}", "text": text} for n, text in enumerate(texts)]
    return "".join(json.dumps(row) + "\n" for row in rows)
