"""Every span of every reading slices to its own words, on all texts that are at hand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

import pytest

from bench.corpora import SHARED, readings
from fogline import demo
from fogline.model import Reading, Span

ARTICLES = SHARED / "data" / "fakes" / "articles.jsonl"


def stretches(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yield where every span of a reading stands and what it says."""
    for entity in reading.document.entities:
        yield entity.start, entity.end, entity.text
    for claim in reading.claims:
        cues = (source.cue for source in claim.attribution)
        spans: Iterable[Span | None] = (claim.sentence, claim.trigger, *claim.hedges, *cues)
        yield from ((s.start, s.end, s.text) for s in spans if s is not None)
        named = (*claim.actors, *claim.recipients, *claim.places, *claim.attribution)
        yield from ((m.start, m.end, m.text) for m in named if m.start is not None and m.end)


def assert_slices(found: dict[str, Reading]) -> None:
    for name, reading in found.items():
        text = reading.document.text
        wrong = [s for s in stretches(reading) if text[s[0] : s[1]] != s[2]]
        assert wrong == [], name
        assert [*broken(reading)] == [], name


def broken(reading: Reading) -> Iterator[str]:
    """Yield who acts or is acted on by no more than the rear of a hyphenated word ("led" of
    "US-led"); a name may stand there ("Northland-Southland talks").
    """
    text = reading.document.text
    for claim in reading.claims:
        for who in (*claim.actors, *claim.recipients):
            if who.start and who.start > 1 and text[who.start - 1] in "-‐‑":
                within = text[who.start - 2].isalpha() and text[who.start].islower()
                if within and not text[who.start :].startswith(("al-", "el-", "bin ")):
                    yield f"{text[who.start - 20 : who.start]}|{who.text}"


def test_spans_of_the_bundled_texts_slice_to_their_words() -> None:
    texts = {p.name: p.read_text(encoding="utf-8") for p in sorted(demo.gold().glob("*.txt"))}
    assert_slices(readings({"id": name, "text": text} for name, text in texts.items()))


@pytest.mark.shared
def test_spans_of_the_real_articles_slice_to_their_words() -> None:
    if not ARTICLES.exists():
        pytest.skip(f"no {ARTICLES}: the real articles do not lie beside the repository")
    lines = map(json.loads, ARTICLES.read_text(encoding="utf-8").splitlines())
    found = readings({"id": r["id"], "text": f"{r['title']}\n\n{r['text']}"} for r in lines)
    assert len(found) > 780
    assert_slices(found)
